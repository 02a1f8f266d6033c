import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { openFile } from "./gate.ts";
import { type Newcomer, shortName } from "./newcomer.ts";
import { dayOfHouse, type Walker } from "./walker.ts";

const goals = [
  ["Mieszkanie", "Chcę mieć drzwi, które sam zamykam"],
  ["Praca", "Chcę znowu robić meble"],
] as const;
const conclusions = "Śpi na schodach dworca od roku. Ma zawód i chce pracować.";

/** Anna writes the profile with the person, who agrees to it: the goals of the programme come from it. */
export async function writeTheProfile(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await openFile(it, who, "Profil");
  await it.follow("Zacznij profil");
  for (const [at, [sphere, words]] of goals.entries()) {
    await it.pressButton("Dodaj: czego osoba chce");
    await page.getByLabel("Sfera").nth(at).selectOption(sphere);
    await page.getByLabel("Słowami osoby").nth(at).fill(words);
  }
  await page.getByRole("textbox", { name: "Wnioski do programu" }).fill(conclusions);
  await it.pressButton("Zapisz wersję");
  await it.follow("Zapisz odpowiedź osoby");
  await it.choose("Odpowiedź", "Zgadza się z profilem");
  await it.choose("Jak ją dała", "powiedziane osobiście");
  await it.pressButton("Zapisz odpowiedź osoby");
  await expect(page.getByText("Zapisano odpowiedź osoby", { exact: true })).toBeVisible();
  await it.look("profil-przyjety");
}

/** Anna writes the programme with the person, in the person's words; it waits for the manager. */
export async function writeThePlan(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await openFile(it, who, "Program");
  await it.look("program-pusty");
  await it.follow("Zacznij program");
  await it.pressButton("Wstaw opis z profilu");
  await expect(page.getByLabel("Opis sytuacji")).toHaveValue(new RegExp(conclusions));
  await page.getByLabel("Zobowiązania osoby").fill("Przychodzi na umówione spotkania.");
  await it.press(page.getByText("Potrzebne ubezpieczenie zdrowotne"));
  await it.press(page.getByText("Kto za to odpowiada"));
  await it.pressButton("Dodaj podmiot");
  await page.getByLabel("Świadczenie", { exact: true }).selectOption({ label: "ubezpieczenie zdrowotne" });
  await page.getByLabel("Podmiot odpowiedzialny", { exact: true }).fill("MOPS w Radomiu");
  await it.look("program-opis");
  await it.pressButton("Zapisz");

  await expect(page.getByRole("heading", { name: "Popraw cele i zadania" })).toBeVisible();
  for (const [at, [, words]] of goals.entries()) {
    await it.pressButton(`Weź cel: ${words}`);
    await expect(page.getByLabel("Cel słowami osoby").nth(at)).toHaveValue(words);
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

/** The programme is signed on paper, the scan beside the person's signature, and begins. */
export async function beginThePlan(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await openFile(it, who, "Program");
  await it.follow("Program");
  await it.follow("Podpisy");
  const printed = await it.download(page.getByRole("main").getByRole("link", { name: "Pobierz PDF", exact: true }));
  const scan = { name: "program-podpisany.pdf", mimeType: "application/pdf", buffer: readFileSync(printed) };
  await page.getByRole("main").locator("input[type=file]").first().setInputFiles(scan);
  await expect(page.getByText(scan.name)).toBeVisible();
  for (const signature of ["osoba", "kto prowadzi plan", "kierownik ośrodka"]) {
    await it.choose("Kto podpisał", signature);
    await it.pressButton("Zapisz podpis");
    await expect(page.getByRole("radio", { name: signature, exact: true })).toBeHidden();
  }
  await expect(page.getByText("Podpisali wszyscy. Treść jest zamrożona.")).toBeVisible();
  await it.look("program-podpisany");
  await it.follow("Program");
  await it.pressButton("Rozpocznij program");
  await expect(page.getByRole("link", { name: "Zrób przegląd" })).toBeVisible();
}

/** The first meeting: what is known comes by itself, each promise is looked at, a refusal tells what lacks, the next day is set. */
export async function reviewThePlan(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await openFile(it, who, "Program");
  await it.follow("Program");
  await it.follow("Zrób przegląd");
  await expect(page.getByText(/^Od .* do /)).toBeVisible();
  await it.choose("Osoba: Złoży wniosek o mieszkanie", "Zrobione");
  await it.choose("OPS: Zgłosi do ubezpieczenia zdrowotnego", "Częściowo");
  await it.choose(goals[0][1], "Częściowo");
  await it.choose(goals[1][1], "Nieaktualny");
  await page.getByLabel("Co o tym mówi osoba").last().fill("Wolę prowadzić wózek.");
  await page.getByLabel("Podsumowanie").fill("Mieszkanie idzie, praca będzie inna.");
  await it.pressButton("Zapisz przegląd");
  await expect(page.getByRole("alert").first()).toBeVisible(); // the decision lacks
  await it.choose("Decyzja", "Zmieniamy plan");
  await it.look("program-przeglad");
  await it.pressButton("Zapisz przegląd");
  await expect(page.getByRole("heading", { name: "Popraw cele i zadania" })).toBeVisible();
  await it.follow("Program");
  await expect(page.getByText("Mieszkanie idzie, praca będzie inna.")).toBeVisible();
  await expect(page.getByText("Następny przegląd", { exact: false }).first()).toBeVisible();
  await it.look("program-po-przegladzie");
}
