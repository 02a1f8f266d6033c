import type pg from "pg";
import { houseTables } from "./manifest.ts";
import { OperatorRefusal } from "./refusal.ts";

const attempts = 500;

/**
 * Puts a named mark into the WAL at a moment when no transaction that writes is under way, opens a snapshot of just that
 * moment on `reader`, and lets the writers go on: a recovery up to the mark holds exactly what the snapshot shows.
 * The writers wait for some milliseconds. Commands come by the table `command` first, so it is waited for alone and the
 * others only tried: nothing is held while waiting, and no deadlock can come of it.
 * @throws OperatorRefusal when the house never rests
 */
export async function markPoint(client: pg.ClientBase, reader: pg.ClientBase, name: string): Promise<void> {
  const tables = await houseTables(client);
  for (let attempt = 0; attempt < attempts; attempt++) {
    await client.query("begin isolation level repeatable read; set local lock_timeout = '10s'");
    try {
      await client.query("lock table command in share mode");
      await client.query(`lock table ${tables.join(", ")} in share mode nowait`);
      await client.query("select pg_create_restore_point($1)", [name]);
      const { rows } = await client.query<{ id: string }>("select pg_export_snapshot() as id");
      await reader.query("begin isolation level repeatable read read only");
      await reader.query(`set transaction snapshot '${rows[0]?.id}'`);
      await client.query("commit");
      return;
    } catch (error) {
      await client.query("rollback");
      if (!(error instanceof Error && "code" in error && error.code === "55P03")) throw error;
      await new Promise((done) => setTimeout(done, 10 + 40 * Math.random()));
    }
  }
  throw new OperatorRefusal(
    "Baza nie miała ani chwili bez zapisów: powtórz kopię, gdy będzie spokojniej.",
    "The database had no moment without writes: make the backup again when it is calmer.",
  );
}
