import { sql } from "kysely";
import type { CommandContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";

/** A task that a room makes out of what happened, such as a promised step or a deadline. `kind` is the message key of its line. */
export async function addTaskFor(
  context: Pick<CommandContext, "tx"> & { actor: { organisationId: string; accountId: string } },
  task: {
    personId: string | null;
    caseId?: string | null;
    ownerId?: string | null;
    unitId?: string | null;
    kind: string;
    text?: string | null;
    detail?: Record<string, unknown>;
    dueOn: PlainDate | null;
    source: { type: string; id: string };
  },
): Promise<string> {
  const id = uuidv7();
  await context.tx
    .insertInto("task")
    .values({
      organisationId: context.actor.organisationId,
      id,
      personId: task.personId,
      caseId: task.caseId ?? null,
      ownerId: task.ownerId ?? null,
      unitId: task.unitId ?? null,
      kind: task.kind,
      text: task.text ?? null,
      detail: JSON.stringify(task.detail ?? {}),
      dueOn: task.dueOn,
      sourceType: task.source.type,
      sourceId: task.source.id,
      createdBy: context.actor.accountId,
    })
    .execute();
  return id;
}

/** Of a proposal to talk with somebody who comes regularly and has no case; done when one is opened. Source: docs/domain/rules.md R-S0-02 */
export const guestSource = (personId: string) => ({ type: "regular_guest", id: personId });

/** Open tasks that came out of one source are somebody else's from now on. */
export async function handTasks(
  context: CommandContext,
  source: { type: string; id: string },
  ownerId: string,
): Promise<void> {
  await sql`update task t set owner_id = ${ownerId}, version = version + 1
    where t.organisation_id = ${context.actor.organisationId} and t.source_type = ${source.type} and t.source_id = ${source.id}
      and t.owner_id is distinct from ${ownerId}
      and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)`.execute(
    context.tx,
  );
}

/**
 * Ends the open tasks that came out of one source; those already ended stay as they are. Tells the timeline of each.
 * `only`: just those whose detail holds these values, such as the check after three months of four.
 */
export async function endTasksFrom(
  context: Pick<CommandContext, "tx" | "today" | "occurredAt"> & {
    actor: { organisationId: string; accountId: string };
  },
  source: { type: string; id: string },
  outcome: "DONE" | "PARTLY" | "NOT_DONE" | "NO_LONGER_RELEVANT",
  only: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await sql`with ended as (
      insert into task_ending (organisation_id, task_id, outcome, ended_on, ended_by, by_source)
      select t.organisation_id, t.id, ${outcome}, ${context.today}, ${accountId}, true from task t
      where t.organisation_id = ${organisationId} and t.source_type = ${source.type} and t.source_id = ${source.id}
        and t.detail @> ${JSON.stringify(only)}::jsonb
      on conflict do nothing returning task_id)
    insert into event (organisation_id, id, person_id, kind, section, occurred_at, actor_id, subject_type, subject_id, detail)
    select t.organisation_id, gen_random_uuid(), t.person_id, 'task.ended', 'CORE', ${context.occurredAt}, ${accountId}, 'task', t.id,
      jsonb_build_object('outcome', ${outcome}::text)
    from ended e join task t on t.organisation_id = ${organisationId} and t.id = e.task_id`.execute(context.tx);
}
