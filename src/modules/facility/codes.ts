/** Code lists of the room. */
export const facilityTypes = ["WARMING_CENTRE", "NIGHT_SHELTER", "SHELTER", "SHELTER_CARE", "INTERVENTION"] as const;
export type FacilityType = (typeof facilityTypes)[number];

/** How long a place is held. */
export const reservationMinutes = 60;
/** A count older than this promises nothing any more. */
export const countHoldsHours = 24;
