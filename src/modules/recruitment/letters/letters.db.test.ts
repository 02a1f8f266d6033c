import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse } from "../../../app/testing/house.ts";
import { givenRecruitment } from "../../../app/testing/recruitment.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { CandidateView } from "../candidates/contract.ts";
import { LetterList } from "./contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const ok = { status: 200 };
const coordinator: PersonOfFixture = "beata";

test("a letter explains each decision; what is given out stands in the register", async () => {
  const recruitmentId = await given.recruitment({ places: 1 });
  await given.candidate(recruitmentId, given.someone("Brzęczyszczykiewicz", { address: "ul. Długa 7, Radom" }));
  await given.candidate(recruitmentId, given.someone("Drugi"));
  await given.freeze(recruitmentId);
  await given.decideByList(recruitmentId, 1);
  const letters = () => it.read(coordinator, `/recruitments/${recruitmentId}/candidate-letters`, LetterList);
  const { decisions } = await letters();
  expect(decisions).toMatchObject([
    { decision: "ACCEPTED", issuedOn: null },
    { decision: "RESERVE", issuedOn: null },
  ]);
  const batchId = uuidv7();
  const issue = { batchId, recruitmentId, decisionIds: decisions.map(({ decisionId }) => decisionId) };
  expect(await it.command(coordinator, "candidate-letter.issue", issue)).toMatchObject(ok);
  const { decisions: after, batches } = await letters();
  expect(after.every(({ issuedOn }) => issuedOn === "2026-11-22")).toBe(true);
  expect(batches).toMatchObject([{ id: batchId, letters: [{}, {}] }]);
  const print = (query: string) =>
    it.server.inject({
      url: `/api/candidate-letters/${batchId}?${query}`,
      headers: { authorization: `Bearer ${it.tokenOf(coordinator)}` },
    });
  expect((await print("print=normal")).rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await it.command(coordinator, "candidate-letter.issue", { ...issue, batchId: uuidv7() })).toMatchObject({
    status: 422,
    body: { code: "letter.issued_already", details: { no: 1 } },
  });
  const once = (again: boolean) =>
    it.command(coordinator, "candidate-letter.issue", { ...issue, batchId: uuidv7(), again });
  expect(await once(true)).toMatchObject(ok);
  const edit = await print(`print=edit&letterId=${batches[0]?.letters[0]?.id}`);
  expect(edit.rawPayload.subarray(0, 2).toString()).toBe("PK");
});

test("two who give out the same letters at once: one of them does, and a letter says tomorrow what it said today", async () => {
  const recruitmentId = await given.recruitment({ places: 1 });
  const candidateId = await given.candidate(recruitmentId, given.someone("Pismo", { address: "ul. Stara 1, Radom" }));
  await given.freeze(recruitmentId);
  await given.decideByList(recruitmentId, 1);
  const letters = () => it.read(coordinator, `/recruitments/${recruitmentId}/candidate-letters`, LetterList);
  const decisionIds = (await letters()).decisions.map(({ decisionId }) => decisionId);
  const both = [uuidv7(), uuidv7()].map((batchId) =>
    it.command(coordinator, "candidate-letter.issue", { batchId, recruitmentId, decisionIds }),
  );
  expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const { batches } = await letters();
  expect(batches).toHaveLength(1);
  const printed = async () => {
    const [batch] = batches;
    const url = `/api/candidate-letters/${batch?.id}?print=edit&letterId=${batch?.letters[0]?.id}`;
    const answer = await it.server.inject({
      url,
      headers: { authorization: `Bearer ${it.tokenOf(coordinator)}` },
    });
    return answer.rawPayload.toString("latin1").length;
  };
  const before = await printed();

  // the card is edited: with a reason, because the list is frozen; what it said before stays to be read
  const view = await it.read(coordinator, `/candidates/${candidateId}`, CandidateView);
  const payload = {
    candidateId,
    recruitmentId,
    source: view.source,
    appliedOn: view.appliedOn,
    card: { ...view.card, address: "ul. Nowa 22, lokal 301, 26-600 Radom, klatka trzecia od podwórza" },
  };
  const edit = (reason: string, base = view.version) =>
    it.command(coordinator, "candidate.record", { ...payload, reason }, { base });
  expect(await edit("")).toMatchObject({ status: 422, body: { code: "candidate.reason_missing" } });
  expect(await edit("przeprowadzka")).toMatchObject(ok);
  expect(await edit("drugi raz", view.version)).toMatchObject({ status: 409 });
  const after = await it.read(coordinator, `/candidates/${candidateId}`, CandidateView);
  expect(after.editions).toMatchObject([
    { reason: "przeprowadzka", changed: [{ field: "address", was: "ul. Stara 1, Radom" }] },
  ]);
  expect(await printed()).toBe(before);
  const { rows } = await it.owner.query<{ sealed: Buffer }>("select sealed from candidate_card_edition");
  expect(rows.map(({ sealed }) => sealed.toString("utf8")).join()).not.toContain("Stara");
});
