import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { kyselyOf, openPool } from "../platform/db.ts";
import { uuidv7 } from "../platform/uuid.ts";
import { houseServer } from "./server.ts";
import { type PersonOfFixture, people, useTestHouse } from "./testing/house.ts";

const it = useTestHouse();
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Another server on the same database, with limits of its own. */
async function serve(options: {
  requestsPerMinute: number;
  max?: number;
  statementTimeoutMs?: number;
  trustProxy?: boolean;
}) {
  const db = kyselyOf(openPool(it.appUrl, options));
  const { requestsPerMinute, trustProxy = false } = options;
  const server = await houseServer(
    { ...it.services, db },
    { origin: "http://localhost:4280", requestsPerMinute, trustProxy, logLevel: "silent" },
  );
  ends.push(
    () => db.destroy(),
    () => server.close(),
  );
  return server;
}

const as = (name: PersonOfFixture) => ({ authorization: `Bearer ${it.tokenOf(name)}` });
const everybody = Object.keys(people) as (keyof typeof people)[];

test("an account has its limit, told with Retry-After, and a colleague goes on (C60)", async () => {
  const server = await serve({ requestsPerMinute: 10 });
  const ask = async (name: PersonOfFixture) => server.inject({ url: "/api/session", headers: as(name) });
  for (let n = 0; n < 10; n++) expect((await ask("anna")).statusCode).toBe(200);
  const over = await ask("anna");
  expect([over.statusCode, over.json<{ code: string }>().code]).toEqual([429, "server.throttled"]);
  expect(Number(over.headers["retry-after"])).toBeGreaterThan(0);
  expect((await ask("henryk")).statusCode).toBe(200);
});

test("an organisation has its limit, and the other one goes on (C60)", async () => {
  const server = await serve({ requestsPerMinute: 10 });
  const statuses: number[] = [];
  for (const name of everybody)
    for (let n = 0; n < 8; n++)
      statuses.push((await server.inject({ url: "/api/session", headers: as(name) })).statusCode);
  expect(statuses.filter((status) => status === 200)).toHaveLength(100);
  expect(new Set(statuses.slice(100))).toEqual(new Set([429]));
  expect((await server.inject({ url: "/api/session", headers: as("zofia") })).statusCode).toBe(200);
});

test("tokens and cookies that somebody made up are counted by their address (C60)", async () => {
  const server = await serve({ requestsPerMinute: 20 });
  const ask = async (n: number, remoteAddress: string) =>
    server.inject({ url: "/api/session", remoteAddress, headers: { authorization: `Bearer made-up-${n}` } });
  const statuses: number[] = [];
  for (let n = 0; n < 12; n++) statuses.push((await ask(n, "198.51.100.1")).statusCode);
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  expect((await ask(0, "198.51.100.2")).statusCode).toBe(401);
});

test("behind a proxy a caller is counted by the address that the proxy saw, whatever address the caller made up (C60)", async () => {
  const server = await serve({ requestsPerMinute: 20, trustProxy: true });
  const ask = (n: number, seen: string) =>
    server.inject({
      url: "/api/session",
      remoteAddress: "127.0.0.1",
      headers: { "x-forwarded-for": `203.0.113.${n}, ${seen}` },
    });
  const statuses: number[] = [];
  for (let n = 0; n < 12; n++) statuses.push((await ask(n, "198.51.100.1")).statusCode);
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  expect((await ask(0, "198.51.100.2")).statusCode).toBe(401);
});

test("a statement that takes too long ends as 503 with Retry-After, and the next one works (C60)", async () => {
  const server = await serve({ requestsPerMinute: 1_000, statementTimeoutMs: 300 });
  const ask = () => server.inject({ url: "/api/tasks/mine", headers: as("anna") });
  await it.owner.query("begin");
  await it.owner.query("lock table task in access exclusive mode");
  const from = performance.now();
  const slow = await ask();
  await it.owner.query("rollback");
  expect([slow.statusCode, slow.json<{ code: string }>().code]).toEqual([503, "server.too_slow"]);
  expect(slow.headers["retry-after"]).toBe("5");
  expect(performance.now() - from).toBeLessThan(5_000);
  expect((await ask()).statusCode).toBe(200);
});

test("more than the house holds is refused with Retry-After, health answers all the while, nothing is lost or doubled (C60)", async () => {
  const server = await serve({ requestsPerMinute: 1_000_000, max: 16 });
  const base = await server.listen({ port: 0, host: "127.0.0.1" });
  const refusal = Promise.withResolvers<void>();
  const add = async () => {
    const id = uuidv7();
    const payload = { unitId: uuidv7(), name: `Zespół ${id}`, kind: "OTHER" };
    const body = JSON.stringify({ id, v: 1, occurredAt: it.clock.now().toISOString(), payload });
    const headers = { ...as("adam"), "content-type": "application/json" };
    const answer = await fetch(`${base}/api/commands/unit.record`, { method: "POST", headers, body });
    const told = await answer.text();
    if (answer.status === 503) refusal.resolve();
    return { status: answer.status, retry: answer.headers.get("retry-after"), id: payload.unitId, told };
  };
  const health: number[] = [];
  let over = false;
  const watch = (async () => {
    while (!over) {
      const from = performance.now();
      expect((await fetch(`${base}/healthz`)).status).toBe(200);
      health.push(performance.now() - from);
      await new Promise((done) => setTimeout(done, 20));
    }
  })();
  const before = await it.owner.query<{ n: number }>("select count(*)::int as n from unit");
  await it.owner.query("begin");
  await it.owner.query("lock table unit in access exclusive mode"); // the work stands until one more is too many
  const sent = Promise.all(Array.from({ length: 600 }, add));
  await refusal.promise;
  await it.owner.query("rollback");
  const answers = await sent;
  over = true;
  await watch;
  const [done, refused] = [
    answers.filter(({ status }) => status === 200),
    answers.filter(({ status }) => status === 503),
  ];
  expect(answers.length - done.length - refused.length).toBe(0);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every(({ retry }) => retry === "5")).toBe(true);
  const after = await it.owner.query<{ n: number }>("select count(*)::int as n from unit");
  expect((after.rows[0]?.n ?? 0) - (before.rows[0]?.n ?? 0)).toBe(done.length);
  expect(health.toSorted((a, b) => a - b)[Math.floor(health.length * 0.9)]).toBeLessThan(500);
  expect((await add()).status).toBe(200); // and it is as before
});

/** What a server says to a request whose body never comes. */
async function sayOf(base: string, head: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  socket.write([...head, "host: localhost", "x-powrot: 1", "", ""].join("\r\n"));
  const [first] = await once(socket, "data");
  socket.destroy();
  return String(first);
}

test("whoever is not signed in is answered before a long body is read (C60)", async () => {
  const base = await (await serve({ requestsPerMinute: 1_000 })).listen({ port: 0, host: "127.0.0.1" });
  const json = "content-type: application/json";
  const long = "content-length: 15000000";
  const [file, session] = ["POST /api/files?fileId=x&commandId=y HTTP/1.1", "POST /api/session HTTP/1.1"];
  expect(await sayOf(base, [file, "content-type: application/pdf", long])).toContain("request.too_large");
  expect(await sayOf(base, [session, json, "content-length: 900000"])).toContain("request.too_large");
  expect(await sayOf(base, [session, json, "transfer-encoding: chunked"])).toContain("request.too_large");
});

test("a megabyte of faults is answered with fifty of them (C60)", async () => {
  const server = await serve({ requestsPerMinute: 1_000 });
  const faults = { nul: Array(100_000).fill("\u0000") };
  for (const payload of [faults, Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`k${n}`, 0]))]) {
    const url = "/api/people/search";
    const answer = await server.inject({ method: "POST", url, headers: as("anna"), payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: unknown[] }>().errors).toHaveLength(50);
  }
});
