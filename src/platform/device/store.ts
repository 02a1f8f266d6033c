import { Dexie, type Table } from "dexie";
import type { SetMeasure } from "../sync/contract.ts";
import type { Bytes } from "./bytes.ts";
import { isDiskFull } from "./problem.ts";
import { reopened } from "./reopened.ts";
import type { PhraseCost } from "./secret.ts";

/**
 * What lies on the disk. In clear stand only: ids, kinds, counts, times, the word that a user chose for the store, and how it
 * is opened. Everything else is ciphertext from its first byte. Each method is one transaction with strict durability: when
 * its promise resolves, the disk has it.
 */
export type UserRow = {
  /** The device's id: one for each user of a browser. */
  key: string;
  label: string;
  way: "passkey" | "phrase";
  passkey: { credentialId: string; salt: Bytes } | null;
  phrase: PhraseCost | null;
  /** The organisation's public key that entries are sealed to. */
  sealingKey: string;
  /** null: destroyed. `left` and `destroyed` users stay until everything sealed of theirs is on the server. */
  wraps: { dataKey: Bytes; meta: Bytes } | null;
  end: "destroyed" | "revoked" | "left" | null;
  /** The server's share, sealed; `untilMs` and `latestMs` by this device's clock. null: only online. */
  lease: { share: Bytes; untilMs: number; latestMs: number } | null;
  failures: number;
  /** Number of the next entry. */
  seq: number;
  epoch: string;
  cursor: string | null;
  /** Raised when the set is fetched anew: what still has an older one at the end is not of the set any more. */
  round: number;
  /** The last round that came in whole. */
  swept: number;
  /** Raised by every page, so that two tabs do not write over each other. */
  generation: number;
  pulledAt: string | null;
  /** By this device's clock. */
  sentAt: string | null;
  offsetMs: number | null;
  measures: readonly SetMeasure[];
};

export type PackRow = { user: string; kind: string; id: string; round: number; bytes: Bytes };
/** Up to 500 records of a kind together, each with its round inside. */
export type ChunkRow = { user: string; kind: string; no: number; bytes: Bytes };

export type EntryState = "waiting" | "received" | "delivered" | "refused" | "behind" | "quarantined";
export type OutboxRow = {
  id: string;
  user: string;
  /** Its number on this device, signed. */
  seq: number;
  /** Its place in the queue: its own number, or that of the entry that it mends. */
  order: number;
  state: EntryState;
  /** Sealed to the server: anybody can deliver it. */
  sealed: string;
  /** Sealed for its user: `KeptEntry`. null once the user's key is gone. */
  kept: Bytes | null;
  /** Sealed for its user: code and details of a refusal. */
  outcome: Bytes | null;
  /** Pictures that it names: it goes after them. */
  photos?: readonly string[];
  /** Pulls that came through since it was delivered, and when it was. */
  pulls: number;
  doneAtMs: number;
};
export type DraftRow = { user: string; key: string; bytes: Bytes };
/** Sealed to the server: nobody sees it here again, anybody can deliver it. */
export type PhotoRow = { id: string; user: string; bytes: Bytes };

export type PulledPage = {
  packs: readonly PackRow[];
  chunks: readonly ChunkRow[];
  gone: readonly { kind: string; id: string }[];
  change: Partial<UserRow>;
  /** Entries whose effect is in the set by now. */
  through: readonly string[];
  /** The set is whole: what is older goes. */
  sweep: boolean;
};

const pieceBytes = 32 * 1024;

export type DeviceStore = ReturnType<typeof openStore>;

const all = (user: string, ...head: string[]) =>
  [
    [user, ...head, Dexie.minKey],
    [user, ...head, Dexie.maxKey],
  ] as const;

/** Opens the browser's store. In Node, `indexedDB` is given. */
export function openStore(name = "powrot", factory: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {}) {
  const db = new Dexie(name, { chromeTransactionDurability: "strict", ...factory });
  db.version(1).stores({
    users: "key",
    packs: "[user+kind+id]",
    chunks: "[user+kind+no]",
    outbox: "id, [user+order]",
    drafts: "[user+key]",
    photos: "id, user",
  });
  const users: Table<UserRow, string> = db.table("users");
  const packs: Table<PackRow> = db.table("packs");
  const chunks: Table<ChunkRow> = db.table("chunks");
  const outbox: Table<OutboxRow, string> = db.table("outbox");
  const drafts: Table<DraftRow> = db.table("drafts");
  const photos: Table<PhotoRow, string> = db.table("photos");
  const write = <T>(tables: Table[], work: () => Promise<T>): Promise<T> =>
    db.transaction("rw", tables, work) as Promise<T>; // Dexie's own promise, awaited as any other
  const rowsOf = <T>(table: Table<T>, key: string, user: string, ...head: string[]) =>
    table.where(key).between(...all(user, ...head));

  const dropHeld = async (user: string) => {
    await rowsOf(packs, "[user+kind+id]", user).delete();
    await rowsOf(chunks, "[user+kind+no]", user).delete();
    await rowsOf(drafts, "[user+key]", user).delete();
  };

  const namedIn = async (user: string) =>
    new Set((await rowsOf(outbox, "[user+order]", user).toArray()).flatMap((row) => row.photos ?? []));
  const dropPhotos = (user: string, but: ReadonlySet<string> = new Set()) =>
    photos
      .where("user")
      .equals(user)
      .filter(({ id }) => !but.has(id))
      .delete();

  const doors = {
    users: () => users.toArray(),
    user: (key: string) => users.get(key),
    addUser: (row: UserRow) => write([users], () => users.add(row)),
    /** `change` sees the row as it is now; undefined leaves it. Answers the row afterwards. */
    changeUser: (key: string, change: (row: UserRow) => Partial<UserRow> | undefined) =>
      write([users], async () => {
        const row = await users.get(key);
        const parts = row && change(row);
        if (!row || !parts) return row;
        const next = { ...row, ...parts };
        await users.put(next);
        return next;
      }),
    /**
     * Keeps an entry; the one that it mends and the draft that it was made of go in the same moment.
     * False when another tab took the number meanwhile.
     */
    putEntry: (row: OutboxRow, { instead, draft }: { instead?: string; draft?: string } = {}) =>
      write([users, outbox, drafts], async () => {
        const user = await users.get(row.user);
        if (await outbox.get(row.id)) return true; // put again after an answer that got lost
        if (!user || user.seq !== row.seq) return false;
        await users.put({ ...user, seq: row.seq + 1 });
        if (instead) await outbox.delete(instead);
        if (draft) await drafts.delete([row.user, draft]);
        await outbox.add(row);
        return true;
      }),
    entry: (id: string) => outbox.get(id),
    outbox: (user: string) => rowsOf(outbox, "[user+order]", user).toArray(),
    changeEntries: (
      changes: readonly { id: string; change: Partial<OutboxRow> }[],
      drop: readonly string[] = [],
      user?: { key: string; change: Partial<UserRow> },
    ) =>
      write([users, outbox], async () => {
        for (const { id, change } of changes) await outbox.update(id, change);
        await outbox.bulkDelete([...drop]);
        if (user) await users.update(user.key, user.change);
      }),
    packs: (user: string, kind: string) => rowsOf(packs, "[user+kind+id]", user, kind).toArray(),
    pack: (user: string, kind: string, id: string) => packs.get([user, kind, id]),
    chunks: (user: string) => rowsOf(chunks, "[user+kind+no]", user).toArray(),
    /** One page of the feed with the cursor that it led to. False when another tab was quicker. */
    keepPage: (key: string, generation: number, page: PulledPage) =>
      write([users, packs, chunks, outbox], async () => {
        const user = await users.get(key);
        if (!user?.wraps || user.generation !== generation) return false;
        const next = { ...user, ...page.change, generation: generation + 1 };
        await packs.bulkDelete(page.gone.map(({ kind, id }) => [key, kind, id]));
        await packs.bulkPut([...page.packs]);
        await chunks.bulkPut([...page.chunks]);
        await outbox.bulkDelete([...page.through]);
        if (page.sweep)
          await rowsOf(packs, "[user+kind+id]", key)
            .filter((row) => row.round < next.round)
            .delete();
        await users.put(next);
        return true;
      }),
    /**
     * The end of a store: first the wraps, in a transaction of their own, so that whatever happens next nothing can be read;
     * then what they opened. The sealed entries stay until they are delivered.
     */
    endUser: async (key: string, end: NonNullable<UserRow["end"]>) => {
      await write([users], () => users.update(key, { wraps: null, lease: null, phrase: null, passkey: null, end }));
      await write([users, packs, chunks, drafts, outbox, photos], async () => {
        await dropHeld(key);
        await dropPhotos(key, await namedIn(key));
        await users.update(key, { cursor: null, measures: [] });
        // what no owner can mend any more goes as it is: a person at the office will look at it
        await rowsOf(outbox, "[user+order]", key).modify((row: OutboxRow) => {
          row.kept = null;
          row.outcome = null;
          if (row.state === "behind" || row.state === "refused") row.state = "waiting";
        });
        await rowsOf(outbox, "[user+order]", key)
          .filter((row) => row.state === "delivered" || row.state === "received" || row.state === "quarantined")
          .delete();
      });
    },
    /** True when the user's store is over and nothing of theirs waits: the last row goes. */
    forgetUser: (key: string) =>
      write([users, outbox, photos], async () => {
        const user = await users.get(key);
        if (!user?.end || (await rowsOf(outbox, "[user+order]", key).count()) > 0) return false;
        await dropPhotos(key);
        await users.delete(key);
        return true;
      }),
    /** Whether so many bytes more would find room: in pieces, as browsers do not count a large one before it is written. */
    hasRoom: async (bytes: number): Promise<boolean> => {
      const piece = new Uint8Array(pieceBytes);
      const rows = Array.from({ length: bytes / pieceBytes }, (_, no) => ({
        user: "",
        key: `room ${no}`,
        bytes: piece,
      }));
      const isFull = await write([drafts], () => drafts.bulkPut(rows)).then(() => false, isDiskFull);
      if (!isFull) await write([drafts], () => rowsOf(drafts, "[user+key]", "").delete());
      return !isFull;
    },
    draft: (user: string, key: string) => drafts.get([user, key]),
    /** `of`: the command that it is to become. One that is kept already has no draft any more, however late this comes. */
    saveDraft: (row: DraftRow, of: string | undefined) =>
      write([drafts, outbox], async () => {
        if (of === undefined || !(await outbox.get(of))) await drafts.put(row);
      }),
    dropDraft: (user: string, key: string) => write([drafts], () => drafts.delete([user, key])),
    addPhoto: (row: PhotoRow) => write([photos], () => photos.put(row)),
    photo: (id: string) => photos.get(id),
    photoIds: () => photos.toCollection().primaryKeys(),
    dropPhotos: (ids: readonly string[]) => write([photos], () => photos.bulkDelete([...ids])),
  };
  return { ...reopened(db, doors), close: () => db.close() };
}
