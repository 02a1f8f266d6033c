import { expect } from "@playwright/test";
import type { Walker } from "./walker.ts";

/** What opens the store of one user on one phone. */
export type Keys = { label: string; words: string; pin: string };

/** Whoever is signed in makes this phone theirs, with four words that are drawn. The set is there afterwards. */
export async function prepareByWords(it: Walker, label: string, pin = "4711"): Promise<Keys> {
  const { page } = it;
  await page.goto("/phone");
  await page.getByLabel("Nazwa na ekranie blokady").fill(label);
  await it.press(page.getByText("Cztery słowa", { exact: true }));
  await page.getByLabel("PIN do szybkiego powrotu").fill(pin);
  await page.getByLabel("PIN jeszcze raz").fill(pin);
  await it.pressButton("Dalej");
  const words = (await page.locator(".phrase-words").innerText()).trim().replaceAll(/\s+/g, " ");
  await it.pressButton("Mam je, dalej");
  await page.getByLabel("Przepisz je").fill(words);
  await it.pressButton("Przygotuj telefon");
  await expect(page.getByText("Telefon jest gotowy")).toBeVisible({ timeout: 30_000 });
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
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByLabel("Cztery słowa")).toBeHidden();
}

/** The line of state says that nothing waits on the phone any more. */
export async function everythingSent(it: Walker): Promise<void> {
  await it.page.goto("/outbox");
  await expect(it.page.getByText("Wszystko wysłane")).toBeVisible({ timeout: 30_000 });
}
