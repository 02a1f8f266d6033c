import { type RawBuilder, sql } from "kysely";
import { reachesOf } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { mayBeTiedTo, meetsSession } from "../programme/public.ts";
import { attendanceAccess } from "./access.ts";
import type { TodaySession } from "./contract.ts";

export const leadsNow = (context: WorkContext) => sql<boolean>`(s.leader_id = ${context.actor.accountId}
  or exists (select from class_group_leader l where l.organisation_id = g.organisation_id and l.group_id = g.id and l.account_id = ${context.actor.accountId}
    and l.valid_from <= ${context.today} and coalesce(l.valid_until, ${context.today}) >= ${context.today}))`;

/** SQL over `s` (session) and `g` (group): registers of the actor's units, or of what the actor leads, as the role reaches. */
export function registersKept(context: WorkContext): RawBuilder<boolean> {
  const reaches = reachesOf(context.actor, attendanceAccess["register.read"]);
  return sql<boolean>`((${reaches.has("unit")} and g.unit_id = any (${[...context.actor.unitIds]}::uuid[]))
    or (${reaches.has("team")} and ${leadsNow(context)}))`;
}

/**
 * Registers by day and hour. `where` speaks of `s` (held_session), `g` (class_group) and `c` (register_closing). Counted are the people
 * that the reader may know of (C7), as the register itself shows them.
 */
export async function registersWhere(context: WorkContext, where: RawBuilder<unknown>): Promise<TodaySession[]> {
  const shown = (personId: RawBuilder<unknown>) =>
    sql`(${meetsSession(context)} or ${mayBeTiedTo({ leads: false }, context, personId)})`;
  const { rows } =
    await sql<TodaySession>`select s.id as session_id, s.group_id, g.name as group_name, s.module_code, s.module_name, s.day,
      to_char(s.starts_at, 'HH24:MI') as starts_at, s.minutes, s.room, counted.members, counted.marked, c.session_id is not null as closed
    from held_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
      left join register_closing c on c.organisation_id = s.organisation_id and c.session_id = s.id
      cross join lateral (select count(*)::int as members,
          (count(*) filter (where exists (select from attendance_entry e where e.organisation_id = s.organisation_id and e.session_id = s.id and e.person_id = member.person_id)))::int as marked
        from (select distinct m.person_id from group_membership m where m.organisation_id = s.organisation_id and m.group_id = s.group_id
          and m.valid_from <= s.day and coalesce(m.valid_until, s.day) >= s.day and ${shown(sql.ref("m.person_id"))}) member) counted
    where s.organisation_id = ${context.actor.organisationId} and ${where}
    order by s.day, s.starts_at, g.name, s.id ${atMost}`.execute(context.tx);
  return rows;
}
