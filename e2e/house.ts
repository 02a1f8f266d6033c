import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { buildWeb } from "../scripts/build.ts";
import { databaseUrl } from "../src/platform/testing/databaseUrl.ts";
import { isWorkingDay } from "../src/platform/time/calendar.ts";
import { instantAt, todayIn } from "../src/platform/time/instant.ts";
import { addDays, type PlainDate, weekday } from "../src/platform/time/plainDate.ts";

const zone = "Europe/Warsaw";

/** A Friday that is no holiday, today or soon: both groups of the demo club meet on it. */
function dayOfClasses(from: PlainDate): PlainDate {
  return weekday(from) === 5 && isWorkingDay(from) ? from : dayOfClasses(addDays(from, 1));
}

export type House = { url: string; stop: () => Promise<void> };

/**
 * Starts the real house with the demo world on a data folder of its own, on a day of classes at `time` (HH:MM, Poland).
 * @throws Error when the house ends before it is ready
 */
export async function startHouse(port: number, time: string): Promise<House> {
  await buildWeb();
  const dataDir = await mkdtemp(join(tmpdir(), "powrot-e2e-"));
  const outside = await databaseOutside();
  const now = instantAt(dayOfClasses(todayIn(new Date(), zone)), time, zone);
  const house = spawn(process.execPath, [new URL("../src/app/start.ts", import.meta.url).pathname], {
    env: {
      ...process.env,
      DATABASE_URL: outside.url,
      POWROT_DATA_DIR: dataDir,
      POWROT_NOW: now,
      PORT: String(port),
      POWROT_REQUESTS_PER_MINUTE: "100000",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await readyUrl(house);
  return {
    url,
    stop: async () => {
      const ended = new Promise((done) => house.once("exit", done));
      house.kill("SIGTERM");
      await ended;
      await rm(dataDir, { recursive: true, force: true });
      await outside.drop();
    },
  };
}

/** With `DATABASE_URL`, a database of its own on that server; without, none. */
async function databaseOutside(): Promise<{ url: string | undefined; drop: () => Promise<void> }> {
  const { DATABASE_URL: server } = process.env;
  if (!server) return { url: undefined, drop: async () => undefined };
  const name = `powrot_e2e_${process.pid}`;
  const ask = async (statement: string) => {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await ask(`create database ${name} template template0 encoding 'UTF8'`);
  return { url: databaseUrl(server, name), drop: () => ask(`drop database if exists ${name} with (force)`) };
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
