/** Code lists of the room. */
export const facilityTypes = ["WARMING_CENTRE", "NIGHT_SHELTER", "SHELTER", "SHELTER_CARE", "INTERVENTION"] as const;
export type FacilityType = (typeof facilityTypes)[number];

/** How long a place is held. */
export const reservationMinutes = 60;
/** Places that one account of a partner holds at a time: a patrol with everybody it met, not a house for the night. */
export const mostHeldByPartner = 5;
/** A count older than this promises nothing any more. */
export const countHoldsHours = 24;
