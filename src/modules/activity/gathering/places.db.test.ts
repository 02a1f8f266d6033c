import { createHash, randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { givenRadomGroup, type RadomGroup } from "../../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { Calendar } from "../../programme/calendar/contract.ts";
import { GatheringCard, GatheringLeaders } from "./contract.ts";

const it = useTestHouse("2026-12-18T12:00:00Z");
const ok = { status: 200 };
const refused = (code: string, more: object = {}) => ({ status: 422, body: { code, ...more } });
const day = "2026-12-22";
const roomId = uuidv7();
let group: RadomGroup;
let moduleId = "";

beforeAll(async () => {
  group = await givenRadomGroup(it, { persons: 1 });
  const { body } = await it.get("beata", `/groups/${group.groupId}`);
  moduleId = (body.modules as { id: string; code: string }[]).find(({ code }) => code === "PSYCHOEDUCATION")?.id ?? "";
  const room = {
    roomId,
    unitId: world.club,
    name: "Sala duża",
    place: null,
    capacity: 20,
    lender: null,
    retiredOn: null,
  };
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 480, to: 1080, since: null, until: null }));
  expect(await it.command("beata", "class-room.record", { ...room, hours, closed: [] })).toMatchObject(ok);
});

const meeting = (more: object = {}) => ({
  gatheringId: uuidv7(),
  unitId: world.club,
  kind: "SELF_HELP",
  day,
  startsAt: "16:00",
  minutes: 60,
  lead: "STAFF",
  leaderName: "",
  volunteerId: null,
  place: "",
  roomId,
  partner: "",
  topic: "Trzeźwość",
  need: "",
  costGrosze: null,
  namesAgreed: false,
  counted: 0,
  participants: [],
  ...more,
});
const plan = (more: object = {}) => it.command("beata", "gathering.record", meeting(more));
const addClass = (startsAt: string, despite: string[] = []) =>
  it.command("beata", "session.add", {
    sessionId: uuidv7(),
    groupId: group.groupId,
    moduleId,
    day,
    startsAt,
    minutes: 60,
    roomId,
    leaderId: null,
    despite,
  });
const calendar = (who: "beata" | "sylwia" | "marek") =>
  it.read(who, `/calendar?from=2026-12-21&to=2026-12-27`, Calendar);

test("a meeting that is ahead stands in a free and open room of its unit alone", async () => {
  expect(await addClass("09:00")).toMatchObject(ok);
  expect(await plan({ startsAt: "09:30" })).toMatchObject(refused("meeting.room_taken"));
  expect(await plan({ startsAt: "17:30" })).toMatchObject(refused("meeting.room_shut"));
  expect(await plan({ day: "2026-12-26" })).toMatchObject(refused("meeting.room_shut"));
  expect(await plan({ roomId: uuidv7() })).toMatchObject(refused("meeting.room_unknown"));
  const first = uuidv7();
  expect(await plan({ gatheringId: first, startsAt: "10:00" })).toMatchObject(ok); // where the class ends
  expect(await plan({ startsAt: "10:30" })).toMatchObject(refused("meeting.room_taken"));
  const card = await it.read("beata", `/gatherings/${first}`, GatheringCard);
  expect(card).toMatchObject({ roomId, roomName: "Sala duża" });
  const moved = meeting({ gatheringId: first, startsAt: "10:15" });
  expect(await it.command("beata", "gathering.record", moved, { base: card.version })).toMatchObject(ok); // it stands in its own way nowhere
  const { rooms } = await it.read("beata", `/gatherings-leaders/${world.club}`, GatheringLeaders);
  expect(rooms).toContainEqual({ id: roomId, name: "Sala duża" });
});

test("a class is not put where a meeting stands unless somebody says so; of two at once one gets the room", async () => {
  expect(await plan({ startsAt: "12:00" })).toMatchObject(ok);
  expect(await addClass("12:30")).toMatchObject(refused("session.conflicts"));
  expect(await addClass("12:30", ["ROOM_TWICE"])).toMatchObject(ok);
  const answers = await Promise.all([plan({ startsAt: "14:00" }), plan({ startsAt: "14:30" })]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
});

test("the calendar of classes shows when and where, never what it is about; who leads elsewhere sees none", async () => {
  const { meetings } = await calendar("beata");
  expect(meetings.length).toBeGreaterThanOrEqual(3);
  expect(meetings[0]).toMatchObject({ day, room: "Sala duża", startsAt: "10:15" });
  expect(JSON.stringify(meetings)).not.toMatch(/Trzeźwość|SELF_HELP/);
  expect((await calendar("marek")).meetings).toHaveLength(meetings.length);
  expect((await calendar("sylwia")).meetings).toEqual([]);
});

test("what was taken back frees the room", async () => {
  const gatheringId = uuidv7();
  expect(await plan({ gatheringId, startsAt: "08:00" })).toMatchObject(ok);
  expect(await plan({ startsAt: "08:00" })).toMatchObject(refused("meeting.room_taken"));
  expect(await it.command("beata", "gathering.withdraw", { gatheringId })).toMatchObject(ok);
  expect(await plan({ startsAt: "08:00" })).toMatchObject(ok);
});

test("secret calendars of the room and of who planned tell hour and room, all meetings by one word; a cancelled one is told to its planner", async () => {
  const gone = meeting({ startsAt: "11:15", minutes: 30 });
  expect(await it.command("gosia", "gathering.record", gone)).toMatchObject(ok);
  expect(await it.command("gosia", "gathering.withdraw", { gatheringId: gone.gatheringId })).toMatchObject(ok);
  expect(await it.command("gosia", "gathering.record", { ...gone, gatheringId: uuidv7() })).toMatchObject(ok);
  const feedOf = async (who: "beata" | "gosia", type: string, path: string, more: object) => {
    const token = randomBytes(32).toString("base64url");
    const addressHash = createHash("sha256").update(token).digest("hex");
    expect(await it.command(who, type, { feedId: uuidv7(), addressHash, withNames: true, ...more })).toMatchObject(ok);
    const answer = await it.server.inject({ method: "GET", url: `${path}/${token}.ics` });
    return answer.body.replaceAll("\r\n ", "");
  };
  const ofRoom = await feedOf("beata", "class-feed.open", "/kalendarz/zajecia", { of: "ROOM", subjectId: roomId });
  const own = await feedOf("gosia", "calendar-feed.open", "/kalendarz", {});
  for (const text of [ofRoom, own]) {
    expect(text).toMatch(/SUMMARY:Spotkanie\r?\n/);
    expect(text).toContain("Sala duża");
    expect(text).not.toMatch(/Trzeźwość|samopomoc/i);
  }
  expect(ofRoom).not.toContain("CANCELLED");
  expect(own).toContain("STATUS:CANCELLED");
});
