export type NipReason = "nip.characters" | "nip.length" | "nip.zeros" | "nip.checksum";
export type NipCheck = { valid: true; normalised: string } | { valid: false; reason: NipReason };

const WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7];

/**
 * Checks a tax number; white space, dashes and the prefix "PL" are ignored.
 * Source: docs/domain/rules.md R-ID-06.
 */
export function checkNip(value: string): NipCheck {
  const normalised = value.replace(/[\s-]/g, "").replace(/^PL/i, "");
  if (!/^\d*$/.test(normalised)) return { valid: false, reason: "nip.characters" };
  if (normalised.length !== 10) return { valid: false, reason: "nip.length" };
  if (/^0+$/.test(normalised)) return { valid: false, reason: "nip.zeros" };
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(normalised[index]), 0);
  // a remainder of 10 has no digit, so such a number is never issued
  if (sum % 11 !== Number(normalised[9])) return { valid: false, reason: "nip.checksum" };
  return { valid: true, normalised };
}
