import { type APIResponse, expect } from "@playwright/test";
import { z } from "zod";
import { uuidv7 } from "../src/platform/uuid.ts";
import { test } from "./way/test.ts";
import { dayOfHouse, type Hand, Walker } from "./way/walker.ts";

const Session = z.object({ account: z.object({ id: z.uuid() }), unitIds: z.array(z.uuid()) });
const Start = z.object({ caseId: z.uuid(), unitId: z.uuid() });
const Refused = z.object({ code: z.string(), details: z.object({ refusals: z.array(z.string()) }).optional() });

const nobody = { actsAs: null, representedBy: null, representation: null };
const lead = "Stowarzyszenie „Krok dalej” na rzecz Wychodzenia z Bezdomności";

/** Sends a command as whoever is signed in. */
function senderOf(it: Walker): (type: string, payload: object) => Promise<APIResponse> {
  return (type, payload) =>
    it.page.request.post(`/api/commands/${type}`, {
      headers: { "x-powrot": "1" },
      data: { id: uuidv7(), v: 1, occurredAt: new Date(it.now()).toISOString(), payload },
    });
}

/** The same, of what must be done. */
function doneOf(it: Walker): (type: string, payload: object) => Promise<void> {
  const send = senderOf(it);
  return async (type, payload) => {
    const answer = await send(type, payload);
    expect(answer.ok(), `${type} ${await answer.text()}`).toBe(true);
  };
}

async function startOf(it: Walker, personId: string): Promise<z.infer<typeof Start>> {
  return Start.parse(await (await it.page.request.get(`/api/people/${personId}/contract-start`)).json());
}

async function refusalsOf(answer: APIResponse): Promise<string[]> {
  expect(answer.status()).toBe(422);
  const { code, details } = Refused.parse(await answer.json());
  return details?.refusals ?? [code];
}

/** Wojciech's address, found as Anna finds him. */
async function findWojciech(it: Walker): Promise<string> {
  await it.goTo("Moje osoby");
  await it.page.getByLabel("Szukaj osoby").fill("Wojciech Żółtaszek");
  await it.openRow(/Wojciech Żółtaszek/);
  await it.page.waitForURL(/\/people\/[0-9a-f-]{36}/);
  return /[0-9a-f-]{36}/.exec(it.page.url())?.[0] ?? "";
}

for (const hand of ["mouse", "thumb"] satisfies Hand[])
  test(`a contract of three parties is refused where it must be, signed, evaluated and changed by annex, by ${hand}`, async ({
    browser,
    baseURL,
  }) => {
    const it = await Walker.start(browser, hand, baseURL ?? "");
    const { page } = it;
    const send = senderOf(it);
    await it.signIn("anna");
    const personId = await findWojciech(it);
    const me = Session.parse(await (await page.request.get("/api/session")).json());
    const start = await startOf(it, personId);
    const done = doneOf(it);

    const contractId = uuidv7();
    const duty = (side: string, what: string) => ({ dutyId: uuidv7(), side, what, dueOn: dayOfHouse(30) });
    await done("contract.draft", {
      contractId,
      personId,
      ...start,
      variant: "IA_IIA",
      socialWorkerId: me.account.id,
      commune: "1463011",
      homeless: true,
      unemployed: true,
      pupReferral: null,
      situation: "Dwa lata na ulicy po rozwodzie.",
      resources: "Zawód murarza.",
      barriers: null,
      actionsSoFar: null,
      consequences: "To informacja, nie groźba.",
      parties: [
        { side: "PERSON", name: "Wojciech Żółtaszek", ...nobody },
        { side: "OPS", name: "Miejski Ośrodek Pomocy Społecznej w Radomiu", ...nobody },
        { side: "LEAD", name: lead, ...nobody, representedBy: "Łucja Ćwik" },
      ],
      evaluationDates: [dayOfHouse(90)],
    });
    const duties = [duty("PERSON", "Wizyta u chirurga we wtorki."), duty("LEAD", "Miejsce w warsztacie remontowym.")];
    await done("contract.set-duties", { contractId, duties, removed: [] });
    await done("contract.agree", { contractId, agreedOn: dayOfHouse() });

    // without a duty of the institution and without the other centre nobody signs
    const signature = (signedAs: string, name: string) => ({
      signatureId: uuidv7(),
      contractId,
      signedAs,
      name,
      signedOn: dayOfHouse(),
      method: "WET",
    });
    expect(await refusalsOf(await send("contract.sign", signature("PERSON", "Wojciech Żółtaszek")))).toEqual([
      "contract.consultation_missing",
      "contract.duties_missing_ops",
    ]);
    await page.goto(`/contracts/${contractId}`);
    await expect(page.getByText("Ośrodek nie ma żadnego działania")).toBeVisible();
    await expect(page.getByText("Treść nie jest uzgodniona z ośrodkiem ostatniego zameldowania")).toBeVisible();
    await it.look("zablokowany");
    await page.goto(`/contracts/${contractId}/edit`);
    await it.pressButton("Dodaj działanie: Ośrodek pomocy społecznej");
    const own = page
      .getByRole("main")
      .locator("section", { has: page.getByRole("heading", { name: "Ośrodek pomocy społecznej" }) })
      .last();
    await own.getByRole("textbox", { name: "Działanie 1" }).fill("Zgłoszenie do ubezpieczenia zdrowotnego.");
    await it.typeDay("Do kiedy", dayOfHouse(14), own);
    await it.pressButton("Zapisz działania stron");
    await expect(page.getByText("Zapisano").first()).toBeVisible();
    await page.goto(`/contracts/${contractId}/sign`);
    await it.pressButton("Osoba zgadza się na tę treść");
    await expect(page.getByRole("button", { name: "Zapisz uzgodnienie" })).toBeVisible();

    // the other centre is asked, answers, and only then can it be signed
    await page.goto(`/contracts/${contractId}/consultation`);
    await page.getByLabel("Ośrodek, który pytamy").fill("Miejski Ośrodek Pomocy Rodzinie w Chełmie");
    await it.look("pytanie");
    await it.pressButton("Zapisz zapytanie");
    await expect(page.getByRole("heading", { name: "Zapytania wysłane" })).toBeVisible();
    await it.look("zapytano");
    await page.goto(`/contracts/${contractId}/sign`);
    await page.getByLabel("Ośrodek ostatniego zameldowania").fill("Miejski Ośrodek Pomocy Rodzinie w Chełmie");
    await it.pressButton("Zapisz uzgodnienie");
    await expect(page.getByText("Nic nie blokuje podpisania.")).toBeVisible();

    // one packet with a list on top
    await page.goto(`/people/${personId}/packet`);
    await expect(page.getByText("Wojciech Żółtaszek (osoba)").first()).toBeVisible();
    await it.look("do-podpisu");
    const packet = await page.request.get(`/api/people/${personId}/packet/document`);
    expect([packet.status(), packet.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    for (const [as, name] of [
      ["PERSON", "Wojciech Żółtaszek"],
      ["OPS", "Anna Kowalczyk"],
      ["LEAD", "Łucja Ćwik"],
    ] as const)
      await done("contract.sign", signature(as, name));
    await done("contract.activate", { contractId, activeFrom: dayOfHouse() });
    await page.goto(`/contracts/${contractId}`);
    await expect(page.getByText("decyzja o przyznaniu schroniska")).toBeVisible();
    await it.look("obowiazuje");

    // a party's telephone is corrected: the three signatures stand
    await it.press(page.getByText("Zapisz telefon", { exact: true }).first());
    await page.getByLabel("Telefon: Osoba").fill("600 700 801");
    await it.press(page.getByRole("button", { name: "Zapisz telefon" }).first());
    await expect(page.getByRole("definition").filter({ hasText: "600 700 801" })).toBeVisible();
    await expect(page.getByText("decyzja o przyznaniu schroniska")).toBeVisible();
    await expect(page.getByText("czeka na podpis", { exact: true })).toHaveCount(0);

    // one duty is not kept: facts and his words, nothing follows by itself
    await it.follow("Oceń realizację");
    await it.choose("Wizyta u chirurga we wtorki.", "wykonane częściowo");
    await it.choose("Zgłoszenie do ubezpieczenia zdrowotnego.", "niewykonane");
    await it.choose("Miejsce w warsztacie remontowym.", "wykonane");
    await page.getByLabel("Co powiedziała osoba").fill("Dwa razy noga nie pozwoliła dojść.");
    await page.getByRole("textbox", { name: "Wniosek" }).fill("Zmieniamy termin działania ośrodka aneksem.");
    await it.look("ocena");
    await it.pressButton("Zapisz ocenę");
    await expect(page.getByText("Dwa razy noga nie pozwoliła dojść.")).toBeVisible();

    // an annex changes the duty, and only the annex is signed
    await it.follow("Dodaj aneks");
    await page.getByRole("textbox", { name: "Co się zmienia" }).fill("Ośrodek dostaje dwa tygodnie więcej.");
    await it.choose("Zgłoszenie do ubezpieczenia zdrowotnego.", "zmienia się");
    await page.getByLabel("Nowe brzmienie").fill("Zgłoszenie do ubezpieczenia i odbiór potwierdzenia.");
    await it.look("aneks");
    await it.pressButton("Dodaj aneks");
    await expect(page.getByText("czeka na podpisy").first()).toBeVisible();
    await it.look("aneks-podpisy");
    for (const left of [2, 1]) {
      await page.getByLabel("Miejscowość").fill("Żółkiewka");
      await it.pressButton("Zapisz podpis");
      await expect(page.getByText("czeka na podpis", { exact: true })).toHaveCount(left);
    }
    await expect(page.getByText(/obowiązuje od/)).toBeVisible();
    await expect(page.getByText("Miejscowość: Żółkiewka").first()).toBeVisible();
    await it.look("aneks-podpisany");
    await page.goto(`/contracts/${contractId}`);
    await expect(page.getByRole("heading", { name: "Podpisy i ich dowody" })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Osoba: Wojciech Żółtaszek" }).first()).toBeVisible();
    await it.look("historia");
    await expect(
      page
        .getByRole("cell", { name: "Zgłoszenie do ubezpieczenia i odbiór potwierdzenia." })
        .or(page.getByText("Zgłoszenie do ubezpieczenia i odbiór potwierdzenia."))
        .first(),
    ).toBeVisible();

    // nobody breaks it off for a breach without having heard him
    await page.goto(`/contracts/${contractId}/end`);
    await expect(page.getByText("Z końcem kontraktu kończy się także")).toBeVisible();
    await it.choose("Powód zakończenia", "niedotrzymany przez osobę");
    await it.pressButton("Zakończ kontrakt");
    await expect(page.getByText("Najpierw wysłuchaj osoby i wpisz dzień tej rozmowy.").first()).toBeVisible();
    await it.look("koniec");
    await it.typeDay("Kiedy wysłuchano osobę", dayOfHouse());
    await it.pressButton("Zakończ kontrakt");
    await expect(page.getByText("rozwiązany", { exact: true }).first()).toBeVisible();
    await it.look("rozwiazany");
    await page.goto(`/people/${personId}/checklist`);
    await it.look("dokumenty-etapu");
    it.forgive(/422/);
    await it.end();
  });

test("a programme with insurance does not begin before the manager approved it", async ({ browser, baseURL }) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const send = senderOf(it);
  const done = doneOf(it);
  await it.signIn("anna");
  const start = await startOf(it, await findWojciech(it));
  const planId = uuidv7();
  const body = "Miejski Ośrodek Pomocy Społecznej w Radomiu";
  await done("plan.draft", {
    planId,
    caseId: start.caseId,
    kind: "IPWB",
    preparedSide: "OPS",
    implementer: "OPS",
    startOn: dayOfHouse(),
    endOn: dayOfHouse(300),
    beyondShelterMeans: false,
    healthInsuranceNeeded: true,
    provisions: [{ provision: "HEALTH_INSURANCE", body }],
    supportMeans: ["SOCIAL_WORK"],
    situation: "W schronisku od miesiąca.",
    commitments: "Przychodzę na zajęcia.",
    noHousingGoalReason: null,
    noWorkGoalReason: null,
  });
  const goal = (sphere: string) => ({
    goalId: uuidv7(),
    base: null,
    sphere,
    text: "Chcę mieć swój pokój",
    measure: "Umowa",
    dueOn: dayOfHouse(200),
  });
  await done("plan.set-goals", { planId, goals: [goal("HOUSING"), goal("VOCATIONAL")], removed: [] });
  const task = (side: string) => ({ taskId: uuidv7(), base: null, side, what: "Działanie", dueOn: dayOfHouse(20) });
  await done("plan.set-tasks", { planId, tasks: [task("PERSON"), task("OPS")], removed: [] });
  await done("plan.agree", { planId, personAgrees: true, words: "Dobrze." });
  expect(await refusalsOf(await send("plan.activate", { planId }))).toContain("plan.approval_needed");
  it.forgive(/422/);
  await it.end();
});

test("a family concludes a contract; its third party reads in its own house what it promised, and no more once that is closed", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const partner = await Walker.start(browser, "thumb", baseURL ?? "");
  const done = doneOf(it);
  await it.signIn("dorota");
  await partner.signIn("bartosz");
  const { page } = it;
  const me = Session.parse(await (await page.request.get("/api/session")).json());
  const [unitId] = me.unitIds;
  const [personId, wife] = [uuidv7(), uuidv7()];
  const fields = { firstName: "Łukasz", lastName: "Świętochłowicki" };
  await done("person.record", { personId, unitId, fields });
  await done("person.record", { personId: wife, unitId, fields: { ...fields, firstName: "Żaneta" } });
  const living = (one: string, relation: string) => ({
    memberId: uuidv7(),
    personId: one,
    relation,
    validFrom: dayOfHouse(-100),
    validUntil: null,
  });
  await done("household.record", {
    householdId: uuidv7(),
    name: null,
    members: [living(personId, "SELF"), living(wife, "SPOUSE")],
  });

  await page.goto(`/people/${personId}/contracts/new`);
  await it.press(page.getByText("Żaneta Świętochłowicka").or(page.getByText("Żaneta Świętochłowicki")));
  await page.getByLabel("TERYT gminy ośrodka").fill("0663011");
  await it.press(page.getByText("W kontrakcie bierze udział organizacja prowadząca"));
  await page.getByLabel("Nazwa organizacji prowadzącej").fill(lead);
  await it.typeDay("Termin oceny 1", dayOfHouse(90));
  await it.look("rodzina");
  await it.pressButton("Zapisz kontrakt");
  await page.waitForURL(/\/contracts\/[0-9a-f-]{36}\/edit/);
  const contractId = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";
  const duty = (side: string, what: string) => ({ dutyId: uuidv7(), side, what, dueOn: dayOfHouse(30) });
  const duties = [duty("PERSON", "Terapia"), duty("OPS", "Składka"), duty("LEAD", "Miejsce w pracowni ślusarskiej")];
  await done("contract.set-duties", { contractId, duties, removed: [] });
  const goal = (what: string) => ({ goalId: uuidv7(), rank: "MAIN", what, effect: "Umowa" });
  await done("contract.set-goals", { contractId, goals: [goal("Praca ślusarza"), goal("Zdrowie")], removed: [] });
  await done("contract.agree", { contractId, agreedOn: dayOfHouse() });
  await page.goto(`/contracts/${contractId}/sign`);
  await expect(page.getByText(/Członek rodziny: Żaneta/).first()).toBeVisible();
  for (const [signedAs, name] of [
    ["PERSON", "Łukasz"],
    ["MEMBER_1", "Żaneta"],
    ["OPS", "Dorota"],
  ])
    await done("contract.sign", {
      signatureId: uuidv7(),
      contractId,
      signedAs,
      name,
      signedOn: dayOfHouse(),
      method: "WET",
    });
  const { partners } = z
    .object({ partners: z.array(z.object({ id: z.uuid() })) })
    .parse(await (await page.request.get("/api/partners")).json());
  const shareId = uuidv7();
  await done("share.give", {
    shareId,
    personId,
    toOrganisationId: partners[0]?.id,
    sections: ["CORE", "SOCIAL"],
    legalBasis: "ART_6_1_E",
    purpose: "Wspólna praca przy kontrakcie",
    validFrom: dayOfHouse(),
    validUntil: dayOfHouse(60),
  });

  await page.goto(`/contracts/${contractId}`);
  await it.pressButton("Otwórz partnerowi jego część");
  const panel = page.getByRole("dialog");
  await it.press(panel.getByText("Praca ślusarza"));
  await it.press(panel.getByRole("button", { name: "Otwórz partnerowi jego część" }));
  await expect(page.getByText("czyta swoją część", { exact: true })).toBeVisible();
  await it.look("partner-czyta");

  await partner.page.goto(`/shares/${shareId}`);
  await expect(partner.page.getByText("Miejsce w pracowni ślusarskiej")).toBeVisible();
  await expect(partner.page.getByText("Praca ślusarza")).toBeVisible();
  for (const others of ["Terapia", "Składka", "Zdrowie", "Żaneta"])
    await expect(partner.page.getByText(others)).toHaveCount(0);
  await partner.look("nasza-czesc");
  await it.pressButton("Zamknij tę część");
  await expect(page.getByText("Żaden partner nie czyta swojej części.")).toBeVisible();
  await partner.page.reload();
  await expect(partner.page.getByText("W żadnym kontrakcie ani programie nie otwarto nam")).toBeVisible();
  await partner.end();
  await it.end();
});
