import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { people, testPassword, useTestHouse, world } from "../../app/testing/house.ts";
import { closeDocuments } from "../../platform/documents/renderPdf.ts";
import { makeSigner, signPdf, signXml, type TestSigner } from "../../platform/signatures/testSigner.ts";
import { needTool, runTool } from "../../platform/testing/tool.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { plainConsequences } from "./codes.ts";

const it = useTestHouse();

/** What happens while a file is checked in its thread: what the thread answers is heard afterwards. */
function whileChecked(meanwhile: () => Promise<unknown>): void {
  process.once("worker", (thread) => {
    const done = meanwhile();
    const tell = thread.emit.bind(thread);
    vi.spyOn(thread, "emit").mockImplementation((...event) => {
      void done.then(() => tell(...event));
      return true;
    });
  });
}
afterEach(() => {
  vi.restoreAllMocks();
});
const folder = mkdtempSync(join(tmpdir(), "powrot-signed-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeDocuments();
});

let wojciech: TestSigner;
let anna: TestSigner;
beforeAll(async () => {
  needTool("pdftotext");
  [wojciech, anna] = await Promise.all([makeSigner("Wojciech Żółć"), makeSigner("Anna Próbna")]);
}, 300_000);

const send = (type: string, payload: unknown) => it.command("anna", `contract.${type}`, payload);
const tokens = new Map<string, string>();
async function tokenOf(login: string): Promise<string> {
  const known = tokens.get(login);
  if (known) return known;
  const answer = await it.server.inject({
    method: "POST",
    url: "/api/session",
    headers: { "x-powrot": "1" },
    payload: { login, password: testPassword, kind: "token" },
  });
  const { token } = answer.json<{ token: string }>();
  tokens.set(login, token);
  return token;
}
async function download(path: string, login = "anna") {
  const headers = { authorization: `Bearer ${await tokenOf(login)}` };
  return it.server.inject({ method: "GET", url: `/api${path}`, headers });
}
async function brought(content: Buffer | string) {
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

let lastNo = 0;
/** A contract that both sides have agreed to. */
async function givenAgreed() {
  const [personId, contractId] = [uuidv7(), uuidv7()];
  lastNo += 1;
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, $3, 'Wojciech', 'Żółć', $4)",
    [world.agenda, personId, lastNo, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  const nobody = { actsAs: null, representedBy: null, representation: null };
  const drafted = await send("draft", {
    contractId,
    personId,
    caseId: null,
    unitId: people.anna.unit,
    variant: "IB_IIB",
    socialWorkerId: it.accountOf("anna"),
    commune: "0663011",
    homeless: false,
    unemployed: false,
    pupReferral: null,
    situation: "Utrata pracy.",
    resources: null,
    barriers: null,
    actionsSoFar: null,
    consequences: plainConsequences,
    parties: [
      { side: "PERSON", name: "Wojciech Żółć", ...nobody },
      { side: "OPS", name: "MOPR w Lublinie", ...nobody },
    ],
    evaluationDates: ["2027-02-28"],
  });
  expect(drafted.status).toBe(200);
  const duties = ["PERSON", "OPS"].map((side) => ({ dutyId: uuidv7(), side, what: "Zadanie.", dueOn: "2026-12-31" }));
  expect((await send("set-duties", { contractId, duties, removed: [] })).status).toBe(200);
  expect((await send("agree", { contractId, agreedOn: "2026-11-20" })).status).toBe(200);
  return contractId;
}

async function givenIssued(contractId: string) {
  const documentId = uuidv7();
  expect(await send("issue-for-signing", { documentId, contractId })).toMatchObject({ status: 200 });
  const answer = await download(`/contracts/${contractId}/issued/${documentId}`);
  expect(answer.statusCode).toBe(200);
  return { documentId, pdf: answer.rawPayload };
}

type Signed = {
  contractId: string;
  documentId: string;
  file: Buffer | string;
  signedAs?: string;
  signatureId?: string;
};
const signBy = async ({ contractId, documentId, file, signedAs = "PERSON", signatureId = uuidv7() }: Signed) =>
  send("sign-electronically", {
    signatureId,
    contractId,
    signedAs,
    method: "TRUSTED_PROFILE",
    documentId,
    fileId: await brought(file),
  });
const signing = async (contractId: string) => (await it.get("anna", `/contracts/${contractId}/signing`)).body;
const view = async (contractId: string) => (await it.get("anna", `/contracts/${contractId}`)).body;
const refusalsOf = (answer: { body: Record<string, unknown> }) => {
  const { details } = answer.body;
  return details && typeof details === "object" && "refusals" in details ? details.refusals : answer.body.code;
};

test("both parties sign the issued file one after the other, and the contract is signed with names and days from it", async () => {
  const contractId = await givenAgreed();
  const { documentId, pdf } = await givenIssued(contractId);
  const first = await signPdf(wojciech, pdf, { at: "2026-11-21T10:00:00Z" });
  const both = await signPdf(anna, first, { at: "2026-11-22T08:00:00Z" });
  expect(await signBy({ contractId, documentId, file: first })).toMatchObject({ status: 200 });
  const { rows: waiting } = await it.owner.query(
    "select 1 from task t where source_id = $1 and source_type = 'contract_signature' and not exists (select from task_ending e where e.task_id = t.id)",
    [contractId],
  );
  expect(waiting).toHaveLength(1);
  expect(await signBy({ contractId, documentId, file: both, signedAs: "OPS" })).toMatchObject({ status: 200 });
  expect(await view(contractId)).toMatchObject({
    state: "SIGNED",
    signatures: [
      { signedAs: "PERSON", name: "Wojciech Żółć", signedOn: "2026-11-21", method: "TRUSTED_PROFILE" },
      { signedAs: "OPS", name: "Anna Próbna", signedOn: "2026-11-22" },
    ],
  });
  expect(await signing(contractId)).toMatchObject({
    documents: [{ id: documentId, isCurrent: true }],
    proofs: [
      { party: "PERSON", kind: "ELECTRONIC", isIntact: true, own: 0, check: { format: "PADES" } },
      { party: "OPS", own: 1, check: { signatures: [{ issuer: "NOT_CHECKED" }, { issuer: "NOT_CHECKED" }] } },
    ],
  });
  const { rows: ended } = await it.owner.query(
    "select e.outcome from task t join task_ending e on e.task_id = t.id where t.source_id = $1 and t.source_type = 'contract_signature'",
    [contractId],
  );
  expect(ended).toEqual([{ outcome: "DONE" }]);
});

test("a signed XML file is taken too, and the same command sent twice signs once", async () => {
  const contractId = await givenAgreed();
  const { documentId, pdf } = await givenIssued(contractId);
  const payload = {
    signatureId: uuidv7(),
    contractId,
    signedAs: "PERSON",
    method: "QUALIFIED",
    documentId,
    fileId: await brought(await signXml(wojciech, pdf)),
  };
  const id = uuidv7();
  const envelope = { id, v: 1, occurredAt: "2026-11-22T12:00:00Z", payload };
  const post = async () =>
    it.server.inject({
      method: "POST",
      url: "/api/commands/contract.sign-electronically",
      headers: { authorization: `Bearer ${await tokenOf("anna")}` },
      payload: envelope,
    });
  expect((await post()).statusCode).toBe(200);
  expect((await post()).json()).toMatchObject({ replayed: true });
  expect((await signing(contractId)).proofs).toHaveLength(1);
});

test("a file that is not the issued one, was changed, or bears no signature is refused with the reason, and nobody has signed", async () => {
  const [contractId, otherId] = [await givenAgreed(), await givenAgreed()];
  const { documentId, pdf } = await givenIssued(contractId);
  const other = await givenIssued(otherId);
  const of = { contractId, documentId };
  expect(refusalsOf(await signBy({ ...of, file: await signPdf(wojciech, other.pdf) }))).toEqual([
    "signature.other_document",
  ]);
  expect(refusalsOf(await signBy({ ...of, file: pdf }))).toBe("signature.none_found");
  const changed = await signPdf(wojciech, pdf);
  const at = changed.indexOf("(Podpis");
  changed[at + 3] = 0x58;
  expect(refusalsOf(await signBy({ ...of, file: changed }))).toEqual(["signature.broken"]);
  expect(refusalsOf(await signBy({ ...of, file: "zwykły tekst" }))).toBe("signature.file_unreadable");
  expect(await signBy({ ...of, documentId: other.documentId, file: pdf })).toMatchObject({
    status: 404,
    body: { code: "signature.document_not_found" },
  });
  expect(await view(contractId)).toMatchObject({ state: "AGREED_WITH_PERSON", frozenHash: null });
  expect((await signing(contractId)).proofs).toEqual([]);
});

test("a document is issued anew when the words change; the old one cannot come back", async () => {
  const contractId = await givenAgreed();
  const { documentId, pdf } = await givenIssued(contractId);
  const duties = [{ dutyId: uuidv7(), side: "OPS", what: "Jeszcze jedno zadanie.", dueOn: "2026-12-31" }];
  await send("set-duties", { contractId, duties, removed: [] });
  await send("agree", { contractId, agreedOn: "2026-11-22" });
  expect(await signing(contractId)).toMatchObject({ documents: [{ isCurrent: false }] });
  const again = await signBy({ contractId, documentId, file: await signPdf(wojciech, pdf) });
  expect(again).toMatchObject({ status: 422 });
  expect(again.body.code).toBe("signature.document_outdated");
});

test("one signature in a file is not two parties' signatures", async () => {
  const contractId = await givenAgreed();
  const { documentId, pdf } = await givenIssued(contractId);
  const file = await signPdf(wojciech, pdf);
  expect((await signBy({ contractId, documentId, file })).status).toBe(200);
  const second = await signBy({ contractId, documentId, file, signedAs: "OPS" });
  expect(second.body.code).toBe("signature.all_recorded");
});

test("nobody can write down an electronic signature without its file", async () => {
  const contractId = await givenAgreed();
  const answer = await send("sign", {
    signatureId: uuidv7(),
    contractId,
    signedAs: "PERSON",
    name: "Wojciech Żółć",
    signedOn: "2026-11-22",
    method: "QUALIFIED",
  });
  expect(answer).toMatchObject({ status: 422, body: { code: "contract.electronic_needs_file" } });
});

test("paper is kept with its place, its scan and who confirmed it; the place lies sealed", async () => {
  const contractId = await givenAgreed();
  const signatureId = uuidv7();
  const fileId = await brought("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
  const payload = { signatureId, contractId, signedAs: "PERSON", name: "Wojciech Żółć", signedOn: "2026-11-21" };
  const signed = await send("sign", { ...payload, method: "WET", place: "Zamość-Kanarki", fileId });
  expect(signed).toMatchObject({ status: 200 });
  expect(await signing(contractId)).toMatchObject({
    proofs: [{ id: signatureId, kind: "PAPER", place: "Zamość-Kanarki", takenOn: "2026-11-21", hasFile: true }],
  });
  expect((await download(`/contracts/${contractId}/proofs/${signatureId}`)).statusCode).toBe(200);
  const { rows } = await it.owner.query("select place from signature_proof where id = $1", [signatureId]);
  expect(JSON.stringify(rows)).not.toContain(Buffer.from("Kanarki").toString("hex"));
  expect(String(rows[0]?.place)).not.toContain("Kanarki");
});

const drawing = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("a drawing is kept sealed as a working proof, and the party's signature still waits (R-DOC-01)", async () => {
  const contractId = await givenAgreed();
  const proofId = uuidv7();
  const drawn = { proofId, contractId, signedAs: "PERSON", picture: drawing };
  expect(await send("draw-signature", drawn)).toMatchObject({ status: 200 });
  expect(await view(contractId)).toMatchObject({ state: "AGREED_WITH_PERSON", frozenHash: null });
  expect(await signing(contractId)).toMatchObject({ proofs: [{ kind: "DRAWN", hasFile: true, check: null }] });
  const opened = await download(`/contracts/${contractId}/proofs/${proofId}`);
  expect(opened.headers["content-type"]).toContain("image/png");
  const { rows } = await it.owner.query("select picture, device from signature_proof where id = $1", [proofId]);
  expect(Buffer.from(rows[0]?.picture).includes("iVBOR")).toBe(false);
  expect(rows[0]?.device).toMatch(/^[0-9a-f-]{36}$/);
  const paper = await download(`/contracts/${contractId}/document`);
  const path = join(folder, "kontrakt.pdf");
  writeFileSync(path, paper.rawPayload);
  const printed = runTool("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"]).replace(/\s+/g, " ");
  expect(printed).toContain("Rysunek na ekranie z 2026-11-22 jest dowodem roboczym, nie podpisem w formie pisemnej.");
  const broken = await send("draw-signature", { ...drawn, proofId: uuidv7(), picture: "QUJDRA==" });
  expect(broken).toMatchObject({ status: 422 });
});

test("who may not read the contract finds neither its signatures nor their files", async () => {
  const contractId = await givenAgreed();
  const { documentId } = await givenIssued(contractId);
  expect((await download(`/contracts/${contractId}/issued/${documentId}`, "zofia")).statusCode).toBe(404);
  expect((await it.get("zofia", `/contracts/${contractId}/signing`)).status).toBe(404);
});

/** A contract signed on paper, with scans, that holds; and an annex that waits. */
async function givenAnnex() {
  const contractId = await givenAgreed();
  for (const signedAs of ["PERSON", "OPS"]) {
    const name = signedAs === "OPS" ? "Anna Próbna" : "Wojciech Żółć";
    const fileId = await brought(`%PDF-1.7\n% ${signedAs}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`);
    const paper = { contractId, signedAs, name, signedOn: "2026-11-21", method: "WET", fileId };
    expect(await send("sign", { ...paper, signatureId: uuidv7() })).toMatchObject({ status: 200 });
  }
  expect(await send("activate", { contractId, activeFrom: "2026-11-21" })).toMatchObject({ status: 200 });
  const annexId = uuidv7();
  const annex = { annexId, contractId, agreedOn: "2026-11-21", what: "Dochodzi jedno zadanie.", fileId: null };
  const duties = [{ dutyId: uuidv7(), side: "OPS", what: "Zadanie z aneksu.", dueOn: "2027-01-31" }];
  expect(await send("annex", { ...annex, duties, evaluationDates: [] })).toMatchObject({ status: 200 });
  return { contractId, annexId };
}
const annexOf = async (contractId: string) => {
  const { annexes } = await view(contractId);
  return Array.isArray(annexes) ? annexes[0] : undefined;
};
async function waitingFor(sourceId: string) {
  const { rows } = await it.owner.query(
    `select t.kind, e.outcome from task t left join task_ending e on e.task_id = t.id where t.source_id = $1 and t.kind like '%signature_waits'`,
    [sourceId],
  );
  return rows;
}

test("a contract whose every signature lies with a file wants no further copy", async () => {
  const { contractId } = await givenAnnex();
  expect(await view(contractId)).toMatchObject({ state: "ACTIVE", missing: [], signedCopy: null });
});

test("an annex is signed as the contract is: from a checked file and on paper with a scan, and it is reminded of meanwhile", async () => {
  const { contractId, annexId } = await givenAnnex();
  expect(await waitingFor(annexId)).toEqual([{ kind: "contract.annex_signature_waits", outcome: null }]);
  const documentId = uuidv7();
  expect(await send("issue-for-signing", { documentId, contractId, annexId })).toMatchObject({ status: 200 });
  const { rawPayload: pdf } = await download(`/contracts/${contractId}/issued/${documentId}?annexId=${annexId}`);
  const signatureId = uuidv7();
  const electronic = { signatureId, contractId, annexId, signedAs: "PERSON", method: "PERSONAL", documentId };
  const whole = await brought(pdf);
  const unsigned = await send("sign-electronically", { ...electronic, fileId: whole });
  expect(unsigned.body.code).toBe("signature.none_found");
  const fileId = await brought(await signPdf(wojciech, pdf, { at: "2026-11-22T08:00:00Z" }));
  expect(await send("sign-electronically", { ...electronic, fileId })).toMatchObject({ status: 200 });
  expect(await annexOf(contractId)).toMatchObject({
    state: "WAITING",
    signatures: [
      { signedAs: "PERSON", name: "Wojciech Żółć", signedOn: "2026-11-22", method: "PERSONAL", hasFile: true },
      { signedAs: "OPS", signedOn: null },
    ],
    missing: ["contract.signature_missing_ops"],
  });
  const drawn = { proofId: uuidv7(), contractId, annexId, signedAs: "OPS", picture: drawing };
  expect(await send("draw-signature", drawn)).toMatchObject({ status: 200 });
  expect(await waitingFor(annexId)).toEqual([{ kind: "contract.annex_signature_waits", outcome: null }]);
  const paper = { signatureId: uuidv7(), contractId, annexId, signedAs: "OPS", name: "Anna Próbna", method: "WET" };
  const scan = await brought("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
  expect(await send("sign-annex", { ...paper, signedOn: "2026-11-22", place: "Zamość", fileId: scan })).toMatchObject({
    status: 200,
  });
  expect(await annexOf(contractId)).toMatchObject({ state: "IN_FORCE", onDay: "2026-11-22", missing: [] });
  expect(await waitingFor(annexId)).toEqual([{ kind: "contract.annex_signature_waits", outcome: "DONE" }]);
  const proofs = (await it.get("anna", `/contracts/${contractId}/signing?annexId=${annexId}`)).body;
  expect(proofs).toMatchObject({
    proofs: [
      { id: signatureId, kind: "ELECTRONIC", isIntact: true },
      { kind: "DRAWN", party: "OPS" },
      { kind: "PAPER", place: "Zamość", hasFile: true },
    ],
  });
  expect((await signing(contractId)).proofs).toHaveLength(2);
  expect((await download(`/contracts/${contractId}/proofs/${signatureId}?annexId=${annexId}`)).statusCode).toBe(200);
  expect((await download(`/contracts/${contractId}/proofs/${signatureId}`)).statusCode).toBe(404);
});

test("an annex's electronic signature needs its file, and another paper's file is none", async () => {
  const { contractId, annexId } = await givenAnnex();
  const named = { contractId, annexId, signedAs: "PERSON", name: "Wojciech Żółć", signedOn: "2026-11-22" };
  expect(await send("sign-annex", { ...named, signatureId: uuidv7(), method: "QUALIFIED" })).toMatchObject({
    body: { code: "contract.electronic_needs_file" },
  });
  const documentId = uuidv7();
  await send("issue-for-signing", { documentId, contractId, annexId });
  const { rawPayload: pdf } = await download(`/contracts/${contractId}/issued/${documentId}?annexId=${annexId}`);
  const fileId = await brought(await signPdf(wojciech, pdf));
  const ids = { signatureId: uuidv7(), contractId, signedAs: "PERSON", method: "QUALIFIED", documentId, fileId };
  expect(await send("sign-electronically", ids)).toMatchObject({
    status: 404,
    body: { code: "signature.document_not_found" },
  });
  expect(await annexOf(contractId)).toMatchObject({ signatures: [{ signedOn: null }, { signedOn: null }] });
});

test("nobody is reminded of an annex that was put away, or of a contract that has ended", async () => {
  const withdrawn = await givenAnnex();
  await send("withdraw-annex", withdrawn);
  expect(await waitingFor(withdrawn.annexId)).toMatchObject([{ outcome: "NO_LONGER_RELEVANT" }]);
  const { contractId, annexId } = await givenAnnex();
  const end = { contractId, endedOn: "2026-11-22", reason: "OTHER", heardOn: null, note: null };
  expect(await send("terminate", end)).toMatchObject({ status: 200 });
  expect(await waitingFor(annexId)).toMatchObject([{ outcome: "NO_LONGER_RELEVANT" }]);
});

test("a file that is exchanged between its check and the signature signs nothing (R-DOC-02)", async () => {
  const contractId = await givenAgreed();
  const { documentId, pdf } = await givenIssued(contractId);
  const fileId = await brought(await signPdf(wojciech, pdf));
  const otherId = await brought(await signPdf(anna, pdf));
  whileChecked(() =>
    it.owner.query(
      "update stored_file f set storage_name = o.storage_name, sha256 = o.sha256, size_bytes = o.size_bytes from stored_file o where f.id = $1 and o.id = $2",
      [fileId, otherId],
    ),
  );
  const ids = { signatureId: uuidv7(), contractId, signedAs: "PERSON", method: "QUALIFIED", documentId, fileId };
  const answer = await send("sign-electronically", ids);
  expect(answer).toMatchObject({ status: 422, body: { code: "signature.file_exchanged" } });
  expect((await signing(contractId)).proofs).toEqual([]);
});

test("while a file is checked no transaction of the house is open", async () => {
  const contractId = await givenAgreed();
  const { documentId, pdf } = await givenIssued(contractId);
  const fileId = await brought(await signPdf(wojciech, pdf));
  const seen: (number | null)[] = [];
  whileChecked(async () => {
    const { rowCount } = await it.owner.query(
      "select 1 from pg_stat_activity where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()",
    );
    seen.push(rowCount);
  });
  const ids = { signatureId: uuidv7(), contractId, signedAs: "PERSON", method: "QUALIFIED", documentId, fileId };
  expect(await send("sign-electronically", ids)).toMatchObject({ status: 200 });
  expect(seen).toEqual([0]);
});

test("a programme is signed by the same means: the issued file, checked, and a file of other words is refused (R-DOC-01)", async () => {
  const [personId, caseId, planId] = [uuidv7(), uuidv7(), uuidv7()];
  lastNo += 1;
  const account = it.accountOf("anna");
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, $3, 'Wojciech', 'Żółć', $4)",
    [world.agenda, personId, lastNo, account],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) values ($1, $2, $3, $4, '2026-11-01', 'ANALYSIS', $5)",
    [world.agenda, caseId, personId, world.office, account],
  );
  await it.owner.query("insert into open_case values ($1, $2, $3, $4)", [world.agenda, personId, world.office, caseId]);
  const plan = (act: string, payload: object) => it.command("anna", `plan.${act}`, payload);
  const drafted = await plan("draft", {
    planId,
    caseId,
    kind: "PREVENTION",
    preparedSide: "OPS",
    implementer: "OPS",
    startOn: "2026-11-20",
    endOn: "2027-11-19",
    beyondShelterMeans: false,
    healthInsuranceNeeded: false,
    provisions: [],
    supportMeans: ["SOCIAL_WORK"],
    situation: "Utrata pracy.",
    commitments: "",
    noHousingGoalReason: "mieszka u siostry",
    noWorkGoalReason: "pracuje",
  });
  expect(drafted).toMatchObject({ status: 200 });
  const task = { base: null, side: "OPS", what: "Wniosek o lokal", dueOn: "2026-12-04" };
  expect(await plan("set-tasks", { planId, tasks: [{ taskId: uuidv7(), ...task }], removed: [] })).toMatchObject({
    status: 200,
  });
  expect(await plan("agree", { planId, personAgrees: true, words: "" })).toMatchObject({ status: 200 });
  const documentId = uuidv7();
  expect(await plan("issue-for-signing", { documentId, paperId: planId })).toMatchObject({ status: 200 });
  const issued = await download(`/plans/${planId}/issued/${documentId}`);
  expect(issued.statusCode).toBe(200);
  const file = await signPdf(wojciech, issued.rawPayload, { at: "2026-11-22T08:00:00Z" });
  const signWith = async (content: Buffer) =>
    plan("sign-electronically", {
      signatureId: uuidv7(),
      paperId: planId,
      signedAs: "PERSON",
      method: "TRUSTED_PROFILE",
      documentId,
      fileId: await brought(content),
    });
  const broken = Buffer.from(file);
  broken[Math.floor(issued.rawPayload.length / 2)] = 0;
  expect(await signWith(broken)).toMatchObject({ status: 422 });
  expect(await signWith(file)).toMatchObject({ status: 200 });
  expect((await it.get("anna", `/plans/${planId}/signing`)).body).toMatchObject({
    places: [{ name: "Wojciech Żółć", signedOn: "2026-11-22", method: "TRUSTED_PROFILE", hasFile: true }, {}],
    proofs: [{ kind: "ELECTRONIC", isIntact: true, check: { format: "PADES" } }],
  });
});
