import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { enrolPhone } from "../../app/testing/phone.ts";
import { jpeg } from "../../platform/files/samplePictures.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");

const card = (over: object = {}) => ({
  contactId: uuidv7(),
  person: null,
  card: {
    contactAt: "2026-11-22T19:40:00Z",
    siteId: null,
    placeText: "pod zegarem",
    workerIds: [it.accountOf("marta")],
    sex: "M",
    ageBand: "50_59",
    actions: ["CONVERSATION"],
    note: "kanarek ze szczeliny",
    ...over,
  },
});
const cards = async (id: string) =>
  (await it.owner.query("select 1 from contact_card where id = $1", [id])).rows.length;
const waiting = async (by: PersonOfFixture = "joanna") =>
  (await it.get(by, "/device-entries")).body.entries as {
    id: string;
    deviceId: string;
    heldFor: string;
    mayDecide: boolean;
    hidden: boolean;
  }[];
const later = (minutes: number) => it.clock.set(new Date(it.clock.now().getTime() + minutes * 60_000).toISOString());
const changeRoles = async (name: PersonOfFixture, roles: string[], unitIds: string[]) => {
  const accountId = it.accountOf(name);
  const { rows } = await it.owner.query("select version from membership where account_id = $1", [accountId]);
  const answer = await it.command(
    "adam",
    "account.change-roles",
    { accountId, roles, unitIds },
    { base: rows[0]?.version },
  );
  expect(answer.status).toBe(200);
};

test("what a revoked device brings waits for a lead, who opens it, lets it count as the author's or refuses it with a reason", async () => {
  const phone = await enrolPhone(it, "marta");
  await phone.askToken();
  const [payload, other] = [card(), card()];
  const kept = await phone.act("contact.record", payload);
  const lost = await phone.act("contact.record", other);
  const revoked = await it.command("joanna", "device.revoke", { deviceId: phone.deviceId, reason: "STOLEN" });
  expect(revoked.status).toBe(200);
  expect(await it.command("adam", "device.revoke", { deviceId: phone.deviceId, reason: "LOST" })).toMatchObject({
    status: 422,
    body: { code: "device.already_revoked" },
  });
  // the device is told at once, whatever it asks, also closed, when it cannot sign
  const closed = await phone.send("/sync/challenge", { deviceId: phone.deviceId }, "");
  for (const answer of [await phone.pull(null), await phone.askToken(), closed])
    expect(answer).toMatchObject({ status: 401, body: { code: "device.revoked", details: { cause: "OFFICE" } } });
  expect(await phone.deliver([kept, lost], "")).toEqual([kept, lost].map(({ id }) => ({ id, outcome: "received" })));
  expect([await cards(payload.contactId), await cards(other.contactId)]).toEqual([0, 0]);

  expect(await waiting()).toMatchObject([
    {
      id: kept.id,
      heldFor: "device.revoked_entry",
      mayDecide: true,
      authorName: "Marta Próbna",
      type: "contact.record",
    },
    { id: lost.id },
  ]);
  expect(JSON.stringify(await waiting())).not.toContain("kanarek");
  expect((await waiting("adam")).map(({ mayDecide }) => mayDecide)).toEqual([false, false]);
  expect(await waiting("henryk")).toEqual([]); // leads another unit
  expect((await it.get("adam", `/device-entries/${kept.id}`)).status).toBe(403);
  expect((await it.get("henryk", `/device-entries/${kept.id}`)).status).toBe(404);
  const opened = await it.get("joanna", `/device-entries/${kept.id}`);
  expect(opened.body).toMatchObject({ payload: { card: { note: "kanarek ze szczeliny" } } });

  expect((await it.command("henryk", "device-entry.release", { entryId: kept.id })).status).toBe(404);
  expect((await it.command("joanna", "device-entry.release", { entryId: kept.id })).status).toBe(200);
  const refuse = { entryId: lost.id, reason: "Telefon był wtedy w cudzych rękach." };
  expect((await it.command("joanna", "device-entry.refuse", refuse)).status).toBe(200);
  expect((await it.command("joanna", "device-entry.refuse", refuse)).status).toBe(404);
  expect([await cards(payload.contactId), await cards(other.contactId)]).toEqual([1, 0]);
  const { rows } = await it.owner.query("select recorded_by from contact_card where id = $1", [payload.contactId]);
  expect(rows).toEqual([{ recorded_by: it.accountOf("marta") }]);
  expect(await it.audited(phone.deviceId)).toEqual(
    expect.arrayContaining([
      "device-entry.hold done",
      "device-entry.open done",
      "device-entry.release done",
      "device-entry.refuse done",
    ]),
  );
  // the sealed bytes are gone, and the author is told
  const bytes = await it.owner.query("select 1 from device_entry where sealed is not null");
  expect(bytes.rows).toEqual([]);
  const mine = (await it.get("marta", "/device-entries/mine")).body.entries;
  expect(mine).toMatchObject([
    { id: lost.id, outcome: "refused", reason: refuse.reason, decidedBy: "Joanna Próbna" },
    { id: kept.id, outcome: "done", reason: null },
  ]);
});

test("a right withdrawn meanwhile sets the entry aside; one that was never there is refused", async () => {
  later(60);
  const phone = await enrolPhone(it, "marta");
  await phone.askToken();
  const made = await phone.act("contact.record", card());
  later(60);
  await changeRoles("marta", ["WORKSHOP_INSTRUCTOR"], [world.club]);
  const after = await phone.act("contact.record", card());
  await phone.askToken();
  const results = await phone.deliver([made, after]);
  expect(results).toEqual([
    { id: made.id, outcome: "quarantined", code: "device.rights_changed" },
    { id: after.id, outcome: "forbidden", code: "access.denied" },
  ]);
  // the lead of the unit of that time decides, not the one of today's
  expect((await waiting()).map(({ id }) => id)).toEqual([made.id]);
  expect(await waiting("hanna")).toEqual([]);
  expect((await it.command("joanna", "device-entry.release", { entryId: made.id })).status).toBe(200);
  expect((await phone.send("/sync/results", { ids: [made.id] })).body.results).toEqual([
    { id: made.id, outcome: "done" },
  ]);
  await changeRoles("marta", ["OUTREACH_WORKER"], [world.team]);
});

test("an ended device fills neither the list of what waits nor the disk: past what a worker leaves unsent nothing is taken", async () => {
  const phone = await enrolPhone(it, "marta");
  await it.command("marta", "device.revoke", { deviceId: phone.deviceId, reason: "LOST" });
  const [first, last, over] = [
    await phone.act("contact.record", card()),
    await phone.act("contact.record", card()),
    await phone.act("contact.record", card()),
  ];
  expect(await phone.deliver([first], "")).toEqual([{ id: first.id, outcome: "received" }]);
  await it.owner.query(
    `insert into device_entry (organisation_id, id, device_id, author_id, seq, type, v, entry_hash, said_at, device_at, outcome, code, sealed)
     select organisation_id, gen_random_uuid(), device_id, author_id, seq, type, v, entry_hash, said_at, device_at, outcome, code, sealed
     from device_entry, generate_series(1, 498) where id = $1`,
    [first.id],
  );
  expect(await phone.deliver([last, over], "")).toEqual([{ id: last.id, outcome: "received" }]);
  expect(await phone.deliver([over], "")).toEqual([]); // it stays on the phone until somebody has decided
  const { rowCount } = await it.owner.query("delete from device_entry where device_id = $1", [phone.deviceId]);
  expect(rowCount).toBe(500);
  expect(await phone.deliver([over], "")).toEqual([{ id: over.id, outcome: "received" }]);

  const bring = async () => {
    const photoId = uuidv7();
    const sealed = await phone.sealPhoto(photoId, jpeg);
    const answer = await it.server.inject({
      method: "PUT",
      url: `/api/sync/photos/${photoId}?deviceId=${phone.deviceId}&at=0&size=${sealed.length}`,
      headers: { "x-powrot": "1", "content-type": "application/octet-stream" },
      payload: Buffer.from(sealed),
    });
    return { photoId, body: answer.json() };
  };
  const { photoId, body } = await bring();
  expect(body).toMatchObject({ done: true });
  await it.owner.query(
    `insert into stored_file (organisation_id, id, storage_name, media_type, size_bytes, sha256, uploaded_by, uploaded_at)
     select organisation_id, gen_random_uuid(), md5(random()::text), media_type, size_bytes, sha256, uploaded_by, uploaded_at
     from stored_file, generate_series(1, 199) where id = $1`,
    [photoId],
  );
  expect((await bring()).body).toMatchObject({ code: "file.enough_today" });
  await it.owner.query("delete from device_entry where device_id = $1", [phone.deviceId]);
});

test("what is older than ninety days, or of a format that nobody knows, waits for a person", async () => {
  const phone = await enrolPhone(it, "marta");
  await phone.askToken();
  const old = await phone.act("contact.record", card(), { occurredAt: "1970-01-01T00:00:00Z" });
  const newer = await phone.act("contact.record", card(), { v: 99 });
  const office = await phone.act("account.end", { accountId: it.accountOf("joanna"), lastDay: null });
  expect((await phone.deliver([old, newer, office])).map(({ code }) => code)).toEqual([
    "device.too_old",
    "device.unknown_format",
    "device.unknown_format",
  ]);
  // releasing does not open doors that devices do not have
  expect(await it.command("joanna", "device-entry.release", { entryId: office.id })).toMatchObject({
    status: 422,
    body: { code: "device.unknown_format" },
  });
});

test("with the appointment its devices end within the next request, and after thirty idle days by themselves (C20, C21)", async () => {
  const idle = await enrolPhone(it, "joanna");
  const gone = await enrolPhone(it, "gosia");
  await gone.askToken();
  const { rows } = await it.owner.query("select version from membership where account_id = $1", [
    it.accountOf("gosia"),
  ]);
  const end = { accountId: it.accountOf("gosia"), lastDay: null };
  expect((await it.command("adam", "account.end", end, { base: rows[0]?.version })).status).toBe(200);
  expect(await gone.pull(null)).toMatchObject({ status: 401, body: { code: "device.revoked" } });
  const entry = await gone.act("contact.record", card());
  expect(await gone.deliver([entry], "")).toEqual([{ id: entry.id, outcome: "received" }]);
  later(31 * 24 * 60);
  expect(await idle.askToken()).toMatchObject({ status: 401, body: { code: "device.revoked" } });
  const causes = [await idle.askToken(), await gone.askToken()].map(({ body }) => body.details);
  expect(causes).toEqual([{ cause: "IDLE" }, { cause: "ACCOUNT_ENDED" }]);
  const reasons = await it.owner.query("select reason from device_revocation where device_id = any ($1) order by 1", [
    [idle.deviceId, gone.deviceId],
  ]);
  expect(reasons.rows).toEqual([{ reason: "ACCOUNT_ENDED" }, { reason: "IDLE" }]);
});

test("papers that ended close the pull the same day, and open it again when renewed; no device is ended for it", async () => {
  it.clock.set("2026-11-22T22:00:00Z");
  const phone = await enrolPhone(it, "janusz");
  await phone.askToken();
  const set = (until: string | null) =>
    it.owner.query("update authorisation set valid_until = $2 where account_id = $1", [it.accountOf("janusz"), until]);
  await set("2026-11-21");
  expect(await phone.pull(null)).toMatchObject({ status: 403, body: { code: "access.not_authorised" } });
  await set(null);
  expect((await phone.pull(null)).status).toBe(200);
});

test("a day that has not come gives no rights: neither by delivering nor by a release", async () => {
  const phone = await enrolPhone(it, "marta");
  await phone.askToken();
  const payload = card();
  const ahead = await phone.act("contact.record", payload, { occurredAt: "2026-11-30T12:00:00Z" });
  const account = it.accountOf("marta");
  await it.owner.query("update authorisation set valid_from = '2026-11-29' where account_id = $1", [account]);
  expect(await phone.deliver([ahead], "")).toEqual([{ id: ahead.id, outcome: "received" }]);
  const [held] = (await waiting()).filter(({ id }) => id === ahead.id);
  if (held) await it.command("joanna", "device-entry.release", { entryId: ahead.id });
  expect(await cards(payload.contactId)).toBe(0);
  await it.owner.query("update authorisation set valid_from = '2026-01-01' where account_id = $1", [account]);
});

test("what a lead refused stays refused, however its id is spelled", async () => {
  const phone = await enrolPhone(it, "marta");
  await phone.askToken();
  const [payload, id] = [card(), uuidv7()];
  const made = await phone.act("contact.record", payload, { id });
  later(5);
  await changeRoles("marta", ["WORKSHOP_INSTRUCTOR"], [world.club]);
  await phone.deliver([made], "");
  expect((await it.command("joanna", "device-entry.refuse", { entryId: id, reason: "nie tak było" })).status).toBe(200);
  await changeRoles("marta", ["OUTREACH_WORKER"], [world.team]);
  later(5);
  await phone.askToken();
  const again = await phone.act("contact.record", payload, { id: id.toUpperCase() });
  expect(await phone.deliver([again])).toMatchObject([{ outcome: "conflict", code: "command.id_reused" }]);
  expect(await cards(payload.contactId)).toBe(0);
});

test("an entry about somebody whose whereabouts are protected is opened, released or refused by nobody who is not on the list", async () => {
  const personId = uuidv7();
  const fields = { alias: "Cień", protectedWhereabouts: true };
  expect(await it.command("marta", "person.record", { personId, unitId: world.team, fields })).toMatchObject({
    status: 200,
  });
  const known = { ...card(), person: { personId } };
  expect((await it.command("marta", "contact.record", known)).status).toBe(200);
  const phone = await enrolPhone(it, "marta");
  const fresh = { ...card(), person: { personId } };
  const correct = (contactId: string) =>
    phone.act("contact.correct", { correctionId: uuidv7(), contactId, reason: "pomyłka", card: card().card });
  const theirs = [
    await phone.act("contact.record", fresh),
    await correct(fresh.contactId), // names the person by a card that waits too
    await correct(known.contactId), // or by one that is there
    await correct(known.contactId.toUpperCase()), // however its id is spelled
  ];
  const [plain, more] = [card(), card()];
  const others = [
    await phone.act("contact.record", plain),
    await correct(plain.contactId),
    await phone.act("contact.record", more),
  ];
  await it.command("marta", "device.revoke", { deviceId: phone.deviceId, reason: "LOST" });
  await phone.deliver([...theirs, ...others], "");
  const lines = async (by: PersonOfFixture = "joanna") =>
    (await waiting(by)).filter(({ deviceId }) => deviceId === phone.deviceId);
  expect((await lines()).map(({ id, mayDecide, hidden }) => ({ id, mayDecide, hidden }))).toEqual([
    ...theirs.map(({ id }) => ({ id, mayDecide: false, hidden: true })),
    ...others.map(({ id }) => ({ id, mayDecide: true, hidden: false })),
  ]);
  expect((await lines("adam")).every(({ mayDecide, hidden }) => !mayDecide && !hidden)).toBe(true);
  for (const { id } of theirs) {
    expect((await it.get("joanna", `/device-entries/${id}`)).status).toBe(404);
    expect((await it.command("joanna", "device-entry.release", { entryId: id })).status).toBe(404);
    expect((await it.command("joanna", "device-entry.refuse", { entryId: id, reason: "nie wiem" })).status).toBe(404);
  }
  for (const { id } of others) expect((await it.get("joanna", `/device-entries/${id}`)).status).toBe(200);
  await it.owner.query("insert into whereabouts_reader values ($1, $2, $3, $3)", [
    world.agenda,
    personId,
    it.accountOf("joanna"),
  ]);
  expect((await lines()).map(({ mayDecide }) => mayDecide)).toEqual(Array(7).fill(true));
  for (const { id } of theirs) expect((await it.get("joanna", `/device-entries/${id}`)).status).toBe(200);
  await it.owner.query("delete from whereabouts_reader");
});

test("an administrator switches work on phones off: every device ends as if revoked, none is made, and on again each is made anew", async () => {
  const phone = await enrolPhone(it, "marta");
  await phone.askToken();
  const payload = card();
  const unsent = await phone.act("contact.record", payload);
  const change = (by: PersonOfFixture, allowed: boolean) => it.command(by, "phone-work.change", { allowed });
  const read = async () => (await it.get("marta", "/phone-work")).body;
  expect(await read()).toEqual({ allowed: true, setBy: null, setAt: null });
  expect((await change("joanna", false)).status).toBe(403);
  expect((await change("adam", false)).status).toBe(200);
  expect((await change("adam", false)).status).toBe(200); // it is so already
  expect(await read()).toEqual({ allowed: false, setBy: "Adam Próbna", setAt: it.clock.now().toISOString() });
  const over = { status: 401, body: { code: "device.revoked", details: { cause: "WORK_OFF" } } };
  for (const answer of [await phone.pull(null), await phone.askToken()]) expect(answer).toMatchObject(over);
  expect(await it.post("marta", `/devices/${phone.deviceId}/lease`, {})).toMatchObject(over);
  await expect(enrolPhone(it, "marta")).rejects.toThrow("device.work_off");
  expect(await phone.deliver([unsent], "")).toEqual([{ id: unsent.id, outcome: "received" }]);
  expect((await waiting()).filter(({ id }) => id === unsent.id)).toMatchObject([{ heldFor: "device.revoked_entry" }]);
  expect((await change("adam", true)).status).toBe(200);
  expect(await phone.askToken()).toMatchObject(over);
  expect((await (await enrolPhone(it, "marta")).askToken()).status).toBe(200);
  const { rows } = await it.owner.query("select allowed from phone_work order by set_at, id");
  expect(rows).toEqual([{ allowed: false }, { allowed: true }]);
  expect(await it.get("zofia", "/phone-work")).toMatchObject({ status: 200, body: { allowed: true, setBy: null } });
});

test("devices are listed to whoever may see them; another organisation's are not there", async () => {
  const lines = async (by: PersonOfFixture, path = "/devices") =>
    ((await it.get(by, path)).body.devices as { id: string; userName: string }[] | undefined)?.map(
      ({ userName }) => userName,
    );
  expect(new Set(await lines("adam"))).toEqual(
    new Set(["Marta Próbna", "Joanna Próbna", "Gosia Próbna", "Janusz Próbna"]),
  );
  expect(new Set(await lines("joanna"))).toEqual(new Set(["Marta Próbna", "Joanna Próbna"]));
  expect(new Set(await lines("marta", "/devices/mine"))).toEqual(new Set(["Marta Próbna"]));
  expect((await it.get("marta", "/devices")).status).toBe(403);
  const { rows } = await it.owner.query("select id from device limit 1");
  const deviceId = rows[0]?.id;
  expect((await it.get("zofia", `/devices/${deviceId}/held`)).status).toBe(403);
  expect((await it.command("zofia", "device.revoke", { deviceId, reason: "LOST" })).status).toBe(404);
  expect((await it.command("gosia", "device.rename", { deviceId, name: "x" })).status).not.toBe(200);
});
