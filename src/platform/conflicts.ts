import { z } from "zod";
import { type CommandContext, recordEvent } from "./command.ts";
import type { FieldConflict } from "./merge.ts";
import { uuidv7 } from "./uuid.ts";

/**
 * Which version last changed a field, and who, and when: kept beside a record whose edits are merged. A change by a device's
 * outbox also names the entry, and `over`: the version of the last change before it that was none of this outbox.
 */
export const ChangedIn = z.record(z.string(), z.int());
export type ChangedIn = Readonly<z.infer<typeof ChangedIn>>;
const Mark = z.object({
  by: z.uuid(),
  at: z.string(),
  entry: z.object({ deviceId: z.uuid(), seq: z.int(), over: z.int() }).optional(),
});
export const ChangedBy = z.record(z.string(), Mark);
export type ChangedBy = Readonly<z.infer<typeof ChangedBy>>;
type Marked = { changedIn: ChangedIn; changedBy: ChangedBy };

export const conflictPurpose = "conflict.value";

/** The device's own entry that last changed a field, when the entry under way was made after it: its author knew. */
function ownBefore({ entry, actor }: CommandContext, mark: ChangedBy[string] | undefined) {
  const isOwn = mark?.by === actor.accountId && mark.entry?.deviceId === entry?.deviceId;
  return isOwn && entry && mark?.entry && mark.entry.seq < entry.seq ? mark.entry : undefined;
}

/**
 * `changedIn` as it is news to the sender: what an outbox changed by itself, it knows when it makes its later entries, whatever
 * version they name. So nobody is in conflict with themselves, while a foreign change below or between still counts.
 */
export function newsTo(context: CommandContext, { changedIn, changedBy }: Marked): ChangedIn {
  return Object.fromEntries(
    Object.entries(changedIn).map(([field, version]) => [field, ownBefore(context, changedBy[field])?.over ?? version]),
  );
}

/** Both after these fields were changed by the actor in this version. */
export function nowChanged(
  context: CommandContext,
  { changedIn, changedBy }: Marked,
  fields: readonly string[],
  version: number,
): Marked {
  const { entry, actor, now } = context;
  const mark = (field: string): ChangedBy[string] => {
    const who = { by: actor.accountId, at: now };
    const over = ownBefore(context, changedBy[field])?.over ?? changedIn[field] ?? 1;
    return entry ? { ...who, entry: { ...entry, over } } : who;
  };
  return {
    changedIn: { ...changedIn, ...Object.fromEntries(fields.map((field) => [field, version])) },
    changedBy: { ...changedBy, ...Object.fromEntries(fields.map((field) => [field, mark(field)])) },
  };
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
