export type NrbReason = "nrb.characters" | "nrb.length" | "nrb.checksum";
export type NrbCheck = { valid: true; normalised: string } | { valid: false; reason: NrbReason };

/**
 * Checks a Polish bank account number of 26 digits; white space, dashes and the prefix "PL" are ignored.
 * Source: docs/domain/rules.md R-ID-06.
 */
export function checkNrb(value: string): NrbCheck {
  const normalised = value.replace(/[\s-]/g, "").replace(/^PL/i, "");
  if (!/^\d*$/.test(normalised)) return { valid: false, reason: "nrb.characters" };
  if (normalised.length !== 26) return { valid: false, reason: "nrb.length" };
  const moved = `${normalised.slice(2)}2521${normalised.slice(0, 2)}`;
  let remainder = 0;
  for (const digit of moved) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder === 1 ? { valid: true, normalised } : { valid: false, reason: "nrb.checksum" };
}
