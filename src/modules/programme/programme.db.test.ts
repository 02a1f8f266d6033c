import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import {
  givenPeople,
  givenRadomGroup,
  type RadomGroup,
  radomGroup,
  radomProject,
} from "../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { GroupCard, type SessionLine } from "./contract.ts";
import { Forecast } from "./forecast/contract.ts";

const it = useTestHouse("2026-12-08T10:00:00Z");
let group: RadomGroup;
const sessionsOf = async (groupId: string) =>
  (await it.get("beata", `/groups/${groupId}/sessions?from=2026-12-01&to=2027-12-31`)).body.sessions as SessionLine[];
const cardOf = (groupId: string) => it.read("beata", `/groups/${groupId}`, GroupCard);

const roomId = uuidv7();
const place = { day: "2027-02-03", startsAt: "09:00", minutes: 120, roomId, leaderId: null };
async function add(session: object): Promise<void> {
  const answer = await it.command("beata", "session.add", { sessionId: uuidv7(), ...place, ...session });
  expect(answer.body).toMatchObject({ outcome: "done" });
}

/** A group with six classes by hand, in one hall. */
beforeAll(async () => {
  group = await givenRadomGroup(it);
  const hall = { roomId, unitId: world.club, name: "Sala 3", place: null, capacity: 30, lender: null, retiredOn: null };
  await it.command("beata", "class-room.record", { ...hall, hours: [], closed: [] });
  const { modules } = await cardOf(group.groupId);
  for (const [at, day] of [
    "2027-02-03",
    "2027-02-05",
    "2027-04-07",
    "2027-04-09",
    "2027-06-02",
    "2027-06-04",
  ].entries())
    await add({ groupId: group.groupId, moduleId: modules[at]?.id, day });
});

test("a group of 30 has its eleven modules of 439 hours", async () => {
  const card = await cardOf(group.groupId);
  expect(card).toMatchObject({ members: 30, capacity: 30, endsOn: "2027-08-29" });
  expect(card.modules.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0) / 60).toBe(439);
});

/** Every week on Mondays, Wednesdays and Fridays. */
const meetings = [1, 3, 5].map((weekday) => ({ weekday, from: 540, to: 780, since: null, until: null }));

test("which meetings are lost is told as meetings and closed days stand now, not as they did when a calendar was made (R-PRG-06)", async () => {
  const groupId = uuidv7();
  await it.command("beata", "group.record", { ...radomGroup(groupId, group.projectId), startsOn: "2028-01-10" });
  const lost = async () => (await cardOf(groupId)).lost.map(({ day }) => day);
  expect(await lost()).toEqual([]);
  const { version } = await cardOf(groupId);
  const set = { groupId, meetings, modules: [] };
  expect((await it.command("beata", "timetable.set-group", set, { base: version })).status).toBe(200);
  expect(await lost()).toEqual(["2028-04-17", "2028-05-01", "2028-05-03"]);
  const closureId = uuidv7();
  const closure = { closureId, unitId: world.club, fromOn: "2028-02-07", toOn: "2028-02-13", reason: "remont" };
  expect((await it.command("beata", "closure.record", closure)).status).toBe(200);
  expect((await lost()).slice(0, 3)).toEqual(["2028-02-07", "2028-02-09", "2028-02-11"]);
  expect((await it.command("beata", "closure.withdraw", { closureId })).status).toBe(200);
  expect(await lost()).toHaveLength(3);
  const winter = meetings.map((each) => ({ ...each, until: "2028-03-31" }));
  await it.command("beata", "timetable.set-group", { ...set, meetings: winter }, { base: version + 1 });
  expect(await lost()).toEqual([]);
});

test("two groups in one room at one time are flagged, not refused (R-REC-02)", async () => {
  const [one] = await sessionsOf(group.groupId);
  const groupId = uuidv7();
  await it.command("beata", "group.record", { ...radomGroup(groupId, group.projectId), name: "Grupa II" });
  const [module] = (await cardOf(groupId)).modules;
  await add({ groupId, moduleId: module?.id, day: one?.day, startsAt: "10:00" });
  const { overlaps } = await cardOf(groupId);
  expect(overlaps).toMatchObject([{ kind: "ROOM", otherGroup: "Grupa I", day: one?.day }]);
});

const mark = (sessionId: string, personId: string | undefined, status = "SICK") =>
  it.command("gosia", "attendance.mark", {
    sessionId,
    marks: [{ personId, status, minutesLate: 0, minutesLeftEarly: 0 }],
    reason: null,
  });

test("days that are closed take the classes standing on them away, but not one with entries (R-PRG-06)", async () => {
  const [one, other] = (await sessionsOf(group.groupId)).filter(({ day }) => day > "2027-02-01");
  if (!one || !other) throw new Error("no session");
  await mark(one.id, group.people[0]?.personId);
  const closureId = uuidv7();
  const closed = { closureId, unitId: world.club, fromOn: one.day, toOn: other.day, reason: "awaria" };
  expect((await it.command("beata", "closure.record", closed)).status).toBe(200);
  const standing = (await sessionsOf(group.groupId)).filter(({ day }) => one.day <= day && day <= other.day);
  expect(standing.map(({ id }) => id)).toEqual([one.id]);
  expect((await it.command("zofia", "closure.withdraw", { closureId })).status).toBe(403);
  expect((await it.command("beata", "closure.withdraw", { closureId })).status).toBe(200);
  expect((await it.command("beata", "closure.withdraw", { closureId })).body.code).toBe("closure.not_found");
  expect((await cardOf(group.groupId)).closures.map(({ id }) => id)).not.toContain(closureId);
});

test("of a project that counts teaching hours, a planned hour is 45 minutes, whatever it comes to (R-PRG-05)", async () => {
  const [projectId, groupId] = [uuidv7(), uuidv7()];
  await it.command("beata", "project.record", { ...radomProject(projectId), minutesPerHour: 45 });
  const card = radomGroup(groupId, projectId);
  const modules = card.modules.slice(0, 1).map((module) => ({ ...module, plannedHours: 80 / 3 }));
  expect((await it.command("beata", "group.record", { ...card, modules })).status).toBe(200);
  expect((await cardOf(groupId)).modules[0]).toMatchObject({ plannedMinutes: 1200 });
});

test("what stands in the way is told by its kind; whoever takes it knowingly may", async () => {
  const [one] = (await sessionsOf(group.groupId)).filter(({ day, id }) => day > "2027-04-01" && id !== "");
  if (!one) throw new Error("no session");
  const beside = {
    sessionId: uuidv7(),
    groupId: group.groupId,
    moduleId: one.moduleId,
    day: one.day,
    startsAt: one.startsAt,
    minutes: 30,
    roomId: null,
    leaderId: it.accountOf("gosia"),
    despite: [] as string[],
  };
  const { body } = await it.command("beata", "session.add", beside);
  expect(body).toMatchObject({ code: "session.conflicts", details: { kinds: ["GROUP_TWICE"] } });
  expect((await it.command("beata", "session.add", { ...beside, despite: ["GROUP_TWICE"] })).status).toBe(200);
});

test("a session is moved with its history and cancelled once; an old base is a conflict", async () => {
  const session = (await sessionsOf(group.groupId)).at(-1);
  if (!session) throw new Error("no session");
  const move = {
    sessionId: session.id,
    day: "2027-08-27",
    startsAt: "12:00",
    minutes: session.minutes,
    roomId: null,
    leaderId: null,
    reason: "wycieczka",
  };
  expect(
    (await it.command("beata", "session.move", { ...move, startsAt: "23:30", minutes: 60 }, { base: 1 })).body.code,
  ).toBe("session.over_midnight");
  expect((await it.command("beata", "session.move", move, { base: 1 })).body).toMatchObject({ version: 2 });
  expect((await it.command("beata", "session.move", move, { base: 1 })).body.code).toBe("record.changed");
  const { rows } = await it.owner.query(
    "select before ->> 'day' as day from class_session_move where session_id = $1",
    [session.id],
  );
  expect(rows).toEqual([{ day: session.day }]);
  const cancel = { sessionId: session.id, reason: "LEADER_ABSENT", note: null };
  expect((await it.command("gosia", "session.cancel", cancel)).status).toBe(200);
  expect((await it.command("beata", "session.cancel", cancel)).body.code).toBe("session.already_cancelled");
});

test("a full group takes nobody more, also when two send at once; only the project's participants come in", async () => {
  const groupId = uuidv7();
  await it.command("beata", "group.record", { ...radomGroup(groupId, group.projectId), capacity: 1 });
  const [one, two] = await givenPeople(it, 2, 100);
  const enrolled = await Promise.all(
    [one, two].map(async (person) => {
      const enrolmentId = uuidv7();
      await it.command("beata", "enrolment.start", {
        enrolmentId,
        projectId: group.projectId,
        caseId: person?.caseId,
        startedOn: "2026-12-01",
      });
      return { memberId: uuidv7(), enrolmentId, validFrom: "2026-12-08" };
    }),
  );
  const answers = await Promise.all(
    enrolled.map((member) => it.command("beata", "member.add", { groupId, members: [member] })),
  );
  expect(answers.map(({ body }) => body.code ?? "done").sort()).toEqual(["done", "group.full"]);
  const stranger = { memberId: uuidv7(), enrolmentId: uuidv7(), validFrom: "2026-12-08" };
  expect((await it.command("beata", "member.add", { groupId, members: [stranger] })).body.code).toBe(
    "member.not_enrolled",
  );
});

test("modules of a group that goes on: lessons asked for are added, hours changed; what stands keeps its classes and the slack follows (J9.12, R-PRG-02)", async () => {
  const card = await cardOf(group.groupId);
  const before = await sessionsOf(group.groupId);
  const forecast = () => it.read("beata", `/groups/${group.groupId}/forecast`, Forecast);
  expect((await forecast()).fit).toEqual({ plannedMinutes: 439 * 60, capacityMinutes: 456 * 60, exceeds: false });
  const plans = card.modules.map(({ id, plannedMinutes, scheduledMinutes: _, ...module }) => ({
    ...module,
    moduleId: id,
    plannedHours: plannedMinutes / 60 + (module.code === "PSYCHOEDUCATION" ? 18 : 0),
  }));
  const english = { moduleId: uuidv7(), code: "ENGLISH_BASICS", name: null, form: "GROUP", plannedHours: 20 };
  const edited = {
    ...radomGroup(group.groupId, group.projectId, [it.accountOf("gosia")]),
    modules: [...plans, { ...english, cadence: null, provider: "wolontariuszka", optional: true }],
  };
  expect((await it.command("beata", "group.record", edited, { base: card.version })).status).toBe(200);
  expect(await sessionsOf(group.groupId)).toEqual(before);
  const changed = await forecast();
  // on request, so it asks for no hours before somebody plans it
  expect(changed.fit).toEqual({ plannedMinutes: 457 * 60, capacityMinutes: 456 * 60, exceeds: true });
  expect(changed.modules.find(({ code }) => code === "ENGLISH_BASICS")).toMatchObject({
    optional: true,
    missingMinutes: 0,
  });
  await add({ groupId: group.groupId, moduleId: english.moduleId, day: "2027-07-07", startsAt: "15:00" });
  const asked = (await forecast()).modules.find(({ code }) => code === "ENGLISH_BASICS");
  expect(asked).toMatchObject({ aheadMinutes: 120, missingMinutes: 18 * 60, warning: "programme.under_delivered" });
  const less = edited.modules.map((module) =>
    module.code === "PSYCHOEDUCATION" ? { ...module, plannedHours: 1 } : module,
  );
  const version = (await cardOf(group.groupId)).version;
  expect((await it.command("beata", "group.record", { ...edited, modules: less }, { base: version })).status).toBe(200);
  expect((await forecast()).modules.find(({ code }) => code === "PSYCHOEDUCATION")).toMatchObject({
    plannedMinutes: 60,
    aheadMinutes: 120,
    warning: "programme.over_delivered",
  });
});

test("a module with sessions cannot be taken out of the plan", async () => {
  const card = await cardOf(group.groupId);
  const edited = { ...radomGroup(group.groupId, group.projectId, [it.accountOf("gosia")]), modules: [] };
  expect((await it.command("beata", "group.record", edited, { base: card.version })).body.code).toBe(
    "programme.module_in_use",
  );
});

test("who does not lead a group and does not work in its unit does not see it", async () => {
  expect((await it.get("gosia", `/groups/${group.groupId}`)).status).toBe(200);
  expect((await it.get("zdzislaw", `/groups/${group.groupId}`)).body.code).toBe("group.not_found");
  expect((await it.get("ewa", `/groups/${group.groupId}`)).body.code).toBe("group.not_found");
  expect((await it.get("zofia", `/groups/${group.groupId}`)).status).toBe(403);
  expect((await it.get("marek", `/groups/${group.groupId}`)).status).toBe(200);
  expect((await it.get("marek", `/groups/${group.groupId}/members`)).status).toBe(403);
  expect((await it.get("zdzislaw", "/groups")).body.groups).toEqual([]);
  const adding = { sessionId: uuidv7(), groupId: group.groupId, moduleId: uuidv7(), ...place };
  expect((await it.command("gosia", "session.add", adding)).body.code).toBe("access.denied");
});

test("a membership counts no longer than the person lives; a day entered in error costs nothing (F-00)", async () => {
  const counted = async () => (await cardOf(group.groupId)).members;
  const before = await counted();
  const dies = (day: string | null) =>
    it.owner.query(
      "update person set death_date = $2 where id = (select person_id from group_membership where group_id = $1 and valid_until is null order by id limit 1)",
      [group.groupId, day],
    );
  await dies("2026-12-07");
  expect(await counted()).toBe(before - 1);
  await it.owner.query("update person set death_date = null");
  expect(await counted()).toBe(before);
});
