import { threadQueue } from "../../../platform/threadQueue.ts";
import type { TimetableProblem } from "./problem.ts";
import type { Shortage } from "./shortage.ts";
import type { Timetable } from "./solve.ts";

/** A timetable, and for what found no place, why. */
export type PlannedTimetable = Timetable & { shortages: Shortage[] };

/**
 * Plans in a thread of its own, so that nobody waits for a request meanwhile; one plan after another.
 * @throws ThreadLost when it takes longer than two minutes
 */
export const planTimetable = threadQueue<TimetableProblem, PlannedTimetable>(
  new URL("./timetableWorker.ts", import.meta.url),
  { timeoutMs: 120_000 },
);
