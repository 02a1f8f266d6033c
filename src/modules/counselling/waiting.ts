import { type RawBuilder, sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import { type CommandContext, type Done, defineCommand, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { asMissing, onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { addTaskFor, endTasksFrom, personInReach, refuseForDead, requirePerson } from "../casework/public.ts";
import { areWhereaboutsHidden, getPersonNames, whereaboutsHidden } from "../person/public.ts";
import { counsellingAccess } from "./access.ts";
import { insertBooking, tellBooked } from "./bookingStore.ts";
import type { ConsultantRole } from "./codes.ts";
import { AcceptOffer, JoinWaiting, OfferSlot, WaitingId, type WaitingLine } from "./contract.ts";
import { type Duty, getDuty, type HouseContext, lockOne } from "./duties.ts";
import { settleReminder } from "./preferences.ts";
import { offerUntil, refuseSlot } from "./rules.ts";
import { claimSlot, requireSlot, type Slot, tryClaim } from "./slots.ts";
import { refuseWaitingAct, type WaitingAct, type WaitingState } from "./states.ts";

onConstraint("waiting_entry_key", "conflict", "record.id_taken");
onConstraint("waiting_ends_once", "refused", "waiting.over");
onConstraint("waiting_offer_answered_once", "refused", "waiting.no_offer");

const source = (id: string) => ({ type: "waiting_entry", id });

/** @throws Problem not_found `person.not_found` | refused `waiting.waits_already`, `case.person_died` */
async function joinWaiting(context: CommandContext, { waitingId: id, personId, role }: JoinWaiting): Promise<Done> {
  await requirePerson(context, counsellingAccess["waiting.join"], personId);
  await refuseForDead(context, personId);
  const { organisationId, accountId } = context.actor;
  await lockOne(context, `${personId} ${role}`);
  const { rows } =
    await sql`select from waiting_entry w where w.organisation_id = ${organisationId} and w.role = ${role} and w.person_id = any (same_person(${personId}))
    and not exists (select from waiting_ending e where e.organisation_id = w.organisation_id and e.waiting_id = w.id) limit 1`.execute(
      context.tx,
    );
  refuseIf([rows.length > 0 ? "waiting.waits_already" : null]);
  await context.tx
    .insertInto("waitingEntry")
    .values({ organisationId, id, role, personId, askedBy: accountId, askedAt: context.now })
    .execute();
  return { ids: { waiting: id }, about: { ...source(id), personId }, detail: { role } };
}

type Standing = { personId: string; role: ConsultantRole; askedBy: string; state: WaitingState };
type OpenOffer = { id: string; dutyId: string; day: PlainDate; startsAt: string };

const verbs = {
  LEAVE: "waiting.leave",
  OFFER: "waiting.offer",
  ACCEPT: "waiting.accept",
  DECLINE: "waiting.decline",
} as const satisfies Record<WaitingAct, keyof typeof counsellingAccess>;

/**
 * Locks a line of the list on which the actor may do `act` now.
 * @throws Problem not_found `waiting.not_found` | refused as `refuseWaitingAct` says
 */
async function lockWaiting(context: CommandContext, act: WaitingAct, waitingId: string): Promise<Standing> {
  await lockOne(context, waitingId);
  const { rows } = await sql<Standing>`select w.person_id, w.role, w.asked_by,
      coalesce((select e.outcome from waiting_ending e where e.organisation_id = w.organisation_id and e.waiting_id = w.id),
        case when exists (select from waiting_offer o join slot_claim c on c.organisation_id = o.organisation_id and c.offer_id = o.id
            where o.organisation_id = w.organisation_id and o.waiting_id = w.id and c.held_until > ${context.now}::timestamptz) then 'OFFERED'
          when exists (select from waiting_offer o join waiting_offer_answer a on a.organisation_id = o.organisation_id and a.offer_id = o.id
            where o.organisation_id = w.organisation_id and o.waiting_id = w.id and a.answer = 'LAPSED') then 'LAPSED'
          else 'WAITING' end) as state
    from waiting_entry w where w.organisation_id = ${context.actor.organisationId} and w.id = ${waitingId}`.execute(
    context.tx,
  );
  const [row] = rows;
  if (!row) throw new Problem("not_found", "waiting.not_found");
  const relation = await requirePerson(context, counsellingAccess[verbs[act]], row.personId).catch(
    asMissing("waiting.not_found"),
  );
  refuseIf([refuseWaitingAct(act, row.state, [relation?.own ? "PERSON" : "BOOKER"])]);
  return row;
}

/** The offer that still keeps a slot for a line of the list. */
async function findOffer(context: WorkContext, waitingId: string): Promise<OpenOffer | undefined> {
  const { rows } = await sql<OpenOffer>`select o.id, o.duty_id, o.day, to_char(o.starts_at, 'HH24:MI') as starts_at
    from waiting_offer o join slot_claim c on c.organisation_id = o.organisation_id and c.offer_id = o.id
    where o.organisation_id = ${context.actor.organisationId} and o.waiting_id = ${waitingId} and c.held_until > ${context.now}::timestamptz limit 1`.execute(
    context.tx,
  );
  return rows[0];
}

async function answerOffer(
  context: CommandContext,
  { id }: OpenOffer,
  answer: "ACCEPTED" | "DECLINED" | "WITHDRAWN",
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await sql`delete from slot_claim where organisation_id = ${organisationId} and offer_id = ${id}`.execute(context.tx);
  await context.tx
    .insertInto("waitingOfferAnswer")
    .values({ organisationId, offerId: id, answer, answeredBy: accountId })
    .execute();
}

async function endWaiting(context: CommandContext, waitingId: string, outcome: "BOOKED" | "LEFT"): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("waitingEnding")
    .values({ organisationId, waitingId, outcome, endedBy: accountId })
    .execute();
  await endTasksFrom(context, source(waitingId), outcome === "BOOKED" ? "DONE" : "NO_LONGER_RELEVANT");
}

/** A slot that was kept goes to the next who waits. @throws Problem not_found `waiting.not_found` | refused `waiting.over` */
async function leaveWaiting(context: CommandContext, { waitingId }: WaitingId): Promise<Done> {
  const { personId } = await lockWaiting(context, "LEAVE", waitingId);
  const offer = await findOffer(context, waitingId);
  await endWaiting(context, waitingId, "LEFT");
  if (offer) await passOn(context, offer, "WITHDRAWN");
  return { ids: { waiting: waitingId }, about: { ...source(waitingId), personId } };
}

async function passOn(context: CommandContext, offer: OpenOffer, answer: "DECLINED" | "WITHDRAWN"): Promise<void> {
  await answerOffer(context, offer, answer);
  await offerToNext(context, await getDuty(context, offer.dutyId), offer);
}

async function insertOffer(
  context: HouseContext,
  duty: Duty,
  { day, startsAt }: Omit<Slot, "consultantDutyId">,
  to: { offerId: string; waitingId: string; untilAt: string },
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const { offerId: id, waitingId, untilAt } = to;
  await context.tx
    .insertInto("waitingOffer")
    .values({
      organisationId,
      id,
      waitingId,
      dutyId: duty.id,
      day,
      startsAt,
      untilAt,
      offeredBy: accountId,
      offeredAt: context.now,
    })
    .execute();
}

/**
 * Keeps a slot that became free for the first who waits for its role and was not offered it before, and asks whoever put them
 * on the list to call. Does nothing when nobody waits, or when the slot is too near for a call.
 */
export async function offerToNext(
  context: HouseContext,
  duty: Duty,
  slot: Omit<Slot, "consultantDutyId">,
): Promise<void> {
  const untilAt = offerUntil(context.now, slot);
  if (!untilAt) return;
  const { organisationId } = context.actor;
  const { day, startsAt } = slot;
  await lockOne(context, `${organisationId} ${duty.role}`); // of two slots that become free at once each goes to another one
  const { rows } = await sql<{
    id: string;
    personId: string;
    askedBy: string;
    staff: boolean;
  }>`select w.id, w.person_id, w.asked_by, m.person_id is null as staff from waiting_entry w
    join membership m on m.organisation_id = w.organisation_id and m.account_id = w.asked_by
    where w.organisation_id = ${organisationId} and w.role = ${duty.role}
      and not exists (select from waiting_ending e where e.organisation_id = w.organisation_id and e.waiting_id = w.id)
      and not exists (select from waiting_offer o join slot_claim c on c.organisation_id = o.organisation_id and c.offer_id = o.id
        where o.organisation_id = w.organisation_id and o.waiting_id = w.id and c.held_until > ${context.now}::timestamptz)
      and not exists (select from waiting_offer o where o.organisation_id = w.organisation_id and o.waiting_id = w.id
        and o.duty_id = ${duty.id} and o.day = ${day} and o.starts_at = ${startsAt}::time)
    order by w.asked_at, w.id limit 1`.execute(context.tx);
  const [first] = rows;
  if (!first) return;
  const offerId = uuidv7();
  await insertOffer(context, duty, slot, { offerId, waitingId: first.id, untilAt });
  const kept = await tryClaim(context, duty, slot, { offerId, heldUntil: untilAt });
  if (!kept) throw new Error("a slot that became free is taken"); // its row is locked since it was freed
  const by = { tx: context.tx, actor: { organisationId, accountId: context.actor.accountId ?? first.askedBy } };
  await addTaskFor(by, {
    personId: first.personId,
    ownerId: first.staff ? first.askedBy : duty.consultantId, // who put themselves on the list sees it, and is called all the same
    kind: "waiting.offered",
    detail: { day, role: duty.role },
    dueOn: context.today,
    source: source(first.id),
  });
}

/**
 * An hour whose offer nobody answered goes to the next who waits, or becomes free. Of two that come at once one does it; one who
 * accepted meanwhile has it. Answers whether it was passed on here.
 */
export async function passOnLapsed(
  context: HouseContext,
  lapsed: { offerId: string; dutyId: string; day: PlainDate; startsAt: string },
): Promise<boolean> {
  const { organisationId } = context.actor;
  const { offerId, dutyId, day, startsAt } = lapsed;
  const gone =
    await sql`delete from slot_claim where organisation_id = ${organisationId} and offer_id = ${offerId} and held_until <= ${context.now}::timestamptz`.execute(
      context.tx,
    );
  if (gone.numAffectedRows !== 1n) return false;
  await context.tx
    .insertInto("waitingOfferAnswer")
    .values({ organisationId, offerId, answer: "LAPSED", answeredBy: null })
    .execute();
  const duty = await getDuty(context, dutyId);
  if (!refuseSlot(duty, duty.absences, { day, startsAt }, context.now))
    await offerToNext(context, duty, { day, startsAt });
  return true;
}

/** Keeps a free slot for somebody who waits, out of turn too: who decides so is in the audit. @throws Problem not_found | refused `waiting.*`, `booking.*` */
async function offerSlot(context: CommandContext, payload: OfferSlot): Promise<Done> {
  const { offerId, waitingId, consultantDutyId, day, startsAt } = payload;
  const { personId, role } = await lockWaiting(context, "OFFER", waitingId);
  const duty = await getDuty(context, consultantDutyId);
  refuseIf([duty.role === role ? null : "booking.another_role"]);
  requireSlot(context, duty, { day, startsAt });
  const untilAt = offerUntil(context.now, { day, startsAt });
  if (!untilAt) throw new Problem("refused", "waiting.too_near");
  await insertOffer(context, duty, { day, startsAt }, { offerId, waitingId, untilAt });
  await claimSlot(context, duty, { day, startsAt }, { offerId, heldUntil: untilAt });
  return { ids: { offer: offerId }, about: { ...source(waitingId), personId }, detail: { role, day } };
}

/** Books the kept slot. @throws Problem not_found | refused `waiting.no_offer`, `booking.*` */
async function acceptOffer(context: CommandContext, { waitingId, bookingId }: AcceptOffer): Promise<Done> {
  const { personId } = await lockWaiting(context, "ACCEPT", waitingId);
  const offer = await findOffer(context, waitingId);
  if (!offer) throw new Problem("refused", "waiting.no_offer");
  const duty = await getDuty(context, offer.dutyId);
  await answerOffer(context, offer, "ACCEPTED");
  await insertBooking(context, duty, offer, { id: bookingId, personId });
  await settleReminder(context, { bookingId, personId }, { reminder: undefined, asked: null });
  await endWaiting(context, waitingId, "BOOKED");
  await tellBooked(context, duty, personId, bookingId, offer.day);
  return {
    ids: { booking: bookingId, waiting: waitingId },
    about: { type: "booking", id: bookingId, personId },
    detail: { role: duty.role, day: offer.day },
  };
}

/** Stays on the list in the same place; the slot goes to the next. @throws Problem not_found | refused `waiting.no_offer` */
async function declineOffer(context: CommandContext, { waitingId }: WaitingId): Promise<Done> {
  const { personId } = await lockWaiting(context, "DECLINE", waitingId);
  const offer = await findOffer(context, waitingId);
  if (!offer) throw new Problem("refused", "waiting.no_offer");
  await endTasksFrom(context, source(waitingId), "DONE");
  await passOn(context, offer, "DECLINED");
  return { ids: { waiting: waitingId }, about: { ...source(waitingId), personId } };
}

type Row = Omit<WaitingLine, "person" | "offer" | "place"> & {
  n: number;
  personId: string;
  shown: boolean;
  day: PlainDate | null;
  startsAt: string | null;
  place: string | null;
  untilAt: string | null;
  open: boolean | null;
};

/** Where one person waits and what is kept for them. Of somebody in hiding nothing, but to those on the list. @throws Problem not_found `person.not_found` */
export async function listWaitingOf(context: WorkContext, personId: string): Promise<{ lines: WaitingLine[] }> {
  const relation = await requirePerson(context, counsellingAccess["waiting.list-of-person"], personId);
  if (!relation.own && (await areWhereaboutsHidden(context, personId))) return { lines: [] };
  return readWaiting(context, sql<boolean>`q.person_id = any (same_person(${personId}))`);
}

/** Who waits for whom, by role and the order of asking; only those whom the reader may know of, with their place among all. */
export async function listWaiting(context: WorkContext): Promise<{ lines: WaitingLine[] }> {
  return readWaiting(
    context,
    sql<boolean>`(${personInReach(context, counsellingAccess["waiting.list"], sql.ref("q.person_id"))} and not ${whereaboutsHidden(context, sql.ref("q.person_id"))})`,
  );
}

async function readWaiting(context: WorkContext, shown: RawBuilder<boolean>): Promise<{ lines: WaitingLine[] }> {
  const { rows } =
    await sql<Row>`select q.id as waiting_id, q.role, q.n, q.person_id, q.asked_at, o.day, o.starts_at, o.place, o.until_at, o.open,
      ${shown} as shown
    from (select w.*, row_number() over (partition by w.role order by w.asked_at, w.id)::int as n from waiting_entry w
      where w.organisation_id = ${context.actor.organisationId}
        and not exists (select from waiting_ending e where e.organisation_id = w.organisation_id and e.waiting_id = w.id)) q
    left join lateral (select f.day, to_char(f.starts_at, 'HH24:MI') as starts_at, d.place, f.until_at,
        exists (select from slot_claim c where c.organisation_id = f.organisation_id and c.offer_id = f.id and c.held_until > ${context.now}::timestamptz) as open
      from waiting_offer f join consultant_duty d on d.organisation_id = f.organisation_id and d.id = f.duty_id
      where f.organisation_id = q.organisation_id and f.waiting_id = q.id
        and not exists (select from waiting_offer_answer a where a.organisation_id = f.organisation_id and a.offer_id = f.id)
      order by f.offered_at desc, f.id desc limit 1) o on true
    order by q.role, q.n ${atMost}`.execute(context.tx);
  const own = rows.filter((row) => row.shown);
  const names = await getPersonNames(
    context,
    own.map(({ personId }) => personId),
  );
  return {
    lines: own.map(({ waitingId, role, n, personId, askedAt, day, startsAt, place, untilAt, open }) => ({
      waitingId,
      role,
      place: n,
      person: { id: personId, name: names.get(personId) ?? "–" },
      askedAt: instantOf(askedAt),
      offer:
        day && startsAt && place && untilAt
          ? { day, startsAt, place, untilAt: instantOf(untilAt), open: open === true }
          : null,
    })),
  };
}

export const waitingCommands = [
  defineCommand({
    type: "waiting.join",
    v: 1,
    summary: "Puts a person on the list of those who wait for a consultant of a role",
    payload: JoinWaiting,
    verb: counsellingAccess["waiting.join"],
    run: joinWaiting,
  }),
  defineCommand({
    type: "waiting.leave",
    v: 1,
    summary: "Takes a person off the waiting list",
    payload: WaitingId,
    verb: counsellingAccess["waiting.leave"],
    run: leaveWaiting,
  }),
  defineCommand({
    type: "waiting.offer",
    v: 1,
    summary: "Keeps a free slot for somebody who waits",
    payload: OfferSlot,
    verb: counsellingAccess["waiting.offer"],
    run: offerSlot,
  }),
  defineCommand({
    type: "waiting.accept",
    v: 1,
    summary: "Books the slot that was kept for somebody who waits",
    payload: AcceptOffer,
    verb: counsellingAccess["waiting.accept"],
    run: acceptOffer,
  }),
  defineCommand({
    type: "waiting.decline",
    v: 1,
    summary: "Declines a kept slot, which goes to the next who waits",
    payload: WaitingId,
    verb: counsellingAccess["waiting.decline"],
    run: declineOffer,
  }),
];
