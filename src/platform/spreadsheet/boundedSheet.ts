import { type ReadSheet, tableLimits, UnreadableTable } from "./readTable.ts";

/**
 * The sheet without empty cells at the end of its rows and empty rows at its end, NFC, without invisible characters around a text.
 * @throws UnreadableTable when it is larger than a list of people is
 */
export function boundedSheet(name: string, cells: readonly (readonly string[])[]): ReadSheet {
  const rows = cells.map((row, at) => {
    const texts = row.map((cell) => cell.normalize("NFC").replaceAll(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, ""));
    const length = texts.findLastIndex((text) => text !== "") + 1;
    if (length > tableLimits.columns) throw new UnreadableTable("table.too_many_columns", at + 1);
    if (texts.some((text) => text.length > tableLimits.cellCharacters))
      throw new UnreadableTable("table.cell_too_long", at + 1);
    return texts.slice(0, length);
  });
  const length = rows.findLastIndex((row) => row.length > 0) + 1;
  if (length > tableLimits.rows) throw new UnreadableTable("table.too_many_rows");
  return { name, rows: rows.slice(0, length) };
}
