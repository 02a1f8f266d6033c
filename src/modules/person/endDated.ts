import { sql } from "kysely";
import { type CommandContext, lockRow } from "../../platform/command.ts";
import { invalidAt } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { personAccess } from "./access.ts";
import { requireStanding } from "./reach.ts";

type Ended = {
  representative: { personId: string };
  household_member: { personId: string; householdId: string };
};

/**
 * Says the last day, inclusive, of something dated in a person's file, and answers whose it is.
 * @throws Problem not_found `person.not_found` | invalid `field.ends_before_it_starts`
 */
export async function endDated<T extends keyof Ended>(
  context: CommandContext,
  table: T,
  verb: "representative.end" | "household.end-member",
  id: string,
  validUntil: PlainDate,
): Promise<Ended[T]> {
  await lockRow(context, table, id, "person.not_found");
  const found = sql`organisation_id = ${context.actor.organisationId} and id = ${id}`;
  const { rows } = await sql<
    Ended[T] & { validFrom: PlainDate }
  >`select * from ${sql.table(table)} where ${found}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Error("the row was locked above");
  await requireStanding(context, personAccess[verb], row.personId);
  if (validUntil < row.validFrom) throw invalidAt("payload.validUntil", "field.ends_before_it_starts");
  await sql`update ${sql.table(table)} set valid_until = ${validUntil} where ${found}`.execute(context.tx);
  return row;
}
