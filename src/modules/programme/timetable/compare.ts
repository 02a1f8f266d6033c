import { startOfWeek } from "../../../platform/time/plainDate.ts";
import type { Placed } from "./problem.ts";

export type Comparison<Old extends Placed> = {
  /** Sessions that stand as they shall. */
  stays: Old[];
  comes: Placed[];
  goes: Old[];
  /** Sessions of one module that leave one place of a week for another of the same length. */
  moved: { from: Old; to: Placed }[];
};

const keyOf = ({ groupId, moduleId, day, startsAt, minutes, roomId, leaderId }: Placed): string =>
  [groupId, moduleId, day, startsAt, minutes, roomId, leaderId].join(" ");
const weekKeyOf = ({ groupId, moduleId, day, minutes }: Placed): string =>
  [groupId, moduleId, startOfWeek(day), minutes].join(" ");

/** What a new timetable makes of the sessions that stand now: most of them usually stay, and nobody need learn of those. */
export function compareTimetables<Old extends Placed>(
  standing: readonly Old[],
  planned: readonly Placed[],
): Comparison<Old> {
  const { matched: stays, left, rest } = match(standing, planned, keyOf);
  const { matched, left: goes, rest: comes } = match(left, rest, weekKeyOf);
  return { stays: stays.map(({ from }) => from), moved: matched, goes, comes };
}

function match<Old extends Placed>(
  standing: readonly Old[],
  planned: readonly Placed[],
  key: (session: Placed) => string,
): { matched: { from: Old; to: Placed }[]; left: Old[]; rest: Placed[] } {
  const waiting = new Map<string, Placed[]>();
  for (const session of planned) waiting.set(key(session), [...(waiting.get(key(session)) ?? []), session]);
  const matched: { from: Old; to: Placed }[] = [];
  const left: Old[] = [];
  for (const from of standing) {
    const to = waiting.get(key(from))?.shift();
    if (to) matched.push({ from, to });
    else left.push(from);
  }
  return { matched, left, rest: [...waiting.values()].flat() };
}
