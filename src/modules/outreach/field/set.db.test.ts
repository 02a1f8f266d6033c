import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type PersonOfFixture, people, useTestHouse, world } from "../../../app/testing/house.ts";
import { defineQuery, runQuery } from "../../../platform/command.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { type HeldEntry, type HeldPack, type HeldUnit, heldKinds, wholeEntry, wholePack, wholeUnit } from "./held.ts";
import { streetKinds } from "./set.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");
const siteId = uuidv7();
const [broda, hidden] = [uuidv7(), uuidv7()];
const canary = "za trzecim filarem po lewej";

/** Everything of one kind that somebody's phone would hold. */
async function heldBy(name: Exclude<PersonOfFixture, "zofia">, kind: string): Promise<{ id: string; body: unknown }[]> {
  const found = streetKinds.find((each) => each.kind === kind);
  if (!found) throw new Error(`no kind ${kind}`);
  const query = defineQuery({
    name: "test.held",
    method: "GET",
    path: "/test",
    summary: "",
    input: z.unknown(),
    answer: z.unknown(),
    verb: { [people[name].role]: "unit" },
    audit: null,
    run: async (context) => {
      const names = await found.list(context);
      return found.load(
        context,
        names.map(({ id }) => id),
      );
    },
  });
  const actor = {
    organisationId: world.agenda,
    accountId: it.accountOf(name),
    roles: [people[name].role],
    unitIds: [people[name].unit],
    sessionId: uuidv7(),
    displayName: name,
    personId: null,
    authorised: true,
  };
  const answer = await runQuery(it.services, actor, { requestId: null, device: null }, query, {});
  return JSON.parse(JSON.stringify(answer));
}
const entryOf = async (personId: string): Promise<HeldEntry | undefined> =>
  (await heldBy("marta", heldKinds.entry))
    .filter(({ id }) => id === personId)
    .map(({ body }) => wholeEntry(body as HeldEntry))[0];
const packOf = async (personId: string): Promise<HeldPack | undefined> =>
  (await heldBy("marta", heldKinds.pack))
    .filter(({ id }) => id === personId)
    .map(({ body }) => wholePack(body as HeldPack))[0];
const unit = async (): Promise<HeldUnit | undefined> =>
  (await heldBy("marta", heldKinds.unit)).map(({ body }) => wholeUnit(body as HeldUnit))[0];

const record = async (person: object | null, over: object = {}, more: object = {}) => {
  const contactId = uuidv7();
  const card = {
    contactAt: "2026-11-22T19:40:00Z",
    siteId,
    workerIds: [it.accountOf("marta"), it.accountOf("joanna")],
    sex: "M",
    ageBand: "50_59",
    actions: ["CONVERSATION"],
    ...over,
  };
  const answer = await it.command("marta", "contact.record", { contactId, person, card, ...more });
  expect(answer.status).toBe(200);
  return contactId;
};
const changes = async (topic: string, recordId: string): Promise<number> => {
  const { rows } = await it.owner.query<{ n: number }>(
    "select count(*)::int as n from sync_change where topic = $1 and record_id = $2",
    [topic, recordId],
  );
  return rows[0]?.n ?? 0;
};

beforeAll(async () => {
  const site = { siteId, name: "Przejście pod dworcem", siteType: "STATION_RAIL", area: "Śródmieście" };
  await it.command("marta", "site.record", { ...site, exact: { access: canary }, visitEveryDays: 7 });
});

test("a person's line holds the agreed step and its day, and no note, no health, no PESEL", async () => {
  const contactId = await record(
    { personId: broda, alias: "Broda" },
    {
      nextStep: { text: "We wtorek chirurg, idziemy razem", dueOn: "2026-11-24" },
      note: "kanarek-notatka",
      health: { observations: ["WOUND"], note: "kanarek-zdrowie" },
    },
  );
  expect(await entryOf(broda)).toMatchObject({
    name: "Broda",
    contacts: 1,
    siteId,
    area: "Śródmieście",
    lastContactId: contactId,
    step: { text: "We wtorek chirurg, idziemy razem", dueOn: "2026-11-24" },
    openSteps: [{ cardId: contactId, text: "We wtorek chirurg, idziemy razem", dueOn: "2026-11-24" }],
  });
  const pack = await packOf(broda);
  expect(pack?.cards).toMatchObject([{ id: contactId, card: { sex: "M", ageBand: "50_59", siteId } }]);
  const all = JSON.stringify(await Promise.all(streetKinds.map(({ kind }) => heldBy("marta", kind))));
  expect(all).toContain(canary); // the exact place is the team's, and on its phones
  expect(all).not.toMatch(/kanarek|WOUND|pesel/i);
});

test("protected whereabouts lie on no phone, not even on that of somebody named (C7)", async () => {
  await record({ personId: hidden, alias: "Cicha" }, { nextStep: { text: "Czeka pod kładką", dueOn: "2026-11-22" } });
  const shiftId = uuidv7();
  await it.command("marta", "shift.start", {
    shiftId,
    startedAt: "2026-11-22T18:00:00Z",
    memberIds: [it.accountOf("marta"), it.accountOf("joanna")],
  });
  await record({ personId: hidden }, { placeText: "pod kładką", siteId: null }, { shiftId });
  const before = await changes("street.unit", world.team);
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [hidden]);
  await it.owner.query(
    "insert into whereabouts_reader (organisation_id, person_id, account_id, named_by) values ($1, $2, $3, $3)",
    [world.agenda, hidden, it.accountOf("marta")],
  );
  expect(await changes("street.unit", world.team)).toBeGreaterThan(before);
  expect(await entryOf(hidden)).toMatchObject({
    name: "Cicha",
    placeHidden: true,
    siteId: null,
    area: null,
    step: null,
  });
  const about = [
    await entryOf(hidden),
    await packOf(hidden),
    (await unit())?.shifts[0]?.cards.filter(({ personId }) => personId === hidden),
  ];
  expect(JSON.stringify(about)).not.toMatch(/kładk|Śródmieście/);
  expect(JSON.stringify(about)).not.toContain(siteId);
});

test("a merged record is named with the one it belongs to, and its cards are that person's", async () => {
  const twin = uuidv7();
  await record({ personId: twin, alias: "Brodaty" }, { contactAt: "2026-11-22T19:50:00Z" });
  const merged = await it.command("joanna", "person.merge", {
    mergeId: uuidv7(),
    keptId: broda,
    mergedId: twin,
    reason: "ta sama osoba, oba pseudonimy",
  });
  expect(merged.status).toBe(200);
  expect(await entryOf(twin)).toBeUndefined();
  expect(await entryOf(broda)).toMatchObject({ contacts: 2, mergedIds: [twin] });
  const told = await changes("street.person", broda);
  await record({ personId: twin });
  expect((await changes("street.person", broda)) + (await changes("street.person", twin))).toBeGreaterThan(told);
});

test("the team's record has the open shift with its cards, the stock and what came in lately; an ended shift says so", async () => {
  const [shift] = (await unit())?.shifts ?? [];
  expect(shift?.cards).toHaveLength(1);
  expect(shift?.members).toHaveLength(2);
  expect((await unit())?.recentIds).toContain(shift?.cards[0]?.id);
  const before = await changes("street.unit", world.team);
  await it.command("marta", "shift.end", { shiftId: shift?.id, endedAt: "2026-11-22T19:59:00Z" });
  expect((await unit())?.shifts).toMatchObject([{ endedAt: "2026-11-22T19:59:00.000Z" }]);
  expect((await unit())?.recentIds).toContain(shift?.id);
  expect(await changes("street.unit", world.team)).toBeGreaterThan(before);
});

test("what is agreed with somebody lies on the phone until it is done or called off, and each of these is told to the phone", async () => {
  const assistanceId = uuidv7();
  const plan = { assistanceId, personId: broda, plannedAt: "2026-11-24T09:00:00Z", institution: "HEALTH_CARE" };
  await it.command("marta", "assistance.plan", { ...plan, purpose: "opatrunek" });
  const agreed = { id: assistanceId, institution: "HEALTH_CARE", place: null, purpose: "opatrunek" };
  expect((await entryOf(broda))?.planned).toEqual([{ ...agreed, plannedAt: "2026-11-24T09:00:00.000Z" }]);
  expect((await unit())?.recentIds).toContain(assistanceId);
  const told = () => Promise.all([changes("street.person", broda), changes("street.unit", world.team)]);
  const before = await told();
  const changeId = uuidv7();
  const change = { changeId, assistanceId, personId: broda, plannedAt: "2026-11-25T09:00:00Z", reason: "TEAM" };
  expect((await it.command("marta", "assistance.change", change)).status).toBe(200);
  expect((await entryOf(broda))?.planned).toEqual([{ ...agreed, plannedAt: "2026-11-25T09:00:00.000Z" }]);
  expect((await unit())?.recentIds).toContain(changeId);
  const between = await told();
  for (const [i, count] of between.entries()) expect(count).toBeGreaterThan(before[i] ?? 0);
  await it.command("marta", "assistance.change", { ...change, changeId: uuidv7(), plannedAt: null });
  expect((await entryOf(broda))?.planned).toEqual([]);
  for (const [i, count] of (await told()).entries()) expect(count).toBeGreaterThan(between[i] ?? 0);
  await it.command("marta", "assistance.plan", { ...plan, assistanceId: uuidv7(), personId: hidden });
  expect((await entryOf(hidden))?.planned).toEqual([]);
});

test("people and places of other teams are on nobody else's phone", async () => {
  for (const kind of [heldKinds.entry, heldKinds.pack, heldKinds.site]) expect(await heldBy("anna", kind)).toEqual([]);
});
