import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import encodeQR from "qr";
import { z } from "zod";
import { GroupCards } from "../src/modules/attendance/cards/contract.ts";
import { codeOfCard } from "../src/modules/attendance/cards/store.ts";
import { openKeyRing } from "../src/platform/keys/keyRing.ts";
import { houseHere } from "./house.ts";
import { test } from "./way/test.ts";
import { screenOf, Walker } from "./way/walker.ts";

const workshop = "Warsztat stolarski";
const words = "Trzy ławki bez poprawek, pomaga nowym.";

const openWorkshop = async (it: Walker) => {
  await it.goTo("Warsztat");
  await it.press(it.page.getByRole("main").getByText(workshop, { exact: true }).first());
  await expect(it.page.getByRole("heading", { level: 1, name: workshop })).toBeVisible();
  await it.settle();
};

/** One touch in each of the five rows of a person. */
const touchFive = async (it: Walker, name: string, values: readonly number[]) => {
  const card = it.page.locator(".workshop-person").filter({ has: it.page.getByRole("heading", { name, exact: true }) });
  for (const [at, value] of values.entries())
    await it.press(
      card
        .getByRole("group")
        .nth(at)
        .getByRole("radio", { name: new RegExp(`^${value} `) }),
    );
  await it.pressButton("Zapisz zaznaczone");
  await expect(it.page.getByText("Zapisano.").first()).toBeVisible();
};

/** What stands in the QR of a person's card, whom the register calls by the name: the house's own key makes it. */
async function codeOfCardOf(page: Page, name: string): Promise<string> {
  const { dataDir } = houseHere()?.world ?? { dataDir: "" };
  const keys = openKeyRing(join(dataDir, "keys"), { create: false });
  const sessionId = page.url().split("/").at(-1) ?? "";
  const told = await page.evaluate(async (id) => {
    const ask = async (path: string) => (await fetch(`/api/${path}`)).json();
    const [session, register] = await Promise.all([ask("session"), ask(`sessions/${id}/register`)]);
    return { session, group: await ask(`groups/${register.groupId}/cards`) };
  }, sessionId);
  const { organisation } = z.object({ organisation: z.object({ id: z.uuid() }) }).parse(told.session);
  const [card] = GroupCards.parse(told.group).people.find((person) => person.name === name)?.cards ?? [];
  return codeOfCard({ keys, actor: { organisationId: organisation.id } }, card?.cardId ?? "");
}

/** From now on the page's camera looks at the code. */
const holdBeforeCamera = (page: Page, code: string) =>
  page.evaluate(
    (rows) => {
      const [side, canvas] = [8, document.createElement("canvas")];
      canvas.width = rows.length * side;
      canvas.height = rows.length * side;
      const paper = canvas.getContext("2d");
      setInterval(() => {
        for (const [y, row] of rows.entries())
          for (const [x, dark] of row.entries()) {
            if (paper) paper.fillStyle = dark ? "black" : "white";
            paper?.fillRect(x * side, y * side, side, side);
          }
      }, 100);
      navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(10));
    },
    encodeQR(code, "raw", { ecc: "medium", border: 4 }),
  );

/** The first person's card by a hand scanner, which types, the third one's before the camera; a word of what is no card. */
async function scanTwoCards(page: Page, it: Walker): Promise<void> {
  const rows = page.locator(".register-person");
  const nameOf = async (at: number) => (await rows.nth(at).locator("strong").textContent()) ?? "";
  const told = page.locator(".register-scanning").getByRole("status");
  const [first, third] = [await nameOf(0), await nameOf(2)];
  await it.pressButton("Skanuj karty");
  const field = page.getByLabel("Kod z karty");
  await field.fill("https://example.org");
  await field.press("Enter");
  await expect(told).toHaveText("To nie jest karta obecności.");
  await field.fill(await codeOfCardOf(page, first));
  await field.press("Enter");
  await expect(told).toHaveText(`${first}: obecność`);
  await expect(rows.nth(0)).toHaveAccessibleName(/: obecność$/);
  await holdBeforeCamera(page, await codeOfCardOf(page, third));
  await it.pressButton("Włącz aparat");
  await expect(told).toHaveText(`${third}: obecność`);
  await expect(rows.nth(2)).toHaveAccessibleName(/: obecność$/);
  await it.pressButton("Wyłącz aparat");
  await it.pressButton("Zamknij skanowanie");
}

const namesOf = (page: Page) => page.locator(".workshop-person h2").allTextContents();

test("an instructor's Friday on a tablet: who may go to the machine, another task for the rest, the register, five touches a person, an opinion that the manager reads (J7, F-35, F-38)", async ({
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? "";
  const tablet = { ...screenOf("thumb", origin), viewport: { width: 820, height: 1180 } };
  const it = await Walker.on(await (await browser.newContext(tablet)).newPage(), "thumb", origin);
  const { page } = it;
  let praised = "";

  await it.as("kazimierz", async () => {
    await openWorkshop(it);
    await expect(page.getByText("może pracować przy maszynie").first()).toBeVisible();
    await expect(page.getByText(/bez dźwigania/).first()).toBeVisible();
    await expect(page.locator(".workshop-person").getByText("brak ważnych badań").first()).toBeVisible();
    await it.look("warsztat-dzis");
    await it.pressButton("Daj inne zadanie i powiadom kierownika");
    await expect(page.getByText("dziś inne zadanie, kierownik wie").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Daj inne zadanie i powiadom kierownika" })).toHaveCount(0);
    const names = await namesOf(page);
    praised = names.at(-1) ?? "";

    await it.goTo("Lista obecności");
    const open = page
      .getByRole("listitem")
      .filter({ hasText: workshop })
      .filter({ has: page.getByText(/^0 z \d+ zaznaczonych$/) });
    await it.press(open.first().getByRole("link"));
    await expect(page.locator(".register-count")).toHaveText(/^0 z \d+ zaznaczonych$/);
    await it.look("dziennik");
    await scanTwoCards(page, it);
    const second = page.locator(".register-person").nth(1);
    await it.press(second.getByRole("button", { name: /spóźnienie/ }));
    await it.press(second.getByRole("button", { name: "20", exact: true }));
    await it.pressButton("Pozostali obecni");
    await it.look("dziennik-oznaczony");
    await it.pressButton("Zamknij dziennik");
    const panel = page.getByRole("dialog");
    await panel.getByLabel("Temat").fill("Ławki ogrodowe: montaż");
    await panel.getByLabel("Wykonane prace").fill("Trzy ławki dla przedszkola");
    await it.pressButton("Dodaj wydanie", panel);
    await panel.getByLabel("Kto dostał").selectOption({ index: 2 });
    await panel.getByLabel("Co", { exact: true }).selectOption("okulary ochronne");
    await it.look("dziennik-zamkniecie");
    await it.pressButton("Zamknij dziennik", panel);
    await expect(page.getByText("Wykonane prace: Trzy ławki dla przedszkola")).toBeVisible();
    await expect(page.locator(".register-person").nth(1).locator("[data-minutes]")).toHaveValue("20");
    await expect(page.locator(".register-help")).toBeHidden(); // of keys, which a tablet does not have

    await openWorkshop(it);
    await expect(page.getByText(/okulary ochronne/)).toBeVisible();
    await it.openTab("Umiejętności w tygodniu");
    await it.look("warsztat-umiejetnosci");
    await touchFive(it, names[0] ?? "", [3, 3, 2, 4, 3]);
    await it.openTab("Nawyki pracy w miesiącu");
    await touchFive(it, praised, [5, 4, 5, 5, 4]);
    await it.look("warsztat-nawyki");
    await it.openTab("Opinie");
    await it.pressButton("Wcześniejszy miesiąc"); // of the month that is over and waits to be paid
    await expect(page.getByRole("button", { name: "Późniejszy miesiąc" })).toBeEnabled();
    await it.pressButton(`Napisz opinię: ${praised}`);
    await page.getByRole("dialog").getByLabel("Opinia").fill(words);
    await it.pressButton("Napisz opinię", page.getByRole("dialog"));
    await expect(page.getByText(words)).toBeVisible();
    await it.look("warsztat-opinie");
  });

  await it.end();

  const desk = await Walker.start(browser, "mouse", origin);
  await desk.signIn("hanna");
  await expect(desk.page.getByText("Badania lekarskie do warsztatu: dziś bez maszyny").first()).toBeVisible();
  await desk.goTo("Listy świadczeń");
  await desk.follow(/(przygotować|zatwierdzić) listę/);
  await desk.page.waitForURL(/\/benefits\/[0-9a-f-]+\/\d{4}-\d{2}$/);
  await desk.settle();
  await desk.press(desk.page.getByRole("row", { name: praised.slice(0, -1) }).first());
  await desk.pressButton("Premia");
  await expect(desk.page.getByRole("dialog").getByText(words)).toBeVisible();
  await desk.look("premia-z-opinia");
  await desk.end();
});
