import { expect } from "@playwright/test";
import { test } from "./way/test.ts";
import { dayOfHouse, type Hand, Walker } from "./way/walker.ts";

/** Anna begins another programme for Wojciech; the address of its page. */
async function beginPlan(it: Walker): Promise<string> {
  const { page } = it;
  await it.goTo("Moje osoby");
  await page.getByLabel("Szukaj osoby").fill("Wojciech Żółtaszek");
  await it.openRow(/Wojciech Żółtaszek/);
  await it.openTab("Program");
  await it.follow("Zacznij program");
  await page.getByLabel("Opis sytuacji").fill("W schronisku od miesiąca.");
  await page.getByRole("button", { name: "Zapisz" }).first().click();
  await page.waitForURL(/\/plans\/[0-9a-f-]+\/goals/);
  return /\/plans\/[0-9a-f-]+/.exec(page.url())?.[0] ?? "";
}

for (const hand of ["mouse", "thumb"] satisfies Hand[])
  test(`a counsellor writes the vocational plan, a psychologist measures twice, by ${hand}`, async ({
    browser,
    baseURL,
  }) => {
    const it = await Walker.start(browser, hand, baseURL ?? "");
    const { page } = it;
    let plan = "";
    await it.as("anna", async () => {
      plan = await beginPlan(it);
    });

    await it.as("robert", async () => {
      await page.goto(`${plan}/vocational`);
      await it.look("vocational-none");
      await it.pressButton("Zacznij plan zawodowy");
      await it.follow("Zmień cel i kroki");
      await page.getByLabel("Cel zawodowy").fill("Chcę być opiekunem w domu pomocy społecznej");
      await it.pressButton("Zapisz");
      await expect(page.getByText("Zapisano").first()).toBeVisible();
      await it.pressButton("Dodaj krok");
      await page.getByLabel("Kto prowadzi").fill("Fundacja Dobry Zawód w Piotrkowie Trybunalskim");
      await page.getByLabel("Godziny").fill("40,5");
      await it.typeDay("Od", dayOfHouse(10));
      await it.press(page.getByText("Wybrany, bo brak dokumentu"));
      await page.getByLabel("Co osoba umie, a nie ma na to dokumentu").fill("Trzy lata opiekował się chorą matką");
      await it.look("vocational-edit");
      await it.pressButton("Zapisz kroki");
      await expect(page.getByText("Rusza: osoba", { exact: true })).toBeVisible();
      await it.pressButton("Uzgodnione z osobą");
      await expect(page.getByText("Uzgodniono z osobą", { exact: true })).toBeVisible();
      await it.follow("Przekaż trenerowi pracy");
      await it.press(page.getByText("Osoba zgadza się, żeby pracodawca"));
      await it.pressButton("Przekaż trenerowi pracy");
      await expect(page.getByText("Napisz, co pracodawca może wiedzieć").first()).toBeVisible();
      await page.getByLabel("Co wolno powiedzieć").fill("Może wiedzieć o przerwie w pracy.");
      await it.look("hand-over");
      await it.pressButton("Przekaż trenerowi pracy");
      await expect(page.getByText("Może wiedzieć o przerwie w pracy.")).toBeVisible();
      await it.look("vocational");
    });

    await it.as("ewa", async () => {
      await page.goto(`${plan}/path`);
      await it.pressButton("Zacznij ścieżkę");
      await it.follow("Zapisz pomiar");
      await page.getByLabel("Poczucie własnej wartości").selectOption("2");
      await page.getByLabel("Radzenie sobie ze stresem").selectOption("3");
      await it.look("measure");
      await it.pressButton("Zapisz");
      await it.settle(); // the picture of the measures comes above the links
      await it.follow("Zmień cele i formy");
      await it.pressButton("Dodaj cel");
      await page.getByLabel("Cel, wspólnie z osobą").fill("Mówię o sobie dobrze na rozmowie");
      await page.getByLabel("Powód (tylko dla psychologa)").fill("Poniżany w domu");
      await it.pressButton("Zapisz cele");
      await expect(page.getByText("Zapisano").first()).toBeVisible();
      await it.pressButton("Dodaj formę");
      await it.pressButton("Zapisz formy");
      await it.look("path-edit");
      await page.goto(`${plan}/path`);
      await it.pressButton("Uzgodnione z osobą");
      await expect(page.getByText("Uzgodniono z osobą", { exact: true })).toBeVisible();
      await it.follow("Zapisz pomiar");
      await expect(page.getByRole("radio", { name: "środek" })).toBeChecked();
      await page.getByLabel("Poczucie własnej wartości").selectOption("3");
      await it.pressButton("Zapisz");
      await expect(page.getByRole("row", { name: /Poczucie własnej wartości 2 3 \+1/ })).toBeVisible();
      await expect(page.getByRole("img", { name: "Poczucie własnej wartości początek 2, środek 3" })).toBeVisible();
      await it.pressButton("Zgłoś jako rezultat: Poczucie własnej wartości");
      await expect(page.getByRole("link", { name: "Otwórz dowód" })).toBeVisible();
      await it.look("path");
    });

    await it.as("robert", async () => {
      await page.goto(`${plan}/path`);
      await expect(page.getByText("Mówię o sobie dobrze na rozmowie")).toBeVisible();
      await expect(page.getByText("Poniżany w domu")).toHaveCount(0);
      await expect(page.getByText("Pomiary widzą:")).toBeVisible();
    });
    await it.end();
  });
