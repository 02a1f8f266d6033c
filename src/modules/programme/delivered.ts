import { addDays, compareDays, type PlainDate } from "../../platform/time/plainDate.ts";

/** Days after a session in which its register may still be closed without a reason; until then it counts as held. */
const registerDays = 3;

/** `heldMinutes`: of a closed register; `course` undefined = nobody has written anything in it. */
type Went = { heldMinutes: number | null } | undefined;

/**
 * Minutes that a session takes from its module's plan: those of its closed register, else its own while it is ahead, while its register is open with
 * entries, or while it may still be written. A class that went by and of which nobody wrote anything was not held. Source: docs/domain/rules.md R-PRG-04
 */
export function minutesThatCount(
  { day, minutes }: { day: PlainDate; minutes: number },
  course: Went,
  today: PlainDate,
): number {
  if (course) return course.heldMinutes ?? minutes;
  return compareDays(day, addDays(today, -registerDays)) >= 0 ? minutes : 0;
}
