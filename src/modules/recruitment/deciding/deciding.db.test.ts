import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse } from "../../../app/testing/house.ts";
import { givenRecruitment } from "../../../app/testing/recruitment.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { StartView } from "./contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const ok = { status: 200 };
const coordinator: PersonOfFixture = "beata";

test("a person decides of each: only who passed, never more than places, against the list only with a reason (R-GDPR-11)", async () => {
  const recruitmentId = await given.recruitment({ places: 1 });
  const [first, second] = [
    await given.candidate(recruitmentId, given.someone("Jeden")),
    await given.candidate(recruitmentId, given.someone("Dwa")),
  ];
  const failing = await given.candidate(
    recruitmentId,
    given.someone("Nie", { registeredSince: plainDate("2026-01-01") }),
  );
  const decide = async (candidateId: string, decision: string, reason = "", rankingId?: string) =>
    it.command(coordinator, "candidate.decide", {
      recruitmentId,
      rankingId: rankingId ?? (await given.ranking(recruitmentId)).versions[0]?.id ?? uuidv7(),
      decisions: [{ decisionId: uuidv7(), candidateId, decision, reason }],
    });
  expect(await decide(first, "ACCEPTED")).toMatchObject({ body: { code: "ranking.not_frozen" } });
  await given.freeze(recruitmentId);
  expect(await decide(first, "ACCEPTED", "", uuidv7())).toMatchObject({ status: 409 });
  expect(await decide(failing, "ACCEPTED", "lubimy go")).toMatchObject({ body: { code: "decision.not_on_list" } });
  expect(await decide(second, "ACCEPTED")).toMatchObject({ body: { code: "decision.reason_missing" } });
  expect(await decide(first, "ACCEPTED")).toMatchObject(ok);
  expect(await decide(second, "ACCEPTED", "sytuacja rodzinna")).toMatchObject({ body: { code: "decision.no_place" } });
  expect(await decide(failing, "REJECTED")).toMatchObject(ok);
  expect(await decide(second, "RESERVE")).toMatchObject(ok);
  const foreign = { decisionId: uuidv7(), candidateId: second, decision: "REJECTED", reason: "x" };
  const byLeader = { recruitmentId, rankingId: uuidv7(), decisions: [foreign] };
  expect((await it.command("gosia", "candidate.decide", byLeader)).status).toBe(403);
  const { candidates } = await given.candidates(recruitmentId);
  expect(candidates.map(({ state }) => state)).toEqual(["ACCEPTED", "RESERVE", "REJECTED"]);
});

test("two who take the last place at once: one of them gets it", async () => {
  const recruitmentId = await given.recruitment({ places: 1 });
  const people = [
    await given.candidate(recruitmentId, given.someone("Naraz")),
    await given.candidate(recruitmentId, given.someone("Też Naraz")),
  ];
  await given.freeze(recruitmentId);
  const rankingId = (await given.ranking(recruitmentId)).versions[0]?.id;
  const both = people.map((candidateId) =>
    it.command(coordinator, "candidate.decide", {
      recruitmentId,
      rankingId,
      decisions: [{ decisionId: uuidv7(), candidateId, decision: "ACCEPTED", reason: "powód" }],
    }),
  );
  expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([200, 422]);
});

test("accepted people become persons with a case; one who leaves makes a task, and the reserve is asked in its order (R-REC-04)", async () => {
  const recruitmentId = await given.recruitment({ places: 2 });
  const ids: string[] = [];
  for (const [at, name] of ["Alfa", "Beta", "Gamma", "Delta"].entries())
    ids.push(
      await given.candidate(recruitmentId, given.someone(name, { registeredSince: plainDate(`202${at}-01-01`) })),
    );
  const [alfa = "", beta = "", gamma = "", delta = ""] = ids;
  await given.freeze(recruitmentId);
  expect(await given.decideByList(recruitmentId, 2)).toMatchObject(ok);
  expect(await given.reserve(recruitmentId)).toMatchObject({
    free: 0,
    queue: [{ candidateId: gamma }, { candidateId: delta }],
  });
  const admit = (candidateId: string, personId = uuidv7(), known = false) =>
    it.command(coordinator, "candidate.make-person", { candidateId, personId, known, caseId: uuidv7() });
  expect(await admit(gamma)).toMatchObject({ body: { code: "admission.not_accepted" } });
  const admitted = await admit(alfa);
  expect(admitted).toMatchObject(ok);
  expect(await admit(alfa)).toMatchObject({ body: { code: "admission.admitted_already" } });
  const { person: personId = "", case: caseId = "" } = admitted.body.ids ?? {};
  const accepted = await it.read(coordinator, `/recruitments/${recruitmentId}/accepted`, StartView);
  expect(accepted.people.map(({ state, lacks }) => [state, lacks])).toEqual([
    ["ADMITTED", []],
    ["ACCEPTED", []],
  ]);
  // the papers that were seen while recruiting are known at the door of the project
  const enrolmentId = uuidv7();
  const start = { enrolmentId, projectId: recruitmentId, caseId, startedOn: "2026-11-22" };
  expect(await it.command(coordinator, "enrolment.start", start)).toMatchObject(ok);
  const tasks = async () => {
    const { rows } = await it.owner.query<{ open: boolean }>(
      `select not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id) as open
       from task t where t.source_type = 'recruitment' and t.source_id = $1 and t.person_id is null`,
      [recruitmentId],
    );
    return rows.map(({ open }) => open);
  };
  expect(await tasks()).toEqual([]);
  const end = { enrolmentId, endedOn: "2026-11-22", reason: "RESIGNED", accordingToPath: false, note: null };
  expect(await it.command(coordinator, "enrolment.end", end)).toMatchObject(ok);
  expect(await tasks()).toEqual([true]);
  const offer = (candidateId: string, more: object = {}) =>
    it.command(coordinator, "reserve.offer", {
      offerId: uuidv7(),
      recruitmentId,
      candidateId,
      answerBy: "2026-11-25",
      ...more,
    });
  expect(await offer(delta)).toMatchObject({ body: { code: "reserve.out_of_order" } });
  expect(await offer(beta)).toMatchObject({ body: { code: "reserve.not_in_reserve" } });
  const offered = await offer(gamma);
  expect(offered).toMatchObject(ok);
  expect(await tasks()).toEqual([false]);
  expect(await offer(delta, { reason: "kolejny" })).toMatchObject({ body: { code: "reserve.no_place" } });
  const say = (answer: string, answeredOn = "2026-11-22") =>
    it.command(coordinator, "reserve.answer", {
      offerId: offered.body.ids?.offer,
      decisionId: uuidv7(),
      answer,
      answeredOn,
    });
  expect(await say("NO_ANSWER")).toMatchObject({ body: { code: "reserve.still_time" } });
  expect(await say("DECLINED")).toMatchObject(ok);
  expect(await say("TAKEN")).toMatchObject({ body: { code: "reserve.answered_already" } });
  expect(await tasks()).toEqual([false, true]);
  expect((await given.reserve(recruitmentId)).queue).toMatchObject([{ candidateId: delta }]);
  const second = await offer(delta);
  const taken = { offerId: second.body.ids?.offer, decisionId: uuidv7(), answer: "TAKEN", answeredOn: "2026-11-22" };
  expect(await it.command(coordinator, "reserve.answer", taken)).toMatchObject(ok);
  expect((await given.candidates(recruitmentId)).candidates.map(({ state }) => state)).toEqual([
    "LEFT",
    "ACCEPTED",
    "RESERVE",
    "ACCEPTED",
  ]);
  expect(await it.audited(personId)).toContain("candidate.make-person done");
});
