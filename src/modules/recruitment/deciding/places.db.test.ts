import { expect, test } from "vitest";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { givenRecruitment } from "../../../app/testing/recruitment.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { EnrolmentCheck, EnrolmentExceptions, PersonCheck } from "../../project/criteria/contract.ts";
import { CandidateList, CandidateView } from "../candidates/contract.ts";
import { RecruitmentView } from "../setup/contract.ts";
import { ReserveView, StartView } from "./contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const coordinator = "beata";
const ok = { status: 200 };
const today = "2026-11-22";

const reserve = (recruitmentId: string) => it.read(coordinator, `/recruitments/${recruitmentId}/reserve`, ReserveView);
const states = async (recruitmentId: string) =>
  (await it.read(coordinator, `/recruitments/${recruitmentId}/candidates`, CandidateList)).candidates.map(
    ({ state }) => state,
  );
const openTasks = async (recruitmentId: string) => {
  const { rows } = await it.owner.query(
    `select 1 from task t where t.source_type = 'recruitment' and t.source_id = $1
       and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)`,
    [recruitmentId],
  );
  return rows.length;
};

/** A recruitment whose list is frozen and decided: as many accepted as there are places, the others in the reserve. */
async function decided(places: number, names: readonly string[]): Promise<{ recruitmentId: string; ids: string[] }> {
  const recruitmentId = await given.recruitment({ places });
  const ids: string[] = [];
  for (const name of names) ids.push(await given.candidate(recruitmentId, given.someone(name)));
  expect(await given.freeze(recruitmentId)).toMatchObject(ok);
  expect(await given.decideByList(recruitmentId, places)).toMatchObject(ok);
  return { recruitmentId, ids };
}

async function admit(candidateId: string): Promise<{ personId: string; caseId: string }> {
  const payload = { candidateId, personId: uuidv7(), known: false, caseId: uuidv7() };
  const { body } = await it.command(coordinator, "candidate.make-person", payload);
  return { personId: body.ids?.person ?? "", caseId: body.ids?.case ?? "" };
}

/** Somebody of the unit with a case who never applied. */
async function stranger(lastName: string, unitId: string = world.club): Promise<{ personId: string; caseId: string }> {
  const [personId, caseId] = [uuidv7(), uuidv7()];
  const file = { personId, unitId, fields: { firstName: "Obcy", lastName }, pesel: null, peselNeedsChecking: false };
  expect(await it.command(coordinator, "person.record", file)).toMatchObject(ok);
  const opening = { caseId, personId, unitId, openedOn: today, leaderId: null };
  expect(await it.command(coordinator, "case.open", opening)).toMatchObject(ok);
  return { personId, caseId };
}

async function criteriaShown(recruitmentId: string): Promise<{ ruleId: string; on: string; words: string }[]> {
  const { body } = await it.get(coordinator, `/projects/${recruitmentId}/criteria`);
  const [edition] = body.editions as unknown as { rules: { ruleId: string }[] }[];
  return (edition?.rules ?? []).map(({ ruleId }) => ({ ruleId, on: today, words: "zaświadczenie nr 1" }));
}

test("where a project has a recruitment, only its admitted candidates start; anybody else by a decider's reason, which is shown and counted (R-REC-04)", async () => {
  const { recruitmentId, ids } = await decided(2, ["Pierwsza", "Druga", "Czekająca"]);
  const [first = "", second = ""] = ids;
  const { personId, caseId } = await stranger("Wyjątek");
  const confirmed = await criteriaShown(recruitmentId);
  const enrolmentId = uuidv7();
  const payload = { enrolmentId, projectId: recruitmentId, caseId, startedOn: today, confirmed };
  const start = (who: Parameters<typeof it.command>[0], more: object = {}) =>
    it.command(who, "enrolment.start", { ...payload, ...more });
  expect(await start(coordinator)).toMatchObject({ status: 422, body: { code: "recruitment.not_admitted" } });
  const check = await it.read(
    coordinator,
    `/projects/${recruitmentId}/criteria/check?caseId=${caseId}&on=${today}`,
    PersonCheck,
  );
  expect(check).toMatchObject({ lacked: ["recruitment.not_admitted", "recruitment.no_place_left"], mayWaive: true });

  // an accepted one without a file is not admitted either; an admitted one starts and no place changes hands
  const admitted = await admit(first);
  const own = { ...payload, enrolmentId: uuidv7(), caseId: admitted.caseId, confirmed: [] };
  expect(await it.command(coordinator, "enrolment.start", own)).toMatchObject(ok);
  expect(await reserve(recruitmentId)).toMatchObject({ taken: 2, beside: 0, free: 0 });

  // after the withdrawal of the second one place is free, and exactly one
  const out = { candidateId: second, withdrawnOn: today, reason: "praca", rankingId: uuidv7() };
  expect(await it.command(coordinator, "candidate.withdraw", out)).toMatchObject(ok);
  expect(await reserve(recruitmentId)).toMatchObject({ taken: 1, free: 1 });
  expect(await openTasks(recruitmentId)).toBe(1);

  const reason = "skierowana przez sąd, decyzja z 20 listopada";
  const id = uuidv7();
  const done = await it.command(coordinator, "enrolment.start", { ...payload, waivedReason: reason }, { id });
  expect(done).toMatchObject(ok);
  const again = await it.command(coordinator, "enrolment.start", { ...payload, waivedReason: reason }, { id });
  expect(again.body.replayed).toBe(true);
  expect(await reserve(recruitmentId)).toMatchObject({ taken: 2, beside: 1, free: 0 });
  expect(await openTasks(recruitmentId)).toBe(0);
  const view = await it.read(coordinator, `/recruitments/${recruitmentId}`, RecruitmentView);
  expect(view.beside).toBe(1);

  const list = await it.read(coordinator, `/projects/${recruitmentId}/enrolment-exceptions`, EnrolmentExceptions);
  expect(list.exceptions).toMatchObject([
    { enrolmentId, personId, conditions: ["recruitment.not_admitted"], waivedReason: reason },
  ]);
  const grounds = await it.read(coordinator, `/enrolments/${enrolmentId}/check`, EnrolmentCheck);
  expect(grounds.waived).toMatchObject({ conditions: ["recruitment.not_admitted"], reason });
  expect(grounds.criteria).toMatchObject({
    no: 1,
    outcome: "CONFIRMED",
    results: [{ result: "pass", evidence: { source: "PAPER", words: "zaświadczenie nr 1" } }],
  });
  expect(await it.audited(enrolmentId)).toEqual(["enrolment.start done", "enrolment-check.read done"]);
  const { rows } = await it.owner.query<{ sealed: Buffer }>(
    "select sealed from enrolment_exception union all select sealed from enrolment_check",
  );
  expect(rows.map(({ sealed }) => sealed.toString("utf8")).join()).not.toMatch(/skierowana|zaświadczenie nr 1/);
  for (const who of ["zofia", "anna", "marek"] as const) {
    expect((await it.get(who, `/enrolments/${enrolmentId}/check`)).status, who).toBe(403);
    expect((await it.get(who, `/projects/${recruitmentId}/enrolment-exceptions`)).status, who).toBe(403);
  }
});

test("two who are let in at once by exception are both counted, and nobody is accepted over the places", async () => {
  const { recruitmentId, ids } = await decided(2, ["Jedyna", "Też Jedyna", "Trzecia"]);
  const confirmed = await criteriaShown(recruitmentId);
  for (const candidateId of ids.slice(0, 2))
    await it.command(coordinator, "candidate.withdraw", {
      candidateId,
      withdrawnOn: today,
      reason: "wyjazd",
      rankingId: uuidv7(),
    });
  const people = [await stranger("Raz"), await stranger("Dwa")];
  const starts = people.map(({ caseId }) =>
    it.command(coordinator, "enrolment.start", {
      enrolmentId: uuidv7(),
      projectId: recruitmentId,
      caseId,
      startedOn: today,
      confirmed,
      waivedReason: "decyzja",
    }),
  );
  expect((await Promise.all(starts)).map(({ status }) => status)).toEqual([200, 200]);
  expect(await reserve(recruitmentId)).toMatchObject({ taken: 2, beside: 2, free: 0 });
  const { versions } = await given.ranking(recruitmentId);
  const accept = {
    recruitmentId,
    rankingId: versions[0]?.id,
    decisions: [{ decisionId: uuidv7(), candidateId: ids[2], decision: "ACCEPTED", reason: "kolej" }],
  };
  expect(await it.command(coordinator, "candidate.decide", accept)).toMatchObject({
    body: { code: "decision.no_place" },
  });
});

test("an offer that we take away is no refusal: whoever had it waits again, and late is given only with a reason", async () => {
  const { recruitmentId, ids } = await decided(1, ["Odchodząca", "Rezerwowa"]);
  const [leaving = "", waiting = ""] = ids;
  const out = { candidateId: leaving, withdrawnOn: today, reason: "wyjazd", rankingId: uuidv7() };
  await it.command(coordinator, "candidate.withdraw", out);
  const offer = { offerId: uuidv7(), recruitmentId, candidateId: waiting, answerBy: today };
  expect(await it.command(coordinator, "reserve.offer", offer)).toMatchObject(ok);
  const { versions } = await given.ranking(recruitmentId);
  const decision = { decisionId: uuidv7(), candidateId: waiting, decision: "RESERVE", reason: "pomyłka" };
  const anew = { recruitmentId, rankingId: versions[0]?.id, decisions: [decision] };
  expect(await it.command(coordinator, "candidate.decide", anew)).toMatchObject(ok);
  expect(await reserve(recruitmentId)).toMatchObject({
    free: 1,
    queue: [{ candidateId: waiting }],
    offers: [{ answer: "WITHDRAWN_BY_US" }],
  });
  expect(await openTasks(recruitmentId)).toBe(1);
});

test("a withdrawal that is taken back leaves no refusal behind: whoever was offered a place waits again in their order", async () => {
  const { recruitmentId, ids } = await decided(1, ["Zwalniająca", "Pomylona", "Trzecia w kolei"]);
  const [leaving = "", mistaken = "", third = ""] = ids;
  const out = (candidateId: string) =>
    it.command(coordinator, "candidate.withdraw", {
      candidateId,
      withdrawnOn: today,
      reason: "pomylone nazwisko",
      rankingId: uuidv7(),
    });
  const offer = (candidateId: string) =>
    it.command(coordinator, "reserve.offer", { offerId: uuidv7(), recruitmentId, candidateId, answerBy: today });
  const takeBack = () =>
    it.command(coordinator, "candidate.take-back-withdrawal", {
      candidateId: mistaken,
      returnId: uuidv7(),
      decisionId: uuidv7(),
      rankingId: uuidv7(),
      reason: "to był kto inny",
    });
  expect(await out(leaving)).toMatchObject(ok);
  expect(await offer(mistaken)).toMatchObject(ok);
  expect(await out(mistaken)).toMatchObject(ok);
  expect(await reserve(recruitmentId)).toMatchObject({
    free: 1,
    queue: [{ candidateId: third }],
    offers: [{ answer: "WITHDREW" }],
  });
  const both = await Promise.all([takeBack(), takeBack()]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect((await reserve(recruitmentId)).queue).toMatchObject([{ candidateId: mistaken }, { candidateId: third }]);
  expect(await offer(third)).toMatchObject({ body: { code: "reserve.out_of_order" } });

  // the same once more, and then they take the place
  expect(await offer(mistaken)).toMatchObject(ok);
  expect(await out(mistaken)).toMatchObject(ok);
  expect(await takeBack()).toMatchObject(ok);
  const offers = await Promise.all([offer(mistaken), offer(mistaken)]);
  expect(offers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const [open] = (await reserve(recruitmentId)).offers.filter(({ answer }) => answer === null);
  const taken = { offerId: open?.id, decisionId: uuidv7(), answer: "TAKEN", answeredOn: today };
  expect(await it.command(coordinator, "reserve.answer", taken)).toMatchObject(ok);
  expect(await states(recruitmentId)).toEqual(["WITHDRAWN", "ACCEPTED", "RESERVE"]);

  // whoever said no themselves is not asked again, withdrawn and back or not
  expect(await out(mistaken)).toMatchObject(ok);
  expect(await offer(third)).toMatchObject(ok);
  const [asked] = (await reserve(recruitmentId)).offers.filter(({ answer }) => answer === null);
  const declined = { offerId: asked?.id, decisionId: uuidv7(), answer: "DECLINED", answeredOn: today };
  expect(await it.command(coordinator, "reserve.answer", declined)).toMatchObject(ok);
  expect((await reserve(recruitmentId)).queue).toEqual([]);
});

test("a decider takes back a withdrawal with a reason: the place as before, or the reserve when it was given away", async () => {
  const { recruitmentId, ids } = await decided(1, ["Wraca", "Następna"]);
  const [back = "", next = ""] = ids;
  const out = () =>
    it.command(coordinator, "candidate.withdraw", {
      candidateId: back,
      withdrawnOn: today,
      reason: "pomylone nazwisko",
      rankingId: uuidv7(),
    });
  const wish = () => ({
    candidateId: back,
    returnId: uuidv7(),
    decisionId: uuidv7(),
    rankingId: uuidv7(),
    reason: "to był kto inny",
  });
  const takeBack = (payload: object = wish(), id = uuidv7()) =>
    it.command(coordinator, "candidate.take-back-withdrawal", payload, { id });
  expect(await takeBack()).toMatchObject({ body: { code: "withdrawal.not_standing" } });
  expect(await out()).toMatchObject(ok);
  expect(await openTasks(recruitmentId)).toBe(1);
  const [payload, id] = [wish(), uuidv7()];
  expect(await takeBack(payload, id)).toMatchObject(ok);
  expect((await takeBack(payload, id)).body.replayed).toBe(true);
  expect(await states(recruitmentId)).toEqual(["ACCEPTED", "RESERVE"]);
  expect(await openTasks(recruitmentId)).toBe(0);
  const { versions, rows } = await given.ranking(recruitmentId);
  expect(versions.map(({ cause }) => cause)).toEqual(["RETURN", "WITHDRAWAL", "FIRST"]);
  expect(rows.map(({ candidateId, rank }) => [candidateId, rank])).toEqual([
    [back, 1],
    [next, 2],
  ]);

  expect(await out()).toMatchObject(ok);
  const offerId = uuidv7();
  await it.command(coordinator, "reserve.offer", { offerId, recruitmentId, candidateId: next, answerBy: today });
  const taken = { offerId, decisionId: uuidv7(), answer: "TAKEN", answeredOn: today };
  expect(await it.command(coordinator, "reserve.answer", taken)).toMatchObject(ok);
  expect(await takeBack()).toMatchObject(ok);
  expect(await states(recruitmentId)).toEqual(["RESERVE", "ACCEPTED"]);
  const view = await it.read(coordinator, `/candidates/${back}`, CandidateView);
  expect(view.withdrawals).toMatchObject([
    { reason: "pomylone nazwisko", back: { reason: "to był kto inny" } },
    { reason: "pomylone nazwisko", back: { reason: "to był kto inny" } },
  ]);
  expect(view.decisions[0]).toMatchObject({ decision: "RESERVE", reason: "to był kto inny" });
});

test("closing says who is accepted and no person yet, and a closed recruitment opens again with a reason", async () => {
  const { recruitmentId, ids } = await decided(1, ["Bez Kartoteki"]);
  const close = () => it.command(coordinator, "recruitment.close", { recruitmentId });
  expect(await close()).toMatchObject({
    status: 422,
    body: { code: "recruitment.accepted_waiting", details: { numbers: "1" } },
  });
  await admit(ids[0] ?? "");
  const reopen = (reason: string) =>
    it.command(coordinator, "recruitment.reopen", { recruitmentId, reopeningId: uuidv7(), reason });
  expect(await reopen("za wcześnie")).toMatchObject({ body: { code: "recruitment.not_closed" } });
  expect(await close()).toMatchObject(ok);
  expect(await reopen("")).toMatchObject({ status: 400 });
  expect(await reopen("doszła osoba z listy")).toMatchObject(ok);
  const view = await it.read(coordinator, `/recruitments/${recruitmentId}`, RecruitmentView);
  expect(view).toMatchObject({
    recruitment: { closedOn: null, keptUntil: null },
    reopenings: [{ reason: "doszła osoba z listy" }],
  });
  expect(await close()).toMatchObject(ok);
});

test("a candidate with a file of another unit is taken in by the PESEL and the same names, and of that file nothing is told before", async () => {
  const { recruitmentId, ids } = await decided(1, ["Znana Gdzie Indziej"]);
  const [candidateId = ""] = ids;
  const { card } = await it.read(coordinator, `/candidates/${candidateId}`, CandidateView);
  const personId = uuidv7();
  const fields = { firstName: card?.firstName, lastName: card?.lastName };
  const file = { personId, unitId: world.office, fields, pesel: card?.pesel, peselNeedsChecking: false };
  expect(await it.command("anna", "person.record", file)).toMatchObject(ok);
  const { people } = await it.read(coordinator, `/recruitments/${recruitmentId}/accepted`, StartView);
  expect(people).toMatchObject([{ candidateId, match: null, elsewhere: true }]);
  expect(JSON.stringify(people)).not.toContain(personId);
  const silent = { candidateId, personId: uuidv7(), known: false, elsewhere: true, caseId: uuidv7() };
  expect(await it.command(coordinator, "candidate.make-person", silent)).toMatchObject({
    body: { code: "admission.reason_missing" },
  });
  expect((await it.get(coordinator, `/people/${personId}`)).status).toBe(404);
  const admission = { ...silent, reason: "przyjęta z listy urzędu pracy" };
  // a day has its limit, and what is refused opens nothing
  const code = "RECRUITMENT_FILES_A_DAY";
  const { rows: usual } = await it.owner.query("select value from legal_parameter where code = $1", [code]);
  const limit = (most: unknown) =>
    it.owner.query("update legal_parameter set value = $1 where code = $2", [most, code]);
  await limit(0);
  expect(await it.command(coordinator, "candidate.make-person", admission)).toMatchObject({
    body: { code: "admission.too_many_today", details: { most: 0 } },
  });
  await limit(usual[0]?.value);
  const done = await it.command(coordinator, "candidate.make-person", admission);
  expect(done).toMatchObject({ status: 200, body: { ids: { person: personId } } });
  expect((await it.get(coordinator, `/people/${personId}`)).status).toBe(200);
  const { openedElsewhere } = await it.read(coordinator, `/candidates/${candidateId}`, CandidateView);
  expect(openedElsewhere).toMatchObject({ on: today, reason: "przyjęta z listy urzędu pracy" });
});
