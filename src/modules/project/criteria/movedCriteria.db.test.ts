import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate } from "../../../platform/migrate.ts";
import { databaseUrl } from "../../../platform/testing/databaseUrl.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { CriterionRule } from "./contract.ts";

/** Criteria as they were kept before editions; then the house is brought up to date. */
const first = "0120";
const name = `${inject("testTemplate")}_criteria`;
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

const [organisation_id, anna, ola, unitId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
const projects = { changed: uuidv7(), odd: uuidv7(), none: uuidv7() };
const [start, later] = ["2026-01-05T10:00:00Z", "2026-03-01T23:30:00Z"];
const ids: Record<string, string> = {};

async function putCriterion(code: string, project_id: string, kind: string, detail: object, more: object = {}) {
  const id = uuidv7();
  ids[code] = id;
  const row = { organisation_id, id, project_id, kind, detail: JSON.stringify(detail), recorded_by: anna };
  await put("project_criterion", { ...row, recorded_at: start, ...more });
}

type Edition = { no: number; rules: { ruleId: string }[]; set_on: string; recorded_by: string };
const editionsOf = async (projectId: string) =>
  (
    await owner.query<Edition>(
      "select no, rules, set_on::text, recorded_by from project_criteria where project_id = $1 order by no",
      [projectId],
    )
  ).rows;

beforeAll(async () => {
  await onServer(`create database ${name} template template0 encoding 'UTF8'`);
  await migrate(url, first);
  await owner.connect();
  await owner.query("set powrot.now = '2026-11-22T10:00:00Z'");
  await put("organisation", { id: organisation_id, name: "Organizacja", short_name: "Org", kind: "NGO" });
  for (const [id, login] of [
    [anna, "anna"],
    [ola, "ola"],
  ] as const) {
    await put("account", { id, login, password_hash: "x" });
    await put("membership", { organisation_id, account_id: id, display_name: login, valid_from: "2025-01-01" });
  }
  await put("unit", { organisation_id, id: unitId, name: "Klub", kind: "KIS" });
  for (const id of Object.values(projects)) {
    const card = { kind: "KIS", title: "Klub", starts_on: "2026-01-01", contract_required: true, recorded_by: anna };
    await put("project", { organisation_id, id, unit_id: unitId, ...card });
  }
  await putCriterion("ltu", projects.changed, "LONG_TERM_UNEMPLOYED", { overMonths: 24, gapDays: 7 });
  await putCriterion("age", projects.changed, "AGE", { olderThanYears: 35 }, { withdrawn_at: later });
  await putCriterion(
    "wider",
    projects.changed,
    "AGE",
    { olderThanYears: 30 },
    { recorded_at: later, recorded_by: ola },
  );
  await putCriterion("client", projects.odd, "CLIENT_OF_CENTRE", {});
  await putCriterion("education", projects.odd, "EDUCATION", { levels: ["PRIMARY"] });
  await putCriterion("noLevels", projects.odd, "EDUCATION", {});
  await putCriterion("own", projects.odd, "OTHER", { text: " mieszka w Radomiu " });
  await putCriterion("empty", projects.odd, "OTHER", {});
  await migrate(url);
}, 60_000);

afterAll(async () => {
  await owner.end();
  await onServer(`drop database if exists ${name} with (force)`);
});

test("each change of the list becomes an edition with its day and author, and a rule keeps the id of its row", async () => {
  const editions = await editionsOf(projects.changed);
  expect(editions.map(({ no, set_on, recorded_by }) => [no, set_on, recorded_by])).toEqual([
    [1, "2026-01-05", anna],
    [2, "2026-03-02", ola],
  ]);
  expect(editions.map(({ rules }) => rules.map(({ ruleId }) => ruleId))).toEqual([
    [ids.ltu, ids.age],
    [ids.ltu, ids.wider],
  ]);
  const base = { paper: null };
  expect(editions[1]?.rules).toEqual([
    { ...base, ruleId: ids.ltu, field: "REGISTERED_UNEMPLOYED", test: "LONGER_THAN", months: 24, gapDays: 7 },
    { ...base, ruleId: ids.wider, field: "AGE", test: "OVER", years: 30 },
  ]);
});

test("whatever stood there becomes a rule that the product reads, and a project without criteria has no edition", async () => {
  const [edition] = await editionsOf(projects.odd);
  const rules = (edition?.rules ?? []).map((rule) => CriterionRule.parse(rule));
  const of = (code: string) => rules.find(({ ruleId }) => ruleId === ids[code]);
  expect(rules).toHaveLength(5);
  expect(of("client")).toMatchObject({ field: "CLIENT_OF_CENTRE", months: 0 });
  expect(of("education")).toMatchObject({ field: "EDUCATION", values: ["PRIMARY"] });
  expect(of("noLevels")).toMatchObject({ field: "STATEMENT" });
  expect(of("own")).toMatchObject({ field: "STATEMENT", statement: "mieszka w Radomiu" });
  expect(of("empty")).toMatchObject({ field: "STATEMENT" });
  expect(await editionsOf(projects.none)).toEqual([]);
});
