import type { GoneRecord, HeldRecord } from "../sync/contract.ts";
import { openJson, sealJson } from "./crypto.ts";
import type { ChunkRow, DeviceStore, PackRow, PulledPage } from "./store.ts";
import type { Opened } from "./vault.ts";

/**
 * The set as it lies on the device: one ciphertext for each record, or, for the kinds that are lists of many small ones
 * (directories), one for 500 together. Decrypted here for as long as the store is open; nothing of it outlives `lock`.
 */
type Kept = { id: string; body: unknown; round: number };
type Directory = { chunks: Map<number, Kept[]>; where: Map<string, number> };

const mostOfChunk = 500;
const packBound = (user: string, kind: string, id: string) => `pack|1|${user}|${kind}|${id}`;
const chunkBound = (user: string, kind: string, no: number) => `chunk|1|${user}|${kind}|${no}`;

export type Held = ReturnType<typeof openHeld>;

export function openHeld(store: DeviceStore, { key, dataKey }: Opened, isDirectory: (kind: string) => boolean) {
  let directories: Promise<Map<string, Directory>> | undefined;
  let lists = new Map<string, Promise<readonly unknown[]>>();

  async function loadDirectories(): Promise<Map<string, Directory>> {
    const loaded = new Map<string, Directory>();
    for (const { kind, no, bytes } of await store.chunks(key)) {
      const directory = loaded.get(kind) ?? { chunks: new Map(), where: new Map() };
      const rows = await openJson<Kept[]>(dataKey, bytes, chunkBound(key, kind, no));
      directory.chunks.set(no, rows);
      for (const { id } of rows) directory.where.set(id, no);
      loaded.set(kind, directory);
    }
    return loaded;
  }

  const allOf = async (kind: string): Promise<readonly unknown[]> => {
    directories ??= loadDirectories();
    const directory = (await directories).get(kind);
    if (directory) return [...directory.chunks.values()].flatMap((rows) => rows.map(({ body }) => body));
    const rows = await store.packs(key, kind);
    return Promise.all(rows.map(({ id, bytes }) => openJson<unknown>(dataKey, bytes, packBound(key, kind, id))));
  };

  return {
    /** Bodies of all records of a kind, in no order. */
    read: (kind: string): Promise<readonly unknown[]> => {
      const known = lists.get(kind) ?? allOf(kind);
      lists.set(kind, known);
      known.catch(() => lists.delete(kind));
      return known;
    },
    readOne: async (kind: string, id: string): Promise<unknown> => {
      directories ??= loadDirectories();
      const directory = (await directories).get(kind);
      if (directory) {
        const no = directory.where.get(id);
        return no === undefined ? undefined : directory.chunks.get(no)?.find((row) => row.id === id)?.body;
      }
      const row = await store.pack(key, kind, id);
      return row && openJson<unknown>(dataKey, row.bytes, packBound(key, kind, id));
    },
    /** Forgets what was decrypted: another tab has written, or a page was kept. */
    forget: (): void => {
      directories = undefined;
      lists = new Map();
    },
    /** Seals a page for the store. `sweep`: the set is whole, what has an older round is not of it any more. */
    sealPage: async (
      records: readonly (HeldRecord | GoneRecord)[],
      round: number,
      sweep: boolean,
    ): Promise<Pick<PulledPage, "packs" | "chunks" | "gone" | "sweep">> => {
      directories ??= loadDirectories();
      const before = await directories;
      const changed = new Map<string, Map<number, Kept[]>>();
      const packs: PackRow[] = [];
      const gone: { kind: string; id: string }[] = [];
      const where = new Map([...before].map(([kind, directory]) => [kind, new Map(directory.where)]));
      const rowsOf = (kind: string, no: number): Kept[] => {
        const ofKind = changed.get(kind) ?? new Map<number, Kept[]>();
        changed.set(kind, ofKind);
        const rows = ofKind.get(no) ?? [...(before.get(kind)?.chunks.get(no) ?? [])];
        ofKind.set(no, rows);
        return rows;
      };
      /** The last chunk while it has room, else a new one; room that went before is left, a directory loses few. */
      const roomIn = (kind: string): number => {
        const last = Math.max(0, ...(before.get(kind)?.chunks.keys() ?? []), ...(changed.get(kind)?.keys() ?? []));
        return rowsOf(kind, last).length < mostOfChunk ? last : last + 1;
      };
      for (const record of records) {
        const { kind, id } = record;
        if (!isDirectory(kind)) {
          if ("gone" in record) gone.push({ kind, id });
          else {
            const bytes = await sealJson(dataKey, record.body, packBound(key, kind, id));
            packs.push({ user: key, kind, id, round, bytes });
          }
          continue;
        }
        const places = where.get(kind) ?? new Map<string, number>();
        where.set(kind, places);
        const known = places.get(id);
        if ("gone" in record) {
          if (known === undefined) continue;
          places.delete(id);
          const rows = rowsOf(kind, known);
          rows.splice(
            rows.findIndex((row) => row.id === id),
            1,
          );
          continue;
        }
        const no = known ?? roomIn(kind);
        const rows = rowsOf(kind, no);
        const kept = { id, body: record.body, round };
        const at = known === undefined ? -1 : rows.findIndex((row) => row.id === id);
        if (at < 0) rows.push(kept);
        else rows[at] = kept;
        places.set(id, no);
      }
      if (sweep)
        for (const [kind, directory] of before)
          for (const [no, rows] of directory.chunks) if (rows.some((row) => row.round < round)) rowsOf(kind, no);
      const chunks: ChunkRow[] = [];
      for (const [kind, byNo] of changed)
        for (const [no, rows] of byNo) {
          const left = sweep ? rows.filter((row) => row.round >= round) : rows;
          chunks.push({ user: key, kind, no, bytes: await sealJson(dataKey, left, chunkBound(key, kind, no)) });
        }
      return { packs, chunks, gone, sweep };
    },
  };
}
