import { afterAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { plainText } from "../../app/testing/plainText.ts";
import { givenRecruitment } from "../../app/testing/recruitment.ts";
import { closeDocuments } from "../../platform/documents/renderPdf.ts";
import { needTool } from "../../platform/testing/tool.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { CandidateList, CandidateView } from "./candidates/contract.ts";
import { LetterList } from "./letters/contract.ts";
import { RankingView } from "./ranking/contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const ok = { status: 200 };
afterAll(() => closeDocuments());

const paths = (recruitmentId: string) =>
  ["candidates", "ranking", "reserve", "accepted", "candidate-letters"].map(
    (name) => `/recruitments/${recruitmentId}/${name}`,
  );

test("of a candidate whose whereabouts are protected nobody off the list is told by any read, letter or act (C7)", async () => {
  needTool("pdftotext");
  const recruitmentId = await given.recruitment({ places: 2 });
  const pesel = given.pesel();
  const personId = uuidv7();
  // a file that the club does not work with: the PESEL alone says whose card it is
  const file = { personId, unitId: world.office, fields: { firstName: "Ukryta", lastName: "Matka" }, pesel };
  expect(await it.command("anna", "person.record", { ...file, peselNeedsChecking: false })).toMatchObject(ok);
  const card = { ...given.someone("Kanarkowa"), pesel, address: "ulica Kanarkowa 7", phone: "600701801" };
  const candidateId = await given.candidate(recruitmentId, card);
  const plainId = await given.candidate(recruitmentId, given.someone("Zwykły"));
  expect(await given.freeze(recruitmentId)).toMatchObject(ok);
  expect(await given.decideByList(recruitmentId, 2)).toMatchObject(ok);
  const { decisions } = await it.read("beata", `/recruitments/${recruitmentId}/candidate-letters`, LetterList);
  const batchId = uuidv7();
  const issue = { batchId, recruitmentId, decisionIds: decisions.map(({ decisionId }) => decisionId) };
  expect(await it.command("beata", "candidate-letter.issue", issue)).toMatchObject(ok);
  const letters = async () => {
    const headers = { authorization: `Bearer ${it.tokenOf("beata")}` };
    const answer = await it.server.inject({ url: `/api/candidate-letters/${batchId}?print=normal`, headers });
    return plainText(answer.rawPayload);
  };
  const told = async () => {
    const answers = await Promise.all(paths(recruitmentId).map((path) => it.get("beata", path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    return JSON.stringify(answers.map(({ body }) => body)) + (await letters());
  };
  expect(await told()).toContain("Kanarkowa");
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  const seen = await told();
  expect(seen).not.toMatch(/kanark|600701801/i);
  expect(seen).not.toContain(candidateId);
  expect(seen).toContain("Zwykły");
  expect((await it.get("beata", `/candidates/${candidateId}`)).status).toBe(404);
  const list = await it.read("beata", `/recruitments/${recruitmentId}/candidates`, CandidateList);
  expect([list.hidden, list.candidates.map(({ id }) => id)]).toEqual([1, [plainId]]);
  // she keeps her place: nobody moves up because a reader may not see her
  const { rows, hidden, versions } = await it.read("beata", `/recruitments/${recruitmentId}/ranking`, RankingView);
  expect([hidden, rows.map(({ rank }) => rank)]).toEqual([1, [2]]);
  const newest = versions[0]?.id;
  const decision = { decisionId: uuidv7(), candidateId, decision: "REJECTED", reason: "x" };
  const evidence = [{ evidenceId: uuidv7(), fact: "registered", source: "PAPER", seenOn: "2026-11-20", words: "" }];
  const interview = { interviewId: uuidv7(), candidateId, heldOn: "2026-11-20", minutes: 120, points: null };
  const acts: [string, object, { base: number }?][] = [
    ["candidate.record", { candidateId, recruitmentId, source: "PUP", appliedOn: "2026-11-10", card }, { base: 1 }],
    ["candidate.add-evidence", { candidateId, evidence }],
    ["candidate.set-points", { recruitmentId, points: [{ candidateId, pointId: uuidv7(), points: 1 }] }],
    ["candidate.note-interview", { ...interview, interviewerId: it.accountOf("beata") }],
    ["candidate.withdraw", { candidateId, withdrawnOn: "2026-11-22", reason: "x", rankingId: uuidv7() }],
    ["candidate.decide", { recruitmentId, rankingId: newest, decisions: [decision] }],
    ["reserve.offer", { offerId: uuidv7(), recruitmentId, candidateId, answerBy: "2026-11-30" }],
    ["candidate.make-person", { candidateId, personId: uuidv7(), known: false, caseId: uuidv7() }],
    ["candidate-letter.issue", { ...issue, batchId: uuidv7() }],
  ];
  for (const [type, payload, more] of acts) {
    const answer = await it.command("beata", type, payload, more ?? {});
    expect([type, answer.status, answer.body.code]).toEqual([type, 404, "candidate.not_found"]);
  }
  const { rows: counted } = await it.owner.query("select 1 from candidate_decision where candidate_id = $1", [
    candidateId,
  ]);
  expect(counted).toHaveLength(1);
});

test("a degree of disability is told to whoever opens that section; to the others whether the condition holds, in letters too", async () => {
  const ruleId = uuidv7();
  const disability = {
    ruleId,
    paper: "orzeczenie",
    field: "DISABILITY",
    test: "ONE_OF",
    values: ["MODERATE", "SEVERE"],
  };
  const recruitmentId = await given.recruitment({ rules: [disability] });
  const card = { ...given.someone("Ukrywczyk"), disability: "SEVERE" } as const;
  const candidateId = await given.candidate(recruitmentId, card, ["disability"]);
  const read = () => it.read("beata", `/candidates/${candidateId}`, CandidateView);
  const view = await read();
  expect(view).toMatchObject({ degreeKept: true, card: { disability: null } });
  expect(view.results).toMatchObject([{ field: "DISABILITY", result: "pass", value: null, evidence: null }]);
  expect(view.evidence).toMatchObject([{ fact: "disability", source: "PAPER", words: "" }]);
  // whoever was not shown it does not wipe it by editing
  const edited = { ...card, disability: null, phone: "600100200" };
  const edit = { candidateId, recruitmentId, source: "PUP", appliedOn: "2026-11-10", card: edited };
  expect(await it.command("beata", "candidate.record", edit, { base: view.version })).toMatchObject(ok);
  expect((await read()).results).toMatchObject([{ result: "pass" }]);
  expect(await given.freeze(recruitmentId)).toMatchObject(ok);
  expect(await given.decideByList(recruitmentId, 1)).toMatchObject(ok);
  const { decisions } = await it.read("beata", `/recruitments/${recruitmentId}/candidate-letters`, LetterList);
  const batchId = uuidv7();
  const issue = { batchId, recruitmentId, decisionIds: decisions.map(({ decisionId }) => decisionId) };
  expect(await it.command("beata", "candidate-letter.issue", issue)).toMatchObject(ok);
  const headers = { authorization: `Bearer ${it.tokenOf("beata")}` };
  const letter = await it.server.inject({ url: `/api/candidate-letters/${batchId}`, headers });
  // the condition names the degrees that are asked for; the degree of the person stands nowhere
  expect(plainText(letter.rawPayload).match(/znaczny/g)).toHaveLength(1);
  await it.owner.query(
    "insert into membership_role (organisation_id, account_id, role) values ($1, $2, 'REINTEGRATION_SOCIAL_WORKER')",
    [world.agenda, it.accountOf("hanna")],
  );
  const worker = await it.read("hanna", `/candidates/${candidateId}`, CandidateView);
  expect(worker).toMatchObject({ degreeKept: false, card: { disability: "SEVERE" } });
});
