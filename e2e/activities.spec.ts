import { expect } from "@playwright/test";
import { demoId } from "../src/app/demo/world.ts";
import { addDays, plainDate } from "../src/platform/time/plainDate.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import { everythingSent, prepareByWords } from "./way/device.ts";
import { Phone } from "./way/phone.ts";
import { test } from "./way/test.ts";
import { dayOfHouse, Walker } from "./way/walker.ts";

const lastName = "Brzęczyszczykiewicz-Chrząszczyżewoszycka";

const say = async (it: Walker, type: string, payload: object) => {
  const data = { id: uuidv7(), v: 1, occurredAt: new Date(it.now()).toISOString(), payload };
  const answer = await it.page.request.post(`/api/commands/${type}`, { headers: { "x-powrot": "1" }, data });
  expect(answer.status(), `${type} ${await answer.text()}`).toBe(200);
};

test("an open evening is entered on a phone with an alias and taps; the project's coordinator sees numbers and no name (F-39, R-S0-01)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "thumb", baseURL ?? "");
  const { page } = it;
  await it.as("zdzislaw", async () => {
    await it.goTo("Klub i wydarzenia");
    await it.look("open-offer");
    await it.follow("Zapisz wieczór");
    await it.look("evening-empty");
    const more = (service: string) =>
      page.getByRole("button", { name: new RegExp(`^${service} ?\\d+ ?dodaj jedną osobę$`) });
    for (let tap = 0; tap < 3; tap++) await it.press(more("internet"));
    await it.press(more("prasa"));
    await it.pressButton("internet: o jedną mniej");
    await it.choose("Z czego korzysta", "czytelnia");
    await page.getByLabel("Nowa osoba, tylko pseudonim").fill("Rudy z parteru");
    await it.pressButton("Dodaj do listy");
    await expect(page.getByText("Rudy z parteru, czytelnia")).toBeVisible();
    await it.look("evening-ready");
    await it.pressButton("Zapisz 4 osoby");
    await expect(page.getByText("2 osoby bez nazwisk")).toBeVisible();
    await it.look("evening-saved");
    await it.goTo("Klub i wydarzenia");
    await expect(page.getByText("Wizyty według oferty")).toBeVisible();
  });
  await it.as("marek", async () => {
    await page.goto("/activities");
    await expect(page.getByText("Wizyty według oferty")).toBeVisible();
    await expect(page.getByText("Rudy z parteru")).toHaveCount(0);
    await page.goto("/activities/courses");
    await it.look("courses-counted");
  });
  await it.end();
});

test("an open evening in a cellar without network: taps, an alias and who came lately wait on the phone and arrive once (F-39, R-S0-01)", async ({
  browser,
  baseURL,
  launchOptions,
}) => {
  const phone = await Phone.start(baseURL ?? "", launchOptions);
  const { it, page } = phone;
  await it.signIn("zdzislaw");
  await prepareByWords(it, "świetlica");
  await phone.cut();
  await it.goTo("Klub i wydarzenia");
  await it.follow("Zapisz wieczór");
  await expect(page.getByText(/^Bez sieci nie widać, co zapisali inni/)).toBeVisible();
  const press = page.getByRole("button", { name: /^prasa ?\d+ ?dodaj jedną osobę$/ });
  for (let tap = 0; tap < 3; tap++) await it.press(press);
  await it.choose("Z czego korzysta", "czytelnia");
  await page.getByLabel("Nowa osoba, tylko pseudonim").fill("Kaśka z piwnicy");
  await it.pressButton("Dodaj do listy");
  await it.look("evening-cut");
  await page.getByRole("button", { name: "Zapisz 4 osoby", exact: true }).dblclick(); // a tired thumb
  await expect(page.locator(".bottom-bar .state-line")).toContainText("Zapisane na telefonie: 1");
  await expect(page.getByText("czeka na telefonie")).toHaveCount(2);
  // who was made by an alias a moment ago comes for something else, too
  await it.choose("Z czego korzysta", "internet");
  await it.pressButton("Kaśka z piwnicy");
  await it.pressButton("Zapisz 1 osobę");
  await expect(page.locator(".bottom-bar .state-line")).toContainText("Zapisane na telefonie: 2");
  await it.look("evening-waits");
  await phone.join();
  await everythingSent(it);

  const desk = await Walker.start(browser, "mouse", baseURL ?? "");
  await desk.signIn("zdzislaw");
  await desk.goTo("Klub i wydarzenia");
  await desk.follow("Zapisz wieczór");
  const standing = desk.page
    .locator("section")
    .filter({ has: desk.page.getByRole("heading", { name: "Zapisane tego dnia" }) });
  await expect(standing.getByText("3 osoby bez nazwisk")).toHaveCount(1);
  await expect(standing.getByText("Kaśka z piwnicy")).toHaveCount(2);
  await desk.end();
  await phone.endWay();
});

test("from a course to its certificate: the threshold tells who gets one and why another does not (F-37, R-PRG-08)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  await it.as("beata", async () => {
    const personId = uuidv7();
    const fields = { firstName: "Żaklina", lastName };
    await say(it, "person.record", { personId, unitId: demoId("radom-kis"), fields });
    await it.goTo("Klub i wydarzenia");
    await it.look("open-offer-desk");
    await it.follow("Kursy");
    await it.look("courses");
    await it.pressButton("Wpisz kurs");
    const panel = page.getByRole("dialog");
    await panel.getByLabel(/^Nazwa/).fill("Spawanie metodą MAG");
    await panel.getByLabel("Rodzaj").selectOption({ label: "zawodowy" });
    await panel.getByLabel("Prowadzi").fill("Zakład Doskonalenia Zawodowego w Radomiu");
    await panel.getByLabel("Godziny programu").fill("40");
    await it.typeDay("Od", addDays(plainDate(dayOfHouse()), -20), panel);
    await it.typeDay("Do", dayOfHouse(), panel);
    await it.press(panel.getByText("Kwalifikacja w ZSK"));
    await it.look("course-new");
    await it.pressButton("Wpisz kurs", panel);
    await expect(page.getByRole("heading", { level: 1, name: "Spawanie metodą MAG" })).toBeVisible();
    await it.look("course-empty");
    await it.pressButton("Dodaj osobę");
    await page.getByRole("dialog").getByRole("searchbox").fill("Chrząszczyżewoszycka");
    await it.press(page.getByRole("dialog").getByText(lastName).first());
    await page.getByRole("dialog").getByLabel("Podstawa").selectOption({ label: "kontrakt socjalny" });
    await it.pressButton("Dodaj osobę", page.getByRole("dialog"));
    const line = page.getByRole("region", { name: new RegExp(lastName) });
    await expect(line.getByText("nieznana obecność")).toBeVisible();
    const note = async (hours: string) => {
      await it.pressButton("Zapisz wynik", line);
      await page.getByRole("dialog").getByLabel("Obecność w godzinach").fill(hours);
      await it.pressButton("Zapisz wynik", page.getByRole("dialog"));
      await expect(page.getByRole("dialog")).toHaveCount(0);
    };
    await note("31,75");
    await expect(line.getByText("obecność poniżej progu")).toBeVisible();
    await expect(line.getByRole("button", { name: "Wydaj zaświadczenie" })).toHaveCount(0);
    await it.look("course-below");
    await note("32");
    await it.pressButton("Wydaj zaświadczenie", line);
    await page.getByRole("dialog").getByLabel("Numer").fill("SP/1");
    await it.pressButton("Wydaj zaświadczenie", page.getByRole("dialog"));
    await expect(line.getByText(/nr SP\/1 z/)).toBeVisible();
    const printed = page.waitForEvent("download");
    await it.press(line.getByRole("link", { name: "Drukuj", exact: true }));
    expect((await printed).suggestedFilename()).toMatch(/^course-certificate-.*\.pdf$/);
    await it.look("course-certified");
    await page.goto(`/people/${personId}?tab=activities`);
    await expect(page.getByText("zaświadczenie nr SP/1")).toBeVisible();
    await it.look("person-activities");
    for (const [path, name] of [
      ["gatherings", "gatherings"],
      ["exchange", "exchange"],
      ["standard", "standard"],
    ] as const) {
      await page.goto(`/activities/${path}`);
      await it.look(name);
    }
    await page.goto("/activities/gatherings");
    await it.pressButton("Zapisz spotkanie");
    const form = page.getByRole("dialog");
    await form.getByLabel("Co to było").selectOption({ label: "grupa samopomocowa" });
    await form.getByLabel("Od godziny").fill("17:00");
    await form.getByLabel("Ile godzin").fill("2");
    await expect(form.getByLabel("Dodaj osobę")).toHaveCount(0);
    await form.getByLabel("Osób bez nazwisk").fill("6");
    await it.look("gathering-new");
    await it.pressButton("Zapisz spotkanie", form);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
  await it.end();
});

test("a volunteer: agreement, hours, certificate; who only works beside them sees no address (F-63)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  let address = "";
  await it.as("beata", async () => {
    await it.goTo("Klub i wydarzenia");
    await it.follow("Wolontariusze");
    await it.look("volunteers");
    await it.pressButton("Wpisz osobę");
    const panel = page.getByRole("dialog");
    await panel.getByLabel(/^Imię/).fill("Świętosława");
    await panel.getByLabel("Nazwisko").fill(lastName);
    await panel.getByLabel("Adres").fill("ul. Ukryta 7");
    await it.pressButton("Wpisz osobę", panel);
    await it.openRow(new RegExp(lastName));
    await expect(page.getByText("Bez porozumienia nie można zapisywać godzin.")).toBeVisible();
    address = new URL(page.url()).pathname;
    await it.pressButton("Wpisz porozumienie");
    const form = page.getByRole("dialog");
    await form.getByLabel("Numer").fill("W/77");
    await form.getByLabel("Ochrona od wypadków").selectOption({ label: "zaopatrzenie z ustawy" });
    await form.getByLabel("Zadania").fill("Zajęcia z języka angielskiego");
    const written = form.getByRole("checkbox", { name: "Porozumienie na piśmie" });
    await written.uncheck();
    await it.pressButton("Wpisz porozumienie", form);
    await expect(form.getByText("Na tak długo potrzebne jest porozumienie na piśmie").first()).toBeVisible();
    it.forgive(/422/);
    await written.check();
    await it.look("agreement-new");
    await it.pressButton("Wpisz porozumienie", form);
    await expect(page.getByText("brak podpisu")).toBeVisible();
    await it.pressButton("Zapisz godziny");
    await page
      .getByRole("dialog")
      .getByLabel(/^Godzin/)
      .fill("2,5");
    await page.getByRole("dialog").getByLabel("Co robiono").fill("angielski");
    await it.pressButton("Zapisz godziny", page.getByRole("dialog"));
    await it.pressButton("Wydaj zaświadczenie");
    await page.getByRole("dialog").getByLabel("Numer").fill("WZ/77");
    await it.pressButton("Wydaj zaświadczenie", page.getByRole("dialog"));
    await expect(page.getByText(/Zaświadczenie nr WZ\/77 z .*, 2,5 h/)).toBeVisible();
    await it.look("volunteer");
    const printed = page.waitForEvent("download");
    await it.follow("Drukuj porozumienie");
    expect((await printed).suggestedFilename()).toMatch(/^volunteer-agreement-.*\.pdf$/);
  });
  await it.as("grazyna", async () => {
    await page.goto(address);
    await expect(page.getByText("W/77").first()).toBeVisible();
    await expect(page.getByText("ul. Ukryta 7")).toHaveCount(0);
  });
  await it.end();
});
