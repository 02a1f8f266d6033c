import { expect } from "@playwright/test";
import type { Newcomer } from "./newcomer.ts";
import { dayOfHouse, type Walker } from "./walker.ts";

/** Anna finds the person by the alias, learns who it is, opens a case, gathers a team and writes down what is next. */
export async function openTheCase(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await it.look("dzis");
  await it.goTo("Moje osoby");
  await it.look("moje-osoby");
  await page.getByLabel("Szukaj osoby").fill(who.alias);
  await it.openRow(new RegExp(who.alias));
  await expect(page.getByRole("heading", { level: 1, name: who.alias })).toBeVisible();
  who.id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await it.look("osoba-z-pseudonimem");

  await it.follow("Ustal tożsamość");
  await page.getByLabel("Imię").fill(who.firstName);
  await page.getByLabel("Nazwisko").fill(who.lastName);
  await it.typeDay("Data urodzenia", who.birthDate);
  await it.choose("Płeć", "mężczyzna");
  await page.getByLabel("PESEL").fill(who.pesel);
  await it.press(page.getByText("Osoba wie, że dotychczasowe zapiski zostaną połączone z jej danymi"));
  await it.look("tozsamosc");
  await it.pressButton("Ustal tożsamość");
  await expect(page.getByRole("heading", { level: 1, name: `${who.firstName} ${who.lastName}` })).toBeVisible();

  await writeWhatIsKnown(it);
  await openCase(it, "Rejon pracy socjalnej nr 3", ["Ewa Łęcka", "Robert Sęk"]);

  await it.goTo("Zadania");
  await it.look("zadania");
  await it.follow("Dodaj zadanie");
  await page.getByLabel("Szukaj osoby").fill(who.lastName);
  await it.press(page.getByRole("radiogroup", { name: "Osoba" }).getByText(`${who.firstName} ${who.lastName}`));
  await page.getByLabel("Zadanie", { exact: false }).fill("Umówić wizytę w urzędzie pracy");
  await it.pressButton("jutro");
  await it.look("nowe-zadanie");
  await it.pressButton("Dodaj zadanie");
  await expect(page.getByText("Zadanie dodane.")).toBeVisible();
}

/** Last registered in another commune (so that its centre is asked), homeless by the act, long at the job centre. */
async function writeWhatIsKnown(it: Walker): Promise<void> {
  const { page } = it;
  await it.follow("Zmień dane");
  await it.press(page.getByRole("heading", { name: "Zameldowanie" }));
  await page.getByLabel("Zameldowanie na pobyt stały", { exact: true }).selectOption("bez zameldowania");
  await page.getByLabel("Gmina ostatniego zameldowania na pobyt stały").fill("Kozienice");
  await page.getByLabel("Kod TERYT gminy").fill("1407053");
  await it.look("zmiana-danych");
  await it.pressButton("Zapisz zmiany");
  await it.openTab("Sytuacja");
  await addFact(it, "Bezdomność", "bezdomny w rozumieniu ustawy", dayOfHouse(-400));
  await addFact(it, "Rejestracja w PUP", "zarejestrowany", dayOfHouse(-1100));
  await addFact(it, "Korzysta z pomocy OPS", "tak", dayOfHouse(-800));
  await it.look("sytuacja");
}

async function addFact(it: Walker, kind: string, value: string, since: string): Promise<void> {
  await it.pressButton("Dodaj wpis", it.page.getByRole("main"));
  const panel = it.page.getByRole("dialog", { name: "Dodaj wpis" });
  await panel.getByLabel("Czego dotyczy").selectOption(kind);
  await panel.getByLabel("Wartość").selectOption(value);
  await it.typeDay("Od kiedy", since, panel);
  await it.pressButton("Dodaj wpis", panel);
  await expect(panel).toBeHidden();
  await expect(it.page.getByText(value, { exact: true }).first()).toBeVisible();
}

/** Opens a case in one unit and gathers its team; the person's file is open. */
export async function openCase(it: Walker, unit: string, team: readonly string[]): Promise<void> {
  const { page } = it;
  await it.openTab("Sprawa");
  await it.press(page.getByRole("button", { name: /^Otwórz .*sprawę/ }));
  await it.choose("W której jednostce?", unit);
  await it.look("otwarcie-sprawy");
  await it.pressButton("Otwórz sprawę");
  const card = page
    .getByRole("main")
    .locator(".card")
    .filter({ has: page.getByRole("heading", { name: `Sprawa: ${unit}` }) });
  await expect(card).toBeVisible();
  const panel = page.getByRole("dialog", { name: "Dodaj osobę do zespołu" });
  for (const colleague of team) {
    await it.pressButton("Dodaj osobę do zespołu", card);
    await panel.getByLabel("Kto?").selectOption({ label: colleague });
    await it.pressButton("Dodaj osobę do zespołu", panel);
    await expect(panel).toBeHidden();
    await expect(card.getByRole("list", { name: "Zespół" }).getByText(colleague)).toBeVisible();
  }
  await it.look("sprawa");
}
