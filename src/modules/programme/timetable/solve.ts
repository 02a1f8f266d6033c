import loadHighs from "highs";
import { addDays, compareDays, type PlainDate, startOfWeek, weekday } from "../../../platform/time/plainDate.ts";
import { candidatesOn, placeOf, Taken } from "./candidates.ts";
import { proposedWithin } from "./contract.ts";
import {
  type GroupNeed,
  isOpenDay,
  type ModuleNeed,
  type Placed,
  type TimetableProblem,
  windowsOn,
} from "./problem.ts";
import { type Candidate, type Pace, solveWeek } from "./weekModel.ts";
import type { Limits } from "./weekSearch.ts";

export type Unplaced = { groupId: string; moduleId: string; minutes: number };

export type Timetable = {
  /** Sorted by day, hour and group. */
  sessions: Placed[];
  /** What found no place; empty = everything did. */
  unplaced: Unplaced[];
  /** How far, in the worst week, the choice may be from the best one of that week: 0.02 = at most 2 %. */
  worstGap: number;
  milliseconds: number;
};

type Need = {
  group: GroupNeed;
  module: ModuleNeed;
  key: string;
  left: number;
  /** Minutes that each week could hold if nothing else were planned. */
  possible: number[];
  last: Placed | undefined;
};

/** What the search may take for a week: steps, not seconds, so that a timetable does not depend on how busy the machine is. */
export const weekLimits: Limits = { steps: 300, within: proposedWithin };

/**
 * Plans the modules of all groups into their meetings, week by week: each week is solved for itself, with what the weeks before it placed,
 * so that times, rooms and leaders go on as people know them. Afterwards, what is left over is tried once more in every week. Equal problems
 * give equal timetables, on any machine.
 */
export async function solveTimetable(problem: TimetableProblem, limits: Limits = weekLimits): Promise<Timetable> {
  const begun = performance.now();
  const highs = await loadHighs();
  const weeks = weeksOf(problem);
  const taken = new Taken(problem.kept);
  const place = placeOf(problem, taken);
  const sessions: Placed[] = [];
  let worstGap = 0;

  const daysOf = (monday: PlainDate) => Array.from({ length: 7 }, (_, at) => addDays(monday, at));
  const needs: Need[] = problem.groups.flatMap((group) =>
    group.modules.map((module) => ({
      group,
      module,
      key: `${group.id} ${module.id}`,
      left: module.minutes,
      possible: weeks.map((monday) =>
        possibleIn(
          daysOf(monday).map((day) => longestOn(place, group, module, day)),
          module,
        ),
      ),
      last: lastKept(problem, group, module),
    })),
  );
  const meetingMinutes = new Map(
    problem.groups.map((group) => [group.id, weeks.map((monday) => openMinutes(problem, group, daysOf(monday)))]),
  );

  const choose = (monday: PlainDate, paceOf: (need: Need) => Pace | null) => {
    const paces = new Map<string, Pace>();
    const candidates: Candidate[] = [];
    for (const need of needs) {
      const pace = need.left > 0 ? paceOf(need) : null;
      if (!pace) continue;
      const found = daysOf(monday).flatMap((day) => candidatesOn(place, need.group, need.module, need.left, day));
      if (found.length === 0) continue;
      paces.set(need.key, pace);
      for (const session of found)
        candidates.push({ session, group: need.group, module: need.module, worth: worthOf(session, need, pace) });
    }
    const weekRoom = new Map(
      problem.leaders.flatMap(({ id, maxWeekMinutes }) =>
        maxWeekMinutes === null ? [] : [[id, maxWeekMinutes - taken.weekMinutesOf(id, monday)]],
      ),
    );
    const { chosen, gap } = solveWeek(highs, candidates, paces, weekRoom, limits);
    worstGap = Math.max(worstGap, gap);
    for (const session of chosen) {
      taken.add(session);
      sessions.push(session);
      const need = needs.find(({ key }) => key === `${session.groupId} ${session.moduleId}`);
      if (!need) continue;
      need.left -= session.minutes;
      if (!need.last || compareDays(need.last.day, session.day) <= 0) need.last = session;
    }
  };

  for (const [at, monday] of weeks.entries()) {
    const tightness = new Map(
      problem.groups.map(({ id }) => {
        const left = needs.filter(({ group }) => group.id === id).reduce((sum, need) => sum + need.left, 0);
        return [id, left / Math.max(1, sumFrom(meetingMinutes.get(id) ?? [], at))];
      }),
    );
    choose(monday, (need) => paceIn(need, at, tightness.get(need.group.id) ?? 0));
  }
  if (needs.some(({ left }) => left > 0))
    for (const monday of weeks) choose(monday, ({ left }) => ({ left, target: left, worth: 1, overWorth: 0 }));

  sessions.sort(
    (a, b) =>
      compareDays(a.day, b.day) ||
      a.startsAt - b.startsAt ||
      (a.groupId < b.groupId ? -1 : a.groupId > b.groupId ? 1 : 0),
  );
  return {
    sessions,
    unplaced: needs
      .filter(({ left }) => left > 0)
      .map(({ group, module, left }) => ({ groupId: group.id, moduleId: module.id, minutes: left })),
    worstGap,
    milliseconds: performance.now() - begun,
  };
}

/** Mondays of the weeks in which any group still meets. */
function weeksOf({ from, groups }: TimetableProblem): PlainDate[] {
  const starts = groups.map(({ startsOn }) => (compareDays(startsOn, from) < 0 ? from : startsOn));
  const ends = groups.map(({ startsOn, weeks }) => addDays(startsOn, weeks * 7 - 1));
  const last = ends.reduce((later, day) => (compareDays(later, day) < 0 ? day : later), from);
  const mondays: PlainDate[] = [];
  let first = starts.reduce((earlier, day) => (compareDays(day, earlier) < 0 ? day : earlier), last);
  for (first = startOfWeek(first); compareDays(first, last) <= 0; first = addDays(first, 7)) mondays.push(first);
  return mondays;
}

const longestOn = (place: Parameters<typeof candidatesOn>[0], group: GroupNeed, module: ModuleNeed, day: PlainDate) =>
  candidatesOn(place, group, module, module.minutes, day).reduce((most, { minutes }) => Math.max(most, minutes), 0);

/** Minutes a week could give the module: a rhythm gives its share of one session, others a session a day. */
const possibleIn = (longest: readonly number[], { everyWeeks }: ModuleNeed): number =>
  everyWeeks === null ? longest.reduce((sum, minutes) => sum + minutes, 0) : Math.max(...longest) / everyWeeks;

const openMinutes = ({ from }: TimetableProblem, group: GroupNeed, days: readonly PlainDate[]): number =>
  days
    .filter((day) => compareDays(day, from) >= 0 && isOpenDay(group, day))
    .flatMap((day) => windowsOn(group.meetings, day))
    .reduce((sum, window) => sum + window.to - window.from, 0);

const sumFrom = (values: readonly number[], at: number) => values.slice(at).reduce((sum, value) => sum + value, 0);

function lastKept({ kept }: TimetableProblem, group: GroupNeed, module: ModuleNeed): Placed | undefined {
  return kept
    .filter(({ groupId, moduleId }) => groupId === group.id && moduleId === module.id)
    .reduce<Placed | undefined>((last, it) => (!last || compareDays(last.day, it.day) < 0 ? it : last), undefined);
}

/**
 * How much of the module this week should hold: what an even course would have reached by its end. The fewer weeks can still hold it, the more
 * each minute is worth; running ahead is worth something only when the group's meetings are nearly full, else it only empties later weeks.
 */
function paceIn({ module, left, possible }: Need, at: number, tightness: number): Pace | null {
  const ahead = sumFrom(possible, at);
  if (ahead === 0) return null;
  const reached = (module.minutes * (sumFrom(possible, 0) - sumFrom(possible, at + 1))) / sumFrom(possible, 0);
  const urgency = Math.min(1, left / ahead);
  const worth = 1 + 3 * urgency ** 2;
  const overWorth = -0.6 + 0.9 * Math.min(1, Math.max(0, (Math.max(tightness, urgency) - 0.6) / 0.35));
  return { left, target: Math.max(0, reached - (module.minutes - left)), worth, overWorth };
}

/** A minute counts by its pace; what people know and wish counts a little beside it. */
function worthOf(session: Placed, { module, last }: Need, pace: Pace): number {
  let likes = 0;
  if (last && weekday(last.day) === weekday(session.day)) likes += 0.08;
  if (last?.startsAt === session.startsAt) likes += 0.04;
  if (last?.leaderId === session.leaderId) likes += 0.06;
  if (last?.roomId === session.roomId) likes += 0.04;
  if (module.wishedWeekdays.includes(weekday(session.day))) likes += 0.1;
  if (session.minutes === module.sessionMinutes.usual) likes += 0.06;
  // Of equal ones, the earlier day and hour: no holes between sessions.
  return session.minutes * (pace.worth + likes) - session.startsAt / 1000 - weekday(session.day) / 10;
}
