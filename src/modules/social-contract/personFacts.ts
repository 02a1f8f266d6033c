import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { whereaboutsHidden } from "../person/public.ts";
import { type CapacityEntry, type SignatureBlock, signatureBlocks } from "../person/rules.ts";

/** What a contract needs to know of the person on a day. */
export type PersonFacts = {
  name: string;
  /** The file says so; a contract may not say less. */
  homeless: boolean;
  /** TERYT; null when not known or never registered. */
  lastPermanentRegistration: string | null;
  /** The same as this reader may see it: null while the whereabouts are protected and the reader is not named (C7). */
  shownRegistration: string | null;
  /** Their blocks on a day. */
  blocksOn(day: PlainDate): readonly SignatureBlock[];
};

/** Facts of one own person, capacity and homelessness as of `day`. The caller has checked the reach. */
export async function personFacts(context: WorkContext, personId: string, day: PlainDate): Promise<PersonFacts> {
  const found = (await factsOfPeople(context, [personId], day)).get(personId);
  if (!found) throw new Error("the reach was checked for a person that is not there");
  return found;
}

/** The same of several, by the id that was asked for. */
export async function factsOfPeople(
  context: WorkContext,
  personIds: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, PersonFacts>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    name: string;
    registrationTeryt: string | null;
    hidden: boolean;
    birthDate: PlainDate | null;
    homeless: boolean;
    capacity: CapacityEntry[];
  }>`select p.id, coalesce(nullif(concat_ws(' ', p.first_name, p.middle_name, p.last_name), ''), p.alias, '#' || p.person_no) as name,
      nullif(p.registration_teryt, '') as registration_teryt,
      ${whereaboutsHidden(context, sql.ref("p.id"))} as hidden,
      case when p.birth_date_precision = 'DAY' then p.birth_date end as birth_date,
      coalesce((select f.value = 'STATUTORY' from person_fact f where f.organisation_id = p.organisation_id and f.person_id = p.id and f.kind = 'HOMELESSNESS'
        and f.withdrawn_at is null and f.valid_from <= ${day} and coalesce(f.valid_until, ${day}) >= ${day} order by f.valid_from desc, f.recorded_at desc limit 1), false) as homeless,
      coalesce((select jsonb_agg(jsonb_build_object('kind', f.value, 'from', f.valid_from, 'to', f.valid_until) order by f.valid_from, f.recorded_at)
        from person_fact f where f.organisation_id = p.organisation_id and f.person_id = p.id and f.kind = 'CAPACITY' and f.withdrawn_at is null), '[]') as capacity
    from person p where p.organisation_id = ${context.actor.organisationId} and p.id = any (${[...personIds]}::uuid[])`.execute(
    context.tx,
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: row.name,
        homeless: row.homeless,
        lastPermanentRegistration: row.registrationTeryt,
        shownRegistration: row.hidden ? null : row.registrationTeryt,
        blocksOn: (on: PlainDate) => signatureBlocks(row.capacity, row.birthDate, on),
      },
    ]),
  );
}
