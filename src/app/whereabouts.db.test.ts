import { afterAll, beforeAll, expect, test } from "vitest";
import { representativeKinds, sectionNames } from "../modules/person/codes.ts";
import { plainConsequences } from "../modules/social-contract/codes.ts";
import { closeDocuments } from "../platform/documents/renderPdf.ts";
import { needTool } from "../platform/testing/tool.ts";
import { uuidv7 } from "../platform/uuid.ts";
import { downloads, queries } from "./rooms.ts";
import { type PersonOfFixture, people, testPassword, useTestHouse, world } from "./testing/house.ts";
import { plainText } from "./testing/plainText.ts";

const it = useTestHouse();

/** Where she is, in each place of the house that could say it. None of these words stands anywhere else. */
const canaries = {
  correspondenceAddress: "ulica Kanarkowa-Listowa 7",
  registrationAddress: "ulica Kanarkowa-Meldunek 9",
  registrationCommune: "Kanarkowo Gmina",
  registrationTeryt: "1417052",
  phone: "+48600701801",
  email: "kanarek-poczta@example.org",
  emergencyContact: "siostra Kanarkówna 511 222 333",
  safeContactNote: "dzwonić do Kanarkowej-Sąsiadki",
  section: "Dom Kanarków, drugie piętro",
  place: "za kioskiem Kanarek-Ruch",
  note: "wraca na noc na Kanarkowe Działki",
  healthNote: "leki odbiera przy Kanarkowej",
  correction: "to było pod Kanarkiem",
  step: "spotkanie pod zegarem Kanarek-Plac",
  next: "Kanarek-Przystanek",
  site: "Słowik-Dworzec",
  nextSite: "Słowik-Ogrzewalnia",
  representative: "Kanarkowa-Kuratorium 3",
  household: "Kanarek-Mieszkanie siostry",
  sisterAddress: "ulica Kanarkowa-Siostrzana 12",
  employer: "Piekarnia Słowik",
  mentor: "mistrz z Kanarek-Pieca",
  opinion: "zna całą ulicę Kanarkową",
  interview: "Kanarkowa-Wywiad 5 m. 2",
};
const told = /kanark|kanarek|kanarków|600 ?701 ?801|511 ?222 ?333|1417052/i;
/** Places and employers have lists of their own, which name nobody: there the name alone tells nothing of her. */
const tied = /słowik/i;
const catalogues = new Set(["site.list", "employer.list", "employer.read", "declaration.list", "report-door.read"]);
const reader = "anna";
const others = [
  ...(Object.keys(people) as (keyof typeof people)[]).filter((name) => name !== reader),
  "zofia" as const,
];

const [personId, plainId, sisterId, contactId, contractId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
const [planId, placementId, employerId, logId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
const cases = { office: uuidv7(), club: uuidv7() };
const ids: Record<string, string> = {
  personId,
  contactId,
  contractId,
  planId,
  placementId,
  logId,
  caseId: cases.office,
};
const tokens = new Map<string, string>();

async function sent(name: PersonOfFixture, type: string, payload: unknown, base?: number) {
  const answer = await it.command(name, type, payload, base === undefined ? {} : { base });
  expect([type, answer.status, JSON.stringify(answer.body).slice(0, 300)]).toEqual([type, 200, expect.anything()]);
}

/** A person known to every unit, with everybody in the team, so that nothing but the list can hide anything. */
async function givenKnown(id: string, fields: object) {
  await sent("anna", "person.record", { personId: id, unitId: world.office, fields });
  for (const unit of [world.team, world.club])
    await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01') on conflict do nothing", [
      world.agenda,
      id,
      unit,
    ]);
}

beforeAll(async () => {
  needTool("pdftotext");
  const {
    note,
    healthNote,
    correction,
    section,
    place,
    step,
    next,
    site,
    nextSite,
    representative,
    household,
    sisterAddress,
    interview,
    ...rest
  } = canaries;
  const { employer, mentor, opinion, ...fields } = rest;
  await givenKnown(personId, {
    firstName: "Ukryta",
    lastName: "Matka",
    alias: "Cień",
    protectedWhereabouts: true,
    ...fields,
  });
  await givenKnown(plainId, { firstName: "Zwykła", lastName: "Osoba" });
  for (const [unit, caseId] of [
    [world.office, cases.office],
    [world.club, cases.club],
  ] as const) {
    await it.owner.query(
      "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) values ($1, $2, $3, $4, '2026-11-01', 'PLANNED', $5)",
      [world.agenda, caseId, personId, unit, it.accountOf("anna")],
    );
    await it.owner.query("insert into open_case values ($1, $2, $3, $4)", [world.agenda, personId, unit, caseId]);
    for (const name of Object.keys(people) as (keyof typeof people)[])
      await it.owner.query(
        "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, gen_random_uuid(), $2, $3, 'MEMBER', '2026-11-01')",
        [world.agenda, caseId, it.accountOf(name)],
      );
  }
  const content = { codes: [], until: null, text: section };
  await sent("anna", "person.write-section", { personId, section: "WHEREABOUTS", content });
  const [siteId, nextSiteId] = [uuidv7(), uuidv7()];
  await sent("marta", "site.record", { siteId, name: site, siteType: "STATION_RAIL", area: site });
  await sent("marta", "site.record", { siteId: nextSiteId, name: nextSite, siteType: "STATION_RAIL", area: nextSite });
  const card = {
    contactAt: "2026-11-22T09:40:00Z",
    siteId: null,
    placeText: place,
    workerIds: [it.accountOf("marta"), it.accountOf("joanna")],
    sex: "F",
    ageBand: "30_39",
    actions: ["CONVERSATION"],
    nextStep: { text: `${step} ${next}`, dueOn: "2026-11-22" },
    note,
    health: { observations: [], substance: null, note: healthNote },
  };
  const wrongId = uuidv7();
  await sent("marta", "contact.record", { contactId: wrongId, person: { personId }, card });
  await sent("marta", "contact.correct", { correctionId: contactId, contactId: wrongId, reason: correction, card });
  const later = { ...card, contactAt: "2026-11-22T09:50:00Z", siteId, placeText: null, nextStep: null };
  const nextContact = { on: "2026-11-22", siteId: nextSiteId };
  const atSite = { ...later, nextContact };
  await sent("marta", "contact.record", { contactId: uuidv7(), person: { personId }, card: atSite });
  const since = { validFrom: "2026-11-01", validUntil: null };
  await sent("anna", "representative.record", {
    representativeId: uuidv7(),
    personId,
    kind: representativeKinds[0],
    name: "Kurator Sądowy",
    contact: representative,
    scope: null,
    rulingRef: null,
    ...since,
  });
  await givenKnown(sisterId, { firstName: "Jawna", lastName: "Siostra", registrationAddress: sisterAddress });
  await sent("anna", "household.record", {
    householdId: uuidv7(),
    name: household,
    members: [personId, sisterId].map((id) => ({
      memberId: uuidv7(),
      personId: id,
      relation: "SELF",
      validFrom: "2026-11-01",
    })),
  });
  const company = {
    name: employer,
    nip: null,
    regon: null,
    address: employer,
    size: "SMALL",
    contactPerson: null,
    contactPhone: null,
  };
  await sent("sylwia", "employer.record", { employerId, ...company, workplace: employer, conditions: null });
  await sent("sylwia", "placement.plan", {
    placementId,
    personId,
    employerId,
    kind: "WORKPLACE_TRAINING",
    financing: "PROJECT",
    startsOn: "2026-11-16",
    untilOn: null,
    shorterReason: null,
    weeklyHours: 20,
    programme: mentor,
    coachId: null,
    agreementNo: mentor,
    agreementOn: null,
    medicalExamOn: null,
    medicalExamUntil: null,
    safetyTrainingOn: null,
    insuredFrom: null,
    mentor,
    disclosureAgreed: true,
    disclosure: opinion,
  });
  await sent("sylwia", "coach-log.write", {
    logId,
    personId,
    employerId,
    activity: "WORKPLACE_VISIT",
    doneOn: "2026-11-20",
    minutes: 30,
    disclosureAgreed: true,
    note: opinion,
    nextOn: null,
  });
  const interviewId = uuidv7();
  await sent("anna", "interview.need", {
    interviewId,
    personId,
    triggerOn: "2026-11-16",
    urgency: "NORMAL_14WD",
    socialWorkerId: it.accountOf("anna"),
  });
  await sent("anna", "interview.record", {
    interviewId,
    heldOn: "2026-11-18",
    refused: false,
    setting: "ONGOING_SUPPORT",
    place: interview,
    secondWorkerId: null,
    policeAssist: false,
    parts: ["I"],
    conclusions: "Potrzebuje lekarza.",
    externalNo: null,
  });
  const party = { actsAs: null, representedBy: null, representation: null };
  await sent("anna", "contract.draft", {
    contractId,
    personId,
    caseId: cases.office,
    unitId: world.office,
    variant: "IB_IIB",
    socialWorkerId: it.accountOf("anna"),
    commune: "0663011",
    homeless: false,
    unemployed: false,
    pupReferral: null,
    situation: "Utrata pracy.",
    resources: "Zawód.",
    barriers: "Zadłużenie.",
    actionsSoFar: null,
    consequences: plainConsequences,
    parties: [
      { ...party, side: "PERSON", name: "Ukryta Matka" },
      { ...party, side: "OPS", name: "MOPR" },
    ],
    evaluationDates: ["2027-02-28"],
  });
  await sent("anna", "plan.draft", {
    planId,
    caseId: cases.office,
    kind: "IPWB",
    preparedSide: "SHELTER",
    implementer: "SHELTER",
    startOn: "2026-11-20",
    endOn: "2027-11-19",
    beyondShelterMeans: false,
    healthInsuranceNeeded: false,
    provisions: [],
    supportMeans: ["SOCIAL_WORK"],
    situation: "Trzy tygodnie.",
    commitments: "",
    noHousingGoalReason: null,
    noWorkGoalReason: null,
  });
  for (const login of [reader, ...others]) {
    const payload = { login, password: testPassword, kind: "token" };
    const answer = await it.server.inject({
      method: "POST",
      url: "/api/session",
      headers: { "x-powrot": "1" },
      payload,
    });
    tokens.set(login, answer.json<{ token: string }>().token);
  }
}, 120_000);
afterAll(() => closeDocuments());

const filters = "from=2026-01-01&to=2026-12-31";
/** Addresses and bodies with which an operation is asked about her, more than one where it takes a choice or a text. */
function asked(operation: { method: string; path: string; name: string }): { url: string; body?: unknown }[] {
  const path = operation.path.replace(/:([a-zA-Z]+)/g, (whole, name: string) =>
    name === "section" ? whole : (ids[name] ?? personId),
  );
  const urls = path.includes(":section") ? sectionNames.map((name) => path.replace(":section", name)) : [path];
  if (operation.method === "POST") {
    const bodies: unknown[] =
      operation.name === "person.search"
        ? ["Matka", "Cień", ...Object.values(canaries)].map((text) => ({ text, rested: true }))
        : operation.name === "person.find-duplicates"
          ? [{ firstName: "Ukryta", lastName: "Matka" }, { fields: { firstName: "Ukryta", lastName: "Matka" } }]
          : [{}, { personId }, { before: null }];
    return urls.flatMap((url) => bodies.map((body) => ({ url, body })));
  }
  return urls.flatMap((url) => [{ url }, { url: `${url}?${filters}` }]);
}

async function ask(login: string, method: string, url: string, body?: unknown) {
  const answer = await it.server.inject({
    method: method === "POST" ? "POST" : "GET",
    url: `/api${url}`,
    headers: { authorization: `Bearer ${tokens.get(login)}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, text: `${JSON.stringify(answer.headers)}\n${plainText(answer.rawPayload)}` };
}

test("nobody but those on the list is told by any answer, file, search or refusal where she is (C7)", async () => {
  const leaks: string[] = [];
  const opened = new Map<string, number>();
  for (const login of others)
    for (const operation of [...queries, ...downloads])
      for (const { url, body } of asked(operation)) {
        const { status, text } = await ask(login, operation.method, url, body);
        if (status === 200) opened.set(operation.name, (opened.get(operation.name) ?? 0) + 1);
        for (const word of catalogues.has(operation.name) ? [told] : [told, tied])
          if (word.test(text))
            leaks.push(
              `${login} ${operation.name}: ${text.slice(Math.max(0, text.search(word) - 120), text.search(word) + 40)}`,
            );
        if (status >= 500) leaks.push(`${login} ${operation.name}: ${status}`);
      }
  expect(leaks).toEqual([]);
  // what could have told was really open to somebody
  expect([...opened.keys()]).toEqual(
    expect.arrayContaining([
      "person.read",
      "contact.read",
      "contact.list-of-person",
      "outreach.list-people",
      "contract.print",
      "plan.print",
      "representative.list",
      "household.list",
      "placement.list",
      "placement.read",
      "coach-log.list",
      "coach-log.read",
      "interview.list",
    ]),
  );
}, 300_000);

test("who is on the list sees all of it, so the search for it above could find it", async () => {
  const told: string[] = [];
  for (const operation of [...queries, ...downloads])
    for (const { url, body } of asked(operation)) told.push((await ask(reader, operation.method, url, body)).text);
  const all = told.join("\n");
  // cards are the street team's to read, the log is the coaches', the sister's address stands in her own file
  const { place, step, next, site: _s, nextSite: _n, opinion, sisterAddress: _a, ...named } = canaries;
  const { note, healthNote, correction, ...hers } = named;
  expect(Object.values(hers).filter((canary) => !all.includes(canary))).toEqual([]);
  await sent(reader, "person.name-whereabouts-reader", { personId, accountId: it.accountOf("marta") });
  const card = (await ask("marta", "GET", `/outreach/contacts/${contactId}`)).text;
  await sent(reader, "person.remove-whereabouts-reader", { personId, accountId: it.accountOf("marta") });
  for (const canary of [place, step, next, note, healthNote, correction]) expect(card).toContain(canary);
  await sent(reader, "person.name-whereabouts-reader", { personId, accountId: it.accountOf("sylwia") });
  const log = (await ask("sylwia", "GET", `/coach-log/${logId}`)).text;
  await sent(reader, "person.remove-whereabouts-reader", { personId, accountId: it.accountOf("sylwia") });
  expect(log).toContain(opinion);
}, 120_000);

test("what the house keeps beside the file does not say it: events, audit, tasks, answers of commands, log (C7, C64)", async () => {
  for (const table of ["event", "audit_entry", "command", "task"]) {
    const { rows } = await it.owner.query<{ text: string }>(`select t::text as text from ${table} t`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ text }) => told.test(text)).map(({ text }) => `${table} ${text}`)).toEqual([]);
  }
  expect(it.log.filter((line) => told.test(line))).toEqual([]);
});

test("'is she with you' has one answer, whether something is known of her whereabouts or not (C8)", async () => {
  const same = ({ status, text }: Awaited<ReturnType<typeof ask>>) => [status, /"code":"[^"]+"/.exec(text)?.[0]];
  for (const login of others.filter((name) => name !== "zofia")) {
    const hidden = await ask(login, "GET", `/people/${personId}/sections/WHEREABOUTS`);
    const never = await ask(login, "GET", `/people/${plainId}/sections/WHEREABOUTS`);
    if (never.status !== 404 || !never.text.includes("person.section_not_found")) continue; // no file at all for this role
    expect([login, ...same(hidden)]).toEqual([login, ...same(never)]);
  }
  const unknown = await ask("zofia", "GET", `/people/${uuidv7()}`);
  for (const id of [personId, plainId]) expect(same(await ask("zofia", "GET", `/people/${id}`))).toEqual(same(unknown));
});

test("neither her sister's household nor a record that hers is merged into says what her own does not (C7)", async () => {
  const sister = await ask("janusz", "GET", `/people/${sisterId}/households`);
  expect([sister.status, sister.text.includes("Jawna"), sister.text.includes("Ukryta")]).toEqual([200, true, false]);
  await it.owner.query("update person set merged_into = $1 where id = $2", [plainId, personId]);
  for (const path of [
    "/outreach/people",
    "/outreach/tonight",
    `/people/${plainId}/contacts`,
    `/outreach/contacts/${contactId}`,
  ]) {
    const { status, text } = await ask("marta", "GET", path);
    expect([path, status, told.test(text), path.endsWith("tonight") ? false : tied.test(text)]).toEqual([
      path,
      200,
      false,
      false,
    ]);
  }
});
