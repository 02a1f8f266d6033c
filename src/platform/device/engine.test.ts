import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { openKeyRing } from "../keys/keyRing.ts";
import { uuidv7 } from "../uuid.ts";
import type { Engine } from "./engine.ts";
import { pretendServer } from "./testing/pretendServer.ts";
import { about, command, secret, testBrowser, wrong } from "./testing/testDevice.ts";

const folder = mkdtempSync(join(tmpdir(), "powrot-device-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const keys = openKeyRing(join(folder, "keys"), { create: true });

const hour = 3_600_000;
const session = { account: { id: uuidv7(), name: "Marta Próbna" } };
let clock: { nowMs: number };
let server: ReturnType<typeof pretendServer>;
let browser: ReturnType<typeof testBrowser>;
let phone: Engine;
let key: string;

beforeEach(async () => {
  clock = { nowMs: Date.parse("2026-11-22T20:00:00Z") };
  server = pretendServer(keys, () => clock.nowMs);
  browser = testBrowser(server.send, clock);
  phone = await browser.start();
  await phone.enrol({ label: "Telefon 3", secret, pin: "2580", session, proof: "" });
  key = phone.state().deviceId ?? "";
});

const person = (n: number) => `person:${n}`;
const states = async () => (await phone.pending()).map(({ state }) => state);

describe("unlocking", () => {
  test("a new process is locked and opens by the phrase without network, whatever its capitals and diacritics", async () => {
    server.away = "before";
    const again = await browser.start();
    expect(again.state()).toMatchObject({ status: "locked", users: [{ key, label: "Telefon 3", way: "phrase" }] });
    expect(await again.unlock(key, secret)).toBe("open");
    expect(again.session()).toEqual(session);
  });

  test("ten wrong phrases destroy the wraps, over all processes together; what waited stays deliverable", async () => {
    const entry = command({ note: "spał na klatce" });
    await phone.put("contact.record", entry, about(person(1)));
    for (let time = 1; time <= 9; time += 1) expect(await (await browser.start()).unlock(key, wrong)).toBe("wrong");
    const last = await browser.start();
    expect(await last.unlock(key, wrong)).toBe("destroyed");
    expect(await last.unlock(key, secret)).toBe("destroyed");
    expect(last.state()).toMatchObject({ status: "none", waiting: 1 });
    await last.syncNow();
    expect(server.order).toEqual([entry.id]);
    expect(await browser.store().users()).toEqual([]);
  });

  test("a right phrase sets the count back", async () => {
    for (let time = 1; time <= 9; time += 1) await phone.unlock(key, wrong);
    expect(await phone.unlock(key, secret)).toBe("open");
    expect(await phone.unlock(key, wrong)).toBe("wrong");
  });

  test("a PIN opens what rests, five tries and half an hour long; then the full unlock", async () => {
    await phone.rest({ everywhere: true });
    expect(phone.state().status).toBe("resting");
    await expect(phone.pending()).rejects.toMatchObject({ code: "device.not_open" });
    expect(await phone.unlockByPin("0000")).toBe("wrong");
    expect(await phone.unlockByPin("2580")).toBe("open");
    await phone.rest({ everywhere: true });
    for (let time = 1; time <= 4; time += 1) expect(await phone.unlockByPin("0000")).toBe("wrong");
    expect(await phone.unlockByPin("0000")).toBe("full_unlock_needed");
    expect(await phone.unlockByPin("2580")).toBe("full_unlock_needed");
    await phone.unlock(key, secret);
    await phone.rest({ everywhere: true });
    clock.nowMs += 31 * 60_000;
    expect(await phone.unlockByPin("2580")).toBe("full_unlock_needed");
    expect(phone.state().status).toBe("locked");
  });

  test("after 72 hours the share is gone from the disk and only the server opens, with the clock turned back too", async () => {
    server.away = "before";
    clock.nowMs += 72 * hour;
    expect(await (await browser.start()).unlock(key, secret)).toBe("lease_over");
    expect((await browser.store().user(key))?.lease).toBeNull();
    clock.nowMs -= 100 * hour;
    expect(await phone.unlock(key, secret)).toBe("lease_over");
    server.away = undefined;
    server.signedIn = false;
    expect(await phone.unlock(key, secret)).toBe("lease_over");
    server.signedIn = true;
    expect(await phone.unlock(key, secret)).toBe("open");
  });

  test("contact prolongs the lease", async () => {
    clock.nowMs += 50 * hour;
    await phone.syncNow();
    clock.nowMs += 50 * hour;
    server.away = "before";
    expect(await (await browser.start()).unlock(key, secret)).toBe("open");
  });

  test("a revoked device loses its wraps and data at the next contact; what waited goes, to be looked through", async () => {
    server.feed = [{ kind: "street.pack", id: uuidv7(), personId: null, v: 1, body: { alias: "Zenek" } }];
    await phone.syncNow();
    const entry = command({});
    await phone.put("contact.record", entry, about(person(1)));
    server.revoke(key);
    const { answer } = server;
    let toldAtFarewell: unknown;
    server.answer = (...request) => {
      if (request[1] === "/api/sync/farewell") toldAtFarewell = phone.state(); // it takes the storage away under the screen
      return answer(...request);
    };
    await phone.syncNow();
    expect(toldAtFarewell).toMatchObject({ status: "none", trouble: "device.revoked" });
    expect(phone.state()).toMatchObject({ status: "none", trouble: "device.revoked" });
    expect(await browser.store().users()).toEqual([]);
    expect(await browser.store().packs(key, "street.pack")).toEqual([]);
    expect([...server.payloads.keys()]).toEqual([entry.id]);
    expect(server.requests.at(-1)).toBe("POST /api/sync/farewell");
  });
});

test("a closed store is ended at the next contact too, without anybody opening it, and says why", async () => {
  const { answer } = server;
  server.answer = async (...request) => {
    const { body, ...told } = await answer(...request);
    const isEnd = told.status === 401 && typeof body === "object";
    return { ...told, body: isEnd ? { ...body, details: { cause: "IDLE" } } : body };
  };
  server.away = "before";
  const entry = command({});
  await phone.put("contact.record", entry, about(person(1)));
  server.revoke(key);
  const found = await browser.start();
  await found.syncNow();
  expect(found.state().status).toBe("locked");
  server.away = undefined;
  await found.syncNow();
  expect(found.state()).toMatchObject({ status: "none", trouble: "device.revoked_idle" });
  expect(await browser.store().users()).toEqual([]);
  expect([...server.payloads.keys()]).toEqual([entry.id]);
});

describe("users of one phone", () => {
  test("cannot read each other, and send each other's entries", async () => {
    server.feed = [{ kind: "street.pack", id: uuidv7(), personId: null, v: 1, body: { alias: "Zenek" } }];
    await phone.syncNow();
    const entry = command({ note: "moje" });
    await phone.put("contact.record", entry, about(person(1)));
    await phone.lock();
    await phone.enrol({ label: "Nocny", secret: wrong, pin: "1111", session, proof: "" });
    expect(await phone.read("street.pack")).toEqual([]);
    expect(await phone.pending()).toEqual([]);
    expect(phone.state().users).toHaveLength(2);
    await phone.syncNow();
    expect(server.order).toEqual([entry.id]);
    await phone.unlock(key, secret);
    expect(await states()).toEqual(["delivered"]);
    await phone.syncNow();
    expect(await phone.read("street.pack")).toEqual([{ alias: "Zenek" }]);
  });

  test("leave only when nothing waits, or hand it over sealed", async () => {
    server.away = "before";
    const entry = command({});
    await phone.put("contact.record", entry, about(person(1)));
    await expect(phone.leave({ handOver: false })).rejects.toMatchObject({ code: "device.outbox_full" });
    await phone.leave({ handOver: true });
    expect(phone.state()).toMatchObject({ status: "none", waiting: 1 });
    server.away = undefined;
    await (await browser.start()).syncNow();
    expect(server.order).toEqual([entry.id]);
    expect(await browser.store().users()).toEqual([]);
  });
});

describe("the outbox", () => {
  test("keeps the order of one record and survives processes, a lost answer and a repeat", async () => {
    server.away = "after";
    const entries = [1, 2, 3, 4, 5].map((n) => command({ n }));
    for (const entry of entries) await phone.put("contact.record", entry, about(person(1)));
    await phone.syncNow();
    phone = await browser.start();
    await phone.unlock(key, secret);
    expect(phone.state().waiting).toBe(5);
    server.away = undefined;
    await phone.syncNow();
    await phone.syncNow();
    expect(server.order).toEqual(entries.map(({ id }) => id));
    expect(phone.state()).toMatchObject({ waiting: 0, trouble: null });
    const sent = entries.map(({ id }) => server.payloads.get(id));
    expect(sent).toMatchObject([1, 2, 3, 4, 5].map((n) => ({ deviceSeq: n, payload: { n }, deviceId: key })));
  });

  test("a refused one stands aside with the later ones on its record; the others go on; mended, all go in order", async () => {
    const [bad, later, other] = [command({ bad: true }), command({ later: true }), command({ other: true })];
    server.decide = (id) => (id === bad.id ? { outcome: "refused", code: "contact.too_late" } : { outcome: "done" });
    server.away = "before";
    await phone.put("contact.record", bad, about(person(1)));
    await phone.put("person.correct", later, about(person(1), "shift:1"));
    await phone.put("contact.record", other, about(person(2)));
    server.away = undefined;
    await phone.syncNow();
    expect(server.order).toEqual([other.id]);
    expect(await states()).toEqual(["refused", "behind", "delivered"]);
    expect((await phone.pending())[0]).toMatchObject({ code: "contact.too_late", label: "Karta" });
    expect(phone.state()).toMatchObject({ waiting: 2, needsYou: 2 });
    const mended = command({ good: true }, { mends: bad.id });
    await phone.put("contact.record", mended, about(person(1)));
    await phone.syncNow();
    expect(server.order).toEqual([other.id, mended.id, later.id]);
  });

  test("what is kept while a refusal is under way stands behind it too", async () => {
    const [bad, later] = [command({ bad: true }), command({ later: true })];
    server.decide = () => ({ outcome: "refused", code: "contact.too_late" });
    const { answer } = server;
    let isKept = false;
    server.answer = async (...request) => {
      const told = await answer(...request);
      if (request[1] === "/api/sync/deliver" && !isKept) {
        isKept = true;
        await phone.put("contact.record", later, about(person(1)));
      }
      return told;
    };
    await phone.put("contact.record", bad, about(person(1)));
    await phone.syncNow();
    await phone.syncNow();
    expect(await states()).toEqual(["refused", "behind"]);
  });

  test("discarding lets what stood behind go on", async () => {
    const [bad, later] = [command({}), command({})];
    server.decide = (id) => ({ outcome: id === bad.id ? "forbidden" : "done" });
    await phone.put("contact.record", bad, about(person(1)));
    await phone.put("contact.record", later, about(person(1)));
    await phone.syncNow();
    await phone.discard(bad.id);
    await phone.syncNow();
    expect(server.order).toEqual([later.id]);
  });

  test("what is done stays in sight until the set surely has it", async () => {
    await phone.put("contact.record", command({}), about(person(1)));
    await phone.syncNow();
    expect(await states()).toEqual(["delivered"]);
    clock.nowMs += 61_000;
    await phone.syncNow();
    expect(await states()).toEqual([]);
  });

  test("a lost session loses nothing: the entries go without it, sealed", async () => {
    await phone.put("contact.record", command({}), about(person(1)));
    const answer = server.answer;
    server.answer = async (method, path, body, token) =>
      path.endsWith("/token") ? { status: 401, body: { code: "session.over" } } : answer(method, path, body, token);
    await phone.syncNow();
    expect(server.order).toHaveLength(1);
    expect(phone.state().trouble).toBe("device.sign_in");
  });

  test("a full disk is told before anything is called saved", async () => {
    const store = browser.store();
    const full = await browser.start({
      store: {
        ...store,
        putEntry: async () => {
          throw new DOMException("no space", "QuotaExceededError");
        },
      },
    });
    await full.unlock(key, secret);
    const put = full.put("contact.record", command({}), about(person(1)));
    await expect(put).rejects.toMatchObject({ code: "device.disk_full" });
  });

  test("little room is told before it is too late, by trying, whatever the browser says of it", async () => {
    const store = browser.store();
    let room = 1_000_000;
    const tight = await browser.start({
      storage: async () => ({ persisted: true, usedBytes: 1, quotaBytes: 10_000_000_000 }),
      store: { ...store, hasRoom: async (bytes) => bytes < room },
    });
    const later = () => [...browser.timers].filter(({ ms }) => ms === 5000).forEach(({ work }) => work());
    await tight.unlock(key, secret);
    later();
    await expect.poll(() => tight.state().storage?.isTight).toBe(true);
    room = 10_000_000;
    await tight.unlock(key, secret);
    later();
    await expect.poll(() => tight.state().storage?.isTight).toBe(false);
    expect(await store.hasRoom(100_000)).toBe(true);
  });

  test("a full disk does not keep the door shut from sight, and no try to open goes uncounted", async () => {
    const full = async () => {
      throw new DOMException("no space", "QuotaExceededError");
    };
    const found = await browser.start({ store: { ...browser.store(), changeUser: full, forgetUser: full } });
    expect(found.state()).toMatchObject({ status: "locked", users: [{ key }] });
    await expect(found.unlock(key, secret)).rejects.toThrow();
    expect(found.state().status).toBe("locked");
  });

  test("too much for the wire is told before it is called saved", async () => {
    const put = phone.put("contact.record", command({ note: "ż".repeat(100_000) }), about(person(1)));
    await expect(put).rejects.toMatchObject({ code: "device.too_large" });
  });

  test("trouble waits with growing pauses", async () => {
    server.away = "before";
    await phone.syncNow();
    const pauses: number[] = [];
    for (let time = 1; time <= 12; time += 1) {
      const [timer] = [...browser.timers].filter(({ ms }) => ![0, 5000, 30 * 60_000].includes(ms));
      pauses.push(timer?.ms ?? 0);
      await phone.syncNow();
    }
    expect(pauses.slice(0, 3)).toEqual([750, 1500, 3000]);
    expect(pauses.at(-1)).toBe(225_000);
    expect(phone.state().trouble).toBe("device.offline");
  });
});

describe("the set", () => {
  const entryOf = (n: number, alias = `Alias ${n}`) => ({
    kind: "street.entry",
    id: `0190a000-0000-7000-8000-${String(n).padStart(12, "0")}`,
    personId: null,
    v: 1,
    body: { n, alias },
  });

  test("comes in pages that survive a kill, in chunks for a directory; changes and tombstones reach it", async () => {
    phone.setDirectories(["street.entry"]);
    server.pageSize = 300;
    server.feed = Array.from({ length: 1300 }, (_, n) => entryOf(n));
    const send = server.send;
    let pages = 0;
    const cut = await browser.start({
      send: async (method, path, body, options) => {
        if (path.endsWith("/pull") && (pages += 1) > 3) server.away = "before";
        return send(method, path, body, options);
      },
    });
    cut.setDirectories(["street.entry"]);
    await cut.unlock(key, secret);
    await cut.syncNow();
    expect(await cut.read("street.entry")).toHaveLength(900);
    server.away = undefined;
    phone = await browser.start();
    phone.setDirectories(["street.entry"]);
    await phone.unlock(key, secret);
    await phone.syncNow();
    expect(await phone.read("street.entry")).toHaveLength(1300);
    expect(await browser.store().chunks(key)).toHaveLength(3);
    server.feed.push(entryOf(7, "Siódmy"), { kind: "street.entry", id: entryOf(8).id, gone: true });
    await phone.syncNow();
    expect(await phone.read("street.entry")).toHaveLength(1299);
    expect(await phone.readOne("street.entry", entryOf(7).id)).toEqual({ n: 7, alias: "Siódmy" });
    expect(await phone.readOne("street.entry", entryOf(8).id)).toBeUndefined();
    expect(phone.state().measures).toEqual([{ kind: "street.entry", count: 1302, warnAt: 4000, most: 5000 }]);
  });

  test("after a restore of the server it is fetched anew, what is not of it goes, and what may be lost is sent again", async () => {
    phone.setDirectories(["street.entry"]);
    const pack = (n: number) => ({ ...entryOf(n), kind: "street.pack" });
    server.feed = [entryOf(1), entryOf(2), pack(1), pack(2)];
    const entry = command({});
    await phone.put("contact.record", entry, about(person(1)));
    await phone.syncNow();
    server.epoch = crypto.randomUUID();
    server.forgetDone();
    server.feed = [entryOf(2), pack(2)];
    await phone.syncNow();
    expect(await phone.read("street.entry")).toEqual([{ n: 2, alias: "Alias 2" }]);
    expect(await phone.read("street.pack")).toEqual([{ n: 2, alias: "Alias 2" }]);
    expect(server.order).toEqual([entry.id, entry.id]);
  });

  test("drafts come back after a kill and go with the command that was made of them", async () => {
    await phone.saveDraft("card", { note: "pół zdania" });
    phone = await browser.start();
    await phone.unlock(key, secret);
    expect(await phone.loadDraft("card")).toEqual({ note: "pół zdania" });
    await phone.put("contact.record", command({}), { ...about(person(1)), draft: "card" });
    expect(await phone.loadDraft("card")).toBeUndefined();
  });

  test("a draft that is saved late does not outlive its command, and no other words go under a number that is taken", async () => {
    const entry = command({ note: "pierwsza" });
    await phone.put("contact.record", entry, { ...about(person(1)), draft: "card" });
    await phone.saveDraft("card", { id: entry.id, values: { note: "pierw" } });
    expect(await phone.loadDraft("card")).toBeUndefined();
    await phone.put("contact.record", entry, about(person(1))); // again, after an answer that got lost
    const other = phone.put("contact.record", command({ note: "druga" }, { id: entry.id }), about(person(1)));
    await expect(other).rejects.toMatchObject({ code: "device.failed" });
    expect(await phone.pending()).toHaveLength(1);
  });
});

describe("pictures", () => {
  const picture = (length: number) => Uint8Array.from({ length }, (_, n) => n % 251);
  const photosAsked = () => server.requests.filter((line) => line.includes("photos")).length;
  const naming = (id: string) => ({ ...about(`photo:${id}`), photos: [id] });

  test("goes by parts before the entry that names it, after the others, and goes on where the line broke", async () => {
    const [id, bytes] = [uuidv7(), picture(700_000)];
    await phone.keepPhoto(id, bytes);
    const [naked, other] = [command({ photo: id }), command({})];
    await phone.put("site.photo", naked, naming(id));
    await phone.put("contact.record", other, about(person(1)));
    const { answer } = server;
    let pieces = 0;
    server.answer = (...request) => {
      if (request[1].includes("photos") && (pieces += 1) === 3) server.away = "after"; // taken, and the answer is lost
      return answer(...request);
    };
    await phone.syncNow();
    expect(server.order).toEqual([other.id]);
    expect(phone.state()).toMatchObject({ waiting: 1, trouble: "device.offline" });
    server.away = undefined;
    const before = photosAsked();
    await phone.syncNow();
    expect(photosAsked() - before).toBe(2); // where are you, and the last part
    expect(server.photos.get(id)?.equals(bytes)).toBe(true);
    expect(server.order).toEqual([other.id, naked.id]);
    expect(await browser.store().photoIds()).toEqual([]);
  });

  test("one that no entry names stays here, and ends with its store", async () => {
    await phone.keepPhoto(uuidv7(), picture(10));
    await phone.syncNow();
    expect(photosAsked()).toBe(0);
    await phone.leave({ handOver: false });
    expect(await browser.store().photoIds()).toEqual([]);
  });

  test("of somebody whose store is closed, handed over or destroyed, is brought by the next one", async () => {
    server.away = "before";
    const [id, bytes] = [uuidv7(), picture(1000)];
    await phone.keepPhoto(id, bytes);
    const entry = command({ photo: id });
    await phone.put("site.photo", entry, naming(id));
    await phone.leave({ handOver: true });
    server.away = undefined;
    await (await browser.start()).syncNow();
    expect(server.photos.get(id)?.equals(bytes)).toBe(true);
    expect(server.order).toEqual([entry.id]);
    expect(await browser.store().users()).toEqual([]);
  });

  test("that the server cannot use stops nothing: its entry goes and is answered", async () => {
    const id = uuidv7();
    const { answer } = server;
    server.answer = async (...request) =>
      request[1].includes("photos") ? { status: 422, body: { code: "file.broken" } } : answer(...request);
    await phone.keepPhoto(id, picture(10));
    const entry = command({ photo: id });
    await phone.put("site.photo", entry, naming(id));
    await phone.syncNow();
    expect(server.order).toEqual([entry.id]);
  });

  test("that the server does not manage now waits, and the set comes in all the same", async () => {
    const id = uuidv7();
    const asked: string[] = [];
    const { answer } = server;
    server.answer = async (...request) => {
      asked.push(request[1].split("?")[0] ?? "");
      return request[1].includes("photos") ? { status: 503, body: {} } : answer(...request);
    };
    await phone.keepPhoto(id, picture(10));
    const entry = command({ photo: id });
    await phone.put("site.photo", entry, naming(id));
    asked.length = 0;
    await phone.syncNow();
    expect(asked.filter((path) => /photos|pull/.test(path))).toEqual([`/api/sync/photos/${id}`, "/api/sync/pull"]);
    expect(phone.state().trouble).toBe("device.unavailable");
    server.answer = answer;
    await phone.syncNow();
    expect(server.order).toEqual([entry.id]);
  });
});

test("whom the user read here is told at the next contact, once in a quarter of an hour and the same again when an answer got lost", async () => {
  const [one, other] = [uuidv7(), uuidv7()];
  const told: unknown[] = [];
  const { answer } = server;
  server.answer = (...request) => {
    if (request[1] === "/api/sync/reads") told.push(structuredClone(request[2]));
    return answer(...request);
  };
  for (const personId of [one, one, other]) await phone.noteRead(personId);
  server.away = "after";
  await phone.syncNow();
  server.away = undefined;
  const at = "2026-11-22T20:00:00.000Z";
  await phone.syncNow();
  clock.nowMs += 16 * 60_000;
  await phone.noteRead(one);
  await phone.syncNow();
  const both = [
    { personId: one, at },
    { personId: other, at },
  ];
  expect(told.at(0)).toMatchObject({ reads: both });
  expect(told.at(-1)).toMatchObject({ reads: [{ personId: one, at: "2026-11-22T20:16:00.000Z" }] });
  expect(new Set(told.map((batch) => JSON.stringify(batch))).size).toBe(2);
  await phone.noteRead(other);
  await phone.leave({ handOver: true });
  expect(told.at(-1)).toMatchObject({ reads: [{ personId: other, at: "2026-11-22T20:16:00.000Z" }] });
});

test("when all was sent is told by the server's clock, from the first contact on", async () => {
  server = pretendServer(keys, () => clock.nowMs + 9 * 60_000);
  browser = testBrowser(server.send, clock);
  phone = await browser.start();
  await phone.enrol({ label: "Telefon 4", secret, pin: "2580", session, proof: "" });
  await phone.syncNow();
  expect(phone.state().sentAt).toBe("2026-11-22T20:09:00.000Z");
});
