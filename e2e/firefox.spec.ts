import { existsSync } from "node:fs";
import { Firefox, firefoxPath } from "./way/firefox.ts";
import { test } from "./way/test.ts";

test("in Firefox a phone is made ready by words, records without network after a cold start, and sends", async ({
  baseURL,
}) => {
  if (!existsSync(firefoxPath)) console.error(`NOT TESTED in Firefox: there is no ${firefoxPath}.`);
  test.skip(!existsSync(firefoxPath), `there is no ${firefoxPath}`);
  const it = await Firefox.start();
  try {
    await it.goto(`${baseURL}/device`);
    await it.type("Login lub e-mail", "piotr");
    await it.type("Hasło", "Powrot-demo-2026");
    await it.press("button", "Zaloguj");
    await it.type("Nazwa na ekranie blokady", "lis");
    await it.type("PIN do szybkiego powrotu", "4711");
    await it.type("PIN jeszcze raz", "4711");
    await it.press("button", "Dalej");
    await it.says("To są Twoje słowa.");
    const phrase = "document.querySelector('p.phrase').innerText.trim()";
    await it.says(/(\p{L}+\s+){3}\p{L}+\s+Mam je, dalej/u);
    const words = await it.read(phrase);
    await it.press("button", "Mam je, dalej");
    await it.type("Przepisz je", words);
    await it.press("button", "Dalej");
    await it.type("Podaj hasło, żeby to zrobić", "Powrot-demo-2026");
    await it.press("button", "Przygotuj telefon");
    await it.says("Bez sieci do", 30_000);
    await it.says(/Dane z\s+\d/);
    await it.read("navigator.serviceWorker.ready.then(() => 'ready')");

    await it.network(false);
    await it.goto(`${baseURL}/contacts/new`);
    await it.says("Ten telefon jest zamknięty");
    await it.type("Cztery słowa", words);
    await it.press("button", "Otwórz");
    await it.type("Pseudonim, jeśli osoba go poda", "Lisowczyk");
    await it.type("Inne miejsce, własnymi słowami", "Kładka nad torami");
    await it.press("radio", "Mężczyzna");
    await it.press("radio", "40–49");
    await it.press("checkbox", "Pomoc rzeczowa");
    await it.press("button", "Zapisz kontakt");
    await it.says("Zapisane na telefonie: 1");

    await it.network(true);
    await it.press("link", "Moje osoby");
    await it.says("Lisowczyk");
    await it.says(/Wysłano \d\d:\d\d/, 60_000);
    await it.says(/^(?![\s\S]*Zapisane na telefonie: 1)/, 60_000);
  } finally {
    await it.end();
  }
});
