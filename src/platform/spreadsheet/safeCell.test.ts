import fc from "fast-check";
import { expect, test } from "vitest";
import { plainCell, safeCell } from "./safeCell.ts";

test.each([
  "=1+1",
  "+48 600 000 000",
  "-5",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "  =1",
  "\u00a0=1",
  "\uFEFF=1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.org","x")',
])("%j gets an apostrophe", (text) => {
  expect(safeCell(text)).toBe(`'${text}`);
});

test.each(["", "Anna", "a=b", "1+1", "5-10", "anna@example.org", "'cytat'", "–", "Żółć"])(
  "%j stays as it is",
  (text) => {
    expect(safeCell(text)).toBe(text);
  },
);

test("what was written is read back the same", () => {
  const letters = fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", " ", "＝", "a", "ż", "1");
  fc.assert(fc.property(fc.string({ unit: letters }), (text) => plainCell(safeCell(text)) === text));
});
