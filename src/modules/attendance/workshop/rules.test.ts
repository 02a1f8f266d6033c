import { expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import type { WorkLimit } from "../../assessment/codes.ts";
import { firstWeekShown, machineBarsOn, progressOf, refuseMonth, refuseWeek, warnTooMany } from "./rules.ts";

const today = day("2026-11-20");

test.each([
  ["2026-11-16", null],
  ["2026-11-09", null],
  ["2026-11-17", "workshop.not_a_monday"],
  ["2026-11-23", "workshop.in_future"],
])("the week of %s: %s", (week, refusal) => {
  expect(refuseWeek(day(week), today)).toBe(refusal);
});

test.each([
  ["2026-11-01", null],
  ["2026-11-02", "workshop.not_a_first"],
  ["2026-12-01", "workshop.in_future"],
])("the month of %s: %s", (month, refusal) => {
  expect(refuseMonth(day(month), today)).toBe(refusal);
});

const training = (givenOn: string, until: string | null) => ({
  givenOn: day(givenOn),
  until: until === null ? null : day(until),
});

const fit = { state: "FIT", avoid: [] } as const;
const limited = (...avoid: WorkLimit[]) => ({ state: "FIT_WITH_LIMITS", avoid }) as const;

test.each([
  ["fit, no programme here", fit, null, []],
  ["fit and trained until today", fit, [training("2026-01-01", "2026-11-20")], []],
  ["training ended yesterday", fit, [training("2026-01-01", "2026-11-19")], ["SAFETY_TRAINING"]],
  ["training without an end", fit, [training("2024-01-01", null)], []],
  ["trained tomorrow", fit, [training("2026-11-21", null)], ["SAFETY_TRAINING"]],
  ["an old one and a new one", fit, [training("2024-01-01", "2025-01-01"), training("2026-01-01", null)], []],
  ["never trained", fit, [], ["SAFETY_TRAINING"]],
  ["no lifting", limited("LIFTING"), null, []],
  ["no machines", limited("LIFTING", "MACHINES"), null, ["MACHINE_LIMIT"]],
  ["no machines, never trained", limited("MACHINES"), [], ["MACHINE_LIMIT", "SAFETY_TRAINING"]],
  ["ran out", { state: "EXPIRED", avoid: [] }, [training("2026-01-01", null)], ["FITNESS"]],
  ["neither", { state: "NO_EXAM", avoid: [] }, [], ["FITNESS", "SAFETY_TRAINING"]],
] as const)("%s: %j, %j kept from the machine by %j", (_, { state, avoid }, given, bars) => {
  expect(machineBarsOn({ state, avoid: [...avoid], training: given && [...given] }, today)).toEqual(bars);
});

test("progress is the last level of each task, week by week, against what could be", () => {
  const mark = (week: string, taskId: string, level: number) => ({ week: day(week), taskId, level });
  expect(
    progressOf([
      mark("2026-11-16", "a", 3),
      mark("2026-11-09", "a", 1),
      mark("2026-11-09", "b", 2),
      mark("2026-11-16", "a", 4),
    ]),
  ).toEqual([
    { week: "2026-11-09", sum: 3, of: 8 },
    { week: "2026-11-16", sum: 4, of: 4 },
  ]);
  expect(progressOf([])).toEqual([]);
});

test.each([
  [10, 1, false],
  [11, 1, true],
  [20, 2, false],
  [21, 2, true],
  [10, 0, false],
])("%i people with %i instructors are too many: %s (R-CIS-05)", (members, instructors, many) => {
  expect(warnTooMany(members, instructors, 10)).toBe(many);
});

test("twelve weeks are shown, this one the last", () => {
  expect(firstWeekShown(today)).toBe("2026-08-31");
});
