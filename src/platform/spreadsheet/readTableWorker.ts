// Runs in a worker thread: what is read here comes from outside.
import { parentPort, workerData } from "node:worker_threads";
import { readCsv } from "./readCsv.ts";
import { type TableAnswer, UnreadableTable } from "./readTable.ts";
import { readXlsx } from "./readXlsx.ts";

const bytes = Buffer.from(workerData);
parentPort?.postMessage(await answer());

async function answer(): Promise<TableAnswer> {
  try {
    const starts = bytes.subarray(0, 4).toString("latin1");
    if (starts === "PK\u0003\u0004") return { table: await readXlsx(bytes) };
    // The container of .xls, and of an XLSX with a password.
    if (starts === "\u00d0\u00cf\u0011\u00e0") return { refusal: "table.old_format" };
    return { table: readCsv(bytes) };
  } catch (error) {
    if (!(error instanceof UnreadableTable)) return { refusal: "table.broken" };
    return error.row === undefined ? { refusal: error.refusal } : { refusal: error.refusal, row: error.row };
  }
}
