import type { EntryResult } from "../sync/contract.ts";
import type { EntryState } from "./store.ts";

/**
 * The queue of one user, as pure decisions.
 *
 *   waiting -> delivered     the server did it; stays visible until the set has it
 *           -> received      somebody else brought it: its user asks later what became of it
 *           -> quarantined   a person at the office decides; asked about like `received`
 *           -> refused       the user mends or discards it; later ones on the same records go `behind`
 *   behind  -> waiting       once what it stood behind is mended or discarded
 *
 * Nothing but its user's word takes away what the server has not.
 */
export type Queued = {
  id: string;
  order: number;
  touches: readonly string[];
  state: EntryState;
  /** A picture that it names is not on the server yet. */
  isEarly?: boolean;
};

const mostOfBatch = 50;

const meets = (one: readonly string[], other: ReadonlySet<string>) => one.some((touched) => other.has(touched));

/**
 * What goes next, in order: never two on the same record, so that a refused one is known before the next is tried.
 * `queue` in order; together at most `mostLetters` of sealed text, unless one alone has more.
 */
export function nextBatch<Q extends Queued & { sealed: string }>(queue: readonly Q[], mostLetters: number): Q[] {
  const batch: Q[] = [];
  const taken = new Set<string>();
  let letters = 0;
  for (const entry of queue) {
    if (entry.state === "delivered" || entry.state === "received" || entry.state === "quarantined") continue;
    if (entry.state === "waiting" && !entry.isEarly && !meets(entry.touches, taken)) {
      letters += entry.sealed.length;
      if (batch.length === mostOfBatch || (letters > mostLetters && batch.length > 0)) break;
      batch.push(entry);
    }
    for (const touched of entry.touches) taken.add(touched);
  }
  return batch;
}

const after: Readonly<Record<EntryResult["outcome"], EntryState>> = {
  done: "delivered",
  kept: "delivered",
  received: "received",
  quarantined: "quarantined",
  refused: "refused",
  forbidden: "refused",
  not_found: "refused",
  conflict: "refused",
  invalid: "refused",
};

export type QueueChange = { id: string; state: EntryState; result?: EntryResult };

/** What changes in the queue by the server's answers; entries without an answer stay as they are. */
export function settle(queue: readonly Queued[], results: readonly EntryResult[]): QueueChange[] {
  const answered = new Map(results.map((result) => [result.id, result]));
  const changes: QueueChange[] = [];
  for (const entry of queue) {
    const result = answered.get(entry.id);
    if (!result || entry.state === "delivered" || entry.state === "refused" || entry.state === "behind") continue;
    const state = after[result.outcome];
    if (state !== entry.state) changes.push({ id: entry.id, state, result });
  }
  const now = new Map(changes.map(({ id, state }) => [id, state]));
  return [...changes, ...setAside(queue.map((entry) => ({ ...entry, state: now.get(entry.id) ?? entry.state })))];
}

/** Which entries stand behind a refused one, and which do no longer. */
export function setAside(queue: readonly Queued[]): QueueChange[] {
  const blocked = new Set<string>();
  const changes: QueueChange[] = [];
  for (const { id, state, touches } of queue) {
    const stands = state === "refused" || ((state === "waiting" || state === "behind") && meets(touches, blocked));
    if (stands) for (const touched of touches) blocked.add(touched);
    if (state === "waiting" && stands) changes.push({ id, state: "behind" });
    if (state === "behind" && !stands) changes.push({ id, state: "waiting" });
  }
  return changes;
}

/** How long to wait after `failures` tries in a row that came to nothing: 1 s, 2 s, 4 s … 5 min, less up to a half by chance. */
export function pauseMs(failures: number, chance: number): number {
  return Math.min(300_000, 1000 * 2 ** Math.min(failures - 1, 10)) * (1 - chance / 2);
}

const minute = 60_000;

/** Whether a delivered entry's effect is surely in the set: two pulls later and a minute, as a slow transaction holds the feed. */
export function isThrough(pulls: number, doneAtMs: number, nowMs: number): boolean {
  return pulls >= 2 && Math.abs(nowMs - doneAtMs) >= minute;
}
