import { type Browser, expect } from "@playwright/test";
import { z } from "zod";
import { demoId } from "../src/app/demo/world.ts";
import { exclusions } from "../src/modules/centre/entry/codes.ts";
import { addDays, plainDate } from "../src/platform/time/plainDate.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import { test } from "./way/test.ts";
import { dayOfHouse, Walker } from "./way/walker.ts";

const lastName = "Brzęczyszczykiewicz-Chrząszczyżewoszycka";

const say = async (it: Walker, type: string, payload: object, base?: number) => {
  const data = { id: uuidv7(), v: 1, base, occurredAt: new Date(it.now()).toISOString(), payload };
  const answer = await it.page.request.post(`/api/commands/${type}`, { headers: { "x-powrot": "1" }, data });
  expect(answer.status(), `${type} ${await answer.text()}`).toBe(200);
};

/** A person of the region's and the club's, whom no other journey meets. */
async function recordPerson(it: Walker): Promise<{ personId: string; caseId: string }> {
  const [personId, caseId] = [uuidv7(), uuidv7()];
  const fields = { firstName: "Żaklina", lastName };
  await say(it, "person.record", { personId, unitId: demoId("radom-rejon"), fields });
  const opened = { caseId, personId, openedOn: dayOfHouse(), leaderId: demoId("anna") };
  await say(it, "case.open", { ...opened, unitId: demoId("radom-kis") });
  return { personId, caseId };
}

/** A social contract of the person that holds from today on. */
async function concludeContract(it: Walker, of: { personId: string; caseId: string }): Promise<void> {
  const [contractId, on] = [uuidv7(), dayOfHouse()];
  const party = { actsAs: null, representedBy: null, representation: null };
  await say(it, "contract.draft", {
    ...of,
    contractId,
    unitId: demoId("radom-rejon"),
    variant: "IA_IIA",
    socialWorkerId: demoId("anna"),
    commune: "1463011",
    homeless: false,
    unemployed: false,
    pupReferral: null,
    situation: "Bez pracy.",
    resources: "Zawód.",
    barriers: "Długa przerwa.",
    actionsSoFar: null,
    consequences: "Najpierw zawsze jest rozmowa.",
    parties: [
      { ...party, side: "PERSON", name: `Żaklina ${lastName}` },
      { ...party, side: "OPS", name: "MOPS w Radomiu", representedBy: "Anna" },
    ],
    evaluationDates: [addDays(plainDate(on), 90)],
  });
  const duty = { dueOn: addDays(plainDate(on), 30) };
  const duties = [
    { ...duty, dutyId: uuidv7(), side: "PERSON", what: "Przychodzi do klubu." },
    { ...duty, dutyId: uuidv7(), side: "OPS", what: "Pomaga w dojazdach." },
  ];
  await say(it, "contract.set-duties", { contractId, duties, removed: [] });
  await say(it, "contract.agree", { contractId, agreedOn: on });
  for (const signedAs of ["PERSON", "OPS"]) {
    const signature = { signatureId: uuidv7(), contractId, signedAs, name: "Anna", signedOn: on, method: "WET" };
    await say(it, "contract.sign", signature);
  }
  await say(it, "contract.activate", { contractId, activeFrom: on });
}

const needs = "wykluczenie; własnym staraniem osoba nie zaspokoi podstawowych potrzeb życiowych";
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
  let of = { personId: "", caseId: "" };
  const finding = (name: string, word: string) => page.getByLabel(name, { exact: true }).selectOption({ label: word });

  await it.as("anna", async () => {
    of = await recordPerson(it);
    await page.goto(`/people/${of.personId}`);
    await it.openTab("Skierowania");
    await it.look("entries-of-person");
    await it.follow("Nowy wniosek do CIS lub KIS");
    await it.choose("Dokąd", "Klub integracji społecznej (KIS)");
    await page.getByLabel("Kto składa wniosek").selectOption({ label: "organizacja pozarządowa" });
    await page.getByLabel("Nazwa instytucji").fill("Fundacja Agenda");
    await page.getByLabel("Kto działa za instytucję").fill("Grażyna Żółć, prezeska");
    await page.getByLabel("Co potwierdza zgodę").selectOption({ label: "podpis na papierze, w aktach" });
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
    await finding(needs, "spełnia");
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
    await expect(page.getByText("Osoba nie ma teraz czynnego kontraktu").first()).toBeVisible();
    await it.follow("Odnotuj podpis");
    await expect(page.getByRole("link", { name: "Kontrakty osoby" })).toBeVisible();
    await it.look("entry-without-contract");
    await concludeContract(it, of);
    await page.goto(address);
    await it.follow("Odnotuj podpis");
    await expect(page.getByText("Kontrakt socjalny KS/")).toBeVisible();
    await it.look("entry-contract");
    await it.pressButton("Odnotuj podpis");
    await expect(page.getByText("program lub kontrakt podpisany").first()).toBeVisible();
  });

  await it.as("beata", async () => {
    await page.goto(address);
    await expect(page.getByText("zaświadczenie z urzędu pracy")).toHaveCount(0);
    await it.follow("Przyjmij");
    await it.pressButton("Przyjmij");
    await expect(page.getByText("przyjęto").first()).toBeVisible();
    await expect(page.getByText("Długość udziału nie jest jeszcze ustalona")).toBeVisible();
    await it.look("entry-admitted");
    await it.follow("Ustal okres");
    await it.typeDay("Do", dayOfHouse(180));
    await it.look("stay-set");
    await it.pressButton("Ustal okres");
    await it.follow("Zakończ udział");
    await page.getByLabel("Powód zakończenia").selectOption({ label: "praca" });
    await it.pressButton("Zakończ udział");
    await it.follow("Wydano zaświadczenie");
    await page.getByLabel("Numer").fill("KIS-Z/17/2026");
    await page.getByText("Kontrakt socjalny został zrealizowany").click();
    await it.look("stay-certificate");
    await it.pressButton("Wydano zaświadczenie");
    await expect(page.getByText("nie; brakuje: co najmniej 6 mies. udziału")).toBeVisible();
    await it.look("stay-ended");
  });
  await it.end();
});

const Sent = z.object({ referrals: z.array(z.object({ id: z.string(), shareId: z.string() })) });

/** A programme that lacks nothing, its trial from that day on. */
const programme = (trialFrom: string) => ({
  socialScope: [{ id: uuidv7(), form: "Grupa wsparcia", hours: 5, leader: "Bartosz Ster" }],
  vocationalScope: [{ id: uuidv7(), kind: "WORKSHOP", name: "Warsztat stolarski", hours: 30 }],
  responsible: [{ id: uuidv7(), name: "Bartosz Ster", area: "reintegracja" }],
  trialFrom,
  weeklyHours: 35,
  obligations: "Uczestnik przychodzi na zajęcia i uprzedza o nieobecności.",
});

/** Each at a screen of their own, signed in for the whole journey. */
async function sitDown(browser: Browser, baseURL: string, login: string): Promise<Walker> {
  const it = await Walker.start(browser, "mouse", baseURL);
  await it.signIn(login);
  return it;
}

test("an OPS and the centre of another organisation: turned down once, referred again, programme signed, no admission before the OPS agrees (R-CIS-03, F-10)", async ({
  browser,
  baseURL,
}) => {
  const [dorota, stefan, ludwika, bartosz] = await Promise.all(
    ["dorota", "stefan", "ludwika", "bartosz"].map((login) => sitDown(browser, baseURL ?? "", login)),
  );
  if (!dorota || !stefan || !ludwika || !bartosz) throw new Error("four people walk");
  const [personId, theirId, entryId, interviewId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const address = `/centre-entries/${entryId}`;
  const fields = { firstName: "Świętosława", lastName };
  await say(dorota, "person.record", {
    personId,
    unitId: demoId("ops-agenda-rejon"),
    fields: { ...fields, registrationTeryt: "1465108" },
  });
  const on = dayOfHouse();
  const need = { interviewId, personId, triggerOn: on, urgency: "NORMAL_14WD", socialWorkerId: demoId("dorota") };
  await say(dorota, "interview.need", need);
  const held = { setting: "ONGOING_SUPPORT", place: "", secondWorkerId: null, policeAssist: false, parts: [] };
  await say(dorota, "interview.record", {
    interviewId,
    heldOn: on,
    refused: false,
    ...held,
    conclusions: "",
    externalNo: null,
  });
  await say(dorota, "centre-entry.apply", { entryId, personId, service: "CIS", applicantKind: "SELF", appliedOn: on });
  const ground = { criterion: "LONG_TERM_UNEMPLOYED", finding: "MET", source: "DOCUMENT", evidence: "zaświadczenie" };
  const excluded = { criterion: "NEEDS_NOT_MET", finding: "MET", source: "FILE", evidence: "wywiad" };
  const none = exclusions.map((criterion) => ({ criterion, finding: "NOT_MET", source: "DOCUMENT", evidence: "" }));
  await say(dorota, "centre-entry.check", { entryId, found: [ground, excluded, ...none] }, 1);

  await dorota.page.goto(address);
  await dorota.follow("Wydaj opinię");
  await dorota.page.getByLabel("Wywiad środowiskowy").selectOption({ index: 1 });
  await dorota.choose("Opinia", "pozytywna");
  await dorota.page.getByLabel("Uzasadnienie opinii").fill("Chce pracować w warsztacie.");
  await dorota.look("entry-opinion");
  await dorota.pressButton("Wydaj opinię");
  await expect(dorota.page.getByText("opinia wydana").first()).toBeVisible();

  const refer = async (no: string) => {
    const { page } = stefan;
    await page.goto(address);
    await stefan.follow("Skieruj");
    await page.getByLabel("Numer skierowania").fill(no);
    await page
      .getByLabel("Dokąd kierujemy")
      .selectOption({ label: "Fundacja Agenda – Centrum Reintegracji Społecznej i Zawodowej" });
    await page.getByLabel("O co prosimy").fill("Prosimy o przyjęcie na warsztat stolarski.");
    await stefan.look("entry-to-partner");
    await stefan.pressButton("Skieruj");
    await expect(page.getByText("jeszcze nie odpowiedziała na skierowanie")).toBeVisible();
  };
  /** The newest referral of the person, as whoever sent it knows it. */
  const sent = async () => {
    const read = await stefan.page.request.get(`/api/people/${personId}/referrals`);
    const { referrals } = Sent.parse(await read.json());
    return referrals.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0] ?? { id: "", shareId: "" };
  };
  const answer = async (decision: string, reason?: string) => {
    const { page } = ludwika;
    const { shareId } = await sent();
    await page.goto("/referrals");
    const card = page.locator("section.card").filter({ has: page.locator(`a[href="/shares/${shareId}"]`) });
    await ludwika.pressButton("Zapisz decyzję", card.first());
    const panel = page.getByRole("dialog");
    await ludwika.press(panel.getByText(decision, { exact: true }));
    if (reason) await panel.getByLabel("Powód").selectOption({ label: reason });
    await ludwika.look(`entry-answer-${decision}`);
    await ludwika.pressButton("Zapisz decyzję", panel);
    await expect(panel).toBeHidden();
  };
  await refer("CIS/90/2026");
  await answer("Nie przyjmujemy", "za mało informacji");
  await stefan.page.goto(address);
  await expect(stefan.page.getByText("Druga instytucja nie przyjęła skierowania")).toBeVisible();
  await stefan.look("entry-turned-down");
  await refer("CIS/91/2026");

  const [caseId, ipzsId] = [uuidv7(), uuidv7()];
  await say(bartosz, "person.record", { personId: theirId, unitId: demoId("agenda-cis"), fields });
  const { shareId } = await sent();
  await say(ludwika, "share.accept", { linkId: uuidv7(), shareId, personId: theirId });
  await answer("Przyjmujemy");
  await say(bartosz, "case.open", {
    caseId,
    personId: theirId,
    unitId: demoId("agenda-cis"),
    openedOn: on,
    leaderId: demoId("bartosz"),
  });
  await say(bartosz, "ipzs.begin", { ipzsId, caseId });
  await say(bartosz, "ipzs.change", { ipzsId, fields: programme(on) }, 1);
  await say(bartosz, "ipzs.agree", { ipzsId, agreedOn: on, words: "kierownik OPS" });
  await bartosz.page.goto(`/ipzs/${ipzsId}`);
  await say(bartosz, "ipzs.sign-on-paper", {
    signatureId: uuidv7(),
    paperId: ipzsId,
    signedAs: "PERSON",
    name: `Świętosława ${lastName}`,
    signedOn: on,
  });
  await bartosz.page.goto(`/ipzs/${ipzsId}`);
  await expect(bartosz.page.getByText("Podpisany, czeka na przyjęcie")).toBeVisible();

  await ludwika.page.goto(`/ipzs/${ipzsId}`);
  await ludwika.follow("Przyjmij na okres próbny");
  await ludwika.typeDay("Dzień przyjęcia", on);
  await ludwika.pressButton("Przyjmij na okres próbny");
  await expect(ludwika.page.getByText("Kierownik OPS jeszcze nie uzgodnił przyjęcia").first()).toBeVisible();
  await ludwika.look("entry-not-agreed");
  ludwika.forgive(/422/);

  await stefan.page.goto(address);
  await stefan.follow("Zgoda na przyjęcie");
  await stefan.pressButton("Zgoda na przyjęcie");
  await expect(stefan.page.getByText("kierownik OPS się zgodził").first()).toBeVisible();

  const admitted = ludwika.page.waitForResponse((answer) => answer.url().includes("/api/commands/") && answer.ok());
  await ludwika.pressButton("Przyjmij na okres próbny");
  await admitted;
  await ludwika.page.goto(address);
  await expect(ludwika.page.getByText("przyjęto").first()).toBeVisible();
  await expect(ludwika.page.getByText("zaświadczenie")).toHaveCount(0);
  await ludwika.look("entry-at-the-centre");
  await dorota.page.goto(address);
  await expect(dorota.page.getByText("przyjęto").first()).toBeVisible();
  for (const it of [dorota, stefan, ludwika, bartosz]) await it.end();
});
