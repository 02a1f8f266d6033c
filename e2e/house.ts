import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { buildWeb } from "../scripts/build.ts";
import { databaseName } from "../src/app/database.ts";
import { startEmbeddedPostgres } from "../src/platform/embedded/postgres.ts";
import { databaseUrl } from "../src/platform/testing/databaseUrl.ts";
import { freePort } from "../src/platform/testing/freePort.ts";
import { scratchFolder } from "../src/platform/testing/scratch.ts";
import { isWorkingDay } from "../src/platform/time/calendar.ts";
import { instantAt, todayIn } from "../src/platform/time/instant.ts";
import { addDays, type PlainDate, weekday } from "../src/platform/time/plainDate.ts";
import { copyAsMade, dropKept, keepAsMade, World, worldVariable } from "./way/world.ts";

const zone = "Europe/Warsaw";

/** A Friday that is no holiday, today or soon: both groups of the demo club meet on it. */
function dayOfClasses(from: PlainDate): PlainDate {
  return weekday(from) === 5 && isWorkingDay(from) ? from : dayOfClasses(addDays(from, 1));
}

/** `log`: the file with all that the house prints while it stands. */
export type House = { url: string; log: string; stop: () => Promise<void> };
export type DemoHouse = House & { world: World };

/** What a folder with a world in it says beside it: the clock of its house when that ended, from which the next goes on. */
const Made = z.object({ now: z.iso.datetime() });
const madeFile = (folder: string): string => join(folder, "made.json");

/**
 * Makes the demo world in `folder` as `npm start` does, on a day of classes at half past four, and leaves it there for the journeys.
 * @throws Error when the house ends before it is ready, with what it said
 */
export async function makeWorld(folder: string): Promise<void> {
  await buildWeb();
  const [begun, from] = [Date.now(), clockAt("16:30")];
  const house = await run("start", settingsOf(from, await freePort(), folder));
  await house.stop();
  const now = new Date(Date.parse(from) + Date.now() - begun).toISOString();
  writeFileSync(madeFile(folder), JSON.stringify({ now } satisfies z.infer<typeof Made>));
}

/** The folder and the clock of the world that was made before, if one should have been. */
function worldBefore(): { dataDir: string; now: string } | undefined {
  const dataDir = process.env[worldVariable];
  if (!dataDir) return undefined;
  if (!existsSync(madeFile(dataDir)))
    throw new Error("The demo world did not come about; why, the step that was to make it has told.");
  return { dataDir, ...Made.parse(JSON.parse(readFileSync(madeFile(dataDir), "utf8"))) };
}

/**
 * Starts the real house with the demo world on a data folder of its own, on a day of classes at `time` (HH:MM, Poland).
 * @throws Error when the house ends before it is ready, with what it said
 */
export async function startHouse(port: number, time: string): Promise<DemoHouse> {
  return startOn({ dataDir: scratchFolder("e2e"), now: clockAt(time) }, port);
}

async function startOn({ dataDir, now }: { dataDir: string; now: string }, port: number): Promise<DemoHouse> {
  await buildWeb();
  const outside = await databaseOutside(port);
  const house = await run("start", { ...settingsOf(now, port, dataDir), DATABASE_URL: outside.url });
  // the house's own server, as whoever comes second finds it
  const server = process.env.DATABASE_URL ?? (await startEmbeddedPostgres({ dataDir })).superuserUrl;
  const world = { dataDir, server, database: outside.name ?? databaseName };
  return standing(house, world, outside.drop);
}

/**
 * The houses of the journeys, with one demo world: the first has the one that `makeWorld` left or makes it, the others are handed a copy on its
 * server. Each world is kept as it was made, for `beginAnew`.
 */
export async function startHouses(count: number): Promise<DemoHouse[]> {
  const before = worldBefore() ?? { dataDir: scratchFolder("e2e"), now: clockAt("16:30") };
  const begun = Date.now();
  const first = await startOn(before, await freePort());
  const houses = [first];
  try {
    await keepAsMade(first.world);
    for (let no = 1; no < count; no += 1) {
      // not behind the first: what that wrote meanwhile is not to come
      const now = new Date(Date.parse(before.now) + Date.now() - begun).toISOString();
      const house = await startBeside(first.world, now);
      houses.push(house);
      await keepAsMade(house.world);
    }
    return houses;
  } catch (error) {
    await stopHouses(houses);
    throw error;
  }
}

/** The first stands to the last: its server is that of all. */
export async function stopHouses([first, ...others]: readonly DemoHouse[]): Promise<void> {
  await Promise.all(others.map((house) => house.stop()));
  await first?.stop();
}

async function startBeside(first: World, now: string): Promise<DemoHouse> {
  const [port, dataDir] = [await freePort(), scratchFolder("e2e")];
  const world = { dataDir, server: first.server, database: `${first.database}_${port}` };
  await copyAsMade(first, world);
  const url = databaseUrl(world.server, world.database);
  const house = await run("start", { ...settingsOf(now, port, dataDir), DATABASE_URL: url });
  return standing(house, world, () => dropDatabase(world.server, world.database));
}

function standing({ url, log, stop }: House, world: World, drop: () => Promise<void>): DemoHouse {
  return {
    url,
    log,
    world,
    stop: async () => {
      await stop();
      // what lies on the house's own server went with it
      if (world.database !== databaseName) await dropKept(world);
      await rm(world.dataDir, { recursive: true, force: true });
      await drop();
    },
  };
}

const settingsOf = (now: string, port: number, dataDir: string) => ({
  POWROT_NOW: now,
  POWROT_REQUESTS_PER_MINUTE: "100000",
  PORT: String(port),
  POWROT_DATA_DIR: dataDir,
});

const clockAt = (time: string): string => instantAt(dayOfClasses(todayIn(new Date(), zone)), time, zone);

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
  await ask(server, `create database ${name} template template0 encoding 'UTF8'`);
  return { name, url: databaseUrl(server, name), drop: () => dropDatabase(server, name) };
}

const dropDatabase = (server: string, name: string): Promise<void> =>
  ask(server, `drop database if exists ${name} with (force)`);

async function ask(server: string, statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function readyUrl(house: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let out = "";
    let err = "";
    house.stderr?.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    house.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      const ready = /^ready (\S+)$/m.exec(out);
      if (ready?.[1]) done(ready[1]);
    });
    house.once("exit", (code) =>
      fail(new Error(`The house ended with ${code} before it was ready.\n${err.slice(-2_000)}`)),
    );
  });
}
