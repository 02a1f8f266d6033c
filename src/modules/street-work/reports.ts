import { sql } from "kysely";
import { requireReach } from "../../platform/access.ts";
import { type CommandContext, type Done, defineCommand, lockRow, requireBase } from "../../platform/command.ts";
import { freeze } from "../../platform/documents/freeze.ts";
import { sealJson } from "../../platform/keys/sealedJson.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { requireShift } from "../outreach/public.ts";
import { streetWorkAccess } from "./access.ts";
import type { reportSteps } from "./codes.ts";
import { AcceptWorkReport, ReturnWorkReport, SaveWorkReport, SubmitWorkReport } from "./contract.ts";
import { countShift, stepsOf } from "./reportReads.ts";
import { refuseJudging, refuseSave, refuseSubmit, stateOf } from "./rules.ts";

onConstraint("work_report_key", "conflict", "record.id_taken");
onConstraint("work_report_once_for_shift_and_worker", "conflict", "work_report.exists");
onConstraint("work_report_hours", "refused", "work_report.ends_before_start");
onConstraint("work_report_accepted_once", "refused", "work_report.not_submitted");

/**
 * Writes down what the worker typed; the counters are never typed. Without `base` the last save of one's own report stands.
 * @throws Problem not_found `shift.not_found` | refused `work_report.not_member`, `work_report.not_open`, `work_report.ends_before_start`
 * | conflict `record.changed`, `work_report.exists`
 */
async function saveReport(context: CommandContext, { reportId, shiftId, ...given }: SaveWorkReport): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { unitId } = await requireShift(context, streetWorkAccess["work-report.save"], shiftId);
  await requireMember(context, shiftId);
  const { institutions, reflections, equipment, strain, ...plain } = given;
  const row = {
    ...plain,
    officeHours: plain.officeHours === null ? null : String(plain.officeHours),
    textSealed: sealJson(context, "work-report.text", reportId, { institutions, reflections, equipment }),
    strainSealed: sealJson(context, "work-report.strain", reportId, strain),
    savedAt: context.now,
  };
  const about = { type: "work-report", id: reportId };
  const inserted = await context.tx
    .insertInto("workReport")
    .values({ ...row, organisationId, id: reportId, shiftId, unitId, authorId: accountId })
    .onConflict((on) => on.constraint("work_report_key").doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows) return { ids: { report: reportId }, version: 1, about };
  const known = await lockReport(context, reportId);
  if (known.authorId !== accountId || known.shiftId !== shiftId) throw new Problem("conflict", "record.id_taken");
  requireBase(context, known.version);
  refuseIf([refuseSave(stateOf(await stepsOf(context, reportId)))]);
  const { version } = await context.tx
    .updateTable("workReport")
    .set((of) => ({ ...row, version: of("version", "+", 1) }))
    .where("organisationId", "=", organisationId)
    .where("id", "=", reportId)
    .returning("version")
    .executeTakeFirstOrThrow();
  return { ids: { report: reportId }, version, about };
}

/** @throws Problem refused `work_report.not_member` for a shift that the actor was not in */
async function requireMember(context: CommandContext, shiftId: string): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql`select 1 from outreach_shift_member
    where organisation_id = ${organisationId} and shift_id = ${shiftId} and account_id = ${accountId}`.execute(
    context.tx,
  );
  if (rows.length === 0) throw new Problem("refused", "work_report.not_member");
}

async function lockReport(context: CommandContext, reportId: string) {
  await lockRow(context, "work_report", reportId, "work_report.not_found");
  return context.tx
    .selectFrom("workReport")
    .select(["authorId", "unitId", "shiftId", "version", "actualStart", "actualEnd"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", reportId)
    .executeTakeFirstOrThrow();
}

async function takeStep(
  context: CommandContext,
  reportId: string,
  step: (typeof reportSteps)[number],
  reason: string | null = null,
): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const id = uuidv7();
  const reasonSealed = sealJson(context, "work-report.text", id, reason);
  await context.tx
    .insertInto("workReportStep")
    .values({ organisationId, id, reportId, step, reasonSealed, takenBy: accountId, takenAt: context.now })
    .execute();
  return { ids: { report: reportId }, about: { type: "work-report", id: reportId } };
}

/** @throws Problem not_found `work_report.not_found` | refused `work_report.not_open`, `work_report.hours_missing` */
async function submitReport(context: CommandContext, { reportId }: SubmitWorkReport): Promise<Done> {
  const report = await lockReport(context, reportId);
  const own = report.authorId === context.actor.accountId;
  requireReach(context.actor, streetWorkAccess["work-report.submit"], { own }, "work_report.not_found");
  refuseIf([refuseSubmit(stateOf(await stepsOf(context, reportId)), report)]);
  return takeStep(context, reportId, "SUBMITTED");
}

/** @throws Problem not_found `work_report.not_found` | refused `work_report.not_submitted`, `work_report.own` */
async function lockForJudging(
  context: CommandContext,
  verb: Parameters<typeof requireReach>[1],
  reportId: string,
): Promise<{ shiftId: string }> {
  const report = await lockReport(context, reportId);
  const unit = context.actor.unitIds.includes(report.unitId);
  requireReach(context.actor, verb, { unit }, "work_report.not_found");
  const state = stateOf(await stepsOf(context, reportId));
  refuseIf([refuseJudging(state, report.authorId, context.actor.accountId)]);
  return report;
}

async function returnReport(context: CommandContext, { reportId, reason }: ReturnWorkReport): Promise<Done> {
  await lockForJudging(context, streetWorkAccess["work-report.return"], reportId);
  return takeStep(context, reportId, "RETURNED", reason);
}

/**
 * Accepts a report and freezes its counters: later cards and merges do not change them.
 * @throws Problem as `lockForJudging` | conflict `work_report.changed` when the counters are others than those seen
 */
async function acceptReport(context: CommandContext, { reportId, seenHash }: AcceptWorkReport): Promise<Done> {
  const { shiftId } = await lockForJudging(context, streetWorkAccess["work-report.accept"], reportId);
  const { content, contentHash } = freeze(await countShift(context, shiftId));
  if (contentHash !== seenHash) throw new Problem("conflict", "work_report.changed");
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("workReportSnapshot")
    .values({ organisationId, reportId, content, contentHash, takenBy: accountId, takenAt: context.now })
    .execute();
  return { ...(await takeStep(context, reportId, "ACCEPTED")), detail: { contentHash } };
}

export const reportCommands = [
  defineCommand({
    type: "work-report.save",
    v: 1,
    summary: "Saves what the worker adds to the counted report of a shift",
    payload: SaveWorkReport,
    verb: streetWorkAccess["work-report.save"],
    offline: true,
    run: saveReport,
  }),
  defineCommand({
    type: "work-report.submit",
    v: 1,
    summary: "Hands the report of a shift in",
    payload: SubmitWorkReport,
    verb: streetWorkAccess["work-report.submit"],
    offline: true,
    run: submitReport,
  }),
  defineCommand({
    type: "work-report.return",
    v: 1,
    summary: "Returns a report to its author with a reason",
    payload: ReturnWorkReport,
    verb: streetWorkAccess["work-report.return"],
    run: returnReport,
  }),
  defineCommand({
    type: "work-report.accept",
    v: 1,
    summary: "Accepts a report and freezes its counters",
    payload: AcceptWorkReport,
    verb: streetWorkAccess["work-report.accept"],
    run: acceptReport,
  }),
];
