import type { Lease } from "../sync/contract.ts";
import { type Bytes, base64url, bytesOf, joined, randomBytes } from "./bytes.ts";
import { aesKey, derivedKey, open, openJson, seal, sealJson, signingKey } from "./crypto.ts";
import { keyedMark } from "./secret.ts";
import type { UserRow } from "./store.ts";

/**
 * How the data key of a user opens: `HKDF(secret of the user | share of the server)`. The share lies here for 72 hours at most,
 * sealed by the secret alone. Source: docs/device-storage-deviation.md C14.
 */
export type Meta = {
  /** PKCS#8, base64url. */
  signingKey: string;
  pin: { salt: string; mark: string };
  /** Who the user is, as the server answered when the device was made or last asked. */
  session: unknown;
};

/** An open store: in memory only, and gone with `lock`. */
export type Opened = {
  key: string;
  dataKey: CryptoKey;
  /** Seals the share when the server gives it anew. */
  leaseKey: CryptoKey;
  signing: CryptoKey;
  meta: Meta;
};

const bound = (what: string, userKey: string) => `${what}|1|${userKey}`;
/** `leaseHours` of the contract, without the schemas that stand beside it. */
export const leaseMs = 72 * 3_600_000;

export const wrapKey = (secret: Bytes, share: string, userKey: string) =>
  derivedKey(joined(secret, bytesOf(share)), `powrot.wrap|${userKey}`);

const leaseKeyOf = (secret: Bytes, userKey: string) => derivedKey(secret, `powrot.lease|${userKey}`);

/** A new data key with its wraps. The raw key leaves memory with this call. */
export async function makeVault(
  userKey: string,
  secret: Bytes,
  share: string,
  given: { signingKey: string; pin: string; session: unknown },
): Promise<{ wraps: NonNullable<UserRow["wraps"]>; opened: Opened }> {
  const raw = randomBytes(32);
  const salt = randomBytes(16);
  const pin = { salt: base64url(salt), mark: await keyedMark(given.pin, salt) };
  const meta: Meta = { signingKey: given.signingKey, pin, session: given.session };
  const dataKey = await aesKey(raw);
  const wraps = {
    dataKey: await seal(await wrapKey(secret, share, userKey), raw, bound("key", userKey)),
    meta: await sealJson(dataKey, meta, bound("meta", userKey)),
  };
  raw.fill(0);
  const leaseKey = await leaseKeyOf(secret, userKey);
  return { wraps, opened: { key: userKey, dataKey, leaseKey, signing: await signingKey(meta.signingKey), meta } };
}

/** The server's share out of its seal. @throws DOMException when the secret is another */
export async function openShare(secret: Bytes, userKey: string, sealed: Bytes): Promise<string> {
  return base64url(await open(await leaseKeyOf(secret, userKey), sealed, bound("share", userKey)));
}

export async function sealShare(leaseKey: CryptoKey, userKey: string, share: string): Promise<Bytes> {
  return seal(leaseKey, bytesOf(share), bound("share", userKey));
}

/** @throws DOMException when secret or share are others */
export async function openVault(
  userKey: string,
  wraps: NonNullable<UserRow["wraps"]>,
  secret: Bytes,
  share: string,
): Promise<Opened> {
  const raw = await open(await wrapKey(secret, share, userKey), wraps.dataKey, bound("key", userKey));
  const dataKey = await aesKey(raw);
  raw.fill(0);
  const meta = await openMeta(dataKey, userKey, wraps);
  return {
    key: userKey,
    dataKey,
    leaseKey: await leaseKeyOf(secret, userKey),
    signing: await signingKey(meta.signingKey),
    meta,
  };
}

export const openMeta = (dataKey: CryptoKey, userKey: string, wraps: NonNullable<UserRow["wraps"]>) =>
  openJson<Meta>(dataKey, wraps.meta, bound("meta", userKey));

export const sealMeta = ({ dataKey, key, meta }: Opened) => sealJson(dataKey, meta, bound("meta", key));

/** Whether the share may still be used, by the later of what the clock says and has said: turning it back gains nothing. */
export const isLeaseOver = (lease: NonNullable<UserRow["lease"]>, nowMs: number): boolean =>
  Math.max(nowMs, lease.latestMs) >= lease.untilMs;

/** When a lease ends by the device's own clock; never later than 72 hours from now, however wrong it is. */
export function leaseEndMs(lease: Pick<Lease, "leaseUntil">, nowMs: number, offsetMs: number | null): number {
  const left = offsetMs === null ? leaseMs : Date.parse(lease.leaseUntil) - (nowMs + offsetMs);
  return nowMs + Math.min(leaseMs, Math.max(0, left));
}
