import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { people, testPassword, useTestHouse, world } from "../../app/testing/house.ts";
import { radomProject } from "../../app/testing/radomGroup.ts";
import { closeDocuments } from "../../platform/documents/renderPdf.ts";
import { activePdfNames, pdfObjects } from "../../platform/testing/pdfObjects.ts";
import { uaFaults } from "../../platform/testing/pdfUa.ts";
import { needTool, runTool } from "../../platform/testing/tool.ts";
import { unzip } from "../../platform/testing/unzip.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { plainConsequences } from "./codes.ts";
import { ContractView } from "./contract.ts";

const it = useTestHouse();
const LUBLIN = "0663011";
const CHELM = "0662011";
const due = "2027-02-28";

beforeAll(() => needTool("pdftotext"), 300_000);
afterAll(() => closeDocuments());

let lastNo = 0;
/** A person of the office and the club, with a case that Anna leads. */
async function givenPerson(registration: string | null = null, homeless = false) {
  const personId = uuidv7();
  const caseId = uuidv7();
  lastNo += 1;
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, registration_teryt, recorded_by) values ($1, $2, $3, 'Wojciech', 'Żółć', $4, $5)",
    [world.agenda, personId, lastNo, registration, it.accountOf("anna")],
  );
  for (const unit of [world.office, world.club])
    await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [world.agenda, personId, unit]);
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage) values ($1, $2, $3, $4, '2026-11-01', 'PLANNED')",
    [world.agenda, caseId, personId, world.office],
  );
  await it.owner.query("insert into open_case (organisation_id, person_id, unit_id, case_id) values ($1, $2, $3, $4)", [
    world.agenda,
    personId,
    world.office,
    caseId,
  ]);
  if (homeless)
    await it.owner.query(
      "insert into person_fact (organisation_id, id, person_id, kind, value, valid_from, recorded_by) values ($1, $2, $3, 'HOMELESSNESS', 'STATUTORY', '2026-01-01', $4)",
      [world.agenda, uuidv7(), personId, it.accountOf("anna")],
    );
  return { personId, caseId };
}

const person = { side: "PERSON", name: "Wojciech Żółć", actsAs: null, representedBy: null, representation: null };
const ops = { side: "OPS", name: "MOPR w Lublinie", actsAs: null, representedBy: null, representation: null };
const lead = {
  side: "LEAD",
  name: "Stowarzyszenie Agenda",
  actsAs: "prezes zarządu",
  representedBy: "Łucja Ćwik",
  representation: null,
};

function draft(of: { personId: string; caseId: string }, change: Record<string, unknown> = {}) {
  return {
    contractId: uuidv7(),
    ...of,
    unitId: people.anna.unit,
    variant: "IB_IIB",
    socialWorkerId: it.accountOf("anna"),
    commune: LUBLIN,
    homeless: false,
    unemployed: false,
    pupReferral: null,
    situation: "Utrata pracy i mieszkania po rozwodzie.",
    resources: "Zawód: ślusarz. Źródło wsparcia: siostra.",
    barriers: "Zadłużenie.",
    actionsSoFar: null,
    consequences: plainConsequences,
    parties: [person, ops],
    evaluationDates: [due],
    ...change,
  };
}
const duty = (side: string, what: string, dueOn: string | null = "2026-12-31") => ({
  dutyId: uuidv7(),
  side,
  what,
  dueOn,
});
const both = () => [
  duty("PERSON", "Zgłosi się do urzędu pracy i złoży wniosek."),
  duty("OPS", "Opłaci składkę zdrowotną i pomoże w ścieżce mieszkaniowej."),
];

type Draft = ReturnType<typeof draft>;
const send = (type: string, payload: unknown, base?: number) =>
  it.command("anna", `contract.${type}`, payload, base === undefined ? {} : { base });
const view = async (id: string) => (await it.get("anna", `/contracts/${id}`)).body;

/** A contract that both sides have agreed to; `duties` of both by default. */
async function givenAgreed(
  change: Record<string, unknown> = {},
  duties = both(),
  of?: { personId: string; caseId: string },
) {
  const payload: Draft = draft(of ?? (await givenPerson()), change);
  expect((await send("draft", payload)).status).toBe(200);
  if (duties.length > 0)
    expect((await send("set-duties", { contractId: payload.contractId, duties, removed: [] })).status).toBe(200);
  expect((await send("agree", { contractId: payload.contractId, agreedOn: "2026-11-20" })).status).toBe(200);
  return { ...payload, duties };
}
const sign = (contractId: string, signedAs = "PERSON", change: Record<string, unknown> = {}) =>
  send("sign", {
    signatureId: uuidv7(),
    contractId,
    signedAs,
    name: "Wojciech Żółć",
    signedOn: "2026-11-22",
    method: "WET",
    ...change,
  });
async function givenActive(change: Record<string, unknown> = {}, duties = both()) {
  const contract = await givenAgreed(change, duties);
  await sign(contract.contractId, "PERSON");
  await sign(contract.contractId, "OPS", { name: "Anna Próbna" });
  const started = await send("activate", { contractId: contract.contractId, activeFrom: "2026-11-22" });
  expect(started).toMatchObject({ status: 200 });
  return contract;
}
async function givenFile(content = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n") {
  const fileId = uuidv7();
  const answer = await it.server.inject({
    method: "POST",
    url: `/api/files?fileId=${fileId}&commandId=${uuidv7()}`,
    headers: { authorization: `Bearer ${await tokenOf("anna")}`, "content-type": "application/octet-stream" },
    payload: Buffer.from(content),
  });
  expect(answer.statusCode).toBe(200);
  return fileId;
}
async function tokenOf(login: string): Promise<string> {
  const answer = await it.server.inject({
    method: "POST",
    url: "/api/session",
    headers: { "x-powrot": "1" },
    payload: { login, password: testPassword, kind: "token" },
  });
  return answer.json<{ token: string }>().token;
}
async function download(path: string, login = "anna") {
  return it.server.inject({
    method: "GET",
    url: `/api${path}`,
    headers: { authorization: `Bearer ${await tokenOf(login)}` },
  });
}
const refusalsOf = (answer: Awaited<ReturnType<typeof send>>) => {
  const details = answer.body.details;
  return details && typeof details === "object" && "refusals" in details ? details.refusals : undefined;
};

test("a contract goes from draft to active, tells the timeline and moves the case (R-SC-02, R-S0-06)", async () => {
  const contract = await givenActive({ unemployed: true });
  const seen = await view(contract.contractId);
  expect(seen).toMatchObject({ state: "ACTIVE", signedOn: "2026-11-22", activeFrom: "2026-11-22", intact: true });
  expect(seen.number).toMatch(/^KS\/2026\/\d{3}$/);
  expect(seen).toMatchObject({
    situation: contract.situation,
    nextEvaluation: due,
    missing: ["contract.signed_copy_missing"],
  });
  const { rows: stage } = await it.owner.query("select stage from support_case where id = $1", [contract.caseId]);
  expect(stage).toEqual([{ stage: "CONTRACTED" }]);
  const { rows: kinds } = await it.owner.query("select kind from event where subject_id = $1 order by seq", [
    contract.contractId,
  ]);
  expect(kinds.map(({ kind }) => kind)).toEqual([
    "contract.drafted",
    "contract.changed",
    "contract.agreed",
    "contract.signature_given",
    "contract.signature_given",
    "contract.signed",
    "contract.activated",
  ]);
  const { rows: opened } = await it.owner.query(
    "select detail->'opens' as opens from event where subject_id = $1 and kind = 'contract.activated'",
    [contract.contractId],
  );
  expect(opened).toEqual([{ opens: ["CLUB", "CENTRE", "INSURANCE"] }]);
  const { rows: tasks } = await it.owner.query(
    "select kind, due_on::text from task where person_id = $1 order by kind",
    [contract.personId],
  );
  expect(tasks).toEqual([
    { kind: "contract.begins_for_club", due_on: "2026-11-22" },
    { kind: "contract.duty_due", due_on: "2026-12-31" },
    { kind: "contract.evaluation_due", due_on: due },
    { kind: "contract.signature_waits", due_on: "2026-11-29" },
    { kind: "contract.start_insurance", due_on: "2026-11-22" },
  ]);
});

test("what the contract says of the person lies sealed in the database", async () => {
  const { contractId, duties } = await givenAgreed();
  const { rows } = await it.owner.query(
    "select c.situation, d.what from social_contract c join contract_duty d on d.contract_id = c.id where c.id = $1",
    [contractId],
  );
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    expect(row.situation.toString("utf8")).not.toContain("Utrata");
    expect(duties.some(({ what }) => row.what.toString("utf8").includes(what.slice(0, 8)))).toBe(false);
  }
});

test("words that the form asks for are listed before signing and block nothing; after it they are frozen (F-28)", async () => {
  const { contractId } = await givenAgreed({ barriers: " ", resources: null });
  const missing = ["contract.missing_goals", "contract.missing_resources", "contract.missing_barriers"];
  expect(await view(contractId)).toMatchObject({ missing, blockers: [] });
  expect((await sign(contractId)).status).toBe(200);
  expect((await view(contractId)).missing).not.toContain("contract.missing_goals");
});

test("part IB is sealed, printed with the referral, and frozen with the first signature (F-28)", async () => {
  const missing = ["contract.missing_goals", "contract.missing_unemployment"];
  const { contractId } = await givenAgreed({ unemployed: true, pupReferral: "PUP/12/2026" });
  expect((await view(contractId)).missing).toEqual(missing);
  const unemployment = "Bez pracy od 10 stycznia 2025 r.: 22 miesiące.\nKwalifikacje: ślusarz (2004).";
  expect((await send("change", { contractId, changes: { unemployment } })).status).toBe(200);
  expect(await view(contractId)).toMatchObject({ unemployment, missing: missing.slice(0, 1) });
  const { rows } = await it.owner.query("select unemployment from social_contract where id = $1", [contractId]);
  expect(rows[0].unemployment.toString("utf8")).not.toContain("pracy");
  expect((await send("agree", { contractId, agreedOn: "2026-11-20" })).status).toBe(200);
  expect((await sign(contractId)).status).toBe(200);
  const folder = mkdtempSync(join(tmpdir(), "powrot-part-"));
  writeFileSync(join(folder, "one.pdf"), (await download(`/contracts/${contractId}/document`)).rawPayload);
  const text = runTool("pdftotext", ["-raw", "-enc", "UTF-8", join(folder, "one.pdf"), "-"]).replace(/\s+/g, " ");
  rmSync(folder, { recursive: true });
  for (const words of [
    "część IB",
    "PUP/12/2026",
    "22 miesiące. Kwalifikacje: ślusarz (2004).",
    "art. 108 ust. 3",
    "są robocze",
  ])
    expect(text).toContain(words);
  expect(refusalsOf(await send("change", { contractId, changes: { unemployment: "Inne." } }))).toContain(
    "contract.frozen",
  );
  await it.owner.query("update social_contract set unemployed = false where id = $1", [contractId]);
  expect((await view(contractId)).intact).toBe(false);
});

test("an annex names only an evaluation of its own contract", async () => {
  const { contractId, duties } = await givenActive();
  const other = await givenActive();
  const evaluationId = uuidv7();
  const results = other.duties.map(({ dutyId }) => ({ dutyId, result: "KEPT" }));
  const evaluation = { evaluationId, contractId: other.contractId, heldOn: "2026-11-22", personSaid: null, results };
  expect((await send("evaluate", { ...evaluation, conclusion: "Idzie dobrze.", change: " " })).status).toBe(200);
  expect(await view(other.contractId)).toMatchObject({ evaluations: [{ change: null }] });
  const annex = {
    annexId: uuidv7(),
    contractId,
    evaluationId,
    agreedOn: "2026-11-22",
    what: "Zmiana.",
    duties: [],
    ends: [],
    evaluationDates: ["2027-01-20"],
    fileId: null,
  };
  expect(await send("annex", annex)).toMatchObject({ status: 400, body: { code: "contract.evaluation_not_found" } });
  expect(duties).toHaveLength(2);
  expect((await send("annex", { ...annex, evaluationId: null })).status).toBe(200);
});

test("what happened since the last evaluation stands ready for the next one; a duty's sphere is no signed word (R-SC-04)", async () => {
  const { contractId, personId } = await givenActive({}, [
    { ...duty("PERSON", "Podejmie pracę."), sphere: "VOCATIONAL" },
    duty("OPS", "Opłaci składkę zdrowotną."),
  ] as ReturnType<typeof both>);
  const { duties } = ContractView.parse(await view(contractId));
  expect(Object.fromEntries(duties.map(({ side, sphere }) => [side, sphere]))).toEqual({
    PERSON: "VOCATIONAL",
    OPS: null,
  });
  expect(await it.get("anna", `/contracts/${contractId}/evidence`)).toMatchObject({
    status: 200,
    body: { from: "2026-11-22", until: "2026-11-22", hidden: false, evidence: [] },
  });
  await it.owner.query(
    "insert into person_fact (organisation_id, id, person_id, kind, value, valid_from, recorded_by) values ($1, $2, $3, 'HOUSING', '3', '2026-11-21', $4), ($1, $5, $3, 'HOUSING', '4', '2026-11-22', $4)",
    [world.agenda, uuidv7(), personId, it.accountOf("anna"), uuidv7()],
  );
  expect((await it.get("anna", `/contracts/${contractId}/evidence`)).body.evidence).toMatchObject([
    { label: { en: "Changes of housing" }, sphere: "HOUSING", count: 1 },
  ]);
  await it.owner.query("update contract_duty set sphere = 'HEALTH' where contract_id = $1", [contractId]);
  expect((await view(contractId)).intact).toBe(true);
  expect((await it.get("robert", `/contracts/${contractId}/evidence`)).status).toBe(403);
  expect((await it.get("zofia", `/contracts/${contractId}/evidence`)).status).toBe(404);
});

describe("signing is refused (R-SC-01 to R-SC-04, R-CAP-05)", () => {
  test.each<[string, Record<string, unknown>, (() => ReturnType<typeof both>) | null, string[]]>([
    ["without the person as a party", { parties: [ops] }, both, ["contract.party_missing_person"]],
    ["without the centre as a party", { parties: [person] }, both, ["contract.party_missing_ops"]],
    ["without a social worker", { socialWorkerId: null }, both, ["contract.not_by_social_worker"]],
    ["without a duty of the person", {}, () => both().slice(1), ["contract.duties_missing_person"]],
    ["without a duty of the centre", {}, () => both().slice(0, 1), ["contract.duties_missing_ops"]],
    ["without a duty of the third party", { parties: [person, ops, lead] }, both, ["contract.duties_missing_lead"]],
    [
      "with a duty without a day",
      {},
      () => [...both(), duty("OPS", "Znajdzie kurs", null)],
      ["contract.duty_without_due_date"],
    ],
    ["without an evaluation day", { evaluationDates: [] }, both, ["contract.evaluation_missing"]],
    [
      "with evaluation days in the past only",
      { evaluationDates: ["2026-11-21"] },
      both,
      ["contract.evaluation_missing"],
    ],
    ["without the information on consequences", { consequences: " " }, both, ["contract.consequences_missing"]],
    [
      "with all reasons at once",
      { evaluationDates: [], consequences: "", socialWorkerId: null },
      () => [],
      [
        "contract.not_by_social_worker",
        "contract.duties_missing_person",
        "contract.duties_missing_ops",
        "contract.evaluation_missing",
        "contract.consequences_missing",
      ],
    ],
  ])("%s", async (_what, change, duties, refusals) => {
    const { contractId } = await givenAgreed(change, duties?.() ?? []);
    const answer = await sign(contractId);
    expect([answer.status, answer.body.code]).toEqual([422, refusals[0]]);
    expect(refusalsOf(answer)).toEqual(refusals);
    expect((await view(contractId)).blockers).toEqual(refusals);
  });

  test("of a contract to which the person has not agreed", async () => {
    const payload = draft(await givenPerson());
    await send("draft", payload);
    await send("set-duties", { contractId: payload.contractId, duties: both(), removed: [] });
    expect(refusalsOf(await sign(payload.contractId))).toEqual(["contract.step_not_possible"]);
  });

  test("in a shelter of an organisation that is no centre of social assistance", async () => {
    const { contractId } = await givenAgreed();
    const shelter = uuidv7();
    await it.owner.query(
      "insert into unit (organisation_id, id, name, kind) values ($1, $2, 'Schronisko', 'SHELTER')",
      [world.agenda, shelter],
    );
    await it.owner.query("update social_contract set unit_id = $2 where id = $1", [contractId, shelter]);
    expect((await view(contractId)).blockers).toEqual(["contract.not_by_centre"]);
    expect(refusalsOf(await sign(contractId))).toEqual(["contract.not_by_centre"]);
  });

  test("when the one who concludes it is no social worker", async () => {
    const { contractId } = await givenAgreed({ socialWorkerId: it.accountOf("robert") });
    expect(refusalsOf(await sign(contractId))).toEqual(["contract.not_by_social_worker"]);
  });

  test("without the curator of a partially incapacitated person, who has to consent", async () => {
    const of = await givenPerson();
    await it.owner.query(
      "insert into person_fact (organisation_id, id, person_id, kind, value, valid_from, recorded_by) values ($1, $2, $3, 'CAPACITY', 'PARTIALLY_INCAPACITATED', '2026-01-01', $4)",
      [world.agenda, uuidv7(), of.personId, it.accountOf("anna")],
    );
    const { contractId } = await givenAgreed({}, both(), of);
    expect(refusalsOf(await sign(contractId))).toEqual(["contract.representative_missing"]);
    const named = { ...person, representedBy: "Ewa Kurator", representation: "CURATOR" };
    await send("change", { contractId, changes: { parties: [named, ops] } }, 2);
    await send("agree", { contractId, agreedOn: "2026-11-21" });
    await sign(contractId);
    await sign(contractId, "OPS");
    const waiting = await send("activate", { contractId, activeFrom: "2026-11-22" });
    expect(refusalsOf(waiting)).toEqual(["person.signature_missing_curator", "contract.step_not_possible"]);
    expect((await sign(contractId, "CURATOR", { name: "Ewa Kurator" })).status).toBe(200);
    expect(await view(contractId)).toMatchObject({ state: "SIGNED" });
  });

  test("twice by the same, by somebody without a place, on a day to come, before the agreement", async () => {
    const { contractId } = await givenAgreed();
    expect(refusalsOf(await sign(contractId, "LEAD"))).toEqual(["contract.signature_not_expected"]);
    expect(refusalsOf(await sign(contractId, "PERSON", { signedOn: "2026-11-23" }))).toEqual([
      "contract.day_in_future",
    ]);
    expect(refusalsOf(await sign(contractId, "PERSON", { signedOn: "2026-11-19" }))).toEqual([
      "contract.day_too_early",
    ]);
    expect((await sign(contractId)).status).toBe(200);
    expect(refusalsOf(await sign(contractId))).toEqual(["contract.already_signed"]);
  });

  test("with a finger drawing, which is no written form (R-DOC-01)", async () => {
    const { contractId } = await givenAgreed();
    expect((await sign(contractId, "PERSON", { method: "STYLUS" })).status).toBe(400);
  });
});

describe("consultation with the centre of the last registration (R-JUR-03)", () => {
  const consult = (contractId: string, commune: string | null, reason: string | null = null) =>
    send("consult", {
      consultationId: uuidv7(),
      contractId,
      consulted: commune && { centre: "MOPS w Chełmie", commune, on: "2026-11-21", reference: "PS.123.2026" },
      reason,
    });

  test("is compulsory for a homeless person registered in another commune", async () => {
    const { contractId } = await givenAgreed({}, both(), await givenPerson(CHELM, true));
    expect(await view(contractId)).toMatchObject({ consultationNeed: "NEEDED", homelessByFile: true });
    expect(refusalsOf(await sign(contractId))).toEqual(["contract.consultation_missing"]);
    expect(refusalsOf(await consult(contractId, null, "nikt nie odbiera"))).toEqual(["contract.consultation_missing"]);
    expect(refusalsOf(await consult(contractId, "1465011"))).toEqual(["contract.consultation_other_commune"]);
    expect((await consult(contractId, CHELM)).status).toBe(200);
    expect(await view(contractId)).toMatchObject({ state: "CONSULTED_WITH_OTHER_OPS", blockers: [] });
    expect((await sign(contractId)).status).toBe(200);
  });

  test("is asked for when the contract says homeless and the file does not yet", async () => {
    const { contractId } = await givenAgreed({ homeless: true }, both(), await givenPerson(CHELM));
    expect(refusalsOf(await sign(contractId))).toEqual(["contract.consultation_missing"]);
  });

  test("knows a commune by six digits, as the file of a person may hold it", async () => {
    const six = { homeless: true, commune: LUBLIN.slice(0, 6) };
    const { contractId } = await givenAgreed(six, both(), await givenPerson(CHELM.slice(0, 6), true));
    expect((await consult(contractId, "Chełm")).status).toBe(400);
    expect(refusalsOf(await consult(contractId, "146501"))).toEqual(["contract.consultation_other_commune"]);
    expect((await consult(contractId, CHELM.slice(0, 6))).status).toBe(200);
    expect(await view(contractId)).toMatchObject({ commune: LUBLIN.slice(0, 6), state: "CONSULTED_WITH_OTHER_OPS" });
  });

  test("is not needed in the same commune", async () => {
    const { contractId } = await givenAgreed({}, both(), await givenPerson(LUBLIN, true));
    expect(refusalsOf(await consult(contractId, LUBLIN))).toEqual(["contract.consultation_not_needed"]);
    expect((await sign(contractId)).status).toBe(200);
  });

  test("gives way to a written reason when the registration is not known", async () => {
    const { contractId } = await givenAgreed({}, both(), await givenPerson(null, true));
    expect(refusalsOf(await sign(contractId))).toEqual(["contract.consultation_reason_missing"]);
    expect(refusalsOf(await consult(contractId, null, " "))).toEqual(["contract.consultation_reason_missing"]);
    expect((await consult(contractId, null, "Osoba nigdy nie była zameldowana.")).status).toBe(200);
    expect((await view(contractId)).consultation).toMatchObject({ reason: "Osoba nigdy nie była zameldowana." });
    expect((await sign(contractId)).status).toBe(200);
  });

  test("is asked for, waits as a task of who concludes the contract, and the answer ends it", async () => {
    const { contractId, personId } = await givenAgreed({}, both(), await givenPerson(CHELM, true));
    const ask = (change: Record<string, unknown> = {}) =>
      send("ask-centre", {
        requestId: uuidv7(),
        contractId,
        centre: "MOPS w Chełmie",
        commune: CHELM,
        askedOn: "2026-11-20",
        channel: "LETTER",
        answerBy: "2026-12-04",
        ...change,
      });
    expect(refusalsOf(await ask({ commune: "1465011" }))).toEqual(["contract.consultation_other_commune"]);
    expect((await ask()).status).toBe(200);
    expect((await ask({ askedOn: "2026-11-22", channel: "PHONE", answerBy: "2026-12-11" })).status).toBe(200);
    const tasks = async () =>
      (
        await it.owner.query(
          "select t.due_on::text, t.owner_id, e.outcome from task t left join task_ending e on e.task_id = t.id where t.person_id = $1 and t.kind = 'contract.consultation_waits' order by t.due_on",
          [personId],
        )
      ).rows;
    const owner_id = it.accountOf("anna");
    expect(await tasks()).toEqual([
      { due_on: "2026-12-04", owner_id, outcome: "NO_LONGER_RELEVANT" },
      { due_on: "2026-12-11", owner_id, outcome: null },
    ]);
    expect((await view(contractId)).requests).toMatchObject([
      { centre: "MOPS w Chełmie", commune: CHELM, channel: "PHONE" },
      { channel: "LETTER" },
    ]);
    expect((await consult(contractId, CHELM)).status).toBe(200);
    expect((await tasks()).at(-1)).toMatchObject({ outcome: "DONE" });
    await sign(contractId);
    expect(refusalsOf(await ask())).toContain("contract.frozen");
  });

  test("is lost when the words change afterwards", async () => {
    const { contractId } = await givenAgreed({}, both(), await givenPerson(CHELM, true));
    await consult(contractId, CHELM);
    await send("change", { contractId, changes: { barriers: "Brak." } }, 2);
    expect(await view(contractId)).toMatchObject({ state: "DRAFT" });
    await send("agree", { contractId, agreedOn: "2026-11-22" });
    expect(refusalsOf(await sign(contractId))).toEqual(["contract.consultation_missing"]);
  });
});

describe("changing before signing", () => {
  test("merges field by field and is a conflict only when the same field changed", async () => {
    const { contractId } = await givenAgreed();
    expect((await send("change", { contractId, changes: { barriers: "Długi." } }, 2)).body.version).toBe(3);
    expect((await send("change", { contractId, changes: { resources: "Siostra." } }, 2)).body.version).toBe(4);
    const clash = await send("change", { contractId, changes: { barriers: "Inne." } }, 2);
    expect([clash.status, clash.body.code]).toEqual([409, "record.changed"]);
    expect(await view(contractId)).toMatchObject({ barriers: "Długi.", resources: "Siostra." });
  });

  test("a duty that is added never conflicts, one changed meanwhile does", async () => {
    const { contractId, duties } = await givenAgreed();
    const [own] = duties;
    const changed = { ...own, what: "Złoży dwa wnioski." };
    expect((await send("set-duties", { contractId, duties: [changed], removed: [] }, 2)).status).toBe(200);
    const more = { contractId, duties: [duty("OPS", "Trzecie")], removed: [] };
    expect((await send("set-duties", more, 1)).status).toBe(200);
    expect((await send("set-duties", { contractId, duties: [], removed: [own?.dutyId] }, 2)).status).toBe(409);
  });

  test("another contract's duty cannot be taken over", async () => {
    const one = await givenAgreed();
    const other = await givenAgreed();
    const taken = await send("set-duties", { contractId: other.contractId, duties: one.duties, removed: [] });
    expect([taken.status, taken.body.code]).toEqual([409, "record.id_taken"]);
  });

  test("two who add at once both succeed", async () => {
    const { contractId } = await givenAgreed();
    const answers = await Promise.all(
      ["a", "b", "c"].map((what) => send("set-duties", { contractId, duties: [duty("OPS", what)], removed: [] }, 2)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await view(contractId)).duties).toHaveLength(5);
  });

  test("goals are kept in the person's words", async () => {
    const { contractId } = await givenAgreed();
    const goals = [{ goalId: uuidv7(), rank: "MAIN", what: "Mieć swoje klucze.", effect: "Mieszkanie z najmu." }];
    expect((await send("set-goals", { contractId, goals, removed: [] })).status).toBe(200);
    expect((await view(contractId)).goals).toMatchObject([
      { what: "Mieć swoje klucze.", effect: "Mieszkanie z najmu." },
    ]);
  });
});

describe("freezing (R-DOC-02)", () => {
  test("after the first signature nothing of the words changes", async () => {
    const { contractId, duties } = await givenAgreed();
    await sign(contractId);
    const tries = [
      await send("change", { contractId, changes: { barriers: "Inne." } }),
      await send("set-duties", { contractId, duties: [{ ...duties[0], what: "Inne." }], removed: [] }),
      await send("set-goals", { contractId, goals: [], removed: [] }),
    ];
    expect(tries.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([422, "contract.frozen"]));
  });

  test("a byte changed behind the house's back is seen, and everything after it is refused", async () => {
    const { contractId } = await givenAgreed();
    await sign(contractId);
    await it.owner.query("update social_contract set consequences = consequences || '.' where id = $1", [contractId]);
    expect(await view(contractId)).toMatchObject({ intact: false });
    expect(refusalsOf(await sign(contractId, "OPS"))).toEqual(["contract.content_changed"]);
    const print = await download(`/contracts/${contractId}/document`);
    expect([print.statusCode, print.json<{ code: string }>().code]).toEqual([422, "contract.content_changed"]);
  });

  test("the signed copy is attached once, comes back byte for byte, and is refused when it is another file", async () => {
    const { contractId } = await givenAgreed();
    const fileId = await givenFile();
    expect((await send("attach-signed-copy", { contractId, fileId })).status).toBe(422);
    await sign(contractId);
    await sign(contractId, "OPS");
    expect((await send("attach-signed-copy", { contractId, fileId })).status).toBe(200);
    const again = await send("attach-signed-copy", { contractId, fileId: await givenFile("%PDF-1.7\nother\n%%EOF\n") });
    expect([again.status, again.body.code]).toEqual([422, "contract.copy_already_attached"]);
    const copy = await download(`/contracts/${contractId}/signed-copy`);
    expect([copy.statusCode, copy.body.slice(0, 8)]).toEqual([200, "%PDF-1.7"]);
    await it.owner.query(
      "update contract_document set sha256 = sha256('x'::bytea) where contract_id = $1 and kind = 'SIGNED_COPY'",
      [contractId],
    );
    const broken = await download(`/contracts/${contractId}/signed-copy`);
    expect([broken.statusCode, broken.json<{ code: string }>().code]).toEqual([422, "contract.copy_changed"]);
  });

  const annexOf = (contractId: string, change: Record<string, unknown> = {}) => ({
    annexId: uuidv7(),
    contractId,
    agreedOn: "2026-11-22",
    what: "Dochodzi kurs spawania.",
    duties: [duty("OPS", "Opłaci kurs spawania.", "2027-01-15")],
    evaluationDates: ["2027-01-20"],
    fileId: null,
    ...change,
  });
  const signAnnex = (annex: { contractId: string; annexId: string }, signedAs: string, change = {}) =>
    send("sign-annex", {
      signatureId: uuidv7(),
      contractId: annex.contractId,
      annexId: annex.annexId,
      signedAs,
      name: "Wojciech Żółć",
      signedOn: "2026-11-22",
      method: "WET",
      ...change,
    });

  test("an annex holds only once both have signed it, and the signed words stay intact", async () => {
    const { contractId, duties, personId } = await givenActive();
    const [own, ofCentre] = duties;
    const instead = duty("OPS", "Opłaci składkę i dojazdy.", "2027-01-15");
    const annex = annexOf(contractId, {
      duties: [instead],
      ends: [{ dutyId: ofCentre?.dutyId, replacedBy: instead.dutyId }],
    });
    expect((await send("annex", annex)).status).toBe(200);
    expect(await view(contractId)).toMatchObject({ nextEvaluation: due, annexes: [{ annexNo: 1, state: "WAITING" }] });
    const running = async () => {
      const { duties: all } = ContractView.pick({ duties: true }).parse(await view(contractId));
      return all.filter(({ running: holds }) => holds).map(({ id }) => id);
    };
    expect(await running()).toEqual([own?.dutyId, ofCentre?.dutyId].toSorted());
    expect(refusalsOf(await signAnnex(annex, "LEAD"))).toEqual(["contract.signature_not_expected"]);
    expect(refusalsOf(await signAnnex(annex, "PERSON", { signedOn: "2026-11-21" }))).toEqual([
      "contract.day_too_early",
    ]);
    expect((await signAnnex(annex, "PERSON")).status).toBe(200);
    expect(refusalsOf(await signAnnex(annex, "PERSON"))).toEqual(["contract.already_signed"]);
    expect(refusalsOf(await send("withdraw-annex", { contractId, annexId: annex.annexId }))).toEqual([
      "contract.annex_signed_by_somebody",
    ]);
    expect((await view(contractId)).annexes).toMatchObject([
      { state: "WAITING", missing: ["contract.signature_missing_ops"] },
    ]);
    expect((await signAnnex(annex, "OPS")).status).toBe(200);
    expect(await running()).toEqual([own?.dutyId, instead.dutyId].toSorted());
    expect(await view(contractId)).toMatchObject({
      intact: true,
      nextEvaluation: "2027-01-20",
      annexes: [{ state: "IN_FORCE", onDay: "2026-11-22", missing: [], intact: true }],
    });
    const { rows } = await it.owner.query(
      "select t.due_on::text, e.outcome from task t left join task_ending e on e.task_id = t.id where t.person_id = $1 and t.kind not like '%signature_waits' and t.kind not like '%begins_for_%' and t.kind <> 'contract.duty_due' order by t.due_on",
      [personId],
    );
    expect(rows).toEqual([
      { due_on: "2027-01-20", outcome: null },
      { due_on: due, outcome: "NO_LONGER_RELEVANT" },
    ]);
    const results = (await running()).map((dutyId: string) => ({ dutyId, result: "PARTLY" }));
    const evaluation = {
      evaluationId: uuidv7(),
      contractId,
      heldOn: "2026-11-22",
      personSaid: null,
      conclusion: "Tak.",
    };
    expect((await send("evaluate", { ...evaluation, results })).status).toBe(200);
  });

  test("one annex waits at a time, one that nobody signed is withdrawn, and none is prepared before the contract holds", async () => {
    const { contractId } = await givenActive();
    const annex = annexOf(contractId);
    expect((await send("annex", annex)).status).toBe(200);
    expect(refusalsOf(await send("annex", annexOf(contractId)))).toEqual(["contract.annex_waiting"]);
    expect((await send("withdraw-annex", { contractId, annexId: annex.annexId })).status).toBe(200);
    expect(refusalsOf(await signAnnex(annex, "PERSON"))).toEqual(["contract.annex_withdrawn"]);
    expect((await send("annex", annexOf(contractId))).status).toBe(200);
    const other = await givenAgreed();
    const early = await send("annex", annexOf(other.contractId));
    expect([early.status, early.body.code]).toEqual([422, "contract.step_not_possible"]);
    const foreign = await signAnnex({ contractId: other.contractId, annexId: annex.annexId }, "PERSON");
    expect([foreign.status, foreign.body.code]).toEqual([404, "contract.annex_not_found"]);
  });

  test("a guardian who is appointed later opens no signed contract again; the next annex asks for the guardian (R-CAP-05)", async () => {
    const { contractId, personId } = await givenAgreed();
    for (const signedAs of ["PERSON", "OPS"])
      expect((await sign(contractId, signedAs, { signedOn: "2026-11-21" })).status).toBe(200);
    expect((await send("activate", { contractId, activeFrom: "2026-11-22" })).status).toBe(200);
    await it.owner.query(
      "insert into person_fact (organisation_id, id, person_id, kind, value, valid_from, recorded_by) values ($1, $2, $3, 'CAPACITY', 'FULLY_INCAPACITATED', '2026-11-22', $4)",
      [world.agenda, uuidv7(), personId, it.accountOf("anna")],
    );
    const places = [{ signedAs: "PERSON" }, { signedAs: "OPS" }];
    expect(await view(contractId)).toMatchObject({ signatures: places, missing: ["contract.signed_copy_missing"] });
    expect((await send("annex", annexOf(contractId))).status).toBe(200);
    expect(await view(contractId)).toMatchObject({
      signatures: places,
      annexes: [{ signatures: [{ signedAs: "GUARDIAN" }, { signedAs: "OPS" }] }],
    });
  });

  test("a changed byte of an annex is seen before the next signs it", async () => {
    const { contractId } = await givenActive();
    const annex = annexOf(contractId);
    await send("annex", annex);
    await signAnnex(annex, "PERSON");
    await it.owner.query("update contract_annex set agreed_on = '2026-11-21' where id = $1", [annex.annexId]);
    expect((await view(contractId)).annexes).toMatchObject([{ intact: false }]);
    expect(refusalsOf(await signAnnex(annex, "OPS"))).toEqual(["contract.content_changed"]);
  });

  test("correcting a party's phone voids nothing, and two who correct it at once are told", async () => {
    const { contractId } = await givenAgreed();
    await sign(contractId);
    const contact = { contractId, side: "PERSON", seen: null, phone: "600 100 200" };
    expect((await send("set-contact", contact)).status).toBe(200);
    const late = await send("set-contact", { ...contact, phone: "600 100 300" });
    expect([late.status, late.body.code]).toEqual([409, "record.changed"]);
    expect((await send("set-contact", { ...contact, seen: "600 100 200", phone: "600 100 300" })).status).toBe(200);
    const seen = await view(contractId);
    expect(seen).toMatchObject({ intact: true, contacts: [{ side: "PERSON", phone: "600 100 300" }] });
    expect((await sign(contractId, "OPS")).status).toBe(200);
    const { rows } = await it.owner.query("select phone from contract_contact where contract_id = $1", [contractId]);
    expect(rows[0]?.phone.toString("utf8")).not.toContain("600");
  });
});

test("annex, evaluation and the plain version are printed as they were written, by those who read the contract", async () => {
  const { contractId, duties } = await givenActive({ evaluationDates: [due, "2027-05-31"] });
  const instead = duty("OPS", "Opłaci składkę i źrebię.", "2027-01-15");
  const annexId = uuidv7();
  const evaluationId = uuidv7();
  await send("set-contact", { contractId, side: "OPS", seen: null, phone: "81 466 55 00" });
  const results = duties.map(({ dutyId }) => ({ dutyId, result: "PARTLY" }));
  const evaluation = { evaluationId, contractId, heldOn: "2026-11-22", personSaid: "Kolejka była długa.", results };
  const change = "Składkę opłacimy później, o źrebię zadba sąsiad.";
  await send("evaluate", { ...evaluation, conclusion: "Przesuwamy termin aneksem.", change });
  await send("annex", {
    annexId,
    evaluationId,
    contractId,
    agreedOn: "2026-11-22",
    what: "Zmieniamy działanie ośrodka.",
    duties: [instead],
    ends: [{ dutyId: duties[1]?.dutyId, replacedBy: instead.dutyId }],
    evaluationDates: ["2027-01-20"],
    fileId: null,
  });
  const folder = mkdtempSync(join(tmpdir(), "powrot-contract-"));
  const textOf = async (path: string) => {
    const answer = await download(`/contracts/${contractId}/${path}`);
    expect(answer.headers["content-type"]).toBe("application/pdf");
    writeFileSync(join(folder, "one.pdf"), answer.rawPayload);
    return runTool("pdftotext", ["-raw", "-enc", "UTF-8", join(folder, "one.pdf"), "-"])
      .replace(/\u00ad\s*/g, "")
      .replace(/\s+/g, " ");
  };
  for (const size of ["", "?largePrint=true"]) {
    const annex = await textOf(`annexes/${annexId}/document${size}`);
    for (const words of ["ANEKS NR 1", "Opłaci składkę zdrowotną", "Opłaci składkę i źrebię.", "20 stycznia 2027 r."])
      expect(annex).toContain(words);
    const held = await textOf(`evaluations/${evaluationId}/document${size}`);
    for (const words of [
      "wykonane częściowo",
      "Kolejka była długa.",
      "Przesuwamy termin aneksem.",
      "Co się zmienia Składkę opłacimy później",
      "nie zmienia żadnego",
    ])
      expect(held).toContain(words);
    expect(held).toMatch(/wersja \d/);
    expect(annex).toMatch(/wersja \d/);
  }
  const plainEvaluation = await textOf(`evaluations/${evaluationId}/document?plain=true`);
  for (const words of [
    "Jak idzie Twój kontrakt",
    "udało się częściowo",
    "Kolejka była długa.",
    change,
    "31 maja 2027 r.",
  ])
    expect(plainEvaluation).toContain(words);
  const evaluationFile = await download(`/contracts/${contractId}/evaluations/${evaluationId}/document?edit=true`);
  expect(unzip(evaluationFile.rawPayload).get("word/document.xml")).toContain("Kolejka była długa.");
  expect(await view(contractId)).toMatchObject({ evaluations: [{ change }], annexes: [{ evaluationId }] });
  const plain = await textOf("document?plain=true");
  for (const words of ["Twój kontrakt prostymi słowami", "Co robisz Ty", "81 466 55 00", "31 grudnia 2026 r."])
    expect(plain).toContain(words);
  expect(plain).not.toContain("źrebię");
  const plainAnnex = await textOf(`annexes/${annexId}/document?plain=true`);
  for (const words of [
    "Zmiana kontraktu prostymi słowami",
    "Zmieniamy działanie ośrodka.",
    "Zamiast tego: Opłaci składkę i źrebię.",
    "Co robi ośrodek",
    "20 stycznia 2027 r.",
  ])
    expect(plainAnnex).toContain(words);
  expect(
    uaFaults((await download(`/contracts/${contractId}/annexes/${annexId}/document?plain=true`)).rawPayload),
  ).toEqual([]);
  const editable = await download(`/contracts/${contractId}/annexes/${annexId}/document?edit=true`);
  expect(unzip(editable.rawPayload).get("word/document.xml")).toContain("źrebię");
  const file = await download(`/contracts/${contractId}/document?edit=true`);
  expect(file.headers["content-disposition"]).toMatch(/\.docx"$/);
  expect(unzip(file.rawPayload).get("word/document.xml")).toContain("miejscowość, data");
  expect(await textOf("document")).not.toContain("źrebię");
  rmSync(folder, { recursive: true });
  for (const path of [`annexes/${uuidv7()}`, `evaluations/${uuidv7()}`])
    expect((await download(`/contracts/${contractId}/${path}/document`)).statusCode).toBe(404);
  expect((await download(`/contracts/${contractId}/annexes/${annexId}/document`, "beata")).statusCode).toBe(403);
});

describe("three parties (R-SC-03)", () => {
  const three = () => [...both(), duty("LEAD", "Zapewni miejsce w pracowni ślusarskiej.")];

  test("two signatures make it a contract, the third one may come later", async () => {
    const { contractId } = await givenAgreed({ parties: [person, ops, lead] }, three());
    await sign(contractId);
    await sign(contractId, "OPS");
    expect(await view(contractId)).toMatchObject({
      state: "SIGNED",
      tripartite: true,
      missing: ["contract.signature_missing_lead", "contract.signed_copy_missing"],
    });
    await send("activate", { contractId, activeFrom: "2026-11-22" });
    expect((await sign(contractId, "LEAD", { name: "Łucja Ćwik" })).status).toBe(200);
    expect(await view(contractId)).toMatchObject({ state: "ACTIVE", missing: ["contract.signed_copy_missing"] });
  });

  test("hostile words in a contract are printed as they were typed, and nothing in the file acts (C46)", async () => {
    const hostile = [
      '#eval("1+1") #read("/etc/passwd") #import "@preview/x:1.0.0"',
      "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp;lt;",
      "/JS (app.alert(1)) /OpenAction << /S /Launch /F (calc.exe) >> endstream endobj",
      "*gwiazdka* _kreska_ `kod` $x^2$ <etykieta> @odsyłacz // uwaga /* */ -- --- ...",
      "=1+1 = nagłówek + lista - lista / termin: opis",
      "{{7*7}} ${7*7} <%= 7*7 %> %s %n \\u{41} \\n",
      "https://example.org/?a=b&c javascript:alert(1) file:///etc/passwd",
    ];
    const duties = [...hostile.map((what) => duty("PERSON", what)), duty("OPS", hostile.join(" ; "))];
    const { contractId } = await givenAgreed(
      {
        parties: [
          { ...person, name: hostile[0] },
          { ...ops, name: hostile[1] },
        ],
        situation: hostile[2],
      },
      duties,
    );
    const folder = mkdtempSync(join(tmpdir(), "powrot-contract-"));
    const { rawPayload } = await download(`/contracts/${contractId}/document`);
    writeFileSync(join(folder, "contract.pdf"), rawPayload);
    const raw = runTool("pdftotext", ["-raw", "-enc", "UTF-8", join(folder, "contract.pdf"), "-"]);
    rmSync(folder, { recursive: true });
    const text = raw.replace(/\s+/g, " ");
    for (const words of hostile) expect(text).toContain(words);
    const printed = pdfObjects(rawPayload).replace(/\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>/g, ""); // without its strings
    expect(printed).not.toMatch(activePdfNames);
  });

  test("the print shows duties of each side in Polish, the information, and a place for each signature", async () => {
    const { contractId } = await givenAgreed({ parties: [person, ops, lead] }, three());
    const folder = mkdtempSync(join(tmpdir(), "powrot-contract-"));
    const textOf = async (query = "") => {
      const answer = await download(`/contracts/${contractId}/document${query}`);
      expect(answer.headers["content-type"]).toBe("application/pdf");
      writeFileSync(join(folder, "contract.pdf"), answer.rawPayload);
      return runTool("pdftotext", ["-raw", "-enc", "UTF-8", join(folder, "contract.pdf"), "-"]).replace(/\s+/g, " ");
    };
    const text = await textOf();
    for (const part of [
      "KONTRAKT SOCJALNY (trójstronny)",
      "Wojciech Żółć",
      "Opłaci składkę zdrowotną i pomoże w ścieżce mieszkaniowej.",
      "Zapewni miejsce w pracowni ślusarskiej.",
      "Zgłosi się do urzędu pracy i złoży wniosek.",
      "31 grudnia 2026 r.",
      "28 lutego 2027 r.",
      "może stanowić podstawę",
    ])
      expect(text).toContain(part);
    expect(text.match(/miejscowość, data/g)).toHaveLength(3);
    const large = await textOf("?largePrint=true");
    expect(large).toContain("Zapewni miejsce w pracowni ślusarskiej.");
    expect(runTool("pdfinfo", [join(folder, "contract.pdf")])).toMatch(/Pages:\s+([3-9]|\d\d)/);
    rmSync(folder, { recursive: true });
    expect(await it.audited(contractId)).toContain("contract.print done");
  });
});

describe("a contract with a family (F-28 parties)", () => {
  /** Somebody of the household, under age or not. */
  async function givenMember(householdId: string, firstName: string, birthDate: string) {
    const personId = uuidv7();
    lastNo += 1;
    await it.owner.query(
      "insert into person (organisation_id, id, person_no, first_name, last_name, birth_date, birth_date_precision, recorded_by) values ($1, $2, $3, $4, 'Żółć', $5, 'DAY', $6)",
      [world.agenda, personId, lastNo, firstName, birthDate, it.accountOf("anna")],
    );
    await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
      world.agenda,
      personId,
      world.office,
    ]);
    await live(householdId, personId);
    return personId;
  }
  const live = (householdId: string, personId: string) =>
    it.owner.query(
      "insert into household_member (organisation_id, id, household_id, person_id, relation, valid_from) values ($1, $2, $3, $4, 'SPOUSE', '2026-01-01')",
      [world.agenda, uuidv7(), householdId, personId],
    );
  async function givenFamily() {
    const of = await givenPerson();
    const householdId = uuidv7();
    await it.owner.query("insert into household (organisation_id, id) values ($1, $2)", [world.agenda, householdId]);
    await live(householdId, of.personId);
    const wife = await givenMember(householdId, "Jadwiga", "1984-05-01");
    const child = await givenMember(householdId, "Staś", "2018-05-01");
    return { of, wife, child };
  }
  const member = (side: string, personId: string, name: string, change: Record<string, unknown> = {}) => ({
    ...person,
    side,
    personId,
    name,
    ...change,
  });
  const withParent = { representation: "PARENT_OR_GUARDIAN", representedBy: "Jadwiga Żółć" };

  test("each adult signs in a place of their own, a child is named with a parent; it is signed when all have", async () => {
    const { of, wife, child } = await givenFamily();
    const family = [member("MEMBER_1", wife, "Jadwiga Żółć"), member("MEMBER_2", child, "Staś Żółć", withParent)];
    const { contractId } = await givenAgreed({ parties: [ops, ...family, person] }, both(), of);
    const seen = await view(contractId);
    expect(seen.parties).toEqual([person, ...family, ops]);
    expect(seen).toMatchObject({
      blockers: [],
      signatures: [{ signedAs: "PERSON" }, { signedAs: "MEMBER_1", name: null }, { signedAs: "OPS" }],
    });
    const waiting = await it.get("anna", `/people/${of.personId}/packet`);
    expect(JSON.stringify(waiting.body)).toContain('"signedAs":"MEMBER_1","name":"Jadwiga Żółć"');
    expect(JSON.stringify(waiting.body)).not.toContain("MEMBER_2");

    await sign(contractId);
    await sign(contractId, "OPS", { name: "Anna Próbna" });
    expect(await view(contractId)).toMatchObject({
      state: "AGREED_WITH_PERSON",
      missing: ["contract.signature_missing_member", "contract.signed_copy_missing"],
    });
    expect(refusalsOf(await sign(contractId, "MEMBER_2"))).toEqual(["contract.signature_not_expected"]);
    expect((await sign(contractId, "MEMBER_1", { name: "Jadwiga Żółć" })).status).toBe(200);
    expect(refusalsOf(await sign(contractId, "MEMBER_1"))).toEqual(["contract.already_signed"]);
    expect(await view(contractId)).toMatchObject({ state: "SIGNED", intact: true });

    const phone = { contractId, side: "MEMBER_1", seen: null, phone: "600 700 800" };
    expect((await send("set-contact", phone)).status).toBe(200);
    expect(await view(contractId)).toMatchObject({
      intact: true,
      contacts: [{ side: "MEMBER_1", phone: "600 700 800" }],
    });

    const folder = mkdtempSync(join(tmpdir(), "powrot-contract-"));
    const { rawPayload } = await download(`/contracts/${contractId}/document`);
    writeFileSync(join(folder, "family.pdf"), rawPayload);
    const text = runTool("pdftotext", ["-raw", "-enc", "UTF-8", join(folder, "family.pdf"), "-"]).replace(/\s+/g, " ");
    rmSync(folder, { recursive: true });
    for (const part of ["Członek rodziny", "Jadwiga Żółć", "Staś Żółć", "Rodzic lub opiekun prawny: Jadwiga Żółć"])
      expect(text).toContain(part);
    expect(text.match(/miejscowość, data/g)).toHaveLength(3);

    // an annex waits for her as well, and her own file shows the family's contract
    await send("activate", { contractId, activeFrom: "2026-11-22" });
    const annex = {
      annexId: uuidv7(),
      contractId,
      agreedOn: "2026-11-22",
      what: "Termin",
      evaluationDates: ["2027-03-31"],
    };
    expect((await send("annex", { ...annex, duties: [], ends: [], fileId: null })).status).toBe(200);
    expect(await view(contractId)).toMatchObject({
      annexes: [{ missing: expect.arrayContaining(["contract.signature_missing_member"]) }],
    });
    expect((await it.get("anna", `/people/${wife}/contracts`)).body).toMatchObject({
      contracts: [{ id: contractId, asMember: true }],
    });
    expect((await it.get("anna", `/people/${of.personId}/contracts`)).body).toMatchObject({
      contracts: [{ id: contractId, asMember: false }],
    });
  });

  test("who is no member of the household, or is written twice, is no party; children and wards need somebody named", async () => {
    const { of, wife, child } = await givenFamily();
    const { personId: stranger } = await givenPerson();
    const drafted = async (...members: unknown[]) => {
      const payload = draft(of, { parties: [person, ops, ...members] });
      return { payload, answer: await send("draft", payload) };
    };
    const codeOf = async (...members: unknown[]) => (await drafted(...members)).answer.body.code;
    expect(await codeOf(member("MEMBER_1", stranger, "Obcy"))).toBe("contract.member_not_in_household");
    expect(await codeOf({ ...person, side: "MEMBER_1" })).toBe("contract.member_not_in_household");
    expect(await codeOf(member("MEMBER_1", of.personId, "Wojciech"))).toBe("contract.party_twice");
    expect(await codeOf(member("MEMBER_1", wife, "Ona"), member("MEMBER_2", wife, "Ona"))).toBe("contract.party_twice");
    expect(await codeOf(member("MEMBER_1", wife, "Ona"), member("MEMBER_1", child, "Ono"))).toBe(
      "contract.party_twice",
    );
    const { payload } = await drafted(
      member("MEMBER_1", wife, "Jadwiga Żółć", withParent),
      member("MEMBER_2", child, "Staś Żółć"),
    );
    expect((await view(payload.contractId)).blockers).toEqual(
      expect.arrayContaining(["contract.member_is_adult", "contract.member_representative_missing"]),
    );
    await it.owner.query("update person set protected_whereabouts = true where id = $1", [wife]);
    expect(await codeOf(member("MEMBER_1", wife, "Ona"))).toBe("contract.member_not_in_household");
  });
});

describe("evaluation and end (R-SC-04, R-SC-06, R-SC-07)", () => {
  const evaluation = (contractId: string, results: unknown[]) => ({
    evaluationId: uuidv7(),
    contractId,
    heldOn: "2026-11-22",
    results,
    personSaid: "Urząd nie przyjął wniosku.",
    conclusion: "Zmieniamy termin aneksem.",
  });

  test("an evaluation answers for every duty of each side and changes nothing by itself", async () => {
    const { contractId, duties, personId } = await givenActive();
    const results = duties.map(({ dutyId }) => ({ dutyId, result: "NOT" }));
    expect(refusalsOf(await send("evaluate", evaluation(contractId, results.slice(1))))).toEqual([
      "contract.evaluation_incomplete",
    ]);
    expect((await send("evaluate", evaluation(contractId, results))).status).toBe(200);
    expect(await view(contractId)).toMatchObject({
      state: "ACTIVE",
      nextEvaluation: null,
      evaluations: [{ personSaid: "Urząd nie przyjął wniosku.", results: expect.arrayContaining(results) }],
    });
    const { rows } = await it.owner.query(
      "select t.kind, e.outcome from task t left join task_ending e on e.task_id = t.id where t.person_id = $1",
      [personId],
    );
    expect(rows.filter(({ kind }) => kind === "contract.evaluation_due")).toEqual([
      { kind: "contract.evaluation_due", outcome: "DONE" },
    ]);
  });

  test("what the centre promised is a task of who concluded it, until it is kept, changed by an annex or the contract ends", async () => {
    const paid = duty("OPS", "Opłaci składkę.");
    const helps = duty("OPS", "Pomoże w mieszkaniu.", "2027-01-31");
    const { contractId, duties, personId } = await givenActive({}, [both()[0] as typeof paid, paid, helps]);
    const promised = async () =>
      (
        await it.owner.query(
          "select t.owner_id, t.due_on::text as due_on, e.outcome from task t left join task_ending e on e.task_id = t.id where t.person_id = $1 and t.kind = 'contract.duty_due' order by t.due_on, e.outcome nulls last",
          [personId],
        )
      ).rows;
    const task = (dueOn: string, outcome: string | null) => ({
      owner_id: it.accountOf("anna"),
      due_on: dueOn,
      outcome,
    });
    expect(await promised()).toEqual([task("2026-12-31", null), task("2027-01-31", null)]);
    const resultOf = (dutyId: string) => (dutyId === paid.dutyId ? "KEPT" : "PARTLY");
    const results = duties.map(({ dutyId }) => ({ dutyId, result: resultOf(dutyId) }));
    expect((await send("evaluate", evaluation(contractId, results))).status).toBe(200);
    expect(await promised()).toEqual([task("2026-12-31", "DONE"), task("2027-01-31", null)]);
    const annexId = uuidv7();
    const next = duty("OPS", "Pomoże w mieszkaniu.", "2027-03-31");
    await send("annex", {
      annexId,
      contractId,
      agreedOn: "2026-11-22",
      what: "Dłuższy termin.",
      duties: [next],
      ends: [{ dutyId: helps.dutyId, replacedBy: next.dutyId }],
      evaluationDates: [],
      fileId: null,
    });
    for (const signedAs of ["PERSON", "OPS"])
      await send("sign-annex", {
        signatureId: uuidv7(),
        contractId,
        annexId,
        signedAs,
        name: "Wojciech Żółć",
        signedOn: "2026-11-22",
        method: "WET",
      });
    const changed = [task("2026-12-31", "DONE"), task("2027-01-31", "NO_LONGER_RELEVANT")];
    expect(await promised()).toEqual([...changed, task("2027-03-31", null)]);
    await send("terminate", { contractId, endedOn: "2026-11-22", reason: "OTHER", heardOn: null, note: null });
    expect(await promised()).toEqual([...changed, task("2027-03-31", "NO_LONGER_RELEVANT")]);
  });

  test("a breach ends a contract only after the person was heard", async () => {
    const { contractId } = await givenActive();
    const end = { contractId, endedOn: "2026-11-22", reason: "BREACH_BY_PERSON", heardOn: null, note: null };
    expect(refusalsOf(await send("terminate", end))).toEqual(["contract.person_not_heard"]);
    expect((await send("terminate", { ...end, heardOn: "2026-11-22" })).status).toBe(200);
    expect(refusalsOf(await send("terminate", { ...end, heardOn: "2026-11-22" }))).toContain("contract.closed");
  });

  test("a club that asks for a contract takes only who realises one on that day (R-SC-06)", async () => {
    const projectId = uuidv7();
    const project = { ...radomProject(projectId), contractRequired: true };
    expect((await it.command("beata", "project.record", project)).status).toBe(200);
    const start = async (caseId: string) => {
      const payload = { enrolmentId: uuidv7(), projectId, caseId, startedOn: "2026-11-22" };
      return (await it.command("beata", "enrolment.start", payload)).body.code ?? "done";
    };
    expect(await start((await givenAgreed()).caseId)).toBe("project.active_contract_missing");
    expect(await start((await givenActive()).caseId)).toBe("done");
  });

  test("what it opens is a task of its first day: the shelter for the worker, a word to the club and the centre; its end ends them", async () => {
    const centre = uuidv7();
    await it.owner.query("insert into unit (organisation_id, id, name, kind) values ($1, $2, 'Centrum', 'CIS')", [
      world.agenda,
      centre,
    ]);
    await it.owner.query("insert into membership_unit (organisation_id, account_id, unit_id) values ($1, $2, $3)", [
      world.agenda,
      it.accountOf("hanna"),
      centre,
    ]);
    const contract = await givenAgreed({ homeless: true, commune: "0663011" });
    await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
      world.agenda,
      contract.personId,
      centre,
    ]);
    await it.owner.query("update person set registration_teryt = '0663011' where id = $1", [contract.personId]);
    const { contractId, personId } = contract;
    await sign(contractId, "PERSON");
    await sign(contractId, "OPS", { name: "Anna Próbna" });
    expect(await send("activate", { contractId, activeFrom: "2026-11-22" })).toMatchObject({ status: 200 });
    const tasks = async () => {
      const { rows } = await it.owner.query(
        `select t.kind, t.owner_id, t.due_on::text, e.outcome from task t left join task_ending e on e.task_id = t.id
         where t.person_id = $1 and t.source_type = 'contract_opening' order by t.kind`,
        [personId],
      );
      return rows;
    };
    const due_on = "2026-11-22";
    const opened = [
      { kind: "contract.begins_for_centre", owner_id: it.accountOf("hanna"), due_on },
      { kind: "contract.begins_for_club", owner_id: it.accountOf("beata"), due_on },
      { kind: "contract.decide_shelter", owner_id: it.accountOf("anna"), due_on },
    ];
    expect(await tasks()).toEqual(opened.map((task) => ({ ...task, outcome: null })));
    await send("complete", { contractId, endedOn: due_on, reason: "GOALS_ACHIEVED", heardOn: null, note: null });
    expect(await tasks()).toEqual(opened.map((task) => ({ ...task, outcome: "NO_LONGER_RELEVANT" })));
  });

  test("its end calls the club's coordinator without the reason, and stops the insurance", async () => {
    const { contractId, personId } = await givenActive({ unemployed: true });
    const end = { contractId, endedOn: "2026-11-22", reason: "GOALS_ACHIEVED", heardOn: null, note: "Praca od maja." };
    expect((await send("complete", end)).status).toBe(200);
    const { rows } = await it.owner.query(
      "select kind, owner_id, detail from task where person_id = $1 and kind in ('contract.ended_check_club', 'contract.stop_insurance') order by kind",
      [personId],
    );
    expect(rows).toMatchObject([
      { kind: "contract.ended_check_club", owner_id: it.accountOf("beata"), detail: { endedOn: "2026-11-22" } },
      { kind: "contract.stop_insurance" },
    ]);
  });
});

describe("who may", () => {
  test("a command sent twice drafts one contract", async () => {
    const payload = draft(await givenPerson());
    const id = uuidv7();
    const first = await it.command("anna", "contract.draft", payload, { id });
    const again = await it.command("anna", "contract.draft", payload, { id });
    expect([first.status, again.status, again.body.replayed]).toEqual([200, 200, true]);
    const { rows } = await it.owner.query("select count(*)::int as n from social_contract where person_id = $1", [
      payload.personId,
    ]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  test("two who sign for the same party at once leave one signature", async () => {
    const { contractId } = await givenAgreed();
    const answers = await Promise.all([1, 2, 3].map(() => sign(contractId)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422]);
  });

  test("for another organisation there is no such contract and no such person", async () => {
    const { contractId, personId } = await givenAgreed();
    const tries = [
      await it.get("zofia", `/contracts/${contractId}`),
      await it.get("zofia", `/people/${personId}/contracts`),
      await it.command("zofia", "contract.agree", { contractId, agreedOn: "2026-11-22" }),
      await it.command("zofia", "contract.draft", draft({ personId, caseId: uuidv7() })),
    ];
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await download(`/contracts/${contractId}/document`, "zofia")).statusCode).toBe(404);
  });

  test.each([
    ["anna", 200, 200],
    ["henryk", 200, 200],
    ["beata", 403, 200],
    ["hanna", 200, 200],
    ["janusz", 403, 200],
    ["ewa", 404, 404],
    ["robert", 403, 404],
    ["zdzislaw", 403, 403],
    ["krysia", 403, 403],
    ["tomasz", 403, 403],
    ["adam", 403, 403],
  ] as const)("%s reads the words with %i and the state with %i", async (name, words, state) => {
    const { contractId, personId } = await givenAgreed();
    expect((await it.get(name, `/contracts/${contractId}`)).status).toBe(words);
    expect((await it.get(name, `/people/${personId}/contracts`)).status).toBe(state);
    if (words !== 200) expect((await download(`/contracts/${contractId}/document`, name)).statusCode).toBe(words);
  });

  test("the club's coordinator sees where the contract stands and none of its words", async () => {
    const { personId, contractId } = await givenActive();
    const { body } = await it.get("beata", `/people/${personId}/contracts`);
    expect(body).toMatchObject({ mayRead: false, mayWrite: false, contracts: [{ id: contractId, state: "ACTIVE" }] });
    expect(JSON.stringify(body)).not.toMatch(/Utrata|ślusarz|urzędu/);
    expect((await it.command("beata", "contract.agree", { contractId, agreedOn: "2026-11-22" })).status).toBe(403);
  });

  test("reading a contract is in the audit of the person", async () => {
    const { contractId, personId } = await givenAgreed();
    await view(contractId);
    expect(await it.audited(personId)).toContain("contract.read done");
  });

  test("my contracts are those of the people my units work with", async () => {
    const { contractId } = await givenAgreed();
    const mine = await it.get("anna", "/contracts");
    expect(mine.body.contracts).toEqual(expect.arrayContaining([expect.objectContaining({ id: contractId })]));
    expect((await it.get("zofia", "/contracts")).body.contracts).toEqual([]);
  });

  test("a new contract starts from what the file knows, and from the unit's commune as the contract before it has it", async () => {
    await givenAgreed();
    const { personId, caseId } = await givenPerson(CHELM, true);
    expect((await it.get("anna", `/people/${personId}/contract-start`)).body).toMatchObject({
      personName: "Wojciech Żółć",
      homelessByFile: true,
      lastPermanentRegistration: CHELM,
      caseId: caseId,
      unitId: world.office,
      lastCommune: LUBLIN,
    });
  });
});
