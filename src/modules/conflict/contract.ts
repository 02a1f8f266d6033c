import { z } from "zod";
import { choices } from "./codes.ts";

/**
 * A person decides what a field says: the value that came from the device, the one that stands, or another one typed. `base`
 * of the command is the record's version that they saw.
 */
export const DecideConflict = z.strictObject({
  conflictId: z.uuid(),
  choice: z.enum(choices),
  /** Only with `OTHER`, as the field takes it. */
  value: z.unknown().optional(),
});
export type DecideConflict = z.infer<typeof DecideConflict>;

/** One field of which two people said different things. Values as the record's own act takes them. */
export const ConflictLine = z.object({
  id: z.uuid(),
  recordType: z.string(),
  recordId: z.uuid(),
  personId: z.uuid().nullable(),
  recordName: z.string(),
  /** Of the record, for the decision's base. */
  version: z.int(),
  field: z.string(),
  mine: z.unknown(),
  mineBy: z.string(),
  mineAt: z.string(),
  /** What the record says now. */
  theirs: z.unknown(),
  theirsBy: z.string().nullable(),
  theirsAt: z.string().nullable(),
  /** The reader made the proposal. */
  own: z.boolean(),
});
export type ConflictLine = z.infer<typeof ConflictLine>;

export const ListConflicts = z.strictObject({ recordId: z.uuid().optional() });
export const ConflictList = z.object({ conflicts: z.array(ConflictLine) });
export type ConflictList = z.infer<typeof ConflictList>;

/** The most that are answered at once, oldest first. */
export const conflictsAtMost = 50;
