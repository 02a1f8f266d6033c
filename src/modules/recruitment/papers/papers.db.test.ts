import { afterAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { plainText } from "../../../app/testing/plainText.ts";
import { givenRecruitment } from "../../../app/testing/recruitment.ts";
import { closeDocuments } from "../../../platform/documents/renderPdf.ts";
import { needTool } from "../../../platform/testing/tool.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { StartView } from "../deciding/contract.ts";
import { endCandidates } from "../erasure.ts";
import { CandidatePapers, RecruitmentPapers } from "./contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const coordinator: PersonOfFixture = "beata";
const ok = { status: 200 };
const today = "2026-11-22";
afterAll(() => closeDocuments());

const refused = (code: string) => ({ status: 422, body: { code } });
const papers = (recruitmentId: string) =>
  it.read(coordinator, `/recruitments/${recruitmentId}/papers`, RecruitmentPapers);
const papersOf = async (candidateId: string) =>
  (await it.read(coordinator, `/candidates/${candidateId}/papers`, CandidatePapers)).papers;
const set = (
  recruitmentId: string,
  words: string,
  seenNo = 0,
  kind = "DECLARATION",
  by: PersonOfFixture = coordinator,
  id = uuidv7(),
) => it.command(by, "recruitment.set-paper", { recruitmentId, kind, seenNo, words }, { id });
const signature = (candidateId: string, more: object = {}) => ({
  signatureId: uuidv7(),
  candidateId,
  kind: "DECLARATION",
  no: 1,
  signedOn: today,
  ...more,
});
const note = (payload: object, by: PersonOfFixture = coordinator, id = uuidv7()) =>
  it.command(by, "candidate.note-signature", payload, { id });
const takeBack = (signatureId: string, by: PersonOfFixture = coordinator) =>
  it.command(by, "candidate.take-back-signature", { signatureId, returnId: uuidv7(), reason: "pomyłka osoby" });
const print = (recruitmentId: string, query = "", by: PersonOfFixture = coordinator) =>
  it.server.inject({
    url: `/api/recruitments/${recruitmentId}/papers-to-sign?${query}`,
    headers: { authorization: `Bearer ${it.tokenOf(by)}` },
  });

test("a paper says nothing until the organisation enters its words; each change is an edition, two at once make one", async () => {
  const recruitmentId = await given.recruitment();
  const candidateId = await given.candidate(recruitmentId, given.someone("Pusta"));
  expect((await papers(recruitmentId)).papers).toMatchObject([
    { kind: "DECLARATION", editions: [], unsigned: 0 },
    { kind: "NOTICE", editions: [], unsigned: 0 },
  ]);
  expect(await papersOf(candidateId)).toEqual([]);
  expect((await print(recruitmentId)).statusCode).toBe(404);
  expect(await set(recruitmentId, "   ")).toMatchObject(refused("paper.no_words"));
  expect(await note(signature(candidateId))).toMatchObject(refused("paper.no_edition"));

  const id = uuidv7();
  const twice = [await set(recruitmentId, "Pierwsze słowa", 0, "DECLARATION", coordinator, id)];
  twice.push(await set(recruitmentId, "Pierwsze słowa", 0, "DECLARATION", coordinator, id));
  expect(twice).toMatchObject([ok, ok]);
  expect(await set(recruitmentId, "Pierwsze słowa", 1)).toMatchObject(refused("paper.same_words"));
  const both = await Promise.all([set(recruitmentId, "Drugie", 1), set(recruitmentId, "Inne drugie", 1)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const [declaration, notice] = (await papers(recruitmentId)).papers;
  expect(declaration?.editions.map(({ no }) => no)).toEqual([2, 1]);
  expect([declaration?.unsigned, notice?.editions]).toEqual([1, []]);
  // without words it is asked for no more
  expect(await set(recruitmentId, "", 2)).toMatchObject(ok);
  expect(await papersOf(candidateId)).toEqual([]);
  expect(await note(signature(candidateId, { no: 3 }))).toMatchObject(refused("paper.no_edition"));
});

test("a signature is noted with its edition and day, once; taken back it is lacking again, with the reason sealed", async () => {
  const recruitmentId = await given.recruitment({ places: 1 });
  const candidateId = await given.candidate(recruitmentId, given.someone("Podpisana"));
  expect(await given.freeze(recruitmentId)).toMatchObject(ok);
  expect(await given.decideByList(recruitmentId, 1)).toMatchObject(ok);
  const lacks = async () =>
    (await it.read(coordinator, `/recruitments/${recruitmentId}/accepted`, StartView)).people[0]?.toSign;
  expect(await lacks()).toEqual([]);
  expect(await set(recruitmentId, "Deklaruję po swojemu")).toMatchObject(ok);
  expect(await set(recruitmentId, "Informujemy po swojemu", 0, "NOTICE")).toMatchObject(ok);
  expect(await lacks()).toEqual(["DECLARATION", "NOTICE"]);

  expect(await note(signature(candidateId, { signedOn: "2026-11-23" }))).toMatchObject(
    refused("paper.signed_in_future"),
  );
  expect(await note(signature(candidateId, { no: 2 }))).toMatchObject(refused("paper.no_edition"));
  const [id, first] = [uuidv7(), signature(candidateId, { signedOn: "2026-11-20" })];
  expect([await note(first, coordinator, id), await note(first, coordinator, id)]).toMatchObject([ok, ok]);
  expect(await note(signature(candidateId))).toMatchObject(refused("paper.signed_already"));
  const both = await Promise.all(["a", "b"].map(() => note(signature(candidateId, { kind: "NOTICE" }))));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(await lacks()).toEqual([]);

  // another edition does not undo a signature; the card says which one was signed, and the newer may be signed too
  expect(await set(recruitmentId, "Deklaruję inaczej", 1)).toMatchObject(ok);
  expect(await lacks()).toEqual([]);
  expect((await papersOf(candidateId))[0]).toMatchObject({
    kind: "DECLARATION",
    holdingNo: 2,
    numbers: [2, 1],
    signatures: [{ no: 1, on: "2026-11-20", back: null }],
  });
  const two = await Promise.all(["a", "b"].map(() => takeBack(first.signatureId)));
  expect(two.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(await lacks()).toEqual(["DECLARATION"]);
  expect((await papersOf(candidateId))[0]?.signatures).toMatchObject([{ no: 1, back: { reason: "pomyłka osoby" } }]);
  expect(await note(signature(candidateId, { no: 2 }))).toMatchObject(ok);
  expect(await lacks()).toEqual([]);
});

test("the print has letterhead, name and the words of the edition that holds, for one or for all who have not signed", async () => {
  needTool("pdftotext");
  const recruitmentId = await given.recruitment({ places: 1 });
  const one = await given.candidate(recruitmentId, given.someone("Pierwszy", { address: "ulica Poufna 7" }));
  const other = await given.candidate(recruitmentId, given.someone("Drugi"));
  expect(await set(recruitmentId, "Stare słowa")).toMatchObject(ok);
  expect(await set(recruitmentId, "Nowe słowa\n\nDrugi akapit", 1)).toMatchObject(ok);
  expect(await set(recruitmentId, "Klauzula tej organizacji", 0, "NOTICE")).toMatchObject(ok);
  expect(await note(signature(one))).toMatchObject(ok);
  const all = plainText((await print(recruitmentId, "kind=DECLARATION")).rawPayload);
  expect(all).toContain("Drugi Stanisław");
  expect(all).toContain("Nowe słowa");
  expect(all).not.toMatch(/Pierwszy|Stare słowa|Klauzula tej/);
  const his = plainText((await print(recruitmentId, `candidateId=${one}`)).rawPayload);
  for (const words of ["Pierwszy Stanisław", "Nowe słowa", "Klauzula tej organizacji", "podpis"])
    expect(his).toContain(words);
  expect(his).not.toMatch(/Poufna|Drugi Stanisław/);
  expect((await print(recruitmentId, `candidateId=${uuidv7()}`)).statusCode).toBe(404);
  expect(await note(signature(other, { no: 2 }))).toMatchObject(ok);
  expect((await print(recruitmentId, "kind=DECLARATION")).statusCode).toBe(404);
});

test("another organisation and roles without the right are refused; whose whereabouts are hidden is in no paper (C7)", async () => {
  needTool("pdftotext");
  const recruitmentId = await given.recruitment();
  const pesel = given.pesel();
  const personId = uuidv7();
  const file = { personId, unitId: world.office, fields: { firstName: "Ukryta", lastName: "Matka" }, pesel };
  expect(await it.command("anna", "person.record", { ...file, peselNeedsChecking: false })).toMatchObject(ok);
  const candidateId = await given.candidate(recruitmentId, { ...given.someone("Kanarkowa"), pesel });
  await given.candidate(recruitmentId, given.someone("Zwykły"));
  expect(await set(recruitmentId, "Słowa")).toMatchObject(ok);
  const signed = signature(candidateId);
  for (const who of ["zofia", "marek", "anna"] as const) {
    expect((await set(recruitmentId, "Obce", 1, "DECLARATION", who)).status, who).toBe(403);
    expect((await note(signed, who)).status, who).toBe(403);
    expect((await it.get(who, `/recruitments/${recruitmentId}/papers`)).status, who).toBe(403);
    expect((await it.get(who, `/candidates/${candidateId}/papers`)).status, who).toBe(403);
    expect((await print(recruitmentId, "", who)).statusCode, who).toBe(403);
  }
  expect(await note(signed)).toMatchObject(ok);
  expect((await takeBack(signed.signatureId, "anna")).status).toBe(403);
  expect((await takeBack(uuidv7())).status).toBe(404);
  expect((await papers(recruitmentId)).papers[0]?.unsigned).toBe(1);
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  expect((await it.get(coordinator, `/candidates/${candidateId}/papers`)).status).toBe(404);
  expect((await note(signature(candidateId))).status).toBe(404);
  expect((await takeBack(signed.signatureId)).status).toBe(404);
  expect((await print(recruitmentId, `candidateId=${candidateId}`)).statusCode).toBe(404);
  const all = plainText((await print(recruitmentId)).rawPayload);
  expect(all).toContain("Zwykły");
  expect(all).not.toContain("Kanarkowa");
});

test("who goes on in another recruitment has signed there what says the same words, and nothing else (J9.2)", async () => {
  const spring = await given.recruitment();
  const one = await given.candidate(spring, given.someone("Przechodzący"));
  const other = await given.candidate(spring, given.someone("Pomyłka"));
  expect(await set(spring, "Deklaruję po staremu")).toMatchObject(ok);
  expect(await set(spring, "Deklaruję", 1)).toMatchObject(ok);
  expect(await set(spring, "Klauzula wiosenna", 0, "NOTICE")).toMatchObject(ok);
  const autumn = await given.nextRecruitment(spring, "jesień");
  expect(await set(autumn, "Deklaruję")).toMatchObject(ok);
  expect(await set(autumn, "Klauzula jesienna", 0, "NOTICE")).toMatchObject(ok);
  expect(await note(signature(one, { no: 2, signedOn: "2026-11-20" }))).toMatchObject(ok);
  expect(await note(signature(one, { no: 1, signedOn: "2026-11-18" }))).toMatchObject(ok);
  expect(await note(signature(one, { kind: "NOTICE" }))).toMatchObject(ok);
  const mistaken = signature(other, { no: 2 });
  expect([await note(mistaken), await takeBack(mistaken.signatureId)]).toMatchObject([ok, ok]);
  const moved = [one, other].map((candidateId) => ({ candidateId, newCandidateId: uuidv7() }));
  const id = uuidv7();
  const carry = () =>
    it.command(
      coordinator,
      "candidate.carry-over",
      { fromId: spring, recruitmentId: autumn, candidates: moved },
      { id },
    );
  expect([await carry(), await carry()]).toMatchObject([ok, { body: { replayed: true } }]);
  const [first, second] = moved.map(({ newCandidateId }) => newCandidateId);
  const signedBy = async (candidateId: string | undefined) =>
    (await papersOf(candidateId ?? "")).flatMap(({ kind, signatures }) =>
      signatures.map(({ no, on }) => `${kind} ${no} ${on}`),
    );
  expect(await signedBy(first)).toEqual(["DECLARATION 1 2026-11-20"]);
  expect(await signedBy(second)).toEqual([]);
  // the old card keeps what was signed there
  expect(await signedBy(one)).toHaveLength(3);
});

test("a recruitment takes no more people over than it holds, all of the act or none", async () => {
  const spring = await given.recruitment();
  const ids = [
    await given.candidate(spring, given.someone("Raz")),
    await given.candidate(spring, given.someone("Dwa")),
  ];
  const autumn = await given.nextRecruitment(spring, "jesień");
  await given.candidate(autumn, given.someone("Ostatni"));
  await it.owner.query("update candidate set no = 1999 where recruitment_id = $1", [autumn]);
  const carry = (candidateIds: readonly string[]) =>
    it.command(coordinator, "candidate.carry-over", {
      fromId: spring,
      recruitmentId: autumn,
      candidates: candidateIds.map((candidateId) => ({ candidateId, newCandidateId: uuidv7() })),
    });
  expect(await carry(ids)).toMatchObject({
    status: 422,
    body: { code: "candidate.too_many", details: { most: 2000 } },
  });
  expect((await given.candidates(autumn)).candidates).toHaveLength(1);
  const both = await Promise.all(ids.map((one) => carry([one])));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
});

test("in a closed recruitment nothing is entered or noted; why an entry was taken back ends with the card", async () => {
  const recruitmentId = await given.recruitment();
  const candidateId = await given.candidate(recruitmentId, given.someone("Zamknięta"));
  expect(await set(recruitmentId, "Słowa")).toMatchObject(ok);
  const signed = signature(candidateId);
  expect([await note(signed), await takeBack(signed.signatureId)]).toMatchObject([ok, ok]);
  const texts = async () => {
    const found = "select sealed from candidate_text where candidate_id = $1";
    const { rows } = await it.owner.query<{ sealed: Buffer }>(found, [candidateId]);
    return rows.map(({ sealed }) => sealed.toString("utf8"));
  };
  expect((await texts()).join()).not.toContain("pomyłka");
  expect(await it.command(coordinator, "recruitment.close", { recruitmentId })).toMatchObject(ok);
  expect(await set(recruitmentId, "Inne", 1)).toMatchObject(refused("recruitment.closed"));
  expect(await note(signature(candidateId))).toMatchObject(refused("recruitment.closed"));
  expect(await endCandidates(it.owner, new Date("2027-05-23T10:00:00Z"))).toBe(1);
  expect(await texts()).toEqual([]);
  // that a paper was signed stays, and names nobody
  expect((await papersOf(candidateId))[0]?.signatures).toMatchObject([{ no: 1, back: { reason: "" } }]);
});
