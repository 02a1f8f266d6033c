import type pg from "pg";
import { z } from "zod";

const Print = z.object({ bytes: z.int(), sha256: z.string() });
const Head = z.object({ organisationId: z.string(), no: z.int(), head: z.string(), sealedAt: z.string() });
type Head = z.infer<typeof Head>;

/** What a database holds at one instant: rows of every table, the newest head of every audit chain. */
export const Holdings = z.object({ rows: z.record(z.string(), z.int()), heads: z.array(Head) });
export type Holdings = z.infer<typeof Holdings>;

/** `manifest.json` of a backup, written last: a folder without it is not a backup. */
export const Manifest = Holdings.extend({
  powrot: z.literal("backup"),
  format: z.literal(1),
  madeAt: z.string(),
  /** Name of the newest migration. */
  schema: z.string(),
  postgres: z.string(),
  /** The mark in the WAL at which the database holds exactly what is counted here. */
  restorePoint: z.string(),
  firstWal: z.string(),
  /** Fingerprint of the keys that open what is sealed here; null when they could not be read. Never the keys. */
  keys: z.string().nullable(),
  /** Files that the database names and the file store did not have. */
  missingFiles: z.array(z.string()),
  files: z.record(z.string(), Print),
});
export type Manifest = z.infer<typeof Manifest>;

/** The house's own tables and those of its job queue, as `schema.table`, sorted. */
export async function houseTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('public', 'graphile_worker') order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Counts in the snapshot of the client's transaction. The client sees behind row security. */
export async function takeHoldings(client: pg.ClientBase): Promise<Holdings> {
  const counted: Record<string, number> = {};
  for (const table of await houseTables(client)) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`);
    counted[table] = Number(rows[0]?.count);
  }
  const { rows: heads } = await client.query<Head>(
    `select distinct on (organisation_id) organisation_id as "organisationId", no, encode(head, 'hex') as head, sealed_at::text as "sealedAt"
     from audit_segment order by organisation_id, no desc`,
  );
  return { rows: counted, heads };
}

/** Where `found` is not what `kept` says, one line each; empty when they agree. */
export function differencesOf(kept: Holdings, found: Holdings): string[] {
  const tables = new Set([...Object.keys(kept.rows), ...Object.keys(found.rows)]);
  const ofRows = [...tables]
    .filter((table) => kept.rows[table] !== found.rows[table])
    .map((table) => `${table}: ${found.rows[table] ?? "no"} rows, the backup had ${kept.rows[table] ?? "no table"}`);
  const now = new Map(found.heads.map((head) => [head.organisationId, head]));
  const ofHeads = kept.heads
    .filter(({ organisationId, no, head }) => {
      const there = now.get(organisationId);
      return there?.no !== no || there.head !== head;
    })
    .map(({ organisationId, no }) => `audit of ${organisationId}: another head than segment ${no} of the backup`);
  return [...ofRows, ...ofHeads];
}

/** Paths below the file store of every file that the database names, sorted. */
export async function namedFiles(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ path: string }>(
    `select organisation_id || '/' || left(storage_name, 2) || '/' || substr(storage_name, 3) as path from stored_file order by 1`,
  );
  return rows.map(({ path }) => path);
}

export async function newestMigration(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ name: string | null }>("select max(name) as name from migration");
  return rows[0]?.name ?? "";
}
