import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate } from "../../../platform/migrate.ts";
import { databaseUrl } from "../../../platform/testing/databaseUrl.ts";
import { uuidv7 } from "../../../platform/uuid.ts";

/** A recruitment keyed by its project, with a closing and a reopening; then the house is brought up to date. */
const first = "0204";
const name = `${inject("testTemplate")}_recruitments`;
const url = databaseUrl(inject("testServerUrl"), name);
const owner = new pg.Client(url);

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client(inject("testServerUrl"));
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function put(table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, at) => `$${at + 1}`);
  await owner.query(`insert into ${table} (${columns.join()}) values (${places.join()})`, Object.values(row));
}

const [organisation_id, beata, unit_id, project_id] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
const [candidate_id, ranking_id, point_id] = [uuidv7(), uuidv7(), uuidv7()];
/** Offers of a place: one that was declined, and one that a withdrawal ended in its own instant. */
const [refused, ended] = [uuidv7(), uuidv7()];

beforeAll(async () => {
  await onServer(`create database ${name} template template0 encoding 'UTF8'`);
  await migrate(url, first);
  await owner.connect();
  await owner.query("set powrot.now = '2026-11-22T10:00:00Z'");
  const own = { organisation_id };
  await put("organisation", { id: organisation_id, name: "Organizacja", short_name: "Org", kind: "NGO" });
  await put("account", { id: beata, login: "beata", password_hash: "x" });
  await put("membership", { ...own, account_id: beata, display_name: "beata", valid_from: "2025-01-01" });
  await put("unit", { ...own, id: unit_id, name: "Klub", kind: "KIS" });
  const card = { kind: "KIS", title: "Klub", starts_on: "2026-01-01", contract_required: true, recorded_by: beata };
  await put("project", { ...own, id: project_id, unit_id, ...card });
  const terms = { places: 3, starts_on: "2026-12-07", vacancy_weeks: 4, interview_max: 0, interview_weight: 100 };
  await put("recruitment", { ...own, project_id, ...terms, version: 1, recorded_by: beata });
  await put("recruitment_point", {
    ...own,
    id: point_id,
    project_id,
    no: 1,
    name: "Sytuacja",
    max_points: 10,
    weight: 100,
    recorded_by: beata,
  });
  await put("candidate", {
    ...own,
    id: candidate_id,
    project_id,
    no: 1,
    source: "PUP",
    applied_on: "2026-11-01",
    recorded_by: beata,
  });
  await put("candidate_card", { ...own, candidate_id, project_id, sealed: Buffer.from("karta") });
  await put("ranking", {
    ...own,
    id: ranking_id,
    project_id,
    no: 1,
    cause: "FIRST",
    judged_on: "2026-11-20",
    criteria_no: 1,
    places: 3,
    frozen_by: beata,
  });
  const closing = { closed_on: "2026-11-20", kept_until: "2027-05-20", recorded_by: beata };
  await put("recruitment_closing", { ...own, project_id, no: 1, ...closing });
  const sealed = Buffer.from("powód");
  const reopening = { id: uuidv7(), no: 1, reopened_on: "2026-11-21", sealed, recorded_by: beata };
  await put("recruitment_reopening", { ...own, project_id, ...reopening });
  await put("recruitment_closing", { ...own, project_id, no: 2, ...closing });
  const place = { candidate_id, offered_on: "2026-11-19", answer_by: "2026-11-25", recorded_by: beata };
  for (const [at, offerId] of [refused, ended].entries()) {
    await owner.query(`set powrot.now = '2026-11-2${at + 1}T10:00:00Z'`);
    await put("reserve_offer", { ...own, id: offerId, project_id, ...place });
    const answered = { answer: "DECLINED", answered_on: "2026-11-21", recorded_by: beata };
    await put("reserve_answer", { ...own, offer_id: offerId, ...answered });
  }
  const withdrawal = { id: uuidv7(), candidate_id, withdrawn_on: "2026-11-22", recorded_by: beata };
  await put("candidate_withdrawal", { ...own, ...withdrawal });
  await migrate(url);
}, 120_000);

afterAll(async () => {
  await owner.end();
  await onServer(`drop database if exists ${name}`);
});

test("the recruitment of a project becomes its first one: nameless, with the project's id, and everything of it stays its own", async () => {
  const { rows } = await owner.query("select id, project_id, name, places from recruitment");
  expect(rows).toEqual([{ id: project_id, project_id, name: "", places: 3 }]);
  for (const table of ["candidate", "candidate_card", "ranking", "recruitment_point", "recruitment_reopening"]) {
    const { rows: own } = await owner.query(`select recruitment_id from ${table}`);
    expect(own, table).toEqual([{ recruitment_id: project_id }]);
  }
  const { rows: standing } = await owner.query("select recruitment_id, no from standing_closing");
  expect(standing).toEqual([{ recruitment_id: project_id, no: 2 }]);
});

test("an offer that a withdrawal ended was declined by nobody, and one that was declined stays so", async () => {
  const { rows } = await owner.query("select offer_id, answer from reserve_answer order by answer");
  expect(rows).toEqual([
    { offer_id: refused, answer: "DECLINED" },
    { offer_id: ended, answer: "WITHDREW" },
  ]);
});
