import { percentOf } from "../../../platform/money.ts";
import { compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { minutesThatCount } from "../delivered.ts";
import { type ProgrammeWarning, realisation } from "../rules.ts";
import type { BreachKind } from "../timetable/breaches.ts";

/** A session of the module that is not cancelled; `course` undefined = nobody wrote anything in its register; `isLost`: it cannot be held where it stands. */
export type ForecastSession = {
  day: PlainDate;
  minutes: number;
  course: { heldMinutes: number | null } | undefined;
  isLost?: boolean;
};

export type Expected = {
  heldMinutes: number;
  openMinutes: number;
  missedMinutes: number;
  aheadMinutes: number;
  /** Part of what is ahead. */
  lostMinutes: number;
  missingMinutes: number;
  heldPercent: number | null;
  endPercent: number | null;
  warning: Extract<ProgrammeWarning, "programme.under_delivered" | "programme.over_delivered"> | null;
};

/** Why a class that stands in the calendar cannot be held there: whoever leads it is away or leads no more, its room is shut or gone, the day is free. */
const impossible: readonly BreachKind[] = ["LEADER_AWAY", "ROOM_SHUT", "HOLIDAY", "CLOSED"];

/** What somebody should look at in a calendar that stands. What a planner may well have meant - another day, length or hour - is not told. */
const worthALook: readonly BreachKind[] = [
  ...impossible,
  "LEADER_TWICE",
  "ROOM_TWICE",
  "GROUP_TWICE",
  "ROOM_TOO_SMALL",
  "LEADER_WEEK_FULL",
  "OUTSIDE_CYCLE",
];

/** What of a verdict is told of a class that stands, and whether its hours are lost as long as nobody moves it. */
export function troubleOf(kinds: readonly BreachKind[]): { kinds: BreachKind[]; isLost: boolean } {
  return {
    kinds: kinds.filter((kind) => worthALook.includes(kind)),
    isLost: kinds.some((kind) => impossible.includes(kind)),
  };
}

/**
 * Where a module will end if everything in its calendar that can be held is: what closed registers hold, what may still be written, what is ahead. The warning is
 * of that end, under 90 or over 110 per cent of the plan. Source: docs/domain/rules.md R-PRG-04
 */
export function expectedOf(plannedMinutes: number, sessions: readonly ForecastSession[], today: PlainDate): Expected {
  const sum = { held: 0, open: 0, missed: 0, ahead: 0, lost: 0 };
  for (const { day, minutes, course, isLost } of sessions)
    if (course && course.heldMinutes !== null) sum.held += course.heldMinutes;
    else if (compareDays(day, today) >= 0) {
      sum.ahead += minutes;
      if (isLost && !course) sum.lost += minutes;
    } else if (minutesThatCount({ day, minutes }, course, today) > 0) sum.open += minutes;
    else sum.missed += minutes;
  const end = sum.held + sum.open + sum.ahead - sum.lost;
  const { percent, warning } = realisation(plannedMinutes, end);
  return {
    heldMinutes: sum.held,
    openMinutes: sum.open,
    missedMinutes: sum.missed,
    aheadMinutes: sum.ahead,
    lostMinutes: sum.lost,
    missingMinutes: Math.max(0, plannedMinutes - end),
    heldPercent: percentOf(sum.held, plannedMinutes),
    endPercent: percent,
    warning: warning === "programme.plan_exceeds_capacity" ? null : warning,
  };
}
