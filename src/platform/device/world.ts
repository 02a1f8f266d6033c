import type { CommandEnvelope } from "../ui/api.ts";
import type { Bytes } from "./bytes.ts";
import type { DeviceState, StorageState } from "./contract.ts";
import type { Held } from "./held.ts";
import type { PhraseCost } from "./secret.ts";
import type { DeviceStore } from "./store.ts";
import type { Opened } from "./vault.ts";
import type { Send } from "./wire.ts";

/** All that the engine has of the outside: the same code runs in a worker and, with other hands, in the tests in Node. */
export type World = {
  store: DeviceStore;
  send: Send;
  /** The device's own clock, right or wrong. */
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
  phraseSecret: (phrase: string, cost: PhraseCost) => Promise<Bytes>;
  /** Runs `work` after a while; answers how to call it off. */
  later: (ms: number, work: () => void) => () => void;
  /** One at a time among all tabs of this browser. */
  exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  storage: () => Promise<Omit<StorageState, "isTight"> | null>;
  /** Something of the state is other than before. */
  changed: (state: DeviceState) => void;
  /** Records of these kinds are other than before; `outbox` for what waits. */
  held: (kinds: readonly string[]) => void;
  /** Says it to the other tabs of this browser. */
  tell: (word: TabWord) => void;
  /** Another tab is covered: the page keeps what is typed and covers this one. */
  askRest: () => void;
};

/** What tabs of one browser say to each other: records were written; a store is about to end; the screen is covered or closed. */
export type TabWord = { held: readonly string[] } | { ended: string } | { say: "rest" | "lock" };

/** What opens a store: what a passkey derived (PRF, 32 bytes), or four words. */
export type Secret =
  | { way: "passkey"; prf: Bytes; credentialId: string; salt: Bytes }
  | { way: "phrase"; phrase: string };

export type UnlockAnswer = "open" | "wrong" | "lease_over" | "destroyed";
export type PinAnswer = "open" | "wrong" | "full_unlock_needed";

/** What of a command its user reads while it waits. Sealed with the data key. */
export type KeptEntry = {
  type: string;
  envelope: CommandEnvelope;
  touches: readonly string[];
  label: string;
  madeAt: string;
};
export type About = { touches: readonly string[]; label: string; photos?: readonly string[]; draft?: string };

export const keptBound = (user: string, id: string) => `entry|1|${user}|${id}`;
export const outcomeBound = (user: string, id: string) => `outcome|1|${user}|${id}`;

/** What is in memory while a user has the device open: all of it goes with `lock` and with `rest`. */
export type Open = { opened: Opened; held: Held; kept: Map<string, KeptEntry> };
