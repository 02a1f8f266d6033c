import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";

/**
 * Whether somebody works in a unit that leads a shelter which is open today and works with this person. No room keeps who
 * sleeps where yet: whether the person really stays there is asked of the person's housing. Source: docs/domain/rules.md R-IPWB-02
 */
export async function worksInShelterOf(context: WorkContext, accountId: string, personId: string): Promise<boolean> {
  const { rows } = await sql`select from facility f
      join membership_unit w on w.organisation_id = f.organisation_id and w.unit_id = f.unit_id and w.account_id = ${accountId}
      join person_unit p on p.organisation_id = f.organisation_id and p.unit_id = f.unit_id and p.person_id = any (same_person(${personId}))
    where f.organisation_id = ${context.actor.organisationId} and f.facility_type in ('SHELTER', 'SHELTER_CARE')
      and coalesce(f.closed_on, ${context.today}) >= ${context.today} limit 1`.execute(context.tx);
  return rows.length > 0;
}

/** Shelters that the organisation leads and that are open today, by name. */
export async function sheltersOf(context: WorkContext): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select f.id, f.name from facility f
    where f.organisation_id = ${context.actor.organisationId} and f.facility_type in ('SHELTER', 'SHELTER_CARE')
      and coalesce(f.closed_on, ${context.today}) >= ${context.today} order by f.name, f.id ${atMost}`.execute(
    context.tx,
  );
  return rows;
}
