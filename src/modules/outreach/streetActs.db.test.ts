import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { jpeg, jpegSegment, photo, place } from "../../platform/files/samplePictures.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");
const siteId = uuidv7();
const card = (over: object = {}) => ({
  contactAt: "2026-11-22T19:40:00Z",
  siteId,
  workerIds: [it.accountOf("marta"), it.accountOf("joanna")],
  sex: "M",
  ageBand: "50_59",
  actions: ["CONVERSATION"],
  ...over,
});
const tonight = async () => (await it.get("joanna", "/outreach/tonight")).body;
const alerts = async () => (await tonight()).alerts as { alert: string }[];
const trained = ["SOCIAL_ASSISTANCE", "LAW", "WORK_STANDARD", "FIRST_AID"].map((part) => ({
  part,
  passedOn: "2026-03-01",
}));

beforeAll(async () => {
  const site = { siteId, name: "Jadłodajnia", siteType: "STREET", area: "Śródmieście" };
  const exact = { managerContact: "dozorca, 600 000 000" };
  expect((await it.command("marta", "site.record", { ...site, exact })).status).toBe(200);
});

test("twenty people at a soup point are twenty cards by one command, sent twice once; one minor alone and there is none", async () => {
  const { sex, ageBand, ...shared } = card({ aid: [{ item: "SOUP", quantity: 1 }] });
  const row = (over: object = {}) => ({ contactId: uuidv7(), person: null, sex, ageBand, ...over });
  const broda = { personId: uuidv7(), alias: "Broda" };
  const rows = [row({ person: broda }), ...Array.from({ length: 19 }, () => row({ notSeenBefore: true }))];
  const payload = { card: shared, rows };
  const id = uuidv7();
  const answers = [
    await it.command("marta", "contact.record-group", payload, { id }),
    await it.command("marta", "contact.record-group", payload, { id }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const counts = async () => (await it.get("joanna", "/outreach/counts?from=2026-11-22&to=2026-11-22")).body;
  expect(await counts()).toEqual({ contactsFirst: 20, contactsRepeat: 0, known: 1, unknown: 19 });
  expect((await tonight()).stock).toEqual([{ item: "SOUP", left: -20 }]);

  const minor = { card: shared, rows: [row(), row({ ageBand: "UNDER_18" })] };
  expect(await it.command("marta", "contact.record-group", minor)).toMatchObject({
    status: 422,
    body: { code: "contact.minor", errors: [{ path: "payload.rows.1.ageBand" }] },
  });
  expect(await counts()).toMatchObject({ contactsFirst: 20 });
  expect((await it.command("anna", "contact.record-group", payload)).status).toBe(403);
});

test("who may work alone by a dated permission with its grounds is not warned about; others are, and no card is blocked (R-OUT-10)", async () => {
  const marta = it.accountOf("marta");
  const contactId = uuidv7();
  const alone = { contactId, person: null, card: card({ workerIds: [marta] }) };
  const warnings = async (id: string) => (await it.get("marta", `/outreach/contacts/${id}`)).body.contact;
  expect((await it.command("marta", "contact.record", alone)).status).toBe(200);
  expect(await warnings(contactId)).toMatchObject({ warnings: ["outreach.single_worker"] });
  const told = (await alerts()).length;

  const permission = {
    permissionId: uuidv7(),
    accountId: marta,
    selectedOn: "2026-02-01",
    trainings: trained,
    validFrom: "2026-11-01",
    validTo: "2026-12-10",
  };
  const grant = (over: object) => it.command("joanna", "alone-permission.grant", { ...permission, ...over });
  expect((await grant({ trainings: trained.slice(1) })).body.code).toBe("outreach.training_incomplete");
  expect((await grant({ selectedOn: null })).body.code).toBe("outreach.worker_not_selected");
  expect((await grant({ validFrom: null })).body.code).toBe("outreach.worker_not_authorised");
  expect((await grant({ accountId: it.accountOf("joanna") })).body.code).toBe("alone.not_own");
  expect((await it.command("marta", "alone-permission.grant", permission)).status).toBe(403);
  expect((await grant({})).status).toBe(200);
  const next = uuidv7();
  await it.command("marta", "contact.record", { ...alone, contactId: next });
  expect(await warnings(next)).toMatchObject({ warnings: [] });
  expect(await alerts()).toHaveLength(told);
  const line = async () =>
    ((await it.get("joanna", "/outreach/alone")).body.workers as object[]).find(
      (each) => "accountId" in each && each.accountId === marta,
    );
  expect(await line()).toMatchObject({ mayToday: true, endsSoon: true, permission: { lastDay: "2026-12-10" } });

  const end = { permissionId: permission.permissionId, endedOn: "2026-11-22", reason: "certyfikat wygasł" };
  expect((await it.command("joanna", "alone-permission.end", end)).status).toBe(200);
  expect((await it.command("joanna", "alone-permission.end", end)).body.code).toBe("alone.already_ended");
  expect(await line()).toMatchObject({ mayToday: false, permission: { lastDay: "2026-11-21" } });
  expect(await warnings(next)).toMatchObject({ warnings: ["outreach.single_worker"] });
});

test("a route keeps the order of its sites, is changed against its version, is walked by a shift and ends", async () => {
  const routeId = uuidv7();
  const other = uuidv7();
  await it.command("marta", "site.record", {
    siteId: other,
    name: "Altanki",
    siteType: "ALLOTMENT_HUT",
    area: "Działki",
  });
  const route = {
    routeId,
    name: "Czwartkowa",
    weekday: 4,
    startsAt: "18:00",
    endsAt: "22:00",
    siteIds: [other, siteId],
  };
  expect((await it.command("joanna", "route.save", route)).body.version).toBe(1);
  expect((await it.command("joanna", "route.save", { ...route, siteIds: [siteId, siteId] })).body.code).toBe(
    "route.site_twice",
  );
  const changed = { ...route, siteIds: [siteId, other], name: "Czwartek" };
  expect((await it.command("joanna", "route.save", changed, { base: 1 })).body.version).toBe(2);
  expect((await it.command("joanna", "route.save", route, { base: 1 })).status).toBe(409);
  expect((await it.command("marta", "route.save", changed, { base: 2 })).status).toBe(403);
  const { routes } = (await it.get("marta", "/outreach/routes")).body;
  expect(routes).toMatchObject([
    { id: routeId, name: "Czwartek", startsAt: "18:00", stops: [{ name: "Jadłodajnia" }, { name: "Altanki" }] },
  ]);
  const shift = { shiftId: uuidv7(), startedAt: "2026-11-22T17:00:00Z", memberIds: [it.accountOf("marta")], routeId };
  expect((await it.command("marta", "shift.start", { ...shift, routeId: uuidv7() })).body.code).toBe("route.not_found");
  expect((await it.command("marta", "shift.start", shift)).status).toBe(200);
  await it.command("marta", "shift.end", { shiftId: shift.shiftId, endedAt: "2026-11-22T19:00:00Z" });
  expect((await it.command("joanna", "route.end", { routeId })).status).toBe(200);
  expect((await it.get("marta", "/outreach/routes")).body.routes).toEqual([]);
});

test("in frost every site where people stay is due daily, below the degrees of the parameter (R-OUT-07)", async () => {
  const due = async () =>
    ((await it.get("marta", "/outreach/tonight")).body.sites as { id: string }[]).map(({ id }) => id);
  await it.command("marta", "site.visit", { visitId: uuidv7(), siteId, visitedAt: "2026-11-21T19:00:00Z", people: 0 });
  await it.owner.query(
    "delete from contact_aid; delete from contact_worker; delete from aid_stock_entry; delete from contact_card",
  );
  expect(await due()).not.toContain(siteId);
  const shift = { shiftId: uuidv7(), startedAt: "2026-11-22T17:00:00Z", memberIds: [it.accountOf("marta")] };
  await it.command("marta", "shift.start", { ...shift, lowestCelsius: -4 });
  expect(await due()).toContain(siteId);
  await it.owner.query(
    "insert into legal_parameter (code, valid_from, value, unit, source, verified) values ('FROST_BELOW', '2026-11-01', -5, 'CELSIUS', 'R-OUT-07', false)",
  );
  expect(await due()).not.toContain(siteId);
  await it.command("marta", "shift.end", { shiftId: shift.shiftId, endedAt: "2026-11-22T19:00:00Z" });
});

test("an emergency is recorded after the call with its times in order; what happened is sealed; team and coordinator are told (R-OUT-06)", async () => {
  const given = {
    interventionId: uuidv7(),
    siteId,
    kind: "HYPOTHERMIA",
    services: ["AMBULANCE"],
    calledAt: "2026-11-22T19:00:00Z",
    arrivedAt: "2026-11-22T19:12:00Z",
    outcome: "TAKEN_TO_HOSPITAL",
    note: "nie dawał się dobudzić",
  };
  const backwards = { ...given, arrivedAt: "2026-11-22T18:00:00Z" };
  expect((await it.command("marta", "intervention.record", backwards)).body.code).toBe("intervention.times_backwards");
  expect((await it.command("marta", "intervention.record", given)).status).toBe(200);
  expect((await it.command("marta", "intervention.record", { ...given, siteId: uuidv7() })).body.code).toBe(
    "site.not_found",
  );
  const incident = {
    incidentId: uuidv7(),
    happenedAt: "2026-11-22T19:30:00Z",
    kind: "DOG_BITE",
    injured: true,
    reportedTo: [],
    note: "lewa łydka",
  };
  expect((await it.command("marta", "incident.record", incident)).status).toBe(200);
  expect((await alerts()).map(({ alert }) => alert)).toEqual(expect.arrayContaining(["INCIDENT", "INTERVENTION"]));
  const { rows } = await it.owner.query<{ row: string }>(
    "select string_agg(t, ' ') as row from (select to_jsonb(i)::text as t from outreach_intervention i union all select to_jsonb(n)::text from outreach_incident n union all select to_jsonb(e)::text from event e) x",
  );
  for (const word of ["HYPOTHERMIA", "HOSPITAL", "dobudzić", "łydka"]) expect(rows[0]?.row).not.toContain(word);
  expect((await it.command("anna", "intervention.record", given)).status).toBe(403);
});

test("the event of a minor is completed once: who was told when and how it ended (R-OUT-08)", async () => {
  const alertId = uuidv7();
  await it.command("marta", "minor-alert.record", { alertId, siteId, told: [] });
  const close = { alertId, told: [{ whom: "POLICE_112", at: "2026-11-22T19:45:00Z" }], outcome: "TAKEN_BY_POLICE" };
  expect((await it.command("marta", "minor-alert.close", { ...close, alertId: uuidv7() })).status).toBe(404);
  expect((await it.command("marta", "minor-alert.close", close)).status).toBe(200);
  expect((await it.command("joanna", "minor-alert.close", close)).body.code).toBe("minor-alert.already_closed");
  const events = (await it.get("joanna", "/outreach/events")).body;
  expect(events.minors).toMatchObject([
    { id: alertId, siteName: "Jadłodajnia", closed: { outcome: "TAKEN_BY_POLICE" } },
  ]);
  expect(events.interventions).toMatchObject([{ kind: "HYPOTHERMIA", outcome: "TAKEN_TO_HOSPITAL" }]);
  expect(events.incidents).toMatchObject([{ kind: "DOG_BITE", injured: true, note: "lewa łydka" }]);
  expect((await it.get("anna", "/outreach/events")).status).toBe(403);
});

test("planned accompaniment is a task of its author until its result is recorded, once (F-02)", async () => {
  const personId = uuidv7();
  await it.command("marta", "contact.record", {
    contactId: uuidv7(),
    person: { personId, alias: "Sowa" },
    card: card(),
  });
  const assistanceId = uuidv7();
  const plan = {
    assistanceId,
    personId,
    plannedAt: "2026-11-24T09:00:00Z",
    institution: "HEALTH_CARE",
    place: "Poradnia",
    purpose: "zmiana opatrunku",
  };
  expect((await it.command("marta", "assistance.plan", { ...plan, plannedAt: "2026-11-20T09:00:00Z" })).body.code).toBe(
    "assistance.before_today",
  );
  expect((await it.command("marta", "assistance.plan", plan)).status).toBe(200);
  const tasks = async () => (await it.get("marta", "/tasks/mine")).body.tasks as { kind: string }[];
  expect(await tasks()).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: "ASSISTANCE", dueOn: "2026-11-24" })]),
  );
  const done = {
    assistanceId,
    planned: true,
    personId,
    startedAt: "2026-11-22T18:00:00Z",
    hours: 1.5,
    institution: "HEALTH_CARE",
    result: "DONE",
    note: "kontrola za tydzień",
  };
  const both = await Promise.all([
    it.command("marta", "assistance.record", done),
    it.command("marta", "assistance.record", done),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect((await tasks()).filter(({ kind }) => kind === "ASSISTANCE")).toEqual([]);
  const { assistance } = (await it.get("joanna", `/people/${personId}/assistance`)).body;
  expect(assistance).toMatchObject([
    { id: assistanceId, purpose: "zmiana opatrunku", result: { hours: 1.5, result: "DONE" } },
  ]);
  await it.command("marta", "assistance.record", {
    ...done,
    assistanceId: uuidv7(),
    planned: false,
    hours: 0.5,
    institution: "OPS",
  });
  expect((await it.get("joanna", `/people/${personId}/assistance`)).body.assistance).toHaveLength(2);
  expect((await it.get("anna", `/people/${personId}/assistance`)).status).toBe(403);
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  expect(JSON.stringify((await it.get("joanna", `/people/${personId}/assistance`)).body)).not.toMatch(
    /Poradnia|opatrunku/,
  );
});

test("agreed accompaniment is due on its day, put off and called off with a reason, and what is done stays done", async () => {
  const personId = uuidv7();
  await it.command("marta", "contact.record", {
    contactId: uuidv7(),
    person: { personId, alias: "Puszczyk" },
    card: card(),
  });
  const agree = async (plannedAt: string) => {
    const assistanceId = uuidv7();
    const plan = { assistanceId, personId, plannedAt, institution: "COURT", place: "ul. Długa 5", purpose: "kurator" };
    expect((await it.command("marta", "assistance.plan", plan)).status).toBe(200);
    return assistanceId;
  };
  const change = (assistanceId: string, plannedAt: string | null, over: object = {}) =>
    it.command("marta", "assistance.change", {
      changeId: uuidv7(),
      assistanceId,
      personId,
      plannedAt,
      reason: "INSTITUTION",
      ...over,
    });
  const due = async () => {
    const night = (await it.get("marta", "/outreach/tonight")).body as { due: { planned: { id: string } | null }[] };
    return night.due.flatMap(({ planned }) => planned?.id ?? []);
  };
  const tasks = async () => {
    const { tasks: all } = (await it.get("marta", "/tasks/mine")).body as {
      tasks: { personId: string; kind: string; dueOn: string }[];
    };
    return all.filter((task) => task.personId === personId && task.kind === "ASSISTANCE").map(({ dueOn }) => dueOn);
  };
  const assistanceId = await agree("2026-11-22T21:30:00Z");
  expect(await due()).toEqual([assistanceId]);
  expect((await change(assistanceId, "2026-11-21T09:00:00Z")).body.code).toBe("assistance.before_today");
  expect((await change(assistanceId, "2026-11-22T23:30:00Z", { note: "kuratora nie ma" })).status).toBe(200);
  expect(await due()).toEqual([]); // half past midnight in Poland is the next day
  expect(await tasks()).toEqual(["2026-11-23"]);
  const both = await Promise.all([change(assistanceId, null), change(assistanceId, null)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect(await tasks()).toEqual([]);
  expect((await change(assistanceId, "2026-11-25T09:00:00Z")).body.code).toBe("assistance.called_off");
  const { assistance } = (await it.get("joanna", `/people/${personId}/assistance`)).body;
  expect(assistance).toMatchObject([
    {
      changes: [
        { plannedBefore: "2026-11-22T21:30:00.000Z", plannedAt: "2026-11-22T23:30:00.000Z", note: "kuratora nie ma" },
        { plannedAt: null, reason: "INSTITUTION" },
      ],
      result: null,
    },
  ]);
  const done = await agree("2026-11-22T21:00:00Z");
  expect((await it.command("joanna", "assistance.change", { changeId: uuidv7() })).status).toBe(400);
  expect(await due()).toEqual([done]);
  await it.command("marta", "assistance.record", {
    assistanceId: done,
    planned: true,
    personId,
    startedAt: "2026-11-22T19:30:00Z",
    hours: 1,
    institution: "COURT",
    result: "DONE",
  });
  expect(await due()).toEqual([]);
  expect((await change(done, null)).body.code).toBe("assistance.already_recorded");
  await agree("2026-11-22T21:00:00Z");
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  expect(await due()).toEqual([]); // where she is expected is for the named list (C7)
});

test("stock: less without a reason is refused, a count enters the difference, low is told", async () => {
  const stock = async () => (await it.get("marta", "/outreach/stock")).body;
  const entry = (over: object) => it.command("marta", "stock.record", { entryId: uuidv7(), item: "BLANKET", ...over });
  expect((await entry({ change: 10, reason: "DELIVERY" })).status).toBe(200);
  expect((await entry({ change: -2 })).body.code).toBe("stock.reason_missing");
  expect((await entry({ change: -2, reason: "DAMAGED" })).status).toBe(200);
  const count = (counted: number) =>
    it.command("marta", "stock.count", { entryId: uuidv7(), item: "BLANKET", counted, reason: "COUNTED" });
  await Promise.all([count(5), count(5)]);
  expect((await it.command("joanna", "stock.set-warning", { item: "BLANKET", below: 6 })).status).toBe(200);
  expect((await it.command("marta", "stock.set-warning", { item: "BLANKET", below: 1 })).status).toBe(403);
  const { items, entries } = (await stock()) as { items: { item: string }[]; entries: { change: number }[] };
  expect(items.find(({ item }) => item === "BLANKET")).toEqual({ item: "BLANKET", left: 5, warnBelow: 6, low: true });
  expect(entries.map(({ change }) => change).filter((change) => change === -3)).toHaveLength(1);
});

test("a visit knows who was there and when one left; the parts do not exceed the whole", async () => {
  const visit = {
    siteId,
    visitedAt: "2026-11-22T18:00:00Z",
    leftAt: "2026-11-22T18:20:00Z",
    people: 3,
    men: 2,
    women: 1,
  };
  const send = (over: object) => it.command("marta", "site.visit", { visitId: uuidv7(), ...visit, ...over });
  expect((await send({})).status).toBe(200);
  const { visits } = (await it.get("joanna", `/outreach/sites/${siteId}/visits`)).body;
  expect(visits).toMatchObject([{ people: 3, men: 2, women: 1, children: null }, { people: 0 }]);
  expect((await send({ children: 1 })).body.code).toBe("site.parts_exceed_people");
  expect((await send({ leftAt: "2026-11-22T17:00:00Z" })).body.code).toBe("site.left_before_visit");
});

test("after 90 days without a card the contact is suggested as lost, until somebody ends it or meets the person (F-02)", async () => {
  const [early, kept] = [uuidv7(), uuidv7()];
  const meet = (personId: string, on: string, alias?: string) =>
    it.command("marta", "contact.record", {
      contactId: uuidv7(),
      person: { personId, alias },
      card: card({ contactAt: `${on}T18:00:00Z` }),
    });
  await meet(early, "2026-08-23", "Dawny");
  await meet(kept, "2026-08-24", "Wciąż");
  const lost = async () =>
    ((await it.get("joanna", "/outreach/lost")).body.people as { personId: string; days: number }[]).filter(
      ({ personId }) => [early, kept].includes(personId),
    );
  expect(await lost()).toMatchObject([{ personId: early, days: 91 }]);
  const end = { endingId: uuidv7(), personId: early, reason: "LOST_CONTACT" };
  expect((await it.command("joanna", "relation.end", { ...end, endedOn: "2026-11-23" })).body.code).toBe(
    "relation.ended_in_future",
  );
  expect((await it.command("joanna", "relation.end", { ...end, endedOn: "2026-11-22" })).status).toBe(200);
  expect(await lost()).toEqual([]);
  expect(
    (await it.command("zofia", "relation.end", { ...end, endingId: uuidv7(), endedOn: "2026-11-22" })).status,
  ).toBe(403);
});

test("a picture of a place is its bringer's, without what the camera wrote, read by the team alone, and gone for good when removed (F-04, C12)", async () => {
  const bring = async (login: "marta" | "anna", bytes: Buffer) => {
    const photoId = uuidv7();
    const answer = await it.server.inject({
      method: "POST",
      url: `/api/files?fileId=${photoId}&commandId=${uuidv7()}`,
      headers: { authorization: `Bearer ${it.tokenOf(login)}`, "content-type": "application/octet-stream" },
      payload: bytes,
    });
    expect(answer.statusCode).toBe(200);
    return photoId;
  };
  const put = (photoId: string) =>
    it.command("marta", "site-photo.record", { photoId, siteId, takenAt: "2026-11-22T19:00:00Z" });
  const listed = async () =>
    (await it.get("joanna", `/outreach/sites/${siteId}/photos`)).body.photos as { id: string }[];
  expect((await put(uuidv7())).body.code).toBe("site-photo.no_picture");
  expect((await put(await bring("anna", jpeg))).body.code).toBe("site-photo.no_picture");
  const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
  expect((await put(await bring("marta", pdf))).body.code).toBe("site-photo.no_picture");
  const photoId = await bring("marta", photo([jpegSegment(0xe1, place)]));
  expect((await put(photoId)).status).toBe(200);
  expect((await put(photoId)).status).toBe(409);
  expect(await listed()).toMatchObject([{ id: photoId, takenAt: "2026-11-22T19:00:00.000Z" }]);
  const open = (login: "joanna" | "anna") =>
    it.server.inject({
      method: "GET",
      url: `/api/outreach/site-photos/${photoId}`,
      headers: { authorization: `Bearer ${it.tokenOf(login)}` },
    });
  const seen = await open("joanna");
  expect(seen.headers["content-type"]).toBe("image/jpeg");
  expect(seen.rawPayload.includes(place)).toBe(false);
  expect((await open("anna")).statusCode).toBe(403);
  expect((await it.command("joanna", "site-photo.remove", { photoId })).status).toBe(200);
  expect(await listed()).toEqual([]);
  expect((await open("joanna")).statusCode).toBe(404);
  const files = async (id: string) => (await it.owner.query("select 1 from stored_file where id = $1", [id])).rowCount;
  expect(await files(photoId)).toBe(0);
  // one that another record shows too is gone from the place and stays there
  const shared = await bring("marta", jpeg);
  expect((await put(shared)).status).toBe(200);
  await it.owner.query("update organisation set logo_file_id = $2 where id = $1", [world.agenda, shared]);
  expect((await it.command("joanna", "site-photo.remove", { photoId: shared })).status).toBe(200);
  expect([await listed(), await files(shared)]).toEqual([[], 1]);
});
