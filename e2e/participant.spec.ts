import { expect } from "@playwright/test";
import { test } from "./way/test.ts";
import { Walker } from "./way/walker.ts";

test("a participant's tab tells nothing, and one press or three of Escape leave it for good (C11)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "thumb", baseURL ?? "");
  const { page } = it;
  await page.route("https://www.wikipedia.org/**", (route) =>
    route.fulfill({ body: "elsewhere", contentType: "text/plain" }),
  );
  const icon = () => page.locator("link[rel=icon]").getAttribute("href");
  for (const leave of [
    () => it.pressButton("Szybkie wyjście"),
    async () => {
      for (let press = 0; press < 3; press++) await page.keyboard.press("Escape");
    },
  ]) {
    await page.goto(baseURL ?? "/");
    await it.signIn("wojciech");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Wojciech");
    await expect(page).toHaveTitle("Notatki");
    expect(await icon()).toMatch(/^data:/);
    await leave();
    await expect(page).toHaveURL("https://www.wikipedia.org/");
    await page.goBack().catch(() => null);
    await expect(page.getByText("Wojciech")).toHaveCount(0);
    expect((await page.request.get(`${baseURL}/api/session`)).status()).toBe(401);
  }
  await page.context().close(); // not `end`: the address elsewhere is meant
});

test("a participant books an hour on a phone, is never asked why, sees when and where alone, and cancels it; the coordinator books for whoever has no account (F-36, J9.10)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "thumb", baseURL ?? "");
  const { page } = it;
  await it.signIn("wojciech");
  const mine = page.locator("section").filter({ has: page.getByRole("heading", { name: "Umówione rozmowy" }) });
  await expect(mine.getByText("Nie masz umówionej rozmowy.").or(mine.getByRole("listitem")).first()).toBeVisible();
  // before the demo's talk of today has begun it gives way first
  for (const old of await mine.getByRole("button", { name: "Odwołaj" }).all()) await it.press(old);
  await expect(mine.getByText("Nie masz umówionej rozmowy.")).toBeVisible();
  await it.pressButton("Umów rozmowę", mine);
  const panel = page.getByRole("dialog", { name: "Umów rozmowę" });
  await expect(panel.getByText("Nie pytamy, o czym chcesz rozmawiać.")).toBeVisible();
  await panel.getByLabel("Z kim").selectOption({ label: "prawnik" });
  await panel.getByLabel("Kiedy").selectOption({ index: 2 });
  await expect(panel.getByRole("textbox")).toHaveCount(0);
  await it.look("moja-rozmowa");
  await it.pressButton("Zapisz mnie", panel);
  await expect(page.getByText("Rozmowa umówiona.")).toBeVisible();
  await expect(mine.getByRole("listitem")).toHaveCount(1);
  await expect(mine).not.toContainText(/prawnik|Leszek/);
  await it.pressButton("Odwołaj", mine);
  await expect(page.getByText("Rozmowa odwołana.")).toBeVisible();
  await expect(mine.getByText("Nie masz umówionej rozmowy.")).toBeVisible();
  await it.pressButton("Wyloguj");
  await expect(page.getByLabel("Login lub e-mail")).toBeVisible();

  await it.as("beata", async () => {
    await page.goto("/consultations");
    await page.getByLabel("Do kogo").selectOption({ label: "prawnik" });
    await it.press(page.getByRole("button", { name: /^Zapisz: / }).last());
    const panel = page.getByRole("dialog");
    await expect(panel.getByText("Nie wpisuj tematu")).toBeVisible();
    await panel.getByLabel("Szukaj osoby").fill("Danuta");
    await it.press(
      panel
        .getByRole("radiogroup", { name: "Osoba" })
        .getByText(/Danuta Dąb/)
        .first(),
    );
    await it.choose("Jak przypomnieć", "kartka z terminem");
    await it.press(panel.getByRole("button", { name: /^Zapisz: / }));
    await expect(panel).toBeHidden();
    await expect(page.getByRole("main").getByText("Danuta Dąb")).toBeVisible();
  });
  await it.end();
});
