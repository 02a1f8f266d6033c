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
