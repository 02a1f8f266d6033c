import { beginShift } from "./way/street.ts";
import { test } from "./way/test.ts";
import { expectForThumb, smallPhone } from "./way/thumb.ts";
import { Walker } from "./way/walker.ts";

const screens = [
  ["/tonight", "Zapisz kontakt"],
  ["/contacts/new", "Zapisz kontakt"],
  ["/contacts/group"],
  ["/street"],
  ["/sites"],
  ["/intervention"],
  ["/minor-alert"],
  ["/assistance"],
  ["/assistance/plan"],
  ["/work-report"],
  ["/info-cards"],
  ["/device"],
] as const;

test("each screen of the street at 360x640 in the dark: targets for a gloved thumb, the main act in its reach, readable", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "thumb", baseURL ?? "");
  const { page } = it;
  await page.setViewportSize(smallPhone);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await it.signIn("marta");
  await beginShift(it);
  for (const [path, act] of screens) {
    await page.goto(path);
    await it.settle();
    await expectForThumb(page, path, act);
  }
  for (const list of ["/sites", "/work-report"]) {
    await page.goto(list);
    await it.settle();
    await it.press(page.locator(`main a[href^="${list}/"]`).first());
    await it.settle();
    await expectForThumb(page, `${list}/<id>`);
    const folded = page.locator("main details:not([open]) > summary");
    for (let left = await folded.count(); left > 0; left -= 1) await it.press(folded.first());
    await it.settle();
    await expectForThumb(page, `${list}/<id>, unfolded`);
  }
  await page.goto("/sites");
  await it.press(page.locator('main a[href^="/sites/"]').first());
  await it.pressButton("Popraw kartę miejsca");
  await it.press(page.getByText("Gdzie to dokładnie?", { exact: true }));
  await expectForThumb(page, "/sites/<id>, edited");
  await it.end();
});
