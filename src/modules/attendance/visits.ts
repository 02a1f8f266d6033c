import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/** Days from `since` on which each of some people was in a class, if only for a part; who never was is left out. */
export async function visitsSince(
  context: WorkContext,
  personIds: readonly string[],
  since: PlainDate,
): Promise<{ personId: string; days: PlainDate[] }[]> {
  const { rows } = await sql<{ personId: string; days: PlainDate[] }>`
    select a.person_id, json_agg(distinct s.day) as days from counting_attendance a
    join class_session s on s.organisation_id = a.organisation_id and s.id = a.session_id
    where a.organisation_id = ${context.actor.organisationId} and a.person_id = any (${[...personIds]}::uuid[])
      and s.day >= ${since} and a.status in ('PRESENT', 'LATE', 'LEFT_EARLY')
    group by a.person_id`.execute(context.tx);
  return rows;
}
