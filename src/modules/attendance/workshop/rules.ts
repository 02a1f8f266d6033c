import { addDays, type PlainDate, startOfMonth, startOfWeek } from "../../../platform/time/plainDate.ts";
import type { FitForWork } from "../../assessment/contract.ts";
import { mayWork } from "../../assessment/rules.ts";
import { type MachineBar, machineBars } from "./codes.ts";

export type WorkshopRefusal =
  | "workshop.not_a_workshop"
  | "workshop.not_a_monday"
  | "workshop.not_a_first"
  | "workshop.in_future"
  | "workshop.task_unknown"
  | "workshop.not_a_member"
  | "workshop.may_work";

/** Why a week cannot be marked, or null: its Monday, the running week or an earlier one. */
export function refuseWeek(week: PlainDate, today: PlainDate): WorkshopRefusal | null {
  if (startOfWeek(week) !== week) return "workshop.not_a_monday";
  return week > today ? "workshop.in_future" : null;
}

export function refuseMonth(month: PlainDate, today: PlainDate): WorkshopRefusal | null {
  if (startOfMonth(month) !== month) return "workshop.not_a_first";
  return month > today ? "workshop.in_future" : null;
}

type Given = { givenOn: PlainDate; until: PlainDate | null };

/**
 * What keeps somebody from the machine on a day: no valid fitness, a check that says "no machines", or no safety training that still
 * holds. What none of them notes is no bar by itself: `training` null means that nobody here gives training under a programme.
 * Source: docs/domain/rules.md R-CIS-08
 */
export function machineBarsOn(
  { state, avoid, training }: Pick<FitForWork, "state" | "avoid"> & { training: readonly Given[] | null },
  day: PlainDate,
): MachineBar[] {
  const trained = training?.some(({ givenOn, until }) => givenOn <= day && (until ?? day) >= day) ?? true;
  const bars: Record<MachineBar, boolean> = {
    FITNESS: !mayWork(state),
    MACHINE_LIMIT: avoid.includes("MACHINES"),
    SAFETY_TRAINING: !trained,
  };
  return machineBars.filter((bar) => bars[bar]);
}

type Mark = { week: PlainDate; taskId: string; level: number };

/** Week by week, oldest first: the sum of the last levels of what was practised, and what it could be. Only weeks with a mark. */
export function progressOf(marks: readonly Mark[]): { week: PlainDate; sum: number; of: number }[] {
  const weeks = new Map<PlainDate, Map<string, number>>();
  for (const { week, taskId, level } of marks) {
    const levels = weeks.get(week) ?? new Map<string, number>();
    levels.set(taskId, level);
    weeks.set(week, levels);
  }
  return [...weeks.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([week, levels]) => ({
      week,
      sum: [...levels.values()].reduce((sum, level) => sum + level, 0),
      of: levels.size * 4,
    }));
}

/** A person running classes has at most ten people. Source: docs/domain/rules.md R-CIS-05 */
export function warnTooMany(members: number, instructors: number, perInstructor: number): boolean {
  return members > Math.max(1, instructors) * perInstructor;
}

/** The weeks that progress is shown for, this one the last. */
export function firstWeekShown(today: PlainDate, weeks = 12): PlainDate {
  return addDays(startOfWeek(today), -7 * (weeks - 1));
}
