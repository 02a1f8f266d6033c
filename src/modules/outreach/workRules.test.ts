import { expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import { isStockLow, lastDayAlone, mayBeLost, refuseRoute, refuseStockChange, siteDueOn } from "./rules.ts";

const today = day("2026-11-22");

test.each([
  [{ status: "ACTIVE", visitEveryDays: 7 }, "2026-11-20", false, "2026-11-27"],
  [{ status: "ACTIVE", visitEveryDays: 7 }, "2026-11-20", true, "2026-11-21"],
  [{ status: "ACTIVE", visitEveryDays: 7 }, "2026-11-22", true, "2026-11-23"],
  [{ status: "ACTIVE", visitEveryDays: 7 }, null, false, "2026-11-22"],
  [{ status: "ACTIVE", visitEveryDays: null }, "2026-11-01", false, null],
  [{ status: "ACTIVE", visitEveryDays: null }, "2026-11-01", true, "2026-11-02"],
  [{ status: "DEMOLISHED", visitEveryDays: 7 }, "2026-11-01", true, null],
])("%o last visited %s, frost %s: due %s (R-OUT-07)", (site, last, frost, due) => {
  expect(siteDueOn(site, last === null ? null : day(last), today, frost)).toBe(due);
});

test("less on the shelf needs a reason, more does not; low is below the level, not on it", () => {
  expect([refuseStockChange(5, null), refuseStockChange(-1, null), refuseStockChange(-1, "LOST")]).toEqual([
    null,
    "stock.reason_missing",
    null,
  ]);
  expect([isStockLow(4, 5), isStockLow(5, 5), isStockLow(-3, null)]).toEqual([true, false, false]);
});

test("a route passes a place once", () => {
  expect(refuseRoute(["a", "b"])).toBeNull();
  expect(refuseRoute(["a", "b", "a"])).toBe("route.site_twice");
});

test("contact may be lost after more than 90 days, not on the 90th (F-02)", () => {
  expect(mayBeLost(day("2026-08-24"), today, 90)).toBe(false);
  expect(mayBeLost(day("2026-08-23"), today, 90)).toBe(true);
});

test.each([
  [null, null, null],
  ["2026-12-31", null, "2026-12-31"],
  [null, "2026-11-22", "2026-11-21"],
  ["2026-12-31", "2026-11-22", "2026-11-21"],
  ["2026-11-10", "2026-11-22", "2026-11-10"],
])("permission until %s, withdrawn from %s: last day %s (R-OUT-10)", (to, ended, last) => {
  expect(lastDayAlone(to === null ? null : day(to), ended === null ? null : day(ended))).toBe(last);
});
