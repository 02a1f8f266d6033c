import { sql } from "kysely";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { daysSeen, type VisitSource } from "../activity/public.ts";

/** Days on which each of some people was in a class, if only for a part; who never was is left out. */
export const classDays: VisitSource = async (context, personIds, since) => {
  const { rows } = await sql<{ personId: string; days: PlainDate[] }>`
    select p.id as person_id, json_agg(distinct s.day) as days from unnest(${[...personIds]}::uuid[]) p (id)
    cross join lateral unnest(same_person(p.id)) one (id)
    cross join lateral (select distinct e.session_id from attendance_entry e
      where e.organisation_id = ${context.actor.organisationId} and e.person_id = one.id) marked
    join class_session s on s.organisation_id = ${context.actor.organisationId} and s.id = marked.session_id and s.day >= ${since}
    where (select e.status from attendance_entry e where e.organisation_id = ${context.actor.organisationId} and e.session_id = marked.session_id
      and e.person_id = one.id order by e.occurred_at desc, e.seq desc limit 1) in ('PRESENT', 'LATE', 'LEFT_EARLY')
    group by p.id`.execute(context.tx);
  return rows;
};

/** Days from `since` on which each of some people came, to a class or to the open offer. Source: docs/domain/rules.md R-S0-02 */
export const visitsSince = daysSeen;
