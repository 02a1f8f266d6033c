import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openDatabase } from "../src/app/database.ts";
import { loadDemoOnce } from "../src/app/demo/loadDemo.ts";
import { openServices } from "../src/app/house.ts";
import { backup } from "../src/app/operator/backup.ts";
import { makeBackupKey } from "../src/app/operator/backupSeal.ts";
import { withClient } from "../src/app/operator/existingHouse.ts";
import { restore } from "../src/app/operator/restore.ts";
import { listTree } from "../src/app/operator/tree.ts";
import { readSettings } from "../src/app/settings.ts";
import { sealAll } from "../src/platform/auditSeal.ts";
import { types } from "../src/platform/db.ts";
import { settleKeys } from "../src/platform/keys/settleKeys.ts";
import type { Drill } from "./run.ts";

/**
 * A house with the demo world is backed up under a public key, lost, and restored elsewhere with the private one (C37, C38): rows
 * of every table, every head of the audit, every stored file must be as they were, and the sealed backup must show no name.
 * `--break` changes one bit of the sealed backup: then the restore must refuse.
 */
export const restoreDrill: Drill = async ({ broken }) => {
  const base = await mkdtemp(join(tmpdir(), "powrot-restore-"));
  await chmod(base, 0o755); // the database server runs under another account when we are root
  const at = (name: string) => join(base, name);
  const keys = { POWROT_KEYS: at("keys") };
  try {
    const settings = readSettings({ POWROT_DATA_DIR: at("house"), ...keys });
    const names = await makeHouse(settings);
    const recipient = await makeBackupKey(at("private.pem"));
    const started = Date.now();
    const manifest = await backup(settings, at("backup"), recipient);
    const backedUp = Date.now();
    await rm(at("house"), { recursive: true });
    const shown = await namesIn(at("backup"), names);
    if (broken) await changeOneBit(join(at("backup"), "cluster", "global", "pg_control"));
    const again = Date.now();
    const restored = await restore(readSettings({ POWROT_DATA_DIR: at("again"), ...keys }), {
      from: at("backup"),
      identity: at("private.pem"),
    }).catch((error: unknown) => error);
    const seconds = { backup: (backedUp - started) / 1000, restore: (Date.now() - again) / 1000 };
    if (restored instanceof Error || typeof restored !== "object" || restored === null || !("differences" in restored))
      return { held: false, figures: { seconds, refused: String(restored).split("\n").at(-1) } };
    const held = Array.isArray(restored.differences) && restored.differences.length === 0 && shown.length === 0;
    return { held, figures: { seconds, heads: manifest.heads.length, namesSought: names.length, shown, ...restored } };
  } finally {
    await rm(base, { recursive: true, force: true });
  }
};

/** A stopped house with the demo world and a linked audit. Answers surnames and streets that stand in its tables in clear. */
async function makeHouse(settings: ReturnType<typeof readSettings>): Promise<string[]> {
  const database = await openDatabase(settings);
  const services = openServices(settings, database, { create: true });
  try {
    await loadDemoOnce(settings, services, database);
    const keeper = new pg.Pool({ connectionString: database.keeperUrl, max: 1, types });
    const heads = await sealAll(keeper, services.clock.now()).finally(() => keeper.end());
    const lines = heads.map((head) => `${head.sealedAt} ${head.organisationId} ${head.no} ${head.head}\n`);
    await writeFile(join(settings.dataDir, "audit-heads.log"), lines.join(""));
    return await withClient(database.ownerUrl, async (client) => {
      await settleKeys(client, services.keys, services.clock.now());
      const { rows } = await client.query<{ name: string }>(
        "select distinct last_name as name from person where length(last_name) > 6 union select name from organisation",
      );
      return rows.map(({ name }) => name);
    });
  } finally {
    await services.db.destroy();
    await database.stop();
  }
}

async function namesIn(folder: string, names: readonly string[]): Promise<string[]> {
  const shown: string[] = [];
  for (const file of (await listTree(folder)).files) {
    const bytes = await readFile(join(folder, file));
    for (const name of names) if (bytes.includes(name)) shown.push(`${file}: ${name}`);
  }
  return shown;
}

async function changeOneBit(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await writeFile(file, bytes);
}
