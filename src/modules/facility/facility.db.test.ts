import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { makeAccount } from "../organisation/setup.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");
const facilityId = uuidv7();
const house = {
  facilityId,
  unitId: world.office,
  name: "Noclegownia przy Torach",
  facilityType: "NIGHT_SHELTER",
  area: "Śródmieście",
  places: 40,
  emergencyPlaces: 8,
};
const count = (more: Record<string, unknown> = {}) => ({
  countId: uuidv7(),
  facilityId,
  free: 1,
  emergencyFree: 0,
  countedAt: it.clock.now().toISOString(),
  ...more,
});
const hold = () => ({ reservationId: uuidv7(), facilityId });
/** Moves the clock; nobody's session has gone idle meanwhile. */
async function at(instant: string): Promise<void> {
  it.clock.set(instant);
  await it.owner.query("update session set seen_at = $1", [instant]);
}
async function left(): Promise<unknown> {
  const { body } = await it.get("marta", "/places/free");
  return (body.facilities as { left: number | null }[])[0]?.left;
}

beforeAll(async () => {
  expect(await it.command("janusz", "facility.record", house)).toMatchObject({ status: 200 });
});

test("a carer counts, everybody who may sees how many are free and as of when, without a name", async () => {
  expect(await left()).toBeNull();
  expect(await it.command("marta", "place.reserve", hold())).toMatchObject({
    status: 422,
    body: { code: "place.not_counted" },
  });
  expect(await it.command("janusz", "facility.count", count({ free: 41 }))).toMatchObject({
    status: 422,
    body: { code: "place.more_than_places" },
  });
  const payload = count({ free: 5, emergencyFree: 2 });
  const id = uuidv7();
  expect(await it.command("janusz", "facility.count", payload, { id })).toMatchObject({ status: 200 });
  expect(await it.command("janusz", "facility.count", payload, { id })).toMatchObject({
    status: 200,
    body: { replayed: true },
  });
  expect(await left()).toBe(7);
  const { body } = await it.get("anna", "/places/free");
  expect(body).toMatchObject({
    asOf: "2026-11-22T20:00:00.000Z",
    facilities: [{ name: house.name, countedAt: "2026-11-22T20:00:00.000Z" }],
  });
  expect(JSON.stringify(body)).not.toContain("Próbna");
  expect(await it.audited(facilityId)).toContain("facility.count done");
});

test("of two who want the last place at once one gets it; after an hour it is free again", async () => {
  await at("2026-11-22T20:10:00Z");
  await it.command("janusz", "facility.count", count());
  const [one, two] = [hold(), hold()];
  const answers = await Promise.all([
    it.command("marta", "place.reserve", one),
    it.command("joanna", "place.reserve", two),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(answers.find(({ status }) => status === 422)?.body.code).toBe("place.none_left");
  expect(await left()).toBe(0);
  await at("2026-11-22T21:10:00Z");
  expect(await left()).toBe(1);
});

test("who holds a place gives it back; a carer notes who came, and the bed is taken until the next count", async () => {
  const [mine, came] = [hold(), hold()];
  await it.command("janusz", "facility.count", count({ free: 3 }));
  expect(await it.command("marta", "place.reserve", mine)).toMatchObject({ status: 200 });
  expect(await it.command("joanna", "reservation.cancel", { reservationId: mine.reservationId })).toMatchObject({
    status: 404,
  });
  expect(await it.command("marta", "reservation.cancel", { reservationId: mine.reservationId })).toMatchObject({
    status: 200,
  });
  expect(await it.command("marta", "reservation.cancel", { reservationId: mine.reservationId })).toMatchObject({
    status: 422,
    body: { code: "reservation.over" },
  });
  expect(await left()).toBe(3);
  await at("2026-11-22T21:30:00Z");
  await it.command("marta", "place.reserve", came);
  expect(await it.command("marta", "reservation.note-came", { reservationId: came.reservationId })).toMatchObject({
    status: 403,
  });
  await at("2026-11-22T21:40:00Z");
  expect(await it.command("janusz", "reservation.note-came", { reservationId: came.reservationId })).toMatchObject({
    status: 200,
  });
  await at("2026-11-22T23:40:00Z");
  expect(await left()).toBe(2);
  await it.command("janusz", "facility.count", count({ free: 2 }));
  expect(await left()).toBe(2);
});

test("a count that is a day old promises nothing", async () => {
  const old = { ...house, facilityId: uuidv7(), name: "Schronisko za Rzeką" };
  await it.command("janusz", "facility.record", old);
  const counted = count({ facilityId: old.facilityId, countedAt: "2026-11-21T19:00:00Z" });
  expect(await it.command("janusz", "facility.count", counted)).toMatchObject({ status: 200 });
  const asked = { reservationId: uuidv7(), facilityId: old.facilityId };
  expect(await it.command("marta", "place.reserve", asked)).toMatchObject({
    status: 422,
    body: { code: "place.count_too_old" },
  });
});

test("another organisation has no part in it, a role without the right neither", async () => {
  expect((await it.get("zofia", "/places/free")).body.facilities).toEqual([]);
  expect(await it.command("zofia", "place.reserve", hold())).toMatchObject({ status: 404 });
  expect(await it.get("ewa", "/places/free")).toMatchObject({ status: 403 });
  expect(await it.command("hanna", "facility.count", count())).toMatchObject({ status: 403 });
});

test("a house is edited against the version that was seen", async () => {
  expect(await it.command("joanna", "facility.record", { ...house, places: 42 }, { base: 1 })).toMatchObject({
    body: { version: 2 },
  });
  expect(await it.command("janusz", "facility.record", house, { base: 1 })).toMatchObject({ status: 409 });
});

test("a partner's account sees free places and holds one, and nothing of persons", async () => {
  const id = uuidv7();
  await makeAccount(it.owner, {
    id,
    organisationId: world.agenda,
    login: "lis",
    password: "spokojna noc nad rzeką",
    displayName: "Lis",
    roles: ["PARTNER_REFERRER"],
    unitIds: [world.club],
    validFrom: plainDate("2026-01-01"),
  });
  const signed = await it.server.inject({
    method: "POST",
    url: "/api/session",
    headers: { "x-powrot": "1" },
    payload: { login: "lis", password: "spokojna noc nad rzeką", kind: "token" },
  });
  const headers = { authorization: `Bearer ${signed.json<{ token: string }>().token}` };
  expect((await it.server.inject({ url: "/api/places/free", headers })).statusCode).toBe(200);
  await it.command("janusz", "facility.count", count({ free: 9 }));
  const reserve = async () => {
    const payload = { id: uuidv7(), v: 1, occurredAt: it.clock.now().toISOString(), payload: hold() };
    const url = "/api/commands/place.reserve";
    const answer = await it.server.inject({ method: "POST", url, headers, payload });
    return [answer.statusCode, answer.json<{ code?: string }>().code];
  };
  for (let n = 0; n < 5; n++) expect((await reserve())[0]).toBe(200);
  // one account of a partner does not keep a house full for the night
  expect(await reserve()).toEqual([422, "place.too_many_held"]);
  await at(new Date(it.clock.now().getTime() + 61 * 60_000).toISOString());
  expect((await reserve())[0]).toBe(200);
  const search = await it.server.inject({
    method: "POST",
    url: "/api/people/search",
    headers,
    payload: { text: "Broda" },
  });
  expect(search.statusCode).toBe(403);
});

test("a house that closes is offered no more, ends what is held in it with a word, and opens again", async () => {
  const closing = { ...house, facilityId: uuidv7(), name: "Ogrzewalnia Zimowa" };
  await it.command("janusz", "facility.record", closing);
  await it.command("janusz", "facility.count", count({ facilityId: closing.facilityId, free: 3 }));
  const held = { reservationId: uuidv7(), facilityId: closing.facilityId };
  expect(await it.command("marta", "place.reserve", held)).toMatchObject({ status: 200 });
  const today = it.clock.now().toISOString().slice(0, 10);
  const close = (closedOn: string, base: number, who: "janusz" | "marta" | "hanna" = "janusz") =>
    it.command(who, "facility.close", { facilityId: closing.facilityId, closedOn }, { base });
  expect(await close("2026-11-01", 1)).toMatchObject({ status: 422, body: { code: "facility.closed_in_past" } });
  expect((await close(today, 1, "marta")).status).toBe(403);
  expect((await close(today, 7)).body.code).toBe("record.changed");
  const { rows: before } = await it.owner.query(
    "select count(*)::int as n from sync_change where topic = 'free.places'",
  );
  expect(await close(today, 1)).toMatchObject({ status: 200, body: { version: 2 } });
  const { rows: after } = await it.owner.query(
    "select count(*)::int as n from sync_change where topic = 'free.places'",
  );
  expect(after[0]?.n).toBeGreaterThan(before[0]?.n + 1); // the house, and what was held in it
  const View = z.looseObject({
    facilities: z.array(z.looseObject({ name: z.string() })),
    lost: z.array(z.looseObject({})),
    closed: z.array(z.looseObject({})),
  });
  const seen = (who: "marta" | "joanna" | "anna") => it.read(who, "/places/free", View);
  expect((await seen("marta")).facilities.map(({ name }) => name)).not.toContain(closing.name);
  expect(await seen("marta")).toMatchObject({
    lost: [{ reservationId: held.reservationId, name: closing.name }],
    closed: [],
  });
  expect(await seen("joanna")).toMatchObject({
    lost: [],
    closed: [{ name: closing.name, closedOn: today, version: 2 }],
  });
  expect(await it.command("joanna", "place.reserve", { ...held, reservationId: uuidv7() })).toMatchObject({
    status: 422,
    body: { code: "facility.closed" },
  });
  expect(await it.command("marta", "reservation.cancel", { reservationId: held.reservationId })).toMatchObject({
    status: 422,
    body: { code: "reservation.over" },
  });
  const reopen = (base: number) =>
    it.command("joanna", "facility.reopen", { facilityId: closing.facilityId }, { base });
  expect(await reopen(2)).toMatchObject({ status: 200, body: { version: 3 } });
  expect(await reopen(3)).toMatchObject({ status: 422, body: { code: "facility.open_already" } });
  expect((await seen("marta")).facilities.map(({ name }) => name)).toContain(closing.name);
});
