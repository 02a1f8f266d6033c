import { createHash, randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testPassword, useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { totpCode, totpStep } from "./totp.ts";

const start = "2026-11-22T10:00:00Z";
const it = useTestHouse(start);
afterEach(() => it.clock.set(start));

const password = "trzy wiadra zimnej wody";
const link = () => {
  const token = randomBytes(32).toString("base64url");
  return { token, linkHash: createHash("sha256").update(token).digest("hex") };
};
const door = async (url: string, payload: unknown, token?: string) => {
  const headers = { "x-powrot": "1", ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const answer = await it.server.inject({ method: "POST", url: `/api${url}`, headers, payload: payload as object });
  return { status: answer.statusCode, body: answer.body ? answer.json() : {} };
};
const signIn = (login: string, given = password, more: object = {}) =>
  door("/session", { login, password: given, kind: "token", ...more });

let no = 0;
const invitation = (change: object = {}) => {
  no += 1;
  const { token, linkHash } = link();
  const payload = {
    invitationId: uuidv7(),
    login: `nowa${no}@agenda.pl`,
    displayName: "Nowa Osoba",
    jobTitle: null,
    email: null,
    roles: ["LAWYER"],
    unitIds: [world.office],
    validFrom: "2026-11-22",
    validUntil: null,
    linkHash,
    ...change,
  };
  return { token, payload };
};
const joined = async (change: object = {}) => {
  const { token, payload } = invitation(change);
  expect((await it.command("adam", "account.invite", payload)).status).toBe(200);
  expect((await door("/invitation", { token, password })).status).toBe(204);
  const { body } = await it.get("adam", "/accounts");
  const lines = body.accounts as { accountId: string; login: string; version: number; flags: string[] }[];
  const line = lines.find(({ login }) => login === payload.login);
  if (!line) throw new Error("no account was made");
  return { ...line, token, login: payload.login };
};
const paper = (accountId: string, kind: string, validUntil: string | null = null) => ({
  authorisationId: uuidv7(),
  accountId,
  kind,
  scope: null,
  validFrom: "2026-11-22",
  validUntil,
});
const authorised = async (change: object = {}, until: string | null = null) => {
  const account = await joined(change);
  for (const kind of ["AUTHORISATION", "PLEDGE"])
    expect((await it.command("adam", "authorisation.record", paper(account.accountId, kind, until))).status).toBe(200);
  const { body } = await signIn(account.login);
  return { ...account, bearer: body.token as string };
};
const mySessions = (bearer: string) =>
  it.server.inject({ method: "GET", url: "/api/sessions/mine", headers: { authorization: `Bearer ${bearer}` } });

beforeEach(async () => {
  await it.owner.query("delete from sign_in_attempt");
});

test("an invitation's link works once, and without papers the account may only sign in", async () => {
  const account = await joined();
  expect((await door("/invitation", { token: account.token, password })).status).toBe(404);
  expect(account.flags).toEqual(expect.arrayContaining(["AUTHORISATION_MISSING", "PLEDGE_MISSING"]));
  const { body } = await signIn(account.login);
  expect(body).toMatchObject({ authorised: false, roles: ["LAWYER"] });
  expect((await mySessions(body.token)).json()).toMatchObject({ status: 403, code: "access.not_authorised" });
});

test("the answer to an invitation tells nothing about an account elsewhere, and its link opens nobody's account", async () => {
  const known = invitation({ login: "zofia" });
  const unknown = invitation();
  const answers = [
    await it.command("adam", "account.invite", known.payload),
    await it.command("adam", "account.invite", unknown.payload),
  ];
  expect(answers.map(({ status, body }) => [status, Object.keys(body), Object.keys(body.ids ?? {})])).toEqual(
    Array(2).fill([200, ["outcome", "ids", "replayed"], ["invitation"]]),
  );
  const facts = [
    await door("/invitation/facts", { token: known.token }),
    await door("/invitation/facts", { token: unknown.token }),
  ];
  expect(facts.map(({ body }) => Object.keys(body))).toEqual(
    Array(2).fill(["organisationName", "login", "displayName", "kind"]),
  );
  expect((await door("/invitation", { token: known.token, password })).status).toBe(204);
  const { rows } = await it.owner.query("select count(*)::int as n from membership where account_id = $1", [
    it.accountOf("zofia"),
  ]);
  expect(rows).toEqual([{ n: 1 }]);
  expect((await signIn("zofia", password)).status).toBe(401);
  expect((await door("/invitation", { token: known.token, password: testPassword })).status).toBe(204);
  const choice = await signIn("zofia", testPassword);
  expect(choice.body).toMatchObject({ code: "session.organisation_needed" });
  expect((await signIn("zofia", testPassword, { organisation: world.agenda })).body.roles).toEqual(["LAWYER"]);
  for (const table of ["membership_role", "membership_unit", "session", "member_standing", "membership"])
    await it.owner.query(`delete from ${table} where account_id = $1 and organisation_id = $2`, [
      it.accountOf("zofia"),
      world.agenda,
    ]);
});

test.each([
  ["adam", "adam", ["ORGANISATION_ADMIN", "PSYCHOLOGIST"], 422, "account.own_rights"],
  ["adam", "anna", ["SOCIAL_WORKER", "SYSTEM_OPERATOR"], 422, "account.operator_role"],
  ["anna", "anna", ["ORGANISATION_ADMIN"], 403, "access.denied"],
  ["tomasz", "anna", ["PSYCHOLOGIST"], 403, "access.denied"],
  ["adam", "zofia", ["PSYCHOLOGIST"], 404, "account.not_found"],
] as const)("%s cannot give %s the roles %s", async (actor, who, roles, status, code) => {
  const payload = { accountId: it.accountOf(who), roles: [...roles], unitIds: [] };
  expect(await it.command(actor, "account.change-roles", payload)).toMatchObject({ status, body: { code } });
});

test("an invitation raises no rights: no operator, no second place for a member, no unit of others", async () => {
  const ask = async (change: object) =>
    (await it.command("adam", "account.invite", invitation(change).payload)).body.code;
  expect(await ask({ roles: ["SYSTEM_OPERATOR"] })).toBe("account.operator_role");
  expect(await ask({ login: "adam", roles: ["DPO"] })).toBe("account.already_member");
  expect(await ask({ unitIds: [world.otherOffice] })).toBe("account.unknown_unit");
  expect((await it.command("anna", "account.invite", invitation().payload)).status).toBe(403);
});

test("changed roles hold from the next request on, and an old version is a conflict", async () => {
  const { accountId, bearer, version } = await authorised();
  const payload = { accountId, roles: ["DPO"], unitIds: [] };
  const accounts = () =>
    it.server.inject({ method: "GET", url: "/api/accounts", headers: { authorization: `Bearer ${bearer}` } });
  expect((await accounts()).statusCode).toBe(403);
  expect(await it.command("adam", "account.change-roles", payload, { base: version })).toMatchObject({
    status: 200,
    body: { version: version + 1 },
  });
  expect((await accounts()).statusCode).toBe(200);
  expect((await it.command("adam", "account.change-roles", payload, { base: version })).status).toBe(409);
});

test("an ended account is out at once: sessions, new sign-in, by any organisation-wide token", async () => {
  const { accountId, bearer, login } = await authorised();
  expect((await mySessions(bearer)).statusCode).toBe(200);
  expect((await it.command("adam", "account.end", { accountId, lastDay: null })).status).toBe(200);
  expect((await mySessions(bearer)).statusCode).toBe(401);
  expect((await signIn(login)).status).toBe(401);
  expect(await it.command("adam", "account.end", { accountId, lastDay: null })).toMatchObject({
    body: { code: "account.already_ended" },
  });
  expect((await it.command("adam", "account.end", { accountId: it.accountOf("adam"), lastDay: null })).body.code).toBe(
    "account.own_rights",
  );
});

test("whoever is ended is out within five seconds by every way in, and the links they handed out are void (C21)", async () => {
  const { accountId, bearer, login } = await authorised({ roles: ["ORGANISATION_ADMIN"] });
  const cookie = await it.server.inject({
    method: "POST",
    url: "/api/session",
    headers: { "x-powrot": "1", "user-agent": "Biuro/1" },
    payload: { login, password, kind: "cookie" },
  });
  const { token: kept, payload } = invitation();
  const command = {
    method: "POST" as const,
    url: "/api/commands/account.invite",
    headers: { authorization: `Bearer ${bearer}` },
    payload: { id: uuidv7(), v: 1, occurredAt: start, payload },
  };
  expect((await it.server.inject(command)).statusCode).toBe(200);
  const { token: back, linkHash } = link();
  const reset = { recoveryId: uuidv7(), accountId, kind: "PASSWORD", reason: "Zapomniane hasło po urlopie", linkHash };
  expect((await it.command("adam", "account.reset", reset)).status).toBe(200);
  expect((await it.command("tomasz", "account.confirm-reset", { recoveryId: reset.recoveryId })).status).toBe(200);

  const from = performance.now();
  expect((await it.command("adam", "account.end", { accountId, lastDay: null })).status).toBe(200);
  const cookies = { powrot: cookie.cookies[0]?.value ?? "" };
  const ways: [string, number, number][] = [
    ["token", (await mySessions(bearer)).statusCode, 401],
    ["replay", (await it.server.inject(command)).statusCode, 401],
    [
      "cookie",
      (await it.server.inject({ url: "/api/sessions/mine", cookies, headers: { "user-agent": "Biuro/1" } })).statusCode,
      401,
    ],
    ["password", (await signIn(login)).status, 401],
    ["recovery", (await door("/recovery", { token: back, password: "siedem mokrych liści" })).status, 404],
    ["invitation handed out", (await door("/invitation", { token: kept, password })).status, 404],
  ];
  expect(performance.now() - from).toBeLessThan(5_000);
  expect(ways.filter(([, status, wanted]) => status !== wanted)).toEqual([]);
});

test("an account is one person's: no name of a desk, and a login is taken once (C24)", async () => {
  const { payload } = invitation({ displayName: "Recepcja Noclegowni" });
  expect(await it.command("adam", "account.invite", payload)).toMatchObject({
    status: 422,
    body: { code: "account.not_one_person" },
  });
  const { login } = await joined();
  expect((await it.command("adam", "account.invite", invitation({ login }).payload)).body.code).toBe(
    "account.already_member",
  );
  const { rows } = await it.owner.query<{ n: number }>(
    "select count(*)::int as n from membership where account_id in (select id from account where login = $1)",
    [login],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test("an appointment with a last day works on that day and not on the next", async () => {
  const { accountId, login } = await authorised();
  await it.command("adam", "account.end", { accountId, lastDay: "2026-11-22" });
  it.clock.set("2026-11-22T22:59:59Z");
  const { body } = await signIn(login);
  expect((await mySessions(body.token)).statusCode).toBe(200);
  it.clock.set("2026-11-22T23:00:00Z");
  expect((await mySessions(body.token)).statusCode).toBe(401);
  expect((await signIn(login)).status).toBe(401);
});

test("an authorisation or pledge that ends blocks on the next day; one withdrawn blocks at once", async () => {
  const ending = await authorised({}, "2026-11-22");
  it.clock.set("2026-11-22T21:00:00Z");
  expect((await mySessions(ending.bearer)).statusCode).toBe(200);
  it.clock.set("2026-11-22T21:59:00Z");
  const { body } = await signIn(ending.login);
  it.clock.set("2026-11-22T23:00:01Z");
  expect((await mySessions(body.token)).json()).toMatchObject({ status: 403, code: "access.not_authorised" });
  it.clock.set(start);

  const withdrawn = await authorised();
  const { rows } = await it.owner.query("select id from authorisation where account_id = $1 and kind = 'PLEDGE'", [
    withdrawn.accountId,
  ]);
  expect((await it.command("adam", "authorisation.end", { authorisationId: rows[0].id, lastDay: null })).status).toBe(
    200,
  );
  expect((await mySessions(withdrawn.bearer)).statusCode).toBe(403);
});

test("nobody records their own authorisation, and the DPO reads what ends but changes nothing", async () => {
  expect((await it.command("adam", "authorisation.record", paper(it.accountOf("adam"), "PLEDGE"))).body.code).toBe(
    "authorisation.own",
  );
  const { accountId } = await authorised({}, "2026-12-01");
  const list = await it.get("tomasz", "/authorisations/expiring");
  expect(list.body.people).toEqual(
    expect.arrayContaining([
      { accountId, name: "Nowa Osoba", flags: ["AUTHORISATION_ENDING", "PLEDGE_ENDING"], endsOn: "2026-12-01" },
    ]),
  );
  expect((await it.command("tomasz", "authorisation.record", paper(accountId, "PLEDGE"))).status).toBe(403);
  expect((await it.get("anna", "/accounts")).status).toBe(403);
});

test("accounts nobody used for 30 days are marked", async () => {
  it.clock.set("2026-12-23T10:00:00Z");
  const answer = await it.server.inject({
    method: "POST",
    url: "/api/session",
    headers: { "x-powrot": "1" },
    payload: { login: "adam", password: testPassword, kind: "token" },
  });
  const headers = { authorization: `Bearer ${answer.json().token}` };
  const { accounts } = (await it.server.inject({ method: "GET", url: "/api/accounts", headers })).json();
  const flags = (login: string) => accounts.find((one: { login: string }) => one.login === login).flags;
  expect(flags("marek")).toContain("IDLE");
  expect(flags("adam")).not.toContain("IDLE");
});

const reset = (accountId: string, kind = "PASSWORD") => {
  const { token, linkHash } = link();
  return {
    token,
    payload: { recoveryId: uuidv7(), accountId, kind, reason: "Zapomniane hasło, był osobiście", linkHash },
  };
};

test("a password is given back by two people, and neither of them is the account", async () => {
  const { accountId, login, bearer } = await authorised();
  const { token, payload } = reset(accountId);
  expect((await it.command("adam", "account.reset", payload)).status).toBe(200);
  const next = "nowe wiadra ciepłej wody";
  expect((await door("/recovery", { token, password: next })).body.code).toBe("recovery.not_confirmed");
  const confirm = { recoveryId: payload.recoveryId };
  expect((await it.command("adam", "account.confirm-reset", confirm)).body.code).toBe("recovery.same_person");
  expect((await it.command("anna", "account.confirm-reset", confirm)).status).toBe(403);
  expect((await it.command("tomasz", "account.confirm-reset", confirm)).status).toBe(200);
  expect((await it.command("tomasz", "account.confirm-reset", confirm)).body.code).toBe("recovery.already_confirmed");
  expect((await door("/recovery", { token, password: "krótkie" })).body.code).toBe("password.too_short_alone");
  expect((await door("/recovery", { token, password: next })).status).toBe(204);
  expect((await door("/recovery", { token, password: next })).status).toBe(404);
  expect((await mySessions(bearer)).statusCode).toBe(401);
  expect((await signIn(login)).status).toBe(401);
  expect((await signIn(login, next)).status).toBe(200);
  expect((await it.command("adam", "account.reset", reset(it.accountOf("adam")).payload)).body.code).toBe(
    "recovery.own",
  );
  const { rows } = await it.owner
    .query(
      "insert into account_recovery_confirmation (organisation_id, recovery_id, requested_by, account_id, confirmed_by) select organisation_id, id, requested_by, account_id, requested_by from account_recovery where id = $1 returning 1",
      [payload.recoveryId],
    )
    .catch((error: { constraint: string }) => ({ rows: [error.constraint] }));
  expect(rows).toEqual(["account_recovery_by_two_people"]);
});

test("a reset does not skip the second factor, and two people may give back a lost one", async () => {
  const { accountId, login, bearer } = await authorised();
  const begun = await door("/session/totp", (await door("/session/proof", { password }, bearer)).body, bearer);
  const code = () => totpCode(begun.body.secret, totpStep(it.clock.now()));
  expect((await door("/session/totp/confirmation", { code: code() }, bearer)).status).toBe(204);
  const given = async (kind: string) => {
    const { token, payload } = reset(accountId, kind);
    await it.command("adam", "account.reset", payload);
    await it.command("tomasz", "account.confirm-reset", { recoveryId: payload.recoveryId });
    return token;
  };
  const token = await given("PASSWORD");
  const next = "nowe wiadra ciepłej wody";
  expect((await door("/recovery", { token, password: next })).body.code).toBe("recovery.code_needed");
  expect((await door("/recovery", { token, password: next, code: "000000" })).body.code).toBe("factor.wrong_code");
  it.clock.set("2026-11-22T10:02:00Z");
  expect((await door("/recovery", { token, password: next, code: code() })).status).toBe(204);
  expect((await signIn(login, next)).body.code).toBe("session.code_needed");
  const both = await given("BOTH");
  expect((await door("/recovery", { token: both, password: "inne wiadra letniej wody" })).status).toBe(204);
  expect((await signIn(login, "inne wiadra letniej wody")).status).toBe(200);
});

test("a recovery by one organisation closes the account in the others until they release it", async () => {
  const { accountId, login } = await authorised();
  await it.owner.query(
    "insert into membership (organisation_id, account_id, display_name, valid_from) values ($1, $2, 'Nowa', '2026-01-01')",
    [world.elsewhere, accountId],
  );
  const { token, payload } = reset(accountId);
  await it.command("adam", "account.reset", payload);
  await it.command("tomasz", "account.confirm-reset", { recoveryId: payload.recoveryId });
  await door("/recovery", { token, password: "nowe wiadra ciepłej wody" });
  expect((await signIn(login, "nowe wiadra ciepłej wody", { organisation: world.elsewhere })).status).toBe(401);
  expect((await signIn(login, "nowe wiadra ciepłej wody")).body.organisation.id).toBe(world.agenda);
  expect((await it.command("adam", "account.release", { accountId })).body.code).toBe("account.not_held");
});

test("units are made, renamed and closed when nobody is in them", async () => {
  const unitId = uuidv7();
  const unit = { unitId, name: "Mieszkania", kind: "FLATS" };
  expect((await it.command("adam", "unit.record", unit)).body.version).toBe(1);
  expect(
    (await it.command("adam", "unit.record", { ...unit, name: "Mieszkania Jana" }, { base: 1 })).body.version,
  ).toBe(2);
  expect((await it.command("adam", "unit.record", unit, { base: 1 })).status).toBe(409);
  expect((await it.command("adam", "unit.close", { unitId: world.office, closedOn: "2026-11-22" })).body.code).toBe(
    "unit.has_people",
  );
  expect((await it.command("adam", "unit.close", { unitId, closedOn: "2026-11-22" })).status).toBe(200);
  expect((await it.command("adam", "account.invite", invitation({ unitIds: [unitId] }).payload)).body.code).toBe(
    "account.unknown_unit",
  );
  expect((await it.command("anna", "unit.record", unit)).status).toBe(403);
});

test("sessions are listed and ended by their owner and the administrator, by nobody else", async () => {
  const one = await authorised();
  const other = (await signIn(one.login)).body.token as string;
  const { sessions } = (await mySessions(one.bearer)).json();
  expect(sessions).toHaveLength(2);
  const foreign = sessions.find((session: { current: boolean }) => !session.current).id;
  expect((await it.command("anna", "session.revoke", { sessionId: foreign })).status).toBe(404);
  expect((await it.command("adam", "session.revoke", { sessionId: foreign })).status).toBe(200);
  expect((await mySessions(other)).statusCode).toBe(401);
  expect((await mySessions(one.bearer)).statusCode).toBe(200);
  expect((await it.get("adam", `/accounts/${one.accountId}/sessions`)).body.sessions).toHaveLength(1);
});
