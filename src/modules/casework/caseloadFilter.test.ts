import { expect, test } from "vitest";
import { plainDate } from "../../platform/time/plainDate.ts";
import { fitsCaseload, isQuiet, whoseFirst } from "./caseloadFilter.ts";

const today = "2026-11-22";
const line = {
  caseId: "c",
  cases: 1,
  personId: "p",
  personNo: 1,
  name: "Wojciech Żółtaszek",
  stage: "REGULAR",
  openedOn: plainDate("2026-01-01"),
  leaderName: null,
  mine: true,
  nextDue: plainDate("2026-11-29"),
  lastSeenAt: "2026-10-23T09:00:00.000Z",
};
const all = { whose: "", due: "", quiet: "" };

test("thirty days without a line are not quiet yet, thirty-one are; a new case is not quiet", () => {
  expect(isQuiet({ ...line, lastSeenAt: "2026-10-23T09:00:00.000Z" }, today)).toBe(false);
  expect(isQuiet({ ...line, lastSeenAt: "2026-10-22T21:59:00.000Z" }, today)).toBe(true);
  // already the 23rd in Poland
  expect(isQuiet({ ...line, lastSeenAt: "2026-10-22T22:30:00.000Z" }, today)).toBe(false);
  expect(isQuiet({ lastSeenAt: null, openedOn: plainDate("2026-11-20") }, today)).toBe(false);
  expect(isQuiet({ lastSeenAt: null, openedOn: plainDate("2026-10-01") }, today)).toBe(true);
});

test("a week has its last day in it, a late one is before today", () => {
  expect(fitsCaseload(line, { ...all, due: "week" }, today)).toBe(true);
  expect(fitsCaseload({ ...line, nextDue: plainDate("2026-11-30") }, { ...all, due: "week" }, today)).toBe(false);
  expect(fitsCaseload({ ...line, nextDue: plainDate("2026-11-22") }, { ...all, due: "late" }, today)).toBe(false);
  expect(fitsCaseload({ ...line, nextDue: null }, { ...all, due: "late" }, today)).toBe(false);
  expect(fitsCaseload({ ...line, mine: false }, { ...all, whose: "mine" }, today)).toBe(false);
});

test("who leads no case begins with the whole unit, who leads one begins with their own", () => {
  expect(whoseFirst([line, { mine: false }])).toBe("mine");
  expect(whoseFirst([{ mine: false }])).toBe("");
});
