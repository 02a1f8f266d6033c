import { sql } from "kysely";
import { type CommandContext, recordEvent, type Section } from "../../platform/command.ts";
import { onConstraint, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { ConsultantRole } from "./codes.ts";
import { type Duty, lockOne } from "./duties.ts";
import { minutesOf, timeOf } from "./rules.ts";
import { claimSlot, requireSlot, type Slot } from "./slots.ts";
import type { BookingState } from "./states.ts";

onConstraint("booking_key", "conflict", "record.id_taken");

/** SQL: how a booking `b` stands; of what was said of it, the last word counts. */
export const bookingState = sql<BookingState>`coalesce(
  (select e.outcome from booking_ending e where e.organisation_id = b.organisation_id and e.booking_id = b.id),
  (select k.outcome from booking_mark k where k.organisation_id = b.organisation_id and k.booking_id = b.id order by k.marked_at desc, k.id desc limit 1),
  'BOOKED')`;

/** Whose lines of the history a talk stands in: that somebody sees the therapist is for those who read of addiction. */
export const sectionOf = (role: ConsultantRole): Section => (role === "ADDICTION_THERAPIST" ? "ADDICTION" : "SOCIAL");

/** Writes a booking whose slot the caller may take. @throws Problem refused `booking.*` */
export async function insertBooking(
  context: CommandContext,
  duty: Duty,
  slot: Omit<Slot, "consultantDutyId">,
  { id, personId, movedFrom = null }: { id: string; personId: string | null; movedFrom?: string | null },
): Promise<void> {
  requireSlot(context, duty, slot);
  if (personId) await requireOneTalk(context, personId, duty, slot);
  const { organisationId, accountId } = context.actor;
  const { day, startsAt } = slot;
  await context.tx
    .insertInto("booking")
    .values({
      organisationId,
      id,
      dutyId: duty.id,
      day,
      startsAt,
      minutes: duty.slotMinutes,
      personId,
      movedFrom,
      bookedBy: accountId,
    })
    .execute();
  await claimSlot(context, duty, slot, { bookingId: id });
}

/** Nobody is in two talks at once. @throws Problem refused `booking.person_busy` */
async function requireOneTalk(
  context: CommandContext,
  personId: string,
  duty: Duty,
  { day, startsAt }: Omit<Slot, "consultantDutyId">,
): Promise<void> {
  const { organisationId } = context.actor;
  await lockOne(context, personId);
  const endsAt = timeOf(Math.min(minutesOf(startsAt) + duty.slotMinutes, 1439));
  const { rows } =
    await sql`select from booking b where b.organisation_id = ${organisationId} and b.person_id = any (same_person(${personId})) and b.day = ${day}
    and b.starts_at < ${endsAt}::time and b.starts_at + b.minutes * interval '1 minute' > ${startsAt}::time
    and not exists (select from booking_ending e where e.organisation_id = b.organisation_id and e.booking_id = b.id) limit 1`.execute(
      context.tx,
    );
  refuseIf([rows.length > 0 ? "booking.person_busy" : null]);
}

/** Tells the history of the person that a talk is booked; the open offer is nobody's. */
export async function tellBooked(
  context: CommandContext,
  duty: Duty,
  personId: string | null,
  id: string,
  day: PlainDate,
): Promise<void> {
  if (!personId) return;
  const subject = { type: "booking", id };
  await recordEvent(context, {
    personId,
    kind: "booking.made",
    section: sectionOf(duty.role),
    subject,
    detail: { role: duty.role, day },
  });
}
