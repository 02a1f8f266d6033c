import { createHash } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The demo's second-factor secret of one login; the same on every machine, so worth nothing outside the demo. */
export function totpOf(login: string): string {
  const bytes = createHash("sha256").update(`powrot demo totp|${login}`).digest().subarray(0, 20);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join("");
}
