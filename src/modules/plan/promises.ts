import { sql } from "kysely";
import type { CommandContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { followPromises } from "../casework/public.ts";
import type { planTaskOutcomes } from "./codes.ts";
import type { StoredPlan } from "./store.ts";

type Outcome = (typeof planTaskOutcomes)[number];

/** The tasks of what our side promised in a plan. */
export const promisesOf = (planId: string) => ({ type: "plan_promise", id: planId });

/**
 * What the OPS, and the side that prepared it, promised in a running plan becomes tasks of who leads it, until each is done or no longer relevant, leaves
 * the plan, or the plan ends. `again`: an ended plan goes on. Source: docs/domain/rules.md R-SC-04, R-IPWB-06
 */
export async function followTasks(
  context: CommandContext,
  { id, personId, caseId, preparedSide, ledBy: ownerId }: StoredPlan,
  again = false,
): Promise<void> {
  const { rows } = await sql<{ id: string; dueOn: PlainDate; outcome: Outcome | null }>`select t.id, t.due_on,
      (select m.outcome from plan_task_mark m where m.organisation_id = t.organisation_id and m.task_id = t.id
        order by m.recorded_at desc, m.id desc limit 1) as outcome
    from plan_task t
    where t.organisation_id = ${context.actor.organisationId} and t.plan_id = ${id} and t.side in ('OPS', ${preparedSide}) and t.due_on is not null
      and not exists (select from plan_task_removal r where r.organisation_id = t.organisation_id and r.task_id = t.id)
    limit 1000`.execute(context.tx);
  const promises = rows.map(({ id: taskId, dueOn, outcome }) => ({
    id: taskId,
    dueOn,
    ended: outcome === "DONE" || outcome === "NO_LONGER_RELEVANT" ? outcome : null,
  }));
  await followPromises(
    context,
    { personId, caseId, ownerId, kind: "PLAN_PROMISE", source: promisesOf(id) },
    promises,
    again,
  );
}
