import { createDecipheriv, createECDH, createHash, createPublicKey, hkdfSync, verify } from "node:crypto";
import { photoBound, photoText } from "../device/crypto.ts";
import { canonicalJson } from "../documents/canonicalJson.ts";
import type { KeyRing } from "../keys/keyRing.ts";
import { Entry, type SealedEntry, SignedEntry } from "./contract.ts";

// The other side of what devices do: see contract.ts for the form.

const purpose = "sync.entry";
const publicLength = 65;
const ivLength = 12;
const tagLength = 16;
const signatureLength = 64;

function privateKeyOf(keys: KeyRing, organisationId: string) {
  const pair = createECDH("prime256v1");
  // one in 2^32 of all 32 bytes is no scalar of the curve; then the next one is
  for (let round = 0; ; round++) {
    try {
      pair.setPrivateKey(Buffer.from(keys.secretFor(organisationId, `${purpose}.${round}`)));
      return pair;
    } catch {
      if (round > 8) throw new Error("no key of the curve was found");
    }
  }
}

/** The raw P-256 point that devices of an organisation seal their entries to. Stays the same as long as its key does. */
export function sealingKeyOf(keys: KeyRing, organisationId: string): Buffer {
  return privateKeyOf(keys, organisationId).getPublicKey();
}

/** What is in a sealed entry, with its signature unchecked; null when it was altered, cut or sealed to somebody else. */
export function openEntry(keys: KeyRing, organisationId: string, { id, deviceId, sealed }: SealedEntry) {
  try {
    const opened = openSealed(keys, organisationId, Buffer.from(sealed, "base64url"), `powrot.entry|${deviceId}|${id}`);
    const { data } = SignedEntry.safeParse(JSON.parse(opened?.toString() ?? "null"));
    return data && data.entry.id === id && data.entry.deviceId === deviceId ? data : null;
  } catch {
    return null;
  }
}

/** A picture that a device sealed; null when it was altered, cut, sealed to somebody else or not signed by the device's user. */
export function openPhoto(
  keys: KeyRing,
  { organisationId, deviceId, signingKey }: { organisationId: string; deviceId: string; signingKey: Uint8Array },
  id: string,
  sealed: Buffer,
): Buffer | null {
  const opened = openSealed(keys, organisationId, sealed, photoBound(deviceId, id));
  if (!opened) return null;
  const picture = opened.subarray(signatureLength);
  const text = photoText(deviceId, id, createHash("sha256").update(picture).digest("base64url"));
  return isSignedBy(signingKey, text, opened.subarray(0, signatureLength).toString("base64url")) ? picture : null;
}

function openSealed(keys: KeyRing, organisationId: string, bytes: Buffer, name: string): Buffer | null {
  if (bytes[0] !== 1 || bytes.length < 1 + publicLength + ivLength + tagLength) return null;
  try {
    const shared = privateKeyOf(keys, organisationId).computeSecret(bytes.subarray(1, 1 + publicLength));
    const key = Buffer.from(hkdfSync("sha256", shared, "", name, 32));
    const box = bytes.subarray(1 + publicLength);
    const opened = createDecipheriv("aes-256-gcm", key, box.subarray(0, ivLength), { authTagLength: tagLength });
    opened.setAAD(Buffer.from(name));
    opened.setAuthTag(box.subarray(-tagLength));
    return Buffer.concat([opened.update(box.subarray(ivLength, -tagLength)), opened.final()]);
  } catch {
    return null;
  }
}

/** Whether `text` was signed by the holder of the key. `signingKey`: SPKI; `signature`: raw r|s, base64url. */
export function isSignedBy(signingKey: Uint8Array, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(signingKey), format: "der", type: "spki" });
    const bytes = Buffer.from(signature, "base64url");
    return verify("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }, bytes);
  } catch {
    return false;
  }
}

/** Whether the device's user made this entry as it stands. */
export function isOwnEntry(signingKey: Uint8Array, { entry, signature }: SignedEntry): boolean {
  return isSignedBy(signingKey, canonicalJson(entry), signature);
}

/** The text of which a stored entry keeps the hash: the same entry twice is one. */
export function entryText(entry: Entry): string {
  return canonicalJson(Entry.parse(entry));
}

/** Whether it is a public key as devices make it: ECDSA on P-256. */
export function isSigningKey(text: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(text, "base64url"), format: "der", type: "spki" });
    return key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1";
  } catch {
    return false;
  }
}
