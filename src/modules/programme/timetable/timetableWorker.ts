import { parentPort, workerData } from "node:worker_threads";
import { shortagesOf } from "./shortage.ts";
import { solveTimetable } from "./solve.ts";

const timetable = await solveTimetable(workerData);
parentPort?.postMessage({ ...timetable, shortages: shortagesOf(workerData, timetable) });
