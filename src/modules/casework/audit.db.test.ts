import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse("2026-11-22T23:30:00Z");
const personId = uuidv7();
const terms = { personNo: null, actorId: null, action: null, from: "2026-11-01", until: "2026-11-23", before: null };

beforeAll(async () => {
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, 77, 'Jan', 'Próbna', $3)",
    [world.agenda, personId, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  await it.get("anna", `/people/${personId}/timeline`);
  await it.get("marta", `/people/${personId}/timeline`);
  await it.command("adam", "unit.record", { unitId: uuidv7(), name: "Biuro", kind: "OFFICE" });
});

const lines = (body: Record<string, unknown>) =>
  body.lines as { action: string; outcome: string; personNo: number | null; id: string; at: string }[];

test("the officer finds who opened one person's file and who tried to, by number, and the search leaves an entry (C3)", async () => {
  const { status, body } = await it.post("tomasz", "/audit/search", { ...terms, personNo: 77 });
  expect(status).toBe(200);
  expect(lines(body)).toMatchObject([
    { action: "timeline.read", outcome: "not_found", personNo: 77, actorName: "Marta Próbna" },
    { action: "timeline.read", outcome: "done", personNo: 77, actorName: "Anna Próbna" },
  ]);
  const { rows } = await it.owner.query(
    "select detail->>'personNo' as no from audit_entry where action = 'audit.search'",
  );
  expect(rows).toEqual([{ no: "77" }]);
});

test("refused openings are found by account, and days are inclusive in Polish time", async () => {
  const ask = async (change: object) =>
    lines((await it.post("tomasz", "/audit/search", { ...terms, actorId: it.accountOf("marta"), ...change })).body);
  expect((await ask({})).map(({ action, outcome }) => [action, outcome])).toContainEqual([
    "timeline.read",
    "not_found",
  ]);
  expect(await ask({ until: "2026-11-22" })).toEqual([]);
});

test("pages follow each other without a gap", async () => {
  for (let n = 0; n < 105; n++) await it.get("marta", `/people/${personId}/timeline`);
  const first = await it.post("tomasz", "/audit/search", { ...terms, action: "timeline.read" });
  expect([lines(first.body).length, first.body.more]).toEqual([100, true]);
  const last = lines(first.body).at(-1);
  const second = await it.post("tomasz", "/audit/search", {
    ...terms,
    action: "timeline.read",
    before: { at: last?.at, id: last?.id },
  });
  expect([lines(second.body).length, second.body.more]).toEqual([7, false]);
});

test("an administrator sees the technical part, and nothing that tells of a person", async () => {
  const { body } = await it.post("adam", "/audit/search", { ...terms, action: "unit.record" });
  expect(lines(body).map(({ action }) => action)).toContain("unit.record");
  expect(lines(body).every(({ personNo }) => personNo === null)).toBe(true);
  expect((await it.post("adam", "/audit/search", { ...terms, personNo: 77 })).status).toBe(404);
  expect((await it.post("anna", "/audit/search", terms)).status).toBe(403);
  expect(lines((await it.post("tomasz", "/audit/search", { ...terms, personNo: 78 })).body)).toEqual([]);
});

test("the export is a file for the officer alone, and an entry", async () => {
  const url = `/api/audit/export?from=2026-11-01&until=2026-11-23&personNo=77`;
  const sign = async (login: string) =>
    (
      await it.server.inject({
        method: "POST",
        url: "/api/session",
        headers: { "x-powrot": "1" },
        payload: { login, password: "spokojna noc nad rzeką", kind: "token" },
      })
    ).json().token;
  const get = async (login: string) =>
    it.server.inject({ method: "GET", url, headers: { authorization: `Bearer ${await sign(login)}` } });
  const file = await get("tomasz");
  expect(file.headers["content-disposition"]).toContain("audit-2026-11-01-2026-11-23.csv");
  expect(file.body).toContain("timeline.read;done");
  expect(file.body).not.toContain("Jan");
  expect((await get("adam")).statusCode).toBe(403);
  const { rows } = await it.owner.query("select outcome from audit_entry where action = 'audit.export' order by xid");
  expect(rows).toEqual([{ outcome: "done" }, { outcome: "forbidden" }]);
});

test("files opened at night and of one's own surname are reported", async () => {
  const { body } = await it.post("tomasz", "/audit/unusual", { from: "2026-11-17", until: "2026-11-23" });
  expect(body.days).toEqual([
    { day: "2026-11-23", actorId: it.accountOf("anna"), actorName: "Anna Próbna", files: 1, atNight: 1, ownSurname: 1 },
  ]);
});

test("the officer lists emergency openings and reviews one, once", async () => {
  const glass = { glassId: uuidv7(), personId, reason: "Nieprzytomny, potrzebna lista leków" };
  await it.command("marta", "glass.break", glass);
  const list = async () => (await it.get("tomasz", "/glass")).body.openings;
  expect(await list()).toMatchObject([{ id: glass.glassId, personNo: 77, brokenBy: "Marta Próbna", reviewedBy: null }]);
  const review = { glassId: glass.glassId, verdict: "JUSTIFIED" };
  expect((await it.command("tomasz", "glass.review", review)).status).toBe(200);
  expect((await it.command("tomasz", "glass.review", review)).status).toBe(422);
  expect(await list()).toMatchObject([{ reviewedBy: "Tomasz Próbna", verdict: "JUSTIFIED" }]);
  expect((await it.get("adam", "/glass")).status).toBe(403);
});
