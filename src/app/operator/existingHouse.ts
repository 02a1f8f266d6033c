import { realpathSync } from "node:fs";
import pg from "pg";
import { serverAccount } from "../../platform/embedded/account.ts";
import { clusterFolder } from "../../platform/embedded/cluster.ts";
import { startEmbeddedPostgres } from "../../platform/embedded/postgres.ts";
import { openKeyRing } from "../../platform/keys/keyRing.ts";
import { databaseName } from "../database.ts";
import type { Settings } from "../settings.ts";
import { OperatorRefusal } from "./refusal.ts";
import { archiveSettings } from "./walArchive.ts";
import { requireHouse } from "./withHouse.ts";

/** The embedded house as it is, not migrated: whatever `serve` runs on it is left alone. */
export type ExistingHouse = { url: string; cluster: string; dataDir: string; stop(): Promise<void> };

/** @throws OperatorRefusal when there is none, or the house is on an outside PostgreSQL */
export async function openExistingHouse(settings: Settings): Promise<ExistingHouse> {
  if (settings.databaseUrl)
    throw new OperatorRefusal(
      "Ten dom stoi na własnym PostgreSQL (DATABASE_URL): kopie robi pgBackRest, zob. docs/operating.md.",
      "This house is on an outside PostgreSQL (DATABASE_URL): pgBackRest backs it up, see docs/operating.md.",
    );
  requireHouse(settings);
  const known = realpathSync(settings.dataDir);
  const server = await startEmbeddedPostgres({ dataDir: known, settings: archiveSettings(settings.walArchive) });
  return {
    url: houseUrl(server.superuserUrl),
    cluster: clusterFolder(known, serverAccount()),
    dataDir: known,
    stop: () => server.stop(),
  };
}

/** Address of the house's database for the superuser. */
export function houseUrl(superuserUrl: string): string {
  const url = new URL(superuserUrl);
  url.pathname = `/${databaseName}`;
  return url.href;
}

/** Runs `work` on a connection of its own; times are in UTC. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  client.on("error", () => {}); // the running statement fails with it
  await client.connect();
  try {
    await client.query("set timezone = 'UTC'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0");
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Fingerprint of the keys, or null where they cannot be read. */
export function keysFingerprint(keysDir: string): string | null {
  try {
    return openKeyRing(keysDir).fingerprint;
  } catch {
    return null;
  }
}
