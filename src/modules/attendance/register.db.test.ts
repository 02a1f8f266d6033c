import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { givenRadomGroup, type RadomGroup } from "../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { DutiesView } from "../counselling/contract.ts";
import { tellOpenRegisters } from "./alarms.ts";
import { GroupCards } from "./cards/contract.ts";
import { Register, type TodaySession } from "./contract.ts";
import { RegisterMonth } from "./month/contract.ts";

const it = useTestHouse("2027-01-31T17:00:00Z");
let group: RadomGroup;
let moduleId = "";
let owner: pg.Pool;
afterAll(() => owner.end());

type Name = "gosia" | "beata" | "hanna" | "zdzislaw" | "anna" | "zofia";

/** One more class of the group, three weeks ago unless said otherwise, led by nobody but the group's leader. */
async function givenSession(change: object = {}): Promise<string> {
  const sessionId = uuidv7();
  const session = { day: "2027-01-08", startsAt: "15:00", minutes: 120, roomId: null, leaderId: null };
  const payload = { sessionId, groupId: group.groupId, moduleId, ...session, ...change };
  const answer = await it.command("beata", "session.add", payload);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return sessionId;
}
const marks = (status: string, people = group.people) => people.map(({ personId }) => ({ personId, status }));
const mark = (name: Name, sessionId: string, list: object[], reason: string | null = null) =>
  it.command(name, "attendance.mark", { sessionId, marks: list, reason });
const close = (name: Name, sessionId: string, change: object = {}) =>
  it.command(name, "register.close", {
    sessionId,
    topic: "Stolarka",
    content: null,
    leaderId: null,
    substituteId: null,
    heldMinutes: 120,
    lateReason: "choroba",
    ...change,
  });
const registerOf = (name: Name, sessionId: string) => it.read(name, `/sessions/${sessionId}/register`, Register);
const warningOf = async (sessionId: string) =>
  (
    await it.owner.query<{ warning: string | null }>(
      "select detail ->> 'warning' as warning from audit_entry where object_id = $1 and action = 'register.close' and outcome = 'done'",
      [sessionId],
    )
  ).rows[0]?.warning;
const tasksOf = async (kind: string, sourceId: string) =>
  (
    await it.owner.query<{ owner: string; outcome: string | null }>(
      `select m.display_name as owner, e.outcome from task t join membership m on m.organisation_id = t.organisation_id and m.account_id = t.owner_id
       left join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id where t.kind = $1 and t.source_id = $2 order by 1`,
      [kind, sourceId],
    )
  ).rows.map(({ owner, outcome }) => `${owner} ${outcome ?? "open"}`);

beforeAll(async () => {
  const { host, port, user, password, database } = it.owner;
  owner = new pg.Pool({
    host,
    port,
    ...(user ? { user } : {}),
    password: password ?? "",
    ...(database ? { database } : {}),
    max: 2,
  });
  group = await givenRadomGroup(it, { persons: 12 });
  const { body } = await it.get("beata", `/groups/${group.groupId}`);
  moduleId = (body.modules as { id: string; code: string }[]).find(({ code }) => code === "PSYCHOEDUCATION")?.id ?? "";
});

test("a substitute replaces the leader and is no second one; who ran it beside is named, and warned of at eleven for one (R-CIS-05)", async () => {
  const ewa = it.accountOf("ewa");
  let hour = 8;
  const held = async (present: number, led: object) => {
    const sessionId = await givenSession({ startsAt: `${String((hour += 2)).padStart(2, "0")}:00` });
    const away = marks("ABSENT_EXCUSED", group.people.slice(present));
    await mark("gosia", sessionId, [...marks("PRESENT", group.people.slice(0, present)), ...away]);
    expect((await close("gosia", sessionId, led)).status).toBe(200);
    return { sessionId, warning: await warningOf(sessionId), register: await registerOf("gosia", sessionId) };
  };
  const short = "attendance.too_many_for_leaders";
  expect((await held(10, {})).warning).toBeNull();
  expect((await held(11, {})).warning).toBe(short);
  const replaced = await held(11, { substituteId: ewa });
  expect([replaced.warning, replaced.register.closing]).toEqual([
    short,
    expect.objectContaining({ leaderName: "Ewa Próbna", coLeaderNames: [], present: 11, tooMany: true }),
  ]);
  const two = await held(11, { coLeaderIds: [ewa] });
  expect([two.warning, two.register.closing]).toEqual([
    null,
    expect.objectContaining({ coLeaderNames: ["Ewa Próbna"], tooMany: false }),
  ]);
  // the same one twice is one
  expect((await held(11, { substituteId: ewa, coLeaderIds: [ewa] })).warning).toBe(short);
  // both are hours of hers, each class once (F-36)
  const { work } = await it.read("ewa", "/consultations/duties/2027-01", DutiesView);
  const classes = work.flatMap((one) => (one.source === "CLASS" ? [one.minutes] : []));
  expect(classes).toEqual([120, 120, 120]);
});

test("nobody marks a day off that the manager has not granted (R-CIS-11)", async () => {
  const sessionId = await givenSession();
  expect((await mark("gosia", sessionId, marks("DAY_OFF", group.people.slice(0, 1)))).body.code).toBe(
    "attendance.day_off_not_granted",
  );
});

test("who stays away without a word on three class days in a row is asked about, once, until they come; a word is enough", async () => {
  const [, , silent, excused] = group.people;
  const held = async (day: string, status: string, other: string) => {
    const sessionId = await givenSession({ day });
    const rest = group.people.filter((one) => one !== silent && one !== excused);
    await mark("gosia", sessionId, [
      ...marks("PRESENT", rest),
      { personId: silent?.personId, status },
      { personId: excused?.personId, status: other },
    ]);
    expect((await close("gosia", sessionId)).status).toBe(200);
  };
  const asked = async (personId = "") =>
    (
      await it.owner.query<{ outcome: string | null }>(
        "select e.outcome from task t left join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id where t.kind = 'attendance.absent_in_a_row' and t.person_id = $1",
        [personId],
      )
    ).rows.map(({ outcome }) => outcome);
  await held("2027-01-19", "ABSENT_UNEXCUSED", "ABSENT_UNEXCUSED");
  await held("2027-01-20", "ABSENT_UNEXCUSED", "SICK");
  expect(await asked(silent?.personId)).toEqual([]);
  await held("2027-01-21", "ABSENT_UNEXCUSED", "ABSENT_UNEXCUSED");
  expect(await asked(silent?.personId)).toEqual([null]);
  await held("2027-01-24", "ABSENT_UNEXCUSED", "ABSENT_UNEXCUSED");
  expect([await asked(silent?.personId), await asked(excused?.personId)]).toEqual([[null], []]);
  await held("2027-01-25", "LATE", "PRESENT");
  expect(await asked(silent?.personId)).toEqual(["NO_LONGER_RELEVANT"]);
});

test("of somebody whose whereabouts are protected the leader is asked once, by no name, until they come (C7)", async () => {
  const secret = group.people[4];
  const protect = (yes: boolean) =>
    it.owner.query("update person set protected_whereabouts = $2 where id = $1", [secret?.personId, yes]);
  const held = async (day: string, status: string) => {
    const sessionId = await givenSession({ day });
    const rest = group.people.filter((one) => one !== secret);
    await mark("gosia", sessionId, [...marks("PRESENT", rest), { personId: secret?.personId, status }]);
    expect((await close("gosia", sessionId)).status).toBe(200);
  };
  const asked = async () =>
    (
      await it.owner.query<{ outcome: string | null; tells: boolean }>(
        `select e.outcome, $1 in (t.person_id, t.source_id) as tells from task t
          left join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id
        where t.kind = 'attendance.absent_in_a_row' and t.person_id is null`,
        [secret?.personId],
      )
    ).rows.map(({ outcome, tells }) => [outcome, tells ?? false]);
  await protect(true);
  for (const day of ["2027-01-26", "2027-01-27", "2027-01-28", "2027-01-29"]) await held(day, "ABSENT_UNEXCUSED");
  expect(await asked()).toEqual([[null, false]]);
  await held("2027-01-30", "PRESENT");
  expect(await asked()).toEqual([["NO_LONGER_RELEVANT", false]]);
  await protect(false);
});

test("what was made, given to eat and handed out is told with the register (F-35)", async () => {
  const sessionId = await givenSession();
  await mark("gosia", sessionId, marks("PRESENT"));
  const [one] = group.people;
  const issue = { issueId: uuidv7(), personId: one?.personId, item: "GLOVES", quantity: 2 };
  const stranger = { ...issue, issueId: uuidv7(), personId: uuidv7() };
  expect((await close("gosia", sessionId, { issued: [stranger] })).body.code).toBe("attendance.not_a_member");
  await close("gosia", sessionId, { workDone: "dwa regały", mealsIssued: 12, issued: [issue] });
  const register = await registerOf("hanna", sessionId);
  expect(register.closing).toMatchObject({ workDone: "dwa regały", mealsIssued: 12 });
  expect(register.people[0]?.issued).toEqual([{ item: "GLOVES", quantity: 2 }]);
});

test("who may not know of a member closes for the others, and the leader is asked for that one by a task that names nobody (C7)", async () => {
  const sessionId = await givenSession({ day: "2027-01-31" });
  const [hidden, ...others] = group.people;
  const protect = (yes: boolean) =>
    it.owner.query("update person set protected_whereabouts = $2 where id = $1", [hidden?.personId, yes]);
  await protect(true);
  await mark("beata", sessionId, marks("PRESENT", others));
  const lists = (await it.get("beata", "/attendance/today")).body.today as TodaySession[];
  expect(lists.find((one) => one.sessionId === sessionId)).toMatchObject({ members: 11, marked: 11 });
  expect((await close("beata", sessionId)).status).toBe(200);
  expect(await tasksOf("register.marks_missing", sessionId)).toEqual(["Gosia Próbna open"]);
  const { rows } = await it.owner.query("select person_id from task where source_id = $1", [sessionId]);
  expect(rows).toEqual([{ person_id: null }]);
  expect(
    (await mark("gosia", sessionId, marks("PRESENT", group.people.slice(0, 1)), "zna tylko prowadząca")).status,
  ).toBe(200);
  expect(await tasksOf("register.marks_missing", sessionId)).toEqual(["Gosia Próbna DONE"]);
  await protect(false);
});

test("an open register stays on the list however old it is", async () => {
  const sessionId = await givenSession({ day: "2026-12-07" });
  const { open } = (await it.get("gosia", "/attendance/today")).body as { open: TodaySession[] };
  expect(open.map((one) => one.sessionId)).toContain(sessionId);
  await it.command("beata", "session.cancel", { sessionId, reason: "ROOM", note: null });
});

test("an open register becomes the leader's task, later the unit's, once each, and ends with the closing or the class", async () => {
  const sessionId = await givenSession({ leaderId: it.accountOf("gosia") });
  const put = await givenSession({ leaderId: it.accountOf("gosia"), startsAt: "18:00" });
  const tell = async (day: string) => {
    await tellOpenRegisters(owner, new Date(`${day}T05:20:00Z`));
    await tellOpenRegisters(owner, new Date(`${day}T05:20:00Z`));
    return [await tasksOf("register.overdue", sessionId), await tasksOf("register.overdue_in_unit", sessionId)];
  };
  expect(await tell("2027-01-08")).toEqual([[], []]);
  expect(await tell("2027-01-09")).toEqual([["Gosia Próbna open"], []]);
  expect(await tell("2027-01-11")).toEqual([["Gosia Próbna open"], ["Beata Próbna open", "Hanna Próbna open"]]);
  await mark("gosia", sessionId, marks("PRESENT"));
  await close("gosia", sessionId);
  await it.command("beata", "session.cancel", { sessionId: put, reason: "ROOM", note: null });
  expect(await tell("2027-01-12")).toEqual([["Gosia Próbna DONE"], ["Beata Próbna DONE", "Hanna Próbna DONE"]]);
  expect(await tasksOf("register.overdue", put)).toEqual(["Gosia Próbna NO_LONGER_RELEVANT"]);
});

test("a month is locked once all its registers are closed; then only corrections, marked as such, until it is opened with a reason", async () => {
  const last = await givenSession({ day: "2026-12-30" });
  const lock = (lockId: string, name: Name = "hanna", month = "2026-12") =>
    it.command(name, "register-month.lock", { lockId, unitId: world.club, month });
  const month = (name: Name = "hanna") => it.read(name, `/units/${world.club}/register-months/2026-12`, RegisterMonth);
  const [first, second] = [uuidv7(), uuidv7()];
  expect((await lock(first, "hanna", "2027-02")).body.code).toBe("register-month.not_over");
  expect((await lock(first)).body.code).toBe("register-month.registers_open");
  for (const { sessionId } of (await month()).open) {
    const { people } = await registerOf("gosia", sessionId);
    await mark(
      "gosia",
      sessionId,
      people.filter(({ status }) => !status).map(({ personId }) => ({ personId, status: "PRESENT" })),
    );
    expect((await close("gosia", sessionId)).status).toBe(200);
  }
  const answers = await Promise.all([lock(first), lock(second, "beata")]);
  expect(answers.map(({ body }) => body.code ?? "done").toSorted()).toEqual(["done", "register-month.locked"]);
  const lockId = (await month()).lock?.lockId ?? "";
  expect(await month()).toMatchObject({ open: [], mayLock: true, lock: { no: 1 }, correctedAfterLock: 0 });

  const [one] = group.people;
  expect(
    (
      await mark(
        "gosia",
        last,
        marks(
          "SICK",
          [one].filter((it) => it !== undefined),
        ),
      )
    ).body.code,
  ).toBe("attendance.reason_missing");
  expect((await mark("gosia", last, [{ personId: one?.personId, status: "SICK" }], "zwolnienie")).status).toBe(200);
  expect(await month()).toMatchObject({ correctedAfterLock: 1 });
  // a class that is there for no lock to have seen
  const backdated = await givenSession({ day: "2027-01-04" });
  await it.owner.query("update class_session set day = '2026-12-22' where id = $1", [backdated]);
  expect((await mark("gosia", backdated, marks("PRESENT"))).body.code).toBe("attendance.month_locked");
  expect((await registerOf("gosia", backdated)).monthLocked).toBe(true);

  const unlock = (name: Name) => it.command(name, "register-month.unlock", { lockId, reason: "zajęcia dopisane" });
  expect([(await unlock("gosia")).status, (await unlock("zofia")).status]).toEqual([403, 403]);
  expect((await unlock("beata")).status).toBe(200);
  expect((await unlock("hanna")).body.code).toBe("register-month.not_locked");
  const { rows } = await it.owner.query<{ reason: Buffer }>("select reason from register_month_unlock");
  expect(rows[0]?.reason.includes("dopisane")).toBe(false);
  expect((await mark("gosia", backdated, marks("PRESENT"))).status).toBe(200);
  expect((await close("gosia", backdated)).status).toBe(200);
  expect((await lock(uuidv7())).status).toBe(200);
  // what was corrected under the first lock is part of the second
  expect(await month("beata")).toMatchObject({ lock: { no: 2 }, correctedAfterLock: 0 });
  expect((await it.get("gosia", `/units/${world.club}/register-months/2026-12`)).status).toBe(403);
  expect((await it.get("hanna", `/units/${world.office}/register-months/2026-12`)).status).toBe(404);
});

test("a locked month keeps its classes and its people: neither comes, goes or moves until it is opened", async () => {
  const { rows } = await it.owner.query<{ lockId: string; version: number; sessionId: string }>(
    `select l.id as "lockId", s.id as "sessionId", s.version from locked_register_month l, class_session s
     where l.month = '2026-12-01' and s.group_id = $1 and s.day = '2026-12-30'`,
    [group.groupId],
  );
  const { lockId, sessionId, version } = rows[0] ?? { lockId: "", sessionId: "", version: 0 };
  const person = group.people.at(-1);
  const later = await givenSession({ day: "2027-01-05" });
  const at = (day: string) => ({ day, startsAt: "17:00", minutes: 60, roomId: null, leaderId: null });
  const code = async (type: string, payload: object, base?: number) =>
    (await it.command("beata", type, payload, base === undefined ? {} : { base })).body.code ?? "done";
  const moduleOf = { groupId: group.groupId, moduleId };
  const end = {
    enrolmentId: person?.enrolmentId,
    endedOn: "2026-12-21",
    reason: "MOVED",
    accordingToPath: false,
    note: null,
  };
  const other = group.people.at(-2);
  const latecomer = { memberId: uuidv7(), enrolmentId: other?.enrolmentId, validFrom: "2026-12-28" };
  await it.owner.query("update group_member set valid_until = '2026-12-27' where id = $1", [other?.memberId]);
  // a class in the month that no lock has seen: it came about before the month was locked, and nobody began its register
  const unseen = await givenSession({ day: "2027-01-04", startsAt: "19:00" });
  await it.owner.query("update class_session set day = '2026-12-21' where id = $1", [unseen]);
  const codeOf = (answer: Promise<{ body: { code?: string } }>) => answer.then(({ body }) => body.code ?? "done");
  const moveTo = (of: string, day: string) => code("session.move", { sessionId: of, reason: null, ...at(day) }, 1);
  const cancel = (of: string) => code("session.cancel", { sessionId: of, reason: "ROOM", note: null });
  const holds = "register-month.holds_group";
  const doors: readonly (readonly [door: string, through: () => Promise<string>, answer: string])[] = [
    ["add a class to it", () => code("session.add", { sessionId: uuidv7(), ...moduleOf, ...at("2026-12-28") }), holds],
    ["move a class into it", () => moveTo(later, "2026-12-28"), holds],
    ["move a class out of it", () => moveTo(unseen, "2027-01-06"), holds],
    ["cancel one of its classes", () => cancel(unseen), holds],
    ["begin a register of it", () => codeOf(mark("gosia", unseen, marks("PRESENT"))), "attendance.month_locked"],
    ["close a register of it", () => codeOf(close("gosia", unseen)), "attendance.month_locked"],
    [
      "leave the group before its end",
      () => code("member.end", { memberId: person?.memberId, validUntil: "2026-12-21" }),
      holds,
    ],
    ["end the part in the project before its end", () => code("enrolment.end", end), holds],
    ["join the group in it", () => code("member.add", { groupId: group.groupId, members: [latecomer] }), holds],
    ["cancel a class of another month", () => cancel(later), "done"],
  ];
  const answers: string[] = [];
  for (const [door, through] of doors) answers.push(`${door}: ${await through()}`);
  expect(answers).toEqual(doors.map(([door, , answer]) => `${door}: ${answer}`));
  await it.owner.query("update group_member set valid_until = null where id = $1", [other?.memberId]);
  expect(await code("session.move", { sessionId, reason: null, ...at("2027-01-06") }, version)).toBe(
    "attendance.register_begun",
  );

  expect(await code("register-month.unlock", { lockId, reason: "odszedł wcześniej" })).toBe("done");
  expect(await cancel(unseen)).toBe("done");
  // marked on the 22nd and the 30th: whoever leaves before is asked to mend the marks first
  expect(await code("member.end", { memberId: person?.memberId, validUntil: "2026-12-21" })).toBe(
    "member.marked_afterwards",
  );
});

test("who led the group keeps what they led by name, and nothing of its other classes, past or to come", async () => {
  const insert = `insert into class_group_leader (organisation_id, id, group_id, account_id, valid_from, valid_until, given_by)
    values ($1, $2, $3, $4, '2026-12-01', $5, $6)`;
  const id = uuidv7();
  const [former, coordinator] = [it.accountOf("zdzislaw"), it.accountOf("beata")];
  await it.owner.query(insert, [world.agenda, id, group.groupId, former, null, coordinator]);
  const theirs = await givenSession({ startsAt: "19:00", leaderId: former });
  const ofTheGroup = await givenSession({ startsAt: "19:00", day: "2027-01-11" });
  const reads = async () =>
    Promise.all(
      [theirs, ofTheGroup].map(async (one) => (await it.get("zdzislaw", `/sessions/${one}/register`)).status),
    );
  const writes = async () =>
    Promise.all(
      [theirs, ofTheGroup].map(
        async (one) => (await mark("zdzislaw", one, marks("PRESENT", group.people.slice(0, 1)))).body.code ?? "done",
      ),
    );
  expect([await reads(), await writes()]).toEqual([
    [200, 200],
    ["done", "done"],
  ]);
  await it.owner.query("update class_group_leader set valid_until = '2027-01-30' where id = $1", [id]);
  expect([await reads(), await writes()]).toEqual([
    [200, 404],
    ["done", "session.not_found"],
  ]);
  expect((await close("zdzislaw", ofTheGroup)).body.code).toBe("session.not_found");
  // a class of three weeks ago opens no more of the group than its plan
  const ofAll = [`/groups/${group.groupId}/rates`, `/groups/${group.groupId}/cards`];
  for (const path of ofAll)
    expect([path, (await it.get("zdzislaw", path)).body.code]).toEqual([path, "group.not_found"]);
  expect((await it.get("zdzislaw", `/groups/${group.groupId}/hours`)).status).toBe(200);
  await it.command("beata", "session.cancel", { sessionId: ofTheGroup, reason: "OTHER", note: null });
});

test("a card marks its own person alone, tells nobody's name, and stops when revoked", async () => {
  const cards = () => it.read("gosia", `/groups/${group.groupId}/cards`, GroupCards);
  const { people } = await cards();
  const issue = people.slice(0, 2).map(({ personId }) => ({ cardId: uuidv7(), personId }));
  const payload = { groupId: group.groupId, cards: issue };
  const id = uuidv7();
  for (const replayed of [false, true])
    expect((await it.command("gosia", "attendance-card.issue", payload, { id })).body).toMatchObject({ replayed });
  expect((await cards()).people.map((one) => one.cards.length).slice(0, 3)).toEqual([1, 1, 0]);
  const sessionId = await givenSession({ day: "2027-01-31", startsAt: "19:00" });
  const prints = async () => (await registerOf("gosia", sessionId)).people.map((one) => one.cards);
  const [[first], [second], third] = (await prints()) as [string[], string[], string[]];
  expect([first?.length, first === second, third]).toEqual([43, false, []]);
  // a reader who marks nothing gets none
  expect((await registerOf("hanna", sessionId)).people.every((one) => one.cards.length === 0)).toBe(true);
  const cardId = issue[0]?.cardId;
  const revoke = { groupId: group.groupId, cardId, reason: "LOST" };
  expect((await it.command("zdzislaw", "attendance-card.revoke", revoke)).status).toBe(404);
  expect((await it.command("gosia", "attendance-card.revoke", revoke)).status).toBe(200);
  expect((await it.command("hanna", "attendance-card.revoke", revoke)).body.code).toBe(
    "attendance-card.already_revoked",
  );
  expect((await prints())[0]).toEqual([]);
  const { rows } = await it.owner.query("select * from attendance_card");
  expect(Object.keys(rows[0]).toSorted()).toEqual(["id", "issued_at", "issued_by", "organisation_id", "person_id"]);
});

test.each([
  ["a list to sign", (sessionId: string) => `/sessions/${sessionId}/register/print`],
  ["a filled list", (sessionId: string) => `/sessions/${sessionId}/register/print?filled=yes&lang=uk`],
  ["the month", () => `/groups/${group.groupId}/registers/2026-12/print`],
  ["a month with nothing", () => `/groups/${group.groupId}/registers/2027-08/print?lang=en`],
  ["the cards", () => `/groups/${group.groupId}/cards/print`],
])("%s is printed", async (_, path) => {
  const { rows } = await it.owner.query("select session_id from register_closing limit 1");
  const answer = await it.server.inject({
    method: "GET",
    url: `/api${path(rows[0].session_id)}`,
    headers: { authorization: `Bearer ${it.tokenOf("gosia")}` },
  });
  expect([answer.statusCode, answer.rawPayload.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
});
