import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type KeyRing, keyRingOf, SealBroken } from "../keys/keyRing.ts";
import { Problem } from "../problem.ts";
import { type FileKind, findFileKind, mediaTypes } from "./fileKind.ts";
import { openPartStore, type PartStore } from "./partStore.ts";
import { repaint } from "./picture.ts";

/** What the database remembers of a file. `id` is random and the stored name; the person's name for it is kept by the room. */
type StoredFile = {
  id: string;
  kind: FileKind;
  mediaType: string;
  sizeBytes: number;
  /** SHA-256 of the content as stored, hex: pictures were painted anew before. */
  sha256: string;
};

export type PutOptions = {
  /** Kinds taken here; all of ours by default. */
  kinds?: readonly FileKind[];
  /** 15 MiB by default. */
  maxBytes?: number;
};

/** Files of all organisations, each under a key of its own that the organisation's key wraps. Serve them as attachments only. */
export type FileStore = {
  /**
   * Checks by content, paints pictures anew, seals and writes durably.
   * @throws Problem refused `file.empty | too_large | kind_not_allowed | broken | suspicious | picture_too_large`
   */
  put(organisationId: string, bytes: Uint8Array, options?: PutOptions): Promise<StoredFile>;
  /**
   * The content, after seal and hash agree.
   * @throws Problem not_found `file.not_found` | refused `file.altered`
   */
  get(organisationId: string, file: Pick<StoredFile, "id" | "sha256">): Promise<Uint8Array>;
  /** Ends the file; a missing one is fine. */
  remove(organisationId: string, id: string): Promise<void>;
  /** What has come in part. */
  parts: PartStore;
};

const megabyte = 1024 * 1024;
const wrappedKeyLength = 1 + 12 + 32 + 16;
const purpose = "file.key";

/** Files lie under `<dataDir>/files/<organisationId>/<2 hex>/<30 hex>`: wrapped key, then the sealed content. */
export function openFileStore(dataDir: string, keys: KeyRing): FileStore {
  function pathOf(organisationId: string, id: string): string {
    if (!/^[0-9a-f]{32}$/.test(id) || !/^[0-9a-zA-Z-]{1,64}$/.test(organisationId))
      throw new Problem("not_found", "file.not_found");
    return join(dataDir, "files", organisationId, id.slice(0, 2), id.slice(2));
  }

  return {
    parts: openPartStore(dataDir),
    async put(organisationId, bytes, { kinds, maxBytes = 15 * megabyte } = {}) {
      const { kind, content } = await acceptable(bytes, kinds, maxBytes);
      const id = randomBytes(16).toString("hex");
      const key = randomBytes(32);
      const wrapped = keys.encryptFor(organisationId, purpose, key, id);
      const sealed = keyRingOf(key).encryptFor(organisationId, "file", content, id);
      await writeDurably(pathOf(organisationId, id), [wrapped, sealed]);
      const sha256 = createHash("sha256").update(content).digest("hex");
      return { id, kind, mediaType: mediaTypes[kind], sizeBytes: content.length, sha256 };
    },

    async get(organisationId, { id, sha256 }) {
      const stored = await readFile(pathOf(organisationId, id)).catch((error: unknown) => {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      });
      if (!stored) throw new Problem("not_found", "file.not_found");
      try {
        const key = keys.decryptFor(organisationId, purpose, stored.subarray(0, wrappedKeyLength), id);
        const content = keyRingOf(key).decryptFor(organisationId, "file", stored.subarray(wrappedKeyLength), id);
        if (createHash("sha256").update(content).digest("hex") !== sha256) throw new SealBroken("Another content");
        return content;
      } catch (error) {
        if (error instanceof SealBroken) throw new Problem("refused", "file.altered");
        throw error;
      }
    },

    async remove(organisationId, id) {
      await rm(pathOf(organisationId, id), { force: true });
    },
  };
}

async function acceptable(bytes: Uint8Array, kinds: readonly FileKind[] | undefined, maxBytes: number) {
  if (bytes.length === 0) throw new Problem("refused", "file.empty");
  if (bytes.length > maxBytes)
    throw new Problem("refused", "file.too_large", { maxMegabytes: Math.floor(maxBytes / megabyte) });
  const kind = findFileKind(bytes);
  if (!kind || (kinds && !kinds.includes(kind))) throw new Problem("refused", "file.kind_not_allowed");
  const isPicture = kind === "png" || kind === "jpeg" || kind === "webp";
  return { kind, content: isPicture ? await repaint(bytes, kind) : bytes };
}

/** The file is whole under its name or not there at all, also after a power cut. */
async function writeDurably(path: string, parts: Uint8Array[]): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(4).toString("hex")}.part`;
  const handle = await open(draft, "wx", 0o600);
  try {
    for (const part of parts) await handle.writeFile(part);
    await handle.sync();
    await handle.close();
    await rename(draft, path);
    await syncFolder(folder);
    await syncFolder(dirname(folder));
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
