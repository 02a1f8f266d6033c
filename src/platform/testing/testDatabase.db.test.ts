import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "./testDatabase.ts";

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test("a test database is migrated, its own, and opened by the least-privileged role", async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(Number(await ask(one.ownerUrl, "select count(*) from migration"))).toBeGreaterThan(0);
  expect(await ask(one.appUrl, "select current_user")).toBe("powrot_app");
  expect(await ask(one.appUrl, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")).toBe(
    false,
  );
  expect(await ask(one.keeperUrl, "select current_user")).toBe("powrot_keeper");
  await ask(one.ownerUrl, "create table only_here (id int)");
  expect(await ask(two.ownerUrl, "select to_regclass('only_here')")).toBe(null);
  await one.drop();
  await two.drop();
});

test("the server sorts Polish words with pl-PL-x-icu and folds them with unaccent", async () => {
  const database = await createTestDatabase();
  const sorted = `select string_agg(w, ' ' order by w collate "pl-PL-x-icu") from unnest(array['Łoś','Zebra','Ćma','Lis','Cap']) w`;
  expect(await ask(database.ownerUrl, sorted)).toBe("Cap Ćma Lis Łoś Zebra");
  expect(await ask(database.ownerUrl, "select unaccent('Zażółć gęślą jaźń')")).toBe("Zazolc gesla jazn");
  await database.drop();
});
