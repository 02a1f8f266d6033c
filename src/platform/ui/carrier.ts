import { useSyncExternalStore } from "react";
import type { DeviceState, PendingCommand } from "../device/contract.ts";
import type { Lang } from "../messages.ts";
import type { CommandEnvelope } from "./api.ts";

/**
 * What forms and lines know of the device. The store and its keys are loaded only where a browser keeps something: until then
 * nobody carries, and commands go over the network.
 */

/** A form that is not sent yet. The id goes along: sent at last, it is the same command, whatever ended in between. */
export type Draft = { v: number; id: string; mends?: string; values: unknown; savedAt: string };

export type Carrier = {
  /** True when commands of this type go by the outbox now. */
  carries(type: string): boolean;
  /** Resolves when the command is safe on this device, and its draft gone. */
  put(type: string, envelope: CommandEnvelope, draft?: string): Promise<void>;
  /** Bodies of all held records of a kind, and what was done here and may not be in them yet: rooms lay one over the other. */
  read<T>(kind: string): Promise<readonly T[]>;
  pending(): Promise<readonly PendingCommand[]>;
  /** Raised with every change of what those two answer; until then they answer the very same lists. */
  changes(): number;
  saveDraft(key: string, draft: Draft): Promise<void>;
  loadDraft(key: string): Promise<Draft | undefined>;
  dropDraft(key: string): Promise<void>;
  /** Somebody's card was read here: it will stand among those who read their file. */
  noteRead(personId: string): void;
  /** Keeps a picture without what the camera wrote beside it; answers its id, for the command that names it. */
  keepPhoto(picture: Blob): Promise<string>;
  /** The sentence of what the device could not do; undefined for what is not the device's. */
  say(error: unknown, lang: Lang): string | undefined;
};

let carrier: Carrier | null = null;
let state: DeviceState | null = null;
const listeners = new Set<() => void>();
const unsaved = new Set<() => Promise<void>>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The app tells what the device is and, while it is open, who carries. */
export function tellDevice(next: DeviceState | null, by: Carrier | null): void {
  state = next;
  carrier = by;
  for (const listener of listeners) listener();
}

export function getCarrier(): Carrier | null {
  return carrier;
}

export function useCarrier(): Carrier | null {
  return useSyncExternalStore(subscribe, getCarrier);
}

export function getDeviceState(): DeviceState | null {
  return state;
}

/** Null while this browser keeps nothing. */
export function useDeviceState(): DeviceState | null {
  return useSyncExternalStore(subscribe, getDeviceState);
}

/** A form says how its draft is kept at once. Answers what takes it off the list. */
export function keepsDraft(save: () => Promise<void>): () => void {
  unsaved.add(save);
  return () => unsaved.delete(save);
}

/** Keeps every draft now: before the screen is covered, the page is loaded anew or goes out of sight. Never fails, takes a second at most. */
export async function keepDrafts(): Promise<void> {
  const late = new Promise<void>((done) => setTimeout(done, 1000));
  await Promise.race([late, Promise.allSettled([...unsaved].map((save) => save()))]);
}
