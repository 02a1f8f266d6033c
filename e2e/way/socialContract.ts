import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { runTool } from "../../src/platform/testing/tool.ts";
import { openFile } from "./gate.ts";
import type { Newcomer } from "./newcomer.ts";
import { dayOfHouse, type Walker } from "./walker.ts";

const lead = "Fundacja „Warsztat na Rynku”";
const duties = [
  ["Osoba", "Będzie przychodzić na zajęcia klubu trzy razy w tygodniu"],
  ["Ośrodek pomocy społecznej", "Opłaci bilet miesięczny i pomoże w sprawie mieszkania"],
  ["Organizacja prowadząca", "Da miejsce w stolarni i opiekuna"],
] as const;

/** Anna writes a contract of three sides, and the page tells all that keeps it from being signed. */
export async function concludeTheContract(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await openFile(it, who, "Kontrakty");
  await it.follow("Zacznij kontrakt");
  await page.getByLabel("TERYT gminy ośrodka (6 albo 7 cyfr)").fill("1463011");
  await it.press(page.getByText("W kontrakcie bierze udział organizacja prowadząca (trzecia strona)"));
  await page.getByLabel("Nazwa organizacji prowadzącej").fill(lead);
  await page.getByLabel("Kto podpisuje za organizację").fill("Olga Rynkowska");
  await page.getByLabel("Ocena sytuacji i przyczyny").fill("Bez domu od roku, bez pracy od trzech lat.");
  await page.getByLabel("Możliwości i zasoby").fill("Stolarz, zdrowy, chce pracować.");
  await page.getByLabel("Ograniczenia").fill("Brak dokumentów i stałego adresu.");
  await it.typeDay("Termin oceny 1", dayOfHouse(60));
  await it.look("kontrakt-nowy");
  await it.pressButton("Zapisz kontrakt");

  await expect(page.getByRole("heading", { name: "Treść kontraktu" })).toBeVisible();
  await expect(page.getByText("Osoba nie ma żadnego działania. Wpisz co najmniej jedno.")).toBeVisible();
  await expect(page.getByText("Treść nie jest uzgodniona z ośrodkiem ostatniego zameldowania.")).toBeVisible();
  await it.look("kontrakt-co-blokuje");
  await writeDuties(it);
  await it.look("kontrakt-tresc");
  await it.follow("Wróć do kontraktu");
  await it.look("kontrakt-projekt");

  await it.follow("Podpisy");
  await it.pressButton("Osoba zgadza się na tę treść");
  await page.getByLabel("Ośrodek ostatniego zameldowania").fill("MGOPS w Kozienicach");
  await page.getByLabel("Znak pisma").fill("MGOPS.5010.7");
  await it.look("kontrakt-uzgodnienie");
  await it.pressButton("Zapisz uzgodnienie");
  await expect(page.getByText("Nic nie blokuje podpisania.")).toBeVisible();
  const pdf = await printed(it);
  for (const [, what] of duties) expect(pdf.text).toContain(what);
  await it.follow("Podpisy");
  await sign(it, pdf.path);
}

async function writeDuties(it: Walker): Promise<void> {
  const { page } = it;
  for (const [side, what] of duties) {
    await it.pressButton(`Dodaj działanie: ${side}`);
    const section = page
      .getByRole("main")
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: side, exact: true, level: 3 }) })
      .last();
    await section.getByLabel("Działanie 1", { exact: true }).fill(what);
    await it.typeDay("Do kiedy", dayOfHouse(90), section);
  }
  await it.pressButton("Zapisz działania stron");
  await expect(page.getByText("Zapisano", { exact: true }).first()).toBeVisible();
  await it.pressButton("Dodaj cel");
  await page.getByRole("textbox", { name: "Cel 1" }).fill("Własne mieszkanie i praca w stolarni");
  await it.choose("Rodzaj celu", "cel główny");
  await it.pressButton("Zapisz cele");
}

/** Downloads the printed contract; answers where it lies and what it says. */
async function printed(it: Walker): Promise<{ path: string; text: string }> {
  await it.follow("Wróć do kontraktu");
  const path = await it.download(it.page.getByRole("main").getByRole("link", { name: "Drukuj (PDF)", exact: true }));
  expect(readFileSync(path).subarray(0, 5).toString()).toBe("%PDF-");
  return { path, text: runTool("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"]).replace(/\s+/g, " ") };
}

/** Three signatures on paper, the scan attached and frozen, the contract started. */
async function sign(it: Walker, scan: string): Promise<void> {
  const { page } = it;
  for (const signature of ["Osoba", "Pracownik socjalny ośrodka", "Organizacja prowadząca"]) {
    await it.choose("Kto podpisał", signature);
    await it.pressButton("Zapisz podpis");
    await expect(page.getByRole("radio", { name: signature, exact: true })).toBeHidden();
  }
  await page.locator("input[type=file]").setInputFiles({
    name: "kontrakt-podpisany.pdf",
    mimeType: "application/pdf",
    buffer: readFileSync(scan),
  });
  await expect(page.getByText("kontrakt-podpisany.pdf")).toBeVisible();
  await it.look("kontrakt-podpisany");
  await it.pressButton("Dołącz podpisany egzemplarz");
  await expect(page.getByRole("button", { name: "Dołącz podpisany egzemplarz" })).toBeHidden();
  await it.pressButton("Uruchom kontrakt");
  await expect(page.getByText("obowiązuje", { exact: true })).toBeVisible();
  await it.follow("Wróć do kontraktu");
  await expect(page.getByText("Podpisana treść jest zamrożona. Zmienia się tylko aneksem.")).toBeVisible();
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Otwórz podpisany egzemplarz" })).toBeVisible();
  await it.look("kontrakt-obowiazuje");
}
