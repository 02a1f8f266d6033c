import { sql } from "kysely";
import { requireReach } from "../../../platform/access.ts";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  recordEvent,
  requireBase,
} from "../../../platform/command.ts";
import { freeze } from "../../../platform/documents/freeze.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { findProjectRow } from "../queries.ts";
import { needsStatementAccess } from "./access.ts";
import { RecordNeedsStatement, SendNeedsStatement } from "./contract.ts";
import { refuseContent, refuseSending } from "./rules.ts";
import { findStatement, requireStatement } from "./store.ts";

onConstraint("needs_statement_key", "conflict", "record.id_taken");
onConstraint("needs_statement_sent_key", "conflict", "record.id_taken");
onConstraint("needs_statement_version_once", "conflict", "needs.changed_meanwhile");
onConstraint("needs_statement_of_unit", "invalid", "project.unknown_unit", "payload.unitId");

/** @throws Problem not_found | conflict (changed meanwhile) | invalid | refused as `refuseContent` says */
async function record(context: CommandContext, payload: RecordNeedsStatement): Promise<Done> {
  const { organisationId, accountId, unitIds } = context.actor;
  const { statementId: id, unitId, projectId, title, ...content } = payload;
  const verb = needsStatementAccess["needs-statement.record"];
  requireReach(context.actor, verb, { unit: unitIds.includes(unitId) }, "project.unknown_unit");
  if (projectId !== null && !(await findProjectRow(context, projectId)))
    throw new Problem("not_found", "project.not_found");
  refuseIf([refuseContent(content)]);
  const row = { unitId, projectId, title, content: JSON.stringify(content) };
  const about = { about: { type: "needs-statement", id } } as const;
  if (!(await findStatement(context, id))) {
    await context.tx
      .insertInto("needsStatement")
      .values({ organisationId, id, ...row, recordedBy: accountId })
      .execute();
    return { ids: { statement: id }, version: 1, ...about };
  }
  await lockRow(context, "needs_statement", id, "needs-statement.not_found");
  const { version: was } = await requireStatement(context, verb, id);
  if (context.base === undefined) throw new Problem("conflict", "record.id_taken");
  requireBase(context, was);
  await context.tx
    .updateTable("needsStatement")
    .set({ ...row, changedAt: context.now })
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
  return { ids: { statement: id }, version: await bumpVersion(context, "needs_statement", id), ...about };
}

/**
 * Freezes what the sender has seen. @throws Problem not_found | conflict `needs.changed_meanwhile` | refused as `refuseSending` says
 * Source: docs/domain/reporting.md §1 (4)
 */
async function send(context: CommandContext, payload: SendNeedsStatement): Promise<Done> {
  const { sentId: id, statementId, seenVersion, sentTo, correctionReason } = payload;
  const { organisationId, accountId } = context.actor;
  await requireStatement(context, needsStatementAccess["needs-statement.send"], statementId);
  await lockRow(context, "needs_statement", statementId, "needs-statement.not_found");
  const statement = await requireStatement(context, needsStatementAccess["needs-statement.send"], statementId);
  if (statement.version !== seenVersion) throw new Problem("conflict", "needs.changed_meanwhile");
  const { rows } = await sql<{
    last: number;
  }>`select coalesce(max(version_no), 0)::int as last from needs_statement_sent
    where organisation_id = ${organisationId} and statement_id = ${statementId}`.execute(context.tx);
  const versionNo = (rows[0]?.last ?? 0) + 1;
  refuseIf([refuseSending(statement.content, { versionNo, correctionReason })]);
  const { content, contentHash } = freeze({ title: statement.title, ...statement.content });
  await context.tx
    .insertInto("needsStatementSent")
    .values({
      organisationId,
      id,
      statementId,
      versionNo,
      sentTo,
      correctionReason: versionNo > 1 ? correctionReason : "",
      content,
      contentHash,
      sentOn: context.today,
      sentBy: accountId,
    })
    .execute();
  await recordEvent(context, {
    personId: null,
    kind: "needs-statement.sent",
    section: "INDICATORS",
    subject: { type: "needs-statement", id: statementId },
    detail: { no: versionNo },
  });
  return {
    ids: { sent: id, statement: statementId },
    about: { type: "needs-statement", id: statementId },
    detail: { contentHash },
  };
}

export const needsCommands = [
  defineCommand({
    type: "needs-statement.record",
    v: 1,
    summary: "Records local figures behind a project, or edits them (RP-12)",
    payload: RecordNeedsStatement,
    verb: needsStatementAccess["needs-statement.record"],
    run: record,
  }),
  defineCommand({
    type: "needs-statement.send",
    v: 1,
    summary: "Freezes a needs statement as it was sent",
    payload: SendNeedsStatement,
    verb: needsStatementAccess["needs-statement.send"],
    run: send,
  }),
];
