import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { enrolPhone, type Phone } from "../../../app/testing/phone.ts";
import { givenRadomGroup, type RadomGroup } from "../../../app/testing/radomGroup.ts";
import type { HeldRecord, Pulled } from "../../../platform/sync/contract.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ConflictList } from "../../conflict/contract.ts";
import { Register, type TodaySession } from "../contract.ts";
import { type HeldMember, type HeldRegister, heldKinds } from "./held.ts";
import { registerHere, registersHere } from "./registerHere.ts";

const it = useTestHouse("2026-12-18T12:00:00Z");
const today = plainDate("2026-12-18");
let group: RadomGroup;
let moduleId = "";
let tablet: Phone;
const held = new Map<string, HeldRecord>();
let cursor: string | null = null;

async function pull(): Promise<void> {
  const answer: { records: Pulled["records"]; cursor: string } = await tablet.pullAll(cursor);
  cursor = answer.cursor;
  for (const record of answer.records) {
    const key = `${record.kind} ${record.id}`;
    if ("gone" in record) held.delete(key);
    else held.set(key, record);
  }
}
const bodies = <T>(kind: string) =>
  [...held.values()].filter((record) => record.kind === kind).map(({ body }) => JSON.parse(JSON.stringify(body)) as T);
const here = () => ({
  registers: bodies<HeldRegister>(heldKinds.register),
  members: bodies<HeldMember>(heldKinds.member),
  pending: [],
});

async function givenSession(change: object = {}): Promise<string> {
  const sessionId = uuidv7();
  const session = { day: "2026-12-18", startsAt: "15:00", minutes: 120, roomId: null, leaderId: null };
  const payload = { sessionId, groupId: group.groupId, moduleId, ...session, ...change };
  expect((await it.command("beata", "session.add", payload)).status).toBe(200);
  return sessionId;
}
const marks = (status: string, people = group.people, minutesLate = 0) =>
  people.map(({ personId }) => ({ personId, status, minutesLate, minutesLeftEarly: 0 }));
const payloadOf = (sessionId: string, list: object[]) => ({ sessionId, marks: list, reason: null });
const online = (sessionId: string, list: object[]) =>
  it.command("beata", "attendance.mark", payloadOf(sessionId, list));
const closing = (sessionId: string) => ({
  sessionId,
  topic: "Komunikacja",
  content: null,
  leaderId: null,
  substituteId: null,
  coLeaderIds: [],
  heldMinutes: 120,
  lateReason: null,
  workDone: null,
  mealsIssued: null,
  issued: [],
});
const registerOf = (sessionId: string) => it.read("beata", `/sessions/${sessionId}/register`, Register);
const statuses = async (sessionId: string) =>
  (await registerOf(sessionId)).people.map(({ status, minutesLate }) => `${status} ${minutesLate}`);

beforeAll(async () => {
  group = await givenRadomGroup(it, { persons: 4 });
  const { body } = await it.get("beata", `/groups/${group.groupId}`);
  moduleId = (body.modules as { id: string; code: string }[]).find(({ code }) => code === "PSYCHOEDUCATION")?.id ?? "";
  await it.owner.query("update member_standing set since = since - interval '1 year'"); // they have worked here for long
  for (const [at, [first, last]] of ["Jan Adamczyk", "Jan Adamski", "Jan Azor", "Anna Zych"]
    .map((n) => n.split(" "))
    .entries())
    await it.owner.query("update person set first_name = $2, last_name = $3 where id = $1", [
      group.people[at]?.personId,
      first,
      last,
    ]);
  tablet = await enrolPhone(it, "gosia");
  await tablet.askToken();
});

test("a tablet holds today's and the next registers of who leads, the people by first name and initial, and says the same as the server", async () => {
  const sessionId = await givenSession();
  const soon = await givenSession({ day: "2026-12-21" });
  const far = await givenSession({ day: "2026-12-30" });
  await online(sessionId, marks("LATE", group.people.slice(0, 1), 20));
  await pull();
  expect(bodies<HeldRegister>(heldKinds.register).map((one) => one.sessionId)).toEqual(
    expect.arrayContaining([sessionId, soon]),
  );
  expect(bodies<HeldRegister>(heldKinds.register).map((one) => one.sessionId)).not.toContain(far);
  expect(JSON.stringify([...held.values()])).not.toMatch(/Adam|Azor|Zych/);
  // of two who would be called the same, as much is told as tells them apart
  expect(registerHere(here(), sessionId)?.people.map(({ name }) => name)).toEqual([
    "Jan Ada. #1",
    "Jan Ada. #2",
    "Jan Azo.",
    "Anna Z.",
  ]);
  const served = await it.read("gosia", `/sessions/${sessionId}/register`, Register);
  const own = registerHere(here(), sessionId);
  const told = (register: Register | null) =>
    register?.people.map(({ personId, name, status, minutesLate, proposed }) => [
      personId,
      name,
      status,
      minutesLate,
      proposed,
    ]);
  expect(new Set(told(own)?.map(String))).toEqual(new Set(told(served)?.map(String)));
  const lists = (await it.get("gosia", "/attendance/today")).body as { today: TodaySession[] };
  expect(registersHere(here(), today).today).toEqual(lists.today);
  // a breach notice finds whom the tablet held
  const { rows } = await it.owner.query(
    "select count(distinct person_id)::int as n from device_holding where device_id = $1 and person_id is not null",
    [tablet.deviceId],
  );
  expect(rows).toEqual([{ n: 4 }]);
});

test("nobody whose whereabouts are protected lies on a tablet, though its user leads them and marks them with network (C7)", async () => {
  const [one] = group.people;
  const sessionId = await givenSession({ startsAt: "17:00" });
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [one?.personId]);
  await givenSession({ startsAt: "19:00" });
  await online(sessionId, marks("PRESENT", group.people.slice(1)));
  await pull();
  const now = here();
  expect(JSON.stringify(now.members)).not.toContain(one?.personId);
  // nor does the longer name of another tell of them
  expect(registerHere(now, sessionId)?.people.map(({ name }) => name)).toEqual(["Jan Ada.", "Jan Azo.", "Anna Z."]);
  expect(registerHere(now, sessionId)).toMatchObject({ hidden: 1 });
  await it.owner.query("update person set protected_whereabouts = false where id = $1", [one?.personId]);
});

test("two on one register at once, one without network: nothing is lost, and the mark made last counts, whenever it arrives (C30)", async () => {
  const sessionId = await givenSession({ startsAt: "08:00" });
  const [one, two, three, four] = group.people;
  if (!one || !two || !three || !four) throw new Error("four people");
  // on the tablet at 9.05, brought at noon; the office marks one of them at 9.30 and another at 9.00
  const early = await tablet.act("attendance.mark", payloadOf(sessionId, marks("ABSENT_UNEXCUSED", [one, two])), {
    occurredAt: "2026-12-18T09:05:00.000Z",
  });
  await it.owner.query(
    "insert into attendance_entry (organisation_id, id, session_id, person_id, status, marked_by, occurred_at) values ($1, $2, $3, $4, 'SICK', $5, '2026-12-18T09:00:00Z')",
    [world.agenda, uuidv7(), sessionId, two.personId, it.accountOf("beata")],
  );
  await online(sessionId, [...marks("LATE", [one], 25), ...marks("PRESENT", [three, four])]);
  const again = [early, early];
  expect((await tablet.deliver(again)).map(({ outcome }) => outcome)).toEqual(["done", "done"]);
  expect(await statuses(sessionId)).toEqual(["LATE 25", "ABSENT_UNEXCUSED 0", "PRESENT 0", "PRESENT 0"]);
  const { people } = await registerOf(sessionId);
  expect(people.map((person) => person.marks)).toEqual([2, 2, 1, 1]);
});

test("a register closed on a tablet on its day needs no reason when it arrives a week later", async () => {
  const sessionId = await givenSession({ startsAt: "10:00", day: "2026-12-10" });
  const then = { occurredAt: "2026-12-10T13:00:00.000Z" };
  const acts = [
    await tablet.act("attendance.mark", payloadOf(sessionId, marks("PRESENT")), then),
    await tablet.act("register.close", closing(sessionId), then),
  ];
  expect((await tablet.deliver(acts)).map(({ outcome }) => outcome)).toEqual(["done", "done"]);
  const twice = await tablet.act("register.close", closing(sessionId), then);
  expect((await tablet.deliver([twice]))[0]).toMatchObject({ outcome: "refused", code: "attendance.already_closed" });
});

test("marks that arrive after somebody closed the register change nothing by themselves: older ones are kept, a newer one waits for a person", async () => {
  const sessionId = await givenSession({ startsAt: "12:00" });
  const [one, two, three, four] = group.people;
  if (!one || !two || !three || !four) throw new Error("four people");
  const older = await tablet.act("attendance.mark", payloadOf(sessionId, marks("SICK", [one, two])), {
    occurredAt: "2026-12-18T11:00:00.000Z",
  });
  await online(sessionId, marks("PRESENT"));
  expect((await it.command("beata", "register.close", closing(sessionId))).status).toBe(200);
  it.clock.set("2026-12-18T12:05:00Z");
  const newer = await tablet.act(
    "attendance.mark",
    payloadOf(sessionId, [...marks("LATE", [three], 40), ...marks("PRESENT", [four])]),
  );
  const [first, second] = await tablet.deliver([older, newer]);
  expect([first?.outcome, second?.outcome]).toEqual(["done", "kept"]);
  expect(await statuses(sessionId)).toEqual(["PRESENT 0", "PRESENT 0", "PRESENT 0", "PRESENT 0"]);
  expect((await registerOf(sessionId)).people.map((person) => person.marks)).toEqual([2, 2, 1, 1]);

  const { conflicts } = await it.read("beata", "/conflicts", ConflictList);
  const [waiting] = conflicts;
  expect(waiting).toMatchObject({
    recordType: "attendance-mark",
    personId: null,
    mine: { status: "LATE", minutesLate: 40 },
    theirs: { status: "PRESENT" },
  });
  const decide = (name: "beata" | "hanna" | "anna") =>
    it.command(name, "conflict.decide", { conflictId: waiting?.id, choice: "MINE" }, { base: waiting?.version ?? 0 });
  expect((await decide("anna")).body.code).toBe("conflict.not_found");
  const answers = await Promise.all([decide("beata"), decide("hanna")]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect((await registerOf(sessionId)).people[2]).toMatchObject({ status: "LATE", minutesLate: 40, corrected: true });
});

test("who left the group meanwhile takes nothing along of the others' marks", async () => {
  const sessionId = await givenSession({ startsAt: "13:00" });
  const entry = await tablet.act("attendance.mark", payloadOf(sessionId, marks("PRESENT")));
  const left = group.people[3];
  await it.owner.query("update group_member set valid_until = '2026-12-17' where id = $1", [left?.memberId]);
  expect((await tablet.deliver([entry]))[0]?.outcome).toBe("done");
  expect(await statuses(sessionId)).toEqual(["PRESENT 0", "PRESENT 0", "PRESENT 0"]);
});

test("what is not the reader's to keep is not on the device", async () => {
  const phone = await enrolPhone(it, "sylwia");
  await phone.askToken();
  const { records } = await phone.pullAll(null);
  expect(records.filter(({ kind }) => kind.startsWith("register"))).toEqual([]);
});
