import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import {
  type Candidate,
  type DayRange,
  evaluateCriteria,
  interviewHoursToPlan,
  longTermByEuMonitoring,
  longTermByLabourLaw,
  longTermByProjectRule,
  RADOM_RECRUITMENT,
  refuseEnrolment,
  refuseQualification,
  registeredSince,
  warnInterviewHours,
} from "./rules.ts";

const range = (from: string, to: string | null = null): DayRange => ({
  from: day(from),
  to: to === null ? null : day(to),
});
const facts = (...registered: DayRange[]) => ({ registered, excluded: [] });
const withJob = facts(range("2005-06-01", "2006-01-31"), range("2006-04-01"));

describe("long-term unemployment is computed from dates, three ways (R-LTU)", () => {
  test.each([
    ["registered 2004-05-20", facts(range("2004-05-20")), "2006-05-20", true, false],
    ["registered 2004-05-20", facts(range("2004-05-20")), "2006-05-21", true, true],
    ["two months of work in the middle", withJob, "2006-10-01", true, false],
    ["registered 2006-01-10", facts(range("2006-01-10")), "2006-10-01", false, false],
    ["not registered any more", facts(range("2004-01-01", "2006-09-30")), "2006-10-01", true, false],
    ["never registered", facts(), "2006-10-01", false, false],
  ])("%s, on %3$s", (_what, known, on, labourLaw, project) => {
    expect(longTermByLabourLaw(known, day(on)).met).toBe(labourLaw);
    expect(longTermByProjectRule(known, day(on)).met).toBe(project);
  });

  test("labour law counts the days of 14 months and explains it", () => {
    expect(longTermByLabourLaw(withJob, day("2006-10-01"))).toEqual({
      met: true,
      rule: "LABOUR_LAW",
      since: "2004-10-01",
      days: 245 + 184,
      moreThanDays: 365,
    });
  });

  test("exactly 12 of 24 months are not more than 12", () => {
    expect(longTermByLabourLaw(facts(range("2005-10-02")), day("2006-10-01")).met).toBe(false);
    expect(longTermByLabourLaw(facts(range("2005-10-01")), day("2006-10-01")).met).toBe(true);
  });

  test("an internship is not counted and overlapping registrations count once", () => {
    const internship = { registered: [range("2005-09-01")], excluded: [range("2006-01-01", "2006-03-31")] };
    expect(longTermByLabourLaw(internship, day("2006-10-01")).days).toBe(396 - 90);
    expect(longTermByLabourLaw(internship, day("2006-10-01")).met).toBe(false);
    const twice = facts(range("2005-09-01"), range("2005-09-01", "2006-02-01"));
    expect(longTermByLabourLaw(twice, day("2006-10-01")).days).toBe(396);
  });

  test.each([
    ["2006-05-20", 12, false],
    ["2006-05-21", 12, true],
    ["2005-11-21", 6, true],
  ])("EU monitoring, since 2005-05-20, on %s over %i months: %s (R-LTU-02)", (on, months, met) => {
    expect(longTermByEuMonitoring(facts(range("2005-05-20")), day(on), months).met).toBe(met);
  });

  test("an interruption breaks the project's period unless the project forgives it (R-LTU-03)", () => {
    const known = facts(range("2004-05-20", "2005-05-31"), range("2005-06-03"));
    expect(registeredSince(known.registered, day("2006-06-01"))).toBe("2005-06-03");
    expect(registeredSince(known.registered, day("2006-06-01"), 2)).toBe("2004-05-20");
    expect(longTermByProjectRule(known, day("2006-06-01")).met).toBe(false);
    expect(longTermByProjectRule(known, day("2006-06-01"), 24, 2).met).toBe(true);
    const joined = facts(range("2004-05-20", "2005-05-31"), range("2005-06-01"));
    expect(longTermByProjectRule(joined, day("2006-06-01"))).toEqual({
      met: true,
      rule: "PROJECT_RULE",
      since: "2004-05-20",
      days: 742,
      moreThanDays: 730,
    });
  });
});

describe("recruitment needs all four criteria (R-REC-01)", () => {
  const candidate = (change: Partial<Candidate> = {}): Candidate => ({
    unemployment: { value: facts(range("2003-01-01")), evidence: "labour office certificate" },
    education: { value: "PRIMARY", evidence: "school certificate" },
    birthDate: { value: day("1960-01-01"), evidence: "identity card seen" },
    clientSince: { value: day("2004-01-01"), evidence: "file 12/2004" },
    ...change,
  });
  const resultOf = (change: Partial<Candidate>, on: string, criterion: string) =>
    evaluateCriteria(candidate(change), day(on)).find((result) => result.criterion === criterion)?.result;

  test.each([
    ["1970-06-01", "2005-06-01", "fail"],
    ["1970-06-01", "2005-06-02", "pass"],
    ["1971-01-15", "2005-06-02", "fail"],
  ])("born %s, on %s: %s", (born, on, result) => {
    expect(resultOf({ birthDate: { value: day(born), evidence: null } }, on, "AGE")).toBe(result);
  });

  test.each([
    ["2005-05-20", "2006-05-20", "fail"],
    ["2005-05-20", "2006-05-21", "pass"],
  ])("client since %s, on %s: %s", (since, on, result) => {
    expect(resultOf({ clientSince: { value: day(since), evidence: null } }, on, "CLIENT_OF_CENTRE")).toBe(result);
  });

  test.each([
    ["PRIMARY", "pass"],
    ["BASIC_VOCATIONAL", "pass"],
    ["LOWER_SECONDARY_GIMNAZJUM", "pass"],
    ["NONE_INCOMPLETE_PRIMARY", "fail"],
    ["SECONDARY_VOCATIONAL", "fail"],
    ["HIGHER", "fail"],
  ] as const)("education %s: %s", (value, result) => {
    expect(resultOf({ education: { value, evidence: null } }, "2006-06-01", "EDUCATION")).toBe(result);
  });

  test("lower secondary is a parameter", () => {
    const strict = { ...RADOM_RECRUITMENT, education: ["PRIMARY" as const, "BASIC_VOCATIONAL" as const] };
    const lower = candidate({ education: { value: "LOWER_SECONDARY_GIMNAZJUM", evidence: null } });
    expect(refuseQualification(evaluateCriteria(lower, day("2006-06-01"), strict))).toBe("project.criterion_failed");
    expect(refuseQualification(evaluateCriteria(lower, day("2006-06-01")))).toBeNull();
  });

  test("every criterion shows its value and evidence", () => {
    expect(evaluateCriteria(candidate({ education: { value: null, evidence: null } }), day("2006-06-01"))).toEqual([
      { criterion: "LONG_TERM_UNEMPLOYED", result: "pass", value: "2003-01-01", evidence: "labour office certificate" },
      { criterion: "EDUCATION", result: "missing", value: null, evidence: null },
      { criterion: "AGE", result: "pass", value: "1960-01-01", evidence: "identity card seen" },
      { criterion: "CLIENT_OF_CENTRE", result: "pass", value: "2004-01-01", evidence: "file 12/2004" },
    ]);
  });

  test("a missing datum is not a failure, and a failure weighs more", () => {
    const missing = candidate({ education: { value: null, evidence: null } });
    expect(refuseQualification(evaluateCriteria(missing, day("2006-06-01")))).toBe("project.criterion_missing");
    const both = { ...missing, birthDate: { value: day("1980-01-01"), evidence: null } };
    expect(refuseQualification(evaluateCriteria(both, day("2006-06-01")))).toBe("project.criterion_failed");
  });
});

test.each([
  [1.75, "project.interview_hours_outside"],
  [2, null],
  [3, null],
  [3.25, "project.interview_hours_outside"],
])("%d hours of initial conversations: %s (R-REC-03)", (hours, warning) => {
  expect(warnInterviewHours(hours)).toBe(warning);
});

test.each([
  [28, 56, 84],
  [30, 60, 90],
  [60, 120, 180],
])("%i persons need %i to %i hours of conversations (R-REC-03)", (persons, least, most) => {
  expect(interviewHoursToPlan(persons)).toEqual({ least, most });
});

test("enrolment within a social contract needs an active one (R-REC-05)", () => {
  expect(refuseEnrolment({ contractRequired: true, contractActive: false })).toBe("project.active_contract_missing");
  expect(refuseEnrolment({ contractRequired: true, contractActive: true })).toBeNull();
  expect(refuseEnrolment({ contractRequired: false, contractActive: false })).toBeNull();
});
