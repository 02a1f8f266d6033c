import { beforeAll, expect, test } from "vitest";
import { useTestHouse } from "../../../app/testing/house.ts";
import { givenRadomGroup, type RadomGroup } from "../../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { GroupCard } from "../contract.ts";
import { Realisation } from "./contract.ts";

const it = useTestHouse("2027-01-12T10:00:00Z");
let group: RadomGroup;
let moduleId: string;

beforeAll(async () => {
  group = await givenRadomGroup(it, { persons: 1 });
  moduleId = (await it.read("beata", `/groups/${group.groupId}`, GroupCard)).modules[1]?.id ?? "";
  const given = async (day: string) => {
    const sessionId = uuidv7();
    const place = { day, startsAt: "09:00", minutes: 240, roomId: null, leaderId: null };
    await done("session.add", { sessionId, groupId: group.groupId, moduleId, ...place });
    return sessionId;
  };
  const [held, , off, replaced] = [
    await given("2026-12-09"),
    await given("2026-12-10"),
    await given("2027-01-11"),
    await given("2027-01-12"),
  ];
  const marks = [{ personId: group.people[0]?.personId, status: "PRESENT", minutesLate: 0, minutesLeftEarly: 0 }];
  await done("attendance.mark", { sessionId: held, marks, reason: "zapis po zajęciach" });
  const register = { topic: "Wsparcie", content: null, leaderId: null, substituteId: null, lateReason: "choroba" };
  await done("register.close", { sessionId: held, ...register, heldMinutes: 180 });
  await done("session.cancel", { sessionId: off, reason: "ROOM", note: null });
  await it.owner.query(
    "insert into class_session_cancellation (organisation_id, session_id, reason, cancelled_by) select organisation_id, id, 'REPLACED', $2 from class_session where id = $1",
    [replaced, it.accountOf("beata")],
  );
});
const done = async (type: string, payload: object) =>
  expect((await it.command("beata", type, payload)).body).toMatchObject({ outcome: "done" });

test("months hold what closed registers say; what was called off or went by unwritten is lost, what was replaced is nothing", async () => {
  const view = await it.read("marek", `/groups/${group.groupId}/realisation`, Realisation);
  expect(view.modules).toHaveLength(11);
  const [december, january] = view.months;
  const ofModule = (month: typeof december) => month?.modules.find((each) => each.moduleId === moduleId);
  expect(december).toMatchObject({ month: "2026-12-01", until: "2026-12-31", meetingsHeld: 1 });
  expect(ofModule(december)).toMatchObject({ heldMinutes: 180, lostMinutes: 240, heldTotal: 180 });
  expect(january).toMatchObject({ until: "2027-01-12", total: { heldMinutes: 0, lostMinutes: 240, heldTotal: 180 } });
  // 37 days of 266 of 439 hours
  expect(january?.total.dueMinutes).toBe(Math.round((439 * 60 * 37) / 266));
});

test("it is printed and taken along as a sheet by who reads it, and names nobody", async () => {
  for (const [kind, begins] of [
    ["print", "%PDF"],
    ["export", "PK"],
  ] as const) {
    const url = `/api/groups/${group.groupId}/realisation/${kind}`;
    const fetched = (who: "marek" | "beata" | "sylwia" | "zofia") =>
      it.server.inject({ url, headers: { authorization: `Bearer ${it.tokenOf(who)}` } });
    const answer = await fetched("marek");
    expect([answer.statusCode, answer.rawPayload.subarray(0, begins.length).toString()]).toEqual([200, begins]);
    expect([(await fetched("sylwia")).statusCode, (await fetched("zofia")).statusCode]).toEqual([404, 403]);
  }
  const { body } = await it.get("gosia", `/groups/${group.groupId}/realisation`);
  expect(JSON.stringify(body)).not.toMatch(/Adamska|personId/);
});
