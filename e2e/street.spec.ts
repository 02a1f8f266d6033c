import { expect } from "@playwright/test";
import { scanProfile } from "../drills/offline/scan.ts";
import { everythingSent, type Keys, openByWords, openOutbox, prepareByWords } from "./way/device.ts";
import { type Launch, Phone } from "./way/phone.ts";
import {
  alertMinor,
  callForHelp,
  findByAlias,
  firstCard,
  meetAgain,
  meetGroup,
  movedLines,
  saveCard,
  unfold,
  visitEmptySite,
} from "./way/shift.ts";
import { beginNewShift } from "./way/street.ts";
import { test } from "./way/test.ts";
import { Walker } from "./way/walker.ts";

/** A phone made ready for the street by somebody of the team, with the shift on its screen. */
async function readyPhone(origin: string, launch: Launch, login: string, label: string): Promise<[Phone, Keys]> {
  const phone = await Phone.start(origin, launch);
  await phone.it.signIn(login);
  const keys = await prepareByWords(phone.it, label);
  await phone.it.goTo("Dyżur");
  return [phone, keys];
}

test("a shift of twelve contacts without network, a reload, a killed browser, a colleague's edit: nothing lost, nothing twice (J1)", async ({
  browser,
  baseURL,
  launchOptions,
}) => {
  const [phone, keys] = await readyPhone(baseURL ?? "", launchOptions, "marta", "dyżur A");
  await beginNewShift(phone.it);
  await phone.cut();

  await test.step("a step that was agreed, an observation of health", async () => {
    await meetAgain(phone.it, "Broda");
    await phone.it.choose("Co z tym krokiem?", "Zrobione");
    await unfold(phone.it, "Zdrowie i bezpieczeństwo");
    await phone.it.choose("Co widać", "Rana");
    await saveCard(phone.it);
  });
  await test.step("a woman nobody knows, her needs, what was told her", async () => {
    await firstCard(phone.it, { place: "Ławka na peronie 2", sex: "Kobieta", age: "50–59" });
    await unfold(phone.it, "Potrzeby i wydana pomoc");
    await phone.it.choose("Czego pilnie potrzeba?", "Ciepło", "Dokumenty");
    await unfold(phone.it, "Rozmowa i informacje");
    await phone.it.choose("Informacja o danych", "Powiedziano");
    await saveCard(phone.it);
  });
  await test.step("somebody with an alias, made here", async () => {
    await firstCard(phone.it, { alias: "Cyrkowiec", place: "Schody za dworcem", sex: "Mężczyzna", age: "40–49" });
    await saveCard(phone.it);
  });
  await test.step("the page is loaded anew", async () => {
    await phone.page.reload();
    await openByWords(phone.it, keys);
    await expect(phone.page.getByRole("heading", { name: /^Dyżur / })).toBeVisible();
    await phone.it.settle();
    expect(await movedLines(phone.it)).toEqual([]);
  });
  await test.step("again, by one press for the card and one for saving", async () => {
    await meetAgain(phone.it, "Góral");
    await saveCard(phone.it);
    await meetAgain(phone.it, "Rudy z dworca");
    await saveCard(phone.it);
  });
  await test.step("the same one whom only this phone knows", async () => {
    await findByAlias(phone.it, "cyrk", "Cyrkowiec");
    await saveCard(phone.it);
  });
  await test.step("a group at the soup", () => meetGroup(phone.it, "Pod zegarem", 2, 1, "Profesor"));
  await test.step("a minor alone: an alert, no card", () => alertMinor(phone.it));
  await test.step("the browser is killed", async () => {
    await phone.killAndStart();
    await phone.page.goto("/tonight");
    await openByWords(phone.it, keys);
  });
  await test.step("somebody does not wake up", () => callForHelp(phone.it));
  await test.step("a place with nobody there", () => visitEmptySite(phone.it, "Wiadukt przy Młodzianowskiej"));
  await test.step("a blanket from the stock", async () => {
    await findByAlias(phone.it, "maryn", "Marynarz");
    await unfold(phone.it, "Potrzeby i wydana pomoc");
    await phone.it.press(phone.page.getByText(/^Koc/));
    await saveCard(phone.it);
  });
  await test.step("somebody tells a name", async () => {
    await findByAlias(phone.it, "kapi", "Kapitan");
    await tellName(phone.it, "Jan", "Falowski");
    await saveCard(phone.it);
  });
  const colleague = await test.step("a colleague writes another name meanwhile", async () => {
    const [second] = await readyPhone(baseURL ?? "", launchOptions, "piotr", "dyżur B");
    await findByAlias(second.it, "kapi", "Kapitan");
    await tellName(second.it, "Jan", "Falkowski");
    await saveCard(second.it);
    await everythingSent(second.it);
    return second;
  });
  await test.step("the end of the shift; the report has counted itself", async () => {
    await phone.it.goTo("Dyżur");
    await unfold(phone.it, "Koniec dyżuru");
    await phone.it.pressButton("Zakończ dyżur");
    await expect(phone.page.getByRole("heading", { level: 1, name: "Raport z pracy" })).toBeVisible();
    await expect(phone.page.getByText("5 / 7", { exact: true })).toBeVisible();
    await phone.it.choose("Jak bardzo obciążył Cię ten dyżur?", "4");
    await phone.page.getByLabel("Wnioski i potrzeby").fill("Pod zegarem przydałby się drugi termos.");
    await phone.it.pressButton("Złóż raport");
    await expect(phone.page.getByRole("heading", { level: 1, name: "Moje raporty z pracy" })).toBeVisible();
  });
  await test.step("the network is back: everything is sent, and nothing twice", async () => {
    await openOutbox(phone.it);
    await expect(phone.page.getByText("Karta kontaktu: Cyrkowiec")).toBeVisible();
    await phone.join();
    await everythingSent(phone.it);
  });
  await test.step("both names are shown, and the person who met him decides", async () => {
    const { it, page } = phone;
    await it.follow("Zdecyduj");
    await it.press(page.getByText("Z telefonu: Falowski"));
    await it.pressButton("Zapisz decyzję");
    await expect(page.getByText("Nie ma nic do rozstrzygnięcia")).toBeVisible();
    await everythingSent(it);
  });
  await test.step("the coordinator reads the same figures and accepts", async () => {
    const office = await Walker.start(browser, "mouse", baseURL ?? "");
    await office.signIn("joanna");
    await office.page.goto("/street-work");
    await office.openRow(/Marta/);
    await expect(office.page.getByText("Kontakty pierwsze").locator("xpath=following-sibling::*[1]")).toHaveText("5");
    await expect(office.page.getByText("Kontakty ponowne").locator("xpath=following-sibling::*[1]")).toHaveText("8");
    await expect(office.page.getByText("Pod zegarem przydałby się drugi termos.")).toBeVisible();
    await office.pressButton("Przyjmij raport");
    await expect(office.page.getByText("Raport przyjęty", { exact: true })).toBeVisible();
    await office.page.context().close();
  });
  await colleague.end();
  await phone.close();
  const words = ["Cyrkowiec", "Falowski", "Falkowski", "Broda", "Kapitan", "termos", "Ławka na peronie"];
  expect(scanProfile(phone.profile, words)).toEqual([]);
  await phone.end();
});

/** The person says who they are and knows that it is written down. */
async function tellName(it: Walker, first: string, last: string): Promise<void> {
  await unfold(it, "Osoba podała imię lub nazwisko");
  await it.page.getByLabel("Imię").fill(first);
  await it.page.getByLabel("Nazwisko").fill(last);
  await it.press(it.page.getByText("Osoba wie, że zapisuję jej dane"));
}
