import { sql } from "kysely";
import type { CommandContext } from "../../platform/command.ts";
import type { Promised, PromiseTask } from "./promiseRules.ts";
import { promiseTasks } from "./promiseRules.ts";
import { addTaskFor, endTasksFrom } from "./sourceTasks.ts";

type Of = Omit<Parameters<typeof addTaskFor>[1], "dueOn" | "text">;

/**
 * Brings the tasks of what our side promised in a plan or a contract up to how it stands now; `of` says whose and what kind.
 * The words of a promise lie sealed where it was made: a task tells its day alone.
 */
export async function followPromises(
  context: CommandContext,
  of: Of,
  promises: readonly Promised[],
  again = false,
): Promise<void> {
  const { rows } = await sql<PromiseTask>`select t.detail ->> 'promiseId' as promise_id, t.due_on,
      case when e.by_source then 'SOURCE' when e.task_id is not null then 'HAND' end as ended
    from task t left join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id
    where t.organisation_id = ${context.actor.organisationId} and t.source_type = ${of.source.type} and t.source_id = ${of.source.id}
    limit 1000`.execute(context.tx);
  const { end, add } = promiseTasks(rows, promises, again);
  for (const { promiseId, outcome } of end) await endTasksFrom(context, of.source, outcome, { promiseId });
  for (const { id: promiseId, dueOn } of add)
    await addTaskFor(context, { ...of, detail: { ...of.detail, promiseId }, dueOn });
}
