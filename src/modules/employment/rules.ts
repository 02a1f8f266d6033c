import { deadlineAfterMonths, type PlainDate, periodEnd } from "../../platform/time/plainDate.ts";

export type EmploymentRefusal =
  | "employment.ends_before_start"
  | "employment.shorter_without_reason"
  | "employment.medical_exam_missing"
  | "employment.medical_exam_expired"
  | "employment.safety_training_missing"
  | "employment.insurance_missing"
  | "employment.agreement_missing"
  | "employment.disclosure_not_agreed"
  | "employment.declaration_persons_missing"
  | "employment.declaration_working_time_missing"
  | "employment.declaration_duration_missing"
  | "employment.declaration_full";
export type EmploymentWarning = "employment.over_weekly_hours";

/** Last day of a workplace training that starts on `startOn`: 6 months. Source: docs/domain/rules.md R-EMP-01. */
export function workplaceTrainingEnd(startOn: PlainDate, months = 6): PlainDate {
  return periodEnd(startOn, months);
}

/** Why a training cannot be planned or ended on `endOn`: a shorter one needs a reason. Source: docs/domain/rules.md R-EMP-01. */
export function refuseTrainingEnd(
  startOn: PlainDate,
  endOn: PlainDate,
  reason: string | null,
  months = 6,
): EmploymentRefusal | null {
  if (endOn < startOn) return "employment.ends_before_start";
  const shorter = endOn < workplaceTrainingEnd(startOn, months);
  return shorter && !reason?.trim() ? "employment.shorter_without_reason" : null;
}

/** Days of what must be there before work starts; null = not there. */
export interface StartConditions {
  medicalExamOn: PlainDate | null;
  /** Last day on which the exam holds; null = without limit. */
  medicalExamUntil: PlainDate | null;
  safetyTrainingOn: PlainDate | null;
  insuredFrom: PlainDate | null;
  agreementOn: PlainDate | null;
}

/** What keeps a placement from starting on `startOn`, all of it; the first day itself is early enough. Source: docs/domain/rules.md R-EMP-02. */
export function refuseStart(conditions: StartConditions, startOn: PlainDate): readonly EmploymentRefusal[] {
  const refusals: EmploymentRefusal[] = [];
  const there = (day: PlainDate | null): boolean => day !== null && day <= startOn;
  const { medicalExamUntil } = conditions;
  if (!there(conditions.medicalExamOn)) refusals.push("employment.medical_exam_missing");
  else if (medicalExamUntil !== null && medicalExamUntil < startOn) refusals.push("employment.medical_exam_expired");
  if (!there(conditions.safetyTrainingOn)) refusals.push("employment.safety_training_missing");
  if (!there(conditions.insuredFrom)) refusals.push("employment.insurance_missing");
  if (!there(conditions.agreementOn)) refusals.push("employment.agreement_missing");
  return refusals;
}

/**
 * Socially useful work over its weekly limit, which is a dated parameter; null limit = none known.
 * Source: docs/domain/rules.md R-EMP-03.
 */
export function warnWeeklyHours(weeklyHours: number, limitHours: number | null): EmploymentWarning | null {
  return limitHours !== null && weeklyHours > limitHours ? "employment.over_weekly_hours" : null;
}

/** Nothing about the person goes to an employer without recorded agreement. Source: docs/domain/rules.md R-EMP-04. */
export function refuseEmployerContact(contact: {
  aboutPerson: boolean;
  disclosureAgreed: boolean;
}): EmploymentRefusal | null {
  return contact.aboutPerson && !contact.disclosureAgreed ? "employment.disclosure_not_agreed" : null;
}

/**
 * What stays of the words for an employer when another person is chosen: never an agreement, nor words that came from what one
 * person agreed to, however they were changed. Source: docs/domain/rules.md R-EMP-04.
 * @param taken whether they came from a plan
 */
export function disclosureForAnother(words: string, taken: boolean): { disclosure: string; disclosureAgreed: false } {
  return { disclosure: taken ? "" : words, disclosureAgreed: false };
}

export interface DeclarationContent {
  personsCount: number;
  /** Share of full time, 0.01 to 1, or hours a week; one of the two. */
  workingTimeFraction: number | null;
  weeklyHours: number | null;
  /** One of the three: months, a last day, or without limit. */
  durationMonths: number | null;
  durationUntil: PlainDate | null;
  indefinite: boolean;
}

/** What a declaration lacks to confirm anything: persons, working time, duration. Source: docs/domain/rules.md R-EMP-05. */
export function refuseDeclaration(declaration: DeclarationContent): readonly EmploymentRefusal[] {
  const refusals: EmploymentRefusal[] = [];
  const { personsCount, workingTimeFraction: fraction, weeklyHours, durationMonths } = declaration;
  if (!Number.isInteger(personsCount) || personsCount < 1) refusals.push("employment.declaration_persons_missing");
  const hasFraction = fraction !== null && fraction > 0 && fraction <= 1;
  if (!hasFraction && !(weeklyHours !== null && weeklyHours > 0))
    refusals.push("employment.declaration_working_time_missing");
  const hasMonths = durationMonths !== null && durationMonths > 0;
  if (!hasMonths && declaration.durationUntil === null && !declaration.indefinite)
    refusals.push("employment.declaration_duration_missing");
  return refusals;
}

export interface LinkedEvidence {
  status: "DRAFT" | "VERIFIED" | "REJECTED";
}

/** Places of a declaration: evidence that waits for verification holds one, a rejected one gives it back. Source: docs/domain/rules.md R-EMP-06. */
export function declarationUse(
  personsCount: number,
  linked: readonly LinkedEvidence[],
): { declared: number; used: number; free: number } {
  const used = linked.filter(({ status }) => status !== "REJECTED").length;
  return { declared: personsCount, used, free: Math.max(0, personsCount - used) };
}

/** Why no further evidence can be linked to the declaration, or null. Source: docs/domain/rules.md R-EMP-06. */
export function refuseLink(personsCount: number, linked: readonly LinkedEvidence[]): EmploymentRefusal | null {
  return declarationUse(personsCount, linked).free > 0 ? null : "employment.declaration_full";
}

const FOLLOW_UP_MONTHS = [1, 3, 6, 12] as const;

/** Days on which a follow-up of employment is due, sorted. Source: docs/domain/rules.md R-EMP-08. */
export function followUpDays(
  from: PlainDate,
  months: readonly number[] = FOLLOW_UP_MONTHS,
): readonly { months: number; dueOn: PlainDate }[] {
  return months.map((count) => ({ months: count, dueOn: deadlineAfterMonths(from, count) }));
}

const JOBS = [
  "OPEN_MARKET_JOB",
  "SUPPORTED_EMPLOYMENT",
  "EMPLOYMENT_REFERRAL_ART16",
  "INTERVENTION_WORKS",
  "PUBLIC_WORKS",
];

/** A job is followed up from its first day; a training from the day on which it ended in a job. Source: docs/domain/rules.md R-EMP-08. */
export function followsFromStart(placementKind: string): boolean {
  return JOBS.includes(placementKind);
}
