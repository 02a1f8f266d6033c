import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Owner of what is sealed for no organisation: second factors of accounts. */
export const houseOwner = "accounts";

/**
 * The keys of all organisations. Each has a random key of its own in a folder that lies outside the database and outside
 * backups, wrapped by the folder's master; its purposes' keys are derived from it. A database dump alone opens nothing, and
 * without its organisation's key nothing does.
 */
export type KeyRing = {
  /** First 16 hex digits of a hash of the house's key; to notice that data and keys do not belong together. A new master keeps it. */
  readonly fingerprint: string;
  /**
   * `bytes` sealed with AES-256-GCM: format byte 1, 12 bytes of IV, ciphertext, 16 bytes of tag. `recordId` is not secret
   * but bound to the text: it opens only under the same organisation, purpose and record. Makes the organisation's key where
   * there is none. What one author sealed has keys of its own: `authorKeys.ts`.
   */
  encryptFor(organisationId: string, purpose: string, bytes: Uint8Array, recordId: string): Uint8Array;
  /** @throws SealBroken when anything was altered, or organisation, purpose or record differ */
  decryptFor(organisationId: string, purpose: string, sealed: Uint8Array, recordId: string): Uint8Array;
  /** Hex HMAC-SHA-256 of `text` (normalise it before): for search terms and blind indexes; differs between organisations. */
  keyedHash(organisationId: string, purpose: string, text: string): string;
  /** 32 bytes that are always the same for one organisation and purpose, such as a private key. */
  secretFor(organisationId: string, purpose: string): Uint8Array;
  /** Fingerprint of one organisation's key; null when there is none and `make` is false. */
  fingerprintOf(organisationId: string, make: boolean): string | null;
};

export class SealBroken extends Error {
  override name = "SealBroken";
}

const format = 1;
const ivLength = 12;
const tagLength = 16;

/** A key ring in memory over one key of 32 bytes: for data keys, and for tests. */
export function keyRingOf(key: Uint8Array): KeyRing {
  return ringOver(() => key);
}

/** A key ring over whatever gives an owner's key; null when there is none and it is not to be made. */
export function ringOver(ownerKey: (owner: string, make: boolean) => Uint8Array | null): KeyRing {
  const derived = new Map<string, Buffer>();
  function key(use: "seal" | "hash" | "secret", organisationId: string, purpose: string, make: boolean): Buffer {
    const name = JSON.stringify(["powrot", use, organisationId, purpose]);
    const known = derived.get(name);
    if (known) return known;
    const own = ownerKey(organisationId, make);
    if (!own) throw new SealBroken("The organisation has no key: it was destroyed, or it was not brought along");
    const fresh = Buffer.from(hkdfSync("sha256", own, "", name, 32));
    if (derived.size > 10_000) derived.clear();
    derived.set(name, fresh);
    return fresh;
  }
  const fingerprint = (of: Uint8Array) =>
    Buffer.from(hkdfSync("sha256", of, "", "powrot fingerprint", 8)).toString("hex");
  const bound = (...parts: string[]) => Buffer.from(JSON.stringify(parts));

  return {
    get fingerprint() {
      return fingerprint(ownerKey(houseOwner, false) ?? new Uint8Array());
    },
    fingerprintOf(organisationId, make) {
      const own = ownerKey(organisationId, make);
      return own && fingerprint(own);
    },
    encryptFor(organisationId, purpose, bytes, recordId) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv("aes-256-gcm", key("seal", organisationId, purpose, true), iv);
      cipher.setAAD(bound(organisationId, purpose, recordId));
      return Buffer.concat([Uint8Array.of(format), iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    decryptFor(organisationId, purpose, sealed, recordId) {
      if (sealed[0] !== format || sealed.length < 1 + ivLength + tagLength) throw new SealBroken("Not a sealed text");
      const iv = sealed.subarray(1, 1 + ivLength);
      const opened = createDecipheriv("aes-256-gcm", key("seal", organisationId, purpose, false), iv, {
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
      return createHmac("sha256", key("hash", organisationId, purpose, true))
        .update(text)
        .digest("hex");
    },
    secretFor: (organisationId, purpose) => key("secret", organisationId, purpose, true),
  };
}
