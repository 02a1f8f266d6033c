import type { HolidayCode } from "../../platform/time/calendar.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { generateCalendar, type Meeting, type ProgrammeModule } from "./rules.ts";

/** Inclusive days without classes. */
export interface Closure {
  from: PlainDate;
  to: PlainDate;
  reason: string;
}

/** A meeting that is not held, with its reason: a public holiday or the unit's own closure. */
interface LostMeeting extends Meeting {
  holiday: HolidayCode | null;
  closure: string | null;
}

export interface ScheduleOrder {
  startOn: PlainDate;
  weeks: number;
  weekdays: readonly number[];
  /** First day that may hold a meeting; meetings before it are left alone. */
  fromOn: PlainDate;
  minutesPerMeeting: number;
  closures: readonly Closure[];
  modules: readonly ScheduledModule[];
  consultationsInside: boolean;
}

export interface ScheduledModule {
  id: string;
  form: ProgrammeModule["form"];
  cadence: ProgrammeModule["cadence"];
  plannedMinutes: number;
  /** Minutes that earlier sessions hold already; they are not planned again. */
  keptMinutes: number;
}

/** `offset`: minutes after the start of the meeting. */
interface PlannedSession {
  moduleId: string;
  day: PlainDate;
  week: number;
  offset: number;
  minutes: number;
}

export interface Schedule {
  endOn: PlainDate;
  sessions: readonly PlannedSession[];
  lost: readonly LostMeeting[];
  /** Minutes of modules for which no meeting was left. */
  unplaced: readonly { moduleId: string; minutes: number }[];
  /** Minutes of meetings that no module needs. */
  freeMinutes: number;
}

const SMALLEST = 15;
const PERIOD_WEEKS = { EVERY_TWO_WEEKS: 2, MONTHLY: 4 } as const;

type Slot = Meeting & { used: number };
type Need = ScheduledModule & { left: number; placed: number };

/**
 * Puts the modules into the meetings, the same way for the same order. Modules with a rhythm come first: an equal share every
 * two weeks, or every fourth week, in the first meeting that has room. The others fill what is left, always the module that
 * is furthest behind its plan. Individual modules stay out when consultations are held outside the meetings.
 * Source: docs/domain/rules.md R-PRG-02, R-PRG-06
 */
export function planSchedule(order: ScheduleOrder): Schedule {
  const calendar = generateCalendar(order);
  const closureOf = (day: PlainDate) => order.closures.find(({ from, to }) => from <= day && day <= to);
  const lost: LostMeeting[] = [
    ...calendar.lost.map((meeting) => ({ ...meeting, closure: null })),
    ...calendar.meetings.flatMap((meeting) => {
      const closure = closureOf(meeting.day);
      return closure ? [{ ...meeting, holiday: null, closure: closure.reason }] : [];
    }),
  ]
    .filter(({ day }) => day >= order.fromOn)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const slots: Slot[] = calendar.meetings
    .filter(({ day }) => day >= order.fromOn && !closureOf(day))
    .map((meeting) => ({ ...meeting, used: 0 }));
  const needs: Need[] = order.modules
    .filter(({ form }) => form === "GROUP" || order.consultationsInside)
    .map((module) => ({
      ...module,
      left: Math.max(0, module.plannedMinutes - module.keptMinutes),
      placed: module.keptMinutes,
    }));
  const sessions: PlannedSession[] = [];
  const place = (need: Need, slot: Slot, minutes: number): void => {
    sessions.push({ moduleId: need.id, day: slot.day, week: slot.week, offset: slot.used, minutes });
    slot.used += minutes;
    need.left -= minutes;
    need.placed += minutes;
  };

  for (const need of needs) {
    if (need.cadence === null || need.cadence === "AS_NEEDED") continue;
    const period = PERIOD_WEEKS[need.cadence];
    const times = Math.max(1, Math.floor(order.weeks / period));
    const share = Math.min(order.minutesPerMeeting, Math.ceil(need.plannedMinutes / times / SMALLEST) * SMALLEST);
    for (let time = 0; time < times && need.left > 0; time += 1) {
      const minutes = Math.min(share, need.left);
      const week = need.cadence === "MONTHLY" ? (time + 1) * period : time * period + 1;
      const slot = slots.find(
        (each) => each.week >= week && each.week < week + period && each.used + minutes <= order.minutesPerMeeting,
      );
      if (slot) place(need, slot, minutes);
    }
  }
  for (const slot of slots) {
    for (;;) {
      const free = order.minutesPerMeeting - slot.used;
      const next = free > 0 ? furthestBehind(needs) : undefined;
      if (!next) break;
      place(next, slot, Math.min(free, next.left));
    }
  }
  return {
    endOn: calendar.endOn,
    sessions: sessions.sort((a, b) => (a.day === b.day ? a.offset - b.offset : a.day < b.day ? -1 : 1)),
    lost,
    unplaced: needs.filter(({ left }) => left > 0).map(({ id, left }) => ({ moduleId: id, minutes: left })),
    freeMinutes: slots.reduce((sum, { used }) => sum + order.minutesPerMeeting - used, 0),
  };
}

function furthestBehind(needs: readonly Need[]): Need | undefined {
  let found: Need | undefined;
  for (const need of needs) {
    if (need.left <= 0) continue;
    if (!found || need.placed * found.plannedMinutes < found.placed * need.plannedMinutes) found = need;
  }
  return found;
}
