import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { plainText } from "../../app/testing/plainText.ts";
import { closeDocuments } from "../../platform/documents/renderPdf.ts";
import { needTool } from "../../platform/testing/tool.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse("2026-11-22T10:00:00Z");
const [duty, personId, hiddenId] = [uuidv7(), uuidv7(), uuidv7()];
const [bookingId, hiddenBooking] = [uuidv7(), uuidv7()];

beforeAll(async () => {
  needTool("pdftotext");
  for (const [id, fields] of [
    [personId, { firstName: "Władysław", lastName: "Kanarek-Żółć" }],
    [hiddenId, { firstName: "Ukryta", lastName: "Matka", protectedWhereabouts: true }],
  ] as const)
    await it.command("anna", "person.record", { personId: id, unitId: world.office, fields });
  await it.command("henryk", "consultant-duty.record", {
    consultantDutyId: duty,
    unitId: world.office,
    consultantId: it.accountOf("teresa"),
    role: "ADDICTION_THERAPIST",
    place: "ul. Świętej Jadwigi Królowej 134 lok. 12, wejście od podwórza, domofon 7",
    everyWeeks: 1,
    weekday: 1,
    startsAt: "15:00",
    endsAt: "17:00",
    slotMinutes: 30,
    fromOn: "2026-11-23",
    toOn: null,
  });
  const of = { consultantDutyId: duty, day: "2026-11-23" };
  await it.command("anna", "booking.make", { bookingId, personId, ...of, startsAt: "15:30" });
  await it.command("anna", "booking.make", {
    bookingId: hiddenBooking,
    personId: hiddenId,
    ...of,
    startsAt: "16:00",
  });
});
afterAll(closeDocuments);

const print = (by: PersonOfFixture, id = bookingId, lang = "pl") =>
  it.server.inject({
    url: `/api/bookings/${id}/slip?lang=${lang}`,
    headers: { authorization: `Bearer ${it.tokenOf(by)}`, "x-powrot": "1" },
  });

test.each([
  ["pl", "poniedziałek, 23 listopada 2026"],
  ["en", "Monday, 23 November 2026"],
  ["uk", "понеділок, 23 листопада 2026"],
])(
  "the slip in %s is one tagged page of A6 with day, hour and place, and says neither who nor why",
  async (lang, day) => {
    const { statusCode, rawPayload } = await print("anna", bookingId, lang);
    expect(statusCode).toBe(200);
    const raw = rawPayload.toString("latin1");
    expect(raw).toContain("/MarkInfo");
    expect(raw).toContain("/Count 1");
    expect(raw).toMatch(/\/MediaBox\s*\[0 0 297\.6\d* 419\.5\d*\]/);
    const text = plainText(rawPayload).replace(/\s+/g, " ");
    for (const word of [day, "15:30", "ul. Świętej Jadwigi Królowej 134 lok. 12", "domofon 7"])
      expect(text).toContain(word);
    expect(text).not.toMatch(/Kanarek|Władysław|terap|uzależn|Teresa|Agenda|therap|терап/i);
    if (process.env.SLIP_OUT) await writeFile(`${process.env.SLIP_OUT}/slip-${lang}.pdf`, rawPayload);
  },
);

test("a slip is printed by who may book the person, once more written in the audit, and not of what was called off", async () => {
  expect((await print("gosia")).statusCode).toBe(404);
  expect((await print("zofia")).statusCode).toBe(404);
  expect((await print("adam")).statusCode).toBe(403);
  expect((await print("henryk", hiddenBooking)).statusCode).toBe(404); // not on her list
  expect((await print("anna", hiddenBooking)).statusCode).toBe(200);
  expect(await it.audited(bookingId)).toContain("booking.print-slip done");
  expect((await it.command("anna", "booking.cancel", { bookingId })).status).toBe(200);
  expect((await print("anna")).statusCode).toBe(422);
});
