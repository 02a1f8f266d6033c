import { may } from "../../platform/access.ts";
import type { SetKind } from "../../platform/sync/setKind.ts";
import { facilityAccess } from "./access.ts";
import type { FreePlacesHeld } from "./held.ts";
import { type FacilityRow, readFacilities } from "./places.ts";

function heldOf(row: FacilityRow): FreePlacesHeld {
  const { id, name, facilityType, area, phone, openFrom, places, emergencyPlaces, count, reservations, closedOn } = row;
  return {
    facilityId: id,
    name,
    facilityType,
    area,
    phone,
    openFrom,
    places,
    emergencyPlaces,
    closedOn,
    count,
    reservations: reservations.map(({ untilAt, ending }) => ({ untilAt, ending })),
  };
}

/** Free places of the organisation's houses for whoever may see them; nobody's name is in it. */
export const facilityKinds: readonly SetKind[] = [
  {
    kind: "free.places",
    v: 2,
    topics: ["free.places"],
    warnAt: 100,
    most: 200,
    narrow: "set.narrow.places",
    fields: [
      "facilityId",
      "name",
      "facilityType",
      "area",
      "phone",
      "openFrom",
      "places",
      "emergencyPlaces",
      "closedOn",
      "count",
      "reservations",
    ],
    list: async (context) =>
      may(context.actor, facilityAccess["place.list-free"])
        ? (await readFacilities(context, null)).map(({ id }) => ({ id, personId: null }))
        : [],
    load: async (context, ids) =>
      (await readFacilities(context, ids)).map((row) => ({ id: row.id, personId: null, body: heldOf(row) })),
  },
];
