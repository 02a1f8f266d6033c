import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { personInReach, whereaboutsHidden } from "../person/public.ts";
import { counsellingAccess } from "./access.ts";
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

type Held = { personId: string; role: ConsultantRole; months: string[]; lastOn: PlainDate };

/**
 * Whose booked talks were held since a day, by the consultant's role, of people in the reader's reach whose whereabouts the reader
 * may know (C7); never with an addiction therapist. A merged record counts for the one that stays.
 */
export async function talksHeldSince(context: WorkContext, since: PlainDate): Promise<Held[]> {
  const { rows } = await sql<Held>`select coalesce(p.merged_into, p.id) as person_id, d.role,
      array_agg(distinct to_char(b.day, 'YYYY-MM')) as months, max(b.day) as last_on
    from booking b join person p on p.organisation_id = b.organisation_id and p.id = b.person_id
      join consultant_duty d on d.organisation_id = b.organisation_id and d.id = b.duty_id and d.role <> 'ADDICTION_THERAPIST'
      cross join lateral (select x.outcome from booking_mark x where x.organisation_id = b.organisation_id and x.booking_id = b.id
        order by x.marked_at desc, x.id desc limit 1) m
    where b.organisation_id = ${context.actor.organisationId} and b.day between ${since} and ${context.today} and m.outcome = 'CAME'
      and ${personInReach(context, counsellingAccess["booking.list"], sql.ref("p.id"))} and not ${whereaboutsHidden(context, sql.ref("p.id"))}
    group by 1, 2`.execute(context.tx);
  return rows;
}
