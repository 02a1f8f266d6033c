import { beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { plainText } from "../../app/testing/plainText.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { ActiveGroup, ActiveGroups } from "./active/contract.ts";
import { CourseCard, CourseList } from "./course/contract.ts";
import { ExchangeList, GatheringCard, GatheringYear } from "./gathering/contract.ts";
import { OfferDay, OfferMonth } from "./offer/contract.ts";
import { Participation } from "./participation/contract.ts";
import { standardItems } from "./standard/codes.ts";
import { StandardView } from "./standard/contract.ts";

const it = useTestHouse();
const ok = { status: 200 };
const missing = { status: 404 };
const refused = (code: string) => ({ status: 422, body: { code } });
const today = "2026-11-22";

beforeAll(async () => {
  // who has every right, in another organisation
  await it.owner.query("insert into membership_role values ($1, $2, 'KIS_COORDINATOR')", [
    world.elsewhere,
    it.accountOf("zofia"),
  ]);
  for (const who of ["anna", "henryk", "robert"] as const)
    await it.owner.query("insert into membership_unit values ($1, $2, $3) on conflict do nothing", [
      world.agenda,
      it.accountOf(who),
      world.club,
    ]);
});

async function someone(lastName: string, more: object = {}): Promise<string> {
  const personId = uuidv7();
  const fields = { firstName: "Zofia", lastName, ...more };
  expect(await it.command("beata", "person.record", { personId, unitId: world.club, fields })).toMatchObject(ok);
  return personId;
}

const visit = (more: object = {}) => ({
  visitId: uuidv7(),
  service: "INTERNET",
  personId: null,
  newcomer: null,
  people: 1,
  minutes: null,
  sessionId: null,
  ...more,
});
const evening = (visits: object[], day = today, who: PersonOfFixture = "zdzislaw") =>
  it.command(who, "offer-visit.record", { unitId: world.club, day, visits });
const dayOf = (who: PersonOfFixture = "zdzislaw", day = today) =>
  it.read(who, `/open-offer/${world.club}/days/${day}`, OfferDay);
const monthOf = (who: PersonOfFixture, month = "2026-11") =>
  it.read(who, `/open-offer/${world.club}/months/${month}`, OfferMonth);

test("an evening is entered at once: a name, an alias alone, and taps without names (R-S0-01)", async () => {
  const known = await someone("Znana");
  const [first, mistaken, newcomer] = [uuidv7(), uuidv7(), uuidv7()];
  const visits = [
    visit({ visitId: first, personId: known, minutes: 90 }),
    visit({ newcomer: { personId: newcomer, alias: "Broda" }, service: "READING_ROOM" }),
    visit({ visitId: mistaken, people: 7, service: "PRESS" }),
  ];
  expect(await evening(visits)).toMatchObject(ok);
  // a second list of the evening: who stands on it already is left there, the others are entered
  const again = await evening([visit({ personId: known }), visit({ people: 2, service: "INTEGRATION" })]);
  expect(again.body.ids).toMatchObject({ already: "1" });
  expect(await evening([visit({ personId: known, service: "PRESS" })])).toMatchObject(ok);
  expect(await evening([visit()], "2026-11-23")).toMatchObject(refused("offer.day_in_future"));
  const page = await dayOf();
  expect(page.visits.map(({ personName, people }) => `${personName} ${people}`).toSorted()).toEqual([
    "Broda 1",
    "Zofia Z. 1",
    "Zofia Z. 1",
    "null 2",
    "null 7",
  ]);
  expect(page.lately.map(({ name, days }) => `${name} ${days}`).toSorted()).toEqual(["Broda 1", "Zofia Z. 1"]);
  expect(await it.command("gosia", "offer-visit.withdraw", { visitId: mistaken })).toMatchObject(ok);
  expect(await it.command("gosia", "offer-visit.withdraw", { visitId: mistaken })).toMatchObject(missing);
  // the project's coordinator sees numbers of the unit, and nobody's name
  expect(await monthOf("marek")).toMatchObject({ people: 5, named: 2, counted: 2, minutes: 90 });
  expect((await it.get("marek", `/open-offer/${world.club}/days/${today}`)).status).toBe(403);
  expect((await it.get("janusz", `/open-offer/${world.club}/months/2026-11`)).status).toBe(403);
  expect((await it.get("zofia", `/open-offer/${world.club}/months/2026-11`)).status).toBe(404);
  expect((await it.get("zofia", `/open-offer/${world.club}/days/${today}`)).status).toBe(404);
  expect(await it.audited(world.club)).toContain("offer-visit.read-day done");
  const file = await it.read("beata", `/people/${known}/participation`, Participation);
  expect(file.visits).toEqual([{ month: "2026-11", days: 1, lastOn: today }]);
});

test("the same evening sent twice is one; two at once of one person are one", async () => {
  const personId = await someone("Podwójna");
  const id = uuidv7();
  const payload = { unitId: world.club, day: "2026-11-19", visits: [visit({ people: 4 })] };
  const first = await it.command("gosia", "offer-visit.record", payload, { id });
  expect((await it.command("gosia", "offer-visit.record", payload, { id })).body.ids).toEqual(first.body.ids);
  const both = await Promise.all([
    evening([visit({ personId })], "2026-11-19", "gosia"),
    evening([visit({ personId })], "2026-11-19", "zdzislaw"),
  ]);
  expect(both.map(({ body }) => body.ids?.already).toSorted()).toEqual(["0", "1"]);
  expect((await dayOf("gosia", "2026-11-19")).visits.map(({ people }) => people)).toEqual([4, 1]);
});

test("days of the open offer make somebody regular: after six of thirty an assessment is proposed (R-S0-02)", async () => {
  const personId = await someone("Regularna");
  const caseId = uuidv7();
  const opened = { caseId, personId, unitId: world.club, openedOn: "2026-11-01", leaderId: it.accountOf("beata") };
  expect(await it.command("beata", "case.open", opened)).toMatchObject(ok);
  await it.owner.query("update support_case set stage = 'OPEN_OFFER' where id = $1", [caseId]);
  const proposed = async () =>
    (await it.owner.query("select detail from task where kind = 'PROPOSE_ASSESSMENT' and source_id = $1", [caseId]))
      .rows;
  for (const day of ["2026-10-23", "2026-11-02", "2026-11-04", "2026-11-06", "2026-11-09", "2026-11-12"])
    expect(await evening([visit({ personId })], day)).toMatchObject(ok);
  // the first was 31 days ago, and a second service of a day is no other day
  expect(await evening([visit({ personId, service: "PRESS" })], "2026-11-12")).toMatchObject(ok);
  expect(await proposed()).toEqual([]);
  expect(await evening([visit({ personId })], "2026-11-16")).toMatchObject(ok);
  expect(await proposed()).toEqual([{ detail: { visits: 6, days: 30 } }]);
});

test("a guest known by an alias alone who comes regularly is proposed to the unit, once, until a case is opened (J7.6)", async () => {
  const personId = uuidv7();
  const proposed = async () =>
    (
      await it.owner.query(
        `select t.kind, t.detail, t.unit_id, e.outcome from task t left join task_ending e on e.task_id = t.id
          where t.source_type = 'regular_guest' and t.source_id = $1`,
        [personId],
      )
    ).rows;
  expect(await evening([visit({ newcomer: { personId, alias: "Rudy" } })], "2026-11-02")).toMatchObject(ok);
  for (const day of ["2026-11-04", "2026-11-06", "2026-11-09", "2026-11-12"])
    expect(await evening([visit({ personId })], day)).toMatchObject(ok);
  expect(await proposed()).toEqual([]);
  const both = await Promise.all([
    evening([visit({ personId })], "2026-11-16", "gosia"),
    evening([visit({ personId })], "2026-11-17", "zdzislaw"),
  ]);
  expect(both).toMatchObject([ok, ok]);
  const [found, ...more] = await proposed();
  expect(found).toMatchObject({ kind: "PROPOSE_FIRST_TALK", unit_id: world.club, outcome: null });
  expect(more).toEqual([]);
  const opened = { caseId: uuidv7(), personId, unitId: world.club, openedOn: today, leaderId: it.accountOf("beata") };
  expect(await it.command("beata", "case.open", opened)).toMatchObject(ok);
  expect(await proposed()).toMatchObject([{ outcome: "DONE" }]);
});

test("of somebody whose whereabouts are protected only those on the list learn that they came (C7)", async () => {
  const personId = await someone("Ukryta");
  expect(await evening([visit({ personId, service: "COUNSELLING" })], "2026-11-18")).toMatchObject(ok);
  const protect = { personId, fields: { protectedWhereabouts: true } };
  expect(await it.command("beata", "person.change", protect, { base: 1 })).toMatchObject(ok);
  const page = await dayOf("zdzislaw", "2026-11-18");
  expect(page.visits).toEqual([]);
  expect(page.hidden).toBe(1);
  expect(page.lately.map((one) => one.personId)).not.toContain(personId);
  // regular, and without a case: nobody else is told that they come
  for (const day of ["2026-11-03", "2026-11-05", "2026-11-10", "2026-11-11", "2026-11-13"])
    expect(await evening([visit({ personId })], day, "beata")).toMatchObject(ok);
  const { rows } = await it.owner.query("select owner_id, unit_id from task where source_id = $1", [personId]);
  expect(rows).toEqual([{ owner_id: it.accountOf("beata"), unit_id: null }]);
  expect(await evening([visit({ personId })], "2026-11-18")).toMatchObject(missing);
  expect((await dayOf("beata", "2026-11-18")).visits).toHaveLength(1);
});

const course = (more: object = {}) => ({
  courseId: uuidv7(),
  unitId: world.club,
  projectId: null,
  moduleId: null,
  name: "Operator wózka widłowego",
  kind: "VOCATIONAL",
  provider: "ZDZ Radom",
  edition: "II",
  programmeHours: 50,
  startsOn: "2026-10-01",
  endsOn: "2026-11-20",
  withExam: true,
  qualification: true,
  costGrosze: 120_000,
  ...more,
});
const cardOf = (courseId: string, who: PersonOfFixture = "beata") => it.read(who, `/courses/${courseId}`, CourseCard);
const paper = (who: PersonOfFixture, path: string) =>
  it.server.inject({ url: `/api${path}`, headers: { authorization: `Bearer ${it.tokenOf(who)}` } });

async function onCourse(courseId: string, personId: string): Promise<string> {
  const participantId = uuidv7();
  const enrol = { participantId, courseId, personId, basis: "OWN_REQUEST", planId: null, lacksDocument: true };
  expect(await it.command("beata", "course.enrol", { ...enrol, joinedOn: "2026-10-01" })).toMatchObject(ok);
  return participantId;
}
const result = (participantId: string, attendedMinutes: number, examPassed = true) =>
  it.command("beata", "course.note-result", {
    resultId: uuidv7(),
    participantId,
    attendedMinutes,
    examOn: today,
    examPassed,
  });
const certify = (participantId: string, number: string, more: object = {}) =>
  it.command("beata", "course.certify", { certificateId: uuidv7(), participantId, number, issuedOn: today, ...more });

test("a certificate is for who met the threshold and passed; its number is once in a year; a mended one says why (R-PRG-08)", async () => {
  const wish = course();
  expect(await it.command("beata", "course.record", wish)).toMatchObject(ok);
  const { courseId } = wish;
  const [one, two] = [await someone("Brzęczyszczykiewicz"), await someone("Nowak")];
  const [first, second] = [await onCourse(courseId, one), await onCourse(courseId, two)];
  expect(await certify(first, "K/1/2026")).toMatchObject(refused("course.lack.NO_ATTENDANCE"));
  expect(await result(first, 2399)).toMatchObject(ok);
  expect(await certify(first, "K/1/2026")).toMatchObject({
    ...refused("course.lack.BELOW_THRESHOLD"),
    body: { details: { source: "R-PRG-08", percent: 80 } },
  });
  expect((await cardOf(courseId)).participants.map(({ lacks }) => lacks)).toEqual([
    ["BELOW_THRESHOLD"],
    ["NO_ATTENDANCE", "EXAM_NOT_PASSED"],
  ]);
  expect(await result(first, 2400, false)).toMatchObject(ok);
  expect(await certify(first, "K/1/2026")).toMatchObject(refused("course.lack.EXAM_NOT_PASSED"));
  expect(await result(first, 2400)).toMatchObject(ok);
  expect((await paper("beata", `/course-participants/${first}/certificate`)).statusCode).toBe(404);
  expect(await certify(first, "K/1/2026")).toMatchObject(ok);
  expect(await certify(first, "K/1/2026")).toMatchObject(refused("course.reason_missing"));
  expect(await certify(first, "K/1/2026", { reason: "Literówka w nazwisku" })).toMatchObject(ok);
  expect(await result(second, 3000)).toMatchObject(ok);
  expect(await certify(second, "k/1/2026")).toMatchObject(refused("course.number_taken"));
  expect(await certify(second, "K/2/2026")).toMatchObject(ok);
  const [certified] = (await cardOf(courseId)).participants;
  expect(certified?.certificates.map(({ no, reason }) => [no, reason])).toEqual([
    [2, "Literówka w nazwisku"],
    [1, ""],
  ]);
  // what was given does not move with the course
  const renamed = { ...wish, name: "Inny kurs", provider: "Ktoś inny" };
  expect(await it.command("beata", "course.record", renamed, { base: 1 })).toMatchObject(ok);
  const outside = (await cardOf(courseId, "robert")).participants[0];
  expect(outside).toMatchObject({ lacksDocument: null });
  expect(outside?.certificates.map(({ reason }) => reason)).toEqual(["", ""]);
  const takeBack = { participantId: first, what: "PLACE", receiptId: null };
  expect(await it.command("beata", "course.take-back", takeBack)).toMatchObject(refused("course.certified_already"));
  const print = `/course-participants/${first}/certificate`;
  const given = await paper("beata", print);
  expect(given.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  expect(plainText(given.rawPayload)).toMatch(/Operator wózka widłowego/);
  expect(plainText(given.rawPayload)).not.toMatch(/Inny kurs|Ktoś inny/);
  expect((await paper("beata", `${print}?print=edit`)).rawPayload.subarray(0, 2).toString()).toBe("PK");
  expect((await paper("gosia", print)).statusCode).toBe(403);
  expect(await it.audited(one)).toContain("course.print-certificate done");
  const { rows } = await it.owner.query("select row_to_json(c)::text as text from course_certificate c");
  expect(JSON.stringify(rows)).not.toMatch(/Literówka/);
  const { courses } = await it.read("marek", "/courses", CourseList);
  expect(courses.find(({ id }) => id === courseId)).toMatchObject({ participants: 2, certified: 2, left: 0 });
  expect((await it.get("marek", `/courses/${courseId}`)).status).toBe(403);
  expect((await it.get("zofia", `/courses/${courseId}`)).status).toBe(404);
});

test("nobody is twice on a course, also two at once; who left gets no certificate", async () => {
  const wish = course({ withExam: false });
  expect(await it.command("beata", "course.record", wish)).toMatchObject(ok);
  const { courseId } = wish;
  const personId = await someone("Odchodząca");
  const enrol = () =>
    it.command("beata", "course.enrol", {
      participantId: uuidv7(),
      courseId,
      personId,
      basis: "PLAN",
      planId: null,
      lacksDocument: false,
      joinedOn: "2026-10-05",
    });
  const both = await Promise.all([enrol(), enrol()]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const participantId = both.find(({ status }) => status === 200)?.body.ids?.participant ?? "";
  const leave = { participantId, leftOn: "2026-10-20", reason: "Podjęcie pracy w piekarni" };
  expect(await it.command("beata", "course.leave", leave)).toMatchObject(ok);
  expect(await it.command("beata", "course.leave", leave)).toMatchObject(refused("course.left_already"));
  expect(await result(participantId, 3000)).toMatchObject(ok);
  expect(await certify(participantId, "K/9/2026")).toMatchObject(refused("course.lack.LEFT"));
  expect(await it.command("gosia", "course.leave", leave)).toMatchObject({ status: 403 });
  const back = (what: string, receiptId: string | null = null) =>
    it.command("beata", "course.take-back", { participantId, what, receiptId });
  expect(await back("LEAVING")).toMatchObject(ok);
  expect(await back("LEAVING")).toMatchObject(missing);
  expect(await it.command("beata", "course.leave", { ...leave, leftOn: "2026-10-21" })).toMatchObject(ok);
  const receipt = { receiptId: uuidv7(), participantId, item: "buty", receivedOn: "2026-10-06" };
  expect(await it.command("beata", "course.issue", receipt)).toMatchObject(ok);
  expect(await back("RECEIPT", receipt.receiptId)).toMatchObject(ok);
  expect((await cardOf(courseId)).participants[0]).toMatchObject({
    receipts: [],
    leaving: { leftOn: "2026-10-21", reason: leave.reason },
  });
  const wrong = await onCourse(courseId, await someone("Pomyłkowa"));
  const place = { participantId: wrong, what: "PLACE", receiptId: null };
  expect(await it.command("beata", "course.take-back", place)).toMatchObject(ok);
  expect((await cardOf(courseId)).participants).toHaveLength(1);
  const change = { ...wish, name: "Magazynier" };
  expect(await it.command("beata", "course.record", change, { base: 1 })).toMatchObject({ body: { version: 2 } });
  expect((await it.command("beata", "course.record", change, { base: 1 })).status).toBe(409);
  const file = await it.read("anna", `/people/${personId}/participation`, Participation);
  expect(file.courses).toMatchObject([{ name: "Magazynier", left: true, certificate: null }]);
});

const meeting = (more: object = {}) => ({
  gatheringId: uuidv7(),
  unitId: world.club,
  kind: "LEISURE",
  day: today,
  startsAt: "17:00",
  minutes: 180,
  lead: "STAFF",
  leaderName: "Gosia Próbna",
  volunteerId: null,
  place: "Muzeum",
  partner: "",
  topic: "Wystawa",
  need: "",
  costGrosze: 9000,
  namesAgreed: false,
  counted: 0,
  participants: [] as object[],
  ...more,
});
const hold = (payload: object, base?: number) =>
  it.command("gosia", "gathering.record", payload, base === undefined ? {} : { base });

test("a self-help group keeps names only where it says so; a year counts, and names nobody (F-3A)", async () => {
  const personId = await someone("Samopomocna");
  const named = { participants: [{ personId, helpedMinutes: null }] };
  const selfHelp = meeting({ kind: "SELF_HELP", lead: "SELF_RUN", leaderName: "", topic: "Trudne święta" });
  expect(await hold({ ...selfHelp, ...named })).toMatchObject(refused("gathering.names_not_agreed"));
  expect(await hold({ ...selfHelp, counted: 8 })).toMatchObject(ok);
  expect(await hold(meeting({ kind: "SELF_HELP", namesAgreed: true, ...named }))).toMatchObject(ok);
  const community = meeting({
    kind: "COMMUNITY",
    need: "Zaniedbany skwer",
    participants: [{ personId, helpedMinutes: 120 }],
  });
  expect(await hold(community)).toMatchObject(ok);
  const mistaken = meeting({ counted: 5 });
  expect(await hold(mistaken)).toMatchObject(ok);
  expect(await it.command("gosia", "gathering.withdraw", { gatheringId: mistaken.gatheringId })).toMatchObject(ok);
  expect((await it.get("gosia", `/gatherings/${mistaken.gatheringId}`)).status).toBe(404);
  // who neither runs the unit nor entered it learns that the group met, and how many were there
  const agreed = meeting({ kind: "SELF_HELP", namesAgreed: true, topic: "Poufne", ...named });
  expect(await it.command("beata", "gathering.record", agreed)).toMatchObject(ok);
  const outside = await it.read("zdzislaw", `/gatherings/${agreed.gatheringId}`, GatheringCard);
  expect(outside).toMatchObject({ topic: "", participants: [], counted: 1, mayWrite: false });
  expect(await it.command("zdzislaw", "gathering.record", { ...agreed, topic: "" }, { base: 1 })).toMatchObject(
    missing,
  );
  const { gatheringId } = agreed;
  expect(await it.command("zdzislaw", "gathering.withdraw", { gatheringId })).toMatchObject(missing);
  expect(await it.command("beata", "gathering.withdraw", { gatheringId })).toMatchObject(ok);
  const year = await it.read("marek", `/gatherings/${world.club}/years/2026`, GatheringYear);
  expect(year.kinds).toEqual([
    { kind: "COMMUNITY", times: 1, minutes: 180, people: 1, helpedMinutes: 120, costGrosze: 9000 },
    { kind: "SELF_HELP", times: 2, minutes: 360, people: 9, helpedMinutes: 0, costGrosze: 18_000 },
  ]);
  expect((await it.get("marek", `/gatherings/${selfHelp.gatheringId}`)).status).toBe(403);
  expect((await it.get("zofia", `/gatherings/${selfHelp.gatheringId}`)).status).toBe(404);
  const file = await it.read("anna", `/people/${personId}/participation`, Participation);
  expect(file.gatherings.map(({ kind, helpedMinutes }) => [kind, helpedMinutes])).toEqual([["COMMUNITY", 120]]);
  const { rows } = await it.owner.query("select row_to_json(g)::text as text from gathering g");
  expect(JSON.stringify(rows)).not.toMatch(/święta|skwer/);
});

test("a meeting is planned ahead, asked about on its day, and counts once somebody says who came (J9.13)", async () => {
  const plan = meeting({ day: "2026-11-29", topic: "Kino" });
  const tasks = async () =>
    (
      await it.owner.query(
        "select t.due_on::text as due, e.outcome from task t left join task_ending e on e.task_id = t.id where t.source_id = $1 order by t.created_at, t.id",
        [plan.gatheringId],
      )
    ).rows.map(({ due, outcome }) => `${due} ${outcome}`);
  const line = async () => {
    const { gatherings, kinds } = await it.read("marek", `/gatherings/${world.club}/years/2026`, GatheringYear);
    const found = gatherings.find(({ id }) => id === plan.gatheringId);
    return [found?.state, kinds.find(({ kind }) => kind === "LEISURE")?.times ?? 0];
  };
  const [, before] = await line();
  expect(await hold({ ...plan, counted: 3 })).toMatchObject(refused("gathering.nobody_yet"));
  expect(await hold(plan)).toMatchObject(ok);
  expect(await line()).toEqual(["PLANNED", before]);
  expect(await it.command("gosia", "gathering.record", { ...plan, place: "Kino" }, { base: 1 })).toMatchObject(ok);
  expect(await tasks()).toEqual(["2026-11-29 null"]);
  const earlier = { ...plan, day: "2026-11-23" };
  expect(await it.command("gosia", "gathering.record", earlier, { base: 2 })).toMatchObject(ok);
  expect(await tasks()).toEqual(["2026-11-29 NO_LONGER_RELEVANT", "2026-11-23 null"]);
  const held = { ...plan, day: today };
  expect(await it.command("gosia", "gathering.record", held, { base: 3 })).toMatchObject(refused("gathering.nobody"));
  expect(await it.command("gosia", "gathering.record", { ...held, counted: 4 }, { base: 3 })).toMatchObject(ok);
  expect((await tasks()).at(-1)).toBe("2026-11-23 DONE");
  expect(await line()).toEqual(["HELD", Number(before) + 1]);
  const off = meeting({ day: "2026-12-01" });
  expect(await hold(off)).toMatchObject(ok);
  expect(await it.command("gosia", "gathering.withdraw", { gatheringId: off.gatheringId })).toMatchObject(ok);
  const { rows } = await it.owner.query(
    "select e.outcome from task t join task_ending e on e.task_id = t.id where t.source_id = $1",
    [off.gatheringId],
  );
  expect(rows).toEqual([{ outcome: "NO_LONGER_RELEVANT" }]);
});

test("a meeting is corrected against the version that was seen; whom the editor may not see stays on the list", async () => {
  const [plain, hidden] = [await someone("Jawna"), await someone("Cicha")];
  const of = (ids: string[]) => ids.map((personId) => ({ personId, helpedMinutes: null }));
  const outing = meeting({ participants: of([plain, hidden]) });
  expect(await hold(outing)).toMatchObject(ok);
  const protect = { personId: hidden, fields: { protectedWhereabouts: true } };
  expect(await it.command("beata", "person.change", protect, { base: 1 })).toMatchObject(ok);
  const seen = await it.read("gosia", `/gatherings/${outing.gatheringId}`, GatheringCard);
  expect(seen).toMatchObject({ hidden: 1, participants: [{ personId: plain }] });
  expect(await hold({ ...outing, counted: 2, participants: of([plain]) }, 1)).toMatchObject({ body: { version: 2 } });
  expect((await hold({ ...outing, participants: of([plain]) }, 1)).status).toBe(409);
  const whole = await it.read("beata", `/gatherings/${outing.gatheringId}`, GatheringCard);
  expect(whole.participants.map(({ personId }) => personId).toSorted()).toEqual([plain, hidden].toSorted());
  expect(whole.counted).toBe(2);
});

test("a volunteer leads under an agreement that holds that day (F-63)", async () => {
  const volunteerId = uuidv7();
  const details = { birthDate: null, phone: "", email: "", address: "", guardian: "" };
  const volunteer = { volunteerId, unitId: world.club, firstName: "Aniela", lastName: "Nowak", details };
  expect(await it.command("beata", "volunteer.record", volunteer)).toMatchObject(ok);
  const led = meeting({ lead: "VOLUNTEER", leaderName: "", volunteerId, counted: 4 });
  expect(await hold(led)).toMatchObject(refused("gathering.volunteer_without_agreement"));
  const agreement = { agreementId: uuidv7(), volunteerId, number: "W/1", startsOn: "2026-11-20", endsOn: null };
  const more = { written: true, signedOn: null, pledgedOn: "2026-11-20", guardianConsentOn: null };
  const rest = { insurance: "NOT_ARRANGED", tasks: "Wyjścia" };
  expect(await it.command("beata", "volunteer-agreement.conclude", { ...agreement, ...more, ...rest })).toMatchObject(
    ok,
  );
  expect(await hold(led)).toMatchObject(ok);
  expect(await it.read("gosia", `/gatherings/${led.gatheringId}`, GatheringCard)).toMatchObject({
    volunteerName: "Aniela Nowak",
  });
});

test("services that people exchange have a balance; what was done is sealed", async () => {
  const [one, two] = [await someone("Dająca"), await someone("Biorąca")];
  const exchange = (giverId: string | null, receiverId: string | null, minutes: number, what = "naprawa roweru") =>
    it.command("gosia", "exchange.record", {
      exchangeId: uuidv7(),
      unitId: world.club,
      day: today,
      giverId,
      receiverId,
      minutes,
      what,
    });
  expect(await exchange(one, two, 60)).toMatchObject(ok);
  const mistaken = await exchange(one, null, 90, "porządki na skwerze");
  expect(mistaken).toMatchObject(ok);
  expect(await exchange(two, one, 30, "strzyżenie")).toMatchObject(ok);
  expect(await exchange(one, one, 30)).toMatchObject(refused("exchange.with_oneself"));
  expect(await exchange(null, null, 30)).toMatchObject(refused("exchange.nobody"));
  const exchangeId = mistaken.body.ids?.exchange;
  expect(await it.command("gosia", "exchange.withdraw", { exchangeId })).toMatchObject(ok);
  const list = await it.read("gosia", `/service-exchanges/${world.club}`, ExchangeList);
  expect(list.balances.map(({ name, given, received }) => [name, given, received])).toEqual([
    ["Zofia Dająca", 60, 30],
    ["Zofia Biorąca", 30, 60],
  ]);
  expect((await it.get("marek", `/service-exchanges/${world.club}`)).status).toBe(403);
  const { rows } = await it.owner.query("select row_to_json(x)::text as text from service_exchange x");
  expect(JSON.stringify(rows)).not.toMatch(/rower|skwer|strzyż/);
});

test("a review of the standard is whole, dated and printed; earlier ones stay, the house tells what it knows (R-KIS-05)", async () => {
  const items = standardItems.map((code) => ({ code, state: "MET", evidence: "umowa", missing: "", dueOn: null }));
  const review = (lines: object[], who: PersonOfFixture = "beata") =>
    it.command(who, "standard.review", { reviewId: uuidv7(), unitId: world.club, reviewedOn: today, items: lines });
  expect(await review(items.slice(1))).toMatchObject(refused("standard.not_whole"));
  const lacking = [{ ...items[0], state: "NOT_MET", evidence: "", missing: "sala na 30 osób", dueOn: "2027-01-31" }];
  expect(await review([...lacking, ...items.slice(1)])).toMatchObject(ok);
  const second = await review(items);
  expect(second).toMatchObject(ok);
  expect(await review(items, "gosia")).toMatchObject({ status: 403 });
  const view = await it.read("henryk", `/club-standard/${world.club}`, StandardView);
  expect(view).toMatchObject({ mayReview: false, earlier: [{ met: standardItems.length - 1 }] });
  expect(view.last?.items.map(({ code }) => code)).toEqual([...standardItems]);
  expect(view.figures.COURSES).toBe(2);
  const print = `/club-standard-reviews/${second.body.ids?.review}/paper`;
  for (const wish of ["", "?print=large"])
    expect((await paper("marek", print + wish)).rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  expect((await paper("zofia", print)).statusCode).toBe(404);
  expect((await it.get("beata", `/club-standard/${world.office}`)).status).toBe(404);
});

test("people propose and decide with reasons, figures stand beside and put nobody first (R-GDPR-11, J9.15)", async () => {
  const [quiet, busy] = [await someone("Cichańska"), await someone("Aktywna")];
  const { activeGroupId, ...rest } = {
    activeGroupId: uuidv7(),
    unitId: world.club,
    name: "Do pracy",
    preparedFor: "staż",
  };
  const group = { activeGroupId, ...rest, criteria: ["przychodzi", "pomaga innym"], from: "2026-10-01", to: today };
  expect(await it.command("gosia", "active-group.begin", group)).toMatchObject({ status: 403 });
  expect(await it.command("beata", "active-group.begin", { ...group, to: "2026-09-01" })).toMatchObject(
    refused("active.ends_before_start"),
  );
  expect(await it.command("beata", "active-group.begin", group)).toMatchObject(ok);
  const helped = meeting({ kind: "COMMUNITY", participants: [{ personId: busy, helpedMinutes: 90 }] });
  expect(await hold(helped)).toMatchObject(ok);
  expect(await evening([visit({ personId: busy })], "2026-11-17")).toMatchObject(ok);
  const propose = (personId: string, candidateId = uuidv7()) =>
    it.command("gosia", "active-group.propose", {
      candidateId,
      activeGroupId,
      personId,
      reason: "Chce pracować w kuchni",
    });
  const both = await Promise.all([propose(busy), propose(busy)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(await propose(quiet)).toMatchObject(ok);
  const read = (who: PersonOfFixture) => it.read(who, `/active-groups/${activeGroupId}`, ActiveGroup);
  const [first, second] = (await read("gosia")).candidates;
  // by name, whoever did more
  expect([first?.personId, second?.personId]).toEqual([busy, quiet]);
  expect(first?.figures).toMatchObject({ offerDays: 1, gatherings: 1, helpedMinutes: 90, courses: 0 });
  const decide = (who: PersonOfFixture, chosen: boolean, reason = "Gotowa od zaraz") =>
    it.command(who, "active-group.decide", { decisionId: uuidv7(), candidateId: second?.id, chosen, reason });
  expect(await decide("gosia", true)).toMatchObject({ status: 403 });
  expect(await decide("beata", true, " ")).toMatchObject({ status: 400 });
  expect(await decide("beata", false, "Najpierw leczenie")).toMatchObject(ok);
  expect(await decide("beata", true)).toMatchObject(ok);
  expect((await read("beata")).candidates[1]?.decisions.map(({ chosen }) => chosen)).toEqual([true, false]);
  const { groups } = await it.read("gosia", `/active-groups-of/${world.club}`, ActiveGroups);
  expect(groups).toMatchObject([{ candidates: 2, chosen: 1 }]);
  expect((await it.get("zofia", `/active-groups/${activeGroupId}`)).status).toBe(404);
  expect((await it.get("marek", `/active-groups/${activeGroupId}`)).status).toBe(403);
  const printed = await paper("beata", `/active-groups/${activeGroupId}/paper`);
  expect(plainText(printed.rawPayload)).toMatch(/Zofia Aktywna[\s\S]*Zofia Cichańska/);
  const { rows } = await it.owner.query(
    "select row_to_json(c)::text as text from active_group_candidate c union all select row_to_json(d)::text from active_group_decision d",
  );
  expect(JSON.stringify(rows)).not.toMatch(/kuchni|leczenie|zaraz/);
});
