import type { HolidayCode } from "../../platform/time/calendar.ts";
import { daysBetween, type PlainDate } from "../../platform/time/plainDate.ts";
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
  /** Sessions from `fromOn` on that stay where they are; nothing is put beside them. */
  standing?: readonly StandingSession[];
}

/** `offset`: minutes after the start of the meeting; below 0 before it. */
export type StandingSession = { moduleId: string; day: PlainDate; offset: number; minutes: number };

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

/** A meeting; `free`: stretches that nothing holds yet, minutes after its start, in order. */
type Slot = Meeting & { free: { from: number; to: number }[] };
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
    .map((meeting) => ({ ...meeting, free: freeBeside(meeting.day, order) }));
  const needs: Need[] = order.modules
    .filter(({ form }) => form === "GROUP" || order.consultationsInside)
    .map((module) => ({
      ...module,
      left: Math.max(0, module.plannedMinutes - module.keptMinutes),
      placed: module.keptMinutes,
    }));
  const sessions: PlannedSession[] = [];
  const place = (need: Need, slot: Slot, gap: Slot["free"][number], minutes: number): void => {
    sessions.push({ moduleId: need.id, day: slot.day, week: slot.week, offset: gap.from, minutes });
    gap.from += minutes;
    need.left -= minutes;
    need.placed += minutes;
  };
  const weekOf = (day: PlainDate) => Math.floor(daysBetween(order.startOn, day) / 7) + 1;

  for (const need of needs) {
    if (need.cadence === null || need.cadence === "AS_NEEDED") continue;
    const period = PERIOD_WEEKS[need.cadence];
    const times = Math.max(1, Math.floor(order.weeks / period));
    const share = Math.min(order.minutesPerMeeting, Math.ceil(need.plannedMinutes / times / SMALLEST) * SMALLEST);
    for (let time = 0; time < times && need.left > 0; time += 1) {
      const minutes = Math.min(share, need.left);
      const week = need.cadence === "MONTHLY" ? (time + 1) * period : time * period + 1;
      const isDue = (each: number) => each >= week && each < week + period;
      if (order.standing?.some(({ moduleId, day }) => moduleId === need.id && isDue(weekOf(day)))) continue;
      const found = firstGap(
        slots.filter((each) => isDue(each.week)),
        minutes,
      );
      if (found) place(need, ...found, minutes);
    }
  }
  for (const slot of slots) {
    for (const gap of slot.free)
      while (gap.from < gap.to) {
        const next = furthestBehind(needs);
        if (!next) break;
        place(next, slot, gap, Math.min(gap.to - gap.from, next.left));
      }
  }
  return {
    endOn: calendar.endOn,
    sessions: sessions.sort((a, b) => (a.day === b.day ? a.offset - b.offset : a.day < b.day ? -1 : 1)),
    lost,
    unplaced: needs.filter(({ left }) => left > 0).map(({ id, left }) => ({ moduleId: id, minutes: left })),
    freeMinutes: slots.flatMap(({ free }) => free).reduce((sum, { from, to }) => sum + to - from, 0),
  };
}

/** What the standing sessions of a day leave of its meeting. */
function freeBeside(day: PlainDate, { minutesPerMeeting, standing = [] }: ScheduleOrder): Slot["free"] {
  let gaps = [{ from: 0, to: minutesPerMeeting }];
  for (const { offset, minutes } of standing.filter((session) => session.day === day))
    gaps = gaps.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, offset) },
        { from: Math.max(from, offset + minutes), to },
      ].filter((gap) => gap.from < gap.to),
    );
  return gaps;
}

function firstGap(slots: readonly Slot[], minutes: number): [Slot, Slot["free"][number]] | undefined {
  for (const slot of slots) for (const gap of slot.free) if (gap.from + minutes <= gap.to) return [slot, gap];
  return undefined;
}

function furthestBehind(needs: readonly Need[]): Need | undefined {
  let found: Need | undefined;
  for (const need of needs) {
    if (need.left <= 0) continue;
    if (!found || need.placed * found.plannedMinutes < found.placed * need.plannedMinutes) found = need;
  }
  return found;
}
