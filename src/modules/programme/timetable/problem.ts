import { findHoliday } from "../../../platform/time/calendar.ts";
import { compareDays, daysBetween, type PlainDate, weekday } from "../../../platform/time/plainDate.ts";

/**
 * A time of every week. `weekday` 1 = Monday … 7 = Sunday; minutes since midnight, `from` inclusive, `to` exclusive. `since` and `until`: the days
 * between which it holds, inclusive; without them it always does.
 */
export type WeekWindow = {
  weekday: number;
  from: number;
  to: number;
  since?: PlainDate | null;
  until?: PlainDate | null;
};

/** Inclusive days. */
export type DaySpan = { from: PlainDate; to: PlainDate };

/** A place where groups meet. `open`: the hours its owner lends it; empty = never. */
export type Room = { id: string; capacity: number; open: readonly WeekWindow[]; closed: readonly DaySpan[] };

/** Who leads. `free`: hours of every week; `maxWeekMinutes`: null = as many as the hours hold. */
export type Leader = {
  id: string;
  free: readonly WeekWindow[];
  away: readonly DaySpan[];
  maxWeekMinutes: number | null;
};

/** A module's budget in one group, as far as it is still to be planned. */
export type ModuleNeed = {
  id: string;
  minutes: number;
  sessionMinutes: { least: number; usual: number; most: number };
  /** At most one session in so many weeks of the group; null = any week, several times. */
  everyWeeks: 2 | 4 | null;
  /** One of these leads; empty = it leads itself. */
  leaderIds: readonly string[];
  /** One of these holds it; empty = it needs no room. */
  roomIds: readonly string[];
  /** Wished weekdays; empty = any. */
  wishedWeekdays: readonly number[];
  /** The days between which it is held, inclusive; without them in the whole cycle. */
  within?: DaySpan | null;
};

/** A group with the hours it meets in. Week 1 begins on `startsOn`. */
export type GroupNeed = {
  id: string;
  size: number;
  startsOn: PlainDate;
  weeks: number;
  meetings: readonly WeekWindow[];
  closed: readonly DaySpan[];
  modules: readonly ModuleNeed[];
};

/** A session with its place in time. `startsAt`: minutes since midnight. */
export type Placed = {
  groupId: string;
  moduleId: string;
  day: PlainDate;
  startsAt: number;
  minutes: number;
  roomId: string | null;
  leaderId: string | null;
};

/**
 * What a timetable is made of. Only days from `from` on are planned. `kept` stays where it is: what was held, what somebody pinned, sessions of
 * groups that are not planned anew; its minutes are no longer in any module's `minutes`.
 */
export type TimetableProblem = {
  from: PlainDate;
  /** Minutes between two starts that are tried, from wherever something opens, ends or closes. */
  step: number;
  groups: readonly GroupNeed[];
  rooms: readonly Room[];
  leaders: readonly Leader[];
  kept: readonly Placed[];
};

export const isWithin = (day: PlainDate, spans: readonly DaySpan[]): boolean =>
  spans.some(({ from, to }) => compareDays(from, day) <= 0 && compareDays(day, to) <= 0);

/** The windows that hold on that day. */
export const windowsOn = (windows: readonly WeekWindow[], day: PlainDate): WeekWindow[] => {
  const number = weekday(day);
  return windows.filter(
    ({ weekday: of, since, until }) =>
      of === number && (!since || compareDays(since, day) <= 0) && (!until || compareDays(day, until) <= 0),
  );
};

/** Whether `from` to `to` lies inside one of the windows of that day. */
export const fits = (windows: readonly WeekWindow[], day: PlainDate, from: number, to: number): boolean =>
  windowsOn(windows, day).some((window) => window.from <= from && to <= window.to);

/** Week of the group, from 1; below 1 before it starts. */
export const weekOf = (group: Pick<GroupNeed, "startsOn">, day: PlainDate): number =>
  Math.floor(daysBetween(group.startsOn, day) / 7) + 1;

/** Which stretch of `everyWeeks` weeks a day lies in, from 0. */
export const stretchOf = (group: GroupNeed, everyWeeks: number, day: PlainDate): number =>
  Math.floor((weekOf(group, day) - 1) / everyWeeks);

/** Whether the group may meet at all on that day. */
export const isOpenDay = (group: GroupNeed, day: PlainDate): boolean => {
  const week = weekOf(group, day);
  return week >= 1 && week <= group.weeks && !findHoliday(day) && !isWithin(day, group.closed);
};

export const endsAt = ({ startsAt, minutes }: Pick<Placed, "startsAt" | "minutes">): number => startsAt + minutes;
