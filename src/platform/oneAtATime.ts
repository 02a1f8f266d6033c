import { type RawBuilder, sql } from "kysely";
import type { Tx } from "./db.ts";

/**
 * Whoever asks for the same record waits here until this transaction ends: for records whose rows are only added to, and for
 * counts, neither of which can be locked themselves. `kind` keeps apart what shares an id.
 */
export async function oneAtATime(tx: Tx, kind: string, id: string): Promise<void> {
  await sql`select ${inTurn(kind, sql`${id}::text`)}`.execute(tx);
}

/** SQL: the same wait, in a statement that finds the record's id itself. What it reads beside may be older than the wait's end. */
export const inTurn = (kind: string, id: RawBuilder<unknown>) =>
  sql`pg_advisory_xact_lock(hashtextextended(${`${kind} `} || ${id}, 0))`;
