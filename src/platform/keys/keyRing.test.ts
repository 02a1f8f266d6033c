import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keyFolder, keyRingOf, openKeyRing, SealBroken } from "./keyRing.ts";

const ring = keyRingOf(new Uint8Array(32).fill(7));
const note = Buffer.from("rozmowa z 22 listopada");
const sealed = () => ring.encryptFor("org-a", "note", note, "record-1");
let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "powrot-keys-"));
});
afterEach(() => rmSync(base, { recursive: true }));

test("what was sealed opens again, and does not show its text", () => {
  const bytes = sealed();
  expect(Buffer.from(bytes).includes(note)).toBe(false);
  expect(ring.decryptFor("org-a", "note", bytes, "record-1")).toEqual(note);
});

test("the same text is sealed differently each time", () => {
  expect(sealed()).not.toEqual(sealed());
});

test.each(Array.from({ length: 1 + 12 + note.length + 16 }, (_, i) => i))("byte %i altered is refused", (i) => {
  const bytes = Uint8Array.from(sealed());
  bytes[i] = (bytes[i] ?? 0) ^ 1;
  expect(() => ring.decryptFor("org-a", "note", bytes, "record-1")).toThrow(SealBroken);
});

test.each([
  ["another organisation", "org-b", "note", "record-1"],
  ["another purpose", "org-a", "file", "record-1"],
  ["another record", "org-a", "note", "record-2"],
  ["parts shifted into each other", "org-a|note", "", "record-1"],
])("%s cannot open it", (_who, organisation, purpose, record) => {
  expect(() => ring.decryptFor(organisation, purpose, sealed(), record)).toThrow(SealBroken);
});

test("another master cannot open it", () => {
  const other = keyRingOf(new Uint8Array(32).fill(8));
  expect(() => other.decryptFor("org-a", "note", sealed(), "record-1")).toThrow(SealBroken);
  expect(other.fingerprint).not.toBe(ring.fingerprint);
});

test("cut short is refused", () => {
  const bytes = sealed();
  for (let n = 0; n < bytes.length; n++)
    expect(() => ring.decryptFor("org-a", "note", bytes.subarray(0, n), "record-1")).toThrow(SealBroken);
});

test("a keyed hash is stable and differs by organisation, purpose and text", () => {
  const all = [
    ring.keyedHash("org-a", "term", "kowalski"),
    ring.keyedHash("org-b", "term", "kowalski"),
    ring.keyedHash("org-a", "pesel", "kowalski"),
    ring.keyedHash("org-a", "term", "kowalska"),
  ];
  expect(new Set(all).size).toBe(4);
  expect(ring.keyedHash("org-a", "term", "kowalski")).toBe(all[0]);
  expect(all[0]).toMatch(/^[0-9a-f]{64}$/);
});

test("a created ring is private, stays the same, and opens in another process", () => {
  const folder = join(base, "keys");
  const first = openKeyRing(folder, { create: true });
  const again = openKeyRing(folder, { create: true });
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, "master.key")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, "master.key"))).toHaveLength(32);
  const bytes = first.encryptFor("org-a", "note", note, "r");
  expect(again.decryptFor("org-a", "note", bytes, "r")).toEqual(note);
  expect(again.fingerprint).toBe(first.fingerprint);
});

test("a missing master is an error and not made silently", () => {
  expect(() => openKeyRing(join(base, "keys"))).toThrow(/Missing/);
});

test.each([
  ["folder", 0o750],
  ["folder", 0o701],
  ["master.key", 0o640],
  ["master.key", 0o604],
])("a %s with mode %o is refused", (what, mode) => {
  const folder = join(base, "keys");
  openKeyRing(folder, { create: true });
  chmodSync(what === "folder" ? folder : join(folder, what), mode);
  expect(() => openKeyRing(folder)).toThrow(/open to others/);
});

test("a master of another length is refused", () => {
  const folder = join(base, "keys");
  openKeyRing(folder, { create: true });
  writeFileSync(join(folder, "master.key"), "short");
  expect(() => openKeyRing(folder)).toThrow(/exactly 32/);
});

test("POWROT_KEYS says where the keys lie", () => {
  expect(keyFolder({ POWROT_KEYS: "/etc/powrot/keys" }, "/data")).toBe("/etc/powrot/keys");
  expect(keyFolder({}, "/data")).toBe(join("/data", "keys"));
});
