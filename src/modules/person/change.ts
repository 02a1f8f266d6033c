import { type CommandContext, type Done, defineCommand, recordEvent } from "../../platform/command.ts";
import { newsTo } from "../../platform/conflicts.ts";
import { mergeFields } from "../../platform/merge.ts";
import { invalidAt, Problem, refuseIf } from "../../platform/problem.ts";
import { personAccess } from "./access.ts";
import { ChangePerson, type FieldName } from "./contract.ts";
import { deathActs } from "./death.ts";
import { noteRegistration } from "./facts.ts";
import { noteStep } from "./identify.ts";
import { requireStanding } from "./reach.ts";
import { viewOf } from "./read.ts";
import { type IdentityStep, refuseRungByEdit } from "./rules.ts";
import {
  columnsOf,
  fieldsOf,
  keepOf,
  lockPerson,
  marksOf,
  refuseImpossibleDays,
  rememberNames,
  stepOf,
  withE164,
  writePerson,
} from "./store.ts";

/**
 * Edits fields one by one against the version that the sender saw.
 * @throws Problem refused `person.identify_first`, `person.step_back_first`: rungs of the ladder have acts of their own; invalid
 *   for a field that is not the actor's to write; conflict `record.changed` with `fields`: what the record says now and what
 *   the sender wanted, for each field that somebody else changed meanwhile; from a device those are kept as conflicts instead
 */
export async function changePerson(context: CommandContext, { personId, fields }: ChangePerson): Promise<Done> {
  const standing = await requireStanding(context, personAccess["person.change"], personId);
  if (context.base === undefined) throw invalidAt("base", "record.base_missing");
  const row = await lockPerson(context, personId);
  const view = await viewOf(context, standing);
  const names = Object.keys(fields) as FieldName[]; // a strict schema let only these through
  const errors = names
    .filter((field) => !view.fields.write.includes(field))
    .map((field) => ({ path: `payload.fields.${field}`, code: "person.field_not_yours" }));
  if (errors.length > 0) throw new Problem("invalid", "request.invalid", undefined, errors);
  refuseImpossibleDays(context, fields);
  const { changes, conflicts } = mergeFields({
    base: context.base,
    changedIn: newsTo(context, marksOf(row)),
    current: fieldsOf(context, row),
    patch: withE164(fields),
  });
  if (conflicts.length > 0 && !context.keepsConflicts)
    throw new Problem("conflict", "record.changed", { current: row.version, fields: conflicts });
  const kept = conflicts.length > 0 ? { conflictId: await keepOf(context, row, conflicts) } : {};
  const changed = Object.keys(changes) as FieldName[]; // keys of the merge are keys of the patch
  const about = { type: "person", id: personId, personId, section: "CORE" };
  if (changed.length === 0) return { ids: { person: personId }, version: row.version, ...kept, about };
  const columns = columnsOf(context, personId, changes);
  const to = stepOf({ ...row, ...columns });
  const from = row.step as IdentityStep; // the check constraint knows the same list
  refuseIf([refuseRungByEdit(from, to)]);
  if (to !== from) await noteStep(context, row, { act: "UP", to, reason: null, undoesId: null }, ["alias"]);
  const version = await writePerson(context, row, columns, changed);
  await rememberNames(context, personId, { ...row, ...columns });
  if (changes.registrationStatus) await noteRegistration(context, personId, changes.registrationStatus);
  if (changes.protectedWhereabouts) await nameFirstReader(context, personId);
  if (changes.deathDate !== undefined)
    for (const act of deathActs) await act(context, { personId, before: row.deathDate, deathDate: changes.deathDate });
  await recordEvent(context, {
    personId,
    kind: "person.changed",
    section: "CORE",
    subject: { type: "person", id: personId },
    detail: { fields: changed },
  });
  return { ids: { person: personId }, version, ...kept, about, detail: { fields: changed } };
}

/** Who protects a person's whereabouts is the first on the list of those who know them. */
async function nameFirstReader(context: CommandContext, personId: string): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("whereaboutsReader")
    .values({ organisationId, personId, accountId, namedBy: accountId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const changeCommands = [
  defineCommand({
    type: "person.change",
    v: 1,
    summary: "Edits fields of a person's file",
    payload: ChangePerson,
    verb: personAccess["person.change"],
    offline: true,
    run: changePerson,
  }),
];
