import { afterEach, beforeEach, expect, test } from "vitest";
import { testPassword, useTestHouse } from "../../app/testing/house.ts";
import { hashPassword } from "./session.ts";
import { createSetupLink } from "./setup.ts";
import { guessed } from "./throttle.ts";
import { totpCode, totpStep } from "./totp.ts";

const start = "2026-11-22T10:00:00Z";
const it = useTestHouse(start);
afterEach(() => it.clock.set(start));
beforeEach(async () => {
  await it.owner.query("delete from sign_in_attempt");
});

const own = { "x-powrot": "1", "user-agent": "Biuro/1" };
type Headers = Record<string, string>;
const home = "127.0.0.1";
const send = async (
  method: "GET" | "POST" | "DELETE",
  url: string,
  payload?: object,
  headers: Headers = own,
  remoteAddress = home,
) => {
  const sent = { method, url: `/api${url}`, headers, remoteAddress, ...(payload ? { payload } : {}) };
  const answer = await it.server.inject(sent);
  const cookie = answer.headers["set-cookie"]?.toString() ?? "";
  return { status: answer.statusCode, body: answer.body ? answer.json() : {}, cookie, headers: answer.headers };
};
const signIn = (login: string, password = testPassword, more: object = {}, headers: Headers = own) =>
  send("POST", "/session", { login, password, kind: "cookie", ...more }, headers);
const signInFrom = (address: string, login: string, password = testPassword) =>
  send("POST", "/session", { login, password, kind: "cookie" }, own, address);
const withCookie = (set: string, more: Headers = {}) => ({ ...own, cookie: set.split(";")[0] ?? "", ...more });

test("after five failures a login is throttled from that address, the right password included", async () => {
  const answers = [];
  for (let n = 0; n < 10; n++) answers.push((await signIn("anna", "zgaduję hasło Anny")).body.code);
  expect(answers).toEqual([...Array(5).fill("session.wrong_credentials"), ...Array(5).fill("session.throttled")]);
  expect((await signIn("anna")).status).toBe(429);
  expect((await signIn("henryk")).status).toBe(200);
  it.clock.set("2026-11-22T10:15:01Z");
  expect((await signIn("anna")).status).toBe(200);
});

test("an unknown login is answered like a known one, and throttled alike", async () => {
  const shape = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    { ...body, requestId: "" },
  ];
  for (let n = 0; n < 6; n++)
    expect(shape(await signIn("nikt-taki", "zgaduję hasło Anny"))).toEqual(
      shape(await signIn("anna", "zgaduję hasło Anny")),
    );
});

test("twenty guesses sent at once are five guesses (C55)", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => signIn("anna", "zgaduję hasło Anny")));
  const codes = answers.map(({ body }) => body.code);
  expect(codes.filter((code) => code === "session.wrong_credentials")).toHaveLength(5);
  expect(codes.filter((code) => code === "session.throttled")).toHaveLength(15);
});

test("a siege from many addresses closes a login to strangers, and its owner comes in from the usual place (C55)", async () => {
  expect((await signIn("anna")).status).toBe(200);
  for (const login of ["anna", "nikt-taki"]) {
    await it.owner.query("insert into sign_in_attempt select $1, $2, false from generate_series(1, 28)", [
      guessed("login", login).subject,
      start,
    ]);
    const codes: unknown[] = [];
    for (let n = 0; n < 4; n++)
      codes.push((await signInFrom(`198.51.100.${n}`, login, "zgaduję hasło Anny")).body.code);
    expect(codes).toEqual([...Array(2).fill("session.wrong_credentials"), ...Array(2).fill("session.throttled")]);
  }
  expect((await signInFrom("203.0.113.9", "anna")).body.code).toBe("session.throttled");
  expect((await signIn("anna")).status).toBe(200);
  expect((await signInFrom("203.0.113.9", "henryk")).status).toBe(200);
  it.clock.set("2026-11-22T10:15:01Z");
  expect((await signInFrom("203.0.113.9", "anna")).status).toBe(200);
});

test("fifty failures from one address close it for every login, and a right password there forgives none of them (C55)", async () => {
  for (let n = 0; n < 50; n++)
    expect((await signInFrom("198.51.100.77", n === 25 ? "henryk" : `nikt${n}`, testPassword)).status).not.toBe(429);
  await signInFrom("198.51.100.77", "nikt-taki", testPassword);
  expect((await signInFrom("198.51.100.77", "henryk")).body.code).toBe("session.throttled");
  expect((await signIn("henryk")).status).toBe(200);
});

test("an unknown login takes the same work as a known one, within a tenth (C57)", async () => {
  // as the product hashes: the house of the tests does it in a cheap way
  await it.owner.query("update account set password_hash = $1", [await hashPassword(testPassword)]);
  // Processor time, threads of the hashing included: time on the wall would measure what else the machine does.
  const work = async (login: string) => {
    await it.owner.query("delete from sign_in_attempt");
    const from = process.cpuUsage();
    await signIn(login, "zgaduję hasło Anny");
    const { user, system } = process.cpuUsage(from);
    return user + system;
  };
  for (let n = 0; n < 5; n++) await work(n % 2 ? "anna" : "nikt");
  const known: number[] = [];
  const unknown: number[] = [];
  for (let n = 0; n < 31; n++) {
    known.push(await work("anna"));
    unknown.push(await work(`nikt${n}`));
  }
  const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  const ratio = median(unknown) / median(known);
  expect(ratio).toBeGreaterThan(0.9);
  expect(ratio).toBeLessThan(1.1);
});

test("the cookie is closed to scripts and other sites, and its answer has no token", async () => {
  const { cookie, body } = await signIn("anna");
  expect(cookie).toMatch(/^powrot=/);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  expect(body.token).toBeUndefined();
});

test("a write by cookie without our header, or from another site, is refused", async () => {
  const { cookie } = await signIn("anna");
  const { "x-powrot": _, ...without } = withCookie(cookie);
  expect((await send("DELETE", "/session", undefined, without)).body.code).toBe("request.cross_site");
  expect(
    (await send("DELETE", "/session", undefined, withCookie(cookie, { "sec-fetch-site": "cross-site" }))).body.code,
  ).toBe("request.cross_site");
  expect((await send("GET", "/session", undefined, withCookie(cookie))).status).toBe(200);
});

test.each([
  ["anna", "2026-11-22T10:15:00Z", "2026-11-22T10:15:01Z"],
  ["marta", "2026-11-22T10:05:00Z", "2026-11-22T10:05:01Z"],
])("the session of %s locks after its idle minutes", async (login, last, over) => {
  const { cookie } = await signIn(login);
  it.clock.set(over);
  expect((await send("GET", "/session", undefined, withCookie(cookie))).body.code).toBe("session.idle");
  it.clock.set(last);
  expect((await send("GET", "/session", undefined, withCookie(cookie))).status).toBe(200);
});

test("another browser with the same cookie signs in again; twelve hours end every session", async () => {
  const { cookie } = await signIn("anna");
  const other = withCookie(cookie, { "user-agent": "Inna/2" });
  expect((await send("GET", "/session", undefined, other)).body.code).toBe("session.other_browser");
  const token = (await signIn("anna", testPassword, { kind: "token" })).body.token;
  it.clock.set("2026-11-22T22:00:01Z");
  expect((await send("GET", "/session", undefined, { authorization: `Bearer ${token}` })).status).toBe(401);
});

test("signing out ends the session on the server, and an old cookie does not close the sign-in door", async () => {
  const { cookie } = await signIn("anna");
  const out = await send("DELETE", "/session", undefined, withCookie(cookie));
  expect([out.status, out.headers["clear-site-data"]]).toEqual([204, '"cache"']);
  expect((await send("GET", "/session", undefined, withCookie(cookie))).status).toBe(401);
  expect((await signIn("anna", testPassword, {}, withCookie(cookie))).status).toBe(200);
});

test("a demanded second factor that is missing closes everything but the place to make it", async () => {
  const roles = { roles: ["PSYCHOLOGIST"] };
  expect((await it.command("anna", "organisation.require-second-factor", roles)).status).toBe(403);
  expect((await it.command("adam", "organisation.require-second-factor", roles)).status).toBe(200);
  const { cookie, body } = await signIn("ewa");
  expect(body).toMatchObject({ authorised: false, secondFactorDue: true });
  const mine = withCookie(cookie);
  expect((await send("GET", "/tasks/mine", undefined, mine)).body.code).toBe("access.not_authorised");
  expect((await send("GET", "/session/factors", undefined, mine)).body).toMatchObject({
    totp: false,
    due: true,
    passkeys: [],
  });
  const prove = async (given: object) => (await send("POST", "/session/proof", given, mine)).body;
  expect((await prove({ password: "nie to hasło wcale" })).code).toBe("password.wrong");
  const needed = { status: 422, body: { code: "session.proof_needed" } };
  expect(await send("POST", "/session/totp", { proof: "zmyślony" }, mine)).toMatchObject(needed);
  const first = await prove({ password: testPassword });
  const { body: begun } = await send("POST", "/session/totp", first, mine);
  expect(await send("POST", "/session/totp", first, mine)).toMatchObject(needed); // good once
  expect(begun.uri).toContain(`secret=${begun.secret}`);
  expect((await send("POST", "/session/totp/confirmation", { code: "000000" }, mine)).body.code).toBe(
    "factor.wrong_code",
  );
  const code = () => totpCode(begun.secret, totpStep(it.clock.now()));
  expect((await send("POST", "/session/totp/confirmation", { code: code() }, mine)).status).toBe(204);
  expect((await send("GET", "/tasks/mine", undefined, mine)).status).toBe(200);
  expect((await signIn("ewa")).body).toMatchObject({
    code: "session.code_needed",
    details: { code: true, passkey: false },
  });
  expect((await signIn("ewa", testPassword, { code: code() })).body.code).toBe("session.code_used");
  it.clock.set("2026-11-22T10:01:00Z");
  expect((await signIn("ewa", testPassword, { code: code() })).body).toMatchObject({ secondFactorDue: false });
  expect(await prove({ password: testPassword })).toMatchObject({ code: "factor.needed", details: { code: true } });
  expect(await prove({ password: testPassword, code: "000000" })).toMatchObject({ code: "factor.wrong_code" });
  expect(await prove({ password: testPassword, code: code() })).toMatchObject({ code: "factor.code_used" });
  it.clock.set("2026-11-22T10:01:30Z");
  const both = await prove({ password: testPassword, code: code() });
  expect((await send("POST", "/session/totp/removal", both, mine)).body.code).toBe("factor.demanded");
  it.clock.set("2026-11-22T10:01:31Z");
  // whoever has the password does not guess codes for longer by giving it again in between
  for (let n = 0; n < 5; n++) {
    expect((await prove({ password: testPassword, code: "000000" })).code).toBe("factor.wrong_code");
    expect((await prove({ password: testPassword })).code).toBe("factor.needed");
  }
  expect((await prove({ password: testPassword, code: "000000" })).code).toBe("session.throttled");
  const { rows } = await it.owner.query(
    "select count(*)::int as n from command c where c.answer::text like '%' || $1 || '%'",
    [begun.secret],
  );
  expect(rows).toEqual([{ n: 0 }]);
  await it.command("adam", "organisation.require-second-factor", { roles: [] });
});

test("a password given again is throttled like any other, and being asked for more is no wrong one", async () => {
  const mine = withCookie((await signIn("robert")).cookie);
  const prove = async (password: string) => (await send("POST", "/session/proof", { password }, mine)).body;
  for (let n = 0; n < 5; n++) expect((await prove("nie to hasło wcale")).code).toBe("password.wrong");
  expect((await prove(testPassword)).code).toBe("session.throttled");
  it.clock.set(new Date(it.clock.now().getTime() + 15 * 60_000 + 1).toISOString());
  const again = withCookie((await signIn("robert")).cookie); // the first one has rested too long
  expect((await send("POST", "/session/proof", { password: testPassword }, again)).body.proof).toBeDefined();
});

test("a changed password ends the other sessions, and a weak one is refused", async () => {
  const first = withCookie((await signIn("robert")).cookie);
  const second = withCookie((await signIn("robert")).cookie);
  const change = (password: string, next: string) => send("POST", "/session/password", { password, next }, first);
  expect((await change(testPassword, "krótkie")).body.code).toBe("password.too_short_alone");
  expect((await change(testPassword, "Haslo1234567890!")).body.code).toBe("password.common");
  expect((await change(testPassword, "aksjdlasdakj89879")).body.code).toBe("password.breached");
  expect((await change("nie to hasło wcale", "siedem mokrych liści")).body.code).toBe("password.wrong");
  expect((await change(testPassword, testPassword)).body.code).toBe("password.same");
  expect((await change(testPassword, "siedem mokrych liści")).status).toBe(204);
  expect((await send("GET", "/session", undefined, first)).status).toBe(200);
  expect((await send("GET", "/session", undefined, second)).status).toBe(401);
  expect((await signIn("robert")).status).toBe(401);
});

test("a disabled account has no session anywhere", async () => {
  const { cookie } = await signIn("sylwia");
  await it.owner.query("update account set disabled_at = $1 where login = 'sylwia'", [start]);
  expect((await send("GET", "/session", undefined, withCookie(cookie))).status).toBe(401);
  expect((await signIn("sylwia")).body.code).toBe("session.wrong_credentials");
});

test("no setup link once there is an organisation, and nobody sets up a second first one", async () => {
  expect(await createSetupLink(it.owner, new Date(start))).toBeNull();
  const setup = {
    token: "x".repeat(43),
    organisationName: "Druga",
    shortName: "druga",
    kind: "NGO",
    login: "ktos",
    displayName: "Ktoś Nowy",
    password: "siedem mokrych liści",
  };
  expect((await send("POST", "/setup", setup)).body.code).toBe("link.unknown");
});

test("the organisation's own value goes before the general one from its day on, and history stays", async () => {
  const own = {
    code: "CIS_SICK_DAYS_LIMIT",
    validFrom: "2026-12-01",
    value: "30",
    source: "Regulamin CIS § 7",
    verified: true,
  };
  expect((await it.command("anna", "parameter.set", own)).status).toBe(403);
  expect((await it.command("adam", "parameter.set", { ...own, validFrom: "2026-11-21" })).body.code).toBe(
    "parameter.in_past",
  );
  expect((await it.command("adam", "parameter.set", { ...own, code: "NO_SUCH" })).body.code).toBe("parameter.unknown");
  expect((await it.command("adam", "parameter.set", own)).status).toBe(200);
  const { body } = await it.get("anna", "/parameters");
  const rows = (body.rows as { code: string; value: string; own: boolean }[]).filter(({ code }) => code === own.code);
  expect(rows).toMatchObject([
    { value: "30", own: true },
    { value: "21", own: false },
  ]);
  const elsewhere = await it.get("zofia", "/parameters");
  expect((elsewhere.body.rows as { code: string }[]).filter(({ code }) => code === own.code)).toHaveLength(1);
});
