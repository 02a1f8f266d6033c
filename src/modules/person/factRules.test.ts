import { expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import { factsOnDay, refuseEnd, safetyFlagEnd, sectionOfCause, strangeDetails } from "./factRules.ts";

const fact = (
  kind: string,
  value: string,
  from: string,
  until: string | null = null,
  withdrawnAt: string | null = null,
) => ({
  kind,
  value,
  validFrom: day(from),
  validUntil: until === null ? null : day(until),
  withdrawnAt,
});

test("as of a day the latest start holds for what has one value, and all for lists; withdrawn ones never do", () => {
  const facts = [
    fact("HOUSING", "wrong", "2026-08-01", null, "2026-08-02T10:00Z"),
    fact("HOUSING", "3", "2026-03-01", "2026-04-30"),
    fact("HOUSING", "1", "2026-01-01"),
    fact("INCOME", "PENSION", "2026-02-01"),
    fact("INCOME", "ALIMONY", "2026-01-01"),
  ];
  const on = (text: string) => factsOnDay(facts, day(text)).map(({ value }) => value);
  expect(on("2025-12-31")).toEqual([]);
  expect(on("2026-01-01")).toEqual(["1", "ALIMONY"]);
  expect(on("2026-03-01")).toEqual(["3", "PENSION", "ALIMONY"]);
  expect(on("2026-04-30")).toEqual(["3", "PENSION", "ALIMONY"]);
  expect(on("2026-05-01")).toEqual(["1", "PENSION", "ALIMONY"]);
  expect(on("2026-08-01")).toEqual(["1", "PENSION", "ALIMONY"]);
});

test("of two entries with one start the one recorded later holds", () => {
  const facts = [fact("LABOUR", "later", "2026-01-01"), fact("LABOUR", "earlier", "2026-01-01")];
  expect(factsOnDay(facts, day("2026-01-02")).map(({ value }) => value)).toEqual(["later"]);
});

test.each([
  [null, "2026-11-22", null],
  ["2026-12-31", "2026-11-30", null],
  ["2026-11-22", "2026-11-22", null],
  ["2026-12-31", "2027-01-01", "person.fact_already_ended"],
  ["2026-11-21", "2026-11-01", "person.fact_already_ended"],
])("an entry until %s ended on %s: %s", (until, wanted, answer) => {
  expect(refuseEnd(until === null ? null : day(until), day(wanted), day("2026-11-22"))).toBe(answer);
});

test("a safety flag holds six months at most (R-OUT-11)", () => {
  expect(safetyFlagEnd(day("2026-11-22"), null)).toBe("2027-05-22");
  expect(safetyFlagEnd(day("2026-11-22"), day("2026-12-01"))).toBe("2026-12-01");
  expect(safetyFlagEnd(day("2026-11-22"), day("2028-01-01"))).toBe("2027-05-22");
});

test("causes of health, addiction and prison stand in the protection of their section", () => {
  expect(["HEALTH", "DISABILITY", "ADDICTION_ALCOHOL", "RELEASE_FROM_PRISON", "EVICTION"].map(sectionOfCause)).toEqual([
    "HEALTH",
    "DISABILITY",
    "ADDICTION",
    "COURT",
    null,
  ]);
});

test("details are those of their kind", () => {
  expect(strangeDetails("HOUSING", { statutory: true })).toEqual([]);
  expect(strangeDetails("HOUSING", { ruling: "I Ns 1/26" })).toEqual(["ruling"]);
});
