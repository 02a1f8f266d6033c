import { mkdir, readdir } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { systemClock } from "../../platform/clock.ts";
import type { Settings } from "../settings.ts";
import { sealFor } from "./backupSeal.ts";
import { type ExistingHouse, keysFingerprint, openExistingHouse, withClient } from "./existingHouse.ts";
import { type Manifest, namedFiles, newestMigration, takeHoldings } from "./manifest.ts";
import { OperatorRefusal } from "./refusal.ts";
import { markPoint } from "./snapshotPoint.ts";
import { copyFile, copyFiles, type Flow, listTree, makeFolders, type Print, writeBytes } from "./tree.ts";

/** Parts of a cluster that a copy has no use for; the folders themselves stay. Source: PostgreSQL manual, 25.3.4 */
const transient = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//;
const leftOut = /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp[^/]*|backup_label|tablespace_map)$/;
const walName = /^[0-9A-F]{24}$/;

/**
 * A whole copy of the embedded house in `to`, also while it serves: cluster, the WAL that makes it consistent, file store,
 * heads of the audit, and a manifest. Keys and the database's password are not in it.
 * With `recipient` everything is sealed for that public key before it is written: this machine cannot open it again.
 * @throws OperatorRefusal when `to` is not empty or lies in the data folder, or `recipient` is none
 */
export async function backup(settings: Settings, to: string, recipient?: string): Promise<Manifest> {
  const target = resolve(to);
  if (`${target}${sep}`.startsWith(`${settings.dataDir}${sep}`))
    throw new OperatorRefusal(
      `Kopia w folderze danych nie jest kopią: podaj miejsce poza ${settings.dataDir}.`,
      `A backup inside the data folder is none: name a place outside ${settings.dataDir}.`,
    );
  if ((await readdir(target).catch(() => [])).length > 0)
    throw new OperatorRefusal(`Folder ${target} nie jest pusty.`, `The folder ${target} is not empty.`);
  const { sealed, flow } = recipient ? sealFor(recipient) : {};
  const house = await openExistingHouse(settings);
  try {
    await mkdir(target, { recursive: true, mode: 0o700 });
    const manifest = await withClient(house.url, (client) =>
      withClient(house.url, async (reader): Promise<Manifest> => {
        // Until this connection ends, no WAL from here on is thrown away.
        const slot = `powrot_backup_${process.pid}`;
        await client.query("select pg_create_physical_replication_slot($1, true, true)", [slot]);
        const { firstWal, label, prints } = await copyCluster(client, house, target, flow);
        const labelPrint = await writeBytes(Buffer.from(label), join(target, "backup_label"), flow);
        // Heads before the mark: what the database holds at the mark has them all.
        const heads = await copyFile(
          join(house.dataDir, "audit-heads.log"),
          join(target, "audit-heads.log"),
          undefined,
          flow,
        );
        const restorePoint = `powrot ${systemClock.now().toISOString()}`;
        await markPoint(client, reader, restorePoint);
        const wal = await copyWal(client, house, target, firstWal, flow);
        // A file is stored before its row: every one that the snapshot names is there by now.
        const files = await copyStore(settings, house, target, flow);
        const holdings = await takeHoldings(reader);
        const named = await namedFiles(reader);
        const { rows } = await reader.query<{ version: string }>("select current_setting('server_version') as version");
        return {
          powrot: "backup",
          format: 1,
          madeAt: systemClock.now().toISOString(),
          schema: await newestMigration(reader),
          postgres: rows[0]?.version ?? "",
          restorePoint,
          firstWal,
          keys: keysFingerprint(settings.keysDir),
          ...holdings,
          missingFiles: named.filter((path) => !files[path]),
          files: {
            ...below("cluster", prints),
            ...below("wal", wal),
            ...below("files", files),
            backup_label: labelPrint,
            ...(heads ? { "audit-heads.log": heads } : {}),
          },
        };
      }),
    );
    if (sealed) await writeBytes(Buffer.from(JSON.stringify(sealed)), join(target, "sealed.json"));
    await writeBytes(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), join(target, "manifest.json"), flow);
    return manifest;
  } finally {
    await house.stop();
  }
}

type Client = Parameters<typeof newestMigration>[0];

async function copyCluster(client: Client, house: ExistingHouse, target: string, flow?: Flow) {
  const { rows: started } = await client.query<{ wal: string }>(
    "select pg_walfile_name(pg_backup_start('powrot', fast => true)) as wal",
  );
  const { folders, files } = await listTree(house.cluster, (path) => transient.test(path) || leftOut.test(path));
  const place = join(target, "cluster");
  await makeFolders(place, [...folders, "pg_wal/archive_status"]);
  // pg_control last, as it tells what the rest has reached.
  const control = "global/pg_control";
  const prints = await copyFiles(
    house.cluster,
    place,
    files.filter((file) => file !== control),
    undefined,
    flow,
  );
  Object.assign(prints, await copyFiles(house.cluster, place, [control], undefined, flow));
  const { rows: stopped } = await client.query<{ label: string }>(
    "select labelfile as label from pg_backup_stop(wait_for_archive => false)",
  );
  return { firstWal: started[0]?.wal ?? "", label: stopped[0]?.label ?? "", prints };
}

async function copyWal(client: Client, house: ExistingHouse, target: string, firstWal: string, flow?: Flow) {
  const { rows } = await client.query<{ wal: string }>("select pg_walfile_name(pg_current_wal_lsn()) as wal");
  const lastWal = rows[0]?.wal ?? "";
  await client.query("select pg_switch_wal()");
  const place = join(target, "wal");
  await makeFolders(place, []);
  const there = await readdir(join(house.cluster, "pg_wal"));
  const wanted = there.filter((name) => walName.test(name) && name >= firstWal && name <= lastWal);
  return copyFiles(join(house.cluster, "pg_wal"), place, wanted.sort(), undefined, flow);
}

async function copyStore(settings: Settings, house: ExistingHouse, target: string, flow?: Flow) {
  const store = join(house.dataDir, "files");
  const keys = relative(store, settings.keysDir).split(sep).join("/");
  const { folders, files } = await listTree(store, (path) => path === keys || path.endsWith(".part"));
  await makeFolders(join(target, "files"), folders);
  return copyFiles(store, join(target, "files"), files, undefined, flow);
}

function below(folder: string, prints: Record<string, Print>): Record<string, Print> {
  return Object.fromEntries(Object.entries(prints).map(([path, print]) => [`${folder}/${path}`, print]));
}
