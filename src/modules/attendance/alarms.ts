import { sql } from "kysely";
import type pg from "pg";
import { kyselyOf } from "../../platform/db.ts";
import { parametersOn } from "../../platform/law.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { addDays } from "../../platform/time/plainDate.ts";
import { registerTasks } from "./tasks.ts";

/** Older registers than this are on the list of who keeps them, and nobody's task any more. */
const lookBackDays = 60;

/**
 * Makes open registers the task of whoever leads the class and, some days later, of who leads the unit; ends those of classes that
 * were cancelled or put off. How many days, the organisation's parameters say. `owner` sees all organisations; doing it again
 * changes nothing. What such a task says names nobody.
 */
export async function tellOpenRegisters(owner: pg.Pool, now: Date): Promise<void> {
  const today = todayIn(now, "Europe/Warsaw");
  const db = kyselyOf(owner);
  const { rows } = await owner.query<{ organisationId: string }>(
    'select distinct organisation_id as "organisationId" from class_group',
  );
  for (const { organisationId } of rows)
    await db.transaction().execute(async (tx) => {
      await sql`select set_config('powrot.organisation_id', ${organisationId}, true), set_config('powrot.now', ${now.toISOString()}, true)`.execute(
        tx,
      );
      const parameters = await parametersOn(tx, ["REGISTER_OPEN_LEADER", "REGISTER_OPEN_HEAD"], today);
      const before = (code: string) => addDays(today, -Number(parameters.get(code)?.value ?? 1));
      await sql`insert into task_ending (organisation_id, task_id, outcome, ended_on, ended_by, by_source)
        select t.organisation_id, t.id, 'NO_LONGER_RELEVANT', ${today}, t.created_by, true from task t
        where t.organisation_id = ${organisationId} and t.source_type = ${registerTasks} and t.kind in ('register.overdue', 'register.overdue_in_unit')
          and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)
          and not exists (select from held_session s where s.organisation_id = t.organisation_id and s.id = t.source_id and s.day < ${today})
        on conflict do nothing`.execute(tx);
      await sql`with late as materialized (
          select s.id, s.day, s.leader_id, s.group_id, g.unit_id from held_session s
            join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
          where s.organisation_id = ${organisationId} and s.day between ${addDays(today, -lookBackDays)} and ${addDays(today, -1)}
            and not exists (select from register_closing c where c.organisation_id = s.organisation_id and c.session_id = s.id)
            and exists (select from group_membership m where m.organisation_id = s.organisation_id and m.group_id = s.group_id
              and m.valid_from <= s.day and coalesce(m.valid_until, s.day) >= s.day)),
        asked as (
          select late.id, late.day, late.leader_id as account_id, 'register.overdue' as kind from late
            where late.leader_id is not null and late.day <= ${before("REGISTER_OPEN_LEADER")}
          union
          select late.id, late.day, l.account_id, 'register.overdue' from late
            join class_group_leader l on l.organisation_id = ${organisationId} and l.group_id = late.group_id
              and l.valid_from <= ${today} and coalesce(l.valid_until, ${today}) >= ${today}
            where late.leader_id is null and late.day <= ${before("REGISTER_OPEN_LEADER")}
          union
          select late.id, late.day, u.account_id, 'register.overdue_in_unit' from late
            join membership_unit u on u.organisation_id = ${organisationId} and u.unit_id = late.unit_id
            join membership_role r on r.organisation_id = u.organisation_id and r.account_id = u.account_id and r.role in ('KIS_COORDINATOR', 'CIS_MANAGER')
            where late.day <= ${before("REGISTER_OPEN_HEAD")} and u.account_id is distinct from late.leader_id)
        insert into task (organisation_id, id, owner_id, kind, detail, due_on, source_type, source_id, created_by)
        select ${organisationId}, gen_random_uuid(), a.account_id, a.kind, jsonb_build_object('day', a.day), ${today}, ${registerTasks}, a.id, a.account_id
        from asked a join membership m on m.organisation_id = ${organisationId} and m.account_id = a.account_id and m.ended_at is null and m.held_at is null
          and m.valid_from <= ${today} and coalesce(m.valid_until, ${today}) >= ${today}
        where not exists (select from task t where t.organisation_id = ${organisationId} and t.source_type = ${registerTasks} and t.source_id = a.id
          and t.kind = a.kind and t.owner_id = a.account_id)`.execute(tx);
    });
}
