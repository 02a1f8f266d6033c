import { expect } from "@playwright/test";
import { test } from "./way/test.ts";
import { type Hand, Walker } from "./way/walker.ts";

/** Chooses somebody in the panel by the picker. */
async function pick(it: Walker, name: string): Promise<void> {
  const panel = it.page.getByRole("dialog");
  await panel.getByLabel("Szukaj osoby").fill(name);
  await it.press(panel.getByRole("radiogroup", { name: "Osoba" }).getByText(new RegExp(name)).first());
}

const sealed = "Pytał o alimenty i komornika, boi się odpowiedzi";
const people: Readonly<Record<Hand, string>> = { mouse: "Danuta Źrebiec", thumb: "Mirosław Wrzos" };

for (const hand of ["mouse", "thumb"] satisfies Hand[])
  test(`an hour is booked by role, and what the lawyer writes opens to the lawyer alone, by ${hand}`, async ({
    browser,
    baseURL,
  }) => {
    const it = await Walker.start(browser, hand, baseURL ?? "");
    const { page } = it;
    await it.as("anna", async () => {
      await it.follow("Dyżury i zapisy");
      await page.getByLabel("Do kogo").selectOption({ label: "prawnik" });
      await it.look("slots");
      // the last free hour of the two weeks: nobody else is there
      await it.press(page.getByRole("button", { name: /^Zapisz: / }).last());
      await expect(page.getByText("Nie wpisuj tematu")).toBeVisible();
      await pick(it, people[hand]);
      await it.choose("Jak przypomnieć", "kartka z terminem");
      await it.look("book");
      await it.press(page.getByRole("dialog").getByRole("button", { name: /^Zapisz: / }));
      await expect(page.getByRole("main").getByText(people[hand])).toBeVisible();
      await it.pressButton("Dopisz do listy");
      await page.getByRole("dialog").getByLabel("Do kogo").selectOption({ label: "prawnik" });
      await pick(it, people[hand]);
      await it.pressButton("Dopisz do listy", page.getByRole("dialog"));
      await expect(page.getByText(/prawnik · \d+\. w kolejce/).first()).toBeVisible();
      await it.look("waiting");
    });
    let begun = false;
    await it.as("leszek", async () => {
      await it.follow("Mój dzień");
      const booked = page.getByRole("listitem").filter({ hasText: "15:00" }).first();
      await expect(booked).toBeVisible();
      // before 15:00 by the house's clock the booked talk has not begun: then the note is of somebody without a name
      begun = hand === "mouse" && (await booked.getByRole("button", { name: "Przyszła", exact: true }).isVisible());
      if (begun) {
        await it.pressButton("Przyszła", booked);
        await expect(booked.getByText("przyszła osoba")).toBeVisible();
        await it.look("day");
        await it.follow("Napisz kartę");
      } else {
        await it.follow("Nowa karta porady");
        await it.choose("Rozmowa", "z osobą bez nazwiska");
        await page.getByLabel("Od godziny").fill("00:05");
        await page.getByLabel("Do godziny").fill("00:30");
      }
      await page.getByLabel("Temat").fill("Zadłużenie");
      await page.getByLabel("Treść rozmowy").fill(`${sealed} (${hand})`);
      await it.look("talk");
      await it.pressButton("Zapisz kartę porady");
      await it.press(page.getByRole("button", { name: /^Otwórz treść/ }).first());
      await expect(page.getByText(sealed).first()).toBeVisible();
      await it.look("notes");
    });
    if (begun) {
      await it.as("henryk", async () => {
        await it.goTo("Moje osoby");
        await page.getByLabel("Szukaj osoby").fill("Wojciech Żółtaszek");
        await it.openRow(/Wojciech Żółtaszek/);
        await it.openTab("Porady");
        await expect(page.getByText("Tajemnica zawodowa").first()).toBeVisible();
        await expect(page.getByText("Zadłużenie")).toHaveCount(0);
        await expect(page.getByRole("button", { name: /^Otwórz treść/ })).toHaveCount(0);
        await it.look("manager");
      });
    }
    if (hand === "mouse") {
      await it.as("beata", async () => {
        await it.follow("Dyżury i zapisy");
        await it.follow("Plan dyżurów");
        await expect(page.getByText("Leszek Prawny").first()).toBeVisible();
        await it.look("duties");
      });
    }
    await it.end();
  });
