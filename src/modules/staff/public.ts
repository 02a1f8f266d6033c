import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { AvailableSlot } from "./contract.ts";

export { type LedHoursSource, ledSources } from "./led.ts";

/** A volunteer whose agreement holds or will hold, and the hours of a week in which they can come. */
export type AvailableVolunteer = {
  id: string;
  name: string;
  unitId: string;
  /** Days of the agreement, both inclusive; `until` null: it has no end. */
  from: PlainDate;
  until: PlainDate | null;
  slots: readonly AvailableSlot[];
};

/**
 * Volunteers of a unit for a timetable, one line for each agreement that has not ended by today, by name. The caller has checked that
 * the actor works in the unit.
 */
export async function volunteersOf(context: WorkContext, unitId: string): Promise<AvailableVolunteer[]> {
  const { rows } = await sql<AvailableVolunteer>`
    select v.id, v.first_name || ' ' || v.last_name as name, v.unit_id, a.starts_on as from, coalesce(e.ended_on, a.ends_on) as until,
      coalesce((select w.slots from volunteer_availability w where w.organisation_id = v.organisation_id and w.volunteer_id = v.id
        order by w.recorded_at desc, w.id desc limit 1), '[]') as slots
    from volunteer v join volunteer_agreement a on a.organisation_id = v.organisation_id and a.volunteer_id = v.id
      left join volunteer_agreement_ending e on e.organisation_id = a.organisation_id and e.agreement_id = a.id
    where v.organisation_id = ${context.actor.organisationId} and v.unit_id = ${unitId} and a.withdrawn_at is null
      and coalesce(e.ended_on, a.ends_on, ${context.today}) >= ${context.today}
    order by v.last_name, v.first_name, a.starts_on, a.id ${atMost}`.execute(context.tx);
  return rows;
}

/** Names of volunteers of the organisation, by id, for records of rooms above that name who led something. */
export async function volunteerNames(
  context: WorkContext,
  volunteerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, first_name || ' ' || last_name as name from volunteer
    where organisation_id = ${context.actor.organisationId} and id = any (${[...volunteerIds]}::uuid[])`.execute(
    context.tx,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
