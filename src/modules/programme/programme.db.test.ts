import { beforeAll, describe, expect, test } from "vitest";
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

const it = useTestHouse("2026-12-08T10:00:00Z");
let group: RadomGroup;
const order = (groupId: string, change: object = {}) => ({
  generationId: uuidv7(),
  groupId,
  fromOn: "2026-12-07",
  weekdays: [2, 3, 4],
  startsAt: "09:00",
  room: "Sala 3",
  leaderId: null,
  replace: false,
  ...change,
});
const sessionsOf = async (groupId: string) =>
  (await it.get("beata", `/groups/${groupId}/sessions?from=2026-12-01&to=2027-12-31`)).body.sessions as SessionLine[];
const cardOf = (groupId: string) => it.read("beata", `/groups/${groupId}`, GroupCard);

beforeAll(async () => {
  group = await givenRadomGroup(it);
});

test("a group of 30 has its eleven modules of 439 hours", async () => {
  const card = await cardOf(group.groupId);
  expect(card).toMatchObject({ members: 30, capacity: 30, endsOn: "2027-08-29" });
  expect(card.modules.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0) / 60).toBe(439);
});

test("the calendar of 38 weeks skips holidays, tells what was lost, and gives every module its hours; sent twice, made once", async () => {
  const id = uuidv7();
  const payload = order(group.groupId);
  expect((await it.command("beata", "programme.generate-sessions", payload, { id })).status).toBe(200);
  expect((await it.command("beata", "programme.generate-sessions", payload, { id })).body.replayed).toBe(true);
  const sessions = await sessionsOf(group.groupId);
  expect(sessions.reduce((sum, { minutes }) => sum + minutes, 0) / 60).toBe(439);
  expect(sessions.every(({ day }) => !["2026-12-24", "2027-01-06", "2027-05-27"].includes(day))).toBe(true);
  const card = await cardOf(group.groupId);
  expect(card.lost.map(({ day }) => day)).toEqual(["2026-12-24", "2027-01-06", "2027-05-27"]);
  expect(card.modules.every(({ plannedMinutes, scheduledMinutes }) => plannedMinutes === scheduledMinutes)).toBe(true);
  expect((await it.command("beata", "programme.generate-sessions", order(group.groupId))).body.code).toBe(
    "programme.calendar_exists",
  );
});

test("a calendar is replaced from a day on; what was before stays, hours still add up", async () => {
  const before = await sessionsOf(group.groupId);
  const replaced = order(group.groupId, {
    fromOn: "2027-01-11",
    weekdays: [1, 2, 4],
    startsAt: "10:00",
    replace: true,
  });
  expect((await it.command("beata", "programme.generate-sessions", replaced)).status).toBe(200);
  const after = await sessionsOf(group.groupId);
  const early = (list: SessionLine[]) => list.filter(({ day }) => day < "2027-01-11").map(({ id }) => id);
  expect(early(after)).toEqual(early(before));
  expect(after.filter(({ day }) => day >= "2027-01-11").every(({ startsAt }) => startsAt >= "10:00")).toBe(true);
  const hours = after.reduce((sum, { minutes }) => sum + minutes, 0) / 60;
  expect(hours).toBeLessThanOrEqual(439);
  expect(hours).toBeGreaterThan(420);
  expect(
    (await it.command("beata", "programme.generate-sessions", order(group.groupId, { replace: true }))).body.code,
  ).toBe("programme.past_day");
});

test("closures take meetings out", async () => {
  const { groupId } = { groupId: uuidv7() };
  await it.command("beata", "group.record", { ...radomGroup(groupId, group.projectId), startsOn: "2028-01-10" });
  const closure = {
    closureId: uuidv7(),
    unitId: world.club,
    fromOn: "2028-02-07",
    toOn: "2028-02-13",
    reason: "remont",
  };
  expect((await it.command("beata", "closure.record", closure)).status).toBe(200);
  await it.command("beata", "programme.generate-sessions", order(groupId, { fromOn: "2028-01-10" }));
  const card = await cardOf(groupId);
  expect(card.lost.filter(({ closure: why }) => why === "remont")).toHaveLength(3);
});

test("two groups in one room at one time are flagged, not refused (R-REC-02)", async () => {
  const groupId = uuidv7();
  await it.command("beata", "group.record", {
    ...radomGroup(groupId, group.projectId),
    name: "Grupa II",
    startsOn: "2027-05-03",
  });
  await it.command(
    "beata",
    "programme.generate-sessions",
    order(groupId, { fromOn: "2027-05-03", startsAt: "11:00", room: "sala 3" }),
  );
  const { overlaps } = await cardOf(groupId);
  expect(overlaps.length).toBeGreaterThan(0);
  expect(overlaps[0]).toMatchObject({ kind: "ROOM", otherGroup: "Grupa I" });
});

const mark = (sessionId: string, personId: string | undefined, status = "SICK") =>
  it.command("gosia", "attendance.mark", {
    sessionId,
    marks: [{ personId, status, minutesLate: 0, minutesLeftEarly: 0 }],
    reason: null,
  });

describe("a calendar made anew", () => {
  const projectOrder = (groupId: string, change: object = {}) =>
    order(groupId, { fromOn: "2026-12-08", room: null, replace: true, ...change });
  const givenCalendar = async () => {
    const groupId = uuidv7();
    await it.command("beata", "group.record", {
      ...radomGroup(groupId, group.projectId, [it.accountOf("gosia")]),
      startsOn: "2026-11-30",
    });
    await it.command("beata", "programme.generate-sessions", order(groupId, { fromOn: "2026-11-30", room: null }));
    return groupId;
  };
  const hoursOf = (sessions: readonly SessionLine[]) => sessions.reduce((sum, { minutes }) => sum + minutes, 0) / 60;

  test("keeps a class ahead in whose register somebody has written, and does not refuse for it", async () => {
    const { groupId, people } = { groupId: group.groupId, people: group.people };
    const ahead = (await sessionsOf(groupId)).find(({ day }) => day > "2027-01-20");
    expect((await mark(ahead?.id ?? "", people[0]?.personId)).status).toBe(200);
    const answer = await it.command("beata", "programme.generate-sessions", projectOrder(groupId));
    expect(answer.body).toMatchObject({ outcome: "done" });
    const after = await sessionsOf(groupId);
    expect(after.filter(({ id }) => id === ahead?.id)).toHaveLength(1);
    const beside = after.filter(({ day, id }) => day === ahead?.day && id !== ahead?.id);
    const end = (one: SessionLine) =>
      Number(one.startsAt.slice(0, 2)) * 60 + Number(one.startsAt.slice(3)) + one.minutes;
    for (const other of beside)
      expect(ahead && (end(other) <= end(ahead) - ahead.minutes || end(ahead) <= end(other) - other.minutes)).toBe(
        true,
      );
  });

  test("leaves a moved class where it was put, unless it is asked for", async () => {
    const groupId = await givenCalendar();
    const one = (await sessionsOf(groupId)).at(-1);
    const place = { day: "2027-08-20", startsAt: "16:00", minutes: one?.minutes, room: null, leaderId: null };
    const moving = { sessionId: one?.id, ...place, reason: null };
    expect((await it.command("beata", "session.move", moving, { base: 1 })).status).toBe(200);
    await it.command("beata", "programme.generate-sessions", projectOrder(groupId));
    expect((await sessionsOf(groupId)).find(({ id }) => id === one?.id)).toMatchObject({
      day: "2027-08-20",
      startsAt: "16:00",
    });
  });

  test("plans again what went by without a register: it was not held", async () => {
    const groupId = await givenCalendar();
    const first = (await sessionsOf(groupId)).filter(({ day }) => day <= "2026-12-04");
    expect(hoursOf(first)).toBeGreaterThan(0);
    await it.command("beata", "programme.generate-sessions", projectOrder(groupId));
    const ahead = (await sessionsOf(groupId)).filter(({ day }) => day >= "2026-12-08");
    expect(hoursOf(ahead)).toBeGreaterThan(439 - hoursOf(first));
  });
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
    room: "Sala 3",
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
    room: null,
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
  expect((await it.command("gosia", "programme.generate-sessions", order(group.groupId))).body.code).toBe(
    "access.denied",
  );
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
