import { describe, expect, test } from "vitest";
import type { DayRange } from "../../../platform/longTermUnemployed.ts";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import type { WorkForm } from "./codes.ts";
import {
  findClashes,
  findGaps,
  type LtuNumbers,
  type Period,
  refusePeriod,
  refuseRegistration,
  refuseRegistrationEnd,
  statusesOn,
  wholeMonths,
  widen,
  withoutWorkSince,
} from "./rules.ts";

const range = (from: string, to: string | null = null): DayRange => ({ from: day(from), to: to ? day(to) : null });
let made = 0;
const period = (from: string, to: string | null, form: WorkForm = "EMPLOYMENT_CONTRACT"): Period => ({
  id: `p${made++}`,
  form,
  ...range(from, to),
});
const numbers: LtuNumbers = { window: 24, min: 12, eu: 12, euUnder25: 6, project: 24 };
const statuses = (
  periods: readonly Period[],
  registered: readonly DayRange[],
  on: string,
  born: string | null = null,
) => statusesOn(periods, registered, day(on), born ? day(born) : null, numbers);

describe("what people remember of a period is taken as wide as it is known", () => {
  test.each([
    ["DAY", "2004-05-20", "2004-05-20", "2006-02-03", "2006-02-03"],
    ["MONTH", "2004-05-20", "2004-05-01", "2006-02-03", "2006-02-28"],
    ["YEAR", "2004-05-20", "2004-01-01", "2006-02-03", "2006-12-31"],
  ] as const)("%s", (exactness, from, first, to, last) => {
    expect(widen({ from: day(from), to: day(to), exactness })).toEqual(range(first, last));
    expect(widen({ from: day(from), to: null, exactness })).toEqual(range(first));
  });

  test.each([
    ["DAY", "2026-11-22", null, null],
    ["DAY", "2026-11-23", null, "work_period.starts_in_future"],
    ["DAY", "2026-11-10", "2026-11-09", "work_period.ends_before_start"],
    ["DAY", "2026-11-10", "2026-11-10", null],
    ["DAY", "2026-11-10", "2026-11-23", "work_period.ends_in_future"],
    ["MONTH", "2026-11-22", "2026-11-01", null],
    ["YEAR", "2026-11-22", "2026-01-01", null],
    ["YEAR", "2026-01-01", "2025-12-31", "work_period.ends_before_start"],
  ] as const)("of %s from %s to %s: %s", (exactness, from, to, refusal) => {
    expect(refusePeriod({ from: day(from), to: to && day(to), exactness }, day("2026-11-22"))).toBe(refusal);
  });
});

describe("gaps of a work history are found, overlaps are allowed (J5)", () => {
  const today = day("2026-11-22");
  test.each([
    ["nothing known", [], []],
    ["still at work", [period("2020-01-01", null)], []],
    ["two jobs at a time", [period("2020-01-01", "2026-01-31"), period("2019-06-01", "2026-11-21")], []],
    ["a job inside another", [period("2019-01-01", "2026-11-21"), period("2020-01-01", "2020-02-01")], []],
    ["30 days between two jobs", [period("2020-01-01", "2020-05-31"), period("2020-07-01", null)], []],
    [
      "31 days between two jobs",
      [period("2020-01-01", "2020-06-30"), period("2020-08-01", null)],
      [["2020-07-01", "2020-07-31", 1]],
    ],
    ["from the last job until yesterday", [period("2020-01-01", "2025-12-31")], [["2026-01-01", "2026-11-21", 10]]],
    ["explained time is no gap", [period("2020-01-01", "2025-12-31"), period("2026-01-01", null, "CARE")], []],
  ])("%s", (_what, periods, gaps) => {
    expect(findGaps(periods, [], today).map(({ from, to, months }) => [from, to, months])).toEqual(gaps);
  });

  test("a gap says how many of its days the labour office knew", () => {
    const [gap] = findGaps([period("2025-01-01", "2025-12-31")], [range("2026-01-11", "2026-02-10")], today);
    expect(gap).toMatchObject({ days: 325, registeredDays: 31 });
  });

  test("work on registered days is shown, preparation and declared time are not", () => {
    const job = period("2005-12-01", "2006-01-31");
    const registered = [range("2006-01-10", "2006-03-01"), range("2007-01-01")];
    const others = [period("2006-01-15", "2006-02-15", "INTERNSHIP"), period("2006-01-01", null, "WITHOUT_WORK")];
    expect(findClashes([job, ...others], registered, today)).toEqual([
      { periodId: job.id, ...range("2006-01-10", "2006-01-31") },
    ]);
  });
});

test.each([
  ["never at work", [], null],
  ["at work", [period("2020-01-01", null)], null],
  [
    "since the last of two jobs",
    [period("2020-01-01", "2024-03-31"), period("2021-01-01", "2022-12-31")],
    "2024-04-01",
  ],
  [
    "an internship is no work",
    [period("2020-01-01", "2024-03-31"), period("2024-05-01", null, "INTERNSHIP")],
    "2024-04-01",
  ],
])("without work: %s", (_what, periods, since) => {
  expect(withoutWorkSince(periods, day("2026-11-22"))).toBe(since);
});

test.each([
  ["2026-01-31", "2026-02-27", 0],
  ["2026-01-31", "2026-02-28", 1],
  ["2004-05-20", "2006-05-20", 24],
  ["2004-05-20", "2006-05-19", 23],
  ["2026-01-31", "2026-01-31", 0],
])("whole months from %s to %s: %i", (from, to, months) => {
  expect(wholeMonths(day(from), day(to))).toBe(months);
});

describe("long-term unemployment on one day in three ways, each with its reason (R-LTU)", () => {
  const job = [period("2006-02-01", "2006-03-31")];
  const withJob = [range("2005-06-01", "2006-01-31"), range("2006-04-01")];
  test.each([
    [
      "exactly 24 months",
      [],
      [range("2004-05-20")],
      "2006-05-20",
      [true, true, false],
      ["counted", "continuous", "exactly"],
    ],
    [
      "a day more",
      [],
      [range("2004-05-20")],
      "2006-05-21",
      [true, true, true],
      ["counted", "continuous", "continuous"],
    ],
    ["a job in the middle", job, withJob, "2006-10-01", [true, false, false], ["counted", "continuous", "continuous"]],
    [
      "less than a year",
      [],
      [range("2006-01-10")],
      "2006-10-01",
      [false, false, false],
      ["counted", "continuous", "continuous"],
    ],
    [
      "not any more",
      [],
      [range("2004-01-01", "2006-09-30")],
      "2006-10-01",
      [true, false, false],
      ["counted", "not_registered", "not_registered"],
    ],
    ["never", [], [], "2006-10-01", [false, false, false], ["never", "not_registered", "not_registered"]],
  ] as const)("%s", (_what, periods, registered, on, met, reasons) => {
    const lines = statuses(periods, registered, on);
    expect(lines.map((line) => line.met)).toEqual(met);
    expect(lines.map((line) => line.reason)).toEqual(reasons);
  });

  test("labour law leaves an internship out", () => {
    const internship = [period("2006-01-01", "2006-03-31", "INTERNSHIP")];
    expect(statuses(internship, [range("2005-09-01")], "2006-10-01")[0]).toMatchObject({
      met: false,
      days: 306,
      overMonths: 12,
      windowMonths: 24,
    });
  });

  test("monitoring also takes declared time, the others do not", () => {
    const said = [period("2005-05-20", null, "WITHOUT_WORK")];
    expect(statuses(said, [], "2006-05-21").map(({ met, since }) => [met, since])).toEqual([
      [false, "2004-05-21"],
      [true, "2005-05-20"],
      [false, null],
    ]);
  });

  test("under 25 the shorter number of monitoring holds, on the birthday no more", () => {
    const registered = [range("2005-05-20")];
    expect(statuses([], registered, "2005-12-01", "1980-12-02")[1]).toMatchObject({
      met: true,
      overMonths: 6,
      months: 6,
    });
    expect(statuses([], registered, "2005-12-02", "1980-12-02")[1]).toMatchObject({ met: false, overMonths: 12 });
  });
});

test.each([
  ["2026-11-23", null, "labour_registration.starts_in_future"],
  ["2026-11-22", null, null],
  ["2026-10-02", "2026-10-01", "labour_registration.ends_before_start"],
  ["2026-10-01", "2026-11-23", "labour_registration.ends_in_future"],
  ["2023-12-01", "2024-01-09", null],
  ["2023-12-01", "2024-01-10", "labour_registration.overlaps"],
  ["2024-03-31", "2024-05-01", "labour_registration.overlaps"],
  ["2024-04-01", "2024-05-01", null],
  ["2023-01-01", null, "labour_registration.overlaps"],
])("R-LTU: registered from %s to %s beside 10 January to 31 March 2024: %s", (from, to, refusal) => {
  const others = [range("2024-01-10", "2024-03-31")];
  expect(refuseRegistration(range(from, to), others, day("2026-11-22"))).toBe(refusal);
});

test.each([
  ["2026-05-01", null, "labour_registration.ends_before_start"],
  ["2026-05-02", null, null],
  ["2026-11-22", null, null],
  ["2026-11-23", null, "labour_registration.ends_in_future"],
  ["2026-06-01", "2026-07-01", "labour_registration.already_ended"],
])("a registration since 2 May 2026 ends on %s (ended before: %s): %s", (endedOn, to, refusal) => {
  expect(refuseRegistrationEnd(range("2026-05-02", to), day(endedOn), day("2026-11-22"))).toBe(refusal);
});
