import { beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import type { InfoCard, WorkReportView } from "./contract.ts";

const it = useTestHouse("2026-11-22T22:00:00Z");
const siteId = uuidv7();
const [broda, brodaty] = [uuidv7(), uuidv7()];
const meet = (person: { personId: string; alias?: string } | null, over: object = {}, more: object = {}) =>
  it.command("marta", "contact.record", {
    contactId: uuidv7(),
    person,
    card: {
      contactAt: "2026-11-22T19:00:00Z",
      siteId,
      workerIds: [it.accountOf("marta"), it.accountOf("joanna")],
      sex: "M",
      ageBand: "50_59",
      actions: ["CONVERSATION"],
      ...over,
    },
    ...more,
  });
const shiftOf = async (startedAt: string, members: PersonOfFixture[] = ["marta", "joanna"]) => {
  const shiftId = uuidv7();
  const memberIds = members.map((name) => it.accountOf(name));
  const started = await it.command("marta", "shift.start", { shiftId, startedAt, memberIds, lowestCelsius: -4 });
  expect(started.status).toBe(200);
  return shiftId;
};
const mine = async (shiftId: string) =>
  (await it.get("marta", `/street-work/shifts/${shiftId}/report`)).body.report as WorkReportView;
const seen = async (reportId: string) =>
  (await it.get("joanna", `/street-work/reports/${reportId}`)).body.report as WorkReportView;
const hours = { actualStart: "2026-11-22T17:00:00Z", actualEnd: "2026-11-22T21:30:00Z" };

beforeAll(async () => {
  const site = { siteId, name: "Przejście pod dworcem", siteType: "STATION_RAIL", area: "Śródmieście" };
  expect((await it.command("marta", "site.record", site)).status).toBe(200);
});

test("nobody counts: the report holds cards, people, sites, aid, hours of accompaniment and emergencies before a word is typed (R-OUT-03)", async () => {
  const shiftId = await shiftOf("2026-11-22T17:00:00Z");
  const here = { shiftId };
  await meet({ personId: broda, alias: "Broda" }, { aid: [{ item: "SOUP", quantity: 2 }] }, here);
  await meet({ personId: brodaty, alias: "Brodaty" }, { aid: [{ item: "SOUP", quantity: 1 }] }, here);
  await meet({ personId: broda }, { contactAt: "2026-11-22T20:00:00Z", actions: ["REFERRAL"] }, here);
  await meet(null, { notSeenBefore: true, actions: ["CONTACT_REFUSED"] }, here);
  await it.command("marta", "site.visit", {
    visitId: uuidv7(),
    siteId,
    shiftId,
    visitedAt: "2026-11-22T18:30:00Z",
    leftAt: "2026-11-22T18:40:00Z",
    people: 3,
    women: 2,
  });
  await it.command("marta", "assistance.record", {
    assistanceId: uuidv7(),
    personId: broda,
    shiftId,
    startedAt: "2026-11-22T18:00:00Z",
    hours: 1.5,
    institution: "OPS",
    result: "DONE",
  });
  const report = await mine(shiftId);
  expect(report).toMatchObject({ id: null, state: "DRAFT", version: 0, shift: { frostAlert: true } });
  expect(report.counted).toEqual({
    contactsFirst: 3,
    contactsRepeat: 1,
    known: 2,
    unknown: 1,
    sites: [
      {
        siteId,
        arrivedAt: "2026-11-22T18:30:00.000Z",
        leftAt: "2026-11-22T20:00:00.000Z",
        people: 7,
        men: 0,
        women: 2,
        children: 0,
        empty: false,
      },
    ],
    aid: [{ item: "SOUP", quantity: 3 }],
    referrals: 1,
    refusals: 1,
    accompaniments: 1,
    accompanimentHours: 1.5,
    interventions: 0,
    incidents: 0,
  });
  expect(report.siteNames).toEqual({ [siteId]: "Przejście pod dworcem" });
  expect((await it.get("joanna", "/street-work/reports")).body.reports).toHaveLength(2);
});

test("saved, handed in, returned with a reason, handed in again, accepted: frozen counters keep two people where a later merge makes one (R-OUT-05)", async () => {
  const { reports } = (await it.get("marta", "/street-work/reports/mine")).body as { reports: { shiftId: string }[] };
  const shiftId = reports[0]?.shiftId ?? "";
  const reportId = uuidv7();
  const typed = { reportId, shiftId, reflections: "mało łóżek", strain: { level: 4, note: "zły sen po środzie" } };
  expect((await it.command("marta", "work-report.save", { ...typed, shiftId: uuidv7() })).body.code).toBe(
    "shift.not_found",
  );
  expect((await it.command("marta", "work-report.save", typed)).body.version).toBe(1);
  expect((await it.command("marta", "work-report.submit", { reportId })).body.code).toBe("work_report.hours_missing");
  const again = { ...typed, ...hours, officeHours: 0.5, institutions: [{ kind: "OPS", about: null }] };
  expect((await it.command("marta", "work-report.save", again, { base: 1 })).body.version).toBe(2);
  expect((await it.command("marta", "work-report.save", again, { base: 1 })).status).toBe(409);
  const early = { reportId, seenHash: (await mine(shiftId)).countedHash };
  expect((await it.command("joanna", "work-report.accept", early)).body.code).toBe("work_report.not_submitted");
  expect((await it.command("marta", "work-report.submit", { reportId })).status).toBe(200);
  expect((await it.command("marta", "work-report.save", again)).body.code).toBe("work_report.not_open");
  expect((await it.command("marta", "work-report.accept", early)).status).toBe(403);
  expect((await it.command("joanna", "work-report.return", { reportId, reason: "brak pogody" })).status).toBe(200);
  expect(await mine(shiftId)).toMatchObject({
    state: "RETURNED",
    steps: [{}, { reason: "brak pogody", by: "Joanna Próbna" }],
  });
  await it.command("marta", "work-report.save", { ...again, weather: "SNOW" });
  await it.command("marta", "work-report.submit", { reportId });

  const atOffice = await seen(reportId);
  expect(atOffice).toMatchObject({
    strain: null,
    mine: false,
    typed: { reflections: "mało łóżek", weather: "SNOW", officeHours: 0.5 },
  });
  expect((await it.command("joanna", "work-report.accept", { reportId, seenHash: "0".repeat(64) })).body.code).toBe(
    "work_report.changed",
  );
  const accept = { reportId, seenHash: atOffice.countedHash };
  const both = await Promise.all([
    it.command("joanna", "work-report.accept", accept),
    it.command("joanna", "work-report.accept", accept),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  await it.owner.query("update person set merged_into = $1 where id = $2", [broda, brodaty]);
  const after = await seen(reportId);
  expect(after).toMatchObject({
    state: "ACCEPTED",
    counted: { known: 1 },
    frozen: { counted: { known: 2 }, hash: accept.seenHash },
  });
  await it.owner.query("update person set merged_into = null where id = $1", [brodaty]);
});

test("strain is its author's and the supervisor's, sealed at rest; the coordinator learns only that supervision is asked for (F-03)", async () => {
  const shiftId = await shiftOf("2026-11-21T17:00:00Z", ["marta"]);
  const reportId = uuidv7();
  const strain = { level: 5, note: "boję się wracać na dworzec" };
  await it.command("marta", "work-report.save", { reportId, shiftId, ...hours, strain, asksForSupervision: true });
  await it.command("marta", "work-report.submit", { reportId });
  expect((await mine(shiftId)).strain).toEqual(strain);
  const office = JSON.stringify([await seen(reportId), (await it.get("joanna", "/street-work/reports")).body]);
  expect(office).not.toMatch(/boję|"level"/);
  expect(office).toContain('"asksForSupervision":true');
  expect((await it.get("joanna", "/street-work/strain")).status).toBe(403);
  const { rows } = await it.owner.query<{ row: string }>(
    "select string_agg(to_jsonb(r)::text, ' ') as row from work_report r",
  );
  expect(rows[0]?.row).not.toMatch(/boję|mało łóżek/);

  await it.owner.query(
    "insert into membership_role (organisation_id, account_id, role) values ($1, $2, 'SUPERVISOR')",
    [world.agenda, it.accountOf("janusz")],
  );
  const read = async () => (await it.get("janusz", "/street-work/strain")).body.strain;
  expect(await read()).toEqual([]);
  await it.owner.query("insert into membership_unit (organisation_id, account_id, unit_id) values ($1, $2, $3)", [
    world.agenda,
    it.accountOf("janusz"),
    world.team,
  ]);
  expect(await read()).toMatchObject([{ level: 4 }, { ...strain, author: { name: "Marta Próbna" } }]);
  expect((await it.get("janusz", `/street-work/reports/${reportId}`)).status).toBe(403);
});

test("a report is of a shift one was in; others, other organisations and roles have none", async () => {
  const shiftId = await shiftOf("2026-11-20T17:00:00Z", ["joanna"]);
  const refused = await it.command("marta", "work-report.save", { reportId: uuidv7(), shiftId });
  expect(refused).toMatchObject({ status: 422, body: { code: "work_report.not_member" } });
  expect((await it.get("marta", `/street-work/shifts/${shiftId}/report`)).status).toBe(404);
  for (const name of ["anna", "tomasz", "zofia"] as const)
    expect([name, (await it.get(name, "/street-work/reports")).status]).toEqual([name, 403]);
});

test("ten cards on rights and help in three languages; the organisation's own wording stands with the day it was checked", async () => {
  const cards = async (name: PersonOfFixture) =>
    (await it.get(name, "/street-work/info-cards")).body.cards as InfoCard[];
  expect(await cards("marta")).toHaveLength(30);
  const own = {
    kind: "FOOD",
    language: "pl",
    title: "Zupa",
    body: "Codziennie o 17, ul. Prosta 2.",
    checkedOn: "2026-11-20",
  };
  expect((await it.command("joanna", "info-card.save", { ...own, checkedOn: "2026-11-24" })).body.code).toBe(
    "info_card.checked_in_future",
  );
  expect((await it.command("joanna", "info-card.save", own)).body.version).toBe(1);
  expect(
    (await it.command("joanna", "info-card.save", { ...own, title: "Zupa i herbata" }, { base: 1 })).body.version,
  ).toBe(2);
  expect((await it.command("joanna", "info-card.save", own, { base: 1 })).status).toBe(409);
  expect((await it.command("marta", "info-card.save", own)).status).toBe(403);
  const food = (all: InfoCard[]) => all.find(({ kind, language }) => kind === "FOOD" && language === "pl");
  expect(food(await cards("marta"))).toEqual({ ...own, title: "Zupa i herbata", version: 2 });
  expect(food(await cards("zofia"))).toMatchObject({ version: 0, checkedOn: null });
});

test("the leaflet is a tagged PDF of six panels in each language", async () => {
  for (const language of ["pl", "en", "uk"]) {
    const { statusCode, rawPayload } = await it.server.inject({
      url: `/api/street-work/info-cards/leaflet?language=${language}`,
      headers: { authorization: `Bearer ${it.tokenOf("marta")}`, "x-powrot": "1" },
    });
    expect(statusCode).toBe(200);
    const text = rawPayload.toString("latin1");
    expect(text).toMatch(/^%PDF-1.7/);
    expect(text).toContain("/MarkInfo");
    expect(text).toContain("/Count 2");
  }
});
