import { afterEach, beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse } from "../../app/testing/house.ts";
import { givenRadomGroup, type RadomGroup, radomGroup } from "../../app/testing/radomGroup.ts";
import { addDays, plainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { GroupCard } from "./contract.ts";

const now = "2026-12-15T10:00:00Z";
const it = useTestHouse(now);
const today = plainDate("2026-12-15");
let group: RadomGroup;
let moduleId: string;
let hidden: string;

beforeAll(async () => {
  group = await givenRadomGroup(it, { persons: 3 });
  moduleId = (await it.read("beata", `/groups/${group.groupId}`, GroupCard)).modules[0]?.id ?? "";
  hidden = group.people[0]?.personId ?? "";
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [hidden]);
});
/** Every class is gone after its test. */
afterEach(async () => {
  it.clock.set(now);
  await it.owner.query(
    `insert into class_session_cancellation (organisation_id, session_id, reason, cancelled_by)
    select organisation_id, id, 'OTHER', $1 from class_session on conflict do nothing`,
    [it.accountOf("beata")],
  );
});

/** A class of the group that one gives to another. */
async function given(by: PersonOfFixture, to: PersonOfFixture, day: string = today): Promise<string> {
  const sessionId = uuidv7();
  const place = { day, startsAt: "09:00", minutes: 60, roomId: null, leaderId: it.accountOf(to) };
  const answer = await it.command(by, "session.add", { sessionId, groupId: group.groupId, moduleId, ...place });
  expect(answer.body).toMatchObject({ outcome: "done" });
  return sessionId;
}
const moved = (who: PersonOfFixture, sessionId: string, change: object, base = 1) =>
  it.command(
    who,
    "session.move",
    { sessionId, day: today, startsAt: "20:00", minutes: 60, roomId: null, leaderId: null, reason: null, ...change },
    { base },
  );
const inGroup = async (who: PersonOfFixture) =>
  JSON.stringify((await it.get(who, `/groups/${group.groupId}/members`)).body).includes(hidden);
const inRegister = async (who: PersonOfFixture, sessionId: string) =>
  JSON.stringify((await it.get(who, `/sessions/${sessionId}/register`)).body).includes(hidden);

test("who leads the group knows its people; who plans it does not (C7)", async () => {
  expect(await inGroup("gosia")).toBe(true);
  expect(await inGroup("beata")).toBe(false);
});

test("who names themselves the group's leader plans it and meets nobody by that; named by somebody else they do (C7)", async () => {
  const named = async (by: PersonOfFixture, leaders: readonly PersonOfFixture[]) => {
    const { version, modules } = await it.read("beata", `/groups/${group.groupId}`, GroupCard);
    const card = radomGroup(group.groupId, group.projectId, leaders.map(it.accountOf));
    const kept = card.modules.map((module) => ({
      ...module,
      moduleId: modules.find(({ code }) => code === module.code)?.id ?? module.moduleId,
    }));
    const answer = await it.command(by, "group.record", { ...card, modules: kept }, { base: version });
    expect(answer.body).toMatchObject({ outcome: "done" });
  };
  const sessionId = await given("hanna", "gosia");
  const known = async () => [await inGroup("beata"), await inRegister("beata", sessionId)];
  await named("beata", ["gosia", "beata"]);
  expect(await known()).toEqual([false, false]);
  // saved once more by somebody else it is still her own word
  await named("hanna", ["gosia", "beata"]);
  expect(await known()).toEqual([false, false]);
  await named("hanna", ["gosia"]);
  await named("hanna", ["gosia", "beata"]);
  expect(await known()).toEqual([true, true]);
  await named("hanna", ["gosia"]);
  expect(await inGroup("gosia")).toBe(true);
});

test("nobody comes to know a protected person by a class that they give themselves (C7)", async () => {
  for (const day of [addDays(today, -365 * 6), today, addDays(today, 3)]) {
    const sessionId = await given("beata", "beata", day);
    expect([day, await inGroup("beata"), await inRegister("beata", sessionId)]).toEqual([day, false, false]);
  }
});

test("a class given by somebody else tells whom one meets, in the weeks around it only (C7)", async () => {
  const soon = await given("hanna", "beata", addDays(today, 5));
  expect([await inGroup("beata"), await inRegister("beata", soon)]).toEqual([true, true]);
  it.clock.set("2027-02-01T10:00:00Z");
  expect([await inGroup("beata"), await inRegister("beata", soon)]).toEqual([false, false]);
  it.clock.set("2026-12-04T10:00:00Z");
  expect([await inGroup("beata"), await inRegister("beata", soon)]).toEqual([false, false]);
});

test("a far class that one draws near by oneself is one's own act (C7)", async () => {
  const far = await given("hanna", "beata", addDays(today, 60));
  expect(await inGroup("beata")).toBe(false);
  expect((await moved("beata", far, { leaderId: it.accountOf("beata") })).status).toBe(200);
  expect([await inGroup("beata"), await inRegister("beata", far)]).toEqual([false, false]);
});

test("who leads a class of the group, at any time, still sees its plan", async () => {
  await given("hanna", "sylwia", addDays(today, 60));
  expect((await it.get("sylwia", `/groups/${group.groupId}`)).status).toBe(200);
  expect(await inGroup("sylwia")).toBe(false);
});

test("who leads a group moves its classes, and hands them to those alone who lead it too (C7)", async () => {
  const sessionId = await given("beata", "gosia", addDays(today, 1));
  const hand = (to: PersonOfFixture) => moved("gosia", sessionId, { leaderId: it.accountOf(to) });
  expect((await hand("sylwia")).body.code).toBe("session.leader_not_of_group");
  expect((await hand("gosia")).status).toBe(200);
  expect((await moved("beata", sessionId, { leaderId: it.accountOf("sylwia") }, 2)).status).toBe(200);
  expect(await inGroup("sylwia")).toBe(true);
});

test("a planner begins hours of any colleague, and changes what another unit wrote down only of those who lead here", async () => {
  const unitId = (await it.read("beata", `/groups/${group.groupId}`, GroupCard)).unitId;
  const card = { unitId, kind: "COLLEAGUE", name: null, maxWeekMinutes: 60, retiredOn: null, hours: [], away: [] };
  const write = (who: PersonOfFixture, base?: number) =>
    it.command("beata", "class-leader.record", { ...card, leaderId: it.accountOf(who) }, { base });
  expect((await write("gosia")).status).toBe(200);
  expect((await write("gosia", 1)).status).toBe(200);
  await it.owner.query(
    `insert into class_leader (organisation_id, id, kind, account_id, recorded_by)
      select organisation_id, account_id, 'COLLEAGUE', account_id, account_id from membership where account_id = $1`,
    [it.accountOf("janusz")],
  );
  expect((await write("janusz", 1)).status).toBe(404);
});
