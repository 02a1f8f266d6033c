import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/** Minutes that stand on a day under all agreements of a volunteer. */
export async function loggedOn({ tx, actor }: WorkContext, volunteerId: string, day: PlainDate): Promise<number> {
  const { rows } = await sql<{ minutes: number }>`select coalesce(sum(h.minutes), 0)::int as minutes
    from volunteer_hours h join volunteer_agreement a on a.organisation_id = h.organisation_id and a.id = h.agreement_id
    where h.organisation_id = ${actor.organisationId} and a.volunteer_id = ${volunteerId} and h.day = ${day}
      and h.withdrawn_at is null`.execute(tx);
  return rows[0]?.minutes ?? 0;
}
