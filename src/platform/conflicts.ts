import { type CommandContext, recordEvent } from "./command.ts";
import type { FieldConflict } from "./merge.ts";
import { uuidv7 } from "./uuid.ts";

/** Who changed a field last, and when: kept beside a record whose edits are merged. */
export type ChangedBy = Readonly<Record<string, { by: string; at: string }>>;

export const conflictPurpose = "conflict.value";

/** `changedBy` after these fields were changed by the actor. */
export function nowChanged(context: CommandContext, before: ChangedBy, fields: readonly string[]): ChangedBy {
  const mark = { by: context.actor.accountId, at: context.now };
  return { ...before, ...Object.fromEntries(fields.map((field) => [field, mark])) };
}

/**
 * Keeps the values of an edit whose fields somebody else changed meanwhile, until a person decides. The record is not touched.
 * @param record `personId`: whom it is about; its timeline tells of it
 * @returns the id of the first one
 */
export async function keepConflicts(
  context: CommandContext,
  record: { type: string; id: string; personId: string | null },
  conflicts: readonly FieldConflict[],
  changedBy: ChangedBy,
): Promise<string> {
  const { organisationId, accountId } = context.actor;
  const rows = conflicts.map(({ field, theirs, yours }) => {
    const id = uuidv7();
    const seal = (value: unknown) =>
      Buffer.from(
        context.keys.encryptFor(organisationId, conflictPurpose, Buffer.from(JSON.stringify(value ?? null)), id),
      );
    return {
      organisationId,
      id,
      recordType: record.type,
      recordId: record.id,
      personId: record.personId,
      field,
      base: context.base ?? null,
      mineSealed: seal(yours),
      madeBy: accountId,
      madeAt: context.occurredAt,
      commandId: context.commandId,
      theirsSealed: seal(theirs),
      theirsBy: changedBy[field]?.by ?? null,
      theirsAt: changedBy[field]?.at ?? null,
    };
  });
  const [first] = rows;
  if (!first) throw new Error("no conflict to keep");
  await context.tx.insertInto("conflict").values(rows).execute();
  if (record.personId)
    await recordEvent(context, {
      personId: record.personId,
      kind: "conflict.kept",
      section: "CORE",
      subject: { type: record.type, id: record.id },
      detail: { fields: conflicts.map(({ field }) => field) },
    });
  return first.id;
}
