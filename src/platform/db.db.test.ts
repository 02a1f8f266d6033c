import { sql } from "kysely";
import pg from "pg";
import { expect, test } from "vitest";
import { kyselyOf, openPool } from "./db.ts";
import { createTestDatabase } from "./testing/testDatabase.ts";

test("a statement that comes again is prepared once on its connection", async () => {
  const database = await createTestDatabase();
  const db = kyselyOf(openPool(database.appUrl, { max: 1 }));
  for (const number of [1, 2, 3]) {
    const { rows } = await sql<{ twice: number }>`select ${number}::int * 2 as twice`.execute(db);
    expect(rows).toEqual([{ twice: number * 2 }]);
  }
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_prepared_statements`.execute(db);
  expect(rows).toEqual([{ n: 1 }]);
  await db.destroy();
  await database.drop();
});

test("who waits too long for a connection is told that the server is busy, and may try again", async () => {
  const database = await createTestDatabase();
  const db = kyselyOf(new pg.Pool({ connectionString: database.appUrl, max: 1, connectionTimeoutMillis: 100 }));
  await db.connection().execute(async () => {
    await expect(sql`select 1`.execute(db)).rejects.toMatchObject({ kind: "unavailable", code: "server.busy" });
  });
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await db.destroy();
  await database.drop();
});
