import {
  addDays,
  addMonths,
  compareDays,
  endOfMonth,
  type PlainDate,
  partsOf,
  plainDate,
  startOfWeek,
  weekday,
} from "../../../platform/time/plainDate.ts";

/** Between which hours a week stands, and the most on a day; in minutes. Source: docs/domain/rules.md R-CIS-07 */
export type HourLimits = { weekMin: number; weekMax: number; weekMaxDisability: number; dayMaxDisability: number };

export const hourFaults = ["WEEK_TOO_SHORT", "WEEK_TOO_LONG", "DAY_TOO_LONG"] as const;
export type HourFault = (typeof hourFaults)[number];

/** A week from Monday to Sunday with the planned minutes of one participant. `whole`: it is held against the least hours too. */
export type ParticipantWeek = { monday: PlainDate; minutes: number; whole: boolean; fault: HourFault | null };

/** A class by the clock: `startsAt` in minutes since midnight. */
type Timed = { day: PlainDate; startsAt: number; minutes: number };

/** Minutes of a day in which at least one class is held: two at one time are not twice as long. */
export function minutesOfDay(classes: readonly Pick<Timed, "startsAt" | "minutes">[]): number {
  let until = 0;
  let total = 0;
  for (const { startsAt, minutes } of classes.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const end = startsAt + minutes;
    total += Math.max(0, end - Math.max(startsAt, until));
    until = Math.max(until, end);
  }
  return total;
}

/**
 * The weeks of a participant that touch a month, each with what breaks the limits. A week is held against the least hours in the month in which
 * it ends, when the participant takes part on all its days and no working day of it is closed; against the most, always. What the individual
 * programme says of the most on one day holds before the timetable. `from`, `to`: days of the participation, inclusive.
 * Source: docs/domain/rules.md R-CIS-07
 */
export function weeksOf(
  participant: {
    month: PlainDate;
    from: PlainDate;
    to: PlainDate;
    capped: boolean;
    dailyMinutes: number | null;
    classes: readonly Timed[];
    closedDays: ReadonlySet<PlainDate>;
  },
  limits: HourLimits,
): ParticipantWeek[] {
  const { month: first, from, to, capped, dailyMinutes, closedDays } = participant;
  const last = endOfMonth(first);
  const most = capped ? limits.weekMaxDisability : limits.weekMax;
  const byDay = Map.groupBy(participant.classes, ({ day }) => day);
  const onDay = (day: PlainDate): number => {
    if (day < from || day > to) return 0;
    const minutes = minutesOfDay(byDay.get(day) ?? []);
    return dailyMinutes === null ? minutes : Math.min(minutes, dailyMinutes);
  };
  const weeks: ParticipantWeek[] = [];
  for (let monday = startOfWeek(first); compareDays(monday, last) <= 0; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at));
    const sunday = addDays(monday, 6);
    if (!days.some((day) => day >= first && day <= last && day >= from && day <= to)) continue;
    const each = days.map(onDay);
    const minutes = each.reduce((sum, it) => sum + it, 0);
    const whole =
      sunday <= last && monday >= from && sunday <= to && !days.some((day) => weekday(day) <= 5 && closedDays.has(day));
    const tooLongDay = capped && each.some((it) => it > limits.dayMaxDisability);
    const fault: HourFault | null =
      minutes > most
        ? "WEEK_TOO_LONG"
        : tooLongDay
          ? "DAY_TOO_LONG"
          : whole && minutes < limits.weekMin
            ? "WEEK_TOO_SHORT"
            : null;
    weeks.push({ monday, minutes, whole, fault });
  }
  return weeks;
}

/** Whether some week is over what the law allows: no reason makes that right. */
export const isOverLimit = (weeks: readonly Pick<ParticipantWeek, "fault">[]): boolean =>
  weeks.some(({ fault }) => fault === "WEEK_TOO_LONG" || fault === "DAY_TOO_LONG");

/** Whether some week is under the least hours: the manager says why. */
export const isUnderLimit = (weeks: readonly Pick<ParticipantWeek, "fault">[]): boolean =>
  weeks.some(({ fault }) => fault === "WEEK_TOO_SHORT");

/** By which day the programme of a month is to be approved: such a day of the month before, or its last one. Source: docs/domain/journeys.md J6.1 */
export function approveBy(month: PlainDate, dayOfMonth: number): PlainDate {
  const before = addMonths(month, -1);
  const { day: length } = partsOf(endOfMonth(before));
  return plainDate(`${before.slice(0, 8)}${String(Math.min(dayOfMonth, length)).padStart(2, "0")}`);
}

export const programmeStates = ["NONE", "PREPARED", "RETURNED", "APPROVED"] as const;
export type ClassProgrammeState = (typeof programmeStates)[number];

/** How a month stands by its newest edition. */
export function stateOf(newest: { decision: { decision: "APPROVED" | "RETURNED" } | null } | undefined) {
  return newest ? (newest.decision?.decision ?? "PREPARED") : "NONE";
}

export type PrepareRefusal =
  | "class-programme.month_over"
  | "class-programme.no_classes"
  | "class-programme.reason_missing"
  | "class-programme.unchanged";

/** Why no edition can be prepared, or null. `same`: the edition that waits or holds says just this. */
export function refusePreparing(
  it: { month: PlainDate; classes: number; isFirst: boolean; reason: string; same: boolean },
  today: PlainDate,
): PrepareRefusal | null {
  if (endOfMonth(it.month) < today) return "class-programme.month_over";
  if (it.classes === 0) return "class-programme.no_classes";
  if (it.same) return "class-programme.unchanged";
  return !it.isFirst && it.reason.trim() === "" ? "class-programme.reason_missing" : null;
}

export type ApproveRefusal =
  | "class-programme.decided"
  | "class-programme.replaced"
  | "class-programme.changed"
  | "class-programme.over_limit"
  | "class-programme.hours_unexplained";

/**
 * Why the manager cannot approve an edition, or null. More hours than the law allows are never approved; fewer are, with a reason for each
 * participant. `weeksOfPeople`: of those whom the manager may know of. Source: docs/domain/rules.md R-CIS-07, R-CIS-08
 */
export function refuseApproval(it: {
  decided: boolean;
  newest: boolean;
  changed: boolean;
  weeksOfPeople: readonly { weeks: readonly Pick<ParticipantWeek, "fault">[]; reason: string }[];
}): ApproveRefusal | null {
  if (it.decided) return "class-programme.decided";
  if (!it.newest) return "class-programme.replaced";
  if (it.changed) return "class-programme.changed";
  if (it.weeksOfPeople.some(({ weeks }) => isOverLimit(weeks))) return "class-programme.over_limit";
  return it.weeksOfPeople.some(({ weeks, reason }) => isUnderLimit(weeks) && reason.trim() === "")
    ? "class-programme.hours_unexplained"
    : null;
}

/** What makes a class the same class at the same time and place. */
type Placed = { sessionId: string };

/** A class that an edition does not know, that is not held any more, or that is held otherwise. */
type ClassChange<C> = { kind: "ADDED" | "GONE" | "MOVED"; of: C };

/** What the timetable says otherwise than an edition, by day. `MOVED` holds the class as it is now. */
export function changesBetween<C extends Placed>(
  kept: readonly C[],
  now: readonly C[],
  same: (a: C, b: C) => boolean,
): ClassChange<C>[] {
  const before = new Map(kept.map((one) => [one.sessionId, one]));
  const after = new Map(now.map((one) => [one.sessionId, one]));
  const gone = kept
    .filter(({ sessionId }) => !after.has(sessionId))
    .map((of): ClassChange<C> => ({ kind: "GONE", of }));
  const others = now.flatMap((of): ClassChange<C>[] => {
    const was = before.get(of.sessionId);
    if (!was) return [{ kind: "ADDED", of }];
    return same(was, of) ? [] : [{ kind: "MOVED", of }];
  });
  return [...gone, ...others];
}

type Repeated = {
  day: PlainDate;
  startsAt: string;
  minutes: number;
  groupId: string;
  moduleName: string | null;
  moduleCode: string;
  room: string | null;
  leaderName: string | null;
};

/** Classes of a week that differ by their day alone, together: by the first of their days and the hour. */
export function linesOfWeeks<C extends Repeated>(
  classes: readonly C[],
): { monday: PlainDate; lines: { days: PlainDate[]; of: C }[] }[] {
  const alike = (it: Repeated) =>
    JSON.stringify([it.startsAt, it.minutes, it.groupId, it.moduleCode, it.moduleName, it.room, it.leaderName]);
  return [...Map.groupBy(classes, ({ day }) => startOfWeek(day))]
    .toSorted(([a], [b]) => compareDays(a, b))
    .map(([monday, ofWeek]) => ({
      monday,
      lines: [...Map.groupBy(ofWeek, alike).values()].flatMap((found) => {
        const [of] = found;
        return of ? [{ days: found.map(({ day }) => day), of }] : [];
      }),
    }));
}
