import { expect, test } from "vitest";
import type { Goal, ProjectModule } from "./contract.ts";
import { refuseGoals, tableOf } from "./rules.ts";

const module = (code: string, planned: number, held: number, ahead: number, missing: number): ProjectModule => ({
  code,
  name: "",
  words: { pl: code, en: code, uk: code },
  groups: 1,
  plannedMinutes: planned,
  heldMinutes: held,
  aheadMinutes: ahead,
  missingMinutes: missing,
});
const indicator = (indicatorId: string) => ({
  indicatorId,
  code: indicatorId,
  definition: "",
  target: null,
  unit: "PERSONS" as const,
});
const goal = (goalId: string, more: Partial<Goal> = {}): Goal => ({
  goalId,
  kind: "SPECIFIC",
  words: goalId,
  modules: [],
  indicatorIds: [],
  ...more,
});
const main = goal("main", { kind: "MAIN", indicatorIds: ["R1"] });
const ref = (code: string) => ({ code, name: "" });
const known = { indicatorIds: ["R1"], modules: [ref("PSYCHOEDUCATION")] };

test.each([
  ["none", [], null],
  ["the main one alone", [main], null],
  ["no main one", [goal("a")], "project-goals.main_missing"],
  ["two main ones", [main, goal("b", { kind: "MAIN" })], "project-goals.main_twice"],
  ["the same words", [main, goal("a"), goal("b", { words: " A" })], "project-goals.words_twice"],
  [
    "one class twice",
    [main, goal("a", { modules: [ref("PSYCHOEDUCATION"), ref("PSYCHOEDUCATION")] })],
    "project-goals.link_twice",
  ],
  ["another project's indicator", [main, goal("a", { indicatorIds: ["R9"] })], "project-goals.strange_indicator"],
  ["a class of no group", [main, goal("a", { modules: [ref("OWN")] })], "project-goals.strange_module"],
  [
    "an own class by its name",
    [main, goal("a", { modules: [{ code: "PSYCHOEDUCATION", name: "x" }] })],
    "project-goals.strange_module",
  ],
] as const)("aims: %s", (_, goals, refusal) => {
  expect(refuseGoals(goals, known)).toBe(refusal);
});

const modules = [
  module("PSYCHOEDUCATION", 2880, 1440, 960, 480),
  module("COMPUTER_COURSE", 1800, 0, 1800, 0),
  module("LEISURE_INTEGRATION", 1620, 1620, 0, 0),
];
const indicators = [indicator("R1"), indicator("R2")];

test("hours slip by aim: what is planned, and neither held nor in the calendar; the main aim is served by all that serve any", () => {
  const table = tableOf({
    goals: [
      main,
      goal("support", { modules: [ref("PSYCHOEDUCATION")], indicatorIds: ["R1"] }),
      goal("skills", { modules: [ref("COMPUTER_COURSE"), ref("PSYCHOEDUCATION")] }),
    ],
    modules,
    indicators,
  });
  expect(
    table.rows.map(({ goal: { goalId }, minutes, missingPercent, lacks }) => [goalId, minutes, missingPercent, lacks]),
  ).toEqual([
    ["main", { planned: 4680, held: 1440, ahead: 2760, missing: 480 }, 10.3, []],
    ["support", { planned: 2880, held: 1440, ahead: 960, missing: 480 }, 16.7, []],
    ["skills", { planned: 4680, held: 1440, ahead: 2760, missing: 480 }, 10.3, ["INDICATORS"]],
  ]);
  expect(table.unserving.map(({ code }) => code)).toEqual(["LEISURE_INTEGRATION"]);
  expect(table.unmeasuring.map(({ code }) => code)).toEqual(["R2"]);
});

test("a class that no group has any more is told, and counts no hours; an aim without classes has no percent", () => {
  const { rows } = tableOf({ goals: [main, goal("old", { modules: [ref("ENGLISH_BASICS")] })], modules, indicators });
  expect(rows[1]).toMatchObject({ gone: [ref("ENGLISH_BASICS")], minutes: { planned: 0 }, heldPercent: null });
  expect(tableOf({ goals: [main], modules: [], indicators }).rows[0]?.lacks).toEqual(["MODULES"]);
  expect(tableOf({ goals: [], modules, indicators })).toEqual({ rows: [], unserving: [], unmeasuring: [] });
});
