import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { daysOfMonth, refuseLock } from "./rules.ts";

test("a month has its own last day", () => {
  expect(daysOfMonth("2028-02")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  expect(daysOfMonth("2026-12")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
});

test.each([
  ["2026-12-30", false, 0, "register-month.not_over"],
  ["2026-12-31", false, 0, null],
  ["2026-12-31", false, 1, "register-month.registers_open"],
  ["2027-01-05", true, 0, "register-month.locked"],
  ["2027-01-05", true, 3, "register-month.locked"],
])("December locked on %s (locked: %s, open: %i) is answered with %s", (today, locked, open, answer) => {
  expect(refuseLock({ month: "2026-12", locked, open }, plainDate(today))).toBe(answer);
});
