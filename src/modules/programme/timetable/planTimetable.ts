import { threadQueue } from "../../../platform/threadQueue.ts";
import type { TimetableProblem } from "./problem.ts";
import type { Shortage } from "./shortage.ts";
import type { Timetable } from "./solve.ts";

/** A timetable, and for what found no place, why. */
export type PlannedTimetable = Timetable & { shortages: Shortage[] };

/**
 * Plans in a thread of its own, so that nobody waits for a request meanwhile; one plan after another. The search ends by its steps; the time is a guard
 * against what would never end, long enough for the busiest machine.
 * @throws ThreadLost when it takes longer than a quarter of an hour
 */
export const planTimetable = threadQueue<TimetableProblem, PlannedTimetable>(
  new URL("./timetableWorker.ts", import.meta.url),
  { timeoutMs: 15 * 60_000 },
);
