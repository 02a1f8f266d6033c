import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { givenRadomGroup, type RadomGroup, radomGroup } from "../../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { GroupCard, type SessionLine } from "../contract.ts";
import { ClosurePreview, ClosureReturn } from "./contract.ts";

const it = useTestHouse("2027-02-01T10:00:00Z");
let group: RadomGroup;
let moduleId: string;

beforeAll(async () => {
  group = await givenRadomGroup(it, { persons: 2 });
  moduleId = (await it.read("beata", `/groups/${group.groupId}`, GroupCard)).modules[0]?.id ?? "";
});

const done = async (type: string, payload: object) =>
  expect((await it.command("beata", type, payload)).body).toMatchObject({ outcome: "done" });
async function given(day: string, startsAt = "10:00", groupId = group.groupId, module = moduleId): Promise<string> {
  const sessionId = uuidv7();
  const place = { day, startsAt, minutes: 60, roomId: null, leaderId: null };
  await done("session.add", { sessionId, groupId, moduleId: module, ...place });
  return sessionId;
}
const standing = async (from: string, to: string) =>
  (
    (await it.get("beata", `/groups/${group.groupId}/sessions?from=${from}&to=${to}`)).body.sessions as SessionLine[]
  ).map(({ id }) => id);
const closed = (fromOn: string, toOn: string) => ({ unitId: world.club, fromOn, toOn });
const preview = (fromOn: string, toOn: string) =>
  it.read("beata", `/units/${world.club}/closure-preview?fromOn=${fromOn}&toOn=${toOn}`, ClosurePreview);

test("what closing some days takes away is told beforehand, with what stays for its register; then it is so", async () => {
  const [first, second, marked] = [
    await given("2027-03-01"),
    await given("2027-03-03"),
    await given("2027-03-03", "12:00"),
  ];
  const marks = [{ personId: group.people[0]?.personId, status: "SICK", minutesLate: 0, minutesLeftEarly: 0 }];
  expect((await it.command("gosia", "attendance.mark", { sessionId: marked, marks, reason: null })).status).toBe(200);
  const told = await preview("2027-03-01", "2027-03-03");
  expect(told.cancels.map(({ id, startsAt, groupName }) => [id, startsAt, groupName])).toEqual([
    [first, "10:00", "Grupa I"],
    [second, "10:00", "Grupa I"],
  ]);
  expect(told.kept).toBe(1);
  const closureId = uuidv7();
  await done("closure.record", { closureId, ...closed("2027-03-01", "2027-03-03"), reason: "ferie" });
  expect(await standing("2027-03-01", "2027-03-03")).toEqual([marked]);
  const { body } = await it.get("beata", `/units/${world.club}/closures`);
  expect(body.closures).toEqual([
    { id: closureId, from: "2027-03-01", to: "2027-03-03", reason: "ferie", cancelled: 2 },
  ]);
});

test("days that are open again give back the classes whose place is free, and say which do not come; sent twice, done once", async () => {
  const [back, taken] = [await given("2027-04-05"), await given("2027-04-06")];
  const closureId = uuidv7();
  await done("closure.record", { closureId, ...closed("2027-04-05", "2027-04-06"), reason: "awaria" });
  const other = await given("2027-04-06", "10:30");
  const told = await it.read("beata", `/closures/${closureId}/withdrawal`, ClosureReturn);
  expect(told.returns.map(({ id }) => id)).toEqual([back]);
  expect(told.stays.map(({ id, why }) => [id, why])).toEqual([[taken, "TAKEN"]]);
  const id = uuidv7();
  expect((await it.command("beata", "closure.withdraw", { closureId }, { id })).status).toBe(200);
  expect((await it.command("beata", "closure.withdraw", { closureId }, { id })).body).toMatchObject({ replayed: true });
  expect(await standing("2027-04-05", "2027-04-06")).toEqual([back, other]);
  expect((await it.get("beata", `/closures/${closureId}/withdrawal`)).body.code).toBe("closure.not_found");
  // A class that came back is cancelled again like any other.
  await done("session.cancel", { sessionId: back, reason: "ROOM", note: null });
  const again = await it.command("beata", "session.cancel", { sessionId: back, reason: "ROOM", note: null });
  expect(again.body.code).toBe("session.already_cancelled");
});

test("classes of other units stay, and a unit out of reach is not there", async () => {
  const before = await given("2027-05-10");
  const closureId = uuidv7();
  await it.owner.query(
    "insert into class_closure (organisation_id, id, unit_id, from_on, to_on, reason, recorded_by) values ($1, $2, $3, '2027-05-10', '2027-05-10', 'x', $4)",
    [world.agenda, closureId, world.office, it.accountOf("henryk")],
  );
  expect(await standing("2027-05-10", "2027-05-10")).toEqual([before]);
  const days = "fromOn=2027-05-10&toOn=2027-05-10";
  for (const path of [
    `/units/${world.office}/closure-preview?${days}`,
    `/units/${world.office}/closures`,
    `/closures/${closureId}/withdrawal`,
  ]) {
    expect([path, (await it.get("beata", path)).status]).toEqual([path, 404]);
    expect([path, (await it.get("gosia", path)).status]).toEqual([path, 403]);
  }
  expect((await it.command("beata", "closure.withdraw", { closureId })).status).toBe(404);
});

test("two who take back and cancel at once leave each class in one state", async () => {
  const session = await given("2027-06-01");
  const closureId = uuidv7();
  await done("closure.record", { closureId, ...closed("2027-06-01", "2027-06-01"), reason: "awaria" });
  const answers = await Promise.all([
    it.command("beata", "closure.withdraw", { closureId }),
    it.command("hanna", "closure.withdraw", { closureId }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  const { rows } = await it.owner.query(
    "select count(*)::int as n, count(taken_back_at)::int as back from class_session_cancellation where session_id = $1",
    [session],
  );
  expect(rows).toEqual([{ n: 1, back: 1 }]);
});

test("hours that were planned elsewhere since do not come twice", async () => {
  const groupId = uuidv7();
  const card = radomGroup(groupId, group.projectId, [it.accountOf("gosia")]);
  const modules = card.modules.slice(0, 1).map((module) => ({ ...module, plannedHours: 1 }));
  await done("group.record", { ...card, name: "Mała", startsOn: "2027-02-01", modules });
  const session = await given("2027-07-05", "10:00", groupId, modules[0]?.moduleId);
  await it.owner.query(
    `with made as (insert into calendar_generation (organisation_id, id, group_id, from_on, order_given, lost, unplaced, made_by)
        values ($1, $2, $3, '2027-02-01', '{}', '[]', '[]', $4) returning id)
      update class_session set generation_id = made.id from made where class_session.id = $5`,
    [world.agenda, uuidv7(), groupId, it.accountOf("beata"), session],
  );
  const closureId = uuidv7();
  await done("closure.record", { closureId, ...closed("2027-07-05", "2027-07-05"), reason: "remont" });
  await given("2027-07-12", "10:00", groupId, modules[0]?.moduleId);
  const told = await it.read("beata", `/closures/${closureId}/withdrawal`, ClosureReturn);
  expect([told.returns, told.stays.map(({ why }) => why)]).toEqual([[], ["PLANNED"]]);
});
