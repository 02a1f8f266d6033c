import { beforeAll, describe, expect, test } from "vitest";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { givenRadomGroup, radomGroup } from "../../../app/testing/radomGroup.ts";
import { givenRooms, leaderCard, type RadomRooms, radomOrder } from "../../../app/testing/radomTimetable.ts";
import { addDays, plainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { Calendar } from "../calendar/contract.ts";
import { GroupCard, type SessionLine } from "../contract.ts";
import { Forecast } from "../forecast/contract.ts";
import { breachesOf } from "./breaches.ts";
import { GroupTimetable, JudgeProblem, Proposal } from "./contract.ts";

/** The search takes as long as the machine is busy. */
const patient = 120_000;
const it = useTestHouse("2026-11-23T10:00:00Z");
let rooms: RadomRooms;
let one: string;
let two: string;

const cardOf = (groupId: string) => it.read("beata", `/groups/${groupId}`, GroupCard);
const sessionsOf = async (groupId: string) =>
  (await it.get("beata", `/groups/${groupId}/sessions?from=2026-12-01&to=2027-12-31`)).body.sessions as SessionLine[];
const hoursOf = (list: readonly { minutes: number }[]) => list.reduce((sum, { minutes }) => sum + minutes, 0) / 60;
const asked = (groupIds: string[], change: object = {}) => ({
  proposalId: uuidv7(),
  unitId: world.club,
  groupIds,
  fromOn: "2026-11-23",
  keepMoved: true,
  withOptional: [],
  ...change,
});
async function proposed(groupIds: string[], change: object = {}): Promise<Proposal> {
  const payload = asked(groupIds, change);
  const answer = await it.command("beata", "timetable.propose", payload);
  expect(answer.body).toMatchObject({ outcome: "done" });
  return it.read("beata", `/timetable-proposals/${payload.proposalId}`, Proposal);
}
const accept = (proposalId: string, options = {}) => it.command("beata", "timetable.accept", { proposalId }, options);
const forecastOf = (groupId: string) => it.read("beata", `/groups/${groupId}/forecast`, Forecast);
const problemNow = () => it.read("beata", `/units/${world.club}/timetable-problem`, JudgeProblem);
/** Breaches of the calendar as it stands, each session judged beside all others. */
async function breachesNow() {
  const { kept, groups, ...rest } = await problemNow();
  const known = groups.map((group) => ({
    ...group,
    modules: group.modules.map((module) => ({ ...module, minutes: 60 * 1000 })),
  }));
  return breachesOf({ ...rest, groups: known, kept: [] }, kept).filter(({ kind }) => kind !== "LENGTH");
}
/** Somebody's hours as they are from now on. */
const changed = async (leader: object) =>
  expect((await it.command("beata", "class-leader.record", leader, { base: 1 })).body).toMatchObject({
    outcome: "done",
  });
async function order(groupId: string, from: number) {
  const card = await cardOf(groupId);
  return it.command("beata", "timetable.set-group", radomOrder(card, rooms, from), { base: card.version });
}

beforeAll(async () => {
  ({ groupId: one } = await givenRadomGroup(it, { persons: 2 }));
  rooms = await givenRooms(it);
});

test("without hours of meetings nothing can be planned, and it says so", async () => {
  expect((await it.command("beata", "timetable.propose", asked([one]))).body.code).toBe("timetable.meetings_missing");
});

test("a group's meetings and modules are set against what was seen, with rooms and leaders of its unit only", async () => {
  expect((await order(one, 10)).status).toBe(200);
  const card = await cardOf(one);
  const wanted = radomOrder(card, rooms, 10);
  const kept = await it.read("beata", `/groups/${one}/timetable`, GroupTimetable);
  expect(kept.meetings).toEqual(wanted.meetings);
  const sorted = (list: readonly (string | undefined)[]) => [...list].sort();
  for (const module of wanted.modules) {
    const read = kept.modules.find(({ moduleId }) => moduleId === module.moduleId);
    expect(read).toMatchObject({ usualMinutes: module.usualMinutes, lengthsSaid: true, season: null });
    expect(sorted(read?.roomIds ?? [])).toEqual(sorted(module.roomIds));
    expect(sorted(read?.leaderIds ?? [])).toEqual(sorted(module.leaderIds));
  }
  expect((await it.command("beata", "timetable.set-group", wanted, { base: card.version - 1 })).body.code).toBe(
    "record.changed",
  );
  const strange = {
    ...wanted,
    modules: wanted.modules.slice(0, 1).map((module) => ({ ...module, roomIds: [uuidv7()] })),
  };
  expect((await it.command("beata", "timetable.set-group", strange, { base: card.version })).body.code).toBe(
    "class-room.not_found",
  );
  for (const who of ["gosia", "zofia", "marek"] as const)
    expect((await it.command(who, "timetable.set-group", wanted, { base: card.version })).status).toBe(403);
});

describe("the Radom programme", () => {
  test("436 of 439 hours are found, five meetings fall on holidays, and for the rest it says what would have to give", {
    timeout: patient,
  }, async () => {
    const found = await proposed([one]);
    expect(hoursOf(found.comes)).toBe(436);
    expect(found).toMatchObject({ outdated: false, stays: 0, goes: [], moved: [] });
    expect(found.lost.map(({ day }) => day)).toEqual([
      "2026-12-25",
      "2027-01-01",
      "2027-01-06",
      "2027-03-29",
      "2027-05-03",
    ]);
    expect(hoursOf(found.unplaced)).toBe(3);
    expect(found.unplaced[0]?.ways[0]?.gives).toContainEqual({ kind: "MEETINGS" });
    expect(await sessionsOf(one)).toEqual([]);
    expect((await it.get("hanna", `/timetable-proposals/${found.id}`)).status).toBe(200);
    for (const who of ["gosia", "marek", "anna", "zofia"] as const) {
      expect((await it.get(who, `/timetable-proposals/${found.id}`)).status).toBe(403);
      expect((await it.command(who, "timetable.accept", { proposalId: found.id })).status).toBe(403);
    }

    const id = uuidv7();
    expect((await accept(found.id, { id })).status).toBe(200);
    expect((await accept(found.id, { id })).body.replayed).toBe(true);
    expect((await accept(found.id)).status).toBe(404);
    expect(hoursOf(await sessionsOf(one))).toBe(436);
    expect(await breachesNow()).toEqual([]);
    expect((await cardOf(one)).overlaps).toEqual([]);
  });

  test("asked again, the same timetable stays as it is: nothing comes and nothing goes", {
    timeout: patient,
  }, async () => {
    const before = await sessionsOf(one);
    const again = await proposed([one]);
    expect([again.comes, again.goes, again.moved]).toEqual([[], [], []]);
    expect((await accept(again.id)).status).toBe(200);
    expect(await sessionsOf(one)).toEqual(before);
  });

  test("a second group that overlaps finds its own hours, rooms and leaders beside the first (R-REC-02)", {
    timeout: patient,
  }, async () => {
    two = uuidv7();
    const { projectId } = await cardOf(one);
    await it.command("beata", "group.record", {
      ...radomGroup(two, projectId),
      name: "Grupa II",
      startsOn: "2027-01-04",
    });
    expect((await order(two, 14)).status).toBe(200);
    const found = await proposed([two]);
    expect(hoursOf(found.comes)).toBeGreaterThan(390);
    expect((await accept(found.id)).status).toBe(200);
    expect(await breachesNow()).toEqual([]);
    expect((await cardOf(two)).overlaps).toEqual([]);
  });

  test("what somebody moved stays where it was put; what they ask for is planned anew", {
    timeout: patient,
  }, async () => {
    const week = (await sessionsOf(one)).filter(({ day }) => "2027-02-08" <= day && day <= "2027-02-12");
    for (const session of week) {
      const { startsAt, minutes } = session;
      const place = {
        sessionId: session.id,
        day: addDays(plainDate(session.day), 1),
        startsAt,
        minutes,
        roomId: null,
        leaderId: null,
      };
      const answer = await it.command("beata", "session.move", { ...place, reason: "ferie", despite: [] }, { base: 1 });
      expect(answer.status).toBe(200);
    }
    const kept = await proposed([one], { fromOn: "2027-02-01" });
    expect((await accept(kept.id)).status).toBe(200);
    const ids = (await sessionsOf(one)).map(({ id }) => id);
    expect(week.every(({ id }) => ids.includes(id))).toBe(true);
    const anew = await proposed([one], { fromOn: "2027-02-01", keepMoved: false });
    expect(anew.moved.length + anew.goes.length).toBeGreaterThanOrEqual(week.length);
    expect((await accept(anew.id)).status).toBe(200);
    expect(await breachesNow()).toEqual([]);
  });

  test("a proposal that the world has left behind is a conflict, and nothing of it is written", {
    timeout: patient,
  }, async () => {
    const found = await proposed([two]);
    const last = (await sessionsOf(two)).at(-1);
    await it.command("beata", "session.cancel", { sessionId: last?.id, reason: "ROOM", note: null });
    const before = await sessionsOf(two);
    await changed(leaderCard(rooms.leaders.lawyer ?? "", "lawyer", { maxWeekMinutes: 120 }));
    expect((await it.read("beata", `/timetable-proposals/${found.id}`, Proposal)).outdated).toBe(true);
    expect((await accept(found.id)).body).toMatchObject({ status: 409, code: "timetable.outdated" });
    expect(await sessionsOf(two)).toEqual(before);
  });

  test("a lost leader: the forecast tells what is missing, the new timetable goes on without her and says whom it lacks", {
    timeout: patient,
  }, async () => {
    const psychologist = rooms.leaders.psychologist ?? "";
    await changed(leaderCard(psychologist, "psychologist", { away: [{ from: "2027-03-01", to: "2027-08-29" }] }));
    const found = await proposed([one, two], { fromOn: "2027-03-01" });
    expect((await accept(found.id)).status).toBe(200);
    expect(await breachesNow()).toEqual([]);
    const { sessions } = await it.read("beata", "/calendar?from=2027-03-01&to=2027-04-14", Calendar);
    expect(sessions.filter(({ leaderId }) => leaderId === psychologist)).toEqual([]);
    const lacking = found.unplaced.find(
      ({ groupId, moduleId }) => groupId === one && codeOf(found, moduleId) === "PSYCHOEDUCATION",
    );
    expect(lacking?.ways[0]?.gives).toContainEqual({ kind: "LEADER", leaderId: psychologist });
    const { modules } = await forecastOf(one);
    expect(modules.find(({ code }) => code === "PSYCHOEDUCATION")).toMatchObject({
      missingMinutes: lacking?.minutes,
      fitsMinutes: 0,
      warning: "programme.under_delivered",
    });
  });

  test("a long holiday takes its classes away, the forecast sees it, and a new timetable puts elsewhere what still fits", {
    timeout: patient,
  }, async () => {
    const before = await forecastOf(two);
    const closure = {
      closureId: uuidv7(),
      unitId: world.club,
      fromOn: "2027-05-10",
      toOn: "2027-05-30",
      reason: "remont",
    };
    expect((await it.command("beata", "closure.record", closure)).status).toBe(200);
    const shut = await forecastOf(two);
    const missing = (forecast: typeof shut) =>
      forecast.modules.reduce((sum, { missingMinutes }) => sum + missingMinutes, 0);
    expect(missing(shut)).toBeGreaterThan(missing(before));
    expect(shut.lost.filter(({ closure: why }) => why === "remont")).toHaveLength(9);
    const found = await proposed([two], { fromOn: "2027-05-01" });
    expect((await accept(found.id)).status).toBe(200);
    expect(await breachesNow()).toEqual([]);
    expect(missing(await forecastOf(two))).toBeLessThanOrEqual(missing(shut));
    expect((await sessionsOf(two)).some(({ day }) => "2027-05-10" <= day && day <= "2027-05-30")).toBe(false);
  });

  test("in the middle of the cycle what was held stays and counts, what went by without a word is planned again", {
    timeout: patient,
  }, async () => {
    const three = uuidv7();
    const { projectId } = await cardOf(one);
    await it.command("beata", "group.record", {
      ...radomGroup(three, projectId),
      name: "Grupa III",
      startsOn: "2026-11-02",
      weeks: 12,
    });
    expect((await order(three, 8)).status).toBe(200);
    const moduleId = (await cardOf(three)).modules.find(({ code }) => code === "COMMUNITY_ACTIVITY")?.id;
    const [held, missed, recent] = [uuidv7(), uuidv7(), uuidv7()];
    for (const [sessionId, day] of [
      [held, "2026-11-04"],
      [missed, "2026-11-06"],
      [recent, "2026-11-20"],
    ])
      await it.command("beata", "session.add", {
        sessionId,
        groupId: three,
        moduleId,
        day,
        startsAt: "08:00",
        minutes: 240,
        roomId: null,
        leaderId: null,
      });
    const closing = {
      sessionId: held,
      topic: "Początek",
      content: null,
      leaderId: it.accountOf("gosia"),
      substituteId: null,
      heldMinutes: 180,
      lateReason: "remont",
    };
    expect((await it.command("beata", "register.close", closing)).body).toMatchObject({ outcome: "done" });
    const before = (await forecastOf(three)).modules.find((module) => module.moduleId === moduleId);
    expect(before).toMatchObject({
      heldMinutes: 180,
      missedMinutes: 240,
      openMinutes: 240,
      missingMinutes: 82 * 60 - 420,
    });
    const found = await proposed([three]);
    const planned = found.comes.filter((session) => session.moduleId === moduleId);
    expect(hoursOf(planned) + hoursOf(found.unplaced.filter((each) => each.moduleId === moduleId))).toBe(82 - 7);
    expect((await accept(found.id)).status).toBe(200);
    const { sessions } = await it.read("beata", "/calendar?from=2026-11-02&to=2026-11-22", Calendar);
    const states = [held, missed, recent].map((id) => sessions.find((session) => session.id === id)?.state);
    expect(states).toEqual(["CLOSED", "MISSED", "OPEN"]);
    expect(await breachesNow()).toEqual([]);
  });
});

const codeOf = ({ names }: Proposal, moduleId: string) => names.modules.find(({ id }) => id === moduleId)?.code;
