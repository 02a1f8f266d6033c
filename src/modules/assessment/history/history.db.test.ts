import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { WorkHistory } from "./contract.ts";

const it = useTestHouse();
const said = "zwolniony po wypadku przy prasie";

/** A person whose case Anna leads; Robert is in the team. Registered at the labour office since 20 May 2024. */
async function makePerson(): Promise<string> {
  const [personId, caseId] = [uuidv7(), uuidv7()];
  const { rows } = await it.owner.query("select coalesce(max(person_no), 0) + 1 as no from person");
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, birth_date, recorded_by) values ($1, $2, $3, 'Wojciech', 'Ś', '1974-03-05', $4)",
    [world.agenda, personId, rows[0].no, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) values ($1, $2, $3, $4, '2026-11-01', 'REGULAR', $5)",
    [world.agenda, caseId, personId, world.office, it.accountOf("anna")],
  );
  await it.owner.query("insert into open_case values ($1, $2, $3, $4)", [world.agenda, personId, world.office, caseId]);
  for (const name of ["anna", "robert"] as const)
    await it.owner.query(
      "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'ASSISTANT', '2026-11-01')",
      [world.agenda, uuidv7(), caseId, it.accountOf(name)],
    );
  await it.owner.query(
    `insert into person_fact (organisation_id, id, person_id, kind, value, detail, valid_from, recorded_by) values ($1, $2, $3, 'PUP_REGISTRATION', 'REGISTERED', '{"office": "PUP Radom"}', '2024-05-20', $4)`,
    [world.agenda, uuidv7(), personId, it.accountOf("anna")],
  );
  return personId;
}

const period = (personId: string, change: object = {}) => ({
  periodId: uuidv7(),
  personId,
  form: "EMPLOYMENT_CONTRACT",
  from: "2015-03-10",
  to: "2018-02-01",
  exactness: "MONTH",
  employer: "Zakłady Metalowe „Łucznik”",
  post: "tłoczarz",
  leaving: "BY_EMPLOYER",
  leavingNote: said,
  certificate: "LOST",
  institution: "Archiwum Państwowe w Radomiu",
  ...change,
});
const qualification = (personId: string, change: object = {}) => ({
  qualificationId: uuidv7(),
  personId,
  kind: "LICENCE",
  name: "Wózki widłowe",
  year: 2012,
  document: "LOST",
  institution: "UDT",
  ...change,
});
const history = (name: PersonOfFixture, personId: string) =>
  it.read(name, `/people/${personId}/work-history`, WorkHistory);

test("a work history shows gaps and long-term unemployment in three ways with reasons and sources (J5, R-LTU)", async () => {
  const personId = await makePerson();
  const first = period(personId);
  const overlapping = period(personId, {
    from: "2017-11-15",
    to: "2023-01-31",
    exactness: "DAY",
    form: "CASUAL",
    certificate: "NOT_ISSUED",
  });
  for (const one of [first, overlapping])
    expect((await it.command("robert", "work-period.record", one)).status).toBe(200);
  const seen = await history("robert", personId);
  expect(seen.periods).toMatchObject([
    {
      id: first.periodId,
      from: "2015-03-01",
      to: "2018-02-28",
      employer: "Zakłady Metalowe „Łucznik”",
      leavingNote: said,
    },
    { from: "2017-11-15", to: "2023-01-31" },
  ]);
  expect(seen.gaps).toMatchObject([{ from: "2023-02-01", to: "2026-11-21", months: 45, registeredDays: 916 }]);
  expect(seen.withoutWork).toEqual({ since: "2023-02-01", months: 45 });
  expect(seen.registered).toMatchObject([{ from: "2024-05-20", to: null, office: "PUP Radom" }]);
  expect(seen.statuses).toMatchObject([
    { rule: "LABOUR_LAW", met: true, reason: "counted", verified: false, windowMonths: 24, overMonths: 12 },
    { rule: "EU_MONITORING", met: true, reason: "continuous", months: 30, verified: false },
    { rule: "PROJECT_RULE", met: true, reason: "continuous", since: "2024-05-20", verified: true },
  ]);
  expect(await it.audited(personId)).toContain("work-history.read done");
});

test("the numbers are the organisation's own where it has set some", async () => {
  const personId = await makePerson();
  await it.owner.query(
    "insert into organisation_parameter (organisation_id, code, valid_from, value, unit, source, recorded_by) values ($1, 'LTU_PROJECT', '2026-11-01', 36, 'MONTHS', 'Umowa', $2)",
    [world.agenda, it.accountOf("anna")],
  );
  expect((await history("robert", personId)).statuses[2]).toMatchObject({
    met: false,
    overMonths: 36,
    source: "Umowa",
  });
  await it.owner.query("delete from organisation_parameter where organisation_id = $1", [world.agenda]);
});

test("an entry is corrected by who saw its newest version, and taken back", async () => {
  const personId = await makePerson();
  const first = period(personId);
  expect(await it.command("robert", "work-period.record", first)).toMatchObject({ status: 200, body: { version: 1 } });
  const second = { ...first, post: "ślusarz" };
  expect((await it.command("anna", "work-period.record", second)).body.code).toBe("record.id_taken");
  expect(await it.command("anna", "work-period.record", second, { base: 1 })).toMatchObject({
    status: 200,
    body: { version: 2 },
  });
  expect(await it.command("robert", "work-period.record", first, { base: 1 })).toMatchObject({
    status: 409,
    body: { code: "record.changed", details: { fields: [{ field: "post", theirs: "ślusarz", yours: "tłoczarz" }] } },
  });
  expect((await history("anna", personId)).periods).toMatchObject([{ post: "ślusarz", version: 2 }]);
  const { periodId } = first;
  expect((await it.command("robert", "work-period.withdraw", { periodId })).status).toBe(200);
  expect((await it.command("robert", "work-period.withdraw", { periodId })).status).toBe(404);
  expect((await it.command("robert", "work-period.record", second, { base: 2 })).status).toBe(404);
  expect((await history("anna", personId)).periods).toEqual([]);
});

test("two who edit one entry lose nothing: only the same field is a conflict, with both values", async () => {
  const personId = await makePerson();
  const first = period(personId, { to: "2026-11-05" });
  const record = (name: PersonOfFixture, change: object, base?: number) =>
    it.command(name, "work-period.record", { ...first, ...change }, base === undefined ? {} : { base });
  await record("robert", {});
  expect((await record("anna", { post: "ślusarz", changed: ["post"] }, 1)).body.version).toBe(2);
  // Robert still sees version 1 and its old post, and changed something else
  const days = { from: "2014-01-01", to: "2026-11-05", exactness: "MONTH" };
  expect(
    (await record("robert", { employer: "Łucznik", ...days, changed: ["employer", "time"] }, 1)).body.version,
  ).toBe(3);
  expect((await history("anna", personId)).periods).toMatchObject([
    { post: "ślusarz", employer: "Łucznik", from: "2014-01-01", to: "2026-11-30", version: 3 },
  ]);
  expect(await record("robert", { post: "kowal", changed: ["post"] }, 1)).toMatchObject({
    status: 409,
    body: { details: { fields: [{ field: "post", theirs: "ślusarz", yours: "kowal" }] } },
  });
  expect(
    await record("anna", { from: "2013-01-01", exactness: "YEAR", leaving: "AGREED", changed: ["time", "leaving"] }, 2),
  ).toMatchObject({ status: 409, body: { details: { fields: [{ field: "time" }] } } });
  // a month that still runs stands; who changes another field is not asked about it again
  expect((await record("anna", { leaving: "AGREED", changed: ["leaving"] }, 3)).status).toBe(200);

  const licence = qualification(personId);
  await it.command("robert", "qualification.record", licence);
  const change = (name: PersonOfFixture, what: object) =>
    it.command(name, "qualification.record", { ...licence, ...what }, { base: 1 });
  expect((await change("anna", { year: 2013, changed: ["year"] })).status).toBe(200);
  expect((await change("robert", { document: "PRESENT", changed: ["document"] })).status).toBe(200);
  expect((await change("robert", { year: 2014, changed: ["year"] })).body).toMatchObject({
    details: { fields: [{ field: "year", theirs: 2013, yours: 2014 }] },
  });
  expect((await history("anna", personId)).qualifications).toMatchObject([{ year: 2013, document: "PRESENT" }]);
});

test.each([
  ["starts in the future", { from: "2026-11-23", to: null, exactness: "DAY" }, "work_period.starts_in_future"],
  [
    "ends before it starts",
    { from: "2020-02-01", to: "2020-01-31", exactness: "DAY" },
    "work_period.ends_before_start",
  ],
  ["ends in the future", { from: "2020-02-01", to: "2027-01-31", exactness: "DAY" }, "work_period.ends_in_future"],
])("a period that %s is refused", async (_what, change, code) => {
  const personId = await makePerson();
  expect(await it.command("robert", "work-period.record", period(personId, change))).toMatchObject({
    status: 422,
    body: { code },
  });
});

test("a counsellor enters and ends a registration at the labour office; it is the person's fact, and counts (R-LTU)", async () => {
  const personId = await makePerson();
  const registered = { registrationId: uuidv7(), personId, office: "PUP Zwoleń", from: "2022-01-01", to: "2022-12-31" };
  const record = (name: PersonOfFixture, change: object = {}) =>
    it.command(name, "labour-registration.record", { ...registered, registrationId: uuidv7(), ...change });
  expect((await record("robert", { from: "2024-05-01", to: "2024-05-20" })).body.code).toBe(
    "labour_registration.overlaps",
  );
  expect((await record("robert", { registrationId: registered.registrationId })).status).toBe(200);
  const [running] = (await history("robert", personId)).registered.filter(({ to }) => to === null);
  const end = (name: PersonOfFixture, change: object = {}) =>
    it.command(name, "labour-registration.end", {
      registrationId: running?.id,
      personId,
      endedOn: "2024-06-30",
      ...change,
    });
  expect((await end("robert", { endedOn: "2024-05-19" })).body.code).toBe("labour_registration.ends_before_start");
  expect((await end("robert")).status).toBe(200);
  expect((await end("robert")).body.code).toBe("labour_registration.already_ended");
  expect((await end("robert", { registrationId: uuidv7() })).status).toBe(404);
  const after = await history("anna", personId);
  expect(after.registered).toMatchObject([
    { from: "2022-01-01", to: "2022-12-31", office: "PUP Zwoleń" },
    { from: "2024-05-20", to: "2024-06-30" },
  ]);
  expect(after.statuses[1]).toMatchObject({ rule: "EU_MONITORING", met: false });
  const { rows } = await it.owner.query(
    "select value, recorded_by from person_fact where id = $1 and kind = 'PUP_REGISTRATION'",
    [registered.registrationId],
  );
  expect(rows).toEqual([{ value: "REGISTERED", recorded_by: it.accountOf("robert") }]);
  for (const [name, status] of [
    ["marta", 403],
    ["adam", 403],
    ["zofia", 404],
  ] as const)
    expect([name, (await record(name)).status, (await end(name)).status]).toEqual([name, status, status]);
});

test("a lost document becomes one task, which ends when the document is at hand (J5)", async () => {
  const personId = await makePerson();
  const licence = qualification(personId);
  const certificate = period(personId);
  await it.command("robert", "qualification.record", licence);
  await it.command("robert", "work-period.record", certificate);
  const ask = (entryId: string, dueOn = "2026-12-10") =>
    it.command("robert", "lost-document.seek", { personId, entryId, dueOn });
  expect((await ask(licence.qualificationId, "2026-11-21")).body.code).toBe("lost_document.due_in_past");
  expect((await ask(uuidv7())).status).toBe(404);
  expect((await ask(licence.qualificationId)).status).toBe(200);
  expect((await ask(licence.qualificationId)).body.code).toBe("lost_document.asked_already");
  const lost = (await history("robert", personId)).lost;
  expect(new Map(lost.map(({ entryId, task }) => [entryId, task]))).toEqual(
    new Map([
      [certificate.periodId, null],
      [licence.qualificationId, { dueOn: "2026-12-10", owner: "Robert Próbna" }],
    ]),
  );
  await it.command("anna", "qualification.record", { ...licence, document: "PRESENT" }, { base: 1 });
  expect((await history("robert", personId)).lost).toHaveLength(1);
  const { rows } = await it.owner.query(
    "select e.outcome from task t join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id where t.source_id = $1",
    [licence.qualificationId],
  );
  expect(rows).toEqual([{ outcome: "DONE" }]);
  expect((await ask(licence.qualificationId)).body.code).toBe("lost_document.not_lost");
});

test("a qualification of a year to come is refused", async () => {
  const personId = await makePerson();
  const answer = await it.command("robert", "qualification.record", qualification(personId, { year: 2027 }));
  expect(answer).toMatchObject({ status: 422, body: { code: "qualification.year_in_future" } });
});

test("who works with the vocational assessment reads and writes, nobody else, and no other organisation", async () => {
  const personId = await makePerson();
  for (const [name, reads, writes] of [
    ["robert", 200, 200],
    ["anna", 200, 200],
    ["zofia", 404, 404],
    ["marta", 403, 403],
    ["henryk", 403, 403],
    ["ewa", 403, 403],
    ["adam", 403, 403],
  ] as const) {
    expect([name, (await it.get(name, `/people/${personId}/work-history`)).status]).toEqual([name, reads]);
    expect([name, (await it.command(name, "work-period.record", period(personId))).status]).toEqual([name, writes]);
  }
});

test("an entry of one person is not another's to correct", async () => {
  const [one, other] = [await makePerson(), await makePerson()];
  const first = period(one);
  await it.command("robert", "work-period.record", first);
  const moved = { ...first, personId: other };
  expect((await it.command("robert", "work-period.record", moved, { base: 1 })).status).toBe(404);
});

test("what was said of work is sealed in the database", async () => {
  const personId = await makePerson();
  await it.command("robert", "work-period.record", period(personId));
  const { rows } = await it.owner.query("select row_to_json(p)::text as line from work_period p where person_id = $1", [
    personId,
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0].line).not.toMatch(/Łucznik|wypadku|tłoczarz/);
});

test("sent twice, a period is recorded once", async () => {
  const personId = await makePerson();
  const id = uuidv7();
  const payload = period(personId);
  const first = await it.command("robert", "work-period.record", payload, { id });
  const again = await it.command("robert", "work-period.record", payload, { id });
  expect([first.status, again.status, again.body.replayed]).toEqual([200, 200, true]);
  expect((await history("robert", personId)).periods).toHaveLength(1);
});
