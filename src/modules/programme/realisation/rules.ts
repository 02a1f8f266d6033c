import { percentOf } from "../../../platform/money.ts";
import {
  addDays,
  compareDays,
  daysInclusive,
  endOfMonth,
  type PlainDate,
  startOfMonth,
} from "../../../platform/time/plainDate.ts";
import { realisation } from "../rules.ts";

/** The weeks of a group's programme. */
export type Cycle = { startsOn: PlainDate; weeks: number; meetingsPerWeek: number };

/** A module with its planned minutes; `within`: the days of its season, null = the whole programme. */
export type PlannedModule = { id: string; plannedMinutes: number; within: { from: PlainDate; to: PlainDate } | null };

/** How a class of the calendar went. `heldMinutes`: of its closed register, else 0; `isLost`: it was called off, or went by and nobody wrote a register. */
export type WentClass = { moduleId: string; day: PlainDate; minutes: number; heldMinutes: number; isLost: boolean };

/**
 * Minutes by the last day of a month. `dueMinutes`: of an even course, from the beginning; `heldTotal`: held from the beginning; the others of that month
 * alone. Percents with one decimal, null where there is nothing to divide by.
 */
export type Progress = {
  dueMinutes: number;
  heldMinutes: number;
  lostMinutes: number;
  heldTotal: number;
  /** Of what was due by then. */
  duePercent: number | null;
  /** Of the whole plan. */
  planPercent: number | null;
  warning: ProgressWarning | null;
};

/** Under nine tenths of what was due by then, or more than eleven tenths of the whole plan. */
export const progressWarnings = ["BEHIND", "OVER"] as const;
export type ProgressWarning = (typeof progressWarnings)[number];

/** What somebody should look at, by the minutes themselves, not by a rounded share; while nothing is due nobody is behind. Source: docs/domain/rules.md R-PRG-04 */
export function progressWarning(minutes: { held: number; due: number; planned: number }): ProgressWarning | null {
  if (realisation(minutes.planned, minutes.held).warning === "programme.over_delivered") return "OVER";
  return realisation(minutes.due, minutes.held).warning === "programme.under_delivered" ? "BEHIND" : null;
}

export type MonthOfProgramme = {
  /** First day of the month. */
  month: PlainDate;
  /** The last day counted: the month's, the programme's or today. */
  until: PlainDate;
  total: Progress;
  modules: ReadonlyMap<string, Progress>;
  /** Days on which something was held in the month, and on which it should have been by an even course. */
  meetingsHeld: number;
  meetingsDue: number;
};

export const lastDayOf = ({ startsOn, weeks }: Pick<Cycle, "startsOn" | "weeks">): PlainDate =>
  addDays(startsOn, weeks * 7 - 1);

/**
 * Months of a programme that have begun, each with what was due, held and lost of every module. Due is an even course over the programme's days, or over the season of
 * a module that has one: after 20 of 38 weeks 231 of 439 hours. Source: docs/domain/reporting.md RP-15, docs/domain/rules.md R-PRG-04
 */
export function realisationByMonth(
  cycle: Cycle,
  modules: readonly PlannedModule[],
  classes: readonly WentClass[],
  today: PlainDate,
): MonthOfProgramme[] {
  const end = lastDayOf(cycle);
  const last = earlier(end, today);
  const months: MonthOfProgramme[] = [];
  if (compareDays(last, cycle.startsOn) < 0) return months;
  for (let month = startOfMonth(cycle.startsOn); compareDays(month, last) <= 0; month = addDays(endOfMonth(month), 1)) {
    const until = earlier(endOfMonth(month), last);
    const from = later(month, cycle.startsOn);
    const progressOf = (chosen: readonly PlannedModule[]): Progress => {
      const ids = new Set(chosen.map(({ id }) => id));
      const done = classes.filter(({ moduleId, day }) => ids.has(moduleId) && compareDays(day, until) <= 0);
      const ofMonth = done.filter(({ day }) => compareDays(day, month) >= 0);
      const dueMinutes = chosen.reduce((sum, module) => sum + dueBy(module, cycle, until), 0);
      const heldTotal = sumOf(done, ({ heldMinutes }) => heldMinutes);
      const planned = chosen.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0);
      return {
        dueMinutes: Math.round(dueMinutes),
        heldMinutes: sumOf(ofMonth, ({ heldMinutes }) => heldMinutes),
        lostMinutes: sumOf(ofMonth, ({ minutes, isLost }) => (isLost ? minutes : 0)),
        heldTotal,
        duePercent: percentOf(heldTotal, Math.round(dueMinutes)),
        planPercent: percentOf(heldTotal, planned),
        warning: progressWarning({ held: heldTotal, due: Math.round(dueMinutes), planned }),
      };
    };
    const held = classes.filter(
      ({ day, heldMinutes }) => heldMinutes > 0 && compareDays(from, day) <= 0 && compareDays(day, until) <= 0,
    );
    months.push({
      month,
      until,
      total: progressOf(modules),
      modules: new Map(modules.map((module) => [module.id, progressOf([module])])),
      meetingsHeld: new Set(held.map(({ day }) => day)).size,
      meetingsDue: Math.round((daysInclusive(from, until) * cycle.meetingsPerWeek) / 7),
    });
  }
  return months;
}

/** Minutes of an even course of a module by a day, unrounded. */
function dueBy({ plannedMinutes, within }: PlannedModule, cycle: Cycle, until: PlainDate): number {
  const from = within ? later(within.from, cycle.startsOn) : cycle.startsOn;
  const to = within ? earlier(within.to, lastDayOf(cycle)) : lastDayOf(cycle);
  if (compareDays(from, to) > 0 || compareDays(until, from) < 0) return 0;
  return (plannedMinutes * daysInclusive(from, earlier(until, to))) / daysInclusive(from, to);
}

const sumOf = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((sum, one) => sum + of(one), 0);
const earlier = (a: PlainDate, b: PlainDate): PlainDate => (compareDays(a, b) <= 0 ? a : b);
const later = (a: PlainDate, b: PlainDate): PlainDate => (compareDays(a, b) >= 0 ? a : b);
