import { sql } from "kysely";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { daysSeen, type VisitSource } from "../activity/public.ts";

/** Days on which each of some people was in a class, if only for a part; who never was is left out. */
export const classDays: VisitSource = async (context, personIds, since) => {
  const { rows } = await sql<{ personId: string; days: PlainDate[] }>`
    select p.id as person_id, json_agg(distinct s.day) as days from unnest(${[...personIds]}::uuid[]) p (id)
    join counting_attendance a on a.organisation_id = ${context.actor.organisationId} and a.person_id = any (same_person(p.id))
    join class_session s on s.organisation_id = a.organisation_id and s.id = a.session_id
    where s.day >= ${since} and a.status in ('PRESENT', 'LATE', 'LEFT_EARLY')
    group by p.id`.execute(context.tx);
  return rows;
};

/** Days from `since` on which each of some people came, to a class or to the open offer. Source: docs/domain/rules.md R-S0-02 */
export const visitsSince = daysSeen;
