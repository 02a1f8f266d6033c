import { beforeAll, expect, test } from "vitest";
import { readCatalog } from "../../../app/operator/catalog.ts";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { plainText } from "../../../app/testing/plainText.ts";
import { PaperSigning } from "../../../platform/signatures/paperContract.ts";
import { needTool } from "../../../platform/testing/tool.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { exclusions } from "../entry/codes.ts";
import { EntryView } from "../entry/contract.ts";
import { IpzsVersions, IpzsView } from "./contract.ts";

const it = useTestHouse();
const canary = "Grupa wsparcia w srody";
/** Beata prepares, Hanna decides: both of the club. */
const writer = "beata";

beforeAll(async () => {
  await it.owner.query(
    "insert into membership_role (organisation_id, account_id, role) values ($1, $2, 'REINTEGRATION_SOCIAL_WORKER')",
    [world.agenda, it.accountOf(writer)],
  );
});

async function makeCase() {
  const [personId, caseId] = [uuidv7(), uuidv7()];
  const { rows } = await it.owner.query("select coalesce(max(person_no), 0) + 1 as no from person");
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, $3, 'Kamil', 'Hebel', $4)",
    [world.agenda, personId, rows[0].no, it.accountOf(writer)],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-01-01')", [
    world.agenda,
    personId,
    world.club,
  ]);
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) values ($1, $2, $3, $4, '2026-01-01', 'ANALYSIS', $5)",
    [world.agenda, caseId, personId, world.club, it.accountOf(writer)],
  );
  await it.owner.query("insert into open_case values ($1, $2, $3, $4)", [world.agenda, personId, world.club, caseId]);
  return { personId, caseId };
}

const fields = {
  socialScope: [{ id: uuidv7(), form: canary, hours: 5, leader: "Psycholog" }],
  vocationalScope: [{ id: uuidv7(), kind: "WORKSHOP", name: "Warsztat stolarski", hours: 30 }],
  responsible: [{ id: uuidv7(), name: "Kazimierz Hebel", area: "warsztat" }],
  trialFrom: "2026-11-01",
  participationTo: null,
  weeklyHours: 35,
  capped: false,
  benefitApplied: true,
  benefitAppliedOn: "2026-10-20",
  bankAccount: "60 1020 1026 0000 0422 7020 1111",
  obligations: "Uczestnik przychodzi na zajęcia.",
};

const step = (type: string, payload: object, name: PersonOfFixture = writer) =>
  it.command(name, `ipzs.${type}`, payload);
/** The participant signs on paper. */
const signed = ({ ipzsId, signedOn }: { ipzsId: string; signedOn: string }) =>
  step("sign-on-paper", { signatureId: uuidv7(), paperId: ipzsId, signedAs: "PERSON", name: "Kamil Hebel", signedOn });
const read = (ipzsId: string, name: PersonOfFixture = writer) => it.read(name, `/ipzs/${ipzsId}`, IpzsView);

async function makeDraft(wish: Partial<typeof fields> = {}) {
  const made = await makeCase();
  const ipzsId = uuidv7();
  expect((await step("begin", { ipzsId, caseId: made.caseId })).status).toBe(200);
  const changed = await it.command(writer, "ipzs.change", { ipzsId, fields: { ...fields, ...wish } }, { base: 1 });
  expect(changed).toMatchObject({ status: 200, body: { version: 2 } });
  return { ...made, ipzsId };
}

/** A referral that came on paper, entered by the centre. */
async function referredOnPaper(personId: string, year = 2025): Promise<string> {
  const entryId = uuidv7();
  const found = [
    { criterion: "LONG_TERM_UNEMPLOYED", finding: "MET", source: "DOCUMENT", evidence: "zaświadczenie urzędu" },
    { criterion: "NEEDS_NOT_MET", finding: "MET", source: "DOCUMENT", evidence: "opinia ośrodka" },
    ...exclusions.map((criterion) => ({ criterion, finding: "NOT_MET", source: "DOCUMENT", evidence: "" })),
  ];
  const application = { entryId, personId, service: "CIS", applicantKind: "SELF", appliedOn: `${year}-11-02` };
  const opinion = { interviewOn: `${year}-11-05`, opinion: "POSITIVE", opinionOn: `${year}-11-09` };
  const issued = { issuer: "OPS", issuerName: "OPS Radom", referralNo: "CIS/41/2026", referredOn: `${year}-11-10` };
  const paper = { ...application, ...issued, ...opinion, opsToldOn: null, found };
  expect(await it.command(writer, "centre-entry.record-paper", paper)).toMatchObject({ status: 200 });
  return entryId;
}

/** Admitted on the first day of the trial, which is given. */
async function makeAdmitted(trialFrom = "2026-11-22") {
  const made = await makeDraft({ trialFrom });
  const { ipzsId } = made;
  await referredOnPaper(made.personId);
  expect((await step("agree", { ipzsId, agreedOn: trialFrom, words: "" })).status).toBe(200);
  expect((await signed({ ipzsId, signedOn: trialFrom })).status).toBe(200);
  expect((await step("admit", { ipzsId, admittedOn: trialFrom }, "hanna")).status).toBe(200);
  return made;
}
/** In participation since 1 December 2025. */
async function makeParticipant() {
  const made = await makeAdmitted("2025-12-01");
  const decided = { ipzsId: made.ipzsId, qualified: true, decidedOn: "2025-12-30", reason: "Pracuje starannie." };
  expect((await step("decide-trial", decided, "hanna")).status).toBe(200);
  return made;
}
/** Deadlines of the programme; a signature that waits is another task. */
const openTasks = async (personId: string) =>
  (
    await it.owner.query(
      "select t.kind, t.due_on::text as due, t.owner_id as owner from task t where t.person_id = $1 and t.kind <> 'paper.signature_waits' and not exists (select from task_ending e where e.task_id = t.id) order by t.due_on, t.kind",
      [personId],
    )
  ).rows;

test("a programme is written, agreed with the OPS, signed and only then admitted; the trial is one month (R-CIS-03, 04, 06)", async () => {
  const { ipzsId, personId, caseId } = await makeDraft({ trialFrom: "2026-11-23" });
  expect((await step("begin", { ipzsId: uuidv7(), caseId })).body.code).toBe("ipzs.already_begun");
  const admit = { ipzsId, admittedOn: "2026-11-22" };
  expect((await step("admit", admit, "hanna")).body.code).toBe("ipzs.signed_before_admission");
  expect((await step("agree", { ipzsId, agreedOn: "2026-11-23", words: "" })).body.code).toBe("ipzs.day_in_future");
  expect((await step("agree", { ipzsId, agreedOn: "2026-11-20", words: "dyr. Maria" })).status).toBe(200);
  expect((await it.command(writer, "ipzs.change", { ipzsId, fields: {} }, { base: 2 })).body.code).toBe(
    "ipzs.step_not_possible",
  );
  expect((await step("admit", admit, "hanna")).body.code).toBe("ipzs.signed_before_admission");
  expect((await signed({ ipzsId, signedOn: "2026-11-21" })).status).toBe(200);
  expect((await step("admit", admit)).status).toBe(403);
  await referredOnPaper(personId);
  expect((await step("admit", { ipzsId, admittedOn: "2026-11-20" }, "hanna")).body.code).toBe(
    "ipzs.signed_before_admission",
  );
  expect((await step("admit", admit, "hanna")).status).toBe(200);
  const view = await read(ipzsId, "hanna");
  expect(view).toMatchObject({
    state: "TRIAL",
    versionNo: 1,
    mayWrite: false,
    mayDecide: true,
    days: {
      trialFrom: "2026-11-23",
      trialTo: "2026-12-22",
      participationTo: "2027-11-22",
      lastDay: "2027-11-22",
    },
    content: { bankAccount: fields.bankAccount, socialScope: [{ form: canary }] },
    daysOff: { entitled: 6, granted: 0, asked: 0 },
    refusals: [],
    referral: { number: "CIS/41/2026", opsAgreedOn: "2026-11-20" },
    admissionRefusals: [],
  });
  expect(view.steps.map(({ act, on, words }) => [act, on, words])).toEqual([
    ["begin", "2026-11-22", ""],
    ["agree", "2026-11-20", "dyr. Maria"],
    ["sign", "2026-11-21", ""],
    ["admit", "2026-11-22", ""],
  ]);
  expect(await openTasks(personId)).toEqual([
    { kind: "IPZS_TRIAL_ENDS", due: "2026-12-22", owner: it.accountOf("hanna") },
  ]);
  expect(await it.audited(ipzsId)).toContain("ipzs.read done");
});

test("29 hours a week, a year and a day, a wrong account are refused as they are written; what is missing, before the agreement", async () => {
  const { ipzsId } = await makeDraft();
  const change = (wish: object, base: number) => it.command(writer, "ipzs.change", { ipzsId, fields: wish }, { base });
  const short = await change({ weeklyHours: 29 }, 2);
  expect(short).toMatchObject({ status: 422, body: { code: "ipzs.week_too_short" } });
  expect(short.body.details).toMatchObject({ source: expect.stringContaining("u.z.s.") });
  expect((await change({ weeklyHours: 36, capped: true }, 2)).body.code).toBe("ipzs.week_too_long_disability");
  expect((await change({ dailyHours: 7.5, capped: true }, 2)).body).toMatchObject({
    code: "ipzs.day_too_long_disability",
    details: { dayMaxDisability: 7, source: "art. 15 ust. 2 ustawy o rehabilitacji (R-CIS-07)" },
  });
  expect((await change({ participationTo: "2027-11-01" }, 2)).body.code).toBe("ipzs.participation_too_long");
  expect((await change({ bankAccount: "60 1020 1026 0000 0422 7020 1112" }, 2)).body.code).toBe("ipzs.account_invalid");
  expect((await change({ socialScope: [], weeklyHours: null }, 2)).status).toBe(200);
  const refused = await step("agree", { ipzsId, agreedOn: "2026-11-20", words: "" });
  expect(refused.body).toMatchObject({
    code: "ipzs.social_scope_missing",
    details: { refusals: ["ipzs.social_scope_missing", "ipzs.hours_missing"] },
  });
  expect((await read(ipzsId)).refusals).toEqual(["ipzs.social_scope_missing", "ipzs.hours_missing"]);
});

test("persons responsible are colleagues under the name the house has for them, or outsiders by name; who has no appointment is refused (R-CIS-04)", async () => {
  const { ipzsId } = await makeDraft();
  const outsider = { id: uuidv7(), name: "Ewa Zewnętrzna, kurator", area: "dozór" };
  const hanna = { id: uuidv7(), accountId: it.accountOf("hanna"), name: "ktoś inny", area: "całość" };
  const change = (responsible: object[], base: number) =>
    it.command(writer, "ipzs.change", { ipzsId, fields: { responsible } }, { base });
  expect((await change([outsider, hanna], 2)).status).toBe(200);
  const written = (await read(ipzsId)).content.responsible;
  expect(written).toMatchObject([
    { name: "Ewa Zewnętrzna, kurator", accountId: null },
    { name: expect.stringContaining("Hanna Próbna"), accountId: hanna.accountId },
  ]);
  const foreign = { ...hanna, id: uuidv7(), accountId: it.accountOf("zofia") };
  expect((await change([foreign], 3)).body).toMatchObject({ code: "ipzs.staff_unknown" });
  await it.owner.query("update membership set display_name = 'Hanna Nowa' where account_id = $1", [hanna.accountId]);
  try {
    expect((await change([{ ...hanna, area: "decyzje" }], 3)).status).toBe(200);
    expect((await read(ipzsId)).content.responsible).toMatchObject([{ name: written[1]?.name, area: "decyzje" }]);
  } finally {
    await it.owner.query("update membership set display_name = 'Hanna Próbna' where account_id = $1", [
      hanna.accountId,
    ]);
  }
});

test("two who write at once keep what both wrote; only the same field is a conflict", async () => {
  const { ipzsId } = await makeDraft();
  const change = (wish: object, base: number) => it.command(writer, "ipzs.change", { ipzsId, fields: wish }, { base });
  expect((await change({ weeklyHours: 38 }, 2)).body.version).toBe(3);
  expect((await change({ obligations: "Inne słowa" }, 2)).body.version).toBe(4);
  const late = await change({ weeklyHours: 36 }, 2);
  expect(late).toMatchObject({ status: 409, body: { code: "record.changed" } });
  expect((await read(ipzsId)).content).toMatchObject({ weeklyHours: 38, obligations: "Inne słowa" });
  expect((await step("change", { ipzsId, fields: { weeklyHours: 36 } })).status).toBe(400);
});

test("a signed programme goes back to a draft with its reason, or is withdrawn; then another may begin", async () => {
  const { ipzsId, caseId } = await makeDraft();
  await step("agree", { ipzsId, agreedOn: "2026-11-01", words: "" });
  await signed({ ipzsId, signedOn: "2026-11-01" });
  expect((await step("redraft", { ipzsId, words: " " })).body.code).toBe("ipzs.reason_missing");
  expect((await step("redraft", { ipzsId, words: "inny dzień" })).status).toBe(200);
  expect((await step("withdraw", { ipzsId, words: "wyjechał" })).status).toBe(200);
  expect((await step("withdraw", { ipzsId, words: "wyjechał" })).body.code).toBe("ipzs.over");
  expect((await step("begin", { ipzsId: uuidv7(), caseId })).status).toBe(200);
});

test("after the trial the manager decides with day and reason: participation, or an end on the last day of the trial (R-CIS-06)", async () => {
  const good = await makeAdmitted("2026-10-10");
  const decide = (ipzsId: string, wish: object = {}) =>
    step(
      "decide-trial",
      { ipzsId, qualified: true, decidedOn: "2026-11-10", reason: "Pracuje starannie.", ...wish },
      "hanna",
    );
  expect((await decide(good.ipzsId, { reason: "" })).body.code).toBe("ipzs.reason_missing");
  expect((await decide(good.ipzsId)).status).toBe(200);
  expect((await decide(good.ipzsId)).body.code).toBe("ipzs.step_not_possible");
  expect(await openTasks(good.personId)).toMatchObject([{ kind: "IPZS_ENDS", due: "2027-09-09" }]);
  const { ipzsId, personId } = await makeAdmitted("2026-10-10");
  expect((await decide(ipzsId, { qualified: false, reason: "Nie przychodził." })).status).toBe(200);
  expect(await read(ipzsId)).toMatchObject({
    state: "ENDED",
    ending: { reason: "NOT_QUALIFIED_AFTER_TRIAL", on: "2026-11-09" },
  });
  expect(await openTasks(personId)).toEqual([]);
});

test("an extension is asked for with the opinion of the social worker and decided by the manager, 12 months in all (R-CIS-06, 11)", async () => {
  const { ipzsId, personId } = await makeParticipant();
  const ask = (months: number, wish: object = {}) =>
    step("ask-extension", {
      extensionId: uuidv7(),
      ipzsId,
      askedBy: "PARTICIPANT",
      askedOn: "2026-11-20",
      months,
      opinion: "Kończy kurs w marcu.",
      ...wish,
    });
  expect((await ask(13)).body.code).toBe("ipzs.extension_too_long");
  expect((await ask(5, { opinion: " " })).body.code).toBe("ipzs.opinion_missing");
  const asked = await ask(5);
  expect(asked.status).toBe(200);
  expect((await ask(5)).body.code).toBe("ipzs.extension_asked");
  const decide = (extensionId: string | undefined, months: number | null, reason = "Kurs trwa do marca.") =>
    step("decide-extension", { extensionId, months, decidedOn: "2026-11-22", reason }, "hanna");
  const id = asked.body.ids?.extension;
  expect((await decide(uuidv7(), 5)).status).toBe(404);
  expect((await decide(id, 13)).body.code).toBe("ipzs.extension_too_long");
  expect((await decide(id, 5, "")).body.code).toBe("ipzs.reason_missing");
  expect((await decide(id, 5)).status).toBe(200);
  expect((await decide(id, 5)).body.code).toBe("ipzs.extension_decided");
  expect(await read(ipzsId)).toMatchObject({
    state: "EXTENDED",
    extendedMonths: 5,
    days: { participationTo: "2026-11-30", lastDay: "2027-04-30" },
    daysOff: { entitled: 9 },
    extensions: [
      { months: 5, opinion: "Kończy kurs w marcu.", decision: { months: 5, reason: "Kurs trwa do marca." } },
    ],
  });
  expect(await openTasks(personId)).toMatchObject([{ kind: "IPZS_ENDS", due: "2027-03-31" }]);
  expect((await ask(8)).body.code).toBe("ipzs.extension_too_long");
  const second = await ask(7, { askedBy: "CENTRE" });
  expect((await decide(second.body.ids?.extension, null, "Cel osiągnięty.")).status).toBe(200);
  expect(await read(ipzsId)).toMatchObject({ state: "EXTENDED", extendedMonths: 5 });
});

test("days off: six in the participation, never in the trial, granted by the manager alone, taken back by the person (R-CIS-11)", async () => {
  const trial = await makeAdmitted();
  const ask = (ipzsId: string, days: readonly string[]) => {
    const lines = days.map((day) => ({ dayOffId: uuidv7(), day }));
    return { lines, answer: step("ask-days-off", { ipzsId, askedOn: "2026-11-22", days: lines }) };
  };
  expect((await ask(trial.ipzsId, ["2026-12-01"]).answer).body.code).toBe("ipzs.day_off_in_trial");
  const { ipzsId } = await makeParticipant();
  expect((await ask(ipzsId, ["2025-12-31"]).answer).body.code).toBe("ipzs.day_off_in_trial");
  expect((await ask(ipzsId, ["2026-12-01"]).answer).body.code).toBe("ipzs.day_off_after_end");
  expect((await ask(ipzsId, ["2026-11-26", "2026-11-26"]).answer).body.code).toBe("ipzs.day_off_twice");
  const five = ask(ipzsId, ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"]);
  expect((await five.answer).status).toBe(200);
  expect((await ask(ipzsId, ["2026-11-30", "2026-11-29"]).answer).body.code).toBe("ipzs.days_off_used");
  const answer = (at: number, granted: boolean, reason = "", name: PersonOfFixture = "hanna") =>
    step("answer-day-off", { dayOffId: five.lines[at]?.dayOffId, granted, reason }, name);
  expect((await answer(0, true, "", writer)).status).toBe(403);
  expect((await answer(0, true)).status).toBe(200);
  expect((await answer(0, true)).body.code).toBe("ipzs.day_off_answered");
  expect((await answer(1, false)).body.code).toBe("ipzs.reason_missing");
  expect((await answer(1, false, "Odbiór pracy w tym dniu.")).status).toBe(200);
  expect((await step("take-back-day-off", { dayOffId: five.lines[0]?.dayOffId })).status).toBe(200);
  const { daysOff } = await read(ipzsId);
  expect(daysOff).toMatchObject({ entitled: 6, granted: 0, asked: 3 });
  expect(daysOff.days.map(({ day, state, reason }) => [day, state, reason])).toEqual([
    ["2026-11-27", "ASKED", ""],
    ["2026-11-26", "ASKED", ""],
    ["2026-11-25", "ASKED", ""],
    ["2026-11-24", "REFUSED", "Odbiór pracy w tym dniu."],
    ["2026-11-23", "TAKEN_BACK", ""],
  ]);
});

test("a change of a running programme is a signed version on request of one side (R-CIS-04)", async () => {
  const { ipzsId } = await makeParticipant();
  const amend = (wish: object, base: number, more: object = {}) =>
    it.command(
      writer,
      "ipzs.amend",
      { ipzsId, fields: wish, askedBy: "PARTICIPANT", signedOn: "2026-11-22", words: "Opieka nad matką.", ...more },
      { base },
    );
  expect((await amend({ weeklyHours: 35 }, 2)).body.code).toBe("ipzs.nothing_changed");
  expect((await amend({ weeklyHours: 30 }, 2, { words: "" })).body.code).toBe("ipzs.reason_missing");
  expect((await amend({ responsible: [] }, 2)).body.code).toBe("ipzs.responsible_missing");
  expect((await amend({ weeklyHours: 30 }, 2)).status).toBe(200);
  const { versions } = await it.read("anna", `/ipzs/${ipzsId}/versions`, IpzsVersions).catch(() => ({ versions: [] }));
  expect(versions).toEqual([]);
  const own = await it.read(writer, `/ipzs/${ipzsId}/versions`, IpzsVersions);
  expect(own.versions.map(({ no, askedBy, words, content }) => [no, askedBy, words, content.weeklyHours])).toEqual([
    [1, null, "", 35],
    [2, "PARTICIPANT", "Opieka nad matką.", 30],
  ]);
});

test("a programme goes on for up to six months after a job, ends for a reason with its facts, and gives a certificate (R-CIS-09, 10)", async () => {
  const { ipzsId } = await makeParticipant();
  const job = (until: string) => step("record-job", { ipzsId, takenOn: "2026-11-02", until }, "hanna");
  expect((await job("2027-05-02")).body.code).toBe("ipzs.after_job_too_long");
  expect((await job("2027-05-01")).status).toBe(200);
  expect(await read(ipzsId)).toMatchObject({ state: "AFTER_JOB", days: { lastDay: "2027-05-01" } });
  const end = (wish: object = {}) =>
    step(
      "end",
      { ipzsId, reason: "TOOK_JOB", decidedOn: "2026-11-22", endedOn: "2026-11-22", words: "", ...wish },
      "hanna",
    );
  expect((await end({ reason: "ABANDONED_CLASSES" })).body).toMatchObject({
    code: "ipzs.facts_missing",
    details: { source: "art. 13 ust. 4–4b u.z.s." },
  });
  expect((await end({ reason: "RESIGNED" })).status).toBe(400);
  expect((await end()).status).toBe(200);
  expect((await end()).body.code).toBe("ipzs.over");
  const skills = "Obsługa piły taśmowej, sklejanie i szlifowanie blatów.";
  const certify = (issuedOn: string) => step("certify", { ipzsId, issuedOn, number: "7/2026", skills }, "hanna");
  expect((await it.get("hanna", `/ipzs/${ipzsId}/letters/certify`)).status).toBe(404);
  expect((await certify("2026-11-21")).body.code).toBe("ipzs.certificate_before_end");
  expect((await certify("2026-11-22")).status).toBe(200);
  expect((await certify("2026-11-22")).body.code).toBe("certificate.reason_missing");
  expect(await read(ipzsId)).toMatchObject({
    state: "ENDED",
    ending: { reason: "TOOK_JOB", by: "Hanna Próbna" },
    graduateUntil: "2027-05-22",
    certificate: { number: "7/2026", skills },
  });
  const stored = await it.owner.query("select c::text as row from centre_certificate c where ipzs_id = $1", [ipzsId]);
  expect(stored.rows[0].row).not.toContain("taśmowej");
  const paper = await textOf("hanna", `/ipzs/${ipzsId}/letters/certify`);
  for (const words of ["7/2026", "Kamil Hebel", "od 1 grudnia 2025 do 22 listopada 2026", "Warsztat stolarski", skills])
    expect(paper).toContain(words);
  expect(paper).not.toContain("Warsztat: Warsztat");
  expect(paper).toContain("nie wzór urzędowy");
  expect(await textOf(writer, `/ipzs/${ipzsId}/letters/certify?print=edit`)).toContain(skills);
  // mended: a version of its own with its reason, the one before stays
  const mended = { ipzsId, issuedOn: "2026-11-22", number: "7a/2026", skills, reason: "Literówka w nazwie warsztatu" };
  expect((await step("certify", mended, "hanna")).status).toBe(200);
  expect(await read(ipzsId)).toMatchObject({
    certificate: { number: "7a/2026" },
    certificates: [
      { no: 2, number: "7a/2026", reason: mended.reason },
      { no: 1, number: "7/2026", reason: "" },
    ],
  });
  const second = await textOf("hanna", `/ipzs/${ipzsId}/letters/certify`);
  for (const words of ["7a/2026", "Zastępuje zaświadczenie", "nr 7/2026", mended.reason])
    expect(second).toContain(words);
  const other = await makeParticipant();
  const early = { reason: "TOOK_JOB", decidedOn: "2026-11-22", endedOn: "2026-11-22", words: "" };
  expect((await step("end", { ipzsId: other.ipzsId, ...early }, "hanna")).status).toBe(200);
  const third = (number: string) =>
    step("certify", { ipzsId: other.ipzsId, issuedOn: "2026-11-22", number, skills }, "hanna");
  expect((await third("7A/2026")).body.code).toBe("certificate.number_taken");
  expect((await third("8/2026")).status).toBe(200);
});

test("a participant resigns by a statement; what the centre provided is listed (R-CIS-08, R-CIS-09)", async () => {
  const { ipzsId } = await makeParticipant();
  const provide = (kind: string, wish: object = {}) =>
    step("provide", { provisionId: uuidv7(), ipzsId, kind, givenOn: "2025-12-01", until: null, ...wish });
  expect((await provide("SAFETY_TRAINING")).status).toBe(200);
  expect((await provide("MEDICAL_EXAM", { givenOn: "2026-12-01" })).body.code).toBe("ipzs.day_in_future");
  expect((await provide("MEDICAL_EXAM", { until: "2025-11-30" })).body.code).toBe("ipzs.until_before_given");
  const resign = { ipzsId, statedOn: "2026-11-20", endedOn: "2026-11-22", words: "Wyjeżdżam do siostry." };
  expect((await step("resign", { ...resign, endedOn: "2026-11-19" })).body.code).toBe("ipzs.ends_before_statement");
  expect((await step("resign", resign)).status).toBe(200);
  const view = await read(ipzsId);
  expect(view).toMatchObject({ ending: { reason: "RESIGNED" }, provisions: [{ kind: "SAFETY_TRAINING" }] });
  expect((await provide("DAILY_MEAL")).body.code).toBe("ipzs.over");
});

test("a programme shows the referral by which the person came, and takes its steps with it: signed, admitted in agreement with the OPS (R-CIS-03)", async () => {
  const { ipzsId, personId } = await makeDraft({ trialFrom: "2026-11-23" });
  const entryId = await referredOnPaper(personId, 2026);
  const entry = () => it.read("hanna", `/centre-entries/${entryId}`, EntryView);
  expect((await read(ipzsId)).referral).toEqual({
    entryId,
    referredOn: "2026-11-10",
    number: "CIS/41/2026",
    opsAgreedOn: null,
  });
  expect((await step("agree", { ipzsId, agreedOn: "2026-11-18", words: "dyr. Maria" })).status).toBe(200);
  expect((await signed({ ipzsId, signedOn: "2026-11-20" })).status).toBe(200);
  expect((await entry()).state).toBe("SIGNED");
  // where the OPS keeps the path itself, its own agreement has to stand there: nothing is admitted on a day that we wrote
  const origin = (name: string) => it.owner.query("update centre_entry set origin = $2 where id = $1", [entryId, name]);
  await origin("APPLICATION");
  const admit = { ipzsId, admittedOn: "2026-11-22" };
  expect((await step("admit", admit, "hanna")).body).toMatchObject({ code: "entry.ops_agreement_missing" });
  expect([(await entry()).state, (await read(ipzsId)).state]).toEqual(["SIGNED", "SIGNED"]);
  await origin("PAPER");
  expect((await step("admit", admit, "hanna")).status).toBe(200);
  const { state, steps } = await entry();
  expect([state, steps.at(-1)]).toMatchObject(["ADMITTED", { act: "admit", opsAgreedOn: "2026-11-18" }]);
  expect((await read(ipzsId)).referral).toMatchObject({ opsAgreedOn: "2026-11-18" });
  const { rows } = await it.owner.query("select referral_id as id from ipzs where id = $1", [ipzsId]);
  expect(rows).toEqual([{ id: entryId }]);
});

test("nobody is admitted without a way in to which the OPS agreed: one of another time does not count, one entered after the signature takes its steps (R-CIS-03)", async () => {
  const signedProgramme = async (made: { personId: string; caseId: string }) => {
    const ipzsId = uuidv7();
    expect((await step("begin", { ipzsId, caseId: made.caseId })).status).toBe(200);
    const changed = await it.command(
      writer,
      "ipzs.change",
      { ipzsId, fields: { ...fields, trialFrom: "2026-11-22" } },
      { base: 1 },
    );
    expect(changed.status).toBe(200);
    expect((await step("agree", { ipzsId, agreedOn: "2026-11-18", words: "" })).status).toBe(200);
    expect((await signed({ ipzsId, signedOn: "2026-11-20" })).status).toBe(200);
    return ipzsId;
  };
  const made = await makeCase();
  const admit = (ipzsId: string) => step("admit", { ipzsId, admittedOn: "2026-11-22" }, "hanna");
  const refused = { status: 422, body: { code: "ipzs.no_way_in", details: { source: "art. 12 u.z.s. (R-CIS-03)" } } };
  const first = await signedProgramme(made);
  expect(await admit(first)).toMatchObject(refused);
  expect((await read(first)).admissionRefusals).toEqual(["ipzs.no_way_in"]);
  const entryId = await referredOnPaper(made.personId);
  expect((await read(first)).admissionRefusals).toEqual([]);
  expect(await admit(first)).toMatchObject({ status: 200 });
  const { steps } = await it.read("hanna", `/centre-entries/${entryId}`, EntryView);
  expect(steps.slice(-2)).toMatchObject([
    { act: "sign", doneOn: "2026-11-20" },
    { act: "admit", opsAgreedOn: "2026-11-18" },
  ]);
  // the next stay in the centre has a referral of its own
  const end = { statedOn: "2026-11-22", endedOn: "2026-11-22", words: "" };
  expect((await step("resign", { ipzsId: first, ...end })).status).toBe(200);
  const second = await signedProgramme(made);
  expect(await admit(second)).toMatchObject(refused);
  await referredOnPaper(made.personId, 2026);
  expect(await admit(second)).toMatchObject({ status: 200 });
});

test("a figure of the law counts as it was on the day of the act: a longer trial is of those admitted later", async () => {
  const before = await makeAdmitted("2026-10-10");
  const after = await makeDraft({ trialFrom: "2026-11-22" });
  const job = await makeParticipant();
  const own = async (code: string, value: number, unit: string) => {
    const row = [world.agenda, code, value, unit, it.accountOf("hanna")];
    await it.owner.query(
      "insert into organisation_parameter (organisation_id, code, valid_from, value, unit, source, verified, recorded_by) values ($1, $2, '2026-11-15', $3, $4, 'test', false, $5)",
      row,
    );
  };
  await own("CIS_TRIAL", 2, "MONTHS");
  await own("CIS_PROGRAMME_AFTER_JOB_MAX", 3, "MONTHS");
  await own("CIS_WEEK_MIN", 36, "HOURS");
  try {
    expect((await read(before.ipzsId)).days).toMatchObject({ trialTo: "2026-11-09", participationTo: "2027-10-09" });
    const { ipzsId } = after;
    expect((await read(ipzsId)).days).toMatchObject({ trialTo: "2027-01-21" });
    const agree = (agreedOn: string) => step("agree", { ipzsId, agreedOn, words: "" });
    expect((await agree("2026-11-16")).body.code).toBe("ipzs.week_too_short"); // 35 hours
    expect((await agree("2026-11-14")).status).toBe(200);
    const takes = (takenOn: string, until: string) =>
      step("record-job", { ipzsId: job.ipzsId, takenOn, until }, "hanna");
    expect((await takes("2026-11-16", "2027-02-16")).body.code).toBe("ipzs.after_job_too_long");
    expect((await takes("2026-11-14", "2027-05-13")).status).toBe(200);
  } finally {
    await it.owner.query("delete from organisation_parameter where source = 'test'");
  }
});

test("a command sent twice acts once; another organisation finds nothing; nothing of the words lies open", async () => {
  const { ipzsId, personId } = await makeDraft();
  const id = uuidv7();
  const payload = { ipzsId, agreedOn: "2026-11-01", words: "" };
  expect((await it.command(writer, "ipzs.agree", payload, { id })).status).toBe(200);
  expect((await it.command(writer, "ipzs.agree", payload, { id })).status).toBe(200);
  expect((await read(ipzsId)).steps.map(({ act }) => act)).toEqual(["begin", "agree"]);
  expect((await it.get("zofia", `/ipzs/${ipzsId}`)).status).toBe(404);
  expect((await it.get("zofia", `/people/${personId}/ipzs`)).status).toBe(404);
  expect((await it.get("krysia", `/ipzs/${ipzsId}`)).status).toBe(403);
  const open = await it.owner.query("select i::text as row from ipzs i where id = $1", [ipzsId]);
  for (const secret of [canary, "7020", "stolarski"]) expect(open.rows[0].row).not.toContain(secret);
  const events = await it.owner.query("select detail::text as detail from event where person_id = $1", [personId]);
  expect(events.rows.map(({ detail }) => detail).join()).not.toContain(canary);
  const mine = await it.get(writer, "/ipzs");
  expect((mine.body.programmes as { id: string }[]).map((one) => one.id)).toContain(ipzsId);
});

/** The text of a PDF as it is read from the page. */
async function textOf(name: PersonOfFixture, path: string): Promise<string> {
  const { statusCode, rawPayload } = await it.server.inject({
    url: `/api${path}`,
    headers: { authorization: `Bearer ${it.tokenOf(name)}` },
  });
  expect([path, statusCode]).toEqual([path, 200]);
  return plainText(rawPayload).replace(/\s+/g, " ");
}

test("the programme prints as it was written, large, plain and for editing; a decision for breach carries the note on complaint (R-CIS-09)", async () => {
  needTool("pdftotext");
  const { ipzsId } = await makeParticipant();
  const programme = await textOf(writer, `/ipzs/${ipzsId}/document`);
  for (const words of [canary, "Warsztat stolarski", "Kazimierz Hebel", "Kamil Hebel", "35", "30 listopada 2026"])
    expect(programme).toContain(words);
  expect(programme).not.toContain("7020");
  expect(await textOf(writer, `/ipzs/${ipzsId}/document?print=plain`)).toContain("Pierwszy miesiąc to próba");
  expect(await textOf(writer, `/ipzs/${ipzsId}/document?print=large&lang=uk`)).toContain("Учасник");
  expect(await textOf("hanna", `/ipzs/${ipzsId}/letters/qualify`)).toContain("Pracuje starannie.");
  expect(await textOf(writer, `/ipzs/${ipzsId}/document?print=edit`)).toContain(canary);
  expect((await it.get("hanna", `/ipzs/${ipzsId}/letters/end`)).status).toBe(404);
  const facts = "Od 2 listopada nie przychodzi, na trzy listy nie odpowiedział.";
  const end = { ipzsId, reason: "ABANDONED_CLASSES", decidedOn: "2026-11-22", endedOn: "2026-11-22", words: facts };
  expect((await step("end", end, "hanna")).status).toBe(200);
  const letter = await textOf("hanna", `/ipzs/${ipzsId}/letters/end`);
  const note = ["skarga do sądu administracyjnego", "30 dni od dnia doręczenia", "nie są potwierdzone"];
  for (const words of [...note, facts, "Trwałe opuszczenie zajęć"]) expect(letter).toContain(words);
});

test("a programme is signed on the day of the last of the participant's side, whichever was recorded last (R-CAP-05)", async () => {
  const { ipzsId, personId } = await makeDraft({ trialFrom: "2026-11-23" });
  await it.owner.query(
    "insert into person_fact (organisation_id, id, person_id, kind, value, valid_from, recorded_by) values ($1, $2, $3, 'CAPACITY', 'PARTIALLY_INCAPACITATED', '2026-01-01', $4)",
    [world.agenda, uuidv7(), personId, it.accountOf(writer)],
  );
  expect((await step("agree", { ipzsId, agreedOn: "2026-11-20", words: "dyr. Maria" })).status).toBe(200);
  const sign = (signedAs: string, signedOn: string) =>
    step("sign-on-paper", { signatureId: uuidv7(), paperId: ipzsId, signedAs, name: "Kamil Hebel", signedOn });
  expect((await sign("CURATOR", "2026-11-22")).status).toBe(200);
  expect((await sign("WRITER", "2026-11-22")).status).toBe(200);
  expect((await read(ipzsId)).state).toBe("AGREED");
  expect((await sign("PERSON", "2026-11-21")).status).toBe(200);
  expect((await read(ipzsId)).steps.at(-1)).toMatchObject({ act: "sign", on: "2026-11-22" });
});

test("the task of a signature that waits goes with the programme: taken back, withdrawn, ended; agreed again it waits again (R-DOC-02)", async () => {
  const waits = async (personId: string) =>
    (
      await it.owner.query<{ owner: string }>(
        "select t.owner_id as owner from task t where t.person_id = $1 and t.kind = 'paper.signature_waits' and not exists (select from task_ending e where e.task_id = t.id)",
        [personId],
      )
    ).rows.map(({ owner }) => owner);
  const ours = [it.accountOf(writer)];
  const back = await makeDraft({ trialFrom: "2026-11-23" });
  const agree = () => step("agree", { ipzsId: back.ipzsId, agreedOn: "2026-11-20", words: "" });
  expect((await agree()).status).toBe(200);
  expect((await signed({ ipzsId: back.ipzsId, signedOn: "2026-11-21" })).status).toBe(200);
  expect(await waits(back.personId)).toEqual(ours);
  expect((await step("redraft", { ipzsId: back.ipzsId, words: "inny dzień" })).status).toBe(200);
  expect(await waits(back.personId)).toEqual([]);
  expect((await agree()).status).toBe(200);
  expect(await waits(back.personId)).toEqual(ours);
  // in the words that were signed, so nobody of the participant's side has to sign again
  expect((await read(back.ipzsId)).steps.at(-1)).toMatchObject({ act: "sign", on: "2026-11-21" });
  expect((await step("withdraw", { ipzsId: back.ipzsId, words: "wyjechał" })).status).toBe(200);
  expect(await waits(back.personId)).toEqual([]);
  const ended = await makeAdmitted("2026-10-10");
  expect(await waits(ended.personId)).toEqual(ours);
  const decided = { ipzsId: ended.ipzsId, qualified: false, decidedOn: "2026-11-08", reason: "Nie przychodzi." };
  expect((await step("decide-trial", decided, "hanna")).status).toBe(200);
  expect(await waits(ended.personId)).toEqual([]);
});

test("the packet asks those whose signatures the words were frozen for: a guardian appointed later is not awaited (R-CAP-05, R-DOC-02)", async () => {
  const { ipzsId, personId } = await makeDraft({ trialFrom: "2026-11-23" });
  expect((await step("agree", { ipzsId, agreedOn: "2026-11-20", words: "" })).status).toBe(200);
  expect((await signed({ ipzsId, signedOn: "2026-11-21" })).status).toBe(200);
  await it.owner.query(
    "insert into person_fact (organisation_id, id, person_id, kind, value, valid_from, recorded_by) values ($1, $2, $3, 'CAPACITY', 'PARTIALLY_INCAPACITATED', '2026-11-22', $4)",
    [world.agenda, uuidv7(), personId, it.accountOf(writer)],
  );
  const { packets } = (await it.get(writer, `/people/${personId}/packet`)).body as {
    packets: { papers: { waitsFor: { signedAs: string }[] }[] }[];
  };
  const awaited = packets.flatMap(({ papers }) => papers.map(({ waitsFor }) => waitsFor.map((one) => one.signedAs)));
  expect(awaited).toEqual([["WRITER", "CIS_MANAGER", "OPS_MANAGER"]]);
});

test("a programme is signed by each party; the participant's signature is the step after which they are admitted (R-CIS-03, R-DOC-01)", async () => {
  const { ipzsId, personId } = await makeDraft({ trialFrom: "2026-11-23" });
  const sign = (signedAs: string, signedOn = "2026-11-22", name: PersonOfFixture = writer) =>
    step("sign-on-paper", { signatureId: uuidv7(), paperId: ipzsId, signedAs, name: "Kamil Hebel", signedOn }, name);
  const packet = async () =>
    (await it.get(writer, `/people/${personId}/packet`)).body.packets as {
      papers: { waitsFor: { signedAs: string }[] }[];
    }[];
  const awaited = async () =>
    (await packet()).flatMap(({ papers }) => papers.map(({ waitsFor }) => waitsFor.map(({ signedAs }) => signedAs)));
  expect((await sign("PERSON")).body.code).toBe("signature.not_agreed_yet");
  expect((await step("agree", { ipzsId, agreedOn: "2026-11-20", words: "dyr. Maria" })).status).toBe(200);
  expect(await awaited()).toEqual([["PERSON", "WRITER", "CIS_MANAGER", "OPS_MANAGER"]]);
  expect((await sign("PERSON", "2026-11-19")).body.code).toBe("signature.day_too_early");
  expect((await sign("WRITER", "2026-11-21")).status).toBe(200);
  expect((await read(ipzsId)).state).toBe("AGREED");
  expect((await sign("PERSON", "2026-11-21")).status).toBe(200);
  expect((await read(ipzsId)).state).toBe("SIGNED");
  expect((await read(ipzsId)).steps.at(-1)).toMatchObject({ act: "sign", on: "2026-11-21" });
  expect(await awaited()).toEqual([["CIS_MANAGER", "OPS_MANAGER"]]);
  expect((await sign("CIS_MANAGER", "2026-11-22", "hanna")).status).toBe(403);
  await referredOnPaper(personId);
  expect((await step("admit", { ipzsId, admittedOn: "2026-11-22" }, "hanna")).status).toBe(200);
  // admitted with the words that were signed: the same signatures hold
  const signing = async () => (await it.get("hanna", `/ipzs/${ipzsId}/signing`)).body;
  expect(await signing()).toMatchObject({
    isIntact: true,
    earlier: [],
    places: [{ signedOn: "2026-11-21" }, { signedOn: "2026-11-21" }, { signedOn: null }, { expected: "dyr. Maria" }],
  });
  const paper = await it.server.inject({
    url: `/api/people/${personId}/packet/document`,
    headers: { authorization: `Bearer ${it.tokenOf("hanna")}` },
  });
  expect(paper.statusCode).toBe(200);
  const amended = { ipzsId, askedBy: "PARTICIPANT", signedOn: "2026-11-22", words: "Prosi o mniej godzin." };
  const { version } = await read(ipzsId);
  expect(
    (await it.command(writer, "ipzs.amend", { ...amended, fields: { weeklyHours: 31 } }, { base: version })).status,
  ).toBe(200);
  expect(await signing()).toMatchObject({ sha256: null, isIntact: true, earlier: [{ no: 1 }] });
  expect(await awaited()).toEqual([]);
});

test("signatures on a paper follow the person when records are joined, and go into the export of the organisation (R-ID-07, R-DOC-01)", async () => {
  const { ipzsId, personId } = await makeDraft({ trialFrom: "2026-11-23" });
  const paperId = ipzsId;
  await step("agree", { ipzsId, agreedOn: "2026-11-20", words: "dyr. Maria" });
  const given = { signatureId: uuidv7(), paperId, signedAs: "WRITER", name: "Gosia Próbna", signedOn: "2026-11-21" };
  expect((await step("sign-on-paper", given)).status).toBe(200);
  const { personId: keptId } = await makeCase();
  const packetOf = async (id: string) => JSON.stringify((await it.get(writer, `/people/${id}/packet`)).body.packets);
  const signing = () => it.read("hanna", `/ipzs/${ipzsId}/signing`, PaperSigning);
  const [packet, before] = [await packetOf(personId), await signing()];
  expect(packet).toContain(ipzsId);
  expect(await packetOf(keptId)).not.toContain(ipzsId);
  const mergeId = uuidv7();
  const merge = { mergeId, keptId, mergedId: personId, reason: "ta sama osoba" };
  expect((await it.command("henryk", "person.merge", merge)).status).toBe(200);
  expect(await packetOf(keptId)).toContain(ipzsId);
  expect(await signing()).toMatchObject({ sha256: before.sha256, isIntact: true, earlier: [] });
  // signed on at the kept record, with the words that were signed
  const further = { ...given, signatureId: uuidv7(), signedAs: "PERSON", name: "Kamil Hebel" };
  expect((await step("sign-on-paper", further)).status).toBe(200);
  expect((await signing()).places.map(({ signedOn }) => signedOn)).toEqual(["2026-11-21", "2026-11-21", null, null]);
  expect((await it.command("henryk", "person.unmerge", { mergeId })).status).toBe(200);
  expect(await packetOf(personId)).toContain(ipzsId);
  expect(await packetOf(keptId)).not.toContain(ipzsId);
  const { tables } = await readCatalog(it.owner);
  const ofPapers = tables.filter(({ name }) => name.startsWith("paper_"));
  expect(ofPapers.map(({ name }) => name)).toEqual(expect.arrayContaining(["paper_edition", "paper_signature"]));
  expect(ofPapers.filter(({ ownRows }) => !ownRows?.includes("organisation_id"))).toEqual([]);
});
