/** What a cell may hold. Days are `YYYY-MM-DD`; empty cells are null or undefined. */
export type CellValue = string | number | bigint | null | undefined;

/**
 * - `text`: always a text, whatever it looks like
 * - `int`, `decimal`: number; a decimal may come as exact text "12.50"
 * - `money`: PLN, as number or exact text "1234.50"; two places shown
 * - `date`: `YYYY-MM-DD`
 * - `percent`: a fraction, 0.25 is shown as 25,0%
 */
export type ColumnType = "text" | "int" | "decimal" | "money" | "date" | "percent";

export type Column = {
  title: string;
  type: ColumnType;
  /** In characters; a sensible width by type when left out. */
  width?: number;
};

export type Sheet = {
  name: string;
  columns: readonly Column[];
  /** One array a row, in the order of `columns`; may be produced while it is written. */
  rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>;
};

/**
 * The exact decimal text of a numeric cell, or null when empty.
 * @throws Error when the value is no number: a wrong figure must not leave the house as text
 */
export function numberText(value: CellValue, type: ColumnType): string | null {
  if (value === null || value === undefined || value === "") return null;
  const text = String(value);
  const fits = type === "int" ? /^-?\d+$/ : /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
  if (!fits.test(text)) throw new Error(`A cell of type ${type} holds no number`);
  return text;
}

/**
 * The day, or null when empty.
 * @throws Error when the value is no day
 */
export function dayText(value: CellValue): string | null {
  if (value === null || value === undefined || value === "") return null;
  const text = String(value);
  const instant = Date.parse(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(text))
    throw new Error("A cell of type date holds no day");
  return text;
}
