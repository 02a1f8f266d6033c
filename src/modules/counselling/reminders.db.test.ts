import { expect, test } from "vitest";
import { remindOfTalks } from "../../app/remindOfTalks.ts";
import { useTestHouse, world } from "../../app/testing/house.ts";
import type { Mail } from "../../platform/mail/mail.ts";
import type { TextMessage } from "../../platform/sms/sms.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { isAwakeHour } from "./reminders.ts";

const it = useTestHouse("2026-11-22T10:00:00Z"); // a Sunday; the talks are on Monday

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
  const run = (at: string) => remindOfTalks(it.owner, it.services.keys, senders, new Date(at));
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
