import { type RawBuilder, sql } from "kysely";
import { type Reach, type Role, requireReach } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { type CommandContext, type Done, defineCommand, type WorkContext } from "../../platform/command.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { addTaskFor, requireColleague } from "../casework/public.ts";
import { counsellingAccess } from "./access.ts";
import { type ConsultantRole, holdersOf } from "./codes.ts";
import { EndDuty, NoteAbsence, RecordDuty, SettleDuty, WithdrawAbsence } from "./contract.ts";
import { dropReservations } from "./droppedHours.ts";
import { refuseHours } from "./hoursRules.ts";
import { type Days, dutyDays, dutyMinutes, hasBegun, type Pattern, refuseDuty } from "./rules.ts";

onConstraint("consultant_duty_key", "conflict", "record.id_taken");
onConstraint("consultant_duty_of_unit", "not_found", "consultant-duty.not_found"); // a unit of others is not there
onConstraint("consultant_duty_ends_once", "refused", "consultant-duty.over");
onConstraint("consultant_absence_withdrawn_once", "refused", "consultant-duty.absence_withdrawn");
onConstraint("consultant_absence_period", "refused", "consultant-duty.absence_period");

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** A duty with its pattern; `toOn` is the last day that holds, whether it was planned or ended. */
export type Duty = Pattern & {
  id: string;
  unitId: string;
  consultantId: string;
  consultant: string;
  role: ConsultantRole;
  place: string;
  absences: readonly Absence[];
};
/** Days of one consultant without duty, as far as they were not taken back. */
export type Absence = Days & { id: string };

/** Who asks, where it may be the house itself: a job of it acts for an organisation and nobody's account. */
export type HouseContext = Pick<WorkContext, "tx" | "now" | "today"> & {
  actor: { organisationId: string; accountId: string | null };
};

/** Duties by a condition on `d`, by role, place and id. */
export async function readDuties(
  context: Pick<HouseContext, "tx" | "actor">,
  condition: RawBuilder<boolean>,
): Promise<(Duty & { unit: string; ended: boolean })[]> {
  const { rows } = await sql<
    Duty & { unit: string; ended: boolean }
  >`select d.id, d.unit_id, u.name as unit, d.consultant_id, m.display_name as consultant, d.role, d.place,
      d.every_weeks, d.weekday, to_char(d.starts_at, 'HH24:MI') as starts_at, to_char(d.ends_at, 'HH24:MI') as ends_at, d.slot_minutes, d.from_on::text as from_on,
      least(d.to_on, e.last_on)::text as to_on, e.duty_id is not null as ended,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'from', a.from_on, 'to', least(a.to_on, w.held_from - 1)) order by a.from_on, a.id)
        from consultant_absence a
        left join consultant_absence_withdrawal w on w.organisation_id = a.organisation_id and w.absence_id = a.id
        where a.organisation_id = d.organisation_id and a.consultant_id = d.consultant_id
          and (w.held_from is null or w.held_from > a.from_on)), '[]') as absences
    from consultant_duty d
    join unit u on u.organisation_id = d.organisation_id and u.id = d.unit_id
    join membership m on m.organisation_id = d.organisation_id and m.account_id = d.consultant_id
    left join consultant_duty_ending e on e.organisation_id = d.organisation_id and e.duty_id = d.id
    where d.organisation_id = ${context.actor.organisationId} and ${condition}
    order by d.role, d.place, d.id ${atMost}`.execute(context.tx);
  return rows;
}

/** @throws Problem not_found `consultant-duty.not_found` */
export async function getDuty(
  context: Pick<HouseContext, "tx" | "actor">,
  dutyId: string,
): Promise<Duty & { ended: boolean }> {
  const [duty] = await readDuties(context, sql<boolean>`d.id = ${dutyId}`);
  if (!duty) throw new Problem("not_found", "consultant-duty.not_found");
  return duty;
}

/** Whoever changes the same record waits here: its rows are only added to, and cannot be locked themselves. */
export async function lockOne(context: Pick<HouseContext, "tx">, id: string): Promise<void> {
  await oneAtATime(context.tx, "counselling", id);
}

/** How a duty stands to the actor: of one of the own units, or one's own. */
export function dutyRelation(context: WorkContext, duty: Pick<Duty, "unitId" | "consultantId">) {
  const { unitIds, accountId } = context.actor;
  return { unit: unitIds.includes(duty.unitId), own: duty.consultantId === accountId };
}

/** Locks a duty that the actor may reach. @throws Problem not_found `consultant-duty.not_found` */
async function lockDuty(context: CommandContext, dutyId: string, verb: Verb): Promise<Duty & { ended: boolean }> {
  await lockOne(context, dutyId);
  const duty = await getDuty(context, dutyId);
  requireReach(context.actor, verb, dutyRelation(context, duty), "consultant-duty.not_found");
  return duty;
}

/** @throws Problem not_found `consultant-duty.not_found` | refused `consultant-duty.*`, `colleague.cannot` when the consultant has not the role */
async function recordDuty(context: CommandContext, payload: RecordDuty): Promise<Done> {
  const { consultantDutyId: id, ...fields } = payload;
  const { organisationId, accountId, unitIds } = context.actor;
  const unit = unitIds.includes(payload.unitId);
  requireReach(context.actor, counsellingAccess["consultant-duty.record"], { unit }, "consultant-duty.not_found");
  refuseIf([refuseDuty(payload)]);
  const holders: Verb = Object.fromEntries(holdersOf[payload.role].map((role) => [role, "own"]));
  await requireColleague(context, holders, payload.consultantId);
  await context.tx
    .insertInto("consultantDuty")
    .values({ organisationId, id, ...fields, recordedBy: accountId })
    .execute();
  return { ids: { consultantDuty: id }, about: { type: "consultant_duty", id }, detail: { role: payload.role } };
}

/** Bookings beyond its last day are ended, and whoever made one is told. @throws Problem not_found | refused `consultant-duty.over`, `consultant-duty.ends_in_past` */
async function endDuty(context: CommandContext, { consultantDutyId, lastOn }: EndDuty): Promise<Done> {
  const duty = await lockDuty(context, consultantDutyId, counsellingAccess["consultant-duty.end"]);
  refuseIf([
    duty.ended ? "consultant-duty.over" : null,
    lastOn < context.today ? "consultant-duty.ends_in_past" : null,
  ]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("consultantDutyEnding")
    .values({ organisationId, dutyId: consultantDutyId, lastOn, endedBy: accountId })
    .execute();
  const freed = await dropBookings(context, sql<boolean>`b.duty_id = ${consultantDutyId} and b.day > ${lastOn}`);
  return {
    ids: { consultantDuty: consultantDutyId },
    about: { type: "consultant_duty", id: consultantDutyId },
    detail: { lastOn, freed },
  };
}

/** Leaves the consultant's duties out; bookings on them are ended, and whoever made one is told. @throws Problem not_found | refused `consultant-duty.absence_*` */
async function noteAbsence(context: CommandContext, payload: NoteAbsence): Promise<Done> {
  const { absenceId: id, consultantDutyId, fromOn, toOn } = payload;
  const { consultantId } = await lockDuty(context, consultantDutyId, counsellingAccess["consultant-duty.note-absence"]);
  refuseIf([
    toOn < fromOn ? "consultant-duty.absence_period" : null,
    toOn < context.today ? "consultant-duty.absence_over" : null,
  ]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("consultantAbsence")
    .values({ organisationId, id, consultantId, fromOn, toOn, recordedBy: accountId })
    .execute();
  const freed = await dropBookings(
    context,
    sql<boolean>`b.duty_id in (select d.id from consultant_duty d where d.organisation_id = b.organisation_id and d.consultant_id = ${consultantId})
      and b.day between ${fromOn} and ${toOn} and b.day >= ${context.today}`,
  );
  return {
    ids: { absence: id },
    about: { type: "consultant_duty", id: consultantDutyId },
    detail: { fromOn, toOn, freed },
  };
}

/**
 * From today on the duties are held again, from the first day of an absence that has not begun. What was ended for it stays
 * ended: whoever had booked was told and may have found another hour.
 * @throws Problem not_found `consultant-duty.absence_not_found` | refused `consultant-duty.absence_withdrawn`, `consultant-duty.absence_over`
 */
async function withdrawAbsence(context: CommandContext, { absenceId }: WithdrawAbsence): Promise<Done> {
  const { organisationId, accountId, unitIds } = context.actor;
  await lockOne(context, absenceId);
  const { rows } = await sql<{ consultantId: string; fromOn: PlainDate; toOn: PlainDate; unit: boolean }>`
    select a.consultant_id, a.from_on, a.to_on, exists (select from consultant_duty d where d.organisation_id = a.organisation_id
      and d.consultant_id = a.consultant_id and d.unit_id = any (${[...unitIds]}::uuid[])) as unit
    from consultant_absence a where a.organisation_id = ${organisationId} and a.id = ${absenceId}`.execute(context.tx);
  const [absence] = rows;
  if (!absence) throw new Problem("not_found", "consultant-duty.absence_not_found");
  const { consultantId, fromOn, toOn, unit } = absence;
  requireReach(
    context.actor,
    counsellingAccess["consultant-duty.withdraw-absence"],
    { unit, own: consultantId === accountId },
    "consultant-duty.absence_not_found",
  );
  refuseIf([toOn < context.today ? "consultant-duty.absence_over" : null]);
  const heldFrom = fromOn > context.today ? fromOn : context.today;
  await context.tx
    .insertInto("consultantAbsenceWithdrawal")
    .values({ organisationId, absenceId, heldFrom, withdrawnBy: accountId })
    .execute();
  return { ids: { absence: absenceId }, about: { type: "consultant_absence", id: absenceId }, detail: { heldFrom } };
}

/** Ends standing bookings `b` for which nobody will be there, and asks whoever made one to find another hour. Answers how many. */
async function dropBookings(context: CommandContext, condition: RawBuilder<boolean>): Promise<number> {
  const { organisationId, accountId } = context.actor;
  type Row = { id: string; personId: string | null; bookedBy: string; day: PlainDate; staff: boolean };
  const { rows } = await sql<Row>`with gone as (
      delete from slot_claim c using booking b
      where c.organisation_id = ${organisationId} and b.organisation_id = c.organisation_id and b.id = c.booking_id and ${condition}
        and not exists (select from booking_mark k where k.organisation_id = b.organisation_id and k.booking_id = b.id)
      returning b.id, b.person_id, b.booked_by, b.day),
    ended as (insert into booking_ending (organisation_id, booking_id, outcome, ended_by)
      select ${organisationId}, id, 'CONSULTANT_AWAY', ${accountId} from gone returning booking_id)
    select g.id, g.person_id, g.booked_by, g.day, m.person_id is null as staff from gone g join ended e on e.booking_id = g.id
    join membership m on m.organisation_id = ${organisationId} and m.account_id = g.booked_by`.execute(context.tx);
  await sql`delete from slot_claim c using waiting_offer b
    where c.organisation_id = ${organisationId} and b.organisation_id = c.organisation_id and b.id = c.offer_id and ${condition}`.execute(
    context.tx,
  );
  for (const { id, personId, bookedBy, day, staff } of rows)
    if (personId)
      await addTaskFor(context, {
        personId,
        ownerId: staff ? bookedBy : accountId,
        kind: "booking.find_another",
        detail: { day },
        dueOn: context.today,
        source: { type: "booking", id },
      });
  return rows.length + (await dropReservations(context, condition));
}

/**
 * How long a day of a duty was really held, with a reason where it was not as planned; said again, the last word counts.
 * @throws Problem not_found | refused `consultant-duty.no_such_day`, `consultant-duty.not_yet`, `consultant-duty.reason_missing`
 */
async function settleDuty(context: CommandContext, payload: SettleDuty): Promise<Done> {
  const { settlementId: id, consultantDutyId: dutyId, day, heldMinutes, reason } = payload;
  const duty = await lockDuty(context, dutyId, counsellingAccess["consultant-duty.settle"]);
  const [found] = dutyDays(duty, { from: day, to: day }, []);
  refuseIf([
    found ? null : "consultant-duty.no_such_day",
    hasBegun({ day, startsAt: duty.startsAt }, context.now) ? null : "consultant-duty.not_yet",
    refuseHours(heldMinutes, dutyMinutes(duty), reason),
  ]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("consultantDutySettlement")
    .values({ organisationId, id, dutyId, day, heldMinutes, reason, settledBy: accountId, settledAt: context.now })
    .execute();
  return { ids: { settlement: id }, about: { type: "consultant_duty", id: dutyId }, detail: { day, heldMinutes } };
}

export const dutyCommands = [
  defineCommand({
    type: "consultant-duty.record",
    v: 1,
    summary: "Plans the duty of a consultant by a pattern of weeks, weekday and hours",
    payload: RecordDuty,
    verb: counsellingAccess["consultant-duty.record"],
    run: recordDuty,
  }),
  defineCommand({
    type: "consultant-duty.end",
    v: 1,
    summary: "Ends a duty with a last day and ends what is booked beyond it",
    payload: EndDuty,
    verb: counsellingAccess["consultant-duty.end"],
    run: endDuty,
  }),
  defineCommand({
    type: "consultant-duty.note-absence",
    v: 1,
    summary: "Leaves out the duties of a consultant on some days and ends what is booked on them",
    payload: NoteAbsence,
    verb: counsellingAccess["consultant-duty.note-absence"],
    run: noteAbsence,
  }),
  defineCommand({
    type: "consultant-duty.withdraw-absence",
    v: 1,
    summary: "Takes an absence of a consultant back: from today on the duties are held again",
    payload: WithdrawAbsence,
    verb: counsellingAccess["consultant-duty.withdraw-absence"],
    run: withdrawAbsence,
  }),
  defineCommand({
    type: "consultant-duty.settle",
    v: 1,
    summary: "Says how long one day of a duty was held",
    payload: SettleDuty,
    verb: counsellingAccess["consultant-duty.settle"],
    run: settleDuty,
  }),
];
