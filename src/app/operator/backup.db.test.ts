import { spawn } from "node:child_process";
import { chmodSync } from "node:fs";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sealAll } from "../../platform/auditSeal.ts";
import { types } from "../../platform/db.ts";
import { openFileStore } from "../../platform/files/fileStore.ts";
import { openKeyRing } from "../../platform/keys/keyRing.ts";
import { scratchFolder } from "../../platform/testing/scratch.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { type HouseDatabase, openDatabase } from "../database.ts";
import { readSettings, type Settings } from "../settings.ts";
import { simulate } from "../simulate/simulate.ts";
import { withClient } from "./existingHouse.ts";
import { Manifest } from "./manifest.ts";
import { auditOperator } from "./operatorAudit.ts";
import { restore } from "./restore.ts";
import { listTree } from "./tree.ts";

let folder = "";
let settings: Settings;
let database: HouseDatabase;
let organisationId = "";
const at = (name: string) => join(folder, name);
/** Stands in the database as text. */
const canary = "kanarek kopii zapasowej";
const cli = new URL("../cli.ts", import.meta.url).pathname;

/** The operator's door in a process of its own, as beside a serving house. */
async function powrot(...words: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, POWROT_DATA_DIR: settings.dataDir, POWROT_WAL_ARCHIVE: settings.walArchive };
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", cli, ...words], { env });
  const said = { out: "", err: "" };
  child.stdout.on("data", (part: Buffer) => {
    said.out += part.toString();
  });
  child.stderr.on("data", (part: Buffer) => {
    said.err += part.toString();
  });
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { code, ...said };
}

/** A new place whose keys are already there. */
async function emptyHouse(name: string): Promise<Settings> {
  await cp(join(settings.dataDir, "keys"), at(`${name}/keys`), { recursive: true });
  chmodSync(at(name), 0o755);
  return readSettings({ POWROT_DATA_DIR: at(name) });
}

async function manifestOf(name: string): Promise<Manifest> {
  return Manifest.parse(JSON.parse(await readFile(join(at(name), "manifest.json"), "utf8")));
}

beforeAll(async () => {
  folder = scratchFolder("backup");
  settings = readSettings({ POWROT_DATA_DIR: at("house"), POWROT_WAL_ARCHIVE: at("archive") });
  database = await openDatabase(settings);
  const wanted = { persons: 200, years: 1, seed: 3, today: "2026-11-22", organisations: 3 };
  await simulate(database.ownerUrl, wanted, () => undefined);
  await withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>("select id from organisation order by short_name limit 1");
    organisationId = rows[0]?.id ?? "";
    const store = openFileStore(settings.dataDir, openKeyRing(settings.keysDir, { create: true }));
    const stored = await store.put(organisationId, Buffer.from("%PDF-1.7\ntrailer<<>>\n%%EOF\n"));
    await client.query(
      `insert into stored_file (organisation_id, id, storage_name, media_type, size_bytes, sha256, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $2, '2026-11-22T10:00:00Z')`,
      [organisationId, uuidv7(), stored.id, stored.mediaType, stored.sizeBytes, stored.sha256],
    );
    await client.query("insert into unit (organisation_id, id, name, kind) values ($1, $2, $3, 'KIS')", [
      organisationId,
      uuidv7(),
      canary,
    ]);
  });
  await auditOperator(database.ownerUrl, [organisationId], { action: "test.entry" });
  const keeper = new pg.Pool({ connectionString: database.keeperUrl, max: 1, types });
  const heads = await sealAll(keeper, new Date());
  await keeper.end();
  const lines = heads.map((head) => `${head.sealedAt} ${head.organisationId} ${head.no} ${head.head}\n`);
  await writeFile(join(settings.dataDir, "audit-heads.log"), lines.join(""));
});

afterAll(async () => {
  await database?.stop();
  await rm(folder, { recursive: true, force: true });
});

test("a backup made while people write is restored to the row, and the proof says so", async () => {
  let writing = true;
  let written = 0;
  const writers = [1, 2, 3].map(() =>
    withClient(database.ownerUrl, async (client) => {
      for (; writing; written += 1) {
        await client.query(
          `insert into event (organisation_id, id, kind, section, occurred_at, recorded_at, actor_id, subject_type, subject_id)
           values ($1, gen_random_uuid(), 'test.written', 'CORE', $2, $2, $1, 'test', $1)`,
          [organisationId, "2026-11-22T10:00:00Z"],
        );
        await setTimeout(5); // people, not a mill: what they write has all to be restored
      }
    }),
  );
  const { code, out, err } = await powrot("backup", "--to", at("backup"));
  writing = false;
  await Promise.all(writers);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(out)).toMatchObject({ to: at("backup"), missingFiles: [] });
  expect(written).toBeGreaterThan(100);

  const restored = await restore(await emptyHouse("restored"), { from: at("backup") });
  expect(restored).toMatchObject({ differences: [], files: 1, filesOpened: 1, keys: "match", until: null });
  expect(restored.audit).toMatchObject({ segments: 1, faults: 0 });
  const { rows } = await manifestOf("backup");
  expect(rows["public.event"]).toBeGreaterThan(0);
});

test("neither the keys nor the database's password are in a backup", async () => {
  const secrets = JSON.parse(await readFile(join(settings.dataDir, "secrets.json"), "utf8"));
  const forbidden = [
    await readFile(join(settings.keysDir, "master.key")),
    Buffer.from(String(secrets.postgresPassword)),
  ];
  const { files } = await listTree(at("backup"));
  expect(files.length).toBeGreaterThan(500);
  for (const file of files) {
    const bytes = await readFile(join(at("backup"), file));
    expect(
      forbidden.some((secret) => bytes.includes(secret)),
      file,
    ).toBe(false);
  }
});

test("a sealed backup shows nothing without the private key, and with it is restored to the row (C37, C38)", {
  timeout: 180_000,
}, async () => {
  const { out: recipient } = await powrot("backup-key", "--to", at("elsewhere.pem"));
  const { out: other } = await powrot("backup-key", "--to", at("other.pem"));
  expect(other).not.toBe(recipient);
  const { code, out } = await powrot("backup", "--to", at("sealed"), "--recipient", recipient.trim());
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ sealedFor: recipient.trim(), missingFiles: [] });
  const shows = async (name: string) => {
    const { files } = await listTree(at(name));
    const all = await Promise.all(files.map((file) => readFile(join(at(name), file))));
    return all.some((bytes) => [canary, organisationId].some((word) => bytes.includes(word)));
  };
  expect(await shows("sealed")).toBe(false);
  expect(await shows("backup")).toBe(true);

  const from = at("sealed");
  const house = await emptyHouse("from-sealed");
  await expect(restore(house, { from })).rejects.toThrow("is sealed for");
  await expect(restore(house, { from, identity: at("other.pem") })).rejects.toThrow("and the key in");
  const restored = await restore(house, { from, identity: at("elsewhere.pem") });
  expect(restored).toMatchObject({ differences: [], files: 1, filesOpened: 1, keys: "match" });

  const label = join(from, "backup_label");
  const bytes = await readFile(label);
  bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
  await writeFile(label, bytes);
  const altered = restore(await emptyHouse("altered"), { from, identity: at("elsewhere.pem") });
  await expect(altered).rejects.toThrow("altered or cut off");
});

test("a restore refuses a folder with data in it, and half a backup", async () => {
  const again = readSettings({ POWROT_DATA_DIR: at("restored") });
  await expect(restore(again, { from: at("backup") })).rejects.toThrow("is not empty");
  const elsewhere = readSettings({ POWROT_DATA_DIR: at("nowhere") });
  await expect(restore(elsewhere, { from: at("archive") })).rejects.toThrow("There is no whole backup");
  expect((await powrot("backup", "--to", at("backup"))).err).toContain("is not empty");
  expect((await powrot("backup", "--to", join(settings.dataDir, "copy"))).err).toContain("inside the data folder");
});

test("a restore names what differs from the manifest", async () => {
  const manifest = await manifestOf("backup");
  const { "public.person": persons = 0 } = manifest.rows;
  const stored = Object.keys(manifest.files).find((path) => path.startsWith("files/")) ?? "";
  await rm(join(at("backup"), stored));
  const heads = manifest.heads.map((head) => ({ ...head, head: "00".repeat(32) }));
  const altered = { ...manifest, heads, rows: { ...manifest.rows, "public.person": persons + 1 } };
  await writeFile(join(at("backup"), "manifest.json"), JSON.stringify(altered));
  const { differences } = await restore(await emptyHouse("differs"), { from: at("backup") });
  expect(differences).toEqual(
    expect.arrayContaining([
      `${stored}: missing in the backup`,
      `public.person: ${persons} rows, the backup had ${persons + 1}`,
      `audit of ${organisationId}: another head than segment 1 of the backup`,
    ]),
  );
});

test("with the archive of WAL a house comes back as it stood at an instant, and devices are told to begin anew", async () => {
  await withClient(database.ownerUrl, (client) =>
    client.query("insert into sync_epoch (organisation_id) values ($1)", [organisationId]),
  );
  expect((await powrot("backup", "--to", at("base"))).code).toBe(0);
  const put = (id: string) =>
    withClient(database.ownerUrl, async (client) => {
      await client.query("insert into unit (organisation_id, id, name, kind) values ($1, $2, 'x', 'KIS')", [
        organisationId,
        id,
      ]);
      const { rows } = await client.query<{ at: string }>(
        `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
      );
      return rows[0]?.at ?? "";
    });
  const [kept, lost] = [uuidv7(), uuidv7()];
  const until = await put(kept);
  await setTimeout(50);
  await put(lost);
  await withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ wal: string }>("select pg_walfile_name(pg_switch_wal()) as wal");
    for (let waited = 0; waited < 200 && !(await readdir(at("archive"))).includes(rows[0]?.wal ?? ""); waited++)
      await setTimeout(50);
  });
  const never = restore(await emptyHouse("never"), {
    from: at("base"),
    wal: at("archive"),
    until: "2100-01-01T00:00Z",
  });
  await expect(never).rejects.toThrow("did not reach the wanted moment");
  const house = await emptyHouse("earlier");
  const restored = await restore(house, { from: at("base"), wal: at("archive"), until });
  expect(restored).toMatchObject({ differences: [], until, filesOpened: 1 });
  const opened = await openDatabase(house);
  try {
    const units = await withClient(opened.ownerUrl, (client) =>
      client.query<{ id: string }>("select id from unit where id = any ($1)", [[kept, lost]]),
    );
    expect(units.rows).toEqual([{ id: kept }]);
    const epochs = await withClient(opened.ownerUrl, (client) => client.query("select epoch from sync_epoch"));
    expect(epochs.rows).toEqual([]); // the next pull makes another one
  } finally {
    await opened.stop();
  }
});
