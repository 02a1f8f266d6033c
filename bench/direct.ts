import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { houseServer } from "../src/app/server.ts";
import { systemClock } from "../src/platform/clock.ts";
import { kyselyOf, openPool, types } from "../src/platform/db.ts";
import { openFileStore } from "../src/platform/files/fileStore.ts";
import { openKeyRing } from "../src/platform/keys/keyRing.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import type { Call } from "./load.ts";
import { cpuMsOfServer } from "./processes.ts";
import type { World } from "./world.ts";

/** One statement of a request, with the transaction id it was answered, when it asked for one. */
export type Statement = { text: string; values: unknown[]; xid?: string };

export type Recorder = { record(call: Call): Promise<Statement[]>; end(): Promise<void> };

/** A second house in this process on the same database, which writes down every statement that a request sends. */
export async function openRecorder(world: Pick<World, "appUrl" | "keysDir">): Promise<Recorder> {
  const pool = openPool(world.appUrl, { max: 1 });
  let recorded: Statement[] = [];
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<pg.QueryResult>;
    const recording = async (first: string | { text: string; values?: unknown[] }, second?: unknown[]) => {
      const statement: Statement =
        typeof first === "string"
          ? { text: first, values: second ?? [] }
          : { text: first.text, values: first.values ?? [] };
      recorded.push(statement);
      const answer = await (second === undefined ? query(first) : query(first, second));
      const xid: unknown = answer.rows?.[0]?.xid;
      if (answer.rowCount === 1 && typeof xid === "string" && answer.fields.some((field) => field.name === "xid"))
        statement.xid = xid;
      return answer;
    };
    Object.assign(client, { query: recording });
  });
  const folder = await mkdtemp(join(tmpdir(), "powrot-bench-"));
  const keys = openKeyRing(world.keysDir, { create: false });
  const services = { db: kyselyOf(pool), clock: systemClock, keys, files: openFileStore(folder, keys) };
  const house: FastifyInstance = await houseServer(services, {
    origin: "http://localhost:4280",
    requestsPerMinute: 1_000_000,
    logLevel: "silent",
  });
  return {
    record: async ({ method, path, token, body }) => {
      const ask = () => {
        recorded = [];
        return house.inject({
          method,
          url: path,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body === undefined ? {} : { "content-type": "application/json" }),
          },
          ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
        });
      };
      let answer = await ask();
      // after a load a machine may be too busy to connect in time
      for (let again = 0; answer.statusCode === 503 && again < 20; again++) {
        await setTimeout(1_000);
        answer = await ask();
      }
      if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body.slice(0, 300)}`);
      return recorded;
    },
    end: async () => {
      await house.close();
      await services.db.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Direct = { runs: number; statements: number; cpuMs: number };

/**
 * The same SQL without the application: recorded requests in turn on one connection of the same role, as prepared statements.
 * Writes are committed like the product's: ids that the request made are made anew each time, and the transaction's own id
 * stands where the recorded one stood.
 */
export async function runDirectly(
  world: World,
  examples: readonly (readonly Statement[])[],
  madeAfterMs: number,
  seconds: number,
): Promise<Direct> {
  const client = new pg.Client({
    connectionString: world.appUrl,
    types,
    options: "-c timezone=UTC -c intervalstyle=iso_8601 -c statement_timeout=15000",
  });
  await client.connect();
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    const name = names.get(text) ?? `direct_${names.size}`;
    names.set(text, name);
    return name;
  };
  const run = async (example: readonly Statement[]) => {
    const fresh = new Map<string, string>();
    for (const { text, values, xid } of example) {
      const given = values.map((value) => renew(value, fresh, madeAfterMs));
      const { rows } = await (values.length === 0
        ? client.query(text)
        : client.query({ name: nameOf(text), text, values: given }));
      if (xid) fresh.set(xid, rows[0].xid);
    }
  };
  const warm = performance.now();
  for (let round = 0; round < 8 && (round === 0 || performance.now() - warm < seconds * 2000); round++)
    for (const example of examples) await run(example);
  const before = cpuMsOfServer(world.postmaster);
  const start = performance.now();
  let runs = 0;
  while (performance.now() - start < seconds * 1000) {
    const example = examples[runs % examples.length];
    if (!example) throw new Error("nothing was recorded");
    await run(example);
    runs += 1;
  }
  const cpuMs = (cpuMsOfServer(world.postmaster) - before) / runs;
  await client.end();
  return { runs, statements: examples[0]?.length ?? 0, cpuMs };
}

const uuid = /\b([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;

/** The value with every id that is younger than `madeAfterMs` made anew, the same one each time within one run. */
export function renew(value: unknown, fresh: Map<string, string>, madeAfterMs: number): unknown {
  if (Array.isArray(value)) return value.map((each) => renew(each, fresh, madeAfterMs));
  if (typeof value !== "string") return value;
  const known = fresh.get(value);
  if (known) return known;
  return value.replace(uuid, (id, high: string, low: string) => {
    if (Number.parseInt(high + low, 16) < madeAfterMs) return id;
    const made = fresh.get(id) ?? uuidv7();
    fresh.set(id, made);
    return made;
  });
}
