import { longTermByProjectRule, registeredSince, type UnemploymentFacts } from "../../platform/longTermUnemployed.ts";
import { addMonths, type PlainDate } from "../../platform/time/plainDate.ts";

export type ProjectRefusal =
  | "project.criterion_failed"
  | "project.criterion_missing"
  | "project.active_contract_missing";
export type ProjectWarning = "project.interview_hours_outside";

const EDUCATION = [
  "NONE_INCOMPLETE_PRIMARY",
  "PRIMARY",
  "LOWER_SECONDARY_GIMNAZJUM",
  "BASIC_VOCATIONAL",
  "SECONDARY_GENERAL",
  "SECONDARY_VOCATIONAL",
  "POST_SECONDARY",
  "HIGHER",
] as const;
type Education = (typeof EDUCATION)[number];

export interface RecruitmentRules {
  unemployedOverMonths: number;
  unemployedGapDays: number;
  education: readonly Education[];
  olderThanYears: number;
  clientOverMonths: number;
}

/** The Radom project's criteria. Source: docs/domain/rules.md R-REC-01; lower secondary is included by default. */
export const RADOM_RECRUITMENT: RecruitmentRules = {
  unemployedOverMonths: 24,
  unemployedGapDays: 0,
  education: ["PRIMARY", "LOWER_SECONDARY_GIMNAZJUM", "BASIC_VOCATIONAL"],
  olderThanYears: 35,
  clientOverMonths: 12,
};

/** A datum with what proves it; null value = not known. */
interface Proven<T> {
  value: T | null;
  evidence: string | null;
}

export interface Candidate {
  unemployment: Proven<UnemploymentFacts>;
  education: Proven<Education>;
  birthDate: Proven<PlainDate>;
  clientSince: Proven<PlainDate>;
}

type Criterion = "LONG_TERM_UNEMPLOYED" | "EDUCATION" | "AGE" | "CLIENT_OF_CENTRE";
export interface CriterionResult {
  criterion: Criterion;
  result: "pass" | "fail" | "missing";
  /** What was judged: a day (registered since, born, client since) or an education level; null when not known. */
  value: string | null;
  evidence: string | null;
}

/**
 * The four criteria on a day, each with value, evidence and result; all must pass together. Age and client time are
 * strict: 35 years to the day are not "over 35". Source: docs/domain/rules.md R-REC-01.
 */
export function evaluateCriteria(
  candidate: Candidate,
  on: PlainDate,
  rules: RecruitmentRules = RADOM_RECRUITMENT,
): readonly CriterionResult[] {
  const judge = <T>(
    criterion: Criterion,
    { value, evidence }: Proven<T>,
    shown: (value: T) => string | null,
    passes: (value: T) => boolean,
  ): CriterionResult =>
    value === null
      ? { criterion, result: "missing", value: null, evidence }
      : { criterion, result: passes(value) ? "pass" : "fail", value: shown(value), evidence };
  const { unemployedOverMonths, unemployedGapDays } = rules;
  return [
    judge(
      "LONG_TERM_UNEMPLOYED",
      candidate.unemployment,
      (facts) => registeredSince(facts.registered, on, unemployedGapDays),
      (facts) => longTermByProjectRule(facts, on, unemployedOverMonths, unemployedGapDays).met,
    ),
    judge("EDUCATION", candidate.education, String, (level) => rules.education.includes(level)),
    judge("AGE", candidate.birthDate, String, (born) => on > addMonths(born, rules.olderThanYears * 12)),
    judge("CLIENT_OF_CENTRE", candidate.clientSince, String, (since) => on > addMonths(since, rules.clientOverMonths)),
  ];
}

/** Why the candidate cannot be qualified: a failed criterion weighs before a missing datum. Source: docs/domain/rules.md R-REC-01. */
export function refuseQualification(results: readonly CriterionResult[]): ProjectRefusal | null {
  if (results.some(({ result }) => result === "fail")) return "project.criterion_failed";
  return results.some(({ result }) => result === "missing") ? "project.criterion_missing" : null;
}

/** Initial conversations take 2 to 3 hours for each person, both ends included. Source: docs/domain/rules.md R-REC-03. */
export function warnInterviewHours(hours: number): ProjectWarning | null {
  return hours >= 2 && hours <= 3 ? null : "project.interview_hours_outside";
}

/** Hours to plan for the initial conversations of so many persons. Source: docs/domain/rules.md R-REC-03. */
export function interviewHoursToPlan(persons: number): { least: number; most: number } {
  return { least: persons * 2, most: persons * 3 };
}

/** A project that refers within a social contract enrols only with an active one. Source: docs/domain/rules.md R-REC-05. */
export function refuseEnrolment(enrolment: {
  contractRequired: boolean;
  contractActive: boolean;
}): ProjectRefusal | null {
  return enrolment.contractRequired && !enrolment.contractActive ? "project.active_contract_missing" : null;
}
