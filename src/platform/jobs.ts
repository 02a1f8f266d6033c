import { Logger, parseCrontab, run, runMigrations, type TaskList } from "graphile-worker";
import pg from "pg";
import { bearLoss } from "./db.ts";

/** The queue belongs to the owner's role: its tables are closed to the application, which adds by `add_job` only. */
function asOwner(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.searchParams.set("options", "-c role=powrot_owner");
  return url.href;
}

const silent = new Logger(() => () => undefined); // messages of jobs may quote addresses

/** Brings the queue's own tables up to date. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: asOwner(ownerUrl), logger: silent });
}

/**
 * Works through jobs until stopped; several processes may do so at once. Failures are tried again with growing pauses.
 * @param crontab lines of graphile-worker, times in UTC
 */
export async function startJobs(
  ownerUrl: string,
  taskList: TaskList,
  crontab: string,
): Promise<{ stop(): Promise<void> }> {
  const pool = bearLoss(new pg.Pool({ connectionString: asOwner(ownerUrl), max: 4 }));
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCrontab(crontab),
    concurrency: 2,
    noHandleSignals: true,
    logger: silent,
  });
  return {
    stop: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}
