import { expect, test } from "@playwright/test";
import { everythingSent, prepareByWords } from "./way/device.ts";
import { Phone } from "./way/phone.ts";
import { Walker } from "./way/walker.ts";

const place = "Wiata przy pętli, od strony parku";

test("a guard reports a place, the team answers without network, the guard learns the class of the answer alone (J10)", async ({
  browser,
  baseURL,
  launchOptions,
}) => {
  test.setTimeout(180_000);
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
    await expect(page.getByRole("heading", { name: "Zgłoszenie przyjęte" })).toBeVisible({ timeout: 1000 });
  }).toPass({ intervals: [6_000], timeout: 40_000 }); // each time the page is made anew, and so is its clock
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
