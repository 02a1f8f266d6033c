import { createHash } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");
const path = "/zgloszenie/probna";
const typed = {
  about: "PERSON",
  area: "Śródmieście",
  place: "ławka przy wejściu do parku",
  when: "0",
  people: "2",
  urgency: "TODAY",
  says: "koc, pies & „<b>torba</b>”",
};

const get = (url: string, headers: Record<string, string> = {}) => it.server.inject({ url, headers });
const tokenOf = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "";
async function opened(): Promise<string> {
  const page = await get(path);
  expect(page.statusCode).toBe(200);
  return tokenOf(page.body);
}
const send = (fields: Record<string, string>, address = "192.0.2.7", headers: Record<string, string> = {}) =>
  it.server.inject({
    method: "POST",
    url: `${path}?lang=pl`,
    remoteAddress: address,
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
/** Fills the page as somebody who reads it first. */
async function sent(more: Record<string, string> = {}, address?: string) {
  const token = await opened();
  later(20);
  return send({ token, ...typed, ...more }, address);
}
function later(seconds: number): void {
  it.clock.set(new Date(it.clock.now().getTime() + seconds * 1000).toISOString());
}
async function count(): Promise<number> {
  const { rows } = await it.owner.query<{ n: number }>("select count(*)::int as n from notification");
  return rows[0]?.n ?? 0;
}

beforeAll(async () => {
  const door = { code: "probna", unitId: world.team, isOpen: true, areas: ["Śródmieście", "Stare Miasto"] };
  expect(await it.command("joanna", "report-door.set", door)).toMatchObject({ status: 200 });
});
beforeEach(async () => {
  await it.owner.query("delete from report_attempt");
});

test("the page says 112 first and not to type names, in three languages, without a script, under the house's content policy", async () => {
  const page = await get(path);
  expect(page.headers["content-type"]).toContain("text/html");
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
  expect(page.headers["cache-control"]).toBe("no-store");
  expect(page.body).not.toMatch(/<script|style=|onclick/i);
  expect(page.body.indexOf("tel:112")).toBeLessThan(page.body.indexOf("<form"));
  expect(page.body).toContain("Nie wpisuj nazwisk");
  expect(page.headers["set-cookie"]).toBeUndefined();
  for (const [lang, word] of [
    ["en", "Do not type names"],
    ["uk", "Не вписуйте прізвищ"],
  ] as const) {
    expect((await get(`${path}?lang=${lang}`)).body).toContain(word);
    expect((await get(path, { "accept-language": `${lang}-XX` })).body).toContain(word);
  }
  const css = await get("/zgloszenie/styl.css");
  expect(css.headers["content-type"]).toContain("text/css");
});

test("the bare address leads to the only open page; a closed or unknown one says whom to call", async () => {
  expect((await get("/zgloszenie")).headers.location).toBe(`${path}?lang=pl`);
  const unknown = await get("/zgloszenie/nie-ma");
  expect(unknown.statusCode).toBe(404);
  expect(unknown.body).toContain("tel:112");
  expect((await get("/zgloszenie/..%2F..%2Fetc")).statusCode).toBe(404);
});

test("who sent it cannot be found by trying addresses on what is kept for counting", async () => {
  expect((await sent({}, "192.0.2.77")).statusCode).toBe(303);
  const { rows } = await it.owner.query<{ subject: Buffer }>("select subject from report_attempt");
  const tried = [`report|${world.agenda}|address|192.0.2.77`, "address|192.0.2.77", "192.0.2.77"];
  const hashes = tried.map((text) => createHash("sha256").update(text).digest("hex"));
  expect(rows).toHaveLength(4);
  expect(rows.filter(({ subject }) => hashes.includes(subject.toString("hex")))).toEqual([]);
  await it.owner.query("delete from notification");
});

test("an address that asks for the page over and over is told to wait, and another one gets it", async () => {
  const ask = async (remoteAddress: string) => (await it.server.inject({ url: path, remoteAddress })).statusCode;
  const statuses: number[] = [];
  for (let n = 0; n < 125; n++) statuses.push(await ask("203.0.113.5"));
  expect(statuses.filter((status) => status === 200)).toHaveLength(120);
  expect(statuses.at(-1)).toBe(429);
  expect(await ask("203.0.113.6")).toBe(200);
});

test("a resident's report waits for the coordinator, then goes to the street; the words are sealed", async () => {
  const answer = await sent();
  expect(answer).toMatchObject({ statusCode: 303, headers: { location: `${path}/przyjete?lang=pl` } });
  expect((await get(`${path}/przyjete?lang=pl`)).body).toContain("Zgłoszenie przyjęte");
  const { body } = await it.get("joanna", "/notifications");
  const [line] = body.notifications as { id: string; state: string; says: string }[];
  expect(line).toMatchObject({
    state: "AWAITS_VERDICT",
    service: "RESIDENT",
    from: null,
    area: "Śródmieście",
    says: typed.says,
  });
  const notificationId = line?.id;
  expect((await it.get("marta", "/notifications/route")).body.notifications).toEqual([]);
  expect(await it.command("marta", "notification.accept", { notificationId })).toMatchObject({
    status: 422,
    body: { code: "notification.awaits_verdict" },
  });
  expect(await it.command("joanna", "notification.moderate", { notificationId, verdict: "PASSED" })).toMatchObject({
    status: 200,
  });
  expect(await it.command("joanna", "notification.moderate", { notificationId, verdict: "ABUSE" })).toMatchObject({
    status: 422,
  });
  expect((await it.get("marta", "/notifications/route")).body.notifications).toMatchObject([{ id: notificationId }]);
  const { rows } = await it.owner.query("select row_to_json(n)::text as text from notification n");
  expect(JSON.stringify(rows)).not.toContain("park");
});

test("sent twice from the same page it is one report", async () => {
  const before = await count();
  const token = await opened();
  later(20);
  const answers = await Promise.all([send({ token, ...typed }), send({ token, ...typed })]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
  expect(await count()).toBe(before + 1);
});

test("a machine is told nothing: the hidden field, no token, a strange token, a page of another site, no time to read", async () => {
  const before = await count();
  expect((await sent({ homepage: "https://spam.example" })).statusCode).toBe(303);
  expect((await send(typed)).statusCode).toBe(422);
  expect((await send({ ...typed, token: "AAAA" })).statusCode).toBe(422);
  const token = await opened();
  expect((await send({ token, ...typed })).statusCode).toBe(422);
  later(10);
  expect((await send({ token, ...typed }, "192.0.2.7", { "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
  later(5 * 3600);
  expect((await send({ token, ...typed })).statusCode).toBe(422);
  expect(await count()).toBe(before);
});

test("what is wrong is said on top and everything typed stays", async () => {
  const answer = await sent({ urgency: "EMERGENCY_112", people: "dużo", place: "", says: "niebieska kurtka" });
  expect(answer.statusCode).toBe(422);
  for (const word of ["Najpierw zadzwoń 112", "Podaj liczbę", "Napisz, gdzie", "niebieska kurtka"])
    expect(answer.body).toContain(word);
});

test("a flood of one address, about one place or at once is stopped, what was typed stays, others go on", async () => {
  const before = await count();
  const tokens: string[] = [];
  for (let i = 0; i < 12; i++) tokens.push(await opened());
  later(20);
  const answers = await Promise.all(
    tokens.map((token, i) => send({ token, ...typed, place: `miejsce ${i}` }, "198.51.100.9")),
  );
  expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(6);
  const stopped = answers.find(({ statusCode }) => statusCode === 429);
  expect(stopped?.headers["retry-after"]).toBe("3600");
  expect(stopped?.body).toContain("miejsce");
  expect(await count()).toBe(before + 6);
  expect((await sent({ place: "zupełnie inne" }, "203.0.113.5")).statusCode).toBe(303);
  for (let i = 0; i < 6; i++)
    expect((await sent({ place: "Ta  Sama Ławka" }, `203.0.113.${i + 20}`)).statusCode).toBe(303);
  expect((await sent({ place: "ta sama ławka" }, "203.0.113.40")).statusCode).toBe(429);
  later(3700);
  expect((await sent({ place: "ta sama ławka" }, "203.0.113.41")).statusCode).toBe(303);
});

test("a flood from many addresses is stopped by district and in whole, each with its word, and 112 stands above it", async () => {
  const tokens = await Promise.all(
    Array.from({ length: 45 }, async (_, n) => {
      const { body } = await it.server.inject({ url: path, remoteAddress: `198.18.0.${n}` });
      return tokenOf(body);
    }),
  );
  later(20);
  const first = await Promise.all(
    tokens.map((token, n) => send({ token, ...typed, place: `róg ulic numer ${n}` }, `198.18.0.${n}`)),
  );
  expect(first.filter(({ statusCode }) => statusCode === 303)).toHaveLength(40);
  const full = first.find(({ statusCode }) => statusCode === 429);
  expect(full?.body).toContain("Zgłoszeń jest teraz bardzo dużo");
  expect(full?.body).toContain("tel:112");
  expect(full?.body).toContain("róg ulic");
  expect((await sent({ area: "Stare Miasto" }, "203.0.113.77")).statusCode).toBe(303); // another district goes on
  await it.owner.query(
    "insert into report_attempt (organisation_id, id, subject, at) select organisation_id, gen_random_uuid(), subject, at - interval '2 hours' from report_attempt, generate_series(1, 600) where subject = (select subject from report_attempt group by subject order by count(*) desc limit 1)",
  );
  expect((await sent({ area: "Stare Miasto" }, "203.0.113.78")).statusCode).toBe(429); // and within a day there is an end to it
});

test("a coordinator turns down many at once but an emergency, and what was real is let through after all", async () => {
  await it.owner.query("update session set seen_at = $1", [it.clock.now().toISOString()]);
  expect((await sent({ place: "prawdziwe zgłoszenie" }, "203.0.113.90")).statusCode).toBe(303);
  expect((await sent({ place: "śmieci", says: "" }, "203.0.113.91")).statusCode).toBe(303);
  const urgent = { place: "nie reaguje", urgency: "EMERGENCY_112", called112: "on" };
  expect((await sent(urgent, "203.0.113.92")).statusCode).toBe(303);
  type Line = { id: string; placeText: string; state: string };
  const list = async () => (await it.get("joanna", "/notifications")).body.notifications as Line[];
  const idOf = (lines: Line[], place: string) => lines.find(({ placeText }) => placeText === place)?.id ?? "";
  const lines = await list();
  const [real, trash, alarm] = ["prawdziwe zgłoszenie", "śmieci", "nie reaguje"].map((place) => idOf(lines, place));
  const discard = (notificationIds: unknown[]) =>
    it.command("joanna", "notification.discard", { notificationIds, verdict: "ABUSE" });
  expect((await discard([trash, alarm])).body.code).toBe("notification.emergency_alone");
  expect((await discard([trash, "0190a000-0000-7000-8000-00000000ffff"])).status).toBe(404);
  expect(await discard([trash, real])).toMatchObject({ status: 200 });
  expect(
    (await it.command("marta", "notification.discard", { notificationIds: [trash], verdict: "ABUSE" })).status,
  ).toBe(403);
  const stateOf = async (id: string | undefined) => (await list()).find((line) => line.id === id)?.state;
  expect(await Promise.all([real, trash, alarm].map(stateOf))).toEqual([
    "TURNED_DOWN",
    "TURNED_DOWN",
    "AWAITS_VERDICT",
  ]);
  const pass = () => it.command("joanna", "notification.moderate", { notificationId: real, verdict: "PASSED" });
  expect(await pass()).toMatchObject({ status: 200 });
  expect(await pass()).toMatchObject({ status: 422, body: { code: "notification.moderated_already" } });
  expect(await stateOf(real)).toBe("WAITING");
});

test("hostile and huge texts are shown as text, kept as text or refused; nothing of them is in an address or a log", async () => {
  const hostile = `"><script>alert(1)</script>'; drop table notification; -- \u0000\u202E{{7*7}}`;
  const shown = await sent({ says: hostile, place: "" });
  expect(shown.body).not.toContain("<script");
  expect(shown.body).toContain("&lt;script&gt;");
  expect((await sent({ says: hostile }, "192.0.2.99")).statusCode).toBe(303);
  const { body } = await it.get("joanna", "/notifications");
  const said = (body.notifications as { says: string | null }[]).map(({ says }) => says);
  expect(
    said.some((text) => text?.includes("drop table") && !text.includes("\u0000") && !text.includes("\u202E")),
  ).toBe(true);
  expect((await sent({ says: "x".repeat(1001) })).statusCode).toBe(422);
  expect((await sent({ says: "x".repeat(20_000) })).statusCode).toBe(400);
  expect((await sent({ area: "Wymyślona" })).statusCode).toBe(422);
  expect(it.log.join("")).not.toMatch(/park|script|ławka/);
});

test("a closed page takes nothing", async () => {
  const token = await opened();
  later(20);
  const door = { code: "probna", unitId: world.team, isOpen: false, areas: ["Śródmieście"] };
  const { rows } = await it.owner.query<{ version: number }>("select version from report_door");
  await it.owner.query("update session set seen_at = $1", [it.clock.now().toISOString()]);
  expect(await it.command("joanna", "report-door.set", door, { base: rows[0]?.version ?? 1 })).toMatchObject({
    status: 200,
  });
  expect((await send({ token, ...typed })).statusCode).toBe(404);
});
