import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import {
  ATTENDANCE_STATUSES,
  countingMarks,
  leadersNeeded,
  leadersOf,
  type Mark,
  type MarkedSession,
  membersOn,
  minutesPresent,
  refuseClosing,
  refuseDayOff,
  refuseInLockedMonth,
  refuseMark,
  sessionMinutes,
  warnLeaders,
  wasThere,
} from "./rules.ts";

const mark = (status: Mark["status"], minutesLate = 0, minutesLeftEarly = 0, personId = "anna"): Mark => ({
  personId,
  status,
  minutesLate,
  minutesLeftEarly,
});
const session: MarkedSession = { day: day("2026-11-20"), minutes: 240, closed: false, memberIds: ["anna", "jan"] };

test("the last mark of a person counts", () => {
  const marks = [mark("ABSENT_UNEXCUSED"), mark("PRESENT", 0, 0, "jan"), mark("SICK")];
  expect(countingMarks(marks).get("anna")?.status).toBe("SICK");
  expect(countingMarks(marks).get("jan")?.status).toBe("PRESENT");
  expect(countingMarks(marks).size).toBe(2);
});

test.each([
  ["PRESENT", 0, 0, 240],
  ["LATE", 30, 0, 210],
  ["LEFT_EARLY", 0, 60, 180],
  ["LATE", 30, 60, 150],
  ["LATE", 300, 0, 0],
  ["SICK", 0, 0, 0],
  ["ABSENT_EXCUSED", 0, 0, 0],
] as const)("%s, %i minutes late, %i early: %i minutes present", (status, late, early, minutes) => {
  expect(minutesPresent(mark(status, late, early), 240)).toBe(minutes);
});

test("a person was there when present, late or gone early, and nothing is held without class", () => {
  expect(ATTENDANCE_STATUSES.filter(wasThere)).toEqual(["PRESENT", "LATE", "LEFT_EARLY"]);
  expect(sessionMinutes(mark("NO_CLASS"), 240)).toEqual({ heldMinutes: 0, presentMinutes: 0 });
  expect(sessionMinutes(mark("SICK"), 240)).toEqual({ heldMinutes: 240, presentMinutes: 0 });
  expect(sessionMinutes(undefined, 240)).toEqual({ heldMinutes: 240, presentMinutes: 0 });
});

test("members are those whose membership covers the day of the session", () => {
  const memberships = [
    { personId: "anna", from: day("2026-11-20"), to: null },
    { personId: "jan", from: day("2026-01-01"), to: day("2026-11-20") },
    { personId: "ewa", from: day("2026-11-21"), to: null },
    { personId: "ola", from: day("2026-01-01"), to: day("2026-11-19") },
    { personId: "anna", from: day("2026-11-20"), to: day("2026-11-20") },
  ];
  expect(membersOn(memberships, day("2026-11-20"))).toEqual(["anna", "jan"]);
});

describe("a mark", () => {
  test.each<[string, Partial<MarkedSession>, Mark, string | null, string | null]>([
    ["in an open register", {}, mark("PRESENT"), null, null],
    ["of a stranger", {}, mark("PRESENT", 0, 0, "ewa"), null, "attendance.not_a_member"],
    ["later than the session is long", {}, mark("LATE", 200, 41), null, "attendance.minutes_outside_session"],
    ["late by less than nothing", {}, mark("LATE", -1), null, "attendance.minutes_outside_session"],
    ["after closing", { closed: true }, mark("SICK"), null, "attendance.reason_missing"],
    ["after closing with an empty reason", { closed: true }, mark("SICK"), " ", "attendance.reason_missing"],
    ["after closing with a reason", { closed: true }, mark("SICK"), "certificate came later", null],
  ])("%s", (_what, change, written, reason, answer) => {
    expect(refuseMark({ ...session, ...change }, written, reason)).toBe(answer);
  });
});

describe("closing a register", () => {
  test.each([
    ["2026-11-19", ["anna", "jan"], null, "attendance.closed_before_session"],
    ["2026-11-20", ["anna", "jan"], null, null],
    ["2026-11-20", ["anna"], null, "attendance.marks_missing"],
    ["2026-11-23", ["anna", "jan"], null, null],
    ["2026-11-24", ["anna", "jan"], null, "attendance.late_closing_reason_missing"],
    ["2026-11-24", ["anna", "jan"], "the leader was ill", null],
  ])("on %s with marks of %o and reason %s: %s", (today, marked, reason, answer) => {
    expect(refuseClosing(session, marked, day(today), reason)).toBe(answer);
  });
  test("happens once", () => {
    expect(refuseClosing({ ...session, closed: true }, ["anna", "jan"], day("2026-11-20"), null)).toBe(
      "attendance.already_closed",
    );
  });
});

test.each([
  [0, 0],
  [10, 1],
  [11, 2],
  [25, 3],
])("%i present need %i people running the class (R-CIS-05)", (present, needed) => {
  expect(leadersNeeded(present)).toBe(needed);
  expect(warnLeaders(present, needed)).toBeNull();
  if (needed > 0) expect(warnLeaders(present, needed - 1)).toBe("attendance.too_many_for_leaders");
});

test.each([
  [{ leaderId: "a", substituteId: null, coLeaderIds: [] }, ["a"]],
  [{ leaderId: "a", substituteId: "b", coLeaderIds: [] }, ["b"]],
  [{ leaderId: "a", substituteId: "b", coLeaderIds: ["b", "c"] }, ["b", "c"]],
  [{ leaderId: "a", substituteId: null, coLeaderIds: ["a", "c", "c"] }, ["a", "c"]],
])("a substitute replaces, who helps is counted once: %j is led by %j (R-CIS-05)", (led, leaders) => {
  expect(leadersOf(led)).toEqual(leaders);
});

test("a day off only where it was granted; a locked month takes nothing into an open register", () => {
  const off = { personId: "anna", status: "DAY_OFF" as const };
  expect(refuseDayOff(off, new Set())).toBe("attendance.day_off_not_granted");
  expect(refuseDayOff(off, new Set(["anna"]))).toBeNull();
  expect(refuseDayOff({ ...off, status: "SICK" }, new Set())).toBeNull();
  const cases = [false, true].flatMap((locked) =>
    [false, true].map((closed) => refuseInLockedMonth({ locked, closed })),
  );
  expect(cases).toEqual([null, null, "attendance.month_locked", null]);
});
