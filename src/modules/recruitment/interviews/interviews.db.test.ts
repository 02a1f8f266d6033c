import { afterAll, beforeEach, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { plainText } from "../../../app/testing/plainText.ts";
import { givenRecruitment } from "../../../app/testing/recruitment.ts";
import { closeDocuments } from "../../../platform/documents/renderPdf.ts";
import { needTool } from "../../../platform/testing/tool.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { SlotsView } from "../../counselling/contract.ts";
import { MyDay } from "../../counselling/noteContract.ts";
import { LetterList } from "../letters/contract.ts";
import { CandidateInterviews, InterviewList, InterviewProposal } from "./contract.ts";

const start = "2026-11-22T10:00:00Z";
const it = useTestHouse(start);
const given = givenRecruitment(it);
const ok = { status: 200 };
afterAll(() => closeDocuments());

/** Four hours of Ewa on every Monday in slots of an hour, no other duty but it. */
let dutyId: string;
beforeEach(async () => {
  await at(start);
  await it.owner.query(
    "insert into consultant_duty_ending (organisation_id, duty_id, last_on, ended_by) select organisation_id, id, '2026-11-01', recorded_by from consultant_duty on conflict do nothing",
  );
  await it.owner.query("delete from slot_claim");
  await it.owner.query("delete from consultant_absence");
  await it.owner.query(
    "insert into slot_reservation_ending (organisation_id, reservation_id, outcome, ended_by) select organisation_id, id, 'CANCELLED', reserved_by from slot_reservation on conflict do nothing",
  );
  dutyId = uuidv7();
  const pattern = { everyWeeks: 1, weekday: 1, startsAt: "09:00", endsAt: "13:00", slotMinutes: 60 };
  const duty = { consultantDutyId: dutyId, unitId: world.office, consultantId: it.accountOf("ewa"), ...pattern };
  const more = { role: "PSYCHOLOGIST", place: "pokój 12", fromOn: "2026-11-23", toOn: null };
  expect(await it.command("henryk", "consultant-duty.record", { ...duty, ...more })).toMatchObject(ok);
});

async function at(instant: string): Promise<void> {
  it.clock.set(instant);
  await it.owner.query("update session set seen_at = $1, expires_at = $1::timestamptz + interval '12 hours'", [
    instant,
  ]);
}

async function propose(recruitmentId: string, candidateIds: readonly string[], own: object = {}) {
  const wish = { candidateIds, consultantIds: [], from: "2026-11-23", weeks: 2, minutes: 120, ...own };
  const answer = await it.post("beata", `/recruitments/${recruitmentId}/interviews/proposal`, wish);
  expect(answer.status).toBe(200);
  return InterviewProposal.parse(answer.body);
}
const hours = (startsAt = "09:00", day = "2026-11-23") => ({ consultantDutyId: dutyId, day, startsAt });
const booking = (recruitmentId: string, candidateId: string, own: object = {}) => ({
  planId: uuidv7(),
  recruitmentId,
  minutes: 120,
  appointments: [{ appointmentId: uuidv7(), candidateId, ...hours(), ...own }],
});
const book = (payload: object, by: PersonOfFixture = "beata") => it.command(by, "candidate-interview.book", payload);
async function given1(lastName = "Kowalczyk") {
  const recruitmentId = await given.recruitment();
  const candidateId = await given.candidate(recruitmentId, given.someone(lastName));
  return { recruitmentId, candidateId };
}
async function givenBooked(lastName?: string) {
  const one = await given1(lastName);
  const payload = booking(one.recruitmentId, one.candidateId);
  expect(await book(payload)).toMatchObject(ok);
  return { ...one, payload, appointmentId: payload.appointments[0]?.appointmentId ?? "" };
}
const slots = async () => {
  const { days } = await it.read("ewa", "/consultations/slots?from=2026-11-23", SlotsView);
  const [day] = days.filter(({ consultantDutyId }) => consultantDutyId === dutyId);
  return day?.slots.map(({ state }) => state);
};
const list = (recruitmentId: string) => it.read("beata", `/recruitments/${recruitmentId}/interviews`, InterviewList);

test("a plan gives each candidate whole free hours in the order of their numbers, and tells who found none (R-REC-03)", async () => {
  const recruitmentId = await given.recruitment();
  const ids: string[] = [];
  for (const name of ["Pierwsza", "Druga", "Trzecia"])
    ids.push(await given.candidate(recruitmentId, given.someone(name)));
  const { rows, unplaced, outside, free } = await propose(recruitmentId, [...ids].reverse(), { weeks: 1 });
  expect(rows.map(({ no, day, startsAt, endsAt }) => `${no} ${day} ${startsAt}-${endsAt}`)).toEqual([
    "1 2026-11-23 09:00-11:00",
    "2 2026-11-23 11:00-13:00",
  ]);
  expect([unplaced.map(({ no }) => no), outside, free.length]).toEqual([[3], false, 3]);
  expect(await propose(recruitmentId, ids, { weeks: 1 })).toEqual({
    ...(await propose(recruitmentId, ids, { weeks: 1 })),
  });
  expect((await propose(recruitmentId, ids, { minutes: 60 })).outside).toBe(true);
  const others = await propose(recruitmentId, ids, { consultantIds: [it.accountOf("anna")] });
  expect([others.rows, others.free]).toEqual([[], []]);
});

test("a booked plan takes its slots and stands in the list; sent twice it is one; the same hours go to nobody else", async () => {
  const { recruitmentId, candidateId, payload } = await givenBooked();
  const commandId = uuidv7();
  expect(await slots()).toEqual(["RESERVED", "RESERVED", "FREE", "FREE"]);
  const { people, consultants } = await list(recruitmentId);
  expect(people).toMatchObject([
    { candidateId, appointment: { day: "2026-11-23", startsAt: "09:00", endsAt: "11:00", state: "BOOKED" } },
  ]);
  expect(consultants.map(({ id }) => id)).toEqual([it.accountOf("ewa")]);
  const otherId = await given.candidate(recruitmentId, given.someone("Drugi"));
  const second = { ...booking(recruitmentId, otherId, hours("10:00")) };
  expect(await book(second)).toMatchObject({ status: 422, body: { code: "hours.taken" } });
  const free = { ...booking(recruitmentId, otherId, hours("11:00")), commandId };
  const { commandId: id, ...sent } = free;
  expect(await it.command("beata", "candidate-interview.book", sent, { id })).toMatchObject(ok);
  const again = await it.command("beata", "candidate-interview.book", sent, { id });
  expect(again).toMatchObject({ status: 200, body: { replayed: true } });
  expect(
    await book({
      ...payload,
      appointments: [{ ...payload.appointments[0], appointmentId: uuidv7(), ...hours("09:00", "2026-11-30") }],
    }),
  ).toMatchObject({
    status: 422,
    body: { code: "candidate-interview.booked_already" },
  });
  const talk = { bookingId: uuidv7(), personId: null, ...hours("10:00") };
  expect(await it.command("ewa", "booking.make", talk)).toMatchObject({ status: 422 });
});

test("of a plan with one impossible hour nothing is booked", async () => {
  const { recruitmentId, candidateId } = await given1();
  const otherId = await given.candidate(recruitmentId, given.someone("Drugi"));
  const plan = booking(recruitmentId, candidateId);
  const late = { appointmentId: uuidv7(), candidateId: otherId, ...hours("12:00") };
  const answer = await book({ ...plan, appointments: [...plan.appointments, late] });
  expect(answer).toMatchObject({ status: 422, body: { code: "booking.no_such_slot" } });
  expect(await slots()).toEqual(["FREE", "FREE", "FREE", "FREE"]);
});

test("of two who want the same hours at once one gets them", async () => {
  const [one, two] = [await given1("Raz"), await given1("Dwa")];
  const answers = await Promise.all([one, two].map((each) => book(booking(each.recruitmentId, each.candidateId))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test("hours in which the consultant leads a class are in no plan, and nothing is booked or moved into them; cancelled, they are free", async () => {
  const { recruitmentId, candidateId, appointmentId } = await givenBooked();
  const groupId = await given.group(recruitmentId, "Poniedziałkowa");
  const module = { moduleId: uuidv7(), code: "COMPUTER", name: null, form: "GROUP", plannedHours: 10, cadence: null };
  const { rows: groups } = await it.owner.query("select name, starts_on::text from class_group where id = $1", [
    groupId,
  ]);
  const card = { name: groups[0].name, startsOn: groups[0].starts_on, groupNo: null, template: null, capacity: 30 };
  const size = { weeks: 38, meetingsPerWeek: 3, minutesPerMeeting: 240, consultationsInside: true, leaderIds: [] };
  const modules = [{ ...module, provider: null, optional: false }];
  const group = { groupId, projectId: recruitmentId, ...card, ...size, modules };
  expect(await it.command("beata", "group.record", group, { base: 1 })).toMatchObject(ok);
  const sessionId = uuidv7();
  const session = { sessionId, groupId, moduleId: module.moduleId, day: "2026-12-07", startsAt: "10:30", minutes: 60 };
  const led = { ...session, roomId: null, leaderId: it.accountOf("ewa") };
  expect(await it.command("beata", "session.add", led)).toMatchObject(ok);
  const otherId = await given.candidate(recruitmentId, given.someone("Drugi"));
  const monday = { from: "2026-12-07", weeks: 1, minutes: 60 };
  const free = async () => (await propose(recruitmentId, [otherId], monday)).free.map(({ startsAt }) => startsAt);
  expect(await free()).toEqual(["09:00", "12:00"]);
  const inClass = { status: 422, body: { code: "hours.in_class", details: { when: "07.12.2026, 09:00" } } };
  expect(await book(booking(recruitmentId, otherId, hours("09:00", "2026-12-07")))).toMatchObject(inClass);
  const move = { movedId: uuidv7(), appointmentId, ...hours("09:00", "2026-12-07") };
  expect(await it.command("beata", "candidate-interview.move", move)).toMatchObject(inClass);
  expect((await list(recruitmentId)).people.find((one) => one.candidateId === candidateId)).toMatchObject({
    appointment: { day: "2026-11-23", state: "BOOKED" },
  });
  const cancelled = { sessionId, reason: "OTHER", note: null };
  expect(await it.command("beata", "session.cancel", cancelled)).toMatchObject(ok);
  expect(await free()).toEqual(["09:00", "10:00", "11:00", "12:00"]);
  expect(await it.command("beata", "candidate-interview.move", move)).toMatchObject(ok);
});

test("moved, even to hours that overlap; cancelled with a reason that the card keeps sealed; the hours are free again", async () => {
  const { recruitmentId, candidateId, appointmentId } = await givenBooked();
  const movedId = uuidv7();
  const move = { movedId, appointmentId, ...hours("10:00") };
  expect(await it.command("beata", "candidate-interview.move", move)).toMatchObject(ok);
  expect(await slots()).toEqual(["FREE", "RESERVED", "RESERVED", "FREE"]);
  const again = await it.command("beata", "candidate-interview.move", { ...move, movedId: uuidv7() });
  expect(again).toMatchObject({ status: 422, body: { code: "candidate-interview.over" } });
  const cancel = { recruitmentId, appointmentIds: [movedId], reason: "wyjazd do sanatorium" };
  expect(await it.command("beata", "candidate-interview.cancel", cancel)).toMatchObject(ok);
  expect(await slots()).toEqual(["FREE", "FREE", "FREE", "FREE"]);
  const view = await it.read("beata", `/candidates/${candidateId}/interviews`, CandidateInterviews);
  expect(view.appointments.map(({ state, reason }) => [state, reason])).toEqual([
    ["CANCELLED", "wyjazd do sanatorium"],
    ["MOVED", ""],
  ]);
  expect(view.mayBook).toBe(true);
  const { rows } = await it.owner.query("select sealed from candidate_text where record_id = $1", [movedId]);
  expect(String(rows[0].sealed)).not.toContain("sanatorium");
});

test("who came is said after the hour; a noted interview closes it; a missed one may be booked anew", async () => {
  const { recruitmentId, candidateId, appointmentId } = await givenBooked();
  const mark = (outcome: string) =>
    it.command("beata", "candidate-interview.note-outcome", { markId: uuidv7(), appointmentId, outcome });
  expect(await mark("CAME")).toMatchObject({ status: 422, body: { code: "candidate-interview.not_yet" } });
  await at("2026-11-23T13:00:00Z");
  expect(await mark("CAME")).toMatchObject(ok);
  expect(await mark("NO_SHOW")).toMatchObject(ok);
  const standing = async () => (await list(recruitmentId)).people[0]?.appointment?.state;
  expect(await standing()).toBe("NO_SHOW");
  const next = { ...booking(recruitmentId, candidateId, hours("09:00", "2026-11-30")) };
  expect(await book(next)).toMatchObject(ok);
  expect(await standing()).toBe("BOOKED");
  await at("2026-11-30T13:00:00Z");
  const interview = { interviewId: uuidv7(), candidateId, heldOn: "2026-11-30", minutes: 120, points: null };
  const noted = { ...interview, interviewerId: it.accountOf("beata"), potential: "" };
  expect(await it.command("beata", "candidate.note-interview", noted)).toMatchObject(ok);
  expect(await standing()).toBe("HELD");
});

test("who holds the interview reads name and hour in the own day; slots and the calendar elsewhere name nobody", async () => {
  await givenBooked("Kanarkowski");
  await at("2026-11-23T07:00:00Z");
  const { others } = await it.read("ewa", "/consultations/my-day", MyDay);
  expect(others).toEqual([
    { kind: "INTERVIEW", startsAt: "09:00", minutes: 120, title: "Kanarkowski Stanisław", place: "pokój 12" },
  ]);
  const answer = await it.get("anna", "/consultations/slots?from=2026-11-23");
  expect(JSON.stringify(answer.body)).not.toMatch(/kanark/i);
  expect((await it.read("anna", "/consultations/my-day", MyDay)).others).toEqual([]);
});

test("a consultant who is away frees the hours, and whoever runs the recruitment has a task until another hour is found", async () => {
  const { recruitmentId, candidateId, appointmentId } = await givenBooked();
  const away = { absenceId: uuidv7(), consultantDutyId: dutyId, fromOn: "2026-11-23", toOn: "2026-11-23" };
  expect(await it.command("ewa", "consultant-duty.note-absence", away)).toMatchObject(ok);
  expect((await list(recruitmentId)).people[0]?.appointment?.state).toBe("CONSULTANT_AWAY");
  const open = async () => {
    const { rows } = await it.owner.query(
      "select t.unit_id, t.person_id from task t where t.source_id = $1 and not exists (select from task_ending e where e.task_id = t.id)",
      [appointmentId],
    );
    return rows;
  };
  expect(await open()).toEqual([{ unit_id: world.club, person_id: null }]);
  expect(await book(booking(recruitmentId, candidateId, hours("09:00", "2026-11-30")))).toMatchObject(ok);
  expect(await open()).toEqual([]);
});

test("another organisation, another unit and other roles are told nothing and change nothing", async () => {
  const { recruitmentId, candidateId, appointmentId } = await givenBooked();
  for (const [by, status] of [
    ["zofia", 404],
    ["anna", 403],
    ["ewa", 403],
  ] as const) {
    const acts = [
      await it.get(by, `/recruitments/${recruitmentId}/interviews`),
      await it.get(by, `/candidates/${candidateId}/interviews`),
      await it.get(by, `/candidate-interviews/${appointmentId}/slip`),
      await it.command(by, "candidate-interview.move", { movedId: uuidv7(), appointmentId, ...hours("11:00") }),
      await it.command(by, "candidate-interview.cancel", {
        recruitmentId,
        appointmentIds: [appointmentId],
        reason: "x",
      }),
    ];
    for (const answer of acts) expect([by, [403, 404].includes(answer.status), status]).toEqual([by, true, status]);
  }
  const foreign = await given1("Obcy");
  const mixed = { recruitmentId: foreign.recruitmentId, appointmentIds: [appointmentId], reason: "x" };
  expect(await it.command("beata", "candidate-interview.cancel", mixed)).toMatchObject({ status: 404 });
  expect(await book(booking(foreign.recruitmentId, candidateId, hours("11:00")))).toMatchObject({ status: 404 });
  expect(await slots()).toEqual(["RESERVED", "RESERVED", "FREE", "FREE"]);
});

test("of somebody whose whereabouts are protected nobody off the list is told: not the list, not the day, not a paper (C7)", async () => {
  const { recruitmentId, candidateId, appointmentId } = await givenBooked("Ukryta");
  const { rows } = await it.owner.query("select pesel_index from candidate_card where candidate_id = $1", [
    candidateId,
  ]);
  const personId = uuidv7();
  const file = { personId, unitId: world.office, fields: { firstName: "Ukryta", lastName: "Osoba" } };
  expect(await it.command("anna", "person.record", file)).toMatchObject(ok);
  await it.owner.query("update person set protected_whereabouts = true, pesel_index = $2 where id = $1", [
    personId,
    rows[0].pesel_index,
  ]);
  expect(await list(recruitmentId)).toMatchObject({ people: [], hidden: 1 });
  for (const answer of [
    await it.get("beata", `/candidates/${candidateId}/interviews`),
    await it.get("beata", `/candidate-interviews/${appointmentId}/slip`),
    await it.get("beata", `/recruitments/${recruitmentId}/interview-invitations`),
    await it.command("beata", "candidate-interview.cancel", {
      recruitmentId,
      appointmentIds: [appointmentId],
      reason: "x",
    }),
    await it.command("beata", "candidate-interview.move", { movedId: uuidv7(), appointmentId, ...hours("11:00") }),
  ])
    expect(answer.status).toBe(404);
  await at("2026-11-23T07:00:00Z");
  const { others } = await it.read("ewa", "/consultations/my-day", MyDay);
  expect(others).toMatchObject([{ kind: "INTERVIEW", title: "" }]);
});

test("the invitation says when and where to whom; the slip names nobody", async () => {
  needTool("pdftotext");
  const { recruitmentId, appointmentId } = await givenBooked("Zaproszony");
  const paper = async (path: string) => {
    const headers = { authorization: `Bearer ${it.tokenOf("beata")}` };
    const answer = await it.server.inject({ url: `/api${path}`, headers });
    expect(answer.statusCode).toBe(200);
    return plainText(answer.rawPayload);
  };
  const invitation = await paper(`/recruitments/${recruitmentId}/interview-invitations`);
  for (const words of ["Zaproszony Stanisław", "23 listopada 2026", "09:00", "pokój 12", "2 godz."])
    expect(invitation).toContain(words);
  expect(invitation).not.toMatch(/psycholog/i);
  const slip = await paper(`/candidate-interviews/${appointmentId}/slip`);
  expect(slip).toContain("09:00");
  expect(slip).not.toContain("Zaproszony");
});

test("the letter about a decision says when the interview is, and says the same after it was moved", async () => {
  needTool("pdftotext");
  const { recruitmentId, appointmentId } = await givenBooked("Listowy");
  expect(await given.freeze(recruitmentId)).toMatchObject(ok);
  expect(await given.decideByList(recruitmentId, 1)).toMatchObject(ok);
  const { decisions } = await it.read("beata", `/recruitments/${recruitmentId}/candidate-letters`, LetterList);
  const batchId = uuidv7();
  const issue = { batchId, recruitmentId, decisionIds: decisions.map(({ decisionId }) => decisionId) };
  expect(await it.command("beata", "candidate-letter.issue", issue)).toMatchObject(ok);
  const move = { movedId: uuidv7(), appointmentId, ...hours("11:00") };
  expect(await it.command("beata", "candidate-interview.move", move)).toMatchObject(ok);
  const headers = { authorization: `Bearer ${it.tokenOf("beata")}` };
  const letter = await it.server.inject({ url: `/api/candidate-letters/${batchId}`, headers });
  expect(plainText(letter.rawPayload)).toContain("Rozmowa wstępna: 23 listopada 2026, godz. 09:00, pokój 12.");
});

test("who withdraws keeps no hours", async () => {
  const { candidateId } = await givenBooked();
  const withdrawal = { candidateId, withdrawnOn: "2026-11-22", reason: "x", rankingId: uuidv7() };
  expect(await it.command("beata", "candidate.withdraw", withdrawal)).toMatchObject(ok);
  expect(await slots()).toEqual(["FREE", "FREE", "FREE", "FREE"]);
});

test("who goes on in another recruitment keeps no hours of the old one", async () => {
  const { recruitmentId, candidateId } = await givenBooked();
  const onward = await given.nextRecruitment(recruitmentId, "grupa jesienna");
  const candidates = [{ candidateId, newCandidateId: uuidv7() }];
  const carried = { fromId: recruitmentId, recruitmentId: onward, candidates };
  expect(await it.command("beata", "candidate.carry-over", carried)).toMatchObject(ok);
  expect(await slots()).toEqual(["FREE", "FREE", "FREE", "FREE"]);
});
