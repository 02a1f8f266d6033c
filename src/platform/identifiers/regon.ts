export type RegonReason = "regon.characters" | "regon.length" | "regon.zeros" | "regon.checksum";
export type RegonCheck = { valid: true; normalised: string } | { valid: false; reason: RegonReason };

const WEIGHTS_9 = [8, 9, 2, 3, 4, 5, 6, 7];
const WEIGHTS_14 = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];

function passes(digits: string, weights: readonly number[]): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (sum % 11) % 10 === Number(digits[weights.length]);
}

/**
 * Checks a statistical number of 9 digits, or of 14 for a local unit (whose first 9 must pass alone); white space and
 * dashes are ignored. Source: docs/domain/rules.md R-ID-06; the weights of 14 digits: the register's own description.
 */
export function checkRegon(value: string): RegonCheck {
  const normalised = value.replace(/[\s-]/g, "");
  if (!/^\d*$/.test(normalised)) return { valid: false, reason: "regon.characters" };
  if (normalised.length !== 9 && normalised.length !== 14) return { valid: false, reason: "regon.length" };
  if (/^0+$/.test(normalised)) return { valid: false, reason: "regon.zeros" };
  const good = passes(normalised, WEIGHTS_9) && (normalised.length === 9 || passes(normalised, WEIGHTS_14));
  return good ? { valid: true, normalised } : { valid: false, reason: "regon.checksum" };
}
