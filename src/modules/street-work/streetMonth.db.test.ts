import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { drawCards } from "../../app/drawCards.ts";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { closeDocuments } from "../../platform/documents/renderPdf.ts";
import { translate } from "../../platform/messages.ts";
import { needTool, runTool } from "../../platform/testing/tool.ts";
import { unzip } from "../../platform/testing/unzip.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { outreachMessages } from "../outreach/messages.ts";
import { DrawnCard, DrawRound, FrozenMonthLine, OpenReport, StreetMonth } from "./contract.ts";
import { drawFrom } from "./makeDraw.ts";
import { monthMessages } from "./monthMessages.ts";
import { cellWords, tablesOfMonth } from "./monthTables.ts";

const it = useTestHouse("2026-11-22T22:00:00Z");
const siteId = uuidv7();
const folder = mkdtempSync(join(tmpdir(), "powrot-month-"));

/** A card of Marta's and Joanna's on a day, of somebody, of nobody known, or of an alias met for the first time. */
async function meet(
  person: { personId: string; alias?: string } | null,
  day: string,
  over: object = {},
  more: object = {},
) {
  const contactId = uuidv7();
  const answer = await it.command("marta", "contact.record", {
    contactId,
    person,
    card: {
      contactAt: `${day}T18:00:00Z`,
      siteId,
      workerIds: [it.accountOf("marta"), it.accountOf("joanna")],
      sex: "M",
      ageBand: "50_59",
      actions: ["CONVERSATION"],
      ...over,
    },
    ...more,
  });
  expect(answer).toMatchObject({ status: 200 });
  return contactId;
}
const MonthRead = z.object({
  report: StreetMonth,
  contentHash: z.string(),
  openReports: z.array(OpenReport),
  frozen: z.array(FrozenMonthLine),
});
const monthOf = (month: string) => it.read("joanna", `/street-work/units/${world.team}/months/${month}`, MonthRead);
const DrawRead = z.object({ cards: z.array(DrawnCard), round: DrawRound.nullable() });
const drawOf = (month: string) => it.read("joanna", `/street-work/units/${world.team}/draws/${month}`, DrawRead);
const download = (name: PersonOfFixture, path: string) =>
  it.server.inject({ url: `/api${path}`, headers: { authorization: `Bearer ${it.tokenOf(name)}`, "x-powrot": "1" } });
const openCase = (personId: string, openedOn: string) =>
  it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on) values ($1, gen_random_uuid(), $2, $3, $4)",
    [world.agenda, personId, world.office, openedOn],
  );

const connectionOf = ({ host, port, user, password, database }: pg.Client) => ({
  host,
  port,
  user,
  password,
  database,
});

beforeAll(async () => {
  needTool("pdftotext");
  const site = { siteId, name: "Przejście pod dworcem", siteType: "STATION_RAIL", area: "Śródmieście" };
  expect((await it.command("marta", "site.record", site)).status).toBe(200);
}, 300_000);
afterAll(async () => {
  await closeDocuments();
  rmSync(folder, { recursive: true });
});

test("the month counts by worker, area and team; who got a case within 90 days of the first card was brought in; what was given out stays (RP-13)", async () => {
  const [first, late, known] = [uuidv7(), uuidv7(), uuidv7()];
  const warmth = { needs: ["WARMTH"] };
  await meet({ personId: known, alias: "Znana" }, "2026-06-30", warmth);
  await meet({ personId: first, alias: "Nowa" }, "2026-07-01", { ...warmth, documents: ["ID_MISSING"] });
  await meet({ personId: late, alias: "Późna" }, "2026-07-02", {
    workerIds: [it.accountOf("joanna")],
    siteId: null,
    placeText: "park",
  });
  await meet({ personId: known }, "2026-07-31", { ...warmth, sex: "F" });
  await meet({ personId: first }, "2026-07-31", { documents: ["ID_VALID"], aid: [{ item: "SOUP", quantity: 2 }] });
  await meet(null, "2026-07-31", { ...warmth, notSeenBefore: true });
  await openCase(first, "2026-09-29");
  await openCase(late, "2026-10-01");
  await openCase(known, "2026-07-05");
  const { report, contentHash } = await monthOf("2026-07");
  expect(report).toMatchObject({
    team: { contactsFirst: 3, contactsRepeat: 2, known: 3, unknown: 1, documents: 1 },
    workers: [
      { name: "Joanna Próbna", figures: { shifts: 0, contactsFirst: 3, contactsRepeat: 2 } },
      { name: "Marta Próbna", figures: { shifts: 0, contactsFirst: 2, contactsRepeat: 2, documents: 1 } },
    ],
    areas: [
      { area: "", contacts: 1, known: 1, unknown: 0 },
      { area: "Śródmieście", contacts: 4, contactsFirst: 2, contactsRepeat: 2, known: 2, unknown: 1 },
    ],
    needs: [
      { code: "WARMTH", cards: 3 },
      { code: "NOT_SAID", cards: 2 },
    ],
    siteTypes: [
      { code: "STATION_RAIL", cards: 4 },
      { code: "NOT_SAID", cards: 1 },
    ],
    sexes: [
      { code: "M", cards: 4, persons: 3 },
      { code: "F", cards: 1, persons: 1 },
    ],
    aid: [{ item: "SOUP", quantity: 2 }],
    broughtIn: { firstMet: 2, broughtIn: 1, withinDays: 90, openUntil: null },
  });
  const freeze = { snapshotId: uuidv7(), unitId: world.team, month: "2026-07", seenHash: contentHash };
  expect((await it.command("joanna", "street-month.freeze", { ...freeze, month: "2026-11" })).body.code).toBe(
    "street_month.not_over",
  );
  const words = { narrative: "Upalny lipiec, mniej ludzi na dworcu." };
  expect((await it.command("joanna", "street-month.freeze", { ...freeze, ...words })).body.version).toBe(1);
  await it.owner.query("update person set merged_into = $1 where id = $2", [first, late]);
  const now = await monthOf("2026-07");
  expect(now).toMatchObject({ report: { team: { known: 2 } }, frozen: [{ versionNo: 1, known: 3, ...words }] });
  const second = { ...freeze, snapshotId: uuidv7() };
  expect((await it.command("joanna", "street-month.freeze", second)).body.code).toBe("street_month.changed");
  const corrected = { ...second, seenHash: now.contentHash };
  expect((await it.command("joanna", "street-month.freeze", corrected)).body.code).toBe(
    "street_month.correction_reason_missing",
  );
  const reason = { correctionReason: "połączono osoby" };
  expect((await it.command("joanna", "street-month.freeze", { ...corrected, ...reason })).body.version).toBe(2);
  const { rows } = await it.owner.query<{ text: string }>(
    "select string_agg(to_jsonb(m)::text, ' ') as text from street_month m",
  );
  expect(rows[0]?.text).not.toContain("Upalny");
  expect((await it.get("joanna", `/street-work/units/${world.office}/months/2026-07`)).status).toBe(404);
  expect((await it.get("marta", `/street-work/units/${world.team}/months/2026-07`)).status).toBe(403);
});

test("a month given out before something was counted stays to be read, and shows a dash for it", async () => {
  const { report } = await monthOf("2026-07");
  const { sent: _, answered: _a, documents: _d, plannedHours: _p, ...team } = report.team;
  const areas = report.areas.map(({ area, contacts, known, unknown }) => ({ area, contacts, known, unknown }));
  const old = StreetMonth.parse({ ...report, team, areas });
  const t = translate(monthMessages, "pl");
  const [sum] = tablesOfMonth(old, { t, o: translate(outreachMessages, "pl") });
  const line = sum?.rows.find(([, what]) => what === t("month.documents"));
  expect(cellWords(line?.[2] ?? null, "count", "pl")).toBe("–");
});

test("hours: planned, worked, at the desk, of training and supervision; reports not accepted yet are named before the month is given out (RP-13, F-03)", async () => {
  const shiftId = uuidv7();
  const members = [it.accountOf("marta"), it.accountOf("joanna")];
  it.clock.set("2026-09-10T15:00:00Z");
  const shift = { shiftId, startedAt: "2026-09-10T16:00:00Z", memberIds: members };
  const plan = { plannedStart: "2026-09-10T16:00:00Z", plannedEnd: "2026-09-10T20:00:00Z" };
  expect((await it.command("marta", "shift.start", { ...shift, ...plan })).status).toBe(200);
  it.clock.set("2026-11-22T22:00:00Z");
  expect((await it.command("marta", "shift.end", { shiftId, endedAt: "2026-09-10T20:30:00Z" })).status).toBe(200);
  const hours = { actualStart: "2026-09-10T16:00:00Z", actualEnd: "2026-09-10T21:00:00Z" };
  const report = { reportId: uuidv7(), shiftId, ...hours, officeHours: 0.75 };
  expect((await it.command("marta", "work-report.save", report)).status).toBe(200);
  const training = (kind: string, heldOn: string, held: number, who: PersonOfFixture[]) => ({
    trainingId: uuidv7(),
    unitId: world.team,
    kind,
    heldOn,
    hours: held,
    topic: "Pierwsza pomoc zimą",
    attendeeIds: who.map((name) => it.accountOf(name)),
  });
  const record = (given: object) => it.command("joanna", "street-training.record", given);
  expect((await record(training("TRAINING", "2026-09-12", 6, ["marta", "joanna"]))).status).toBe(200);
  expect((await record(training("SUPERVISION", "2026-09-20", 1.5, ["marta"]))).status).toBe(200);
  const wrong = training("TRAINING", "2026-09-12", 8, ["marta"]);
  await record(wrong);
  const back = { trainingId: wrong.trainingId, reason: "wpisane dwa razy" };
  expect((await it.command("joanna", "street-training.withdraw", back)).status).toBe(200);
  expect((await it.command("joanna", "street-training.withdraw", back)).body.code).toBe(
    "street_training.already_withdrawn",
  );
  expect((await record(training("TRAINING", "2026-11-23", 1, ["marta"]))).body.code).toBe("street_training.in_future");
  expect((await record({ ...training("TRAINING", "2026-09-12", 1, ["marta"]), unitId: world.office })).status).toBe(
    404,
  );
  expect(
    (await it.command("marta", "street-training.record", training("TRAINING", "2026-09-12", 1, ["marta"]))).status,
  ).toBe(403);
  const read = await monthOf("2026-09");
  expect(read.report.team).toMatchObject({
    shifts: 1,
    pairs: 1,
    plannedHours: 8,
    hours: 9.5,
    officeHours: 0.75,
    trainingHours: 6,
    supervisionHours: 1.5,
  });
  expect(read.report.workers).toMatchObject([
    { figures: { plannedHours: 4, hours: 4.5, officeHours: 0, trainingHours: 6, supervisionHours: 0 } },
    { figures: { plannedHours: 4, hours: 5, officeHours: 0.75, trainingHours: 6, supervisionHours: 1.5 } },
  ]);
  expect(read.openReports).toMatchObject(
    [
      { name: "Joanna Próbna", reportId: null, state: "DRAFT" },
      { name: "Marta Próbna", reportId: report.reportId, state: "DRAFT" },
    ].toSorted((one, other) =>
      it
        .accountOf(one.name.startsWith("J") ? "joanna" : "marta")
        .localeCompare(it.accountOf(other.name.startsWith("J") ? "joanna" : "marta")),
    ),
  );
  expect((await it.get("joanna", "/street-work/training")).body.training).toMatchObject([
    { kind: "SUPERVISION", hours: 1.5, withdrawn: null },
    { withdrawn: "wpisane dwa razy" },
    { attendees: [{ name: "Joanna Próbna" }, { name: "Marta Próbna" }] },
  ]);
});

/** The worked example of RP-13 in October: 12 named people seen 31 times, 4 aliases 6 times, 3 anonymous cards; 5 of the 16 known before. */
async function workedExample(): Promise<string[]> {
  const people = Array.from({ length: 16 }, () => uuidv7());
  for (const [i, personId] of people.slice(0, 5).entries()) await meet({ personId, alias: `Dawny ${i}` }, "2026-08-15");
  const times = people.map((_, i) => (i < 12 ? (i < 7 ? 3 : 2) : i < 14 ? 2 : 1)); // 7 × 3 + 5 × 2 = 31, 2 × 2 + 2 × 1 = 6
  for (const [i, personId] of people.entries())
    for (let n = 0; n < (times[i] ?? 0); n++) {
      const alias = n === 0 && i >= 5 ? { alias: `Nowy ${i}` } : {};
      await meet({ personId, ...alias }, `2026-10-${String(2 + i + n).padStart(2, "0")}`);
    }
  await meet(null, "2026-10-20", { notSeenBefore: true });
  await meet(null, "2026-10-20", { notSeenBefore: true });
  await meet(null, "2026-10-21");
  return people;
}

/** Nine referrals of Joanna's in October: 7 with an answer, 4 of them with a service begun; one more was taken back. */
async function nineReferrals(people: readonly string[]): Promise<void> {
  for (let n = 0; n < 10; n++) {
    const [shareId, referralId] = [uuidv7(), uuidv7()];
    const [personId] = people;
    await it.owner.query(
      `insert into share (organisation_id, id, person_id, to_organisation_id, sections, legal_basis, purpose, valid_from, valid_until, given_by)
       values ($1, $2, $3, $4, '{CORE}', 'ART_6_1_E', 'próba', '2026-10-05', '2026-12-31', $5)`,
      [world.agenda, shareId, personId, world.elsewhere, it.accountOf("joanna")],
    );
    await it.owner.query(
      `insert into referral (organisation_id, id, kind, person_id, to_organisation_id, urgency, sent_at, feedback_due, share_id, reason_sealed, homeless, sent_by)
       values ($1, $2, 'COOPERATIVE', $3, $4, 'ROUTINE', '2026-10-31T22:30:00Z', '2026-11-10', $5, '\\x00', true, $6)`,
      [world.agenda, referralId, personId, world.elsewhere, shareId, it.accountOf("joanna")],
    );
    const step = (kind: string, more: { decision?: string; outcome?: string } = {}, own = false) =>
      it.owner.query(
        `insert into referral_step (organisation_id, id, referral_organisation_id, referral_id, kind, decision, outcome, happened_on, taken_by)
         values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, '2026-11-03', $7)`,
        [
          own ? world.agenda : world.elsewhere,
          world.agenda,
          referralId,
          kind,
          more.decision ?? null,
          more.outcome ?? null,
          it.accountOf(own ? "joanna" : "zofia"),
        ],
      );
    await step("RECEIVED");
    if (n < 7) await step("DECIDED", { decision: n === 6 ? "DECLINED" : "ACCEPTED" });
    if (n < 4) await step("OUTCOME", { outcome: "SERVICE_STARTED" });
    if (n === 4) await step("OUTCOME", { outcome: "NO_PLACE" });
    if (n === 9) await step("WITHDRAWN", {}, true);
  }
}

test("the worked example: 40 cards, 14 first and 26 repeat, 16 known and 2 unknown; 9 referrals, 7 answered, 4 started, 77.8 % and 44.4 %; a service that a referral led to brings somebody in", async () => {
  await nineReferrals((await workedExample()).slice(6, 7));
  const { report } = await monthOf("2026-10");
  expect(report).toMatchObject({
    team: { contactsFirst: 14, contactsRepeat: 26, known: 16, unknown: 2, sent: 9, answered: 7, started: 4 },
    broughtIn: { firstMet: 11, broughtIn: 1 },
    actions: [{ code: "CONVERSATION", cards: 40 }],
    sexes: [{ code: "M", cards: 40, persons: 18 }],
  });
  const t = translate(monthMessages, "pl");
  const [sum] = tablesOfMonth(report, { t, o: translate(outreachMessages, "pl") });
  const rate = (what: string) => cellWords(sum?.rows.find(([, title]) => title === what)?.[3] ?? null, "percent", "pl");
  expect([rate(t("month.feedbackRate")), rate(t("month.successRate"))]).toEqual(["77,8\u00a0%", "44,4\u00a0%"]);
});

test("PDF and spreadsheet of the frozen month carry every figure of the screen, tagged, and no formula; nobody else reads them", async () => {
  await it.owner.query("update membership set display_name = $2 where account_id = $1", [
    it.accountOf("marta"),
    '=HYPERLINK("http://example.org")',
  ]);
  const { report, contentHash } = await monthOf("2026-10");
  const snapshotId = uuidv7();
  const narrative = "Trzy noce bez miejsca w noclegowni.";
  const given = { snapshotId, unitId: world.team, month: "2026-10", seenHash: contentHash, narrative };
  expect((await it.command("joanna", "street-month.freeze", given)).status).toBe(200);
  await meet(null, "2026-10-22"); // comes late: nothing that was given out changes
  const tables = tablesOfMonth(report, {
    t: translate(monthMessages, "pl"),
    o: translate(outreachMessages, "pl"),
  });
  const pdf = await download("joanna", `/street-work/months/${snapshotId}/pdf`);
  expect(pdf.statusCode).toBe(200);
  const path = join(folder, "month.pdf");
  writeFileSync(path, pdf.rawPayload);
  expect(runTool("pdfinfo", [path])).toMatch(/Tagged:\s+yes/);
  const printed = runTool("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"]).replace(/\s+/g, "");
  const flat = (words: string) => words.replace(/\s+/g, "");
  expect(printed).toContain(contentHash);
  expect(printed).toContain(snapshotId);
  expect(printed).toContain(flat(narrative));
  for (const { id, columns, rows } of tables)
    for (const row of rows) {
      const cells = row.map((cell, i) => cellWords(cell, columns[i]?.kind ?? "text", "pl"));
      const shown = id === "sum" ? [cells[1], cells[3] === "–" ? cells[2] : cells[3]] : cells;
      expect(printed).toContain(flat(shown.join("")));
    }

  const xlsx = await download("joanna", `/street-work/months/${snapshotId}/xlsx`);
  const sheets = unzip(xlsx.rawPayload);
  for (const [at, { rows, columns }] of tables.entries()) {
    const xml = sheets.get(`xl/worksheets/sheet${at + 1}.xml`) ?? "";
    expect(xml).not.toContain("<f>");
    const read = [...xml.matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)]
      .slice(1)
      .map(([, , cells = ""]) =>
        [...cells.matchAll(/<c [^>]*>(?:<v>(.*?)<\/v>|<is><t[^>]*>(.*?)<\/t><\/is>)<\/c>/gs)].map(
          ([, number, text]) => number ?? text,
        ),
      );
    const wanted = rows.map((row) =>
      row.flatMap((cell, i) =>
        cell === null
          ? []
          : [
              columns[i]?.kind === "percent"
                ? String(Math.round(Number(cell) * 10) / 1000)
                : String(cell).replaceAll('"', "&quot;"),
            ],
      ),
    );
    expect(read).toEqual(wanted);
  }
  for (const kind of ["pdf", "xlsx"]) {
    expect((await download("marta", `/street-work/months/${snapshotId}/${kind}`)).statusCode).toBe(403);
    expect((await download("joanna", `/street-work/months/${uuidv7()}/${kind}`)).statusCode).toBe(404);
  }
  expect(await it.audited(snapshotId)).toEqual([
    "street-month.freeze done",
    "street-month.print done",
    "street-month.export done",
  ]);
});

test("what a seed draws is the same for everybody and in any order, and another seed draws others", () => {
  const ids = Array.from({ length: 12 }, () => uuidv7());
  expect(drawFrom(ids, "ziarno", 5)).toEqual(drawFrom(ids.toReversed(), "ziarno", 5));
  expect(drawFrom(ids, "ziarno", 5)).toHaveLength(5);
  expect(drawFrom(["a", "b", "c", "d"], "1", 4)).not.toEqual(drawFrom(["a", "b", "c", "d"], "2", 4));
});

test("cards are drawn by the house from the fourth day on, once; who drew and from what is kept; each card is a task of a coordinator who did not write it (J15)", async () => {
  const owner = new pg.Pool({ ...connectionOf(it.owner), max: 1 });
  const [own, other] = [
    await meet(null, "2026-04-05"),
    await meet(null, "2026-04-06", { workerIds: [it.accountOf("marta")] }),
  ];
  // who wrote a card and put another one's name on it alone does not judge it either
  const written = await meet(null, "2026-04-07", { workerIds: [it.accountOf("marta")] });
  await it.owner.query("update contact_card set recorded_by = $2 where id = $1", [written, it.accountOf("joanna")]);
  await drawCards(owner, new Date("2026-05-03T04:35:00Z"));
  expect((await drawOf("2026-04")).cards).toEqual([]);
  await drawCards(owner, new Date("2026-05-04T04:35:00Z"));
  await drawCards(owner, new Date("2026-05-05T04:35:00Z"));
  await owner.end();
  const { cards, round } = await drawOf("2026-04");
  expect(cards.map(({ contactId }) => contactId).toSorted()).toEqual([own, other, written].toSorted());
  expect(round).toMatchObject({
    candidates: 3,
    by: null,
    repeats: true,
    seed: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  const tasks = async () =>
    ((await it.get("joanna", "/tasks/mine?whose=mine")).body.tasks as { kind: string; sourceId: string }[]).filter(
      ({ kind }) => kind === "REVIEW_DRAWN_CARD",
    );
  expect(await tasks()).toMatchObject([
    { sourceId: other, detail: { on: "2026-04-06", month: "2026-04" }, dueOn: "2026-05-18" },
  ]);
  const review = { quality: "GOOD", note: "krok zapisany słowami osoby" };
  const record = (contactId: string) => it.command("joanna", "card-review.record", { contactId, ...review });
  for (const each of [own, written]) expect((await record(each)).body.code).toBe("card_review.own");
  expect((await record(other)).status).toBe(200);
  expect((await record(other)).body.code).toBe("card_review.already_done");
  expect((await record(uuidv7())).status).toBe(404);
  expect(await tasks()).toEqual([]);
  expect((await it.get("marta", "/street-work/reviews/mine")).body.cards).toMatchObject([
    { contactId: other, review: { ...review, by: "Joanna Próbna" } },
  ]);
  const [first] = cards;
  const others = Array.from({ length: 100 }, (_, n) => `inne ${n}`); // half of all seeds draw the other one first
  const seed = others.find((one) => drawFrom([own, other, written], one, 3)[0] !== first?.contactId);
  await it.owner.query("update card_draw_round set seed = $1 where month = '2026-04-01'", [seed]);
  expect((await drawOf("2026-04")).round?.repeats).toBe(false);
});

test("a coordinator draws a month that the house has not drawn; of nothing nothing is drawn, and no month twice", async () => {
  const draw = (month: string) => it.command("joanna", "card-draw.make", { unitId: world.team, month });
  expect((await draw("2026-11")).body.code).toBe("street_month.not_over");
  expect((await draw("2026-05")).body.code).toBe("card_draw.nothing_to_draw");
  expect((await draw("2026-10")).status).toBe(200);
  expect((await draw("2026-10")).body.code).toBe("card_draw.already_drawn");
  const { cards, round } = await drawOf("2026-10");
  expect(cards).toHaveLength(5);
  expect(round).toMatchObject({ candidates: 41, by: "Joanna Próbna", repeats: true });
});

test("an incident reaches the coordinator at once as a task of today (F-03)", async () => {
  const incident = { incidentId: uuidv7(), happenedAt: "2026-11-22T21:00:00Z", kind: "DOG_BITE", injured: true };
  const more = { unitId: world.team, shiftId: null, siteId: null, reportedTo: ["COORDINATOR"], note: null };
  expect(await it.command("marta", "incident.record", { ...incident, ...more })).toMatchObject({ status: 200 });
  expect((await it.get("joanna", "/tasks/mine?whose=mine")).body.tasks).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ kind: "STREET_INCIDENT", dueOn: "2026-11-22" })]),
  );
});
