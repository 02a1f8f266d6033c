import type { Highs } from "highs";
import { endsAt, type GroupNeed, type ModuleNeed, type Placed, stretchOf } from "./problem.ts";
import { type Limits, type Row, searchBest } from "./weekSearch.ts";

/** A session that could be in the week, and what it is worth. */
export type Candidate = { session: Placed; group: GroupNeed; module: ModuleNeed; worth: number };

/** What a module should come to in this week: `target` minutes, each minute over it worth `overWorth` instead of `worth`. */
export type Pace = { left: number; target: number; worth: number; overWorth: number };

type Solved = { chosen: Placed[]; gap: number };

/**
 * Chooses the sessions of one week: worth most together, no group, room or leader in two places, no budget exceeded. A mixed integer programme:
 * one yes or no for each candidate, and for each module the minutes over its pace.
 * @param weekRoom minutes that a leader may still lead in this week; leaders without a limit are left out
 * @returns the chosen sessions and the proven distance to the best there is (0.02 = at most 2 % better)
 */
export function solveWeek(
  highs: Highs,
  all: readonly Candidate[],
  paces: ReadonlyMap<string, Pace>,
  weekRoom: ReadonlyMap<string, number>,
  limits: Limits,
): Solved {
  if (all.length === 0) return { chosen: [], gap: 0 };
  const isShared = sharedPlaces(all);
  const candidates = withoutWorse(all, isShared, weekRoom);
  const rows = new Map<string, Row>();
  const put = (key: string, column: number, value: number, most: number) => {
    const row = rows.get(key) ?? { columns: [], values: [], most };
    row.columns.push(column);
    row.values.push(value);
    rows.set(key, row);
  };
  const startsOf = new Map<string, Set<number>>();
  for (const { session, group } of candidates)
    for (const key of [`group ${group.id}`, ...placesOf(session)].map((it) => `${it} ${session.day}`))
      startsOf.set(key, (startsOf.get(key) ?? new Set()).add(session.startsAt));

  const keyOf = ({ group, module }: Candidate) => `${group.id} ${module.id}`;
  const overs = new Map<string, Over>();
  for (const [key, own] of Map.groupBy(candidates, keyOf)) {
    const pace = paces.get(key);
    const over = pace && overOf(own, pace);
    if (over) overs.set(key, over);
  }
  const choices = new Map<string, number[]>();
  for (const [column, candidate] of candidates.entries()) {
    const { session, group } = candidate;
    const { day, leaderId, minutes } = session;
    // Of sessions that lie at one time one begins within all others: a row for each beginning says everything.
    // Within one group its own rows say the same as those of its rooms and leaders.
    for (const place of [`group ${group.id}`, ...placesOf(session).filter(isShared)])
      for (const start of startsOf.get(`${place} ${day}`) ?? [])
        if (start >= session.startsAt && start < endsAt(session)) put(`${place} ${day} ${start}`, column, 1, 1);
    const key = keyOf(candidate);
    const choice = choiceOf(candidate);
    put(choice, column, 1, 1);
    choices.set(choice, [...(choices.get(choice) ?? []), column]);
    const pace = paces.get(key);
    if (pace) put(`budget ${key}`, column, minutes, pace.left);
    const over = overs.get(key);
    if (over) put(`pace ${key}`, column, minutes, over.from);
    const mostOfLeader = leaderId === null ? undefined : weekRoom.get(leaderId);
    if (mostOfLeader !== undefined) put(`week ${leaderId}`, column, minutes, mostOfLeader);
  }
  const measures: { worth: number; most: number }[] = [];
  for (const [key, { from, unit, first, rest }] of overs)
    for (const measure of [
      { worth: first, most: unit },
      { worth: rest, most: highs.infinity },
    ])
      put(`pace ${key}`, candidates.length + measures.push(measure) - 1, -1, from);

  const numbers = new Map([...rows.keys()].map((key, at) => [key, at]));
  const { taken, gap } = searchBest(
    highs,
    {
      worths: candidates.map((candidate) =>
        worthIn(candidate, paces.get(keyOf(candidate)), overs.has(keyOf(candidate))),
      ),
      measures,
      rows: [...rows.values()],
      choices: [...choices].map(([key, columns]) => ({
        row: numbers.get(key) ?? 0,
        columns,
        marks: marksOf(columns.flatMap((column) => candidates[column]?.session ?? [])),
      })),
    },
    limits,
  );
  return { chosen: candidates.filter((_, at) => taken.has(at)).map(({ session }) => session), gap };
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Of the same choice at most one is held. */
const choiceOf = ({ session: { day }, group, module }: Candidate): string =>
  module.everyWeeks === null
    ? `day ${group.id} ${module.id} ${day}`
    : `stretch ${group.id} ${module.id} ${stretchOf(group, module.everyWeeks, day)}`;

const marksOf = (sessions: readonly Placed[]) =>
  (["day", "minutes", "startsAt", "roomId", "leaderId"] as const).map((mark) =>
    sessions.map((session) => session[mark] ?? ""),
  );

/** Minutes over `from`: `first` is what each of the first `unit` of them takes away, `rest` what each one after them does. */
type Over = { from: number; unit: number; first: number; rest: number };

/**
 * How minutes over the pace lose worth. All lengths are made of one unit, and so is any sum of them: between the two sums next to the pace worth is measured on the
 * line that joins them, which says the same of every sum there can be and leaves the search less between. Undefined where one session at most is held: its own worth tells.
 */
function overOf(own: readonly Candidate[], { target, worth, overWorth }: Pace): Over | undefined {
  if (new Set(own.map(choiceOf)).size === 1) return undefined;
  const unit = own.reduce((common, { session }) => gcd(common, session.minutes), 0);
  const from = Math.floor(target / unit) * unit;
  const loss = overWorth - worth;
  return { from, unit, first: (loss * (from + unit - target)) / unit, rest: loss };
}

const worthIn = ({ worth, session }: Candidate, pace: Pace | undefined, isMeasured: boolean): number =>
  pace && !isMeasured ? worth - Math.max(0, session.minutes - pace.target) * (pace.worth - pace.overWorth) : worth;

const placesOf = ({ roomId, leaderId }: Placed): string[] => [
  ...(roomId === null ? [] : [`room ${roomId}`]),
  ...(leaderId === null ? [] : [`leader ${leaderId}`]),
];

/** Tells of a room or a leader whether more than one group could have it in this week. */
function sharedPlaces(candidates: readonly Candidate[]): (place: string) => boolean {
  const groupsOf = new Map<string, Set<string>>();
  for (const { session, group } of candidates)
    for (const place of placesOf(session)) groupsOf.set(place, (groupsOf.get(place) ?? new Set()).add(group.id));
  return (place) => (groupsOf.get(place)?.size ?? 0) > 1;
}

/**
 * Without sessions that another one of the same module at the same time is worth as much as and takes nothing more of what others need: the search is as good
 * and many times shorter.
 */
function withoutWorse(
  candidates: readonly Candidate[],
  isShared: (place: string) => boolean,
  weekRoom: ReadonlyMap<string, number>,
): Candidate[] {
  const isNeeded = (place: string, leaderId: string | null) =>
    isShared(place) || (place === `leader ${leaderId}` && weekRoom.has(leaderId ?? ""));
  const better = new Map<string, string[][]>();
  const kept = new Set<Candidate>();
  for (const candidate of [...candidates].sort((a, b) => b.worth - a.worth)) {
    const { groupId, moduleId, day, startsAt, minutes, leaderId } = candidate.session;
    const key = `${groupId} ${moduleId} ${day} ${startsAt} ${minutes}`;
    const takes = placesOf(candidate.session).filter((place) => isNeeded(place, leaderId));
    const others = better.get(key) ?? [];
    if (others.some((other) => other.every((place) => takes.includes(place)))) continue;
    better.set(key, [...others, takes]);
    kept.add(candidate);
  }
  return candidates.filter((candidate) => kept.has(candidate));
}
