import { expect } from "@playwright/test";
import { demoPeople } from "../src/app/demo/people.ts";
import { test } from "./way/test.ts";
import { dayOfHouse, Walker } from "./way/walker.ts";

/** The last of the demo centre, whom no other journey meets. */
const [person] = demoPeople("legionowo", 11).slice(-1);

test("the social worker of a CIS writes the programme, the manager admits, decides after the trial, consents to a day off; 29 hours and 13 months are refused (F-29)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  const name = `${person?.firstName} ${person?.lastName}`;
  let address = "";

  await it.as("iwona", async () => {
    await it.goTo("Moje osoby");
    await page.getByLabel("Szukaj osoby").fill(name);
    await it.openRow(new RegExp(name));
    await it.openTab("Program");
    await it.pressButton("Zacznij program zatrudnienia socjalnego (CIS)");
    await page.waitForURL(/\/ipzs\/[0-9a-f-]+\/edit/);
    address = /\/ipzs\/[0-9a-f-]+/.exec(page.url())?.[0] ?? "";
    await it.typeDay("Początek okresu próbnego", dayOfHouse(-40));
    await page.getByLabel("Tygodniowy wymiar").fill("29");
    const add = page.getByRole("button", { name: "Dodaj wiersz" });
    await it.press(add.nth(0));
    await page.getByLabel("Forma", { exact: true }).fill("Grupa wsparcia i trening budżetowy");
    await it.press(add.nth(1));
    await page.getByLabel("Nazwa", { exact: true }).fill("Warsztat stolarski");
    await it.press(add.nth(2));
    await page.getByLabel("Imię i nazwisko, stanowisko").fill("Kazimierz Hebel, instruktor");
    await page.getByLabel("Za co odpowiada").fill("warsztat");
    await it.pressButton("Wstaw tekst roboczy");
    await it.pressButton("Zapisz");
    await expect(page.getByText("Podaj co najmniej 30.").first()).toBeVisible();
    await it.look("ipzs-29-godzin");
    await page.getByLabel("Tygodniowy wymiar").fill("35");
    await it.pressButton("Zapisz");
    await it.follow("Uzgodniono z kierownikiem OPS");
    await it.typeDay("Dzień uzgodnienia", dayOfHouse(-42));
    await it.pressButton("Uzgodniono z kierownikiem OPS");
    await it.follow("Podpis uczestnika");
    await it.choose("Kto podpisał", "osoba");
    await it.typeDay("Dzień podpisu", dayOfHouse(-41));
    await it.look("ipzs-podpisy");
    await it.pressButton("Zapisz podpis");
    await expect(page.getByText("czeka na podpis")).toHaveCount(3);
    await page.goto(address);
    await expect(page.getByText("Podpisany, czeka na przyjęcie")).toBeVisible();
  });

  await it.as("hanna", async () => {
    await page.goto(`${address}/admit`);
    await it.typeDay("Dzień przyjęcia", dayOfHouse(-41));
    await it.pressButton("Przyjmij na okres próbny");
    await expect(page.getByText("Do CIS przyjmuje się osobę ze skierowaniem").last()).toBeVisible();
    await it.look("ipzs-bez-skierowania");
    it.forgive(/422/);
  });

  await it.as("iwona", async () => {
    await page.goto(address);
    await it.follow("Wpisz skierowanie z papieru");
    await it.choose("Dokąd", "Centrum integracji społecznej (CIS)");
    await page.getByLabel("Nazwa urzędu lub ośrodka").fill("Ośrodek Pomocy Społecznej w Legionowie");
    await page.getByLabel("Numer skierowania").fill("CIS/88/2026");
    await it.typeDay("Skierowanie z dnia", dayOfHouse(-44));
    await it.typeDay("Dzień złożenia wniosku", dayOfHouse(-60));
    await it.typeDay("Wywiad z dnia", dayOfHouse(-55));
    await it.choose("Opinia", "pozytywna");
    await it.typeDay("Opinia z dnia", dayOfHouse(-50));
    await page.getByLabel("długotrwałe bezrobocie", { exact: true }).selectOption({ label: "spełnia" });
    await page
      .getByLabel("wykluczenie; własnym staraniem osoba nie zaspokoi podstawowych potrzeb życiowych", { exact: true })
      .selectOption({ label: "spełnia" });
    const benefits = page.getByRole("combobox").filter({ has: page.getByText("nie ma prawa", { exact: true }) });
    for (const benefit of await benefits.all()) await benefit.selectOption({ label: "nie ma prawa" });
    await it.pressButton("Zapisz skierowanie");
    await expect(page.getByText("skierowanie wydane").first()).toBeVisible();
  });

  await it.as("hanna", async () => {
    await page.goto(address);
    await expect(page.getByText("Do przyjęcia brakuje")).toHaveCount(0);
    await it.follow("Przyjmij na okres próbny");
    await it.typeDay("Dzień przyjęcia", dayOfHouse(-41));
    await it.look("ipzs-przyjecie");
    await it.pressButton("Przyjmij na okres próbny");
    await it.follow("Zdecyduj po okresie próbnym");
    await it.choose("Decyzja", "Kwalifikuje się do uczestnictwa");
    await page.getByLabel("Powód").fill("Pracuje starannie i chce się uczyć.");
    await it.pressButton("Zdecyduj po okresie próbnym");
    await expect(page.getByRole("img", { name: "Przebieg programu" })).toBeVisible();
    await expect(page.getByRole("row", { name: /^Uczestnictwo .* trwa$/ })).toBeVisible();
    await it.look("ipzs");
  });

  await it.as("iwona", async () => {
    await page.goto(`${address}/extension`);
    await it.choose("Kto o to prosi", "Uczestnik");
    await page.getByLabel("O ile miesięcy").fill("13");
    await page.getByLabel("Opinia pracownika socjalnego CIS").fill("Kończy kurs.");
    await it.pressButton("Wniosek o przedłużenie");
    await expect(page.getByText("Przedłużenia trwają razem najwyżej 12 miesięcy").first()).toBeVisible();
    await it.look("ipzs-13-miesiecy");
    await page.goto(`${address}/days-off`);
    await it.typeDay("Dzień 1", dayOfHouse(3));
    await it.pressButton("Wniosek o dni wolne");
    await expect(page.getByText("Czeka na zgodę")).toBeVisible();
  });

  await it.as("hanna", async () => {
    const home = page
      .getByRole("listitem")
      .filter({ hasText: `${person?.firstName} ${person?.lastName.slice(0, 1)}.` });
    await expect(home.filter({ hasText: "wnioski o dni wolne: 1" }).first()).toBeVisible();
    await page.goto(address);
    await it.press(page.getByRole("button", { name: /^Wyraź zgodę na/ }));
    await expect(page.getByText("Udzielono: 1. Czeka: 0. Zostało: 5.")).toBeVisible();
  });
  await it.end();
});
