import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, testPassword, useTestHouse, world } from "../../app/testing/house.ts";
import { caughtUp, enrolPhone, type Phone } from "../../app/testing/phone.ts";
import type { WorkContext } from "../../platform/command.ts";
import { newSigningKey } from "../../platform/device/crypto.ts";
import { jpeg } from "../../platform/files/samplePictures.ts";
import type { Pulled } from "../../platform/sync/contract.ts";
import { addSetKinds, type SetName } from "../../platform/sync/setKind.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");
const siteId = uuidv7();
let phone: Phone;

/** People of the reader's units, by the alias that was written last: as small as a kind can be. */
const list = async ({ tx, actor }: WorkContext) => {
  const { rows } = await sql<SetName & { alias: string }>`select p.id, p.id as person_id, p.alias from person p
    join person_unit u on u.organisation_id = p.organisation_id and u.person_id = p.id
    where p.organisation_id = ${actor.organisationId} and u.unit_id = any (${[...actor.unitIds]}::uuid[])`.execute(tx);
  return rows;
};
const takeBack = addSetKinds([
  {
    kind: "test.person",
    v: 1,
    topics: ["test"],
    warnAt: 10,
    most: 15,
    narrow: "test.narrow",
    fields: ["alias"],
    list,
    load: async (context, ids) =>
      (await list(context))
        .filter(({ id }) => ids.includes(id))
        .map(({ id, personId, ...body }) => ({ id, personId, body })),
  },
]);
afterAll(takeBack); // files of tests share the house that is read

const card = (over: object = {}) => ({
  contactId: uuidv7(),
  person: null,
  card: {
    contactAt: "2026-11-22T19:40:00Z",
    siteId,
    workerIds: [it.accountOf("marta"), it.accountOf("joanna")],
    sex: "M",
    ageBand: "50_59",
    actions: ["CONVERSATION"],
    ...over,
  },
});
const count = async (text: string, values: unknown[] = []) =>
  Number((await it.owner.query(`select count(*) as n from ${text}`, values)).rows[0]?.n);
const addPerson = async (alias: string) => {
  const personId = uuidv7();
  const made = await it.command("marta", "person.record", { personId, unitId: world.team, fields: { alias } });
  expect(made.status).toBe(200);
  return personId;
};
const own = <T extends { kind: string }>(records: readonly T[]) => records.filter(({ kind }) => kind === "test.person");

beforeAll(async () => {
  await it.owner.query("call follow('person', 'test', 'id')");
  await it.owner.query("call follow('person_unit', 'test', 'person_id')");
  const site = { siteId, name: "Przejście", siteType: "STATION_RAIL", area: "Śródmieście", exact: null };
  expect((await it.command("marta", "site.record", site)).status).toBe(200);
  phone = await enrolPhone(it, "marta");
  expect((await phone.askToken()).status).toBe(200);
});

test("a device gets its share by a session, its token by its own signature, and both are audited", async () => {
  const answer = await phone.askToken();
  expect(answer.body).toMatchObject({ lease: { share: phone.lease.share, sealingKey: phone.lease.sealingKey } });
  expect(Buffer.from(phone.lease.share, "base64url")).toHaveLength(32);
  expect(await it.audited(phone.deviceId)).toEqual([
    "device.enrol done",
    "device.open-token done",
    "device.open-token done",
  ]);
  const { body } = await phone.send("/sync/challenge", { deviceId: phone.deviceId }, "");
  const made = { deviceId: phone.deviceId, challenge: body.challenge, signature: "AAAA" };
  expect(await phone.send("/sync/token", made, "")).toMatchObject({ status: 401, body: { code: "device.refused" } });
  // a session's token opens nothing here, a device's token nothing elsewhere
  expect((await phone.send("/sync/pull", { cursor: null }, it.tokenOf("marta"))).status).toBe(401);
  const { statusCode } = await it.server.inject({
    url: "/api/session",
    headers: { authorization: `Bearer ${phone.token()}` },
  });
  expect(statusCode).toBe(401);
});

test("a session alone makes no device: the password is given again, each proof is good once, for its own account, for a quarter of an hour", async () => {
  const { publicKey } = await newSigningKey();
  const enrol = (proof: unknown) =>
    it.post("marta", "/devices", { deviceId: uuidv7(), name: "telefon", signingKey: publicKey, proof });
  const prove = async (by: PersonOfFixture = "marta") =>
    (await it.post(by, "/session/proof", { password: testPassword })).body.proof;
  const needed = { status: 422, body: { code: "session.proof_needed" } };
  expect(await enrol("AAAA")).toMatchObject(needed);
  expect((await enrol(undefined)).status).toBe(400);
  expect(await enrol(await prove("joanna"))).toMatchObject(needed);
  const old = await prove();
  it.clock.set(new Date(it.clock.now().getTime() + 15 * 60_000 + 1).toISOString());
  expect(await enrol(old)).toMatchObject(needed);
  const proof = await prove();
  expect((await enrol(proof)).status).toBe(200);
  expect(await enrol(proof)).toMatchObject(needed);
});

test("a role that stays at the office enrols no device, and nobody another one's", async () => {
  const wanted = { deviceId: uuidv7(), name: "telefon", signingKey: "x", proof: "x" };
  expect((await it.post("tomasz", "/devices", wanted)).status).toBe(403);
  expect(await it.post("marta", "/devices", wanted)).toMatchObject({ status: 400 });
  expect(await it.post("joanna", `/devices/${phone.deviceId}/lease`, {})).toMatchObject({ status: 404 });
});

test("an entry becomes the command of its author, once, however often it is sent, with its three times", async () => {
  it.clock.set("2026-11-22T20:20:00Z");
  expect((await phone.pull(null)).body.code).toBe("device.token_needed"); // a token is good for 15 minutes
  await phone.askToken();
  const payload = card();
  const entry = await phone.act("contact.record", payload, {
    occurredAt: "2026-11-22T20:05:00Z",
    deviceClock: "2026-11-22T21:05:00Z",
  });
  const expected = [{ id: entry.id, outcome: "done" }];
  expect(await phone.deliver([entry])).toEqual(expected);
  expect(await phone.deliver([entry])).toEqual(expected);
  const both = await Promise.all([phone.deliver([entry]), phone.deliver([entry])]);
  expect(both).toEqual([expected, expected]);
  expect(await count("contact_card where id = $1", [payload.contactId])).toBe(1);
  const { rows } = await it.owner.query(
    "select author_id, said_at, device_at, received_at, outcome from device_entry where id = $1",
    [entry.id],
  );
  expect(rows.map((row) => JSON.stringify(row))).toEqual([
    JSON.stringify({
      author_id: it.accountOf("marta"),
      said_at: "2026-11-22T20:05:00.000Z",
      device_at: "2026-11-22T21:05:00.000Z",
      received_at: "2026-11-22T20:20:00.000Z",
      outcome: "done",
    }),
  ]);
  const { rows: audit } = await it.owner.query(
    "select actor_id, device from audit_entry where object_id = $1 and action = 'contact.record'",
    [payload.contactId],
  );
  expect(audit).toEqual([{ actor_id: it.accountOf("marta"), device: phone.deviceId }]);
});

test("two at once that the server has not seen yet have one effect", async () => {
  const payload = card();
  const entry = await phone.act("contact.record", payload);
  const both = await Promise.all([phone.deliver([entry]), phone.deliver([entry]), phone.deliver([entry], "")]);
  expect(both.flat().filter(({ outcome }) => outcome !== "done" && outcome !== "received")).toEqual([]);
  expect(await count("contact_card where id = $1", [payload.contactId])).toBe(1);
  expect(await count("device_entry where id = $1", [entry.id])).toBe(1);
});

test("poisoned, cut, doubled and reordered batches: each entry counts once, the bad ones alone are answered as bad", async () => {
  const good = [card(), card(), card()];
  const entries = await Promise.all(good.map((payload) => phone.act("contact.record", payload)));
  const [first, second, third] = entries as [(typeof entries)[0], (typeof entries)[0], (typeof entries)[0]];
  const other = await enrolPhone(it, "joanna");
  const alien = { ...(await other.act("contact.record", card())), deviceId: phone.deviceId };
  const cut = { ...second, id: uuidv7() };
  const half = { ...third, id: uuidv7(), sealed: third.sealed.slice(0, 90) };
  const poison = await phone.act("contact.record", { ...card(), extra: "\u0000" });
  const batch = [third, alien, first, cut, first, half, poison, second];
  const results = await phone.deliver(batch);
  expect(results.map(({ outcome }) => outcome)).toEqual([
    "done",
    "invalid",
    "done",
    "invalid",
    "done",
    "invalid",
    "invalid",
    "done",
  ]);
  for (const { contactId } of good) expect(await count("contact_card where id = $1", [contactId])).toBe(1);
  const reused = await phone.act("contact.record", card(), { id: first.id });
  expect(await phone.deliver([reused])).toMatchObject([{ outcome: "conflict", code: "command.id_reused" }]);
});

test("in the order in which it was done, whatever the order in which it comes", async () => {
  const personId = uuidv7();
  const first = card();
  const met = await phone.act("contact.record", { ...first, person: { personId, alias: "Kolejny" } });
  const again = await phone.act("contact.record", { ...card(), person: { personId } });
  expect((await phone.deliver([again, met])).map(({ outcome }) => outcome)).toEqual(["done", "done"]);
});

test("whoever brings a sealed entry learns that it is safe, and no more", async () => {
  const other = await enrolPhone(it, "joanna");
  await other.askToken();
  const refused = await phone.act("contact.record", card({ actions: [] }));
  expect(await other.deliver([refused])).toEqual([{ id: refused.id, outcome: "received" }]);
  expect(await phone.deliver([refused], "")).toEqual([{ id: refused.id, outcome: "received" }]);
  const { body } = await phone.send("/sync/results", { ids: [refused.id, uuidv7()] });
  expect(body.results).toEqual([{ id: refused.id, outcome: "refused", code: "outreach.actions_missing" }]);
});

test("the set comes page by page, only what changed afterwards, and what was lost on the way comes again", async () => {
  const ids = [await addPerson("Ala"), await addPerson("Bolek"), await addPerson("Celina")];
  const { records, cursor } = await phone.pullAll(null, 2);
  expect(own(records).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  expect(own((await phone.pullAll(cursor)).records)).toEqual([]);
  const changed = ids[1] ?? "";
  const edit = { personId: changed, fields: { alias: "Bolesław" } };
  expect((await it.command("marta", "person.change", edit, { base: 1 })).status).toBe(200);
  const after = await phone.pullAll(cursor);
  expect(own(after.records)).toMatchObject([{ id: changed, body: { alias: "Bolesław" } }]);
  // the answer did not arrive: the same cursor brings it again, the newer one does not
  expect(own((await phone.pullAll(cursor)).records)).toMatchObject([{ id: changed }]);
  const sure = await phone.pullAll(cursor);
  expect(own((await phone.pullAll(sure.cursor)).records)).toEqual([]);
  // the server's list of what the device holds is what it was given
  const held = await it.owner.query(
    "select record_id from device_holding where device_id = $1 and kind = 'test.person' and gone_at is null order by 1",
    [phone.deviceId],
  );
  const given = own((await phone.pullAll(null)).records).map(({ id }) => id);
  expect(held.rows.map(({ record_id }) => record_id)).toEqual(given.sort());
});

test("the set goes out packed to whoever can unpack it", async () => {
  const authorization = `Bearer ${phone.token()}`;
  const ask = { method: "POST", url: "/api/sync/pull", payload: { cursor: null } } as const;
  const plain = await it.server.inject({ ...ask, headers: { authorization } });
  for (const [accepted, way, unpack] of [
    ["gzip, deflate", "gzip", gunzipSync],
    ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
  ] as const) {
    const packed = await it.server.inject({ ...ask, headers: { authorization, "accept-encoding": accepted } });
    expect(packed.headers["content-encoding"]).toBe(way);
    const { records } = JSON.parse(unpack(packed.rawPayload).toString()) as Pulled;
    expect(records).toEqual(plain.json<Pulled>().records);
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  }
});

test("what the reader may not see any more is taken away, and comes back with the right", async () => {
  const { cursor, records } = await phone.pullAll(null);
  expect(own(records).length).toBeGreaterThan(0);
  const change = (unitIds: string[]) =>
    it.owner
      .query("select version from membership where account_id = $1", [it.accountOf("marta")])
      .then(({ rows }) =>
        it.command(
          "adam",
          "account.change-roles",
          { accountId: it.accountOf("marta"), roles: ["OUTREACH_WORKER"], unitIds },
          { base: rows[0]?.version },
        ),
      );
  expect((await change([world.office])).status).toBe(200);
  const away = await phone.pullAll(cursor);
  expect(own(away.records).every((record) => "gone" in record)).toBe(true);
  expect(own(away.records)).toHaveLength(own(records).length);
  expect((await change([world.team])).status).toBe(200);
  expect(own((await phone.pullAll(away.cursor)).records)).toHaveLength(own(records).length);
});

test("what a device holds is listed for the breach notice by people and fields, and what was taken away with its time (C19)", async () => {
  const { records } = await phone.pullAll(null);
  const { body } = await it.get("tomasz", `/devices/${phone.deviceId}/held`);
  const people = body.people as { personId: string; personNo: number; goneAt: string | null; kinds: string[] }[];
  const there = people.filter(({ goneAt, kinds }) => goneAt === null && kinds.includes("test.person"));
  expect(there.map(({ personId }) => personId).sort()).toEqual(
    own(records)
      .map(({ id }) => id)
      .sort(),
  );
  expect(body.device).toMatchObject({ id: phone.deviceId, userName: "Marta Próbna", revokedAt: null });
  const url = `/api/devices/${phone.deviceId}/held/export`;
  const file = await it.server.inject({ url, headers: { authorization: `Bearer ${it.tokenOf("tomasz")}` } });
  const lines = file.body.trim().split("\r\n");
  expect(lines).toHaveLength(people.length + 1);
  expect(lines[1]?.split(";").slice(1, 4)).toEqual([
    there[0]?.personId,
    expect.stringContaining("test.person"),
    expect.stringContaining("alias"),
  ]);
  expect((await it.get("marta", `/devices/${phone.deviceId}/held`)).status).toBe(403);
  expect(await it.audited(phone.deviceId)).toEqual(
    expect.arrayContaining(["device.read-held done", "device.export-held done"]),
  );
});

test("a photo comes by parts, whoever brings it, goes on where it broke off, and is its author's", async () => {
  const photoId = uuidv7();
  const send = async (sealed: Uint8Array, at: number, length: number, id = photoId, deviceId = phone.deviceId) => {
    const answer = await it.server.inject({
      method: "PUT",
      url: `/api/sync/photos/${id}?deviceId=${deviceId}&at=${at}&size=${sealed.length}`,
      headers: { "x-powrot": "1", "content-type": "application/octet-stream" },
      payload: Buffer.from(sealed.subarray(at, at + length)),
    });
    return answer.json();
  };
  const sealed = await phone.sealPhoto(photoId, jpeg);
  const whole = sealed.length;
  expect(await send(sealed, 0, 0)).toEqual({ at: 0, done: false });
  expect(await send(sealed, 0, 100)).toEqual({ at: 100, done: false });
  expect(await send(sealed, 0, 100)).toEqual({ at: 100, done: false }); // the answer was lost
  expect(await send(sealed, 200, 100)).toEqual({ at: 100, done: false });
  expect(await send(sealed, 100, whole)).toEqual({ at: whole, done: true });
  expect(await send(sealed, 0, 0)).toEqual({ at: whole, done: true });
  const { rows } = await it.owner.query("select uploaded_by, media_type from stored_file where id = $1", [photoId]);
  expect(rows).toEqual([{ uploaded_by: it.accountOf("marta"), media_type: "image/jpeg" }]);

  const altered = await phone.sealPhoto(uuidv7(), jpeg); // sealed for another place
  const other = uuidv7();
  expect(await send(altered, 0, whole, other)).toEqual({ at: 0, done: false });
  expect(await send(sealed, 0, whole, uuidv7(), uuidv7())).toMatchObject({ code: "device.not_found" });
  // lies about the size, and the same twice at once, are no faults of the server: one would stop all sending of the phone
  expect(await send(new Uint8Array(), 0, 0, uuidv7())).toMatchObject({ code: "request.invalid" });
  const twice = uuidv7();
  const again = await phone.sealPhoto(twice, jpeg);
  await send(again, 0, 100, twice);
  const both = await Promise.all([send(again, 100, again.length, twice), send(again, 100, again.length, twice)]);
  expect(JSON.stringify(both)).not.toContain("server.bug");
  expect(await send(again, 0, 0, twice)).toEqual({ at: again.length, done: true });
  expect(await send(await phone.sealPhoto(other, Buffer.from("nic")), 0, whole, other)).toMatchObject({
    code: "file.kind_not_allowed",
  });
});

test("a set past its limit is refused with the rule to narrow", async () => {
  const { cursor } = await phone.pullAll(null);
  for (let n = 0; n < 12; n++) await addPerson(`Tłum ${n}`);
  await caughtUp(it);
  expect(await phone.pull(cursor)).toMatchObject({
    status: 422,
    body: { code: "set.too_large", details: { kind: "test.person", most: 15, narrow: "test.narrow" } },
  });
  await it.owner.query("delete from person_unit where person_id in (select id from person where alias like 'Tłum%')");
  expect((await phone.pull(cursor)).status).toBe(200);
});

test("a closed phone that learns of its end by the question alone counts as told, once", async () => {
  const closed = await enrolPhone(it, "joanna");
  const { deviceId } = closed;
  const told = async () =>
    (await it.owner.query("select told_at from device_revocation where device_id = $1", [deviceId])).rows[0]?.told_at;
  expect((await it.command("joanna", "device.revoke", { deviceId, reason: "LOST" })).status).toBe(200);
  expect(await told()).toBeNull();
  for (let contact = 0; contact < 2; contact++)
    expect(await closed.send("/sync/challenge", { deviceId }, "")).toMatchObject({
      status: 401,
      body: { code: "device.revoked" },
    });
  expect(await told()).toEqual(it.clock.now());
  expect((await it.audited(deviceId)).filter((line) => line === "device.tell-end done")).toHaveLength(1);
});

test("no other site makes a browser forget its device: the farewell is said to our own pages alone", async () => {
  const say = (headers: Record<string, string>) =>
    it.server.inject({ method: "POST", url: "/api/sync/farewell", headers });
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const foreign: Record<string, string>[] = [
    form,
    { "sec-fetch-site": "cross-site" },
    { "x-powrot": "1", "sec-fetch-site": "same-site" },
  ];
  for (const headers of foreign) {
    const answer = await say(headers);
    expect([answer.statusCode, answer.headers["clear-site-data"]]).toEqual([403, undefined]);
  }
  expect((await say({ "x-powrot": "1" })).headers["clear-site-data"]).toContain("storage");
});

test("whom the user read on the phone stands among the readers, once; of people that it never held nothing is noted (C3, C4)", async () => {
  const [held, never] = [uuidv7(), uuidv7()];
  await it.owner.query(
    "insert into device_holding (organisation_id, device_id, kind, record_id, person_id, answer_no) values ($1, $2, 'test.read', $3, $3, 0)",
    [world.agenda, phone.deviceId, held],
  );
  const at = "2026-11-22T19:00:00.000Z";
  const body = { id: uuidv7(), reads: [held, never].map((personId) => ({ personId, at })) };
  await phone.askToken();
  for (let n = 0; n < 2; n++) expect((await phone.send("/sync/reads", body)).status).toBe(204);
  const { rows } = await it.owner.query(
    "select person_id, actor_id, section, detail, command_id from audit_entry where action = 'person-on-phone.read'",
  );
  const account = it.accountOf("marta");
  expect(rows).toEqual([
    { person_id: held, actor_id: account, section: "STREET", detail: { readAt: at }, command_id: null },
  ]);
  expect((await phone.send("/sync/reads", body, it.tokenOf("marta"))).status).toBe(401);
});

test("what was read in the street is told also by who has no role of the street any more, each reading once (C3)", async () => {
  const held = uuidv7();
  await it.owner.query(
    "insert into device_holding (organisation_id, device_id, kind, record_id, person_id, answer_no) values ($1, $2, 'test.read', $3, $3, 0)",
    [world.agenda, phone.deviceId, held],
  );
  const become = (role: string) =>
    it.owner.query("update membership_role set role = $2 where account_id = $1", [it.accountOf("marta"), role]);
  const reads = ["19:00:00", "19:00:01", "19:20:00"].map((time) => ({ personId: held, at: `2026-11-22T${time}.000Z` }));
  await phone.askToken();
  await become("PSYCHOLOGIST");
  const { status } = await phone.send("/sync/reads", { id: uuidv7(), reads });
  await become("OUTREACH_WORKER");
  expect(status).toBe(204);
  const { rows } = await it.owner.query(
    "select detail from audit_entry where person_id = $1 order by detail->>'readAt'",
    [held],
  );
  expect(rows.map(({ detail }) => detail.readAt)).toEqual([reads[0]?.at, reads[2]?.at]);
});
