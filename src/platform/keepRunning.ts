import { setTimeout } from "node:timers/promises";
import { isDatabaseLoss } from "./databaseLoss.ts";

/** How long the work rests after it ended, and how long it must have gone on for its next end to be news. */
const times = { restMs: 1_000, steadyMs: 60_000 };

/**
 * Begins work again whenever it ends because the database was away, until `stopping`. Each loss is said once, by its code alone.
 * @param running settles when the work that goes on now has ended; without an error: nobody said why
 * @throws an error that is no loss of the database
 */
export async function keepRunning(
  running: () => Promise<void>,
  begin: () => Promise<void>,
  stopping: AbortSignal,
  say: (line: string) => void = console.error,
  { restMs, steadyMs } = times,
): Promise<void> {
  let said: string | undefined;
  const bear = (error: unknown) => {
    if (stopping.aborted) return true;
    if (!isDatabaseLoss(error)) throw error;
    tell(`jobs: the database is away (${error.code ?? "connection ended"})`);
    return false;
  };
  const tell = (line: string) => {
    if (line !== said && !stopping.aborted) say(line);
    said = line;
  };
  while (!stopping.aborted) {
    const began = performance.now();
    const failed = await running().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    if (performance.now() - began > steadyMs) said = undefined;
    if (failed) bear(failed.error);
    else tell("jobs: the worker ended and begins again");
    for (let goesOn = false; !goesOn && !stopping.aborted; ) {
      await setTimeout(restMs, undefined, { signal: stopping }).catch(() => undefined);
      if (!stopping.aborted) goesOn = await begin().then(() => true, bear);
    }
  }
}
