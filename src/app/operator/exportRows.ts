import { createHash } from "node:crypto";
import { type FileHandle, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { systemClock } from "../../platform/clock.ts";
import { readCatalog, rowAsJson, type Table } from "./catalog.ts";
import { withClient } from "./existingHouse.ts";
import { type End, type Header, rowEnd, rowStart } from "./exportFormat.ts";
import { newestMigration } from "./manifest.ts";
import { auditOperator } from "./operatorAudit.ts";
import { OperatorRefusal } from "./refusal.ts";
import { listTree } from "./tree.ts";

export type ExportFrom = { ownerUrl: string; dataDir: string; keys: string | null };
/** `leftBehind`: rows by table that lean on another organisation (shares, partnerships) and mean nothing without it. */
export type Exported = {
  organisation: string | null;
  at: string;
  rows: number;
  files: number;
  leftBehind: Record<string, number>;
  sha256: string;
};

const rowsAtOnce = 1_000;

/**
 * Writes one organisation (by its short name), or the whole house, to a new file: rows of one instant and the file store's
 * files, sealed ones still sealed. The act stands in the audit, and in the export.
 * @throws OperatorRefusal when there is no such organisation, the file exists, or row security would hide rows
 */
export async function exportRows(from: ExportFrom, shortName: string | null, to: string): Promise<Exported> {
  return withClient(from.ownerUrl, async (client) => {
    await requireWholeSight(client);
    const organisations = await client.query<{ id: string; shortName: string }>(
      `select id, short_name as "shortName" from organisation where $1::text is null or short_name = $1`,
      [shortName],
    );
    const [organisation = null] = shortName === null ? [] : organisations.rows;
    if (shortName !== null && !organisation)
      throw new OperatorRefusal(`Nie ma organizacji ${shortName}.`, `There is no organisation ${shortName}.`);
    const file = await open(to, "wx", 0o600).catch((cause: unknown) => {
      throw new OperatorRefusal(`Nie można założyć pliku ${to}.`, `The file ${to} cannot be made.`, cause);
    });
    try {
      await auditOperator(
        from.ownerUrl,
        organisations.rows.map(({ id }) => id),
        {
          action: "operator.export",
          detail: { whole: shortName === null },
        },
      );
      const lines = hashedLines(file);
      await client.query("begin isolation level repeatable read read only");
      const { rows: counters } = await client.query<{ xid: string }>(
        "select pg_snapshot_xmax(pg_current_snapshot())::text as xid",
      );
      const header: Header = {
        powrot: "export",
        format: 1,
        schema: await newestMigration(client),
        organisation,
        at: systemClock.now().toISOString(),
        nextXid: counters[0]?.xid ?? "0",
        keys: from.keys,
      };
      await lines.write(JSON.stringify(header));
      const rows: Record<string, number> = {};
      const leftBehind: Record<string, number> = {};
      for (const table of (await readCatalog(client)).tables) {
        if (organisation && table.ownRows === null) continue;
        await lines.write(JSON.stringify({ table: table.name, columns: table.columns }));
        rows[table.name] = await writeRows(client, table, organisation?.id ?? null, lines.write);
        if (organisation) await countLeftBehind(client, table, organisation.id, rows[table.name] ?? 0, leftBehind);
      }
      const files = await writeFiles(join(from.dataDir, "files"), organisation?.id ?? null, lines.write);
      await client.query("commit");
      const end: End = { rows, files, sha256: lines.digest() };
      await lines.write(JSON.stringify({ end }));
      await lines.finish();
      const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
      return { organisation: shortName, at: header.at, rows: total, files, leftBehind, sha256: end.sha256 };
    } catch (error) {
      await rm(to, { force: true }); // half an export is none
      throw error;
    } finally {
      await file.close();
    }
  });
}

/** @throws OperatorRefusal when the connection's role does not see past row security */
export async function requireWholeSight(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ whole: boolean }>(
    "select rolsuper or rolbypassrls as whole from pg_roles where rolname = current_user",
  );
  if (!rows[0]?.whole)
    throw new OperatorRefusal(
      "Eksport i import potrzebują w DATABASE_URL roli z BYPASSRLS: inaczej część wierszy byłaby niewidoczna.",
      "Export and import need a role with BYPASSRLS in DATABASE_URL: some rows would be invisible otherwise.",
    );
}

/** Lines gathered to a megabyte before they are written; the digest is of all lines so far. */
function hashedLines(file: FileHandle) {
  const hash = createHash("sha256");
  let waiting: string[] = [];
  let size = 0;
  const flush = async () => {
    const bytes = Buffer.from(waiting.join(""));
    waiting = [];
    size = 0;
    for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done)).bytesWritten;
  };
  return {
    write: async (line: string) => {
      hash.update(line).update("\n");
      waiting.push(`${line}\n`);
      size += line.length;
      if (size > 1_000_000) await flush();
    },
    digest: () => hash.copy().digest("hex"),
    finish: async () => {
      await flush();
      await file.sync();
    },
  };
}

async function writeRows(
  client: pg.ClientBase,
  table: Table,
  organisationId: string | null,
  write: (line: string) => Promise<void>,
): Promise<number> {
  const which = organisationId ? `where ${table.ownRows?.replaceAll("$1", `'${organisationId}'`)}` : "";
  const order = table.key.length > 0 ? `order by ${table.key.map((column) => `"${column}"`).join(", ")}` : "";
  const select = `select ${rowAsJson(table)} as row from "${table.name}" ${which} ${order}`;
  await client.query(`declare rows no scroll cursor for ${select}`);
  let count = 0;
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${rowsAtOnce} from rows`);
    if (rows.length === 0) break;
    for (const { row } of rows) await write(`${rowStart}${row}${rowEnd}`);
    count += rows.length;
  }
  await client.query("close rows");
  return count;
}

async function countLeftBehind(
  client: pg.ClientBase,
  table: Table,
  organisationId: string,
  written: number,
  leftBehind: Record<string, number>,
): Promise<void> {
  if (table.allRows === table.ownRows) return;
  const all = `select count(*)::int as count from "${table.name}" where ${table.allRows}`;
  const { rows } = await client.query<{ count: number }>(all, [organisationId]);
  const missing = (rows[0]?.count ?? 0) - written;
  if (missing > 0) leftBehind[table.name] = missing;
}

async function writeFiles(
  store: string,
  organisationId: string | null,
  write: (line: string) => Promise<void>,
): Promise<number> {
  const { files } = await listTree(store, (path) => path.endsWith(".part"));
  const wanted = files.filter((path) => !organisationId || path.startsWith(`${organisationId}/`));
  for (const path of wanted) {
    const bytes = await readFile(join(store, path));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await write(JSON.stringify({ file: path, sha256, content: bytes.toString("base64") }));
  }
  return wanted.length;
}
