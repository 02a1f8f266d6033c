import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { CourseLack } from "./contract.ts";

export type CourseRefusal =
  | "course.ends_before_start"
  | "course.joined_outside"
  | "course.day_in_future"
  | "course.left_already"
  | "course.left_outside"
  | "course.exam_without_result"
  | "course.attended_more_than_programme"
  | "course.reason_missing"
  | "course.other_number"
  | "course.issued_before_end"
  | `course.lack.${CourseLack}`;

type Period = { startsOn: PlainDate; endsOn: PlainDate };

/** Why somebody cannot join on a day; null when they can. Who joins before the first day is on the list from the start. */
export function refuseJoining({ endsOn }: Period, joinedOn: PlainDate): CourseRefusal | null {
  return joinedOn > endsOn ? "course.joined_outside" : null;
}

/** Why a leaving cannot be noted; null when it can. */
export function refuseLeaving(
  { joinedOn, endsOn, leftOn: already }: { joinedOn: PlainDate; endsOn: PlainDate; leftOn: PlainDate | null },
  leftOn: PlainDate,
  today: PlainDate,
): CourseRefusal | null {
  if (already !== null) return "course.left_already";
  if (leftOn > today) return "course.day_in_future";
  return leftOn < joinedOn || leftOn > endsOn ? "course.left_outside" : null;
}

/** Why a result cannot be noted; null when it can. */
export function refuseResult(
  { programmeMinutes }: { programmeMinutes: number },
  result: { attendedMinutes: number | null; examOn: PlainDate | null; examPassed: boolean | null },
  today: PlainDate,
): CourseRefusal | null {
  if ((result.examOn === null) !== (result.examPassed === null)) return "course.exam_without_result";
  if (result.examOn !== null && result.examOn > today) return "course.day_in_future";
  return (result.attendedMinutes ?? 0) > programmeMinutes ? "course.attended_more_than_programme" : null;
}

export type Attended = { minutes: number; ofMinutes: number };

/** Share of the hours in percent, to one decimal for people to read; never what is compared. Source: docs/domain/rules.md R-PRG-07 */
export function percentOf({ minutes, ofMinutes }: Attended): number {
  return ofMinutes === 0 ? 0 : Math.round((minutes * 1000) / ofMinutes) / 10;
}

/** Whether the threshold is met, in exact numbers: 79.96 % is not 80 %. Source: docs/domain/rules.md R-PRG-08 */
export function meetsThreshold({ minutes, ofMinutes }: Attended, thresholdPercent: number): boolean {
  return ofMinutes > 0 && minutes * 100 >= thresholdPercent * ofMinutes;
}

/**
 * Why somebody gets no certificate of a course today; empty when they get it. Source: docs/domain/rules.md R-PRG-07, R-PRG-08
 */
export function lacksOfCourse(
  course: { endsOn: PlainDate; withExam: boolean; thresholdPercent: number },
  participant: { leftOn: PlainDate | null; attended: Attended | null; examPassed: boolean | null },
  today: PlainDate,
): CourseLack[] {
  const { attended } = participant;
  const known = attended !== null && attended.ofMinutes > 0;
  return [
    ...(participant.leftOn === null ? [] : (["LEFT"] as const)),
    ...(course.endsOn <= today ? [] : (["NOT_ENDED"] as const)),
    ...(known ? [] : (["NO_ATTENDANCE"] as const)),
    ...(known && !meetsThreshold(attended, course.thresholdPercent) ? (["BELOW_THRESHOLD"] as const) : []),
    ...(course.withExam && participant.examPassed !== true ? (["EXAM_NOT_PASSED"] as const) : []),
  ];
}

/** Why a certificate cannot be given so; null when it can. `before`: the number of the one that it replaces. */
export function refuseCourseCertificate(
  { endsOn, lacks, before }: { endsOn: PlainDate; lacks: readonly CourseLack[]; before: string | null },
  { issuedOn, number, reason }: { issuedOn: PlainDate; number: string; reason: string },
  today: PlainDate,
): CourseRefusal | null {
  const [lack] = lacks;
  if (lack) return `course.lack.${lack}`;
  if (issuedOn > today) return "course.day_in_future";
  if (issuedOn < endsOn) return "course.issued_before_end";
  if (before === null) return null;
  if (reason.trim() === "") return "course.reason_missing";
  return number.toLowerCase() === before.toLowerCase() ? null : "course.other_number";
}
