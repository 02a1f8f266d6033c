import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { remindOfTalks } from "../../app/remindOfTalks.ts";
import { type PersonOfFixture, testSmsReports, useTestHouse, world } from "../../app/testing/house.ts";
import type { Mail } from "../../platform/mail/mail.ts";
import { openTexter, type TextMessage } from "../../platform/sms/sms.ts";
import { startSmsGateway } from "../../platform/testing/smsGateway.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { PersonBooking, PreferenceView, SlotsView } from "./contract.ts";
import { arrivesUntil, isAwakeHour, isLastHour, reminderAddress } from "./reminders.ts";

const it = useTestHouse("2026-11-22T10:00:00Z"); // a Sunday; the talks are on Monday
let owner: pg.Pool;
beforeAll(() => {
  const { user, password, host, port, database } = it.owner;
  owner = new pg.Pool({ user, password, host, port, database, max: 1 });
});
afterAll(() => owner.end());

test("who asked for it is reminded once, of a day and an hour and nothing else; nothing of it lies open or in the log", async () => {
  const duty = uuidv7();
  const pattern = {
    everyWeeks: 1,
    weekday: 1,
    startsAt: "15:00",
    endsAt: "17:00",
    slotMinutes: 30,
    fromOn: "2026-11-23",
    toOn: null,
  };
  const of = {
    unitId: world.office,
    consultantId: it.accountOf("ewa"),
    role: "PSYCHOLOGIST",
    place: "Poradnia Leczenia Uzależnień",
  };
  await it.command("henryk", "consultant-duty.record", { consultantDutyId: duty, ...of, ...pattern });
  const book = async (startsAt: string, reminder: object | null, day = "2026-11-23") => {
    const [personId, bookingId] = [uuidv7(), uuidv7()];
    const fields = { firstName: "Jan", lastName: "Broda" };
    await it.command("anna", "person.record", { personId, unitId: world.office, fields });
    const booked = { bookingId, personId, consultantDutyId: duty, day, startsAt, reminder };
    expect(await it.command("anna", "booking.make", booked)).toMatchObject({ status: 200 });
    return bookingId;
  };
  const first = await book("15:00", { channel: "SMS", address: "600 700 800" });
  await book("15:30", { channel: "EMAIL", address: "jan@example.org" });
  await book("16:00", null);
  const cancelled = await book("16:30", { channel: "SMS", address: "+48600700801" });
  await it.command("anna", "booking.cancel", { bookingId: cancelled });
  const moved = await book("15:00", { channel: "SMS", address: "600700802" }, "2026-11-30");
  const movedId = uuidv7();
  const to = { consultantDutyId: duty, day: "2026-11-23", startsAt: "16:30" };
  expect(await it.command("anna", "booking.move", { movedId, bookingId: moved, ...to })).toMatchObject({ status: 200 });
  expect(
    (
      await it.command("anna", "booking.make", {
        bookingId: uuidv7(),
        personId: null,
        ...to,
        reminder: { channel: "SMS", address: "telefon" },
      })
    ).status,
  ).toBe(400);

  const texts: TextMessage[] = [];
  const mails: Mail[] = [];
  let away = true;
  const senders = {
    mailer: {
      sendMail: async (mail: Mail) => (mails.push(mail), { sent: true as const, messageId: "<1>" }),
      close: () => undefined,
    },
    sms: {
      sendText: async (message: TextMessage) => {
        if (away) return { sent: false as const, reason: "unreachable" as const };
        texts.push(message);
        return { sent: true as const, messageId: "5F1A" };
      },
    },
  };
  const run = (at: string) => remindOfTalks(owner, it.services.keys, senders, new Date(at));
  await run("2026-11-22T07:59:00Z"); // 8:59 in Poland
  expect([texts, mails]).toEqual([[], []]);
  await run("2026-11-22T10:10:00Z");
  expect([texts.length, mails.length]).toEqual([0, 1]);
  away = false;
  await run("2026-11-22T11:10:00Z");
  await run("2026-11-22T12:10:00Z");
  expect(texts.map(({ to: number, reference }) => [number, reference])).toEqual([
    ["600 700 800", first],
    ["600700802", movedId],
  ]);
  expect(mails).toEqual([
    { to: "jan@example.org", subject: "Przypomnienie", text: expect.stringContaining("23.11, godz. 15:30") },
  ]);
  for (const { text } of [...texts, ...mails])
    expect(text).not.toMatch(/Broda|Jan\b|psycholog|Poradnia|Uzależnie|Agenda|pok[oó]j/i);
  const { rows } = await it.owner.query(
    "select outcome, message_id from booking_reminder_try where booking_id = $1 order by tried_at",
    [first],
  );
  expect(rows).toEqual([
    { outcome: "UNREACHABLE", message_id: null },
    { outcome: "SENT", message_id: "5F1A" },
  ]);
  for (const table of ["booking_reminder", "event", "audit_entry", "command", "task"]) {
    const { rows: open } = await it.owner.query(`select 1 from ${table} t where t::text ~ '600 ?700 ?80|jan@example'`);
    expect([table, open.length]).toEqual([table, 0]);
  }
  expect(it.log.filter((line) => /600 ?700 ?80|jan@example/.test(line))).toEqual([]);
});

const noMail = { sendMail: async () => ({ sent: true as const, messageId: "<1>" }), close: () => undefined };

test("what the gateway later says stands at the reminder; what was not delivered is a task for who booked", async () => {
  const gateway = await startSmsGateway();
  const address = await it.server.listen({ port: 0, host: "127.0.0.1" });
  const reportsTo = `${address}/sms/raport/${testSmsReports}`;
  const sms = openTexter({ POWROT_SMS_URL: gateway.url, POWROT_SMS_TOKEN: "t" }, { reportsTo });
  const duty = uuidv7();
  await it.command("henryk", "consultant-duty.record", {
    consultantDutyId: duty,
    unitId: world.office,
    consultantId: it.accountOf("ewa"),
    role: "PSYCHOLOGIST",
    place: "pokój 7",
    everyWeeks: 1,
    weekday: 1,
    startsAt: "08:00",
    endsAt: "10:00",
    slotMinutes: 30,
    fromOn: "2026-11-23",
    toOn: "2026-11-23",
  });
  const personId = uuidv7();
  const fields = { firstName: "Wanda", lastName: "Lipa" };
  await it.command("anna", "person.record", { personId, unitId: world.office, fields });
  const book = async (startsAt: string, number: string, of: string | null = null) => {
    const bookingId = uuidv7();
    const reminder = { channel: "SMS", address: number };
    const slot = { consultantDutyId: duty, day: "2026-11-23", startsAt };
    expect((await it.command("anna", "booking.make", { bookingId, personId: of, ...slot, reminder })).status).toBe(200);
    return bookingId;
  };
  const [lost, came, under, wrong] = [
    await book("08:00", "600700810", personId),
    await book("08:30", "600700811"),
    await book("09:00", "600700812"),
    await book("09:30", "480000000"),
  ];
  await remindOfTalks(owner, it.services.keys, { mailer: noMail, sms }, new Date("2026-11-22T13:10:00Z"));
  expect(gateway.taken.map(({ notifyUrl, expiresAt }) => [notifyUrl, expiresAt])).toEqual(
    Array(3).fill([reportsTo, Date.parse("2026-11-22T19:00:00Z") / 1000]),
  );

  const report = () =>
    gateway.report([
      [lost, 405],
      [came, 404],
      [under, 403],
    ]);
  expect(await report()).toBe("200 OK");
  expect(await report()).toBe("200 OK"); // the gateway says it again when it did not hear us
  expect(await gateway.report([[came, 402]])).toBe("200 OK"); // late news of another part of the message
  const standing = async (by: "anna" | "krysia") => {
    const { days } = await it.read(by, "/consultations/slots?from=2026-11-23", SlotsView);
    const slots = days.filter(({ consultantDutyId }) => consultantDutyId === duty).flatMap(({ slots: all }) => all);
    return slots.map(({ booking }) => booking?.reminder?.state ?? null);
  };
  expect(await standing("anna")).toEqual(["NOT_DELIVERED", "DELIVERED", "SENT", "REFUSED"]);
  const { bookings } = await it.read(
    "anna",
    `/people/${personId}/bookings`,
    z.object({ bookings: z.array(PersonBooking) }),
  );
  expect(bookings.map(({ reminder }) => reminder)).toEqual([{ channel: "SMS", state: "NOT_DELIVERED" }]);
  const tasks = async () => {
    const { body } = await it.get("anna", "/tasks/mine?whose=mine");
    const Lines = z.array(
      z.object({ kind: z.string(), personId: z.uuid().nullable(), sourceId: z.uuid(), detail: z.unknown() }),
    );
    return Lines.parse(body.tasks).filter(({ kind }) => kind === "booking.reminder_lost");
  };
  const detail = (startsAt: string) => ({ day: "2026-11-23", startsAt });
  expect(await tasks()).toHaveLength(2);
  expect(await tasks()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ sourceId: lost, personId, detail: detail("08:00") }),
      expect.objectContaining({ sourceId: wrong, personId: null, detail: detail("09:30") }),
    ]),
  );
  expect(await it.audited(lost)).toContain("booking.report-delivery done");
  await it.command("anna", "booking.cancel", { bookingId: lost });
  expect((await tasks()).map(({ sourceId }) => sourceId)).toEqual([wrong]);

  const call = async (path: string) => (await it.server.inject({ method: "GET", url: path })).statusCode;
  expect(await call(`/sms/raport/${testSmsReports}?MsgId=nobody&status=405&idx=${lost}`)).toBe(200);
  expect(await call(`/sms/raport/${testSmsReports}x?MsgId=5F1A0002&status=405`)).toBe(404);
  expect((await standing("anna"))[2]).toBe("SENT");
  // what is given up and arrives after all is nobody's task any more
  await gateway.report([[under, 405]]);
  expect(await tasks()).toHaveLength(2);
  await gateway.report([[under, 404]]);
  expect((await tasks()).map(({ sourceId }) => sourceId)).not.toContain(under);
  expect(it.log.filter((line) => line.includes(testSmsReports) || line.includes("48600700"))).toEqual([]);
  await gateway.close();
});

test("how somebody wants to be reminded is asked once, stays with who noted it, and serves the talks that follow", async () => {
  const { duty, person, book } = await givenMornings("2026-12-07");
  const personId = await person({ firstName: "Zenon", phone: "600700820", email: "zenon@example.org" });
  const view = (of: string) => it.read("anna", `/people/${of}/reminder-preference`, PreferenceView);
  expect(await view(personId)).toEqual({
    noted: [],
    phone: "+48600700820",
    email: "zenon@example.org",
    mayMessage: true,
  });
  const asked = { reminder: { channel: "SMS", address: "600700821" }, preference: "SMS" };
  expect(await reminded(await book(personId, "08:00", asked))).toEqual(["SMS", "600700821"]);
  const noted = [{ channel: "SMS", notedBy: "Anna Próbna", notedAt: "2026-11-22T10:00:00.000Z" }];
  expect((await view(personId)).noted).toEqual(noted);
  await book(personId, "08:30", asked); // the same answer is not another one
  expect((await view(personId)).noted).toEqual(noted);
  expect(await reminded(await book(personId, "09:00", {}))).toEqual(["SMS", "+48600700820"]);
  expect(await reminded(await book(personId, "09:30", { reminder: null }))).toBeNull();

  it.clock.set("2026-11-22T10:05:00Z");
  const note = (by: PersonOfFixture, channel: string, of = personId) =>
    it.command(by, "reminder-preference.note", { preferenceId: uuidv7(), personId: of, channel });
  expect((await note("anna", "SLIP")).status).toBe(200);
  expect((await view(personId)).noted.map(({ channel }) => channel)).toEqual(["SLIP", "SMS"]);
  expect(await reminded(await book(personId, "10:00", {}))).toBeNull();
  expect((await note("krysia", "SMS")).status).toBe(403);
  expect((await note("zofia", "SMS")).status).toBe(404);

  // an hour that is taken from the list is reminded of as well
  await note("anna", "EMAIL");
  const [waitingId, bookingId] = [uuidv7(), uuidv7()];
  await it.command("anna", "waiting.join", { waitingId, personId, role: "VOCATIONAL_COUNSELLOR" });
  const slot = { consultantDutyId: duty, day: "2026-12-07", startsAt: "10:30" };
  expect((await it.command("anna", "waiting.offer", { offerId: uuidv7(), waitingId, ...slot })).status).toBe(200);
  expect((await it.command("anna", "waiting.accept", { waitingId, bookingId })).status).toBe(200);
  expect(await reminded(bookingId)).toEqual(["EMAIL", "zenon@example.org"]);
  it.clock.set("2026-11-22T10:00:00Z");
});

test("nobody is written to whose contact is not safe, though they became unsafe after it was asked for", async () => {
  const { person, book, refused } = await givenMornings("2026-11-23");
  const unsafe = { status: 422, body: { code: "booking.message_unsafe" } };
  const asked = { reminder: { channel: "SMS", address: "600700830" }, preference: "SMS" };
  const marked = await person({ firstName: "Maria", phone: "600700830", safeToContact: false });
  expect(await refused(marked, "08:00", asked)).toMatchObject(unsafe);
  expect(await refused(marked, "08:00", { reminder: null, preference: "EMAIL" })).toMatchObject(unsafe);
  expect(
    await it.command("anna", "reminder-preference.note", { preferenceId: uuidv7(), personId: marked, channel: "SMS" }),
  ).toMatchObject(unsafe);
  expect(await reminded(await book(marked, "08:00", { reminder: null, preference: "SLIP" }))).toBeNull();

  const victim = await person({ firstName: "Lena", phone: "600700831" });
  const flees = await book(victim, "08:30", { ...asked, reminder: { channel: "SMS", address: "600700831" } });
  const flag = { kind: "SAFETY_FLAG", value: "VICTIM_OF_VIOLENCE", validFrom: "2026-11-22", validUntil: null };
  const fact = { factId: uuidv7(), personId: victim, ...flag, detail: { reason: "zgłosiła" } };
  expect(await it.command("anna", "person.add-fact", fact)).toMatchObject({ status: 200 });
  expect(await refused(victim, "09:00", asked)).toMatchObject(unsafe);
  expect(await reminded(await book(victim, "09:00", {}))).toBeNull(); // what was said once is not safe any more
  const sent: TextMessage[] = [];
  const sms = { sendText: async (one: TextMessage) => (sent.push(one), { sent: true as const, messageId: null }) };
  for (const at of ["12:10", "13:10"])
    await remindOfTalks(owner, it.services.keys, { mailer: noMail, sms }, new Date(`2026-11-22T${at}:00Z`));
  expect(sent.filter(({ reference }) => reference === flees)).toEqual([]);
  const { rows } = await it.owner.query("select outcome from booking_reminder_try where booking_id = $1", [flees]);
  expect(rows).toEqual([{ outcome: "UNSAFE" }]);
  const { rows: told } = await it.owner.query("select person_id from task where source_id = $1", [flees]);
  expect(told).toEqual([{ person_id: victim }]);
});

/** What is kept of a reminder, opened; null: none. */
async function reminded(bookingId: string): Promise<[string, string] | null> {
  const { rows } = await it.owner.query<{ channel: string; address_sealed: Buffer }>(
    "select channel, address_sealed from booking_reminder where booking_id = $1",
    [bookingId],
  );
  const [kept] = rows;
  return kept ? [kept.channel, reminderAddress(it.services.keys, world.agenda, bookingId, kept.address_sealed)] : null;
}

/** A morning of half hours with Robert from 8 to 12 on a Monday, people to come, and Anna who books. */
async function givenMornings(day: string) {
  const duty = uuidv7();
  await it.command("henryk", "consultant-duty.record", {
    consultantDutyId: duty,
    unitId: world.office,
    consultantId: it.accountOf("robert"),
    role: "VOCATIONAL_COUNSELLOR",
    place: "pokój 9",
    everyWeeks: 1,
    weekday: 1,
    startsAt: "08:00",
    endsAt: "12:00",
    slotMinutes: 30,
    fromOn: day,
    toOn: day,
  });
  const make = async (personId: string, startsAt: string, more: object) => {
    const bookingId = uuidv7();
    const slot = { consultantDutyId: duty, day, startsAt };
    return { bookingId, answer: await it.command("anna", "booking.make", { bookingId, personId, ...slot, ...more }) };
  };
  return {
    duty,
    person: async (fields: object) => {
      const personId = uuidv7();
      expect((await it.command("anna", "person.record", { personId, unitId: world.office, fields })).status).toBe(200);
      return personId;
    },
    book: async (personId: string, startsAt: string, more: object) => {
      const { bookingId, answer } = await make(personId, startsAt, more);
      expect(answer).toMatchObject({ status: 200 });
      return bookingId;
    },
    refused: async (personId: string, startsAt: string, more: object) => (await make(personId, startsAt, more)).answer,
  };
}

test("what could not go out all day is a task in the evening, once", async () => {
  const { rows: before } = await it.owner.query("select 1 from task where kind = 'booking.reminder_lost'");
  const bookingId = uuidv7();
  const { rows } = await it.owner.query("select id from consultant_duty where place = 'pokój 7'");
  const slot = { consultantDutyId: rows[0]?.id, day: "2026-11-23", startsAt: "08:00" };
  const reminder = { channel: "EMAIL", address: "wanda@example.org" };
  await it.command("anna", "booking.make", { bookingId, personId: null, ...slot, reminder });
  const away = { ...noMail, sendMail: async () => ({ sent: false as const, reason: "unreachable" as const }) };
  for (const at of ["16:10", "17:10", "17:20"])
    await remindOfTalks(
      owner,
      it.services.keys,
      { mailer: away, sms: openTexter({}) },
      new Date(`2026-11-22T${at}:00Z`),
    );
  const { rows: after } = await it.owner.query("select source_id from task where kind = 'booking.reminder_lost'");
  expect(after.length - before.length).toBe(1);
  expect(after.map(({ source_id }) => source_id)).toContain(bookingId);
});

test.each([
  ["2026-11-22T16:59:59Z", false, "2026-11-22T19:00:00.000Z"],
  ["2026-11-22T17:00:00Z", true, "2026-11-22T19:00:00.000Z"],
  ["2026-07-06T16:10:00Z", true, "2026-07-06T18:00:00.000Z"],
])("at %s it is the last hour: %s, and a message arrives until %s", (at, last, until) => {
  expect([isLastHour(new Date(at)), arrivesUntil(new Date(at))]).toEqual([last, until]);
});

test.each([
  ["2026-11-22T07:59:59Z", false],
  ["2026-11-22T08:00:00Z", true],
  ["2026-11-22T17:59:59Z", true],
  ["2026-11-22T18:00:00Z", false],
  ["2026-07-06T07:00:00Z", true],
  ["2026-07-06T17:00:00Z", false],
])("at %s people may be written to: %s", (at, awake) => {
  expect(isAwakeHour(new Date(at))).toBe(awake);
});
