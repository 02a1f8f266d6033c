import { createHash } from "node:crypto";
import { chown, mkdir, open, readdir, readFile } from "node:fs/promises";
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

/** Up to `length` bytes, fewer only at the end. */
export type Read = (length: number) => Promise<Buffer>;
type Write = (bytes: Uint8Array) => Promise<void>;
/** How a file's bytes come to the copy, and which of the two the print is of: what was read, or what was written. */
export type Flow = { run(read: Read, write: Write): Promise<void>; printed: "read" | "written" };

const asItIs: Flow = {
  printed: "read",
  run: async (read, write) => {
    for (let part = await read(256 * 1024); part.length > 0; part = await read(256 * 1024)) await write(part);
  },
};

/**
 * Copies one file durably under mode 600 and answers its print; undefined when it is gone, as files of a running server
 * may be.
 */
export async function copyFile(from: string, to: string, owner?: RunAs, flow = asItIs): Promise<Print | undefined> {
  const source = await open(from, "r").catch(unlessMissing);
  if (!source) return undefined;
  const read: Read = async (length) => {
    const part = Buffer.allocUnsafe(length);
    let got = 0;
    for (let last = -1; got < length && last !== 0; got += last)
      last = (await source.read(part, got, length - got)).bytesRead;
    return part.subarray(0, got);
  };
  try {
    return await writeCopy(read, to, owner, flow);
  } finally {
    await source.close();
  }
}

/** Writes a file durably from bytes in memory, as `copyFile` does from a file. */
export function writeBytes(bytes: Uint8Array, to: string, flow = asItIs): Promise<Print> {
  let at = 0;
  const read: Read = async (length) => {
    at += length;
    return Buffer.from(bytes.subarray(at - length, at));
  };
  return writeCopy(read, to, undefined, flow);
}

/** The whole of a small file, through `flow`; null when it is not there. */
export async function readThrough(from: string, flow = asItIs): Promise<Buffer | null> {
  const bytes = await readFile(from).catch(unlessMissing);
  if (!bytes) return null;
  const parts: Uint8Array[] = [];
  let at = 0;
  await flow.run(
    async (length) => {
      at += length;
      return bytes.subarray(at - length, at);
    },
    async (part) => {
      parts.push(part);
    },
  );
  return Buffer.concat(parts);
}

async function writeCopy(read: Read, to: string, owner: RunAs | undefined, flow: Flow): Promise<Print> {
  const target = await open(to, "w", 0o600);
  try {
    const hash = createHash("sha256");
    let bytes = 0;
    const print = (part: Uint8Array) => {
      hash.update(part);
      bytes += part.length;
    };
    await flow.run(
      async (length) => {
        const part = await read(length);
        if (flow.printed === "read") print(part);
        return part;
      },
      async (part) => {
        if (flow.printed === "written") print(part);
        for (let done = 0; done < part.length; ) done += (await target.write(part, done)).bytesWritten;
      },
    );
    if (owner) await target.chown(owner.uid, owner.gid);
    await target.sync();
    return { bytes, sha256: hash.digest("hex") };
  } finally {
    await target.close();
  }
}

/** Copies `files` from below one folder to below another, eight at a time. Answers the prints of those that were there. */
export async function copyFiles(
  from: string,
  to: string,
  files: readonly string[],
  owner?: RunAs,
  flow?: Flow,
): Promise<Record<string, Print>> {
  const prints: Record<string, Print> = {};
  const waiting = [...files].reverse();
  const work = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const print = await copyFile(join(from, file), join(to, file), owner, flow);
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
