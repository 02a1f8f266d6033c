import { describe, expect, test } from "vitest";
import type { PendingCommand } from "../../../platform/device/contract.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { cardsOfShift, contactOf, contactsOf, correctableOf } from "./cardViews.ts";
import { type HeldEntry, lean, wholeEntry, wholePack, wholeSite, wholeUnit } from "./held.ts";
import { countsOf, openShiftOf } from "./shiftViews.ts";
import { type Held, laidOver } from "./street.ts";
import { peopleOf, plannedOf, sitesOf } from "./streetLists.ts";
import { tonightOf } from "./tonightView.ts";

const today = plainDate("2026-11-22");
const now = "2026-11-22T20:00:00.000Z";
const [marta, piotr] = ["a-marta", "a-piotr"];
const asked = { accountId: marta, now, today };

const entry = (personId: string, over: Partial<HeldEntry> = {}) => wholeEntry({ personId, name: personId, ...over });
const site = (id: string, over: object = {}) => wholeSite({ id, name: id, area: `okolica ${id}`, version: 1, ...over });
const team = (over: object = {}) =>
  wholeUnit({
    unitId: "u",
    name: "Zespół uliczny",
    colleagues: [
      { id: marta, name: "Marta" },
      { id: piotr, name: "Piotr" },
    ],
    ...over,
  });
const shift = (cards: object[] = [], over: object = {}) => ({
  id: "s",
  startedAt: "2026-11-22T17:00:00.000Z",
  members: [
    { id: marta, name: "Marta" },
    { id: piotr, name: "Piotr" },
  ],
  cards,
  ...over,
});
const held = (over: Partial<Held> = {}): Held => ({
  entries: [],
  packs: [],
  sites: [site("dworzec")],
  units: [team({ shifts: [shift()] })],
  pending: [],
  ...over,
});
let made = 0;
const command = (type: string, payload: unknown, base?: number): PendingCommand => {
  made += 1;
  const id = `command-${made}`;
  return {
    id,
    type,
    envelope: { id, v: 1, occurredAt: now, payload, ...(base === undefined ? {} : { base }) },
    touches: [],
    label: "",
    madeAt: now,
    state: "waiting",
  };
};
const contact = (id: string, person: object | null, over: object = {}, more: object = {}) =>
  command("contact.record", {
    contactId: id,
    shiftId: "s",
    person,
    card: {
      contactAt: "2026-11-22T19:00:00.000Z",
      siteId: "dworzec",
      workerIds: [marta, piotr],
      sex: "M",
      ageBand: "50_59",
      actions: ["CONVERSATION"],
      ...over,
    },
    ...more,
  });
const street = (over: Partial<Held> = {}) => laidOver(held(over));

test("what is left out of a body on its way comes back as it was", () => {
  const whole = entry("Broda", { step: { text: "kawa", dueOn: null }, openSteps: [], contacts: 3 });
  expect(wholeEntry(lean(whole) as HeldEntry)).toEqual(whole);
  const place = site("dworzec", {
    exact: { access: "schody", owner: null, managerContact: null, lat: null, lon: null },
  });
  expect(wholeSite(lean(place) as typeof place)).toEqual(place);
  expect(lean(whole)).toEqual({
    personId: "Broda",
    personNo: 0,
    name: "Broda",
    sex: "UNKNOWN",
    contacts: 3,
    step: { text: "kawa" },
  });
});

describe("people", () => {
  test("somebody made here by an alias is found like everybody, the last met first", () => {
    const entries = [entry("Broda", { lastContactAt: "2026-11-20T19:00:00.000Z", contacts: 4 })];
    const people = peopleOf(street({ entries, pending: [contact("k1", { personId: "nowa", alias: "Czapka" })] }));
    expect(people.map(({ name, contacts, siteName }) => [name, contacts, siteName])).toEqual([
      ["Czapka", 1, "dworzec"],
      ["Broda", 4, null],
    ]);
  });

  test("what the server holds already counts once, whatever the outbox still keeps", () => {
    const entries = [entry("Broda", { lastContactAt: "2026-11-22T19:00:00.000Z", lastContactId: "k1", contacts: 5 })];
    const [broda] = peopleOf(street({ entries, pending: [contact("k1", { personId: "Broda" })] }));
    expect(broda).toMatchObject({ contacts: 5 });
    const recent = held({ entries: [entry("Broda", { contacts: 5 })], units: [team({ recentIds: ["k1"] })] });
    expect(peopleOf(laidOver({ ...recent, pending: [contact("k1", { personId: "Broda" })] }))[0]?.contacts).toBe(5);
  });

  test("a card made here for a record that was merged meanwhile is the kept person's", () => {
    const entries = [entry("Broda", { contacts: 2, mergedIds: ["Brodaty"] })];
    const people = peopleOf(street({ entries, pending: [contact("k1", { personId: "Brodaty" })] }));
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({ personId: "Broda", contacts: 3, lastContactId: "k1" });
  });

  test("a card that comes late does not stand for the last one", () => {
    const entries = [entry("Broda", { lastContactAt: "2026-11-22T19:30:00.000Z", lastContactId: "k9", contacts: 2 })];
    const [broda] = peopleOf(street({ entries, pending: [contact("k1", { personId: "Broda" })] }));
    expect(broda).toMatchObject({ lastContactId: "k9", contacts: 3 });
  });

  test("where whereabouts are protected no place comes into the list by what is done here", () => {
    const entries = [entry("Cicha", { placeHidden: true })];
    const [cicha] = peopleOf(street({ entries, pending: [contact("k1", { personId: "Cicha" })] }));
    expect(cicha).toMatchObject({ siteName: null, area: null, contacts: 1 });
  });
});

describe("agreed steps", () => {
  const openSteps = [{ cardId: "k0", text: "Wtorek, chirurg", dueOn: "2026-11-22" }];
  const entries = [
    entry("Broda", { lastContactId: "k0", lastContactAt: "2026-11-20T19:00:00.000Z", openSteps, contacts: 1 }),
  ];
  const due = (over: Partial<Held>) =>
    tonightOf(street({ entries, ...over }), asked).due.map(({ name, nextStep }) => [name, nextStep]);

  test("one that is due is on tonight's list until a card answers it", () => {
    expect(due({})).toEqual([["Broda", "Wtorek, chirurg"]]);
    expect(
      due({ pending: [contact("k1", { personId: "Broda" }, { previousId: "k0", previousStepOutcome: "DONE" })] }),
    ).toEqual([]);
    expect(due({ pending: [contact("k1", { personId: "Broda" })] })).toEqual([["Broda", "Wtorek, chirurg"]]);
  });

  test("a new one is there on its day, and one for tomorrow is not", () => {
    const step = (dueOn: string) =>
      contact("k1", { personId: "nowa", alias: "Czapka" }, { nextStep: { text: "Herbata", dueOn } });
    expect(due({ entries: [], pending: [step("2026-11-22")] })).toEqual([["Czapka", "Herbata"]]);
    expect(due({ entries: [], pending: [step("2026-11-23")] })).toEqual([]);
  });

  test("a planned contact is answered by a later card, and by an ended relation", () => {
    const planned = [
      entry("Broda", {
        lastContactId: "k0",
        lastContactAt: "2026-11-20T19:00:00.000Z",
        nextContactOn: "2026-11-21",
        contacts: 1,
      }),
    ];
    expect(due({ entries: planned })).toEqual([["Broda", null]]);
    expect(due({ entries: planned, pending: [contact("k1", { personId: "Broda" })] })).toEqual([]);
    expect(due({ entries: planned, pending: [command("relation.end", { personId: "Broda" })] })).toEqual([]);
    expect(due({ entries: [entry("Broda", { ...planned[0], nextContactOn: "2026-08-01" })] })).toEqual([]);
  });
});

describe("the shift", () => {
  test("begun here goes on here, and ended here is over", () => {
    const start = command("shift.start", { shiftId: "s2", startedAt: now, memberIds: [marta], lowestCelsius: -8 });
    const units = [team()];
    expect(tonightOf(street({ units, pending: [start] }), asked).shift).toMatchObject({
      id: "s2",
      members: [{ id: marta, name: "Marta" }],
      frost: ["EXTRA_SITES_DAILY", "EMERGENCY_PLACES_VISIBLE", "LONGER_HOURS", "SOBRIETY_EXCEPTION_PER_STAY"],
    });
    const end = command("shift.end", { shiftId: "s2", endedAt: now });
    expect(openShiftOf(street({ units, pending: [start, end] }), marta)).toBeNull();
    expect(openShiftOf(street(), "somebody else")).toBeNull();
  });

  test("its numbers are the server's cards and those made here, each once (R-OUT-03, R-OUT-05)", () => {
    const cards = [
      { id: "k0", personId: "Broda", contactAt: "2026-11-22T17:10:00.000Z", repeat: true },
      { id: "k1", personId: null, contactAt: "2026-11-22T17:20:00.000Z", notSeenBefore: true },
    ];
    const of = street({
      entries: [entry("Broda", { contacts: 7, lastContactId: "k0" }), entry("Zuza", { contacts: 2 })],
      units: [team({ shifts: [shift(cards)] })],
      pending: [
        contact("k1", null, { notSeenBefore: true }), // delivered and held already
        contact("k2", { personId: "Zuza" }),
        contact("k3", { personId: "nowa", alias: "Czapka" }),
        contact("k4", { personId: "nowa" }), // in the same minute
        contact("k5", null, { notSeenBefore: true }),
        contact("k6", { personId: "Broda" }, {}, { shiftId: null }),
      ],
    });
    const open = openShiftOf(of, marta);
    expect(open && countsOf(open.cards)).toEqual({
      contactsFirst: 3,
      contactsRepeat: 3,
      known: 3,
      unknown: 2,
    });
  });

  test("twenty people of a soup point are twenty cards of the shift", () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({
      contactId: `g${i}`,
      person: i < 3 ? { personId: `p${i}`, alias: `Osoba ${i}` } : null,
      sex: "M",
      ageBand: "UNKNOWN",
      notSeenBefore: i >= 3,
    }));
    const card = {
      contactAt: now,
      siteId: "dworzec",
      workerIds: [marta, piotr],
      actions: ["IN_KIND_AID"],
      aid: [{ item: "SOUP", quantity: 1 }],
    };
    const of = street({
      units: [team({ shifts: [shift()], stock: [{ item: "SOUP", left: 30 }] })],
      pending: [command("contact.record-group", { shiftId: "s", card, rows })],
    });
    expect(tonightOf(of, asked)).toMatchObject({
      shift: { counts: { contactsFirst: 20, contactsRepeat: 0, known: 3, unknown: 17 } },
      stock: [{ item: "SOUP", left: 10 }],
    });
  });

  test("stock goes down by what was handed out here and is not counted at the server yet", () => {
    const units = [team({ shifts: [shift()], stock: [{ item: "BLANKET", left: 2 }], recentIds: ["k1"] })];
    const aid = [{ item: "BLANKET", quantity: 1 }];
    const pending = [contact("k1", null, { aid }), contact("k2", null, { aid })];
    expect(tonightOf(street({ units, pending }), asked).stock).toEqual([{ item: "BLANKET", left: 1 }]);
  });
});

describe("places", () => {
  test.each([
    ["was never visited", {}, today],
    [
      "was visited on Friday and is visited every two days",
      { lastVisitAt: "2026-11-20T19:00:00.000Z", visitEveryDays: 2 },
      today,
    ],
    ["is empty", { status: "EMPTY" }, null],
  ])("one that %s is due so", (_, over, dueOn) => {
    const sites = [site("dworzec", { visitEveryDays: 7, ...over })];
    expect(sitesOf(street({ sites }), today)[0]?.dueOn).toBe(dueOn);
  });

  test("a visit made here, with or without a card, is the last one", () => {
    const sites = [site("dworzec", { visitEveryDays: 2 })];
    const visit = command("site.visit", { visitId: "v", siteId: "dworzec", visitedAt: now });
    expect(sitesOf(street({ sites, pending: [visit] }), today)[0]).toMatchObject({
      lastVisitAt: now,
      dueOn: "2026-11-24",
    });
    expect(sitesOf(street({ sites, pending: [contact("k1", null)] }), today)[0]?.dueOn).toBe("2026-11-24");
  });

  test("one recorded here is there; a change of one is shown until the server has it", () => {
    const added = command("site.record", { siteId: "las", name: "Las", area: "Łęgi", siteType: "WOODS" });
    const changed = command(
      "site.record",
      { siteId: "dworzec", name: "Peron 3", area: "Centrum", siteType: "STATION_RAIL" },
      1,
    );
    const names = (version: number) =>
      sitesOf(street({ sites: [site("dworzec", { version })], pending: [added, changed] }), today)
        .map(({ name }) => name)
        .sort();
    expect(names(1)).toEqual(["Las", "Peron 3"]);
    expect(names(2)).toEqual(["Las", "dworzec"]);
  });

  test("an edit of one is shown while it waits, also over what others changed meanwhile, and no longer once the server has it", () => {
    const change = command(
      "site.change",
      { siteId: "dworzec", fields: { entryRule: "FORBIDDEN", access: "od torów" } },
      1,
    );
    const shown = (version: number, state: PendingCommand["state"]) =>
      sitesOf(street({ sites: [site("dworzec", { version })], pending: [{ ...change, state }] }), today)[0];
    const edited = { name: "dworzec", entryRule: "FORBIDDEN", exact: { access: "od torów" } };
    expect(shown(1, "waiting")).toMatchObject({ ...edited, version: 1 });
    expect(shown(2, "waiting")).toMatchObject({ ...edited, version: 2 });
    expect(shown(1, "delivered")).toMatchObject(edited);
    expect(shown(2, "delivered")).toMatchObject({ entryRule: "OPEN", exact: null });
  });
});

describe("cards", () => {
  const packs = [
    wholePack({
      personId: "Broda",
      cards: [
        { id: "k2", card: { contactAt: "2026-11-20T19:00:00.000Z", siteId: "dworzec", needs: ["MEDICAL"] } },
        { id: "k1", card: { contactAt: "2026-11-10T19:00:00.000Z" } },
      ] as never, // lean cards, as they come
    }),
  ];
  const entries = [entry("Broda", { contacts: 5, lastContactId: "k2", lastContactAt: "2026-11-20T19:00:00.000Z" })];

  test("of the pack and of this phone can be read, numbered from the first one ever", () => {
    const of = street({ entries, packs, pending: [contact("k3", { personId: "Broda" })] });
    expect(contactOf(of, "k2", marta)).toMatchObject({
      kind: "REPEAT",
      contactNo: 5,
      daysSinceLast: 10,
      siteName: "dworzec",
    });
    expect(contactOf(of, "k3", marta)).toMatchObject({
      kind: "REPEAT",
      contactNo: 6,
      daysSinceLast: 2,
      recordedBy: "Marta",
    });
    expect(contactOf(of, "k0", marta)).toBeNull();
    expect(contactsOf(of, "Broda", marta).map(({ id }) => id)).toEqual(["k3", "k2", "k1"]);
  });

  test("a correction made here stands for the card it corrects and counts nothing twice", () => {
    const card = {
      contactAt: "2026-11-20T19:00:00.000Z",
      siteId: "dworzec",
      workerIds: [marta],
      sex: "F",
      ageBand: "40_49",
      actions: ["CONVERSATION"],
    };
    const of = street({
      entries,
      packs,
      pending: [command("contact.correct", { correctionId: "k9", contactId: "k2", card })],
    });
    expect(peopleOf(of)[0]).toMatchObject({ contacts: 5, lastContactId: "k9", ageBand: "40_49" });
    expect(contactOf(of, "k2", marta)?.correctedBy).toBe("k9");
  });

  test("a card of this shift is corrected before it is sent, whole, and both versions are read", () => {
    const first = contact(
      "m1",
      { personId: "Nowy", alias: "Nowy" },
      { note: "ma psa", health: { observations: ["WOUND"] } },
    );
    const correct = (correctionId: string, contactId: string, over: object) =>
      command("contact.correct", {
        correctionId,
        contactId,
        reason: "pomyłka",
        card: { ...(first.envelope.payload as { card: object }).card, ...over },
      });
    const of = street({
      pending: [first, correct("m2", "m1", { sex: "F" }), correct("m3", "m2", { ageBand: "60_PLUS" })],
    });
    expect(contactOf(of, "m1", marta)).toMatchObject({ correctedBy: "m2", card: { sex: "M" } });
    expect(contactOf(of, "m3", marta)).toMatchObject({
      own: true,
      corrects: { id: "m2", reason: "pomyłka" },
      personName: "Nowy",
    });
    expect(correctableOf(of, "m1", marta)).toMatchObject({
      keepsSealed: false,
      contact: { card: { note: "ma psa", health: { observations: ["WOUND"], note: null } } },
    });
    expect(peopleOf(of)).toMatchObject([{ name: "Nowy", contacts: 1, lastContactId: "m3", ageBand: "60_PLUS" }]);
    expect(cardsOfShift(of, marta)).toMatchObject([{ id: "m3", name: "Nowy", corrected: true }]);
  });

  test("of a card that was sent, the phone says that note and health lie on the server", () => {
    expect(correctableOf(street({ entries, packs }), "k2", marta)?.keepsSealed).toBe(true);
    expect(correctableOf(street({ entries, packs }), "k0", marta)).toBeNull();
  });
});

test("a minor's alert made here is among the alerts of the day", () => {
  const pending = [command("minor-alert.record", { alertId: "m", siteId: "dworzec", told: ["POLICE_112"] })];
  expect(tonightOf(street({ pending }), asked).alerts).toMatchObject([
    { id: "m", alert: "MINOR_WITHOUT_GUARDIAN", by: "Marta", siteName: "dworzec", told: ["POLICE_112"] },
  ]);
});

describe("agreed accompaniment", () => {
  const plan = {
    id: "p",
    plannedAt: "2026-11-22T09:00:00.000Z",
    institution: "OPS",
    place: null,
    purpose: null,
  } as const;
  const agree = (assistanceId: string, plannedAt: string) =>
    command("assistance.plan", { assistanceId, personId: "Broda", plannedAt, institution: "COURT" });
  const change = (plannedAt: string | null, changeId = "c") =>
    command("assistance.change", { changeId, personId: "Broda", assistanceId: "p", plannedAt });
  const due = (over: Partial<Held>) => tonightOf(street(over), asked).due.map(({ planned }) => planned?.id);

  test("is due on its day, with and without network, and not before", () => {
    const entries = [entry("Broda", { planned: [plan] })];
    expect(due({ entries })).toEqual(["p"]);
    const pending = [agree("tomorrow", "2026-11-22T23:30:00.000Z"), agree("tonight", "2026-11-22T22:30:00.000Z")];
    expect(due({ entries, pending }).sort()).toEqual(["p", "tonight"]);
    expect(plannedOf(street({ entries, pending }), "Broda").map(({ id }) => id)).toEqual(["p", "tonight", "tomorrow"]);
  });

  test("put off, called off or done here is due no more; what is held already is not laid over again", () => {
    const entries = [entry("Broda", { planned: [plan] })];
    expect(due({ entries, pending: [change("2026-11-24T09:00:00.000Z")] })).toEqual([]);
    expect(due({ entries, pending: [change(null)] })).toEqual([]);
    const done = command("assistance.record", { assistanceId: "p", personId: "Broda", shiftId: "s", hours: 1 });
    expect(due({ entries, pending: [done] })).toEqual([]);
    const units = [team({ shifts: [shift()], recentIds: ["c"] })];
    expect(due({ entries, units, pending: [change(null)] })).toEqual(["p"]);
  });

  test("with somebody whose whereabouts are protected is shown nowhere on the phone", () => {
    const entries = [entry("Broda", { placeHidden: true })];
    expect(due({ entries, pending: [agree("q", "2026-11-22T22:30:00.000Z")] })).toEqual([]);
  });
});

test("with a card that is put, only its person gets another line: the others are the very ones of the list before", () => {
  const set = held({ entries: [entry("Broda", { lastContactAt: "2026-11-20T10:00:00.000Z" }), entry("Ruda")] });
  const before = peopleOf(laidOver(set));
  expect(before.map(({ name }) => name)).toEqual(["Broda", "Ruda"]);
  expect(peopleOf(laidOver({ ...set, pending: [] }))).toBe(before);
  const after = peopleOf(laidOver({ ...set, pending: [contact("c", { personId: "Ruda" })] }));
  expect(after.map(({ name, contacts }) => [name, contacts])).toEqual([
    ["Ruda", 1],
    ["Broda", 0],
  ]);
  expect(after[1]).toBe(before[0]);
});
