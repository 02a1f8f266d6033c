import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { sealAll } from "../platform/auditSeal.ts";
import type { Clock } from "../platform/clock.ts";
import { bearLoss, types } from "../platform/db.ts";

const everyMs = 2_000;

/**
 * Links committed audit entries into segments every two seconds, one process at a time, and writes each new head to
 * `audit-heads.log` in the data folder: a head that left the database is what a later change is held against.
 */
export function startSealer(keeperUrl: string, clock: Clock, dataDir: string): { stop(): Promise<void> } {
  const pool = bearLoss(new pg.Pool({ connectionString: keeperUrl, max: 1, types }));
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    const heads = await sealAll(pool, clock.now());
    const lines = heads.map((head) => `${head.sealedAt} ${head.organisationId} ${head.no} ${head.head}\n`).join("");
    if (lines) await appendFile(join(dataDir, "audit-heads.log"), lines, { mode: 0o600 });
  };
  const timer = setInterval(() => {
    running = running.then(round).catch(() => {}); // the database may be away; the next round links what waits
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await round().catch(() => {});
      await pool.end();
    },
  };
}
