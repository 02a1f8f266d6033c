import { type RawBuilder, sql } from "kysely";
import { may } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import { addDays, dottedDay, type PlainDate } from "../../platform/time/plainDate.ts";
import { personInReach } from "../casework/public.ts";
import { getPersonNames, whereaboutsHidden } from "../person/public.ts";
import { counsellingAccess } from "./access.ts";
import type { ConsultantRole } from "./codes.ts";
import type { BookingLine, DutyDayLine, ReminderStanding, SlotsView } from "./contract.ts";
import { type Duty, dutyRelation, type HouseContext, readDuties } from "./duties.ts";
import { reminderStanding } from "./reminders.ts";
import { type Days, dutyDays, hasBegun, refuseSlot, slotTimes } from "./rules.ts";
import { type BookingPart, possibleActs } from "./states.ts";

export type Slot = { consultantDutyId: string; day: PlainDate; startsAt: string };

/** SQL: the actor may know that the person of a booking `b` of duty `d` comes there: not one in hiding, whose list the actor is not on. */
export function namesShown(context: WorkContext): RawBuilder<boolean> {
  const { accountId, personId, organisationId } = context.actor;
  const own = sql<boolean>`exists (select from person o where o.organisation_id = ${organisationId} and o.id = ${personId}::uuid
    and b.person_id = any (same_person(coalesce(o.merged_into, o.id))))`;
  return sql<boolean>`(${own} or ((d.consultant_id = ${accountId} or ${personInReach(context, counsellingAccess["slot.list"], sql.ref("b.person_id"))})
    and not ${whereaboutsHidden(context, sql.ref("b.person_id"))}))`;
}

type Claim = {
  dutyId: string;
  day: PlainDate;
  startsAt: string;
  offered: boolean;
  /** Kept by a room above. */
  reserved: boolean;
  bookingId: string | null;
  forPerson: boolean;
  personId: string | null;
  /** The actor reaches the person, or is the person. */
  shown: boolean;
  outcome: "CAME" | "NO_SHOW" | null;
  reminder: ReminderStanding | null;
};

async function readClaims(context: WorkContext, dutyIds: readonly string[], { from, to }: Days): Promise<Claim[]> {
  const { rows } =
    await sql<Claim>`select c.duty_id, c.day, to_char(c.starts_at, 'HH24:MI') as starts_at, c.offer_id is not null as offered, c.reservation_id is not null as reserved,
      b.id as booking_id, b.person_id is not null as for_person, b.person_id, coalesce(${namesShown(context)}, false) as shown,
      (select k.outcome from booking_mark k where k.organisation_id = b.organisation_id and k.booking_id = b.id order by k.marked_at desc, k.id desc limit 1) as outcome, ${reminderStanding} as reminder
    from slot_claim c join consultant_duty d on d.organisation_id = c.organisation_id and d.id = c.duty_id
    left join booking b on b.organisation_id = c.organisation_id and b.id = c.booking_id
    where c.organisation_id = ${context.actor.organisationId} and c.duty_id = any (${[...dutyIds]}::uuid[]) and c.day between ${from} and ${to}
      and (c.held_until is null or c.held_until > ${context.now}::timestamptz)
    order by c.day, c.starts_at, c.duty_id ${atMost}`.execute(context.tx);
  return rows;
}

/** Duties of a role (null: of every role) in some days with their slots, by day, hour and duty. */
export async function listSlots(
  context: WorkContext,
  { from, role, days }: { from: PlainDate; role: ConsultantRole | null; days: number },
  condition: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<SlotsView> {
  const within = { from, to: addDays(from, days - 1) };
  const duties = await readDuties(context, sql<boolean>`(${role}::text is null or d.role = ${role}) and ${condition}`);
  const claims = await readClaims(
    context,
    duties.map(({ id }) => id),
    within,
  );
  const names = await getPersonNames(
    context,
    claims.flatMap(({ personId, shown }) => (personId && shown ? [personId] : [])),
  );
  const bySlot = new Map(claims.map((claim) => [`${claim.dutyId} ${claim.day} ${claim.startsAt}`, claim]));
  const lines = duties.flatMap((duty) =>
    dutyDays(duty, within, duty.absences).map(({ day, lost }): DutyDayLine => {
      const { id, consultant, place, startsAt, endsAt, slotMinutes } = duty;
      return {
        consultantDutyId: id,
        role: duty.role,
        consultant,
        place,
        day,
        startsAt,
        endsAt,
        slotMinutes,
        lost: lost && ("holiday" in lost ? lost.holiday : "AWAY"),
        slots: lost
          ? []
          : slotTimes(duty).map((time) => {
              const claim = bySlot.get(`${id} ${day} ${time}`);
              const over = hasBegun({ day, startsAt: time }, context.now);
              const state = claim?.bookingId
                ? "BOOKED"
                : claim?.reserved
                  ? "RESERVED"
                  : over
                    ? "OVER"
                    : claim
                      ? "OFFERED"
                      : "FREE";
              return { startsAt: time, state, booking: claim ? bookingOf(context, duty, claim, over, names) : null };
            }),
      };
    }),
  );
  const order = (line: DutyDayLine) => `${line.day} ${line.startsAt}`;
  return { ...within, days: lines.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)) };
}

function bookingOf(
  context: WorkContext,
  duty: Duty,
  { bookingId, forPerson, personId, shown, outcome, reminder }: Claim,
  begun: boolean,
  names: ReadonlyMap<string, string>,
): BookingLine | null {
  if (!bookingId) return null;
  const relation = dutyRelation(context, duty);
  const name = personId && shown ? names.get(personId) : undefined;
  const parts: BookingPart[] = [];
  if (forPerson ? shown : may(context.actor, counsellingAccess["booking.cancel"], openRelation(context, duty)))
    parts.push("BOOKER");
  if (may(context.actor, counsellingAccess["booking.note-outcome"], relation))
    parts.push(relation.own ? "CONSULTANT" : "PLANNER");
  const acts = possibleActs({ state: outcome ?? "BOOKED", begun }, parts);
  const mayChange = parts.includes("BOOKER") && acts.includes("CANCEL");
  return {
    bookingId,
    forPerson,
    person: personId && name !== undefined ? { id: personId, name } : null,
    outcome,
    begun,
    reminder: mayChange ? reminder : null,
    mayChange,
    mayMark: acts.includes("NOTE_OUTCOME"),
  };
}

/** An open booking names nobody: who works where the duty is held, or holds it, changes it. */
export function openRelation(context: WorkContext, duty: Pick<Duty, "unitId" | "consultantId">) {
  const { unit, own } = dutyRelation(context, duty);
  return { unit: unit || own, team: unit || own };
}

/** The first free slot of a role at or after a slot's day, by day and hour; null when there is none in eight weeks. */
export async function nextFree(context: WorkContext, role: ConsultantRole, from: PlainDate): Promise<Slot | null> {
  const { days } = await listSlots(context, { from, role, days: 56 });
  for (const { consultantDutyId, day, slots } of days) {
    const free = slots.find(({ state }) => state === "FREE");
    if (free) return { consultantDutyId, day, startsAt: free.startsAt };
  }
  return null;
}

/**
 * Takes a slot: of two who want it at once one gets it, the other is told the next free one of the role.
 * @throws Problem refused `booking.slot_taken` with `details.day`, `startsAt`, and both in words as `when`; or `booking.slot_taken_none_left`
 */
export async function claimSlot(
  context: CommandContext,
  duty: Duty,
  { day, startsAt }: Omit<Slot, "consultantDutyId">,
  by: ClaimedBy,
): Promise<void> {
  if (await tryClaim(context, duty, { day, startsAt }, by)) return;
  const next = await nextFree(context, duty.role, context.today);
  if (!next) throw new Problem("refused", "booking.slot_taken_none_left");
  const when = `${dottedDay(next.day)}, ${next.startsAt}`; // stands in the sentence
  throw new Problem("refused", "booking.slot_taken", { ...next, when });
}

type ClaimedBy = { bookingId: string } | { offerId: string; heldUntil: string } | { reservationId: string };

/** Takes a slot that nobody has, or whose offer is over. Answers whether it is taken now by this. */
export async function tryClaim(
  context: HouseContext,
  duty: Pick<Duty, "id">,
  { day, startsAt }: Omit<Slot, "consultantDutyId">,
  by: ClaimedBy,
): Promise<boolean> {
  const { organisationId } = context.actor;
  const slot = sql`organisation_id = ${organisationId} and duty_id = ${duty.id} and day = ${day} and starts_at = ${startsAt}::time`;
  await sql`delete from slot_claim where ${slot} and held_until <= ${context.now}::timestamptz`.execute(context.tx);
  const claimed =
    await sql`insert into slot_claim (organisation_id, duty_id, day, starts_at, booking_id, offer_id, reservation_id, held_until)
    values (${organisationId}, ${duty.id}, ${day}, ${startsAt}::time, ${"bookingId" in by ? by.bookingId : null}, ${"offerId" in by ? by.offerId : null},
      ${"reservationId" in by ? by.reservationId : null}, ${"offerId" in by ? by.heldUntil : null}) on conflict on constraint slot_claimed_once do nothing`.execute(
      context.tx,
    );
  return claimed.numAffectedRows === 1n;
}

/** @throws Problem refused `booking.no_such_slot`, `booking.holiday`, `booking.consultant_away`, `booking.slot_over` */
export function requireSlot(context: WorkContext, duty: Duty, slot: Omit<Slot, "consultantDutyId">): void {
  const refusal = refuseSlot(duty, duty.absences, slot, context.now);
  if (refusal) throw new Problem("refused", refusal);
}
