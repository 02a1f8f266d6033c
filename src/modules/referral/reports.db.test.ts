import { createHash, randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { testPassword, useTestHouse, world } from "../../app/testing/house.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { makeAccount, makeUnit } from "../organisation/setup.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");
const guardUnit = "0190a000-0000-7000-8000-000000000014";
let lis: string;

const report = (more: Record<string, unknown> = {}) => ({
  notificationId: uuidv7(),
  about: "PERSON",
  area: "Śródmieście",
  placeText: "wiata za dworcem, od strony torów",
  geo: { lat: 51.402749, lon: 21.147133 },
  seenAt: "2026-11-22T19:40:00Z",
  people: 1,
  says: "mężczyzna pod kocem, duży pies",
  urgency: "TODAY",
  ...more,
});
const answer = (notificationId: string, more: Record<string, unknown> = {}) => ({
  answerId: uuidv7(),
  notificationId,
  outcome: "ACCEPTED_BED",
  answeredAt: it.clock.now().toISOString(),
  ...more,
});
async function asLis(method: "GET" | "POST", url: string, payload?: unknown) {
  const headers = { authorization: `Bearer ${lis}`, "content-type": "application/json" };
  const sent = await it.server.inject({
    method,
    url: `/api${url}`,
    headers,
    ...(payload ? { payload: JSON.stringify(payload) } : {}),
  });
  return { status: sent.statusCode, text: sent.body, body: sent.json<Record<string, unknown> & { code?: string }>() };
}
const lisSends = (type: string, payload: unknown, id = uuidv7()) =>
  asLis("POST", `/commands/${type}`, { id, v: 1, occurredAt: it.clock.now().toISOString(), payload });
async function reported(more: Record<string, unknown> = {}): Promise<string> {
  const payload = report(more);
  expect(await lisSends("notification.report", payload)).toMatchObject({ status: 200 });
  return payload.notificationId;
}
const door = (url: string, payload: unknown) =>
  it.server.inject({
    method: "POST",
    url: `/api/shift-link/${url}`,
    headers: { "x-powrot": "1" },
    payload: payload as object,
  });
type Line = { id: string; state: string; placeText: string | null; service: string; geo: unknown };
const route = async (name: "marta" | "zofia" = "marta") =>
  (await it.get(name, "/notifications/route")).body.notifications as Line[];

beforeAll(async () => {
  await makeUnit(it.owner, {
    organisationId: world.agenda,
    id: guardUnit,
    name: "Straż miejska, dyżurka",
    kind: "CITY_GUARD",
  });
  await makeAccount(it.owner, {
    id: uuidv7(),
    organisationId: world.agenda,
    login: "lis",
    password: testPassword,
    displayName: "Lis",
    roles: ["PARTNER_REFERRER"],
    unitIds: [guardUnit],
    validFrom: plainDate("2026-01-01"),
  });
  const signed = await it.server.inject({
    method: "POST",
    url: "/api/session",
    headers: { "x-powrot": "1" },
    payload: { login: "lis", password: testPassword, kind: "token" },
  });
  lis = signed.json<{ token: string }>().token;
});

test("a partner's report lies on the team's route with its exact place; the partner gets the class of the answer alone (J10, R-OUT-09)", async () => {
  const payload = report();
  const id = uuidv7();
  expect(await lisSends("notification.report", payload, id)).toMatchObject({ status: 200 });
  expect(await lisSends("notification.report", payload, id)).toMatchObject({ status: 200, body: { replayed: true } });
  const notificationId = payload.notificationId;
  expect((await route()).find((one) => one.id === notificationId)).toMatchObject({
    service: "CITY_GUARD",
    state: "WAITING",
    placeText: payload.placeText,
    geo: { lat: 51.403, lon: 21.147 },
    dueOn: "2026-11-22",
  });
  expect(await it.command("marta", "notification.accept", { notificationId })).toMatchObject({ status: 200 });
  expect(await it.command("joanna", "notification.accept", { notificationId })).toMatchObject({ status: 200 });
  expect((await route()).find((one) => one.id === notificationId)).toMatchObject({
    state: "ACCEPTED",
    acceptedBy: "Marta Próbna",
  });
  expect(
    await it.command("marta", "notification.answer", answer(notificationId, { outcome: "TAKEN_TO_HOSPITAL" })),
  ).toMatchObject({ status: 200 });
  expect((await route()).some((one) => one.id === notificationId)).toBe(false);
  const mine = await asLis("GET", "/notifications/mine");
  expect(mine.body.reports).toMatchObject([{ id: notificationId, state: "ANSWERED", answer: "FOUND" }]);
  for (const word of ["HOSPITAL", "wiata", "pies", "Marta"]) expect(mine.text).not.toContain(word);
  expect(await it.audited(notificationId)).toEqual([
    "notification.report done",
    "notification.accept done",
    "notification.accept done",
    "notification.answer done",
  ]);
});

test("what was typed is sealed in the database", async () => {
  const { rows } = await it.owner.query("select row_to_json(n)::text as text from notification n");
  expect(rows.length).toBeGreaterThan(0);
  for (const { text } of rows as { text: string }[])
    for (const word of ["wiata", "pies"]) expect(text).not.toContain(word);
});

test("an emergency asks for 112 first; a report without a place is refused", async () => {
  expect(await lisSends("notification.report", report({ urgency: "EMERGENCY_112" }))).toMatchObject({
    status: 422,
    body: { code: "notification.call_112_first" },
  });
  expect(await lisSends("notification.report", report({ urgency: "EMERGENCY_112", called112: true }))).toMatchObject({
    status: 200,
  });
  expect(await lisSends("notification.report", report({ placeText: null, geo: null }))).toMatchObject({ status: 422 });
});

test("a partner sees own reports, no person and no list of the team; another organisation sees nothing (R-ACC)", async () => {
  const notificationId = await reported();
  for (const path of [
    "/notifications",
    "/notifications/route",
    "/notifications/month?month=2026-11",
    "/outreach/people",
  ])
    expect((await asLis("GET", path)).status).toBe(403);
  expect(await it.command("zofia", "notification.accept", { notificationId })).toMatchObject({ status: 403 });
  expect(await it.command("anna", "notification.answer", answer(notificationId))).toMatchObject({ status: 403 });
  expect((await it.get("marta", "/notifications/mine")).status).toBe(403);
});

test("one contact card answers the report with it", async () => {
  const notificationId = await reported();
  const contactId = uuidv7();
  const recorded = await it.command("marta", "contact.record", {
    contactId,
    person: null,
    reportRef: { notificationId, outcome: "TALK_HELD" },
    card: {
      contactAt: "2026-11-22T20:00:00Z",
      siteId: null,
      placeText: "wiata",
      workerIds: [it.accountOf("marta")],
      sex: "M",
      ageBand: "50_59",
      actions: ["CONVERSATION"],
    },
  });
  expect(recorded).toMatchObject({ status: 200 });
  const { body } = await it.get("joanna", "/notifications");
  const line = (body.notifications as { id: string }[]).find(({ id }) => id === notificationId);
  expect(line).toMatchObject({ state: "ANSWERED", answers: [{ outcome: "TALK_HELD", contactId }] });
  expect(
    await it.command("marta", "notification.answer", answer(notificationId, { contactId: uuidv7() })),
  ).toMatchObject({ status: 404 });
});

test("a link for a shift reports and reads its own answers until it ends, and opens nothing else (C29)", async () => {
  const token = randomBytes(32).toString("base64url");
  const linkId = uuidv7();
  const link = {
    linkId,
    service: "RAILWAY_GUARD",
    label: "SOK, noc",
    linkHash: createHash("sha256").update(token).digest("hex"),
    expiresAt: "2026-11-23T06:00:00Z",
  };
  expect(await it.command("joanna", "shift-link.make", { ...link, expiresAt: "2026-11-24T06:00:00Z" })).toMatchObject({
    status: 422,
  });
  expect(await it.command("joanna", "shift-link.make", link)).toMatchObject({ status: 200 });
  const { notificationId, ...said } = report();
  const sent = { token, notificationId, report: said };
  expect((await door("report", sent)).json()).toMatchObject({
    service: "RAILWAY_GUARD",
    reports: [{ id: notificationId, state: "WAITING" }],
  });
  expect((await door("report", sent)).json<{ reports: unknown[] }>().reports).toHaveLength(1);
  await it.command("marta", "notification.answer", answer(notificationId));
  const facts = await door("facts", { token });
  expect(facts.json()).toMatchObject({ reports: [{ answer: "ACCEPTED_BED" }] });
  expect(facts.body).not.toContain("wiata");
  expect((await door("facts", { token: `${token.slice(0, -2)}xx` })).statusCode).toBe(404);
  // the coordinator sees from how many browsers it was used, and may end it
  const other = { "x-powrot": "1", "user-agent": "another phone" };
  await it.server.inject({ method: "POST", url: "/api/shift-link/facts", headers: other, payload: { token } });
  const { body } = await it.get("joanna", "/shift-links");
  expect(body.links).toMatchObject([{ id: linkId, reports: 1, browsers: 2, usedAt: "2026-11-22T20:00:00.000Z" }]);
  await it.owner.query(
    "insert into shift_link_use select organisation_id, id, int4send(n), made_at, made_at from shift_link, generate_series(1, 198) n where id = $1",
    [linkId],
  );
  const third = { ...other, "user-agent": "one that makes up names" };
  await it.server.inject({ method: "POST", url: "/api/shift-link/facts", headers: third, payload: { token } });
  expect((await it.get("joanna", "/shift-links")).body.links).toMatchObject([{ id: linkId, browsers: 200 }]);
  const { rows: uses } = await it.owner.query("select row_to_json(u)::text as text from shift_link_use u");
  expect(JSON.stringify(uses)).not.toMatch(/another|127\.0/);
  expect(await it.command("joanna", "shift-link.revoke", { linkId })).toMatchObject({ status: 200 });
  expect((await door("report", { ...sent, notificationId: uuidv7() })).statusCode).toBe(404);
});

test("the month counts by district and service, as a table, a sheet and a paper without anybody (RP-13)", async () => {
  const { body } = await it.get("henryk", "/notifications/month?month=2026-11");
  const services = (body.lines as { service: string }[]).map(({ service }) => service);
  expect(services).toEqual(["CITY_GUARD", "RAILWAY_GUARD"]);
  expect(body.total).toMatchObject({ answered: 3, outcomes: { TALK_HELD: 1, ACCEPTED_BED: 1, FOUND: 1 } });
  for (const [kind, sign] of [
    ["xlsx", "PK"],
    ["pdf", "%PDF"],
  ] as const) {
    const file = await it.server.inject({
      url: `/api/notifications/month/${kind}?month=2026-11`,
      headers: { authorization: `Bearer ${it.tokenOf("joanna")}` },
    });
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.subarray(0, sign.length).toString()).toBe(sign);
  }
  expect((await it.get("zofia", "/notifications/month?month=2026-11")).status).toBe(403);
});

test("one partner's account sends thirty reports within an hour, also when they come at once; a coordinator is not counted", async () => {
  it.clock.set("2026-11-22T22:00:00Z");
  await it.owner.query("update session set seen_at = $1", [it.clock.now().toISOString()]);
  const seenAt = it.clock.now().toISOString();
  const answers = await Promise.all(
    Array.from({ length: 32 }, () => lisSends("notification.report", report({ seenAt }))),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(30);
  expect(answers.find(({ status }) => status !== 200)?.body.code).toBe("notification.too_many");
  expect(await it.command("joanna", "notification.report", report({ seenAt, service: "POLICE" }))).toMatchObject({
    status: 200,
  });
  it.clock.set("2026-11-22T23:01:00Z");
  await it.owner.query("update session set seen_at = $1", [it.clock.now().toISOString()]);
  expect(await lisSends("notification.report", report({ seenAt }))).toMatchObject({ status: 200 });
});
