import { createHash, randomBytes } from "node:crypto";
import ICAL from "ical.js";
import { beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { radomGroup, radomProject } from "../../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { MyCalendarFeed } from "./contract.ts";

const it = useTestHouse("2026-11-22T10:00:00Z");
const duty = uuidv7();
const [personId, hiddenId] = [uuidv7(), uuidv7()];
const [named, hidden, cancelled] = [uuidv7(), uuidv7(), uuidv7()];

async function open(by: PersonOfFixture, withNames = false): Promise<{ url: string; feedId: string; status: number }> {
  const token = randomBytes(32).toString("base64url");
  const feedId = uuidv7();
  const addressHash = createHash("sha256").update(token).digest("hex");
  const { status } = await it.command(by, "calendar-feed.open", { feedId, addressHash, withNames });
  return { url: `/kalendarz/${token}.ics`, feedId, status };
}
const fetchFeed = (url: string) => it.server.inject({ method: "GET", url });
/** Talks and duties of the answer as another program reads them. */
async function read(url: string) {
  const answer = await fetchFeed(url);
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
  const calendar = new ICAL.Component(ICAL.parse(answer.body));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const { uid, summary, location, startDate } = new ICAL.Event(component);
    const status = component.getFirstPropertyValue("status");
    return { uid, summary, location, status, startsAt: startDate.toString(), zone: startDate.zone?.tzid };
  });
}

beforeAll(async () => {
  for (const [id, fields] of [
    [personId, { firstName: "Władysław", lastName: "Kanarek-Żółć" }],
    [hiddenId, { firstName: "Ukryta", lastName: "Matka", protectedWhereabouts: true }],
  ] as const)
    await it.command("anna", "person.record", { personId: id, unitId: world.office, fields });
  await it.command("henryk", "consultant-duty.record", {
    consultantDutyId: duty,
    unitId: world.office,
    consultantId: it.accountOf("ewa"),
    role: "PSYCHOLOGIST",
    place: "ul. Żytnia 3, pokój 12; parter",
    everyWeeks: 1,
    weekday: 1,
    startsAt: "15:00",
    endsAt: "17:00",
    slotMinutes: 30,
    fromOn: "2026-11-23",
    toOn: "2026-12-07",
  });
  const book = (bookingId: string, who: string, startsAt: string) =>
    it.command("anna", "booking.make", {
      bookingId,
      personId: who,
      consultantDutyId: duty,
      day: "2026-11-23",
      startsAt,
    });
  for (const answer of [
    await book(named, personId, "15:00"),
    await book(hidden, hiddenId, "15:30"),
    await book(cancelled, personId, "16:00"),
    await it.command("anna", "booking.cancel", { bookingId: cancelled }),
    await it.command("ewa", "consultant-duty.note-absence", {
      absenceId: uuidv7(),
      consultantDutyId: duty,
      fromOn: "2026-12-07",
      toOn: "2026-12-07",
    }),
  ])
    expect(answer).toMatchObject({ status: 200 });
});

test("a worker's calendar is read elsewhere with hours and places and without a name; what is cancelled says so", async () => {
  const { url, feedId } = await open("ewa");
  const place = "ul. Żytnia 3, pokój 12; parter";
  const entries = await read(url);
  expect(entries).toEqual(
    [
      { uid: `${duty}-2026-11-23@powrot`, summary: "Dyżur", status: "CONFIRMED" },
      { uid: `${duty}-2026-11-30@powrot`, summary: "Dyżur", status: "CONFIRMED" },
      { uid: `${duty}-2026-12-07@powrot`, summary: "Dyżur", status: "CANCELLED" },
      { uid: `${named}@powrot`, summary: "Umówiona rozmowa", status: "CONFIRMED" },
      { uid: `${hidden}@powrot`, summary: "Umówiona rozmowa", status: "CONFIRMED" },
      { uid: `${cancelled}@powrot`, summary: "Umówiona rozmowa", status: "CANCELLED" },
    ].map((entry) => expect.objectContaining({ ...entry, location: place, zone: "Europe/Warsaw" })),
  );
  expect(entries[3]?.startsAt).toBe("2026-11-23T15:00:00");
  const answer = await fetchFeed(url);
  expect(answer.body).not.toMatch(/Kanarek|Władysław|Matka|Ukryta|PSYCHOLOG|psycholog|Agenda|Ewa/);
  expect(answer.headers["cache-control"]).toBe("private, no-store");
  expect((await it.audited(feedId)).filter((one) => one === "calendar-feed.read done")).toHaveLength(2);
  expect((await it.read("ewa", "/consultations/calendar-feed", MyCalendarFeed)).feed).toMatchObject({
    feedId,
    withNames: false,
    readAt: "2026-11-22T10:00:00.000Z",
  });
});

test("whoever leads classes has them there, moved and cancelled ones too, with the room and nothing of the group", async () => {
  const [projectId, groupId, roomId, held, moved, off] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const gosia = it.accountOf("gosia");
  const done = async (type: string, payload: object) =>
    expect(await it.command("beata", type, payload)).toMatchObject({ status: 200 });
  await done("project.record", radomProject(projectId));
  const group = { ...radomGroup(groupId, projectId, [gosia]), name: "Uzależnieni Kanarkowie" };
  await done("group.record", group);
  const hall = { unitId: world.club, name: "sala 2", place: null, capacity: 30, lender: null, retiredOn: null };
  await done("class-room.record", { roomId, ...hall, hours: [], closed: [] });
  const hour = { startsAt: "09:00", minutes: 90, roomId, leaderId: gosia };
  const { moduleId } = group.modules[0] ?? {};
  for (const [sessionId, day] of [
    [held, "2026-12-07"],
    [moved, "2026-12-08"],
    [off, "2026-12-09"],
  ])
    await done("session.add", { sessionId, groupId, moduleId, day, ...hour });
  await done("session.move", { sessionId: moved, day: "2026-12-10", ...hour, reason: "remont u Kanarka" });
  await done("session.cancel", { sessionId: off, reason: "ROOM", note: "zalana" });
  const { url } = await open("gosia");
  const entries = await read(url);
  expect(entries).toEqual(
    [
      { uid: `${held}@powrot`, status: "CONFIRMED", startsAt: "2026-12-07T09:00:00" },
      { uid: `${off}@powrot`, status: "CANCELLED", startsAt: "2026-12-09T09:00:00" },
      { uid: `${moved}@powrot`, status: "CONFIRMED", startsAt: "2026-12-10T09:00:00" },
    ].map((entry) => expect.objectContaining({ ...entry, summary: "Zajęcia", location: "sala 2" })),
  );
  expect((await fetchFeed(url)).body).not.toMatch(/Kanark|zale[zż]ni|zalana|remont|Klub|Gosia/);
  expect(await read((await open("zdzislaw")).url)).toEqual([]);
});

test("names come only where the worker chose them, never of somebody in hiding nor of what was cancelled", async () => {
  const { url } = await open("ewa", true);
  const titles = (await read(url)).filter(({ summary }) => summary !== "Dyżur").map(({ summary }) => summary);
  expect(titles).toEqual(["Rozmowa: Władysław Kanarek-Żółć", "Umówiona rozmowa", "Umówiona rozmowa"]);
});

test("a renewed address ends the one before, a closed one opens nothing, and another's is not there", async () => {
  const first = await open("ewa");
  const second = await open("ewa");
  expect([(await fetchFeed(first.url)).statusCode, (await fetchFeed(second.url)).statusCode]).toEqual([404, 200]);
  const other = await open("teresa");
  expect((await read(other.url)).filter(({ summary }) => summary !== "Dyżur")).toEqual([]);
  const close = (by: PersonOfFixture, feedId: string) => it.command(by, "calendar-feed.close", { feedId });
  expect(await close("teresa", second.feedId)).toMatchObject({
    status: 404,
    body: { code: "calendar-feed.not_found" },
  });
  expect((await close("ewa", second.feedId)).status).toBe(200);
  expect((await close("ewa", second.feedId)).status).toBe(404);
  expect((await fetchFeed(second.url)).statusCode).toBe(404);
  expect(await it.read("ewa", "/consultations/calendar-feed", MyCalendarFeed)).toEqual({ feed: null });
  for (const url of ["/kalendarz/x.ics", `/kalendarz/${"x".repeat(43)}.ics`, `/kalendarz/${"x".repeat(43)}`])
    expect((await fetchFeed(url)).statusCode).toBe(404);
  expect((await open("krysia")).status).toBe(403);
  expect((await open("zofia")).status).toBe(200); // a calendar of her own organisation
});

test("who works here no more has no calendar; the address lies nowhere, not even in the log", async () => {
  const { url } = await open("robert");
  expect((await fetchFeed(url)).statusCode).toBe(200);
  const secret = url.slice(11, -4);
  for (const table of ["calendar_feed", "audit_entry", "command", "event"]) {
    const { rows } = await it.owner.query(`select 1 from ${table} t where t::text like $1`, [`%${secret}%`]);
    expect([table, rows.length]).toEqual([table, 0]);
  }
  expect(it.log.filter((line) => line.includes(secret))).toEqual([]);
  await it.owner.query("update membership set ended_at = $1 where account_id = $2", [
    "2026-11-22T09:00:00Z",
    it.accountOf("robert"),
  ]);
  expect((await fetchFeed(url)).statusCode).toBe(404);
});

test("who is no longer in a role that has a calendar loses it with the names in it, and has it again with the role", async () => {
  const { url } = await open("teresa", true);
  const be = (from: string, to: string) =>
    it.owner.query("update membership_role set role = $1 where account_id = $2 and role = $3", [
      to,
      it.accountOf("teresa"),
      from,
    ]);
  const { rows } = await it.owner.query<{ role: string }>("select role from membership_role where account_id = $1", [
    it.accountOf("teresa"),
  ]);
  const role = rows[0]?.role ?? "";
  const seen = [];
  for (const change of [() => Promise.resolve(), () => be(role, "ACCOUNTANT"), () => be("ACCOUNTANT", role)]) {
    await change();
    seen.push((await fetchFeed(url)).statusCode);
  }
  expect(seen).toEqual([200, 404, 200]);
});

test("an address that is asked for again and again is closed for a minute", async () => {
  const { url } = await open("anna");
  const answers: number[] = [];
  for (let look = 0; look < 40; look += 1) answers.push((await fetchFeed(url)).statusCode);
  expect(new Set(answers)).toEqual(new Set([200, 429]));
});
