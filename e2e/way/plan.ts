import { expect } from "@playwright/test";
import { openFile } from "./gate.ts";
import { type Newcomer, shortName } from "./newcomer.ts";
import { dayOfHouse, type Walker } from "./walker.ts";

const goals = [
  ["Mieszkanie", "Chcę mieć drzwi, które sam zamykam"],
  ["Praca", "Chcę znowu robić meble"],
] as const;

/** Anna writes the programme with the person, in the person's words; it waits for the manager. */
export async function writeThePlan(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await openFile(it, who, "Program");
  await it.look("program-pusty");
  await it.follow("Zacznij program");
  await page.getByLabel("Opis sytuacji").fill("Śpi na schodach dworca od roku. Ma zawód i chce pracować.");
  await page.getByLabel("Zobowiązania osoby").fill("Przychodzi na umówione spotkania.");
  await it.press(page.getByText("Potrzebne ubezpieczenie zdrowotne"));
  await it.press(page.getByText("Kto za to odpowiada"));
  await it.pressButton("Dodaj podmiot");
  await page.getByLabel("Świadczenie", { exact: true }).selectOption({ label: "ubezpieczenie zdrowotne" });
  await page.getByLabel("Podmiot odpowiedzialny", { exact: true }).fill("MOPS w Radomiu");
  await it.look("program-opis");
  await it.pressButton("Zapisz");

  await expect(page.getByRole("heading", { name: "Popraw cele i zadania" })).toBeVisible();
  for (const [at, [sphere, words]] of goals.entries()) {
    await it.pressButton("Dodaj cel");
    await page.getByLabel("Sfera").nth(at).selectOption(sphere);
    await page.getByLabel("Cel słowami osoby").nth(at).fill(words);
    await page.getByLabel("Po czym poznamy").nth(at).fill("Umowa w ręku");
  }
  await it.pressButton("Zapisz cele");
  await expect(page.getByText("Zapisano", { exact: true })).toBeVisible();
  for (const [at, [side, what]] of [
    ["Osoba", "Złoży wniosek o mieszkanie"],
    ["OPS", "Zgłosi do ubezpieczenia zdrowotnego"],
  ].entries()) {
    await it.pressButton("Dodaj zadanie");
    await it.press(
      page
        .getByRole("radiogroup", { name: "Kto" })
        .nth(at)
        .getByText(side ?? "", { exact: true }),
    );
    await page
      .getByLabel("Co zrobi")
      .nth(at)
      .fill(what ?? "");
    await it.typeDay("Do kiedy", dayOfHouse(30), page.locator("form").filter({ hasText: "Zapisz zadania" }), at);
  }
  await it.look("program-cele");
  await it.pressButton("Zapisz zadania");
  await expect(page.getByText(goals[0][1])).toBeVisible();
  await it.follow("Uzgodnione z osobą");
  await it.press(page.getByText("Osoba zgadza się na ten program"));
  await page.getByLabel("Co mówi osoba o programie").fill("Tak ma być.");
  await it.look("program-zgoda");
  await it.pressButton("Uzgodnione z osobą");
  await expect(page.getByText("Ten program zatwierdza kierownik OPS.").first()).toBeVisible();
  await it.look("program-uzgodniony");
}

/** Henryk finds the programme among those that wait, and approves it. */
export async function approveThePlan(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await it.goTo("Programy");
  await it.look("programy");
  await it.openRow(shortName(who));
  await it.pressButton("Zatwierdź program");
  await expect(page.getByText("Zatwierdzone: Henryk Dąb")).toBeVisible();
  await it.look("program-zatwierdzony");
}

export async function beginThePlan(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await openFile(it, who, "Program");
  await it.follow("Program");
  await it.pressButton("Rozpocznij program");
  await expect(page.getByRole("link", { name: "Zrób przegląd" })).toBeVisible();
}
