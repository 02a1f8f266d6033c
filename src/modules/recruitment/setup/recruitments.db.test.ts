import { expect, test } from "vitest";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { givenRecruitment } from "../../../app/testing/recruitment.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { CandidateList, CandidateView } from "../candidates/contract.ts";
import { ReserveView } from "../deciding/contract.ts";
import { RecruitmentList, RecruitmentView } from "./contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const coordinator = "beata";
const today = "2026-11-22";
const ok = { status: 200 };

const candidates = (recruitmentId: string) =>
  it.read(coordinator, `/recruitments/${recruitmentId}/candidates`, CandidateList);
const card = (candidateId: string) => it.read(coordinator, `/candidates/${candidateId}`, CandidateView);
const reserve = (recruitmentId: string) => it.read(coordinator, `/recruitments/${recruitmentId}/reserve`, ReserveView);
const carry = (fromId: string, recruitmentId: string, candidateIds: readonly string[], by = coordinator) =>
  it.command(by as typeof coordinator, "candidate.carry-over", {
    fromId,
    recruitmentId,
    candidates: candidateIds.map((candidateId) => ({ candidateId, newCandidateId: uuidv7() })),
  });

test("a project has a recruitment for each group, told apart by name; each counts its own places and list (J9.2)", async () => {
  const spring = await given.recruitment({ places: 1 });
  await given.candidate(spring, given.someone("Wiosenna"));
  expect(await given.freeze(spring)).toMatchObject(ok);
  expect(await given.decideByList(spring, 1)).toMatchObject(ok);
  const autumn = await given.nextRecruitment(spring, "grupa jesienna", 3);
  await given.candidate(autumn, given.someone("Jesienna"));
  expect(await reserve(spring)).toMatchObject({ taken: 1, free: 0 });
  expect(await reserve(autumn)).toMatchObject({ taken: 0, free: 3, places: 3 });
  const view = await it.read(coordinator, `/recruitments/${autumn}`, RecruitmentView);
  expect(view).toMatchObject({
    projectId: spring,
    title: "Powrót do pracy – grupa jesienna",
    counts: { all: 1 },
    others: [{ recruitmentId: spring, name: "" }],
  });
  const { recruitments } = await it.read(coordinator, "/recruitments", RecruitmentList);
  expect(recruitments.filter(({ projectId }) => projectId === spring)).toHaveLength(2);
  const terms = {
    places: 1,
    startsOn: "2027-01-04",
    vacancyWeeks: 4,
    judgedOn: null,
    interviewMax: 0,
    interviewWeight: 100,
    points: [],
  };
  const third = { recruitmentId: uuidv7(), projectId: spring, ...terms };
  const open = (name: string) => it.command(coordinator, "recruitment.set", { ...third, name });
  expect(await open("grupa jesienna")).toMatchObject({ status: 422, body: { code: "recruitment.name_taken" } });
  expect(await open("")).toMatchObject({ status: 422, body: { code: "recruitment.name_taken" } });
});

test("the first recruitment takes the id of its project, and no other project's can be named", async () => {
  const one = await given.recruitment();
  const other = await given.recruitment();
  const terms = {
    places: 1,
    startsOn: "2027-01-04",
    vacancyWeeks: 4,
    judgedOn: null,
    interviewMax: 0,
    interviewWeight: 100,
    points: [],
  };
  const foreign = { recruitmentId: other, projectId: one, name: "obca", ...terms };
  expect(await it.command(coordinator, "recruitment.set", foreign)).toMatchObject({ status: 409 });
});

test("who found no place goes on in another recruitment: card, evidence and day of applying go along, the old card waits no more", async () => {
  const spring = await given.recruitment({ places: 1 });
  const ids = [
    await given.candidate(spring, given.someone("Pierwsza")),
    await given.candidate(spring, given.someone("Druga")),
  ];
  expect(await given.freeze(spring)).toMatchObject(ok);
  expect(await given.decideByList(spring, 1)).toMatchObject(ok);
  const autumn = await given.nextRecruitment(spring, "grupa jesienna");
  const rows = (await candidates(spring)).candidates;
  const accepted = rows.find(({ state }) => state === "ACCEPTED")?.id ?? "";
  const waiting = rows.find(({ state }) => state === "RESERVE")?.id ?? "";
  expect(ids).toContain(waiting);
  expect(await carry(spring, autumn, [waiting, accepted])).toMatchObject({ body: { code: "candidate.not_to_carry" } });
  expect((await candidates(autumn)).candidates).toEqual([]);
  expect((await reserve(spring)).carryTo).toMatchObject([{ recruitmentId: autumn }]);
  expect(await carry(spring, autumn, [waiting], "gosia")).toMatchObject({ status: 403 });
  const both = await Promise.all([carry(spring, autumn, [waiting]), carry(spring, autumn, [waiting])]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);

  const [moved] = (await candidates(autumn)).candidates;
  expect(moved).toMatchObject({
    state: "PASS",
    appliedOn: "2026-11-10",
    others: [{ kind: "CAME_FROM", candidateId: waiting }],
  });
  const told = await card(moved?.id ?? "");
  expect(told.evidence).toMatchObject([{ fact: "registered", holds: true, words: "dokument nr 7" }]);
  const old = await card(waiting);
  expect(old).toMatchObject({
    state: "CARRIED",
    open: false,
    carryTo: [],
    others: [{ kind: "WENT_ON", candidateId: moved?.id }],
  });
  expect((await reserve(spring)).queue).toEqual([]);
  const { counts } = await it.read(coordinator, `/recruitments/${spring}`, RecruitmentView);
  expect(counts).toMatchObject({ carried: 1, reserve: 0, accepted: 1 });
});

test("nobody goes on into another project or a closed recruitment, and twice the same PESEL is refused there", async () => {
  const spring = await given.recruitment({ places: 1 });
  const foreign = await given.recruitment({ places: 1 });
  const someone = given.someone("Powtórzona");
  const one = await given.candidate(spring, someone);
  expect(await carry(spring, foreign, [one])).toMatchObject({ body: { code: "recruitment.other_project" } });
  const autumn = await given.nextRecruitment(spring, "jesień");
  const twin = await given.candidate(autumn, someone);
  expect((await card(one)).others).toMatchObject([{ kind: "BESIDE", candidateId: twin }]);
  expect((await candidates(autumn)).candidates).toMatchObject([{ others: [{ kind: "BESIDE", candidateId: one }] }]);
  expect(await carry(spring, autumn, [one])).toMatchObject({ body: { code: "candidate.pesel_taken" } });
  const withdrawn = { candidateId: twin, withdrawnOn: today, reason: "pomyłka", rankingId: uuidv7() };
  expect(await it.command(coordinator, "candidate.withdraw", withdrawn)).toMatchObject(ok);
  expect((await card(one)).others).toEqual([]);
  expect(await it.command(coordinator, "recruitment.close", { recruitmentId: autumn })).toMatchObject(ok);
  expect(await carry(spring, autumn, [one])).toMatchObject({ body: { code: "recruitment.closed" } });
});

test("whoever was admitted in one recruitment starts in the project; who is let in beside counts in the one opened last", async () => {
  const spring = await given.recruitment({ places: 1 });
  const candidateId = await given.candidate(spring, given.someone("Przyjęta"));
  expect(await given.freeze(spring)).toMatchObject(ok);
  expect(await given.decideByList(spring, 1)).toMatchObject(ok);
  const autumn = await given.nextRecruitment(spring, "jesień", 2);
  const payload = { candidateId, personId: uuidv7(), known: false, caseId: uuidv7() };
  const { body } = await it.command(coordinator, "candidate.make-person", payload);
  const start = { enrolmentId: uuidv7(), projectId: spring, caseId: body.ids?.case, startedOn: today };
  expect(await it.command(coordinator, "enrolment.start", start)).toMatchObject(ok);
  expect(await reserve(spring)).toMatchObject({ taken: 1, beside: 0 });
  expect(await reserve(autumn)).toMatchObject({ taken: 0, beside: 0, free: 2 });

  const [personId, caseId] = [uuidv7(), uuidv7()];
  const file = {
    personId,
    unitId: world.club,
    fields: { firstName: "Obcy", lastName: "Człowiek" },
    pesel: null,
    peselNeedsChecking: false,
  };
  expect(await it.command(coordinator, "person.record", file)).toMatchObject(ok);
  const opening = { caseId, personId, unitId: world.club, openedOn: today, leaderId: null };
  expect(await it.command(coordinator, "case.open", opening)).toMatchObject(ok);
  const { body: criteria } = await it.get(coordinator, `/projects/${spring}/criteria`);
  const [edition] = criteria.editions as unknown as { rules: { ruleId: string }[] }[];
  const confirmed = (edition?.rules ?? []).map(({ ruleId }) => ({ ruleId, on: today, words: "zaświadczenie" }));
  const beside = { enrolmentId: uuidv7(), projectId: spring, caseId, startedOn: today, confirmed };
  const refused = await it.command(coordinator, "enrolment.start", beside);
  expect(refused).toMatchObject({ body: { code: "recruitment.not_admitted" } });
  const waived = { ...beside, waivedReason: "decyzja sądu" };
  expect(await it.command(coordinator, "enrolment.start", waived)).toMatchObject(ok);
  expect(await reserve(spring)).toMatchObject({ taken: 1, beside: 0 });
  expect(await reserve(autumn)).toMatchObject({ taken: 1, beside: 1, free: 1 });
});

test("terms keep their editions, each later one with its reason", async () => {
  const recruitmentId = await given.recruitment({ places: 2 });
  const terms = {
    recruitmentId,
    projectId: recruitmentId,
    places: 3,
    startsOn: "2026-12-07",
    vacancyWeeks: 4,
    judgedOn: null,
    interviewMax: 0,
    interviewWeight: 100,
    points: [],
  };
  const set = { ...terms, reason: "dotacja na trzecie miejsce" };
  expect(await it.command(coordinator, "recruitment.set", set, { base: 1 })).toMatchObject(ok);
  const { editions } = await it.read(coordinator, `/recruitments/${recruitmentId}`, RecruitmentView);
  expect(editions.map(({ no, terms: { places }, reason }) => [no, places, reason])).toEqual([
    [2, 3, "dotacja na trzecie miejsce"],
    [1, 2, ""],
  ]);
  const numbers = await it.read("marek", `/recruitments/${recruitmentId}`, RecruitmentView);
  expect(numbers.editions).toEqual([]);
});
