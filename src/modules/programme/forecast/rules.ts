import { percentOf } from "../../../platform/money.ts";
import { compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { minutesThatCount } from "../delivered.ts";
import { realisation } from "../rules.ts";

/** A session of the module that is not cancelled; `course` undefined = nobody wrote anything in its register. */
export type ForecastSession = {
  day: PlainDate;
  minutes: number;
  course: { heldMinutes: number | null } | undefined;
};

export type Expected = {
  heldMinutes: number;
  openMinutes: number;
  missedMinutes: number;
  aheadMinutes: number;
  missingMinutes: number;
  heldPercent: number | null;
  endPercent: number | null;
  warning: "programme.under_delivered" | "programme.over_delivered" | null;
};

/**
 * Where a module will end if everything in its calendar is held: what closed registers hold, what may still be written, what is ahead. The warning is
 * of that end, under 90 or over 110 per cent of the plan. Source: docs/domain/rules.md R-PRG-04
 */
export function expectedOf(plannedMinutes: number, sessions: readonly ForecastSession[], today: PlainDate): Expected {
  const sum = { held: 0, open: 0, missed: 0, ahead: 0 };
  for (const { day, minutes, course } of sessions)
    if (course && course.heldMinutes !== null) sum.held += course.heldMinutes;
    else if (compareDays(day, today) >= 0) sum.ahead += minutes;
    else if (minutesThatCount({ day, minutes }, course, today) > 0) sum.open += minutes;
    else sum.missed += minutes;
  const end = sum.held + sum.open + sum.ahead;
  const { percent, warning } = realisation(plannedMinutes, end);
  return {
    heldMinutes: sum.held,
    openMinutes: sum.open,
    missedMinutes: sum.missed,
    aheadMinutes: sum.ahead,
    missingMinutes: Math.max(0, plannedMinutes - end),
    heldPercent: percentOf(sum.held, plannedMinutes),
    endPercent: percent,
    warning: warning === "programme.plan_exceeds_capacity" ? null : warning,
  };
}
