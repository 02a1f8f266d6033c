import { ThreadLost, threadQueue } from "../threadQueue.ts";

/** Of which kinds a file may be: what is told to the one who sends it. */
export const tableLimits = {
  fileBytes: 10 * 1024 * 1024,
  unpackedBytes: 120 * 1024 * 1024,
  /** Unpacked against packed, of files that come to more than a megabyte. */
  ratio: 150,
  entries: 1_000,
  sheets: 20,
  rows: 20_000,
  columns: 200,
  cellCharacters: 4_000,
} as const;

export type TableEncoding = "utf-8" | "utf-16le" | "windows-1250" | "iso-8859-2";
export type TableSeparator = ";" | "," | "\t" | "|";

/**
 * Every cell is a text as a person would read it: days `YYYY-MM-DD`, numbers without grouping, yes/no as TRUE/FALSE, formulas as the value the file
 * holds (never computed). Rows are as long as their last filled cell; empty rows are kept, so that row numbers are the file's.
 */
export type ReadSheet = { name: string; rows: string[][] };
export type ReadTable = {
  kind: "xlsx" | "csv";
  /** Null for XLSX. */
  encoding: TableEncoding | null;
  separator: TableSeparator | null;
  sheets: ReadSheet[];
};

export const tableRefusals = [
  "table.too_large",
  "table.too_many_rows",
  "table.too_many_columns",
  "table.cell_too_long",
  "table.suspicious",
  "table.broken",
  "table.old_format",
  "table.unknown_format",
  "table.empty",
  "table.took_too_long",
] as const;
export type TableRefusal = (typeof tableRefusals)[number];

/** `row` counts from 1, as spreadsheets show it. */
export class UnreadableTable extends Error {
  readonly refusal: TableRefusal;
  readonly row: number | undefined;

  constructor(refusal: TableRefusal, row?: number) {
    super(refusal);
    this.refusal = refusal;
    this.row = row;
  }
}

export type TableAnswer = { table: ReadTable } | { refusal: TableRefusal; row?: number };

const inThread = threadQueue<Uint8Array, TableAnswer>(new URL("./readTableWorker.ts", import.meta.url), {
  timeoutMs: 20_000,
  resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
});

/**
 * Reads an XLSX or CSV file as an office sends it, in a thread of its own that ends with it: a hostile file costs at most 20 seconds and the
 * thread's memory, and what it unpacks to is counted while it unpacks. Files are read one after another.
 * @throws UnreadableTable
 */
export async function readTable(bytes: Uint8Array): Promise<ReadTable> {
  if (bytes.length > tableLimits.fileBytes) throw new UnreadableTable("table.too_large");
  const answer = await inThread(bytes).catch((error: unknown) => {
    if (!(error instanceof ThreadLost)) throw error;
    throw new UnreadableTable(error.reason === "too_long" ? "table.took_too_long" : "table.suspicious"); // ended: out of its memory
  });
  if ("refusal" in answer) throw new UnreadableTable(answer.refusal, answer.row);
  return answer.table;
}
