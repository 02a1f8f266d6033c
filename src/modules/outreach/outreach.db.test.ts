import { beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");
const siteId = uuidv7();

/** The least that R-OUT-01 asks for. */
const minimum = (over: object = {}) => ({
  contactAt: "2026-11-22T19:40:00Z",
  siteId,
  workerIds: [it.accountOf("marta"), it.accountOf("joanna")],
  sex: "M",
  ageBand: "50_59",
  actions: ["CONVERSATION"],
  ...over,
});
type Whom = { personId: string; alias?: string } | null;
const record = (person: Whom, over: object = {}, more: object = {}, by: PersonOfFixture = "marta") => {
  const contactId = uuidv7();
  const payload = { contactId, person, card: minimum(over), ...more };
  return it.command(by, "contact.record", payload).then((answer) => ({ ...answer, contactId }));
};
const read = async (contactId: string, by: PersonOfFixture = "marta") =>
  (await it.get(by, `/outreach/contacts/${contactId}`)).body.contact as Record<string, unknown> & {
    card: Record<string, unknown>;
  };

beforeAll(async () => {
  const site = { siteId, name: "Przejście pod dworcem", siteType: "STATION_RAIL", area: "Śródmieście" };
  const exact = { access: "schody od peronu 3, za filarem" };
  const answer = await it.command("marta", "site.record", { ...site, exact, visitEveryDays: 7 });
  expect(answer).toMatchObject({ status: 200, body: { ids: { site: siteId }, version: 1 } });
});

test("a card with no more than the six compulsory fields is saved, and about nobody is always the first", async () => {
  for (const _ of [1, 2]) {
    const { status, contactId } = await record(null, { sex: "UNKNOWN", ageBand: "UNKNOWN" });
    expect(status).toBe(200);
    expect(await read(contactId)).toMatchObject({
      kind: "FIRST",
      contactNo: 1,
      anonymity: "ANONYMOUS",
      personId: null,
    });
    expect(await it.audited(contactId)).toEqual(["contact.record done", "contact.read done"]);
  }
});

test.each([
  ["contactAt", null, "outreach.time_missing"],
  ["siteId", null, "outreach.place_missing"],
  ["workerIds", [], "outreach.worker_missing"],
  ["sex", null, "outreach.sex_missing"],
  ["ageBand", null, "outreach.age_band_missing"],
  ["actions", [], "outreach.actions_missing"],
])("a card without %s is refused at that field", async (field, value, code) => {
  const refused = await record(null, { [field]: value });
  expect(refused).toMatchObject({ status: 422, body: { code, errors: [{ path: `payload.card.${field}`, code }] } });
});

test("a place in own words is a place", async () => {
  const { status, contactId } = await record(null, { siteId: null, placeText: "ławka przy fontannie" });
  expect(status).toBe(200);
  expect(await read(contactId)).toMatchObject({ area: null, card: { placeText: "ławka przy fontannie" } });
});

test("the second card of an alias is a repeat, and a card that arrives late takes its place in time (R-OUT-04)", async () => {
  const personId = uuidv7();
  const broda = { personId, alias: "Broda" };
  const at = (hour: number) => ({ contactAt: `2026-11-21T${hour}:00:00Z` });
  const first = await record(broda, at(18));
  const second = await record({ personId }, at(20));
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(first.body.ids).toEqual({ contact: first.contactId, person: personId });
  expect(await read(first.contactId)).toMatchObject({
    kind: "FIRST",
    contactNo: 1,
    anonymity: "ALIAS",
    personName: "Broda",
  });
  expect(await read(second.contactId)).toMatchObject({ kind: "REPEAT", contactNo: 2, daysSinceLast: 0 });

  const late = await record({ personId }, at(16));
  expect(await read(late.contactId)).toMatchObject({ kind: "FIRST" });
  expect(await read(first.contactId)).toMatchObject({ kind: "REPEAT", contactNo: 2 });
});

test("a card without optional parts lists what is asked for", async () => {
  const { contactId } = await record(null);
  expect(await read(contactId)).toMatchObject({
    missing: ["shiftId", "howFound", "needs", "infoTopics", "notice", "attitude"],
    warnings: [],
  });
});

test("everything of F-01 and F-02 comes back as it was said; special parts and own words are sealed at rest", async () => {
  const personId = uuidv7();
  const { contactId: previousId } = await record({ personId, alias: "Pani w czerwonej czapce" });
  const said = {
    deviceAt: "2026-11-22T19:41:00.000Z",
    geo: { lat: 52.229676, lon: 21.012229 },
    groupSize: 2,
    accompaniedBy: ["DOG"],
    howFound: "PATROL",
    sleepingPlace: "STATION_RAIL",
    homelessFor: "1_2Y",
    supportsUsed: ["SOUP_KITCHEN"],
    needs: ["WARMTH", "DOCUMENTS"],
    health: { observations: ["WOUND"], substance: "NONE", note: "rana na stopie gorsza" },
    documents: ["ID_MISSING"],
    aid: [{ item: "BLANKET", quantity: 1 }],
    infoTopics: ["SHELTERS"],
    notice: "GIVEN_ORALLY",
    attitude: "RESERVED",
    nextStep: { text: "Wtorek 10:00 chirurg, idziecie ze mną", dueOn: "2026-11-24" },
    nextContact: { on: "2026-11-24", siteId },
    note: "boi się lekarzy",
    previousId,
    previousStepOutcome: "PARTLY",
    changes: [{ area: "HEALTH", direction: "WORSE" }],
    motivationStage: "CONTEMPLATION",
    accompaniment: { kind: "szpital", hours: 1.5 },
  };
  const { status, contactId } = await record({ personId }, said);
  expect(status).toBe(200);
  const view = await read(contactId);
  expect(view.card).toMatchObject({ ...said, geo: { lat: 52.23, lon: 21.012 } });
  expect(view.missing).toEqual(["shiftId"]);
  const { rows } = await it.owner.query<{ row: string }>(
    "select string_agg(t, ' ') as row from (select to_jsonb(c)::text as t from contact_card c union all select to_jsonb(e)::text from event e union all select to_jsonb(a)::text from audit_entry a union all select to_jsonb(t)::text from task t union all select to_jsonb(s)::text from outreach_site s) x",
  );
  for (const word of ["rana na stopie", "chirurg", "boi się", "peronu", "WOUND"])
    expect(rows[0]?.row).not.toContain(word);
});

test("a step agreed for a day is a task of its author, and its outcome on the next card ends it", async () => {
  const personId = uuidv7();
  const nextStep = { text: "Przyjdę w poniedziałek do biura", dueOn: "2026-11-22" };
  const { contactId } = await record({ personId, alias: "Sowa" }, { nextStep, contactAt: "2026-11-20T19:00:00Z" });
  const due = async () =>
    ((await it.get("joanna", "/outreach/tonight")).body.due as { personId: string }[]).filter(
      (line) => line.personId === personId,
    );
  expect((await it.get("marta", "/tasks/mine")).body.tasks).toEqual(
    expect.arrayContaining([expect.objectContaining({ personId, kind: "AGREED_STEP", dueOn: "2026-11-22" })]),
  );
  expect(await due()).toEqual([
    {
      personId,
      name: "Sowa",
      area: "Śródmieście",
      siteName: "Przejście pod dworcem",
      nextStep: nextStep.text,
      dueOn: "2026-11-22",
      planned: null,
    },
  ]);
  await record({ personId }, { previousId: contactId, previousStepOutcome: "DONE" });
  expect(await due()).toEqual([]);
});

test("a minor without a guardian gets no card but an event that the team sees (R-OUT-08)", async () => {
  const refused = await record(null, { ageBand: "UNDER_18" });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: "contact.minor", errors: [{ path: "payload.card.ageBand", code: "contact.minor" }] },
  });
  expect((await record(null, { ageBand: "UNDER_18", guardianPresent: true })).status).toBe(200);
  const alertId = uuidv7();
  const told = { alertId, siteId, told: ["POLICE_112"] };
  expect((await it.command("marta", "minor-alert.record", told)).status).toBe(200);
  expect((await it.command("marta", "minor-alert.record", told)).body.code).toBe("record.id_taken");
  const { alerts } = (await it.get("joanna", "/outreach/tonight")).body;
  expect(alerts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        alert: "MINOR_WITHOUT_GUARDIAN",
        siteName: "Przejście pod dworcem",
        told: ["POLICE_112"],
      }),
    ]),
  );
});

test("one worker alone is warned about and the coordinator told, once for a shift of one (R-OUT-02)", async () => {
  const alone = [it.accountOf("marta")];
  const { contactId } = await record(null, { workerIds: alone });
  expect(await read(contactId)).toMatchObject({ warnings: ["outreach.single_worker"] });
  const singles = async () =>
    ((await it.get("joanna", "/outreach/tonight")).body.alerts as { alert: string }[]).filter(
      ({ alert }) => alert === "SINGLE_WORKER",
    ).length;
  const before = await singles();
  const shiftId = uuidv7();
  await it.command("marta", "shift.start", { shiftId, startedAt: "2026-11-22T17:00:00Z", memberIds: alone });
  await record(null, { workerIds: alone }, { shiftId });
  expect(await singles()).toBe(before + 1);
  await it.command("marta", "shift.end", { shiftId, endedAt: "2026-11-22T17:30:00Z" });
});

test("a shift counts its own cards, tells of frost and ends once, not before it began (R-OUT-03, R-OUT-07)", async () => {
  const shiftId = uuidv7();
  const memberIds = [it.accountOf("marta"), it.accountOf("joanna")];
  const start = { shiftId, startedAt: "2026-11-22T17:00:00Z", memberIds, lowestCelsius: -8 };
  expect((await it.command("marta", "shift.start", start)).status).toBe(200);
  const kot = { personId: uuidv7(), alias: "Kot" };
  await record(kot, { contactAt: "2026-11-22T18:00:00Z" }, { shiftId });
  await record(kot, { contactAt: "2026-11-22T19:00:00Z" }, { shiftId });
  await record(null, { notSeenBefore: true }, { shiftId });
  expect((await it.get("joanna", "/outreach/tonight")).body.shift).toMatchObject({
    id: shiftId,
    members: [{ name: "Joanna Próbna" }, { name: "Marta Próbna" }],
    frost: expect.arrayContaining(["EXTRA_SITES_DAILY"]),
    counts: { contactsFirst: 2, contactsRepeat: 1, known: 1, unknown: 1 },
  });
  const early = await it.command("marta", "shift.end", { shiftId, endedAt: "2026-11-22T16:59:00Z" });
  expect(early).toMatchObject({ status: 422, body: { code: "shift.ends_before_start" } });
  expect((await it.command("marta", "shift.end", { shiftId, endedAt: "2026-11-22T20:00:00Z" })).status).toBe(200);
  const again = await it.command("marta", "shift.end", { shiftId, endedAt: "2026-11-22T20:00:00Z" });
  expect(again).toMatchObject({ status: 422, body: { code: "shift.already_ended" } });
  expect((await it.get("joanna", "/outreach/tonight")).body.shift).toBeNull();
});

test("worked example: 16 known and 2 unknown in March, and merging two aliases takes one away (R-OUT-05)", async () => {
  const on = (day: number) => ({ contactAt: `2026-03-${String(day).padStart(2, "0")}T20:00:00Z` });
  const met = Array.from({ length: 16 }, () => uuidv7());
  for (const [at, personId] of met.entries()) await record({ personId, alias: `Osoba ${at}` }, on(1));
  for (let seen = 16; seen < 37; seen += 1) await record({ personId: met[seen % 16] ?? "" }, on(2 + (seen % 29)));
  for (const notSeenBefore of [true, true, false]) await record(null, { ...on(31), notSeenBefore });
  await record(null, { contactAt: "2026-04-01T20:00:00Z", notSeenBefore: true });
  const counts = async () => (await it.get("joanna", "/outreach/counts?from=2026-03-01&to=2026-03-31")).body;
  expect(await counts()).toEqual({ contactsFirst: 19, contactsRepeat: 21, known: 16, unknown: 2 });
  await it.owner.query("update person set merged_into = $1 where id = $2", [met[0], met[1]]);
  expect(await counts()).toEqual({ contactsFirst: 18, contactsRepeat: 22, known: 15, unknown: 2 });
  expect((await it.get("joanna", "/outreach/counts?from=2026-03-31&to=2026-03-01")).status).toBe(400);
});

test("a correction stands for the card, the first stays readable, and neither is counted twice", async () => {
  const personId = uuidv7();
  const day = { contactAt: "2026-02-02T20:00:00Z" };
  const { contactId } = await record({ personId, alias: "Wilk" }, { ...day, aid: [{ item: "SOUP", quantity: 2 }] });
  const correct = (correctionId: string) =>
    it.command("marta", "contact.correct", {
      correctionId,
      contactId,
      reason: "zła płeć",
      card: minimum({ ...day, sex: "F", aid: [{ item: "SOUP", quantity: 1 }] }),
    });
  const answers = await Promise.all([correct(uuidv7()), correct(uuidv7())]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const correctionId = answers.find(({ status }) => status === 200)?.body.ids?.contact ?? "";
  expect(await read(contactId)).toMatchObject({ correctedBy: correctionId, card: { sex: "M" } });
  expect(await read(correctionId)).toMatchObject({
    kind: "FIRST",
    corrects: { id: contactId, reason: "zła płeć" },
    card: { sex: "F" },
  });
  expect((await it.get("joanna", "/outreach/counts?from=2026-02-01&to=2026-02-28")).body).toMatchObject({
    contactsFirst: 1,
    known: 1,
  });
  const { contacts } = (await it.get("marta", `/people/${personId}/contacts`)).body as { contacts: { id: string }[] };
  expect(contacts.map(({ id }) => id)).toEqual([correctionId]);
  const { stock } = (await it.get("marta", "/outreach/tonight")).body;
  expect(stock).toEqual(expect.arrayContaining([{ item: "SOUP", left: -1 }]));
});

test("a correction from a phone that holds neither note nor health leaves both as they were", async () => {
  const day = { contactAt: "2026-02-03T20:00:00Z" };
  const health = { observations: ["WOUND"], substance: null, note: "opatrunek" };
  const changes = [{ area: "HEALTH", direction: "WORSE" }];
  const geo = { lat: 51.402, lon: 21.147 };
  const { contactId } = await record(
    { personId: uuidv7(), alias: "Ryś" },
    { ...day, health, changes, geo, note: "boi się psów" },
  );
  const correctionId = uuidv7();
  const card = minimum({ ...day, sex: "F" });
  const sent = await it.command("marta", "contact.correct", {
    correctionId,
    contactId,
    reason: "płeć",
    card,
    keepsSealed: true,
  });
  expect(sent.status).toBe(200);
  expect(await read(correctionId)).toMatchObject({ card: { sex: "F", health, changes, geo, note: "boi się psów" } });
});

test("for 30 days a card is corrected by who stands on it, later by anybody of the team", async () => {
  const written = async (contactAt: string) => {
    const { contactId } = await record(null, { contactAt });
    await it.owner.query("update contact_card set recorded_by = $2 where id = $1", [contactId, it.accountOf("joanna")]);
    await it.owner.query("delete from contact_worker where contact_id = $1 and account_id = $2", [
      contactId,
      it.accountOf("marta"),
    ]);
    return contactId;
  };
  const correct = async (contactId: string) => {
    const card = minimum({ sex: "F" });
    return it.command("marta", "contact.correct", { correctionId: uuidv7(), contactId, reason: "płeć", card });
  };
  const [lately, long] = [await written("2026-11-01T20:00:00Z"), await written("2026-10-01T20:00:00Z")];
  expect((await correct(lately)).body.code).toBe("contact.not_own");
  expect((await correct(long)).status).toBe(200);
});

test("what is handed out is taken off the stock", async () => {
  const left = async () =>
    ((await it.get("marta", "/outreach/tonight")).body.stock as { item: string; left: number }[]).find(
      ({ item }) => item === "SOCKS",
    )?.left;
  await it.command("marta", "stock.record", { entryId: uuidv7(), item: "SOCKS", change: 20 });
  await record(null, { aid: [{ item: "SOCKS", quantity: 2 }] });
  expect(await left()).toBe(18);
});

test("sent twice, a card is one card; four at once have one effect", async () => {
  const id = uuidv7();
  const payload = { contactId: uuidv7(), person: { personId: uuidv7(), alias: "Ptak" }, card: minimum() };
  const answers = await Promise.all([1, 2, 3, 4].map(() => it.command("marta", "contact.record", payload, { id })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(answers.filter(({ body }) => body.replayed === false)).toHaveLength(1);
  const other = await it.command("marta", "contact.record", payload);
  expect(other).toMatchObject({ status: 409, body: { code: "record.id_taken" } });
});

test("people of my team with what was agreed; another organisation and other roles know of nothing", async () => {
  const personId = uuidv7();
  const nextStep = { text: "pójdę po dowód", dueOn: null };
  const { contactId } = await record({ personId, alias: "Żółw" }, { nextStep });
  const { people } = (await it.get("joanna", "/outreach/people")).body;
  expect(people).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        personId,
        name: "Żółw",
        area: "Śródmieście",
        contacts: 1,
        lastContactId: contactId,
        nextStep,
      }),
    ]),
  );
  const status = async (name: PersonOfFixture, path: string) => (await it.get(name, path)).status;
  // a social worker may see summaries, but not of people of another unit
  expect(await status("anna", `/people/${personId}/contacts`)).toBe(404);
  for (const name of ["anna", "janusz", "ewa", "tomasz", "krysia", "adam", "zofia"] as const)
    expect([name, await status(name, `/outreach/contacts/${contactId}`)]).toEqual([name, 403]);
  for (const name of ["ewa", "tomasz", "krysia", "adam"] as const)
    expect([name, await status(name, `/people/${personId}/contacts`)]).toEqual([name, 403]);
  expect(await status("zofia", `/people/${personId}/contacts`)).toBe(404);
  expect(await status("janusz", "/outreach/tonight")).toBe(403);
  expect(
    (await it.command("anna", "contact.record", { contactId: uuidv7(), person: null, card: minimum() })).status,
  ).toBe(403);
  const unknown = await record({ personId: uuidv7() });
  expect(unknown).toMatchObject({ status: 404, body: { code: "person.not_found" } });
});

test("the shelter worker of the person's unit sees that there were contacts, and nothing of health or steps (R-OUT-09)", async () => {
  const personId = uuidv7();
  await record(
    { personId, alias: "Lis" },
    {
      health: { observations: ["WOUND"], note: "opatrunek co dzień" },
      nextStep: { text: "przyjdę o 20", dueOn: "2026-11-23" },
      note: "x",
    },
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-22')", [
    world.agenda,
    personId,
    world.office,
  ]);
  const { status, body } = await it.get("janusz", `/people/${personId}/contacts`);
  expect(status).toBe(200);
  expect(body.contacts).toEqual([
    expect.objectContaining({ kind: "FIRST", area: "Śródmieście", contactAt: "2026-11-22T19:40:00.000Z", team: null }),
  ]);
  expect(JSON.stringify(body)).not.toMatch(/WOUND|opatrunek|przyjdę|Przejście/);
  expect(await it.audited(personId)).toContain("contact.list-of-person done");
});

test("protected whereabouts stay with those who are named (C7)", async () => {
  const personId = uuidv7();
  const step = { nextStep: { text: "spotkanie pod zegarem", dueOn: "2026-11-22" } };
  const { contactId } = await record({ personId, alias: "Cień" }, { ...step, placeText: "za kioskiem" });
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  const everything = async (name: PersonOfFixture) =>
    JSON.stringify([
      (await it.get(name, `/outreach/contacts/${contactId}`)).body.contact,
      (await it.get(name, `/people/${personId}/contacts`)).body,
      ((await it.get(name, "/outreach/people")).body.people as { personId: string }[]).filter(
        (line) => line.personId === personId,
      ),
      ((await it.get(name, "/outreach/tonight")).body.due as { personId: string }[]).filter(
        (line) => line.personId === personId,
      ),
    ]);
  expect(await everything("joanna")).not.toMatch(/Śródmieście|Przejście|kioskiem|zegarem/);
  await it.owner.query("insert into whereabouts_reader values ($1, $2, $3, $3)", [
    world.agenda,
    personId,
    it.accountOf("marta"),
  ]);
  expect(await everything("marta")).toMatch(/Śródmieście.*zegarem/);
});

test("a site is changed against the version that was seen; others have no such site or shift", async () => {
  const id = uuidv7();
  const site = { siteId: id, name: "Altanki", siteType: "ALLOTMENT_HUT", area: "Działki", visitEveryDays: 3 };
  await it.command("marta", "site.record", site);
  const renamed = { ...site, name: "Altanki nad rzeką", exact: { access: "druga brama" } };
  expect(await it.command("joanna", "site.record", renamed, { base: 1 })).toMatchObject({
    status: 200,
    body: { version: 2 },
  });
  expect(await it.command("marta", "site.record", site, { base: 1 })).toMatchObject({
    status: 409,
    body: { code: "record.changed" },
  });
  const { sites } = (await it.get("marta", "/outreach/sites")).body as { sites: { id: string }[] };
  expect(sites.find((line) => line.id === id)).toMatchObject({
    name: "Altanki nad rzeką",
    exact: { access: "druga brama" },
    dueOn: "2026-11-22",
  });
  await it.command("marta", "site.visit", {
    visitId: uuidv7(),
    siteId: id,
    visitedAt: "2026-11-22T19:00:00Z",
    people: 0,
  });
  const after = (await it.get("marta", "/outreach/sites")).body as { sites: { id: string }[] };
  expect(after.sites.find((line) => line.id === id)).toMatchObject({ dueOn: "2026-11-25" });
  expect((await record(null, { siteId: uuidv7() })).body.code).toBe("site.not_found");
  expect((await record(null, {}, { shiftId: uuidv7() })).body.code).toBe("shift.not_found");
  expect((await record(null, { workerIds: [it.accountOf("zofia")] })).body.code).toBe("outreach.unknown_worker");
});

test("nonsense in a card is answered at its path", async () => {
  const wrong = await record(null, { sex: "BOTH", group: 3, nextStep: { text: "", dueOn: "2026-02-30" } });
  expect(wrong.status).toBe(400);
  expect(wrong.body.errors).toEqual(
    expect.arrayContaining([
      { path: "payload.card.sex", code: "field.not_in_list" },
      { path: "payload.card.group", code: "field.unknown" },
      { path: "payload.card.nextStep.dueOn", code: "field.invalid" },
    ]),
  );
  expect((await record(null, { contactAt: "2026-11-24T20:00:00Z" })).body.code).toBe("contact.in_future");
});

test("two people of one alias met at one site within 90 days are listed as perhaps one (R-ID-07)", async () => {
  const [first, second, elsewhere] = [uuidv7(), uuidv7(), uuidv7()];
  await record({ personId: first, alias: "Ryży Wąs" }, { contactAt: "2026-10-01T19:00:00Z" });
  await record({ personId: elsewhere, alias: "Ryży Wąs" }, { siteId: null, placeText: "park" });
  expect((await record({ personId: second, alias: "ryzy was" }, { contactAt: "2026-11-20T19:00:00Z" })).status).toBe(
    200,
  );
  const { pairs } = (await it.get("joanna", "/duplicates")).body as {
    pairs: { certainty: string; reasons: string[]; one: { id: string }; other: { id: string } }[];
  };
  const found = pairs.filter(({ one, other }) => [one.id, other.id].some((id) => [first, elsewhere].includes(id)));
  expect(found).toMatchObject([{ certainty: "possible", reasons: ["ALIAS", "SITE"] }]);
  expect(found.map(({ one, other }) => [one.id, other.id])).toEqual([[first, second].sort()]);
});
