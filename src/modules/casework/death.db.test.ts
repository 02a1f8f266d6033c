import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { TaskLine } from "./contract.ts";
import { InterviewView } from "./interviewContract.ts";

const it = useTestHouse("2026-12-01T10:00:00Z");
const [personId, caseId] = [uuidv7(), uuidv7()];
const agreed = { personId, text: "Zadzwonić do ZUS", dueOn: "2026-12-10", ownerId: null };

const change = async (deathDate: string | null) => {
  const { body } = await it.get("anna", `/people/${personId}`);
  const answer = await it.command(
    "anna",
    "person.change",
    { personId, fields: { deathDate } },
    { base: Number(body.version) },
  );
  expect(answer).toMatchObject({ status: 200 });
};
const tasksOf = async (name: "anna" | "ewa" | "henryk") => {
  const { tasks } = z.object({ tasks: z.array(TaskLine) }).parse((await it.get(name, "/tasks/mine")).body);
  return tasks.map(({ kind }) => kind).toSorted();
};
const lines = async () => {
  const { body } = await it.get("anna", `/people/${personId}/timeline`);
  return (body.lines as { kind: string }[]).map(({ kind }) => kind);
};

beforeAll(async () => {
  const fields = { firstName: "Jan", lastName: "Zmarły" };
  await it.command("anna", "person.record", { personId, unitId: world.office, fields });
  const opened = { caseId, personId, unitId: world.office, openedOn: "2026-11-02", leaderId: it.accountOf("anna") };
  expect(await it.command("anna", "case.open", opened)).toMatchObject({ status: 200 });
  const joined = { memberId: uuidv7(), caseId, accountId: it.accountOf("ewa"), part: "PSYCHOLOGIST" };
  await it.command("anna", "case.join-team", { ...joined, validFrom: "2026-11-02" });
  await it.command("anna", "task.add", { ...agreed, taskId: uuidv7() });
  await it.command("henryk", "interview.need", {
    interviewId: uuidv7(),
    personId,
    triggerOn: "2026-11-30",
    urgency: "NORMAL_14WD",
    socialWorkerId: it.accountOf("anna"),
  });
  const glass = { type: "break_glass", id: uuidv7() };
  await it.owner.query(
    "insert into task (organisation_id, id, person_id, owner_id, kind, source_type, source_id, created_by, created_at) values ($1, gen_random_uuid(), $2, $3, 'glass.review', $4, $5, $3, '2026-11-30')",
    [world.agenda, personId, it.accountOf("henryk"), glass.type, glass.id],
  );
});

test("a day of death ends open tasks, nothing is due any more, and the team is told (F-00)", async () => {
  expect(await tasksOf("anna")).toEqual(["AGREED", "interview.due"]);
  await change("2026-11-30");
  expect(await tasksOf("anna")).toEqual([]); // she entered it herself
  expect(await tasksOf("ewa")).toEqual(["death.told"]);
  expect(await tasksOf("henryk")).toEqual(["death.told", "glass.review"]);
  expect(await lines()).toEqual(expect.arrayContaining(["person.changed", "person.died"]));
  expect((await lines()).filter((kind) => kind === "task.stopped").length).toBe(2);
  const { interviews } = z
    .object({ interviews: z.array(InterviewView) })
    .parse((await it.get("anna", `/people/${personId}/interviews`)).body);
  expect(interviews.map(({ stopped, result }) => [stopped, result])).toEqual([[true, null]]);
  const due = await it.get("anna", "/deadlines/mine");
  expect(due.body.deadlines).toEqual([]);
});

test("another day tells the team again, once; a mistaken one brings the tasks back, once", async () => {
  await change("2026-11-29");
  expect(await tasksOf("ewa")).toEqual(["death.told"]);
  await change(null);
  expect(await tasksOf("ewa")).toEqual(["death.withdrawn"]);
  expect(await tasksOf("anna")).toEqual(["AGREED", "interview.due"]);
  expect(await lines()).toContain("person.death_withdrawn");
  await change("2026-11-30");
  await change(null);
  expect(await tasksOf("anna")).toEqual(["AGREED", "interview.due"]);
});

test("with nobody of their own the person's units are told", async () => {
  const alone = uuidv7();
  await it.command("anna", "person.record", { personId: alone, unitId: world.office, fields: { alias: "Sam" } });
  const changed = { personId: alone, fields: { deathDate: "2026-11-30" } };
  expect(await it.command("anna", "person.change", changed, { base: 1 })).toMatchObject({ status: 200 });
  const { tasks } = z
    .object({ tasks: z.array(TaskLine) })
    .parse((await it.get("henryk", "/tasks/mine?whose=unit")).body);
  expect(tasks.map((task) => [task.personId, task.kind])).toEqual([[alone, "death.told"]]);
});
