import { type RawBuilder, sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";

/**
 * SQL: sealed notes `n` (with `organisation_id` and `author_id`) that the actor may open: one's own, and those of whose author
 * one is the substitute today: named by one person, confirmed by another, not ended. Source: docs/domain/rules.md R-ACC
 */
export function notesToOpen(context: WorkContext): RawBuilder<boolean> {
  const { accountId } = context.actor;
  return sql<boolean>`(n.author_id = ${accountId} or exists (select from note_substitute s
      where s.organisation_id = n.organisation_id and s.author_id = n.author_id and s.substitute_id = ${accountId}
        and s.confirmed_by is not null and s.valid_from <= ${context.today} and s.valid_until >= ${context.today}
        and not exists (select from note_substitute_ending e where e.organisation_id = s.organisation_id and e.substitute_row_id = s.id)))`;
}
