import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../platform/testing/testDatabase.ts";
import { benefitParameters, generalRows } from "./law.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("the calculator without a house computes with the amounts and limits that a house is born with", async () => {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query<{ row: string }>(
    `select code || ' ' || to_char(valid_from, 'YYYY-MM-DD') || ' ' || value::float8 as row from legal_parameter where code = any ($1)`,
    [benefitParameters],
  );
  await owner.end();
  const general = generalRows.map(([code, validFrom, value]) => `${code} ${validFrom} ${Number(value)}`);
  expect(rows.map(({ row }) => row).toSorted()).toEqual(general.toSorted());
});
