import { expect } from "@playwright/test";
import { everythingSent, prepareByWords } from "./way/device.ts";
import { Phone } from "./way/phone.ts";
import { findByAlias, firstCard, saveCard, unfold } from "./way/shift.ts";
import { beginShift } from "./way/street.ts";
import { test } from "./way/test.ts";
import { dayOfHouse } from "./way/walker.ts";

/** A red picture of 8 x 8 points. */
const picture = {
  name: "wiadukt.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC",
    "base64",
  ),
};

test("without network: accompaniment is agreed, put off and done; a card is corrected; a place gets its point and its picture", async ({
  baseURL,
  launchOptions,
}) => {
  const phone = await Phone.start(baseURL ?? "", launchOptions);
  const { it, page } = phone;
  await it.signIn("marta");
  await prepareByWords(it, "dyżur");
  await it.goTo("Dyżur");
  await beginShift(it);
  await phone.cut();

  await test.step("accompaniment for today, from the person's card; it stands among what is due", async () => {
    await findByAlias(it, "maryn", "Marynarz");
    await it.follow("Umów asystę");
    await it.look("asysta-umow");
    await it.typeDay("Którego dnia?", dayOfHouse());
    await page.getByLabel("O której?").fill("23:30");
    await it.choose("Dokąd?", "Sąd, kurator");
    await page.getByLabel("Nazwa albo adres miejsca").fill("Sąd Rejonowy, ul. Długa 5");
    await it.pressButton("Zapisz umówioną asystę");
    await expect(page.getByText("Umówiona asysta · Sąd, kurator: Sąd Rejonowy, ul. Długa 5")).toBeVisible();
    await it.look("dyzur-z-asysta");
  });
  await test.step("put off to tomorrow: it is due no more and stands on the person's card", async () => {
    await it.follow(/Umówiona asysta/);
    await it.follow("Przełóż lub odwołaj");
    await it.choose("Co się zmienia?", "Inny termin");
    await it.typeDay("Na który dzień?", dayOfHouse(1));
    await it.choose("Dlaczego?", "Placówka odwołała");
    await it.look("asysta-przeloz");
    await it.pressButton("Zapisz zmianę");
    await expect(page.getByRole("heading", { name: "Dziś w terenie" })).toBeVisible();
    await expect(page.getByText(/Umówiona asysta/)).toBeHidden();
    await findByAlias(it, "maryn", "Marynarz");
    await it.look("karta-z-asysta");
    await it.follow(/Sąd Rejonowy/);
  });
  await test.step("its result ends it", async () => {
    await it.choose("Jak poszło?", "Załatwione");
    await it.typeDay("Dzień", dayOfHouse());
    await page.getByLabel("Początek").fill("08:00");
    await it.look("asysta-wynik");
    await it.pressButton("Zapisz asystę");
    await expect(page.getByRole("heading", { name: "Dziś w terenie" })).toBeVisible();
    await findByAlias(it, "maryn", "Marynarz");
    await expect(page.getByRole("link", { name: /Sąd Rejonowy/ })).toBeHidden();
  });
  await test.step("a card that is not sent yet is corrected; both versions are read", async () => {
    await it.goTo("Dyżur");
    await firstCard(it, { alias: "Żołnierz", place: "Ławka na peronie 3", sex: "Kobieta", age: "50–59" });
    await saveCard(it);
    await unfold(it, "Karty tego dyżuru");
    await it.follow(/Żołnierz/);
    await it.follow("Popraw kartę");
    await page.getByLabel("Powód korekty").fill("zła płeć");
    await it.choose("Płeć (szacunek)", "Mężczyzna");
    await it.look("korekta");
    await it.pressButton("Zapisz korektę");
    await expect(page.getByText("To korekta. Powód: zła płeć")).toBeVisible();
    await expect(page.getByRole("main").getByText("Mężczyzna")).toBeVisible();
    await it.look("kontakt-korekta");
    await it.follow("Otwórz kartę");
    await expect(page.getByRole("main").getByText("Kobieta")).toBeVisible();
  });
  await test.step("a place gets a point by the sketch, and a picture", async () => {
    await it.goTo("Dyżur");
    await it.follow("Pokaż wszystkie miejsca");
    await it.follow(/Wiadukt przy Młodzianowskiej/);
    await it.pressButton("Popraw kartę miejsca");
    await unfold(it, "Gdzie to dokładnie?");
    await page.getByRole("img", { name: /^Szkic z / }).tap({ position: { x: 120, y: 90 } });
    await expect(page.getByText(/Punkt zapisany z dokładnością do około \d+ m/)).toBeVisible();
    await it.look("miejsce-punkt");
    await it.pressButton("Zapisz zmiany");
    await page.getByLabel("Zdjęcie", { exact: true }).setInputFiles(picture);
    await it.press(page.getByText(/^Na zdjęciu nie ma ludzi/));
    await it.look("miejsce-zdjecie");
    await it.pressButton("Zapisz zdjęcie");
    await expect(page.getByText("1 zdjęcie czeka na wysłanie.")).toBeVisible();
    await page.getByLabel("Zdjęcie", { exact: true }).setInputFiles(picture);
    await expect(page.getByText(/^Zdjęcie gotowe/)).toBeVisible();
  });
  await test.step("with network again everything is sent, and the picture is seen", async () => {
    await phone.join();
    await expect(page.getByText("1 zdjęcie czeka na wysłanie.")).toBeHidden();
    await expect(page.getByText(/^Zdjęcie gotowe/)).toBeVisible(); // the next one, not saved yet, is still in hand
    await it.press(page.locator(".state-link").filter({ visible: true }).last());
    await it.pressButton("Wyjdź bez zapisu", page.getByRole("dialog"));
    await everythingSent(it);
    await it.goTo("Dyżur");
    await it.follow("Pokaż wszystkie miejsca");
    await it.follow(/Wiadukt przy Młodzianowskiej/);
    const seen = page.getByRole("img", { name: "Zdjęcie: Wiadukt przy Młodzianowskiej" });
    await expect(seen).toBeVisible();
    await expect.poll(() => seen.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(8);
    await it.look("miejsce-ze-zdjeciem");
  });
  await phone.endWay();
});
