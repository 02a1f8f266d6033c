import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse("2026-11-22T10:00:00Z");
const [duty, personId, otherId] = [uuidv7(), uuidv7(), uuidv7()];
const as = "krysia"; // stands for the participant
const code = async (answer: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await answer;
  return [status, body.code].filter(Boolean).join(" ");
};
const book = (own: object = {}) =>
  it.command(as, "booking.make", {
    bookingId: uuidv7(),
    personId,
    consultantDutyId: duty,
    day: "2026-11-23",
    startsAt: "15:00",
    ...own,
  });

beforeAll(async () => {
  for (const [id, lastName] of [
    [personId, "Żółtaszek"],
    [otherId, "Kanarek"],
  ] as const)
    await it.command("anna", "person.record", {
      personId: id,
      unitId: world.office,
      fields: { firstName: "Jan", lastName },
    });
  await it.owner.query("update membership_role set role = 'PARTICIPANT' where account_id = $1", [it.accountOf(as)]);
  await it.owner.query("update membership set person_id = $1 where account_id = $2", [personId, it.accountOf(as)]);
  await it.command("henryk", "consultant-duty.record", {
    consultantDutyId: duty,
    unitId: world.office,
    consultantId: it.accountOf("ewa"),
    role: "PSYCHOLOGIST",
    place: "pokój 12",
    everyWeeks: 1,
    weekday: 1,
    startsAt: "15:00",
    endsAt: "16:00",
    slotMinutes: 30,
    fromOn: "2026-11-23",
    toOn: "2026-11-23",
  });
});

test("a participant sees free hours and nobody in them, books one for themselves alone, prints it and cancels it (J14 step 6)", async () => {
  const taken = {
    bookingId: uuidv7(),
    personId: otherId,
    consultantDutyId: duty,
    day: "2026-11-23",
    startsAt: "15:30",
  };
  expect(await code(it.command("anna", "booking.make", taken))).toBe("200");
  const slots = JSON.stringify((await it.get(as, "/consultations/slots?role=PSYCHOLOGIST")).body);
  expect(slots).toContain('"state":"FREE"');
  expect(slots).not.toMatch(/Kanarek/);
  expect(await code(book({ personId: otherId }))).toBe("404 person.not_found");
  expect((await book({ personId: null })).status).toBe(404);
  const mine = uuidv7();
  expect(await code(book({ bookingId: mine }))).toBe("200");
  expect(await code(book({ day: "2026-11-30" }))).toBe("422 booking.has_one"); // hours are left for others
  expect(await code(it.command(as, "booking.cancel", { bookingId: taken.bookingId }))).toBe("404 booking.not_found");
  expect((await it.get(as, `/people/${otherId}/bookings`)).status).toBe(404);
  expect((await it.get(as, `/people/${personId}/bookings`)).body.bookings).toMatchObject([
    { bookingId: mine, startsAt: "15:00", state: "BOOKED", acts: ["MOVE", "CANCEL", "PRINT_SLIP"] },
  ]);
  const slip = (bookingId: string) =>
    it.server.inject({
      url: `/api/bookings/${bookingId}/slip`,
      headers: { authorization: `Bearer ${it.tokenOf(as)}` },
    });
  expect([(await slip(mine)).statusCode, (await slip(taken.bookingId)).statusCode]).toEqual([200, 404]);
  expect(await code(it.command(as, "booking.cancel", { bookingId: mine }))).toBe("200");
});

test("who finds no hour waits, is offered what becomes free and takes it; the consultant is asked to call; nobody else's line is seen", async () => {
  const filler = { bookingId: uuidv7(), personId: null, consultantDutyId: duty, day: "2026-11-23", startsAt: "15:00" };
  expect(await code(it.command("ewa", "booking.make", filler))).toBe("200");
  const waitingId = uuidv7();
  expect(await code(it.command(as, "waiting.join", { waitingId, personId: otherId, role: "PSYCHOLOGIST" }))).toBe(
    "404 person.not_found",
  );
  expect(await code(it.command(as, "waiting.join", { waitingId, personId, role: "PSYCHOLOGIST" }))).toBe("200");
  expect((await it.get(as, "/consultations/waiting")).status).toBe(403);
  expect((await it.get(as, `/people/${otherId}/waiting`)).status).toBe(404);
  await it.command("ewa", "booking.cancel", { bookingId: filler.bookingId });
  expect((await it.get(as, `/people/${personId}/waiting`)).body.lines).toMatchObject([
    { waitingId, place: 1, offer: { day: "2026-11-23", startsAt: "15:00", open: true } },
  ]);
  const { rows } = await it.owner.query("select owner_id from task where source_id = $1", [waitingId]);
  expect(rows).toEqual([{ owner_id: it.accountOf("ewa") }]);
  expect(await code(it.command(as, "waiting.accept", { waitingId, bookingId: uuidv7() }))).toBe("200");
  expect((await it.get(as, `/people/${personId}/waiting`)).body.lines).toEqual([]);
});

test("a talk that is over today keeps nobody from booking the next one, whether or not its outcome was noted", async () => {
  const next = () => code(book({ day: "2026-11-30" })); // no hour of the duty: the refusal of a second talk comes first
  const since = (startsAt: string) =>
    it.owner.query(
      `update booking b set day = '2026-11-22', starts_at = $1 where person_id = $2
        and not exists (select from booking_ending e where e.booking_id = b.id)`,
      [startsAt, personId],
    );
  await since("10:31");
  expect(await next()).toBe("422 booking.has_one");
  await since("10:30");
  expect(await next()).toBe("422 booking.no_such_slot");
});
