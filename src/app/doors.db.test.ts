import { expect, test } from "vitest";
import { commands, downloads, queries } from "./rooms.ts";
import { testPassword, useTestHouse } from "./testing/house.ts";

const it = useTestHouse();

const signIn = (payload: unknown, headers: Record<string, string> = { "x-powrot": "1" }) =>
  it.server.inject({ method: "POST", url: "/api/session", headers, payload: payload as object });

test("every operation has one name, one place in the document, and the document has no other", async () => {
  const names = [...commands.map((one) => one.type), ...[...queries, ...downloads].map((one) => one.name)];
  const twice = names.filter(
    (name, i) =>
      names.indexOf(name) !== i &&
      !(commands.some((one) => one.type === name) && queries.some((one) => one.name === name)),
  );
  expect(twice).toEqual([]);
  const answer = await it.server.inject({ method: "GET", url: "/api/openapi.json" });
  const document = answer.json<{ openapi: string; paths: Record<string, Record<string, { operationId: string }>> }>();
  expect(document.openapi).toBe("3.1.0");
  const documented = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path.replace(/\{([a-zA-Z]+)\}/g, ":$1")}`),
  );
  const routed = it.server.apiRoutes.filter((route) => !route.endsWith("/api/openapi.json"));
  expect(routed.length).toBeGreaterThan(20);
  expect(documented.toSorted()).toEqual(routed.toSorted());
});

test("a cookie session carries no token, is closed to scripts and to other sites", async () => {
  const answer = await signIn({ login: "anna", password: testPassword, kind: "cookie" });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).not.toHaveProperty("token");
  const [cookie] = answer.cookies;
  expect(cookie).toMatchObject({ name: "powrot", httpOnly: true, sameSite: "Strict", path: "/" });
  const cookies = { powrot: cookie?.value ?? "" };
  const add = (headers: Record<string, string>) =>
    it.server.inject({
      method: "POST",
      url: "/api/commands/task.add",
      cookies,
      headers: { "content-type": "application/json", ...headers },
      payload: "{}",
    });
  expect((await add({})).json()).toMatchObject({ code: "request.cross_site" });
  expect((await add({ "x-powrot": "1", "sec-fetch-site": "cross-site" })).json()).toMatchObject({
    code: "request.cross_site",
  });
  // a cookie beside words that are no token of ours is a cookie
  expect((await add({ authorization: "Basic YTpi" })).json()).toMatchObject({ code: "request.cross_site" });
  expect((await add({ "x-powrot": "1", "sec-fetch-site": "same-origin" })).statusCode).toBe(400);
  const otherBrowser = await it.server.inject({
    method: "GET",
    url: "/api/session",
    cookies,
    headers: { "user-agent": "another" },
  });
  expect(otherBrowser.json()).toMatchObject({ status: 401, code: "session.other_browser" });
});

test("unknown logins and wrong passwords are told the same, and guessing is throttled", async () => {
  it.clock.set("2026-11-22T10:00:05Z");
  const guess = (login: string) => signIn({ login, password: "wrong", kind: "token" });
  const unknown = await guess("nobody-at-all");
  const known = await guess("krysia");
  expect([unknown.statusCode, unknown.json<{ code: string }>().code]).toEqual([401, "session.wrong_credentials"]);
  expect([known.statusCode, known.json<{ code: string }>().code]).toEqual([401, "session.wrong_credentials"]);
  for (let i = 0; i < 4; i++) await guess("krysia");
  const throttled = await signIn({ login: "krysia", password: testPassword, kind: "token" });
  expect([throttled.statusCode, throttled.headers["retry-after"]]).toEqual([429, "5"]);
});

test("an expired authorisation closes every door the same day", async () => {
  await it.owner.query(
    "update authorisation set valid_until = '2026-11-21' where account_id = $1 and kind = 'PLEDGE'",
    [it.accountOf("robert")],
  );
  expect(await it.get("robert", "/tasks/mine")).toMatchObject({ status: 403, body: { code: "access.not_authorised" } });
});

test("signing out ends the session at once", async () => {
  const answer = await signIn({ login: "gosia", password: testPassword, kind: "token" });
  const headers = { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
  expect((await it.server.inject({ method: "GET", url: "/api/session", headers })).statusCode).toBe(200);
  expect((await it.server.inject({ method: "DELETE", url: "/api/session", headers })).statusCode).toBe(204);
  expect((await it.server.inject({ method: "GET", url: "/api/session", headers })).statusCode).toBe(401);
});

test.each([
  ["an unclosed brace", "{", "application/json", 400],
  ["a huge body", `{"a":"${"x".repeat(1_100_000)}"}`, "application/json", 400],
  ["another type", "<a/>", "text/xml", 400],
  ["a prototype", '{"__proto__":{"isAdmin":true}}', "application/json", 400],
])("%s is answered in words, never 500", async (_, payload, type, status) => {
  const answer = await signIn({ login: "beata", password: testPassword, kind: "token" });
  const headers = { authorization: `Bearer ${answer.json<{ token: string }>().token}`, "content-type": type };
  const sent = await it.server.inject({ method: "POST", url: "/api/commands/task.add", headers, payload });
  expect(sent.statusCode).toBe(status);
  expect(sent.headers["content-type"]).toContain("application/problem+json");
});

test("health, readiness and metrics answer without a session", async () => {
  expect((await it.server.inject("/healthz")).json()).toEqual({ status: "ok" });
  expect((await it.server.inject("/readyz")).json()).toEqual({ status: "ready" });
  expect((await it.server.inject("/metrics")).body).toContain("powrot_http_request_seconds_bucket");
});
