import { sql } from "kysely";
import { may } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { facilityAccess } from "./access.ts";
import type { FacilityType } from "./codes.ts";
import type { FreePlaces, FreePlacesView } from "./contract.ts";
import { isHeld, type PlaceCount, placesLeft, type Reservation } from "./rules.ts";

type Held = Reservation & { id: string; reservedBy: string };

/** A house with its last count and every reservation that may still matter: of the last day, or made after the count. */
export type FacilityRow = {
  id: string;
  unitId: string;
  name: string;
  facilityType: FacilityType;
  area: string;
  phone: string | null;
  openFrom: string | null;
  places: number;
  emergencyPlaces: number;
  version: number;
  closedOn: PlainDate | null;
  count: PlaceCount | null;
  reservations: Held[];
};

/** Houses that are not closed, by name; of `facilityIds` alone when given. */
export async function readFacilities(
  context: Pick<WorkContext, "tx" | "actor" | "now" | "today">,
  facilityIds: readonly string[] | null,
): Promise<FacilityRow[]> {
  const { organisationId } = context.actor;
  const { rows } = await sql<FacilityRow>`
    select f.id, f.unit_id, f.name, f.facility_type, f.area, f.phone, to_char(f.open_from, 'HH24:MI') as open_from, f.places, f.emergency_places, f.version, f.closed_on,
      case when c.id is null then null else json_build_object('free', c.free, 'emergencyFree', c.emergency_free, 'countedAt', c.counted_at) end as count,
      coalesce((select json_agg(json_build_object('id', r.id, 'reservedBy', r.reserved_by, 'untilAt', r.until_at,
          'ending', case when e.reservation_id is null then null else json_build_object('outcome', e.outcome, 'endedAt', e.ended_at) end) order by r.until_at, r.id)
        from facility_reservation r
        left join facility_reservation_ending e on e.organisation_id = r.organisation_id and e.reservation_id = r.id
        where r.organisation_id = f.organisation_id and r.facility_id = f.id
          and (r.until_at > ${context.now}::timestamptz or e.ended_at > c.counted_at) and r.until_at > ${context.now}::timestamptz - interval '3 days'), '[]') as reservations
    from facility f
    left join lateral (select k.id, k.free, k.emergency_free, k.counted_at from facility_count k
      where k.organisation_id = f.organisation_id and k.facility_id = f.id order by k.counted_at desc, k.id desc limit 1) c on true
    where f.organisation_id = ${organisationId} and (f.closed_on is null or f.closed_on > ${context.today})
      and (${facilityIds === null} or f.id = any (${[...(facilityIds ?? [])]}::uuid[]))
    order by f.name, f.id ${atMost}`.execute(context.tx);
  return rows.map((row) => ({
    ...row,
    count: row.count && { ...row.count, countedAt: instantOf(row.count.countedAt) },
    reservations: row.reservations.map((one) => ({
      ...one,
      untilAt: instantOf(one.untilAt),
      ending: one.ending && { ...one.ending, endedAt: instantOf(one.ending.endedAt) },
    })),
  }));
}

/** What anybody may know of a house. */
export function freePlacesOf(row: FacilityRow, now: string): FreePlaces {
  const {
    id: facilityId,
    name,
    facilityType,
    area,
    phone,
    openFrom,
    places,
    emergencyPlaces,
    count,
    reservations,
    closedOn,
  } = row;
  return {
    facilityId,
    name,
    facilityType,
    area,
    phone,
    openFrom,
    places,
    emergencyPlaces,
    left: placesLeft(count, reservations, now),
    emergencyFree: count && count.emergencyFree,
    countedAt: count && count.countedAt,
    held: reservations.filter((one) => isHeld(one, now)).length,
    closedOn,
  };
}

/** Free places of the organisation's houses as of now; with the reservations of the reader, and of houses where the reader counts. */
export async function listFree(context: WorkContext): Promise<FreePlacesView> {
  const { accountId, unitIds } = context.actor;
  const rows = await readFacilities(context, null);
  return {
    asOf: context.now,
    facilities: rows.map((row) => {
      const mine = may(context.actor, facilityAccess["facility.count"], { unit: unitIds.includes(row.unitId) });
      return {
        ...freePlacesOf(row, context.now),
        unitId: row.unitId,
        version: row.version,
        mine,
        reservations: row.reservations
          .filter((one) => isHeld(one, context.now) && (mine || one.reservedBy === accountId))
          .map(({ id, untilAt, reservedBy }) => ({ reservationId: id, untilAt, mine: reservedBy === accountId })),
      };
    }),
    lost: await lostPlaces(context),
    closed: await closedHouses(context),
  };
}

/** Places that the reader held until an instant that has not come, in houses that were closed. */
async function lostPlaces({ tx, actor, now }: WorkContext): Promise<FreePlacesView["lost"]> {
  const { rows } = await sql<
    FreePlacesView["lost"][number]
  >`select r.id as reservation_id, f.name from facility_reservation r
    join facility_reservation_ending e on e.organisation_id = r.organisation_id and e.reservation_id = r.id and e.outcome = 'CLOSED'
    join facility f on f.organisation_id = r.organisation_id and f.id = r.facility_id
    where r.organisation_id = ${actor.organisationId} and r.reserved_by = ${actor.accountId} and r.until_at > ${now}::timestamptz
    order by f.name, r.id ${atMost}`.execute(tx);
  return rows;
}

/** Closed houses that the reader keeps. */
async function closedHouses({ tx, actor, today }: WorkContext): Promise<FreePlacesView["closed"]> {
  const { rows } = await sql<FreePlacesView["closed"][number] & { unitId: string }>`
    select id as facility_id, unit_id, name, area, closed_on, version from facility
    where organisation_id = ${actor.organisationId} and closed_on <= ${today} order by closed_on desc, name, id ${atMost}`.execute(
    tx,
  );
  const verb = facilityAccess["facility.reopen"];
  return rows.flatMap(({ unitId, ...house }) =>
    may(actor, verb, { unit: actor.unitIds.includes(unitId) }) ? house : [],
  );
}
