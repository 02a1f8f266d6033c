import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keyFolder, keyRingOf, openKeyRing, SealBroken } from "./keyRing.ts";
import { beginNextMaster } from "./masterKey.ts";
import { rotateMaster } from "./ownerKeys.ts";

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

test("each organisation has a random key of its own; without its file nothing of it opens, and the others do (C25, C63)", () => {
  const folder = join(base, "keys");
  const keys = openKeyRing(folder, { create: true });
  const [a, b] = ["org-a", "org-b"].map((owner) => keys.encryptFor(owner, "note", note, "r"));
  expect(new Set(["org-a", "org-b"].map((owner) => keys.fingerprintOf(owner, false))).size).toBe(2);
  expect(keys.fingerprintOf("org-c", false)).toBeNull();
  rmSync(join(folder, "owners", "org-a.key"));
  const later = openKeyRing(folder);
  expect(() => later.decryptFor("org-a", "note", a ?? note, "r")).toThrow(SealBroken);
  expect(later.decryptFor("org-b", "note", b ?? note, "r")).toEqual(note);
  expect(existsSync(join(folder, "owners", "org-a.key"))).toBe(false); // reading makes no key
});

test("an organisation's key lies wrapped: its file alone, or under another master or name, opens nothing", () => {
  const [folder, other] = [join(base, "keys"), join(base, "other")];
  openKeyRing(folder, { create: true }).encryptFor("org-a", "note", note, "r");
  openKeyRing(other, { create: true });
  const wrapped = readFileSync(join(folder, "owners", "org-a.key"));
  expect(statSync(join(folder, "owners", "org-a.key")).mode & 0o777).toBe(0o600);
  for (const [place, owner] of [
    [other, "org-a"],
    [folder, "org-b"],
  ] as const) {
    writeFileSync(join(place, "owners", `${owner}.key`), wrapped);
    expect(() => openKeyRing(place).fingerprintOf(owner, false)).toThrow(/not of one set/);
  }
});

test("a new master opens all that was sealed before, the old one nothing; a rotation that was cut off goes on", () => {
  const folder = join(base, "keys");
  const before = openKeyRing(folder, { create: true });
  const bytes = before.encryptFor("org-a", "note", note, "r");
  const hash = before.keyedHash("org-a", "pesel", "x");
  const { fingerprint } = before;
  const old = readFileSync(join(folder, "master.key"));
  beginNextMaster(folder); // cut off here
  before.encryptFor("org-b", "note", note, "r");
  expect(rotateMaster(folder)).toBe(3);
  expect(readFileSync(join(folder, "master.key"))).not.toEqual(old);
  expect(readdirSync(folder).sort()).toEqual(["master.key", "owners"]);
  const after = openKeyRing(folder);
  expect(after.decryptFor("org-a", "note", bytes, "r")).toEqual(note);
  expect(after.keyedHash("org-a", "pesel", "x")).toBe(hash);
  expect(after.fingerprint).toBe(fingerprint);
  expect(after.fingerprintOf("org-b", false)).toBe(before.fingerprintOf("org-b", false));
  writeFileSync(join(folder, "master.key"), old);
  expect(() => openKeyRing(folder)).toThrow(/not of one set/);
});

test("POWROT_KEYS says where the keys lie", () => {
  expect(keyFolder({ POWROT_KEYS: "/etc/powrot/keys" }, "/data")).toBe("/etc/powrot/keys");
  expect(keyFolder({}, "/data")).toBe(join("/data", "keys"));
});
