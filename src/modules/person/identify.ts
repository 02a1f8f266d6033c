import { sql } from "kysely";
import { z } from "zod";
import { type CommandContext, type Done, defineCommand, recordEvent } from "../../platform/command.ts";
import { newsTo } from "../../platform/conflicts.ts";
import { sealJson, unsealJson } from "../../platform/keys/sealedJson.ts";
import { sealText } from "../../platform/keys/sealedText.ts";
import { mergeFields } from "../../platform/merge.ts";
import { Problem, refuseIf } from "../../platform/problem.ts";
import { PlainDate } from "../../platform/time/schemas.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { personAccess } from "./access.ts";
import { IdentifyPerson, StepBack } from "./contract.ts";
import { peselColumns, peselIndexOf, refuseTakenPesel } from "./pesel.ts";
import { requireStanding } from "./reach.ts";
import { type IdentityStep, refuseIdentityStep } from "./rules.ts";
import {
  keepOf,
  lockPerson,
  marksOf,
  namesOf,
  type PersonRow,
  peselOf,
  refuseImpossibleDays,
  rememberNames,
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
/** `changed`: the fields that the step changed; older steps do not say it, and stand for all. */
const SealedIdentity = KnownIdentity.extend({ changed: z.array(KnownIdentity.keyof()).optional() });
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

type Step = { act: "UP" | "DOWN" | "RESTORE"; to: IdentityStep; reason: string | null; undoesId: string | null };
type Changed = readonly (keyof KnownIdentity)[];

/** Writes the step down, with what was known before it of the fields that it changes. The row must be locked. */
export async function noteStep(context: CommandContext, row: PersonRow, step: Step, changed: Changed): Promise<void> {
  const id = uuidv7();
  const { act, to, reason, undoesId } = step;
  await context.tx
    .insertInto("personStep")
    .values({
      organisationId: context.actor.organisationId,
      id,
      personId: row.id,
      act,
      fromStep: row.step,
      toStep: to,
      reason,
      undoesId,
      knownBefore: sealJson(context, "person.step", id, { ...identityOf(context, row), changed }),
      byId: context.actor.accountId,
    })
    .execute();
  await recordEvent(context, {
    personId: row.id,
    kind: { UP: "person.identified", DOWN: "person.stepped_back", RESTORE: "person.step_restored" }[act],
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
  const { fresh, conflicts } = context.keepsConflicts
    ? apartFromKnown(context, row, given)
    : { fresh: given, conflicts: [] };
  const kept = conflicts.length > 0 ? { conflictId: await keepOf(context, row, conflicts) } : {};
  const about = { type: "person", id: personId, personId };
  const columns: Parameters<typeof writePerson>[2] = { ...fresh };
  if (pesel) {
    await refuseTakenPesel(context, personId, pesel);
    Object.assign(columns, peselColumns(context, personId, pesel, peselNeedsChecking, { ...row, ...fresh }));
  }
  const after = { ...row, ...columns };
  const { alias, firstName, lastName } = after;
  const to = stepOf(after);
  const changed = identityFields.filter((field) => after[field] !== row[field]);
  if (kept.conflictId && to === row.step && !pesel) {
    // the step was made by somebody else: what this sender adds to it is an edit
    const version = changed.length > 0 ? await writePerson(context, row, columns, changed) : row.version;
    await rememberNames(context, personId, after);
    return { ids: { person: personId }, version, ...kept, about, detail: { fields: changed } };
  }
  refuseIf([
    refuseIdentityStep(
      row.step as IdentityStep, // the check constraint knows the same list
      to,
      { alias, firstName, lastName, pesel: after.peselSealed ? "known" : null },
      null,
    ),
  ]);
  await noteStep(
    context,
    row,
    { act: "UP", to, reason: null, undoesId: null },
    pesel ? [...changed, "pesel", "peselNeedsChecking"] : changed,
  );
  const version = await writePerson(context, row, columns, pesel ? [...changed, "pesel"] : changed);
  await rememberNames(context, personId, after);
  return {
    ids: { person: personId },
    version,
    ...kept,
    about,
    detail: { step: to },
  };
}

/**
 * From a device: what is known already, and the sender had not seen, stays; what they say instead is set apart as a conflict.
 * Without a base they had seen nothing but an alias.
 */
function apartFromKnown<T extends object>(context: CommandContext, row: PersonRow, given: T) {
  const stands = new Map(Object.entries(row));
  const isKnown = (value: unknown) => value !== null && value !== undefined && value !== "" && value !== "UNKNOWN";
  const seen = context.base ?? 0;
  const { conflicts } = mergeFields<Record<string, unknown>>({
    base: seen,
    changedIn: newsTo(context, marksOf(row)),
    current: Object.fromEntries(stands),
    patch: Object.fromEntries(
      Object.entries(given).filter(([field, value]) => isKnown(value) && isKnown(stands.get(field))),
    ),
  });
  const apart = new Set(conflicts.map(({ field }) => field));
  const fresh = Object.fromEntries(Object.entries(given).filter(([field]) => !apart.has(field)));
  return { fresh: fresh as Partial<T>, conflicts }; // fields of the given, fewer of them
}

type Undone = { known: Partial<KnownIdentity>; step: { id: string; since: string } | null };

/** What the last standing step of these acts changed, as it was before; null when no such step stands. */
async function lastStanding(context: CommandContext, personId: string, act: "DOWN" | "UP"): Promise<Undone | null> {
  const { organisationId } = context.actor;
  // a step back can be given again only until the next new step
  const { rows } = await sql<{ id: string; at: string; knownBefore: Buffer | null }>`
    select s.id, s.at, s.known_before from person_step s where s.organisation_id = ${organisationId} and s.person_id = ${personId}
      and ${act === "DOWN" ? sql`s.act = 'DOWN'` : sql`s.act in ('UP', 'RESTORE')`}
      and not exists (select from person_step u where u.organisation_id = s.organisation_id and u.undoes_id = s.id)
      and (${act} = 'UP' or not exists (select from person_step n where n.organisation_id = s.organisation_id and n.person_id = s.person_id
        and n.act = 'UP' and (n.at, n.id) > (s.at, s.id)))
    order by s.at desc, s.id desc limit 1`.execute(context.tx);
  const [last] = rows;
  if (!last?.knownBefore) return null;
  const { changed, ...known } = SealedIdentity.parse(unsealJson(context, "person.step", last.id, last.knownBefore));
  const kept = changed ? Object.fromEntries(changed.map((field) => [field, known[field]])) : known;
  return { known: KnownIdentity.partial().parse(kept), step: { id: last.id, since: last.at } };
}

/** The top rung taken away where no step led to it: the file began on that rung. */
function withoutTop(row: PersonRow): Undone {
  const known = ((): Partial<KnownIdentity> => {
    if (row.peselSealed) return { pesel: null, peselNeedsChecking: false, identifierKind: "NONE" };
    if (row.firstName || row.lastName) return { firstName: null, middleName: null, lastName: null };
    if (row.alias) return { alias: null };
    throw new Problem("refused", "person.no_step_before");
  })();
  return { known, step: null };
}

/** Writes what was known, as a step of its own, and takes away the names that came with the step that is undone. */
async function undo(
  context: CommandContext,
  row: PersonRow,
  act: "DOWN" | "RESTORE",
  reason: string,
  { known, step }: Undone,
): Promise<Done> {
  const { pesel, ...plain } = known;
  if (pesel) await refuseTakenPesel(context, row.id, pesel);
  const columns: Parameters<typeof writePerson>[2] = {
    ...plain,
    ...(pesel === undefined
      ? {}
      : {
          peselSealed: pesel ? sealText(context, "person.pesel", row.id, pesel) : null,
          peselIndex: pesel ? peselIndexOf(context, pesel) : null,
        }),
  };
  const after = { ...row, ...columns };
  const changed = identityFields.filter((field) => after[field] !== row[field]);
  const noted: Changed = pesel === undefined ? changed : [...changed, "pesel", "peselNeedsChecking"];
  await noteStep(context, row, { act, to: stepOf(after), reason, undoesId: step?.id ?? null }, noted);
  const version = await writePerson(context, row, columns, pesel === undefined ? changed : [...changed, "pesel"]);
  // names that came with the step no longer find the person; they stay, sealed, with the step
  const gone = namesOf(row).filter((one) => !namesOf(after).some(({ name }) => name === one.name));
  await context.tx
    .deleteFrom("personName")
    .where("organisationId", "=", context.actor.organisationId)
    .where("personId", "=", row.id)
    .where((eb) =>
      eb.or([
        ...(step && act === "DOWN" ? [eb("since", ">=", step.since)] : []),
        eb("name", "in", ["", ...gone.map(({ name }) => name)]),
      ]),
    )
    .execute();
  await rememberNames(context, row.id, after);
  return { ids: { person: row.id }, version, about: { type: "person", id: row.id, personId: row.id } };
}

/**
 * Takes the last standing step back, with a reason, down to nobody known. Source: docs/domain/rules.md R-ID-04
 * @throws Problem refused `person.no_step_before`
 */
async function stepBack(context: CommandContext, { personId, reason }: StepBack): Promise<Done> {
  await requireStanding(context, personAccess["person.step-back"], personId);
  const row = await lockPerson(context, personId);
  return undo(context, row, "DOWN", reason, (await lastStanding(context, personId, "UP")) ?? withoutTop(row));
}

/** Gives again the step that was taken back last. @throws Problem refused `person.no_step_taken_back`, those of the PESEL */
async function restoreStep(context: CommandContext, { personId, reason }: StepBack): Promise<Done> {
  await requireStanding(context, personAccess["person.restore-step"], personId);
  const row = await lockPerson(context, personId);
  const last = await lastStanding(context, personId, "DOWN");
  if (!last) throw new Problem("refused", "person.no_step_taken_back");
  return undo(context, row, "RESTORE", reason, last);
}

export const identifyCommands = [
  defineCommand({
    type: "person.identify",
    v: 1,
    offline: true,
    summary: "Takes a person up the identity ladder, with their knowledge",
    payload: IdentifyPerson,
    verb: personAccess["person.identify"],
    run: identifyPerson,
  }),
  defineCommand({
    type: "person.step-back",
    v: 1,
    summary: "Takes the last step of the identity ladder back, with a reason",
    payload: StepBack,
    verb: personAccess["person.step-back"],
    run: stepBack,
  }),
  defineCommand({
    type: "person.restore-step",
    v: 1,
    summary: "Gives again the step of the identity ladder that was taken back last, with a reason",
    payload: StepBack,
    verb: personAccess["person.restore-step"],
    run: restoreStep,
  }),
];
