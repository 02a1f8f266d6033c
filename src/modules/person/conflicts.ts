import { invalidAt } from "../../platform/problem.ts";
import type { ConflictKind } from "../conflict/public.ts";
import { personAccess } from "./access.ts";
import { changePerson } from "./change.ts";
import { ChangePerson } from "./contract.ts";
import { personInReach, requireStanding } from "./reach.ts";
import { viewOf } from "./read.ts";
import { displayName, fieldsOf, loadPerson } from "./store.ts";
import { whereaboutsProtected } from "./whereabouts.ts";

/** Fields of a person's file in conflict: seen and decided by who may change them, written as any edit is. */
export const personConflicts: ConflictKind = {
  recordType: "person",
  inReach: (context, recordId) => personInReach(context, personAccess["person.change"], recordId),
  offDevice: (context, recordId) => whereaboutsProtected(context, recordId),
  async load(context, recordId) {
    const standing = await requireStanding(context, personAccess["person.change"], recordId);
    const row = await loadPerson(context, standing.rootId);
    const { fields } = await viewOf(context, standing);
    const all = fieldsOf(context, row);
    const values = Object.fromEntries(fields.write.map((field) => [field, all[field]]));
    return { id: row.id, name: displayName(row), version: row.version, values };
  },
  async write(context, personId, field, value) {
    const change = ChangePerson.safeParse({ personId, fields: { [field]: value } });
    if (!change.success) throw invalidAt("payload.value", "conflict.value_unfit");
    return (await changePerson(context, change.data)).version;
  },
};
