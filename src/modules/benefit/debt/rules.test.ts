import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { instalmentsNow, partsOf, refuseDebtSettlement, refuseInstalments } from "./rules.ts";

const day = plainDate;
const today = day("2026-12-10");

test.each([
  [0, true, "REPAID", 1, "2026-12-10", "benefit.debt_none"],
  [100, true, "REPAID", 100, "2026-12-10", null],
  [100, true, "REPAID", 101, "2026-12-10", "benefit.debt_over_open"],
  [100, true, "REPAID", 1, "2026-12-11", "benefit.day_in_future"],
  [100, false, "REPAID", 1, "2026-12-10", null],
  [100, false, "WRITTEN_OFF", 1, "2026-12-10", "benefit.debt_no_write_off"],
  [100, true, "WRITTEN_OFF", 100, "2026-12-10", null],
] as const)(
  "of %i open (write-off %s), %s of %i on %s is answered with %s",
  (openGrosze, mayWriteOff, kind, amountGrosze, on, answer) => {
    const given = { kind, amountGrosze, settledOn: day(on) };
    expect(refuseDebtSettlement({ openGrosze, mayWriteOff }, given, today)).toBe(answer);
  },
);

const plan = (...rows: [string, number][]) => rows.map(([on, amountGrosze]) => ({ dueOn: day(on), amountGrosze }));

test.each([
  [plan(["2026-12-10", 100]), null],
  [plan(["2026-12-31", 50], ["2027-01-31", 50]), null],
  [plan(["2026-12-31", 50], ["2027-01-31", 49]), "benefit.instalments_other_sum"],
  [plan(["2026-12-31", 50], ["2026-12-31", 50]), "benefit.instalments_out_of_order"],
  [plan(["2026-12-09", 100]), "benefit.instalments_in_past"],
])("instalments %j of 100 are answered with %s", (instalments, answer) => {
  expect(refuseInstalments(100, { agreedOn: today, instalments }, today)).toBe(answer);
});

test.each([
  [100, ["OVERDUE", "DUE"], 0],
  [60, ["OVERDUE", "DUE"], 0],
  [50, ["PAID", "DUE"], 0],
  [0, ["PAID", "PAID"], 0],
  [130, ["OVERDUE", "DUE"], 30],
])("with %i of 100 open the instalments stand as %j, %i beyond them", (open, states, beyond) => {
  const now = instalmentsNow(plan(["2026-12-01", 50], ["2027-01-01", 50]), open, today);
  expect(now.instalments.map(({ state }) => state)).toEqual(states);
  expect(now.beyondGrosze).toBe(beyond);
  expect(now.instalments.reduce((sum, { openGrosze }) => sum + openGrosze, 0) + beyond).toBe(open);
});

test("parts come to the amount and differ by a grosz at most", () => {
  expect(partsOf(100, 3)).toEqual([34, 33, 33]);
  expect(partsOf(2, 2)).toEqual([1, 1]);
});
