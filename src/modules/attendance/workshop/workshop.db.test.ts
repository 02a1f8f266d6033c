import { beforeAll, expect, test } from "vitest";
import { asActor } from "../../../app/testing/asActor.ts";
import {
  type Workshop as Given,
  givenClasses,
  givenParticipant,
  givenWorkshop,
  type Participant,
} from "../../../app/testing/cisMonth.ts";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { Workshop } from "./contract.ts";
import { opinionsOf } from "./public.ts";

const it = useTestHouse("2026-11-20T10:00:00Z");
const [week, month] = ["2026-11-16", "2026-11-01"];
const task = { taskId: uuidv7(), name: "Struganie deski" };
let given: Given;
const people: Participant[] = [];

const card = (more: object = {}) => ({
  groupId: given.groupId,
  profile: "stolarsko-ślusarski",
  stations: "strug, piła, imadło",
  capacity: 10,
  tasks: [task],
  ...more,
});
const read = (name: "zdzislaw" | "hanna" = "zdzislaw") => it.read(name, `/workshops/${given.groupId}`, Workshop);
const skill = (at: number, level: number, more: object = {}) => ({
  markId: uuidv7(),
  personId: people[at]?.personId,
  taskId: task.taskId,
  level,
  ...more,
});
const markSkills = (marks: object[], more: object = {}) =>
  it.command("zdzislaw", "workshop.mark-skills", { groupId: given.groupId, week, marks, ...more });
const tasksOf = async (personId: string | null | undefined) =>
  (
    await it.owner.query<{ kind: string; unit_id: string; person_id: string | null }>(
      "select kind, unit_id, person_id from task where source_id = $1 and source_type = 'workshop-machine' and person_id is not distinct from $2 order by kind",
      [given.groupId, personId],
    )
  ).rows;

beforeAll(async () => {
  given = await givenWorkshop(it);
  for (const lastName of ["Deska", "Hebel", "Strug"]) people.push(await givenParticipant(it, given, { lastName }));
});

test("a workshop has a card, its instructor and its people; another version is a conflict", async () => {
  const empty = await read();
  expect(empty).toMatchObject({
    version: 0,
    tasks: [],
    instructors: ["Zdzislaw Próbna"],
    mayMark: true,
    tooMany: false,
  });
  expect(empty.people.map(({ name }) => name)).toEqual(["Kamil D.", "Kamil H.", "Kamil S."]);
  expect((await it.command("zdzislaw", "workshop.record", card())).body).toMatchObject({ version: 1 });
  expect((await it.command("hanna", "workshop.record", card({ profile: "stolarski" }), { base: 1 })).body.version).toBe(
    2,
  );
  expect((await it.command("hanna", "workshop.record", card(), { base: 1 })).body.code).toBe("record.changed");
  expect((await it.get("zdzislaw", "/workshops")).body).toMatchObject({
    workshops: [{ groupId: given.groupId, members: 3 }],
  });
});

test("the last level of a week counts, earlier ones stay; sent twice it is marked once", async () => {
  const id = uuidv7();
  const payload = { groupId: given.groupId, week, marks: [skill(0, 1), skill(1, 4)] };
  for (const replayed of [false, true])
    expect((await it.command("zdzislaw", "workshop.mark-skills", payload, { id })).body.replayed).toBe(replayed);
  await markSkills([skill(0, 3)]);
  await markSkills([skill(0, 2)], { week: "2026-11-09" });
  const [first] = (await read()).people;
  expect(first?.levels).toEqual([{ taskId: task.taskId, level: 3 }]);
  expect(first?.progress).toEqual([
    { week: "2026-11-09", sum: 2, of: 4 },
    { week, sum: 3, of: 4 },
  ]);
  const { rows } = await it.owner.query("select 1 from workshop_skill_mark where person_id = $1", [
    people[0]?.personId,
  ]);
  expect(rows).toHaveLength(3);
});

test("marks of a strange task, another person, a Tuesday and a week to come are refused", async () => {
  expect((await markSkills([skill(0, 1, { taskId: uuidv7() })])).body.code).toBe("workshop.task_unknown");
  expect((await markSkills([skill(0, 1, { personId: uuidv7() })])).body.code).toBe("workshop.not_a_member");
  expect((await markSkills([skill(0, 1)], { week: "2026-11-17" })).body.code).toBe("workshop.not_a_monday");
  expect((await markSkills([skill(0, 1)], { week: "2026-11-23" })).body.code).toBe("workshop.in_future");
  expect((await markSkills([skill(0, 5)])).status).toBe(400);
});

test("habits of a month are graded 1 to 5, the last grade counts", async () => {
  const habit = (grade: number) => ({ markId: uuidv7(), personId: people[0]?.personId, habit: "PUNCTUALITY", grade });
  for (const grade of [2, 4])
    expect(
      (await it.command("zdzislaw", "workshop.mark-habits", { groupId: given.groupId, month, marks: [habit(grade)] }))
        .status,
    ).toBe(200);
  expect((await read()).people[0]?.habits).toEqual([{ habit: "PUNCTUALITY", grade: 4 }]);
});

test("an opinion is sealed, a later one stands, and the month of the centre reads it with grades and levels", async () => {
  const personId = people[0]?.personId ?? "";
  const opinion = (words: string) => ({
    opinionId: uuidv7(),
    groupId: given.groupId,
    personId,
    kind: "BONUS",
    month,
    words,
  });
  for (const words of ["Pracuje równo.", "Uczy innych, zostaje po godzinach."])
    expect((await it.command("zdzislaw", "workshop.write-opinion", opinion(words))).status).toBe(200);
  const { rows } = await it.owner.query<{ sealed: Buffer }>(
    "select sealed from workshop_opinion where person_id = $1",
    [personId],
  );
  expect(rows.map(({ sealed }) => sealed.includes("Uczy"))).toEqual([false, false]);
  const told = await asActor(it, "hanna", (context) =>
    opinionsOf(
      context,
      people.map(({ personId: one }) => one),
      "2026-11",
    ),
  );
  expect([...told.entries()]).toEqual([
    [
      personId,
      [
        {
          kind: "BONUS",
          words: "Uczy innych, zostaje po godzinach.",
          by: "Zdzislaw Próbna",
          on: "2026-11-20",
          habits: { PUNCTUALITY: 4 },
          levels: { sum: 3, of: 4 },
        },
      ],
    ],
  ]);
  expect(await asActor(it, "hanna", (context) => opinionsOf(context, [personId], "2026-10"))).toEqual(new Map());
});

const giveOther = (...personIds: (string | undefined)[]) =>
  it.command("zdzislaw", "workshop.give-other-task", { groupId: given.groupId, personIds });

test("who is not fit or not trained is kept from the machine, never why; one act for several, the unit is told of each once a day", async () => {
  const [one, other] = [people[0]?.personId, people[1]?.personId];
  expect((await read()).people[1]?.bars).toEqual(["FITNESS", "SAFETY_TRAINING"]);
  expect((await giveOther(other)).status).toBe(200);
  expect((await giveOther(other)).body.code).toBe("workshop.other_task_given");
  expect((await giveOther(one, other)).status).toBe(200);
  expect((await giveOther(other, other)).status).toBe(400);
  expect((await giveOther(one, uuidv7())).body.code).toBe("workshop.not_a_member");
  expect((await read()).people.map(({ otherTask }) => otherTask)).toEqual([true, true, false]);
  for (const personId of [one, other])
    expect(await tasksOf(personId)).toEqual([
      { kind: "workshop.examination_needed", unit_id: world.club, person_id: personId },
      { kind: "workshop.training_needed", unit_id: world.club, person_id: personId },
    ]);
});

test("who may work is not kept from the machine", async () => {
  const { personId = "", ipzsId } = people[2] ?? {};
  await it.owner.query(
    "insert into ipzs_provision (organisation_id, id, ipzs_id, kind, given_on, until, recorded_by) values ($1, $2, $3, 'SAFETY_TRAINING', '2026-03-02', null, $4)",
    [world.agenda, uuidv7(), ipzsId, it.accountOf("hanna")],
  );
  expect((await read()).people[2]?.bars).toEqual(["FITNESS"]);
  await givenExam(personId);
  expect((await read()).people[2]?.bars).toEqual([]);
  expect((await giveOther(personId)).body.code).toBe("workshop.may_work");
});

/** Robert, who joins the case, notes an examination that holds; what he writes beside it stays his. */
async function givenExam(personId: string): Promise<void> {
  const caseId = people.find((one) => one.personId === personId)?.caseId;
  await it.owner.query(
    "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'ASSISTANT', '2026-11-01')",
    [world.agenda, uuidv7(), caseId, it.accountOf("robert")],
  );
  const fitness = { on: "2026-03-01", until: "2027-03-01", result: "FIT", limits: "" };
  const vocational = {
    skills: [],
    preferenceTest: null,
    barriers: [],
    barriersNote: "",
    preferredJobs: "",
    preferredHours: null,
    areaKm: null,
    fitness,
  };
  const nothing = { reason: "", methods: "", strengths: "", areas: [], riskSuicide: null, riskViolence: null };
  const assessment = {
    assessmentId: uuidv7(),
    caseId,
    kind: "VOCATIONAL",
    startedOn: "2026-11-20",
    content: { ...nothing, vocational },
    conclusion: null,
    recommendation: null,
  };
  expect((await it.command("robert", "assessment.record", assessment)).status).toBe(200);
}

test("what was handed out at a class stands where the next morning looks: each item by its last day, under any record of the person (F-35, F-38)", async () => {
  const [one, other] = [people[0]?.personId, people[1]?.personId];
  const classes = await givenClasses(it, given, "2026-11-18", "2026-11-19");
  const handOut = async (sessionId: string | undefined, lines: readonly [string | undefined, string, number][]) => {
    const marks = people.map(({ personId }) => ({ personId, status: "PRESENT" }));
    expect((await it.command("zdzislaw", "attendance.mark", { sessionId, marks, reason: null })).status).toBe(200);
    const issued = lines.map(([personId, item, quantity]) => ({ issueId: uuidv7(), personId, item, quantity }));
    const nobodyElse = { leaderId: null, substituteId: null };
    const held = { topic: "Ławki", content: null, heldMinutes: 360, lateReason: null, ...nobodyElse };
    expect((await it.command("zdzislaw", "register.close", { sessionId, ...held, issued })).status).toBe(200);
  };
  const [first, second] = [...classes.values()];
  await handOut(first, [
    [one, "GLOVES", 1],
    [one, "GLASSES", 1],
  ]);
  await handOut(second, [[one, "GLOVES", 2]]);
  const gloves = { kind: "GLOVES", givenOn: "2026-11-19", until: null, quantity: 2 };
  const glasses = { kind: "GLASSES", givenOn: "2026-11-18", until: null, quantity: 1 };
  const equipmentOf = async (personId: string | undefined, name?: "hanna") =>
    (await read(name)).people.find((each) => each.personId === personId)?.equipment;
  expect(await equipmentOf(one)).toEqual([gloves, glasses]);
  expect(await equipmentOf(one, "hanna")).toEqual([gloves, glasses]);
  expect(await equipmentOf(other)).toEqual([]);
  await it.owner.query("update person set merged_into = $2 where id = $1", [one, other]);
  expect(await equipmentOf(other)).toEqual([gloves, glasses]);
  await it.owner.query("update person set merged_into = null where id = $1", [one]);
});

test("an earlier month has the people of that month, also who has left; of their fitness nothing is told any more", async () => {
  const personId = people[2]?.personId;
  const leave = (day: string | null) =>
    it.owner.query("update group_member set valid_until = $2 where person_id = $1", [personId, day]);
  await leave("2026-10-30");
  const opinion = {
    opinionId: uuidv7(),
    groupId: given.groupId,
    personId,
    kind: "EXTENSION",
    words: "Warto przedłużyć.",
  };
  const write = (of: string) => it.command("zdzislaw", "workshop.write-opinion", { ...opinion, month: of });
  expect((await write(month)).body.code).toBe("workshop.not_a_member");
  expect((await write("2026-10-01")).status).toBe(200);
  const { people: now } = await read();
  expect(now.map((one) => one.personId)).not.toContain(personId);
  const october = await it.read("zdzislaw", `/workshops/${given.groupId}?month=2026-10-15`, Workshop);
  expect(october).toMatchObject({ month: "2026-10-01", tooMany: false });
  expect(october.people.find((one) => one.personId === personId)).toMatchObject({
    bars: null,
    fitness: null,
    equipment: [],
    opinions: [{ kind: "EXTENSION", words: "Warto przedłużyć." }],
  });
  await leave(null);
});

test("the manager reads and keeps the card and marks nobody; others and other houses do not get in", async () => {
  const seen = await read("hanna");
  expect(seen).toMatchObject({ mayMark: false, mayRecord: true });
  const marks = { groupId: given.groupId, week, marks: [skill(0, 1)] };
  expect((await it.command("hanna", "workshop.mark-skills", marks)).body.code).toBe("access.denied");
  expect((await it.get("anna", `/workshops/${given.groupId}`)).body.code).toBe("access.denied");
  expect((await it.get("zofia", `/workshops/${given.groupId}`)).body.code).toBe("access.denied");
  const elsewhere = await givenWorkshop(it, "2026-01-05");
  await it.owner.query("delete from class_group_leader where group_id = $1", [elsewhere.groupId]);
  expect((await it.get("zdzislaw", `/workshops/${elsewhere.groupId}`)).body.code).toBe("group.not_found");
});

test("somebody with protected whereabouts is a number to the manager and a person to who leads the workshop (C7)", async () => {
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [people[2]?.personId]);
  expect(await read()).toMatchObject({ hidden: 0 });
  const seen = await read("hanna");
  expect(seen.hidden).toBe(1);
  expect(seen.people.map(({ personId }) => personId)).not.toContain(people[2]?.personId);
  await it.owner.query("delete from ipzs_provision where ipzs_id = $1", [people[2]?.ipzsId]);
  expect((await giveOther(people[2]?.personId)).status).toBe(200);
  expect(await tasksOf(null)).toEqual([{ kind: "workshop.training_needed", unit_id: world.club, person_id: null }]);
});

test("a merged record's marks are those of the one that stays", async () => {
  const [one, other] = [people[0]?.personId, people[1]?.personId];
  await it.owner.query("update person set merged_into = $2 where id = $1", [other, one]);
  const levels = (await read()).people.find(({ personId }) => personId === one)?.levels;
  expect(levels).toHaveLength(1);
  await it.owner.query("update person set merged_into = null where id = $1", [other]);
});
