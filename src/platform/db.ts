import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import type { Database } from "./db.gen.ts";

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
 */
export function openPool(url: string, options: { max?: number; statementTimeoutMs?: number } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: options.max ?? 16,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options: [
      `-c statement_timeout=${options.statementTimeoutMs ?? 15_000}`,
      "-c lock_timeout=5000",
      "-c idle_in_transaction_session_timeout=30000",
      "-c timezone=UTC",
      "-c intervalstyle=iso_8601",
    ].join(" "),
  });
  pool.on("error", () => {}); // an idle connection that broke is replaced at its next use
  return pool;
}

export function kyselyOf(pool: pg.Pool): Db {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** `2026-11-22 18:20:00.123+00` as PostgreSQL writes it, as `2026-11-22T18:20:00.123Z`. */
export function instantOf(text: string): string {
  return new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")).toISOString();
}
