/** Stands for a letter that the document's font cannot draw. */
export const missingLetter = "\u25A1";

/** Direction marks and overrides: they would print a name in another order than it is stored. */
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\uFEFF]/g;

/**
 * `value` with every text in it fit for print: line ends as LF, no control or direction characters (the order on paper
 * is the stored order), a letter without glyph as {@link missingLetter}. Everything else stays as typed. Keys stay.
 */
export function printable(value: unknown, covered: ReadonlySet<number>): unknown {
  if (typeof value === "string") return printableText(value, covered);
  if (Array.isArray(value)) return value.map((item) => printable(item, covered));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printable(item, covered)]));
}

export function printableText(text: string, covered: ReadonlySet<number>): string {
  const plain = text.toWellFormed().replace(/\r\n?/g, "\n").replace(directionMarks, "").replace(controls, "");
  let printed = "";
  for (const letter of plain) {
    const code = letter.codePointAt(0) ?? 0;
    printed += covered.has(code) || letter === "\n" || letter === "\t" ? letter : missingLetter;
  }
  return printed;
}
