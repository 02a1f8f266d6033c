import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse } from "../../../app/testing/house.ts";
import { givenRecruitment, radomRules } from "../../../app/testing/recruitment.ts";
import { composePesel } from "../../../platform/identifiers/pesel.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { RecruitmentView } from "../setup/contract.ts";
import { CandidateView } from "./contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const coordinator: PersonOfFixture = "beata";

test("each rule is told with its value and evidence; who passes, who fails, who is to bring a paper (R-REC-01)", async () => {
  const recruitmentId = await given.recruitment({ rules: radomRules() });
  const passing = await given.candidate(recruitmentId, given.someone("Adamski"));
  await given.candidate(recruitmentId, given.someone("Bez Papieru"), []);
  await given.candidate(recruitmentId, given.someone("Za Krótko", { registeredSince: plainDate("2024-11-22") }));
  await given.candidate(
    recruitmentId,
    given.someone("Za Młody", { pesel: composePesel(plainDate("1991-11-22"), "M", 7) }),
  );
  const { candidates } = await given.candidates(recruitmentId);
  expect(candidates.map(({ formal, state }) => `${formal} ${state}`)).toEqual([
    "pass PASS",
    "missing MISSING",
    "fail FAIL",
    "fail FAIL",
  ]);
  const view = await it.read(coordinator, `/candidates/${passing}`, CandidateView);
  expect(view.results.map(({ field, result, value }) => [field, result, value])).toEqual([
    ["REGISTERED_UNEMPLOYED", "pass", "2024-01-10"],
    ["AGE", "pass", "1970-02-01"],
  ]);
  expect(view.evidence).toMatchObject([{ fact: "registered", source: "PAPER", words: "dokument nr 7" }]);
  const { counts } = await it.read("marek", `/recruitments/${recruitmentId}`, RecruitmentView);
  expect(counts).toMatchObject({ all: 4, pass: 1, fail: 2, missing: 1 });
  expect(await it.audited(passing)).toContain("candidate.read done");
});

test("what each is to bring prints for one, and for everybody who lacks something; who lacks nothing is told so", async () => {
  const recruitmentId = await given.recruitment({ rules: radomRules() });
  const whole = await given.candidate(recruitmentId, given.someone("Kompletny"));
  const print = (query = "", who: PersonOfFixture = coordinator) =>
    it.server.inject({
      url: `/api/recruitments/${recruitmentId}/candidates-to-bring${query}`,
      headers: { authorization: `Bearer ${it.tokenOf(who)}` },
    });
  expect((await print()).statusCode).toBe(404);
  const lacking = await given.candidate(recruitmentId, given.someone("Bez Papieru"), []);
  for (const query of ["", `?candidateId=${lacking}`, `?candidateId=${whole}`]) {
    const answer = await print(query);
    expect(answer.rawPayload.subarray(0, 5).toString(), query).toBe("%PDF-");
  }
  expect((await print(`?candidateId=${uuidv7()}`)).statusCode).toBe(404);
  expect((await print("", "gosia")).statusCode).toBe(403);
});
