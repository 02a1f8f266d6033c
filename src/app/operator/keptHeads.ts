import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import type { SealedHead } from "../../platform/auditSeal.ts";

/** Heads that were written outside the database, `audit-heads.log` in the data folder, oldest first. */
export async function keptHeads(dataDir: string): Promise<SealedHead[]> {
  const text = await readFile(join(dataDir, "audit-heads.log"), "utf8").catch(() => "");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [sealedAt = "", organisationId = "", no = "", head = ""] = line.split(" ");
      return { sealedAt, organisationId, no: Number(no), head };
    });
}

/**
 * The kept heads of a restored house. One that was set back in time (`earlier`) lacks the newest segments on purpose: their
 * heads are laid aside in `audit-heads.before-restore.log`, where an auditor finds them.
 */
export async function keepHeads(client: pg.ClientBase, dataDir: string, earlier: boolean): Promise<SealedHead[]> {
  const heads = await keptHeads(dataDir);
  if (!earlier) return heads;
  const { rows } = await client.query<{ id: string; no: number }>(
    "select organisation_id as id, max(no) as no from audit_segment group by 1",
  );
  const newest = new Map(rows.map(({ id, no }) => [id, no]));
  const reached = heads.filter(({ organisationId, no }) => no <= (newest.get(organisationId) ?? 0));
  if (reached.length === heads.length) return heads;
  const path = join(dataDir, "audit-heads.log");
  await rename(path, join(dataDir, "audit-heads.before-restore.log"));
  const lines = reached.map((it) => `${it.sealedAt} ${it.organisationId} ${it.no} ${it.head}\n`);
  await writeFile(path, lines.join(""), { mode: 0o600 });
  return reached;
}
