import { sql } from "kysely";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { daysSeen, type VisitSource } from "../activity/public.ts";

/** Days on which each of some people was in a class, if only for a part; who never was is left out. */
export const classDays: VisitSource = async (context, personIds, since) => {
  const { rows } = await sql<{ personId: string; days: PlainDate[] }>`
    with own as materialized (select p.id, one.id as own_id from unnest(${[...personIds]}::uuid[]) p (id) cross join lateral unnest(same_person(p.id)) one (id)),
    marked as materialized (select distinct own.id, own.own_id, e.session_id from own
      join attendance_entry e on e.organisation_id = ${context.actor.organisationId} and e.person_id = own.own_id)
    select marked.id as person_id, json_agg(distinct s.day) as days from marked
    join class_session s on s.organisation_id = ${context.actor.organisationId} and s.id = marked.session_id and s.day >= ${since}
    where (select e.status from attendance_entry e where e.organisation_id = ${context.actor.organisationId} and e.session_id = marked.session_id
      and e.person_id = marked.own_id order by e.occurred_at desc, e.seq desc limit 1) in ('PRESENT', 'LATE', 'LEFT_EARLY')
    group by marked.id`.execute(context.tx);
  return rows;
};

/** Days from `since` on which each of some people came, to a class or to the open offer. Source: docs/domain/rules.md R-S0-02 */
export const visitsSince = daysSeen;
