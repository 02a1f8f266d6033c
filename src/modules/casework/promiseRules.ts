import type { PlainDate } from "../../platform/time/plainDate.ts";

/** Something that our side promised in a plan or a contract. `ended`: how, or null while it is still to be done. */
export type Promised = { id: string; dueOn: PlainDate; ended: "DONE" | "NO_LONGER_RELEVANT" | null };
/** `ended`: by the plan or contract itself, by somebody's hand, or null while it is open. */
export type PromiseTask = { promiseId: string; dueOn: PlainDate | null; ended: "SOURCE" | "HAND" | null };

/**
 * What happens to the tasks of promises so that there is one open task for each that is still to be done: which promises'
 * tasks end and how, and which promises get one. A task that somebody ended by hand is not made again for the same day,
 * but for `again`, when what was closed goes on; one that ended with a mark since corrected, or with a day that came back, is. Source: docs/domain/rules.md R-SC-04
 */
export function promiseTasks(
  tasks: readonly PromiseTask[],
  promises: readonly Promised[],
  again: boolean,
): { end: { promiseId: string; outcome: "DONE" | "NO_LONGER_RELEVANT" }[]; add: Promised[] } {
  const byId = new Map(promises.map((promise) => [promise.id, promise]));
  const open = tasks.filter(({ ended }) => ended === null);
  const end = open.flatMap(({ promiseId, dueOn }) => {
    const promise = byId.get(promiseId);
    if (promise?.ended) return [{ promiseId, outcome: promise.ended }];
    return promise?.dueOn === dueOn ? [] : [{ promiseId, outcome: "NO_LONGER_RELEVANT" as const }];
  });
  const counts = again ? open : tasks.filter(({ ended }) => ended !== "SOURCE");
  const add = promises.filter(
    ({ id, dueOn, ended }) => ended === null && !counts.some((task) => task.promiseId === id && task.dueOn === dueOn),
  );
  return { end, add };
}
