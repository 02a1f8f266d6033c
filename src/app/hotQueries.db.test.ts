import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openRecorder, type Statement } from "../../bench/direct.ts";
import { findScans, grownTables } from "../../bench/explain.ts";
import { makeOperations } from "../../bench/operations.ts";
import { addCaseworker } from "../../bench/world.ts";
import { systemClock } from "../platform/clock.ts";
import { kyselyOf, openPool, types } from "../platform/db.ts";
import { openFileStore } from "../platform/files/fileStore.ts";
import { openKeyRing } from "../platform/keys/keyRing.ts";
import { createTestDatabase, type TestDatabase } from "../platform/testing/testDatabase.ts";
import { todayIn } from "../platform/time/instant.ts";
import { houseServer } from "./server.ts";
import { simulate } from "./simulate/simulate.ts";

const persons = 4_000; // enough that reading a table from end to end costs more than its index; 200,000 in `npm run bench`

let database: TestDatabase;
let folder: string;
const recorded = new Map<string, Statement[]>();
let madeAfterMs: number;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "powrot-hot-"));
  const today = todayIn(systemClock.now(), "Europe/Warsaw");
  await simulate(database.ownerUrl, { persons, years: 1, seed: 1, today }, () => undefined);
  const owner = new pg.Client({ connectionString: database.ownerUrl, types });
  await owner.connect();
  await addCaseworker(owner);
  const keysDir = join(folder, "keys");
  const keys = openKeyRing(keysDir, { create: true });
  const services = {
    db: kyselyOf(openPool(database.appUrl)),
    clock: systemClock,
    keys,
    files: openFileStore(folder, keys),
  };
  const house = await houseServer(services, { origin: "http://localhost:4280", logLevel: "silent" });
  await house.listen({ port: 0, host: "127.0.0.1" });
  const address = house.server.address();
  const { hot } = await makeOperations(owner, typeof address === "object" && address ? address.port : 0);
  await house.close();
  await services.db.destroy();
  await owner.end();
  madeAfterMs = Date.now();
  const recorder = await openRecorder({ appUrl: database.appUrl, keysDir });
  for (const { name, next } of hot) recorded.set(name, await recorder.record(next()));
  await recorder.end();
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test.each(["caseload", "search", "timeline", "contact history", "register read", "contact", "register", "sync pull"])(
  "%s never reads a table that grows from end to end",
  async (name) => {
    const { plans, scans } = await findScans(database.ownerUrl, [recorded.get(name) ?? []], madeAfterMs);
    expect(plans).toBeGreaterThan(2);
    expect(scans).toEqual([]);
  },
);

test("a statement without an index is told", async () => {
  const text = "select count(*) from person where organisation_id = $1 and citizenship = $2";
  const statement = { text, values: ["0190a000-0000-7000-8000-000000000001", "PL"] };
  const everything =
    "set local enable_indexscan = off; set local enable_bitmapscan = off; set local enable_indexonlyscan = off";
  const examples = [
    [{ text: "begin", values: [] }, { text: everything, values: [] }, statement, { text: "commit", values: [] }],
  ];
  const { scans } = await findScans(database.ownerUrl, examples, madeAfterMs);
  expect(grownTables).toContain("person");
  expect(scans).toEqual([{ table: "person", statement: text }]);
});
