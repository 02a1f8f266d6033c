import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { readColumns } from "../../platform/db.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/** A session that is not cancelled, with its group. `startsAt` is `HH:MM`; `leader`: whoever leads it, with an account or without one. */
export type UnitSession = {
  id: string;
  groupId: string;
  groupName: string;
  projectId: string;
  moduleId: string;
  moduleCode: string;
  moduleName: string | null;
  day: PlainDate;
  startsAt: string;
  minutes: number;
  room: string | null;
  leaderId: string | null;
  leaderName: string | null;
};

/** Sessions of all groups of a unit between two days, both inclusive, by day and hour. The caller has asked who reads them. */
export async function sessionsOfUnit(
  context: WorkContext,
  { unitId, from, to }: { unitId: string; from: PlainDate; to: PlainDate },
): Promise<UnitSession[]> {
  const { rows } =
    await sql<UnitSession>`select s.id, s.group_id, g.name as group_name, g.project_id, s.module_id, s.module_code, s.module_name,
      s.day, to_char(s.starts_at, 'HH24:MI') as starts_at, s.minutes, s.room, s.leader_id,
      coalesce(a.display_name, k.name) as leader_name
    from held_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
      left join membership a on a.organisation_id = s.organisation_id and a.account_id = s.leader_id
      left join named_class_leader k on k.organisation_id = s.organisation_id and k.id = s.guest_id
    where s.organisation_id = ${context.actor.organisationId} and g.unit_id = ${unitId} and s.day between ${from} and ${to}
    order by s.day, s.starts_at, g.name, s.id ${atMost}`.execute(context.tx);
  return rows;
}

/** A class that is planned for a person. `startsAt`: minutes since midnight. */
export type PlannedClass = { personId: string; sessionId: string; day: PlainDate; startsAt: number; minutes: number };

/**
 * Classes that are planned for people in the groups of a unit between two days, both inclusive: sessions that are not cancelled, of every group that
 * the person belongs to on the day of the session, each once, by day and hour. Whoever has none is left out; what a merged record holds goes to the one that stays.
 * The caller has asked who sees them. Source: docs/domain/rules.md R-CIS-07
 */
export async function plannedClassesOf(
  { tx, actor }: WorkContext,
  { unitId, personIds, from, to }: { unitId: string; personIds: readonly string[]; from: PlainDate; to: PlainDate },
): Promise<PlannedClass[]> {
  return readColumns<PlannedClass>(
    tx,
    ["personId", "sessionId", "day", "startsAt", "minutes"],
    sql`select distinct r.id as person_id, s.id as session_id, s.day, (extract(epoch from s.starts_at) / 60)::int as starts_at, s.minutes
      from person p cross join lateral (select coalesce(p.merged_into, p.id) as id) r
        join group_membership m on m.organisation_id = p.organisation_id and m.person_id = p.id
        join class_group g on g.organisation_id = m.organisation_id and g.id = m.group_id and g.unit_id = ${unitId}
        join held_session s on s.organisation_id = m.organisation_id and s.group_id = m.group_id and s.day between ${from} and ${to}
          and s.day between m.valid_from and coalesce(m.valid_until, 'infinity'::date)
      where p.organisation_id = ${actor.organisationId} and (p.id = any (${[...personIds]}::uuid[]) or p.merged_into = any (${[...personIds]}::uuid[]))
      order by person_id, s.day, starts_at, session_id`,
  );
}
