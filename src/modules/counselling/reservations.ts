import { sql } from "kysely";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import { onConstraint, Problem } from "../../platform/problem.ts";
import { dottedDay, type PlainDate } from "../../platform/time/plainDate.ts";
import { type BusyHours, hoursElsewhere } from "./busyHours.ts";
import type { ConsultantRole } from "./codes.ts";
import { getDuty, readDuties } from "./duties.ts";
import { type Days, dutyDays, hasBegun, minutesOf, slotTimes, timeOf } from "./rules.ts";
import { requireSlot, type Slot, tryClaim } from "./slots.ts";
import { offerToNext } from "./waiting.ts";

onConstraint("slot_reservation_key", "conflict", "record.id_taken");

/** Slots of one duty on one day that nobody has, for a room above that needs more than one of them. Times `HH:MM`, sorted. */
export type FreeSlots = {
  consultantDutyId: string;
  consultantId: string;
  consultant: string;
  role: ConsultantRole;
  place: string;
  day: PlainDate;
  slotMinutes: number;
  starts: string[];
};

/** Hours in which somebody has a consultant, of whichever duty. */
async function takenHours(context: WorkContext, { from, to }: Days): Promise<BusyHours[]> {
  const { rows } =
    await sql<BusyHours>`select d.consultant_id, c.day, (extract(epoch from c.starts_at) / 60)::int as from,
      (extract(epoch from c.starts_at) / 60)::int + d.slot_minutes as until
    from slot_claim c join consultant_duty d on d.organisation_id = c.organisation_id and d.id = c.duty_id
    where c.organisation_id = ${context.actor.organisationId} and c.day between ${from} and ${to}
      and (c.held_until is null or c.held_until > ${context.now}::timestamptz)`.execute(context.tx);
  return rows;
}

/**
 * Free slots of every duty in some days (inclusive), by day, hour, consultant and duty; a day with none is left out. Hours in which a
 * room above has the consultant, such as a class, are not free.
 */
export async function freeSlots(context: WorkContext, within: Days): Promise<FreeSlots[]> {
  const duties = await readDuties(context, sql<boolean>`true`);
  const consultantIds = [...new Set(duties.map(({ consultantId }) => consultantId))];
  const away = [...(await takenHours(context, within)), ...(await hoursElsewhere(context, within, consultantIds))];
  const taken = Map.groupBy(away, ({ consultantId, day }) => `${consultantId} ${day}`);
  const found = duties.flatMap((duty) => {
    const { id, consultantId, consultant, role, place, slotMinutes } = duty;
    return dutyDays(duty, within, duty.absences).flatMap(({ day, lost }): FreeSlots[] => {
      const busy = taken.get(`${consultantId} ${day}`) ?? [];
      const isTaken = (at: number) => busy.some(({ from, until }) => at < until && from < at + slotMinutes);
      const starts = lost
        ? []
        : slotTimes(duty).filter(
            (startsAt) => !isTaken(minutesOf(startsAt)) && !hasBegun({ day, startsAt }, context.now),
          );
      const own = { consultantDutyId: id, consultantId, consultant, role, place, day, slotMinutes };
      return starts.length === 0 ? [] : [{ ...own, starts }];
    });
  });
  const order = ({ day, starts, consultant, consultantDutyId }: FreeSlots) =>
    `${day} ${starts[0]} ${consultant} ${consultantDutyId}`;
  return found.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Colleagues with a duty that is not over, by name; each once. */
export async function consultantsOnDuty(context: WorkContext): Promise<{ id: string; name: string }[]> {
  const duties = await readDuties(context, sql<boolean>`true`);
  const coming = duties.filter(({ toOn }) => toOn === null || toOn >= context.today);
  const byId = new Map(coming.map(({ consultantId: id, consultant: name }) => [id, { id, name }]));
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name, "pl"));
}

/** How long the slots are together that `minutes` need: a slot is taken whole. */
export const wholeSlots = (minutes: number, slotMinutes: number): number =>
  Math.ceil(minutes / slotMinutes) * slotMinutes;

/** Hours of a consultant that a room above keeps for its own purpose, under an id that the room names. */
export type Reserve = Slot & { id: string; minutes: number; purpose: "INTERVIEW" };

/**
 * Takes the slots from `startsAt` on that `minutes` need, all or none. The consultant is in one place at a time: hours that another duty
 * of theirs gave away are taken too, and so are those in which a room above has them.
 * @throws Problem not_found `consultant-duty.not_found` | refused `hours.taken`, `hours.in_class` with `when`, and as `requireSlot` says
 */
export async function reserveHours(
  context: CommandContext,
  { id, consultantDutyId, day, startsAt, minutes, purpose }: Reserve,
): Promise<void> {
  const duty = await getDuty(context, consultantDutyId);
  const { organisationId, accountId } = context.actor;
  const kept = wholeSlots(minutes, duty.slotMinutes);
  const when = `${dottedDay(day)}, ${startsAt}`; // stands in the sentence
  if (await isElsewhere(context, duty, { day, startsAt, minutes: kept }))
    throw new Problem("refused", "hours.taken", { when });
  const first = minutesOf(startsAt);
  const elsewhere = await hoursElsewhere(context, { from: day, to: day }, [duty.consultantId]);
  if (elsewhere.some(({ from, until }) => first < until && from < first + kept))
    throw new Problem("refused", "hours.in_class", { when });
  await context.tx
    .insertInto("slotReservation")
    .values({ organisationId, id, dutyId: duty.id, day, startsAt, minutes: kept, purpose, reservedBy: accountId })
    .execute();
  for (let at = first; at < first + kept; at += duty.slotMinutes) {
    const slot = { day, startsAt: timeOf(at) };
    requireSlot(context, duty, slot);
    if (!(await tryClaim(context, duty, slot, { reservationId: id })))
      throw new Problem("refused", "hours.taken", { when });
  }
}

/** Whether another duty of the same consultant has somebody in these hours. */
async function isElsewhere(
  context: CommandContext,
  duty: { id: string; consultantId: string },
  { day, startsAt, minutes }: { day: PlainDate; startsAt: string; minutes: number },
): Promise<boolean> {
  const endsAt = timeOf(Math.min(minutesOf(startsAt) + minutes, 1439));
  const { rows } = await sql`select from slot_claim c
    join consultant_duty d on d.organisation_id = c.organisation_id and d.id = c.duty_id
    where c.organisation_id = ${context.actor.organisationId} and d.consultant_id = ${duty.consultantId} and c.duty_id <> ${duty.id}
      and c.day = ${day} and c.starts_at < ${endsAt}::time and c.starts_at + d.slot_minutes * interval '1 minute' > ${startsAt}::time
      and (c.held_until is null or c.held_until > ${context.now}::timestamptz) limit 1`.execute(context.tx);
  return rows.length > 0;
}

type FreedSlot = { dutyId: string; day: PlainDate; startsAt: string };

/** Whether nobody took a slot since it was freed. */
async function isFree(context: CommandContext, { dutyId, day, startsAt }: FreedSlot): Promise<boolean> {
  const { rows } = await sql`select from slot_claim where organisation_id = ${context.actor.organisationId}
    and duty_id = ${dutyId} and day = ${day} and starts_at = ${startsAt}::time limit 1`.execute(context.tx);
  return rows.length === 0;
}

/**
 * Ends kept hours; what `instead` does not take anew goes slot by slot to who waits for the role.
 * @throws Problem refused `hours.over` where they ended before
 */
export async function releaseHours(
  context: CommandContext,
  reservationId: string,
  outcome: "CANCELLED" | "MOVED",
  instead: () => Promise<void> = async () => {},
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const { rows: freed } = await sql<FreedSlot>`delete from slot_claim
    where organisation_id = ${organisationId} and reservation_id = ${reservationId}
    returning duty_id, day, to_char(starts_at, 'HH24:MI') as starts_at`.execute(context.tx);
  await context.tx
    .insertInto("slotReservationEnding")
    .values({ organisationId, reservationId, outcome, endedBy: accountId })
    .execute();
  await instead();
  for (const slot of freed)
    if (await isFree(context, slot)) await offerToNext(context, await getDuty(context, slot.dutyId), slot);
}
