import { addDays, compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";
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

/** How many minutes of a module, up to `wanted`, the rest of the calendar can still hold beside what stands. */
export const roomFor = (problem: TimetableProblem, group: GroupNeed, module: ModuleNeed, wanted: number): number =>
  placeable(problem, [], group, module, wanted, {});

/** Minutes of the module, up to `wanted`, that fit in beside what is planned: the longest session of each day, first day first. */
function placeable(
  problem: TimetableProblem,
  sessions: readonly Placed[],
  group: GroupNeed,
  module: ModuleNeed,
  wanted: number,
  waived: Waived,
): number {
  const taken = new Taken([...problem.kept, ...sessions]);
  const place = placeOf(problem, taken);
  const last = addDays(group.startsOn, group.weeks * 7 - 1);
  const first: PlainDate = compareDays(group.startsOn, problem.from) < 0 ? problem.from : group.startsOn;
  let found = 0;
  for (let day = first; compareDays(day, last) <= 0 && found < wanted; day = addDays(day, 1)) {
    const possible = candidatesOn(place, group, module, wanted - found, day, waived);
    const [longest] = possible.sort((a, b) => b.minutes - a.minutes);
    if (!longest) continue;
    found += longest.minutes;
    taken.add(longest);
  }
  return Math.min(found, wanted);
}
