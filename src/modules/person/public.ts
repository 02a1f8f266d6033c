import { sql } from "kysely";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import { ageOn, type PlainDate } from "../../platform/time/plainDate.ts";
import type { FactKind } from "./codes.ts";
import type { PersonFields } from "./contract.ts";
import { personIdsOf } from "./family.ts";
import { insertPerson } from "./record.ts";
import {
  type CapacityEntry,
  capacityEntriesOf,
  capacityOn as capacityOfEntries,
  type SignatureBlock,
  signatureBlocks,
} from "./rules.ts";
import { displayName } from "./store.ts";

export { personIdsOf } from "./family.ts";
export { proposeSameAlias } from "./mergers.ts";
export { findStanding, personInReach, requireStanding, type Standing } from "./reach.ts";

export { areWhereaboutsHidden, whereaboutsHidden } from "./whereabouts.ts";

/** What to call each person in a list: full name, alias or `#number`. Whoever asks has checked that the reader may see names. */
export async function getPersonNames(context: WorkContext, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await context.tx
    .selectFrom("person")
    .select(["id", "alias", "firstName", "lastName", "personNo"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "in", [...new Set(personIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, displayName(row)]));
}

/** @throws Error when the organisation has no such person */
export async function getPersonName(context: WorkContext, personId: string): Promise<string> {
  const name = (await getPersonNames(context, [personId])).get(personId);
  if (name === undefined) throw new Error("no such person");
  return name;
}

/**
 * Makes a person known by an alias inside another room's command, such as a street card's. The caller has asked whether the
 * actor may. @throws Problem refused `person.unit_not_yours`; conflict `record.id_taken`
 */
export async function recordAliasPerson(
  context: CommandContext,
  person: {
    personId: string;
    unitId: string;
    alias: string | null;
    sex?: PersonFields["sex"];
    ageEstimate?: number | null;
  },
): Promise<void> {
  const { personId, unitId, ...fields } = person;
  await insertPerson(context, { personId, unitId, fields, pesel: null, peselNeedsChecking: false });
}

type DatedFact = { personId: string; kind: string; value: string; validFrom: PlainDate; validUntil: PlainDate | null };

/** Facts of one kind that hold on a day, not withdrawn, newest start first. Ids as given; merged records count for their person. */
async function factsOn(
  context: WorkContext,
  personId: string,
  kind: FactKind,
  day: PlainDate | null,
): Promise<DatedFact[]> {
  const ids = await personIdsOf(context, personId);
  if (ids.length === 0) return [];
  let query = context.tx
    .selectFrom("personFact")
    .select(["personId", "kind", "value", "validFrom", "validUntil"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("personId", "in", ids)
    .where("kind", "=", kind)
    .where("withdrawnAt", "is", null)
    .orderBy("validFrom", "desc")
    .orderBy("recordedAt", "desc");
  if (day)
    query = query
      .where("validFrom", "<=", day)
      .where((eb) => eb.or([eb("validUntil", "is", null), eb("validUntil", ">=", day)]));
  return query.execute();
}

/** ETHOS category that holds on `day`, or null when none is recorded for it. */
export async function housingOn(context: WorkContext, personId: string, day: PlainDate): Promise<string | null> {
  return (await factsOn(context, personId, "HOUSING", day))[0]?.value ?? null;
}

/** Capacity on `day` and the signature blocks that a document of the person needs then. Source: docs/domain/rules.md R-CAP-01, R-CAP-05 */
export async function capacityOn(
  context: WorkContext,
  personId: string,
  day: PlainDate,
): Promise<{ capacity: CapacityEntry; blocks: readonly SignatureBlock[] }> {
  const [rootId] = await personIdsOf(context, personId);
  const person = await context.tx
    .selectFrom("person")
    .select("birthDate")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", rootId ?? personId)
    .executeTakeFirst();
  const entries = capacityEntriesOf(await factsOn(context, personId, "CAPACITY", null));
  const birthDate = person?.birthDate ?? null;
  return { capacity: capacityOfEntries(entries, birthDate, day), blocks: signatureBlocks(entries, birthDate, day) };
}

/** Where the person was last registered for permanent stay, as far as known; drives jurisdiction (R-JUR-01). */
export async function lastRegistrationOf(
  context: WorkContext,
  personId: string,
): Promise<{ status: string; teryt: string | null; commune: string | null }> {
  const row = await context.tx
    .selectFrom("person")
    .select(["registrationStatus", "registrationTeryt", "registrationCommune"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", (await personIdsOf(context, personId))[0] ?? personId)
    .executeTakeFirst();
  return {
    status: row?.registrationStatus ?? "UNKNOWN",
    teryt: row?.registrationTeryt ?? null,
    commune: row?.registrationCommune ?? null,
  };
}

/** Sex and full years on `day` of each person, for reports; a merged record answers for the person it points to. */
export async function sexAndAgeOn(
  context: WorkContext,
  personIds: readonly string[],
  day: PlainDate,
): Promise<Map<string, { rootId: string; sex: string; age: number | null }>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    rootId: string;
    sex: string;
    birthDate: PlainDate | null;
    ageEstimate: number | null;
  }>`
    select p.id, r.id as root_id, r.sex, r.birth_date, r.age_estimate from person p
    join person r on r.organisation_id = p.organisation_id and r.id = coalesce(p.merged_into, p.id)
    where p.organisation_id = ${context.actor.organisationId} and p.id = any (${[...personIds]}::uuid[])`.execute(
    context.tx,
  );
  return new Map(
    rows.map(({ id, rootId, sex, birthDate, ageEstimate }) => [
      id,
      { rootId, sex, age: birthDate ? ageOn(birthDate, day) : ageEstimate },
    ]),
  );
}
