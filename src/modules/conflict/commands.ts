import { sql } from "kysely";
import { type CommandContext, type Done, recordEvent } from "../../platform/command.ts";
import { invalidAt, onConstraint, Problem } from "../../platform/problem.ts";
import type { DecideConflict } from "./contract.ts";
import { conflictKinds } from "./kinds.ts";
import { openValue, selectConflicts } from "./queries.ts";

onConstraint("conflict_decided_once", "refused", "conflict.already_decided");

/**
 * Decides what a field says, by the act of the record's own room; two at once decide once.
 * @throws Problem not_found `conflict.not_found` | refused `conflict.already_decided` and as the room's act refuses |
 *   conflict `record.changed` when the field was changed again since the decider saw it | invalid `record.base_missing`
 */
export async function decideConflict(
  context: CommandContext,
  { conflictId, choice, value }: DecideConflict,
): Promise<Done> {
  const [row] = await selectConflicts(context, sql<boolean>`c.id = ${conflictId}`);
  const kind = conflictKinds.find(({ recordType }) => recordType === row?.recordType);
  if (!row || !kind) throw new Problem("not_found", "conflict.not_found");
  const { field } = row;
  const record = await kind.load(context, row.recordId);
  if (!(field in record.values)) throw new Problem("not_found", "conflict.not_found");
  if (context.base === undefined) throw invalidAt("base", "record.base_missing");
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("conflictDecision")
    .values({ organisationId, conflictId, choice, decidedBy: accountId })
    .execute();
  const decided = choice === "MINE" ? openValue(context, row.id, row.mineSealed) : value;
  // the decision stands or falls with the act: a change that came in between is shown, never kept as one more conflict
  const own = { ...context, keepsConflicts: false };
  const version = choice === "THEIRS" ? record.version : await kind.write(own, record.id, field, decided);
  const personId = row.personId && record.id;
  if (personId)
    await recordEvent(context, {
      personId,
      kind: "conflict.decided",
      section: "CORE",
      subject: { type: row.recordType, id: record.id },
      detail: { choice, fields: [field] },
    });
  return {
    ids: { conflict: conflictId },
    version: version ?? record.version,
    about: { type: "conflict", id: conflictId, personId, section: "CORE" },
    detail: { record: record.id, field, choice },
  };
}
