import { foldName } from "../foldName.ts";
import { type Bytes, base64url, joined, utf8 } from "./bytes.ts";

/** How a phrase becomes 32 bytes: Argon2id, one lane. Kept with each user, so that new figures do not lock old stores. */
export type PhraseCost = { salt: Bytes; memoryKib: number; passes: number };

/** One guess costs 64 MiB and three passes. Measured: docs/benchmarks.md. */
export const phraseCost = { memoryKib: 65_536, passes: 3 };

/** The words as they are compared: without diacritics and capitals, one space between. */
export async function secretOfPhrase(phrase: string, { salt, memoryKib, passes }: PhraseCost): Promise<Bytes> {
  const { argon2id } = await import("hash-wasm");
  const secret = await argon2id({
    password: foldName(phrase),
    salt,
    parallelism: 1,
    iterations: passes,
    memorySize: memoryKib,
    hashLength: 32,
    outputType: "binary",
  });
  return new Uint8Array(secret);
}

/** For comparing alone: of a PIN it lies inside the sealed store, whose key is not made of the PIN. */
export async function keyedMark(text: string, key: Bytes): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", joined(key, utf8(text)))));
}
