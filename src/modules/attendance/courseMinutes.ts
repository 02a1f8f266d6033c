import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/**
 * Minutes held and attended by each of some people in a module on some days, both inclusive, from closed registers: hours held while
 * they belonged to the group, classes that were none for them left out. Source: docs/domain/rules.md R-PRG-07
 */
export async function minutesOfModule(
  { tx, actor }: WorkContext,
  {
    moduleId,
    personIds,
    from,
    until,
  }: { moduleId: string; personIds: readonly string[]; from: PlainDate; until: PlainDate },
): Promise<ReadonlyMap<string, { minutes: number; ofMinutes: number }>> {
  const { rows } = await sql<{ personId: string; minutes: number; ofMinutes: number }>`
    select p.id as person_id, sum(case when a.status = 'NO_CLASS' then 0 else c.held_minutes end)::int as of_minutes,
      sum(case when a.status in ('PRESENT', 'LATE', 'LEFT_EARLY') then greatest(0, c.held_minutes - a.minutes_late - a.minutes_left_early) else 0 end)::int as minutes
    from unnest(${[...personIds]}::uuid[]) p (id)
    cross join held_session s
    join register_closing c on c.organisation_id = s.organisation_id and c.session_id = s.id
    left join lateral (select e.status, e.minutes_late, e.minutes_left_early from attendance_entry e
      where e.organisation_id = s.organisation_id and e.session_id = s.id and e.person_id = any (same_person(p.id))
      order by e.occurred_at desc, e.seq desc limit 1) a on true
    where s.organisation_id = ${actor.organisationId} and s.module_id = ${moduleId} and s.day between ${from} and ${until}
      and exists (select from group_membership m where m.organisation_id = s.organisation_id and m.group_id = s.group_id
        and m.person_id = any (same_person(p.id)) and m.valid_from <= s.day and coalesce(m.valid_until, s.day) >= s.day)
    group by p.id`.execute(tx);
  return new Map(rows.map(({ personId, ...found }) => [personId, found]));
}
