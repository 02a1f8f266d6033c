import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/** Days on which each of some people was somewhere, under any of their records; who never was may be left out. */
export type VisitDays = { personId: string; days: readonly PlainDate[] };
export type VisitSource = (
  context: WorkContext,
  personIds: readonly string[],
  since: PlainDate,
) => Promise<VisitDays[]>;

/** What rooms above know of it, such as classes; `app` adds them. */
export const visitSources: VisitSource[] = [];

/** Days of the open offer from `since` on. */
const offerDays: VisitSource = async ({ tx, actor }, personIds, since) => {
  const { rows } = await sql<{ personId: string; days: PlainDate[] }>`
    select p.id as person_id, json_agg(distinct v.day) as days from unnest(${[...personIds]}::uuid[]) p (id)
    join offer_visit v on v.organisation_id = ${actor.organisationId} and v.person_id = any (same_person(p.id))
      and v.day >= ${since} and v.withdrawn_at is null
    group by p.id`.execute(tx);
  return rows;
};

/**
 * Days from `since` on which each of some people came, to the open offer or to a class: a day counts once, wherever they were on it.
 * Source: docs/domain/rules.md R-S0-02
 */
export async function daysSeen(
  context: WorkContext,
  personIds: readonly string[],
  since: PlainDate,
): Promise<VisitDays[]> {
  const all = new Map(personIds.map((id) => [id, new Set<PlainDate>()]));
  for (const source of [offerDays, ...visitSources])
    for (const { personId, days } of await source(context, personIds, since))
      for (const day of days) all.get(personId)?.add(day);
  return [...all].map(([personId, days]) => ({ personId, days: [...days].toSorted() }));
}
