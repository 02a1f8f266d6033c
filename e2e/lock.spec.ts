import { expect } from "@playwright/test";
import { test } from "./way/test.ts";
import { Walker } from "./way/walker.ts";

test("a screen left alone is covered, its session is over, and what was typed is there afterwards", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "thumb", baseURL ?? "");
  const { page } = it;
  await page.clock.install();
  await it.signIn("anna");
  await it.goTo("Zadania");
  await it.follow("Dodaj zadanie");
  const task = page.getByRole("textbox", { name: /^Zadanie/ });
  await task.fill("Zadzwonić w sprawie pokoju");
  const cover = page.getByRole("dialog", { name: "Ekran zablokowany" });
  await page.clock.fastForward("14:00");
  await expect(cover).toBeHidden();
  await page.clock.fastForward("01:30");
  await expect(cover).toBeVisible();
  await it.look("zablokowany");
  await page.keyboard.press("Escape");
  await expect(cover).toBeVisible();
  expect((await page.request.get("/api/session")).status()).toBe(401);
  await cover.getByLabel("Hasło").fill("Powrot-demo-2026");
  await it.pressButton("Zaloguj", cover);
  await expect(cover).toBeHidden();
  await expect(task).toHaveValue("Zadzwonić w sprawie pokoju");
  await it.signOut();
  await it.end();
});
