import type { Highs } from "highs";
import { endsAt, type GroupNeed, type ModuleNeed, type Placed, stretchOf } from "./problem.ts";

/** A session that could be in the week, and what it is worth. */
export type Candidate = { session: Placed; group: GroupNeed; module: ModuleNeed; worth: number };

/** What a module should come to in this week: `target` minutes, each minute over it worth `overWorth` instead of `worth`. */
export type Pace = { left: number; target: number; worth: number; overWorth: number };

type Row = { columns: number[]; values: number[]; most: number };
type Solved = { chosen: Placed[]; gap: number };

/**
 * Chooses the sessions of one week: worth most together, no group, room or leader in two places, no budget exceeded. A mixed integer programme:
 * one yes or no for each candidate, and for each module the minutes over its pace.
 * @param weekRoom minutes that a leader may still lead in this week; leaders without a limit are left out
 * @param nodes how far it looks for a better choice; `seconds` only ends what would never end, as an answer must not hang on how busy a machine is
 * @returns the chosen sessions and the proven distance to the best there is (0.02 = at most 2 % better)
 */
export function solveWeek(
  highs: Highs,
  all: readonly Candidate[],
  paces: ReadonlyMap<string, Pace>,
  weekRoom: ReadonlyMap<string, number>,
  { nodes, seconds }: { nodes: number; seconds: number },
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
  const overColumn = new Map([...paces.keys()].map((key, at) => [key, candidates.length + at]));
  for (const [column, candidate] of candidates.entries()) {
    const { session, group, module } = candidate;
    const { day, leaderId, minutes } = session;
    // Of sessions that lie at one time one begins within all others: a row for each beginning says everything.
    // Within one group its own rows say the same as those of its rooms and leaders.
    for (const place of [`group ${group.id}`, ...placesOf(session).filter(isShared)])
      for (const start of startsOf.get(`${place} ${day}`) ?? [])
        if (start >= session.startsAt && start < endsAt(session)) put(`${place} ${day} ${start}`, column, 1, 1);
    const key = keyOf(candidate);
    put(
      module.everyWeeks === null ? `day ${key} ${day}` : `stretch ${key} ${stretchOf(group, module.everyWeeks, day)}`,
      column,
      1,
      1,
    );
    const pace = paces.get(key);
    if (pace) {
      put(`budget ${key}`, column, minutes, pace.left);
      put(`pace ${key}`, column, minutes, pace.target);
    }
    const mostOfLeader = leaderId === null ? undefined : weekRoom.get(leaderId);
    if (mostOfLeader !== undefined) put(`week ${leaderId}`, column, minutes, mostOfLeader);
  }
  for (const [key, column] of overColumn) {
    const pace = rows.get(`pace ${key}`);
    if (pace) put(`pace ${key}`, column, -1, pace.most);
  }

  const numCols = candidates.length + overColumn.size;
  const kept = [...rows.values()];
  const starts = new Int32Array(kept.length + 1);
  for (const [at, row] of kept.entries()) starts[at + 1] = (starts[at] ?? 0) + row.columns.length;
  const paceList = [...paces.values()];
  return highs.withModel(
    {
      numCols,
      numRows: kept.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: [...candidates.map(({ worth }) => worth), ...paceList.map((pace) => pace.overWorth - pace.worth)],
      colLower: new Float64Array(numCols),
      colUpper: [...candidates.map(() => 1), ...paceList.map(() => highs.infinity)],
      rowLower: kept.map(() => -highs.infinity),
      rowUpper: kept.map(({ most }) => most),
      matrix: {
        format: "csr",
        numRows: kept.length,
        numCols,
        starts,
        indices: Int32Array.from(kept.flatMap(({ columns }) => columns)),
        values: Float64Array.from(kept.flatMap(({ values }) => values)),
      },
      integrality: [
        ...candidates.map(() => highs.constants.variableType.integer),
        ...paceList.map(() => highs.constants.variableType.continuous),
      ],
    },
    (model) => {
      model.options.set({ output_flag: false, time_limit: seconds, mip_max_nodes: nodes, mip_rel_gap: 0.02 });
      model.run();
      const { colValue } = model.getSolution();
      const chosen = candidates.filter((_, at) => (colValue[at] ?? 0) > 0.5).map(({ session }) => session);
      const gap = Number(model.info.get("mip_gap"));
      return { chosen, gap: Number.isFinite(gap) ? Math.max(0, gap) : 1 };
    },
  );
}

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
