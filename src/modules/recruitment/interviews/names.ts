import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { whereaboutsHidden, whereaboutsProtected } from "../../person/public.ts";
import { openCard } from "../candidates/store.ts";

/**
 * Names of candidates for whoever is to talk with them, whether or not they work in the recruitment. Nobody whose card is over, and
 * nobody whose whereabouts the reader may not know (C7).
 */
export async function namesForTalk(
  context: WorkContext,
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (candidateIds.length === 0) return new Map();
  const { organisationId } = context.actor;
  const { rows } = await sql<{ candidateId: string; sealed: Buffer }>`
    with guarded as materialized (select h.id, h.pesel_index from person h where h.organisation_id = ${organisationId}
      and ${whereaboutsProtected(context, sql.ref("h.id"))} and ${whereaboutsHidden(context, sql.ref("h.id"))})
    select d.candidate_id, d.sealed from candidate_card d
    left join candidate_admission m on m.organisation_id = d.organisation_id and m.candidate_id = d.candidate_id
    where d.organisation_id = ${organisationId} and d.candidate_id = any (${[...candidateIds]}::uuid[])
      and not exists (select from guarded u where u.id = m.person_id or u.pesel_index = d.pesel_index)`.execute(
    context.tx,
  );
  return new Map(
    rows.map(({ candidateId, sealed }) => {
      const { firstName, lastName } = openCard(context, candidateId, sealed);
      return [candidateId, `${lastName} ${firstName}`];
    }),
  );
}
