import { expect, test } from "vitest";
import { addDays, type PlainDate, plainDate, weekday } from "../../../platform/time/plainDate.ts";
import {
  approveBy,
  changesBetween,
  linesOfWeeks,
  minutesOfDay,
  refuseApproval,
  refusePreparing,
  weeksOf,
} from "./rules.ts";

const day = plainDate;
const limits = { weekMin: 1800, weekMax: 2400, weekMaxDisability: 2100, dayMaxDisability: 420 };
const november = day("2026-11-01");

/** Classes from Monday to Friday, from 8:00, of so many minutes a day. */
function everyWorkingDay(from: string, to: string, minutes: number) {
  const classes: { day: PlainDate; startsAt: number; minutes: number }[] = [];
  for (let at = day(from); at <= to; at = addDays(at, 1))
    if (weekday(at) <= 5) classes.push({ day: at, startsAt: 480, minutes });
  return classes;
}
const participant = {
  month: november,
  from: day("2026-03-02"),
  to: day("2027-03-01"),
  capped: false,
  dailyMinutes: null,
  classes: everyWorkingDay("2026-10-26", "2026-12-06", 360),
  closedDays: new Set<PlainDate>(),
};
type Participant = Omit<typeof participant, "dailyMinutes"> & { dailyMinutes: number | null };
const weeks = (wish: Partial<Participant> = {}) => weeksOf({ ...participant, ...wish }, limits);
const faults = (wish: Partial<Participant> = {}) => weeks(wish).map(({ fault }) => fault);

test.each([
  [354, false, "WEEK_TOO_SHORT"], // 29.5 h
  [360, false, null], // 30 h
  [480, false, null], // 40 h
  [492, false, "WEEK_TOO_LONG"], // 41 h
  [420, true, null], // 35 h, moderate disability
  [432, true, "WEEK_TOO_LONG"], // 36 h
] as const)("five days of %d minutes, capped %s, are %s (R-CIS-07)", (minutes, capped, fault) => {
  const [, week] = weeks({ capped, classes: everyWorkingDay("2026-11-02", "2026-11-06", minutes) });
  expect(week).toMatchObject({ monday: "2026-11-02", minutes: minutes * 5, whole: true, fault });
});

test("a week is held against the least hours in the month in which it ends, never in both", () => {
  const of = (month: string) => weeksOf({ ...participant, month: day(month), classes: [] }, limits);
  expect(of("2026-11-01").map(({ monday, whole }) => [monday, whole])).toEqual([
    ["2026-10-26", true],
    ["2026-11-02", true],
    ["2026-11-09", true],
    ["2026-11-16", true],
    ["2026-11-23", true],
    ["2026-11-30", false],
  ]);
  expect(of("2026-12-01")[0]).toMatchObject({ monday: "2026-11-30", whole: true, fault: "WEEK_TOO_SHORT" });
});

test("a week with a closed working day, or of which somebody takes part on some days alone, is not too short", () => {
  const short = { classes: everyWorkingDay("2026-10-26", "2026-12-06", 60) };
  expect(faults({ ...short, closedDays: new Set([day("2026-11-11")]) })[2]).toBeNull();
  expect(faults({ ...short, closedDays: new Set([day("2026-11-14")]) })[2]).toBe("WEEK_TOO_SHORT");
  expect(weeks({ ...short, from: day("2026-11-11") })).toMatchObject([
    { monday: "2026-11-09", minutes: 180, fault: null },
    { monday: "2026-11-16", fault: "WEEK_TOO_SHORT" },
    {},
    {},
  ]);
  expect(weeks({ ...short, to: day("2026-11-05") }).at(-1)).toMatchObject({ monday: "2026-11-02", fault: null });
});

test("the most on a day of the individual programme holds before the timetable, and a long day of whoever is capped is told of", () => {
  const long = { capped: true, classes: everyWorkingDay("2026-11-02", "2026-11-06", 480) };
  expect(faults(long)[1]).toBe("WEEK_TOO_LONG");
  expect(weeks({ ...long, dailyMinutes: 420 })[1]).toMatchObject({ minutes: 2100, fault: null });
  expect(faults({ ...long, classes: everyWorkingDay("2026-11-02", "2026-11-05", 480) })[1]).toBe("DAY_TOO_LONG");
});

test("classes at one time are not twice as long", () => {
  expect(minutesOfDay([])).toBe(0);
  const at = (startsAt: number, minutes: number) => ({ startsAt, minutes });
  expect(minutesOfDay([at(480, 120), at(600, 60)])).toBe(180);
  expect(minutesOfDay([at(600, 60), at(480, 360), at(780, 120)])).toBe(420);
});

test.each([
  ["2026-12-01", 25, "2026-11-25"],
  ["2027-01-01", 25, "2026-12-25"],
  ["2027-03-01", 31, "2027-02-28"],
])("the programme of %s is approved by the %dth of the month before", (month, dayOfMonth, due) => {
  expect(approveBy(day(month), dayOfMonth)).toBe(due);
});

test.each([
  [{}, null],
  [{ month: day("2026-10-01") }, "class-programme.month_over"],
  [{ classes: 0 }, "class-programme.no_classes"],
  [{ isFirst: false, reason: "Nowa sala", same: true }, "class-programme.unchanged"],
  [{ isFirst: false, reason: " " }, "class-programme.reason_missing"],
  [{ isFirst: false, reason: "Nowa sala" }, null],
] as const)("preparing with %o is answered with %s", (wish, refusal) => {
  const first = { month: november, classes: 20, isFirst: true, reason: "", same: false };
  expect(refusePreparing({ ...first, ...wish }, day("2026-11-22"))).toBe(refusal);
});

test("more hours than the law allows are never approved, fewer with a reason for each", () => {
  const week = (fault: "WEEK_TOO_SHORT" | "WEEK_TOO_LONG" | null) => [{ fault }];
  const asked = { decided: false, newest: true, changed: false, weeksOfPeople: [{ weeks: week(null), reason: "" }] };
  expect(refuseApproval(asked)).toBeNull();
  expect(refuseApproval({ ...asked, decided: true })).toBe("class-programme.decided");
  expect(refuseApproval({ ...asked, newest: false })).toBe("class-programme.replaced");
  expect(refuseApproval({ ...asked, changed: true })).toBe("class-programme.changed");
  const of = (fault: "WEEK_TOO_SHORT" | "WEEK_TOO_LONG", reason: string) =>
    refuseApproval({ ...asked, weeksOfPeople: [...asked.weeksOfPeople, { weeks: week(fault), reason }] });
  expect(of("WEEK_TOO_LONG", "Tak wyszło")).toBe("class-programme.over_limit");
  expect(of("WEEK_TOO_SHORT", "")).toBe("class-programme.hours_unexplained");
  expect(of("WEEK_TOO_SHORT", "Szkolenie poza centrum")).toBeNull();
});

test("what the timetable says otherwise is gone, added or moved", () => {
  const one = (sessionId: string, room: string) => ({ sessionId, room });
  const same = (a: { room: string }, b: { room: string }) => a.room === b.room;
  const kept = [one("a", "1"), one("b", "1"), one("c", "1")];
  expect(changesBetween(kept, kept, same)).toEqual([]);
  expect(changesBetween(kept, [one("a", "1"), one("b", "2"), one("d", "1")], same)).toEqual([
    { kind: "GONE", of: one("c", "1") },
    { kind: "MOVED", of: one("b", "2") },
    { kind: "ADDED", of: one("d", "1") },
  ]);
});

test("classes of a week that differ by their day alone stand on one line", () => {
  const line = { startsAt: "08:00", minutes: 360, groupId: "g", moduleName: "Warsztat", moduleCode: "OWN", room: null };
  const on = (at: string, leaderName: string | null = "Jan") => ({ ...line, day: day(at), leaderName });
  const found = linesOfWeeks([on("2026-11-02"), on("2026-11-03"), on("2026-11-04", null), on("2026-11-09")]);
  expect(found.map(({ monday, lines }) => [monday, lines.map(({ days }) => days)])).toEqual([
    ["2026-11-02", [["2026-11-02", "2026-11-03"], ["2026-11-04"]]],
    ["2026-11-09", [["2026-11-09"]]],
  ]);
});
