import { Worker } from "node:worker_threads";
import type { TimetableProblem } from "./problem.ts";
import type { Shortage } from "./shortage.ts";
import type { Timetable } from "./solve.ts";

/** A timetable, and for what found no place, why. */
export type PlannedTimetable = Timetable & { shortages: Shortage[] };

const longestMs = 60_000;

let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * Plans in a thread of its own, so that nobody waits for a request meanwhile; one plan after another.
 * @throws Error when the thread ends without an answer or takes longer than a minute
 */
export function planTimetable(problem: TimetableProblem): Promise<PlannedTimetable> {
  const turn = lastTurn.then(() => run(problem));
  lastTurn = turn.catch(() => undefined);
  return turn;
}

function run(problem: TimetableProblem): Promise<PlannedTimetable> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./timetableWorker.ts", import.meta.url), { env: {}, workerData: problem });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const timer = setTimeout(() => end(() => reject(new Error("the timetable took too long"))), longestMs);
    worker.on("message", (answer: PlannedTimetable) => end(() => resolve(answer)));
    worker.on("error", (error) => end(() => reject(error)));
    worker.on("exit", (code) => end(() => reject(new Error(`the timetable's thread ended with ${code}`))));
  });
}
