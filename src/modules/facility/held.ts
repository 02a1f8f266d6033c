import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { FacilityType } from "./codes.ts";
import type { FreePlaces } from "./contract.ts";
import { isClosed, type PlaceCount, placesLeft, type Reservation } from "./rules.ts";

/** A house as a device holds it (kind `free.places`): what was counted and held when it was sent; how many are left follows from the hour. */
export type FreePlacesHeld = {
  facilityId: string;
  name: string;
  facilityType: FacilityType;
  area: string;
  phone: string | null;
  openFrom: string | null;
  places: number;
  emergencyPlaces: number;
  closedOn: PlainDate | null;
  count: PlaceCount | null;
  reservations: Reservation[];
};

/** What the device can say of free places at `now`, as of when the houses counted. */
export function freePlacesFromHeld(held: readonly FreePlacesHeld[], now: string): FreePlaces[] {
  return held
    .filter(({ closedOn }) => !isClosed(closedOn, now))
    .map(({ count, reservations, ...house }) => ({
      ...house,
      left: placesLeft(count, reservations, now),
      emergencyFree: count && count.emergencyFree,
      countedAt: count && count.countedAt,
      held: reservations.filter((one) => one.ending === null && one.untilAt > now).length,
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name, "pl"));
}
