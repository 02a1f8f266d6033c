import type { Selectable, Updateable } from "kysely";
import { type CommandContext, lockRow, type WorkContext } from "../../platform/command.ts";
import { ChangedBy, ChangedIn, keepConflicts, nowChanged } from "../../platform/conflicts.ts";
import type { PersonTable } from "../../platform/db.gen.ts";
import { sealText, unsealText } from "../../platform/keys/sealedText.ts";
import type { FieldConflict } from "../../platform/merge.ts";
import { onConstraint, Problem } from "../../platform/problem.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { fieldNames } from "./codes.ts";
import { type FieldName, PersonFields } from "./contract.ts";
import { type IdentityStep, identityStepOf, refuseDays, toE164 } from "./rules.ts";

onConstraint("person_key", "conflict", "record.id_taken");
// a race past the check in pesel.ts: nothing is told about whom the number belongs to
onConstraint("person_pesel_once", "refused", "person.not_recordable");

export type PersonRow = Selectable<PersonTable>;

/** @throws Problem not_found when the organisation has no such person */
export async function loadPerson(context: WorkContext, personId: string): Promise<PersonRow> {
  const row = await context.tx
    .selectFrom("person")
    .selectAll()
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!row) throw new Problem("not_found", "person.not_found");
  return row;
}

/** Locks a person who is to be changed. @throws Problem refused `person.merged`: a merged record stays as it was */
export async function lockPerson(context: CommandContext, personId: string): Promise<PersonRow> {
  await lockRow(context, "person", personId, "person.not_found");
  const row = await loadPerson(context, personId);
  if (row.mergedInto) throw new Problem("refused", "person.merged", { into: row.mergedInto });
  return row;
}

/** The editable fields of a row, with what is sealed opened. */
export function fieldsOf(context: WorkContext, row: PersonRow): PersonFields {
  const { otherIdSealed, ...plain } = row;
  const otherIdNumber = otherIdSealed ? unsealText(context, "person.other-id", row.id, otherIdSealed) : null;
  const all: Record<string, unknown> = { ...plain, otherIdNumber };
  return PersonFields.parse(Object.fromEntries(fieldNames.map((field) => [field, all[field]])));
}

/** Fields as typed, with telephones as they are kept. */
export function withE164(fields: Partial<PersonFields>): Partial<PersonFields> {
  const { phone, emergencyPhone } = fields;
  return {
    ...fields,
    ...(phone ? { phone: toE164(phone) } : {}),
    ...(emergencyPhone ? { emergencyPhone: toE164(emergencyPhone) } : {}),
  };
}

/** Columns for fields that are to be written. */
export function columnsOf(
  context: WorkContext,
  personId: string,
  fields: Partial<PersonFields>,
): Updateable<PersonTable> {
  const { otherIdNumber, ...plain } = withE164(fields);
  if (otherIdNumber === undefined) return plain;
  return {
    ...plain,
    otherIdSealed: otherIdNumber === null ? null : sealText(context, "person.other-id", personId, otherIdNumber),
  };
}

export function peselOf(context: WorkContext, row: PersonRow): string | null {
  return row.peselSealed ? unsealText(context, "person.pesel", row.id, row.peselSealed) : null;
}

/** The rung on which these facts put a person. Source: docs/domain/rules.md R-ID-04 */
export function stepOf(row: Pick<PersonRow, "alias" | "firstName" | "lastName" | "peselSealed">): IdentityStep {
  const { alias, firstName, lastName } = row;
  return identityStepOf({ alias, firstName, lastName, pesel: row.peselSealed ? "known" : null });
}

/** Writes changed columns and raises the version; every changed field remembers it. The row must be locked. */
export async function writePerson(
  context: CommandContext,
  row: PersonRow,
  columns: Updateable<PersonTable>,
  changed: readonly (FieldName | "pesel")[],
): Promise<number> {
  const version = row.version + 1;
  const { changedIn, changedBy } = nowChanged(context, marksOf(row), changed, version);
  const step = stepOf({ ...row, ...columns });
  await context.tx
    .updateTable("person")
    .set({
      ...columns,
      step,
      version,
      changedIn: JSON.stringify(changedIn),
      changedBy: JSON.stringify(changedBy),
    })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", row.id)
    .execute();
  return version;
}

/** Which version last changed a field of the file, and who. */
export function marksOf(row: PersonRow): { changedIn: ChangedIn; changedBy: ChangedBy } {
  return { changedIn: ChangedIn.parse(row.changedIn), changedBy: ChangedBy.parse(row.changedBy) };
}

/** Values that came from a device for fields that somebody else changed meanwhile wait for a person. */
export async function keepOf(
  context: CommandContext,
  row: PersonRow,
  conflicts: readonly FieldConflict[],
): Promise<string> {
  return keepConflicts(context, { type: "person", id: row.id, personId: row.id }, conflicts, marksOf(row).changedBy);
}

type Names = Pick<PersonRow, "alias" | "firstName" | "middleName" | "lastName" | "previousLastNames">;

/** Kinds and texts under which these names are kept and sought. */
export function namesOf(row: Names): { kind: "ALIAS" | "NAME" | "PREVIOUS"; name: string }[] {
  const full = [row.firstName, row.middleName, row.lastName].filter(Boolean).join(" ");
  return [
    ...(row.alias ? [{ kind: "ALIAS" as const, name: row.alias }] : []),
    ...(full ? [{ kind: "NAME" as const, name: full }] : []),
    ...(row.previousLastNames ? [{ kind: "PREVIOUS" as const, name: row.previousLastNames }] : []),
  ];
}

/** Adds to the history of names what is not there yet; nothing is taken away, so an old alias still finds the person. */
export async function rememberNames(context: CommandContext, personId: string, names: Names): Promise<void> {
  const { organisationId } = context.actor;
  const known = await context.tx
    .selectFrom("personName")
    .select(["kind", "name"])
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
  const fresh = namesOf(names).filter((one) => !known.some((old) => old.kind === one.kind && old.name === one.name));
  if (fresh.length === 0) return;
  await context.tx
    .insertInto("personName")
    .values(fresh.map((one) => ({ organisationId, id: uuidv7(), personId, ...one })))
    .execute();
}

/** What to call a person in a sentence or a list: full name, alias, or the number. */
export function displayName(row: Pick<PersonRow, "alias" | "firstName" | "lastName" | "personNo">): string {
  return [row.firstName, row.lastName].filter(Boolean).join(" ") || row.alias || `#${row.personNo}`;
}

/** @throws Problem invalid with the field's path */
export function refuseImpossibleDays(context: WorkContext, fields: Partial<PersonFields>, at = "payload.fields"): void {
  const errors = refuseDays(fields, context.today).map(({ field, code }) => ({ path: `${at}.${field}`, code }));
  if (errors.length > 0) throw new Problem("invalid", "request.invalid", undefined, errors);
}
