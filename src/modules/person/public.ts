import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { FactKind, SafetyFlag } from "./codes.ts";
import type { PersonFields } from "./contract.ts";
import { personIdsOf } from "./family.ts";
import { personInReach } from "./reach.ts";
import { insertPerson } from "./record.ts";
import { type CapacityEntry, capacityOn as capacityOfEntries, type SignatureBlock, signatureBlocks } from "./rules.ts";
import { displayName } from "./store.ts";
import { whereaboutsHidden } from "./whereabouts.ts";

export { personConflicts } from "./conflicts.ts";
export { contactOf, contactRead } from "./contact.ts";
export { type DeathChange, deathActs } from "./death.ts";
export { addKnownFact, addLabourOffice, endLabourOffice } from "./facts.ts";
export { personIdsOf } from "./family.ts";
export { proposeSameAlias } from "./mergers.ts";
export { peselIndexOf, peselsOf } from "./pesel.ts";
export { findStanding, personInReach, requireStanding } from "./reach.ts";
export { insertPerson } from "./record.ts";
export { releaseDayOf, sectionActs } from "./sections.ts";
export { shortName } from "./shortName.ts";
export { areWhereaboutsHidden, hiddenAmongIds, whereaboutsHidden, whereaboutsProtected } from "./whereabouts.ts";

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

/** The numbers of persons, for lists that name nobody. */
export async function personNumbers(
  context: WorkContext,
  personIds: readonly string[],
): Promise<Map<string, number | null>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; personNo: number | null }>`select id, person_no from person
    where organisation_id = ${context.actor.organisationId} and id = any (${[...personIds]}::uuid[])`.execute(
    context.tx,
  );
  return new Map(rows.map(({ id, personNo }) => [id, personNo]));
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

/** The housing category (ETHOS) that holds on a day; null when none is known. */
export async function housingOn(context: WorkContext, personId: string, day: PlainDate): Promise<string | null> {
  const [latest] = await factsOn(context, personId, "HOUSING", day);
  return latest?.value ?? null;
}

/**
 * Safety flags that hold on a day of those of some people who are in the reach of `verb`, each once, without anything that was
 * written beside them; who has none is left out. Source: docs/domain/rules.md R-OUT-11, R-ACC column "Core data"
 */
export async function safetyFlagsOf(
  context: WorkContext,
  verb: Parameters<typeof personInReach>[1],
  personIds: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, SafetyFlag[]>> {
  const { rows } = await sql<{ personId: string; flags: SafetyFlag[] }>`
    select p.id as person_id, array_agg(distinct f.value order by f.value) as flags
    from unnest(${[...personIds]}::uuid[]) p (id) join person_fact f on f.organisation_id = ${context.actor.organisationId}
      and f.person_id = any (same_person(p.id)) and f.kind = 'SAFETY_FLAG' and f.withdrawn_at is null
      and f.valid_from <= ${day} and coalesce(f.valid_until, ${day}) >= ${day}
    where ${personInReach(context, verb, sql`p.id`)}
    group by p.id ${atMost}`.execute(context.tx);
  return new Map(rows.map(({ personId, flags }) => [personId, flags]));
}

/**
 * When people lived in one of some housing categories (ETHOS) since a day, of people in the reach of `verb` whose whereabouts the
 * reader may know; a later entry ends the one before. `until` null: it goes on. A merged record counts for the one that stays.
 */
export async function housingSince(
  context: WorkContext,
  verb: Parameters<typeof personInReach>[1],
  categories: readonly string[],
  since: PlainDate,
): Promise<{ personId: string; from: PlainDate; until: PlainDate | null }[]> {
  const { rows } = await sql<{ personId: string; from: PlainDate; until: PlainDate | null }>`
    select h.person_id, h.valid_from as from, h.until from (
      select coalesce(p.merged_into, p.id) as person_id, f.value, f.valid_from,
        least(f.valid_until, lead(f.valid_from) over (partition by coalesce(p.merged_into, p.id) order by f.valid_from, f.recorded_at, f.id) - 1) as until
      from person_fact f join person p on p.organisation_id = f.organisation_id and p.id = f.person_id
      where f.organisation_id = ${context.actor.organisationId} and f.kind = 'HOUSING' and f.withdrawn_at is null and f.valid_from <= ${context.today}
        and ${personInReach(context, verb, sql`p.id`)} and not ${whereaboutsHidden(context, sql`p.id`)}) h
    where h.value = any (${[...categories]}::text[]) and (h.until is null or h.until >= greatest(h.valid_from, ${since}::date))`.execute(
    context.tx,
  );
  return rows;
}

/** How often the person's housing changed on some days, inclusive. The caller has asked who reads it. */
export async function countHousingChanges(
  context: WorkContext,
  { personId, from, until }: { personId: string; from: PlainDate; until: PlainDate },
): Promise<number> {
  const facts = await factsOn(context, personId, "HOUSING", null);
  return facts.filter(({ validFrom }) => validFrom >= from && validFrom <= until).length;
}

type CapacityOfPerson = { capacity: CapacityEntry; blocks: readonly SignatureBlock[] };
type CapacityRow = { id: string; birthDate: PlainDate | null; entries: CapacityEntry[] };

/**
 * Capacity on `day` of each of these people and the signature blocks that a document of theirs needs then, merged records
 * with them; whom the organisation does not know is missing. Source: docs/domain/rules.md R-CAP-01, R-CAP-05
 */
export async function capacitiesOn(
  context: WorkContext,
  personIds: readonly string[],
  day: PlainDate,
): Promise<Map<string, CapacityOfPerson>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<CapacityRow>`select p.id, r.birth_date, coalesce((
      select jsonb_agg(jsonb_build_object('kind', f.value, 'from', f.valid_from, 'to', f.valid_until) order by f.valid_from desc, f.recorded_at desc)
      from person_fact f
      where f.organisation_id = r.organisation_id and f.person_id = any (same_person(r.id)) and f.kind = 'CAPACITY' and f.withdrawn_at is null), '[]') as entries
    from person p join person r on r.organisation_id = p.organisation_id and r.id = coalesce(p.merged_into, p.id)
    where p.organisation_id = ${context.actor.organisationId} and p.id = any (${[...new Set(personIds)]}::uuid[])`.execute(
    context.tx,
  );
  return new Map(
    rows.map(({ id, birthDate, entries }) => [
      id,
      { capacity: capacityOfEntries(entries, birthDate, day), blocks: signatureBlocks(entries, birthDate, day) },
    ]),
  );
}

/** As {@link capacitiesOn} of one person; somebody unknown is an adult of full capacity. */
export async function capacityOn(context: WorkContext, personId: string, day: PlainDate): Promise<CapacityOfPerson> {
  const found = (await capacitiesOn(context, [personId], day)).get(personId);
  return found ?? { capacity: capacityOfEntries([], null, day), blocks: signatureBlocks([], null, day) };
}

export { livingWith } from "./households.ts";
