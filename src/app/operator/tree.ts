import { createHash } from "node:crypto";
import { chown, mkdir, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { RunAs } from "../../platform/embedded/account.ts";

/** A file's size in bytes and the SHA-256 (hex) of what was read. */
export type Print = { bytes: number; sha256: string };

export type Tree = { folders: string[]; files: string[] };

/** Folders and files below `root`, relative with `/`, sorted; `skips` leaves one out with everything below it. No root: empty. */
export async function listTree(root: string, skips: (path: string) => boolean = () => false): Promise<Tree> {
  const tree: Tree = { folders: [], files: [] };
  const walk = async (below: string) => {
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch(unlessMissing);
    for (const entry of entries ?? []) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (skips(path)) continue;
      if (entry.isDirectory()) {
        tree.folders.push(path);
        await walk(path);
      } else if (entry.isFile()) tree.files.push(path);
    }
  };
  await walk("");
  return { folders: tree.folders.sort(), files: tree.files.sort() };
}

/** Makes `root` and `folders` below it, closed to others, owned by `owner`. */
export async function makeFolders(root: string, folders: readonly string[], owner?: RunAs): Promise<void> {
  for (const folder of ["", ...folders]) {
    const path = join(root, folder);
    await mkdir(path, { recursive: true, mode: 0o700 });
    if (owner) await chown(path, owner.uid, owner.gid);
  }
}

/**
 * Copies one file durably under mode 600 and answers what was read; undefined when it is gone, as files of a running server
 * may be.
 */
export async function copyFile(from: string, to: string, owner?: RunAs): Promise<Print | undefined> {
  const source = await open(from, "r").catch(unlessMissing);
  if (!source) return undefined;
  try {
    const target = await open(to, "w", 0o600);
    try {
      const hash = createHash("sha256");
      const part = Buffer.allocUnsafe(256 * 1024);
      let bytes = 0;
      for (;;) {
        const { bytesRead } = await source.read(part, 0, part.length);
        if (bytesRead === 0) break;
        const read = part.subarray(0, bytesRead);
        hash.update(read);
        for (let done = 0; done < bytesRead; ) done += (await target.write(read, done)).bytesWritten;
        bytes += bytesRead;
      }
      if (owner) await target.chown(owner.uid, owner.gid);
      await target.sync();
      return { bytes, sha256: hash.digest("hex") };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Copies `files` from below one folder to below another, eight at a time. Answers the prints of those that were there. */
export async function copyFiles(
  from: string,
  to: string,
  files: readonly string[],
  owner?: RunAs,
): Promise<Record<string, Print>> {
  const prints: Record<string, Print> = {};
  const waiting = [...files].reverse();
  const work = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const print = await copyFile(join(from, file), join(to, file), owner);
      if (print) prints[file] = print;
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return prints;
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
