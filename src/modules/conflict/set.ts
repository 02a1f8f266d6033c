import { sql } from "kysely";
import type { SetKind } from "../../platform/sync/setKind.ts";
import { conflictsAtMost } from "./contract.ts";
import { conflictKinds } from "./kinds.ts";
import { conflictLines, isOpen, selectConflicts } from "./queries.ts";

/** On a phone: what its own user said and somebody has to decide. */
export const conflictSet: SetKind = {
  kind: "street.conflict",
  v: 1,
  topics: ["conflict"],
  warnAt: conflictsAtMost - 10,
  most: conflictsAtMost,
  narrow: "conflict.decide_first",
  fields: ["recordName", "field", "mine", "theirs"],
  async list(context) {
    const off = conflictKinds.map(
      (kind) => sql`(c.record_type = ${kind.recordType} and ${kind.offDevice(context, sql.ref("c.record_id"))})`,
    );
    const rows = await selectConflicts(
      context,
      sql<boolean>`${isOpen} and c.made_by = ${context.actor.accountId} and not (${sql.join(off, sql` or `)})`,
    );
    return rows.map(({ id, personId }) => ({ id, personId }));
  },
  async load(context, ids) {
    const lines = await conflictLines(context, sql<boolean>`c.id = any (${[...ids]}::uuid[])`);
    return lines.map((line) => ({ id: line.id, personId: line.personId, body: line }));
  },
};
