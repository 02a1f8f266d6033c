import type { NoteReads } from "../sync/contract.ts";
import { uuidv7 } from "../uuid.ts";
import type { Writing } from "./writing.ts";

const place = "reads";
/** One that is looked at again and again is one reading. */
const sameMs = 15 * 60_000;
const most = 500;

type Read = NoteReads["reads"][number];
/** `sending`: what went out under this id, until an answer came; sent again it is the same. */
type Kept = { reads: Read[]; sending: { id: string; reads: Read[] } | null };

export type Reads = ReturnType<typeof openReads>;

/** Whom the open user read on this device: kept sealed beside the drafts and told to the server at the next contact. */
export function openReads(now: () => Promise<string>, writing: Pick<Writing, "saveDraft" | "loadDraft">) {
  let line: Promise<unknown> = Promise.resolve();

  /** One change at a time. */
  function change<T>(does: (kept: Kept) => T): Promise<T> {
    const next = line.then(async () => {
      const kept = ((await writing.loadDraft(place)) as Kept | undefined) ?? { reads: [], sending: null }; // only written here
      const before = JSON.stringify(kept);
      const answer = does(kept);
      if (JSON.stringify(kept) !== before) await writing.saveDraft(place, kept);
      return answer;
    });
    line = next.catch(() => undefined);
    return next;
  }

  return {
    note: async (personId: string): Promise<void> => {
      const at = await now();
      const since = Date.parse(at) - sameMs;
      await change(({ reads, sending }) => {
        const known = [...reads, ...(sending?.reads ?? [])];
        if (known.some((read) => read.personId === personId && Date.parse(read.at) > since)) return;
        reads.push({ personId, at });
      });
    },
    /** What is to be told now; null: nothing. */
    take: (): Promise<Kept["sending"]> =>
      change((kept) => {
        if (!kept.sending && kept.reads.length > 0) kept.sending = { id: uuidv7(), reads: kept.reads.splice(0, most) };
        return kept.sending;
      }),
    told: (): Promise<void> =>
      change((kept) => {
        kept.sending = null;
      }),
  };
}
