import { Readable } from "node:stream";
import { safeCell } from "./safeCell.ts";
import { type CellValue, type Column, dayText, numberText, type Sheet } from "./sheet.ts";

/**
 * A stream of CSV as Polish spreadsheets open it: UTF-8 with byte order mark, `;`, CRLF, decimal comma, days as `YYYY-MM-DD`.
 * Texts that look like a formula get a leading apostrophe (`safeCell`). A percentage is written as its fraction.
 */
export function writeCsv({ columns, rows }: Pick<Sheet, "columns" | "rows">): Readable {
  return Readable.from(lines(columns, rows), { objectMode: false });
}

async function* lines(columns: readonly Column[], rows: Sheet["rows"]): AsyncGenerator<string> {
  yield `\uFEFF${columns.map((column) => quote(safeCell(column.title))).join(";")}\r\n`;
  let block = "";
  for await (const row of rows) {
    block += `${columns.map((column, i) => cell(row[i], column)).join(";")}\r\n`;
    if (block.length < 65_536) continue;
    yield block;
    block = "";
  }
  if (block) yield block;
}

function cell(value: CellValue, { type }: Column): string {
  if (type === "text") return value === null || value === undefined ? "" : quote(safeCell(String(value)));
  if (type === "date") return dayText(value) ?? "";
  const text = numberText(value, type) ?? "";
  return (type === "money" && text && typeof value === "number" ? value.toFixed(2) : text).replace(".", ",");
}

function quote(text: string): string {
  return /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
