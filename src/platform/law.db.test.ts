import { afterAll, beforeAll, expect, test } from "vitest";
import pg from "pg";
import { type Db, kyselyOf, openPool } from "./db.ts";
import { parameterOn } from "./law.ts";
import { sql } from "kysely";
import { createTestDatabase, type TestDatabase } from "./testing/testDatabase.ts";
import { plainDate } from "./time/plainDate.ts";

let database: TestDatabase;
let db: Db;
const organisation = "0190a000-0000-7000-8000-000000000001";

beforeAll(async () => {
  database = await createTestDatabase();
  db = kyselyOf(openPool(database.appUrl));
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query("select set_config('powrot.now', '2026-11-22T10:00:00Z', false)");
  await owner.query("insert into organisation (id, name, short_name, kind) values ($1, 'Agenda', 'agenda', 'NGO')", [
    organisation,
  ]);
  await owner.query(
    "insert into organisation_parameter (organisation_id, code, valid_from, value, unit, source, recorded_by) values ($1, 'LTU_PROJECT', '2026-12-01', 12, 'MONTHS', 'Umowa', $1)",
    [organisation],
  );
  await owner.end();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const on = (code: string, day: string) =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('powrot.organisation_id', ${organisation}, true)`.execute(tx);
    return parameterOn(tx, code, plainDate(day));
  });

test.each([
  ["UNEMPLOYMENT_BENEFIT_FIRST_90_DAYS", "2026-05-31", "1721.90", false],
  ["UNEMPLOYMENT_BENEFIT_FIRST_90_DAYS", "2026-06-01", "1783.90", false],
  ["INCOME_CRITERION_SINGLE", "2025-01-01", "1010", false],
  ["FLAT_PERSONS_MAX", "2025-12-31", "7", false],
  ["FLAT_PERSONS_MAX", "2026-01-01", "6", false],
  ["LTU_PROJECT", "2026-11-30", "24", false],
  ["LTU_PROJECT", "2026-12-01", "12", true],
])("%s on %s is %s", async (code, day, value, own) => {
  expect(await on(code, day)).toMatchObject({ value, own });
});

test("what the rules page calls unverified is so marked", async () => {
  expect(await on("UNEMPLOYMENT_BENEFIT_FIRST_90_DAYS", "2024-06-01")).toMatchObject({
    verified: false,
    source: "R-CIS-20",
  });
  expect(await on("INCOME_CRITERION_SINGLE", "2026-11-22")).toMatchObject({ verified: true });
});

test("a day before every row has no value", async () => {
  await expect(on("INCOME_CRITERION_SINGLE", "2024-12-31")).rejects.toMatchObject({ code: "parameter.unknown_on_day" });
});
