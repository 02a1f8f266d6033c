import { sql } from "kysely";
import { type Reach, type Role, requireReach } from "../../platform/access.ts";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  requireBase,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { facilityAccess } from "./access.ts";
import { mostHeldByPartner, reservationMinutes } from "./codes.ts";
import { CloseFacility, CountPlaces, FacilityId, RecordFacility, ReservationId, ReservePlace } from "./contract.ts";
import { readFacilities } from "./places.ts";
import { isHeld, refuseReservation } from "./rules.ts";

onConstraint("facility_key", "conflict", "record.id_taken");
onConstraint("facility_of_unit", "not_found", "facility.unknown_unit"); // one of others is not there
onConstraint("facility_reservation_ends_once", "refused", "reservation.over");

type Verb = Readonly<Partial<Record<Role, Reach>>>;

function requireUnit(context: WorkContext, verb: Verb, unitId: string): void {
  requireReach(context.actor, verb, { unit: context.actor.unitIds.includes(unitId) }, "facility.not_found");
}

/** Locks a house, so that of two who want the last place one gets it. @throws Problem not_found `facility.not_found` */
async function lockFacility(context: CommandContext, facilityId: string) {
  await lockRow(context, "facility", facilityId, "facility.not_found");
  const [row] = await readFacilities(context, [facilityId]);
  if (!row) throw new Problem("refused", "facility.closed");
  return row;
}

/** @throws Problem not_found `facility.not_found` | conflict `record.changed` */
async function recordFacility(context: CommandContext, payload: RecordFacility): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { facilityId, ...fields } = payload;
  const verb = facilityAccess["facility.record"];
  requireUnit(context, verb, payload.unitId);
  let version = 1;
  if (context.base === undefined)
    await context.tx
      .insertInto("facility")
      .values({ organisationId, id: facilityId, ...fields, recordedBy: accountId })
      .execute();
  else {
    const row = await lockFacility(context, facilityId);
    requireUnit(context, verb, row.unitId);
    requireBase(context, row.version);
    await context.tx
      .updateTable("facility")
      .set(fields)
      .where("organisationId", "=", organisationId)
      .where("id", "=", facilityId)
      .execute();
    version = await bumpVersion(context, "facility", facilityId);
  }
  return { ids: { facility: facilityId }, version, about: { type: "facility", id: facilityId } };
}

/** Locks a house against the version that was seen, also a closed one. @throws Problem not_found `facility.not_found` | conflict `record.changed` */
async function lockSeen(
  context: CommandContext,
  facilityId: string,
  verb: Verb,
): Promise<{ closedOn: PlainDate | null }> {
  await lockRow(context, "facility", facilityId, "facility.not_found");
  const row = await context.tx
    .selectFrom("facility")
    .select(["unitId", "version", "closedOn"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", facilityId)
    .executeTakeFirstOrThrow();
  requireUnit(context, verb, row.unitId);
  requireBase(context, row.version);
  return row;
}

async function setClosing(context: CommandContext, facilityId: string, closedOn: PlainDate | null): Promise<Done> {
  await sql`update facility set closed_on = ${closedOn} where organisation_id = ${context.actor.organisationId} and id = ${facilityId}`.execute(
    context.tx,
  );
  const version = await bumpVersion(context, "facility", facilityId);
  return { ids: { facility: facilityId }, version, about: { type: "facility", id: facilityId }, detail: { closedOn } };
}

/**
 * Closes a house from a day on. Places held beyond the morning of that day are ended, and whoever holds one is told.
 * @throws Problem not_found `facility.not_found` | conflict `record.changed` | refused `facility.closed_in_past`
 */
async function closeFacility(context: CommandContext, { facilityId, closedOn }: CloseFacility): Promise<Done> {
  await lockSeen(context, facilityId, facilityAccess["facility.close"]);
  refuseIf([closedOn < context.today ? "facility.closed_in_past" : null]);
  const { organisationId, accountId } = context.actor;
  await sql`insert into facility_reservation_ending (organisation_id, reservation_id, outcome, ended_at, ended_by)
    select r.organisation_id, r.id, 'CLOSED', ${context.now}, ${accountId} from facility_reservation r
    where r.organisation_id = ${organisationId} and r.facility_id = ${facilityId} and r.until_at > ${context.now}::timestamptz
      and (r.until_at at time zone 'Europe/Warsaw')::date >= ${closedOn}
    on conflict do nothing`.execute(context.tx);
  return setClosing(context, facilityId, closedOn);
}

/** @throws Problem not_found `facility.not_found` | conflict `record.changed` | refused `facility.open_already` */
async function reopenFacility(context: CommandContext, { facilityId }: FacilityId): Promise<Done> {
  const { closedOn } = await lockSeen(context, facilityId, facilityAccess["facility.reopen"]);
  refuseIf([closedOn === null ? "facility.open_already" : null]);
  return setClosing(context, facilityId, null);
}

/** @throws Problem not_found `facility.not_found` | refused `place.more_than_places`, `place.counted_in_future` */
async function countPlaces(context: CommandContext, payload: CountPlaces): Promise<Done> {
  const row = await lockFacility(context, payload.facilityId);
  requireUnit(context, facilityAccess["facility.count"], row.unitId);
  const { countId, facilityId, free, emergencyFree } = payload;
  const countedAt = new Date(payload.countedAt).toISOString();
  refuseIf([
    free > row.places || emergencyFree > row.emergencyPlaces ? "place.more_than_places" : null,
    countedAt > context.now ? "place.counted_in_future" : null,
  ]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("facilityCount")
    .values({ organisationId, id: countId, facilityId, free, emergencyFree, countedAt, countedBy: accountId })
    .execute();
  return { ids: { count: countId }, about: { type: "facility", id: facilityId }, detail: { free, emergencyFree } };
}

/**
 * Holds one place for 60 minutes, for nobody by name.
 * @throws Problem not_found `facility.not_found` | refused `place.none_left`, `place.not_counted`, `place.count_too_old`,
 *   `place.too_many_held` to a partner's account
 */
async function reservePlace(context: CommandContext, { reservationId, facilityId }: ReservePlace): Promise<Done> {
  const ofHouse = Object.keys(facilityAccess["place.reserve"]).filter((role) => role !== "PARTNER_REFERRER");
  if (!context.actor.roles.some((role) => ofHouse.includes(role))) await requireFewHeld(context);
  const row = await lockFacility(context, facilityId);
  const untilAt = new Date(Date.parse(context.now) + reservationMinutes * 60_000).toISOString();
  refuseIf([refuseReservation(row, context.now, untilAt)]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("facilityReservation")
    .values({ organisationId, id: reservationId, facilityId, reservedAt: context.now, untilAt, reservedBy: accountId })
    .execute();
  return { ids: { reservation: reservationId }, about: { type: "facility", id: facilityId }, detail: { untilAt } };
}

/** Those who come at once with one account wait for each other. @throws Problem refused `place.too_many_held` */
async function requireFewHeld({ tx, actor, now }: CommandContext): Promise<void> {
  const { organisationId, accountId } = actor;
  await oneAtATime(tx, "reservations", accountId);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from facility_reservation r
    where r.organisation_id = ${organisationId} and r.reserved_by = ${accountId} and r.until_at > ${now}::timestamptz
      and not exists (select from facility_reservation_ending e where e.organisation_id = r.organisation_id and e.reservation_id = r.id)`.execute(
    tx,
  );
  refuseIf([(rows[0]?.n ?? 0) >= mostHeldByPartner ? "place.too_many_held" : null]);
}

/** Ends a reservation before its hour. @throws Problem not_found `reservation.not_found` | refused `reservation.over` */
async function endReservation(
  context: CommandContext,
  reservationId: string,
  outcome: "CAME" | "CANCELLED",
  verb: Verb,
): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<{ facilityId: string; reservedBy: string; unitId: string; untilAt: string }>`
    select r.facility_id, r.reserved_by, f.unit_id, r.until_at from facility_reservation r
    join facility f on f.organisation_id = r.organisation_id and f.id = r.facility_id
    where r.organisation_id = ${organisationId} and r.id = ${reservationId}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "reservation.not_found");
  const relation = { own: row.reservedBy === accountId, unit: context.actor.unitIds.includes(row.unitId) };
  requireReach(context.actor, verb, relation, "reservation.not_found");
  if (!isHeld({ untilAt: instantOf(row.untilAt), ending: null }, context.now))
    throw new Problem("refused", "reservation.over");
  await lockRow(context, "facility", row.facilityId, "facility.not_found");
  await context.tx
    .insertInto("facilityReservationEnding")
    .values({ organisationId, reservationId, outcome, endedAt: context.now, endedBy: accountId })
    .execute();
  return { ids: { reservation: reservationId }, about: { type: "facility", id: row.facilityId }, detail: { outcome } };
}

export const facilityCommands = [
  defineCommand({
    type: "facility.record",
    v: 1,
    summary: "Records a house with beds, or edits one",
    payload: RecordFacility,
    verb: facilityAccess["facility.record"],
    run: recordFacility,
  }),
  defineCommand({
    type: "facility.close",
    v: 1,
    summary: "Closes a house from a day on and ends the places held in it",
    payload: CloseFacility,
    verb: facilityAccess["facility.close"],
    run: closeFacility,
  }),
  defineCommand({
    type: "facility.reopen",
    v: 1,
    summary: "Opens a closed house again",
    payload: FacilityId,
    verb: facilityAccess["facility.reopen"],
    run: reopenFacility,
  }),
  defineCommand({
    type: "facility.count",
    v: 1,
    summary: "Tells how many places are free as of an instant",
    payload: CountPlaces,
    verb: facilityAccess["facility.count"],
    run: countPlaces,
  }),
  defineCommand({
    type: "place.reserve",
    v: 1,
    summary: "Holds one free place for 60 minutes",
    payload: ReservePlace,
    verb: facilityAccess["place.reserve"],
    run: reservePlace,
  }),
  defineCommand({
    type: "reservation.cancel",
    v: 1,
    summary: "Gives a held place back",
    payload: ReservationId,
    verb: facilityAccess["reservation.cancel"],
    run: (context, { reservationId }) =>
      endReservation(context, reservationId, "CANCELLED", facilityAccess["reservation.cancel"]),
  }),
  defineCommand({
    type: "reservation.note-came",
    v: 1,
    summary: "Notes that the guest of a held place came",
    payload: ReservationId,
    verb: facilityAccess["reservation.note-came"],
    run: (context, { reservationId }) =>
      endReservation(context, reservationId, "CAME", facilityAccess["reservation.note-came"]),
  }),
];
