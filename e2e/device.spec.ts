import { type CDPSession, expect, type Page } from "@playwright/test";
import { everythingSent, openByWords, openOutbox, prepareByWords } from "./way/device.ts";
import { Phone } from "./way/phone.ts";
import { findByAlias } from "./way/shift.ts";
import { newCard } from "./way/street.ts";
import { test } from "./way/test.ts";
import { expectForThumb, smallPhone } from "./way/thumb.ts";
import { dayOfHouse, Walker } from "./way/walker.ts";

const iPhone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
const megabyte = 1024 * 1024;
const locked = (page: Page) => page.getByRole("heading", { name: "Ten telefon jest zamknięty" });
const resting = (page: Page) => page.getByRole("heading", { name: "Wpisz PIN" });
const at = (page: Page, name: string) => page.getByRole("main").getByRole("heading", { level: 1, name });

/** A phone with a fingerprint reader that can keep a secret (PRF). */
async function withPasskey(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}

async function typePin(it: Walker, pin: string): Promise<void> {
  await it.page.getByLabel("PIN", { exact: true }).fill(pin);
  await it.pressButton("Otwórz");
}

async function lockNow(it: Walker): Promise<void> {
  await it.page.getByRole("navigation", { name: "Miejsca" }).getByRole("button", { name: "Więcej" }).tap();
  await it.pressButton("Zablokuj ekran", it.page.getByRole("dialog"));
}

const saveCard = (it: Walker) => it.pressButton("Zapisz kontakt", it.page.getByRole("main"));

test("a passkey opens the phone, a PIN opens a screen that rests, and five wrong ones are too many", async ({
  baseURL,
  launchOptions,
}) => {
  const phone = await Phone.start(baseURL ?? "", launchOptions);
  const { it, page } = phone;
  await withPasskey(page);
  await page.clock.install();
  await it.signIn("marta");
  await page.goto("/device");
  await expect(page.getByRole("radio", { name: "Klucz dostępu w telefonie" })).toBeChecked();
  await page.getByLabel("Nazwa na ekranie blokady").fill("dyżur A");
  await page.getByLabel("PIN do szybkiego powrotu").fill("4711");
  await page.getByLabel("PIN jeszcze raz").fill("4712");
  await it.pressButton("Dalej");
  await expect(page.getByText("PIN-y się różnią. Wpisz ten sam dwa razy.").first()).toBeVisible();
  await page.getByLabel("PIN jeszcze raz").fill("4711");
  await it.look("przygotuj");
  await it.pressButton("Dalej");
  await page.getByLabel("Podaj hasło, żeby to zrobić").fill("nie to hasło");
  await it.pressButton("Przygotuj telefon");
  await expect(page.getByText("To nie jest obecne hasło. Sprawdź wielkie litery.")).toBeVisible();
  await it.look("przygotuj-haslo");
  await it.pressButton("Wróć do nazwy i PIN-u");
  await expect(page.getByLabel("Nazwa na ekranie blokady")).toHaveValue("dyżur A");
  await expect(page.getByLabel("PIN jeszcze raz")).toHaveValue("4711");
  await it.pressButton("Dalej");
  it.forgive(/422/);
  await it.prove("Przygotuj telefon");
  await expect(at(page, "Ten telefon")).toBeVisible();
  await it.look("telefon");

  await lockNow(it);
  await expect(resting(page)).toBeVisible();
  await it.look("pin");
  await typePin(it, "0000");
  await expect(page.getByText("Ten PIN nie pasuje.")).toBeVisible();
  await typePin(it, "4711");
  await expect(at(page, "Ten telefon")).toBeVisible();

  await page.clock.fastForward("04:30");
  await expect(at(page, "Ten telefon")).toBeVisible();
  await page.clock.fastForward("00:45");
  await expect(resting(page)).toBeVisible(); // five minutes without a touch (C15)
  for (let tries = 0; tries < 5; tries += 1) {
    await expect(page.getByRole("button", { name: "Otwórz", exact: true })).toBeEnabled();
    await typePin(it, "0000");
    await expect(page.getByLabel("PIN", { exact: true }).or(locked(page)).first()).toBeVisible();
  }
  await expect(page.getByText("PIN już nie wystarczy.")).toBeVisible();
  await it.pressButton("Otwórz kluczem dostępu");
  await expect(at(page, "Ten telefon")).toBeVisible();

  await phone.cut();
  await page.reload();
  await expect(locked(page)).toBeVisible();
  await it.pressButton("Otwórz kluczem dostępu");
  await expect(at(page, "Ten telefon")).toBeVisible();
  await phone.join();
  await phone.endWay();
});

test("the next user reads nothing of the former one, whose work is sent all the same; a full phone is handed over", async ({
  baseURL,
  launchOptions,
}) => {
  const phone = await Phone.start(baseURL ?? "", launchOptions);
  const { it, page } = phone;
  await it.signIn("marta");
  await prepareByWords(it, "dyżur C");
  await phone.cut();
  await newCard(it, "Kominiarz");
  await saveCard(it);
  await expect(page.locator(".bottom-bar .state-line")).toContainText("Zapisane na telefonie: 1");
  await page.reload();
  await expect(page.getByText("1 zapis czeka na wysłanie")).toBeVisible();

  await phone.join();
  await it.pressButton("Pracuj przez sieć albo zaloguj inną osobę");
  // Marta's session of the server is still there: she ends it
  await page.getByRole("navigation", { name: "Miejsca" }).getByRole("button", { name: "Więcej" }).tap();
  await it.pressButton("Wyloguj", page.getByRole("dialog"));
  await it.pressButton("Pracuj przez sieć albo zaloguj inną osobę");
  await it.signInHere("piotr");
  const his = await prepareByWords(it, "dyżur D");
  await expect(page.locator("body")).not.toContainText("dyżur C");
  await it.goTo("Moje osoby");
  await expect(page.getByText("Kominiarz").first()).toBeVisible();

  await page.reload();
  await it.press(page.getByText("dyżur C", { exact: true }));
  await page.getByLabel("Cztery słowa").fill(his.words);
  await it.pressButton("Otwórz");
  await expect(page.getByText("Te słowa nie pasują.")).toBeVisible();
  await it.look("zle-slowa");
  await openByWords(it, his);

  await phone.cut();
  await newCard(it, "Zegarmistrz");
  await saveCard(it);
  await expect(page.locator(".bottom-bar .state-line")).toContainText("Zapisane na telefonie: 1");
  await it.goTo("Ten telefon w teren");
  await expect(page.getByText("1 zapis nie jest jeszcze wysłany")).toBeVisible();
  await it.pressButton("Przekaż telefon i wyloguj");
  await it.look("przekazanie");
  await it.pressButton("Przekaż telefon i wyloguj", page.getByRole("dialog"));
  await expect(locked(page)).toBeVisible();
  await expect(page.getByText("dyżur D", { exact: true })).toHaveCount(0);
  await phone.join();
  await it.pressButton("Pracuj przez sieć albo zaloguj inną osobę");
  await it.signInHere("piotr");
  await it.goTo("Moje osoby");
  await expect(page.getByText("Zegarmistrz").first()).toBeVisible();
  await phone.endWay();
});

test("two tabs of one phone see the same, are covered together, and one of them sends; what the browser throws away is told", async ({
  baseURL,
  launchOptions,
}) => {
  const origin = new URL(baseURL ?? "").origin;
  const phone = await Phone.start(origin, launchOptions);
  const { it, page } = phone;
  const devTools = await page.context().newCDPSession(page);
  const quota = (quotaSize: number) => devTools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
  const giveRoom = async () => {
    const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await quota(used + 2 * megabyte);
  };
  await quota(16 * megabyte); // before anything is stored: the browser remembers for a while how much may come
  await it.signIn("piotr");
  const keys = await prepareByWords(it, "dyżur E");
  const beside = await Walker.on(await page.context().newPage(), "thumb", origin);
  await beside.page.goto("/contacts/group");
  await openByWords(beside, keys);
  await page.bringToFront(); // a tab behind another is drawn once a second
  await phone.cut();
  await newCard(it, "Zduńczyk");
  await saveCard(it);
  const line = beside.page.locator(".bottom-bar .state-line");
  await expect(line).toContainText("Zapisane na telefonie: 1");

  await newCard(it, "Listonosz");
  await expect(page.getByText(/^Szkic zapisany/)).toBeVisible();
  await beside.page.bringToFront();
  await lockNow(beside);
  for (const each of [beside, it]) {
    await each.page.bringToFront();
    await expect(resting(each.page)).toBeVisible();
    expect(await each.page.locator("body").innerText()).not.toContain("Listonosz");
    await typePin(each, keys.pin);
  }
  await expect(page.getByLabel("Pseudonim, jeśli osoba go poda")).toHaveValue("Listonosz");
  await saveCard(it);
  await expect(line).toContainText("Zapisane na telefonie: 2");

  const sent: string[] = [];
  page.context().on("request", (request) => {
    if (request.url().endsWith("/api/sync/deliver"))
      sent.push(...request.postDataJSON().entries.map(({ id }: { id: string }) => id));
  });
  await phone.join();
  await Promise.all([everythingSent(it), everythingSent(beside)]);
  expect(sent).toHaveLength(2);
  expect(new Set(sent).size).toBe(2);

  await phone.cut();
  await page.reload();
  await expect(locked(page)).toBeVisible();
  const lockedOut = await keepFull(page);
  await page.getByLabel("Cztery słowa").fill(keys.words);
  await it.pressButton("Otwórz");
  await expect(page.getByText("na telefonie brak miejsca")).toBeVisible(); // no try goes uncounted
  await lockedOut.end();
  await expect(async () => {
    await giveRoom(); // what the browser says is used goes on changing while it tidies up
    await it.pressButton("Otwórz");
    await expect(locked(page)).toBeHidden({ timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.locator(".bottom-bar .state-line")).toContainText("kończy się miejsce"); // before it is too late
  await newCard(it, "Kominiarczyk");
  const full = await keepFull(page);
  await saveCard(it);
  await expect(page.getByText("Nie zapisano: na telefonie brak miejsca.").first()).toBeVisible();
  await expect(page.getByText(/^Zapisano/)).toHaveCount(0);
  await full.end();
  await it.look("brak-miejsca");
  await expect(async () => {
    await giveRoom();
    await saveCard(it);
    await expect(page.getByText("Zapisano pierwszy kontakt")).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.locator(".bottom-bar .state-line")).toContainText("Zapisane na telefonie: 1");

  await beside.page.close();
  await page.goto("about:blank");
  const storageTypes = "indexeddb,service_workers,cache_storage,local_storage";
  await devTools.send("Storage.clearDataForOrigin", { origin, storageTypes });
  await phone.join();
  await page.goto("/");
  const told = page.getByRole("alert").filter({ hasText: "Przeglądarka usunęła dane Powrotu z tego telefonu" });
  await expect(told).toContainText("1 zapis nie był jeszcze wysłany i przepadł.");
  await it.look("usuniete");
  if (await page.getByLabel("Hasło").isVisible()) await it.signInHere("piotr");
  await devTools.send("Emulation.setUserAgentOverride", { userAgent: iPhone });
  await it.follow("Ten telefon w teren", told);
  await expect(page.getByText(/^Safari usuwa dane po 7 dniach bez otwarcia/)).toBeVisible();
  await devTools.send("Emulation.setUserAgentOverride", { userAgent: "" });
  await prepareByWords(it, "dyżur F");
  await expect(told).toHaveCount(0);
  await it.goTo("Moje osoby");
  await expect(page.getByText("Zduńczyk").first()).toBeVisible();
  await phone.endWay();
});

test("what the server refuses is shown with its reason, mended or discarded; out of sight the screen is covered; after 72 hours only the network opens", async ({
  baseURL,
  launchOptions,
}) => {
  const phone = await Phone.start(baseURL ?? "", launchOptions);
  const { it, page } = phone;
  await it.signIn("marta");
  const keys = await prepareByWords(it, "dyżur G");
  await phone.cut();
  for (const [name, day] of [
    ["Strażak", 3],
    ["Kolejarz", 3],
    ["Ogrodnik", 0],
  ] as const) {
    await newCard(it, name);
    await it.press(page.getByText("Kiedy? Kto rozmawiał?"));
    await it.typeDay("Dzień", dayOfHouse(day));
    await saveCard(it);
    await expect(page.getByText("Zapisano pierwszy kontakt")).toBeVisible();
  }
  await findByAlias(it, "straż", "Strażak");
  await saveCard(it);
  await phone.join();
  await openOutbox(it);
  const line = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  await expect(page.getByText("Kontakt jest w przyszłości. Sprawdź dzień i godzinę.")).toHaveCount(2);
  await expect(page.getByText("Czeka, aż poprawisz albo odrzucisz wcześniejszy zapis o tym samym.")).toHaveCount(1);
  await expect(line("Ogrodnik")).toHaveCount(0); // went on
  await it.look("odrzucone");
  await smallAndDark(page, "/outbox", "Wyślij teraz");

  await it.follow("Popraw", line("Strażak").filter({ hasText: "w przyszłości" }));
  await it.press(page.getByText("Kiedy? Kto rozmawiał?"));
  await it.typeDay("Dzień", dayOfHouse());
  await saveCard(it);
  await openOutbox(it);
  await expect(line("Strażak")).toHaveCount(0);
  await it.pressButton("Odrzuć", line("Kolejarz"));
  await expect(page.getByRole("dialog")).toContainText("Zniknie na zawsze");
  await it.pressButton("Odrzuć", page.getByRole("dialog"));
  await everythingSent(it);

  await page.clock.install();
  await page.reload();
  await openByWords(it, keys);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await page.clock.fastForward("00:16");
  await expect(resting(page)).toBeVisible();
  await smallAndDark(page, "PIN", "Otwórz");

  await page.reload();
  await openByWords(it, keys);
  await phone.cut();
  await newCard(it, "Kuśnierz");
  await saveCard(it);
  await expect(page.locator(".bottom-bar .state-line")).toContainText("Zapisane na telefonie: 1");
  await page.reload();
  await expect(locked(page)).toBeVisible();
  await page.workers()[0]?.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 73 * 3_600_000;
  });
  await page.getByLabel("Cztery słowa").fill(keys.words);
  await it.pressButton("Otwórz");
  await expect(page.getByText("Minęły 72 godziny bez kontaktu z serwerem")).toBeVisible();
  await it.look("po-72-godzinach");
  await smallAndDark(page, "po 72 godzinach");
  expect(await page.evaluate(leaseOnDisk)).toEqual([null]);
  await phone.join();
  await it.signInHere("marta");
  await openByWords(it, keys);
  await everythingSent(it);
  await it.goTo("Moje osoby");
  await expect(page.getByText("Kuśnierz").first()).toBeVisible();
  for (const [place, name] of [
    ["/device", "Ten telefon"],
    ["/conflicts", "Dwie różne wersje"],
  ] as const) {
    await page.goto(place);
    await openByWords(it, keys);
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toContainText(name);
    await it.settle();
    await smallAndDark(page, place);
  }
  await phone.endWay();
});

/** The screen as it stands, for a gloved thumb in the dark; afterwards it is as before. */
async function smallAndDark(page: Page, name: string, act?: string): Promise<void> {
  const before = page.viewportSize() ?? smallPhone;
  await page.setViewportSize(smallPhone);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectForThumb(page, name, act);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize(before);
}

/** Fills what the browser grants, and takes at once what it gives back by tidying up, until `end`. */
async function keepFull(page: Page): Promise<{ end: () => Promise<void> }> {
  const fill = () => page.evaluate(fillSpace);
  while ((await fill()) > 0);
  let isOver = false;
  const filling = (async () => {
    while (!isOver) await fill();
  })();
  return {
    end: () => {
      isOver = true;
      return filling;
    },
  };
}

/** Fills to the last half kilobyte; how many pieces went in. */
async function fillSpace(): Promise<number> {
  const asked = indexedDB.open("filler");
  asked.onupgradeneeded = () => asked.result.createObjectStore("bytes", { autoIncrement: true });
  await new Promise((done) => {
    asked.onsuccess = done;
  });
  const putOne = (bytes: Uint8Array) =>
    new Promise<boolean>((done) => {
      const transaction = asked.result.transaction("bytes", "readwrite", { durability: "strict" });
      transaction.objectStore("bytes").add(bytes);
      transaction.oncomplete = () => done(true);
      transaction.onabort = () => done(false);
    });
  let pieces = 0;
  for (const size of [1_000_000, 50_000, 5000, 500]) {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    while (await putOne(bytes)) pieces += 1;
  }
  asked.result.close();
  return pieces;
}

/** The server's shares as they lie on this phone: without one the data key opens no more. */
async function leaseOnDisk(): Promise<unknown[]> {
  const done = <T>(asked: IDBRequest<T>) =>
    new Promise<T>((resolve, fail) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => fail(asked.error);
    });
  const db = await done(indexedDB.open("powrot"));
  const users = await done<{ lease: unknown }[]>(db.transaction("users").objectStore("users").getAll());
  db.close();
  return users.map(({ lease }) => lease);
}

test("a phone that was ended from elsewhere says so, says what next, and goes on to the sign-in", async ({
  baseURL,
  launchOptions,
}) => {
  const phone = await Phone.start(baseURL ?? "", launchOptions);
  const { it, page } = phone;
  await it.signIn("marta");
  await prepareByWords(it, "dyżur D");
  const ended = await page.evaluate(async () => {
    const headers = { "x-powrot": "1" };
    const { devices } = await (await fetch("/api/devices/mine", { headers })).json();
    const { id } = devices.find((device: { name: string }) => device.name === "dyżur D");
    return (await fetch(`/api/devices/${id}`, { method: "DELETE", headers })).status;
  });
  expect(ended).toBe(204);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByRole("heading", { level: 1, name: "Ten telefon jest odłączony" })).toBeVisible();
  await expect(page.getByText("odłączono z Twojego konta. Dane na nim są zniszczone")).toBeVisible();
  await expect(page.getByText("Zaloguj się loginem i hasłem")).toBeVisible();
  await it.look("odlaczony");
  await it.signInHere("marta");
  await expect(page.getByRole("navigation", { name: "Miejsca" })).toBeVisible();
  await phone.endWay();
});
