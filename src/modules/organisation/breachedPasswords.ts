import { readFileSync } from "node:fs";
import { z } from "zod";
import { foldPassword, type PasswordRefusal, refusePassword } from "./rules.ts";

/** Shorter ones cannot be chosen anyway. */
const shortest = 8;

let known: ReadonlySet<string> | undefined;

/** The bundled list of passwords from breaches, lower case; read when the first password is chosen, about 18,000 of them. */
function knownPasswords(): ReadonlySet<string> {
  if (known) return known;
  const file = new URL(import.meta.resolve("@zxcvbn-ts/language-common/src/passwords.json"));
  const all = z.array(z.string()).parse(JSON.parse(readFileSync(file, "utf8")));
  known = new Set(all.filter((one) => one.length >= shortest).map((one) => one.toLowerCase()));
  return known;
}

/** Whether this password, plain or under the usual decoration (`Superman2024!`), is one of those that leaked and are tried first. */
export function isBreached(password: string): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  const bare = plain.replace(/[^\p{L}]+$/u, "");
  return [plain, bare, foldPassword(password)].some((one) => one.length >= shortest && knownPasswords().has(one));
}

/** Why this cannot be the new password of an account, or null: as `refusePassword`, and not one that leaked. Source: docs/threat-model.md C55 */
export function refuseNewPassword(
  password: string,
  account: { login: string; secondFactor: boolean },
): PasswordRefusal | null {
  return refusePassword(password, account) ?? (isBreached(password) ? "password.breached" : null);
}
