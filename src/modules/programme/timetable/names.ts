import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import type { TimetableNames } from "./contract.ts";

/** Names of some groups, their modules, and of all rooms and leaders that these or their sessions name. */
export async function namesOf(context: WorkContext, groupIds: readonly string[]): Promise<TimetableNames> {
  const { organisationId } = context.actor;
  const ids = sql`any (${[...groupIds]}::uuid[])`;
  const { rows } = await sql<TimetableNames>`select
    coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'startsOn', g.starts_on, 'endsOn', g.starts_on + g.weeks * 7 - 1) order by g.starts_on, g.name)
      from class_group g where g.organisation_id = ${organisationId} and g.id = ${ids}), '[]') as groups,
    coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'code', m.code, 'groupId', m.group_id) order by m.group_id, m.no)
      from programme_module m where m.organisation_id = ${organisationId} and m.group_id = ${ids}), '[]') as modules,
    coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) order by r.name)
      from class_room r where r.organisation_id = ${organisationId} and r.unit_id in (select unit_id from class_group where organisation_id = ${organisationId} and id = ${ids})
        or r.organisation_id = ${organisationId} and r.id in (select room_id from held_session where organisation_id = ${organisationId} and group_id = ${ids})), '[]') as rooms,
    coalesce((select jsonb_agg(distinct jsonb_build_object('id', a.id, 'name', a.name)) from (
      select l.id, l.name from module_leader k
        join programme_module m on m.organisation_id = k.organisation_id and m.id = k.module_id and m.group_id = ${ids}
        join named_class_leader l on l.organisation_id = k.organisation_id and l.id = k.leader_id
        where k.organisation_id = ${organisationId}
      union
      select coalesce(s.leader_id, s.guest_id), coalesce(a.display_name, l.name) from held_session s
        left join membership a on a.organisation_id = s.organisation_id and a.account_id = s.leader_id
        left join named_class_leader l on l.organisation_id = s.organisation_id and l.id = s.guest_id
        where s.organisation_id = ${organisationId} and s.group_id = ${ids} and coalesce(s.leader_id, s.guest_id) is not null) a), '[]') as leaders`.execute(
    context.tx,
  );
  const [names] = rows;
  if (!names) throw new Error("a select without a row");
  return names;
}
