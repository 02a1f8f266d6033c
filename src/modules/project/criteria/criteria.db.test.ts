import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { givenPeople, radomProject } from "../../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { criteriaSources } from "../gates.ts";
import { CriteriaView, PersonCheck } from "./contract.ts";

const it = useTestHouse("2026-12-08T10:00:00Z");
let people: { personId: string; caseId: string }[] = [];
const age = { paper: null, field: "AGE", test: "OVER", years: 35 };
const ltu = { paper: null, field: "REGISTERED_UNEMPLOYED", test: "LONGER_THAN", months: 24, gapDays: 0 };
const client = { paper: null, field: "CLIENT_OF_CENTRE", test: "LONGER_THAN", months: 12 };

const set = (projectId: string, rules: object[], more: object = {}) => ({
  projectId,
  seenNo: 0,
  rules: rules.map((rule) => ({ ruleId: uuidv7(), ...rule })),
  exceptionsAllowed: false,
  reason: "",
  ...more,
});

/** A project with these rules, as Beata sets them. */
async function givenProject(rules: object[], more: object = {}): Promise<{ projectId: string; ruleIds: string[] }> {
  const projectId = uuidv7();
  expect((await it.command("beata", "project.record", radomProject(projectId))).status).toBe(200);
  const payload = set(projectId, rules, more);
  expect((await it.command("beata", "criteria.set", payload)).body).toMatchObject({ outcome: "done" });
  return { projectId, ruleIds: payload.rules.map(({ ruleId }) => ruleId) };
}

const start = (projectId: string, at: number, more: object = {}) => ({
  enrolmentId: uuidv7(),
  projectId,
  caseId: people[at]?.caseId ?? "",
  startedOn: "2026-12-01",
  ...more,
});

const born = (at: number, birthDate: string | null, precision = "DAY") =>
  it.owner.query("update person set birth_date = $2, birth_date_precision = $3 where id = $1", [
    people[at]?.personId,
    birthDate,
    precision,
  ]);

const fact = (at: number, kind: string, value: string, validFrom: string, validUntil: string | null = null) =>
  it.owner.query(
    `insert into person_fact (organisation_id, id, person_id, kind, value, detail, valid_from, valid_until, recorded_by)
      values ($1, $2, $3, $4, $5, '{}', $6, $7, $8)`,
    [world.agenda, uuidv7(), people[at]?.personId, kind, value, validFrom, validUntil, it.accountOf("beata")],
  );

const check = async (projectId: string, at: number, on = "2026-12-01", name: "beata" | "hanna" = "beata") =>
  it.read(name, `/projects/${projectId}/criteria/check?caseId=${people[at]?.caseId}&on=${on}`, PersonCheck);

beforeAll(async () => {
  people = await givenPeople(it, 12);
});

test("rules are kept as editions: the new one holds, the old one stays with its reason and author", async () => {
  const { projectId, ruleIds } = await givenProject([age, ltu]);
  const wider = set(
    projectId,
    [
      { ...ltu, ruleId: ruleIds[1] },
      { ...age, years: 30 },
    ],
    { seenNo: 1, reason: "pismo funduszu" },
  );
  expect((await it.command("beata", "criteria.set", wider)).status).toBe(200);
  const { editions, mayChange } = await it.read("beata", `/projects/${projectId}/criteria`, CriteriaView);
  expect(mayChange).toBe(true);
  expect(editions.map(({ no, reason, by, rules }) => [no, reason, by, rules.length])).toEqual([
    [2, "pismo funduszu", "Beata Próbna", 2],
    [1, "", "Beata Próbna", 2],
  ]);
  expect(editions[1]?.rules[0]).toMatchObject({ field: "AGE", years: 35 });
});

test("a change is refused without a reason, under an old id, from an old edition; sent twice it happens once", async () => {
  const { projectId, ruleIds } = await givenProject([age]);
  const change = (more: object, rules: object[] = [{ ...age, years: 30 }]) =>
    it.command("beata", "criteria.set", set(projectId, rules, { seenNo: 1, reason: "pismo", ...more }));
  expect((await change({ reason: "" })).body.code).toBe("criteria.reason_missing");
  expect((await change({}, [{ ...age, years: 30, ruleId: ruleIds[0] }])).body.code).toBe(
    "criteria.rule_changed_under_its_id",
  );
  expect((await change({}, [{ ...age, ruleId: ruleIds[0] }])).body.code).toBe("criteria.unchanged");
  expect((await change({ seenNo: 0 })).body.code).toBe("criteria.changed_meanwhile");
  const id = uuidv7();
  const payload = set(projectId, [{ ...age, years: 30 }], { seenNo: 1, reason: "pismo" });
  const twice = [
    await it.command("beata", "criteria.set", payload, { id }),
    await it.command("beata", "criteria.set", payload, { id }),
  ];
  expect(twice.map(({ body }) => body.replayed)).toEqual([false, true]);
});

test("two at once make one edition; the other is told", async () => {
  const { projectId } = await givenProject([age]);
  const answers = await Promise.all(
    [30, 31, 32].map((years) =>
      it.command("beata", "criteria.set", set(projectId, [{ ...age, years }], { seenNo: 1, reason: "pismo" })),
    ),
  );
  expect(answers.map(({ body }) => body.code ?? "done").sort()).toEqual([
    "criteria.changed_meanwhile",
    "criteria.changed_meanwhile",
    "done",
  ]);
});

test("what the file proves passes by itself; exactly 24 months of registration fail, and so does who turns 35 that day (J9)", async () => {
  const { projectId } = await givenProject([ltu, age, client]);
  await born(0, "1970-05-01");
  await fact(0, "PUP_REGISTRATION", "REGISTERED", "2024-12-01");
  await fact(0, "CLIENT_OF_OPS", "YES", "2023-01-01");
  expect((await check(projectId, 0)).results.map(({ result }) => result)).toEqual(["fail", "pass", "pass"]);
  expect((await check(projectId, 0, "2026-12-02")).overall).toBe("pass");
  await born(0, "1991-12-02");
  expect((await check(projectId, 0, "2026-12-02")).results.map(({ result }) => result)).toEqual([
    "pass",
    "fail",
    "pass",
  ]);
  await born(0, "1970-05-01");
  expect((await it.command("beata", "enrolment.start", start(projectId, 0))).body.code).toBe("criteria.failed");
  const late = start(projectId, 0, { startedOn: "2026-12-02" });
  expect((await it.command("beata", "enrolment.start", late)).status).toBe(200);
});

test("what the file does not know is confirmed by whoever was shown it, and is kept sealed by its edition", async () => {
  const { projectId, ruleIds } = await givenProject([age, { ...ltu, paper: "zaświadczenie z urzędu pracy" }]);
  expect((await it.command("beata", "enrolment.start", start(projectId, 1))).body.code).toBe("criteria.missing");
  const confirmed = ruleIds.map((ruleId) => ({ ruleId, on: "2026-12-01", words: "zaświadczenie Kowalskiej" }));
  const strange = start(projectId, 1, { confirmed: [{ ...confirmed[0], ruleId: uuidv7() }] });
  expect((await it.command("beata", "enrolment.start", strange)).body.code).toBe("criteria.not_asked");
  const payload = start(projectId, 1, { confirmed });
  expect((await it.command("beata", "enrolment.start", payload)).status).toBe(200);
  const { rows } = await it.owner.query<{ outcome: string; criteria_no: number; sealed: Buffer }>(
    "select outcome, criteria_no, sealed from enrolment_check where enrolment_id = $1",
    [payload.enrolmentId],
  );
  expect(rows).toMatchObject([{ outcome: "CONFIRMED", criteria_no: 1 }]);
  expect(rows[0]?.sealed.includes("Kowalskiej")).toBe(false);
  expect((await it.read("beata", `/projects/${projectId}/criteria`, CriteriaView)).editions[0]?.judged).toBe(1);
});

test("a paper that the rule demands is asked for though the file holds the value, and was shown today at the latest (R-REC-01)", async () => {
  const { projectId, ruleIds } = await givenProject([{ ...client, paper: "zaświadczenie ośrodka" }]);
  await fact(6, "CLIENT_OF_OPS", "YES", "2023-01-01");
  expect((await check(projectId, 6)).results).toMatchObject([
    { result: "missing", lacks: "PAPER", value: "2023-01-01", evidence: { source: "FILE" } },
  ]);
  const shown = (on: string) => ({ confirmed: [{ ruleId: ruleIds[0], on, words: "zaświadczenie" }] });
  const sent = async (more: object) =>
    (await it.command("beata", "enrolment.start", start(projectId, 6, more))).body.code ?? "done";
  expect(await sent({})).toBe("criteria.missing");
  expect(await sent(shown("2026-12-09"))).toBe("criteria.shown_in_future");
  expect(await sent(shown("2026-12-08"))).toBe("done");
});

test("who fails is taken in only where the agreement lets it, by the coordinator, with a reason (R-GDPR-11)", async () => {
  await born(2, "2000-01-01");
  const strict = await givenProject([age]);
  const asked = (projectId: string, exceptionReason: string) =>
    it.command("beata", "enrolment.start", start(projectId, 2, { exceptionReason }));
  expect((await asked(strict.projectId, "bardzo potrzebne")).body.code).toBe("criteria.failed");
  const { projectId } = await givenProject([age], { exceptionsAllowed: true });
  expect((await check(projectId, 2)).mayExcept).toBe(true);
  expect((await asked(projectId, "")).body.code).toBe("criteria.exception_reason_missing");
  expect((await asked(projectId, "zgoda funduszu z 1 grudnia")).status).toBe(200);
  const { rows } = await it.owner.query("select outcome from enrolment_check where project_id = $1", [projectId]);
  expect(rows).toEqual([{ outcome: "EXCEPTION" }]);
});

test("a project without rules asks nothing and keeps nothing", async () => {
  const projectId = uuidv7();
  await it.command("beata", "project.record", radomProject(projectId));
  expect((await it.command("beata", "enrolment.start", start(projectId, 3))).status).toBe(200);
  const { rows } = await it.owner.query("select 1 from enrolment_check where project_id = $1", [projectId]);
  expect(rows).toEqual([]);
});

test("the file's facts: an estimated birth date is not known, a year is a span, a client who left is none", async () => {
  const { projectId } = await givenProject([age, client]);
  const results = async () => (await check(projectId, 4)).results.map(({ result, value }) => `${result} ${value}`);
  await born(4, "1970-01-01", "ESTIMATE");
  expect(await results()).toEqual(["missing null", "missing null"]);
  await born(4, "1991-01-01", "YEAR");
  expect((await results())[0]).toBe("missing 1991-01-01/1991-12-31");
  await born(4, "1971-01-01", "YEAR");
  expect((await results())[0]).toBe("pass 1971-01-01/1971-12-31");
  await fact(4, "CLIENT_OF_OPS", "YES", "2020-01-01", "2026-06-30");
  expect((await results())[1]).toBe("fail null");
  await fact(4, "CLIENT_OF_OPS", "YES", "2026-07-01");
  expect((await results())[1]).toBe("pass 2020-01-01");
  await fact(4, "CLIENT_OF_OPS", "NO", "2026-08-01");
  expect((await results())[1]).toBe("fail null");
});

test("the commune of somebody whose whereabouts are protected is nobody's to see here", async () => {
  const { projectId } = await givenProject([{ paper: null, field: "COMMUNE", test: "ONE_OF", values: ["146301"] }]);
  const { personId } = people[5] ?? { personId: "" };
  await it.owner.query("update person set registration_teryt = '1463011' where id = $1", [personId]);
  expect((await check(projectId, 5)).results).toMatchObject([{ result: "pass", value: "1463011" }]);
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  expect((await check(projectId, 5)).results).toMatchObject([{ result: "missing", value: null }]);
});

test("what a room above has seen of the person stands before the file", async () => {
  const { projectId, ruleIds } = await givenProject([
    { paper: null, field: "STATEMENT", test: "IS_TRUE", statement: "mieszka w Radomiu" },
  ]);
  const evidence = { source: "PAPER" as const, on: null, words: "umowa najmu" };
  criteriaSources.push(async (_, question) =>
    question.projectId === projectId ? { statements: { [ruleIds[0] ?? ""]: { value: true, evidence } } } : null,
  );
  try {
    expect(await check(projectId, 6)).toMatchObject({ overall: "pass", results: [{ evidence }] });
  } finally {
    criteriaSources.pop();
  }
});

test("another organisation sees no rules, and roles that admit nobody are not told how a person stands", async () => {
  const { projectId } = await givenProject([age]);
  expect((await it.get("zofia", `/projects/${projectId}/criteria`)).body.code).toBe("project.not_found");
  const path = `/projects/${projectId}/criteria/check?caseId=${people[7]?.caseId}&on=2026-12-01`;
  expect((await it.get("marek", path)).body.code).toBe("access.denied");
  expect((await it.get("gosia", path)).body.code).toBe("access.denied");
  const seen = await it.read("marek", `/projects/${projectId}/criteria`, CriteriaView);
  expect(seen.mayChange).toBe(true);
  expect((await it.read("gosia", `/projects/${projectId}/criteria`, CriteriaView)).mayChange).toBe(false);
  expect((await it.command("zofia", "criteria.set", set(projectId, [age]))).body.code).toBe("access.denied");
  await check(projectId, 7);
  expect(await it.audited(people[7]?.personId ?? "")).toEqual(["criteria.check-person done"]);
});
