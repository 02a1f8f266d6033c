import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { runTool } from "../../src/platform/testing/tool.ts";
import type { Walker } from "./walker.ts";

const project = "Klub Integracji Społecznej – powrót do pracy";

/** Marek reads 60/25, opens a number, takes both files, marks it as sent; what was sent stays what it was. */
export async function sendTheReport(it: Walker): Promise<void> {
  const { page } = it;
  await it.goTo("Sprawozdania");
  await it.look("sprawozdania");
  await it.openRow(project);
  await expect(page.getByRole("heading", { name: "Efektywność społeczna i zatrudnieniowa" })).toBeVisible();
  await it.look("60-25");
  const number = page.getByRole("link", { name: /^\d+$/ }).first();
  const people = Number(await number.textContent());
  await it.press(number);
  await expect(page.getByRole("heading", { name: "Kto stoi za liczbą" })).toBeVisible();
  await expect(page.getByText(new RegExp(`^${people} pozycj`))).toBeVisible();
  expect(await page.getByRole("main").innerText()).not.toMatch(/Grążel|Kaczeniec|Bogumił|Zenobiusz/);
  await it.look("60-25-osoby");
  await it.press(page.getByRole("main").getByRole("link", { name: "Efektywność społeczna i zatrudnieniowa" }));

  const pdf = await download(it, "PDF");
  expect(runTool("pdftotext", ["-enc", "UTF-8", pdf, "-"])).toContain("Klub Integracji Społecznej");
  const sheet = await download(it, "XLSX");
  expect(readFileSync(sheet).subarray(0, 2).toString()).toBe("PK");

  const reason = page.getByLabel("Powód poprawki");
  if (await reason.isVisible()) await reason.fill("Doszła osoba, która zaczęła pracę");
  await it.pressButton("Oznacz jako wysłane");
  await expect(page.getByText("Sprawozdanie oznaczone jako wysłane.")).toBeVisible();
  await it.look("60-25-wyslane");
  await it.openRow(/^Wersja \d+/);
  const hash = page.getByText(/^[0-9a-f]{64}$/);
  await expect(hash).toBeVisible();
  const before = await hash.textContent();
  await it.look("wersja");
  await page.reload();
  await expect(hash).toHaveText(before ?? "");
}

const download = (it: Walker, kind: "PDF" | "XLSX"): Promise<string> =>
  it.download(it.page.getByRole("main").getByRole("link", { name: kind }).first());
