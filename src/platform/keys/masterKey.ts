import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

const length = 32;
const name = "master.key";
/** The master that comes: there only while a rotation is under way, or after one that was cut off. */
const nextName = "master.next";

/**
 * The 32 bytes of `master.key` in `folder` (folder 700, file 600), and those of the master that comes while it is changed.
 * @throws Error when it is missing and `create` is false, has another length, or others than its owner may read it
 */
export function readMasters(folder: string, create: boolean): readonly Uint8Array[] {
  const file = join(folder, name);
  if (create) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    placeOnce(file, randomBytes(length));
  }
  refuseReadable(folder);
  const masters = [readKey(file)];
  const next = join(folder, nextName);
  if (statSync(next, { throwIfNoEntry: false })) masters.push(readKey(next));
  return masters;
}

/** Begins the change of the master, or goes on with one that was cut off. Answers the master that comes. */
export function beginNextMaster(folder: string): Uint8Array {
  const file = join(folder, nextName);
  placeOnce(file, randomBytes(length));
  return readKey(file);
}

/** The master that came is the master; the one before is gone. */
export function endNextMaster(folder: string): void {
  renameSync(join(folder, nextName), join(folder, name));
  syncFolder(folder);
}

function readKey(file: string): Uint8Array {
  refuseReadable(file);
  const key = readFileSync(file);
  if (key.length !== length) throw new Error(`${file} must hold exactly ${length} bytes`);
  return key;
}

/** The file appears whole or not at all, and an existing one is never replaced: a hard link fails where a file is. */
export function placeOnce(file: string, bytes: Uint8Array): void {
  if (statSync(file, { throwIfNoEntry: false })) return;
  const draft = writeDraft(file, bytes);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    unlinkSync(draft);
  }
  syncFolder(dirname(file));
}

/** Puts `bytes` in the place of an existing file, whole or not at all. */
export function replaceFile(file: string, bytes: Uint8Array): void {
  renameSync(writeDraft(file, bytes), file);
  syncFolder(dirname(file));
}

function writeDraft(file: string, bytes: Uint8Array): string {
  const draft = `${file}.${randomBytes(8).toString("hex")}.part`;
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return draft;
}

/** Makes new names in `folder` durable; Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}

function refuseReadable(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Error(`Missing ${path}: without it nothing sealed can be opened`);
  if (process.platform !== "win32" && (found.mode & 0o077) !== 0)
    throw new Error(`${path} is open to others than its owner: chmod go= ${path}`);
}
