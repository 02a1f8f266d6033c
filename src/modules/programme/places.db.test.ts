import { beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { givenRadomGroup, type RadomGroup } from "../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { Calendar } from "./calendar/contract.ts";
import { ClassChoices, GroupCard, type SessionLine } from "./contract.ts";
import type { LeaderLine } from "./leaders/contract.ts";

const it = useTestHouse("2026-12-15T10:00:00Z");
let group: RadomGroup;
let moduleId: string;
const [hall, gone, elsewhere] = [uuidv7(), uuidv7(), uuidv7()];
const [guest, volunteer] = [uuidv7(), uuidv7()];

const done = async (type: string, payload: object) =>
  expect((await it.command("beata", type, payload)).body).toMatchObject({ outcome: "done" });
const choices = (who: PersonOfFixture) => it.read(who, `/groups/${group.groupId}/class-choices`, ClassChoices);
const place = { day: "2026-12-21", startsAt: "10:00", minutes: 60, roomId: null, leaderId: null } as const;
const adding = (change: object) => ({ sessionId: uuidv7(), groupId: group.groupId, moduleId, ...place, ...change });
const stands = async (sessionId: string) =>
  (
    (await it.get("beata", `/groups/${group.groupId}/sessions?from=2026-12-01&to=2027-12-31`)).body
      .sessions as SessionLine[]
  ).find(({ id }) => id === sessionId);

beforeAll(async () => {
  group = await givenRadomGroup(it, { persons: 2 });
  moduleId = (await it.read("beata", `/groups/${group.groupId}`, GroupCard)).modules[0]?.id ?? "";
  const room = { unitId: world.club, place: null, capacity: 30, lender: null, hours: [], closed: [] };
  await done("class-room.record", { ...room, roomId: hall, name: "Sala klubu", retiredOn: null });
  await done("class-room.record", { ...room, roomId: gone, name: "Stara sala", retiredOn: "2026-12-01" });
  await it.owner.query(
    "insert into class_room (organisation_id, id, unit_id, name, capacity, recorded_by) values ($1, $2, $3, 'Cudza', 10, $4)",
    [world.agenda, elsewhere, world.office, it.accountOf("henryk")],
  );
  const leader = { unitId: world.club, maxWeekMinutes: null, retiredOn: null, hours: [], away: [] };
  await done("class-leader.record", { ...leader, leaderId: guest, kind: "PARTNER", name: "Pani z biblioteki" });
  await it.owner.query(
    "insert into volunteer (organisation_id, id, unit_id, first_name, last_name, sealed, recorded_by) values ($1, $2, $3, 'Halina', 'Nowak', '\\x00', $4)",
    [world.agenda, volunteer, world.club, it.accountOf("beata")],
  );
  await it.owner.query(
    `insert into volunteer_agreement (organisation_id, id, volunteer_id, number, starts_on, ends_on, written, pledged_on, insurance, tasks, recorded_by)
      values ($1, $2, $3, '1/2026', '2026-12-01', '2027-08-31', true, '2026-12-01', 'ACCIDENT_BY_US', 'angielski', $4)`,
    [world.agenda, uuidv7(), volunteer, it.accountOf("beata")],
  );
});

test("a planner chooses among rooms in use, colleagues, people of partners and volunteers of the register; a group's leader among those who lead it", async () => {
  const all = await choices("beata");
  expect(all.rooms).toEqual([{ id: hall, name: "Sala klubu", capacity: 30 }]);
  const kindOf = new Map(all.leaders.map(({ id, kind }) => [id, kind]));
  expect([kindOf.get(it.accountOf("sylwia")), kindOf.get(guest), kindOf.get(volunteer)]).toEqual([
    "COLLEAGUE",
    "PARTNER",
    "VOLUNTEER",
  ]);
  expect(kindOf.has(it.accountOf("krysia"))).toBe(false);
  const own = await choices("gosia");
  expect(own.rooms).toEqual(all.rooms);
  expect(own.leaders.map(({ id }) => id)).toEqual([it.accountOf("gosia")]);
  const path = `/groups/${group.groupId}/class-choices`;
  for (const [who, status] of [
    ["zofia", 403],
    ["marek", 403],
    ["sylwia", 403],
  ] as const)
    expect([who, (await it.get(who, path)).status]).toEqual([who, status]);
});

test("a class stands in a room that the unit has, and nobody makes one by writing", async () => {
  for (const roomId of [elsewhere, uuidv7()]) {
    const { body } = await it.command("beata", "session.add", adding({ roomId }));
    expect(body).toMatchObject({
      code: "class-room.not_found",
      errors: [{ path: "payload.roomId", code: "class-room.not_found" }],
    });
  }
  const first = adding({ roomId: hall });
  await done("session.add", first);
  expect(await stands(first.sessionId)).toMatchObject({ roomId: hall, room: "Sala klubu" });
  // A room that the unit gave up stays with the class that has it.
  await it.owner.query("update class_session set room_id = $1 where id = $2", [elsewhere, first.sessionId]);
  const kept = { sessionId: first.sessionId, ...place, day: "2026-12-22", roomId: elsewhere, reason: null };
  expect((await it.command("beata", "session.move", kept, { base: 1 })).status).toBe(200);
});

test("a volunteer of the register leads a class and is then known as leader with the days of the agreement", async () => {
  const added = adding({ leaderId: volunteer, startsAt: "13:00" });
  await done("session.add", added);
  expect(await stands(added.sessionId)).toMatchObject({ leaderId: volunteer, leaderName: "Halina Nowak" });
  const { body } = await it.get("beata", `/units/${world.club}/class-leaders`);
  expect(body.leaders).toContainEqual(
    expect.objectContaining({
      id: volunteer,
      kind: "VOLUNTEER",
      name: "Halina Nowak",
      retiredOn: "2027-09-01",
      ahead: 1,
    }),
  );
  expect(body.volunteers).toEqual([]);
  expect((await choices("beata")).leaders.filter(({ id }) => id === volunteer)).toHaveLength(1);
  const card = { unitId: world.club, name: "Halina Nowak", maxWeekMinutes: null, retiredOn: null, hours: [], away: [] };
  const changed = await it.command(
    "beata",
    "class-leader.record",
    { ...card, leaderId: volunteer, kind: "PARTNER" },
    { base: 1 },
  );
  expect(changed.body.code).toBe("class-leader.is_volunteer");
  const stranger = await it.command("beata", "session.add", adding({ leaderId: uuidv7() }));
  expect(stranger.body).toMatchObject({ errors: [{ path: "payload.leaderId", code: "group.unknown_leader" }] });
});

test("a volunteer is called everywhere as the register calls them today; hours as leader keep no name of their own", async () => {
  const added = adding({ leaderId: volunteer, startsAt: "15:00", day: "2026-12-23" });
  await done("session.add", added);
  await it.owner.query("update volunteer set last_name = 'Nowak-Lis' where id = $1", [volunteer]);
  const shown = async () => ({
    week: (await stands(added.sessionId))?.leaderName,
    calendar: (await it.read("beata", "/calendar?from=2026-12-21&to=2026-12-27", Calendar)).sessions.find(
      ({ id }) => id === added.sessionId,
    )?.leaderName,
    choice: (await choices("beata")).leaders.find(({ id }) => id === volunteer)?.name,
    leader: (await leaders()).find(({ id }) => id === volunteer)?.name,
  });
  const leaders = async () =>
    (await it.get("beata", `/units/${world.club}/class-leaders`)).body.leaders as LeaderLine[];
  const named = {
    week: "Halina Nowak-Lis",
    calendar: "Halina Nowak-Lis",
    choice: "Halina Nowak-Lis",
    leader: "Halina Nowak-Lis",
  };
  expect(await shown()).toEqual(named);
  // Also where hours are written with the name that was on the screen before.
  const { version } = (await leaders()).find(({ id }) => id === volunteer) ?? {};
  const card = { unitId: world.club, kind: "VOLUNTEER", maxWeekMinutes: 240, retiredOn: null, hours: [], away: [] };
  const saved = await it.command(
    "beata",
    "class-leader.record",
    { ...card, leaderId: volunteer, name: "Halina Nowak" },
    { base: version },
  );
  expect(saved.body).toMatchObject({ outcome: "done" });
  expect(await shown()).toEqual(named);
  // A volunteer whose agreement ended keeps their hours and their name.
  await it.owner.query("update volunteer_agreement set ends_on = '2026-12-10' where volunteer_id = $1", [volunteer]);
  const after = await it.command(
    "beata",
    "class-leader.record",
    { ...card, leaderId: volunteer, name: "Halina Nowak", retiredOn: "2026-12-11" },
    { base: (version ?? 0) + 1 },
  );
  expect(after.body).toMatchObject({ outcome: "done" });
  expect((await leaders()).find(({ id }) => id === volunteer)).toMatchObject({
    name: "Halina Nowak-Lis",
    isOfRegister: true,
    retiredOn: "2026-12-11",
  });
});

test("a class that is brought back to where it stood is not moved", async () => {
  const added = adding({ roomId: hall, leaderId: guest, startsAt: "16:00" });
  await done("session.add", added);
  const isMoved = async () =>
    (await it.read("beata", "/calendar?from=2026-12-21&to=2027-01-03", Calendar)).sessions.find(
      ({ id }) => id === added.sessionId,
    )?.moved;
  const drawn = async (change: object, base: number) => {
    const { groupId: _, moduleId: __, ...stood } = added;
    const answer = await it.command("beata", "session.move", { ...stood, reason: null, ...change }, { base });
    expect(answer.body).toMatchObject({ outcome: "done" });
    return isMoved();
  };
  expect(await isMoved()).toBe(false);
  expect(await drawn({ day: "2026-12-22" }, 1)).toBe(true);
  expect(await drawn({ day: "2026-12-23" }, 2)).toBe(true);
  expect(await drawn({}, 3)).toBe(false);
  expect(await drawn({ roomId: null }, 4)).toBe(true);
  expect(await drawn({}, 5)).toBe(false);
  expect(await drawn({ leaderId: volunteer }, 6)).toBe(true);
});
