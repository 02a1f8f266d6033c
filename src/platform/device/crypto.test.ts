import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openKeyRing } from "../keys/keyRing.ts";
import type { Entry } from "../sync/contract.ts";
import { isOwnEntry, openEntry, sealingKeyOf } from "../sync/sealedEntry.ts";
import { uuidv7 } from "../uuid.ts";
import { base64url, bytesOf, randomBytes, textOf, utf8 } from "./bytes.ts";
import { aesKey, derivedKey, newSigningKey, open, seal, sealEntry, signEntry, signingKey } from "./crypto.ts";

const folder = mkdtempSync(join(tmpdir(), "powrot-crypto-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const keys = openKeyRing(join(folder, "keys"), { create: true });
const [home, elsewhere] = [uuidv7(), uuidv7()];
const sealingKey = base64url(Uint8Array.from(sealingKeyOf(keys, home)));

const entry = (over: Partial<Entry> = {}): Entry => ({
  f: 1,
  id: uuidv7(),
  type: "contact.record",
  v: 1,
  occurredAt: "2026-11-22T20:00:00.000Z",
  deviceId: uuidv7(),
  deviceSeq: 1,
  deviceClock: "2026-11-22T20:00:00.000Z",
  payload: { note: "śpi pod mostem – żółć 🚇", nested: { b: [1, null, "x"], a: true } },
  ...over,
});

test("the server opens what a device sealed, whole, and knows its maker", async () => {
  const { publicKey, privateKey } = await newSigningKey();
  const made = entry();
  const { id, deviceId } = made;
  const sealed = await sealEntry(sealingKey, await signEntry(await signingKey(privateKey), made));
  const opened = openEntry(keys, home, { id, deviceId, sealed });
  expect(opened?.entry).toEqual(made);
  const other = bytesOf((await newSigningKey()).publicKey);
  expect(opened && isOwnEntry(bytesOf(publicKey), opened)).toBe(true);
  expect(opened && isOwnEntry(other, opened)).toBe(false);
  expect(opened && isOwnEntry(bytesOf(publicKey), { ...opened, entry: { ...made, base: 2 } })).toBe(false);
});

test("a sealed entry opens in its own place alone, unaltered, for its own organisation", async () => {
  const { privateKey } = await newSigningKey();
  const made = entry();
  const { id, deviceId } = made;
  const sealed = await sealEntry(sealingKey, await signEntry(await signingKey(privateKey), made));
  expect(openEntry(keys, elsewhere, { id, deviceId, sealed })).toBeNull();
  expect(openEntry(keys, home, { id: uuidv7(), deviceId, sealed })).toBeNull();
  expect(openEntry(keys, home, { id, deviceId: uuidv7(), sealed })).toBeNull();
  const bytes = bytesOf(sealed);
  for (const at of [0, 1, 70, bytes.length - 1]) {
    const altered = Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ 1 : byte));
    expect(openEntry(keys, home, { id, deviceId, sealed: base64url(altered) })).toBeNull();
  }
  expect(openEntry(keys, home, { id, deviceId, sealed: base64url(bytes.subarray(0, -1)) })).toBeNull();
});

test("sealed bytes say nothing twice and do not open elsewhere", async () => {
  const key = await aesKey(randomBytes(32));
  const [one, two] = [await seal(key, utf8("Zenek"), "pack|a"), await seal(key, utf8("Zenek"), "pack|a")];
  expect(base64url(one)).not.toBe(base64url(two));
  expect(textOf(await open(key, one, "pack|a"))).toBe("Zenek");
  await expect(open(key, one, "pack|b")).rejects.toBeInstanceOf(DOMException);
  await expect(open(await aesKey(randomBytes(32)), one, "pack|a")).rejects.toBeInstanceOf(DOMException);
});

// Source: RFC 5869, A.3 (SHA-256, no salt, no info)
test("derived keys are those of the standard", async () => {
  const key = await derivedKey(new Uint8Array(22).fill(0x0b), "");
  const okm = Uint8Array.from(Buffer.from("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d", "hex"));
  expect(textOf(await open(await aesKey(okm), await seal(key, utf8("żółw"), "x"), "x"))).toBe("żółw");
});

test("bytes survive base64url of any length", () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = randomBytes(length);
    expect(bytesOf(base64url(bytes))).toEqual(bytes);
  }
  expect(base64url(Uint8Array.of(0xfb, 0xff, 0xfe))).toBe("-__-");
});
