import { beforeEach, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { TimelineView } from "./contract.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");
let personId: string;
let personNo = 500;

beforeEach(async () => {
  personId = uuidv7();
  personNo += 1;
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, $3, 'Wojciech', 'Żółtaszek', $4)",
    [world.agenda, personId, personNo, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
});

async function openCase(name: "anna", unitId: string = world.office): Promise<string> {
  const caseId = uuidv7();
  const payload = { caseId, personId, unitId, openedOn: "2026-11-20", leaderId: null };
  expect((await it.command(name, "case.open", payload)).status).toBe(200);
  return caseId;
}

async function tell(kind: string, section: string, occurredAt: string): Promise<void> {
  await it.owner.query(
    `insert into event (organisation_id, id, person_id, kind, section, occurred_at, actor_id, subject_type, subject_id)
      values ($1, $2, $3, $4, $5, $6, $7, 'person', $3)`,
    [world.agenda, uuidv7(), personId, kind, section, occurredAt, it.accountOf("anna")],
  );
}

test("colleagues are those whose appointment holds today, in my organisation alone", async () => {
  await it.owner.query(
    "update membership set valid_until = '2026-11-21' where organisation_id = $1 and account_id = $2",
    [world.agenda, it.accountOf("krysia")],
  );
  const { status, body } = await it.get("anna", "/colleagues");
  expect(status).toBe(200);
  const names = (body.colleagues as { name: string }[]).map(({ name }) => name);
  expect(names).toContain("Ewa Próbna");
  expect(names).not.toContain("Krysia Próbna");
  expect(names).not.toContain("Zofia Próbna");
  expect(body.units).toEqual([{ id: world.office, name: "Praca socjalna" }]);
  expect((await it.get("krysia", "/colleagues")).status).not.toBe(200);
  expect((await it.get("adam", "/colleagues")).body.code).toBe("access.denied");
});

test("deadlines are mine and my unit's unowned ones, late ones first, none beyond thirty days", async () => {
  const add = (dueOn: string | null, text: string) =>
    it.command("anna", "task.add", { taskId: uuidv7(), personId, text, dueOn, ownerId: null });
  await add("2026-11-25", "Dowód osobisty");
  await add("2026-11-10", "Lekarz");
  await add("2027-03-01", "Daleko");
  await add(null, "Kiedyś");
  await it.owner.query(
    "insert into task (organisation_id, id, person_id, unit_id, kind, due_on, created_by) values ($1, $2, $3, $4, 'REVIEW_PLAN', '2026-11-23', $5)",
    [world.agenda, uuidv7(), personId, world.office, it.accountOf("anna")],
  );
  const anna = (await it.get("anna", "/deadlines/mine")).body.deadlines as Record<string, unknown>[];
  expect(anna.map(({ text, kind, mine }) => [text ?? kind, mine])).toEqual([
    ["Lekarz", true],
    ["REVIEW_PLAN", false],
    ["Dowód osobisty", true],
  ]);
  const henryk = (await it.get("henryk", "/deadlines/mine")).body.deadlines as Record<string, unknown>[];
  expect(henryk.map(({ kind }) => kind)).toEqual(["REVIEW_PLAN"]);
  const unit = (await it.get("anna", "/tasks/mine?whose=unit")).body.tasks as Record<string, unknown>[];
  expect(unit.map(({ kind }) => kind)).toEqual(["REVIEW_PLAN"]);
  expect((await it.get("zofia", "/deadlines/mine")).body.deadlines).toEqual([]);
});

test("desk work about a case does not make the person look seen, and a line I may not read does not either", async () => {
  const caseId = await openCase("anna");
  const seen = async (name: "anna" | "beata") =>
    ((await it.get(name, "/caseload")).body.people as { personId: string; lastSeenAt: string | null }[]).find(
      (line) => line.personId === personId,
    )?.lastSeenAt;
  expect(await seen("anna")).toBeNull();
  await tell("attendance.recorded", "ATTENDANCE", "2026-11-15T09:00:00Z");
  await tell("contact.recorded", "STREET", "2026-11-18T19:30:00Z");
  expect(await seen("anna")).toBe("2026-11-18T19:30:00.000Z");
  const joining = { memberId: uuidv7(), caseId, accountId: it.accountOf("beata"), part: "ASSISTANT" };
  await it.command("anna", "case.join-team", { ...joining, validFrom: "2026-11-22" });
  expect(await seen("beata")).toBe("2026-11-15T09:00:00.000Z");
});

test("the caseload says which people are mine", async () => {
  await openCase("anna");
  const line = async (name: "anna" | "henryk") =>
    ((await it.get(name, "/caseload")).body.people as { personId: string; mine: boolean }[]).find(
      (each) => each.personId === personId,
    );
  expect([(await line("anna"))?.mine, (await line("henryk"))?.mine]).toEqual([true, false]);
});

test("a timeline of many lines at one instant is read page by page without a gap or a double", async () => {
  await it.owner.query(
    `insert into event (organisation_id, id, person_id, kind, section, occurred_at, actor_id, subject_type, subject_id)
      select $1, gen_random_uuid(), $2::uuid, 'person.changed', 'CORE', '2026-11-21T10:00:00.123456Z', $3, 'person', $2::uuid from generate_series(1, 230)`,
    [world.agenda, personId, it.accountOf("anna")],
  );
  const pages: TimelineView[] = [];
  for (let path = `/people/${personId}/timeline`; path; ) {
    const page = await it.read("anna", path, TimelineView);
    pages.push(page);
    const last = page.lines.at(-1);
    path = page.more && last ? `/people/${personId}/timeline?before=${last.occurredAt}&beforeId=${last.id}` : "";
  }
  expect(pages.map(({ lines }) => lines.length)).toEqual([100, 100, 30]);
  expect(new Set(pages.flatMap(({ lines }) => lines.map(({ id }) => id))).size).toBe(230);
});

test("an emergency opening is read and judged once, by those who were told, never by who opened", async () => {
  const glassId = uuidv7();
  await it.command("marta", "glass.break", { glassId, personId, reason: "Nieprzytomny, potrzebna lista leków" });
  const read = await it.get("tomasz", `/glass/${glassId}`);
  expect(read.body).toMatchObject({ personNo, brokenBy: "Marta Próbna", verdict: null });
  expect(JSON.stringify(read.body)).not.toContain("Żółtaszek");
  expect((await it.get("zofia", `/glass/${glassId}`)).status).toBe(403);
  expect((await it.command("marta", "glass.review", { glassId, verdict: "JUSTIFIED" })).status).toBe(403);
  // whoever opened the file reaches the person, and still ends nobody's review, nor does a reviewer without a verdict
  const { rows } = await it.owner.query<{ id: string }>("select id from task where source_id = $1", [glassId]);
  for (const { id: taskId } of rows)
    for (const name of ["marta", "henryk", "tomasz"] as const)
      expect((await it.command(name, "task.end", { taskId, outcome: "DONE", note: null })).status).toBeGreaterThan(399);
  expect(rows.length).toBeGreaterThan(0);
  expect((await it.get("tomasz", "/tasks/mine")).body.tasks).toEqual(
    expect.arrayContaining([expect.objectContaining({ sourceId: glassId })]),
  );
  const done = await it.command("tomasz", "glass.review", { glassId, verdict: "NOT_JUSTIFIED" });
  expect(done.status).toBe(200);
  expect(await it.command("henryk", "glass.review", { glassId, verdict: "JUSTIFIED" })).toMatchObject({
    status: 422,
    body: { code: "glass.already_reviewed" },
  });
  const left = (await it.get("henryk", "/tasks/mine")).body.tasks as { sourceId: string }[];
  expect(left.filter(({ sourceId }) => sourceId === glassId)).toEqual([]);
  expect(await it.audited(glassId)).toEqual(["glass.break done", "glass.read done", "glass.review done"]);
});

test("an emergency opening that nobody told this account of does not exist for it", async () => {
  const glassId = uuidv7();
  expect(await it.get("tomasz", `/glass/${glassId}`)).toMatchObject({ status: 404, body: { code: "glass.not_found" } });
  expect(await it.command("tomasz", "glass.review", { glassId, verdict: "JUSTIFIED" })).toMatchObject({
    status: 404,
    body: { code: "glass.not_found" },
  });
});

test("a person with a case in two units stands once in the list, with what is due of both", async () => {
  const [first, second] = [uuidv7(), uuidv7()];
  const merged = uuidv7();
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, 901, 'Ewa', 'Dwie', $4), ($1, $3, 902, 'Ewa', 'Dwie', $4)",
    [world.agenda, first, merged, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $4, '2026-11-01'), ($1, $3, $5, '2026-11-01')", [
    world.agenda,
    first,
    merged,
    world.office,
    world.club,
  ]);
  const open = (by: "anna" | "beata", personId: string, unitId: string, caseId: string) =>
    it.command(by, "case.open", { caseId, personId, unitId, openedOn: "2026-11-20", leaderId: null });
  expect((await open("anna", first, world.office, second)).status).toBe(200);
  const club = uuidv7();
  expect((await open("beata", merged, world.club, club)).status).toBe(200);
  const joining = { memberId: uuidv7(), caseId: club, accountId: it.accountOf("anna"), part: "SOCIAL_WORKER" };
  expect((await it.command("beata", "case.join-team", { ...joining, validFrom: "2026-11-20" })).status).toBe(200);
  const task = { taskId: uuidv7(), personId: merged, text: "Klub", dueOn: "2026-11-25", ownerId: null };
  expect((await it.command("beata", "task.add", task)).status).toBe(200);
  const merge = { mergeId: uuidv7(), keptId: first, mergedId: merged, reason: "ta sama osoba" };
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01') on conflict do nothing", [
    world.agenda,
    merged,
    world.office,
  ]);
  expect((await it.command("henryk", "person.merge", merge)).status).toBe(200);
  const lines = ((await it.get("anna", "/caseload")).body.people as { personId: string; name: string }[]).filter(
    ({ name }) => name === "Ewa Dwie",
  );
  expect(lines).toMatchObject([{ personId: first, cases: 2, mine: true, nextDue: "2026-11-25" }]);
});

test("a task goes to a colleague who has tasks; a case to one who works on cases", async () => {
  const task = { taskId: uuidv7(), personId, text: "Księgowość", dueOn: null };
  for (const name of ["krysia", "adam"] as const)
    expect(await it.command("anna", "task.add", { ...task, ownerId: it.accountOf(name) })).toMatchObject({
      status: 422,
      body: { code: "colleague.cannot" },
    });
  expect((await it.command("anna", "task.add", { ...task, ownerId: it.accountOf("zofia") })).body.code).toBe(
    "colleague.cannot",
  );
  expect((await it.command("anna", "task.add", { ...task, ownerId: it.accountOf("robert") })).status).toBe(200);
  const caseId = uuidv7();
  const opening = { caseId, personId, unitId: world.office, openedOn: "2026-11-20" };
  await it.owner.query("delete from open_case where person_id = $1", [personId]);
  expect((await it.command("anna", "case.open", { ...opening, leaderId: it.accountOf("krysia") })).body.code).toBe(
    "colleague.cannot",
  );
  expect((await it.command("anna", "case.open", { ...opening, leaderId: it.accountOf("henryk") })).status).toBe(200);
  const joining = { memberId: uuidv7(), caseId, accountId: it.accountOf("krysia"), part: "ASSISTANT" };
  expect((await it.command("anna", "case.join-team", { ...joining, validFrom: "2026-11-20" })).body.code).toBe(
    "colleague.cannot",
  );
});

test("a timeline is narrowed to a kind and to Polish days, both inclusive", async () => {
  const other = uuidv7();
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, alias, recorded_by) values ($1, $2, 950, 'Zwężony', $3)",
    [world.agenda, other, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    other,
    world.office,
  ]);
  const rows = [
    ["contact.recorded", "2026-11-17T22:59:59Z"],
    ["contact.recorded", "2026-11-17T23:00:00Z"], // the 18th in Poland
    ["case.opened", "2026-11-18T12:00:00Z"],
    ["contact.recorded", "2026-11-19T22:59:59Z"],
    ["contact.recorded", "2026-11-19T23:00:00Z"], // the 20th in Poland
  ];
  for (const [kind, at] of rows)
    await it.owner.query(
      "insert into event (organisation_id, id, person_id, kind, section, occurred_at, actor_id, subject_type, subject_id) values ($1, gen_random_uuid(), $2::uuid, $3, 'STREET', $4, $5, 'person', $2::uuid)",
      [world.agenda, other, kind, at, it.accountOf("anna")],
    );
  const read = async (search: string) =>
    ((await it.get("anna", `/people/${other}/timeline?${search}`)).body.lines as { occurredAt: string }[]).map((line) =>
      line.occurredAt.slice(0, 19),
    );
  expect(await read("kind=contact&from=2026-11-18&until=2026-11-19")).toEqual([
    "2026-11-19T22:59:59",
    "2026-11-17T23:00:00",
  ]);
  expect(await read("kind=case")).toEqual(["2026-11-18T12:00:00"]);
  expect((await read("until=2026-11-18")).length).toBe(3);
  expect((await it.get("anna", `/people/${other}/timeline?kind=nonsense`)).status).toBe(400);
});
