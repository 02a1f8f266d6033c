import { describe, expect, test } from "vitest";
import type { DayRange } from "../../platform/longTermUnemployed.ts";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import {
  type Candidate,
  evaluateCriteria,
  interviewHoursToPlan,
  RADOM_RECRUITMENT,
  refuseEnrolment,
  refuseQualification,
  warnInterviewHours,
} from "./rules.ts";

const range = (from: string, to: string | null = null): DayRange => ({
  from: day(from),
  to: to === null ? null : day(to),
});
const facts = (...registered: DayRange[]) => ({ registered, excluded: [] });

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
