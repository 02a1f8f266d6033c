import type { Ids } from "./inputs.ts";

/** Records of a project beside its card: a report of its calendar, and a needs statement that was sent. */
export const projectNames = "projectReportId needsStatementId needsSentId";

/** What each operation of theirs is given, beside the smallest payload. */
export const projectInputs: Readonly<Record<string, (ids: Ids) => Record<string, unknown>>> = {
  "project-plan.note-sent": (ids) => ({ reportId: ids.projectReportId, sentOn: "2026-11-20", reference: "próba" }),
  "needs-statement.send": (ids) => ({ statementId: ids.needsStatementId, seenVersion: 1, correctionReason: "próba" }),
  "needs-statement.read": (ids) => ({ statementId: ids.needsStatementId }),
  "needs-statement.print": (ids) => ({ statementId: ids.needsStatementId, sentId: ids.needsSentId }),
  "needs-statement.read-sent": (ids) => ({ sentId: ids.needsSentId }),
  "needs-statement.count-register": () => ({ asAt: "2026-09-30" }),
};

export async function makeProjectParts(
  sql: (text: string, values: unknown[]) => Promise<unknown>,
  id: (name: string) => string,
  { unitId, accountId }: { unitId: string; accountId: string },
): Promise<void> {
  const content = JSON.stringify({ figures: [], shares: [], gap: "próba", conclusion: "" });
  await sql(
    "insert into project_report (organisation_id, id, project_id, title, period_from, period_until, due_on) values ($1, $2, $3, 'Sprawozdanie', '2026-01-01', '2026-03-31', '2026-04-15')",
    [id("projectReportId"), id("projectId")],
  );
  await sql(
    "insert into needs_statement (organisation_id, id, unit_id, title, content, recorded_by) values ($1, $2, $3, 'Dlaczego klub', $4, $5)",
    [id("needsStatementId"), unitId, content, accountId],
  );
  await sql(
    "insert into needs_statement_sent (organisation_id, id, statement_id, version_no, sent_to, correction_reason, content, content_hash, sent_on, sent_by) values ($1, $2, $3, 1, 'Urząd', '', $4, repeat('a', 64), '2026-11-20', $5)",
    [
      id("needsSentId"),
      id("needsStatementId"),
      JSON.stringify({ title: "Dlaczego klub", ...JSON.parse(content) }),
      accountId,
    ],
  );
}
