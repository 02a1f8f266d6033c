import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

const length = 32;

/**
 * The 32 bytes of `master.key` in `folder` (folder 700, file 600).
 * @throws Error when it is missing and `create` is false, has another length, or others than its owner may read it
 */
export function readMasterKey(folder: string, create: boolean): Uint8Array {
  const file = join(folder, "master.key");
  if (create) createMasterKey(folder, file);
  refuseReadable(folder);
  refuseReadable(file);
  const master = readFileSync(file);
  if (master.length !== length) throw new Error(`${file} must hold exactly ${length} bytes`);
  return master;
}

/** The key appears whole or not at all, and an existing one is never replaced: a hard link fails where a file is. */
function createMasterKey(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (statSync(file, { throwIfNoEntry: false })) return;
  const draft = join(folder, `.master-${randomBytes(8).toString("hex")}`);
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeSync(handle, randomBytes(length));
    fsyncSync(handle);
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    closeSync(handle);
    unlinkSync(draft);
  }
  syncFolder(folder);
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
