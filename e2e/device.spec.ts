import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { openByWords, openOutbox, prepareByWords } from "./way/device.ts";
import { publishNewVersion, versionMark } from "./way/newVersion.ts";
import { Phone } from "./way/phone.ts";
import { fillCard } from "./way/street.ts";
import { dayOfHouse, type Walker } from "./way/walker.ts";

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

async function fillNextCard(it: Walker, alias: string): Promise<void> {
  await it.goTo("Dyżur");
  await it.goTo("Zapisz kontakt");
  await fillCard(it, { alias, step: "Przyjdę w poniedziałek po dowód", dueOn: dayOfHouse(3) });
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
  await expect(at(page, "Ten telefon")).toBeVisible({ timeout: 30_000 });
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
  it.forgive(/ERR_INTERNET_DISCONNECTED|401/);
  await phone.join();
  await it.end();
  await phone.end();
});

test("what is typed is there after a lock, a reload and an update with a full outbox", async ({
  baseURL,
  launchOptions,
}) => {
  const phone = await Phone.start(baseURL ?? "", launchOptions);
  const { it, page } = phone;
  await it.signIn("marta");
  const keys = await prepareByWords(it, "dyżur B");
  await it.goTo("Dyżur");
  await phone.cut();
  await fillNextCard(it, "Szewczyk");
  await saveCard(it);
  await expect(page.locator(".bottom-bar .state-line")).toContainText("Zapisane na telefonie: 1");

  await fillNextCard(it, "Listonosz");
  await expect(page.getByText(/^Szkic zapisany/)).toBeVisible();
  await lockNow(it);
  await expect(resting(page)).toBeVisible();
  expect(await page.locator("body").innerText()).not.toContain("Listonosz");
  await typePin(it, keys.pin);
  await expect(page.getByLabel("Pseudonim, jeśli osoba go poda")).toHaveValue("Listonosz");
  await it.look("szkic");

  await page.reload();
  await openByWords(it, keys);
  await expect(page.getByLabel("Pseudonim, jeśli osoba go poda")).toHaveValue("Listonosz");

  await phone.join();
  await phone.cut(); // the outbox stays full
  const putBack = publishNewVersion();
  try {
    await phone.join();
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await it.pressButton("Odśwież teraz");
    await openByWords(it, keys);
    await expect(page.locator("meta[name=powrot-version]")).toHaveAttribute("content", versionMark);
    await expect(page.getByLabel("Pseudonim, jeśli osoba go poda")).toHaveValue("Listonosz");
  } finally {
    putBack();
  }
  await saveCard(it);
  await openOutbox(it);
  await expect(page.getByText("Wszystko wysłane")).toBeVisible({ timeout: 30_000 });
  it.forgive(/ERR_INTERNET_DISCONNECTED|401/);
  await it.end();
  await phone.end();
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
  await fillNextCard(it, "Kominiarz");
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
  await expect(page.getByText("Kominiarz").first()).toBeVisible({ timeout: 20_000 });

  await page.reload();
  await it.press(page.getByText("dyżur C", { exact: true }));
  await page.getByLabel("Cztery słowa").fill(his.words);
  await it.pressButton("Otwórz");
  await expect(page.getByText("Te słowa nie pasują.")).toBeVisible();
  await it.look("zle-slowa");
  await openByWords(it, his);

  await phone.cut();
  await fillNextCard(it, "Zegarmistrz");
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
  await expect(page.getByText("Zegarmistrz").first()).toBeVisible({ timeout: 20_000 });
  it.forgive(/ERR_INTERNET_DISCONNECTED|401/);
  await it.end();
  await phone.end();
});

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
  it.forgive(/401/);
  await it.end();
  await phone.end();
});
