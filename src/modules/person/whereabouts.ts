import { type RawBuilder, sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";

/**
 * SQL condition for lists: the whereabouts of the person whose id the column holds are protected, in this record or in one that it
 * is merged with, and the actor is on the list of none of them. Its tables have names of their own. Source: security.md C7
 */
export function whereaboutsHidden(context: WorkContext, personId: RawBuilder<unknown>): RawBuilder<boolean> {
  const { organisationId, accountId } = context.actor;
  return sql<boolean>`exists (select from person hidden_self
    cross join lateral (select p.id, p.protected_whereabouts from person p where p.organisation_id = ${organisationId} and p.id = coalesce(hidden_self.merged_into, hidden_self.id)
      union all select p.id, p.protected_whereabouts from person p where p.organisation_id = ${organisationId} and p.merged_into = coalesce(hidden_self.merged_into, hidden_self.id)) hidden_file
    where hidden_self.organisation_id = ${organisationId} and hidden_self.id = ${personId}
    having bool_or(hidden_file.protected_whereabouts) and not exists (select from whereabouts_reader hidden_reader
      where hidden_reader.organisation_id = ${organisationId} and hidden_reader.account_id = ${accountId} and hidden_reader.person_id = any (array_agg(hidden_file.id))))`;
}

/** SQL condition: the same whoever reads. What is true here lies on no phone. Few are protected: they are looked up once a query. Source: security.md C7 */
export function whereaboutsProtected(context: WorkContext, personId: RawBuilder<unknown>): RawBuilder<boolean> {
  const { organisationId } = context.actor;
  return sql<boolean>`coalesce(${personId} in (
    with guarded as materialized (select distinct coalesce(merged_into, id) as id from person where organisation_id = ${organisationId} and protected_whereabouts)
    select id from guarded union all
    select guarded_file.id from person guarded_file join guarded on guarded_file.merged_into = guarded.id where guarded_file.organisation_id = ${organisationId}), false)`;
}

/** Those of the ids of whom they are hidden; ids of other records are nobody's. */
export async function hiddenAmongIds(context: WorkContext, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select named.id from unnest(${[...ids]}::uuid[]) named (id)
    where ${whereaboutsHidden(context, sql.ref("named.id"))}`.execute(context.tx);
  return new Set(rows.map(({ id }) => id));
}

/** The same of one person. */
export async function areWhereaboutsHidden(context: WorkContext, personId: string): Promise<boolean> {
  const { rows } = await sql<{
    hidden: boolean;
  }>`select ${whereaboutsHidden(context, sql`${personId}::uuid`)} as hidden`.execute(context.tx);
  return rows[0]?.hidden !== false;
}
