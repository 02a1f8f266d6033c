import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { type ConsultantRole, consultantRoles } from "./codes.ts";

/**
 * How many booked talks of a person on some days (inclusive) were held and how many were not come to, by the consultant's
 * role; the last mark counts. Talks with an addiction therapist are never among them. The caller has asked who reads it.
 */
export async function talksOf(
  context: WorkContext,
  { personId, from, until }: { personId: string; from: PlainDate; until: PlainDate },
): Promise<{ role: ConsultantRole; held: number; missed: number }[]> {
  const { rows } = await sql<{ role: ConsultantRole; held: number; missed: number }>`
    select d.role, count(*) filter (where m.outcome = 'CAME')::int as held, count(*) filter (where m.outcome = 'NO_SHOW')::int as missed
    from booking b
      join consultant_duty d on d.organisation_id = b.organisation_id and d.id = b.duty_id and d.role <> 'ADDICTION_THERAPIST'
      cross join lateral (select x.outcome from booking_mark x where x.organisation_id = b.organisation_id and x.booking_id = b.id
        order by x.marked_at desc, x.id desc limit 1) m
    where b.organisation_id = ${context.actor.organisationId} and b.person_id = any (same_person(${personId}))
      and b.day between ${from}::date and ${until}::date
    group by d.role order by d.role limit ${consultantRoles.length}`.execute(context.tx);
  return rows;
}
