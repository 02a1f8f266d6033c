import { expect, test } from "vitest";
import { z } from "zod";
import { PlanEvidence } from "../modules/plan/contract.ts";
import { uuidv7 } from "../platform/uuid.ts";
import { type PersonOfFixture, useTestHouse, world } from "./testing/house.ts";

const it = useTestHouse();

const description = {
  kind: "PREVENTION",
  preparedSide: "OPS",
  implementer: "OPS",
  startOn: "2026-11-01",
  endOn: "2027-10-31",
  beyondShelterMeans: false,
  healthInsuranceNeeded: false,
  provisions: [],
  supportMeans: [],
  situation: "",
  commitments: "",
  noHousingGoalReason: null,
  noWorkGoalReason: null,
};

/** A person of the office with a plan since 1 November, in a case that Ewa works in too. */
async function makePlan(): Promise<{ personId: string; planId: string }> {
  const [personId, caseId, planId] = [uuidv7(), uuidv7(), uuidv7()];
  const anna = it.accountOf("anna");
  const { rows } = await it.owner.query("select coalesce(max(person_no), 0) + 1 as no from person");
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, alias, recorded_by) values ($1, $2, $3, 'Wojtek', $4)",
    [world.agenda, personId, rows[0].no, anna],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-10-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) values ($1, $2, $3, $4, '2026-10-01', 'ANALYSIS', $5)",
    [world.agenda, caseId, personId, world.office, anna],
  );
  await it.owner.query("insert into open_case values ($1, $2, $3, $4)", [world.agenda, personId, world.office, caseId]);
  await it.owner.query(
    "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'PSYCHOLOGIST', '2026-10-01')",
    [world.agenda, uuidv7(), caseId, it.accountOf("ewa")],
  );
  expect((await it.command("anna", "plan.draft", { planId, caseId, ...description })).status).toBe(200);
  return { personId, planId };
}

async function addPlacement(personId: string, startedOn: string): Promise<void> {
  const [employerId, placementId] = [uuidv7(), uuidv7()];
  const anna = it.accountOf("anna");
  await it.owner.query(
    "insert into employer (organisation_id, id, name, recorded_by) values ($1, $2, 'Piekarnia', $3)",
    [world.agenda, employerId, anna],
  );
  await it.owner.query(
    "insert into placement (organisation_id, id, person_id, employer_id, kind, starts_on, until_on, recorded_by) values ($1, $2, $3, $4, 'OPEN_MARKET_JOB', $5, '2027-11-01', $6)",
    [world.agenda, placementId, personId, employerId, startedOn, anna],
  );
  await it.owner.query(
    "insert into placement_start (organisation_id, placement_id, started_on, started_by) values ($1, $2, $3, $4)",
    [world.agenda, placementId, startedOn, anna],
  );
}

async function addHousing(personId: string, validFrom: string): Promise<void> {
  await it.owner.query(
    "insert into person_fact (organisation_id, id, person_id, kind, value, valid_from, recorded_by) values ($1, $2, $3, 'HOUSING', '3', $4, $5)",
    [world.agenda, uuidv7(), personId, validFrom, it.accountOf("anna")],
  );
}

const Answer = z.object({ evidence: z.array(PlanEvidence) });

async function factsOf(name: PersonOfFixture, planId: string): Promise<Record<string, number>> {
  const { evidence } = await it.read(name, `/plans/${planId}/evidence`, Answer);
  return Object.fromEntries(evidence.map(({ label, count }) => [label.en, count]));
}

test("what happened since the plan began feeds its review by itself; what was before does not", async () => {
  const { personId, planId } = await makePlan();
  expect(await factsOf("anna", planId)).toEqual({});
  await addPlacement(personId, "2026-10-31");
  await addHousing(personId, "2026-10-31");
  // the job itself goes on, from the first day of the plan until today
  expect(await factsOf("anna", planId)).toEqual({ "Longest job: days": 22 });
  await addPlacement(personId, "2026-11-01");
  await addHousing(personId, "2026-11-22");
  expect(await factsOf("anna", planId)).toEqual({
    "Work or placement begun": 1,
    "Longest job: days": 22,
    "Changes of housing": 1,
  });
});

test("a reader sees the facts of the columns that are theirs, and no more (R-ACC)", async () => {
  const { personId, planId } = await makePlan();
  await addPlacement(personId, "2026-11-05");
  await addHousing(personId, "2026-11-05");
  expect(await factsOf("ewa", planId)).toEqual({ "Changes of housing": 1 });
  expect((await it.get("robert", `/plans/${planId}/evidence`)).status).toBe(403);
  expect((await it.get("zofia", `/plans/${planId}/evidence`)).status).toBe(404);
});

test("of somebody whose whereabouts are kept from the reader no facts are told, and the reader is told so (C7)", async () => {
  const { personId, planId } = await makePlan();
  await addPlacement(personId, "2026-11-05");
  await addHousing(personId, "2026-11-05");
  expect(await factsOf("ewa", planId)).toEqual({ "Changes of housing": 1 });
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  const { body } = await it.get("ewa", `/plans/${planId}/evidence`);
  expect(body).toMatchObject({ hidden: true, evidence: [] });
});

/** A booked talk with somebody of `role`, and how it went. */
async function addTalk(personId: string, role: string, day: string, ...marks: string[]): Promise<void> {
  const [dutyId, bookingId] = [uuidv7(), uuidv7()];
  const anna = it.accountOf("anna");
  await it.owner.query(
    "insert into consultant_duty (organisation_id, id, unit_id, consultant_id, role, place, every_weeks, weekday, starts_at, ends_at, slot_minutes, from_on, recorded_by) values ($1, $2, $3, $4, $5, 'pokój 3', 1, 1, '09:00', '11:00', 30, '2026-01-01', $4)",
    [world.agenda, dutyId, world.office, anna, role],
  );
  await it.owner.query(
    "insert into booking (organisation_id, id, duty_id, day, starts_at, minutes, person_id, booked_by) values ($1, $2, $3, $4, '09:00', 30, $5, $6)",
    [world.agenda, bookingId, dutyId, day, personId, anna],
  );
  for (const [at, outcome] of marks.entries())
    await it.owner.query(
      "insert into booking_mark (organisation_id, id, booking_id, outcome, marked_by, marked_at) values ($1, $2, $3, $4, $5, $6)",
      [world.agenda, uuidv7(), bookingId, outcome, anna, `2026-11-20T10:0${at}:00Z`],
    );
}

test("booked talks tell how many were held, by the last word on each; those with an addiction therapist are not told", async () => {
  const { personId, planId } = await makePlan();
  await addTalk(personId, "LAWYER", "2026-11-02", "NO_SHOW", "CAME");
  await addTalk(personId, "LAWYER", "2026-11-09", "NO_SHOW");
  await addTalk(personId, "LAWYER", "2026-10-30", "CAME");
  await addTalk(personId, "PSYCHOLOGIST", "2026-11-03");
  await addTalk(personId, "ADDICTION_THERAPIST", "2026-11-03", "CAME");
  const { evidence } = await it.read("anna", `/plans/${planId}/evidence`, Answer);
  expect(evidence).toMatchObject([
    { sphere: "LEGAL", label: { en: "Booked talks with a lawyer: held" }, count: 1, of: 2 },
  ]);
});
