import { expect, test } from "vitest";
import { findStringBuiltSql, stringBuiltSql } from "./sqlInjection.ts";

test("SQL of the server takes what people typed as parameters only (C42)", () => {
  expect(findStringBuiltSql(new URL("..", import.meta.url).pathname.replace(/\/$/, ""))).toEqual([]);
});

test.each([
  "await sql.raw(`select ${name}`).execute(tx)",
  "sql . raw(text)",
  "orderBy(sql.lit(column))",
  "await client.query(`select * from person where alias = '${alias}'`)",
  "await client.query<{ id: string }>(`update person set alias = '${alias}'`)",
  'await client.query("select * from person where id = " + id)',
  "CompiledQuery.raw(`select ${id}`)",
])("it sees %s", (line) => {
  expect(stringBuiltSql(line)).not.toEqual([]);
});

test.each([
  "sql`select * from person where alias = ${alias}`.execute(tx)",
  'client.query("select * from person where id = $1", [id])',
  "client.query(`select 1 from person\n where id = $1`, [id])",
])("it leaves %s alone", (line) => {
  expect(stringBuiltSql(line)).toEqual([]);
});
