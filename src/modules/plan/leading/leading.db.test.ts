import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { unzip } from "../../../platform/testing/unzip.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { PlanView } from "../contract.ts";
import { LeadingView } from "./contract.ts";

const it = useTestHouse();

async function makePlan() {
  const [personId, caseId, planId] = [uuidv7(), uuidv7(), uuidv7()];
  const { rows } = await it.owner.query("select coalesce(max(person_no), 0) + 1 as no from person");
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, $3, 'Wojciech', 'Zasada', $4)",
    [world.agenda, personId, rows[0].no, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  const opened = await it.command("anna", "case.open", {
    caseId,
    personId,
    unitId: world.office,
    openedOn: "2026-11-01",
    leaderId: null,
  });
  expect(opened.status).toBe(200);
  for (const name of ["ewa", "robert"] as const) await join(caseId, name, "ASSISTANT");
  const description = {
    kind: "IPWB",
    preparedSide: "OPS",
    implementer: "OPS",
    startOn: "2026-11-20",
    endOn: "2027-11-19",
    beyondShelterMeans: false,
    healthInsuranceNeeded: true,
    provisions: [],
    supportMeans: ["SOCIAL_WORK"],
    situation: "",
    commitments: "",
    noHousingGoalReason: null,
    noWorkGoalReason: null,
  };
  await it.command("anna", "plan.draft", { planId, caseId, ...description });
  const line = { base: null, dueOn: "2026-12-04" };
  const goals = ["HOUSING", "VOCATIONAL"].map((sphere) => ({
    goalId: uuidv7(),
    ...line,
    sphere,
    text: "a",
    measure: "",
  }));
  await it.command("anna", "plan.set-goals", { planId, goals, removed: [] });
  const tasks = [{ taskId: uuidv7(), ...line, side: "OPS", what: "Wniosek" }];
  await it.command("anna", "plan.set-tasks", { planId, tasks, removed: [] });
  return { personId, caseId, planId };
}

const join = (caseId: string, name: PersonOfFixture, part: string) =>
  it.command("anna", "case.join-team", {
    memberId: uuidv7(),
    caseId,
    accountId: it.accountOf(name),
    part,
    validFrom: "2026-11-01",
  });

async function begin(planId: string) {
  await it.command("anna", "plan.agree", { planId, personAgrees: true, words: "" });
  expect((await it.command("henryk", "plan.approve", { planId })).status).toBe(200);
  expect((await it.command("anna", "plan.activate", { planId })).status).toBe(200);
}

/** Somebody with a role who works in the office of the fixture. */
async function newColleague(role: string, unitId: string = world.office): Promise<string> {
  const id = uuidv7();
  await it.owner.query("insert into account (id, login, password_hash) values ($1, $2, 'x')", [id, `x-${id}`]);
  await it.owner.query(
    "insert into membership (organisation_id, account_id, display_name, valid_from) values ($1, $2, $3, '2026-01-01')",
    [world.agenda, id, `Kolega ${role}`],
  );
  await it.owner.query("insert into membership_role (organisation_id, account_id, role) values ($1, $2, $3)", [
    world.agenda,
    id,
    role,
  ]);
  await it.owner.query("insert into membership_unit (organisation_id, account_id, unit_id) values ($1, $2, $3)", [
    world.agenda,
    id,
    unitId,
  ]);
  return id;
}

const change = (name: PersonOfFixture, type: string, payload: object, base?: number) =>
  it.command(name, type, { reason: "LEAVES", ...payload }, base === undefined ? {} : { base });
const read = (name: PersonOfFixture, planId: string) => it.read(name, `/plans/${planId}/leading`, LeadingView);
const print = async (planId: string) => {
  const session = await it.server.inject({
    method: "POST",
    url: "/api/session",
    headers: { "x-powrot": "1" },
    payload: { login: "anna", password: "spokojna noc nad rzeką", kind: "token" },
  });
  const headers = { authorization: `Bearer ${session.json<{ token: string }>().token}` };
  return it.server.inject({ url: `/api/plans/${planId}/document?print=edit`, headers });
};
const openTasks = async (accountId: string, personId: string) =>
  (
    await it.owner.query(
      "select kind from task t where owner_id = $1 and person_id = $2 and not exists (select from task_ending e where e.task_id = t.id) order by kind",
      [accountId, personId],
    )
  ).rows.map(({ kind }) => kind);

test("a programme goes to another leading worker with every open task of it; the earlier leader stays in the history", async () => {
  const { planId, personId, caseId } = await makePlan();
  await begin(planId);
  const to = await newColleague("SOCIAL_WORKER");
  const before = await openTasks(it.accountOf("anna"), personId);
  expect(before).toEqual(["PLAN_ENDS", "PLAN_PROMISE", "REVIEW_PLAN", "START_HEALTH_INSURANCE"]);
  const handed = await change("anna", "plan.change-leader", { planId, accountId: to }, 1);
  expect(handed).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await openTasks(it.accountOf("anna"), personId)).toEqual([]);
  expect(await openTasks(to, personId)).toEqual([...before, "TAKE_OVER_PLAN"].toSorted());
  const [part] = (await read("henryk", planId)).parts;
  expect(part).toMatchObject({
    part: "PLAN",
    version: 2,
    leader: { id: to },
    since: "2026-11-22",
    call: "OFFERED", // anna leads the case and could lead it
    mayChange: true,
    earlier: [{ until: "2026-11-22", reason: "LEAVES" }],
  });
  const plan = await it.read("anna", `/plans/${planId}`, PlanView);
  expect(plan.leader).toMatchObject({ name: "Kolega SOCIAL_WORKER", since: "2026-11-22" });
  const events = await it.owner.query("select detail from event where kind = 'plan.leader_changed' and case_id = $1", [
    caseId,
  ]);
  expect(events.rows).toEqual([{ detail: { reason: "LEAVES" } }]);
  expect(await it.audited(personId)).toContain("plan.change-leader done");
  const paper =
    unzip((await print(planId)).rawPayload)
      .get("word/document.xml")
      ?.toString() ?? "";
  expect(paper).toContain("Kolega SOCIAL_WORKER (od 22 listopada 2026)");

  // the next review, whoever holds it, is the leader's
  const review = {
    reviewId: uuidv7(),
    planId,
    reviewedOn: "2026-11-22",
    goals: [],
    tasks: [],
    statement: "",
    summary: "",
  };
  const reviewed = await it.command("anna", "plan.review", { ...review, decision: "CONTINUE", nextOn: null });
  expect(reviewed.status).toBe(200);
  expect(await openTasks(to, personId)).toContain("REVIEW_PLAN");
});

test("two who hand over at once: the second is told, and nobody says it without the version that they saw", async () => {
  const { planId } = await makePlan();
  const [one, two] = [await newColleague("SOCIAL_WORKER"), await newColleague("REINTEGRATION_SOCIAL_WORKER")];
  const answers = await Promise.all([
    change("anna", "plan.change-leader", { planId, accountId: one }, 1),
    change("henryk", "plan.change-leader", { planId, accountId: two }, 1),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe("plan.leading_changed");
  expect((await change("henryk", "plan.change-leader", { planId, accountId: one })).body.code).toBe(
    "record.base_missing",
  );
});

test("who may hand over: who leads it or the case, and the manager; to whom: somebody who can lead it", async () => {
  const { planId, caseId } = await makePlan();
  const to = await newColleague("SOCIAL_WORKER");
  const elsewhere = await newColleague("SOCIAL_WORKER", world.club);
  const coach = await newColleague("JOB_COACH");
  const payload = { planId, accountId: to };
  for (const name of ["marta", "ewa", "robert", "zofia"] as const)
    expect([name, (await change(name, "plan.change-leader", payload, 1)).status]).toEqual([
      name,
      name === "zofia" ? 404 : 403,
    ]);
  for (const accountId of [elsewhere, coach, it.accountOf("zofia"), uuidv7()])
    expect((await change("anna", "plan.change-leader", { planId, accountId }, 1)).body.code).toBe("plan.leader_cannot");
  const self = { planId, accountId: it.accountOf("anna") };
  expect((await change("anna", "plan.change-leader", self, 1)).body.code).toBe("plan.leads_already");
  expect((await change("henryk", "plan.change-leader", { ...payload, reason: "CASE" }, 1)).status).toBe(200);
  // anna still leads the case, so she may take it back; once another leads the case she may not
  await it.owner.query("update support_case set leader_id = $1 where id = $2", [to, caseId]);
  const back = await change("anna", "plan.change-leader", self, 2);
  expect(back).toMatchObject({ status: 422, body: { code: "plan.led_by_another" } });
  expect((await read("anna", planId)).parts[0]).toMatchObject({ mayChange: false, candidates: [] });
});

test("annexes are handed over within their profession and the case team; a closed programme is not", async () => {
  const { planId, personId, caseId } = await makePlan();
  const [annexId, pathId] = [uuidv7(), uuidv7()];
  await it.command("robert", "vocational-plan.begin", { annexId, planId });
  await it.command("ewa", "interpersonal-path.begin", { annexId: pathId, planId });
  const [counsellor, psychologist] = [await newColleague("VOCATIONAL_COUNSELLOR"), await newColleague("PSYCHOLOGIST")];
  const vocational = { annexId, accountId: counsellor };
  const outside = await change("robert", "vocational-plan.change-leader", vocational, 1);
  expect(outside.body.code).toBe("plan.leader_cannot");
  for (const id of [counsellor, psychologist])
    await it.owner.query(
      "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'ASSISTANT', '2026-11-01')",
      [world.agenda, uuidv7(), caseId, id],
    );
  const wrong = { annexId, accountId: psychologist };
  expect((await change("robert", "vocational-plan.change-leader", wrong, 1)).body.code).toBe("plan.leader_cannot");
  expect((await change("ewa", "vocational-plan.change-leader", vocational, 1)).status).toBe(403);
  const reviewOn = ["2027-01-15"];
  const steps = [
    {
      lineId: uuidv7(),
      base: null,
      type: "COURSE",
      provider: "",
      hours: null,
      fromOn: null,
      untilOn: null,
      certificate: "",
      mover: "PERSON",
      lacksDocument: false,
      competence: "",
    },
  ];
  await it.command("robert", "vocational-plan.change", { annexId, fields: { goal: "Praca", reviewOn } }, { base: 1 });
  await it.command("robert", "vocational-plan.set-steps", { annexId, steps, removed: [] });
  expect((await it.command("robert", "vocational-plan.agree", { annexId })).status).toBe(200);
  expect(await change("robert", "vocational-plan.change-leader", vocational, 1)).toMatchObject({
    status: 200,
    body: { version: 2 },
  });
  expect(await openTasks(counsellor, personId)).toEqual(["TAKE_OVER_PLAN", "VOCATIONAL_REVIEW"]);
  expect(await openTasks(it.accountOf("robert"), personId)).toEqual([]);
  // who leads the programme hands the path over too
  expect(
    (await change("anna", "interpersonal-path.change-leader", { annexId: pathId, accountId: psychologist }, 1)).status,
  ).toBe(200);
  const { parts } = await read("ewa", planId);
  expect(parts.map(({ part, leader }) => [part, leader.id])).toEqual([
    ["PLAN", it.accountOf("anna")],
    ["VOCATIONAL", counsellor],
    ["INTERPERSONAL", psychologist],
  ]);
  await it.command("anna", "plan.agree", { planId, personAgrees: true, words: "" });
  const close = { planId, act: "interrupt", closedOn: "2026-11-22", reason: "OTHER", summary: "" };
  expect((await it.command("anna", "plan.close", close)).status).toBe(200);
  const late = await change("henryk", "plan.change-leader", { planId, accountId: counsellor }, 1);
  expect(late.body.code).toBe("plan.closed");
});

test("the page asks for another leader when the present one has left, and when another leads the case", async () => {
  const { planId, caseId } = await makePlan();
  const to = await newColleague("SOCIAL_WORKER");
  const leader = async () => (await it.read("anna", `/plans/${planId}`, PlanView)).leader;
  expect(await leader()).toMatchObject({ since: null, call: null, mayChange: true });
  const joined = await it.command("anna", "case.join-team", {
    memberId: uuidv7(),
    caseId,
    accountId: to,
    part: "LEADER",
    validFrom: "2026-11-20",
  });
  expect(joined.status).toBe(200);
  expect(await leader()).toMatchObject({ call: "OFFERED", mayChange: true });
  expect((await change("anna", "plan.change-leader", { planId, accountId: to }, 1)).status).toBe(200);
  expect(await leader()).toMatchObject({ name: "Kolega SOCIAL_WORKER", call: null });
  await it.owner.query("update membership set valid_until = '2026-11-21' where account_id = $1", [to]);
  expect(await leader()).toMatchObject({ call: "NEEDED", mayChange: false });
  expect((await it.read("henryk", `/plans/${planId}`, PlanView)).leader).toMatchObject({
    call: "NEEDED",
    mayChange: true,
  });
});
