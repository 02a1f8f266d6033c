import { expect } from "@playwright/test";
import { openFile } from "./gate.ts";
import { type Newcomer, shortName } from "./newcomer.ts";
import { dayOfHouse, type Walker } from "./walker.ts";

const project = "Klub Integracji Społecznej – powrót do pracy";
const employerOf = (who: Newcomer) => `Stolarnia ${who.alias} s.c.`;

/** Sylwia finds an employer, writes down what it declares, and the person starts there. */
export async function findWork(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await it.goTo("Zatrudnienie");
  await it.look("zatrudnienie");
  await it.follow("Dodaj pracodawcę");
  await page.getByLabel("Nazwa").fill(employerOf(who));
  await page.getByLabel("Adres").fill("ul. Heblowa 4, Radom");
  await it.look("pracodawca-nowy");
  await it.pressButton("Zapisz pracodawcę");
  await it.follow("Zapisz deklarację");
  await page.getByLabel("Podpisał(a)").fill("Stefan Strug");
  await page.getByLabel("Liczba osób").fill("2");
  await page.getByLabel("Część etatu (0,01–1)").fill("0,75");
  await page.getByLabel("Na ile miesięcy").fill("12");
  await it.look("deklaracja");
  await it.pressButton("Zapisz deklarację");
  await expect(page.getByText("kompletna", { exact: true })).toBeVisible();
  await it.look("pracodawca");

  await it.goTo("Zatrudnienie");
  await it.follow("Zaplanuj umieszczenie");
  await page.getByLabel("Osoba", { exact: true }).selectOption({ label: `${who.firstName} ${who.lastName}` });
  await page.getByLabel("Pracodawca", { exact: true }).selectOption(employerOf(who));
  await page.getByLabel("Rodzaj").selectOption("praca na otwartym rynku");
  await it.typeDay("Pierwszy dzień", dayOfHouse());
  await page.getByLabel("Godzin w tygodniu").fill("30");
  await it.look("umieszczenie-plan");
  await it.pressButton("Zapisz plan");
  await it.look("umieszczenie");
  const start = page.getByRole("button", { name: "Rozpocznij", exact: true });
  await expect(start.or(page.getByText("Jeszcze nie można zacząć")).first()).toBeVisible();
  if (!(await start.isVisible())) {
    for (const day of ["Umowa z dnia", "Badania lekarskie z dnia", "Szkolenie BHP", "Ubezpieczenie od"])
      await it.typeDay(day, dayOfHouse());
    await page.getByLabel("Opiekun u pracodawcy").fill("Stefan Strug");
    await it.pressButton("Zapisz przygotowanie");
  }
  await it.press(start);
  await expect(page.getByText("trwa", { exact: true })).toBeVisible();
  await it.look("umieszczenie-trwa");
}

/** Beata ends the part in the project: a job, as it was meant. */
export async function endThePart(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await openFile(it, who, "Projekty");
  await it.pressButton("Zakończ udział");
  const asked = page.getByRole("dialog", { name: "Zakończ udział" });
  await asked.getByLabel("Powód").selectOption("podjęcie pracy");
  await it.press(asked.getByText("Zgodnie ze ścieżką udziału"));
  await it.look("projekt-koniec");
  await it.pressButton("Zakończ udział", asked);
  await expect(asked).toBeHidden();
}

/** Sylwia proves the job; she is not offered to confirm her own proof. */
export async function proveTheJob(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await it.goTo("Rezultaty");
  await it.follow("Dodaj dowód");
  await page.getByLabel("Projekt", { exact: true }).selectOption(project);
  const person = page.getByLabel("Osoba", { exact: true });
  const option = person.locator("option", { hasText: shortName(who) }).last();
  await expect(option).toBeAttached();
  await person.selectOption((await option.textContent()) ?? "");
  await it.choose("Wymiar", "zatrudnieniowy");
  await page.getByLabel("Efekt", { exact: true }).selectOption("umowa o pracę");
  await it.typeDay("Kiedy nastąpił", dayOfHouse());
  await page.getByLabel("Dowód", { exact: true }).selectOption("deklaracja pracodawcy");
  const declaration = page.getByLabel("Deklaracja pracodawcy");
  const declared = declaration.locator("option", { hasText: employerOf(who) });
  await declaration.selectOption((await declared.textContent()) ?? "");
  await it.look("dowod-nowy");
  await it.pressButton("Zapisz i przekaż do weryfikacji");
  await expect(page.getByText("Twój wpis: zweryfikuje ktoś inny").first()).toBeVisible();
  await it.look("rezultaty");
  await it.openRow(new RegExp(shortName(who)));
  await expect(page.getByText("Potwierdzić lub odrzucić musi ktoś inny.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Potwierdź dowód" })).toHaveCount(0);
  await it.look("dowod-wlasny");
}

/** Beata is the second pair of eyes. */
export async function confirmTheJob(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await it.goTo("Rezultaty");
  await it.openRow(new RegExp(shortName(who)));
  await it.look("dowod-do-potwierdzenia");
  await it.pressButton("Potwierdź dowód");
  await expect(page.getByText("potwierdzony", { exact: true }).first()).toBeVisible();
}
