export type ProjectRefusal = "project.active_contract_missing";
export type ProjectWarning = "project.interview_hours_outside";

/** Hours of one person's initial conversations, both ends included: parameters RECRUITMENT_TALK_MIN and RECRUITMENT_TALK_MAX. */
export type InterviewHours = { least: number; most: number };

/** Whether initial conversations took as long as they should. Source: docs/domain/rules.md R-REC-03. */
export function warnInterviewHours(hours: number, { least, most }: InterviewHours): ProjectWarning | null {
  return hours >= least && hours <= most ? null : "project.interview_hours_outside";
}

/** Hours to plan for the initial conversations of so many persons. Source: docs/domain/rules.md R-REC-03. */
export function interviewHoursToPlan(persons: number, { least, most }: InterviewHours): InterviewHours {
  return { least: persons * least, most: persons * most };
}

/** A project that refers within a social contract enrols only with an active one. Source: docs/domain/rules.md R-REC-05. */
export function refuseEnrolment(enrolment: {
  contractRequired: boolean;
  contractActive: boolean;
}): ProjectRefusal | null {
  return enrolment.contractRequired && !enrolment.contractActive ? "project.active_contract_missing" : null;
}

/** Least number of persons for `percent` (at most two decimals) of `participants`, rounded up in integers. Source: docs/domain/rules.md R-OUTC-03. */
export function requiredPersons(participants: number, percent: number): number {
  const hundredths = Math.round(percent * 100);
  return Math.floor((participants * hundredths + 9_999) / 10_000);
}
