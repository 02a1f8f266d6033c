import { expect, type Page } from "@playwright/test";
import { findByAxe } from "./way/axe.ts";
import { test } from "./way/test.ts";

/** Collects what the policy of the page refused; React and our own code need no exception from it. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    addEventListener("securitypolicyviolation", (event) => refused.push(`${event.violatedDirective} ${event.sample}`));
  });
  return () =>
    page.evaluate(() => ("refused" in window && Array.isArray(window.refused) ? window.refused : ["not watched"]));
}

/** Waits until no colour changes any more: axe would judge a shade between two. */
async function stopMoving(page: Page): Promise<void> {
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter((one) => one instanceof CSSTransition).length);
  await expect.poll(moving, { intervals: [20, 50, 100] }).toBe(0);
}

for (const [width, colorScheme] of [
  [320, "light"],
  [390, "dark"],
  [1440, "light"],
  [1440, "dark"],
] as const) {
  test(`the kit at ${width} px, ${colorScheme}: axe finds nothing, nothing hangs over, the policy holds`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
    const page = await context.newPage();
    const refused = await watchPolicy(page);
    await page.goto("/kit?size=many");
    await expect(page.getByRole("heading", { name: "Wzornik" })).toBeVisible();
    await page.getByRole("button", { name: "Z cofnięciem" }).click();
    await page.getByRole("button", { name: "Okno", exact: true }).click();
    await stopMoving(page);
    expect(await findByAxe(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await findByAxe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await refused()).toEqual([]);
    await context.close();
  });
}

test("ten thousand rows are walked by the keyboard and only some are drawn", async ({ page }) => {
  await page.goto("/kit?size=many");
  const table = page.getByRole("table", { name: /Moje osoby/ });
  await table.locator("tbody tr[tabindex='0']").focus();
  await page.keyboard.press("End");
  await expect(table.locator("tr[aria-rowindex='10001']")).toBeFocused();
  expect(await table.locator("tbody tr").count()).toBeLessThan(100);
  await page.keyboard.press("Home");
  await expect(table.locator("tr[aria-rowindex='2']")).toBeFocused();
});

test("a day that does not exist is said at the field, and a pasted one falls into its parts", async ({ page }) => {
  await page.goto("/kit");
  const day = page.getByRole("group", { name: "Kiedy?" });
  await day.getByLabel("Dzień").fill("31");
  await day.getByLabel("Miesiąc").fill("4");
  await day.getByLabel("Rok").fill("2026");
  await page.getByRole("button", { name: "teraz" }).focus();
  await expect(day.getByText("Nie ma takiego dnia")).toBeVisible();
  await day.getByLabel("Dzień").evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", "15.03.1985");
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(day.getByLabel("Dzień")).toHaveValue("15");
  await expect(day.getByLabel("Rok")).toHaveValue("1985");
  await expect(day.getByText("Nie ma takiego dnia")).toBeHidden();
});
