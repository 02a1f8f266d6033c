import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { scratchFolder } from "../testing/scratch.ts";
import { startEmbeddedPostgres, stopAbandoned } from "./postgres.ts";

let dataDir = "";

beforeEach(() => {
  dataDir = scratchFolder("embedded");
});

afterEach(async () => {
  await stopAbandoned(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test("data survive a stop, and the password lies where only its owner reads it", async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  await ask(first.superuserUrl, "create table kept as select 7 as value");
  await first.stop();
  const second = await startEmbeddedPostgres({ dataDir });
  expect(await ask(second.superuserUrl, "select value from kept")).toBe(7);
  expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
  await second.stop();
  await expect(ask(second.superuserUrl, "select 1")).rejects.toThrow();
});

test("a server left by a killed process is taken over with its data and can be stopped", async () => {
  const module = new URL("./postgres.ts", import.meta.url).href;
  const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(server.port);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  const guest = await startEmbeddedPostgres({ dataDir });
  expect(guest.port).toBe(Number(String(line)));
  await guest.stop();
  expect(await ask(guest.superuserUrl, "select 1")).toBe(1); // still the other process's server
  child.kill("SIGKILL");
  await once(child, "exit");
  const heir = await startEmbeddedPostgres({ dataDir });
  expect(heir.port).toBe(guest.port);
  await heir.stop();
  await expect(ask(heir.superuserUrl, "select 1")).rejects.toThrow();
});

test("a throwaway of root leaves nothing outside its folder", async () => {
  chmodSync(dataDir, 0o700); // as mkdtemp makes it
  const server = await startEmbeddedPostgres({ dataDir, fsync: false });
  await server.stop();
  expect(statSync(join(dataDir, "cluster")).isDirectory()).toBe(true);
});

test("the log tells of no statement, no parameter and no value", async () => {
  const server = await startEmbeddedPostgres({ dataDir, fsync: false });
  const client = new pg.Client(server.superuserUrl);
  await client.connect();
  await client.query("create table person (name text primary key)");
  await client.query("insert into person values ($1)", ["Halina Tajna"]);
  await expect(client.query("insert into person values ($1)", ["Halina Tajna"])).rejects.toThrow();
  await expect(client.query("select 'Halina Tajna'::uuid")).rejects.toThrow();
  await client.end();
  await server.stop();
  const log = readFileSync(join(dataDir, "postgres.log"), "utf8");
  expect(log).toContain("ready to accept connections");
  expect(log).not.toMatch(/Tajna|person/);
});

test("a taken port and a folder that is a file are told in one sentence", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = address && typeof address === "object" ? address.port : 0;
  await expect(startEmbeddedPostgres({ dataDir, port })).rejects.toMatchObject({
    name: "StartProblem",
    code: "port_taken",
  });
  other.close();
  const file = join(dataDir, "secrets.json");
  await expect(startEmbeddedPostgres({ dataDir: join(file, "below") })).rejects.toMatchObject({
    name: "StartProblem",
    code: "data_folder_unreadable",
  });
});
