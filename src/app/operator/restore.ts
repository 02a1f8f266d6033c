import { mkdirSync, realpathSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { verifyAudit } from "../../platform/auditSeal.ts";
import { systemClock } from "../../platform/clock.ts";
import { serverAccount } from "../../platform/embedded/account.ts";
import { clusterFolder, superuserPassword } from "../../platform/embedded/cluster.ts";
import { startEmbeddedPostgres } from "../../platform/embedded/postgres.ts";
import { openFileStore } from "../../platform/files/fileStore.ts";
import { openKeyRing } from "../../platform/keys/keyRing.ts";
import { compareKeys } from "../../platform/keys/settleKeys.ts";
import { ensureRoles } from "../../platform/migrate.ts";
import type { Settings } from "../settings.ts";
import { openWith, SealedFor } from "./backupSeal.ts";
import { houseUrl, keysFingerprint, withClient } from "./existingHouse.ts";
import { keepHeads } from "./keptHeads.ts";
import { differencesOf, Manifest, namedFiles, takeHoldings } from "./manifest.ts";
import { auditOperator } from "./operatorAudit.ts";
import { layOutWal, markForRecovery, type RecoveryEnd, recover, setSuperuserPassword } from "./recovery.ts";
import { OperatorRefusal } from "./refusal.ts";
import { copyFile, copyFiles, type Flow, listTree, makeFolders, type Print, readThrough } from "./tree.ts";

export type RestoreOptions = {
  from: string;
  /** An ISO instant or `latest`; needs `wal`. Without it: what the manifest counted, to the row. */
  until?: string;
  /** The archive of WAL (`POWROT_WAL_ARCHIVE` of the lost house). */
  wal?: string;
  /** File of the private key, for a sealed backup. */
  identity?: string;
  /** A younger copy of the file store than the backup's, used beside it. */
  files?: string;
};

/** `differences` is empty when everything is as the backup says. */
export type Restored = {
  backupOf: string;
  until: string | null;
  tables: number;
  rows: number;
  audit: { entries: number; segments: number; unsealed: number; faults: number };
  files: number;
  filesOpened: number;
  keys: "match" | "other" | "missing";
  sessionsEnded: number;
  differences: string[];
};

/**
 * Makes a house from a backup in the empty data folder of `settings`, reads it whole and compares. A folder of keys may lie
 * there already. Everybody has to sign in again, as a session that was ended since would have come back.
 * @throws OperatorRefusal when the data folder is not empty, the backup is not whole, or the WAL does not reach `until`
 */
export async function restore(settings: Settings, options: RestoreOptions): Promise<Restored> {
  const { dataDir, keysDir } = settings;
  if (settings.databaseUrl)
    throw new OperatorRefusal(
      "Ten dom stoi na własnym PostgreSQL (DATABASE_URL): przywraca go pgBackRest, zob. docs/operating.md.",
      "This house is on an outside PostgreSQL (DATABASE_URL): pgBackRest restores it, see docs/operating.md.",
    );
  const from = resolve(options.from);
  const end = endOf(options);
  const flow = await flowOf(from, options.identity);
  const manifest = await readManifest(from, flow);
  const there = await readdir(dataDir).catch(() => []);
  if (there.some((name) => !`${keysDir}${sep}`.startsWith(`${join(dataDir, name)}${sep}`)))
    throw new OperatorRefusal(`Folder danych ${dataDir} nie jest pusty.`, `The data folder ${dataDir} is not empty.`);
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const place = realpathSync(dataDir);
  const differences = await layOut(manifest, from, place, options, flow);
  await recover(place, end ?? { mark: manifest.restorePoint });
  await renewPassword(place);
  return prove(settings, manifest, place, options.until ?? null, differences);
}

function endOf({ until, wal }: RestoreOptions): RecoveryEnd | null {
  if (!until) return null;
  if (!wal)
    throw new OperatorRefusal("--until potrzebuje --wal: archiwum WAL.", "--until needs --wal: the archive of WAL.");
  if (until === "latest") return "latest";
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(until) || Number.isNaN(Date.parse(until)))
    throw new OperatorRefusal(
      "--until to chwila ze strefą, np. 2026-11-22T14:05:00+01:00, albo latest.",
      "--until is an instant with its zone, such as 2026-11-22T14:05:00+01:00, or latest.",
    );
  return { instant: until.replace("T", " ").replace("Z", "+00") }; // a form the server takes before it knows zones
}

/** How the backup's files are read: as they are, or opened with the private key. */
async function flowOf(from: string, identity: string | undefined): Promise<Flow | undefined> {
  const text = await readThrough(join(from, "sealed.json"));
  if (text === null) return undefined;
  const sealed = SealedFor.parse(JSON.parse(text.toString()));
  if (identity) return openWith(sealed, resolve(identity));
  throw new OperatorRefusal(
    `Kopia jest zamknięta dla ${sealed.recipient}: podaj plik klucza opcją --identity.`,
    `The backup is sealed for ${sealed.recipient}: give the file of the key with --identity.`,
  );
}

async function readManifest(from: string, flow?: Flow): Promise<Manifest> {
  const text = (await readThrough(join(from, "manifest.json"), flow))?.toString();
  if (text === undefined)
    throw new OperatorRefusal(`W ${from} nie ma całej kopii.`, `There is no whole backup in ${from}.`);
  return Manifest.parse(JSON.parse(text));
}

/** Lays everything out; answers what of the backup is missing or altered. */
async function layOut(
  manifest: Manifest,
  from: string,
  dataDir: string,
  options: RestoreOptions,
  flow?: Flow,
): Promise<string[]> {
  const account = serverAccount();
  const cluster = clusterFolder(dataDir, account);
  superuserPassword(dataDir, cluster); // a new one, made while there is no cluster yet
  const { folders } = await listTree(join(from, "cluster"));
  await makeFolders(cluster, folders, account);
  await markForRecovery(cluster, account);
  const found: Record<string, Print> = {};
  const copied = async (folder: string, to: string, owner = account) => {
    const names = Object.keys(manifest.files).filter((path) => path.startsWith(`${folder}/`));
    const prints = await copyFiles(
      join(from, folder),
      to,
      names.map((path) => path.slice(folder.length + 1)),
      owner,
      flow,
    );
    for (const [path, print] of Object.entries(prints)) found[`${folder}/${path}`] = print;
  };
  await copied("cluster", cluster);
  await copied("wal", join(cluster, "pg_wal"));
  const label = await copyFile(join(from, "backup_label"), join(cluster, "backup_label"), account, flow);
  if (label) found.backup_label = label;
  if (options.wal) await layOutWal(cluster, resolve(options.wal), manifest.firstWal, account);
  const store = join(dataDir, "files");
  for (const source of [join(from, "files"), ...(options.files ? [resolve(options.files)] : [])])
    await makeFolders(store, (await listTree(source)).folders);
  await copied("files", store, undefined);
  if (options.files) {
    const younger = resolve(options.files);
    const { files } = await listTree(younger, (path) => path.endsWith(".part"));
    await copyFiles(
      younger,
      store,
      files.filter((path) => !found[`files/${path}`]),
    );
  }
  const heads = await copyFile(join(from, "audit-heads.log"), join(dataDir, "audit-heads.log"), undefined, flow);
  if (heads) found["audit-heads.log"] = heads;
  return Object.entries(manifest.files)
    .filter(([path, { bytes, sha256 }]) => found[path]?.sha256 !== sha256 || found[path]?.bytes !== bytes)
    .map(([path]) => `${path}: ${found[path] ? "altered" : "missing"} in the backup`);
}

async function renewPassword(dataDir: string): Promise<void> {
  const account = serverAccount();
  const cluster = clusterFolder(dataDir, account);
  await setSuperuserPassword(cluster, superuserPassword(dataDir, cluster), account);
}

async function prove(
  settings: Settings,
  manifest: Manifest,
  dataDir: string,
  until: string | null,
  before: string[],
): Promise<Restored> {
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    const url = houseUrl(server.superuserUrl);
    await ensureRoles(url);
    return await withClient(url, async (client) => {
      const holdings = await takeHoldings(client);
      const differences = [...before, ...(until ? [] : differencesOf(manifest, holdings))];
      const heads = await keepHeads(client, dataDir, until !== null);
      const audit = await verifyAudit(client, until ? heads : [...heads, ...manifest.heads]);
      for (const { organisationId, segment, fault } of audit.faults)
        differences.push(`audit of ${organisationId}, segment ${segment ?? "not linked"}: ${fault}`);
      const store = await proveFiles(client, settings, dataDir, manifest);
      const fingerprint = keysFingerprint(settings.keysDir);
      if (fingerprint !== null)
        for (const name of (await compareKeys(client, openKeyRing(settings.keysDir))).missing)
          differences.push(`the key of organisation ${name} is not in POWROT_KEYS`);
      const keys = fingerprint === null ? "missing" : fingerprint === manifest.keys ? "match" : "other";
      if (keys === "other" && manifest.keys !== null)
        differences.push("the keys in POWROT_KEYS are not those of the backup");
      const { rowCount } = await client.query("update session set revoked_at = $1 where revoked_at is null", [
        systemClock.now().toISOString(),
      ]);
      // devices know things that this database does not: their cursors lead nowhere, and they begin anew
      await client.query("delete from sync_epoch");
      await client.query("delete from device_token");
      const organisations = await client.query<{ id: string }>("select id from organisation");
      await auditOperator(
        url,
        organisations.rows.map(({ id }) => id),
        {
          action: "operator.restore",
          detail: { backupOf: manifest.madeAt, until },
        },
      );
      return {
        backupOf: manifest.madeAt,
        until,
        tables: Object.keys(holdings.rows).length,
        rows: Object.values(holdings.rows).reduce((sum, rows) => sum + rows, 0),
        audit: { ...audit, faults: audit.faults.length },
        files: store.files,
        filesOpened: store.opened,
        keys,
        sessionsEnded: rowCount ?? 0,
        differences: [...differences, ...store.differences],
      };
    });
  } finally {
    await server.stop();
  }
}

/** Every file that the database names is there and, with the right keys, opens and has its hash. */
async function proveFiles(
  client: Parameters<typeof namedFiles>[0],
  settings: Settings,
  dataDir: string,
  manifest: Manifest,
) {
  const named = await namedFiles(client);
  const there = new Set((await listTree(join(dataDir, "files"))).files);
  const knownMissing = new Set(manifest.missingFiles);
  const differences = named
    .filter((path) => !there.has(path) && !knownMissing.has(path))
    .map((path) => `file ${path}: missing`);
  let opened = 0;
  if (keysFingerprint(settings.keysDir) === manifest.keys && manifest.keys !== null) {
    const store = openFileStore(dataDir, openKeyRing(settings.keysDir));
    const { rows } = await client.query<{ organisationId: string; id: string; sha256: string }>(
      `select organisation_id as "organisationId", storage_name as id, sha256 from stored_file`,
    );
    for (const { organisationId, ...file } of rows) {
      if (!there.has(`${organisationId}/${file.id.slice(0, 2)}/${file.id.slice(2)}`)) continue;
      await store.get(organisationId, file).then(
        () => {
          opened += 1;
        },
        () => differences.push(`file ${file.id} of ${organisationId}: does not open`),
      );
    }
  }
  return { files: named.length, opened, differences };
}
