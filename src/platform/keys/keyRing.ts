import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { join } from "node:path";
import { readMasterKey } from "./masterKey.ts";

/**
 * The keys of all organisations. Every organisation and purpose has a key of its own, derived from one master file that
 * lies outside the database and outside backups; a database dump alone opens nothing.
 */
export type KeyRing = {
  /** First 16 hex digits of a hash of the master; to notice that data and keys do not belong together. */
  readonly fingerprint: string;
  /**
   * `bytes` sealed with AES-256-GCM: format byte 1, 12 bytes of IV, ciphertext, 16 bytes of tag. `recordId` is not secret
   * but bound to the text: it opens only under the same organisation, purpose and record. One author's sealed notes are a
   * purpose of their own (`counselling.note/<author>`).
   */
  encryptFor(organisationId: string, purpose: string, bytes: Uint8Array, recordId: string): Uint8Array;
  /** @throws SealBroken when anything was altered, or organisation, purpose or record differ */
  decryptFor(organisationId: string, purpose: string, sealed: Uint8Array, recordId: string): Uint8Array;
  /** Hex HMAC-SHA-256 of `text` (normalise it before): for search terms and blind indexes; differs between organisations. */
  keyedHash(organisationId: string, purpose: string, text: string): string;
};

export class SealBroken extends Error {
  override name = "SealBroken";
}

const format = 1;
const ivLength = 12;
const tagLength = 16;

/** Where the keys lie: `POWROT_KEYS`, else `keys` in the data folder (which a backup has to leave out). */
export function keyFolder(env: Record<string, string | undefined>, dataDir: string): string {
  return env.POWROT_KEYS || join(dataDir, "keys");
}

/**
 * Opens the key ring in `folder`. With `create`, a missing master is made (once, also with several processes at a time);
 * without it a missing master is an error, because new keys would make everything sealed before unreadable for good.
 * @throws Error when the master is missing, misshapen, or readable by group or others
 */
export function openKeyRing(folder: string, { create = false } = {}): KeyRing {
  return keyRingOf(readMasterKey(folder, create));
}

/** A key ring in memory, for tests. */
export function keyRingOf(master: Uint8Array): KeyRing {
  const derived = new Map<string, Buffer>();
  function key(use: "seal" | "hash", organisationId: string, purpose: string): Buffer {
    const name = JSON.stringify(["powrot", use, organisationId, purpose]);
    const known = derived.get(name);
    if (known) return known;
    const fresh = Buffer.from(hkdfSync("sha256", master, "", name, 32));
    if (derived.size > 10_000) derived.clear();
    derived.set(name, fresh);
    return fresh;
  }
  const bound = (...parts: string[]) => Buffer.from(JSON.stringify(parts));

  return {
    fingerprint: Buffer.from(hkdfSync("sha256", master, "", "powrot fingerprint", 8)).toString("hex"),
    encryptFor(organisationId, purpose, bytes, recordId) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv("aes-256-gcm", key("seal", organisationId, purpose), iv);
      cipher.setAAD(bound(organisationId, purpose, recordId));
      return Buffer.concat([Uint8Array.of(format), iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    decryptFor(organisationId, purpose, sealed, recordId) {
      if (sealed[0] !== format || sealed.length < 1 + ivLength + tagLength) throw new SealBroken("Not a sealed text");
      const iv = sealed.subarray(1, 1 + ivLength);
      const opened = createDecipheriv("aes-256-gcm", key("seal", organisationId, purpose), iv, {
        authTagLength: tagLength,
      });
      opened.setAAD(bound(organisationId, purpose, recordId));
      opened.setAuthTag(sealed.subarray(sealed.length - tagLength));
      try {
        return Buffer.concat([opened.update(sealed.subarray(1 + ivLength, sealed.length - tagLength)), opened.final()]);
      } catch {
        throw new SealBroken("The sealed text was altered or belongs elsewhere");
      }
    },
    keyedHash(organisationId, purpose, text) {
      return createHmac("sha256", key("hash", organisationId, purpose))
        .update(text)
        .digest("hex");
    },
  };
}
