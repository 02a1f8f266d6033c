import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate } from "../platform/migrate.ts";
import { databaseUrl } from "../platform/testing/databaseUrl.ts";
import { uuidv7 } from "../platform/uuid.ts";

/** Rows are put in before the first of the migrations that move them; then the house is brought up to date. */
const first = "0097";
const name = `${inject("testTemplate")}_moved`;
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
const rowsOf = async (query: string, values: unknown[] = []) => (await owner.query(query, values)).rows;

/** Ids in the order in which they were made. */
let made = 0;
const nextId = () => uuidv7(Date.parse("2026-01-01T00:00:00Z") + made++);

const [anna, homeId, otherId] = [nextId(), nextId(), nextId()];
const units = new Map([homeId, otherId].map((id) => [id, nextId()]));
let people = 0;

/** A person with a case at that stage, in the state of before. */
async function putCase(organisation_id: string, stage = "OPEN_OFFER") {
  const [person_id, case_id, unit_id] = [nextId(), nextId(), units.get(organisation_id)];
  people += 1;
  await put("person", { organisation_id, id: person_id, person_no: people, alias: "Wojtek", recorded_by: anna });
  await put("support_case", { organisation_id, id: case_id, person_id, unit_id, opened_on: "2026-01-05", stage });
  return { organisation_id, person_id, case_id };
}

/** A programme that ended with its certificate. Answers the programme's id. */
async function putCertificate(organisation_id: string, certificate: Record<string, unknown>): Promise<string> {
  const of = await putCase(organisation_id);
  const id = nextId();
  const ipzs = { organisation_id, ipzs_id: id };
  await put("ipzs", { ...of, id, prepared_by: anna, sealed: Buffer.from("program"), begun_on: "2025-01-05" });
  await put("ipzs_step", { ...ipzs, no: 1, act: "end", state: "ENDED", acted_on: "2025-12-01", done_by: anna });
  const ending = { ...ipzs, step_no: 1, reason: "COMPLETED_PERIOD", ended_on: "2025-12-01", recorded_by: anna };
  await put("ipzs_ending", ending);
  await put("ipzs_certificate", { ...ipzs, issued_by: anna, ...certificate });
  return id;
}

const certificates: Record<string, string> = {};
const cases: Record<string, string> = {};
const contractId = nextId();
const taskId = nextId();

const classes = { group: nextId(), small: nextId() };

/** Two groups of a club whose calendars name rooms by words; the first was planned twice. */
async function putClasses(organisation_id: string): Promise<void> {
  const [projectId, unit_id] = [nextId(), units.get(organisation_id)];
  const project = { kind: "KIS", title: "Klub", starts_on: "2026-11-01", contract_required: false, recorded_by: anna };
  const thresholds = { social_threshold_percent: 60, employment_threshold_percent: 25 };
  await put("project", { organisation_id, id: projectId, unit_id, ...project, ...thresholds });
  for (const [id, capacity, no] of [
    [classes.group, 30, 1],
    [classes.small, 12, 2],
  ] as const) {
    const moduleId = nextId();
    const size = { starts_on: "2026-12-07", weeks: 4, meetings_per_week: 2, minutes_per_meeting: 240, capacity };
    const group = { id, project_id: projectId, unit_id, name: `Grupa ${no}`, ...size, recorded_by: anna };
    await put("class_group", { organisation_id, ...group });
    const module = { id: moduleId, group_id: id, no: 1, code: "OWN", form: "GROUP", planned_minutes: 600 };
    await put("programme_module", { organisation_id, ...module });
    const leader = { id: nextId(), group_id: id, account_id: anna, valid_from: "2026-12-07" };
    await put("class_group_leader", { organisation_id, ...leader });
    for (const [weekdays, startsAt, made_at] of [
      [[1], "07:00", "2026-11-01T08:00:00Z"],
      [[4, 2, 2], "09:30", "2026-11-02T08:00:00Z"],
    ] as const) {
      const order = { order_given: JSON.stringify({ weekdays, startsAt }), lost: "[]", unplaced: "[]" };
      const made = { id: nextId(), group_id: id, from_on: "2026-12-07", made_by: anna, made_at, ...order };
      await put("calendar_generation", { organisation_id, ...made });
    }
    for (const [day, room] of [
      ["2026-12-08", "Sala 3"],
      ["2026-12-10", " sala 3 "],
      ["2026-12-15", null],
    ]) {
      const session = { id: nextId(), group_id: id, module_id: moduleId, day, starts_at: "09:30", minutes: 60, room };
      await put("class_session", { organisation_id, ...session });
    }
  }
}

beforeAll(async () => {
  await onServer(`create database ${name} template template0 encoding 'UTF8'`);
  expect((await migrate(url, first)).applied.at(-1)).toBe("0096_club_stay.sql");
  await owner.connect();
  await owner.query("set powrot.now = '2026-11-22T10:00:00Z'");
  await put("account", { id: anna, login: "anna", password_hash: "x" });
  for (const [id, unitId] of units) {
    await put("organisation", { id, name: "Organizacja", short_name: "Org", kind: "NGO" });
    await put("membership", { organisation_id: id, account_id: anna, display_name: "Anna", valid_from: "2025-01-01" });
    await put("unit", { organisation_id: id, id: unitId, name: "CIS", kind: "SOCIAL_WORK" });
  }
  const march = { issued_on: "2026-03-02", recorded_at: "2026-03-02T09:00:00Z" };
  const april = { issued_on: "2026-04-02", recorded_at: "2026-04-02T09:00:00Z" };
  // the later one first: the order in which rows lie decides nothing
  certificates.later = await putCertificate(homeId, { number: "7/cis", ...april });
  certificates.older = await putCertificate(homeId, { number: "7/CIS", ...march, sealed: Buffer.from("zajęcia") });
  certificates.yearBefore = await putCertificate(homeId, { number: "7/CIS", ...march, issued_on: "2025-12-30" });
  certificates.elsewhere = await putCertificate(otherId, { number: "7/CIS", ...april });
  for (const [ended, stage] of [
    ["running", "IN_PROGRAMME"],
    ["ended", "IN_PROGRAMME"],
    ["endedWhole", "CLOSED"],
  ] as const) {
    const { organisation_id, case_id } = await putCase(homeId, stage);
    cases[ended] = case_id;
    const ending = { organisation_id, case_id, ended_on: "2026-05-04", reason: "LOST_CONTACT", ended_by: anna };
    if (ended !== "running") await put("support_case_ending", { ...ending, recorded_at: "2026-05-04T10:00:00Z" });
  }
  const { organisation_id, person_id, case_id } = await putCase(homeId);
  const contract = {
    organisation_id,
    id: contractId,
    person_id,
    case_id,
    unit_id: units.get(homeId),
    year: 2026,
    no: 1,
  };
  const said = { homeless: true, unemployed: false, consequences: "", drafted_by: anna, drafted_on: "2026-05-04" };
  await put("social_contract", { ...contract, ...said, variant: "IA_IIA", commune: "1465108" });
  await put("task", { organisation_id, id: taskId, person_id, kind: "OWN", text: "Telefon", created_by: anna });
  const done = { outcome: "DONE", ended_on: "2026-05-04", ended_by: anna };
  await put("task_ending", { organisation_id, task_id: taskId, note: "Oddzwonił", ...done });
  await putClasses(homeId);
  await migrate(url);
}, 60_000);

afterAll(async () => {
  await owner.end();
  await onServer(`drop database if exists ${name} with (force)`);
});

test("certificates of centres are kept as first versions with their words; a number given twice stays the older one's (R-CIS-10)", async () => {
  const moved = await rowsOf(
    `select ipzs_id, stay_id, no, number, issued_on::text, sealed, reason_sealed, contract_realised, issued_by, recorded_at
     from centre_certificate order by ipzs_id`,
  );
  const whole = { stay_id: null, no: 1, sealed: null, reason_sealed: null, contract_realised: null, issued_by: anna };
  const march = { issued_on: "2026-03-02", recorded_at: new Date("2026-03-02T09:00:00Z") };
  const april = { issued_on: "2026-04-02", recorded_at: new Date("2026-04-02T09:00:00Z") };
  const { later, older, yearBefore, elsewhere } = certificates;
  expect(moved).toEqual([
    { ...whole, ipzs_id: later, number: "7/cis", ...april },
    { ...whole, ipzs_id: older, number: "7/CIS", ...march, sealed: Buffer.from("zajęcia") },
    { ...whole, ipzs_id: yearBefore, number: "7/CIS", ...march, issued_on: "2025-12-30" },
    { ...whole, ipzs_id: elsewhere, number: "7/CIS", ...april },
  ]);
  expect(
    await rowsOf("select organisation_id, year, number, subject_id from centre_certificate_number order by subject_id"),
  ).toEqual([
    { organisation_id: homeId, year: 2026, number: "7/cis", subject_id: older },
    { organisation_id: homeId, year: 2025, number: "7/cis", subject_id: yearBefore },
    { organisation_id: otherId, year: 2026, number: "7/cis", subject_id: elsewhere },
  ]);
});

test("a case that had ended comes to the end of its path by whoever ended it, once; a running one stays (R-S0-06)", async () => {
  const found = await rowsOf("select id, stage, version from support_case where id = any ($1) order by id", [
    Object.values(cases),
  ]);
  expect(found).toEqual([
    { id: cases.running, stage: "IN_PROGRAMME", version: 1 },
    { id: cases.ended, stage: "CLOSED", version: 2 },
    { id: cases.endedWhole, stage: "CLOSED", version: 1 },
  ]);
  expect(await rowsOf("select case_id, from_stage, to_stage, act, moved_by, moved_at from case_stage_step")).toEqual([
    {
      case_id: cases.ended,
      from_stage: "IN_PROGRAMME",
      to_stage: "CLOSED",
      act: "close",
      moved_by: anna,
      moved_at: new Date("2026-05-04T10:00:00Z"),
    },
  ]);
});

test("a contract keeps the commune's code with seven digits, and six are enough now", async () => {
  const write = (commune: string) =>
    owner.query("update social_contract set commune = $1 where id = $2 returning commune", [commune, contractId]);
  expect(await rowsOf("select commune from social_contract")).toEqual([{ commune: "1465108" }]);
  expect((await write("146510")).rows).toEqual([{ commune: "146510" }]);
  for (const commune of ["14651", "14651081", "Warszawa"])
    await expect(write(commune)).rejects.toThrow("social_contract_commune_teryt");
});

test("a task that had ended was ended by hand", async () => {
  expect(await rowsOf("select task_id, outcome, note, by_source from task_ending")).toEqual([
    { task_id: taskId, outcome: "DONE", note: "Oddzwonił", by_source: false },
  ]);
});

test("a room that was written down becomes one row, as large as the largest group in it; a class without words has none (F-34)", async () => {
  const rooms = await rowsOf("select id, name, capacity, lender from class_room");
  expect(rooms).toMatchObject([{ name: "sala 3", capacity: 30, lender: null }]);
  const held = await rowsOf("select day::text, room_id, room from held_session where group_id = $1 order by day", [
    classes.group,
  ]);
  expect(held).toEqual([
    { day: "2026-12-08", room_id: rooms[0]?.id, room: "sala 3" },
    { day: "2026-12-10", room_id: rooms[0]?.id, room: "sala 3" },
    { day: "2026-12-15", room_id: null, room: null },
  ]);
});

test("a group meets as its last calendar was ordered, each weekday once; whoever made it put its leader before it (C7)", async () => {
  const meetings = await rowsOf(
    "select no, weekday, from_minute, to_minute, valid_from from group_meeting where group_id = $1 order by no",
    [classes.group],
  );
  const hours = { from_minute: 570, to_minute: 810, valid_from: null };
  expect(meetings).toEqual([
    { no: 0, weekday: 2, ...hours },
    { no: 1, weekday: 4, ...hours },
  ]);
  expect(await rowsOf("select given_by from class_group_leader")).toEqual([{ given_by: anna }, { given_by: anna }]);
});
