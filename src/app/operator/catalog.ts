import type pg from "pg";

/** How rows of a table belong: to one organisation, to accounts (of one organisation or several), to the whole house. */
type Belonging = "organisation" | "account" | "house";
type Column = { name: string; type: string };
/** A foreign key: `columns` here hold what `toColumns` hold in the table `to`. */
type Reference = { table: string; to: string; constraint: string; columns: string[]; toColumns: string[] };
export type Table = {
  name: string;
  belongs: Belonging;
  columns: Column[];
  key: string[];
  /** Which rows one organisation, `$1`, takes along when it goes alone; null for tables of the whole house. */
  ownRows: string | null;
  /** Which rows are the organisation's at all; more than `ownRows` where some lean on another organisation. */
  allRows: string | null;
};
/** Constraints that look forward in the order of tables, also to the own table; checked at the end of an import. */
export type Catalog = { tables: Table[]; lookingForward: { table: string; constraint: string }[] };

/** Made again by triggers, or of no use elsewhere: who is signed in, links that are on their way, the feed and its epoch. */
const leftOut = new Set([
  "name_token",
  "person_token",
  "migration",
  "session",
  "sign_in_attempt",
  "passkey_challenge",
  "setup_link",
  "device_token",
  "member_standing",
  "sync_change",
  "sync_epoch",
]);
const ofAccounts = new Set(["account", "passkey"]);

/** The tables that an export holds, those that are referred to first; without generated columns. */
export async function readCatalog(client: pg.ClientBase): Promise<Catalog> {
  const { rows: columns } = await client.query<{ table: string; name: string; type: string }>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname, a.attnum`,
  );
  const { rows: keys } = await client.query<{ table: string; columns: string[] }>(
    `select c.relname as table, array_agg(a.attname::text order by k.place) as columns
     from pg_constraint p join pg_class c on c.oid = p.conrelid
       cross join unnest(p.conkey) with ordinality k (attnum, place)
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
     where p.contype = 'p' and c.relnamespace = 'public'::regnamespace group by 1`,
  );
  const { rows: references } = await client.query<Reference>(
    `select c.relname as table, t.relname as to, p.conname as constraint,
       (select array_agg(a.attname::text order by k.place) from unnest(p.conkey) with ordinality k (attnum, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum) as columns,
       (select array_agg(a.attname::text order by k.place) from unnest(p.confkey) with ordinality k (attnum, place)
          join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum) as "toColumns"
     from pg_constraint p join pg_class c on c.oid = p.conrelid join pg_class t on t.oid = p.confrelid
     where p.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 1, 3`,
  );
  const keyOf = new Map(keys.map((key) => [key.table, key.columns]));
  const tables: Table[] = [...Map.groupBy(columns, ({ table }) => table)]
    .filter(([name]) => !leftOut.has(name))
    .map(([name, own]) => ({
      name,
      belongs: belongingOf(name, own),
      columns: own.map(({ name, type }) => ({ name, type })),
      key: keyOf.get(name) ?? [],
      ownRows: ownRows(name, belongingOf(name, own), references, []),
      allRows: allRows(name, belongingOf(name, own)),
    }));
  const order = inOrder(
    tables.map(({ name }) => name),
    references,
  );
  const place = new Map(order.map((name, at) => [name, at]));
  const at = (name: string) => place.get(name) ?? -1;
  return {
    tables: tables.sort((a, b) => at(a.name) - at(b.name)),
    lookingForward: references
      .filter(({ table, to }) => place.has(table) && at(to) >= at(table))
      .map(({ table, constraint }) => ({ table, constraint })),
  };
}

function belongingOf(name: string, columns: readonly { name: string }[]): Belonging {
  if (ofAccounts.has(name)) return "account";
  return name === "organisation" || columns.some((column) => column.name === "organisation_id")
    ? "organisation"
    : "house";
}

/** Referred-to tables first; where they refer to each other in a ring, by name. */
function inOrder(names: readonly string[], references: readonly { table: string; to: string }[]): string[] {
  const waiting = new Set([...names].sort());
  const order: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].find((name) =>
      references.every(({ table, to }) => table !== name || to === name || !waiting.has(to)),
    );
    const next = free ?? [...waiting][0] ?? "";
    waiting.delete(next);
    order.push(next);
  }
  return order;
}

function allRows(name: string, belongs: Belonging): string | null {
  if (belongs === "house") return name === "demo_world" ? "true" : null;
  if (belongs === "organisation") return `"${name}"."${organisationColumn(name)}" = $1`;
  const column = name === "account" ? "id" : "account_id";
  return `"${name}"."${column}" in (select m.account_id from membership m where m.organisation_id = $1)`;
}

/** All rows but those that lean on a row of another organisation, directly or through a row of their own that does. */
function ownRows(
  name: string,
  belongs: Belonging,
  references: readonly Reference[],
  above: readonly string[],
): string | null {
  const all = allRows(name, belongs);
  if (all === null || belongs !== "organisation") return all;
  const conditions = references
    .filter((reference) => reference.table === name && reference.to !== name && !above.includes(reference.to))
    .flatMap(({ to, columns, toColumns }) => {
      const at = toColumns.indexOf(organisationColumn(to));
      const column = columns[at];
      if (at < 0 || column === undefined) return [];
      const missing = columns.map((each) => `"${name}"."${each}" is null`).join(" or ");
      if (column !== organisationColumn(name)) return [`(${missing} or "${name}"."${column}" = $1)`];
      const theirs = ownRows(to, "organisation", references, [...above, name]) ?? "true";
      if (theirs === allRows(to, "organisation")) return [];
      const [here, there] = [columns, toColumns].map((list) => list.map((each) => `"${each}"`).join(", "));
      return [`(${missing} or (${here}) in (select ${there} from "${to}" where ${theirs}))`];
    });
  return [all, ...conditions].join(" and ");
}

const organisationColumn = (table: string) => (table === "organisation" ? "id" : "organisation_id");

// A row on its way: numbers and words as JSON has them, what JSON would change as text.

/** SQL for a row of the table as one JSON text without line breaks. */
export function rowAsJson({ name: table, columns }: Table): string {
  const parts = columns.map(({ name, type }) => {
    const column = `"${table}"."${name}"`;
    if (type === "bytea") return `translate(encode(${column}, 'base64'), E'\\n', '') as "${name}"`;
    return isJson(type) ? `${column}::text as "${name}"` : column;
  });
  return `(select row_to_json(r)::text from (select ${parts.join(", ")}) r)`;
}

/** SQL that inserts the JSON array `$1` of rows into `table`. */
export function insertRows({ name, columns, belongs }: Table): string {
  const typed = columns.map(({ name, type }) => `"${name}" ${type === "bytea" || isJson(type) ? "text" : type}`);
  const values = columns.map(({ name, type }) => {
    if (type === "bytea") return `decode(r."${name}", 'base64')`;
    return isJson(type) ? `r."${name}"::${type}` : `r."${name}"`;
  });
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  return `insert into "${name}" (${names}) overriding system value
    select ${values.join(", ")} from json_to_recordset($1::json) as r (${typed.join(", ")})
    ${belongs === "organisation" ? "" : "on conflict do nothing"}`;
}

const isJson = (type: string) => type === "json" || type === "jsonb";
