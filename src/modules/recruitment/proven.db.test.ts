import { expect, test } from "vitest";
import { useTestHouse } from "../../app/testing/house.ts";
import { givenRecruitment } from "../../app/testing/recruitment.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { CandidateView } from "./candidates/contract.ts";
import { ReserveView } from "./deciding/contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const ok = { status: 200 };
const read = (candidateId: string) => it.read("beata", `/candidates/${candidateId}`, CandidateView);

async function edit(candidateId: string, more: object) {
  const { recruitmentId, source, appliedOn, version, card } = await read(candidateId);
  const payload = { candidateId, recruitmentId, source, appliedOn, card: { ...card, ...more }, reason: "poprawka" };
  expect(await it.command("beata", "candidate.record", payload, { base: version })).toMatchObject(ok);
}
const other = { registeredSince: plainDate("2020-03-01") };

test("a paper proves the value that it was seen with: another value waits for its own (R-REC-01)", async () => {
  const recruitmentId = await given.recruitment();
  const candidateId = await given.candidate(recruitmentId, given.someone("Zmienna"));
  await edit(candidateId, { phone: "600100200" });
  expect(await read(candidateId)).toMatchObject({ state: "PASS", evidence: [{ holds: true }] });
  await edit(candidateId, other);
  expect(await read(candidateId)).toMatchObject({ state: "MISSING", evidence: [{ holds: false }] });
  // back to what was seen: the paper holds again
  await edit(candidateId, { registeredSince: plainDate("2024-01-10") });
  expect(await read(candidateId)).toMatchObject({ state: "PASS" });
  await edit(candidateId, other);
  const seen = { evidenceId: uuidv7(), fact: "registered", source: "PAPER", seenOn: "2026-11-21", words: "" };
  expect(await it.command("beata", "candidate.add-evidence", { candidateId, evidence: [seen] })).toMatchObject(ok);
  expect((await read(candidateId)).state).toBe("PASS");
});

test("nobody is accepted, kept in reserve, offered a place or takes one who does not pass any more", async () => {
  const recruitmentId = await given.recruitment({ places: 1 });
  const [first, second, third] = [
    await given.candidate(recruitmentId, given.someone("Pierwsza", { registeredSince: plainDate("2021-01-01") })),
    await given.candidate(recruitmentId, given.someone("Druga", { registeredSince: plainDate("2022-01-01") })),
    await given.candidate(recruitmentId, given.someone("Trzecia", { registeredSince: plainDate("2023-01-01") })),
  ];
  expect(await given.freeze(recruitmentId)).toMatchObject(ok);
  await edit(first, other);
  const { versions } = await given.ranking(recruitmentId);
  const decide = (candidateId: string, decision: string) =>
    it.command("beata", "candidate.decide", {
      recruitmentId,
      rankingId: versions[0]?.id,
      decisions: [{ decisionId: uuidv7(), candidateId, decision, reason: "powód" }],
    });
  for (const decision of ["ACCEPTED", "RESERVE"])
    expect(await decide(first, decision)).toMatchObject({ status: 422, body: { code: "decision.not_passed" } });
  expect(await decide(first, "REJECTED")).toMatchObject(ok);
  for (const id of [second, third]) expect(await decide(id, "RESERVE")).toMatchObject(ok);
  await edit(second, other);
  const reserve = await it.read("beata", `/recruitments/${recruitmentId}/reserve`, ReserveView);
  expect(reserve.queue.map(({ candidateId }) => candidateId)).toEqual([third]);
  const offer = (candidateId: string) =>
    it.command("beata", "reserve.offer", { offerId: uuidv7(), recruitmentId, candidateId, answerBy: "2026-11-25" });
  expect(await offer(second)).toMatchObject({ status: 422, body: { code: "reserve.not_passed" } });
  const offered = await offer(third);
  expect(offered).toMatchObject(ok);
  await edit(third, { ...other, registeredSince: plainDate("2020-04-01") });
  const answer = { offerId: offered.body.ids?.offer, decisionId: uuidv7(), answeredOn: "2026-11-22" };
  const taken = await it.command("beata", "reserve.answer", { ...answer, answer: "TAKEN" });
  expect(taken).toMatchObject({ status: 422, body: { code: "reserve.not_passed" } });
});
