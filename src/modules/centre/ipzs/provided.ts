import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { provisionKinds } from "./codes.ts";

export type Provided = { kind: (typeof provisionKinds)[number]; givenOn: PlainDate; until: PlainDate | null };

/**
 * What a centre gave these people under a programme up to a day, the last first: safety training, clothes, protective equipment.
 * `until`: the last day it is good for; null: no end was noted. Who has nothing is left out. The caller has checked who sees them.
 * Source: docs/domain/rules.md R-CIS-08
 */
export async function providedTo(
  { tx, actor }: WorkContext,
  personIds: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, Provided[]>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{ personId: string; given: Provided[] }>`
    select p.id as person_id, jsonb_agg(jsonb_build_object('kind', v.kind, 'givenOn', v.given_on, 'until', v.until) order by v.given_on desc, v.id) as given
    from unnest(${[...personIds]}::uuid[]) p(id)
      join ipzs i on i.organisation_id = ${actor.organisationId} and i.person_id = any (same_person(p.id))
      join ipzs_provision v on v.organisation_id = i.organisation_id and v.ipzs_id = i.id and v.given_on <= ${day}
    group by p.id`.execute(tx);
  return new Map(rows.map(({ personId, given }) => [personId, given]));
}
