import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, recordEvent } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import { fieldsFor, levelOf, personAccess } from "./access.ts";
import { RecordPerson } from "./contract.ts";
import { noteRegistration } from "./facts.ts";
import { peselColumns, refuseTakenPesel } from "./pesel.ts";
import { columnsOf, refuseImpossibleDays, rememberNames, stepOf } from "./store.ts";

/** The next number of the organisation; two at once wait for each other. Source: docs/domain/rules.md R-ID-04 */
async function nextPersonNo(context: CommandContext): Promise<number> {
  const { rows } = await sql<{ lastNo: number }>`update person_number set last_no = last_no + 1
    where organisation_id = ${context.actor.organisationId} returning last_no`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Error("no person number was issued");
  return row.lastNo;
}

/**
 * Makes a person of whatever is known, also of nothing but an alias, and makes the unit one that works with them.
 * The caller has asked whether the actor may. Source: docs/domain/rules.md R-ID-03, R-ID-04
 * @throws Problem refused `person.unit_not_yours`, `person.pesel_needs_confirmation`, `person.not_recordable`; conflict `person.pesel_taken`
 */
export async function insertPerson(
  context: CommandContext,
  { personId, unitId, fields, pesel, peselNeedsChecking }: RecordPerson,
): Promise<void> {
  const { organisationId, accountId, unitIds } = context.actor;
  if (!unitIds.includes(unitId)) throw new Problem("refused", "person.unit_not_yours");
  refuseImpossibleDays(context, fields);
  const columns = columnsOf(context, personId, fields);
  const known = { birthDate: fields.birthDate ?? null, sex: fields.sex ?? "UNKNOWN" };
  if (pesel) {
    await refuseTakenPesel(context, personId, pesel);
    Object.assign(columns, peselColumns(context, personId, pesel, peselNeedsChecking, known));
  }
  const names = {
    alias: fields.alias ?? null,
    firstName: fields.firstName ?? null,
    middleName: fields.middleName ?? null,
    lastName: fields.lastName ?? null,
    previousLastNames: fields.previousLastNames ?? null,
  };
  const { changedIn: _in, changedBy: _by, ...row } = columns;
  await context.tx
    .insertInto("person")
    .values({
      ...row,
      organisationId,
      id: personId,
      personNo: await nextPersonNo(context),
      step: stepOf({ ...names, peselSealed: columns.peselSealed ?? null }),
      recordedBy: accountId,
    })
    .execute();
  await rememberNames(context, personId, names);
  if (fields.registrationStatus && fields.registrationStatus !== "UNKNOWN")
    await noteRegistration(context, personId, fields.registrationStatus);
  if (fields.protectedWhereabouts)
    await context.tx
      .insertInto("whereaboutsReader")
      .values({ organisationId, personId, accountId, namedBy: accountId })
      .execute();
  await context.tx
    .insertInto("personUnit")
    .values({ organisationId, personId, unitId, since: context.today })
    .execute();
  await recordEvent(context, {
    personId,
    kind: "person.recorded",
    section: "CORE",
    subject: { type: "person", id: personId },
    detail: { step: stepOf({ ...names, peselSealed: columns.peselSealed ?? null }) },
  });
}

/** What the actor could not edit in a file of their unit they cannot begin one with. @throws Problem invalid `person.field_not_yours` */
function refuseForeignFields(context: CommandContext, { fields }: RecordPerson): void {
  const level = levelOf(context.actor, { unit: true });
  const writable: readonly string[] = level ? fieldsFor(level, false).write : [];
  const errors = Object.keys(fields)
    .filter((field) => !writable.includes(field))
    .map((field) => ({ path: `payload.fields.${field}`, code: "person.field_not_yours" }));
  if (errors.length > 0) throw new Problem("invalid", "request.invalid", undefined, errors);
}

export const recordCommands = [
  defineCommand({
    type: "person.record",
    v: 1,
    summary: "Records a person, known by no more than an alias or by everything",
    payload: RecordPerson,
    verb: personAccess["person.record"],
    run: async (context, payload): Promise<Done> => {
      refuseForeignFields(context, payload);
      await insertPerson(context, payload);
      const { personId } = payload;
      return { ids: { person: personId }, version: 1, about: { type: "person", id: personId, personId } };
    },
  }),
];
