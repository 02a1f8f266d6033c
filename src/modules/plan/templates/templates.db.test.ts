import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { PlanView } from "../contract.ts";

const it = useTestHouse();

const template = () => ({
  templateId: uuidv7(),
  kind: "IPWB",
  name: "Wyjście ze schroniska",
  validFrom: "2026-11-01",
  validUntil: null as string | null,
  goals: [{ sphere: "HOUSING", text: "Chcę mieć swój pokój", measure: "umowa", dueAfterDays: 300 }],
  tasks: [
    { side: "PERSON", what: "Wniosek o lokal", dueAfterDays: 14 },
    { side: "OPS", what: "Ubezpieczenie", dueAfterDays: null },
  ],
});

async function makePlan(kind = "IPWB"): Promise<string> {
  const [personId, caseId, planId] = [uuidv7(), uuidv7(), uuidv7()];
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
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) values ($1, $2, $3, $4, '2026-11-01', 'ANALYSIS', $5)",
    [world.agenda, caseId, personId, world.office, it.accountOf("anna")],
  );
  const draft = await it.command("anna", "plan.draft", {
    planId,
    caseId,
    kind,
    preparedSide: "OPS",
    implementer: "OPS",
    startOn: "2026-11-20",
    endOn: "2027-11-19",
    beyondShelterMeans: false,
    healthInsuranceNeeded: false,
    provisions: [],
    supportMeans: [],
    situation: "",
    commitments: "",
    noHousingGoalReason: null,
    noWorkGoalReason: "Emeryt",
  });
  expect(draft.status).toBe(200);
  return planId;
}
const apply = (
  planId: string,
  made: ReturnType<typeof template>,
  change: object = {},
  name: PersonOfFixture = "anna",
) =>
  it.command(name, "plan.apply-template", {
    planId,
    templateId: made.templateId,
    templateVersion: 1,
    goalIds: made.goals.map(() => uuidv7()),
    taskIds: made.tasks.map(() => uuidv7()),
    ...change,
  });

test("a template adds its goals and tasks with their days and overwrites nothing, however often", async () => {
  const made = template();
  expect(await it.command("henryk", "plan-template.save", made)).toMatchObject({ status: 200, body: { version: 1 } });
  const planId = await makePlan();
  const own = { goalId: uuidv7(), base: null, sphere: "FAMILY", text: "Zadzwonić do córki", measure: "", dueOn: null };
  await it.command("anna", "plan.set-goals", { planId, goals: [own], removed: [] });
  expect((await apply(planId, made)).status).toBe(200);
  const view = await it.read("anna", `/plans/${planId}`, PlanView);
  expect(view.goals).toMatchObject([
    { text: "Zadzwonić do córki" },
    { text: "Chcę mieć swój pokój", dueOn: "2027-09-16" },
  ]);
  expect(view.tasks).toMatchObject([
    { side: "PERSON", dueOn: "2026-12-04" },
    { side: "OPS", dueOn: null },
  ]);
  expect((await apply(planId, made)).status).toBe(200);
  expect((await it.read("anna", `/plans/${planId}`, PlanView)).goals).toHaveLength(3);
});

test("a running plan gets its next version by a template, and stays whole", async () => {
  const made = { ...template(), kind: "PREVENTION", tasks: template().tasks.slice(0, 1) };
  const dayless = { ...template(), kind: "PREVENTION" };
  for (const one of [made, dayless]) await it.command("henryk", "plan-template.save", one);
  const planId = await makePlan("PREVENTION");
  await apply(planId, made);
  await it.command("anna", "plan.agree", { planId, personAgrees: true, words: "" });
  expect((await apply(planId, made)).body.code).toBe("plan.not_open_for_changes");
  await it.command("anna", "plan.activate", { planId });
  expect((await apply(planId, dayless)).status).toBe(200);
  expect(await it.read("anna", `/plans/${planId}`, PlanView)).toMatchObject({
    versionNo: 2,
    goals: [{}, {}],
    tasks: [{}, { dueOn: "2026-12-04" }, { dueOn: "2027-11-19" }],
  });
});

test("a template that changed, ended, is of another programme or of another organisation is not used", async () => {
  const made = template();
  await it.command("henryk", "plan-template.save", made);
  const planId = await makePlan();
  expect((await apply(planId, made, { templateVersion: 2 })).body.code).toBe("plan.template_changed");
  expect((await apply(planId, made, { goalIds: [] })).body.code).toBe("plan.template_changed");
  expect((await apply(planId, made, { templateId: uuidv7() })).body.code).toBe("plan.template_not_found");
  expect((await apply(await makePlan("PREVENTION"), made)).body.code).toBe("plan.template_other_kind");
  expect((await apply(planId, made, {}, "zofia")).status).toBe(404);
  const ended = { ...made, validUntil: "2026-11-21" };
  expect((await it.command("henryk", "plan-template.save", ended, { base: 7 })).body.code).toBe("record.changed");
  expect((await it.command("henryk", "plan-template.save", ended, { base: 1 })).body.version).toBe(2);
  expect((await apply(planId, made, { templateVersion: 2 })).body.code).toBe("plan.template_not_in_force");
});

test("managers keep templates, social workers read them, others have none", async () => {
  const made = template();
  const save = async (name: PersonOfFixture, change: object = {}) =>
    it.command(name, "plan-template.save", { ...made, ...change });
  expect((await save("anna")).status).toBe(403);
  expect((await save("henryk", { validUntil: "2026-10-31" })).body.code).toBe("plan.template_ends_before_start");
  expect((await save("henryk", { goals: [], tasks: [] })).body.code).toBe("plan.template_empty");
  expect((await save("henryk")).status).toBe(200);
  const list = async (name: PersonOfFixture) => it.get(name, "/plan-templates");
  expect((await list("anna")).body).toMatchObject({ mayWrite: false });
  expect((await list("henryk")).body).toMatchObject({ mayWrite: true });
  expect((await list("anna")).body.templates).toContainEqual(
    expect.objectContaining({ id: made.templateId, name: made.name, savedBy: "Henryk Próbna" }),
  );
  expect((await list("zofia")).body.templates).toEqual([]);
  expect((await list("robert")).status).toBe(403);
});
