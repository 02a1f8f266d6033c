import type pg from "pg";

type Column = {
  tableName: string;
  column: string;
  type: string;
  nullable: boolean;
  hasDefault: boolean;
  generated: boolean;
};

async function rowsOf<T extends object>(client: pg.Client, text: string): Promise<T[]> {
  return (await client.query<T>(text)).rows;
}

const tablesOf = `select c.oid, c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') order by c.relname collate "C"`;

/** The schema as sorted SQL-like text, from the catalog: what a review reads to see what a migration did. */
export async function schemaText(client: pg.Client): Promise<string> {
  await client.query("set search_path = public");
  const lines: string[] = ["-- Written from the catalog by `npm run db:generate`. Not run by anything.", ""];
  for (const { oid, relname } of await rowsOf<{ oid: number; relname: string }>(client, tablesOf)) {
    const columns = await rowsOf<{ line: string }>(
      client,
      `select format('  %s %s%s%s%s', quote_ident(attname), format_type(atttypid, atttypmod), case when attnotnull then ' not null' else '' end,
         case when attidentity = 'a' then ' generated always as identity' else '' end,
         coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       where a.attrelid = ${oid} and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    );
    const constraints = await rowsOf<{ line: string }>(
      client,
      `select format('  constraint %s %s', quote_ident(conname), pg_get_constraintdef(oid)) as line from pg_constraint
       where conrelid = ${oid} and contype <> 'n' order by contype, conname collate "C"`,
    );
    lines.push(`table ${relname} (`, [...columns, ...constraints].map((row) => row.line).join(",\n"), ");");
    const after = await rowsOf<{ line: string }>(
      client,
      `select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i where i.indrelid = ${oid} and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
       union all select format('row security: %s%s, owner %s;', case when relrowsecurity then 'on' else 'OFF' end, case when relforcerowsecurity then ' forced' else '' end, pg_get_userbyid(relowner)) from pg_class where oid = ${oid}
       union all select format('policy %s for %s to %s using %s check %s;', polname, polcmd, (select string_agg(rolname, ', ' order by rolname) from pg_roles r where r.oid = any (polroles)), coalesce(pg_get_expr(polqual, polrelid), '-'), coalesce(pg_get_expr(polwithcheck, polrelid), '-')) from pg_policy where polrelid = ${oid}
       union all select format('grant %s to %s;', string_agg(lower(x.privilege_type), ', ' order by x.privilege_type), x.grantee::regrole) from pg_class c, aclexplode(c.relacl) x where c.oid = ${oid} and x.grantee <> c.relowner group by x.grantee
       union all select format('grant %s (%s) to %s;', lower(x.privilege_type), string_agg(a.attname::text, ', ' order by a.attname), x.grantee::regrole) from pg_attribute a, aclexplode(a.attacl) x where a.attrelid = ${oid} group by x.privilege_type, x.grantee
       order by 1`,
    );
    lines.push(...after.map((row) => row.line), "");
  }
  const functions = await rowsOf<{ line: string }>(
    client,
    `select pg_get_functiondef(p.oid) || format('-- owner %s, execute: %s', pg_get_userbyid(p.proowner), coalesce((select string_agg(coalesce(nullif(x.grantee, 0)::regrole::text, 'public'), ', ' order by x.grantee::text) from aclexplode(p.proacl) x), 'public')) as line
     from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by p.proname collate "C", p.oid::regprocedure::text collate "C"`,
  );
  lines.push(...functions.map((row) => `${row.line}\n`));
  return `${lines.join("\n").replace(/[0-9]{5,}::regrole/g, "?")}\n`;
}

const typeOf: Record<string, string> = {
  uuid: "string",
  text: "string",
  date: "PlainDate",
  timestamptz: "string",
  time: "string",
  bool: "boolean",
  int4: "number",
  int2: "number",
  int8: "number",
  numeric: "Decimal",
  float8: "number",
  bytea: "Buffer",
  xid8: "string",
  json: "Json",
  jsonb: "Json",
  _text: "string[]",
  _uuid: "string[]",
  _int4: "number[]",
  _date: "PlainDate[]",
};

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string) => camel(`_${name}`);

/** The types of all tables for Kysely, columns in camelCase. */
export async function tableTypes(client: pg.Client): Promise<string> {
  const columns = await rowsOf<Column>(
    client,
    `select c.relname as "tableName", a.attname as "column", t.typname as type, not a.attnotnull as nullable, d.adnum is not null as "hasDefault", a.attidentity = 'a' or a.attgenerated <> '' as generated
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
     left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and c.relname <> 'migration' order by c.relname collate "C", a.attnum`,
  );
  const tables = Map.groupBy(columns, (column) => column.tableName);
  const out = [
    "// Written by `npm run db:generate` from the migrated database. Do not edit.",
    'import type { ColumnType, Generated, GeneratedAlways } from "kysely";',
    'import type { PlainDate } from "./time/plainDate.ts";',
    "",
    "export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };",
    "/** Read as a value, written as JSON text. */",
    "export type Json = ColumnType<JsonValue, string, string>;",
    "/** Read as text, so that no digit is lost; written as text or number. */",
    "export type Decimal = ColumnType<string, string | number, string | number>;",
    "",
  ];
  for (const [table, own] of tables) {
    out.push(`export type ${pascal(table)}Table = {`);
    for (const { column, type, nullable, hasDefault, generated } of own) {
      const base = typeOf[type];
      if (!base) throw new Error(`${table}.${column}: no TypeScript type for ${type}`);
      const full = nullable
        ? base === "Json"
          ? "ColumnType<JsonValue | null, string | null, string | null>"
          : base === "Decimal"
            ? "ColumnType<string | null, string | number | null, string | number | null>"
            : `${base} | null`
        : base;
      out.push(
        `  ${camel(column)}: ${generated ? `GeneratedAlways<${full}>` : hasDefault ? (full === "Json" ? "ColumnType<JsonValue, string | undefined, string>" : full === "Decimal" ? "ColumnType<string, string | number | undefined, string | number>" : `Generated<${full}>`) : full};`,
      );
    }
    out.push("};", "");
  }
  out.push(
    "export type Database = {",
    ...[...tables.keys()].map((table) => `  ${camel(table)}: ${pascal(table)}Table;`),
    "};",
    "",
  );
  return out.join("\n");
}
