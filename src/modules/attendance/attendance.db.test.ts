import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { givenPeople, givenRadomGroup, type RadomGroup } from "../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { GroupNeeds } from "../assessment/needs/contract.ts";
import { DutiesView } from "../counselling/contract.ts";
import { type ModuleHours, PersonAttendance, type PersonRate, Register, type TodaySession } from "./contract.ts";

const it = useTestHouse("2026-12-08T10:00:00Z");
let group: RadomGroup;
let modules: { id: string; code: string }[] = [];
const moduleId = (code: string) => modules.find((each) => each.code === code)?.id ?? "";

/** One more session of the group; today at 15:00 unless said otherwise. */
async function givenSession(change: object = {}): Promise<string> {
  const sessionId = uuidv7();
  const payload = {
    sessionId,
    groupId: group.groupId,
    moduleId: moduleId("PSYCHOEDUCATION"),
    day: "2026-12-08",
    startsAt: "15:00",
    minutes: 240,
    roomId: null,
    leaderId: null,
  };
  const answer = await it.command("beata", "session.add", { ...payload, ...change });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return sessionId;
}
const marks = (status: string, change: object = {}) =>
  group.people.map(({ personId }) => ({ personId, status, ...change }));
const mark = (sessionId: string, list: object[], reason: string | null = null) => ({ sessionId, marks: list, reason });
const closing = (sessionId: string, change: object = {}) => ({
  sessionId,
  topic: "Komunikacja i stres",
  content: null,
  leaderId: null,
  substituteId: null,
  heldMinutes: 240,
  lateReason: null,
  ...change,
});
const registerOf = (name: "gosia" | "beata" | "hanna" | "zdzislaw", sessionId: string) =>
  it.read(name, `/sessions/${sessionId}/register`, Register);

beforeAll(async () => {
  group = await givenRadomGroup(it);
  modules = (await it.get("beata", `/groups/${group.groupId}`)).body.modules as typeof modules;
});

test("today's registers are the leader's and the coordinator's, not another instructor's", async () => {
  for (const [at, startsAt] of ["09:00", "11:00"].entries()) {
    const place = { day: "2026-12-08", startsAt, minutes: 120, roomId: null, leaderId: null };
    const adding = { sessionId: uuidv7(), groupId: group.groupId, moduleId: modules[at]?.id, ...place };
    expect((await it.command("beata", "session.add", adding)).body).toMatchObject({ outcome: "done" });
  }
  const today = async (name: "gosia" | "beata" | "zdzislaw") =>
    (await it.get(name, "/attendance/today")).body.today as TodaySession[];
  expect(await today("gosia")).toMatchObject([
    { startsAt: "09:00", members: 30, marked: 0, closed: false, minutes: 120 },
    { startsAt: "11:00", members: 30, marked: 0, closed: false, minutes: 120 },
  ]);
  expect(await today("beata")).toHaveLength(2);
  expect(await today("zdzislaw")).toEqual([]);
});

test("a register of 30 is one command, sent twice written once, in less than a dozen statements", async () => {
  const sessionId = await givenSession();
  const id = uuidv7();
  const payload = mark(sessionId, marks("PRESENT"));
  expect((await it.command("gosia", "attendance.mark", payload, { id })).body).toMatchObject({
    outcome: "done",
    replayed: false,
  });
  expect((await it.command("gosia", "attendance.mark", payload, { id })).body).toMatchObject({ replayed: true });
  const { rows } = await it.owner.query(
    "select count(*)::int as n, count(distinct marked_by)::int as by from attendance_entry where session_id = $1",
    [sessionId],
  );
  expect(rows).toEqual([{ n: 30, by: 1 }]);
  expect(await it.audited(sessionId)).toEqual(["session.add done", "attendance.mark done"]);
});

test("marks are added, the last one counts and the first stays (C30); the database itself refuses to change one", async () => {
  const sessionId = await givenSession();
  const [one] = group.people;
  await it.command("gosia", "attendance.mark", mark(sessionId, marks("PRESENT")));
  await it.command(
    "beata",
    "attendance.mark",
    mark(sessionId, [{ personId: one?.personId, status: "LATE", minutesLate: 20 }]),
  );
  const { people } = await registerOf("gosia", sessionId);
  expect(people).toHaveLength(30);
  expect(people[0]).toMatchObject({
    name: "Anna Ada. #1",
    status: "LATE",
    minutesLate: 20,
    marks: 2,
    corrected: false,
  });
  const { rows } = await it.owner.query(
    "select privilege_type from information_schema.role_table_grants where table_name = 'attendance_entry' and grantee = 'powrot_app' order by 1",
  );
  expect(rows.map((row: { privilege_type: string }) => row.privilege_type)).toEqual(["INSERT", "SELECT"]);
});

test("two people marking at once lose nothing", async () => {
  const sessionId = await givenSession();
  const half = (from: number, status: string) => marks(status).slice(from, from + 15);
  const answers = await Promise.all([
    it.command("gosia", "attendance.mark", mark(sessionId, half(0, "PRESENT"))),
    it.command("beata", "attendance.mark", mark(sessionId, half(15, "SICK"))),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const { people } = await registerOf("beata", sessionId);
  expect(people.filter(({ status }) => status === "PRESENT")).toHaveLength(15);
  expect(people.filter(({ status }) => status === "SICK")).toHaveLength(15);
});

test("membership is by the day of the session, and never longer than the enrolment", async () => {
  const early = await givenSession({ day: "2026-11-30" });
  expect((await it.command("beata", "attendance.mark", mark(early, marks("PRESENT").slice(0, 1)))).body.code).toBe(
    "attendance.not_a_member",
  );
  const left = group.people[29];
  await it.command("beata", "enrolment.end", {
    enrolmentId: left?.enrolmentId,
    endedOn: "2026-12-04",
    reason: "MOVED",
    accordingToPath: false,
    note: null,
  });
  const before = await givenSession({ day: "2026-12-04" });
  const after = await givenSession({ day: "2026-12-07" });
  expect((await registerOf("beata", before)).people).toHaveLength(30);
  expect((await registerOf("beata", after)).people).toHaveLength(29);
  expect(
    (await it.command("beata", "attendance.mark", mark(after, [{ personId: left?.personId, status: "PRESENT" }]))).body
      .code,
  ).toBe("attendance.not_a_member");
  group.people = group.people.slice(0, 29);
});

test("nobody is present ahead of the day; minutes fit into the session", async () => {
  const ahead = await givenSession({ day: "2026-12-10" });
  const today = await givenSession();
  const [one] = group.people;
  const code = async (sessionId: string, line: object) =>
    (await it.command("beata", "attendance.mark", mark(sessionId, [{ personId: one?.personId, ...line }]))).body.code;
  expect(await code(ahead, { status: "PRESENT" })).toBe("attendance.presence_ahead");
  expect(await code(ahead, { status: "ABSENT_EXCUSED" })).toBeUndefined();
  expect(await code(today, { status: "LATE", minutesLate: 241 })).toBe("attendance.minutes_outside_session");
});

test("a register closes with every mark made, once; two at once close it once", async () => {
  const sessionId = await givenSession();
  expect((await it.command("gosia", "register.close", closing(sessionId))).body.code).toBe("attendance.marks_missing");
  await it.command("gosia", "attendance.mark", mark(sessionId, marks("PRESENT")));
  const answers = await Promise.all([
    it.command("gosia", "register.close", closing(sessionId)),
    it.command("beata", "register.close", closing(sessionId)),
  ]);
  expect(answers.map(({ body }) => body.code ?? "done").sort()).toEqual(["attendance.already_closed", "done"]);
  expect((await registerOf("hanna", sessionId)).closing).toMatchObject({
    topic: "Komunikacja i stres",
    heldMinutes: 240,
  });
  const { rows } = await it.owner.query(
    "select kind, count(*)::int as n from event where subject_id = $1 and person_id is not null group by kind",
    [sessionId],
  );
  expect(rows).toEqual([{ kind: "attendance.recorded", n: 29 }]);
  const audit = await it.owner.query(
    "select detail ->> 'warning' as warning from audit_entry where object_id = $1 and action = 'register.close' and outcome = 'done'",
    [sessionId],
  );
  expect(audit.rows).toEqual([{ warning: "attendance.too_many_for_leaders" }]);
});

test("after closing, a mark is a correction with a reason that the database does not show", async () => {
  const sessionId = await givenSession();
  await it.command("gosia", "attendance.mark", mark(sessionId, marks("ABSENT_UNEXCUSED")));
  await it.command("gosia", "register.close", closing(sessionId));
  const fix = [{ personId: group.people[0]?.personId, status: "SICK" }];
  expect((await it.command("gosia", "attendance.mark", mark(sessionId, fix))).body.code).toBe(
    "attendance.reason_missing",
  );
  expect(
    (await it.command("gosia", "attendance.mark", mark(sessionId, fix, "zwolnienie dotarło później"))).status,
  ).toBe(200);
  expect((await registerOf("gosia", sessionId)).people[0]).toMatchObject({ status: "SICK", marks: 2, corrected: true });
  const { rows } = await it.owner.query<{ reason: Buffer }>(
    "select reason from attendance_correction where session_id = $1",
    [sessionId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.reason.includes("zwolnienie")).toBe(false);
});

test("closing more than three days late needs a reason; a begun register holds its session in place", async () => {
  const sessionId = await givenSession({ day: "2026-12-04" });
  const all = [
    ...marks("PRESENT"),
    ...(await registerOf("beata", sessionId)).people.slice(29).map(({ personId }) => ({ personId, status: "SICK" })),
  ];
  await it.command("beata", "attendance.mark", mark(sessionId, all));
  expect((await it.command("beata", "register.close", closing(sessionId))).body.code).toBe(
    "attendance.late_closing_reason_missing",
  );
  expect((await it.command("beata", "session.cancel", { sessionId, reason: "ROOM", note: null })).body.code).toBe(
    "attendance.register_begun",
  );
  expect(
    (await it.command("beata", "register.close", closing(sessionId, { lateReason: "choroba prowadzącej" }))).status,
  ).toBe(200);
});

test("hours of a module come from closed registers only (R-PRG-04)", async () => {
  const planned = await givenSession({ moduleId: moduleId("BUSINESS_BASICS"), minutes: 180 });
  const hours = async () =>
    ((await it.get("marek", `/groups/${group.groupId}/hours`)).body.modules as ModuleHours[]).find(
      ({ code }) => code === "BUSINESS_BASICS",
    );
  await it.command("gosia", "attendance.mark", mark(planned, marks("PRESENT")));
  expect(await hours()).toMatchObject({ plannedMinutes: 900, deliveredMinutes: 0, percent: 0, warning: null });
  const closed = closing(planned, { heldMinutes: 180, substituteId: it.accountOf("ewa") });
  await it.command("gosia", "register.close", closed);
  expect(await hours()).toMatchObject({ deliveredMinutes: 180, percent: 20 });
  // and they are hours of who led it, without the group (F-36)
  const { work } = await it.read("ewa", "/consultations/duties/2026-12", DutiesView);
  expect(work).toEqual([expect.objectContaining({ source: "CLASS", kind: null, minutes: 180, state: "PROPOSED" })]);
});

test("a rate is minutes present of minutes held while a member; nothing held is n/a and not 0 % (R-PRG-07)", async () => {
  const rates = async (name: "hanna" | "gosia") =>
    (await it.get(name, `/groups/${group.groupId}/rates`)).body.people as PersonRate[];
  const rows = await rates("hanna");
  expect(rows).toHaveLength(30);
  const { rows: sums } = await it.owner.query<{ held: number }>(
    "select sum(held_minutes)::int as held from register_closing",
  );
  const first = rows.find(({ personId }) => personId === group.people[1]?.personId);
  expect(first?.heldMinutes).toBe(sums[0]?.held);
  expect(first?.percent).toBe(Math.round(((first?.presentMinutes ?? 0) / (first?.heldMinutes ?? 1)) * 1000) / 10);

  const empty = await givenRadomGroup(it, { persons: 1, from: 200 });
  const [nobody] = (await it.get("hanna", `/groups/${empty.groupId}/rates`)).body.people as PersonRate[];
  expect(nobody).toMatchObject({ heldMinutes: 0, percent: null, belowThreshold: null, inGroup: true });
  const { rows: since } = await it.owner.query<{ day: string }>(
    "select valid_from::text as day from group_membership where id = $1",
    [empty.people[0]?.memberId],
  );
  await it.command("hanna", "member.end", { memberId: empty.people[0]?.memberId, validUntil: since[0]?.day });
  const [left] = (await it.get("hanna", `/groups/${empty.groupId}/rates`)).body.people as PersonRate[];
  expect(left?.inGroup).toBe(false);
});

test("the person's own tab: workers of the club see sessions, others only rates, strangers nothing", async () => {
  const personId = group.people[0]?.personId;
  const full = await it.read("beata", `/people/${personId}/attendance`, PersonAttendance);
  expect(full.sessions?.length).toBeGreaterThan(3);
  expect(full.groups[0]).toMatchObject({ groupName: "Grupa I" });
  expect((await it.get("anna", `/people/${personId}/attendance`)).body.code).toBe("person.not_found");
  await it.owner.query(
    "insert into person_unit select organisation_id, $1, id, '2026-11-01' from unit where name = 'Praca socjalna' and organisation_id = (select organisation_id from person where id = $1)",
    [personId],
  );
  expect((await it.read("anna", `/people/${personId}/attendance`, PersonAttendance)).sessions).toBeNull();
});

test("roles and organisations without the register do not get it", async () => {
  const sessionId = await givenSession();
  const answer = async (name: "zdzislaw" | "hanna" | "ewa" | "zofia" | "marek") =>
    (await it.command(name, "attendance.mark", mark(sessionId, marks("PRESENT")))).body.code;
  expect(await answer("zdzislaw")).toBe("session.not_found");
  expect([await answer("hanna"), await answer("ewa"), await answer("zofia"), await answer("marek")]).toEqual(
    Array(4).fill("access.denied"),
  );
  expect((await it.get("zdzislaw", `/sessions/${sessionId}/register`)).body.code).toBe("session.not_found");
  expect((await it.get("marek", `/sessions/${sessionId}/register`)).status).toBe(403);
});

test("a workshop instructor who leads one session has its register, with first name and initial only", async () => {
  const sessionId = await givenSession({ leaderId: it.accountOf("zdzislaw") });
  const register = await registerOf("zdzislaw", sessionId);
  expect(register).toMatchObject({ mayMark: true });
  expect(JSON.stringify(register.people)).not.toContain("Adamska");
});

test("who neither leads the group nor is on the named list is not told that a protected person is in it (C7)", async () => {
  const sessionId = await givenSession({ startsAt: "19:00" });
  const [one] = group.people;
  if (!one) throw new Error("a group has people");
  const protect = (yes: boolean) =>
    it.owner.query("update person set protected_whereabouts = $2 where id = $1", [one.personId, yes]);
  const seen = async (name: "beata" | "hanna" | "gosia") => {
    const paths = ["members", "rates"].map((part) => `/groups/${group.groupId}/${part}`);
    const all = [...paths, `/sessions/${sessionId}/register`, `/people/${one.personId}/timeline`];
    const texts = await Promise.all(all.map(async (path) => JSON.stringify((await it.get(name, path)).body)));
    return texts.map((text) => text.includes(one.personId) || text.includes("group.joined"));
  };
  await protect(true);
  expect(await seen("beata")).toEqual([false, false, false, false]);
  expect(await seen("hanna")).toEqual([false, false, false, false]);
  expect((await seen("gosia")).slice(0, 3)).toEqual([true, true, true]); // she leads it
  expect((await registerOf("beata", sessionId)).hidden).toBe(1);
  expect((await registerOf("gosia", sessionId)).hidden).toBe(0);
  expect((await it.get("hanna", `/people/${one.personId}/attendance`)).body).toEqual({ groups: [], sessions: null });
  const marked = await it.command("beata", "attendance.mark", mark(sessionId, [{ ...marks("PRESENT")[0] }]));
  const added = await it.command("beata", "member.add", {
    groupId: group.groupId,
    members: [{ memberId: uuidv7(), enrolmentId: one.enrolmentId, validFrom: "2026-12-08" }],
  });
  expect([marked.body.code, added.body.code]).toEqual(["attendance.not_a_member", "member.not_enrolled"]);
  await it.owner.query(
    "insert into whereabouts_reader (organisation_id, person_id, account_id, named_by) select organisation_id, id, $2, $2 from person where id = $1",
    [one.personId, it.accountOf("hanna")],
  );
  expect((await seen("hanna")).slice(0, 3)).toEqual([true, true, true]);
  await protect(false);
  expect((await seen("beata")).slice(0, 3)).toEqual([true, true, true]);
});

test("a day off that a centre granted is proposed in the register of that day, without saying why; a mark or the day taken back ends it (R-CIS-11)", async () => {
  const sessionId = await givenSession();
  const [one, two] = group.people;
  if (!one || !two) throw new Error("a group of two");
  const [ipzsId, dayOffId] = [uuidv7(), uuidv7()];
  const hanna = it.accountOf("hanna");
  await it.owner.query(
    "insert into ipzs (organisation_id, id, person_id, case_id, prepared_by, sealed, begun_on) values ($1, $2, $3, $4, $5, '', '2025-12-01')",
    [world.agenda, ipzsId, two.personId, two.caseId, hanna],
  );
  await it.owner.query("insert into ipzs_day_off values ($1, $2, $3, '2026-12-08', '2026-12-01', $4)", [
    world.agenda,
    dayOffId,
    ipzsId,
    hanna,
  ]);
  const answer = (no: number, given: string) =>
    it.owner.query("insert into ipzs_day_off_answer values ($1, $2, $3, $4, null, '2026-12-01', $5)", [
      world.agenda,
      dayOffId,
      no,
      given,
      hanna,
    ]);
  const proposed = async () => {
    const register = await registerOf("gosia", sessionId);
    expect(JSON.stringify(register).toLowerCase()).not.toContain("ipzs");
    return register.people.flatMap((it) => (it.proposed ? [[it.personId, it.proposed, it.status]] : []));
  };
  expect(await proposed()).toEqual([]); // asked, not granted
  await answer(1, "GRANTED");
  expect(await proposed()).toEqual([[two.personId, "DAY_OFF", null]]);
  // a group of another unit is not the centre's: there nobody learns of it
  const inUnit = (unitId: string) =>
    it.owner.query("update support_case set unit_id = $2 where id = $1", [two.caseId, unitId]);
  await inUnit(world.office);
  expect(await proposed()).toEqual([]);
  await inUnit(world.club);
  const others = await givenSession({ day: "2026-12-09" });
  expect((await registerOf("gosia", others)).people.every((it) => it.proposed === null)).toBe(true);
  await it.command("gosia", "attendance.mark", mark(sessionId, [{ personId: two.personId, status: "PRESENT" }]));
  expect(await proposed()).toEqual([]); // who came has come
  const later = await givenSession();
  expect((await registerOf("gosia", later)).people.find((it) => it.personId === two.personId)?.proposed).toBe(
    "DAY_OFF",
  );
  await answer(2, "TAKEN_BACK");
  expect((await registerOf("gosia", later)).people.every((it) => it.proposed === null)).toBe(true);
});

test("who leads a workshop reads whether each may go to the machine, until when and what not, never why; nobody else does (J7, R-ACC)", async () => {
  const [one, two, three] = group.people;
  if (!one || !two || !three) throw new Error("the group has three people");
  const check = async (of: { personId: string; caseId: string }, fitness: object) => {
    await it.owner.query(
      "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'ASSISTANT', '2026-11-01')",
      [world.agenda, uuidv7(), of.caseId, it.accountOf("robert")],
    );
    const said = { on: "2025-12-08", until: "2026-12-08", result: "FIT", limits: "po operacji kregoslupa", ...fitness };
    const vocational = {
      skills: [],
      preferenceTest: null,
      barriers: ["HEALTH"],
      barriersNote: "po operacji kregoslupa",
      preferredJobs: "",
      preferredHours: null,
      areaKm: null,
      fitness: said,
    };
    const nothing = { reason: "", methods: "", strengths: "", areas: [], riskSuicide: null, riskViolence: null };
    return it.command("robert", "assessment.record", {
      assessmentId: uuidv7(),
      caseId: of.caseId,
      kind: "VOCATIONAL",
      startedOn: "2026-12-08",
      content: { ...nothing, vocational },
      conclusion: null,
      recommendation: null,
    });
  };
  expect((await check(one, { on: "2026-12-09" })).body.code).toBe("assessment.exam_in_future");
  expect((await check(one, { until: "2025-12-07" })).body.code).toBe("assessment.exam_ends_before_it");
  expect((await check(one, { result: "FIT_WITH_LIMITS", avoid: ["LIFTING"] })).status).toBe(200);
  expect((await check(two, { until: "2026-12-07" })).status).toBe(200);
  await it.owner.query(
    `insert into person_fact (organisation_id, id, person_id, kind, value, valid_from, valid_until, recorded_by)
     values ($1, $2, $3, 'SAFETY_FLAG', 'DOG', '2026-11-01', '2027-05-01', $4)`,
    [world.agenda, uuidv7(), three.personId, it.accountOf("beata")],
  );
  const workshopId = uuidv7();
  await it.owner.query(
    "insert into programme_module (organisation_id, id, group_id, no, code, name, form, planned_minutes, optional) values ($1, $2, $3, 99, 'OWN', 'Warsztat stolarski', 'GROUP', 600, false)",
    [world.agenda, workshopId, group.groupId],
  );
  const talks = await givenSession();
  const sessionId = await givenSession({ moduleId: workshopId });
  const told = async (name: "gosia" | "beata" | "hanna" | "zdzislaw") => {
    const register = await registerOf(name, sessionId);
    expect(JSON.stringify(register)).not.toContain("kregoslupa");
    return [one, two, three].map(
      ({ personId }) => register.people.find((person) => person.personId === personId)?.fitness?.state ?? null,
    );
  };
  // a group that no instructor leads works with nothing that would hurt
  for (const name of ["gosia", "beata", "hanna"] as const)
    expect([name, await told(name)]).toEqual([name, [null, null, null]]);
  await it.owner.query(
    "insert into class_group_leader (organisation_id, id, group_id, account_id, valid_from, given_by) values ($1, $2, $3, $4, '2026-12-01', $5)",
    [world.agenda, uuidv7(), group.groupId, it.accountOf("zdzislaw"), it.accountOf("beata")],
  );
  const states = ["FIT_WITH_LIMITS", "EXPIRED", "NO_EXAM"];
  for (const name of ["zdzislaw", "gosia", "hanna"] as const) expect([name, await told(name)]).toEqual([name, states]);
  expect(await told("beata")).toEqual([null, null, null]);
  // talks of the same group are no workshop
  expect((await registerOf("zdzislaw", talks)).people.every(({ fitness }) => fitness === null)).toBe(true);
  const { people } = await registerOf("zdzislaw", sessionId);
  expect(people.find(({ personId }) => personId === one.personId)?.fitness).toEqual({
    state: "FIT_WITH_LIMITS",
    until: "2026-12-08",
    avoid: ["LIFTING"],
  });
  expect(people.flatMap(({ alerts }) => alerts)).toEqual(["DOG"]);
  const { rows } = await it.owner.query(
    "select actor_id, section from audit_entry where action = 'register.read' and object_id = $1 order by actor_id, section",
    [sessionId],
  );
  const sections = (name: "beata" | "zdzislaw") => [
    ...new Set(rows.flatMap((row) => (row.actor_id === it.accountOf(name) ? [row.section] : []))),
  ];
  expect([sections("zdzislaw"), sections("beata")]).toEqual([["HEALTH"], ["ATTENDANCE"]]);
});

test("needs are looked at for one group or one project, by who may see it (seed 79)", async () => {
  const inGroup = group.people[4];
  const [outside] = await givenPeople(it, 1, 90);
  if (!inGroup || !outside) throw new Error("five people in the group, one outside");
  const needIds: string[] = [];
  for (const { caseId } of [inGroup, outside]) {
    await it.owner.query(
      "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'ASSISTANT', '2026-11-01')",
      [world.agenda, uuidv7(), caseId, it.accountOf("robert")],
    );
    const needId = uuidv7();
    const need = { needId, caseId, sphere: "VOCATIONAL", text: "kurs", foundOn: "2026-12-01" };
    expect((await it.command("robert", "need.record", need)).status).toBe(200);
    needIds.push(needId);
  }
  const ids = async (search: string) => {
    const answer = await it.read("hanna", `/needs${search}`, GroupNeeds);
    expect(answer.groups).toContainEqual({ id: group.groupId, name: "Grupa I", projectId: group.projectId });
    return answer.lines.flatMap(({ needId }) => (needIds.includes(needId) ? needId : [])).toSorted();
  };
  expect(await ids("")).toEqual(needIds.toSorted());
  expect(await ids(`?groupId=${group.groupId}`)).toEqual(needIds.slice(0, 1));
  expect(await ids(`?projectId=${group.projectId}`)).toEqual(needIds.slice(0, 1));
  expect((await it.get("hanna", `/needs?projectId=${uuidv7()}`)).body.code).toBe("need.group_not_found");
  // who leads no group of it may not ask for it
  expect((await it.get("ewa", `/needs?groupId=${group.groupId}`)).status).toBe(404);
});
