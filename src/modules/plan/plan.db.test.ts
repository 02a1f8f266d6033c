import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { PlanView } from "./contract.ts";

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
  responsibleBodies: [] as string[],
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
  const act = (verb: string, name: PersonOfFixture = "anna") => it.command(name, `plan.${verb}`, { planId });
  return { ...made, planId, goals, tasks, act };
}
const read = (name: PersonOfFixture, planId: string) => it.read(name, `/plans/${planId}`, PlanView);

test("a plan is agreed, begins, is reviewed goal by goal and ends; every step stays with who and when", async () => {
  const { planId, personId, caseId, goals, act } = await makePlan();
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
    goals: [{ goalId: goals[0]?.goalId, outcome: "PARTLY" }],
    decision: "CONTINUE",
    nextOn: null,
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
  const foreign = [{ goalId: uuidv7(), outcome: "KEPT" }];
  expect((await it.command("anna", "plan.review", { ...review, goals: foreign })).body.code).toBe(
    "plan.goal_not_found",
  );
  expect((await it.command("anna", "plan.review", review)).status).toBe(200);
  const view = await read("anna", planId);
  expect(view).toMatchObject({
    state: "ACTIVE",
    reviewDue: "2027-02-22",
    goals: [{ text: words, outcome: "PARTLY" }, { outcome: null }],
    reviews: [{ summary: "Idzie wolniej, ale idzie.", reviewedBy: "Anna Próbna" }],
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
      responsibleBodies: ["OPS: ubezpieczenie"],
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
    const { rows } = await it.owner.query("select kind from task where person_id = $1 order by kind", [personId]);
    expect(rows.map((row) => row.kind)).toEqual(
      insurance ? ["REVIEW_PLAN", "START_HEALTH_INSURANCE"] : ["REVIEW_PLAN"],
    );
  },
);

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
  expect((await it.command("anna", "plan.agree", { planId })).body.details).toEqual({
    refusals: [
      "plan.end_missing",
      "plan.housing_or_family_goal_missing",
      "plan.work_goal_missing",
      "plan.tasks_missing",
      "plan.responsible_bodies_missing",
    ],
  });
  const reasons = { noHousingGoalReason: "Mieszka u brata", noWorkGoalReason: "Emeryt" };
  const changed = { planId, ...draft, ...reasons, endOn: "2027-05-01", responsibleBodies: ["OPS"] };
  expect((await it.command("anna", "plan.describe", changed)).status).toBe(409);
  expect((await it.command("anna", "plan.describe", changed, { base: 1 })).body.version).toBe(2);
  expect((await it.command("anna", "plan.describe", changed, { base: 1 })).body.code).toBe("record.changed");
  await it.command("anna", "plan.set-tasks", { planId, tasks: [{ ...task(), dueOn: null }], removed: [] });
  expect((await it.command("anna", "plan.agree", { planId })).body.code).toBe("plan.task_without_due_date");
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
  expect(body.versions).toMatchObject([
    { no: 1, content: { goals: [{ text: words }, {}], tasks: [{}, {}] }, added: [], removed: [], changed: [] },
    { no: 2, added: [more.goalId], changed: [goals[0]?.goalId], removed: [] },
    { no: 3, added: [], changed: [], removed: [tasks[1]?.taskId] },
  ]);
  expect((await read("anna", planId)).versionNo).toBe(3);
});

test("a task is marked while the plan runs; the last mark counts", async () => {
  const { planId, tasks, act } = await makePlan();
  const mark = (outcome: string, name: PersonOfFixture = "anna") =>
    it.command(name, "plan.mark-task", { markId: uuidv7(), taskId: tasks[0]?.taskId, outcome });
  expect((await mark("DONE")).body.code).toBe("plan.not_active");
  await act("agree");
  await act("activate");
  expect((await mark("NOT_DONE")).status).toBe(200);
  expect((await mark("DONE")).status).toBe(200);
  expect((await mark("DONE", "zofia")).status).toBe(404);
  expect((await read("anna", planId)).tasks[0]?.outcome).toBe("DONE");
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

test("the words of a plan stand nowhere in clear", async () => {
  const { planId, act } = await makePlan({ situation: words, commitments: words });
  await act("agree");
  await act("activate");
  await it.command("anna", "plan.review", {
    reviewId: uuidv7(),
    planId,
    reviewedOn: "2026-11-22",
    goals: [],
    decision: "CHANGE",
    nextOn: null,
    summary: words,
  });
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
  const answer = await it.server.inject({
    url: `/api/plans/${planId}/document?print=large`,
    headers: { authorization: `Bearer ${session.json<{ token: string }>().token}` },
  });
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
  expect(answer.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await it.audited(personId)).toContain("plan.print done");
});
