import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { givenRadomGroup, type RadomGroup } from "../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { CaseAssessments } from "../assessment/contract.ts";

const it = useTestHouse("2027-01-20T17:00:00Z");
let group: RadomGroup;
let moduleId = "";

beforeAll(async () => {
  group = await givenRadomGroup(it);
  const { body } = await it.get("beata", `/groups/${group.groupId}`);
  moduleId = (body.modules as { id: string; code: string }[]).find(({ code }) => code === "PSYCHOEDUCATION")?.id ?? "";
});

/** A class of that day at which the first `present` people of the group were, its register closed. */
async function heldClass(day: string, present: number): Promise<void> {
  const sessionId = uuidv7();
  const added = await it.command("beata", "session.add", {
    sessionId,
    groupId: group.groupId,
    moduleId,
    day,
    startsAt: "09:00",
    minutes: 60,
    roomId: null,
    leaderId: null,
  });
  expect(added.status).toBe(200);
  const marks = group.people.map(({ personId }, place) => ({
    personId,
    status: place < present ? "PRESENT" : "ABSENT_UNEXCUSED",
    minutesLate: 0,
    minutesLeftEarly: 0,
  }));
  expect((await it.command("gosia", "attendance.mark", { sessionId, marks, reason: null })).status).toBe(200);
  const closed = await it.command("gosia", "register.close", {
    sessionId,
    topic: "Motywacja",
    content: null,
    leaderId: null,
    substituteId: null,
    heldMinutes: 60,
    lateReason: "choroba prowadzącej",
  });
  expect([day, closed.status]).toEqual([day, 200]);
}

/** The open case of somebody of the group, at a stage and led by Anna. */
async function givenCase(place: number, stage: string): Promise<string> {
  const { caseId, personId } = group.people[place] ?? {};
  await it.owner.query("update support_case set stage = $2, leader_id = $3, unit_id = $4 where id = $1", [
    caseId,
    stage,
    it.accountOf("anna"),
    world.office,
  ]);
  await it.owner.query("update open_case set unit_id = $2 where case_id = $1", [caseId, world.office]);
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-10-01') on conflict do nothing", [
    world.agenda,
    personId,
    world.office,
  ]);
  return caseId ?? "";
}

const proposals = async () =>
  (
    await it.owner.query(
      "select t.source_id as case_id, t.owner_id, t.detail, e.outcome from task t left join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id where t.kind = 'PROPOSE_ASSESSMENT'",
    )
  ).rows;

test("who comes on six days of thirty is proposed for an assessment, once, and moved by nobody (R-S0-02)", async () => {
  const caseId = await givenCase(0, "OPEN_OFFER");
  await givenCase(1, "UNDER_ASSESSMENT");
  for (const day of ["2026-12-21", "2026-12-22", "2026-12-28", "2026-12-30", "2027-01-04"]) await heldClass(day, 2);
  // a second class of a day is no other day, and the first was 31 days ago
  await heldClass("2027-01-04", 2);
  await heldClass("2027-01-11", 2);
  expect(await proposals()).toEqual([]);
  await heldClass("2027-01-13", 2);
  const wanted = { case_id: caseId, owner_id: it.accountOf("anna"), detail: { visits: 6, days: 30 }, outcome: null };
  expect(await proposals()).toEqual([wanted]);
  await heldClass("2027-01-18", 2);
  expect(await proposals()).toEqual([wanted]);

  const page = await it.read("anna", `/cases/${caseId}/assessments`, CaseAssessments);
  expect(page).toMatchObject({ stage: "OPEN_OFFER", proposed: true, path: [] });
  const { cases } = (await it.get("anna", "/recommendations")).body as {
    cases: { caseId: string; proposed: boolean }[];
  };
  expect(cases.find((one) => one.caseId === caseId)).toMatchObject({ proposed: true, stage: "OPEN_OFFER" });

  for (const act of ["attend_regularly", "start_assessment"])
    expect((await it.command("anna", "stage.move", { caseId, act })).status).toBe(200);
  expect(await proposals()).toEqual([{ ...wanted, outcome: "DONE" }]);
  const after = await it.read("anna", `/cases/${caseId}/assessments`, CaseAssessments);
  expect(after).toMatchObject({
    proposed: false,
    path: [
      { from: "OPEN_OFFER", to: "REGULAR", act: "attend_regularly", by: "Anna Próbna" },
      { from: "REGULAR", to: "UNDER_ASSESSMENT", act: "start_assessment", by: "Anna Próbna" },
    ],
  });
});

test("how often is regular, the organisation sets itself", async () => {
  const caseId = await givenCase(2, "REGULAR");
  await it.owner.query(
    "insert into organisation_parameter (organisation_id, code, valid_from, value, unit, source, recorded_by) values ($1, 'REGULAR_VISITS', '2027-01-01', 2, 'VISITS', 'Regulamin', $2)",
    [world.agenda, it.accountOf("anna")],
  );
  await heldClass("2027-01-12", 3);
  expect((await proposals()).map(({ case_id }) => case_id)).not.toContain(caseId);
  await heldClass("2027-01-19", 3);
  expect((await proposals()).map(({ case_id }) => case_id)).toContain(caseId);
});
