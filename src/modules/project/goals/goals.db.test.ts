import { beforeAll, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { plainText } from "../../../app/testing/plainText.ts";
import { radomGroup, radomProject } from "../../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ProjectGoals } from "./contract.ts";

const it = useTestHouse("2026-12-08T10:00:00Z");

beforeAll(async () => {
  // a coordinator with every right, in another organisation
  await it.owner.query("insert into membership_role values ($1, $2, 'KIS_COORDINATOR')", [
    world.elsewhere,
    it.accountOf("zofia"),
  ]);
});

async function givenProject(): Promise<{ projectId: string; indicatorId: string }> {
  const [projectId, indicatorId] = [uuidv7(), uuidv7()];
  expect((await it.command("beata", "project.record", radomProject(projectId))).status).toBe(200);
  const indicator = { indicatorId, code: "R1", definition: "Osoby, które podjęły pracę", target: 15, unit: "PERSONS" };
  const lists = { budgetRef: null, partners: [], communes: [], tasks: [], reports: [], documents: [] };
  const plan = { projectId, ...lists, indicators: [{ ...indicator, source: "umowy", frequency: "QUARTERLY" }] };
  expect((await it.command("beata", "project-plan.record", plan, { base: 1 })).status).toBe(200);
  return { projectId, indicatorId };
}

const ref = (code: string) => ({ code, name: "" });
const goal = (more: object = {}) => ({
  goalId: uuidv7(),
  kind: "SPECIFIC",
  words: "Minimalizowanie skutków długotrwałego bezrobocia",
  modules: [ref("PSYCHOEDUCATION"), ref("SELF_HELP_GROUP")],
  indicatorIds: [] as string[],
  ...more,
});
const main = (more: object = {}) =>
  goal({ kind: "MAIN", words: "Ograniczenie zjawiska wykluczenia społecznego", modules: [], ...more });
const read = (projectId: string, who: PersonOfFixture = "beata") =>
  it.read(who, `/projects/${projectId}/goals`, ProjectGoals);
const record = (goals: object[], projectId: string, base: number, who: PersonOfFixture = "beata") =>
  it.command(who, "project-goals.record", { projectId, goals }, { base });

test("aims are set before there is a group, read by whoever reads the card, and changed against its version", async () => {
  const { projectId, indicatorId } = await givenProject();
  const before = await read(projectId);
  expect(before.goals).toEqual([]);
  expect(before.modules.map(({ code }) => code)).toContain("COMPUTER_COURSE");
  expect(before.indicators).toMatchObject([{ code: "R1", target: 15 }]);
  const goals = [goal(), main({ indicatorIds: [indicatorId] })];
  expect((await record(goals, projectId, 2)).body).toMatchObject({ version: 3 });
  expect((await record(goals, projectId, 2)).body.code).toBe("record.changed");
  const seen = await read(projectId, "gosia");
  expect(seen).toMatchObject({ mayChange: false, version: 3 });
  expect(seen.goals).toEqual([goals[1], goals[0]]);
  expect((await record([goals[0] ?? {}], projectId, 3)).body).toMatchObject({
    code: "project-goals.main_missing",
    details: { source: "F-70" },
  });
  expect((await record([main({ indicatorIds: [uuidv7()] })], projectId, 3)).body.code).toBe(
    "project-goals.strange_indicator",
  );
  expect((await record([main(), goal({ modules: [ref("TAMING_LIONS")] })], projectId, 3)).body.code).toBe(
    "project-goals.strange_module",
  );
  expect((await read(projectId)).goals).toHaveLength(2);
});

test("hours of each aim are those of its classes in every group; what a group gave up stays linked", async () => {
  const { projectId } = await givenProject();
  const group = radomGroup(uuidv7(), projectId);
  const goals = [main(), goal()];
  expect((await record(goals, projectId, 2)).status).toBe(200);
  expect((await it.command("beata", "group.record", group)).status).toBe(200);
  const { modules } = await read(projectId);
  expect(modules.find(({ code }) => code === "PSYCHOEDUCATION")).toEqual({
    code: "PSYCHOEDUCATION",
    name: "",
    words: { pl: "Psychoedukacja", en: "Psychoeducation", uk: "Психоедукація" },
    groups: 1,
    plannedMinutes: 48 * 60,
    heldMinutes: 0,
    aheadMinutes: 0,
    missingMinutes: 48 * 60,
  });
  const kept = group.modules.filter(({ code }) => code !== "SELF_HELP_GROUP");
  expect((await it.command("beata", "group.record", { ...group, modules: kept }, { base: 1 })).status).toBe(200);
  const after = await read(projectId);
  expect(after.modules.map(({ code }) => code)).not.toContain("SELF_HELP_GROUP");
  expect(after.goals[1]?.modules).toContainEqual(ref("SELF_HELP_GROUP"));
  expect((await record([main(), ...goals.slice(1)], projectId, 3)).status).toBe(200);
});

test("an indicator that goes from the card goes from its aims; an aim of another project is not taken", async () => {
  const { projectId, indicatorId } = await givenProject();
  const goals = [main({ indicatorIds: [indicatorId] })];
  expect((await record(goals, projectId, 2)).status).toBe(200);
  const lists = { budgetRef: null, partners: [], communes: [], tasks: [], reports: [], documents: [], indicators: [] };
  expect((await it.command("beata", "project-plan.record", { projectId, ...lists }, { base: 3 })).status).toBe(200);
  expect((await read(projectId)).goals).toEqual([{ ...goals[0], indicatorIds: [] }]);
  const other = await givenProject();
  const taken = [{ ...goals[0], indicatorIds: [] }];
  expect((await record(taken, other.projectId, 2)).body.code).toBe("record.id_taken");
  expect((await read(projectId)).goals).toHaveLength(1);
});

test("two at once set aims of one version: one of them is told", async () => {
  const { projectId } = await givenProject();
  const answers = await Promise.all([1, 2].map(() => record([main()], projectId, 2)));
  expect(answers.map(({ body }) => body.code ?? "done").toSorted()).toEqual(["done", "record.changed"]);
  const id = uuidv7();
  const payload = { projectId, goals: [main()] };
  const send = () => it.command("beata", "project-goals.record", payload, { id, base: 3 });
  expect((await send()).body).toMatchObject({ version: 4, replayed: false });
  expect((await send()).body).toMatchObject({ version: 4, replayed: true });
  expect((await read(projectId)).version).toBe(4);
});

test("the card is printed with its aims; elsewhere there is no such project, and who only reads changes nothing", async () => {
  const { projectId, indicatorId } = await givenProject();
  await record([main({ indicatorIds: [indicatorId] }), goal()], projectId, 2);
  const print = (who: PersonOfFixture, query = "") =>
    it.server.inject({
      url: `/api/projects/${projectId}/print${query}`,
      headers: { authorization: `Bearer ${it.tokenOf(who)}` },
    });
  const paper = plainText((await print("gosia")).rawPayload);
  expect(paper).toMatch(/Ograniczenie zjawiska/);
  expect(paper).toMatch(/nie mierzy\s/);
  expect((await print("beata", "?print=edit")).rawPayload.subarray(0, 2).toString()).toBe("PK");
  for (const path of ["goals", "print"])
    expect((await it.get("zofia", `/projects/${projectId}/${path}`)).body.code).toBe("project.not_found");
  expect((await record([main()], projectId, 3, "zofia")).body.code).toBe("project.not_found");
  expect((await record([main()], projectId, 3, "gosia")).body.code).toBe("access.denied");
  expect((await it.get("janusz", `/projects/${projectId}/goals`)).status).toBe(403);
  expect((await record([main()], projectId, 3, "marek")).status).toBe(200);
});
