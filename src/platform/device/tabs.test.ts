import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IDBKeyRange } from "fake-indexeddb";
import { afterAll, beforeEach, expect, test } from "vitest";
import { openKeyRing } from "../keys/keyRing.ts";
import type { Engine } from "./engine.ts";
import { isShortOfSpace } from "./space.ts";
import { openStore } from "./store.ts";
import { pretendServer } from "./testing/pretendServer.ts";
import { about, command, secret, testBrowser } from "./testing/testDevice.ts";

const folder = mkdtempSync(join(tmpdir(), "powrot-tabs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const keys = openKeyRing(join(folder, "keys"), { create: true });

let server: ReturnType<typeof pretendServer>;
let browser: ReturnType<typeof testBrowser>;
let said: Promise<void>[];
let asked: string[];
let a: Engine;
let b: Engine;
let key: string;

/** All that tabs said to each other has been heard. */
const heard = async () => {
  while (said.length > 0) await said.shift();
};

beforeEach(async () => {
  const clock = { nowMs: Date.parse("2026-11-22T20:00:00Z") };
  server = pretendServer(keys, () => clock.nowMs);
  browser = testBrowser(server.send, clock);
  said = [];
  asked = [];
  let line: Promise<unknown> = Promise.resolve();
  const exclusive = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = line.then(work, work);
    line = mine.catch(() => undefined);
    return mine;
  };
  const tab = (name: string, other: () => Engine) =>
    browser.start({
      exclusive,
      tell: (word) => said.push(other().hear(structuredClone(word))),
      askRest: () => asked.push(name),
    });
  a = await tab("a", () => b);
  b = await tab("b", () => a);
  await a.enrol({ label: "Telefon", secret, pin: "2580", session: {}, proof: "" });
  key = a.state().deviceId ?? "";
  expect(await b.unlock(key, secret)).toBe("open");
  await heard();
});

const deliveries = () => server.requests.filter((line) => line.includes("deliver")).length;

test("what one saves the other shows; both try to send, and one does", async () => {
  server.away = "before";
  await a.put("contact.record", command({ n: 1 }), about("person:1"));
  await b.put("contact.record", command({ n: 2 }), about("person:2"));
  for (const tab of [a, b]) {
    const counted = async () => (await heard(), tab.state());
    await expect.poll(counted).toMatchObject({ waiting: 2, unsent: 2 });
  }
  expect(await a.pending()).toHaveLength(2);
  server.away = undefined;
  await Promise.all([a.syncNow(), b.syncNow()]);
  await heard();
  expect(server.order).toHaveLength(2);
  expect(deliveries()).toBe(1);
  expect([a.state().waiting, b.state().waiting]).toEqual([0, 0]);
});

test("what one fetches the other reads", async () => {
  const record = { kind: "street.pack", id: crypto.randomUUID(), personId: null, v: 1, body: { alias: "Zenek" } };
  expect(await b.read("street.pack")).toEqual([]);
  server.feed = [record];
  await a.syncNow();
  await heard();
  expect(await b.read("street.pack")).toEqual([{ alias: "Zenek" }]);
});

test("covering one covers the other: its page keeps what is typed first, and is not waited for long", async () => {
  await a.rest({ everywhere: true });
  await heard();
  expect(asked).toEqual(["b"]);
  expect(b.state().status).toBe("open");
  for (const timer of [...browser.timers].filter(({ ms }) => ms === 2000)) timer.work();
  expect(await b.unlockByPin("2580")).toBe("open"); // it rested
  await heard();
  await a.unlockByPin("2580");
  await a.rest({ everywhere: false }); // only out of sight
  await heard();
  expect(asked).toEqual(["b"]);
  await b.lock();
  await heard();
  expect(await a.unlockByPin("2580")).toBe("full_unlock_needed");
});

test("a store that one ends is over in the other too, and not called thrown away", async () => {
  await a.leave({ handOver: false });
  await heard();
  expect(b.state()).toMatchObject({ status: "none", trouble: null, users: [] });
  await expect(b.pending()).rejects.toMatchObject({ code: "device.not_open" });
});

test("a store that the browser has thrown away is told, and nothing is called saved any more", async () => {
  server.away = "before";
  await a.put("contact.record", command({ n: 1 }), about("person:1"));
  await expect.poll(async () => (await heard(), a.state().unsent)).toBe(1);
  const { indexedDB } = browser;
  const raw = openStore("powrot", { indexedDB, IDBKeyRange });
  await raw.users();
  raw.close();
  await new Promise((done) => {
    indexedDB.deleteDatabase("powrot").onsuccess = done;
  });
  await expect(a.put("contact.record", command({ n: 2 }), about("person:1"))).rejects.toMatchObject({
    code: "device.not_open",
  });
  expect(a.state()).toMatchObject({ status: "none", unsent: 0, trouble: "device.evicted" });
});

test("space is short with less than a fifth left", () => {
  const of = (usedBytes: number, isTight = false) =>
    isShortOfSpace({ persisted: true, usedBytes, quotaBytes: 1000, isTight });
  expect([of(800), of(801), of(1, true), isShortOfSpace(null)]).toEqual([false, true, true, false]);
});
