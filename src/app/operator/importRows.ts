import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type pg from "pg";
import { systemClock } from "../../platform/clock.ts";
import { type Catalog, insertRows, readCatalog, type Table } from "./catalog.ts";
import { withClient } from "./existingHouse.ts";
import { EndLine, FileLine, Header, rowEnd, rowStart, TableLine } from "./exportFormat.ts";
import { requireWholeSight } from "./exportRows.ts";
import { newestMigration } from "./manifest.ts";
import { auditOperator } from "./operatorAudit.ts";
import { OperatorRefusal } from "./refusal.ts";

export type ImportInto = { ownerUrl: string; dataDir: string; keys: string | null };
export type Imported = {
  organisations: string[];
  exportedAt: string;
  rows: number;
  files: number;
  keys: "match" | "other" | "unknown";
};

const batchCharacters = 2_000_000;

/**
 * Reads an export into a house that lacks the organisation (a whole house: that has none), in one transaction: everything,
 * checked row by row, or nothing. The schema must be of the same migration.
 * @throws OperatorRefusal when the file is not whole, the schema is another, or there is something already
 */
export async function importRows(into: ImportInto, path: string): Promise<Imported> {
  return withClient(into.ownerUrl, async (client) => {
    await requireWholeSight(client);
    const header = await readHeader(path);
    await refuseUnfit(client, header);
    await liftTransactionCounter(client, header.nextXid);
    await client.query("begin");
    try {
      await client.query("select set_config('powrot.now', $1, true)", [systemClock.now().toISOString()]);
      const catalog = await readCatalog(client);
      await deferForward(client, catalog);
      const { rows, files } = await takeLines(client, catalog, path, join(into.dataDir, "files"));
      await settleForward(client, catalog);
      await advanceSequences(client, catalog);
      const { rows: organisations } = await client.query<{ id: string; name: string }>(
        "select id, short_name as name from organisation where $1::uuid is null or id = $1 order by 2",
        [header.organisation?.id ?? null],
      );
      await client.query("commit");
      await auditOperator(
        into.ownerUrl,
        organisations.map(({ id }) => id),
        {
          action: "operator.import",
          detail: { exportedAt: header.at },
        },
      );
      const keys =
        header.keys === null || into.keys === null ? "unknown" : header.keys === into.keys ? "match" : "other";
      return { organisations: organisations.map(({ name }) => name), exportedAt: header.at, rows, files, keys };
    } catch (error) {
      await client.query("rollback");
      throw error;
    }
  });
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const input = createReadStream(path, { encoding: "utf8", highWaterMark: 1_000_000 });
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

async function readHeader(path: string): Promise<Header> {
  for await (const line of linesOf(path)) {
    const header = Header.safeParse(parsed(line));
    if (header.success) return header.data;
    break;
  }
  throw new OperatorRefusal(`${path} nie jest eksportem Powrotu.`, `${path} is not an export of Powrót.`);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

async function refuseUnfit(client: pg.ClientBase, header: Header): Promise<void> {
  const schema = await newestMigration(client);
  if (schema !== header.schema)
    throw new OperatorRefusal(
      `Eksport jest ze schematu ${header.schema}, a ten dom ma ${schema}: doprowadź oba do tej samej wersji.`,
      `The export is of schema ${header.schema} and this house has ${schema}: bring both to the same version.`,
    );
  const { rows } = await client.query<{ name: string }>(
    "select short_name as name from organisation where $1::uuid is null or id = $1 or short_name = $2 limit 1",
    [header.organisation?.id ?? null, header.organisation?.shortName ?? null],
  );
  if (rows[0])
    throw new OperatorRefusal(
      `Ten dom ma już organizację ${rows[0].name}.`,
      `This house has the organisation ${rows[0].name} already.`,
    );
}

/**
 * Rows carry the numbers of the transactions that wrote them, and the audit chain and the change feed go by their order: what
 * is written here from now on must come after. Numbers that were never used are harmless.
 */
export async function liftTransactionCounter(client: pg.ClientBase, nextXid: string): Promise<void> {
  await client.query("set synchronous_commit = off");
  await client.query(
    `do $$ begin while pg_current_xact_id() < '${BigInt(nextXid)}'::xid8 loop commit; end loop; end $$`,
  );
  await client.query("set synchronous_commit = on");
}

async function takeLines(client: pg.ClientBase, catalog: Catalog, path: string, store: string) {
  const known = new Map(catalog.tables.map((table) => [table.name, table]));
  const hash = createHash("sha256");
  const rows: Record<string, number> = {};
  let table: Table | undefined;
  let batch: string[] = [];
  let size = 0;
  let files = 0;
  let ended = false;
  const flush = async () => {
    if (table && batch.length > 0) await insert(client, table, batch);
    batch = [];
    size = 0;
  };
  let first = true;
  for await (const line of linesOf(path)) {
    if (ended) throw broken(path);
    if (line.startsWith(rowStart)) {
      if (!table) throw broken(path);
      batch.push(line.slice(rowStart.length, -rowEnd.length));
      rows[table.name] = (rows[table.name] ?? 0) + 1;
      size += line.length;
      if (size > batchCharacters) await flush();
    } else if (!first) {
      await flush();
      const value = parsed(line);
      const next = TableLine.safeParse(value);
      const file = FileLine.safeParse(value);
      const end = EndLine.safeParse(value);
      if (next.success) {
        table = known.get(next.data.table);
        if (!table || JSON.stringify(table.columns) !== JSON.stringify(next.data.columns)) throw broken(path);
        rows[table.name] = 0;
      } else if (file.success) {
        await storeFile(store, file.data.file, Buffer.from(file.data.content, "base64"), file.data.sha256);
        files += 1;
      } else if (end.success) {
        const { end: told } = end.data;
        if (told.sha256 !== hash.digest("hex") || told.files !== files) throw broken(path);
        if (Object.entries(told.rows).some(([name, count]) => rows[name] !== count)) throw broken(path);
        ended = true;
      } else throw broken(path);
    }
    first = false;
    if (!ended) hash.update(line).update("\n");
  }
  if (!ended) throw broken(path);
  return { rows: Object.values(rows).reduce((sum, count) => sum + count, 0), files };
}

function broken(path: string): OperatorRefusal {
  return new OperatorRefusal(
    `Plik ${path} jest niepełny albo zmieniony; nic nie zostało wczytane.`,
    `The file ${path} is not whole or was altered; nothing was taken in.`,
  );
}

async function insert(client: pg.ClientBase, table: Table, batch: readonly string[]): Promise<void> {
  const given = `[${batch.join(",")}]`;
  const { rowCount } = await client.query(insertRows(table), [given]);
  if (rowCount === batch.length || table.belongs === "house") return;
  // An account may be here through another organisation; then it must be the same one.
  const name = table.name === "account" ? "login" : "credential_id";
  const { rows } = await client.query<{ same: number }>(
    `select count(*)::int as same from json_to_recordset($1::json) as r (id uuid, ${name} text)
     join "${table.name}" t on t.id = r.id and t.${name} = r.${name}`,
    [given],
  );
  if (table.belongs !== "account" || rows[0]?.same !== batch.length)
    throw new OperatorRefusal(
      "Ktoś inny ma już w tym domu ten sam login albo klucz; nic nie zostało wczytane.",
      "Somebody else has the same login or passkey in this house already; nothing was taken in.",
    );
}

/** A file that is there already must be the same one. */
async function storeFile(store: string, path: string, bytes: Buffer, sha256: string): Promise<void> {
  const of = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");
  if (!/^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{30}$/.test(path) || of(bytes) !== sha256) throw broken(path);
  const place = join(store, path);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const there = await readFile(place).catch(() => null);
  if (there) {
    if (of(there) !== sha256) throw broken(path);
    return;
  }
  const handle = await open(place, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function deferForward(client: pg.ClientBase, { lookingForward }: Catalog): Promise<void> {
  for (const { table, constraint } of lookingForward)
    await client.query(`alter table "${table}" alter constraint "${constraint}" deferrable initially deferred`);
}

async function settleForward(client: pg.ClientBase, { lookingForward }: Catalog): Promise<void> {
  await client.query("set constraints all immediate");
  for (const { table, constraint } of lookingForward)
    await client.query(`alter table "${table}" alter constraint "${constraint}" not deferrable`);
}

/** A counted column goes on after the highest number that came in. */
async function advanceSequences(client: pg.ClientBase, { tables }: Catalog): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select c.relname as table, a.attname as column, pg_get_serial_sequence(format('%I', c.relname), a.attname) as sequence
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where a.attidentity <> '' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  );
  for (const { table, column, sequence } of rows)
    if (tables.some(({ name }) => name === table))
      await client.query(
        `select setval($1::regclass, greatest((select max("${column}") from "${table}"), (select last_value from ${sequence})))`,
        [sequence],
      );
}
