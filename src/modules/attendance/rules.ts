import { daysBetween, type PlainDate } from "../../platform/time/plainDate.ts";

export type AttendanceRefusal =
  | "attendance.reason_missing"
  | "attendance.not_a_member"
  | "attendance.minutes_outside_session"
  | "attendance.presence_ahead"
  | "attendance.day_off_not_granted"
  | "attendance.month_locked"
  | "attendance.closed_before_session"
  | "attendance.already_closed"
  | "attendance.marks_missing"
  | "attendance.late_closing_reason_missing";
export type AttendanceWarning = "attendance.too_many_for_leaders";

export const ATTENDANCE_STATUSES = [
  "PRESENT",
  "LATE",
  "LEFT_EARLY",
  "ABSENT_UNEXCUSED",
  "ABSENT_EXCUSED",
  "SICK",
  "DAY_OFF",
  "SUSPENDED",
  "NO_CLASS",
] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

/** Statuses that mean the person was there, if only for a part. */
export function wasThere(status: AttendanceStatus): boolean {
  return status === "PRESENT" || status === "LATE" || status === "LEFT_EARLY";
}

export interface Mark {
  personId: string;
  status: AttendanceStatus;
  /** Read with LATE and LEFT_EARLY; 0 otherwise. */
  minutesLate: number;
  minutesLeftEarly: number;
}

/**
 * The mark that counts for each person: the last one of the list, which is sorted by the order of writing. Earlier marks
 * stay visible: marks are only ever added.
 */
export function countingMarks<T extends { personId: string }>(marks: readonly T[]): ReadonlyMap<string, T> {
  return new Map(marks.map((mark) => [mark.personId, mark]));
}

/** Minutes of a session during which the person was there, never below 0. */
export function minutesPresent(mark: Mark, sessionMinutes: number): number {
  if (!wasThere(mark.status)) return 0;
  return Math.max(0, sessionMinutes - mark.minutesLate - mark.minutesLeftEarly);
}

/** Minutes held and present of a person's sessions, for `attendanceRate`; a session without class was not held. */
export function sessionMinutes(
  mark: Mark | undefined,
  minutes: number,
): { heldMinutes: number; presentMinutes: number } {
  if (mark?.status === "NO_CLASS") return { heldMinutes: 0, presentMinutes: 0 };
  return { heldMinutes: minutes, presentMinutes: mark ? minutesPresent(mark, minutes) : 0 };
}

/** Inclusive days; `to` null = still a member. */
export interface Membership {
  personId: string;
  from: PlainDate;
  to: PlainDate | null;
}

/** Persons whose membership covers the day of the session, each once, in the order given. */
export function membersOn(memberships: readonly Membership[], sessionDay: PlainDate): readonly string[] {
  const covering = memberships.filter(({ from, to }) => from <= sessionDay && (to === null || to >= sessionDay));
  return [...new Set(covering.map(({ personId }) => personId))];
}

export interface MarkedSession {
  day: PlainDate;
  minutes: number;
  closed: boolean;
  /** Members on the day of the session. */
  memberIds: readonly string[];
}

/** Why a mark cannot be written, or null. After closing it is a correction and has a reason. */
export function refuseMark(session: MarkedSession, mark: Mark, reason: string | null): AttendanceRefusal | null {
  if (!session.memberIds.includes(mark.personId)) return "attendance.not_a_member";
  const missed = mark.minutesLate + mark.minutesLeftEarly;
  const whole = (minutes: number): boolean => Number.isInteger(minutes) && minutes >= 0;
  if (!whole(mark.minutesLate) || !whole(mark.minutesLeftEarly) || missed > session.minutes)
    return "attendance.minutes_outside_session";
  return session.closed && !reason?.trim() ? "attendance.reason_missing" : null;
}

/** Nobody was there before the day came; an absence that is known may be marked ahead. */
export function refusePresenceAhead(
  sessionDay: PlainDate,
  status: AttendanceStatus,
  today: PlainDate,
): AttendanceRefusal | null {
  return sessionDay > today && wasThere(status) ? "attendance.presence_ahead" : null;
}

/** A day off is granted by the manager, never by a mark. Source: docs/domain/rules.md R-CIS-11 */
export function refuseDayOff(
  mark: Pick<Mark, "personId" | "status">,
  granted: ReadonlySet<string>,
): AttendanceRefusal | null {
  return mark.status === "DAY_OFF" && !granted.has(mark.personId) ? "attendance.day_off_not_granted" : null;
}

/** Nothing new is written into a locked month; what was closed before may be corrected, for a later list. */
export function refuseInLockedMonth({
  locked,
  closed,
}: {
  locked: boolean;
  closed: boolean;
}): AttendanceRefusal | null {
  return locked && !closed ? "attendance.month_locked" : null;
}

/**
 * Who ran the class directly, each once: the leader or the substitute who replaced them, then those beside. Source: docs/domain/rules.md R-CIS-05
 */
export function leadersOf(led: {
  leaderId: string;
  substituteId: string | null;
  coLeaderIds: readonly string[];
}): readonly string[] {
  return [...new Set([led.substituteId ?? led.leaderId, ...led.coLeaderIds])];
}

/**
 * Why the register cannot be closed on `today`, or null. Every member has a mark; closing more than 3 days after the
 * session needs a reason.
 */
export function refuseClosing(
  session: MarkedSession,
  markedPersonIds: readonly string[],
  today: PlainDate,
  lateReason: string | null,
): AttendanceRefusal | null {
  if (session.closed) return "attendance.already_closed";
  if (today < session.day) return "attendance.closed_before_session";
  if (session.memberIds.some((id) => !markedPersonIds.includes(id))) return "attendance.marks_missing";
  const late = daysBetween(session.day, today) > 3;
  return late && !lateReason?.trim() ? "attendance.late_closing_reason_missing" : null;
}

/** Persons directly running classes that so many present participants need. Source: docs/domain/rules.md R-CIS-05. */
export function leadersNeeded(present: number): number {
  return Math.ceil(present / 10);
}

/** More than 10 present participants for each person running the class. Source: docs/domain/rules.md R-CIS-05. */
export function warnLeaders(present: number, leaders: number): AttendanceWarning | null {
  return leaders < leadersNeeded(present) ? "attendance.too_many_for_leaders" : null;
}
