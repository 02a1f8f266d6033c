import { expect, type Locator } from "@playwright/test";
import { demoPeople } from "../src/app/demo/people.ts";
import { composePesel } from "../src/platform/identifiers/pesel.ts";
import { addDays, plainDate } from "../src/platform/time/plainDate.ts";
import { test } from "./way/test.ts";
import { dayOfHouse, Walker } from "./way/walker.ts";

/** Letters of Windows-1250 that stand elsewhere in Unicode: offices still send their lists so. */
const polish = new Map(
  Object.entries({
    ą: 0xb9,
    ć: 0xe6,
    ę: 0xea,
    ł: 0xb3,
    ń: 0xf1,
    ó: 0xf3,
    ś: 0x9c,
    ź: 0x9f,
    ż: 0xbf,
    Ą: 0xa5,
    Ć: 0xc6,
    Ę: 0xca,
    Ł: 0xa3,
    Ń: 0xd1,
    Ó: 0xd3,
    Ś: 0x8c,
    Ź: 0x8f,
    Ż: 0xaf,
  }),
);
const windows1250 = (text: string): Buffer =>
  Buffer.from([...text].map((letter) => polish.get(letter) ?? letter.charCodeAt(0)));

type Line = { lastName: string; firstName: string; pesel: string; registered: string };
const polishDay = (day: string) => day.split("-").toReversed().join(".");

/** Somebody who takes part in the second group of the club and has a social contract. */
const [known] = demoPeople("radom-b", 1);
const others = demoPeople("lista z urzędu", 74, { bornFrom: "1960-01-01", bornSpanDays: 6000 });
const passing = others.slice(0, 4);

/** Eighty rows as an office sends them: five pass, the others are registered too short; two stand twice, two numbers need a look. */
function officeList(today: string): Buffer {
  const long = (years: number) => polishDay(addDays(plainDate(today), -365 * years));
  const short = addDays(plainDate(today), -200);
  const rows: Line[] = [
    ...(known ? [{ ...known, registered: long(12) }] : []),
    ...passing.map((one, at) => ({ ...one, registered: long(10 - at) })),
    ...others.slice(4).map((one) => ({ ...one, registered: short })),
    {
      lastName: "Bezzerowa",
      firstName: "Łucja",
      pesel: composePesel(plainDate("2001-03-05"), "F", 11).slice(1),
      registered: short,
    },
    { lastName: "Mylna", firstName: "Żaneta", pesel: "70020112340", registered: short },
    ...others.slice(4, 6).map((one) => ({ ...one, registered: short })),
    { lastName: "Świętopełk", firstName: "Ó.", pesel: "", registered: "31.02.2020" },
  ];
  return windows1250(
    [
      "Powiatowy Urząd Pracy w Radomiu;;;;",
      "Lp.;Nazwisko;Imię;PESEL;Zarejestrowany od dnia",
      ...rows.map((row, at) =>
        [at + 1, row.lastName.toUpperCase(), row.firstName, row.pesel, row.registered].join(";"),
      ),
    ].join("\r\n"),
  );
}

test("of eighty names that an office sends three are taken in: import, check, points, list, decisions, letters, a drop-out and the reserve, and the start of one with a contract (J9 4-7, 11)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  const title = "Powrót na rynek pracy";
  const today = dayOfHouse();
  let recruitment = "";
  const step = async (name: string) => {
    await page.goto(recruitment);
    await it.press(page.getByRole("navigation", { name: "Kroki rekrutacji" }).getByRole("link", { name, exact: true }));
    await it.settle();
  };
  const called = (one: { lastName: string; firstName: string } | undefined) => `${one?.lastName} ${one?.firstName}`;
  const lineOf = (name: string): Locator => page.getByRole("main").getByRole("listitem").filter({ hasText: name });

  await it.signIn("beata");

  // the project, its criteria and the terms of its recruitment
  await page.goto("/projects/new");
  await page.getByLabel("Nazwa").fill(title);
  await page.getByLabel("Rodzaj").selectOption({ label: "Klub integracji społecznej" });
  await it.typeDay("Początek", today);
  await page.getByLabel("Ile osób").fill("3");
  await it.press(page.getByLabel(/kontrakt/i));
  await it.pressButton("Zapisz kartę projektu");
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
  await page.goto(`${page.url()}/criteria`);
  await it.follow("Ustal kryteria");
  await it.pressButton("Dodaj kryterium");
  await page.getByLabel("Czego dotyczy").selectOption("REGISTERED_UNEMPLOYED");
  await page.getByLabel("Dłużej niż").fill("24");
  await page.getByLabel("Jaki dokument to potwierdza").fill("zaświadczenie z urzędu pracy");
  await it.pressButton("Ustal kryteria");
  await it.settle();
  await it.goTo("Rekrutacja");
  await it.follow(`Otwórz rekrutację: ${title}`);
  await page.getByRole("textbox", { name: "Miejsca (wymagane)" }).fill("3");
  await it.typeDay("Start zajęć", addDays(plainDate(today), 7));
  await it.pressButton("Dodaj kryterium punktowe");
  await page.getByLabel("Kryterium", { exact: true }).fill("Sytuacja mieszkaniowa");
  await page.getByLabel("Najwięcej punktów").fill("10");
  await it.pressButton("Zapisz zasady");
  await page.waitForURL(/\/recruitment\/[0-9a-f-]{36}$/);
  recruitment = page.url();

  // the list of the office
  await step("Kandydaci");
  await it.follow("Wczytaj listę");
  await page.getByLabel("Skąd jest lista").selectOption("PUP");
  await page.getByLabel("Nazwa instytucji").fill("PUP Radom");
  await it.typeDay("Dzień, w którym lista przyszła", today);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "kandydaci.csv", mimeType: "text/csv", buffer: officeList(today) });
  await it.settle();
  await it.pressButton("Dalej: kolumny");
  await expect(page.getByLabel("Co jest w: Zarejestrowany od dnia")).toHaveValue("REGISTERED_SINCE");
  await it.choose("Co ten nadawca potwierdza samą listą?", "rejestracja w urzędzie pracy");
  await it.look("lista-kolumny");
  await it.pressButton("Dalej: podgląd osób");
  await expect(page.getByText("Gotowe: 77. Do decyzji: 1. Nie wejdą: 2. Puste wiersze: 0.")).toBeVisible();
  await it.look("lista-podglad");
  await it.pressButton("Przyjmij 77 osób na listę");
  await expect(page.getByText("Lista przyjęta.")).toBeVisible();
  await expect(page).toHaveURL(/\/candidates$/);

  // who passes gets points, and the list is frozen
  await step("Punkty");
  for (const [at, one] of [known, ...passing].entries())
    await page.getByLabel(`${called(one)}: Sytuacja mieszkaniowa`).fill(String(9 - at));
  await it.look("punkty");
  await it.pressButton("Zapisz punkty");
  await expect(page.getByText("Zapisano.")).toBeVisible();
  await step("Lista i decyzje");
  await it.pressButton("Zamroź listę");
  await it.pressButton("Zamroź listę", page.getByRole("main").locator("form"));
  await expect(page.getByText(/Wersja 1, zamrożona/)).toBeVisible();
  await it.follow("Zdecyduj o osobach");
  await it.pressButton("Wpisz to, co wynika z listy");
  await it.look("decyzje");
  await it.pressButton("Zapisz decyzje (77)");
  await expect(page.getByText("Decyzje zapisane.")).toBeVisible();

  // a letter explains each of them
  await step("Pisma");
  await it.press(page.getByRole("button", { name: "Wydaj pisma, których brakuje (77)" }));
  const letters = page.getByRole("link", { name: "Wszystkie w jednym pliku (PDF)" });
  await expect(letters).toBeVisible();
  await it.look("pisma");

  // one of the accepted does not come, and the place goes to the reserve
  await step("Początek zajęć");
  await it.follow(called(passing[0]));
  await it.pressButton("Odnotuj rezygnację");
  await page.getByLabel("Powód").fill("Podjęcie pracy za granicą");
  await it.pressButton("Odnotuj rezygnację", page.getByRole("main").locator("form"));
  await expect(page.getByText(/Podjęcie pracy za granicą/)).toBeVisible();
  await step("Lista rezerwowa");
  await expect(page.getByText(/Zajęte: 2 z 3/)).toBeVisible();
  await it.press(lineOf(called(passing[2])).getByRole("button", { name: "Zaproponuj miejsce" }));
  await it.typeDay("Odpowiedź do", addDays(plainDate(today), 3));
  await it.pressButton("Zaproponuj miejsce", page.getByRole("main").locator("form"));
  await it.press(lineOf(called(passing[2])).getByRole("button", { name: "przyjmuje miejsce" }));
  await expect(page.getByText(/przyjęto miejsce/)).toBeVisible();
  await it.look("rezerwa");

  // whoever is known already starts from their own file: their contract is there
  await step("Początek zajęć");
  await it.press(lineOf(called(known)).getByRole("button", { name: "To ta sama osoba: otwórz sprawę" }));
  await it.look("poczatek");
  await it.press(lineOf(called(known)).getByRole("link", { name: "Udział w projekcie" }));
  await page.getByLabel("Projekt", { exact: true }).selectOption({ label: title });
  await it.settle();
  await it.pressButton("Zacznij udział");
  await expect(page.getByText("Udział zapisany.")).toBeVisible();
  await step("Początek zajęć");
  await expect(lineOf(called(known))).toContainText("uczestniczy od");
  await it.end();
});
