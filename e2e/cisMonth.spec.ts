import { expect } from "@playwright/test";
import { test } from "./way/test.ts";
import { dayOfHouse, Walker } from "./way/walker.ts";

test("the accountant of a CIS prepares the month, its author cannot approve it, the manager gives a bonus and approves, it is paid and refunded; every amount says why (J6 5-10, F-40)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  const openMonth = async (wait: RegExp) => {
    await it.goTo("Listy świadczeń");
    await it.follow(wait);
    await page.waitForURL(/\/benefits\/[0-9a-f-]+\/\d{4}-\d{2}$/);
    await it.settle();
  };
  const prepare = async () => {
    const excuses = page.getByLabel("Usprawiedliwienia tych osób zostały sprawdzone");
    if ((await excuses.count()) > 0) await it.press(excuses);
    const despite = page.getByLabel("Dlaczego lista powstaje mimo braków");
    if ((await despite.count()) > 0) await despite.fill("Braki uzupełni instruktor w tym tygodniu.");
    await it.pressButton("Przygotuj listę");
    await expect(page.getByText("przygotowana", { exact: true })).toBeVisible();
  };

  await it.as("danuta", async () => {
    await it.goTo("Listy świadczeń");
    await it.look("listy-swiadczen");
    await openMonth(/przygotować listę/);
    await it.look("lista-do-przygotowania");
    await prepare();
    await expect(page.getByRole("button", { name: "Zatwierdź listę" })).toHaveCount(0);
  });

  await it.as("hanna", async () => {
    await openMonth(/zatwierdzić listę/);
    await page
      .getByRole("row", { name: /uczestnictwo/ })
      .first()
      .click();
    await it.look("lista-skad-ta-kwota");
    await expect(page.getByText("art. 15 ust. 4 u.z.s. (R-CIS-20)")).toBeVisible();
    await it.pressButton("Premia");
    await page.getByLabel("Kwota").fill("3000");
    await page.getByLabel("Za co: aktywna postawa, postępy").fill("Sama prowadzi pokaz dla grupy");
    await it.pressButton("Zapisz", page.getByRole("dialog"));
    await expect(page.getByText(/Premia nie może być wyższa/).first()).toBeVisible();
    await page.getByLabel("Kwota").fill("300");
    await it.pressButton("Zapisz", page.getByRole("dialog"));
    await expect(page.getByText("Zmieniło się po przygotowaniu")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Zatwierdź listę" })).toHaveCount(0);
    await it.pressButton("Zwróć do poprawy");
    await page.getByLabel("Powód").fill("Doszła premia");
    await it.pressButton("Zwróć do poprawy", page.getByRole("dialog"));
    await expect(page.getByText("do przygotowania", { exact: true })).toBeVisible();
  });

  await it.as("danuta", async () => {
    await openMonth(/przygotować listę/);
    await prepare();
  });

  await it.as("hanna", async () => {
    await openMonth(/zatwierdzić listę/);
    await expect(page.getByRole("link", { name: "Zamknij dzienniki miesiąca" })).toBeVisible();
    await page
      .getByLabel("Dlaczego zatwierdzasz mimo otwartych dzienników")
      .fill("Instruktor uzupełni dziennik po zwolnieniu");
    await it.pressButton("Zatwierdź listę");
    await expect(page.getByText("zatwierdzona", { exact: true })).toBeVisible();
    await expect(page.getByText(/Lista jest zamrożona/)).toBeVisible();
  });

  await it.as("danuta", async () => {
    await openMonth(/wypłacić/);
    await it.pressButton("Utwórz plik przelewów");
    await it.pressButton("Utwórz plik przelewów", page.getByRole("dialog"));
    await expect(page.getByRole("link", { name: "Pobierz plik przelewów" })).toBeVisible();
    await it.look("lista-wyplata");
    await it.pressButton("Odnotuj wypłatę");
    await it.typeDay("Dzień wypłaty", dayOfHouse(), page.getByRole("dialog"));
    await it.pressButton("Odnotuj wypłatę", page.getByRole("dialog"));
    await expect(page.getByText("wypłacona", { exact: true })).toBeVisible();
  });

  await it.as("hanna", async () => {
    await openMonth(/wniosek o refundację/);
    await it.pressButton("Wniosek o refundację");
    await page.getByLabel("Numer wniosku").fill("CIS/11/2026");
    await page.getByLabel("Do kogo (starosta)").fill("Starosta Legionowski");
    await it.pressButton("Wniosek o refundację", page.getByRole("dialog"));
    await expect(page.getByText(/Wniosek CIS\/11\/2026/)).toBeVisible();
    await it.look("lista-refundacja");
  });
  await it.end();
});
