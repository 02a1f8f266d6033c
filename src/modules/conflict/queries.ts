import { type RawBuilder, sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import { conflictPurpose } from "../../platform/conflicts.ts";
import { instantOf } from "../../platform/db.ts";
import { type ConflictLine, conflictsAtMost } from "./contract.ts";
import { type ConflictRecord, conflictKinds } from "./kinds.ts";

export type ConflictRow = {
  id: string;
  recordType: string;
  recordId: string;
  personId: string | null;
  field: string;
  mineSealed: Buffer;
  madeBy: string;
  madeByName: string;
  madeAt: string;
  theirsByName: string | null;
  theirsAt: string | null;
};

export function openValue(context: WorkContext, id: string, sealed: Uint8Array): unknown {
  const bytes = context.keys.decryptFor(context.actor.organisationId, conflictPurpose, sealed, id);
  return JSON.parse(Buffer.from(bytes).toString("utf8"));
}

/** Conflicts that fit the condition and whose record the actor may change; decided ones too unless the condition leaves them out. */
export async function selectConflicts(context: WorkContext, condition: RawBuilder<boolean>): Promise<ConflictRow[]> {
  const reached = conflictKinds.map(
    (kind) => sql`(c.record_type = ${kind.recordType} and ${kind.inReach(context, sql.ref("c.record_id"))})`,
  );
  if (reached.length === 0) return [];
  const { rows } =
    await sql<ConflictRow>`select c.id, c.record_type, c.record_id, c.person_id, c.field, c.mine_sealed, c.made_by, m.display_name as made_by_name,
      c.made_at, t.display_name as theirs_by_name, c.theirs_at
    from conflict c join membership m on m.organisation_id = c.organisation_id and m.account_id = c.made_by
      left join membership t on t.organisation_id = c.organisation_id and t.account_id = c.theirs_by
    where c.organisation_id = ${context.actor.organisationId} and ${condition} and (${sql.join(reached, sql` or `)})
    order by c.recorded_at, c.id limit ${conflictsAtMost}`.execute(context.tx);
  return rows;
}

export const isOpen = sql<boolean>`not exists (select from conflict_decision d where d.organisation_id = c.organisation_id and d.conflict_id = c.id)`;

/** Open conflicts as the actor may see them: none of a field that is not theirs to change. At most 50 records are read. */
export async function conflictLines(context: WorkContext, condition: RawBuilder<boolean>): Promise<ConflictLine[]> {
  const rows = await selectConflicts(context, sql<boolean>`${isOpen} and ${condition}`);
  const records = new Map<string, ConflictRecord>();
  const lines: ConflictLine[] = [];
  for (const { recordType, recordId, field, ...row } of rows) {
    const kind = conflictKinds.find((one) => one.recordType === recordType);
    if (!kind) continue;
    const record = records.get(recordId) ?? (await kind.load(context, recordId));
    records.set(recordId, record);
    if (!(field in record.values)) continue;
    lines.push({
      id: row.id,
      recordType,
      recordId: record.id,
      personId: row.personId && record.id,
      recordName: record.name,
      version: record.version,
      field,
      mine: openValue(context, row.id, row.mineSealed),
      mineBy: row.madeByName,
      mineAt: instantOf(row.madeAt),
      theirs: record.values[field] ?? null,
      theirsBy: row.theirsByName,
      theirsAt: row.theirsAt && instantOf(row.theirsAt),
      own: row.madeBy === context.actor.accountId,
    });
  }
  return lines;
}
