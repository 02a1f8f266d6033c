import { mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../problem.ts";

/** Long things that come over a bad line, piece by piece. What lies here is sealed by whoever sends it; nothing but its length is known. */
export type PartStore = {
  /**
   * Writes `part` where what came before ends; elsewhere nothing is written. Answers how many bytes are there now.
   * @param of whose it is: each owner has twenty unfinished ones at most, the oldest make room; none is older than 30 days
   */
  add(given: { organisationId: string; of: string; id: string; at: number; part: Uint8Array }): Promise<number>;
  /** What came; null when nothing is there, as when another request has taken it away. */
  read(organisationId: string, of: string, id: string): Promise<Buffer | null>;
  remove(organisationId: string, of: string, id: string): Promise<void>;
};

const mostUnfinished = 20;
const keptMs = 30 * 86_400_000;

/** For what is not there. */
function absent(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}

/** Pieces lie under `<dataDir>/parts/<organisationId>/<of>.<id>`; the last one that was written is on the disk before it is counted. */
export function openPartStore(dataDir: string): PartStore {
  const folderOf = (organisationId: string) => join(dataDir, "parts", organisationId);
  const pathOf = (organisationId: string, of: string, id: string) => {
    for (const name of [organisationId, of, id])
      if (!/^[0-9a-f-]{36}$/.test(name)) throw new Problem("not_found", "file.not_found");
    return join(folderOf(organisationId), `${of}.${id}`);
  };
  const lengthOf = (path: string) =>
    stat(path).then(
      ({ size }) => size,
      () => 0,
    );

  /** Before another one begins. Whoever knows an owner's id may begin one: that must keep the owner from nothing. */
  async function makeRoom(organisationId: string, of: string): Promise<void> {
    const folder = folderOf(organisationId);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const own: { path: string; mtimeMs: number }[] = [];
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const { mtimeMs } = (await stat(path).catch(absent)) ?? { mtimeMs: 0 };
      if (Date.now() - mtimeMs > keptMs) await rm(path, { force: true });
      else if (name.startsWith(`${of}.`)) own.push({ path, mtimeMs });
    }
    const over = Math.max(0, own.length + 1 - mostUnfinished);
    for (const { path } of own.toSorted((one, other) => one.mtimeMs - other.mtimeMs).slice(0, over))
      await rm(path, { force: true });
  }

  return {
    async add({ organisationId, of, id, at, part }) {
      const path = pathOf(organisationId, of, id);
      const length = await lengthOf(path);
      if (part.length === 0 || at !== length) return length;
      if (at === 0) await makeRoom(organisationId, of);
      const handle = await open(path, at === 0 ? "w" : "r+", 0o600).catch(absent);
      if (!handle) return 0;
      try {
        await handle.write(part, 0, part.length, at);
        await handle.sync();
      } finally {
        await handle.close();
      }
      return at + part.length;
    },
    read: (organisationId, of, id) => readFile(pathOf(organisationId, of, id)).catch(absent),
    remove: (organisationId, of, id) => rm(pathOf(organisationId, of, id), { force: true }),
  };
}
