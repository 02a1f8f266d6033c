import { createHash } from "node:crypto";
import type pg from "pg";
import type { FileStore } from "../../platform/files/fileStore.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

export type Simulation = {
  persons: number;
  /** How far back the world goes, at least one. */
  years: number;
  seed: number;
  /** The day on which the world stands. */
  today: PlainDate;
  organisations: number;
};

/** One bulk load: where it goes, what was asked for, and how a step is done and told. */
export type Load = Simulation & {
  client: pg.Client;
  /** Without a store proofs have no document, so nobody verifies them. */
  files: FileStore | undefined;
  /** Days that the world goes back. */
  span: number;
  step: (what: string, text: string, values?: readonly unknown[]) => Promise<void>;
  /** SQL of the day so many days (SQL) before today. */
  day: (days: string) => string;
  /** SQL of the instant so many days (SQL, with fractions) before noon of today. */
  instant: (days: string) => string;
};

/** Days since which the groups run; 38 weeks make them go on. */
export const courseDays = 200;

/** Opens the load on a connection: checks off that the rows keep by themselves, and the functions that everything random comes from. */
export async function openLoad(
  client: pg.Client,
  wanted: Simulation,
  files: FileStore | undefined,
  tell: (line: string) => void,
): Promise<Load> {
  const { today, seed, years } = wanted;
  await client.query(
    "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'; set timezone = 'UTC'",
  );
  await client.query("select set_config('powrot.now', $1, false)", [`${today}T12:00:00Z`]);
  await client.query(tools(seed));
  return {
    ...wanted,
    client,
    files,
    span: years * 365,
    step: async (what, text, values = []) => {
      const before = performance.now();
      const { rowCount } = await client.query(text, [...values]);
      tell(`${what}: ${rowCount ?? 0} rows, ${((performance.now() - before) / 1000).toFixed(1)} s`);
    },
    day: (days) => `(date '${today}' - (${days})::int)`,
    instant: (days) => `(timestamptz '${today} 12:00Z' - (${days}) * interval '1 day')`,
  };
}

/** Everything random is a hash of the row's number, so the same seed makes the same world. */
function tools(seed: number): string {
  const salt = BigInt(`0x${createHash("sha256").update(`powrot simulation ${seed}`).digest("hex").slice(0, 12)}`);
  return `
    create function pg_temp.r(n bigint, salt int) returns float8 language sql immutable parallel safe
      return (hashint8extended(n, ${salt} + salt) & 1125899906842623)::float8 / 1125899906842624;
    create function pg_temp.pick(list text[], n bigint, salt int) returns text language sql immutable parallel safe
      return list[1 + floor(pg_temp.r(n, salt) * cardinality(list))::int];
    create function pg_temp.uid(kind text, n bigint) returns uuid language sql immutable parallel safe
      return ('0190' || lpad(to_hex(n), 8, '0') || '7' || substr(md5(kind || ':' || n || ':${seed}'), 1, 3) || '8' || substr(md5(kind || ':' || n || ':${seed}'), 4, 15))::uuid;`;
}
