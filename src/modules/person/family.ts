import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";

/** The person and the records merged into them, the person first; for a merged record those of the one it points to. */
export async function personIdsOf(context: WorkContext, personId: string): Promise<string[]> {
  const { organisationId } = context.actor;
  const { rows } = await sql<{ id: string }>`
    with root as (select coalesce(merged_into, id) as id from person where organisation_id = ${organisationId} and id = ${personId})
    select id from root union all
    (select f.id from person f join root on f.merged_into = root.id where f.organisation_id = ${organisationId} order by f.id)`.execute(
    context.tx,
  );
  return rows.map(({ id }) => id);
}
