import { setTimeout } from "node:timers/promises";
import { Logger, parseCrontab, run, runMigrations, type TaskList } from "graphile-worker";
import pg from "pg";
import { bearLoss } from "./db.ts";

/** The queue belongs to the owner's role: its tables are closed to the application, which adds by `add_job` only. */
function asOwner(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.searchParams.set("options", "-c role=powrot_owner");
  return url.href;
}

/** How long the work rests after its worker gave up. */
const againAfterMs = 1_000;

const silent = new Logger(() => () => undefined); // messages of jobs may quote addresses

/** Brings the queue's own tables up to date. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: asOwner(ownerUrl), logger: silent });
}

/**
 * Works through jobs until stopped, also after the database was away; several processes may do so at once. Failures are tried again
 * with growing pauses.
 * @param crontab lines of graphile-worker, times in UTC
 */
export async function startJobs(
  ownerUrl: string,
  taskList: TaskList,
  crontab: string,
): Promise<{ stop(): Promise<void> }> {
  const pool = bearLoss(new pg.Pool({ connectionString: asOwner(ownerUrl), max: 4 }));
  const begin = () =>
    run({
      pgPool: pool,
      taskList,
      parsedCronItems: parseCrontab(crontab),
      concurrency: 2,
      noHandleSignals: true,
      logger: silent,
    });
  let runner = await begin();
  const stopping = new AbortController();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      await runner.promise.catch(() => undefined);
      // it gives up where the database was away at the wrong moment; whoever comes back takes its place
      await setTimeout(againAfterMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) runner = await begin().catch(() => runner);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      const end = () => runner.stop().catch(() => undefined); // it may have ended by itself
      await end();
      await ended;
      await end(); // one that began meanwhile
      await pool.end();
    },
  };
}
