import { expect } from "@playwright/test";
import { z } from "zod";
import { addDays, plainDate } from "../src/platform/time/plainDate.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import { test } from "./way/test.ts";
import { dayOfHouse, Walker } from "./way/walker.ts";

const person = "Iwona Gałązka";
// what is written here is found again by its own end, whatever was walked before
const told = uuidv7().slice(-6);
const secret = `Robocze: wspomina wypadek pod Puławami ${told}`;
const conclusion = `Pomaga spokojny rytm dnia. Unikać pośpiechu i tłumu ${told}.`;

const noteOf = (sent: unknown) => z.object({ payload: z.object({ noteId: z.uuid() }) }).parse(sent).payload.noteId;

async function openAssessments(it: Walker): Promise<void> {
  await it.goTo("Moje osoby");
  await it.page.getByLabel("Szukaj osoby").fill(person);
  await it.openRow(new RegExp(person));
  await it.openTab("Diagnozy");
  await expect(it.page.getByRole("heading", { name: "Psycholog", exact: true })).toBeVisible();
}

test("a psychologist's notes are read by nobody but the named substitute, and a high risk calls without content (J4)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  let file = "";
  let noteId = "";
  const answerOf = () =>
    page.evaluate(async (id) => {
      const answer = await fetch(`/api/assessment-notes/${id}`);
      return { status: answer.status, body: await answer.text() };
    }, noteId);
  const nothingOpens = async (status: number) => {
    const answer = await answerOf();
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain(told);
    await expect(page.getByText(secret)).toHaveCount(0);
    await expect(page.getByText("Rozmowa co dwa dni")).toHaveCount(0);
  };
  const substitution = () =>
    page
      .locator("section")
      .filter({ hasText: `Urlop ${told}` })
      .last();
  await it.as("ewa", async () => {
    await openAssessments(it);
    file = new URL(page.url()).pathname;
    page.on("request", (request) => {
      if (request.url().endsWith("/assessment.write-note")) noteId = noteOf(request.postDataJSON());
    });
    await page.getByLabel("Nowa notatka").fill(secret);
    await it.pressButton("Zapisz notatkę");
    await expect(page.getByText("Zapisano").first()).toBeVisible();
    await it.follow(/^(Zacznij diagnozę|Zdiagnozuj ponownie)$/);
    await page.getByLabel("Powód diagnozy").fill("Regularny udział w zajęciach");
    await it.pressButton("Dodaj spotkanie");
    await expect(page.getByText("Na razie jest mniej")).toBeVisible();
    await page.getByLabel("Spotkanie 1: minuty").fill("150");
    await expect(page.getByText("Razem: 2 h 30 min")).toBeVisible();
    await expect(page.getByText("Na razie jest mniej")).toHaveCount(0);
    await it.press(page.getByRole("radiogroup", { name: "Ryzyko samobójcze" }).getByText("wysokie"));
    await page.getByLabel("Co robimy w sprawie ryzyka").fill("Rozmowa co dwa dni");
    await page.getByLabel("Wnioski dla zespołu").fill(conclusion);
    await it.press(page.getByRole("radiogroup", { name: "Rekomendacja" }).getByText("Za", { exact: true }));
    await it.look("assessment-form");
    await it.pressButton("Wydaj rekomendację");
    await expect(page.getByText(conclusion)).toBeVisible();
  });
  // a social worker, who leads the case, reads the conclusion and is called, without a word of why
  await it.as("anna", async () => {
    await openAssessments(it);
    await expect(page.getByText(conclusion)).toBeVisible();
    await nothingOpens(404);
    await it.goTo("Zadania");
    await expect(page.getByText(/Pilne: zadzwoń do Ewa/).first()).toBeVisible();
    await expect(page.getByText("samobójcze")).toHaveCount(0);
  });
  // who administers opens no file
  await it.as("adam", async () => {
    await page.goto(file);
    await it.settle();
    await nothingOpens(403);
  });
  // who manages reads the conclusion and names a substitute, and opens no note by it
  await it.as("henryk", async () => {
    await page.goto(file);
    await it.openTab("Diagnozy");
    await expect(page.getByText(conclusion)).toBeVisible();
    await nothingOpens(403);
    await page.goto("/note-substitutes");
    await page.getByLabel("Autor notatek").selectOption("Ewa Łęcka");
    await page.getByLabel("Zastępca").selectOption("Robert Sęk");
    await page.getByLabel("Powód").fill(`Urlop ${told}`);
    await it.typeDay("Ostatni dzień", dayOfHouse(7));
    await it.pressButton("Wyznacz zastępcę");
    await expect(page.getByText(`Urlop ${told}`)).toBeVisible();
  });
  await it.as("robert", async () => {
    await page.goto(file);
    await nothingOpens(404);
  });
  // the second person's word
  await it.as("tomasz", async () => {
    await page.goto("/note-substitutes");
    await it.look("note-substitutes");
    await it.pressButton("Potwierdź", substitution());
    await expect(substitution().getByText("Tomasz Iodowski")).toBeVisible();
    expect((await answerOf()).status).toBe(403);
  });
  await it.as("robert", async () => {
    await page.goto(file);
    await it.openTab("Diagnozy");
    await it.press(page.getByRole("button", { name: "Pokaż" }).first());
    await expect(page.getByText(secret)).toBeVisible();
  });
  await it.as("tomasz", async () => {
    await page.goto("/note-substitutes");
    await it.pressButton("Zakończ zastępstwo", substitution());
    await expect(substitution().getByText("Zakończone")).toBeVisible();
  });
  it.forgive(/40[34]/);
  await it.end();
});

test("a counsellor enters the work history, sees the gaps and the three results, and recommends with a condition (J5)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  const employer = `Zakłady Metalowe „Łucznik” ${told}`;
  // one day of many, so that it is free whatever was walked before
  const registeredOn = addDays(plainDate("1990-06-01"), Number.parseInt(told, 16) % 12_000);
  const part = (field: string, label: string) =>
    page
      .getByRole("dialog")
      .getByRole("group", { name: new RegExp(`^${field}`) })
      .getByLabel(label, { exact: true });
  await it.as("robert", async () => {
    await openAssessments(it);
    await it.follow("Historia pracy i kwalifikacje");
    for (const [from, to] of [
      ["1994", "1999"],
      ["1998", "2003"],
    ] as const) {
      await it.pressButton("Dodaj okres");
      await page.getByLabel("Forma").selectOption("umowa o pracę");
      await part("Od", "Rok").fill(from);
      await part("Do", "Rok").fill(to);
      await page.getByLabel("Pracodawca").fill(`${employer} ${from}`);
      await page.getByLabel("Stanowisko").fill("tłoczarz");
      await it.choose("Świadectwo pracy", from === "1994" ? "zgubione" : "jest");
      if (from === "1994") await page.getByLabel("Kto wyda je ponownie").fill("Archiwum Państwowe w Radomiu");
      await it.pressButton("Zapisz", page.getByRole("dialog"));
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
    // overlapping jobs are allowed; the gap asks what happened, and three results give their reasons
    await expect(page.getByText(/^Luka/).first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "Rejestracje w urzędzie pracy" })).toBeVisible();
    for (const of of ["Prawo pracy", "Monitorowanie UE", "Reguła projektu"])
      await expect(page.getByRole("heading", { level: 3, name: new RegExp(of) })).toBeVisible();
    await it.pressButton("Dodaj rejestrację");
    await page.getByLabel("Urząd pracy").fill("PUP Radom");
    await it.typeDay("Pierwszy dzień", registeredOn, page.getByRole("dialog"));
    await it.typeDay("Ostatni dzień", registeredOn, page.getByRole("dialog"));
    await it.pressButton("Zapisz", page.getByRole("dialog"));
    await expect(page.getByText("PUP Radom", { exact: true }).first()).toBeVisible();
    await it.press(page.getByRole("button", { name: `Zrób zadanie: Świadectwo pracy: ${employer} 1994` }));
    await it.pressButton("Zrób zadanie", page.getByRole("dialog"));
    await expect(page.getByText(/Zadanie do .*Robert Sęk/).first()).toBeVisible();
    await it.look("work-history");

    await openAssessments(it);
    await it.follow(/^(Zacznij diagnozę|Zdiagnozuj ponownie)$/);
    await page.getByLabel("Test predyspozycji").fill("Kwestionariusz WUP");
    await it.choose("Badania lekarskie: zdolność do pracy", "zdolny z ograniczeniami");
    await page.getByRole("textbox", { name: "Ograniczenia" }).fill("bez dźwigania");
    await page.getByLabel("Wnioski dla zespołu").fill(`Ma fach, brakuje papieru ${told}`);
    await it.press(page.getByRole("radiogroup", { name: "Rekomendacja" }).getByText("Za, pod warunkiem"));
    await page.getByRole("textbox", { name: "Warunki" }).fill("Odzyskane świadectwo pracy");
    await it.pressButton("Wydaj rekomendację");
    await expect(page.getByText(`Ma fach, brakuje papieru ${told}`)).toBeVisible();
    await expect(page.getByText("Odzyskane świadectwo pracy").first()).toBeVisible();
  });
  await it.end();
});
