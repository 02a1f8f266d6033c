import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { openKeyRing } from "../keys/keyRing.ts";
import type { DeviceStore } from "./store.ts";
import { pretendServer } from "./testing/pretendServer.ts";
import { about, command, secret, testBrowser } from "./testing/testDevice.ts";
import type { Send } from "./wire.ts";

const folder = mkdtempSync(join(tmpdir(), "powrot-kill-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const keys = openKeyRing(join(folder, "keys"), { create: true });

class Killed extends Error {}

/** Everything the process does to the outside fails from its `at`th step on, before or after that step had its effect. */
function mortal(store: DeviceStore, send: Send, at: number, isAfter: boolean) {
  let steps = 0;
  const step = async <T>(does: () => Promise<T>): Promise<T> => {
    steps += 1;
    if (steps > at || (steps === at && !isAfter)) throw new Killed();
    const value = await does();
    if (steps >= at) throw new Killed();
    return value;
  };
  const dying = Object.fromEntries(
    Object.entries(store).map(([name, door]) => [
      name,
      (...args: unknown[]) => step(async () => (door as (...given: unknown[]) => Promise<unknown>)(...args)),
    ]),
  );
  return {
    store: dying as unknown as DeviceStore, // the same doors, each of which may be the last
    send: ((...request) => step(() => send(...request))) satisfies Send as Send,
    isDead: () => steps >= at,
  };
}

test("killed between any two steps, a phone loses nothing that it called saved and does nothing twice", async () => {
  const clock = { nowMs: Date.parse("2026-11-22T20:00:00Z") };
  const property = fc.asyncProperty(fc.nat(70), fc.boolean(), fc.nat(3), async (at, isAfter, refusedAt) => {
    const server = pretendServer(keys, () => clock.nowMs);
    const browser = testBrowser(server.send, clock);
    const made = await browser.start();
    await made.enrol({ label: "Telefon", secret, pin: "2580", session: {}, proof: "" });
    const key = made.state().deviceId ?? "";
    const record = (n: number) => ({
      kind: "street.entry",
      id: crypto.randomUUID(),
      personId: null,
      v: 1,
      body: { n },
    });
    server.pageSize = 2;
    server.feed = [1, 2, 3, 4, 5].map(record);
    const entries = [0, 1, 2, 3].map((n) => command({ n }));
    server.decide = (id) => (id === entries[refusedAt]?.id ? { outcome: "refused", code: "no" } : { outcome: "done" });

    const saved = new Set<string>();
    const { store, send, isDead } = mortal(browser.store(), server.send, at + 1, isAfter);
    try {
      const doomed = await browser.start({ store, send });
      doomed.setDirectories(["street.entry"]);
      await doomed.unlock(key, secret);
      for (const [n, entry] of entries.entries()) {
        await doomed.put("contact.record", entry, about(`person:${n % 2}`));
        saved.add(entry.id);
        if (n === 1) await doomed.syncNow();
      }
      await doomed.syncNow();
    } catch (error) {
      if (!isDead() && !(error instanceof Killed)) throw error;
    }

    const phone = await browser.start();
    phone.setDirectories(["street.entry"]);
    expect(await phone.unlock(key, secret)).toBe("open");
    await phone.syncNow();
    await phone.syncNow();
    const aside = new Map((await phone.pending()).map(({ id, state }) => [id, state]));
    for (const id of saved) {
      const times = server.order.filter((one) => one === id).length;
      const isAside = ["refused", "behind"].includes(aside.get(id) ?? "");
      expect({ id, times, isAside }).toEqual({ id, times: isAside ? 0 : 1, isAside });
    }
    expect(new Set(server.order).size).toBe(server.order.length);
    const seqs = [...server.payloads.values()].map((entry) => (entry as { deviceSeq: number }).deviceSeq);
    expect(new Set(seqs).size).toBe(seqs.length);
    expect(await phone.read("street.entry")).toHaveLength(5);
  });
  await fc.assert(property, { numRuns: 60, seed: 20_261_122 });
}, 60_000);
