import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { passOnOffers } from "../../app/passOnOffers.ts";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { DutiesView, SlotsView, WaitingLine } from "./contract.ts";

const start = "2026-11-22T10:00:00Z";
const it = useTestHouse(start);
const connectionOf = ({ host, port, user, password, database }: pg.Client) => ({
  host,
  port,
  user,
  password,
  database,
});
/** The jobs' own connections, as many as may run at once. */
let owner: pg.Pool;
const personId = uuidv7();
const otherId = uuidv7();
const clubPersonId = uuidv7();
const hiddenId = uuidv7();

/** Two hours on Mondays, every two weeks, in slots of half an hour. */
const duty = (own: object = {}) => ({
  consultantDutyId: uuidv7(),
  unitId: world.office,
  consultantId: it.accountOf("ewa"),
  role: "PSYCHOLOGIST",
  place: "pokój 12",
  everyWeeks: 2,
  weekday: 1,
  startsAt: "15:00",
  endsAt: "17:00",
  slotMinutes: 30,
  fromOn: "2026-11-23",
  toOn: null,
  ...own,
});
/** Moves the clock; who was signed in stays so. */
async function at(instant: string): Promise<void> {
  it.clock.set(instant);
  await it.owner.query("update session set seen_at = $1, expires_at = $1::timestamptz + interval '12 hours'", [
    instant,
  ]);
}
const code = async (answer: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await answer;
  return [status, body.code].filter(Boolean).join(" ");
};
async function givenDuty(own: object = {}, by: PersonOfFixture = "henryk"): Promise<string> {
  const payload = duty(own);
  expect(await it.command(by, "consultant-duty.record", payload)).toMatchObject({ status: 200 });
  return payload.consultantDutyId;
}
const book = (by: PersonOfFixture, consultantDutyId: string, own: object = {}) => {
  const bookingId = uuidv7();
  const payload = { bookingId, personId, consultantDutyId, day: "2026-11-23", startsAt: "15:00", ...own };
  return it.command(by, "booking.make", payload).then((answer) => ({ ...answer, bookingId }));
};
const slots = async (by: PersonOfFixture, consultantDutyId: string, from = "2026-11-23") => {
  const { days } = await it.read(by, `/consultations/slots?from=${from}`, SlotsView);
  return days.filter((one) => one.consultantDutyId === consultantDutyId);
};
const waiting = async (by: PersonOfFixture) =>
  (await it.read(by, "/consultations/waiting", z.object({ lines: z.array(WaitingLine) }))).lines;

beforeAll(async () => {
  owner = new pg.Pool({ ...connectionOf(it.owner), max: 3 });
  for (const [id, unitId, by, fields] of [
    [personId, world.office, "anna", { firstName: "Jan", lastName: "Broda" }],
    [otherId, world.office, "anna", { firstName: "Piotr", lastName: "Wąs" }],
    [clubPersonId, world.club, "beata", { firstName: "Ewa", lastName: "Klubowa" }],
    [hiddenId, world.office, "anna", { firstName: "Ukryta", lastName: "Matka", protectedWhereabouts: true }],
  ] as const)
    expect(await it.command(by, "person.record", { personId: id, unitId, fields })).toMatchObject({ status: 200 });
});
afterAll(() => owner.end());
beforeEach(async () => {
  await at(start);
  // nobody waits from an earlier test, and nobody is busy
  await it.owner.query(
    "insert into waiting_ending select organisation_id, id, 'LEFT', asked_by from waiting_entry on conflict do nothing",
  );
  await it.owner.query("delete from slot_claim");
  await it.owner.query(
    "insert into booking_ending select organisation_id, id, 'CANCELLED', booked_by from booking on conflict do nothing",
  );
});

test("a duty by pattern gives slots of a length; who plans it is of its unit, who holds it has the role", async () => {
  const id = await givenDuty();
  const [first, second] = await slots("anna", id);
  expect(first).toMatchObject({ role: "PSYCHOLOGIST", place: "pokój 12", day: "2026-11-23", lost: null });
  expect(first?.slots.map(({ startsAt, state }) => `${startsAt} ${state}`)).toEqual([
    "15:00 FREE",
    "15:30 FREE",
    "16:00 FREE",
    "16:30 FREE",
  ]);
  expect(second).toBeUndefined(); // the next one is in two weeks
  expect(await code(it.command("beata", "consultant-duty.record", duty()))).toBe("404 consultant-duty.not_found");
  expect(await code(it.command("ewa", "consultant-duty.record", duty()))).toBe("403 access.denied");
  expect(await code(it.command("henryk", "consultant-duty.record", duty({ role: "LAWYER" })))).toBe(
    "422 colleague.cannot",
  );
  expect(await code(it.command("henryk", "consultant-duty.record", duty({ endsAt: "15:00" })))).toBe(
    "422 consultant-duty.no_time",
  );
  expect(
    await code(
      it.command("zofia", "booking.make", {
        bookingId: uuidv7(),
        personId,
        consultantDutyId: id,
        day: "2026-11-23",
        startsAt: "15:00",
      }),
    ),
  ).toBe("404 person.not_found");
});

test("a booking sent twice is one; it says a role and an hour and nothing of what it is about", async () => {
  const id = await givenDuty();
  const payload = { bookingId: uuidv7(), personId, consultantDutyId: id, day: "2026-11-23", startsAt: "15:30" };
  const envelope = { id: uuidv7() };
  const first = await it.command("anna", "booking.make", payload, envelope);
  expect(first).toMatchObject({ status: 200, body: { replayed: false } });
  expect(await it.command("anna", "booking.make", payload, envelope)).toMatchObject({
    status: 200,
    body: { replayed: true },
  });
  expect(await it.audited(payload.bookingId)).toEqual(["booking.make done"]);
  const { rows } = await it.owner.query(
    "select column_name from information_schema.columns where table_name = 'booking' and data_type in ('text', 'bytea', 'jsonb')",
  );
  expect(rows).toEqual([]);
  const refused = await it.command("anna", "booking.make", { ...payload, bookingId: uuidv7(), topic: "rozwód" });
  expect(refused.status).toBe(400);
});

test("the front desk sees who comes only of those whom it knows; the consultant sees who is booked", async () => {
  const id = await givenDuty({ unitId: world.club, consultantId: it.accountOf("ewa") }, "beata");
  expect(await code(book("beata", id, { personId: clubPersonId }))).toBe("200");
  expect(await code(book("anna", id, { startsAt: "15:30" }))).toBe("200");
  const seen = async (by: PersonOfFixture) =>
    (await slots(by, id))[0]?.slots.map(({ state, booking }) => [state, booking?.person?.name ?? null]).slice(0, 2);
  expect(await seen("anna")).toEqual([
    ["BOOKED", null],
    ["BOOKED", "Jan Broda"],
  ]);
  expect(await seen("beata")).toEqual([
    ["BOOKED", "Ewa Klubowa"],
    ["BOOKED", null],
  ]);
  expect(await seen("ewa")).toEqual([
    ["BOOKED", "Ewa Klubowa"],
    ["BOOKED", "Jan Broda"],
  ]);
  expect(await seen("gosia")).toEqual([
    ["BOOKED", null],
    ["BOOKED", null],
  ]);
  expect((await it.get("tomasz", "/consultations/slots")).status).toBe(403);
});

test("that somebody in hiding comes on a day is known to those on the list alone", async () => {
  const id = await givenDuty();
  const { bookingId } = await book("anna", id, { personId: hiddenId });
  const name = async (by: PersonOfFixture) => (await slots(by, id))[0]?.slots[0]?.booking?.person?.name ?? null;
  expect([await name("anna"), await name("henryk"), await name("ewa")]).toEqual(["Ukryta Matka", null, null]);
  expect((await it.get("henryk", `/people/${hiddenId}/bookings`)).body.bookings).toEqual([]);
  expect((await it.get("anna", `/people/${hiddenId}/bookings`)).body.bookings).toMatchObject([
    { bookingId, state: "BOOKED" },
  ]);
  expect(await code(it.command("henryk", "booking.cancel", { bookingId }))).toBe("404 booking.not_found");
});

test("of two who want one slot at once one gets it, and the other is told the next free one", async () => {
  const id = await givenDuty();
  const answers = await Promise.all([book("anna", id), book("henryk", id, { personId: otherId })]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const told = answers.find(({ status }) => status === 422);
  expect(told?.body).toMatchObject({
    code: "booking.slot_taken",
    details: { day: "2026-11-23", consultantDutyId: expect.any(String) },
  });
  const { rows } = await it.owner.query("select 1 from slot_claim where duty_id = $1", [id]);
  expect(rows).toHaveLength(1);
});

test("a slot that is none, is over or of a holiday is refused, and nobody is in two talks at once", async () => {
  const id = await givenDuty({ everyWeeks: 1, weekday: 3, fromOn: "2026-11-25" });
  const bookAt = (day: string, startsAt: string) => code(book("anna", id, { day, startsAt }));
  expect(await bookAt("2026-11-25", "15:10")).toBe("422 booking.no_such_slot");
  expect(await bookAt("2027-01-06", "15:00")).toBe("422 booking.holiday");
  expect(await bookAt("2026-11-25", "15:00")).toBe("200");
  const same = await givenDuty({ weekday: 3, fromOn: "2026-11-25", startsAt: "14:45", endsAt: "16:45" });
  expect(await code(book("anna", same, { day: "2026-11-25", startsAt: "15:15" }))).toBe("422 booking.person_busy");
  await at("2026-11-25T15:00:00Z");
  expect(await bookAt("2026-11-25", "16:00")).toBe("422 booking.slot_over");
  expect((await slots("anna", id, "2027-01-04"))[0]).toMatchObject({ day: "2027-01-06", lost: "epiphany", slots: [] });
});

test("an open slot has no name; who works there or holds it books and cancels it", async () => {
  const id = await givenDuty();
  const open = await book("henryk", id, { personId: null });
  expect(open.status).toBe(200);
  expect((await slots("anna", id))[0]?.slots[0]?.booking).toMatchObject({ forPerson: false, person: null });
  expect(await code(book("gosia", id, { personId: null, startsAt: "16:00" }))).toBe("404 consultant-duty.not_found");
  expect(await code(it.command("gosia", "booking.cancel", { bookingId: open.bookingId }))).toBe(
    "404 booking.not_found",
  );
  expect(await code(it.command("ewa", "booking.cancel", { bookingId: open.bookingId }))).toBe("200");
  expect(await code(it.command("ewa", "booking.cancel", { bookingId: open.bookingId }))).toBe("422 booking.over");
});

test("who waits is offered what becomes free, in the order of asking; who declines stays in the same place", async () => {
  const id = await givenDuty();
  const full = await book("anna", id);
  const [first, second] = [uuidv7(), uuidv7()];
  const join = (waitingId: string, who: string) =>
    it.command("anna", "waiting.join", { waitingId, personId: who, role: "PSYCHOLOGIST" });
  expect(await code(join(first, otherId))).toBe("200");
  await at("2026-11-22T10:00:01Z");
  expect(await code(join(second, hiddenId))).toBe("200");
  expect(await code(join(uuidv7(), otherId))).toBe("422 waiting.waits_already");
  expect(await code(it.command("anna", "booking.cancel", { bookingId: full.bookingId }))).toBe("200");
  const held = (await slots("anna", id))[0]?.slots[0];
  expect(held).toMatchObject({ state: "OFFERED", booking: null });
  expect(await code(book("anna", id))).toBe("422 booking.slot_taken");
  expect(await waiting("anna")).toMatchObject([
    {
      waitingId: first,
      place: 1,
      person: { name: "Piotr Wąs" },
      offer: { day: "2026-11-23", startsAt: "15:00", open: true },
    },
    { waitingId: second, place: 2, offer: null },
  ]);
  expect((await waiting("henryk")).map(({ place }) => place)).toEqual([1]); // the other one is in hiding
  const { rows: tasks } = await it.owner.query("select kind, owner_id from task where source_id = $1", [first]);
  expect(tasks).toEqual([{ kind: "waiting.offered", owner_id: it.accountOf("anna") }]);
  expect(await code(it.command("anna", "waiting.decline", { waitingId: first }))).toBe("200");
  expect(await waiting("anna")).toMatchObject([
    { waitingId: first, offer: null },
    { waitingId: second, offer: { open: true } },
  ]);
  expect(await code(it.command("anna", "waiting.accept", { waitingId: first, bookingId: uuidv7() }))).toBe(
    "422 waiting.no_offer",
  );
  const bookingId = uuidv7();
  expect(await code(it.command("anna", "waiting.accept", { waitingId: second, bookingId }))).toBe("200");
  expect((await slots("anna", id))[0]?.slots[0]).toMatchObject({ state: "BOOKED", booking: { bookingId } });
  expect((await waiting("anna")).map(({ waitingId }) => waitingId)).toEqual([first]);
});

test("an offer keeps its slot for a day, then anybody may have it", async () => {
  const id = await givenDuty({ fromOn: "2026-11-30" });
  const waitingId = uuidv7();
  await it.command("anna", "waiting.join", { waitingId, personId: otherId, role: "PSYCHOLOGIST" });
  const offer = { offerId: uuidv7(), waitingId, consultantDutyId: id, day: "2026-11-30", startsAt: "15:00" };
  expect(await code(it.command("anna", "waiting.offer", offer))).toBe("200");
  expect(await code(it.command("anna", "waiting.offer", { ...offer, offerId: uuidv7(), startsAt: "15:30" }))).toBe(
    "422 waiting.offered_already",
  );
  await at("2026-11-23T09:59:00Z");
  expect(await code(book("anna", id, { day: "2026-11-30" }))).toBe("422 booking.slot_taken");
  await at("2026-11-23T10:00:00Z");
  expect(await waiting("anna")).toMatchObject([{ offer: { open: false } }]);
  expect(await code(it.command("anna", "waiting.accept", { waitingId, bookingId: uuidv7() }))).toBe(
    "422 waiting.no_offer",
  );
  expect(await code(book("anna", id, { day: "2026-11-30" }))).toBe("200");
  expect(await code(it.command("anna", "waiting.leave", { waitingId }))).toBe("200");
  expect(await code(it.command("anna", "waiting.leave", { waitingId }))).toBe("422 waiting.over");
});

test("an offer that nobody answered passes on by itself, each hour to one, though two jobs run at once", async () => {
  const id = await givenDuty();
  const line = async (of: string) => {
    const waitingId = uuidv7();
    await it.command("anna", "waiting.join", { waitingId, personId: of, role: "PSYCHOLOGIST" });
    it.clock.set(new Date(it.clock.now().getTime() + 1000).toISOString());
    return waitingId;
  };
  const [first, second] = [await line(personId), await line(otherId)];
  const mine = await book("beata", id, { personId: clubPersonId, day: "2026-12-07" });
  expect(mine.status).toBe(200);
  await it.command("beata", "booking.cancel", { bookingId: mine.bookingId });
  const open = async () => (await waiting("anna")).filter(({ offer }) => offer?.open).map(({ waitingId }) => waitingId);
  const pass = () => passOnOffers(owner, it.clock.now());
  expect(await open()).toEqual([first]);
  await pass();
  expect(await open()).toEqual([first]); // not yet
  await at("2026-11-23T11:00:00Z");
  await Promise.all([pass(), pass(), pass()]);
  expect(await open()).toEqual([second]);
  const { rows: answers } = await it.owner.query(
    "select a.answer, a.answered_by from waiting_offer o join waiting_offer_answer a on a.offer_id = o.id where o.waiting_id = $1",
    [first],
  );
  expect(answers).toEqual([{ answer: "LAPSED", answered_by: null }]);
  const { rows: tasks } = await it.owner.query("select kind, owner_id from task where source_id = $1", [second]);
  expect(tasks).toEqual([{ kind: "waiting.offered", owner_id: it.accountOf("anna") }]);
  // both were asked: the hour is free again, and both stay in the queue
  await at("2026-11-24T12:00:00Z");
  await pass();
  expect(await open()).toEqual([]);
  expect((await slots("anna", id, "2026-12-07"))[0]?.slots[0]?.state).toBe("FREE");
  expect((await waiting("anna")).map(({ waitingId }) => waitingId)).toEqual([first, second]);
});

test("who accepts at the last moment has the hour, and it is not passed on", async () => {
  const id = await givenDuty();
  const waitingId = uuidv7();
  await it.command("anna", "waiting.join", { waitingId, personId, role: "PSYCHOLOGIST" });
  const to = { consultantDutyId: id, day: "2026-12-07", startsAt: "15:00" };
  await it.command("anna", "waiting.offer", { offerId: uuidv7(), waitingId, ...to });
  const bookingId = uuidv7();
  expect(await code(it.command("anna", "waiting.accept", { waitingId, bookingId }))).toBe("200");
  await at("2026-11-24T12:00:00Z");
  await passOnOffers(owner, it.clock.now());
  expect((await slots("anna", id, "2026-12-07"))[0]?.slots[0]).toMatchObject({
    state: "BOOKED",
    booking: { bookingId },
  });
});

test("a booking moves to another slot of the role, and to none of another", async () => {
  const [id, lawyer] = [
    await givenDuty(),
    await givenDuty({ role: "VOCATIONAL_COUNSELLOR", consultantId: it.accountOf("robert") }),
  ];
  const { bookingId } = await book("anna", id);
  const move = (own: object) =>
    it.command("anna", "booking.move", {
      movedId: uuidv7(),
      bookingId,
      consultantDutyId: id,
      day: "2026-11-23",
      startsAt: "16:30",
      ...own,
    });
  expect(await code(move({ consultantDutyId: lawyer }))).toBe("422 booking.another_role");
  expect(await code(move({}))).toBe("200");
  expect((await slots("anna", id))[0]?.slots.map(({ state }) => state)).toEqual(["FREE", "FREE", "FREE", "BOOKED"]);
  expect(await code(move({ startsAt: "16:00" }))).toBe("422 booking.over");
  const { body } = await it.get("anna", `/people/${personId}/bookings`);
  expect(body.bookings).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ bookingId, state: "MOVED" }),
      expect.objectContaining({ startsAt: "16:30", state: "BOOKED" }),
    ]),
  );
});

test("came or did not come is said from the hour on, by who holds the duty or plans it; the last word counts", async () => {
  const id = await givenDuty();
  const { bookingId } = await book("anna", id);
  const note = (by: PersonOfFixture, outcome: string) =>
    code(it.command(by, "booking.note-outcome", { markId: uuidv7(), bookingId, outcome }));
  expect(await note("ewa", "CAME")).toBe("422 booking.not_yet");
  await at("2026-11-23T14:00:00Z");
  expect(await code(it.command("anna", "booking.cancel", { bookingId }))).toBe("422 booking.begun");
  expect(await note("robert", "CAME")).toBe("404 booking.not_found");
  expect(await note("gosia", "CAME")).toBe("403 access.denied");
  expect(await note("henryk", "NO_SHOW")).toBe("200");
  await at("2026-11-23T14:10:00Z");
  expect(await note("ewa", "CAME")).toBe("200");
  expect((await slots("anna", id))[0]?.slots[0]?.booking).toMatchObject({ outcome: "CAME", mayChange: false });
  expect(await code(it.command("anna", "booking.cancel", { bookingId }))).toBe("422 booking.marked_already");
});

test("an absence leaves the slots out, ends what is booked and asks who booked to find another hour", async () => {
  const id = await givenDuty();
  const { bookingId } = await book("anna", id);
  const absence = { absenceId: uuidv7(), consultantDutyId: id, fromOn: "2026-11-23", toOn: "2026-11-27" };
  expect(await code(it.command("robert", "consultant-duty.note-absence", absence))).toBe(
    "404 consultant-duty.not_found",
  );
  expect(await code(it.command("ewa", "consultant-duty.note-absence", { ...absence, toOn: "2026-11-22" }))).toBe(
    "422 consultant-duty.absence_period",
  );
  expect(await code(it.command("ewa", "consultant-duty.note-absence", absence))).toBe("200");
  expect((await slots("anna", id))[0]).toMatchObject({ lost: "AWAY", slots: [] });
  expect(await code(book("anna", id))).toBe("422 booking.consultant_away");
  const { rows } = await it.owner.query("select kind, owner_id from task where source_id = $1", [bookingId]);
  expect(rows).toEqual([{ kind: "booking.find_another", owner_id: it.accountOf("anna") }]);

  const { absenceId } = absence;
  const back = (by: PersonOfFixture) => code(it.command(by, "consultant-duty.withdraw-absence", { absenceId }));
  const seen = async () => (await it.read("ewa", "/consultations/duties/2026-11", DutiesView)).duties;
  expect((await seen()).find(({ consultantDutyId }) => consultantDutyId === id)?.absences).toEqual([
    { absenceId, from: "2026-11-23", to: "2026-11-27" },
  ]);
  expect(await back("robert")).toBe("404 consultant-duty.absence_not_found");
  expect(await back("zofia")).toBe("404 consultant-duty.absence_not_found");
  expect(await back("henryk")).toBe("200");
  expect(await back("ewa")).toBe("422 consultant-duty.absence_withdrawn");
  expect((await slots("anna", id))[0]).toMatchObject({ lost: null });
  expect((await seen()).find(({ consultantDutyId }) => consultantDutyId === id)?.absences).toEqual([]);
  expect((await it.get("anna", `/people/${personId}/bookings`)).body.bookings).toContainEqual(
    expect.objectContaining({ bookingId, state: "CONSULTANT_AWAY" }),
  );
  await it.owner.query("delete from consultant_absence_withdrawal");
  await it.owner.query("delete from consultant_absence");
});

test("an absence taken back while it lasts leaves the days that have passed as they were", async () => {
  const id = await givenDuty({ everyWeeks: 1, fromOn: "2026-11-16" });
  const absenceId = uuidv7();
  const days = { fromOn: "2026-11-16", toOn: "2026-11-30" };
  await it.command("ewa", "consultant-duty.note-absence", { absenceId, consultantDutyId: id, ...days });
  expect(await code(it.command("ewa", "consultant-duty.withdraw-absence", { absenceId }))).toBe("200");
  const [{ days: all } = { days: [] }] = (
    await it.read("ewa", "/consultations/duties/2026-11", DutiesView)
  ).duties.filter(({ consultantDutyId }) => consultantDutyId === id);
  expect(all.map(({ day, lost }) => [day, lost])).toEqual([
    ["2026-11-16", "AWAY"],
    ["2026-11-23", null],
    ["2026-11-30", null],
  ]);
  await it.owner.query("delete from consultant_absence_withdrawal");
  await it.owner.query("delete from consultant_absence");
});

test("a pedagogue's duty is held by an adviser of the house and booked as any other; nobody else holds it", async () => {
  const id = await givenDuty({
    role: "PEDAGOGUE",
    consultantId: it.accountOf("robert"),
    weekday: 3,
    fromOn: "2026-11-25",
  });
  expect((await book("anna", id, { day: "2026-11-25" })).status).toBe(200);
  const by = duty({ role: "PEDAGOGUE", consultantId: it.accountOf("teresa") });
  expect(await code(it.command("henryk", "consultant-duty.record", by))).toBe("422 colleague.cannot");
});

test("a duty ends with a last day, once; hours that are held are settled against the plan", async () => {
  const id = await givenDuty({
    everyWeeks: 1,
    weekday: 2,
    fromOn: "2026-11-03",
    consultantId: it.accountOf("teresa"),
    role: "ADDICTION_THERAPIST",
    unitId: world.office,
  });
  const hours = async (by: PersonOfFixture) =>
    (await it.read(by, "/consultations/duties/2026-11", DutiesView)).hours.find(
      ({ consultantId }) => consultantId === it.accountOf("teresa"),
    );
  const settle = (
    day: string,
    heldMinutes: number,
    by: PersonOfFixture = "teresa",
    reason: string | null = "SHORTER",
  ) =>
    code(
      it.command(by, "consultant-duty.settle", {
        settlementId: uuidv7(),
        consultantDutyId: id,
        day,
        heldMinutes,
        reason,
      }),
    );
  expect(await settle("2026-11-10", 60, "teresa", null)).toBe("422 consultant-duty.reason_missing");
  expect(await settle("2026-11-03", 120)).toBe("200");
  expect(await settle("2026-11-10", 60)).toBe("200");
  await at("2026-11-22T10:00:01Z");
  expect(await settle("2026-11-10", 90, "henryk")).toBe("200");
  expect(await settle("2026-11-11", 120)).toBe("422 consultant-duty.no_such_day");
  expect(await settle("2026-11-24", 120)).toBe("422 consultant-duty.not_yet");
  expect(await settle("2026-11-03", 120, "ewa")).toBe("404 consultant-duty.not_found");
  const mine = await hours("teresa");
  expect(mine).toMatchObject({ heldMinutes: 210, unsettled: 1, warning: null });
  const fresh = await givenDuty({ weekday: 5, fromOn: "2026-12-04", toOn: "2026-12-31" });
  expect(
    await code(it.command("henryk", "consultant-duty.end", { consultantDutyId: fresh, lastOn: "2026-11-21" })),
  ).toBe("422 consultant-duty.ends_in_past");
  const { bookingId } = await book("anna", fresh, { day: "2026-12-18" });
  expect(
    await code(it.command("henryk", "consultant-duty.end", { consultantDutyId: fresh, lastOn: "2026-12-04" })),
  ).toBe("200");
  expect(
    await code(it.command("henryk", "consultant-duty.end", { consultantDutyId: fresh, lastOn: "2026-12-04" })),
  ).toBe("422 consultant-duty.over");
  const { rows } = await it.owner.query("select outcome from booking_ending where booking_id = $1", [bookingId]);
  expect(rows).toEqual([{ outcome: "CONSULTANT_AWAY" }]);
  await at("2026-12-05T10:00:00Z");
  expect(await hours("teresa")).toMatchObject({
    plannedMinutes: 480,
    heldMinutes: 210,
    unsettled: 2,
    warning: "UNDER",
  });
});
