import { type RawBuilder, sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { shortName } from "../../person/public.ts";

const latelyDays = 60;
/** One tap away on a screen, and all that a phone holds of a unit. */
export const latelyMost = 40;

type Guest = { unitId: string; personId: string; name: string; days: number };

/**
 * Who came to the open offer of some units in the 60 days up to `day`, the living, by unit and most often first, at most 40 a unit. Two who would be
 * called the same are told apart by their numbers. `kept` is SQL over the person's id: of whom the answer tells nothing.
 */
export async function cameLately(
  { tx, actor }: WorkContext,
  { unitIds, day }: { unitIds: readonly string[]; day: PlainDate },
  kept: (personId: RawBuilder<unknown>) => RawBuilder<boolean>,
): Promise<Guest[]> {
  const { rows } = await sql<Guest>`with came as materialized (
      select v.unit_id, coalesce(p.merged_into, p.id) as id, count(distinct v.day)::int as days
      from offer_visit v join person p on p.organisation_id = v.organisation_id and p.id = v.person_id
      where v.organisation_id = ${actor.organisationId} and v.unit_id = any (${[...unitIds]}::uuid[]) and v.withdrawn_at is null
        and v.day between ${addDays(day, -latelyDays)}::date and ${day}::date
      group by 1, 2),
    called as (select h.id, h.last_name, h.first_name, h.person_no, ${shortName("h")} as name, count(*) over (partition by ${shortName("h")}) as alike
      from person h where h.organisation_id = ${actor.organisationId} and h.id in (select id from came)
        and h.death_date is null and not ${kept(sql.ref("h.id"))}),
    told as (select came.unit_id, called.id, came.days, case when called.alike > 1 and called.name <> '#' || called.person_no then called.name || ' #' || called.person_no else called.name end as name,
        row_number() over (partition by came.unit_id order by came.days desc, called.last_name, called.first_name, called.id) as at
      from came join called on called.id = came.id)
    select unit_id, id as person_id, name, days from told where at <= ${latelyMost} order by unit_id, at ${atMost}`.execute(
    tx,
  );
  return rows;
}
