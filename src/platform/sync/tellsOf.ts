import { type RawBuilder, sql } from "kysely";
import type { WorkContext } from "../command.ts";

/** One kind of record that tells of a person, as entries of devices name it. */
export type TellsOf = {
  /** Under which names payloads carry its id. */
  names: readonly string[];
  /** SQL: `id` and `person_id` of those of the ids that are such records. */
  people(context: WorkContext, ids: RawBuilder<unknown>): RawBuilder<unknown>;
};

/** Records of a table that has `id` and `person_id`. */
export function tellsOf(table: string, ...names: readonly string[]): TellsOf {
  const people: TellsOf["people"] = ({ actor }, ids) =>
    sql`select id, person_id from ${sql.table(table)} where organisation_id = ${actor.organisationId} and id = any (${ids})`;
  return { names, people };
}
