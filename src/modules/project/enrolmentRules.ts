import { daysBetween, type PlainDate } from "../../platform/time/plainDate.ts";

export type EnrolmentRefusal =
  | "enrolment.before_project"
  | "enrolment.after_project"
  | "enrolment.case_closed"
  | "enrolment.too_far_ahead"
  | "enrolment.ends_before_start"
  | "enrolment.ends_in_future";

/** Why nobody can start in the project on `startedOn`, or null. Days are inclusive; a start may be planned 60 days ahead. */
export function refuseStart(
  project: { startsOn: PlainDate; endsOn: PlainDate | null },
  supportCase: { open: boolean },
  startedOn: PlainDate,
  today: PlainDate,
): EnrolmentRefusal | null {
  if (!supportCase.open) return "enrolment.case_closed";
  if (startedOn < project.startsOn) return "enrolment.before_project";
  if (project.endsOn && startedOn > project.endsOn) return "enrolment.after_project";
  return daysBetween(today, startedOn) > 60 ? "enrolment.too_far_ahead" : null;
}

/**
 * Why somebody who lacks this cannot start, or null: what is lacked itself where no reason was given, and who may not waive it.
 * Source: docs/domain/rules.md R-REC-04, R-GDPR-11
 */
export function refuseWaiving(
  lacked: readonly string[],
  { mayWaive, reason }: { mayWaive: boolean; reason: string },
): string | null {
  const [first] = lacked;
  if (first === undefined) return null;
  if (reason.trim() === "") return first;
  return mayWaive ? null : "enrolment.exception_not_yours";
}

/** Why the enrolment cannot end on `endedOn`, or null; it may end on the day it started. */
export function refuseEnrolmentEnd(
  enrolment: { startedOn: PlainDate },
  endedOn: PlainDate,
  today: PlainDate,
): EnrolmentRefusal | null {
  if (endedOn < enrolment.startedOn) return "enrolment.ends_before_start";
  return endedOn > today ? "enrolment.ends_in_future" : null;
}
