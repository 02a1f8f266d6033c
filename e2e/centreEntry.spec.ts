import { expect, test } from "@playwright/test";
import { demoId } from "../src/app/demo/world.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import { dayOfHouse, Walker } from "./way/walker.ts";

const lastName = "Brzęczyszczykiewicz-Chrząszczyżewoszycka";

/** A person of the region's and the club's, whom no other journey meets. */
async function recordPerson(it: Walker): Promise<string> {
  const headers = { "x-powrot": "1" };
  const personId = uuidv7();
  const send = async (type: string, payload: object) => {
    const data = { id: uuidv7(), v: 1, occurredAt: new Date(it.now()).toISOString(), payload };
    const answer = await it.page.request.post(`/api/commands/${type}`, { headers, data });
    expect(answer.status(), await answer.text()).toBe(200);
  };
  const fields = { firstName: "Żaklina", lastName };
  await send("person.record", { personId, unitId: demoId("radom-rejon"), fields });
  const opened = { caseId: uuidv7(), personId, openedOn: dayOfHouse(), leaderId: demoId("anna") };
  await send("case.open", { ...opened, unitId: demoId("radom-kis") });
  return personId;
}

const benefits = [
  "zasiłek dla bezrobotnych",
  "zasiłek przedemerytalny",
  "świadczenie przedemerytalne",
  "renta strukturalna",
  "renta z tytułu niezdolności do pracy",
  "emerytura",
  "nauczycielskie świadczenie kompensacyjne",
];

test("into a club: an institution applies with consent, findings before the referral, the contract before the admission (F-11, R-CIS-01, R-CIS-02, R-KIS-02)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  let address = "";
  const finding = (name: string, word: string) => page.getByLabel(name, { exact: true }).selectOption({ label: word });

  await it.as("anna", async () => {
    const personId = await recordPerson(it);
    await page.goto(`/people/${personId}`);
    await it.openTab("Skierowania");
    await it.look("entries-of-person");
    await it.follow("Nowy wniosek do CIS lub KIS");
    await it.choose("Dokąd", "Klub integracji społecznej (KIS)");
    await page.getByLabel("Kto składa wniosek").selectOption({ label: "organizacja pozarządowa" });
    await page.getByLabel("Nazwa instytucji albo imię").fill("Fundacja Agenda");
    await it.pressButton("Zapisz wniosek");
    await expect(page.getByText("Wpisz dzień zgody").first()).toBeVisible();
    await it.look("entry-without-consent");
    await it.typeDay("Zgoda osoby z dnia", dayOfHouse());
    await it.pressButton("Zapisz wniosek");
    await expect(page.getByText("wniosek złożony").first()).toBeVisible();
    address = new URL(page.url()).pathname;
    await it.follow("Wpisz ustalenia");
    await finding("długotrwałe bezrobocie", "spełnia");
    await page.getByLabel("Na podstawie (długotrwałe bezrobocie)").selectOption({ label: "dokumentu" });
    await page.getByLabel("Co to potwierdza (długotrwałe bezrobocie)").fill("zaświadczenie z urzędu pracy");
    await it.look("entry-findings");
    await it.pressButton("Zapisz");
    await expect(page.getByText("Zanim będzie można skierować")).toBeVisible();
  });

  await it.as("henryk", async () => {
    await page.goto(address);
    await it.follow("Skieruj");
    await page.getByLabel("Numer skierowania").fill("KIS/17/2026");
    await it.pressButton("Skieruj");
    await expect(page.getByText("Nie wszystkie wykluczające świadczenia są sprawdzone").first()).toBeVisible();
    await it.look("entry-refused");
    it.forgive(/422/);
  });

  await it.as("anna", async () => {
    await page.goto(`${address}/check`);
    for (const benefit of benefits)
      await finding(benefit, benefit.startsWith("renta z tytułu") ? "ma prawo" : "nie ma prawa");
    await it.pressButton("Zapisz");
    await expect(page.getByText("Ustalenia nie stoją na przeszkodzie skierowaniu.")).toBeVisible();
    await it.look("entry-fine");
  });

  await it.as("henryk", async () => {
    await page.goto(`${address}/act/refer`);
    await page.getByLabel("Numer skierowania").fill("KIS/17/2026");
    await it.pressButton("Skieruj");
    await expect(page.getByText("skierowanie wydane").first()).toBeVisible();
  });

  await it.as("anna", async () => {
    await page.goto(address);
    await it.follow("Odnotuj podpis");
    await it.pressButton("Odnotuj podpis");
    await expect(page.getByText("program lub kontrakt podpisany").first()).toBeVisible();
  });

  await it.as("beata", async () => {
    await page.goto(address);
    await expect(page.getByText("zaświadczenie z urzędu pracy")).toHaveCount(0);
    await it.follow("Przyjmij");
    await it.pressButton("Przyjmij");
    await expect(page.getByText("przyjęto").first()).toBeVisible();
    await it.look("entry-admitted");
  });
  await it.end();
});
