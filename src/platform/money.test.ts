import { expect, test } from "vitest";
import { divideHalfUp, formatGrosze, groszeToDecimal, parseGrosze, percentOf } from "./money.ts";

test.each([
  ["123.45", 12345],
  ["123,45", 12345],
  ["1 234,5", 123450],
  ["1\u00a0234,50", 123450],
  ["7", 700],
  ["-0.01", -1],
  ["0.07", 7],
  ["1.234", undefined],
  ["1,2,3", undefined],
  ["", undefined],
  ["12 zł", undefined],
])("%s is read as %s grosze", (text, expected) => {
  expect(parseGrosze(text)).toBe(expected);
});

test.each([
  [214068, "2140.68"],
  [5, "0.05"],
  [-105, "-1.05"],
  [0, "0.00"],
])("%i grosze are written %s", (grosze, text) => {
  expect(groszeToDecimal(grosze)).toBe(text);
});

test("Polish readers see a comma and the currency", () => {
  expect(formatGrosze(214068)).toBe("2140,68\u00a0zł");
  expect(formatGrosze(1234567890)).toBe("12\u00a0345\u00a0678,90\u00a0zł");
});

test.each([
  [187309_5n, 10n, 187310n],
  [187309_4n, 10n, 187309n],
  [-5n, 10n, -1n],
  [0n, 3n, 0n],
])("%s / %s rounds half up to %s", (numerator, denominator, expected) => {
  expect(divideHalfUp(numerator, denominator)).toBe(expected);
});

test("a denominator that is not positive is refused", () => {
  expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError);
});

test.each([
  [360, 420, 85.7],
  [28, 36, 77.8],
  [8, 12, 66.7],
  [18, 18, 100],
  [0, 0, null],
])("%i of %i is %s per cent", (part, whole, expected) => {
  expect(percentOf(part, whole)).toBe(expected);
});
