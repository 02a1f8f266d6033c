import { expect } from "@playwright/test";
import type { Walker } from "./walker.ts";

/** What opens the store of one user on one phone. */
export type Keys = { label: string; words: string; pin: string };

/** Whoever is signed in makes this phone theirs, with four words that are drawn. The set is there afterwards. */
export async function prepareByWords(it: Walker, label: string, pin = "4711"): Promise<Keys> {
  const { page } = it;
  await page.goto("/device");
  await page.getByLabel("Nazwa na ekranie blokady").fill(label);
  await expect(page.getByLabel("PIN jeszcze raz")).toBeVisible();
  const byWords = page.getByText("Cztery słowa", { exact: true });
  if (await byWords.isVisible()) await it.press(byWords); // the browser offers passkeys too
  await page.getByLabel("PIN do szybkiego powrotu").fill(pin);
  await page.getByLabel("PIN jeszcze raz").fill(pin);
  await it.pressButton("Dalej");
  await expect(page.locator("p.phrase")).not.toBeEmpty();
  const words = (
    await page
      .locator("p.phrase")
      .filter({ hasText: /\S+(\s+\S+){3}/ })
      .innerText()
  )
    .trim()
    .replaceAll(/\s+/g, " ");
  await it.pressButton("Mam je, dalej");
  await page.getByLabel("Przepisz je").fill(words);
  await it.pressButton("Dalej");
  await it.prove("Przygotuj telefon");
  await expect(page.getByText("Telefon jest gotowy")).toBeVisible();
  await expect(page.getByText("jeszcze nie pobrane")).toBeHidden();
  await page.evaluate(() => navigator.serviceWorker.ready);
  return { label, words, pin };
}

/** Opens the locked phone with the four words. */
export async function openByWords(it: Walker, { label, words }: Keys): Promise<void> {
  const { page } = it;
  await expect(page.getByRole("heading", { name: "Ten telefon jest zamknięty" })).toBeVisible();
  const who = page.getByRole("radio", { name: label });
  if (await who.count()) await it.press(page.getByText(label, { exact: true }));
  await page.getByLabel("Cztery słowa").fill(words);
  await it.pressButton("Otwórz");
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByLabel("Cztery słowa")).toBeHidden();
}

/** What was done here and is not on the server yet, as the phone tells it; the screen stays there. */
export async function openOutbox(it: Walker): Promise<void> {
  await it.press(it.page.locator(".state-link").filter({ visible: true }).last());
  await expect(it.page.getByRole("heading", { level: 1, name: "Zapisane na telefonie" })).toBeVisible();
}

/** Waits until the phone says that the server has everything. */
export async function everythingSent(it: Walker): Promise<void> {
  await openOutbox(it);
  await expect(it.page.getByText("Wszystko wysłane")).toBeVisible();
}
