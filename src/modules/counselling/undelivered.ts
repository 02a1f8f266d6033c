import { sql } from "kysely";
import type { CommandContext } from "../../platform/command.ts";
import { addTaskFor, endTasksFrom } from "../casework/public.ts";
import { type HouseContext, lockOne } from "./duties.ts";

const source = (bookingId: string) => ({ type: "booking_reminder", id: bookingId });

type Lost = { day: string; startsAt: string; personId: string | null; askedBy: string; ownerId: string; own: boolean };

/**
 * A reminder did not reach anybody: whoever booked the talk has a task to tell the person in another way. Where a participant
 * booked, or the worker is here no more, the consultant has it, with the hour and without the name. Nothing once its hour has
 * come, when it is cancelled or moved, or when the task is there already.
 */
export async function tellUndelivered(context: HouseContext, bookingId: string): Promise<void> {
  const { organisationId } = context.actor;
  await lockOne(context, bookingId);
  const { rows } =
    await sql<Lost>`select b.day::text as day, to_char(b.starts_at, 'HH24:MI') as starts_at, b.person_id, r.asked_by,
      case when m.account_id is null then d.consultant_id else r.asked_by end as owner_id, m.account_id is not null as own
    from booking_reminder r join booking b on b.organisation_id = r.organisation_id and b.id = r.booking_id
    join consultant_duty d on d.organisation_id = b.organisation_id and d.id = b.duty_id
    left join membership m on m.organisation_id = r.organisation_id and m.account_id = r.asked_by and m.person_id is null and m.ended_at is null
    where r.organisation_id = ${organisationId} and r.booking_id = ${bookingId} and (b.day + b.starts_at) at time zone 'Europe/Warsaw' > ${context.now}::timestamptz
      and not exists (select from booking_ending e where e.organisation_id = b.organisation_id and e.booking_id = b.id)
      and not exists (select from task t where t.organisation_id = b.organisation_id and t.source_type = 'booking_reminder' and t.source_id = b.id)`.execute(
      context.tx,
    );
  const [lost] = rows;
  if (!lost) return;
  const { day, startsAt, personId, askedBy, ownerId, own } = lost;
  await addTaskFor(
    { tx: context.tx, actor: { organisationId, accountId: askedBy } },
    {
      personId: own ? personId : null,
      ownerId,
      kind: "booking.reminder_lost",
      detail: { day, startsAt },
      dueOn: context.today,
      source: source(bookingId),
    },
  );
}

/** The message has arrived after all: nobody has to tell the person in another way. */
export async function endArrived(context: HouseContext, bookingId: string): Promise<void> {
  const { organisationId } = context.actor;
  await lockOne(context, bookingId);
  const { rows } = await sql<{ askedBy: string }>`select asked_by from booking_reminder
    where organisation_id = ${organisationId} and booking_id = ${bookingId}`.execute(context.tx);
  const [asked] = rows;
  if (!asked) return;
  const actor = { organisationId, accountId: asked.askedBy };
  const { tx, today, now: occurredAt } = context;
  await endTasksFrom({ tx, today, occurredAt, actor }, source(bookingId), "NO_LONGER_RELEVANT");
}

/** The talk is over, cancelled or moved: nobody has to be told of it any more. */
export function endUndelivered(context: CommandContext, bookingId: string): Promise<void> {
  return endTasksFrom(context, source(bookingId), "NO_LONGER_RELEVANT");
}
