import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { givenRadomGroup, type RadomGroup } from "../../../app/testing/radomGroup.ts";
import { leaderCard } from "../../../app/testing/radomTimetable.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { GroupCard } from "../contract.ts";
import { Forecast } from "./contract.ts";

const it = useTestHouse("2026-12-08T10:00:00Z");
const [psychologist, hall] = [uuidv7(), uuidv7()];
const sessions = [uuidv7(), uuidv7()];
let group: RadomGroup;
let card: GroupCard;

const hallCard = { roomId: hall, unitId: world.club, name: "Sala klubu", place: null, capacity: 30, lender: null };
const saved = async (type: string, payload: object, base?: number) =>
  expect((await it.command("beata", type, payload, { base })).body).toMatchObject({ outcome: "done" });
const forecastAs = (who: "beata" | "gosia" | "marek") => it.read(who, `/groups/${group.groupId}/forecast`, Forecast);
const openTasks = async (sourceId: string) =>
  (
    await it.owner.query(
      `select t.unit_id, t.person_id, t.kind, t.due_on::text as due, (t.detail ->> 'classes')::int as classes from task t where t.source_id = $1
        and not exists (select from task_ending e where e.task_id = t.id)`,
      [sourceId],
    )
  ).rows;
const asked = { unit_id: world.club, person_id: null, kind: "classes.cannot-be-held" };
const away = (from: string, to: string) => leaderCard(psychologist, "psychologist", { away: [{ from, to }] });

/** Two classes of psychoeducation led by a psychologist in the hall, on Wednesdays. */
beforeAll(async () => {
  group = await givenRadomGroup(it, { persons: 2 });
  card = await it.read("beata", `/groups/${group.groupId}`, GroupCard);
  await saved("class-leader.record", leaderCard(psychologist, "psychologist"));
  await saved("class-room.record", { ...hallCard, retiredOn: null, hours: [], closed: [] });
  const moduleId = card.modules.find(({ code }) => code === "PSYCHOEDUCATION")?.id;
  for (const [at, day] of ["2027-02-03", "2027-02-10"].entries()) {
    const place = { day, startsAt: "10:00", minutes: 120, roomId: hall, leaderId: psychologist };
    await saved("session.add", { sessionId: sessions[at], groupId: group.groupId, moduleId, ...place });
  }
});
const psychoeducation = async () => (await forecastAs("beata")).modules.find(({ code }) => code === "PSYCHOEDUCATION");

test("what stands and can be held is ahead, and nothing is asked for", async () => {
  expect((await forecastAs("beata")).troubles).toEqual([]);
  expect(await psychoeducation()).toMatchObject({ aheadMinutes: 240, lostMinutes: 0, missingMinutes: 44 * 60 });
  expect(await openTasks(psychologist)).toEqual([]);
});

test("a lost leader: her classes cannot be held, count as missing and are asked for once; why is for who plans (R-PRG-04)", async () => {
  await saved("class-leader.record", away("2027-02-08", "2027-03-31"), 1);
  const { troubles, total } = await forecastAs("beata");
  expect(troubles).toMatchObject([{ sessionId: sessions[1], isLost: true, kinds: ["LEADER_AWAY"], startsAt: 600 }]);
  expect(total).toMatchObject({ lostMinutes: 120, missingMinutes: 437 * 60, fitsMinutes: null });
  expect(await psychoeducation()).toMatchObject({ aheadMinutes: 240, lostMinutes: 120, missingMinutes: 46 * 60 });
  for (const who of ["gosia", "marek"] as const)
    expect((await forecastAs(who)).troubles).toMatchObject([{ sessionId: sessions[1], isLost: true, kinds: [] }]);
  expect(await openTasks(psychologist)).toEqual([{ ...asked, due: "2027-02-10", classes: 1 }]);
  await saved("class-leader.record", away("2027-02-01", "2027-03-31"), 2);
  expect(await openTasks(psychologist)).toEqual([{ ...asked, due: "2027-02-03", classes: 2 }]);
});

test("a room that is lent no longer is told beside it, and each has its task", async () => {
  await saved("class-room.record", { ...hallCard, retiredOn: "2027-02-10", hours: [], closed: [] }, 1);
  expect((await forecastAs("beata")).troubles.map(({ kinds }) => [...kinds].sort())).toEqual([
    ["LEADER_AWAY"],
    ["LEADER_AWAY", "ROOM_SHUT"],
  ]);
  expect(await openTasks(hall)).toEqual([{ ...asked, due: "2027-02-10", classes: 1 }]);
});

test("a class that is moved or cancelled asks for nothing any more", async () => {
  const place = { day: "2027-02-10", startsAt: "10:00", minutes: 120, roomId: null, leaderId: null, reason: null };
  await saved("session.move", { sessionId: sessions[1], ...place }, 1);
  expect(await openTasks(hall)).toEqual([]);
  expect(await openTasks(psychologist)).toEqual([{ ...asked, due: "2027-02-03", classes: 1 }]);
  await saved("session.cancel", { sessionId: sessions[0], reason: "LEADER_ABSENT", note: null });
  expect(await openTasks(psychologist)).toEqual([]);
  expect((await forecastAs("beata")).troubles).toEqual([]);
});

test("missing hours of several modules are fitted in together: none is promised twice", async () => {
  const meetings = [{ weekday: 5, from: 600, to: 720, since: "2027-03-01", until: "2027-03-12" }];
  const { version } = await it.read("beata", `/groups/${group.groupId}`, GroupCard);
  await saved("timetable.set-group", { groupId: group.groupId, meetings, modules: [] }, version);
  const { total, freeMinutes, modules } = await forecastAs("beata");
  expect([freeMinutes, total.fitsMinutes]).toEqual([240, 240]);
  expect(modules.filter(({ fitsMinutes }) => (fitsMinutes ?? 0) > 0).length).toBeLessThanOrEqual(4);
});
