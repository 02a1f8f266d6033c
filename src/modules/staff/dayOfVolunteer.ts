import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/** Minutes that stand under all agreements of a volunteer, by day; of days with none nothing is told. */
export async function loggedOn(
  { tx, actor }: WorkContext,
  volunteerId: string,
  days: readonly PlainDate[],
): Promise<Map<PlainDate, number>> {
  const { rows } = await sql<{ day: PlainDate; minutes: number }>`select h.day, sum(h.minutes)::int as minutes
    from volunteer_hours h join volunteer_agreement a on a.organisation_id = h.organisation_id and a.id = h.agreement_id
    where h.organisation_id = ${actor.organisationId} and a.volunteer_id = ${volunteerId} and h.day = any (${[...days]}::date[])
      and h.withdrawn_at is null group by h.day`.execute(tx);
  return new Map(rows.map(({ day, minutes }) => [day, minutes]));
}
