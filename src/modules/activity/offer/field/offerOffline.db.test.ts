import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../../../app/testing/house.ts";
import { enrolPhone, type Phone } from "../../../../app/testing/phone.ts";
import type { HeldRecord } from "../../../../platform/sync/contract.ts";
import { uuidv7 } from "../../../../platform/uuid.ts";
import { OfferDay } from "../contract.ts";
import { type HeldClass, type HeldGuest, type HeldUnit, heldOffer } from "./held.ts";
import { dayHere } from "./offerHere.ts";

const it = useTestHouse();
const today = "2026-11-22";
let phone: Phone;
const held = new Map<string, HeldRecord>();
let cursor: string | null = null;

async function pull(): Promise<void> {
  const answer = await phone.pullAll(cursor);
  cursor = answer.cursor;
  for (const record of answer.records) {
    const key = `${record.kind} ${record.id}`;
    if ("gone" in record) held.delete(key);
    else held.set(key, record);
  }
}
const bodies = <T>(kind: string) =>
  [...held.values()].filter((record) => record.kind === kind).map(({ body }) => JSON.parse(JSON.stringify(body)) as T);
const guests = () => bodies<HeldGuest>(heldOffer.guest);
const here = () => ({
  units: bodies<HeldUnit>(heldOffer.unit),
  classes: bodies<HeldClass>(heldOffer.session),
  guests: guests(),
  pending: [],
});

const visit = (more: object = {}) => ({
  visitId: uuidv7(),
  service: "INTERNET",
  personId: null,
  newcomer: null,
  people: 1,
  minutes: null,
  sessionId: null,
  ...more,
});
const evening = (visits: object[], day = today) => ({ unitId: world.club, day, visits });
const dayOf = () => it.read("zdzislaw", `/open-offer/${world.club}/days/${today}`, OfferDay);

async function someone(firstName: string, lastName: string): Promise<string> {
  const personId = uuidv7();
  const payload = { personId, unitId: world.club, fields: { firstName, lastName } };
  expect((await it.command("beata", "person.record", payload)).status).toBe(200);
  return personId;
}

beforeAll(async () => {
  phone = await enrolPhone(it, "zdzislaw");
  await phone.askToken();
});

test("a phone holds where its user enters visits and who came lately, as the server lists them, and nobody whose whereabouts are protected (C7)", async () => {
  const [one, other, hidden] = [
    await someone("Jan", "Adamski"),
    await someone("Jan", "Azor"),
    await someone("Ewa", "Ukryta"),
  ];
  const came = evening([one, other, hidden].map((personId) => visit({ personId })));
  expect((await it.command("zdzislaw", "offer-visit.record", came)).status).toBe(200);
  await pull();
  expect(bodies<HeldUnit>(heldOffer.unit).map(({ id }) => id)).toContain(world.club);
  expect(guests().map(({ personId }) => personId)).toEqual(expect.arrayContaining([one, other, hidden]));
  // two of one first name and initial are told apart, on the phone as on the screen
  const { lately } = await dayOf();
  const own = dayHere(here(), { unitId: world.club, day: today });
  expect(new Set(own?.lately.map(({ name }) => name))).toEqual(new Set(lately.map(({ name }) => name)));
  expect(lately.filter(({ name }) => /^Jan A\. #\d+$/.test(name))).toHaveLength(2);
  expect(own).toMatchObject({ onDevice: true, mayWrite: true, visits: [] });
  expect(JSON.stringify([...held.values()])).not.toMatch(/Adamski|Azor|Ukryta/);
  const { rows } = await it.owner.query(
    "select count(distinct person_id)::int as n from device_holding where device_id = $1 and person_id = any ($2)",
    [phone.deviceId, [one, other, hidden]],
  );
  expect(rows).toEqual([{ n: 3 }]);

  await it.owner.query("update person set protected_whereabouts = true where id = $1", [hidden]);
  await pull();
  expect(guests().map(({ personId }) => personId)).not.toContain(hidden);
});

test("an evening entered without network arrives once, however often it is sent, and a name made by an alias is used at once", async () => {
  const [mistaken, newcomer] = [uuidv7(), uuidv7()];
  const acts = [
    await phone.act(
      "offer-visit.record",
      evening([
        visit({ people: 6, service: "PRESS" }),
        visit({ visitId: mistaken, people: 9, service: "READING_ROOM" }),
        visit({ newcomer: { personId: newcomer, alias: "Rudy z parteru" } }),
      ]),
    ),
    await phone.act("offer-visit.record", evening([visit({ personId: newcomer, service: "INTEGRATION" })])),
    await phone.act("offer-visit.withdraw", { visitId: mistaken }),
  ];
  expect((await phone.deliver(acts)).map(({ outcome }) => outcome)).toEqual(["done", "done", "done"]);
  expect((await phone.deliver([...acts, ...acts])).map(({ outcome }) => outcome)).toEqual(
    acts.flatMap(() => ["done", "done"]),
  );
  const { visits } = await dayOf();
  const rudy = visits.filter(({ personId }) => personId === newcomer).map(({ service }) => service);
  expect(rudy.toSorted()).toEqual(["INTEGRATION", "INTERNET"]);
  expect(visits.filter(({ service }) => service === "PRESS").map(({ people }) => people)).toEqual([6]);
  expect(visits.filter(({ service }) => service === "READING_ROOM")).toEqual([]);
  await pull();
  expect(guests()).toContainEqual({
    personId: newcomer,
    name: "Rudy z parteru",
    came: [{ unitId: world.club, days: 1 }],
  });
});

test("who was entered by a colleague meanwhile is left there, the rest of the phone's evening is entered", async () => {
  const known = await someone("Ola", "Pierwsza");
  const act = await phone.act(
    "offer-visit.record",
    evening([visit({ personId: known }), visit({ people: 3, service: "COUNSELLING" })]),
  );
  const online = evening([visit({ personId: known })]);
  expect((await it.command("gosia", "offer-visit.record", online)).status).toBe(200);
  expect((await phone.deliver([act]))[0]).toMatchObject({ outcome: "done" });
  const { visits } = await dayOf();
  expect(visits.filter(({ personId }) => personId === known)).toHaveLength(1);
  expect(visits.filter(({ service }) => service === "COUNSELLING").map(({ people }) => people)).toEqual([3]);
});

test("a day that has not come is refused and names why, so that the phone shows it for mending", async () => {
  const act = await phone.act("offer-visit.record", evening([visit()], "2026-11-24"));
  expect((await phone.deliver([act]))[0]).toMatchObject({ outcome: "refused", code: "offer.day_in_future" });
});

test("who enters no visits holds nothing of the open offer", async () => {
  const other = await enrolPhone(it, "marta");
  await other.askToken();
  const { records } = await other.pullAll(null);
  expect(records.filter(({ kind }) => kind.startsWith("offer."))).toEqual([]);
});
