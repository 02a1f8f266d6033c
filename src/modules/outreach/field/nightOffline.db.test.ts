import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { enrolPhone, type Phone } from "../../../app/testing/phone.ts";
import type { PendingCommand } from "../../../platform/device/contract.ts";
import type { HeldRecord, Pulled } from "../../../platform/sync/contract.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { Tonight } from "../contract.ts";
import { contactOf } from "./cardViews.ts";
import {
  type HeldEntry,
  type HeldPack,
  type HeldSite,
  type HeldUnit,
  heldKinds,
  wholeEntry,
  wholePack,
  wholeSite,
  wholeUnit,
} from "./held.ts";
import { laidOver } from "./street.ts";
import { peopleOf } from "./streetLists.ts";
import { tonightOf } from "./tonightView.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");
const [siteId, shiftId, broda] = [uuidv7(), uuidv7(), uuidv7()];
const held = new Map<string, HeldRecord>();
let phone: Phone;
let cursor: string | null = null;

/** Brings the phone up to date, as its store would keep it. */
async function pull(): Promise<void> {
  const answer: { records: Pulled["records"]; cursor: string } = await phone.pullAll(cursor);
  cursor = answer.cursor;
  for (const record of answer.records) {
    const key = `${record.kind} ${record.id}`;
    if ("gone" in record) held.delete(key);
    else held.set(key, record);
  }
}
const bodies = <T>(kind: string) =>
  [...held.values()].filter((record) => record.kind === kind).map(({ body }) => JSON.parse(JSON.stringify(body)) as T);
const street = (pending: readonly PendingCommand[]) =>
  laidOver({
    entries: bodies<HeldEntry>(heldKinds.entry).map(wholeEntry),
    packs: bodies<HeldPack>(heldKinds.pack).map(wholePack),
    sites: bodies<HeldSite>(heldKinds.site).map(wholeSite),
    units: bodies<HeldUnit>(heldKinds.unit).map(wholeUnit),
    pending,
  });
const asked = () => ({
  accountId: it.accountOf("marta"),
  now: it.clock.now().toISOString(),
  today: plainDate("2026-11-22"),
});
/** What both sides must say alike. */
const told = ({ shift, due, sites, stock, alerts }: Tonight) => ({
  counts: shift?.counts,
  frost: shift?.frost,
  due: due.map(({ name, nextStep, dueOn, siteName }) => [name, nextStep, dueOn, siteName]),
  sites: sites.map(({ name, dueOn }) => [name, dueOn]),
  stock,
  alerts: alerts.map(({ id }) => id).sort(),
});

const card = (over: object = {}) => ({
  contactAt: "2026-11-22T19:00:00.000Z",
  siteId,
  workerIds: [it.accountOf("marta"), it.accountOf("joanna")],
  sex: "M",
  ageBand: "50_59",
  actions: ["CONVERSATION"],
  ...over,
});

beforeAll(async () => {
  const place = { siteId, name: "Przejście pod dworcem", siteType: "STATION_RAIL", area: "Śródmieście" };
  await it.command("marta", "site.record", { ...place, visitEveryDays: 7 });
  await it.command("marta", "stock.record", { entryId: uuidv7(), item: "SOUP", change: 30 });
  const before = card({
    contactAt: "2026-11-20T19:00:00.000Z",
    nextStep: { text: "W niedzielę kawa", dueOn: "2026-11-22" },
  });
  const known = { contactId: uuidv7(), person: { personId: broda, alias: "Broda" }, card: before };
  expect((await it.command("marta", "contact.record", known)).status).toBe(200);
  phone = await enrolPhone(it, "marta");
  await phone.askToken();
  await pull();
});

test("a night without network looks the same before and after it is sent, and nothing counts twice (R-OUT-03, R-OUT-05)", async () => {
  const lastId = street([]).people.get(broda)?.lastContactId;
  const [czapka, firstOfHer] = [uuidv7(), uuidv7()];
  const soup = { aid: [{ item: "SOUP", quantity: 2 }], actions: ["IN_KIND_AID"] };
  const night: [string, object][] = [
    [
      "shift.start",
      {
        shiftId,
        startedAt: "2026-11-22T17:00:00.000Z",
        memberIds: [it.accountOf("marta"), it.accountOf("joanna")],
        lowestCelsius: -6,
      },
    ],
    [
      "contact.record",
      {
        contactId: uuidv7(),
        shiftId,
        person: { personId: broda },
        card: card({ previousId: lastId, previousStepOutcome: "DONE", note: "kanarek" }),
      },
    ],
    [
      "contact.record",
      {
        contactId: firstOfHer,
        shiftId,
        person: { personId: czapka, alias: "Czapka" },
        card: card({ sex: "F", nextStep: { text: "Herbata o 22", dueOn: "2026-11-22" }, ...soup }),
      },
    ],
    ["person.identify", { personId: czapka, firstName: "Zofia", lastName: "Cicha", personKnows: true }],
    [
      "contact.record",
      {
        contactId: uuidv7(),
        shiftId,
        person: { personId: czapka },
        card: card({ sex: "F", contactAt: "2026-11-22T19:30:00.000Z" }),
      },
    ],
    ["contact.record", { contactId: uuidv7(), shiftId, person: null, card: card({ notSeenBefore: true }) }],
    [
      "contact.record-group",
      {
        shiftId,
        card: {
          contactAt: "2026-11-22T19:40:00.000Z",
          siteId,
          workerIds: [it.accountOf("marta"), it.accountOf("joanna")],
          ...soup,
        },
        rows: [
          { contactId: uuidv7(), person: { personId: broda }, sex: "M", ageBand: "50_59" },
          { contactId: uuidv7(), person: null, sex: "F", ageBand: "UNKNOWN", notSeenBefore: true },
        ],
      },
    ],
    ["site.visit", { visitId: uuidv7(), siteId, shiftId, visitedAt: "2026-11-22T19:50:00.000Z", people: 0 }],
    ["minor-alert.record", { alertId: uuidv7(), siteId, told: ["POLICE_112"] }],
  ];
  const occurredAt = it.clock.now().toISOString();
  const pending = night.map(
    ([type, payload], i): PendingCommand => ({
      id: `p${i}`,
      type,
      envelope: { id: `p${i}`, v: 1, occurredAt, payload },
      touches: [],
      label: "",
      madeAt: occurredAt,
      state: "waiting",
    }),
  );
  const alone = street(pending);
  const before = told(tonightOf(alone, asked()));
  expect(before.counts).toEqual({ contactsFirst: 3, contactsRepeat: 3, known: 2, unknown: 2 });
  expect(before.stock).toEqual([{ item: "SOUP", left: 24 }]);
  expect(contactOf(alone, firstOfHer, it.accountOf("marta"))).toMatchObject({ kind: "FIRST", personName: "Czapka" });

  const entries = await Promise.all(night.map(([type, payload]) => phone.act(type, payload)));
  const results = await phone.deliver(entries);
  expect(results.map(({ outcome, code }) => code ?? outcome)).toEqual(night.map(() => "done"));
  // the answers got lost: the outbox still keeps everything while the set is here already
  await pull();
  expect(told(tonightOf(street(pending), asked()))).toEqual(before);
  expect(told(tonightOf(street([]), asked()))).toEqual(before);
  const { stock, shift } = await it.read("marta", "/outreach/tonight", Tonight);
  expect({ counts: shift?.counts, stock }).toEqual({ counts: before.counts, stock: before.stock });
  expect(peopleOf(street([])).map(({ name, contacts }) => [name, contacts])).toEqual([
    ["Broda", 3],
    ["Czapka", 2],
  ]);
  expect(JSON.stringify([...held.values()])).not.toContain("kanarek");
  expect(world.team).toBe(shift?.unitId);
});
