import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { uuidv7 } from "../../uuid.ts";
import { utf8 } from "../bytes.ts";
import type { DeviceState } from "../contract.ts";
import { openEngine } from "../engine.ts";
import { openStore } from "../store.ts";
import type { Send } from "../wire.ts";
import type { World } from "../world.ts";

/** A browser without a screen: a disk that outlives its processes, a clock that tests move, timers that run when told. */
export function testBrowser(send: Send, clock: { nowMs: number }, replaced: Partial<World> = {}) {
  const indexedDB = new IDBFactory();
  const browser = {
    clock,
    indexedDB,
    states: [] as DeviceState[],
    heldKinds: [] as string[],
    timers: new Set<{ ms: number; work: () => void }>(),
    store: () => openStore("powrot", { indexedDB, IDBKeyRange }),
    /** A new process on the same disk. */
    start: (more: Partial<World> = {}) =>
      openEngine({
        store: more.store ?? browser.store(),
        send,
        now: () => clock.nowMs,
        random: () => 0.5,
        phraseSecret: async (phrase, { salt }) => {
          const digest = await crypto.subtle.digest("SHA-256", utf8(`${phrase}${salt.join()}`));
          return new Uint8Array(digest);
        },
        later: (ms, work) => {
          const timer = { ms, work };
          browser.timers.add(timer);
          return () => browser.timers.delete(timer);
        },
        exclusive: (work) => work(),
        storage: async () => null,
        changed: (state) => browser.states.push(state),
        held: (kinds) => browser.heldKinds.push(...kinds),
        tell: () => undefined,
        askRest: () => undefined,
        ...replaced,
        ...more,
      }),
  };
  return browser;
}

export const phrase = "dobra zima ciepla herbata";
export const secret = { way: "phrase", phrase } as const;
export const wrong = { way: "phrase", phrase: "zla zima zimna herbata" } as const;

export function command(payload: unknown, more: { id?: string; mends?: string; base?: number } = {}) {
  return { id: uuidv7(), v: 1, occurredAt: "2026-11-22T20:00:00.000Z", payload, ...more };
}
export const about = (...touches: string[]) => ({ touches, label: "Karta" });
