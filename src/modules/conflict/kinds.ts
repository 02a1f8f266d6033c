import type { RawBuilder } from "kysely";
import type { CommandContext, WorkContext } from "../../platform/command.ts";

/** What a record says now, of the fields that the actor may change. `id`: the record itself, for a merged one its kept one. */
export type ConflictRecord = {
  id: string;
  name: string;
  version: number;
  values: Readonly<Record<string, unknown>>;
};

/** How a room's records take part: what may be seen and how a decided field is written, by the room's own act. */
export type ConflictKind = {
  recordType: string;
  /** SQL: the record whose id the column holds is one that the actor may change. */
  inReach(context: WorkContext, recordId: RawBuilder<unknown>): RawBuilder<boolean>;
  /** SQL: nothing of this record lies on a phone, whoever holds it. */
  offDevice(context: WorkContext, recordId: RawBuilder<unknown>): RawBuilder<boolean>;
  load(context: WorkContext, recordId: string): Promise<ConflictRecord>;
  /** The context's base is the version that the decider saw. @throws Problem as the room's act refuses */
  write(context: CommandContext, recordId: string, field: string, value: unknown): Promise<number | undefined>;
};

/** Filled by the composition; empty on its own. */
export const conflictKinds: ConflictKind[] = [];
