import { addDays, compareDays, daysBetween, type PlainDate } from "../../../platform/time/plainDate.ts";
import { candidatesOn, placeOf, Taken, type Waived } from "./candidates.ts";
import type { GroupNeed, ModuleNeed, Placed, TimetableProblem } from "./problem.ts";
import type { Timetable } from "./solve.ts";

/** A hard rule that would have to give; `LEADER`: that one would have to be free. */
export type Give =
  | { kind: "LEADER"; leaderId: string }
  | { kind: "EVERY_LEADER" | "ROOMS" | "MEETINGS" | "RHYTHM" | "CLOSURES" };

/** What together would hold `minutes` of the missing time, at most all of it. */
export type WayOut = { gives: Give[]; minutes: number };

/** `ways`: best first; pairs only where nothing helps alone; empty when they do not either. */
export type Shortage = { groupId: string; moduleId: string; minutes: number; ways: WayOut[] };

/**
 * Why some time found no place, and what would have to give: hard rules are looked away from one by one, then two by two, with everything else as
 * planned, and the time that would then fit is counted.
 */
export function shortagesOf(
  problem: TimetableProblem,
  { sessions, unplaced }: Pick<Timetable, "sessions" | "unplaced">,
): Shortage[] {
  return unplaced.flatMap(({ groupId, moduleId, minutes }) => {
    const group = problem.groups.find(({ id }) => id === groupId);
    const module = group?.modules.find(({ id }) => id === moduleId);
    if (!group || !module) return [];
    const wayOf = (...gives: Give[]): WayOut => ({
      gives,
      minutes: placeable(problem, sessions, group, module, minutes, waivedFor(gives, module)),
    });
    const gives = givesOf(group, module);
    const alone = helping(gives.map((give) => wayOf(give)));
    const ways =
      alone.length > 0
        ? alone
        : helping(gives.flatMap((one, at) => gives.slice(at + 1).map((other) => wayOf(one, other))));
    return [{ groupId, moduleId, minutes, ways }];
  });
}

function givesOf(group: GroupNeed, module: ModuleNeed): Give[] {
  return [
    ...module.leaderIds.map((leaderId): Give => ({ kind: "LEADER", leaderId })),
    ...(module.leaderIds.length > 1 ? [{ kind: "EVERY_LEADER" } as const] : []),
    ...(module.roomIds.length > 0 ? [{ kind: "ROOMS" } as const] : []),
    ...(module.everyWeeks === null ? [] : [{ kind: "RHYTHM" } as const]),
    ...(group.closed.length > 0 ? [{ kind: "CLOSURES" } as const] : []),
    { kind: "MEETINGS" },
  ];
}

function waivedFor(gives: readonly Give[], { leaderIds }: ModuleNeed): Waived {
  const waived: Waived = {};
  for (const give of gives) {
    if (give.kind === "LEADER") waived.leaders = [...(waived.leaders ?? []), give.leaderId];
    if (give.kind === "EVERY_LEADER") waived.leaders = leaderIds;
    if (give.kind === "ROOMS") waived.rooms = true;
    if (give.kind === "MEETINGS") waived.meetings = true;
    if (give.kind === "RHYTHM") waived.rhythm = true;
    if (give.kind === "CLOSURES") waived.closures = true;
  }
  return waived;
}

/** Those that hold anything, best first; that all leaders were free is not said where one of them would do as well. */
function helping(ways: readonly WayOut[]): WayOut[] {
  const isOfAll = ({ gives }: WayOut) => gives.some(({ kind }) => kind === "EVERY_LEADER");
  const best = Math.max(0, ...ways.filter((way) => !isOfAll(way)).map(({ minutes }) => minutes));
  return ways.filter((way) => way.minutes > (isOfAll(way) ? best : 0)).sort((a, b) => b.minutes - a.minutes);
}

/**
 * How many minutes of each module, up to what it wants, the rest of the calendar can hold beside what stands: of all together, so that no hour is promised twice.
 * Whoever has least choice comes first. It is what a quick look finds; a search may find more.
 */
export function roomForAll(
  problem: TimetableProblem,
  group: GroupNeed,
  wanted: ReadonlyMap<string, number>,
): Map<string, number> {
  const taken = new Taken(problem.kept);
  return new Map(
    group.modules
      .map((module) => ({ module, wants: wanted.get(module.id) ?? 0 }))
      .filter(({ wants }) => wants > 0)
      .map((each) => ({ ...each, choice: placeable(problem, [], group, each.module, each.wants, {}) / each.wants }))
      .map((each, _, all) => ({ ...each, days: all.length > 1 ? daysFor(problem, group, each.module) : 0 }))
      .sort((a, b) => a.choice - b.choice || a.days - b.days)
      .map(({ module, wants }) => [module.id, fill(problem, taken, group, module, wants, {})]),
  );
}

/** On how many days of the rest of the calendar the module could be held if nothing else were planned. */
function daysFor(problem: TimetableProblem, group: GroupNeed, module: ModuleNeed): number {
  const place = placeOf(problem, new Taken(problem.kept));
  return daysAhead(problem, group).filter(
    (day) => candidatesOn(place, group, module, module.sessionMinutes.least, day).length > 0,
  ).length;
}

function daysAhead({ from }: TimetableProblem, { startsOn, weeks }: GroupNeed): PlainDate[] {
  const first = compareDays(startsOn, from) < 0 ? from : startsOn;
  const last = addDays(startsOn, weeks * 7 - 1);
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, at) => addDays(first, at));
}

/** Minutes of the module, up to `wanted`, that fit in beside what is planned. */
function placeable(
  problem: TimetableProblem,
  sessions: readonly Placed[],
  group: GroupNeed,
  module: ModuleNeed,
  wanted: number,
  waived: Waived,
): number {
  return fill(problem, new Taken([...problem.kept, ...sessions]), group, module, wanted, waived);
}

/** Takes the longest session of each day, first day first, until there is enough. */
function fill(
  problem: TimetableProblem,
  taken: Taken,
  group: GroupNeed,
  module: ModuleNeed,
  wanted: number,
  waived: Waived,
): number {
  const place = placeOf(problem, taken);
  let found = 0;
  for (const day of daysAhead(problem, group)) {
    if (found >= wanted) break;
    const possible = candidatesOn(place, group, module, wanted - found, day, waived);
    const [longest] = possible.sort((a, b) => b.minutes - a.minutes);
    if (!longest) continue;
    found += longest.minutes;
    taken.add(longest);
  }
  return Math.min(found, wanted);
}
