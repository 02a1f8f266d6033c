import { createHash, randomBytes } from "node:crypto";
import ICAL from "ical.js";
import { beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { givenRadomGroup, type RadomGroup } from "../../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { GroupCard } from "../contract.ts";
import { ClassFeed, type ClassFeedOf } from "./contract.ts";

const it = useTestHouse("2026-12-01T10:00:00Z");
let group: RadomGroup;
const hall = uuidv7();
const [held, moved, off] = [uuidv7(), uuidv7(), uuidv7()];

const done = async (type: string, payload: object, options = {}) =>
  expect((await it.command("beata", type, payload, options)).body).toMatchObject({ outcome: "done" });
async function open(by: PersonOfFixture, which: ClassFeedOf, withNames = false) {
  const token = randomBytes(32).toString("base64url");
  const feedId = uuidv7();
  const addressHash = createHash("sha256").update(token).digest("hex");
  const { status } = await it.command(by, "class-feed.open", { feedId, ...which, addressHash, withNames });
  return { url: `/kalendarz/zajecia/${token}.ics`, feedId, status };
}
const fetchFeed = (url: string) => it.server.inject({ method: "GET", url });
async function read(url: string) {
  const answer = await fetchFeed(url);
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
  return new ICAL.Component(ICAL.parse(answer.body)).getAllSubcomponents("vevent").map((component) => {
    const { uid, summary, location, startDate } = new ICAL.Event(component);
    return {
      uid,
      summary,
      location,
      status: component.getFirstPropertyValue("status"),
      revision: component.getFirstPropertyValue("sequence"),
      startsAt: startDate.toString(),
    };
  });
}
const ofGroup = (): ClassFeedOf => ({ of: "GROUP", subjectId: group.groupId });
const ofRoom: ClassFeedOf = { of: "ROOM", subjectId: hall };

beforeAll(async () => {
  group = await givenRadomGroup(it, { persons: 2 });
  const moduleId = (await it.read("beata", `/groups/${group.groupId}`, GroupCard)).modules[0]?.id;
  const room = {
    unitId: world.club,
    name: "sala 2",
    place: "Żytnia 3",
    capacity: 30,
    lender: "Szkoła",
    retiredOn: null,
  };
  await done("class-room.record", { ...room, roomId: hall, hours: [], closed: [] });
  const hour = { startsAt: "09:00", minutes: 90, leaderId: it.accountOf("gosia") };
  for (const [sessionId, day, roomId] of [
    [held, "2026-12-07", hall],
    [moved, "2026-12-08", hall],
    [off, "2026-12-09", null],
  ])
    await done("session.add", { sessionId, groupId: group.groupId, moduleId, day, roomId, ...hour });
  await done("session.move", { sessionId: moved, day: "2026-12-10", roomId: hall, ...hour, reason: "x" }, { base: 1 });
  await done("session.cancel", { sessionId: off, reason: "ROOM", note: "zalana" });
});

test("the calendar of a group is read elsewhere with hours and rooms, what was cancelled says so, and nobody is named", async () => {
  const { url, feedId } = await open("beata", ofGroup());
  expect(await read(url)).toMatchObject([
    {
      uid: `${held}@powrot`,
      summary: "Zajęcia",
      location: "sala 2, Żytnia 3",
      status: "CONFIRMED",
      startsAt: "2026-12-07T09:00:00",
    },
    { uid: `${off}@powrot`, status: "CANCELLED" },
    { uid: `${moved}@powrot`, status: "CONFIRMED", startsAt: "2026-12-10T09:00:00", revision: 2 },
  ]);
  const { body, headers } = await fetchFeed(url);
  expect(body).not.toMatch(/Adamska|Anna|Gosia|Grupa I|Psychoedukacja|zalana/);
  expect(headers["cache-control"]).toBe("private, no-store");
  expect((await it.audited(feedId)).filter((one) => one === "class-feed.read done")).toHaveLength(2);
  const { feed } = await it.read("hanna", `/class-feeds/GROUP/${group.groupId}`, ClassFeed);
  expect(feed).toMatchObject({ feedId, withNames: false, readAt: "2026-12-01T10:00:00.000Z" });
});

test("a room's calendar tells when it is taken; names of groups and modules come only where they were chosen", async () => {
  const bare = await read((await open("beata", ofRoom)).url);
  expect(bare.map(({ uid, summary }) => [uid, summary])).toEqual([
    [`${held}@powrot`, "Zajęcia"],
    [`${moved}@powrot`, "Zajęcia"],
  ]);
  const named = await open("beata", ofRoom, true);
  expect((await read(named.url))[0]?.summary).toBe("Grupa I: Psychoedukacja");
  expect((await fetchFeed(named.url)).body).not.toMatch(/Adamska|Gosia/);
});

test("a class that comes back after its days were closed is a newer revision than the one that was cancelled", async () => {
  const { url } = await open("beata", ofGroup());
  const stateOf = async () => (await read(url)).find(({ uid }) => uid === `${held}@powrot`);
  const before = await stateOf();
  const closureId = uuidv7();
  const days = { unitId: world.club, fromOn: "2026-12-07", toOn: "2026-12-07" };
  await done("closure.record", { closureId, ...days, reason: "awaria" });
  const closed = await stateOf();
  expect(closed?.status).toBe("CANCELLED");
  await done("closure.withdraw", { closureId });
  const back = await stateOf();
  expect(back?.status).toBe("CONFIRMED");
  expect([
    Number(closed?.revision) > Number(before?.revision),
    Number(back?.revision) > Number(closed?.revision),
  ]).toEqual([true, true]);
});

test("a renewed, a closed and a guessed address open nothing; who does not plan there neither makes nor closes one", async () => {
  const first = await open("beata", ofGroup());
  const second = await open("hanna", ofGroup());
  expect([(await fetchFeed(first.url)).statusCode, (await fetchFeed(second.url)).statusCode]).toEqual([404, 200]);
  for (const who of ["gosia", "marek", "zofia", "anna"] as const) {
    expect([who, (await open(who, ofGroup())).status]).toEqual([who, 403]);
    expect((await it.command(who, "class-feed.close", { feedId: second.feedId })).status).toBe(403);
  }
  expect((await open("beata", { of: "GROUP", subjectId: uuidv7() })).status).toBe(404);
  expect((await open("beata", { of: "ROOM", subjectId: group.groupId })).status).toBe(404);
  expect((await it.command("beata", "class-feed.close", { feedId: second.feedId })).status).toBe(200);
  expect((await it.command("beata", "class-feed.close", { feedId: second.feedId })).body.code).toBe(
    "class-feed.not_found",
  );
  expect((await fetchFeed(second.url)).statusCode).toBe(404);
  for (const file of ["x.ics", `${"x".repeat(43)}.ics`, "x".repeat(43)])
    expect((await fetchFeed(`/kalendarz/zajecia/${file}`)).statusCode).toBe(404);
});

test("an address opens nothing once its maker no longer plans in the unit; it lies nowhere, not even in the log", async () => {
  const { url } = await open("hanna", ofGroup());
  expect((await fetchFeed(url)).statusCode).toBe(200);
  const secret = url.slice(19, -4);
  for (const table of ["class_feed", "audit_entry", "command", "event"]) {
    const { rows } = await it.owner.query(`select 1 from ${table} t where t::text like $1`, [`%${secret}%`]);
    expect([table, rows.length]).toEqual([table, 0]);
  }
  expect(it.log.filter((line) => line.includes(secret))).toEqual([]);
  await it.owner.query("delete from membership_unit where account_id = $1", [it.accountOf("hanna")]);
  expect((await fetchFeed(url)).statusCode).toBe(404);
});
