import { expect, type Page } from "@playwright/test";
import { markByKeys } from "./way/club.ts";
import { test } from "./way/test.ts";
import { Walker } from "./way/walker.ts";

const list = (page: Page) => page.getByRole("list", { name: /^Lista obecności/ });
const people = (page: Page) => list(page).getByRole("listitem");
const count = (page: Page) => page.locator(".register-count").first();

/** Today's register of a group that nobody has begun. */
async function openRegister(it: Walker, group: string): Promise<void> {
  const { page } = it;
  await it.goTo("Lista obecności");
  const open = page
    .getByRole("listitem")
    .filter({ hasText: group })
    .filter({ has: page.getByText(/^0 z \d+ zaznaczonych$/) });
  await it.press(open.first().getByRole("link"));
  await expect(count(page)).toHaveText(/^0 z \d+ zaznaczonych$/);
}

test("who reads by ear alone hears where they are, who is marked how, and how many are left", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  await it.signIn("grazyna");
  await openRegister(it, "Grupa 2");
  const { page } = it;
  // the tree alone: a heading, the count as a live region, one list that says its keys, each person with a status
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByRole("status").filter({ hasText: "0 z 30 zaznaczonych" })).toHaveCount(1);
  await expect(list(page)).toHaveAccessibleName(/Strzałki wybierają osobę, O obecność, N nieobecność/);
  const names = await people(page).evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label")));
  expect(names.filter((name) => !name?.endsWith(": bez wpisu"))).toEqual([]);
  expect(new Set(names).size).toBeGreaterThan(20);
  await markByKeys(it, 30);
  // what the last one became is told while the focus goes on; a mark that is mended as well
  const [first = ""] = names.map((name) => name?.replace(": bez wpisu", ""));
  await page.keyboard.press("Home");
  await page.keyboard.press("n");
  await expect(page.getByRole("status").filter({ hasText: `${first}: nieobecność` })).toHaveCount(1);
  await expect(people(page).nth(1)).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("o");
  await expect(page.getByRole("status").filter({ hasText: `${first}: obecność` })).toHaveCount(1);
  await expect(page.getByRole("status").filter({ hasText: "30 z 30 zaznaczonych" })).toHaveCount(1);
  // the focus stands on a row that says who and how, and the next stop of the Tab key leaves the list
  const focused = page.locator("li:focus");
  await expect(focused).toHaveAccessibleName(/: (obecność|nieobecność|choroba|spóźnienie)/);
  await page.keyboard.press("Tab");
  await expect(list(page).locator(":focus")).toHaveCount(0);
  await it.end();
});
