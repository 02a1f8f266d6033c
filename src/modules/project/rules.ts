import { addMonths, daysBetween, type PlainDate } from "../../platform/time/plainDate.ts";

export type ProjectRefusal =
  | "project.criterion_failed"
  | "project.criterion_missing"
  | "project.active_contract_missing";
export type ProjectWarning = "project.interview_hours_outside";

/** Inclusive days; `to` null = still going on. */
export interface DayRange {
  from: PlainDate;
  to: PlainDate | null;
}

export interface UnemploymentFacts {
  /** Registrations at the labour office, in any order. */
  registered: readonly DayRange[];
  /** Internship and adult vocational preparation, not counted by labour law. */
  excluded: readonly DayRange[];
}

/** A computed status with what it was computed from, so that a screen can explain it. */
export interface StatusAnswer {
  met: boolean;
  rule: "LABOUR_LAW" | "EU_MONITORING" | "PROJECT_RULE";
  /** Start of the period looked at; null when the person is not registered on that day. */
  since: PlainDate | null;
  /** Days counted (labour law) or elapsed since `since` (the others). */
  days: number;
  /** The status needs more than so many days. */
  moreThanDays: number;
}

function covers(range: DayRange, day: PlainDate): boolean {
  return range.from <= day && (range.to === null || range.to >= day);
}

function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

/** Days of a window that lie in any of the ranges, each day once. */
function countDays(ranges: readonly DayRange[], from: PlainDate, to: PlainDate): number {
  let total = 0;
  let counted: PlainDate | null = null;
  for (const range of ranges.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const end = range.to === null || range.to > to ? to : range.to;
    const start = latest(range.from, from);
    const overlapping = counted !== null && counted >= start;
    const base = overlapping && counted !== null ? daysBetween(counted, end) : daysBetween(start, end) + 1;
    if (base <= 0) continue;
    total += base;
    counted = end;
  }
  return total;
}

/** First day of the registration that holds on `on`, joined over gaps of at most `gapDays` days; null when not registered. */
export function registeredSince(registered: readonly DayRange[], on: PlainDate, gapDays = 0): PlainDate | null {
  const sorted = registered.toSorted((a, b) => (a.from > b.from ? -1 : 1));
  let since = sorted.findLast((range) => covers(range, on))?.from ?? null;
  for (const range of sorted) {
    if (since === null || range.from >= since) continue;
    if (range.to === null || daysBetween(range.to, since) - 1 <= gapDays) since = range.from;
  }
  return since;
}

/**
 * Labour law: registered for more than 12 of the last 24 months in sum, internships excluded. The last 24 months are the
 * days after `on − 24 months` up to `on`; 12 months are the days of the last 12. Source: docs/domain/rules.md R-LTU-01.
 */
export function longTermByLabourLaw(facts: UnemploymentFacts, on: PlainDate): StatusAnswer {
  const from = addMonths(on, -24);
  const registered = countDays(facts.registered, from, on);
  const both = facts.registered.flatMap((range) =>
    facts.excluded.map((out) => ({
      from: latest(range.from, out.from),
      to: range.to === null ? out.to : out.to === null || range.to < out.to ? range.to : out.to,
    })),
  );
  const days =
    registered -
    countDays(
      both.filter(({ from: start, to }) => to === null || to >= start),
      from,
      on,
    );
  const moreThanDays = daysBetween(addMonths(on, -12), on);
  return { met: days > moreThanDays, rule: "LABOUR_LAW", since: from, days, moreThanDays };
}

function continuous(
  facts: UnemploymentFacts,
  on: PlainDate,
  rule: "EU_MONITORING" | "PROJECT_RULE",
  overMonths: number,
  gapDays: number,
): StatusAnswer {
  const since = registeredSince(facts.registered, on, gapDays);
  if (since === null)
    return { met: false, rule, since, days: 0, moreThanDays: daysBetween(addMonths(on, -overMonths), on) };
  const reached = addMonths(since, overMonths);
  return { met: on > reached, rule, since, days: daysBetween(since, on), moreThanDays: daysBetween(since, reached) };
}

/** Continuously unemployed for more than 12 months (parameter: 6 was used under 25). Source: docs/domain/rules.md R-LTU-02. */
export function longTermByEuMonitoring(facts: UnemploymentFacts, on: PlainDate, overMonths = 12): StatusAnswer {
  return continuous(facts, on, "EU_MONITORING", overMonths, 0);
}

/**
 * Registered for more than 24 months without interruption; gaps of at most `gapDays` days are forgiven when the project
 * says so. Exactly 24 months are not enough. Source: docs/domain/rules.md R-LTU-03.
 */
export function longTermByProjectRule(
  facts: UnemploymentFacts,
  on: PlainDate,
  overMonths = 24,
  gapDays = 0,
): StatusAnswer {
  return continuous(facts, on, "PROJECT_RULE", overMonths, gapDays);
}

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
