// Runs in a worker thread: what is read here comes from outside.
import { parentPort, workerData } from "node:worker_threads";
import { checkFile } from "./checkFile.ts";

parentPort?.postMessage(await checkFile(workerData));
