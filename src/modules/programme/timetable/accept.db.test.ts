import { afterEach, beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { givenRadomGroup, type RadomGroup, radomGroup } from "../../../app/testing/radomGroup.ts";
import { givenRooms, leaderCard, type RadomRooms } from "../../../app/testing/radomTimetable.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { Calendar } from "../calendar/contract.ts";
import { GroupCard, type SessionLine } from "../contract.ts";

const monday = "2026-12-14";
/** Seven in the morning in Poland, before anything begins. */
const morning = `${monday}T06:00:00Z`;
/** After the year's end. Everybody signs in then, so that no test of another day finds them signed out. */
const newYear = "2027-01-04T06:00:00Z";
const it = useTestHouse(newYear);
let radom: RadomGroup;
let rooms: RadomRooms;

beforeAll(async () => {
  it.clock.set(morning);
  radom = await givenRadomGroup(it, { persons: 2 });
  rooms = await givenRooms(it);
});
afterEach(() => it.clock.set(morning));

const sessionsOf = async (groupId: string) =>
  (await it.get("beata", `/groups/${groupId}/sessions?from=2026-12-01&to=2027-02-28`)).body.sessions as SessionLine[];
const asked = (groupId: string, change: object = {}) => ({
  proposalId: uuidv7(),
  unitId: world.club,
  groupIds: [groupId],
  fromOn: monday,
  keepMoved: true,
  withOptional: [],
  ...change,
});
async function proposed(who: PersonOfFixture, groupId: string, change: object = {}): Promise<string> {
  const payload = asked(groupId, change);
  expect((await it.command(who, "timetable.propose", payload)).body).toMatchObject({ outcome: "done" });
  return payload.proposalId;
}
const accept = (who: PersonOfFixture, proposalId: string) => it.command(who, "timetable.accept", { proposalId });

/** A group of four weeks that meets on Mondays, Tuesdays and Thursdays and has one module, planned and accepted from its first day on. */
async function givenCalendar({
  minutes = 120,
  leaderIds = [] as string[],
} = {}): Promise<{ groupId: string; sessions: SessionLine[] }> {
  const groupId = uuidv7();
  it.clock.set("2026-12-11T08:00:00Z");
  const card = radomGroup(groupId, radom.projectId, [it.accountOf("gosia")]);
  const modules = card.modules.slice(0, 1).map((module) => ({ ...module, plannedHours: 12 }));
  await it.command("beata", "group.record", { ...card, startsOn: monday, weeks: 4, modules });
  const { version } = await it.read("beata", `/groups/${groupId}`, GroupCard);
  const meetings = [1, 2, 4].map((weekday) => ({ weekday, from: 600, to: 720, since: null, until: null }));
  const order = modules.map(({ moduleId }) => ({
    moduleId,
    leastMinutes: 60,
    usualMinutes: minutes,
    mostMinutes: 120,
    wishedWeekdays: [],
    season: null,
    leaderIds,
    roomIds: [],
  }));
  const set = await it.command(
    "beata",
    "timetable.set-group",
    { groupId, meetings, modules: order },
    { base: version },
  );
  expect(set.body).toMatchObject({ outcome: "done" });
  expect((await accept("beata", await proposed("beata", groupId))).status).toBe(200);
  it.clock.set(morning);
  return { groupId, sessions: await sessionsOf(groupId) };
}

test("a class that is on its way today stays, whatever is planned anew or closed at three in the afternoon", async () => {
  const { groupId, sessions } = await givenCalendar();
  const first = sessions[0];
  expect(first).toMatchObject({ day: monday, startsAt: "10:00" });
  it.clock.set(`${monday}T14:00:00Z`);
  expect((await accept("beata", await proposed("beata", groupId, { keepMoved: false }))).status).toBe(200);
  expect((await sessionsOf(groupId)).map(({ id }) => id)).toContain(first?.id);
  const closure = { closureId: uuidv7(), unitId: world.club, fromOn: monday, toOn: "2026-12-15", reason: "awaria" };
  expect((await it.command("beata", "closure.record", closure)).status).toBe(200);
  const standing = await sessionsOf(groupId);
  expect(standing.filter(({ day }) => day <= "2026-12-15").map(({ id }) => id)).toEqual([first?.id]);
  await it.command("beata", "closure.withdraw", { closureId: closure.closureId });
});

test("of two who plan the same group at one time the second is told to look again", async () => {
  const { groupId } = await givenCalendar();
  const later = { fromOn: "2026-12-21", keepMoved: false };
  const [one, two] = [await proposed("beata", groupId, later), await proposed("hanna", groupId, later)];
  const [session] = (await sessionsOf(groupId)).filter(({ day }) => day > "2026-12-21");
  const place = { sessionId: session?.id, day: session?.day, startsAt: "11:00", minutes: session?.minutes };
  const move = { ...place, roomId: null, leaderId: null, reason: null, despite: [] };
  expect((await it.command("hanna", "session.move", move, { base: 1 })).status).toBe(200);
  const before = await sessionsOf(groupId);
  for (const [who, id] of [
    ["beata", one],
    ["hanna", two],
  ] as const)
    expect((await accept(who, id)).body).toMatchObject({ status: 409, code: "timetable.outdated" });
  expect(await sessionsOf(groupId)).toEqual(before);
});

test("accepted twice at once, a proposal is accepted once", async () => {
  const { groupId } = await givenCalendar();
  const id = await proposed("beata", groupId, { keepMoved: false });
  const answers = await Promise.all([accept("beata", id), accept("hanna", id)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
});

test("a proposal does not exist for who plans in another organisation, and they change nothing of it", async () => {
  await it.owner.query(
    "insert into membership_role (organisation_id, account_id, role) values ($1, $2, 'KIS_COORDINATOR') on conflict do nothing",
    [world.elsewhere, it.accountOf("zofia")],
  );
  const { groupId } = await givenCalendar();
  const id = await proposed("beata", groupId, { keepMoved: false });
  expect((await it.get("zofia", `/timetable-proposals/${id}`)).status).toBe(404);
  expect((await accept("zofia", id)).status).toBe(404);
  const strange = asked(groupId, { keepMoved: false });
  expect((await it.command("zofia", "timetable.propose", strange)).status).toBe(404);
  expect((await it.get("beata", `/timetable-proposals/${id}`)).status).toBe(200);
  expect((await accept("beata", id)).status).toBe(200);
});

/** Tasks to plan again what somebody cannot lead, in the order in which they were made: how many classes, since when, and how each ended. */
const tasksOf = async (leaderId: string) =>
  (
    await it.owner.query<{ classes: number; due: string; outcome: string | null; bySource: boolean | null }>(
      `select (t.detail ->> 'classes')::int as classes, t.due_on::text as due, e.outcome, e.by_source as "bySource" from task t
        left join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id
        where t.kind = 'classes.cannot-be-held' and t.source_type = 'class_leader' and t.source_id = $1 order by t.id`,
      [leaderId],
    )
  ).rows;
const hoursOf = async (leaderId: string, change: object, base?: number) =>
  expect(
    (await it.command("beata", "class-leader.record", leaderCard(leaderId, "counsellor", change), { base })).body,
  ).toMatchObject({ outcome: "done" });

test("an accepted proposal ends the task that asked for it, once; what it leaves out is asked for still (R-PRG-04)", async () => {
  const [leader, substitute] = [uuidv7(), uuidv7()];
  const weeks = { away: [{ from: "2026-12-15", to: "2027-01-31" }] };
  await hoursOf(leader, {});
  await hoursOf(substitute, { away: [{ from: monday, to: "2027-01-31" }] });
  const leaderIds = [leader, substitute];
  const [one, two] = [await givenCalendar({ leaderIds }), await givenCalendar({ leaderIds })];
  const ledBy = async (who: string) =>
    [...(await sessionsOf(one.groupId)), ...(await sessionsOf(two.groupId))].filter(
      ({ day, leaderId }) => day >= "2026-12-15" && leaderId === who,
    );
  await hoursOf(leader, weeks, 1);
  await hoursOf(substitute, {}, 1);
  const days = async () => (await ledBy(leader)).map(({ day }) => day).sort();
  const before = await days();
  const first = { classes: before.length, due: before[0] };
  expect(await tasksOf(leader)).toEqual([{ ...first, outcome: null, bySource: null }]);

  const ofOne = await proposed("beata", one.groupId);
  expect(await tasksOf(leader)).toEqual([{ ...first, outcome: null, bySource: null }]);
  const id = uuidv7();
  expect((await it.command("beata", "timetable.accept", { proposalId: ofOne }, { id })).status).toBe(200);
  expect((await it.command("beata", "timetable.accept", { proposalId: ofOne }, { id })).body.replayed).toBe(true);
  const left = await days();
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(before.length);
  const ended = { ...first, outcome: "DONE", bySource: true };
  const second = { classes: left.length, due: left[0] };
  expect(await tasksOf(leader)).toEqual([ended, { ...second, outcome: null, bySource: null }]);
  expect((await accept("beata", await proposed("beata", two.groupId))).status).toBe(200);
  expect(await days()).toEqual([]);
  expect((await ledBy(substitute)).length).toBeGreaterThan(0);
  expect(await tasksOf(leader)).toEqual([ended, { ...second, outcome: "DONE", bySource: true }]);
});

test("days that are closed take their task along; opened again, classes that nobody can lead are asked for again", async () => {
  const leader = uuidv7();
  await hoursOf(leader, {});
  const { groupId, sessions } = await givenCalendar({ leaderIds: [leader] });
  // A colleague of whose hours nobody has said anything leads one too, and nothing is asked for.
  const colleague = it.accountOf("gosia");
  const moduleId = (await it.read("beata", `/groups/${groupId}`, GroupCard)).modules[0]?.id;
  const byHand = { day: "2027-01-05", startsAt: "18:00", minutes: 60, roomId: null, leaderId: colleague };
  expect((await it.command("beata", "session.add", { sessionId: uuidv7(), groupId, moduleId, ...byHand })).status).toBe(
    200,
  );
  const led = sessions.filter(({ day }) => "2027-01-04" <= day && day <= "2027-01-05").map(({ day }) => day);
  expect(led.length).toBeGreaterThan(0);
  const days = { fromOn: "2027-01-04", toOn: "2027-01-05" };
  await hoursOf(leader, { away: [{ from: days.fromOn, to: days.toOn }] }, 1);
  const asked = { classes: led.length, due: led[0] };
  expect(await tasksOf(leader)).toEqual([{ ...asked, outcome: null, bySource: null }]);
  const closure = { closureId: uuidv7(), unitId: world.club, ...days, reason: "awaria" };
  expect((await it.command("beata", "closure.record", closure)).status).toBe(200);
  const ended = { ...asked, outcome: "DONE", bySource: true };
  expect(await tasksOf(leader)).toEqual([ended]);
  expect((await it.command("beata", "closure.withdraw", { closureId: closure.closureId })).status).toBe(200);
  expect(await tasksOf(leader)).toEqual([ended, { ...asked, outcome: null, bySource: null }]);
  expect(await tasksOf(colleague)).toEqual([]);
});

test("beside marks and moves of the same minute nothing is lost and nobody waits in a ring", async () => {
  const { groupId, sessions } = await givenCalendar();
  const person = radom.people[0];
  const memberId = uuidv7();
  await it.command("beata", "member.end", { memberId: person?.memberId, validUntil: "2026-12-13" });
  const member = { memberId, enrolmentId: person?.enrolmentId, validFrom: monday };
  expect((await it.command("beata", "member.add", { groupId, members: [member] })).body).toMatchObject({
    outcome: "done",
  });
  for (const [at, session] of sessions.slice(2, 5).entries()) {
    // Other hours of meetings would take every class away.
    const card = await it.read("beata", `/groups/${groupId}`, GroupCard);
    const hours = [1, 2, 4].map((weekday) => ({
      weekday,
      from: 780 + at * 60,
      to: 900 + at * 60,
      since: null,
      until: null,
    }));
    const order = { groupId, meetings: hours, modules: [] };
    await it.command("beata", "timetable.set-group", order, { base: card.version });
    const id = await proposed("beata", groupId, { keepMoved: true });
    const marks = [{ personId: person?.personId, status: "SICK", minutesLate: 0, minutesLeftEarly: 0 }];
    const place = { day: session.day, startsAt: "18:00", minutes: 60, roomId: null, leaderId: null, reason: null };
    const answers = await Promise.all([
      it.command("gosia", "attendance.mark", { sessionId: session.id, marks, reason: null }),
      accept("beata", id),
      it.command("hanna", "session.move", { sessionId: sessions.at(-1 - at)?.id, ...place, despite: [] }, { base: 1 }),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    const stands = (await sessionsOf(groupId)).some((each) => each.id === session.id);
    if (answers[0]?.status === 200) expect(stands).toBe(true);
  }
});

test("who leads without an account is put before a class, kept when it moves, and taken off (F-34)", async () => {
  const { groupId, sessions } = await givenCalendar();
  const card = await it.read("beata", `/groups/${groupId}`, GroupCard);
  const [volunteer, sessionId] = [rooms.leaders.volunteer ?? "", uuidv7()];
  const place = { day: "2026-12-18", startsAt: "09:00", minutes: 60, roomId: null, leaderId: volunteer };
  const adding = { sessionId, groupId, moduleId: card.modules[0]?.id, ...place };
  expect((await it.command("beata", "session.add", adding)).body).toMatchObject({ outcome: "done" });
  const leaderOf = async () => (await sessionsOf(groupId)).find(({ id }) => id === sessionId)?.leaderId;
  expect(await leaderOf()).toBe(volunteer);
  const move = (change: object, base: number) =>
    it.command("beata", "session.move", { sessionId, ...place, reason: null, despite: [], ...change }, { base });
  expect((await move({ startsAt: "11:00" }, 1)).status).toBe(200);
  expect(await leaderOf()).toBe(volunteer);
  const { sessions: week } = await it.read("beata", "/calendar?from=2026-12-14&to=2026-12-20", Calendar);
  expect(week.find(({ id }) => id === sessionId)).toMatchObject({ leaderName: "Osoba volunteer", hasAccount: false });
  expect((await move({ startsAt: "12:00", leaderId: null }, 2)).status).toBe(200);
  expect(await leaderOf()).toBeNull();
  const stranger = leaderCard(uuidv7(), "volunteer");
  await it.command("zofia", "class-leader.record", stranger);
  expect((await move({ startsAt: "13:00", leaderId: stranger.leaderId }, 3)).body.code).toBe("group.unknown_leader");
  expect(sessions.length).toBeGreaterThan(0);
});

test("a locked month keeps its classes, whatever is planned, closed or opened over it", async () => {
  const { groupId } = await givenCalendar();
  const isDecember = ({ day }: SessionLine) => day < "2027-01-01";
  // A day that was closed before the month was locked, and a class of it that nobody began.
  const closure = { closureId: uuidv7(), unitId: world.club, reason: "awaria" };
  const fortnight = (await sessionsOf(groupId)).filter(isDecember);
  const [gone, unseen] = [fortnight.at(-1), fortnight[0]];
  const days = { fromOn: gone?.day, toOn: gone?.day };
  expect((await it.command("beata", "closure.record", { ...closure, ...days })).status).toBe(200);
  it.clock.set(newYear);
  const lockId = uuidv7();
  await it.owner.query(
    "insert into register_month_lock (organisation_id, id, unit_id, month, no, locked_by) values ($1, $2, $3, '2026-12-01', 1, $4)",
    [world.agenda, lockId, world.club, it.accountOf("hanna")],
  );
  const december = async () => (await sessionsOf(groupId)).filter(isDecember);
  const before = await december();
  expect(before.map(({ id }) => id)).toContain(unseen?.id);
  const done = async (type: string, payload: object) => (await it.command("beata", type, payload)).body.code ?? "done";
  const over = { fromOn: "2026-12-14", toOn: "2027-01-05" };
  const second = { closureId: uuidv7(), unitId: world.club, ...over, reason: "remont" };
  const doors: readonly (readonly [door: string, through: () => Promise<string>])[] = [
    [
      "plan it anew from its first day on",
      async () => done("timetable.accept", { proposalId: await proposed("beata", groupId, { keepMoved: false }) }),
    ],
    ["close its days", () => done("closure.record", second)],
    [
      "plan around the closed days",
      async () => done("timetable.accept", { proposalId: await proposed("beata", groupId, { keepMoved: false }) }),
    ],
    ["open its days again", () => done("closure.withdraw", { closureId: second.closureId })],
    ["open a day that was closed before", () => done("closure.withdraw", { closureId: closure.closureId })],
  ];
  for (const [door, through] of doors)
    expect([door, await through(), await december()]).toEqual([door, "done", before]);
  expect((await sessionsOf(groupId)).some((session) => !isDecember(session))).toBe(true);
  expect(await done("register-month.unlock", { lockId, reason: "koniec" })).toBe("done");
});
