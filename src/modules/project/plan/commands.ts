import { sql } from "kysely";
import { requireReach } from "../../../platform/access.ts";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  requireBase,
} from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { addTaskFor, endTasksFrom } from "../../casework/public.ts";
import { findProjectRow, type ProjectRow } from "../queries.ts";
import { planOfProjectAccess } from "./access.ts";
import { NoteReportSent, type ProjectPlan, RecordProjectPlan } from "./contract.ts";
import { refusePlan, refuseSending } from "./rules.ts";
import { readPlan } from "./store.ts";

onConstraint("project_report_sent_once", "refused", "project-plan.already_sent");
onConstraint("project_indicator_key", "conflict", "record.id_taken");
onConstraint("project_report_key", "conflict", "record.id_taken");

const reportSource = "project-report";
type Report = ProjectPlan["reports"][number];

/** @throws Problem not_found, also for another organisation's or unit's project */
async function requireProject(context: CommandContext, projectId: string): Promise<ProjectRow> {
  const project = await findProjectRow(context, projectId);
  const relation = { unit: project !== undefined && context.actor.unitIds.includes(project.unitId) };
  requireReach(context.actor, planOfProjectAccess["project-plan.record"], project ? relation : {}, "project.not_found");
  if (!project) throw new Problem("not_found", "project.not_found");
  return project;
}

/** Rows that nothing else names are written anew; indicators keep their ids, reports too, so that what was sent stays. */
async function writeLists(context: CommandContext, plan: RecordProjectPlan): Promise<void> {
  const { tx } = context;
  const { organisationId } = context.actor;
  const { projectId } = plan;
  const of = { organisationId, projectId };
  for (const table of ["project_partner", "project_commune", "project_task", "project_document"])
    await sql`delete from ${sql.table(table)} where organisation_id = ${organisationId} and project_id = ${projectId}`.execute(
      tx,
    );
  const numbered = <T extends object>(rows: readonly T[]) => rows.map((row, at) => ({ ...of, no: at + 1, ...row }));
  if (plan.partners.length > 0) await tx.insertInto("projectPartner").values(numbered(plan.partners)).execute();
  if (plan.tasks.length > 0) await tx.insertInto("projectTask").values(numbered(plan.tasks)).execute();
  if (plan.documents.length > 0) await tx.insertInto("projectDocument").values(numbered(plan.documents)).execute();
  if (plan.communes.length > 0)
    await tx
      .insertInto("projectCommune")
      .values(plan.communes.map((commune) => ({ ...of, ...commune })))
      .execute();
  await writeIndicators(context, plan);
}

async function writeIndicators(context: CommandContext, { projectId, indicators }: RecordProjectPlan): Promise<void> {
  const { organisationId } = context.actor;
  const ids = indicators.map(({ indicatorId }) => indicatorId);
  await sql`delete from project_indicator where organisation_id = ${organisationId} and project_id = ${projectId} and not (id = any (${ids}::uuid[]))`.execute(
    context.tx,
  );
  for (const [at, { indicatorId: id, target, ...rest }] of indicators.entries()) {
    const row = { ...rest, target: target === null ? null : String(target), no: at + 1 };
    const { numUpdatedRows } = await context.tx
      .updateTable("projectIndicator")
      .set(row)
      .where("organisationId", "=", organisationId)
      .where("projectId", "=", projectId)
      .where("id", "=", id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n)
      await context.tx
        .insertInto("projectIndicator")
        .values({ organisationId, id, projectId, ...row })
        .execute();
  }
}

/** The calendar of reports, each not yet sent one with a task of the unit on the day it is due; what the task says is unchanged, it stays as it is. */
async function writeReports(
  context: CommandContext,
  { projectId, reports }: RecordProjectPlan,
  { unitId, known }: { unitId: string; known: readonly Report[] },
): Promise<void> {
  const { tx } = context;
  const { organisationId } = context.actor;
  const waiting = known.filter(({ sentOn }) => sentOn === null).map(({ reportId }) => reportId);
  const sent = new Set(known.filter(({ sentOn }) => sentOn !== null).map(({ reportId }) => reportId));
  const told = ({ reportId, title, dueOn }: Pick<Report, "reportId" | "title" | "dueOn">) =>
    `${reportId} ${dueOn} ${title}`;
  const [before, after] = [new Set(known.map(told)), new Set(reports.map(told))];
  const changed = known.filter((report) => report.sentOn === null && !after.has(told(report)));
  for (const { reportId: id } of changed) await endTasksFrom(context, { type: reportSource, id }, "NO_LONGER_RELEVANT");
  if (waiting.length > 0)
    await tx
      .deleteFrom("projectReport")
      .where("organisationId", "=", organisationId)
      .where("projectId", "=", projectId)
      .where("id", "in", waiting)
      .execute();
  for (const report of reports) {
    const { reportId: id, title, from, until, dueOn } = report;
    if (sent.has(id)) continue;
    await tx
      .insertInto("projectReport")
      .values({ organisationId, id, projectId, title, periodFrom: from, periodUntil: until, dueOn })
      .execute();
    if (before.has(told(report))) continue;
    await addTaskFor(context, {
      personId: null,
      unitId,
      kind: "project-report.due",
      detail: { title },
      dueOn,
      source: { type: reportSource, id },
    });
  }
}

/** @throws Problem not_found | conflict (changed meanwhile) | refused as `refusePlan` says */
async function recordPlan(context: CommandContext, payload: RecordProjectPlan): Promise<Done> {
  const { projectId } = payload;
  await requireProject(context, projectId);
  await lockRow(context, "project", projectId, "project.not_found");
  const { unitId } = await requireProject(context, projectId);
  const { version: was, reports: known } = await readPlan(context, projectId);
  requireBase(context, was);
  refuseIf([refusePlan(payload, known)]);
  await context.tx
    .updateTable("project")
    .set({ budgetRef: payload.budgetRef })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", projectId)
    .execute();
  await writeLists(context, payload);
  await writeReports(context, payload, { unitId, known });
  const version = await bumpVersion(context, "project", projectId);
  return { ids: { project: projectId }, version, about: { type: "project", id: projectId } };
}

/** A report of a project of the organisation, and when it was sent. */
async function findReport({ tx, actor: { organisationId } }: CommandContext, reportId: string) {
  return tx
    .selectFrom("projectReport")
    .leftJoin("projectReportSending as s", (on) =>
      on.onRef("s.organisationId", "=", "projectReport.organisationId").onRef("s.reportId", "=", "projectReport.id"),
    )
    .select(["projectReport.projectId", "s.sentOn"])
    .where("projectReport.organisationId", "=", organisationId)
    .where("projectReport.id", "=", reportId)
    .executeTakeFirst();
}

/** @throws Problem not_found (also where the plan lost the report meanwhile) | refused as `refuseSending` says */
async function noteSent(context: CommandContext, { reportId, sentOn, reference }: NoteReportSent): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const found = await findReport(context, reportId);
  const project = found && (await findProjectRow(context, found.projectId));
  const relation = { unit: project !== undefined && context.actor.unitIds.includes(project.unitId) };
  requireReach(
    context.actor,
    planOfProjectAccess["project-plan.note-sent"],
    project ? relation : {},
    "project-plan.report_not_found",
  );
  // whoever writes the plan writes its reports anew
  if (found) await lockRow(context, "project", found.projectId, "project-plan.report_not_found");
  const report = await findReport(context, reportId);
  if (!report) throw new Problem("not_found", "project-plan.report_not_found");
  refuseIf([refuseSending(report, sentOn, context.today)]);
  await context.tx
    .insertInto("projectReportSending")
    .values({ organisationId, reportId, sentOn, reference, recordedBy: accountId })
    .execute();
  await endTasksFrom(context, { type: reportSource, id: reportId }, "DONE");
  return { ids: { report: reportId }, about: { type: "project", id: report.projectId } };
}

export const planCommands = [
  defineCommand({
    type: "project-plan.record",
    v: 1,
    summary: "Records with whom, where, what, by which indicators and reports a project goes on",
    payload: RecordProjectPlan,
    verb: planOfProjectAccess["project-plan.record"],
    run: recordPlan,
  }),
  defineCommand({
    type: "project-plan.note-sent",
    v: 1,
    summary: "Notes that a report of a project was sent",
    payload: NoteReportSent,
    verb: planOfProjectAccess["project-plan.note-sent"],
    run: noteSent,
  }),
];
