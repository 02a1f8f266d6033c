import { fieldsThatDiffer } from "../../platform/fieldsThatDiffer.ts";
import type { PlanDescription, PlanSnapshot } from "./contract.ts";

type Goal = PlanSnapshot["goals"][number];
type Task = PlanSnapshot["tasks"][number];

/** Fields of the description that are told; the record behind a name is not. */
export type Described = Exclude<keyof PlanDescription, "implementerId">;

/** What two versions say of one thing; `fields`: what is not the same, in the order of the form. */
export type LineChange<T> =
  | { change: "added"; id: string; after: T }
  | { change: "removed"; id: string; before: T }
  | { change: "changed"; id: string; before: T; after: T; fields: readonly (keyof T & string)[] };

export type PlanDifference = {
  goals: readonly LineChange<Goal>[];
  tasks: readonly LineChange<Task>[];
  /** Fields of the description that differ; null when one of the versions was made before it was kept. */
  description: readonly Described[] | null;
};

/** Lines of the newer version that are new or not the same, in its order, then those that are gone, in the order of the older. */
export function linesThatDiffer<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
  fields: readonly (keyof T & string)[],
): LineChange<T>[] {
  const older = new Map(before.map((line) => [line.id, line]));
  const newer = new Set(after.map(({ id }) => id));
  const standing = after.flatMap((line): LineChange<T>[] => {
    const was = older.get(line.id);
    if (!was) return [{ change: "added", id: line.id, after: line }];
    const differ = fieldsThatDiffer(was, line, fields);
    return differ.length > 0 ? [{ change: "changed", id: line.id, before: was, after: line, fields: differ }] : [];
  });
  const gone = before
    .filter(({ id }) => !newer.has(id))
    .map((line): LineChange<T> => ({ change: "removed", id: line.id, before: line }));
  return [...standing, ...gone];
}

const goalFields = ["sphere", "text", "measure", "dueOn"] as const;
const taskFields = ["side", "what", "dueOn"] as const;
const descriptionFields = [
  "kind",
  "preparedSide",
  "implementer",
  "implementerName",
  "startOn",
  "endOn",
  "situation",
  "commitments",
  "healthInsuranceNeeded",
  "beyondShelterMeans",
  "provisions",
  "supportMeans",
  "noHousingGoalReason",
  "noWorkGoalReason",
] as const satisfies readonly Described[];

/** A name that was not written yet is an empty one. */
const named = (description: PlanDescription): Pick<PlanDescription, Described> => ({
  ...description,
  implementerName: description.implementerName ?? "",
});

/** What differs between two versions of a plan, compared by content: the order of lines does not count. */
export function planDifference(before: PlanSnapshot, after: PlanSnapshot): PlanDifference {
  return {
    goals: linesThatDiffer(before.goals, after.goals, goalFields),
    tasks: linesThatDiffer(before.tasks, after.tasks, taskFields),
    description:
      before.description && after.description
        ? fieldsThatDiffer(named(before.description), named(after.description), descriptionFields)
        : null,
  };
}
