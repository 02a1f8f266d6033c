import { z } from "zod";
import { type CommandContext, type Done, defineCommand, recordEvent } from "../../platform/command.ts";
import { Problem, refuseIf } from "../../platform/problem.ts";
import { PlainDate } from "../../platform/time/schemas.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { personAccess } from "./access.ts";
import { IdentifyPerson, StepBack } from "./contract.ts";
import { peselColumns, peselIndexOf, refuseTakenPesel } from "./pesel.ts";
import { requireStanding } from "./reach.ts";
import { type IdentityStep, refuseIdentityStep } from "./rules.ts";
import {
  lockPerson,
  open,
  type PersonRow,
  peselOf,
  refuseImpossibleDays,
  rememberNames,
  seal,
  stepOf,
  writePerson,
} from "./store.ts";

/** What a step up or back may change; kept sealed beside the step, so that it can be undone. */
const KnownIdentity = z.object({
  alias: z.string().nullable(),
  firstName: z.string().nullable(),
  middleName: z.string().nullable(),
  lastName: z.string().nullable(),
  sex: z.string(),
  birthDate: PlainDate.nullable(),
  birthDatePrecision: z.string(),
  identifierKind: z.string(),
  noPeselReason: z.string().nullable(),
  pesel: z.string().nullable(),
  peselNeedsChecking: z.boolean(),
});
type KnownIdentity = z.infer<typeof KnownIdentity>;
const identityFields = [
  "alias",
  "firstName",
  "middleName",
  "lastName",
  "sex",
  "birthDate",
  "birthDatePrecision",
  "identifierKind",
  "noPeselReason",
] as const;

function identityOf(context: CommandContext, row: PersonRow): KnownIdentity {
  return KnownIdentity.parse({ ...row, pesel: peselOf(context, row) });
}

async function noteStep(
  context: CommandContext,
  row: PersonRow,
  to: IdentityStep,
  reason: string | null,
): Promise<void> {
  const id = uuidv7();
  await context.tx
    .insertInto("personStep")
    .values({
      organisationId: context.actor.organisationId,
      id,
      personId: row.id,
      fromStep: row.step,
      toStep: to,
      reason,
      knownBefore: seal(context, "person.step", JSON.stringify(identityOf(context, row)), id),
      byId: context.actor.accountId,
    })
    .execute();
  await recordEvent(context, {
    personId: row.id,
    kind: reason === null ? "person.identified" : "person.stepped_back",
    section: "CORE",
    subject: { type: "person", id: row.id },
    detail: { from: row.step, to },
  });
}

/**
 * A step up the ladder; the alias stays among the names. Source: docs/domain/rules.md R-ID-04, R-GDPR-07
 * @throws Problem refused `person.identified_without_knowledge`, `person.identity_unchanged`, those of the PESEL
 */
async function identifyPerson(context: CommandContext, payload: IdentifyPerson): Promise<Done> {
  const { personId, pesel, peselNeedsChecking, personKnows, ...given } = payload;
  await requireStanding(context, personAccess["person.identify"], personId);
  if (!personKnows) throw new Problem("refused", "person.identified_without_knowledge");
  refuseImpossibleDays(context, given, "payload");
  const row = await lockPerson(context, personId);
  const columns: Parameters<typeof writePerson>[2] = { ...given };
  if (pesel) {
    await refuseTakenPesel(context, personId, pesel);
    Object.assign(columns, peselColumns(context, personId, pesel, peselNeedsChecking, { ...row, ...given }));
  }
  const after = { ...row, ...columns };
  const { alias, firstName, lastName } = after;
  const to = stepOf(after);
  refuseIf([
    refuseIdentityStep(
      row.step as IdentityStep, // the check constraint knows the same list
      to,
      { alias, firstName, lastName, pesel: after.peselSealed ? "known" : null },
      null,
    ),
  ]);
  await noteStep(context, row, to, null);
  const changed = identityFields.filter((field) => after[field] !== row[field]);
  const version = await writePerson(context, row, columns, pesel ? [...changed, "pesel"] : changed);
  await rememberNames(context, personId, after);
  return {
    ids: { person: personId },
    version,
    about: { type: "person", id: personId, personId },
    detail: { step: to },
  };
}

/** What was known before the last step; without one, what remains when the top rung is taken away. */
async function knownBefore(
  context: CommandContext,
  row: PersonRow,
): Promise<{ known: KnownIdentity; since: string | null }> {
  const last = await context.tx
    .selectFrom("personStep")
    .select(["id", "knownBefore", "at"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("personId", "=", row.id)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last?.knownBefore)
    return {
      known: KnownIdentity.parse(JSON.parse(open(context, "person.step", last.knownBefore, last.id))),
      since: last.at,
    };
  const now = identityOf(context, row);
  if (now.pesel)
    return { known: { ...now, pesel: null, peselNeedsChecking: false, identifierKind: "NONE" }, since: null };
  if (now.alias && (now.firstName || now.lastName))
    return { known: { ...now, firstName: null, middleName: null, lastName: null }, since: null };
  throw new Problem("refused", "person.no_step_before");
}

/**
 * Undoes the last step with a reason; done twice, it brings the step back. Source: docs/domain/rules.md R-ID-04
 * @throws Problem refused `person.no_step_before`
 */
async function stepBack(context: CommandContext, { personId, reason }: StepBack): Promise<Done> {
  await requireStanding(context, personAccess["person.step-back"], personId);
  const row = await lockPerson(context, personId);
  const { known, since } = await knownBefore(context, row);
  const { pesel, peselNeedsChecking, ...plain } = known;
  if (pesel) await refuseTakenPesel(context, personId, pesel);
  const columns = {
    ...plain,
    peselSealed: pesel ? seal(context, "person.pesel", pesel, personId) : null,
    peselIndex: pesel ? peselIndexOf(context, pesel) : null,
    peselNeedsChecking,
  };
  const after = { ...row, ...columns };
  const changed = identityFields.filter((field) => after[field] !== row[field]);
  await noteStep(context, row, stepOf(after), reason);
  const version = await writePerson(context, row, columns, [...changed, "pesel"]);
  // names that came with the step no longer find the person; they stay, sealed, with the step
  if (since)
    await context.tx
      .deleteFrom("personName")
      .where("organisationId", "=", context.actor.organisationId)
      .where("personId", "=", personId)
      .where("since", ">=", since)
      .execute();
  await rememberNames(context, personId, after);
  return { ids: { person: personId }, version, about: { type: "person", id: personId, personId } };
}

export const identifyCommands = [
  defineCommand({
    type: "person.identify",
    v: 1,
    summary: "Takes a person up the identity ladder, with their knowledge",
    payload: IdentifyPerson,
    verb: personAccess["person.identify"],
    run: identifyPerson,
  }),
  defineCommand({
    type: "person.step-back",
    v: 1,
    summary: "Undoes the last step of the identity ladder, with a reason",
    payload: StepBack,
    verb: personAccess["person.step-back"],
    run: stepBack,
  }),
];
