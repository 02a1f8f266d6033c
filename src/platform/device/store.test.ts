import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { openKeyRing } from "../keys/keyRing.ts";
import type { Engine } from "./engine.ts";
import { openStore } from "./store.ts";
import { pretendServer } from "./testing/pretendServer.ts";
import { about, command, secret, testBrowser } from "./testing/testDevice.ts";

const folder = mkdtempSync(join(tmpdir(), "powrot-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const keys = openKeyRing(join(folder, "keys"), { create: true });

/** A browser that takes connections away, as Safari does in the background. */
class TakingFactory extends IDBFactory {
  private readonly given = new Set<IDBDatabase>();
  /** The next so many transactions end in the middle. */
  toAbort = 0;

  override open(name: string, version?: number) {
    const asked = super.open(name, version);
    asked.addEventListener("success", () => this.watch(asked.result as unknown as IDBDatabase));
    return asked;
  }

  private watch(db: IDBDatabase): void {
    this.given.add(db);
    const begin = db.transaction.bind(db);
    db.transaction = (...args) => {
      const transaction = begin(...args);
      if (this.toAbort > 0) {
        this.toAbort -= 1;
        queueMicrotask(() => transaction.abort());
      }
      return transaction;
    };
  }

  takeAll(): void {
    for (const db of this.given) db.close();
    this.given.clear();
  }
}

const clock = { nowMs: Date.parse("2026-11-22T20:00:00Z") };
let server: ReturnType<typeof pretendServer>;
let factory: TakingFactory;
let phone: Engine;
let start: () => Promise<Engine>;

beforeEach(async () => {
  server = pretendServer(keys, () => clock.nowMs);
  factory = new TakingFactory();
  const browser = testBrowser(server.send, clock);
  start = () => browser.start({ store: openStore("powrot", { indexedDB: factory, IDBKeyRange }) });
  phone = await start();
  await phone.enrol({ label: "Telefon", secret, pin: "2580", session: {}, proof: "" });
});

describe("a connection that the browser has taken away is opened anew, and nobody notices", () => {
  test("between two acts", async () => {
    factory.takeAll();
    await phone.put("contact.record", command({ n: 1 }), about("person:1"));
    factory.takeAll();
    expect(await phone.pending()).toHaveLength(1);
    factory.takeAll();
    await phone.syncNow();
    expect(server.order).toHaveLength(1);
  });

  test("in the middle of one, and it is done once", async () => {
    for (const n of [1, 2, 3]) {
      factory.toAbort = 1;
      await phone.put("contact.record", command({ n }), about("person:1"));
    }
    const again = await start();
    await again.unlock(phone.state().deviceId ?? "", secret);
    expect((await again.pending()).map(({ envelope }) => envelope.payload)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    await again.syncNow();
    expect(server.order).toHaveLength(3);
  });

  test("with several acts under way at once", async () => {
    factory.takeAll();
    factory.toAbort = 2;
    const entries = [1, 2, 3, 4].map((n) => command({ n }));
    await Promise.all(entries.map((entry, n) => phone.put("contact.record", entry, about(`person:${n}`))));
    expect(new Set((await phone.pending()).map(({ id }) => id))).toEqual(new Set(entries.map(({ id }) => id)));
  });

  test("for another tab that brings a newer store", async () => {
    const newer = factory.open("powrot", 1000);
    const opened = new Promise((done, fail) => {
      newer.onsuccess = () => done(newer.result.close());
      newer.onerror = () => fail(newer.error);
    });
    await opened;
    await phone.put("contact.record", command({}), about("person:1"));
    expect(await phone.pending()).toHaveLength(1);
  });
});

test("what goes on being refused is told, and not called saved", async () => {
  factory.toAbort = 1000;
  await expect(phone.put("contact.record", command({}), about("person:1"))).rejects.toThrow();
  factory.toAbort = 0;
  expect(await phone.pending()).toEqual([]);
});
