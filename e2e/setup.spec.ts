import { expect, test } from "@playwright/test";
import { freePort } from "../src/platform/testing/freePort.ts";
import { startEmptyHouse } from "./house.ts";

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

test("an empty house prints one link, by which its first organisation and administrator are made, once", async ({
  browser,
}) => {
  const house = await startEmptyHouse(await freePort());
  try {
    const page = await (await browser.newContext({ locale: "pl-PL" })).newPage();
    const organisation = page.getByLabel("Nazwa organizacji");
    const open = async () => {
      await page.goto("about:blank");
      await page.goto(house.setupLink);
    };
    await open();
    for (const size of sizes) {
      await page.setViewportSize(size);
      await expect(organisation).toBeVisible();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      const folder = process.env.POWROT_E2E_PICTURES;
      if (folder) await page.screenshot({ path: `${folder}/setup-${size.width}.png`, fullPage: true });
    }
    const fill = async (password: string) => {
      await organisation.fill("Dom Próbny");
      await page.getByLabel("Krótka nazwa").fill("dom-probny");
      await page.getByLabel("Rodzaj organizacji").selectOption({ index: 1 });
      await page.getByLabel("Imię i nazwisko").fill("Halina Pierwsza");
      await page.getByLabel("Login").fill("halina");
      await page.getByLabel("Hasło").fill(password);
      await page.getByRole("main").getByRole("button").last().click();
    };
    await fill("krótkie");
    await expect(page.getByRole("alert").first()).toContainText("15");
    await fill("siedem mokrych liści");
    await page.getByRole("link", { name: "Przejdź do logowania" }).click();
    await page.getByLabel("Login lub e-mail").fill("halina");
    await page.getByLabel("Hasło").fill("siedem mokrych liści");
    await page.getByRole("button", { name: "Zaloguj", exact: true }).click();
    await expect(page.getByText("Twoja rola wymaga drugiego składnika")).toBeVisible();
    await open(); // the same link again
    await fill("osiem mokrych liści");
    await expect(page.getByRole("alert").first()).toBeVisible();
    await page.context().close();
  } finally {
    await house.stop();
  }
});
