import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { changesTaken } from "../refund/rules.ts";
import {
  addMonth,
  changesBetween,
  dueMonth,
  isOver,
  refuseDecision,
  refuseSums,
  type Sums,
  settle,
  shareOf,
} from "./rules.ts";

const none: Sums = { benefit: 0, raised: 0, lowered: 0, carriedIn: 0, bonus: 0, deducted: 0 };
const grosze = fc.integer({ min: 0, max: 1_000_000 });

describe("what is paid for a month", () => {
  test.each<[string, Partial<Sums>, number, { recovered: number; carriedOut: number; pay: number }]>([
    ["nothing beside", { benefit: 214068 }, 100, { recovered: 0, carriedOut: 0, pay: 214068 }],
    ["a correction upward", { benefit: 100, raised: 50 }, 100, { recovered: 0, carriedOut: 0, pay: 150 }],
    ["one downward", { benefit: 100, lowered: 40 }, 100, { recovered: 40, carriedOut: 0, pay: 60 }],
    ["more than there is", { benefit: 100, lowered: 140 }, 100, { recovered: 100, carriedOut: 40, pay: 0 }],
    ["never of the bonus", { benefit: 100, lowered: 140, bonus: 30 }, 100, { recovered: 100, carriedOut: 40, pay: 30 }],
    ["at most a half", { benefit: 101, carriedIn: 140 }, 50, { recovered: 50, carriedOut: 90, pay: 51 }],
    ["not at all", { benefit: 100, carriedIn: 140 }, 0, { recovered: 0, carriedOut: 140, pay: 100 }],
    ["deductions last", { benefit: 100, bonus: 30, deducted: 120 }, 100, { recovered: 0, carriedOut: 0, pay: 10 }],
  ])("%s", (_, sums, percent, answer) => expect(settle({ ...none, ...sums }, percent)).toEqual(answer));

  it("loses no grosz, and takes nothing from a pocket, whatever the sums", () => {
    fc.assert(
      fc.property(
        fc.record({
          benefit: grosze,
          raised: grosze,
          lowered: grosze,
          carriedIn: grosze,
          bonus: grosze,
          deducted: grosze,
        }),
        fc.integer({ min: 0, max: 100 }),
        (sums, percent) => {
          const { recovered, carriedOut, pay } = settle(sums, percent);
          expect(recovered + carriedOut).toBe(sums.lowered + sums.carriedIn);
          expect(recovered).toBeLessThanOrEqual(sums.benefit + sums.raised);
          expect(Math.min(recovered, carriedOut)).toBeGreaterThanOrEqual(0);
          expect(pay).toBe(sums.benefit + sums.raised - recovered + sums.bonus - sums.deducted);
          expect(refuseSums(sums, percent) === null).toBe(pay >= 0);
        },
      ),
    );
  });
});

test.each([
  [214068, "9.76", 20893],
  [100, "0.5", 1],
  [100, "0.4999", 0],
  [1, "50", 1],
  [0, "99.9999", 0],
])("%s grosze at %s %% are %s", (base, percent, share) => expect(shareOf(base, percent)).toBe(share));

test("a month is named by its first day, over the year's end too", () => {
  expect(dueMonth(plainDate("2027-01-01"))).toBe("2026-12-01");
  expect(addMonth(plainDate("2026-11-01"), 14)).toBe("2028-01-01");
  expect(isOver(plainDate("2026-11-01"), plainDate("2026-11-30"))).toBe(false);
  expect(isOver(plainDate("2026-11-01"), plainDate("2026-12-01"))).toBe(true);
});

test.each([
  ["APPROVED", "anna", "anna", false, "benefit.own_list"],
  ["APPROVED", "anna", "ewa", false, null],
  ["RETURNED", "anna", "anna", false, "benefit.own_list"],
  ["RETURNED", "anna", "ewa", false, null],
  ["WITHDRAWN", "anna", "anna", false, null],
  ["WITHDRAWN", "anna", "ewa", false, "benefit.not_own_list"],
  ["APPROVED", "anna", "ewa", true, "benefit.already_decided"],
] as const)(
  "%s of a list of %s by %s (decided: %s) is answered with %s",
  (decision, preparedBy, accountId, decided, answer) => {
    expect(refuseDecision(decision, { preparedBy, accountId, decided })).toBe(answer);
  },
);

test("who changed, came or went since a list was prepared is named with both amounts", () => {
  const one = (ipzsId: string, payGrosze: number) => ({ ipzsId, name: ipzsId, payGrosze });
  const same = (a: { payGrosze: number }, b: { payGrosze: number }) => a.payGrosze === b.payGrosze;
  expect(
    changesBetween([one("a", 1), one("b", 2), one("c", 3)], [one("b", 2), one("c", 4), one("d", 5)], same),
  ).toEqual([
    { ipzsId: "c", name: "c", beforeGrosze: 3, nowGrosze: 4 },
    { ipzsId: "d", name: "d", beforeGrosze: null, nowGrosze: 5 },
    { ipzsId: "a", name: "a", beforeGrosze: 1, nowGrosze: null },
  ]);
});

test("a request is never below zero: what would make it so waits for the next one", () => {
  const of = (...changes: number[]) => changes.map((changeGrosze) => ({ changeGrosze }));
  expect(changesTaken(100, of(-60, -50, 30))).toEqual(of(-60, -50, 30));
  expect(changesTaken(100, of(-60, -50))).toEqual(of(-60));
  expect(changesTaken(0, of(-1))).toEqual([]);
});
