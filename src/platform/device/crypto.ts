import { canonicalJson } from "../documents/canonicalJson.ts";
import type { Entry, SignedEntry } from "../sync/contract.ts";
import { type Bytes, base64url, bytesOf, joined, randomBytes, textOf, utf8 } from "./bytes.ts";

/**
 * All cryptography of a device, WebCrypto only; runs in a worker and in Node alike. Sealed bytes are
 * `IV, 12 bytes | AES-256-GCM`, bound to the text that says what they are: bytes moved to another place do not open.
 */
const ivLength = 12;
const curve = { name: "ECDSA", namedCurve: "P-256" };
const signature = { name: "ECDSA", hash: "SHA-256" };

/** For sealing and opening only; the key cannot be read out again. */
export function aesKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

export async function seal(key: CryptoKey, plain: Bytes, bound: string): Promise<Bytes> {
  const iv = randomBytes(ivLength);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8(bound) }, key, plain);
  return joined(iv, new Uint8Array(sealed));
}

/** @throws DOMException when key, bytes or `bound` are others than at sealing */
export async function open(key: CryptoKey, sealed: Bytes, bound: string): Promise<Bytes> {
  const iv = sealed.subarray(0, ivLength);
  const algorithm = { name: "AES-GCM", iv, additionalData: utf8(bound) };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.subarray(ivLength)));
}

export const sealJson = (key: CryptoKey, value: unknown, bound: string): Promise<Bytes> =>
  seal(key, utf8(JSON.stringify(value)), bound);

/** The caller names the shape of what it has sealed itself. @throws DOMException as `open` */
export async function openJson<T>(key: CryptoKey, sealed: Bytes, bound: string): Promise<T> {
  return JSON.parse(textOf(await open(key, sealed, bound))) as T; // only this device can have sealed it
}

/** Another key out of a secret, for one purpose. Source: RFC 5869 with SHA-256 and an empty salt. */
export async function derivedKey(secret: Bytes, purpose: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(hkdf(purpose), base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

const hkdf = (info: string) => ({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8(info) });

/** `publicKey` is SPKI for the server, `privateKey` PKCS#8, to be kept sealed. */
export async function newSigningKey(): Promise<{ publicKey: string; privateKey: string }> {
  const pair = await crypto.subtle.generateKey(curve, true, ["sign", "verify"]);
  const [spki, pkcs8] = await Promise.all([
    crypto.subtle.exportKey("spki", pair.publicKey),
    crypto.subtle.exportKey("pkcs8", pair.privateKey),
  ]);
  return { publicKey: base64url(new Uint8Array(spki)), privateKey: base64url(new Uint8Array(pkcs8)) };
}

export function signingKey(privateKey: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("pkcs8", bytesOf(privateKey), curve, false, ["sign"]);
}

/** ECDSA P-256 with SHA-256 of the UTF-8 text, raw r|s, base64url. */
export async function sign(key: CryptoKey, text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.sign(signature, key, utf8(text))));
}

export async function signEntry(key: CryptoKey, entry: Entry): Promise<SignedEntry> {
  return { entry, signature: await sign(key, canonicalJson(entry)) };
}

/** Seals an entry to the organisation's key, raw P-256 point: `SealedEntry` says how. Nobody here can open it again. */
export async function sealEntry(sealingKey: string, signed: SignedEntry): Promise<string> {
  const { deviceId, id } = signed.entry;
  return base64url(await sealTo(sealingKey, utf8(JSON.stringify(signed)), `powrot.entry|${deviceId}|${id}`));
}

/** `1 | ephemeral public key, 65 bytes | IV | AES-256-GCM`, the key from ECDH by HKDF with `bound` as its info. */
export async function sealTo(sealingKey: string, plain: Bytes, bound: string): Promise<Bytes> {
  const ecdh = { name: "ECDH", namedCurve: "P-256" };
  const [pair, theirs] = await Promise.all([
    crypto.subtle.generateKey(ecdh, true, ["deriveBits"]),
    crypto.subtle.importKey("raw", bytesOf(sealingKey), ecdh, false, []),
  ]);
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, pair.privateKey, 256);
  const [key, point] = await Promise.all([
    derivedKey(new Uint8Array(shared), bound),
    crypto.subtle.exportKey("raw", pair.publicKey),
  ]);
  return joined(Uint8Array.of(1), new Uint8Array(point), await seal(key, plain, bound));
}

/** What a device's user signs of a picture: its place, and the SHA-256 of what it shows, base64url. */
export const photoText = (deviceId: string, id: string, sha256: string): string =>
  `powrot.photo|${deviceId}|${id}|${sha256}`;

export const photoBound = (deviceId: string, id: string): string => `powrot.photo|${deviceId}|${id}`;

/** A picture sealed to the organisation's key: `signature, 64 bytes | picture`. Whoever has the phone can bring it, nobody there can see it. */
export async function sealPhoto(
  sealingKey: string,
  signing: CryptoKey,
  { deviceId, id, bytes }: { deviceId: string; id: string; bytes: Bytes },
): Promise<Bytes> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const signature = bytesOf(await sign(signing, photoText(deviceId, id, base64url(digest))));
  return sealTo(sealingKey, joined(signature, bytes), photoBound(deviceId, id));
}
