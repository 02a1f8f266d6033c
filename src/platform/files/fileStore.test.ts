import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { keyRingOf } from "../keys/keyRing.ts";
import { findFileKind } from "./fileKind.ts";
import { type FileStore, openFileStore } from "./fileStore.ts";
import { exif, jpeg, jpegSegment, photo, place, png } from "./samplePictures.ts";

const dom = "0190b0a4-0000-7000-8000-000000000001";
const other = "0190b0a4-0000-7000-8000-000000000002";
const text = Buffer.from("Zaświadczenie dla Grażyny\n");
let dataDir: string;
let store: FileStore;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "powrot-files-"));
  store = openFileStore(dataDir, keyRingOf(new Uint8Array(32).fill(1)));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const filesOnDisk = () =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

async function zip(entries: Record<string, string>, compress = true): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(entries)) file.addBuffer(Buffer.from(content), name, { compress });
  file.end();
  const parts: Buffer[] = [];
  for await (const part of file.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

const word = { "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" };

test("a stored file comes back, and the disk shows neither its content nor its owner", async () => {
  const file = await store.put(dom, text);
  expect(file).toMatchObject({ kind: "txt", mediaType: "text/plain", sizeBytes: text.length });
  expect(Buffer.from(await store.get(dom, file))).toEqual(text);
  const [path = ""] = filesOnDisk();
  expect(readFileSync(path).includes("Grażyny")).toBe(false);
  expect(path).toBe(join(dataDir, "files", dom, file.id.slice(0, 2), file.id.slice(2)));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(filesOnDisk()).toHaveLength(1);
});

test("the same content is stored under another name and key", async () => {
  const [a, b] = [await store.put(dom, text), await store.put(dom, text)];
  expect(a.id).not.toBe(b.id);
  const [first = "", second = ""] = filesOnDisk();
  expect(readFileSync(first)).not.toEqual(readFileSync(second));
});

test("another organisation cannot open the file, even where it has it on its side of the disk", async () => {
  const file = await store.put(dom, text);
  await expect(store.get(other, file)).rejects.toThrow("file.not_found");
  const moved = await store.put(other, text);
  const [own = "", theirs = ""] = [dom, other].map((org) => filesOnDisk().find((path) => path.includes(org)) ?? "");
  writeFileSync(theirs, readFileSync(own));
  await expect(store.get(other, moved)).rejects.toThrow("file.altered");
});

test("an altered byte is refused wherever it stands", async () => {
  const file = await store.put(dom, text);
  const [path = ""] = filesOnDisk();
  const whole = readFileSync(path);
  for (let i = 0; i < whole.length; i++) {
    const altered = Buffer.from(whole);
    altered[i] = (altered[i] ?? 0) ^ 0x80;
    writeFileSync(path, altered);
    await expect(store.get(dom, file), String(i)).rejects.toThrow("file.altered");
  }
  writeFileSync(path, "");
  await expect(store.get(dom, file)).rejects.toThrow("file.altered");
});

test("a file that the database remembers differently is refused", async () => {
  const file = await store.put(dom, text);
  await expect(store.get(dom, { ...file, sha256: "0".repeat(64) })).rejects.toThrow("file.altered");
});

test("a removed file is gone, and removing it twice is fine", async () => {
  const file = await store.put(dom, text);
  await store.remove(dom, file.id);
  await store.remove(dom, file.id);
  await expect(store.get(dom, file)).rejects.toThrow("file.not_found");
  expect(filesOnDisk()).toEqual([]);
});

test.each(["../../etc/passwd", "", "A".repeat(32), `${"0".repeat(31)}/`])("the name %j reaches no file", async (id) => {
  await expect(store.get(dom, { id, sha256: "" })).rejects.toThrow("file.not_found");
  await expect(store.get("../x", { id: "0".repeat(32), sha256: "" })).rejects.toThrow("file.not_found");
});

test("a photo is stored without the place it was taken at", async () => {
  const file = await store.put(dom, photo([jpegSegment(0xe1, exif(1))], place));
  const stored = Buffer.from(await store.get(dom, file));
  expect(findFileKind(stored)).toBe("jpeg");
  expect(["Exif", place.slice(0, 8), "Lubelska"].filter((word) => stored.includes(word))).toEqual([]);
});

test.each([
  ["pdf", Buffer.from("%PDF-1.7\n%%EOF")],
  ["png", png()],
  ["jpeg", jpeg],
  ["txt", Buffer.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6])],
])("%s is known by its content", async (kind, bytes) => {
  expect((await store.put(dom, bytes)).kind).toBe(kind);
});

test("documents of office programs are known by what is inside", async () => {
  expect((await store.put(dom, await zip(word))).kind).toBe("docx");
  const sheet = { "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<w/>" };
  expect((await store.put(dom, await zip(sheet))).kind).toBe("xlsx");
  const odt = { mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<o/>" };
  expect((await store.put(dom, await zip(odt, false))).kind).toBe("odt");
});

test.each([
  ["an empty one", Buffer.alloc(0), "file.empty"],
  ["a program", Buffer.from("MZ\x90\0\x03"), "file.kind_not_allowed"],
  ["a program of another system", Buffer.from("\x7fELF"), "file.kind_not_allowed"],
  ["an animated GIF", Buffer.from("GIF89a\0\0"), "file.kind_not_allowed"],
  ["half an archive", Buffer.from("PK\x03\x04half"), "file.broken"],
  ["a picture in name only", Buffer.from("\xff\xd8\xff\xe0\0", "latin1"), "file.broken"],
])("%s is refused", async (_what, bytes, code) => {
  await expect(store.put(dom, bytes)).rejects.toThrow(code);
  expect(filesOnDisk()).toEqual([]);
});

test.each([
  ["macros", { ...word, "word/vbaProject.bin": "x" }],
  ["embedded objects", { ...word, "word/embeddings/ole.bin": "x" }],
  ["a program", { ...word, "word/media/run.exe": "x" }],
  ["a bomb", { ...word, "word/bomb.xml": "0".repeat(5_000_000) }],
])("a document with %s is refused", async (_what, entries) => {
  await expect(store.put(dom, await zip(entries))).rejects.toThrow("file.suspicious");
});

test("a document whose names leave their folder, or with something in front, is refused", async () => {
  const sound = await zip(word);
  const slipped = Buffer.from(sound.toString("latin1").replaceAll("word/document.xml", "../../ocument.xml"), "latin1");
  await expect(store.put(dom, slipped)).rejects.toThrow("file.suspicious");
  const doubled = Buffer.concat([Buffer.from("PK\x03\x04 and more"), sound]);
  await expect(store.put(dom, doubled)).rejects.toThrow("file.suspicious");
});

test("an archive that is no document is refused", async () => {
  await expect(store.put(dom, await zip({ "a.txt": "a" }))).rejects.toThrow("file.kind_not_allowed");
});

test("size and kinds are limited by who takes the file", async () => {
  await expect(store.put(dom, text, { maxBytes: 5 })).rejects.toThrow("file.too_large");
  await expect(store.put(dom, text, { kinds: ["pdf"] })).rejects.toThrow("file.kind_not_allowed");
});
