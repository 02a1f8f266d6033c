import { type ConflictKind, conflictKinds } from "../codes.ts";
import { type BreachKind, breachesOf } from "../timetable/breaches.ts";
import type { Placed, TimetableProblem } from "../timetable/problem.ts";

/** The problem with every class that stands, each with its id. */
export type Judged = Omit<TimetableProblem, "kept"> & { kept: readonly (Placed & { id: string })[] };

/** `hard`: what cannot be at one time; `soft`: what the plan says otherwise, for a person to weigh. */
export type Verdict = { hard: ConflictKind[]; soft: BreachKind[] };

const isHard = (kind: BreachKind): kind is ConflictKind => conflictKinds.some((hard) => hard === kind);

/** What would be wrong with a class in another place, beside all others. Of what nobody has said - when a group meets, who may lead - nothing is told. */
export function judgeMove(problem: Judged, id: string, place: Placed): Verdict {
  const group = problem.groups.find((each) => each.id === place.groupId);
  const module = group?.modules.find((each) => each.id === place.moduleId);
  const unsaid = new Set<BreachKind>(["BUDGET"]);
  if (!group || group.meetings.length === 0) unsaid.add("OUTSIDE_MEETING");
  if (!module || module.leaderIds.length === 0) unsaid.add("LEADER_MISSING");
  if (!module || module.roomIds.length === 0) unsaid.add("ROOM_MISSING");
  if (!module) unsaid.add("UNKNOWN");
  const asked = {
    ...problem,
    kept: problem.kept.filter((each) => each.id !== id),
    groups: problem.groups.map((each) =>
      each === group
        ? { ...each, modules: each.modules.map((it) => (it === module ? { ...it, minutes: place.minutes } : it)) }
        : each,
    ),
  };
  const kinds = [...new Set(breachesOf(asked, [place]).map(({ kind }) => kind))].filter((kind) => !unsaid.has(kind));
  return { hard: kinds.filter(isHard), soft: kinds.filter((kind) => !isHard(kind)) };
}
