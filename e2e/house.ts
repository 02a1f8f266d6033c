import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { buildWeb } from "../scripts/build.ts";
import { databaseName } from "../src/app/database.ts";
import { startEmbeddedPostgres } from "../src/platform/embedded/postgres.ts";
import { databaseUrl } from "../src/platform/testing/databaseUrl.ts";
import { scratchFolder } from "../src/platform/testing/scratch.ts";
import { isWorkingDay } from "../src/platform/time/calendar.ts";
import { instantAt, todayIn } from "../src/platform/time/instant.ts";
import { addDays, type PlainDate, weekday } from "../src/platform/time/plainDate.ts";
import { dropKept, World } from "./way/world.ts";

const zone = "Europe/Warsaw";

/** A Friday that is no holiday, today or soon: both groups of the demo club meet on it. */
function dayOfClasses(from: PlainDate): PlainDate {
  return weekday(from) === 5 && isWorkingDay(from) ? from : dayOfClasses(addDays(from, 1));
}

/** `log`: the file with all that the house prints while it stands. */
export type House = { url: string; log: string; stop: () => Promise<void> };

/**
 * Starts the real house with the demo world on a data folder of its own, on a day of classes at `time` (HH:MM, Poland).
 * @throws Error when the house ends before it is ready
 */
export async function startHouse(port: number, time: string): Promise<House & { world: World }> {
  await buildWeb();
  const dataDir = scratchFolder("e2e");
  const outside = await databaseOutside(port);
  const now = instantAt(dayOfClasses(todayIn(new Date(), zone)), time, zone);
  const env = { DATABASE_URL: outside.url, POWROT_NOW: now, POWROT_REQUESTS_PER_MINUTE: "100000" };
  const { url, log, stop } = await run("start", { ...env, POWROT_DATA_DIR: dataDir, PORT: String(port) });
  // the house's own server, as whoever comes second finds it
  const server = process.env.DATABASE_URL ?? (await startEmbeddedPostgres({ dataDir })).superuserUrl;
  const world = { dataDir, server, database: outside.name ?? databaseName };
  return {
    url,
    log,
    world,
    stop: async () => {
      await stop();
      if (outside.name) await dropKept(world);
      await rm(dataDir, { recursive: true, force: true });
      await outside.drop();
    },
  };
}

/** The house of the journeys that this worker walks; none before they are set up. */
export function houseHere(): z.infer<typeof ToldOf> | undefined {
  const { POWROT_E2E_HOUSES: houses, TEST_PARALLEL_INDEX: worker } = process.env;
  return houses ? z.array(ToldOf).parse(JSON.parse(houses))[Number(worker)] : undefined;
}

/** Tells the workers of these houses, in the order of the workers. */
export function tellOfHouses(houses: readonly z.infer<typeof ToldOf>[]): void {
  process.env.POWROT_E2E_HOUSES = JSON.stringify(houses.map(({ url, log, world }) => ({ url, log, world })));
}

const ToldOf = z.object({ url: z.string(), log: z.string(), world: World });

/** Starts a house as production does, with nobody in it yet; `setupLink` is the one that it prints. */
export async function startEmptyHouse(port: number): Promise<House & { setupLink: string }> {
  const dataDir = scratchFolder("e2e-empty");
  const outside = await databaseOutside(port);
  const keys = { POWROT_DATA_DIR: dataDir, POWROT_KEYS: join(dataDir, "keys") };
  execFileSync(process.execPath, [appFile("cli"), "keys"], { env: { ...process.env, ...keys }, stdio: "ignore" });
  const origin = `http://localhost:${port}`;
  const env = { ...keys, DATABASE_URL: outside.url, PORT: String(port), POWROT_ORIGIN: origin };
  const { stop, ...house } = await run("serve", env);
  const setupLink = /^setup (\S+)$/m.exec(readFileSync(house.log, "utf8"))?.[1] ?? "";
  return {
    ...house,
    setupLink,
    stop: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
      await outside.drop();
    },
  };
}

const appFile = (name: string): string => new URL(`../src/app/${name}.ts`, import.meta.url).pathname;

/** Runs an entry of the program until `stop`; what it prints is kept in `log`, errors are shown too. */
async function run(entry: string, env: NodeJS.ProcessEnv & { POWROT_DATA_DIR: string }): Promise<House> {
  const log = join(env.POWROT_DATA_DIR, "printed.log");
  const house = spawn(process.execPath, [appFile(entry)], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const keep = (chunk: Buffer) => appendFileSync(log, chunk);
  house.stdout.on("data", keep);
  house.stderr.on("data", keep);
  house.stderr.pipe(process.stderr);
  const url = await readyUrl(house);
  const stop = async () => {
    const ended = new Promise((done) => house.once("exit", done));
    house.kill("SIGTERM");
    await ended;
  };
  return { url, log, stop };
}

/** With `DATABASE_URL`, a database of its own on that server; without, none. */
async function databaseOutside(port: number): Promise<{ name?: string; url?: string; drop: () => Promise<void> }> {
  const { DATABASE_URL: server } = process.env;
  if (!server) return { drop: async () => undefined };
  const name = `powrot_e2e_${process.pid}_${port}`;
  const ask = async (statement: string) => {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await ask(`create database ${name} template template0 encoding 'UTF8'`);
  return { name, url: databaseUrl(server, name), drop: () => ask(`drop database if exists ${name} with (force)`) };
}

function readyUrl(house: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let out = "";
    house.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      const ready = /^ready (\S+)$/m.exec(out);
      if (ready?.[1]) done(ready[1]);
    });
    house.once("exit", (code) => fail(new Error(`the house ended with ${code} before it was ready`)));
  });
}
