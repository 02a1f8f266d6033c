import { createHash } from "node:crypto";
import {
  CamelCasePlugin,
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type RawBuilder,
  sql,
  type Transaction,
} from "kysely";
import pg from "pg";
import type { Database } from "./db.gen.ts";
import { Problem } from "./problem.ts";

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

// Days and instants stay text: no time zone shifts a birth date, and less work for the processor.
const asText = new Set<number>([1082, 1114, 1184]);
export const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    asText.has(oid) ? (value: string) => value : oid === 20 ? Number : pg.types.getTypeParser(oid, format),
};

/**
 * A pool of connections of one role. Statements longer than `statementTimeoutMs` end with 57014.
 * Instants are answered in UTC as PostgreSQL writes them; `instantOf` makes ISO of them.
 *
 * @param options `waitMs`: how long one waits for a connection, 5 s where nothing is said
 */
export function openPool(
  url: string,
  options: { max?: number; statementTimeoutMs?: number; waitMs?: number } = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: options.max ?? 16,
    connectionTimeoutMillis: options.waitMs ?? 5_000,
    idleTimeoutMillis: 30_000,
    options: [
      `-c statement_timeout=${options.statementTimeoutMs ?? 15_000}`,
      "-c lock_timeout=5000",
      "-c idle_in_transaction_session_timeout=30000",
      "-c timezone=UTC",
      "-c intervalstyle=iso_8601",
    ].join(" "),
  });
  return bearLoss(pool);
}

/** A connection that breaks, idle or while the pool ends, takes no process with it: it is replaced at its next use. */
export function bearLoss(pool: pg.Pool): pg.Pool {
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

export function kyselyOf(pool: pg.Pool): Db {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

const mostPrepared = 300;

/**
 * The pool with statements that come again prepared on each connection, under a name made of their text: PostgreSQL parses
 * and plans them once instead of each time, which is more work than most of them do. The first `mostPrepared` texts with
 * parameters that come a second time; a plan takes memory on every connection.
 */
function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string | null>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known) return known;
    if (known === undefined) {
      if (names.size < 10 * mostPrepared) names.set(text, null);
      return undefined;
    }
    if (prepared === mostPrepared) return undefined;
    prepared += 1;
    const name = `p${createHash("sha256").update(text).digest("base64url")}`;
    names.set(text, name);
    return name;
  };
  let prepared = 0;
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const wrap = (client: pg.PoolClient): PostgresPoolClient => {
    function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
    function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
    function query(text: unknown, values: readonly unknown[] = []): unknown {
      if (typeof text !== "string") throw new TypeError("cursors are not used here");
      return client.query({ text, values: [...values], ...(values.length > 0 ? { name: nameOf(text) } : {}) });
    }
    return { query, release: (destroy) => client.release(destroy) };
  };
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        // every connection in use for longer than one waits has no code; what the database itself says has one
        const busy = error instanceof Error && !("code" in error) && pool.totalCount > 0;
        throw busy ? new Problem("unavailable", "server.busy") : error;
      });
      const known = clients.get(client) ?? wrap(client);
      clients.set(client, known);
      return known;
    },
  };
}

/**
 * Thousands of rows at a fifth of the work of rows: PostgreSQL sends each column of `query` as one JSON array. Days are text,
 * numbers are numbers; not for instants, which JSON writes in another form.
 */
export async function readColumns<T extends object>(
  tx: Tx,
  columns: readonly (keyof T & string)[],
  query: RawBuilder<unknown>,
): Promise<T[]> {
  const arrays = columns.map((name) => sql`json_agg(${sql.ref(`q.${name}`)}) as ${sql.ref(name)}`);
  const { rows } = await sql<{ [K in keyof T]: T[K][] | null }>`select ${sql.join(arrays)} from (${query}) q`.execute(
    tx,
  );
  const read = columns.map((name): [keyof T, readonly unknown[]] => [name, rows[0]?.[name] ?? []]);
  const length = read[0]?.[1].length ?? 0;
  return Array.from({ length }, (_, at) => {
    const row: { [K in keyof T]?: unknown } = {};
    for (const [name, values] of read) row[name] = values[at];
    return row as T; // every column was asked for
  });
}

/** `2026-11-22 18:20:00.123+00` as PostgreSQL writes it, as `2026-11-22T18:20:00.123Z`. */
export function instantOf(text: string): string {
  return new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")).toISOString();
}
