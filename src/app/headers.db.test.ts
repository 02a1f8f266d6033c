import { existsSync, readdirSync } from "node:fs";
import type { InjectOptions } from "fastify";
import { expect, test } from "vitest";
import { commands } from "./rooms.ts";
import { houseServer } from "./server.ts";
import { testPassword, useTestHouse } from "./testing/house.ts";

const it = useTestHouse();
const assets = new URL("../../dist/web/assets/", import.meta.url);

type Headers = Record<string, string | string[] | number | undefined>;

/** What is missing from the headers of an answer. A page, an error and a file are held to the same. */
function missingIn(headers: Headers): string[] {
  const policy = String(headers["content-security-policy"] ?? "none at all");
  const isFile = policy.endsWith("sandbox");
  const wanted: [string, boolean][] = [
    ["default-src 'none'", policy.includes("default-src 'none'")],
    ["frame-ancestors 'none'", policy.includes("frame-ancestors 'none'")],
    ["script-src", isFile || policy.includes("script-src 'self' 'wasm-unsafe-eval';")],
    ["trusted types", isFile || policy.includes("require-trusted-types-for 'script';trusted-types powrot")],
    ["nothing unsafe", !/unsafe-inline|'unsafe-eval'|https?:|\*/.test(policy)],
    ["nosniff", headers["x-content-type-options"] === "nosniff"],
    ["no framing for old browsers", headers["x-frame-options"] === "DENY"],
    ["no referrer", headers["referrer-policy"] === "no-referrer"],
    ["own opener", headers["cross-origin-opener-policy"] === "same-origin"],
    ["own resources", headers["cross-origin-resource-policy"] === "same-origin"],
    ["request id", /^[0-9a-f-]{36}$/.test(String(headers["x-request-id"]))],
    ["nothing about the server", headers["x-powered-by"] === undefined && headers.server === undefined],
  ];
  return wanted.filter(([, there]) => !there).map(([name]) => name);
}

const signedIn = async () => {
  const payload = { login: "anna", password: testPassword, kind: "token" };
  const answer = await it.server.inject({
    method: "POST",
    url: "/api/session",
    headers: { "x-powrot": "1" },
    payload,
  });
  return { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
};

test("the headers stand on every route of the house, signed in or not, and nothing of the API is kept by a cache (C58)", async () => {
  const session = await signedIn();
  const wrong: string[] = [];
  for (const route of it.server.apiRoutes) {
    const [method = "", path = ""] = route.split(" ");
    if (route === "DELETE /api/session") continue; // would end the session of this test
    const url = path.replace(/:\w+/g, "0190a000-0000-7000-8000-00000000dead");
    for (const headers of [{}, session]) {
      const payload = method === "POST" ? { payload: "{}" } : {};
      const answer = await it.server.inject({
        method: method as "GET" | "POST",
        url,
        headers: { "content-type": "application/json", ...headers },
        ...payload,
      });
      const missing = missingIn(answer.headers);
      if (answer.headers["cache-control"] !== "no-store") missing.push("no-store");
      if (missing.length > 0) wrong.push(`${route} ${answer.statusCode}: ${missing.join(", ")}`);
    }
  }
  expect(it.server.apiRoutes.length).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
});

test("the headers stand on pages, files, and errors of every kind (C58)", async () => {
  const session = await signedIn();
  const script = existsSync(assets) ? readdirSync(assets).find((name) => name.endsWith(".js")) : undefined;
  const json = { "content-type": "application/json", "x-powrot": "1" };
  const asked: [string, InjectOptions, number][] = [
    ["page", { url: "/" }, existsSync(assets) ? 200 : 404],
    ["screen", { url: "/people/x/y" }, existsSync(assets) ? 200 : 404],
    ...(script ? [["script", { url: `/assets/${script}` }, 200] satisfies [string, InjectOptions, number]] : []),
    ["service worker", { url: "/sw.js" }, existsSync(assets) ? 200 : 404],
    ["manifest", { url: "/manifest.webmanifest" }, existsSync(assets) ? 200 : 404],
    ["missing asset", { url: "/assets/none.js" }, 404],
    ["missing route", { url: "/api/nowhere" }, 404],
    ["wrong method", { method: "DELETE", url: "/api/tasks/mine" }, 403],
    ["escaped address", { url: "/%61pi/tasks/mine" }, 401],
    ["undecodable address", { url: "/api/%zz" }, 400],
    ["endless address", { url: `/api/people/${"x".repeat(3_000)}` }, 404],
    ["too much", { method: "POST", url: "/api/session", headers: json, payload: `"${"x".repeat(1_200_000)}"` }, 400],
    ["no JSON", { method: "POST", url: "/api/session", headers: json, payload: "{" }, 400],
    ["health", { url: "/healthz" }, 200],
    ["metrics", { url: "/metrics" }, 200],
  ];
  const told: string[] = [];
  for (const [name, request, status] of asked) {
    const answer = await it.server.inject(request);
    told.push(...missingIn(answer.headers).map((missing) => `${name}: ${missing}`));
    if (answer.statusCode !== status) told.push(`${name}: ${answer.statusCode}`);
  }
  const add = commands.find(({ type }) => type === "task.add");
  const whole = add?.run;
  if (add)
    add.run = async () => {
      throw new TypeError("falls over");
    };
  const payload = {
    id: "0190a000-0000-7000-8000-00000000beef",
    v: 1,
    occurredAt: it.clock.now().toISOString(),
    payload: {
      taskId: "0190a000-0000-7000-8000-00000000beef",
      personId: "0190a000-0000-7000-8000-00000000beef",
      text: "x",
      dueOn: null,
      ownerId: null,
    },
  };
  const fallen = await it.server.inject({ method: "POST", url: "/api/commands/task.add", headers: session, payload });
  if (add && whole) add.run = whole;
  expect([fallen.statusCode, missingIn(fallen.headers)]).toEqual([500, []]);
  expect(told).toEqual([]);
});

test("behind https the cookie is bound to the host and the browser is told to come by https only (C58)", async () => {
  const server = await houseServer(it.services, { origin: "https://powrot.example", logLevel: "silent" });
  const payload = { login: "anna", password: testPassword, kind: "cookie" };
  const answer = await server.inject({ method: "POST", url: "/api/session", headers: { "x-powrot": "1" }, payload });
  const [cookie] = answer.cookies;
  expect(cookie).toMatchObject({ name: "__Host-powrot", secure: true, httpOnly: true, sameSite: "Strict", path: "/" });
  expect(cookie?.domain).toBeUndefined();
  expect(answer.headers["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
  const me = (name: string) => server.inject({ url: "/api/session", cookies: { [name]: cookie?.value ?? "" } });
  expect((await me("__Host-powrot")).statusCode).toBe(200);
  expect((await me("powrot")).statusCode).toBe(401); // a name that a neighbouring host could set is not taken
  await server.close();
});
