import { type ConflictKind, conflictKinds } from "../codes.ts";
import { type BreachKind, breachesOf } from "../timetable/breaches.ts";
import type { ModuleNeed, Placed, TimetableProblem } from "../timetable/problem.ts";

/** The problem with every class that stands, each with its id. */
export type Judged = Omit<TimetableProblem, "kept"> & { kept: readonly (Placed & { id: string })[] };

/** `hard`: what cannot be at one time; `soft`: what the plan says otherwise, for a person to weigh. */
export type Verdict = { hard: ConflictKind[]; soft: BreachKind[] };

const isHard = (kind: BreachKind): kind is ConflictKind => conflictKinds.some((hard) => hard === kind);

/**
 * What would be wrong with a class in another place, beside all others. Of what nobody has said - when a group meets, who may lead - nothing is told; a room or
 * leader that its module does not name is told as such and judged by its own hours all the same.
 */
export function judgeMove(problem: Judged, id: string, place: Placed): Verdict {
  const group = problem.groups.find((each) => each.id === place.groupId);
  const module = group?.modules.find((each) => each.id === place.moduleId);
  const unsaid = new Set<BreachKind>(["BUDGET", "ROOM_MISSING", "LEADER_MISSING"]);
  if (!group || group.meetings.length === 0) unsaid.add("OUTSIDE_MEETING");
  if (!module) unsaid.add("UNKNOWN");
  const asked = {
    ...problem,
    kept: problem.kept.filter((each) => each.id !== id),
    groups: problem.groups.map((each) =>
      each === group
        ? { ...each, modules: each.modules.map((it) => (it === module ? allowing(it, place) : it)) }
        : each,
    ),
  };
  const found = new Set(breachesOf(asked, [place]).map(({ kind }) => kind));
  const kinds = [...found].filter((kind) => !unsaid.has(kind));
  if (module && lacks(module.roomIds, place.roomId)) kinds.push("ROOM_MISSING");
  if (module && lacks(module.leaderIds, place.leaderId)) kinds.push("LEADER_MISSING");
  return { hard: kinds.filter(isHard), soft: kinds.filter((kind) => !isHard(kind)) };
}

/** Whether somebody said which ones a module takes, and this is none of them. */
const lacks = (said: readonly string[], id: string | null): boolean =>
  said.length > 0 && (id === null || !said.includes(id));

const allowing = (module: ModuleNeed, { minutes, roomId, leaderId }: Placed): ModuleNeed => ({
  ...module,
  minutes,
  roomIds: roomId === null ? module.roomIds : [...module.roomIds, roomId],
  leaderIds: leaderId === null ? module.leaderIds : [...module.leaderIds, leaderId],
});
