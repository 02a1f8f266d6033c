import { sql } from "kysely";
import type { SetKind } from "../../platform/sync/setKind.ts";
import { conflictsAtMost } from "./contract.ts";
import { conflictKinds } from "./kinds.ts";
import { conflictLines, isOpen, selectConflicts } from "./queries.ts";

/** On a phone: what its own user said and somebody has to decide. */
export const conflictSet: SetKind = {
  kind: "street.conflict",
  v: 1,
  topics: ["conflict", "street.person", "street.site"],
  warnAt: conflictsAtMost - 10,
  most: conflictsAtMost,
  narrow: "set.narrow.conflicts",
  fields: ["recordName", "field", "mine", "theirs"],
  // with the record, too: who may see it, or whether it may lie on a phone at all, may have changed
  async touched(context, changes) {
    const ids = changes.map(({ recordId }) => recordId);
    const { organisationId, accountId } = context.actor;
    const { rows } = await sql<{ id: string }>`select c.id from conflict c
      where c.organisation_id = ${organisationId} and c.made_by = ${accountId} and (c.id = any (${ids}::uuid[]) or c.record_id in
        (select same.id from unnest(${ids}::uuid[]) changed (id) cross join lateral unnest(same_person(changed.id)) same (id)))`.execute(
      context.tx,
    );
    return rows.map(({ id }) => id);
  },
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
