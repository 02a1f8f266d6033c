import { sql } from "kysely";
import { type CommandContext, recordEvent } from "../../platform/command.ts";
import type { DeathChange } from "../person/public.ts";
import { addTaskFor, endTasksFrom } from "./public.ts";
import { keptAfterDeath } from "./rules.ts";

const source = (personId: string) => ({ type: "death", id: personId });

/**
 * A day of death ends the open tasks about the person and tells everybody who had one, leads an open case or is in its
 * team; with nobody there, the person's units. Taken back, it opens the tasks that it ended. Source: docs/domain/forms.md F-00
 */
export async function followDeath(context: CommandContext, change: DeathChange): Promise<void> {
  const { personId, before, deathDate } = change;
  await endTasksFrom(context, source(personId), "NO_LONGER_RELEVANT");
  const owners = before === null ? await whoIsToKnow(context, personId) : await whoWasTold(context, personId);
  if (before === null) await stopTasks(context, personId);
  if (deathDate === null) await openStopped(context, personId);
  await recordEvent(context, {
    personId,
    kind: deathDate === null ? "person.death_withdrawn" : "person.died",
    section: "CORE",
    subject: { type: "person", id: personId },
    detail: deathDate === null ? {} : { on: deathDate },
  });
  const kind = deathDate === null ? "death.withdrawn" : "death.told";
  const detail = deathDate === null ? {} : { on: deathDate };
  for (const owner of owners)
    await addTaskFor(context, { personId, ...owner, kind, detail, dueOn: context.today, source: source(personId) });
}

type Owner = { ownerId: string | null; unitId: string | null };

async function whoIsToKnow(context: CommandContext, personId: string): Promise<Owner[]> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<Owner>`with team as (
      select t.owner_id as account_id from task t where t.organisation_id = ${organisationId} and t.person_id = any (same_person(${personId}))
        and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)
      union select c.leader_id from open_case o join support_case c on c.organisation_id = o.organisation_id and c.id = o.case_id
        where o.organisation_id = ${organisationId} and o.person_id = any (same_person(${personId}))
      union select m.account_id from open_case o join case_member m on m.organisation_id = o.organisation_id and m.case_id = o.case_id
        where o.organisation_id = ${organisationId} and o.person_id = any (same_person(${personId}))
          and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}),
    told as (select w.account_id from team join membership w on w.organisation_id = ${organisationId} and w.account_id = team.account_id
      where w.ended_at is null)
    select account_id as owner_id, null::uuid as unit_id from told where account_id <> ${accountId}
    union all select null, u.unit_id from person_unit u
      where u.organisation_id = ${organisationId} and u.person_id = any (same_person(${personId})) and not exists (select from told)`.execute(
    context.tx,
  );
  return rows;
}

async function whoWasTold(context: CommandContext, personId: string): Promise<Owner[]> {
  const { rows } = await sql<Owner>`select distinct owner_id, unit_id from task
    where organisation_id = ${context.actor.organisationId} and source_type = 'death' and source_id = ${personId}`.execute(
    context.tx,
  );
  return rows;
}

async function stopTasks(context: CommandContext, personId: string): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await sql`with ended as (
      insert into task_ending (organisation_id, task_id, outcome, ended_on, ended_by)
      select t.organisation_id, t.id, 'NO_LONGER_RELEVANT', ${context.today}, ${accountId} from task t
      where t.organisation_id = ${organisationId} and t.person_id = any (same_person(${personId}))
        and coalesce(t.source_type, '') <> all (${[...keptAfterDeath]}::text[])
      on conflict do nothing returning task_id)
    insert into event (organisation_id, id, person_id, kind, section, occurred_at, actor_id, subject_type, subject_id)
    select t.organisation_id, gen_random_uuid(), t.person_id, 'task.stopped', 'CORE', ${context.occurredAt}, ${accountId}, 'task', t.id
    from ended e join task t on t.organisation_id = ${organisationId} and t.id = e.task_id`.execute(context.tx);
}

/** Tasks are never opened again: those that the last day of death ended come back as new ones. */
async function openStopped(context: CommandContext, personId: string): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await sql`with stopped as (
      select e.subject_id from event e
      where e.organisation_id = ${organisationId} and e.person_id = any (same_person(${personId})) and e.kind = 'task.stopped'
        and e.seq > coalesce((select max(w.seq) from event w where w.organisation_id = ${organisationId}
          and w.person_id = any (same_person(${personId})) and w.kind = 'person.death_withdrawn'), 0))
    insert into task (organisation_id, id, person_id, case_id, owner_id, unit_id, kind, text, detail, due_on, source_type, source_id, created_by)
    select t.organisation_id, gen_random_uuid(), t.person_id, t.case_id, t.owner_id, t.unit_id, t.kind, t.text, t.detail, t.due_on, t.source_type, t.source_id, ${accountId}
    from stopped s join task t on t.organisation_id = ${organisationId} and t.id = s.subject_id`.execute(context.tx);
}
