import { DOMParser } from "@xmldom/xmldom";
import { type CellValue, HucreError, streamXlsxRows } from "hucre";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { boundedSheet } from "./boundedSheet.ts";
import { type ReadSheet, type ReadTable, tableLimits, UnreadableTable } from "./readTable.ts";
import { plainCell } from "./safeCell.ts";

/**
 * Reads the visible sheets of a workbook. What it unpacks to is counted first, entry by entry as it unpacks, so a bomb is refused before its rows are
 * read; formulas, macros and links are not looked at.
 * @throws UnreadableTable
 */
export async function readXlsx(bytes: Buffer): Promise<ReadTable> {
  const names = sheetNames(await workbookWithin(bytes));
  if (names.length === 0) throw new UnreadableTable("table.unknown_format");
  const sheets: ReadSheet[] = [];
  for (const { name, index } of names) sheets.push(boundedSheet(name, await rowsOf(bytes, index)));
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw new UnreadableTable("table.empty");
  return { kind: "xlsx", encoding: null, separator: null, sheets: filled };
}

/** The text of the workbook part, after the whole container has kept to the limits. */
async function workbookWithin(bytes: Buffer): Promise<string> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true });
  let entries = 0;
  let unpacked = 0;
  let workbook = "";
  for await (const entry of zip.eachEntry()) {
    entries += 1;
    if (entries > tableLimits.entries) throw new UnreadableTable("table.suspicious");
    if (entry.isEncrypted()) throw new UnreadableTable("table.old_format");
    if (entry.fileName.endsWith("/")) continue;
    const isWorkbook = entry.fileName === "xl/workbook.xml";
    const parts = await unpack(zip, entry, (length) => {
      unpacked += length;
      const isFlat = unpacked <= 1024 * 1024 || unpacked <= bytes.length * tableLimits.ratio;
      return unpacked <= tableLimits.unpackedBytes && isFlat;
    });
    if (isWorkbook) workbook = Buffer.concat(parts).toString("utf8");
    // The reader of rows would take the first half of a sheet for the whole one.
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(entry.fileName) && !/<\/[\w:]*worksheet>\s*$/.test(last(parts)))
      throw new UnreadableTable("table.broken");
  }
  if (!workbook) throw new UnreadableTable("table.unknown_format");
  return workbook;
}

const last = (parts: readonly Buffer[]) => Buffer.concat(parts.slice(-2)).subarray(-200).toString("latin1");

/** Unpacks one entry; of more than a megabyte only the first part and the last ones are kept. */
async function unpack(zip: ZipFile, entry: Entry, isWithin: (length: number) => boolean): Promise<Buffer[]> {
  const kept: Buffer[] = [];
  let length = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const part of stream) {
    if (!Buffer.isBuffer(part)) continue;
    length += part.length;
    if (!isWithin(part.length)) {
      stream.destroy();
      throw new UnreadableTable("table.suspicious");
    }
    if (length > 1024 * 1024) kept.splice(1, Math.max(0, kept.length - 2));
    kept.push(part);
  }
  return kept;
}

function sheetNames(workbook: string): { name: string; index: number }[] {
  if (workbook.includes("<!DOCTYPE")) throw new UnreadableTable("table.suspicious");
  const quiet = () => undefined;
  const parser = new DOMParser({ errorHandler: { warning: quiet, error: quiet, fatalError: quiet } });
  const found = parser.parseFromString(workbook, "text/xml").getElementsByTagNameNS("*", "sheet");
  const all = Array.from(found).map((sheet, index) => ({
    name: sheet.getAttribute("name") ?? "",
    index,
    isHidden: /hidden/i.test(sheet.getAttribute("state") ?? ""),
  }));
  if (all.length > tableLimits.sheets) throw new UnreadableTable("table.suspicious");
  return all.filter(({ isHidden }) => !isHidden);
}

async function rowsOf(bytes: Buffer, sheet: number): Promise<string[][]> {
  const rows: string[][] = [];
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      if (index >= tableLimits.rows) throw new UnreadableTable("table.too_many_rows");
      if (values.length > 16 * tableLimits.columns) throw new UnreadableTable("table.too_many_columns", index + 1);
      while (rows.length < index) rows.push([]);
      rows.push(values.map(textOf));
    }
  } catch (error) {
    if (error instanceof HucreError) throw new UnreadableTable("table.broken");
    throw error;
  }
  return rows;
}

function textOf(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof Date)
    return Number.isNaN(value.valueOf()) ? "" : value.toISOString().replace(/T00:00:00.*$/, "");
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(value) : plainCell(value);
}
