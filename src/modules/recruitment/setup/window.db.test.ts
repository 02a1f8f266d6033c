import { expect, test } from "vitest";
import { useTestHouse } from "../../../app/testing/house.ts";
import { givenRecruitment } from "../../../app/testing/recruitment.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { CandidateView } from "../candidates/contract.ts";
import { ListPreview } from "../importing/contract.ts";
import { RecruitmentView } from "./contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const coordinator = "beata";
const ok = { status: 200 };
const november = { appliesFrom: plainDate("2026-11-05"), appliesUntil: plainDate("2026-11-15") };
const outside = {
  status: 422,
  body: { code: "candidate.outside_window", details: { days: "05.11.2026–15.11.2026" } },
};

const record = (recruitmentId: string, appliedOn: string, more: object = {}, options: { base?: number } = {}) => {
  const entry = { candidateId: uuidv7(), recruitmentId, source: "SELF", appliedOn, card: given.someone("Wpisana") };
  return it.command(coordinator, "candidate.record", { ...entry, ...more }, options);
};

test.each([
  ["2026-11-04", outside],
  ["2026-11-05", ok],
  ["2026-11-15", ok],
  ["2026-11-16", outside],
])("applied on %s, both days of the window are inside", async (appliedOn, answer) => {
  const recruitmentId = await given.recruitment(november);
  expect(await record(recruitmentId, appliedOn)).toMatchObject(answer);
});

test("days are given both or none, in their order; a change has its reason and stands in the editions and the log", async () => {
  const recruitmentId = await given.recruitment();
  expect(await given.change(recruitmentId, { appliesFrom: november.appliesFrom })).toMatchObject({
    body: { code: "window.half" },
  });
  const backwards = { appliesFrom: november.appliesUntil, appliesUntil: november.appliesFrom };
  expect(await given.change(recruitmentId, backwards)).toMatchObject({ body: { code: "window.backwards" } });
  const both = await Promise.all([given.change(recruitmentId, november), given.change(recruitmentId, november)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const { recruitment, editions } = await it.read(coordinator, `/recruitments/${recruitmentId}`, RecruitmentView);
  expect(recruitment).toMatchObject(november);
  expect(editions.map(({ terms: { appliesFrom }, reason }) => [appliesFrom, reason])).toEqual([
    ["2026-11-05", "zmiana zasad"],
    [null, ""],
  ]);
  expect((await it.audited(recruitmentId)).filter((one) => one === "recruitment.set done")).toHaveLength(2);
  expect(await record(recruitmentId, "2026-11-20")).toMatchObject(outside);
});

test("who came in before the days were set is mended without them, but for the day of applying itself", async () => {
  const recruitmentId = await given.recruitment();
  const [candidateId, card] = [uuidv7(), given.someone("Wcześniejsza")];
  expect(await record(recruitmentId, "2026-11-01", { candidateId, card })).toMatchObject(ok);
  expect(await given.change(recruitmentId, november)).toMatchObject(ok);
  const mended = { candidateId, card: { ...card, phone: "600 100 200" } };
  expect(await record(recruitmentId, "2026-11-01", mended, { base: 1 })).toMatchObject(ok);
  expect(await record(recruitmentId, "2026-11-02", mended, { base: 2 })).toMatchObject(outside);
  // going on from another recruitment, they keep the day on which they applied first
  const next = await given.nextRecruitment(recruitmentId, "wiosna", 2, november);
  const candidates = [{ candidateId, newCandidateId: uuidv7() }];
  const carry = { fromId: recruitmentId, recruitmentId: next, candidates };
  expect(await it.command(coordinator, "candidate.carry-over", carry)).toMatchObject(ok);
});

test("the preview of a list says of each row whether its day is inside, and no row from outside is taken in", async () => {
  const recruitmentId = await given.recruitment(november);
  const fileId = uuidv7();
  const lines = ["Nazwisko;Imię;Data zgłoszenia", "Lis;Anna;05.11.2026", "Kos;Ewa;16.11.2026", "Wilk;Jan;"];
  const stored = await it.server.inject({
    method: "POST",
    url: `/api/files?fileId=${fileId}&commandId=${uuidv7()}`,
    headers: { authorization: `Bearer ${it.tokenOf(coordinator)}`, "content-type": "text/csv" },
    payload: Buffer.from(lines.join("\r\n")),
  });
  expect(stored.statusCode).toBe(200);
  const mapping = ["LAST_NAME", "FIRST_NAME", "APPLIED_ON"];
  const place = { recruitmentId, fileId, sheet: 0, headerRow: 1, mapping, words: {} };
  const preview = async (receivedOn: string) => {
    const path = `/recruitments/${recruitmentId}/candidate-lists/preview`;
    return ListPreview.parse((await it.post(coordinator, path, { ...place, receivedOn })).body);
  };
  const late = await preview("2026-11-20");
  const days = "05.11.2026–15.11.2026";
  expect(late.rows.map(({ verdict, faults }) => [verdict, faults])).toEqual([
    ["ready", []],
    ["stop", [{ code: "outside_window", field: "APPLIED_ON", given: "16.11.2026", taken: days }]],
    ["stop", [{ code: "outside_window", field: null, given: "20.11.2026", taken: days }]],
  ]);
  const inTime = await preview("2026-11-12");
  expect(inTime.rows.map(({ verdict }) => verdict)).toEqual(["ready", "stop", "ready"]);
  const sent = { importId: uuidv7(), ...place, source: "PUP", sender: "PUP", receivedOn: "2026-11-12", confirmed: [] };
  const accept = (taken: number[], seen = inTime.seen) =>
    it.command(coordinator, "candidate-list.accept", { ...sent, taken, seen });
  expect(await accept([2, 3])).toMatchObject({ body: { code: "import.row_stopped" } });
  expect(await accept([2, 4], late.seen)).toMatchObject({ body: { code: "import.changed" } });
  expect(await accept([2, 4])).toMatchObject(ok);
  const { candidates } = await given.candidates(recruitmentId);
  expect(candidates.map(({ name, appliedOn }) => [name, appliedOn])).toEqual([
    ["Lis Anna", "2026-11-05"],
    ["Wilk Jan", "2026-11-12"],
  ]);
  const view = await it.read(coordinator, `/candidates/${candidates[0]?.id}`, CandidateView);
  expect(view.appliedOn).toBe("2026-11-05");
});
