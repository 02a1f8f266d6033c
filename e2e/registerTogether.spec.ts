import { expect, type Page } from "@playwright/test";
import { everythingSent, prepareByWords } from "./way/device.ts";
import { Phone } from "./way/phone.ts";
import { test } from "./way/test.ts";
import { Walker } from "./way/walker.ts";

const people = (page: Page) => page.getByRole("list", { name: /^Lista obecności/ }).getByRole("listitem");
const person = (page: Page, at: number) => people(page).nth(at);
const marks = (page: Page, at: number) => person(page, at).locator(".register-marks");
const count = (page: Page) => page.locator(".register-count").first();

/** Today's register of the second group, by the menu: a page that is loaded anew would lock a tablet. */
async function openRegister(it: Walker): Promise<void> {
  await it.goTo("Lista obecności");
  await it.press(it.page.getByRole("listitem").filter({ hasText: "Grupa 2" }).first().getByRole("link"));
  await expect(people(it.page)).toHaveCount(30);
}

async function markAndSave(it: Walker, at: number, status: RegExp): Promise<void> {
  await it.press(marks(it.page, at).getByRole("button", { name: status }));
  await it.pressButton("Zapisz obecność");
  await expect(it.page.getByText("Obecność zapisana.")).toBeVisible();
}

/** Where the rows stand on the page. */
const places = (page: Page) => people(page).evaluateAll((rows) => rows.map((row) => (row as HTMLElement).offsetTop));

test("a register of thirty by thumb without network in under a minute, an instructor and the coordinator on the same one: nothing is lost", async ({
  browser,
  baseURL,
  launchOptions,
}) => {
  const tablet = await Phone.start(baseURL ?? "", launchOptions);
  const { it, page } = tablet;
  await it.signIn("grazyna");
  await prepareByWords(it, "sala 1");
  await openRegister(it);
  await expect(count(page)).toHaveText("0 z 30 zaznaczonych");
  await it.look("dziennik");

  const desk = await Walker.start(browser, "mouse", baseURL ?? "");
  await desk.signIn("beata");
  await openRegister(desk);
  await tablet.cut();
  await markAndSave(desk, 2, /nieobecność$/); // before the tablet's own: what was marked last counts

  const stood = await places(page);
  const begun = Date.now();
  await person(page, 0).locator(".register-tap").dblclick(); // a tired thumb
  await expect(person(page, 0)).toHaveAccessibleName(/: obecność$/);
  await it.pressButton("Cofnij ostatnie");
  for (let at = 0; at < 30; at += 1) await person(page, at).locator(".register-tap").tap();
  await expect(count(page)).toHaveText("30 z 30 zaznaczonych");
  expect(await places(page)).toEqual(stood); // nobody came under the thumb on its way to somebody else
  await it.press(marks(page, 3).getByRole("button", { name: /spóźnienie/ }));
  await it.press(person(page, 3).getByRole("button", { name: "20", exact: true }));
  await it.pressButton("Zapisz obecność");
  await expect(page.locator(".bottom-bar .state-line")).toContainText("Zapisane na telefonie: 1");
  expect(Date.now() - begun).toBeLessThan(60_000);
  await it.look("dziennik-bez-sieci");

  const bench = await Walker.start(browser, "mouse", baseURL ?? "");
  await bench.signIn("zdzislaw");
  await openRegister(bench);
  await markAndSave(bench, 1, /choroba$/); // after the tablet's own, which is not there yet

  await tablet.join();
  await everythingSent(it);
  for (const each of [desk, bench]) {
    await each.goTo("Dziś");
    await openRegister(each);
    await expect(count(each.page)).toHaveText("30 z 30 zaznaczonych");
    await expect(person(each.page, 0)).toHaveAccessibleName(/: obecność$/);
    await expect(person(each.page, 1)).toHaveAccessibleName(/: choroba$/);
    await expect(person(each.page, 2)).toHaveAccessibleName(/: obecność$/);
    await expect(person(each.page, 3)).toHaveAccessibleName(/: spóźnienie$/);
    await each.end();
  }
  await tablet.endWay();
});
