import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse();
const personId = uuidv7();
const task = (taskId = uuidv7()) => ({
  taskId,
  personId,
  text: "Wtorek 10:00 chirurg",
  dueOn: "2026-11-24",
  ownerId: null,
});

beforeAll(async () => {
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, alias, recorded_by) values ($1, $2, 1, 'Broda', $3)",
    [world.agenda, personId, it.accountOf("marta")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.team,
  ]);
});

test("a command sent twice adds one task, with one entry in the audit", async () => {
  const payload = task();
  const id = uuidv7();
  const first = await it.command("marta", "task.add", payload, { id });
  const again = await it.command("marta", "task.add", payload, { id });
  expect(first).toMatchObject({
    status: 200,
    body: { outcome: "done", ids: { task: payload.taskId }, version: 1, replayed: false },
  });
  expect(again).toMatchObject({ status: 200, body: { ids: { task: payload.taskId }, version: 1, replayed: true } });
  expect(await it.audited(payload.taskId)).toEqual(["task.add done"]);
});

test("two equal sends at once have one effect", async () => {
  const payload = task();
  const id = uuidv7();
  const answers = await Promise.all([1, 2, 3, 4].map(() => it.command("marta", "task.add", payload, { id })));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
  expect(answers.filter((answer) => answer.body.replayed === false)).toHaveLength(1);
});

test("the same id with another content is a conflict", async () => {
  const id = uuidv7();
  await it.command("marta", "task.add", task(), { id });
  expect(await it.command("marta", "task.add", task(), { id })).toMatchObject({
    status: 409,
    body: { code: "command.id_reused" },
  });
});

test("a person of another organisation, and of another unit, does not exist", async () => {
  const foreign = await it.command("zofia", "task.add", task());
  const otherUnit = await it.command("anna", "task.add", task());
  const nobody = await it.command("anna", "task.add", { ...task(), personId: uuidv7() });
  expect([foreign, otherUnit, nobody].map(({ status, body }) => [status, body.code])).toEqual(
    Array(3).fill([404, "person.not_found"]),
  );
});

test("a refusal undoes the work, stays in the audit and is answered again the same", async () => {
  const { taskId } = task();
  await it.command("marta", "task.add", { ...task(), taskId });
  await it.command("marta", "task.end", { taskId, outcome: "DONE", note: null });
  const id = uuidv7();
  const refused = await it.command("marta", "task.end", { taskId, outcome: "PARTLY", note: null }, { id });
  const again = await it.command("marta", "task.end", { taskId, outcome: "PARTLY", note: null }, { id });
  expect([refused.status, refused.body.code]).toEqual([422, "task.already_ended"]);
  expect([again.status, again.body.code]).toEqual([422, "task.already_ended"]);
  const { rows } = await it.owner.query("select action, outcome, reason from audit_entry where command_id = $1", [id]);
  expect(rows).toEqual([{ action: "task.end", outcome: "refused", reason: "task.already_ended" }]);
});

test("a role without the verb is refused, and the refusal is in the audit", async () => {
  const id = uuidv7();
  expect(await it.command("adam", "task.add", task(), { id })).toMatchObject({
    status: 403,
    body: { code: "access.denied" },
  });
  const { rows } = await it.owner.query("select outcome from audit_entry where command_id = $1", [id]);
  expect(rows).toEqual([{ outcome: "forbidden" }]);
});

test("wrong types, unknown fields and nonsense are answered with the field's path", async () => {
  const wrong = await it.command("marta", "task.add", { ...task(), dueOn: "2026-02-30", isAdmin: true, text: 7 });
  expect(wrong.status).toBe(400);
  expect(wrong.body.errors).toEqual(
    expect.arrayContaining([
      { path: "payload.text", code: "field.wrong_type" },
      { path: "payload.dueOn", code: "field.invalid" },
      { path: "payload.isAdmin", code: "field.unknown" },
    ]),
  );
  expect((await it.post("marta", "/commands/task.add", [1])).status).toBe(400);
  expect((await it.post("marta", "/commands/task.add", null)).status).toBe(400);
});

test("my tasks are mine alone", async () => {
  const mine = await it.get("marta", "/tasks/mine");
  const none = await it.get("anna", "/tasks/mine");
  expect(mine.body.tasks).toEqual(
    expect.arrayContaining([expect.objectContaining({ personName: "Broda", dueOn: "2026-11-24" })]),
  );
  expect(none.body.tasks).toEqual([]);
});
