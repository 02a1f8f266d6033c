import pg from "pg";
import { startEmbeddedPostgres } from "../platform/embedded/postgres.ts";
import { migrate, roleUrl } from "../platform/migrate.ts";
import { OperatorRefusal } from "./operator/refusal.ts";
import { archiveSettings } from "./operator/walArchive.ts";
import type { Settings } from "./settings.ts";

/** A migrated database of the house, embedded or outside, with the addresses of its roles. */
export type HouseDatabase = { ownerUrl: string; appUrl: string; keeperUrl: string; stop(): Promise<void> };

/** Name of the database on the embedded server. */
export const databaseName = "powrot";

/**
 * Starts the embedded server, or uses `DATABASE_URL`, and brings the schema up to date.
 * @throws StartProblem | OperatorRefusal with a sentence for the operator
 */
export async function openDatabase(settings: Settings): Promise<HouseDatabase> {
  if (settings.databaseUrl) {
    await refuseUnfit(settings.databaseUrl);
    await migrate(settings.databaseUrl);
    return { ...addressesOf(settings.databaseUrl), stop: async () => undefined };
  }
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
  admin.on("error", () => {}); // the running statement fails with it
  await admin.connect();
  const { rowCount } = await admin.query("select from pg_database where datname = $1", [databaseName]);
  if (!rowCount) await admin.query(`create database ${databaseName} template template0 encoding 'UTF8'`);
  await admin.end();
  const url = new URL(superuserUrl);
  url.pathname = `/${databaseName}`;
  return url.href;
}

function addressesOf(ownerUrl: string): Pick<HouseDatabase, "ownerUrl" | "appUrl" | "keeperUrl"> {
  const appUrl = roleUrl(ownerUrl, "powrot_app");
  return { ownerUrl, appUrl, keeperUrl: roleUrl(ownerUrl, "powrot_keeper") };
}

/** @throws OperatorRefusal when the outside server is too old, the database not in UTF-8, or the account may not do what the owner does */
async function refuseUnfit(url: string): Promise<void> {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ version: number; encoding: string; may: boolean }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
         rolsuper or (rolcreaterole and rolbypassrls) as may from pg_roles where rolname = current_user`,
    );
    const { version = 0, encoding = "", may = false } = rows[0] ?? {};
    if (version < 150_000 || encoding !== "UTF8")
      throw new OperatorRefusal(
        "Baza z DATABASE_URL musi być PostgreSQL 15 lub nowszym, w kodowaniu UTF8.",
        "The database of DATABASE_URL must be PostgreSQL 15 or newer, in UTF8.",
      );
    if (!may)
      throw new OperatorRefusal(
        "Konto z DATABASE_URL ma za mało praw: co trzeba zrobić raz, pokazuje „powrot migrate --print-roles”.",
        'The account of DATABASE_URL lacks rights: "powrot migrate --print-roles" shows what to do once.',
      );
  } finally {
    await client.end();
  }
}
