import { mkdirSync } from "node:fs";
import pg from "pg";
import { startEmbeddedPostgres } from "../platform/embedded/postgres.ts";
import { migrate, roleUrl } from "../platform/migrate.ts";
import { archiveSettings } from "./operator/walArchive.ts";
import type { Settings } from "./settings.ts";

/** A migrated database of the house, embedded or outside, with the addresses of its roles. */
export type HouseDatabase = { ownerUrl: string; appUrl: string; keeperUrl: string; stop(): Promise<void> };

/** Name of the database on the embedded server. */
export const databaseName = "powrot";

/**
 * Starts the embedded server, or uses `DATABASE_URL`, and brings the schema up to date.
 * @throws StartProblem with a sentence for the operator
 */
export async function openDatabase(settings: Settings): Promise<HouseDatabase> {
  if (settings.databaseUrl) {
    await migrate(settings.databaseUrl);
    return { ...addressesOf(settings.databaseUrl), stop: async () => undefined };
  }
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o755 });
  const server = await startEmbeddedPostgres({
    dataDir: settings.dataDir,
    settings: archiveSettings(settings.walArchive),
  });
  try {
    const url = await ensureDatabase(server.superuserUrl);
    await migrate(url);
    return { ...addressesOf(url), stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function ensureDatabase(superuserUrl: string): Promise<string> {
  const admin = new pg.Client(superuserUrl);
  await admin.connect();
  const { rowCount } = await admin.query("select from pg_database where datname = $1", [databaseName]);
  if (!rowCount) await admin.query(`create database ${databaseName} template template0 encoding 'UTF8'`);
  await admin.end();
  const url = new URL(superuserUrl);
  url.pathname = `/${databaseName}`;
  return url.href;
}

function addressesOf(ownerUrl: string): Pick<HouseDatabase, "ownerUrl" | "appUrl" | "keeperUrl"> {
  const appUrl = process.env.DATABASE_APP_URL ?? roleUrl(ownerUrl, "powrot_app");
  return { ownerUrl, appUrl, keeperUrl: roleUrl(ownerUrl, "powrot_keeper") };
}
