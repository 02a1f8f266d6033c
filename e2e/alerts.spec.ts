import { expect } from "@playwright/test";
import { everythingSent, prepareByWords } from "./way/device.ts";
import { Phone } from "./way/phone.ts";
import { test } from "./way/test.ts";
import { Walker } from "./way/walker.ts";

const place = "Wiata przy pętli, od strony parku";

test("a guard reports a place, the team answers without network, the guard learns the class of the answer alone (J10)", async ({
  browser,
  baseURL,
  launchOptions,
}) => {
  const guard = await Walker.start(browser, "thumb", baseURL ?? "");
  await test.step("the guard reports: 112 stands first, no name is asked for", async () => {
    const { page } = guard;
    await guard.signIn("rafal");
    await page.goto("/notifications/new");
    await expect(page.getByRole("link", { name: "Zadzwoń 112" }).first()).toBeVisible();
    await guard.choose("Zgłoszenie dotyczy", "osoba");
    await guard.choose("Jak pilne", "jeszcze dziś");
    await page.getByLabel("Okolica").selectOption("Planty");
    await page.getByLabel("Dokładne miejsce słowami").fill(place);
    await guard.choose("Widziano", "teraz");
    await page.getByLabel("Co widać").fill("mężczyzna bez butów, śpi na siedząco");
    await guard.look("zgloszenie-partnera");
    await guard.pressButton("Wyślij zgłoszenie");
    await expect(page.getByText("przekazane zespołowi").first()).toBeVisible();
    await page.goto("/places");
    await expect(page.getByText("Noclegownia przy Słowackiego")).toBeVisible();
    await guard.look("wolne-miejsca-partnera");
  });
  await test.step("the team has it on the route, goes there and answers, all without network", async () => {
    const phone = await Phone.start(baseURL ?? "", launchOptions);
    const { it, page } = phone;
    await it.signIn("marta");
    await prepareByWords(it, "dyżur A");
    await it.goTo("Dyżur");
    await phone.cut();
    await it.follow("Wszystkie", page.locator(".card").filter({ hasText: "Wolne miejsca" }).last());
    await expect(page.getByText("Zatrzymanie miejsca wymaga sieci")).toBeVisible();
    await expect(page.getByText("Noclegownia przy Słowackiego")).toBeVisible();
    await expect(page.getByText(/^stan z /).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Zatrzymaj miejsce na 60 minut" })).toBeHidden();
    await it.look("wolne-miejsca-bez-sieci");
    await it.goTo("Dyżur");
    const line = page.locator(".card").filter({ hasText: place }).last();
    await it.pressButton("Jedziemy", line);
    await expect(line).toContainText("zespół jedzie");
    await it.follow("Odpowiedz", line);
    await it.choose("Co zastał zespół?", "zabranie do szpitala");
    await it.pressButton("Odpowiedz");
    await expect(page.getByRole("heading", { name: "Dziś w terenie" })).toBeVisible();
    await phone.join();
    await everythingSent(it);
    await phone.end();
  });
  await test.step("the guard sees that the person was found, and not a word of a hospital", async () => {
    const { page } = guard;
    await page.goto("/notifications/mine");
    await expect(page.getByText("jest odpowiedź").first()).toBeVisible();
    const told = await page.getByRole("main").innerText();
    expect(told).toContain("osoba odnaleziona");
    expect(told).not.toContain("szpital");
    await guard.look("zgloszenia-partnera");
    await guard.end();
  });
});

test("a resident reports without an account and without a script; a coordinator passes it on (J10)", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false, locale: "pl-PL" });
  const page = await context.newPage();
  await page.goto("/zgloszenie/radom");
  await expect(page.getByRole("heading", { name: "Zagrożenie życia? Zadzwoń 112" })).toBeVisible();
  await page.getByLabel("Okolica").selectOption("Halinów");
  await page.getByLabel("Gdzie dokładnie").fill("Ławka przy wejściu na działki");
  await page.getByLabel("Co widać (bez nazwisk)").fill("kobieta z wózkiem pełnym toreb");
  await page.getByRole("button", { name: "Wyślij zgłoszenie" }).click();
  await expect(page.getByText("To było bardzo szybko.")).toBeVisible();
  await expect(page.getByLabel("Gdzie dokładnie")).toHaveValue("Ławka przy wejściu na działki");
  await expect(async () => {
    await page.getByRole("button", { name: "Wyślij zgłoszenie" }).click();
    await expect(page.getByRole("heading", { name: "Zgłoszenie przyjęte" })).toBeVisible({ timeout: 3000 });
  }).toPass({ intervals: [6_000], timeout: 60_000 }); // each time the page is made anew, and so is its clock
  await context.close();

  const office = await Walker.start(browser, "mouse", baseURL ?? "");
  await office.signIn("joanna");
  await office.page.goto("/notifications");
  const card = office.page.locator(".card").filter({ hasText: "Ławka przy wejściu na działki" }).last();
  await office.look("zgloszenia-do-sprawdzenia");
  await office.pressButton("Przekaż zespołowi", card);
  await expect(card.getByRole("button", { name: "Przekaż zespołowi" })).toBeHidden();
  await expect(office.page.getByText("Ławka przy wejściu na działki").first()).toBeVisible();
  await office.end();
});

test("a place is held for an hour and given back; whoever holds one in a house that closes is told so (J10)", async ({
  browser,
  baseURL,
}) => {
  const house = "Ogrzewalnia na Ustroniu";
  const [guard, office] = await Promise.all([
    Walker.start(browser, "thumb", baseURL ?? ""),
    Walker.start(browser, "mouse", baseURL ?? ""),
  ]);
  await guard.signIn("rafal");
  await guard.page.goto("/places");
  const card = guard.page.locator(".card").filter({ hasText: house }).last();
  const left = async () => Number(/(\d+) woln/.exec(await card.innerText())?.[1]);
  await expect(card).toBeVisible();
  const before = await left();
  await guard.pressButton("Zatrzymaj miejsce na 60 minut", card);
  await expect(card.getByText(/Zatrzymane dla mnie do \d\d:\d\d/)).toBeVisible();
  expect(await left()).toBe(before - 1);
  await guard.pressButton("Oddaj miejsce", card);
  await expect(card.getByText("Zatrzymane dla mnie")).toBeHidden();
  expect(await left()).toBe(before);
  await guard.pressButton("Zatrzymaj miejsce na 60 minut", card);
  await expect(card.getByText("Zatrzymane dla mnie")).toBeVisible();

  await office.signIn("joanna");
  await office.page.goto("/places");
  const own = office.page.locator(".card").filter({ hasText: house }).last();
  await office.pressButton("Zamknij placówkę", own);
  await office.pressButton("Zamknij placówkę", office.page.getByRole("dialog"));
  const closed = office.page.locator(".card").filter({ hasText: "Zamknięte placówki" }).last();
  await expect(closed).toContainText(house);
  await office.look("zamknieta-placowka");
  await guard.page.reload();
  await expect(guard.page.getByText(`${house} jest zamknięta.`)).toBeVisible();
  await guard.look("miejsce-przepadlo");
  await office.pressButton("Otwórz ponownie", closed);
  await expect(closed).toBeHidden();
  await Promise.all([guard.end(), office.end()]);
});

test("a link for a shift goes from the guard to the street and back, and the month counts it by district and service (J10, RP-13)", async ({
  browser,
  baseURL,
}) => {
  const spot = "Peron 3, za automatem";
  const office = await Walker.start(browser, "mouse", baseURL ?? "");
  await office.signIn("joanna");
  await office.page.goto("/notifications/links");
  await office.page.getByLabel("Służba").selectOption({ label: "straż ochrony kolei" });
  await office.page.getByLabel("Dla kogo").fill("SOK, dworzec, noc");
  await office.pressButton("Przygotuj link na dyżur");
  const link = await office.page.getByLabel("Adres linku").inputValue();

  const guard = await Walker.start(browser, "thumb", baseURL ?? "");
  await guard.page.goto(link);
  await guard.choose("Jak pilne", "jeszcze dziś");
  await guard.page.getByLabel("Okolica").selectOption("Halinów");
  await guard.page.getByLabel("Dokładne miejsce słowami").fill(spot);
  await guard.pressButton("Wyślij zgłoszenie");
  await expect(guard.page.getByText("przekazane zespołowi").first()).toBeVisible();
  await guard.look("link-na-dyzur");

  const street = await Walker.start(browser, "thumb", baseURL ?? "");
  await street.signIn("marta");
  await street.goTo("Dyżur");
  await street.follow("Odpowiedz", street.page.locator(".card").filter({ hasText: spot }).last());
  await street.choose("Co zastał zespół?", "rozmowa");
  await street.pressButton("Odpowiedz");
  await expect(street.page.getByRole("heading", { name: "Dziś w terenie" })).toBeVisible();
  await street.end();

  await guard.page.reload();
  await expect(guard.page.getByText("rozmowa", { exact: true }).first()).toBeVisible();
  expect(await guard.page.getByRole("main").innerText()).not.toContain(spot);
  await guard.end();
  await office.page.goto("/notifications/month");
  const row = office.page.getByRole("row").filter({ hasText: "Halinów" }).filter({ hasText: "straż ochrony kolei" });
  await expect(row.getByRole("cell").nth(1)).toHaveText(/^[1-9]\d*$/); // reports
  await expect(row.getByRole("cell").nth(3)).toHaveText(/^\d+$/); // minutes to the first answer
  await expect(row).toContainText("rozmowa");
  await office.page.goto("/notifications/links");
  await expect(office.page.getByText(/otwarto w 1 przeglądarce/).first()).toBeVisible();
  await office.end();
});
