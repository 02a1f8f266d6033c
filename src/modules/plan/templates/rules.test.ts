import { expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import { dueFrom, isInForce, refuseTemplate } from "./rules.ts";

const template = { kind: "IPWB", validFrom: day("2026-11-01"), validUntil: day("2026-11-30") };

test.each([
  ["2026-10-31", false],
  ["2026-11-01", true],
  ["2026-11-30", true],
  ["2026-12-01", false],
])("a template of November is in force on %s: %s", (on, holds) => {
  expect(isInForce(template, day(on))).toBe(holds);
  expect(isInForce({ ...template, validUntil: null }, day(on))).toBe(on >= "2026-11-01");
});

test("a template out of force, or of another programme, is not used", () => {
  expect(refuseTemplate(template, { kind: "IPWB" }, day("2026-11-22"))).toEqual([]);
  expect(refuseTemplate(template, { kind: "PREVENTION" }, day("2026-12-22"))).toEqual([
    "plan.template_not_in_force",
    "plan.template_other_kind",
  ]);
});

test.each([
  [null, null],
  [0, "2026-11-22"],
  [30, "2026-12-10"],
  [5, "2026-11-22"],
  [400, "2027-11-09"],
])("a line due after %s days falls on %s", (days, on) => {
  const plan = { startOn: day("2026-11-10"), endOn: day("2027-11-09"), state: "DRAFT" as const };
  expect(dueFrom(days, plan, day("2026-11-22"))).toBe(on);
  expect(dueFrom(days, { ...plan, state: "ACTIVE" }, day("2026-11-22"))).toBe(on ?? plan.endOn);
});
