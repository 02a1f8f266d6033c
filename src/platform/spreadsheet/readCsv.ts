import { CsvError, parse } from "csv-parse/sync";
import { boundedSheet } from "./boundedSheet.ts";
import { type ReadTable, type TableEncoding, type TableSeparator, UnreadableTable } from "./readTable.ts";
import { plainCell } from "./safeCell.ts";

const separators: readonly TableSeparator[] = [";", "\t", ",", "|"];

/**
 * Reads a table of text: whatever of UTF-8, UTF-16, Windows-1250 and ISO 8859-2 it is written in, whatever it is separated by.
 * @throws UnreadableTable
 */
export function readCsv(bytes: Buffer): ReadTable {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.trim() === "") throw new UnreadableTable("table.empty");
  if (text.includes("\0")) throw new UnreadableTable("table.unknown_format");
  const separator = separatorOf(text);
  try {
    const rows: string[][] = parse(text, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      bom: true,
    });
    return {
      kind: "csv",
      encoding,
      separator,
      sheets: [
        boundedSheet(
          "",
          rows.map((row) => row.map(plainCell)),
        ),
      ],
    };
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableTable("table.broken", Number(error.lines) || undefined);
    throw error;
  }
}

/**
 * UTF-8 where all of it is; else one of the two old Polish ones, told apart by the letters that lie at other places in them:
 * ą ś ź Ą Ś Ź are 0xB9 0x9C 0x9F 0xA5 0x8C 0x8F in Windows-1250 and 0xB1 0xB6 0xBC 0xA1 0xA6 0xAC in ISO 8859-2.
 */
function encodingOf(bytes: Buffer): TableEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    let windows = 0;
    let iso = 0;
    for (const byte of bytes) {
      if ([0xb9, 0x9c, 0x9f, 0xa5, 0x8c, 0x8f].includes(byte)) windows += 1;
      if ([0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac].includes(byte)) iso += 1;
    }
    return iso > windows ? "iso-8859-2" : "windows-1250";
  }
}

/** The one that cuts most of the first lines into the same number of cells; `;` where none does, as Polish offices write it. */
function separatorOf(text: string): TableSeparator {
  const lines = text.split(/\r\n|\r|\n/, 30).map((line) => line.replaceAll(/"[^"]*"/g, ""));
  const counted = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return { separator, score: counts.filter((count) => count === usual).length * usual };
  });
  return counted.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}
