export type IdCardReason = "id_card.format" | "id_card.checksum";
export type IdCardCheck = { valid: true; normalised: string } | { valid: false; reason: IdCardReason };

const WEIGHTS = [7, 3, 1, 9, 7, 3, 1, 7, 3];

/**
 * Checks a Polish identity card number: three letters and six digits; white space and case are ignored. An old card or a
 * foreign document fails and deserves a warning only. Source: docs/domain/rules.md R-ID-06.
 */
export function checkIdCard(value: string): IdCardCheck {
  const normalised = value.replace(/\s/g, "").toUpperCase();
  if (!/^[A-Z]{3}\d{6}$/.test(normalised)) return { valid: false, reason: "id_card.format" };
  // base 36 reads A as 10 … Z as 35
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(normalised.charAt(index), 36),
    0,
  );
  return sum % 10 === 0 ? { valid: true, normalised } : { valid: false, reason: "id_card.checksum" };
}
