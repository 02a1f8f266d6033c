import { findHoliday, type HolidayCode } from "../../platform/time/calendar.ts";
import { instantAt } from "../../platform/time/instant.ts";
import { addDays, type PlainDate, weekday } from "../../platform/time/plainDate.ts";
import { type CounsellingKind, offerEndsBeforeHours, offerHours } from "./codes.ts";

export { refuseWaitingAct, type WaitingAct } from "./states.ts";

/** When a duty is held: every `everyWeeks` weeks on `weekday` (1 = Monday), from the first such day on. Days inclusive, times `HH:MM`. */
export type Pattern = {
  everyWeeks: number;
  weekday: number;
  startsAt: string;
  endsAt: string;
  slotMinutes: number;
  fromOn: PlainDate;
  /** null: no end is known. */
  toOn: PlainDate | null;
};
export type Days = { from: PlainDate; to: PlainDate };

const timeZone = "Europe/Warsaw";
const HOUR_MS = 3_600_000;

/** `09:30` in minutes after midnight. */
export function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

/** Minutes after midnight as `HH:MM`; the end of the day is `24:00`. */
export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Minutes that one day of the duty is planned for. */
export function dutyMinutes({ startsAt, endsAt }: Pick<Pattern, "startsAt" | "endsAt">): number {
  return minutesOf(endsAt) - minutesOf(startsAt);
}

export type DutyRefusal =
  | "consultant-duty.no_time"
  | "consultant-duty.slot_too_long"
  | "consultant-duty.ends_before_start";

/** Why such a duty cannot be; null when it can. */
export function refuseDuty(pattern: Pattern): DutyRefusal | null {
  if (pattern.toOn !== null && pattern.toOn < pattern.fromOn) return "consultant-duty.ends_before_start";
  const minutes = dutyMinutes(pattern);
  if (minutes <= 0) return "consultant-duty.no_time";
  return pattern.slotMinutes > minutes ? "consultant-duty.slot_too_long" : null;
}

/** Days of the pattern inside `within` (inclusive), sorted, holidays and absences with them. */
export function patternDays(pattern: Pattern, within: Days): PlainDate[] {
  const first = addDays(pattern.fromOn, (pattern.weekday - weekday(pattern.fromOn) + 7) % 7);
  const last = pattern.toOn !== null && pattern.toOn < within.to ? pattern.toOn : within.to;
  const days: PlainDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 7 * pattern.everyWeeks)) if (day >= within.from) days.push(day);
  return days;
}

/** A day of a duty; `lost` says why it is not held. */
export type DutyDay = { day: PlainDate; lost: { holiday: HolidayCode } | { away: true } | null };

/** The same days, each with the reason for which it is left out. Source: docs/domain/rules.md R-PRG-06 */
export function dutyDays(pattern: Pattern, within: Days, absences: readonly Days[]): DutyDay[] {
  return patternDays(pattern, within).map((day) => {
    const holiday = findHoliday(day);
    if (holiday) return { day, lost: { holiday: holiday.code } };
    return { day, lost: absences.some(({ from, to }) => from <= day && day <= to) ? { away: true as const } : null };
  });
}

/** Starts of the slots of one day, sorted; what is left at the end and too short for one is no slot. */
export function slotTimes({
  startsAt,
  endsAt,
  slotMinutes,
}: Pick<Pattern, "startsAt" | "endsAt" | "slotMinutes">): string[] {
  const [from, to] = [minutesOf(startsAt), minutesOf(endsAt)];
  return Array.from({ length: Math.floor((to - from) / slotMinutes) }, (_, at) => timeOf(from + at * slotMinutes));
}

export type SlotRefusal = "booking.no_such_slot" | "booking.holiday" | "booking.consultant_away" | "booking.slot_over";

/** Why nobody can be booked into the slot that starts at `startsAt` on `day`; null when somebody can, if it is free. */
export function refuseSlot(
  pattern: Pattern,
  absences: readonly Days[],
  slot: { day: PlainDate; startsAt: string },
  now: string,
): SlotRefusal | null {
  const [found] = dutyDays(pattern, { from: slot.day, to: slot.day }, absences);
  if (!found || !slotTimes(pattern).includes(slot.startsAt)) return "booking.no_such_slot";
  if (found.lost) return "holiday" in found.lost ? "booking.holiday" : "booking.consultant_away";
  return instantAt(slot.day, slot.startsAt, timeZone) <= now ? "booking.slot_over" : null;
}

/** Until when an offer made at `now` keeps a slot: a day, at the latest two hours before it begins; null when that is too late already. */
export function offerUntil(now: string, slot: { day: PlainDate; startsAt: string }): string | null {
  const latest = Date.parse(instantAt(slot.day, slot.startsAt, timeZone)) - offerEndsBeforeHours * HOUR_MS;
  const until = Math.min(Date.parse(now) + offerHours * HOUR_MS, latest);
  return until > Date.parse(now) ? new Date(until).toISOString() : null;
}

/** Whether something that starts at `startsAt` on `day` has begun: what came of it can be said from then on. */
export function hasBegun(slot: { day: PlainDate; startsAt: string }, now: string): boolean {
  return instantAt(slot.day, slot.startsAt, timeZone) <= now;
}

/**
 * Whether a message may go to somebody: not where they said that contact is unsafe, and with somebody in danger only once they
 * said that it is safe. Source: docs/domain/forms.md F-00 safeToContact
 */
export function mayMessage({ safeToContact, inDanger }: { safeToContact: boolean | null; inDanger: boolean }): boolean {
  return safeToContact ?? !inDanger;
}

export type Realisation = { ratio: number | null; warning: "UNDER" | "OVER" | null };

/**
 * Held hours against planned ones, as a fraction of the plan, null where nothing was planned. Under 90 % or over 110 % warns.
 * Source: docs/domain/rules.md R-PRG-04
 */
export function realisation(plannedMinutes: number, heldMinutes: number): Realisation {
  if (plannedMinutes === 0) return { ratio: null, warning: null };
  const warning =
    heldMinutes * 10 < plannedMinutes * 9 ? "UNDER" : heldMinutes * 10 > plannedMinutes * 11 ? "OVER" : null;
  return { ratio: heldMinutes / plannedMinutes, warning };
}

/** Whether even the topic is the author's alone: legal advice by who keeps a lawyer's secret. Source: docs/domain/forms.md F-2A; docs/domain/rules.md R-GDPR-04 */
export function isLawyersSecret(kind: CounsellingKind, authorRoles: readonly string[]): boolean {
  return kind === "LEGAL" && authorRoles.includes("LAWYER");
}

/** Lines of the history in which a talk of a kind stands, and with them who reads its topic. Source: docs/domain/rules.md R-ACC matrix */
export function topicGroupOf(kind: CounsellingKind): "general" | "psychological" | "addiction" {
  if (kind === "PSYCHOLOGICAL") return "psychological";
  return kind === "ADDICTION" ? "addiction" : "general";
}

export type NoteRefusal =
  | "counselling.no_time"
  | "counselling.in_future"
  | "counselling.next_before"
  | "counselling.mend_reason";

/** Why a note cannot be so; null when it can. A talk may be noted once it has begun. */
export function refuseNote(
  note: {
    day: PlainDate;
    startsAt: string;
    endsAt: string;
    nextOn: PlainDate | null;
    mendsId?: string | null;
    mendReason?: string | null;
  },
  now: string,
): NoteRefusal | null {
  if (minutesOf(note.endsAt) <= minutesOf(note.startsAt)) return "counselling.no_time";
  if (!hasBegun(note, now)) return "counselling.in_future";
  if (note.nextOn !== null && note.nextOn < note.day) return "counselling.next_before";
  return note.mendsId && !note.mendReason ? "counselling.mend_reason" : null;
}
