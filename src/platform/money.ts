/**
 * Money is whole grosze in a safe integer (`amountGrosze`), text with two decimals only at the edges. Sums of the product
 * stay far below 2^53 grosze; a computation with fractions goes through `divideHalfUp`.
 */

/** Reads "123.45", "123,45", "1 234,5", "-7" as grosze, or undefined when the text is not such an amount. */
export function parseGrosze(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(",", ".");
  const found = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!found) return undefined;
  const grosze = Number(found[2]) * 100 + Number((found[3] ?? "").padEnd(2, "0"));
  return found[1] && grosze !== 0 ? -grosze : grosze;
}

/** "1234.50": the form for files and for the wire. */
export function groszeToDecimal(amountGrosze: number): `${number}` {
  const whole = Math.trunc(Math.abs(amountGrosze) / 100);
  const rest = String(Math.abs(amountGrosze) % 100).padStart(2, "0");
  return `${amountGrosze < 0 ? "-" : ""}${whole}.${rest}` as `${number}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** The amount as people of the locale write it: 2140,68 zł. */
export function formatGrosze(amountGrosze: number, locale = "pl-PL"): string {
  const known = formats.get(locale) ?? new Intl.NumberFormat(locale, { style: "currency", currency: "PLN" });
  formats.set(locale, known);
  return known.format(groszeToDecimal(amountGrosze));
}

/**
 * `numerator / denominator` rounded to a whole number, halves away from zero, without passing through binary fractions.
 * @throws RangeError when the denominator is not positive
 */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError("denominator must be positive");
  const absolute = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * absolute + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** A percentage with one decimal, halves up: 28 of 36 = 77.8; null when there is nothing to divide by. */
export function percentOf(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  return Math.floor((2000 * part + whole) / (2 * whole)) / 10;
}
