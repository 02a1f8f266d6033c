import { expect } from "@playwright/test";
import { composePesel } from "../src/platform/identifiers/pesel.ts";
import { plainDate } from "../src/platform/time/plainDate.ts";
import { test } from "./way/test.ts";
import { Walker } from "./way/walker.ts";

/** Opens a part of the file that stands on the screen. */
async function openPart(it: Walker, tab: string): Promise<void> {
  await it.page.goto(`${new URL(it.page.url()).pathname}?tab=${tab}`);
  await expect(it.page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
}

async function recordAlias(it: Walker, alias: string): Promise<string> {
  await it.page.goto("/people/new");
  await it.page.getByLabel("Pseudonim").fill(alias);
  await it.pressButton("Załóż kartę");
  await expect(it.page.getByRole("heading", { level: 1, name: alias })).toBeVisible();
  return new URL(it.page.url()).pathname;
}

async function identify(it: Walker, fields: Readonly<Record<string, string>>): Promise<void> {
  const { page } = it;
  await it.follow("Ustal tożsamość");
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text);
  await it.press(page.getByText("Osoba wie, że dotychczasowe zapiski"));
  await it.pressButton("Ustal tożsamość");
  await expect(page.getByRole("heading", { level: 1, name: "Ustalenie tożsamości" })).toBeHidden();
}

/** A step of the ladder taken back or given again, with its reason, in the panel beside the file. */
async function undo(it: Walker, act: string): Promise<void> {
  await it.pressButton(act, it.page.getByRole("main"));
  const panel = it.page.getByRole("dialog", { name: act });
  await panel.getByLabel("Powód").fill("podał cudze dane");
  await it.pressButton(act, panel);
  await expect(panel).toBeHidden();
}

const serial = 4811;

test("a person's file: up the ladder and down, a history put right, what is missing (F-00, R-ID-04)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  const alias = `Skrzypek ${serial}`;
  const surname = "Brzęczyszczykiewicz-Szczebrzeszyńska";
  const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name });
  await it.signIn("anna");
  const path = await recordAlias(it, alias);
  await expect(page.getByText(/^Brakuje 3 informacji/)).toBeVisible();
  await it.look("osoba-pseudonim");
  await identify(it, { Imię: "Wincentyna", Nazwisko: surname });
  await expect(heading(`Wincentyna ${surname}`)).toBeVisible();
  await identify(it, { PESEL: composePesel(plainDate("1971-03-04"), "F", serial % 1000) });
  await expect(page.getByText("4 mar 1971").first()).toBeVisible();
  await it.look("osoba-pesel");
  await undo(it, "Cofnij ostatni krok");
  await undo(it, "Cofnij ostatni krok");
  await expect(heading(alias)).toBeVisible();
  await openPart(it, "record");
  await it.look("osoba-historia-karty");
  await undo(it, "Przywróć cofnięty krok");
  await expect(heading(`Wincentyna ${surname}`)).toBeVisible();

  await openPart(it, "facts");
  await it.pressButton("Dodaj wpis", page.getByRole("main"));
  const add = page.getByRole("dialog", { name: "Dodaj wpis" });
  await add.getByLabel("Wartość").selectOption({ index: 3 });
  await it.typeDay("Od kiedy", "2026-03-01", add);
  await it.press(add.getByText("Bezdomność w rozumieniu ustawy"));
  await it.pressButton("Dodaj wpis", add);
  await expect(add).toBeHidden();
  await it.press(page.getByRole("button", { name: /^Popraw:/ }));
  const right = page.getByRole("dialog", { name: "Popraw" });
  await it.typeDay("Od kiedy", "2026-02-01", right);
  await it.pressButton("Popraw", right);
  await right.getByLabel("Dlaczego poprawiasz").fill("pomylony miesiąc");
  await it.look("osoba-poprawka");
  await it.pressButton("Popraw", right);
  await expect(right).toBeHidden();
  await expect(page.getByText("wycofane: pomylony miesiąc")).toBeVisible();
  await it.look("osoba-sytuacja");
  await it.typeDay("Stan na dzień", "2026-02-15");
  await expect(page.getByText("od 1 lut 2026")).toBeVisible();
  await it.typeDay("Stan na dzień", "2026-01-15");
  await expect(page.getByText("Na ten dzień nic nie zapisano")).toBeVisible();

  await openPart(it, "consents");
  await it.pressButton("Dodaj zgodę lub informację", page.getByRole("main"));
  const consent = page.getByRole("dialog", { name: "Dodaj zgodę lub informację" });
  await consent.getByLabel("Wersja treści").fill("2026-01");
  await it.look("osoba-zgoda");
  await it.pressButton("Dodaj zgodę lub informację", consent);
  await expect(consent).toBeHidden();
  await page.goto(path);
  await expect(page.getByText(/^Brakuje 2 informacji/)).toBeVisible();
  await it.end();
});

test("a second record of the same person is warned of while typing, merged, and parted again (R-ID-07)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  await it.signIn("anna");
  const born = "1968-05-07";
  const begin = async (alias: string) => {
    await page.goto("/people/new");
    await page.getByLabel("Pseudonim").fill(alias);
    await page.getByLabel("Imię", { exact: true }).fill("Zdzisława");
    await page.getByLabel("Nazwisko", { exact: true }).fill("Podwójna-Chrząszczewska");
    await it.typeDay("Data urodzenia", born);
  };
  await begin("Zdzisia");
  await it.pressButton("Załóż kartę");
  await expect(page.getByRole("heading", { level: 1, name: "Zdzisława Podwójna-Chrząszczewska" })).toBeVisible();
  const first = new URL(page.url()).pathname;
  await begin("Ruda");
  await expect(page.getByText("to samo nazwisko i data urodzenia")).toBeVisible();
  await it.look("osoba-duplikat");
  await it.pressButton("Załóż kartę");
  await expect(page.getByRole("heading", { level: 1, name: "Zdzisława Podwójna-Chrząszczewska" })).toBeVisible();
  await it.signOut();

  await it.signIn("henryk");
  await page.goto("/duplicates");
  await it.pressButton("Szukaj teraz");
  const pair = page.getByRole("row").filter({ hasText: "Podwójna-Chrząszczewska" });
  await it.look("duplikaty");
  await it.press(pair.getByRole("link", { name: "Porównaj" }));
  await expect(page.getByText("Zdzisia")).toBeVisible();
  await expect(page.getByText("Ruda")).toBeVisible();
  await page.getByLabel("Powód").fill("ta sama osoba");
  await it.look("polaczenie");
  await it.pressButton("Połącz w jedną osobę");
  await expect(page.getByRole("heading", { level: 1, name: "Możliwe duplikaty" })).toBeVisible();
  await expect(pair).toBeHidden();
  const merged = page.getByRole("listitem").filter({ hasText: "Podwójna-Chrząszczewska" });
  await expect(merged).toContainText("ta sama osoba");
  await it.look("duplikaty-polaczone");
  await it.signOut();
  await it.signIn("anna");
  await page.goto(first);
  await openPart(it, "record");
  await expect(page.getByText("Zdzisia").first()).toBeVisible();
  await expect(page.getByText("Ruda").first()).toBeVisible();
  await it.signOut();
  await it.signIn("henryk");
  await page.goto("/duplicates");
  await it.pressButton("Cofnij połączenie", merged);
  await expect(page.getByText("Połączenie cofnięto")).toBeVisible();
  await expect(pair).toBeVisible();
  await it.end();
});
