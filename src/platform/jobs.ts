import { Logger, parseCrontab, run, runMigrations, type TaskList } from "graphile-worker";
import pg from "pg";
import { bearLoss } from "./db.ts";
import { keepRunning } from "./keepRunning.ts";

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
 * Works through jobs until stopped, also after the database was away; several processes may do so at once. Failures of a job are
 * tried again with growing pauses; a worker that ends for another reason than the database ends the process.
 * @param crontab lines of graphile-worker, times in UTC
 */
export async function startJobs(
  ownerUrl: string,
  taskList: TaskList,
  crontab: string,
): Promise<{ stop(): Promise<void> }> {
  const pool = bearLoss(new pg.Pool({ connectionString: asOwner(ownerUrl), max: 4 }));
  const begin = async () => {
    const runner = await run({
      pgPool: pool,
      taskList,
      parsedCronItems: parseCrontab(crontab),
      concurrency: 2,
      noHandleSignals: true,
      logger: silent,
    });
    // its own promise does not tell why it gave up
    let fault: unknown;
    runner.events.on("worker:fatalError", ({ error }) => (fault = error));
    runner.events.on("worker:getJob:error", ({ error }) => (fault = error));
    runner.events.on("worker:getJob:empty", () => (fault = undefined));
    const ended = runner.promise.then(() => {
      if (fault) throw fault;
    });
    ended.catch(() => undefined); // it is looked at in its turn
    return { stop: () => runner.stop(), ended };
  };
  let runner = await begin();
  const stopping = new AbortController();
  const ended = keepRunning(
    () => runner.ended,
    async () => {
      runner = await begin();
    },
    stopping.signal,
  );
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
