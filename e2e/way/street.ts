import { expect, type Locator } from "@playwright/test";
import type { Newcomer } from "./newcomer.ts";
import { dayOfHouse, type Walker } from "./walker.ts";

/** Marta goes out with Piotr, meets somebody nobody knows, and meets him again. */
export async function meetInTheStreet(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await expect(page.getByRole("heading", { name: "Dziś w terenie" })).toBeVisible();
  await beginShift(it);
  await it.look("dyzur");

  await it.goTo("Zapisz kontakt");
  await it.look("karta-pusta");
  await fillCard(it, { alias: who.alias, step: "Przyjdę w poniedziałek po dowód", dueOn: dayOfHouse(3) });
  await it.look("karta");
  await it.pressButton("Zapisz kontakt", page.getByRole("main"));
  await expect(page.getByText("Zapisano pierwszy kontakt")).toBeVisible();
  await expect(page.getByText("Umówiony krok trafił do zadań.")).toBeVisible();
  await it.look("karta-zapisana");

  await it.goTo("Moje osoby");
  await page.getByLabel("Szukaj po kawałku pseudonimu lub miejsca").fill(who.alias.slice(0, 5).toLowerCase());
  await it.look("osoby-z-ulicy");
  await it.follow(new RegExp(who.alias));
  await expect(page.getByText("Ostatnio umówione")).toBeVisible();
  await it.choose("Co z tym krokiem?", "Zrobione");
  await it.look("karta-ponowna");
  await it.pressButton("Zapisz kontakt", page.getByRole("main"));
  await expect(page.getByText("Zapisano kontakt ponowny, 2. karta tej osoby")).toBeVisible();
  await it.pressButton("Otwórz kartę");
  await expect(page.getByRole("heading", { name: `${who.alias}, kontakt ponowny` })).toBeVisible();
  await it.look("kontakt");
}

/** Fills a first card: where, who as far as one sees, what was done, what was agreed. */
export async function fillCard(it: Walker, card: { alias: string; step: string; dueOn: string }): Promise<void> {
  const { page } = it;
  await page.getByLabel("Pseudonim, jeśli osoba go poda").fill(card.alias);
  await page.getByLabel("Inne miejsce, własnymi słowami").fill("Schody za dworcem autobusowym");
  await it.choose("Płeć (szacunek)", "Mężczyzna");
  await it.choose("Wiek (szacunek)", "40–49");
  await it.choose("Co zrobiliśmy?", "Pomoc rzeczowa");
  await it.press(page.getByText("Co dalej?"));
  await page.getByLabel("Ustalony krok, słowami osoby").fill(card.step);
  await it.typeDay("Na kiedy", card.dueOn);
}

/** A first card from the shift, filled in and not saved. */
export async function newCard(it: Walker, alias: string): Promise<void> {
  await it.goTo("Dyżur");
  await it.goTo("Zapisz kontakt");
  await fillCard(it, { alias, step: "Przyjdę w poniedziałek po dowód", dueOn: dayOfHouse(3) });
}

/** Starts the patrol of two unless it walks already. */
export async function beginShift(it: Walker): Promise<void> {
  const { page } = it;
  const start = page.getByRole("button", { name: "Zacznij dyżur" });
  const going = page.getByRole("heading", { name: /^Dyżur od/ });
  await expect(start.or(going).first()).toBeVisible();
  if (await going.isVisible()) return;
  await it.settle(); // parts of other rooms have come: nothing moves under the thumb any more
  await it.choose("Kto idzie?", "Piotr Zając");
  await it.press(start);
  await expect(going).toBeVisible();
}

/** Begins a shift in which nothing was done yet: one that walks already is ended first, with its report. */
export async function beginNewShift(it: Walker): Promise<void> {
  const { page } = it;
  const start = page.getByRole("button", { name: "Zacznij dyżur" });
  await expect(start.or(page.getByRole("heading", { name: /^Dyżur od/ })).first()).toBeVisible();
  if (!(await start.isVisible())) {
    await it.press(page.getByRole("main").getByText("Koniec dyżuru", { exact: true }));
    await it.pressButton("Zakończ dyżur");
    await it.choose("Jak bardzo obciążył Cię ten dyżur?", "4");
    await it.pressButton("Złóż raport");
    await it.settle();
    await it.goTo("Dyżur");
  }
  await beginShift(it);
}

/** The least that a card asks, from the first field to the saved card, without a mouse. */
export async function recordByKeys(it: Walker, alias: string): Promise<void> {
  const { page } = it;
  const { keyboard } = page;
  await reach(it, page.getByRole("main").locator(`a[href="/contacts/new"]`));
  await keyboard.press("Enter");
  await reach(it, page.getByLabel("Pseudonim, jeśli osoba go poda"));
  await keyboard.type(alias);
  await reach(it, page.getByLabel("Inne miejsce, własnymi słowami"));
  await keyboard.type("Ławka przy poczcie");
  await reach(it, page.getByRole("radiogroup", { name: "Płeć (szacunek)" }).getByRole("radio").first());
  await keyboard.press("ArrowRight");
  await reach(it, page.getByRole("radiogroup", { name: "Wiek (szacunek)" }).getByRole("radio").first());
  for (let band = 0; band < 4; band += 1) await keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "50–59" })).toBeChecked();
  await reach(it, page.getByRole("main").getByRole("button", { name: "Zapisz kontakt" }));
  await keyboard.press("Enter");
  await expect(page.getByText("Zapisano pierwszy kontakt")).toBeVisible();
  await expect(page.getByText(`Dla: ${alias}`)).toBeVisible();
}

/** Goes on with the Tab key until `target` has the focus. */
async function reach(it: Walker, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const here = () => target.evaluate((element) => element === document.activeElement);
  for (let tabs = 0; tabs < 80 && !(await here()); tabs += 1) await it.page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}
