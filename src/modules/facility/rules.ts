import { hoursAfter, todayIn } from "../../platform/time/instant.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { countHoldsHours } from "./codes.ts";

/** What somebody at the house has counted: free beds and free emergency places at one instant. */
export type PlaceCount = { free: number; emergencyFree: number; countedAt: string };
export type Reservation = {
  untilAt: string;
  /** Ended before its hour; `CAME`: the guest is in the bed. */
  ending: { outcome: "CAME" | "CANCELLED" | "CLOSED"; endedAt: string } | null;
};

/** Whether a reservation still holds its place: not ended, and its hour is not over. The instant `untilAt` is over. */
export function isHeld(reservation: Reservation, now: string): boolean {
  return reservation.ending === null && reservation.untilAt > now;
}

/**
 * Places that can still be given at `now`: counted, less those held, less guests who came on a reservation after the count.
 * Never below 0; null when nobody has counted. Instants are ISO strings in UTC with milliseconds.
 * Source: docs/domain/journeys.md J2 step 5, J10 step 4
 */
export function placesLeft(count: PlaceCount | null, reservations: readonly Reservation[], now: string): number | null {
  if (!count) return null;
  const taken = reservations.filter(
    (one) => isHeld(one, now) || (one.ending?.outcome === "CAME" && one.ending.endedAt > count.countedAt),
  );
  return Math.max(0, count.free + count.emergencyFree - taken.length);
}

/** Whether a house is closed at an instant: from the morning of its day on. */
export function isClosed(closedOn: PlainDate | null, at: string): boolean {
  return closedOn !== null && closedOn <= todayIn(at, "Europe/Warsaw");
}

export type FacilityRefusal =
  | "place.none_left"
  | "place.count_too_old"
  | "place.not_counted"
  | "facility.closed"
  | "facility.closes_first";

/** Why a place cannot be held from `now` until `untilAt`; null when it can. */
export function refuseReservation(
  {
    count,
    reservations,
    closedOn,
  }: { count: PlaceCount | null; reservations: readonly Reservation[]; closedOn: PlainDate | null },
  now: string,
  untilAt: string,
): FacilityRefusal | null {
  if (isClosed(closedOn, now)) return "facility.closed";
  if (isClosed(closedOn, untilAt)) return "facility.closes_first";
  if (!count) return "place.not_counted";
  if (hoursAfter(count.countedAt, countHoldsHours) <= now) return "place.count_too_old";
  return placesLeft(count, reservations, now) === 0 ? "place.none_left" : null;
}
