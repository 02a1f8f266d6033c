import { expect, test } from "vitest";
import { z } from "zod";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { uaFaults } from "../../platform/testing/pdfUa.ts";
import { unzip } from "../../platform/testing/unzip.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { PlanVersionView, PlanView } from "./contract.ts";
import { planDifference } from "./difference.ts";
import { Implementers } from "./implementer.ts";

const it = useTestHouse();
const words = "Chce miec swoj klucz do drzwi";

async function makeCase(stage = "ANALYSIS"): Promise<{ personId: string; caseId: string }> {
  const [personId, caseId] = [uuidv7(), uuidv7()];
  const { rows } = await it.owner.query("select coalesce(max(person_no), 0) + 1 as no from person");
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, alias, recorded_by) values ($1, $2, $3, 'Wojtek', $4)",
    [world.agenda, personId, rows[0].no, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) values ($1, $2, $3, $4, '2026-11-01', $5, $6)",
    [world.agenda, caseId, personId, world.office, stage, it.accountOf("anna")],
  );
  await it.owner.query("insert into open_case values ($1, $2, $3, $4)", [world.agenda, personId, world.office, caseId]);
  await it.owner.query(
    "insert into person_fact (organisation_id, id, person_id, kind, value, valid_from, recorded_by) values ($1, $2, $3, 'HOUSING', '3', '2026-11-01', $4)",
    [world.agenda, uuidv7(), personId, it.accountOf("anna")],
  );
  await it.owner.query(
    "insert into facility (organisation_id, id, unit_id, name, facility_type, area, places, recorded_by) values ($1, $2, $3, 'Schronisko', 'SHELTER', 'Centrum', 30, $4)",
    [world.agenda, uuidv7(), world.office, it.accountOf("anna")],
  );
  for (const name of ["ewa", "robert", "teresa", "marta", "sylwia"] as const)
    await it.owner.query(
      "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'ASSISTANT', '2026-11-01')",
      [world.agenda, uuidv7(), caseId, it.accountOf(name)],
    );
  return { personId, caseId };
}

const description = {
  kind: "IPWB",
  preparedSide: "SHELTER",
  implementer: "SHELTER",
  startOn: "2026-11-20",
  endOn: "2027-11-19",
  beyondShelterMeans: false,
  healthInsuranceNeeded: false,
  provisions: [] as { provision: string; body: string }[],
  supportMeans: ["SOCIAL_WORK"],
  situation: "Trzy tygodnie w schronisku.",
  commitments: "",
  noHousingGoalReason: null as string | null,
  noWorkGoalReason: null as string | null,
};
const goal = (sphere: string, text = words) => ({
  goalId: uuidv7(),
  base: null as number | null,
  sphere,
  text,
  measure: "podpisana umowa",
  dueOn: "2027-05-31" as string | null,
});
const task = (what = "Wniosek o lokal", side = "OPS") => ({
  taskId: uuidv7(),
  base: null as number | null,
  side,
  what,
  dueOn: "2026-12-04" as string | null,
});

/** A plan with goals and tasks of its own, still a draft. */
async function makePlan(wish: Partial<typeof description> = {}, stage = "ANALYSIS") {
  const made = await makeCase(stage);
  const planId = uuidv7();
  const draft = await it.command("anna", "plan.draft", { planId, caseId: made.caseId, ...description, ...wish });
  expect(draft).toMatchObject({ status: 200, body: { version: 1 } });
  const goals = [goal("HOUSING"), goal("VOCATIONAL", "Mam dosc dorywczych robot")];
  const tasks = [task(), task("Zglosi sie do doradcy", "PERSON")];
  await it.command("anna", "plan.set-goals", { planId, goals, removed: [] });
  await it.command("anna", "plan.set-tasks", { planId, tasks, removed: [] });
  const act = (verb: string, name: PersonOfFixture = "anna") =>
    it.command(name, `plan.${verb}`, { planId, ...(verb === "agree" ? { personAgrees: true, words: "" } : {}) });
  return { ...made, planId, goals, tasks, act };
}
const read = (name: PersonOfFixture, planId: string) => it.read(name, `/plans/${planId}`, PlanView);

test("a plan is agreed, begins, is reviewed goal by goal and ends; every step stays with who and when", async () => {
  const { planId, personId, caseId, goals, tasks, act } = await makePlan();
  expect((await act("activate")).body.code).toBe("plan.step_not_possible");
  expect((await act("agree")).status).toBe(200);
  expect((await act("redraft")).status).toBe(200);
  expect((await act("agree")).status).toBe(200);
  expect((await act("approve", "henryk")).body.code).toBe("plan.approval_not_needed");
  expect((await act("activate")).status).toBe(200);
  const stage = await it.owner.query("select stage from support_case where id = $1", [caseId]);
  expect(stage.rows).toEqual([{ stage: "PLANNED" }]);

  const review = {
    reviewId: uuidv7(),
    planId,
    reviewedOn: "2026-11-22",
    goals: [{ goalId: goals[0]?.goalId, outcome: "PARTLY", progress: 40, said: "Byl u trzech wlascicieli" }],
    tasks: [{ taskId: tasks[0]?.taskId, outcome: "DONE" }],
    decision: "CONTINUE",
    nextOn: null,
    statement: "Chce dalej",
    summary: "Idzie wolniej, ale idzie.",
  };
  expect((await it.command("anna", "plan.review", { ...review, reviewedOn: "2026-11-23" })).body.code).toBe(
    "plan.review_in_future",
  );
  expect((await it.command("anna", "plan.review", { ...review, reviewedOn: "2026-11-01" })).body.code).toBe(
    "plan.review_before_start",
  );
  expect((await it.command("anna", "plan.review", { ...review, nextOn: "2026-11-22" })).body.code).toBe(
    "plan.next_review_not_later",
  );
  const foreign = [{ goalId: uuidv7(), outcome: "KEPT", progress: null, said: "" }];
  expect((await it.command("anna", "plan.review", { ...review, goals: foreign })).body.code).toBe(
    "plan.goal_not_found",
  );
  const otherTasks = [{ taskId: uuidv7(), outcome: "DONE" }];
  expect((await it.command("anna", "plan.review", { ...review, tasks: otherTasks })).body.code).toBe(
    "plan.task_not_found",
  );
  expect((await it.command("anna", "plan.review", { ...review, nextOn: "2027-11-20" })).body.code).toBe(
    "plan.next_review_after_end",
  );
  expect((await it.command("anna", "plan.review", review)).status).toBe(200);
  const view = await read("anna", planId);
  expect(view).toMatchObject({
    state: "ACTIVE",
    reviewDue: "2027-02-22",
    goals: [
      { text: words, outcome: "PARTLY", progress: 40 },
      { outcome: null, progress: null },
    ],
    tasks: [{ outcome: "DONE" }, { outcome: null }],
    reviews: [
      {
        summary: "Idzie wolniej, ale idzie.",
        statement: "Chce dalej",
        reviewedBy: "Anna Próbna",
        goals: [{ text: words, outcome: "PARTLY", progress: 40, said: "Byl u trzech wlascicieli" }],
        tasks: [{ what: "Wniosek o lokal", outcome: "DONE" }],
      },
    ],
  });
  const due = await it.owner.query(
    "select due_on::text from task t where person_id = $1 and kind = 'REVIEW_PLAN' and not exists (select from task_ending e where e.task_id = t.id)",
    [personId],
  );
  expect(due.rows).toEqual([{ due_on: "2027-02-22" }]);

  const close = { planId, act: "complete", closedOn: "2026-11-22", reason: "INDEPENDENT", summary: "Ma klucz." };
  expect((await it.command("anna", "plan.close", { ...close, closedOn: "2026-11-23" })).body.code).toBe(
    "plan.closes_in_future",
  );
  expect((await it.command("anna", "plan.close", close)).status).toBe(200);
  expect((await it.command("anna", "plan.close", close)).body.code).toBe("plan.closed");
  const ended = await read("anna", planId);
  expect(ended.steps.map((step) => step.act)).toEqual([
    "draft",
    "agree",
    "redraft",
    "agree",
    "activate",
    "review",
    "complete",
  ]);
  expect(ended.closure).toMatchObject({ reason: "INDEPENDENT", summary: "Ma klucz." });
  const { rows } = await it.owner.query(
    "select kind from event where person_id = $1 and kind like 'plan.%' order by seq",
    [personId],
  );
  expect(rows.map(({ kind }) => kind)).toEqual([
    "plan.drafted",
    "plan.agreed",
    "plan.redrafted",
    "plan.agreed",
    "plan.activated",
    "plan.reviewed",
    "plan.ended",
  ]);
  expect(await it.audited(planId)).toContain("plan.read done");
});

test.each([
  ["IPWB", "OPS", false, false, true],
  ["IPWB", "OPS", true, true, true],
  ["IPWB", "SHELTER", false, false, false],
  ["IPWB", "SHELTER", true, false, true],
  ["IPWB", "SHELTER", false, true, true],
  ["PREVENTION", "OPS", true, true, false],
] as const)(
  "%s prepared by %s, beyond means %s, insurance %s: approval %s before it begins",
  async (kind, side, beyond, insurance, needed) => {
    const { planId, personId, act } = await makePlan({
      kind,
      preparedSide: side,
      beyondShelterMeans: beyond,
      healthInsuranceNeeded: insurance,
      provisions: [
        { provision: "HEALTH_INSURANCE", body: "OPS" },
        { provision: "SOCIAL_WORK", body: "Schronisko" },
      ],
    });
    await act("agree");
    expect((await read("anna", planId)).approvalNeeded).toBe(needed);
    if (needed) {
      expect(await act("activate")).toMatchObject({ status: 422, body: { code: "plan.approval_needed" } });
      expect((await act("approve")).status).toBe(403);
      expect((await act("approve", "ewa")).status).toBe(403);
      expect((await act("approve", "henryk")).status).toBe(200);
      expect((await read("henryk", planId)).approval).toEqual({ on: "2026-11-22", by: "Henryk Próbna" });
    }
    expect((await act("activate")).status).toBe(200);
    const { rows } = await it.owner.query(
      "select kind from task where person_id = $1 and kind <> 'PLAN_PROMISE' order by kind",
      [personId],
    );
    expect(rows.map((row) => row.kind)).toEqual(
      insurance && kind === "IPWB"
        ? ["PLAN_ENDS", "REVIEW_PLAN", "START_HEALTH_INSURANCE"]
        : ["PLAN_ENDS", "REVIEW_PLAN"],
    );
  },
);

test("the insurance starts with the programme, stops when it ends, and starts again when it is opened again (R-IPWB-05)", async () => {
  const { planId, personId, act } = await makePlan({
    healthInsuranceNeeded: true,
    provisions: [
      { provision: "HEALTH_INSURANCE", body: "OPS" },
      { provision: "SOCIAL_WORK", body: "Schronisko" },
    ],
  });
  for (const [name, login] of [["agree"], ["approve", "henryk"], ["activate"]] as const)
    expect([name, (await act(name, login)).status]).toEqual([name, 200]);
  const open = async () => {
    const { rows } = await it.owner.query(
      `select kind from task t where person_id = $1 and kind like '%INSURANCE'
         and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)`,
      [personId],
    );
    return rows.map((row) => row.kind);
  };
  expect(await open()).toEqual(["START_HEALTH_INSURANCE"]);
  const closing = { planId, act: "interrupt", closedOn: "2026-11-22", reason: "LOST_CONTACT", summary: "" };
  expect((await it.command("anna", "plan.close", closing)).status).toBe(200);
  expect(await open()).toEqual(["STOP_HEALTH_INSURANCE"]);
  const again = { planId, reason: "Osoba wróciła.", endOn: null };
  expect((await it.command("anna", "plan.reopen", again)).status).toBe(200);
  expect(await open()).toEqual(["START_HEALTH_INSURANCE"]);
});

test("a change that takes the insurance away stops it once the manager approves; one that is returned does not (R-IPWB-05)", async () => {
  const provisions = [{ provision: "SOCIAL_WORK", body: "Schronisko" }];
  const insured = {
    healthInsuranceNeeded: true,
    provisions: [...provisions, { provision: "HEALTH_INSURANCE", body: "OPS" }],
  };
  const { planId, personId, act } = await makePlan(insured);
  for (const [name, login] of [["agree"], ["approve", "henryk"], ["activate"]] as const)
    expect([name, (await act(name, login)).status]).toEqual([name, 200]);
  const insurance = async () => {
    const { rows } = await it.owner.query(
      `select kind, e.outcome, t.owner_id as owner from task t
         left join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id
       where t.person_id = $1 and kind like '%INSURANCE' order by kind`,
      [personId],
    );
    return rows;
  };
  const owner = it.accountOf("anna");
  const running = [{ kind: "START_HEALTH_INSURANCE", outcome: null, owner }];
  expect(await insurance()).toEqual(running);
  // the social worker alone does not take away what the manager approved
  const wanted = { planId, ...description, provisions, reason: "Ma ubezpieczenie z pracy." };
  expect((await it.command("anna", "plan.describe", wanted, { base: 1 })).body.code).toBe("plan.change_needs_approval");
  const propose = async () => {
    const changeId = uuidv7();
    const sent = await it.command("anna", "plan.propose-change", { changeId, ...wanted }, { base: 1 });
    expect(sent.status).toBe(200);
    return changeId;
  };
  const returned = { changeId: await propose(), reason: "Od którego dnia?" };
  expect((await it.command("henryk", "plan.return-change", returned)).status).toBe(200);
  const changeId = await propose();
  expect(await insurance()).toEqual(running);
  const approve = { id: uuidv7() };
  for (const time of ["first", "sent again"])
    expect([time, (await it.command("henryk", "plan.approve-change", { changeId }, approve)).status]).toEqual([
      time,
      200,
    ]);
  expect(await insurance()).toEqual([
    { kind: "START_HEALTH_INSURANCE", outcome: "NO_LONGER_RELEVANT", owner },
    { kind: "STOP_HEALTH_INSURANCE", outcome: null, owner },
  ]);
  expect(await read("anna", planId)).toMatchObject({ versionNo: 2, description: { healthInsuranceNeeded: false } });
  // it is stopped once: the end of the programme asks for nothing more
  const closing = { planId, act: "interrupt", closedOn: "2026-11-22", reason: "LOST_CONTACT", summary: "" };
  expect((await it.command("anna", "plan.close", closing)).status).toBe(200);
  const stopped = (await insurance()).filter(({ kind }) => kind === "STOP_HEALTH_INSURANCE");
  expect(stopped).toHaveLength(1);
});

test("who prepared or agreed a plan does not approve it, whatever roles they have", async () => {
  const { act, planId } = await makePlan({ preparedSide: "OPS" });
  await it.owner.query("insert into membership_role values ($1, $2, 'SOCIAL_WORK_MANAGER')", [
    world.agenda,
    it.accountOf("anna"),
  ]);
  await act("agree");
  expect(await act("approve")).toMatchObject({ status: 422, body: { code: "plan.approved_by_author" } });
  // in two tabs, by replay, and in the database, whoever the row says prepared it (C31)
  const own = { id: uuidv7() };
  const again = () => it.command("anna", "plan.approve", { planId }, own);
  const answers = [...(await Promise.all([again(), again()])), await again()];
  expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill("plan.approved_by_author"));
  const [anna, henryk] = [it.accountOf("anna"), it.accountOf("henryk")];
  const approval = (preparedBy: string) =>
    it.owner.query(
      "insert into plan_approval (organisation_id, plan_id, step_no, prepared_by, approved_by, approved_on) select organisation_id, plan_id, no, $2, $3, '2026-11-22' from plan_step where plan_id = $1 order by no desc limit 1",
      [planId, preparedBy, anna],
    );
  await expect(approval(anna)).rejects.toMatchObject({ constraint: "plan_approved_by_another" });
  await expect(approval(henryk)).rejects.toMatchObject({ constraint: "plan_approval_of_prepared" });
  const both = await Promise.all([1, 2].map(() => act("approve", "henryk")));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  await it.owner.query("delete from membership_role where account_id = $1 and role = 'SOCIAL_WORK_MANAGER'", [
    it.accountOf("anna"),
  ]);
});

test("an agreement names everything that is missing at once", async () => {
  const { caseId } = await makeCase();
  const planId = uuidv7();
  const draft = { ...description, endOn: null, beyondShelterMeans: true };
  await it.command("anna", "plan.draft", { planId, caseId, ...draft });
  expect((await it.command("anna", "plan.agree", { planId, personAgrees: true, words: "" })).body.details).toEqual({
    refusals: [
      "plan.end_missing",
      "plan.housing_or_family_goal_missing",
      "plan.work_goal_missing",
      "plan.tasks_missing",
      "plan.responsible_bodies_missing",
    ],
  });
  const reasons = { noHousingGoalReason: "Mieszka u brata", noWorkGoalReason: "Emeryt" };
  const changed = {
    planId,
    ...draft,
    ...reasons,
    endOn: "2027-05-01",
    provisions: [{ provision: "SOCIAL_WORK", body: "OPS" }],
  };
  expect((await it.command("anna", "plan.describe", changed)).status).toBe(409);
  expect((await it.command("anna", "plan.describe", changed, { base: 1 })).body.version).toBe(2);
  expect((await it.command("anna", "plan.describe", changed, { base: 1 })).body.code).toBe("record.changed");
  await it.command("anna", "plan.set-tasks", { planId, tasks: [{ ...task(), dueOn: null }], removed: [] });
  expect((await it.command("anna", "plan.agree", { planId, personAgrees: true, words: "" })).body.code).toBe(
    "plan.task_without_due_date",
  );
});

test("two people who write one plan at the same time lose nothing", async () => {
  const { planId, goals } = await makePlan();
  await it.owner.query("insert into membership_role values ($1, $2, 'SOCIAL_WORKER')", [
    world.agenda,
    it.accountOf("janusz"),
  ]);
  const more = Array.from({ length: 8 }, (_, at) => goal("SOCIAL", `Cel ${at}`));
  const answers = await Promise.all([
    ...more.map((one, at) =>
      it.command(at % 2 ? "anna" : "janusz", "plan.set-goals", { planId, goals: [one], removed: [] }),
    ),
    it.command("anna", "plan.set-tasks", { planId, tasks: [task("Telefon do siostry", "PERSON")], removed: [] }),
    it.command("anna", "plan.describe", { planId, ...description, situation: "Inaczej." }, { base: 1 }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  const view = await read("anna", planId);
  expect(view.goals).toHaveLength(10);
  expect(view.tasks).toHaveLength(3);
  expect(view.description?.situation).toBe("Inaczej.");

  // both change a goal: different ones pass, the same one is a conflict for the second and keeps the first
  const [first, second] = goals;
  const change = (one: typeof first, text: string, name: PersonOfFixture = "anna") =>
    it.command(name, "plan.set-goals", { planId, goals: [{ ...one, base: 1, text }], removed: [] });
  expect(
    (await Promise.all([change(first, "Jeden"), change(second, "Dwa", "janusz")])).map(({ status }) => status),
  ).toEqual([200, 200]);
  expect(await change(first, "Trzy", "janusz")).toMatchObject({
    status: 409,
    body: { code: "plan.goal_changed", details: { lines: [first?.goalId] } },
  });
  expect((await read("anna", planId)).goals.map(({ text }) => text)).toEqual(
    expect.arrayContaining(["Jeden", "Dwa", "Cel 0"]),
  );
  const removal = { planId, goals: [], removed: [{ goalId: first?.goalId, base: 1 }] };
  expect((await it.command("janusz", "plan.set-goals", removal)).body.code).toBe("plan.goal_changed");
  await it.owner.query("delete from membership_role where account_id = $1 and role = 'SOCIAL_WORKER'", [
    it.accountOf("janusz"),
  ]);
});

test("a change of a running plan is a new version; the old one stays readable and the difference is named", async () => {
  const { planId, goals, tasks, act } = await makePlan();
  await act("agree");
  const more = goal("FAMILY", "Odzyskac kontakt z corka");
  const change = { planId, goals: [{ ...goals[0], base: 1, text: "Swoje mieszkanie" }, more], removed: [] };
  expect((await it.command("anna", "plan.set-goals", change)).body.code).toBe("plan.not_open_for_changes");
  await act("activate");
  expect((await it.command("anna", "plan.set-goals", change)).status).toBe(200);
  expect(
    (
      await it.command("anna", "plan.set-goals", {
        planId,
        goals: [],
        removed: [{ goalId: goals[1]?.goalId, base: 1 }],
      })
    ).body.code,
  ).toBe("plan.work_goal_missing");
  await it.command("anna", "plan.set-tasks", { planId, tasks: [], removed: [{ taskId: tasks[1]?.taskId, base: 1 }] });
  const { body } = await it.get("anna", `/plans/${planId}/versions`);
  const versions = z.array(PlanVersionView).parse(body.versions);
  expect(versions.map(({ no }) => no)).toEqual([1, 2, 3]);
  const [one, two, three] = versions.map(({ content }) => content);
  if (!one || !two || !three) throw new Error("three versions");
  expect(one).toMatchObject({
    goals: [{ text: words }, {}],
    tasks: [{}, {}],
    description: { situation: description.situation },
  });
  expect(planDifference(one, two).goals).toMatchObject([
    { change: "changed", id: goals[0]?.goalId, fields: ["text"] },
    { change: "added", id: more.goalId },
  ]);
  expect(planDifference(two, three)).toMatchObject({
    goals: [],
    tasks: [{ change: "removed", id: tasks[1]?.taskId }],
    description: [],
  });
  expect((await read("anna", planId)).versionNo).toBe(3);
});

test("the description of a running plan changes as a version too; what was agreed and approved in it does not", async () => {
  const { planId, act } = await makePlan();
  await act("agree");
  const describe = (change: object, base: number) =>
    it.command("anna", "plan.describe", { planId, ...description, reason: "Dostal prace", ...change }, { base });
  expect((await describe({ situation: "Nowa." }, 1)).body.code).toBe("plan.description_is_agreed");
  await act("activate");
  expect((await describe({ endOn: "2027-12-31" }, 1)).body).toMatchObject({ code: "plan.description_fixed" });
  expect((await describe({ situation: "Znalazl prace.", reason: " " }, 1)).body.code).toBe("plan.reason_missing");
  expect((await describe({ situation: "Znalazl prace." }, 1)).body).toMatchObject({ version: 2 });
  expect((await describe({ situation: "Inna." }, 1)).body.code).toBe("record.changed");
  const { body } = await it.get("anna", `/plans/${planId}/versions`);
  const [one, two] = z
    .array(PlanVersionView)
    .parse(body.versions)
    .map(({ content }) => content);
  if (!one || !two) throw new Error("two versions");
  expect(planDifference(one, two).description).toEqual(["situation"]);
  expect([one.reason, two.reason]).toEqual([undefined, "Dostal prace"]);
  expect((await read("anna", planId)).description?.situation).toBe("Znalazl prace.");
});

test("what the manager approved changes in a running plan once the manager approves that too; the insurance begins with it (R-IPWB-01, R-IPWB-05)", async () => {
  const ops = { preparedSide: "OPS", implementer: "OPS", supportMeans: ["SOCIAL_WORK", "THERAPY_ADDICTION"] };
  const { planId, personId, act } = await makePlan(ops);
  const changeId = uuidv7();
  const wanted = { planId, ...description, ...ops, healthInsuranceNeeded: true, reason: words };
  const propose = (payload: object, base = 1) => it.command("anna", "plan.propose-change", payload, { base });
  const body = { changeId, ...wanted };
  expect((await propose(body)).body.code).toBe("plan.step_not_possible");
  await act("agree");
  await act("approve", "henryk");
  await act("activate");
  expect((await it.command("anna", "plan.describe", wanted, { base: 1 })).body.code).toBe("plan.change_needs_approval");
  expect((await propose({ ...body, endOn: "2028-01-01" })).body.code).toBe("plan.description_fixed");
  expect((await propose({ ...body, healthInsuranceNeeded: false, situation: "Inna" })).body.code).toBe(
    "plan.change_approval_not_needed",
  );
  expect((await propose({ ...body, reason: "" })).body.code).toBe("plan.reason_missing");
  expect((await propose(body, 7)).body.code).toBe("record.changed");
  expect((await propose(body)).status).toBe(200);
  // it waits; the plan runs as it is, nothing else changes in its description, and the manager sees it among what waits
  expect((await propose({ ...body, changeId: uuidv7() })).body.code).toBe("plan.change_waits");
  const other = { planId, ...description, ...ops, situation: "Inna", reason: "tak" };
  expect((await it.command("anna", "plan.describe", other, { base: 1 })).body.code).toBe("plan.change_waits");
  const seen = await read("henryk", planId);
  expect(seen).toMatchObject({
    changeWaits: true,
    mayApproveChange: true,
    description: { healthInsuranceNeeded: false },
    changes: [{ state: "WAITING", reason: words, description: { healthInsuranceNeeded: true } }],
  });
  expect(await read("anna", planId)).toMatchObject({ mayApproveChange: false, mayReturnChange: false });
  const decide = (verb: string, name: PersonOfFixture, more: object = {}, id = changeId) =>
    it.command(name, `plan.${verb}-change`, { changeId: id, ...more });
  for (const name of ["anna", "ewa", "marta", "zofia"] as const)
    expect([name, (await decide("approve", name)).status]).toEqual([name, 403]);
  expect((await decide("withdraw", "zofia")).status).toBe(404); // another organisation
  expect((await decide("return", "henryk", { reason: "" })).body.code).toBe("plan.reason_missing");
  expect((await decide("return", "henryk", { reason: words })).status).toBe(200);
  expect((await decide("approve", "henryk")).body.code).toBe("plan.change_decided");
  expect((await read("anna", planId)).changes).toMatchObject([{ state: "RETURNED", answer: words, description: null }]);

  const second = uuidv7();
  expect((await propose({ ...body, changeId: second })).status).toBe(200);
  expect((await decide("withdraw", "anna", {}, second)).status).toBe(200);
  const third = uuidv7();
  expect((await propose({ ...body, changeId: third })).status).toBe(200);
  const both = await Promise.all([1, 2].map(() => decide("approve", "henryk", {}, third)));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(await read("anna", planId)).toMatchObject({
    versionNo: 2,
    changeWaits: false,
    description: { healthInsuranceNeeded: true },
    changes: [{ state: "APPROVED" }, { state: "WITHDRAWN" }, { state: "RETURNED" }],
  });
  const tasks = await it.owner.query(
    "select kind, e.outcome from task t left join task_ending e on e.task_id = t.id where t.person_id = $1 and kind in ('MEND_PLAN', 'START_HEALTH_INSURANCE') order by kind",
    [personId],
  );
  expect(tasks.rows).toEqual([
    { kind: "MEND_PLAN", outcome: "DONE" },
    { kind: "START_HEALTH_INSURANCE", outcome: null },
  ]);
  // neither the words nor the means of support lie open (F-25)
  const open = await it.owner.query(
    "select 1 from plan where id = $1 and (support_means <> '{}' or provisions <> '[]') union all select 1 from plan_change c where c::text like $2",
    [planId, `%${Buffer.from(words).toString("hex")}%`],
  );
  expect(open.rows).toEqual([]);
  expect((await read("anna", planId)).description?.supportMeans).toEqual(ops.supportMeans);
});

test("an organisation's own interval between reviews counts from its day", async () => {
  await it.owner.query(
    "insert into organisation_parameter (organisation_id, code, valid_from, value, unit, source, recorded_by) values ($1, 'PLAN_REVIEW_INTERVAL', '2026-11-01', 1, 'MONTHS', 'uchwala', $2)",
    [world.agenda, it.accountOf("adam")],
  );
  const { planId, act } = await makePlan();
  await act("agree");
  await act("activate");
  const { rows } = await it.owner.query(
    "select t.due_on, ((p.start_on + interval '1 month')::date = t.due_on) as after_a_month from task t join plan p on p.id = t.source_id where t.source_id = $1 and t.kind = 'REVIEW_PLAN'",
    [planId],
  );
  expect(rows).toMatchObject([{ after_a_month: true }]);
  await it.owner.query(
    "delete from organisation_parameter where organisation_id = $1 and code = 'PLAN_REVIEW_INTERVAL'",
    [world.agenda],
  );
});

test("a task is marked while the plan runs; the last mark counts", async () => {
  const { planId, personId, tasks, act } = await makePlan();
  const promised = async () =>
    (
      await it.owner.query(
        "select t.due_on::text as due, t.owner_id as owner, e.outcome from task t left join task_ending e on e.task_id = t.id where t.person_id = $1 and t.kind = 'PLAN_PROMISE'",
        [personId],
      )
    ).rows;
  const mark = (outcome: string, name: PersonOfFixture = "anna") =>
    it.command(name, "plan.mark-task", { markId: uuidv7(), taskId: tasks[0]?.taskId, outcome });
  expect((await mark("DONE")).body.code).toBe("plan.not_active");
  await act("agree");
  await act("activate");
  const promise = { due: "2026-12-04", owner: it.accountOf("anna") };
  expect((await mark("NOT_DONE")).status).toBe(200);
  expect(await promised()).toEqual([{ ...promise, outcome: null }]); // of the OPS alone, not of the person
  expect((await mark("DONE")).status).toBe(200);
  expect((await mark("DONE", "zofia")).status).toBe(404);
  expect(await promised()).toEqual([{ ...promise, outcome: "DONE" }]);
  expect((await read("anna", planId)).tasks[0]?.outcome).toBe("DONE");
  expect((await mark("PARTLY")).status).toBe(200); // the mark before was a mistake: it is still to be done
  const both = await promised();
  expect(both).toHaveLength(2);
  expect(both).toEqual(
    expect.arrayContaining([
      { ...promise, outcome: "DONE" },
      { ...promise, outcome: null },
    ]),
  );
  expect((await mark("NOT_DONE")).status).toBe(200);
  expect(await promised()).toHaveLength(2);
  const [open] = (
    await it.owner.query<{ id: string }>(
      "select t.id from task t where t.person_id = $1 and t.kind = 'PLAN_PROMISE' and not exists (select from task_ending e where e.task_id = t.id)",
      [personId],
    )
  ).rows;
  expect((await it.command("anna", "task.end", { taskId: open?.id, outcome: "PARTLY", note: null })).status).toBe(200);
  expect((await mark("PARTLY")).status).toBe(200);
  expect(await promised()).toHaveLength(2); // who ended it by hand is not asked for it again
});

test("each role sees as much of a plan as its column says, and only the social workers write it", async () => {
  const { planId, caseId, personId } = await makePlan();
  const sees = Object.fromEntries(
    await Promise.all(
      (["anna", "henryk", "ewa", "robert", "sylwia", "janusz", "teresa", "marta"] as const).map(
        async (name) => [name, (await read(name, planId)).sees] as const,
      ),
    ),
  );
  expect(sees).toEqual({
    anna: "WHOLE",
    henryk: "WHOLE",
    ewa: "WHOLE",
    robert: "GOALS",
    sylwia: "GOALS",
    janusz: "SUMMARY",
    teresa: "SUMMARY",
    marta: "SUMMARY",
  });
  expect(await read("robert", planId)).toMatchObject({ description: null, goals: [{ text: words }, {}] });
  expect(await read("janusz", planId)).toMatchObject({ description: null, goals: [], tasks: [], reviews: [] });
  const others = ["zofia", "hanna", "gosia", "adam", "tomasz", "krysia", "zdzislaw"] as const;
  const answers = await Promise.all(others.map((name) => it.get(name, `/plans/${planId}`)));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 403, 403, 403, 403]);
  for (const name of ["ewa", "robert", "henryk", "janusz", "zofia"] as const) {
    const draft = await it.command(name, "plan.draft", { planId: uuidv7(), caseId, ...description });
    const goals = await it.command(name, "plan.set-goals", { planId, goals: [goal("SOCIAL")], removed: [] });
    expect([name, draft.status, goals.status]).toEqual([name, ...(name === "zofia" ? [404, 404] : [403, 403])]);
  }
  for (const path of [`/plans/${planId}/versions`, `/plans/${planId}/evidence`, `/plans/${planId}/document`])
    expect((await it.get("robert", path)).status).toBe(403);
  expect((await it.get("anna", `/plans/${planId}/evidence`)).body.evidence).toEqual([]);
  expect((await it.get("anna", `/people/${personId}/plans`)).body).toMatchObject({
    mayWrite: true,
    plans: [{ id: planId, state: "DRAFT", personName: "Wojtek" }],
  });
  expect((await it.get("zofia", "/plans")).body.plans).toEqual([]);
  expect((await it.get("henryk", "/plans")).body.plans).toContainEqual(expect.objectContaining({ id: planId }));
});

test("a review asks for a look at the experience profile, once at a time; a new version of it is the answer (F-24)", async () => {
  const { planId, personId, caseId, act } = await makePlan();
  await act("agree");
  await act("activate");
  const review = (decision = "CONTINUE") =>
    it.command("anna", "plan.review", {
      reviewId: uuidv7(),
      planId,
      reviewedOn: "2026-11-22",
      goals: [],
      tasks: [],
      decision,
      nextOn: null,
      statement: "",
      summary: "Idzie.",
    });
  const asked = async () =>
    (
      await it.owner.query(
        `select t.due_on::text as due_on, e.outcome from task t left join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id
         where t.person_id = $1 and t.kind = 'UPDATE_PROFILE' order by e.outcome nulls last`,
        [personId],
      )
    ).rows;
  expect((await review()).status).toBe(200);
  expect(await asked()).toEqual([]); // there is no profile
  const changes = { texts: { interests: "szachy" }, answers: {}, entries: [], removed: [] };
  const profile = { profileId: uuidv7(), personId, caseId };
  expect((await it.command("anna", "profile.record", { ...profile, occasion: "FIRST", changes })).status).toBe(200);
  expect((await review()).status).toBe(200);
  expect((await review("CHANGE")).status).toBe(200);
  expect(await asked()).toEqual([
    { due_on: "2026-12-06", outcome: "NO_LONGER_RELEVANT" },
    { due_on: "2026-12-06", outcome: null },
  ]);
  const more = { ...changes, texts: { interests: "szachy i ryby" } };
  const again = await it.command(
    "anna",
    "profile.record",
    { ...profile, occasion: "REVIEW", changes: more },
    { base: 1 },
  );
  expect(again.status).toBe(200);
  expect((await asked()).map(({ outcome }) => outcome)).toEqual(["DONE", "NO_LONGER_RELEVANT"]);
});

test("the words of a plan stand nowhere in clear", async () => {
  const { planId, goals, act } = await makePlan({ situation: words, commitments: words });
  await it.command("anna", "plan.agree", { planId, personAgrees: true, words });
  await act("activate");
  await it.command("anna", "plan.review", {
    reviewId: uuidv7(),
    planId,
    reviewedOn: "2026-11-22",
    goals: [{ goalId: goals[0]?.goalId, outcome: "PARTLY", progress: 10, said: words }],
    tasks: [],
    decision: "CHANGE",
    nextOn: null,
    statement: words,
    summary: words,
  });
  await it.command("anna", "plan.prolong", { planId, endOn: "2028-02-01", reason: words });
  const close = { planId, act: "interrupt", closedOn: "2026-11-22", reason: "OTHER", summary: words, statement: words };
  await it.command("anna", "plan.close", close);
  expect((await it.command("anna", "plan.reopen", { planId, reason: words, endOn: null })).status).toBe(200);
  const { rows: tables } = await it.owner.query(
    "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const found: string[] = [];
  for (const { table_name } of tables) {
    const { rows } = await it.owner.query(
      `select 1 from ${table_name} t where t::text like $1 or t::text like $2 limit 1`,
      [`%${words}%`, `%${Buffer.from(words).toString("hex")}%`],
    );
    if (rows.length > 0) found.push(table_name);
  }
  expect(found).toEqual([]);
});

test("the plan is printed with places for signatures, and the print is in the audit", async () => {
  const { planId, personId } = await makePlan();
  const session = await it.server.inject({
    method: "POST",
    url: "/api/session",
    headers: { "x-powrot": "1" },
    payload: { login: "anna", password: "spokojna noc nad rzeką", kind: "token" },
  });
  const print = (kind: string) =>
    it.server.inject({
      url: `/api/plans/${planId}/document?print=${kind}`,
      headers: { authorization: `Bearer ${session.json<{ token: string }>().token}` },
    });
  for (const kind of ["normal", "large", "plain"]) {
    const answer = await print(kind);
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  }
  const implementerName = "Schronisko im. Brata Alberta";
  await it.command("anna", "plan.describe", { planId, ...description, implementerName }, { base: 1 });
  await it.command("anna", "plan.describe", { planId, ...description }, { base: 2 }); // who does not say it, does not erase it
  expect((await read("anna", planId)).description).toMatchObject({ implementer: "SHELTER", implementerName });
  // chosen from our own records: the name is the record's; written by hand again, it is nobody's of ours
  const { body: known } = await it.get("anna", "/plan-implementers");
  const shelter = Implementers.parse(known).SHELTER.find(({ name }) => name === "Schronisko");
  const chosen = { planId, ...description, implementerId: shelter?.id, implementerName: "inna nazwa" };
  expect((await it.command("anna", "plan.describe", chosen, { base: 3 })).status).toBe(200);
  expect((await read("anna", planId)).description).toMatchObject({
    implementerId: shelter?.id,
    implementerName: "Schronisko",
  });
  const nobody = await it.command("anna", "plan.describe", { ...chosen, implementerId: uuidv7() }, { base: 4 });
  expect(nobody).toMatchObject({ status: 400, body: { code: "plan.implementer_not_found" } });
  await it.command("anna", "plan.describe", { planId, ...description, implementerName }, { base: 4 });
  expect((await read("anna", planId)).description).not.toHaveProperty("implementerId");
  expect((await it.get("henryk", "/plan-implementers")).status).toBe(403);
  const file = await print("edit");
  expect(unzip(file.rawPayload).get("word/document.xml")).toContain(`${implementerName} (Schronisko)`);
  expect(file.headers["content-disposition"]).toMatch(/\.docx"$/);
  expect(unzip(file.rawPayload).get("word/document.xml")).toContain("podpis");
  expect(await it.audited(personId)).toContain("plan.print done");
});

test("a review meeting and the end of a programme are on paper: what was promised, how it went, the person's words, signatures", async () => {
  const { planId, personId, goals, tasks, act } = await makePlan();
  await act("agree");
  await act("activate");
  const reviewId = uuidv7();
  await it.command("anna", "plan.review", {
    reviewId,
    planId,
    reviewedOn: "2026-11-22",
    goals: [{ goalId: goals[0]?.goalId, outcome: "PARTLY", progress: 40, said: "Byl u trzech wlascicieli" }],
    tasks: [{ taskId: tasks[0]?.taskId, outcome: "DONE" }],
    decision: "COMPLETE",
    nextOn: null,
    statement: "Dam rade sam",
    summary: "Klucz odebrany.",
  });
  const told = async (query: string, name: PersonOfFixture = "anna") => {
    const answer = await it.server.inject({
      url: `/api/plans/${planId}/course/document?${query}`,
      headers: { authorization: `Bearer ${it.tokenOf(name)}` },
    });
    return { status: answer.statusCode, type: answer.headers["content-type"], bytes: answer.rawPayload };
  };
  const docx = async (query: string) =>
    unzip((await told(`${query}&print=edit`)).bytes)
      .get("word/document.xml")
      ?.toString() ?? "";
  const meeting = await docx(`reviewId=${reviewId}`);
  for (const part of [
    words,
    "Częściowo, postęp 40 %",
    "Byl u trzech",
    "Zrobione",
    "Dam rade sam",
    "Klucz odebrany.",
    "Kończymy",
    "podpis",
  ])
    expect(meeting).toContain(part);
  expect(meeting).not.toContain("Mam dosc dorywczych robot"); // it was not spoken about
  const soFar = await docx("");
  for (const part of ["Przebieg programu", "Mam dosc dorywczych robot", "jeszcze nie sprawdzono"])
    expect(soFar).toContain(part);
  await it.command("anna", "plan.close", {
    planId,
    act: "complete",
    closedOn: "2026-11-22",
    reason: "INDEPENDENT",
    summary: "Ma klucz.",
    statement: "Mam wreszcie swoje drzwi",
  });
  expect((await read("anna", planId)).closure).toMatchObject({ statement: "Mam wreszcie swoje drzwi" });
  const end = await docx("");
  for (const part of [
    "Zakończenie programu",
    "Mam wreszcie swoje drzwi",
    "Ma klucz.",
    "Usamodzielnienie",
    "Anna Próbna",
  ])
    expect(end).toContain(part);
  for (const query of ["print=plain", `reviewId=${reviewId}&print=plain&lang=uk`, `reviewId=${reviewId}&print=large`]) {
    const { status, type, bytes } = await told(query);
    expect([status, type, uaFaults(bytes)]).toEqual([200, "application/pdf", []]);
  }
  expect((await told(`reviewId=${uuidv7()}`)).status).toBe(404);
  expect((await told("", "robert")).status).toBe(403);
  expect(await it.audited(personId)).toContain("plan.print-course done");
});

test("a shelter's worker prepares a plan only for somebody who stays in that shelter (R-IPWB-02)", async () => {
  const { planId, personId, act } = await makePlan();
  await it.owner.query("update person_fact set valid_until = '2026-11-21' where person_id = $1", [personId]);
  expect(await act("agree")).toMatchObject({ status: 422, body: { code: "plan.person_not_in_shelter" } });
  expect((await read("anna", planId)).refusals).toEqual(["plan.person_not_in_shelter"]);
  await it.owner.query("update person_fact set valid_until = null where person_id = $1", [personId]);
  await it.owner.query("update facility set closed_on = '2026-11-21' where unit_id = $1", [world.office]);
  expect((await act("agree")).body.code).toBe("plan.person_not_in_shelter");
  await it.owner.query("update facility set closed_on = null where unit_id = $1", [world.office]);
  expect((await act("agree")).status).toBe(200);
});

test("without the person's agreement a plan stays a draft; their words stay with the step (R-IPWB-01)", async () => {
  const { planId } = await makePlan();
  const agree = (personAgrees: boolean) =>
    it.command("anna", "plan.agree", { planId, personAgrees, words: "Tak, o to mi chodzi" });
  expect(await agree(false)).toMatchObject({ status: 422, body: { code: "plan.person_must_agree" } });
  expect((await read("anna", planId)).state).toBe("DRAFT");
  expect((await agree(true)).status).toBe(200);
  expect((await read("anna", planId)).steps.at(-1)).toMatchObject({ act: "agree", words: "Tak, o to mi chodzi" });
});

test("a manager returns a plan with what to mend; it is a task of who prepared it, and an earlier approval does not count", async () => {
  const { planId, personId, act } = await makePlan({ preparedSide: "OPS" });
  await act("agree");
  const send = (reason: string, name: PersonOfFixture = "henryk") =>
    it.command(name, "plan.return", { planId, reason });
  expect((await send("Brakuje terminu", "anna")).status).toBe(403);
  expect((await send(" ")).body.code).toBe("plan.reason_missing");
  expect((await send("Brakuje terminu")).status).toBe(200);
  expect((await send("Brakuje terminu")).body.code).toBe("plan.step_not_possible");
  const view = await read("anna", planId);
  expect(view).toMatchObject({ state: "DRAFT", mayReturn: false });
  expect(view.steps.at(-1)).toMatchObject({ act: "return", words: "Brakuje terminu", by: "Henryk Próbna" });
  const { rows } = await it.owner.query("select kind, owner_id from task where person_id = $1", [personId]);
  expect(rows).toEqual([{ kind: "MEND_PLAN", owner_id: it.accountOf("anna") }]);
  await act("agree");
  expect((await act("approve", "henryk")).status).toBe(200);
  await it.command("anna", "plan.close", {
    planId,
    act: "interrupt",
    closedOn: "2026-11-22",
    reason: "OTHER",
    summary: "",
  });
  await it.command("anna", "plan.reopen", { planId, reason: "Wraca", endOn: null });
  expect(await read("anna", planId)).toMatchObject({ state: "DRAFT", approval: null, closure: null });
  await act("agree");
  expect((await act("activate")).body.code).toBe("plan.approval_needed");
});

test("a running plan is prolonged as its next version, and ended, opened again and ended again without losing an ending", async () => {
  const { planId, personId, act } = await makePlan();
  await act("agree");
  const prolong = (endOn: string, reason = "Lokal bedzie wiosna") =>
    it.command("anna", "plan.prolong", { planId, endOn, reason });
  expect((await prolong("2028-01-31")).body.code).toBe("plan.step_not_possible");
  await act("activate");
  expect((await prolong("2027-11-19")).body.code).toBe("plan.prolongation_not_later");
  expect((await prolong("2028-01-31", " ")).body.code).toBe("plan.reason_missing");
  expect((await prolong("2028-01-31")).status).toBe(200);
  expect(await read("anna", planId)).toMatchObject({ endOn: "2028-01-31", versionNo: 2, state: "ACTIVE" });
  const open = async () =>
    (
      await it.owner.query(
        "select kind, due_on::text as due from task t where person_id = $1 and not exists (select from task_ending e where e.task_id = t.id) order by kind",
        [personId],
      )
    ).rows;
  expect(await open()).toEqual([
    { kind: "PLAN_ENDS", due: "2028-01-01" },
    { kind: "PLAN_PROMISE", due: "2026-12-04" },
    { kind: "REVIEW_PLAN", due: "2027-02-20" },
  ]);
  const close = (name: "complete" | "interrupt" | "transfer") =>
    it.command("anna", "plan.close", {
      planId,
      act: name,
      closedOn: "2026-11-22",
      reason: "LOST_CONTACT",
      summary: `Koniec ${name}`,
    });
  const reopen = (change: object = {}) =>
    it.command("anna", "plan.reopen", { planId, reason: "Wrocil", endOn: null, ...change });
  expect((await reopen()).body.code).toBe("plan.step_not_possible");
  expect((await close("interrupt")).status).toBe(200);
  expect(await open()).toEqual([]);
  expect((await reopen({ reason: "" })).body.code).toBe("plan.reason_missing");
  expect((await reopen({ endOn: "2026-11-21" })).body.code).toBe("plan.end_has_passed");
  expect((await it.command("henryk", "plan.reopen", { planId, reason: "x", endOn: null })).status).toBe(403);
  expect((await reopen({ endOn: "2027-06-30" })).status).toBe(200);
  expect(await read("anna", planId)).toMatchObject({
    state: "ACTIVE",
    endOn: "2027-06-30",
    closure: null,
    versionNo: 3,
  });
  expect(await open()).toEqual([
    { kind: "PLAN_ENDS", due: "2027-05-31" },
    { kind: "PLAN_PROMISE", due: "2026-12-04" },
    { kind: "REVIEW_PLAN", due: "2027-02-22" },
  ]);
  expect((await close("transfer")).status).toBe(200);
  expect((await reopen()).body.code).toBe("plan.closed");
  expect((await read("anna", planId)).closure?.summary).toBe("Koniec transfer");
  const { rows } = await it.owner.query("select count(*)::int as n from plan_closure where plan_id = $1", [planId]);
  expect(rows).toEqual([{ n: 2 }]);
});

test("a plan of a closed case stays closed", async () => {
  const { planId, caseId, act } = await makePlan();
  await act("agree");
  await act("activate");
  await it.command("anna", "plan.close", {
    planId,
    act: "complete",
    closedOn: "2026-11-22",
    reason: "INDEPENDENT",
    summary: "",
  });
  await it.owner.query(
    "insert into support_case_ending (organisation_id, case_id, ended_on, reason, ended_by) values ($1, $2, '2026-11-22', 'INDEPENDENT', $3)",
    [world.agenda, caseId, it.accountOf("anna")],
  );
  expect((await it.command("anna", "plan.reopen", { planId, reason: "Wraca", endOn: null })).body.code).toBe(
    "plan.case_ended",
  );
});

test("the packet of papers to sign holds the programme that the person agreed to, tagged and with its words", async () => {
  const { personId, act } = await makePlan();
  const packet = () =>
    it.server.inject({
      url: `/api/people/${personId}/packet/document`,
      headers: { authorization: `Bearer ${it.tokenOf("anna")}` },
    });
  expect((await packet()).json()).toMatchObject({ code: "packet.empty" });
  expect((await act("agree")).status).toBe(200);
  const { statusCode, rawPayload } = await packet();
  expect([statusCode, uaFaults(rawPayload)]).toEqual([200, []]);
  expect((await act("activate")).status).toBe(200);
  expect((await packet()).json()).toMatchObject({ code: "packet.empty" });
});

const drawing = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const signingOf = async (planId: string) => (await it.get("anna", `/plans/${planId}/signing`)).body;
const sign = (planId: string, signedAs: string, wish: object = {}) =>
  it.command("anna", "plan.sign-on-paper", {
    signatureId: uuidv7(),
    paperId: planId,
    signedAs,
    name: signedAs === "PERSON" ? "Wojciech Zolc" : "Anna Probna",
    signedOn: "2026-11-22",
    ...wish,
  });
const packetOf = async (personId: string) =>
  z
    .object({
      packets: z.array(
        z.object({ papers: z.array(z.object({ waitsFor: z.array(z.object({ signedAs: z.string() })) })) }),
      ),
    })
    .parse((await it.get("anna", `/people/${personId}/packet`)).body)
    .packets.flatMap(({ papers }) => papers.map(({ waitsFor }) => waitsFor.map(({ signedAs }) => signedAs)));
const signatureTasks = async (planId: string) =>
  (
    await it.owner.query(
      "select e.outcome from task t left join task_ending e on e.task_id = t.id where t.source_type = 'paper_signature' and t.source_id = $1 order by t.id",
      [planId],
    )
  ).rows.map(({ outcome }) => outcome);

test("a programme is signed by each party; who is awaited is seen in the packet and is a task (R-DOC-01)", async () => {
  const { planId, personId, act } = await makePlan();
  expect((await sign(planId, "PERSON")).body.code).toBe("signature.not_agreed_yet");
  expect((await act("agree")).status).toBe(200);
  expect(await packetOf(personId)).toEqual([["PERSON", "WRITER"]]);
  expect(await signingOf(planId)).toMatchObject({
    mayWrite: true,
    refusals: [],
    sha256: null,
    isIntact: true,
    places: [
      { signedAs: "PERSON", expected: "Wojtek", signedOn: null },
      { signedAs: "WRITER", expected: "Anna Próbna", signedOn: null },
    ],
  });
  const drawn = { proofId: uuidv7(), paperId: planId, signedAs: "PERSON", picture: drawing };
  expect(await it.command("anna", "plan.draw-signature", drawn)).toMatchObject({ status: 200 });
  expect(await packetOf(personId)).toEqual([["PERSON", "WRITER"]]);
  const signatureId = uuidv7();
  const first = await sign(planId, "PERSON", { signatureId, place: "Zamosc" });
  expect(first).toMatchObject({ status: 200, body: { ids: { signature: signatureId } } });
  expect((await sign(planId, "PERSON")).body.code).toBe("signature.already_given");
  expect((await sign(planId, "MANAGER")).body.code).toBe("signature.not_expected");
  expect((await sign(planId, "WRITER", { signedOn: "2026-11-23" })).body.code).toBe("signature.day_in_future");
  expect((await sign(planId, "WRITER", { signedOn: "2026-11-21" })).body.code).toBe("signature.day_too_early");
  expect(await packetOf(personId)).toEqual([["WRITER"]]);
  expect(await signatureTasks(planId)).toEqual([null]);
  // it begins and still waits for whoever has not signed
  expect((await act("activate")).status).toBe(200);
  expect(await packetOf(personId)).toEqual([["WRITER"]]);
  expect((await sign(planId, "WRITER")).status).toBe(200);
  expect([await packetOf(personId), await signatureTasks(planId)]).toEqual([[], ["DONE"]]);
  expect(await signingOf(planId)).toMatchObject({
    places: [
      { name: "Wojciech Zolc", signedOn: "2026-11-22", method: "WET" },
      { name: "Anna Probna", signedOn: "2026-11-22", method: "WET" },
    ],
    proofs: [{ kind: "DRAWN" }, { id: signatureId, kind: "PAPER", place: "Zamosc" }],
  });
  const { rows } = await it.owner.query("select name from paper_signature where id = $1", [signatureId]);
  expect(Buffer.from(rows[0].name).includes("Zolc")).toBe(false);
  for (const name of ["krysia", "zofia", "robert"] as const)
    expect((await it.get(name, `/plans/${planId}/signing`)).status).toBe(name === "zofia" ? 404 : 403);
  expect((await it.get("zofia", `/plans/${planId}/proofs/${drawn.proofId}`)).status).toBe(404);
  expect(await it.audited(planId)).toContain("plan.sign-on-paper done");
});

test("words that are changed after a signature wait for new ones; the earlier signatures stay on file (R-DOC-02)", async () => {
  const { planId, personId, goals, act } = await makePlan();
  await act("agree");
  expect((await sign(planId, "PERSON")).status).toBe(200);
  const { sha256 } = await signingOf(planId);
  await act("redraft");
  expect(await signatureTasks(planId)).toEqual(["NO_LONGER_RELEVANT"]); // nobody is awaited under a draft
  await act("agree");
  expect(await signatureTasks(planId)).toEqual(["NO_LONGER_RELEVANT", null]);
  // the same words again: nothing was signed in vain
  expect(await signingOf(planId)).toMatchObject({ sha256, earlier: [] });
  await act("redraft");
  const changed = { ...goals[0], base: 1, text: "Chce pokoj z kuchnia" };
  expect((await it.command("anna", "plan.set-goals", { planId, goals: [changed], removed: [] })).status).toBe(200);
  await act("agree");
  expect(await signingOf(planId)).toMatchObject({
    sha256: null,
    isIntact: true,
    places: [{ signedOn: null }, { signedOn: null }],
    earlier: [{ no: 1, signedBy: ["Wojciech Zolc"] }],
  });
  expect([await packetOf(personId), await signatureTasks(planId)]).toEqual([
    [["PERSON", "WRITER"]],
    ["NO_LONGER_RELEVANT", "NO_LONGER_RELEVANT"],
  ]);
  expect((await sign(planId, "WRITER")).status).toBe(200);
  await act("activate");
  expect(
    (await it.command("anna", "plan.set-tasks", { planId, tasks: [task("Wniosek o dodatek")], removed: [] })).status,
  ).toBe(200);
  expect(await signingOf(planId)).toMatchObject({ sha256: null, earlier: [{ no: 1 }, { no: 2 }] });
  await it.command("anna", "plan.close", {
    planId,
    act: "interrupt",
    closedOn: "2026-11-22",
    reason: "OTHER",
    summary: "Koniec",
  });
  expect((await sign(planId, "PERSON")).body.code).toBe("signature.paper_closed");
  expect(await signatureTasks(planId)).not.toContain(null); // and nobody waits for what cannot be signed any more
});

test("words that no act of the house changed are seen at the next look, and stop the signing and the print (R-DOC-02)", async () => {
  const { planId, personId, goals, act } = await makePlan();
  await act("agree");
  expect((await sign(planId, "PERSON")).status).toBe(200);
  await it.owner.query("update plan_goal set due_on = '2027-06-30' where id = $1", [goals[0]?.goalId]);
  expect(await signingOf(planId)).toMatchObject({ isIntact: false });
  expect((await sign(planId, "WRITER")).body.code).toBe("signature.words_changed");
  const issued = await it.command("anna", "plan.issue-for-signing", { documentId: uuidv7(), paperId: planId });
  expect(issued.body.code).toBe("signature.words_changed");
  const packet = await it.server.inject({
    url: `/api/people/${personId}/packet/document`,
    headers: { authorization: `Bearer ${it.tokenOf("anna")}` },
  });
  expect(packet.statusCode).toBe(200); // the list on top says why the paper is not printed
  await it.owner.query("update plan_goal set due_on = '2027-05-31' where id = $1", [goals[0]?.goalId]);
  expect(await signingOf(planId)).toMatchObject({ isIntact: true });
  await it.owner.query("update paper_edition set sha256 = sha256('x') where subject_id = $1", [planId]);
  expect(await signingOf(planId)).toMatchObject({ isIntact: false });
});
