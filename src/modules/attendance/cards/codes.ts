const prefix = "PWR";
const form = /^PWR[0-9A-F]{32}$/;

/** The code as it stands in the QR: letters and digits that its dense alphabet has. */
export function cardCodeOf(hex: string): string {
  return `${prefix}${hex.toUpperCase()}`;
}

/** What a camera or a hand scanner read, as a card's code; null for anything else. */
export function cardCodeFrom(read: string): string | null {
  const code = read.replace(/\s/g, "").toUpperCase();
  return form.test(code) ? code : null;
}

/** How a register knows a card without knowing its code: SHA-256, base64url. */
export async function cardFingerprint(code: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

export const REVOCATION_REASONS = ["LOST", "REPLACED", "ENDED"] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];
