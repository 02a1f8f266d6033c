import { sql } from "kysely";
import { may, type Reach, type Role, requireReach } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  recordEvent,
  type WorkContext,
} from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { findRelation, refuseForDead, requirePerson } from "../casework/public.ts";
import { areWhereaboutsHidden } from "../person/public.ts";
import { counsellingAccess } from "./access.ts";
import { bookingState, insertBooking, sectionOf, tellBooked } from "./bookingStore.ts";
import { BookingId, MakeBooking, MoveBooking, NoteOutcome, type PersonBooking } from "./contract.ts";
import { type Duty, dutyRelation, getDuty, lockOne } from "./duties.ts";
import { settleReminder } from "./preferences.ts";
import { carryReminder, keepReminder, reminderStanding } from "./reminders.ts";
import { hasBegun } from "./rules.ts";
import { openRelation } from "./slots.ts";
import { type BookingAct, type BookingPart, type BookingState, possibleActs, refuseBookingAct } from "./states.ts";
import { endUndelivered } from "./undelivered.ts";
import { offerToNext } from "./waiting.ts";

onConstraint("booking_ends_once", "refused", "booking.over");

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/**
 * Books a slot for a person in reach, or for the open offer. It holds a role and an hour, never what it is about.
 * @throws Problem not_found `person.not_found`, `consultant-duty.not_found` | refused `booking.*` (also `booking.message_unsafe`), `case.person_died`
 */
async function makeBooking(context: CommandContext, payload: MakeBooking): Promise<Done> {
  const { bookingId: id, personId, consultantDutyId, day, startsAt, reminder, preference } = payload;
  const verb = counsellingAccess["booking.make"];
  if (personId) {
    await requirePerson(context, verb, personId);
    await refuseForDead(context, personId);
  }
  const duty = await getDuty(context, consultantDutyId);
  if (personId && context.actor.personId !== null) await refuseSecondTalk(context, personId, duty);
  if (!personId) requireReach(context.actor, verb, openRelation(context, duty), "consultant-duty.not_found");
  await insertBooking(context, duty, { day, startsAt }, { id, personId });
  if (personId) await settleReminder(context, { bookingId: id, personId }, { reminder, asked: preference });
  else if (reminder) await keepReminder(context, id, reminder);
  await tellBooked(context, duty, personId, id, day);
  return { ids: { booking: id }, about: { type: "booking", id, personId }, detail: { role: duty.role, day } };
}

/** Who books for themselves has one talk with each kind of consultant that is not over yet, so that hours are left for others. @throws Problem refused `booking.has_one` */
async function refuseSecondTalk(context: CommandContext, personId: string, { role }: Duty): Promise<void> {
  const { organisationId } = context.actor;
  await lockOne(context, personId);
  const { rows } =
    await sql`select from booking b join consultant_duty d on d.organisation_id = b.organisation_id and d.id = b.duty_id
    where b.organisation_id = ${organisationId} and b.person_id = any (same_person(${personId})) and d.role = ${role} and b.day >= ${context.today}
      and (b.day + b.starts_at + b.minutes * interval '1 minute') at time zone 'Europe/Warsaw' > ${context.now}
      and not exists (select from booking_ending e where e.organisation_id = b.organisation_id and e.booking_id = b.id)
      and not exists (select from booking_mark k where k.organisation_id = b.organisation_id and k.booking_id = b.id) limit 1`.execute(
      context.tx,
    );
  refuseIf([rows.length > 0 ? "booking.has_one" : null]);
}

type Standing = {
  id: string;
  dutyId: string;
  personId: string | null;
  day: PlainDate;
  startsAt: string;
  state: BookingState;
};

const verbs = {
  MOVE: "booking.move",
  CANCEL: "booking.cancel",
  PRINT_SLIP: "booking.print-slip",
  NOTE_OUTCOME: "booking.note-outcome",
} as const satisfies Record<BookingAct, keyof typeof counsellingAccess>;

/**
 * A booking on which the actor may do `act` now; two changes of one wait for each other.
 * @throws Problem not_found `booking.not_found` | refused as `refuseBookingAct` says
 */
export async function requireBooking(
  context: WorkContext,
  act: BookingAct,
  bookingId: string,
): Promise<{ booking: Standing; duty: Duty }> {
  const { organisationId } = context.actor;
  await lockOne(context, bookingId);
  const { rows } =
    await sql<Standing>`select b.id, b.duty_id, b.person_id, b.day, to_char(b.starts_at, 'HH24:MI') as starts_at,
      ${bookingState} as state
    from booking b where b.organisation_id = ${organisationId} and b.id = ${bookingId}`.execute(context.tx);
  const [booking] = rows;
  if (!booking) throw new Problem("not_found", "booking.not_found");
  const duty = await getDuty(context, booking.dutyId);
  const verb: Verb = counsellingAccess[verbs[act]];
  const parts: BookingPart[] = [];
  if (act === "NOTE_OUTCOME") {
    const relation = dutyRelation(context, duty);
    requireReach(context.actor, verb, relation, "booking.not_found");
    parts.push(relation.own ? "CONSULTANT" : "PLANNER");
  } else {
    const mine = duty.consultantId === context.actor.accountId;
    const { personId } = booking;
    const known = personId ? await findRelation(context, personId) : openRelation(context, duty);
    requireReach(context.actor, verb, { ...known, ...(mine ? { unit: true, team: true } : {}) }, "booking.not_found");
    const isSelf = known !== null && "own" in known && known.own === true;
    if (personId && known && !isSelf && (await areWhereaboutsHidden(context, personId)))
      throw new Problem("not_found", "booking.not_found");
    parts.push(isSelf ? "PERSON" : mine ? "CONSULTANT" : "BOOKER");
  }
  const { day, startsAt, state } = booking;
  const refusal = refuseBookingAct(act, { state, begun: hasBegun({ day, startsAt }, context.now) }, parts);
  if (refusal) throw new Problem(refusal === "booking.not_found" ? "not_found" : "refused", refusal);
  return { booking, duty };
}

/** Ends a booking and frees its slot. */
async function freeSlot(context: CommandContext, bookingId: string, outcome: "CANCELLED" | "MOVED"): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await sql`delete from slot_claim where organisation_id = ${organisationId} and booking_id = ${bookingId}`.execute(
    context.tx,
  );
  await context.tx
    .insertInto("bookingEnding")
    .values({ organisationId, bookingId, outcome, endedBy: accountId })
    .execute();
  await endUndelivered(context, bookingId);
}

/** The slot goes to the first who waits for the role, as an offer. @throws Problem as `requireBooking` */
async function cancelBooking(context: CommandContext, { bookingId }: BookingId): Promise<Done> {
  const { booking, duty } = await requireBooking(context, "CANCEL", bookingId);
  const { personId, day, startsAt } = booking;
  await freeSlot(context, bookingId, "CANCELLED");
  if (personId)
    await recordEvent(context, {
      personId,
      kind: "booking.cancelled",
      section: sectionOf(duty.role),
      subject: { type: "booking", id: bookingId },
      detail: { role: duty.role, day },
    });
  await offerToNext(context, duty, { day, startsAt });
  return {
    ids: { booking: bookingId },
    about: { type: "booking", id: bookingId, personId },
    detail: { role: duty.role, day },
  };
}

/** To another slot of any duty of the same role; the old one goes to who waits. @throws Problem not_found | refused `booking.*` */
async function moveBooking(context: CommandContext, payload: MoveBooking): Promise<Done> {
  const { movedId, bookingId, consultantDutyId, day, startsAt } = payload;
  const { booking, duty } = await requireBooking(context, "MOVE", bookingId);
  const target = consultantDutyId === duty.id ? duty : await getDuty(context, consultantDutyId);
  refuseIf([target.role === duty.role ? null : "booking.another_role"]);
  await freeSlot(context, bookingId, "MOVED");
  const { personId } = booking;
  await insertBooking(context, target, { day, startsAt }, { id: movedId, personId, movedFrom: bookingId });
  await carryReminder(context, bookingId, movedId);
  await tellBooked(context, target, personId, movedId, day);
  await offerToNext(context, duty, { day: booking.day, startsAt: booking.startsAt });
  return {
    ids: { booking: movedId },
    about: { type: "booking", id: movedId, personId },
    detail: { role: duty.role, day },
  };
}

/** Came, or did not; said again, the last word counts. @throws Problem not_found | refused `booking.over`, `booking.not_yet` */
async function noteOutcome(context: CommandContext, { markId: id, bookingId, outcome }: NoteOutcome): Promise<Done> {
  const { booking, duty } = await requireBooking(context, "NOTE_OUTCOME", bookingId);
  const { personId, day } = booking;
  const { organisationId, accountId } = context.actor;
  await endUndelivered(context, bookingId);
  await context.tx
    .insertInto("bookingMark")
    .values({ organisationId, id, bookingId, outcome, markedBy: accountId, markedAt: context.now })
    .execute();
  if (personId)
    await recordEvent(context, {
      personId,
      kind: outcome === "CAME" ? "booking.came" : "booking.missed",
      section: sectionOf(duty.role),
      subject: { type: "booking", id: bookingId },
      detail: { role: duty.role, day },
    });
  return { ids: { mark: id }, about: { type: "booking", id: bookingId, personId }, detail: { outcome } };
}

/** Talks of one person, the newest day first. Of somebody in hiding none, but to those on the list. @throws Problem not_found `person.not_found` */
export async function listBookings(context: WorkContext, personId: string): Promise<{ bookings: PersonBooking[] }> {
  const relation = await requirePerson(context, counsellingAccess["booking.list"], personId);
  if (!relation.own && (await areWhereaboutsHidden(context, personId))) return { bookings: [] };
  const { rows } = await sql<
    Omit<PersonBooking, "acts"> & { mine: boolean; unitId: string }
  >`select b.id as booking_id, d.role, d.place, b.day, to_char(b.starts_at, 'HH24:MI') as starts_at, ${bookingState} as state,
      d.consultant_id = ${context.actor.accountId} as mine, d.unit_id, ${reminderStanding} as reminder
    from booking b join consultant_duty d on d.organisation_id = b.organisation_id and d.id = b.duty_id
    where b.organisation_id = ${context.actor.organisationId} and b.person_id = any (same_person(${personId}))
    order by b.day desc, b.starts_at desc, b.id ${atMost}`.execute(context.tx);
  return {
    bookings: rows.map(({ mine, unitId, ...line }) => {
      const { day, startsAt, state } = line;
      const marks = may(context.actor, counsellingAccess["booking.note-outcome"], {
        own: mine,
        unit: context.actor.unitIds.includes(unitId),
      });
      const parts: BookingPart[] = [relation.own ? "PERSON" : "BOOKER"];
      if (marks) parts.push(mine ? "CONSULTANT" : "PLANNER");
      return { ...line, acts: possibleActs({ state, begun: hasBegun({ day, startsAt }, context.now) }, parts) };
    }),
  };
}

export const bookingCommands = [
  defineCommand({
    type: "booking.make",
    v: 1,
    summary: "Books a slot of a consultant by role and hour, for a person or for the open offer",
    payload: MakeBooking,
    verb: counsellingAccess["booking.make"],
    run: makeBooking,
  }),
  defineCommand({
    type: "booking.move",
    v: 1,
    summary: "Moves a booking to another slot of the same role",
    payload: MoveBooking,
    verb: counsellingAccess["booking.move"],
    run: moveBooking,
  }),
  defineCommand({
    type: "booking.cancel",
    v: 1,
    summary: "Cancels a booking; its slot is offered to the first who waits",
    payload: BookingId,
    verb: counsellingAccess["booking.cancel"],
    run: cancelBooking,
  }),
  defineCommand({
    type: "booking.note-outcome",
    v: 1,
    summary: "Notes that somebody came to a booked talk or did not",
    payload: NoteOutcome,
    verb: counsellingAccess["booking.note-outcome"],
    run: noteOutcome,
  }),
];
