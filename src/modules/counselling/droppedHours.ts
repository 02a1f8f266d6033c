import { type RawBuilder, sql } from "kysely";
import type { CommandContext } from "../../platform/command.ts";
import { onConstraint } from "../../platform/problem.ts";

onConstraint("slot_reservation_ends_once", "refused", "hours.over");

/** Rooms above that are told which of their kept hours ended because the consultant will not be there. */
export const droppedHours: ((context: CommandContext, reservationIds: readonly string[]) => Promise<void>)[] = [];

/** Ends kept hours `b` that have not passed and that nobody will hold; `b.duty_id` and `b.day` may be named. Answers how many. */
export async function dropReservations(context: CommandContext, condition: RawBuilder<boolean>): Promise<number> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<{ id: string }>`with gone as (
      delete from slot_claim c using slot_reservation b
      where c.organisation_id = ${organisationId} and b.organisation_id = c.organisation_id and b.id = c.reservation_id and ${condition}
      returning b.id)
    insert into slot_reservation_ending (organisation_id, reservation_id, outcome, ended_by)
      select distinct ${organisationId}::uuid, id, 'CONSULTANT_AWAY', ${accountId}::uuid from gone returning reservation_id as id`.execute(
    context.tx,
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) for (const told of droppedHours) await told(context, ids);
  return ids.length;
}
