import { sql } from "kysely";
import type { Tx } from "./db.ts";

/**
 * Whoever asks for the same record waits here until this transaction ends: for records whose rows are only added to, and for
 * counts, neither of which can be locked themselves. `kind` keeps apart what shares an id.
 */
export async function oneAtATime(tx: Tx, kind: string, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${id}`}, 0))`.execute(tx);
}
