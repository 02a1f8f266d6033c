import { sql } from "kysely";
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
