import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse } from "../../app/testing/house.ts";
import { givenRecruitment } from "../../app/testing/recruitment.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { endCandidates } from "./erasure.ts";
import { RecruitmentList, RecruitmentView } from "./setup/contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const ok = { status: 200 };
const coordinator: PersonOfFixture = "beata";

test("nothing changes after closing; another organisation and roles without the right see nothing, and the coordinator of projects sees numbers alone", async () => {
  const recruitmentId = await given.recruitment();
  const candidateId = await given.candidate(recruitmentId, given.someone("Niewidoczna"));
  for (const path of ["candidates", "ranking", "reserve", "accepted", "candidate-letters"])
    for (const [who, status] of [
      ["zofia", 403],
      ["marek", 403],
      ["anna", 403],
    ] as const)
      expect((await it.get(who, `/recruitments/${recruitmentId}/${path}`)).status, `${who} ${path}`).toBe(status);
  expect((await it.get("zofia", `/recruitments/${recruitmentId}`)).status).toBe(403);
  expect((await it.get("marek", `/candidates/${candidateId}`)).status).toBe(403);
  const { recruitments } = await it.read("marek", "/recruitments", RecruitmentList);
  expect(recruitments.find((one) => one.recruitmentId === recruitmentId)).toMatchObject({
    named: false,
    counts: { all: 1 },
  });
  expect(JSON.stringify(recruitments)).not.toContain("Niewidoczna");
  expect(await it.command(coordinator, "recruitment.close", { recruitmentId })).toMatchObject(ok);
  const late = {
    candidateId: uuidv7(),
    recruitmentId,
    source: "SELF",
    appliedOn: "2026-11-22",
    card: given.someone("Późny"),
  };
  expect(await it.command(coordinator, "candidate.record", late)).toMatchObject({
    body: { code: "recruitment.closed" },
  });
  const view = await it.read(coordinator, `/recruitments/${recruitmentId}`, RecruitmentView);
  expect(view.recruitment).toMatchObject({ closedOn: "2026-11-22", keptUntil: "2027-05-22" });
  // the last day of keeping is a day of keeping
  expect(await endCandidates(it.owner, new Date("2027-05-22T10:00:00Z"))).toBe(0);
  expect(await endCandidates(it.owner, new Date("2027-05-23T10:00:00Z"))).toBe(1);
  expect(await endCandidates(it.owner, new Date("2027-05-24T10:00:00Z"))).toBe(0);
  expect((await given.candidates(recruitmentId)).candidates).toMatchObject([{ no: 1, name: null, state: "ERASED" }]);
  const { rows } = await it.owner.query(
    "select candidate_id from candidate_card where candidate_id = $1 union all select candidate_id from candidate_text where candidate_id = $1",
    [candidateId],
  );
  expect(rows).toEqual([]);
});
