import { sql } from "kysely";
import { may, requireReach } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import { needsStatementAccess } from "./access.ts";
import { NeedsContent, type NeedsStatementLine, type NeedsStatementView, type SentView } from "./contract.ts";

export type StoredStatement = Omit<NeedsStatementView, "mayChange" | "sent">;

/** Undefined where the organisation has none of this id. */
export async function findStatement(context: WorkContext, id: string): Promise<StoredStatement | undefined> {
  const { rows } =
    await sql<StoredStatement>`select s.id, s.unit_id, s.project_id, p.title as project_title, s.title, s.version, s.content
    from needs_statement s left join project p on p.organisation_id = s.organisation_id and p.id = s.project_id
    where s.organisation_id = ${context.actor.organisationId} and s.id = ${id}`.execute(context.tx);
  const [row] = rows;
  return row && { ...row, content: NeedsContent.parse(row.content) };
}

/** @throws Problem not_found `needs-statement.not_found`, also for another organisation's or unit's */
export async function requireStatement(
  context: WorkContext,
  verb: (typeof needsStatementAccess)[keyof typeof needsStatementAccess],
  id: string,
): Promise<StoredStatement> {
  const found = await findStatement(context, id);
  const relation = { unit: found !== undefined && context.actor.unitIds.includes(found.unitId) };
  requireReach(context.actor, verb, found ? relation : {}, "needs-statement.not_found");
  if (!found) throw new Problem("not_found", "needs-statement.not_found");
  return found;
}

export async function listStatements(context: WorkContext): Promise<NeedsStatementLine[]> {
  const { rows } =
    await sql<NeedsStatementLine>`select s.id, s.title, s.project_id, p.title as project_title, u.name as unit_name,
      jsonb_array_length(s.content -> 'figures') as figures,
      (select count(*)::int from jsonb_array_elements(s.content -> 'figures') f where f -> 'value' = 'null'::jsonb) as open,
      (select max(n.sent_on) from needs_statement_sent n where n.organisation_id = s.organisation_id and n.statement_id = s.id) as sent_on
    from needs_statement s join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
      left join project p on p.organisation_id = s.organisation_id and p.id = s.project_id
    where s.organisation_id = ${context.actor.organisationId} order by s.changed_at desc, s.id ${atMost}`.execute(
      context.tx,
    );
  return rows;
}

/** What was sent of one statement, newest first. */
export async function sentOf(context: WorkContext, statementId: string): Promise<NeedsStatementView["sent"]> {
  const { rows } = await sql<
    NeedsStatementView["sent"][number]
  >`select n.id, n.version_no, n.sent_to, n.correction_reason, n.sent_on, m.display_name as by, n.content_hash
    from needs_statement_sent n join membership m on m.organisation_id = n.organisation_id and m.account_id = n.sent_by
    where n.organisation_id = ${context.actor.organisationId} and n.statement_id = ${statementId} order by n.version_no desc ${atMost}`.execute(
    context.tx,
  );
  return rows;
}

export async function readStatement(context: WorkContext, id: string): Promise<NeedsStatementView> {
  const statement = await requireStatement(context, needsStatementAccess["needs-statement.read"], id);
  const relation = { unit: context.actor.unitIds.includes(statement.unitId) };
  const mayChange = may(context.actor, needsStatementAccess["needs-statement.record"], relation);
  return { ...statement, mayChange, sent: await sentOf(context, id) };
}

/** What was sent, as it was. @throws Problem not_found */
export async function readSent(context: WorkContext, sentId: string): Promise<SentView> {
  const { rows } = await sql<
    Omit<SentView, "content" | "title"> & { content: string }
  >`select n.statement_id, n.version_no, n.sent_to, n.correction_reason, n.sent_on,
      m.display_name as by, n.content_hash, n.content
    from needs_statement_sent n join membership m on m.organisation_id = n.organisation_id and m.account_id = n.sent_by
    where n.organisation_id = ${context.actor.organisationId} and n.id = ${sentId}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "needs-statement.not_found");
  await requireStatement(context, needsStatementAccess["needs-statement.read-sent"], row.statementId);
  const { title, ...content } = Frozen.parse(JSON.parse(row.content));
  return { ...row, title, content };
}

/** What is frozen: the title with everything below it. */
export const Frozen = NeedsContent.extend({ title: NeedsContent.shape.gap });
