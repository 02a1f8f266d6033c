/** A text that a spreadsheet would read as a formula: `= + - @ TAB CR LF` or a full-width form first, spaces before it or not. */
const formulaLike = /^[\s\uFEFF\u200B]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const escaped = /^'+(?=[\s\uFEFF\u200B]*[=+\-@＝＋－＠]|[\t\r\n])/;

/**
 * `text` as it may stand in a CSV cell: with a leading apostrophe where a spreadsheet would calculate it.
 * Only texts go through here; numbers and days that the product computed are written as they are.
 */
export function safeCell(text: string): string {
  return formulaLike.test(text) || escaped.test(text) ? `'${text}` : text;
}

/** The text that `safeCell` was given; for import. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && (formulaLike.test(cell.slice(1)) || escaped.test(cell.slice(1)))
    ? cell.slice(1)
    : cell;
}
