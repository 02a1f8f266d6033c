import { expect, test } from "vitest";
import { useTestHouse } from "../../../app/testing/house.ts";
import { radomProject } from "../../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ProjectPlan } from "./contract.ts";

const it = useTestHouse("2026-12-08T10:00:00Z");

async function givenProject(): Promise<string> {
  const projectId = uuidv7();
  expect((await it.command("beata", "project.record", radomProject(projectId))).status).toBe(200);
  return projectId;
}

const report = { title: "Sprawozdanie za IV kwartał", from: "2026-10-01", until: "2026-12-31", dueOn: "2027-01-15" };
const indicator = {
  code: "R1",
  definition: "Osoby, które uzyskały efekt społeczny",
  target: 36,
  unit: "PERSONS",
  source: "karty uczestników",
  frequency: "QUARTERLY",
};
const plan = (projectId: string, more: object = {}) => ({
  projectId,
  budgetRef: "zadanie 1–4",
  partners: [
    { name: "Caritas Diecezji", part: "sala komputerowa" },
    { name: "PUP", part: "" },
  ],
  communes: [{ teryt: "146301", name: "Radom" }],
  tasks: [{ title: "Klub", startsOn: "2026-11-01", endsOn: null, result: "439 godzin" }],
  indicators: [{ indicatorId: uuidv7(), ...indicator }],
  reports: [{ reportId: uuidv7(), ...report }],
  documents: [{ title: "Umowa", number: "KIS/60/1", datedOn: "2026-10-15", keptAt: "segregator 3" }],
  ...more,
});
const read = (projectId: string, name: "beata" | "gosia" = "beata") =>
  it.read(name, `/projects/${projectId}/plan`, ProjectPlan);
const tasksOf = async (reportId: string) =>
  (
    await it.owner.query<{ due: string; outcome: string | null }>(
      `select t.due_on::text as due, e.outcome from task t left join task_ending e on e.task_id = t.id
        where t.source_type = 'project-report' and t.source_id = $1 order by t.created_at, t.id`,
      [reportId],
    )
  ).rows.map(({ due, outcome }) => `${due} ${outcome}`);

test("the lists are kept in their order, read by whoever reads the card, and changed against its version", async () => {
  const projectId = await givenProject();
  expect(await read(projectId)).toMatchObject({ partners: [], indicators: [], reports: [], budgetRef: null });
  const payload = plan(projectId);
  expect((await it.command("beata", "project-plan.record", payload, { base: 1 })).body).toMatchObject({ version: 2 });
  expect((await it.command("beata", "project-plan.record", payload, { base: 1 })).body.code).toBe("record.changed");
  const { reports, ...lists } = plan(projectId, payload);
  const seen = await read(projectId, "gosia");
  expect(seen).toMatchObject({ ...lists, mayChange: false });
  expect(seen.reports).toEqual([{ ...reports[0], sentOn: null, reference: "" }]);
  const [first] = payload.indicators;
  const swapped = plan(projectId, {
    indicators: [
      { ...indicator, indicatorId: uuidv7() },
      { ...first, code: "R2", target: null },
    ],
    partners: [],
  });
  expect((await it.command("beata", "project-plan.record", swapped, { base: 2 })).status).toBe(200);
  expect((await read(projectId)).indicators.map(({ code, target }) => [code, target])).toEqual([
    ["R1", 36],
    ["R2", null],
  ]);
});

test("each report is a task of the unit on its day; moved, it moves; sent, it is done and stays as it was", async () => {
  const projectId = await givenProject();
  const payload = plan(projectId);
  const reportId = payload.reports[0]?.reportId ?? "";
  await it.command("beata", "project-plan.record", payload, { base: 1 });
  expect(await tasksOf(reportId)).toEqual(["2027-01-15 null"]);
  const moved = { ...payload, reports: [{ ...report, reportId, dueOn: "2027-01-20" }] };
  await it.command("beata", "project-plan.record", moved, { base: 2 });
  expect(await tasksOf(reportId)).toEqual(["2027-01-15 NO_LONGER_RELEVANT", "2027-01-20 null"]);
  const sending = { reportId, sentOn: "2026-12-08", reference: "ePUAP 12/2026" };
  expect((await it.command("beata", "project-plan.note-sent", { ...sending, sentOn: "2026-12-09" })).body.code).toBe(
    "project-plan.sent_in_future",
  );
  expect((await it.command("beata", "project-plan.note-sent", sending)).status).toBe(200);
  expect((await it.command("beata", "project-plan.note-sent", sending)).body.code).toBe("project-plan.already_sent");
  expect((await tasksOf(reportId))[1]).toBe("2027-01-20 DONE");
  const without = { ...moved, reports: [] };
  expect((await it.command("beata", "project-plan.record", without, { base: 3 })).body.code).toBe(
    "project-plan.sent_report_changed",
  );
  expect((await it.command("beata", "project-plan.record", moved, { base: 3 })).status).toBe(200);
  expect((await read(projectId)).reports).toMatchObject([{ sentOn: "2026-12-08", reference: "ePUAP 12/2026" }]);
});

test("a plan saved again brings no task back that somebody has done, nor makes one anew", async () => {
  const projectId = await givenProject();
  const payload = plan(projectId);
  const reportId = payload.reports[0]?.reportId ?? "";
  await it.command("beata", "project-plan.record", payload, { base: 1 });
  await it.owner.query(
    `insert into task_ending (organisation_id, task_id, outcome, ended_on, ended_by)
     select organisation_id, id, 'DONE', '2026-12-08', created_by from task where source_id = $1`,
    [reportId],
  );
  const other = { ...payload, budgetRef: "zadanie 5" };
  expect((await it.command("beata", "project-plan.record", other, { base: 2 })).status).toBe(200);
  expect(await tasksOf(reportId)).toEqual(["2027-01-15 DONE"]);
});

test("a sending and a plan without its report meet: one of them is told", async () => {
  const projectId = await givenProject();
  const payload = plan(projectId);
  await it.command("beata", "project-plan.record", payload, { base: 1 });
  const sending = { reportId: payload.reports[0]?.reportId, sentOn: "2026-12-08", reference: "" };
  const answers = await Promise.all([
    it.command("beata", "project-plan.note-sent", sending),
    it.command("beata", "project-plan.record", { ...payload, reports: [] }, { base: 2 }),
  ]);
  const codes = answers.map(({ body }) => body.code ?? "done").sort();
  expect([
    ["done", "project-plan.sent_report_changed"],
    ["done", "project-plan.report_not_found"],
  ]).toContainEqual(codes);
});

test("two at once note one sending", async () => {
  const projectId = await givenProject();
  const payload = plan(projectId);
  await it.command("beata", "project-plan.record", payload, { base: 1 });
  const sending = { reportId: payload.reports[0]?.reportId, sentOn: "2026-12-08", reference: "" };
  const answers = await Promise.all([1, 2].map(() => it.command("beata", "project-plan.note-sent", sending)));
  expect(answers.map(({ body }) => body.code ?? "done").sort()).toEqual(["done", "project-plan.already_sent"]);
});

test("another project's ids, another organisation and roles that only read get nothing", async () => {
  const [one, other] = [await givenProject(), await givenProject()];
  const payload = plan(one);
  await it.command("beata", "project-plan.record", payload, { base: 1 });
  const taken = plan(other, { indicators: payload.indicators });
  expect((await it.command("beata", "project-plan.record", taken, { base: 1 })).body.code).toBe("record.id_taken");
  const takenReport = plan(other, { reports: payload.reports });
  expect((await it.command("beata", "project-plan.record", takenReport, { base: 1 })).body.code).toBe(
    "record.id_taken",
  );
  expect((await it.get("zofia", `/projects/${one}/plan`)).body.code).toBe("project.not_found");
  expect((await it.command("gosia", "project-plan.record", plan(one), { base: 2 })).body.code).toBe("access.denied");
  expect((await it.command("marek", "project-plan.record", plan(one), { base: 2 })).status).toBe(200);
});
