import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, lockRow, recordEvent } from "../../platform/command.ts";
import { freeze } from "../../platform/documents/freeze.ts";
import { onConstraint, Problem } from "../../platform/problem.ts";
import { reportAccess } from "./access.ts";
import { SendReport } from "./contract.ts";
import { countEffectiveness } from "./effectiveness.ts";
import { refuseSending } from "./rules.ts";

onConstraint("report_snapshot_key", "conflict", "record.id_taken");
onConstraint("report_snapshot_version_once", "conflict", "report.changed");

/**
 * Freezes what the sender has seen and marks it as sent.
 * @throws Problem not_found `project.not_found` | conflict `report.changed` | refused `report.correction_reason_missing`
 * Source: docs/domain/reporting.md §1 (4)
 */
async function sendReport(context: CommandContext, payload: SendReport): Promise<Done> {
  const { snapshotId, projectId, seenHash, correctionReason } = payload;
  const { organisationId, accountId } = context.actor;
  await lockRow(context, "project", projectId, "project.not_found");
  const report = await countEffectiveness(context, reportAccess["report.send"], projectId);
  const { content, contentHash } = freeze(report);
  const { rows } = await sql<{ last: number }>`select coalesce(max(version_no), 0)::int as last from report_snapshot
    where organisation_id = ${organisationId} and code = 'RP-03' and project_id = ${projectId}`.execute(context.tx);
  const versionNo = (rows[0]?.last ?? 0) + 1;
  const refusal = refuseSending(versionNo, correctionReason, { seen: seenHash, now: contentHash });
  if (refusal) throw new Problem(refusal === "report.changed" ? "conflict" : "refused", refusal);
  await context.tx
    .insertInto("reportSnapshot")
    .values({
      organisationId,
      id: snapshotId,
      code: "RP-03",
      projectId,
      versionNo,
      correctionReason: versionNo > 1 ? correctionReason : null,
      asAt: report.asAt,
      content,
      contentHash,
      sentBy: accountId,
    })
    .execute();
  await recordEvent(context, {
    personId: null,
    kind: "report.sent",
    section: "INDICATORS",
    subject: { type: "report", id: snapshotId },
    detail: { code: "RP-03", versionNo },
  });
  return {
    ids: { report: snapshotId },
    version: versionNo,
    about: { type: "report", id: snapshotId },
    detail: { contentHash },
  };
}

export const reportCommands = [
  defineCommand({
    type: "report.send",
    v: 1,
    summary: "Freezes the report on effectiveness and marks it as sent",
    payload: SendReport,
    verb: reportAccess["report.send"],
    run: sendReport,
  }),
];
