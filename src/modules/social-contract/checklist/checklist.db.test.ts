import { expect, test } from "vitest";
import { people, useTestHouse, world } from "../../../app/testing/house.ts";
import { uuidv7 } from "../../../platform/uuid.ts";

const it = useTestHouse();

let lastNo = 0;
async function givenPerson(stage: string) {
  const personId = uuidv7();
  const caseId = uuidv7();
  lastNo += 1;
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, $3, 'Wojciech', 'Żółć', $4)",
    [world.agenda, personId, lastNo, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage) values ($1, $2, $3, $4, '2026-11-01', $5)",
    [world.agenda, caseId, personId, people.anna.unit, stage],
  );
  return { personId, caseId };
}
const note = (personId: string, change: Record<string, unknown> = {}) =>
  it.command("anna", "checklist.note", {
    noteId: uuidv7(),
    personId,
    code: "ID_CARD",
    state: "AWAITED",
    on: "2026-11-22",
    bringer: "SHELTER",
    dueOn: "2026-12-01",
    ...change,
  });
const lineOf = async (personId: string, code: string) => {
  const { body } = await it.get("anna", `/people/${personId}/checklist`);
  return (body.lines as { code: string }[]).find((line) => line.code === code);
};

test("an awaited paper is a task until it is there, and the last note counts", async () => {
  const { personId } = await givenPerson("ANALYSIS");
  expect(await lineOf(personId, "ID_CARD")).toMatchObject({ state: "MISSING", bringer: "PERSON", now: true });
  expect((await note(personId)).status).toBe(200);
  expect(await lineOf(personId, "ID_CARD")).toMatchObject({
    state: "AWAITED",
    bringer: "SHELTER",
    dueOn: "2026-12-01",
  });
  const tasks = async () =>
    (
      await it.owner.query(
        "select t.kind, t.due_on::text, e.outcome from task t left join task_ending e on e.task_id = t.id where t.person_id = $1",
        [personId],
      )
    ).rows;
  expect(await tasks()).toEqual([{ kind: "checklist.awaited", due_on: "2026-12-01", outcome: null }]);
  expect((await note(personId, { state: "THERE", on: "2026-11-21", dueOn: null })).status).toBe(200);
  expect(await lineOf(personId, "ID_CARD")).toMatchObject({ state: "THERE", since: "2026-11-21" });
  expect(await tasks()).toEqual([{ kind: "checklist.awaited", due_on: "2026-12-01", outcome: "DONE" }]);
});

test("what rooms keep they tell by themselves, and nobody can note it", async () => {
  const { personId, caseId } = await givenPerson("RECOMMENDED");
  const assessmentId = uuidv7();
  await it.owner.query(
    "insert into assessment (organisation_id, id, person_id, case_id, kind, done_by, started_on, content_sealed) values ($1, $2, $3, $4, 'SOCIAL', $5, '2026-11-02', 'x')",
    [world.agenda, assessmentId, personId, caseId, it.accountOf("anna")],
  );
  await it.owner.query(
    "insert into recommendation (organisation_id, assessment_id, verdict, given_on, given_by) values ($1, $2, 'POSITIVE', '2026-11-10', $3)",
    [world.agenda, assessmentId, it.accountOf("anna")],
  );
  expect(await lineOf(personId, "SOCIAL_CONCLUSION")).toMatchObject({ state: "THERE", since: "2026-11-10" });
  expect(await lineOf(personId, "VOCATIONAL_CONCLUSION")).toMatchObject({
    state: "MISSING",
    to: `/cases/${caseId}/assessments`,
  });
  expect((await note(personId, { code: "VOCATIONAL_CONCLUSION" })).status).toBe(400);
});

test("consents and papers that the house keeps are there by themselves, and go when they are taken back or run out", async () => {
  const { personId } = await givenPerson("PLACED");
  const consentId = uuidv7();
  await it.owner.query(
    `insert into consent (organisation_id, id, person_id, kind, purpose, text_version, given_at, channel, recorded_by)
     values ($1, $2, $3, 'NOTICE_GIVEN', 'praca socjalna', '1', '2026-11-03T10:00:00Z', 'ORAL_NOTED', $4)`,
    [world.agenda, consentId, personId, it.accountOf("anna")],
  );
  expect(await lineOf(personId, "NOTICE_GIVEN")).toMatchObject({ state: "THERE", since: "2026-11-03", brought: false });
  expect(await lineOf(personId, "DATA_SHARING_WITH_PARTNER")).toBeUndefined();
  await it.owner.query("update consent set withdrawn_at = '2026-11-20T10:00:00Z' where id = $1", [consentId]);
  expect(await lineOf(personId, "NOTICE_GIVEN")).toMatchObject({ state: "MISSING", since: null });

  const [employerId, placementId] = [uuidv7(), uuidv7()];
  await it.owner.query(
    "insert into employer (organisation_id, id, name, recorded_by) values ($1, $2, 'Stolarnia', $3)",
    [world.agenda, employerId, it.accountOf("anna")],
  );
  await it.owner.query(
    `insert into placement (organisation_id, id, person_id, employer_id, kind, starts_on, until_on, medical_exam_on, medical_exam_until, safety_training_on, recorded_by)
     values ($1, $2, $3, $4, 'INTERNSHIP', '2026-11-02', '2027-05-01', '2026-10-30', '2026-11-22', '2026-11-02', $5)`,
    [world.agenda, placementId, personId, employerId, it.accountOf("anna")],
  );
  expect(await lineOf(personId, "MEDICAL_FITNESS")).toMatchObject({ state: "THERE", since: "2026-10-30" });
  expect(await lineOf(personId, "SAFETY_TRAINING")).toMatchObject({ state: "THERE", since: "2026-11-02" });
  expect((await note(personId, { code: "SAFETY_TRAINING" })).status).toBe(200);
  expect(await lineOf(personId, "SAFETY_TRAINING")).toMatchObject({ state: "THERE" });
  await it.owner.query("update placement set medical_exam_until = '2026-11-21' where id = $1", [placementId]);
  expect(await lineOf(personId, "MEDICAL_FITNESS")).toMatchObject({ state: "MISSING" });

  const qualification = (document: string) =>
    it.owner.query(
      `insert into qualification (organisation_id, id, person_id, kind, document, sealed, recorded_by, recorded_at)
       values ($1, $2, $3, 'SCHOOL', $4, 'x', $5, '2026-11-05T10:00:00Z')`,
      [world.agenda, uuidv7(), personId, document, it.accountOf("anna")],
    );
  await qualification("PRESENT");
  expect(await lineOf(personId, "SCHOOL_CERTIFICATES")).toMatchObject({ state: "THERE", since: "2026-11-05" });
  await qualification("LOST");
  expect(await lineOf(personId, "SCHOOL_CERTIFICATES")).toMatchObject({ state: "MISSING" });
});

test("a refused note says why, and nobody beyond reach reads or notes", async () => {
  const { personId } = await givenPerson("ANALYSIS");
  const refused = await note(personId, { state: "THERE", on: "2026-11-23", dueOn: null });
  expect([refused.status, refused.body.code]).toEqual([422, "checklist.day_in_future"]);
  const seen = [
    await it.get("zofia", `/people/${personId}/checklist`),
    await it.get("krysia", `/people/${personId}/checklist`),
  ];
  expect(seen.map(({ status }) => status)).toEqual([404, 403]);
  await it.get("anna", `/people/${personId}/checklist`);
  expect(await it.audited(personId)).toContain("checklist.read done");
});

test("a person without a case has no checklist", async () => {
  const { personId, caseId } = await givenPerson("ANALYSIS");
  await it.owner.query("delete from support_case where id = $1", [caseId]);
  expect((await it.get("anna", `/people/${personId}/checklist`)).body).toMatchObject({ stage: null, lines: [] });
});
