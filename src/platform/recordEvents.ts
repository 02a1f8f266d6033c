import { sql } from "kysely";
import type { CommandContext, EventEntry } from "./command.ts";
import { uuidv7 } from "./uuid.ts";

/** Tells the timelines of many persons at once, in one statement; the same as `recordEvent` for each, in the order given. */
export async function recordEvents(context: CommandContext, entries: readonly EventEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ subject, detail = {}, caseId = null, ...entry }) => ({
    ...entry,
    id: uuidv7(),
    caseId,
    subjectType: subject.type,
    subjectId: subject.id,
    detail,
  }));
  await sql`insert into event (organisation_id, id, person_id, case_id, kind, section, occurred_at, actor_id, subject_type, subject_id, detail)
    select ${context.actor.organisationId}, e.id, e."personId", e."caseId", e.kind, e.section, ${context.occurredAt}, ${context.actor.accountId}, e."subjectType", e."subjectId", e.detail
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e(id uuid, "personId" uuid, "caseId" uuid, kind text, section text, "subjectType" text, "subjectId" uuid, detail jsonb)`.execute(
    context.tx,
  );
}
