import { expect, test } from "vitest";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { givenRecruitment } from "../../../app/testing/recruitment.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { EnrolmentExceptions, PersonCheck } from "../../project/criteria/contract.ts";
import { RecruitmentView } from "./contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const coordinator = "beata";
const ok = { status: 200 };
const today = "2026-11-22";
type Started = { personId: string; caseId: string };

/** A project with a recruitment for each of two groups; one is accepted and has a file in each. */
async function twoGroups() {
  const spring = await given.recruitment({ places: 1 });
  const [springGroup, autumnGroup] = [await given.group(spring, "Wiosna"), await given.group(spring, "Jesień")];
  expect(await given.change(spring, { places: 1, groupId: springGroup })).toMatchObject(ok);
  const autumn = await given.nextRecruitment(spring, "jesień", 2, { groupId: autumnGroup });
  return { spring, autumn, springGroup, autumnGroup };
}

async function admitted(recruitmentId: string, lastName: string): Promise<Started> {
  const candidateId = await given.candidate(recruitmentId, given.someone(lastName));
  expect(await given.freeze(recruitmentId)).toMatchObject(ok);
  expect(await given.decideByList(recruitmentId, 1)).toMatchObject(ok);
  const payload = { candidateId, personId: uuidv7(), known: false, caseId: uuidv7() };
  const { body } = await it.command(coordinator, "candidate.make-person", payload);
  return { personId: body.ids?.person ?? "", caseId: body.ids?.case ?? "" };
}

const start = (projectId: string, { caseId }: Started, more: object = {}, id = uuidv7()) => {
  const payload = { enrolmentId: uuidv7(), projectId, caseId, startedOn: today, ...more };
  return it.command(coordinator, "enrolment.start", payload, { id });
};
const check = (projectId: string, { caseId }: Started, groupId = "") =>
  it.read(
    coordinator,
    `/projects/${projectId}/criteria/check?caseId=${caseId}&on=${today}${groupId && `&groupId=${groupId}`}`,
    PersonCheck,
  );

test("who starts in a group is admitted in the recruitment for it; the refusal says which one to look at (J9.2)", async () => {
  const { spring, autumn, springGroup, autumnGroup } = await twoGroups();
  const person = await admitted(spring, "Wiosenna");
  expect((await check(spring, person)).groups.map(({ name }) => name).toSorted()).toEqual(["Jesień", "Wiosna"]);
  expect(await check(spring, person, autumnGroup)).toMatchObject({
    lacked: ["recruitment.not_admitted_to_group"],
    recruitment: "Powrót do pracy – jesień",
  });
  expect(await start(spring, person, { groupId: autumnGroup })).toMatchObject({
    status: 422,
    body: { code: "recruitment.not_admitted_to_group", details: { recruitment: "Powrót do pracy – jesień" } },
  });
  expect((await check(spring, person, springGroup)).lacked).toEqual([]);
  const [enrolmentId, id] = [uuidv7(), uuidv7()];
  const twice = [];
  for (const _ of [1, 2]) twice.push(await start(spring, person, { enrolmentId, groupId: springGroup }, id));
  expect(twice).toMatchObject([ok, { status: 200, body: { replayed: true } }]);
  expect(await given.reserve(spring)).toMatchObject({ taken: 1, beside: 0, free: 0 });
  expect(await given.reserve(autumn)).toMatchObject({ taken: 0, beside: 0, free: 2 });
});

test("who is let into a group by a decider's reason takes a place of the recruitment for it, though it was not opened last", async () => {
  const { spring, autumn, springGroup } = await twoGroups();
  const person = await admitted(autumn, "Jesienna");
  expect(await start(spring, person, { groupId: springGroup })).toMatchObject({
    body: { code: "recruitment.not_admitted_to_group" },
  });
  const done = await start(spring, person, { groupId: springGroup, waivedReason: "zaczyna wcześniej, decyzja" });
  expect(done).toMatchObject(ok);
  expect(await given.reserve(spring)).toMatchObject({ taken: 1, beside: 1, free: 0 });
  // the place by the other recruitment stays theirs until they withdraw there
  expect(await given.reserve(autumn)).toMatchObject({ taken: 1, beside: 0, free: 1 });
  const { candidates } = await given.candidates(autumn);
  expect(candidates.map(({ state }) => state)).toEqual(["ADMITTED"]);
  const list = await it.read(coordinator, `/projects/${spring}/enrolment-exceptions`, EnrolmentExceptions);
  expect(list.exceptions).toMatchObject([{ conditions: ["recruitment.not_admitted_to_group"] }]);
});

test("without a group the one recruitment that took somebody in counts; who is in none says the group first", async () => {
  const { spring, autumn } = await twoGroups();
  const person = await admitted(autumn, "Bez Wskazania");
  const [personId, caseId] = [uuidv7(), uuidv7()];
  const fields = { firstName: "Obcy", lastName: "Bez Rekrutacji" };
  const file = { personId, unitId: world.club, fields, pesel: null, peselNeedsChecking: false };
  expect(await it.command(coordinator, "person.record", file)).toMatchObject(ok);
  const opening = { caseId, personId, unitId: world.club, openedOn: today, leaderId: null };
  expect(await it.command(coordinator, "case.open", opening)).toMatchObject(ok);
  expect((await check(spring, { personId, caseId })).lacked).toEqual(["recruitment.group_missing"]);
  expect(await start(spring, { personId, caseId })).toMatchObject({ body: { code: "recruitment.group_missing" } });
  const both = await Promise.all([start(spring, person), start(spring, person)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(await given.reserve(autumn)).toMatchObject({ taken: 1, beside: 0, free: 1 });
});

test("a recruitment is for a group of its own project alone, and the change stands in its editions with its reason", async () => {
  const [one, other] = [await given.recruitment(), await given.recruitment()];
  const foreign = await given.group(other, "Obca");
  const own = await given.group(one, "Własna");
  expect(await given.change(one, { groupId: foreign })).toMatchObject({ body: { code: "recruitment.group_unknown" } });
  expect(await given.change(one, { groupId: own })).toMatchObject(ok);
  const view = await it.read(coordinator, `/recruitments/${one}`, RecruitmentView);
  expect(view).toMatchObject({ groups: [{ id: own, name: "Własna" }], recruitment: { groupId: own } });
  expect(view.editions.map(({ terms, reason }) => [terms.groupId, reason])).toEqual([
    [own, "zmiana zasad"],
    [null, ""],
  ]);
  for (const who of ["zofia", "anna", "gosia"] as const) {
    const body = { recruitmentId: one, projectId: one, places: 9, startsOn: today, vacancyWeeks: 1, judgedOn: null };
    const sent = { ...body, interviewMax: 0, interviewWeight: 100, points: [], groupId: own, reason: "obca zmiana" };
    expect((await it.command(who, "recruitment.set", sent, { base: 2 })).status, who).toBe(403);
  }
});
