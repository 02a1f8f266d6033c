import { expect } from "@playwright/test";
import { test } from "./way/test.ts";
import { dayOfHouse, Walker } from "./way/walker.ts";

test("the manager of a CIS approves the class programme that the instructor prepared, and a sick note gives back a benefit that four days without excuse had taken (J6 1-4)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  const programme = page
    .locator("section, .card")
    .filter({ has: page.getByRole("heading", { name: /^Program zajęć: / }) });

  await it.as("kazimierz", async () => {
    await it.follow("Otwórz", programme);
    await expect(page.getByRole("heading", { name: "Program zajęć" })).toBeVisible();
    await expect(page.getByText("czeka na zatwierdzenie")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Godziny uczestników" })).toHaveCount(0);
    await it.look("program-zajec-instruktor");
  });

  await it.as("hanna", async () => {
    await it.goTo("Miesiąc");
    await it.follow("Program zajęć");
    await expect(page.getByRole("heading", { name: "Godziny uczestników" })).toBeVisible();
    await it.look("program-zajec");
    await it.pressButton("Zatwierdź program");
    await expect(page.getByText("zatwierdzony", { exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "Wydruk na tablicę" })).toBeVisible();

    await it.goTo("Miesiąc");
    const cell = (name: string) => ({ has: page.getByRole("cell", { name, exact: true }) });
    await page.getByRole("row").filter(cell("0,00 zł")).filter(cell("4")).getByRole("link").click();
    await expect(page.getByText(/więcej niż 3 w miesiącu: za ten miesiąc świadczenia nie ma/)).toBeVisible();
    await it.look("miesiac-uczestnika");
    await it.follow("Zgłoś nieobecność");
    await it.press(page.locator("label.choice").filter({ hasText: "zwolnienia lekarskiego" }));
    await it.typeDay("Od", dayOfHouse(-20));
    await it.typeDay("Do (włącznie)", dayOfHouse(-1));
    await it.typeDay("Dokument wpłynął", dayOfHouse());
    await it.pressButton("Zapisz");
    await expect(page.getByText("Co to zmieni")).toBeVisible();
    await it.look("zwolnienie");
    await it.pressButton("Usprawiedliw");
    await expect(page.getByText("usprawiedliwiona").first()).toBeVisible();
  });
  await it.end();
});
