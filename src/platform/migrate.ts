import { createHash, createHmac } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import pg from "pg";
import { systemClock } from "./clock.ts";
import { migrateJobs } from "./jobs.ts";

/** Folder of the numbered, forward-only SQL files. */
const migrationsFolder = new URL("../../db/migrations/", import.meta.url);

const loginRoles = ["powrot_app", "powrot_keeper"] as const;
type LoginRole = (typeof loginRoles)[number];

/**
 * What the administrator of an outside PostgreSQL does once. `migrate` makes the roles of the house under that account; the
 * server itself signs in as `powrot_app`, which owns nothing and sees one organisation.
 */
export const rolesSql = `
-- As superuser, with a long random password (at least 16 characters) for …
create role powrot_operator login password '…' createrole bypassrls;
create database powrot owner powrot_operator template template0 encoding 'UTF8';
-- Then: DATABASE_URL=postgres://powrot_operator:…@HOST:5432/powrot
`.trim();

/** Url of the same database for a login role; its password is derived from the owner's, so it is stored nowhere. */
export function roleUrl(ownerUrl: string, role: LoginRole): string {
  const url = new URL(ownerUrl);
  url.password = createHmac("sha256", `powrot:${decodeURIComponent(url.password)}`)
    .update(role)
    .digest("base64url");
  url.username = role;
  return url.href;
}

/** Creates the four roles where they are missing. Needs a superuser or a role with CREATEROLE. */
export async function ensureRoles(ownerUrl: string): Promise<{ app: string; keeper: string }> {
  const client = new pg.Client(ownerUrl);
  client.on("error", () => {}); // the running statement fails with it
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7076871)");
    for (const role of ["powrot_owner", "powrot_search", ...loginRoles]) {
      const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
      if (!rowCount) await client.query(`create role ${role} nologin`);
    }
    for (const role of loginRoles) {
      const password = decodeURIComponent(new URL(roleUrl(ownerUrl, role)).password);
      await client.query(`alter role ${role} login password '${password}'`);
    }
    await client.query("grant powrot_search to powrot_owner");
    await client.query("grant powrot_owner to current_user");
    await client.query("select pg_advisory_unlock(7076871)");
  } finally {
    await client.end();
  }
  return { app: roleUrl(ownerUrl, "powrot_app"), keeper: roleUrl(ownerUrl, "powrot_keeper") };
}

/**
 * Brings the database of `url` up to the newest migration. One transaction per file; two callers at once are safe.
 * @param url owner or superuser, with the database in it
 * @param before the number of the first migration that is left out, such as `0097`: a test puts rows in there
 * @throws Error when an applied migration was changed afterwards
 */
export async function migrate(url: string, before = ""): Promise<{ applied: string[] }> {
  await ensureRoles(url);
  const client = new pg.Client(url);
  client.on("error", () => {}); // the running statement fails with it
  await client.connect();
  const applied: string[] = [];
  try {
    await client.query("select pg_advisory_lock(7076872)");
    await client.query("grant create, usage on schema public to powrot_owner, powrot_search");
    await client.query(
      `do $$ begin execute format('grant create, connect on database %I to powrot_owner', current_database()); end $$`,
    );
    for (const extension of ["pg_trgm", "unaccent", "btree_gist"])
      await client.query(`create extension if not exists ${extension} schema public`);
    // loads the library: until then nobody but a superuser may name its settings in a function
    await client.query("select public.similarity('', '')");
    await client.query("set role powrot_owner");
    await client.query("create table if not exists migration (name text primary key, sha256 text not null)");
    const known = new Map<string, string>();
    for (const row of (await client.query<{ name: string; sha256: string }>("select name, sha256 from migration")).rows)
      known.set(row.name, row.sha256);
    const files = (await readdir(migrationsFolder)).filter((file) => file.endsWith(".sql")).sort();
    for (const name of files) {
      if (before !== "" && name >= before) break;
      const sql = await readFile(new URL(name, migrationsFolder), "utf8");
      const sha256 = createHash("sha256").update(sql).digest("hex");
      const earlier = known.get(name);
      if (earlier === sha256) continue;
      if (earlier) throw new Error(`Migration ${name} was changed after it had been applied.`);
      await client.query("begin");
      try {
        // what is made of rows that stand has a moment too
        await client.query("select set_config('powrot.now', $1, true)", [systemClock.now().toISOString()]);
        await client.query(sql);
        await client.query("insert into migration values ($1, $2)", [name, sha256]);
        await client.query("commit");
      } catch (error) {
        await client.query("rollback");
        throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
      applied.push(name);
    }
  } finally {
    await client.end();
  }
  if (applied.length > 0) await migrateJobs(url);
  return { applied };
}
