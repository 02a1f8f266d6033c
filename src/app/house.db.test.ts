import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbeddedPostgres, stopAbandoned } from "../platform/embedded/postgres.ts";
import { isAlive, pause } from "../platform/embedded/postmaster.ts";
import { openKeyRing } from "../platform/keys/keyRing.ts";
import { migrate, rolesSql } from "../platform/migrate.ts";
import { scratchFolder } from "../platform/testing/scratch.ts";
import { openDatabase } from "./database.ts";
import { readSettings } from "./settings.ts";

let folder = "";

beforeEach(async () => {
  folder = scratchFolder("house");
});
afterEach(async () => {
  await stopAbandoned(folder);
  await rm(folder, { recursive: true, force: true });
});

async function postmasterOf(dataDir: string): Promise<number> {
  const file = join(dataDir, "cluster", "postmaster.pid");
  while (!existsSync(file)) await pause(20);
  return Number(readFileSync(file, "utf8").split("\n")[0]);
}

test.each([
  ["a signal while the database starts", 1],
  ["a second signal of somebody who cannot wait", 2],
])(
  "%s leaves nothing running",
  async () => {
    openKeyRing(join(folder, "keys"), { create: true });
    const env = {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      POWROT_DATA_DIR: folder,
      POWROT_KEYS: join(folder, "keys"),
      POWROT_ORIGIN: "https://powrot.example.org",
      PORT: "0",
    };
    const program = new URL("./serve.ts", import.meta.url).pathname;
    const house = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program], { env, stdio: "ignore" });
    const ended = once(house, "exit");
    const postmaster = await postmasterOf(folder);
    for (let sent = 0; sent < 2; sent += 1) {
      house.kill("SIGTERM");
      await pause(400); // sooner it would count as the same one
    }
    await ended;
    for (let waited = 0; isAlive(postmaster) && waited < 500; waited += 1) await pause(20);
    expect(isAlive(postmaster)).toBe(false);
  },
  60_000,
);

test("what `migrate --print-roles` prints is all that an outside PostgreSQL needs", async () => {
  const server = await startEmbeddedPostgres({ dataDir: folder, fsync: false });
  try {
    const superuser = new pg.Client(server.superuserUrl);
    superuser.on("error", () => {});
    await superuser.connect();
    for (const statement of rolesSql.replaceAll("…", "a-long-password-of-nobody").split(";"))
      if (!/^\s*(--.*)?\s*$/.test(statement)) await superuser.query(statement);
    await superuser.query("create role poor login password 'poor'");
    await superuser.end();
    const url = new URL(server.superuserUrl);
    url.pathname = "/powrot";
    [url.username, url.password] = ["powrot_operator", "a-long-password-of-nobody"];
    const database = await openDatabase(readSettings({ DATABASE_URL: url.href }));
    expect((await migrate(url.href)).applied).toEqual([]);
    const app = new pg.Client(database.appUrl);
    await app.connect();
    const { rows } = await app.query(
      "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user",
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
    await app.end();
    [url.username, url.password] = ["poor", "poor"];
    await expect(openDatabase(readSettings({ DATABASE_URL: url.href }))).rejects.toThrow("lacks rights");
  } finally {
    await server.stop();
  }
});
