import { expect } from "@playwright/test";
import { test } from "./way/test.ts";
import { Walker } from "./way/walker.ts";

test("a file that cannot be had is told on the page; a session that ended is mended over it, and the file comes", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "thumb", baseURL ?? "");
  const { page } = it;
  await it.signIn("marek");
  await it.goTo("Sprawozdania");
  await it.openRow("Klub Integracji Społecznej – powrót do pracy");
  const link = page.getByRole("main").getByRole("link", { name: "Pobierz PDF", exact: true });
  const refusal = page.getByRole("main").getByRole("alert");

  await page.route("**/pdf?*", (route) => route.abort());
  await it.press(link);
  await expect(refusal).toHaveText("Nie udało się wczytać. Sprawdź sieć i spróbuj ponownie.");
  await it.look("plik-bez-sieci");
  await page.unroute("**/pdf?*");
  await page.route("**/pdf?*", (route) => route.fulfill({ status: 503, json: { code: "server.busy" } }));
  await it.press(link);
  await expect(refusal).toHaveText(/^Nie udało się wczytać: coś poszło nie tak po naszej stronie/);
  await page.unroute("**/pdf?*");
  it.forgive(/ERR_FAILED|503/);

  await page.context().clearCookies();
  await it.press(link);
  const again = page.getByRole("dialog").filter({ has: page.getByLabel("Hasło") });
  await expect(again).toBeVisible();
  await expect(refusal).toHaveCount(0);
  const file = page.waitForEvent("download");
  await again.getByLabel("Hasło").fill("Powrot-demo-2026");
  await it.pressButton("Zaloguj", again);
  expect((await file).suggestedFilename()).toMatch(/\.pdf$/);
  await expect(link).toBeVisible();
  it.forgive(/401/);
  await it.signOut();
  await it.end();
});
