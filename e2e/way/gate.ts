import { expect } from "@playwright/test";
import type { Newcomer } from "./newcomer.ts";
import type { Walker } from "./walker.ts";

/** Opens the person's file at a tab, found as people look: by a piece of the name. */
export async function openFile(it: Walker, who: Newcomer, tab: string): Promise<void> {
  const { page } = it;
  await it.goTo("Moje osoby");
  await page.getByLabel("Szukaj osoby").fill(who.lastName);
  await it.openRow(new RegExp(who.lastName));
  await expect(page.getByRole("heading", { level: 1, name: who.lastName })).toBeVisible();
  await it.openTab(tab);
}

type Conclusion = { specialist: string; verdict: string; condition?: string };

/** One specialist's conclusion and recommendation, from the person's file. */
export async function recommend(it: Walker, who: Newcomer, given: Conclusion): Promise<void> {
  const { page } = it;
  await openFile(it, who, "Diagnozy");
  await page.getByRole("heading", { name: given.specialist, exact: true }).waitFor();
  await it.follow("Zacznij diagnozę");
  // the psychologist's form alone asks for them
  if (given.specialist === "Psycholog") {
    await page.getByLabel("Powód diagnozy").fill("Prośba o miejsce w klubie");
    await page.getByLabel("Mocne strony i zasoby").fill("Punktualny, zna się na stolarce");
  }
  await page.getByLabel("Wnioski dla zespołu").fill("Potrzebuje spokojnego początku i jednej stałej osoby.");
  await it.choose("Rekomendacja", given.verdict);
  if (given.condition) await page.getByRole("textbox", { name: /^Warunki/ }).fill(given.condition);
  await it.look("diagnoza");
  await it.pressButton("Wydaj rekomendację");
  await expect(page.getByRole("heading", { name: /^Diagnoza: / })).toBeVisible();
  await it.look("rekomendacje-osoby");
}

/** Anna's own conclusion, the condition that was met, and the gate. */
export async function openTheGate(it: Walker, who: Newcomer, condition: string): Promise<void> {
  const { page } = it;
  await recommend(it, who, { specialist: "Pracownik socjalny", verdict: "Za" });
  await expect(page.getByText("Jeszcze nie można przejść do etapu zaawansowanego.")).toBeVisible();
  await it.pressButton("Oznacz jako spełniony");
  const asked = page.getByRole("dialog", { name: "Oznacz jako spełniony" });
  await expect(asked.getByText(condition)).toBeVisible();
  await asked.getByLabel("Co o tym świadczy").fill("Karta z poradni z trzech wizyt");
  await it.look("warunek");
  await it.pressButton("Oznacz jako spełniony", asked);
  await expect(asked).toBeHidden();
  const take = async (step: string) => {
    await it.pressButton(step);
    await it.pressButton(step, page.getByRole("dialog", { name: step }));
    await expect(page.getByRole("button", { name: step, exact: true })).toBeHidden();
  };
  for (const step of ["Przychodzi regularnie", "Rozpocznij diagnozę"]) await take(step);
  await expect(page.getByText("Wszystkie trzy rekomendacje są za")).toBeVisible();
  await it.pressButton("Otwórz etap zaawansowany");
  await expect(page.getByText("Zdecydowano: Anna Kowalczyk")).toBeVisible();
  await it.look("brama");
  await take("Rozpocznij analizę");
  await it.goTo("Rekomendacje");
  await it.look("rekomendacje");
}
