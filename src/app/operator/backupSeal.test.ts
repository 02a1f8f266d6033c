import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeBackupKey, openWith, sealFor } from "./backupSeal.ts";
import { copyFile, readThrough, writeBytes } from "./tree.ts";

const folder = mkdtempSync(join(tmpdir(), "powrot-seal-"));
const at = (name: string) => join(folder, name);
let recipient = "";
beforeAll(async () => {
  recipient = await makeBackupKey(at("key.pem"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const piece = 65_536 + 16;
/** Bytes sealed into a file, and how to open it. */
async function sealedFile(bytes: Buffer) {
  const { sealed, flow } = sealFor(recipient);
  const print = await writeBytes(bytes, at("sealed"), flow);
  return { print, open: () => readThrough(at("sealed"), openWith(sealed, at("key.pem"))), sealed };
}

test.each([0, 1, 65_535, 65_536, 65_537, 200_000])(
  "%i bytes come back as they were, with the print of the plain ones",
  async (length) => {
    const bytes = randomBytes(length);
    const { print, open, sealed } = await sealedFile(bytes);
    expect(await open()).toEqual(bytes);
    expect(await copyFile(at("sealed"), at("plain"), undefined, openWith(sealed, at("key.pem")))).toEqual(print);
    expect(readFileSync(at("plain"))).toEqual(bytes);
    if (length > 16) expect(readFileSync(at("sealed")).includes(bytes.subarray(0, 16))).toBe(false);
  },
);

test.each([
  [
    "a bit changed",
    (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 99), Buffer.of((bytes[99] ?? 0) ^ 1), bytes.subarray(100)]),
  ],
  ["the last piece cut off", (bytes: Buffer) => bytes.subarray(0, 16 + 2 * piece)],
  ["cut inside a piece", (bytes: Buffer) => bytes.subarray(0, -1)],
  ["cut to nothing", () => Buffer.alloc(0)],
  [
    "two pieces changed over",
    (bytes: Buffer) =>
      Buffer.concat([
        bytes.subarray(0, 16),
        bytes.subarray(16 + piece, 16 + 2 * piece),
        bytes.subarray(16, 16 + piece),
        bytes.subarray(16 + 2 * piece),
      ]),
  ],
  ["a piece twice", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 16 + piece), bytes.subarray(16)])],
  ["something added", (bytes: Buffer) => Buffer.concat([bytes, randomBytes(piece)])],
])("%s: it does not open", async (_, change) => {
  const { open } = await sealedFile(randomBytes(150_000));
  writeFileSync(at("sealed"), change(readFileSync(at("sealed"))));
  await expect(open()).rejects.toThrow("altered or cut off");
});

test("another private key, another backup's key and no recipient are refused; the private key is for its owner alone", async () => {
  await makeBackupKey(at("other.pem"));
  const [one, two] = [sealFor(recipient), sealFor(recipient)];
  expect(() => openWith(one.sealed, at("other.pem"))).toThrow("is sealed for");
  expect(() => openWith({ ...one.sealed, key: two.sealed.key }, at("key.pem"))).toThrow("is sealed for");
  for (const text of ["", "powrot-backup-", "powrot-backup-abc", recipient.slice(7)])
    expect(() => sealFor(text)).toThrow("no recipient");
  expect(statSync(at("key.pem")).mode & 0o777).toBe(0o600);
  await expect(makeBackupKey(at("key.pem"))).rejects.toThrow("cannot be made");
});
