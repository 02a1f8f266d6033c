import { mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../problem.ts";

/** Long things that come over a bad line, piece by piece. What lies here is sealed by whoever sends it; nothing but its length is known. */
export type PartStore = {
  /**
   * Writes `part` where what came before ends; elsewhere nothing is written. Answers how many bytes are there now.
   * @param of whose it is: each owner has twenty unfinished ones at most, and none older than 30 days
   * @throws Problem throttled `file.enough_today`
   */
  add(given: { organisationId: string; of: string; id: string; at: number; part: Uint8Array }): Promise<number>;
  read(organisationId: string, of: string, id: string): Promise<Buffer>;
  remove(organisationId: string, of: string, id: string): Promise<void>;
};

const mostUnfinished = 20;
const keptMs = 30 * 86_400_000;

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

  /** Before another one begins. */
  async function makeRoom(organisationId: string, of: string): Promise<void> {
    const folder = folderOf(organisationId);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    let unfinished = 0;
    for (const name of (await readdir(folder)).filter((each) => each.startsWith(`${of}.`))) {
      const isOld = await stat(join(folder, name)).then(
        ({ mtimeMs }) => Date.now() - mtimeMs > keptMs,
        () => true,
      );
      if (isOld) await rm(join(folder, name), { force: true });
      else unfinished += 1;
    }
    if (unfinished >= mostUnfinished) throw new Problem("throttled", "file.enough_today");
  }

  return {
    async add({ organisationId, of, id, at, part }) {
      const path = pathOf(organisationId, of, id);
      const length = await lengthOf(path);
      if (part.length === 0 || at !== length) return length;
      if (at === 0) await makeRoom(organisationId, of);
      const handle = await open(path, at === 0 ? "w" : "r+", 0o600);
      try {
        await handle.write(part, 0, part.length, at);
        await handle.sync();
      } finally {
        await handle.close();
      }
      return at + part.length;
    },
    read: (organisationId, of, id) => readFile(pathOf(organisationId, of, id)),
    remove: (organisationId, of, id) => rm(pathOf(organisationId, of, id), { force: true }),
  };
}
