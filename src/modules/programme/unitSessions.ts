import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { addDays, type PlainDate, startOfWeek } from "../../platform/time/plainDate.ts";

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
      s.day, to_char(s.starts_at, 'HH24:MI') as starts_at, s.minutes, s.room, s.leader_id, a.display_name as leader_name
    from held_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
      left join membership a on a.organisation_id = s.organisation_id and a.account_id = s.leader_id
    where s.organisation_id = ${context.actor.organisationId} and g.unit_id = ${unitId} and s.day between ${from} and ${to}
    order by s.day, s.starts_at, g.name, s.id ${atMost}`.execute(context.tx);
  return rows;
}

/** What is planned for a person in one week. `monday`: its first day; `minutesWithin`: those of the days that were asked for. */
export type PlannedWeek = { monday: PlainDate; minutes: number; minutesWithin: number };

/**
 * Planned time of people by weeks that touch some days, such as a month (both inclusive): whole weeks from Monday to Sunday: sessions that are not cancelled, of every
 * group that the person belongs to on the day of the session. Who has none is left out; of a merged record the minutes go to the one that stays.
 * Source: docs/domain/rules.md R-CIS-07
 */
export async function plannedHoursOf(
  context: WorkContext,
  personIds: readonly string[],
  { from, to }: { from: PlainDate; to: PlainDate },
): Promise<Map<string, PlannedWeek[]>> {
  const { rows } = await sql<PlannedWeek & { personId: string }>`
    with one as (
      select distinct coalesce(p.merged_into, p.id) as person_id, s.id, s.day, s.minutes
      from person p
        join group_membership m on m.organisation_id = p.organisation_id and m.person_id = p.id
        join held_session s on s.organisation_id = m.organisation_id and s.group_id = m.group_id
          and s.day between m.valid_from and coalesce(m.valid_until, 'infinity'::date)
      where p.organisation_id = ${context.actor.organisationId} and coalesce(p.merged_into, p.id) = any (${[...personIds]}::uuid[])
        and s.day between ${startOfWeek(from)} and ${addDays(startOfWeek(to), 6)})
    select person_id, date_trunc('week', day)::date as monday, sum(minutes)::int as minutes,
      coalesce(sum(minutes) filter (where day between ${from} and ${to}), 0)::int as minutes_within
    from one group by 1, 2 order by 1, 2`.execute(context.tx);
  const weeks = new Map<string, PlannedWeek[]>();
  for (const { personId, ...week } of rows) weeks.set(personId, [...(weeks.get(personId) ?? []), week]);
  return weeks;
}
