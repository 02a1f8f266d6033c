import { z } from "zod";
import { Instant, PlainDate } from "../../platform/time/schemas.ts";
import { facilityTypes } from "./codes.ts";

/** A new id makes a facility; a known one is edited against the envelope's `base`. */
export const RecordFacility = z.strictObject({
  facilityId: z.uuid(),
  unitId: z.uuid(),
  name: z.string().trim().min(1).max(120),
  facilityType: z.enum(facilityTypes),
  /** A district or a street, as everybody may know it. */
  area: z.string().trim().min(1).max(80),
  places: z.int().min(0).max(2000),
  emergencyPlaces: z.int().min(0).max(2000).default(0),
  phone: z.string().trim().min(3).max(30).nullable().default(null),
  /** Local time from which people are let in. */
  openFrom: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default(null),
});
export type RecordFacility = z.infer<typeof RecordFacility>;

/** From `closedOn` on nobody is let in; that day is closed already. */
export const CloseFacility = z.strictObject({ facilityId: z.uuid(), closedOn: PlainDate });
export type CloseFacility = z.infer<typeof CloseFacility>;

export const FacilityId = z.strictObject({ facilityId: z.uuid() });
export type FacilityId = z.infer<typeof FacilityId>;

/** Free beds, and free emergency places that are open tonight, as counted at one instant. */
export const CountPlaces = z.strictObject({
  countId: z.uuid(),
  facilityId: z.uuid(),
  free: z.int().min(0).max(2000),
  emergencyFree: z.int().min(0).max(2000).default(0),
  countedAt: Instant,
});
export type CountPlaces = z.infer<typeof CountPlaces>;

export const ReservePlace = z.strictObject({ reservationId: z.uuid(), facilityId: z.uuid() });
export type ReservePlace = z.infer<typeof ReservePlace>;

export const ReservationId = z.strictObject({ reservationId: z.uuid() });
export type ReservationId = z.infer<typeof ReservationId>;

/** What anybody may know of a house tonight. Nobody's name, no history. */
export const FreePlaces = z.object({
  facilityId: z.uuid(),
  name: z.string(),
  facilityType: z.enum(facilityTypes),
  area: z.string(),
  phone: z.string().nullable(),
  openFrom: z.string().nullable(),
  places: z.int(),
  emergencyPlaces: z.int(),
  /** Places that can still be given; null when nobody has counted. */
  left: z.int().nullable(),
  emergencyFree: z.int().nullable(),
  countedAt: z.string().nullable(),
  held: z.int(),
  /** The day from which it is closed, when that was said. */
  closedOn: PlainDate.nullable(),
});
export type FreePlaces = z.infer<typeof FreePlaces>;

/** A place that I hold, or that is held in a house of my unit, and that nobody came for yet. */
export const HeldPlace = z.object({ reservationId: z.uuid(), untilAt: z.string(), mine: z.boolean() });
export type HeldPlace = z.infer<typeof HeldPlace>;

export const FreePlacesView = z.object({
  asOf: z.string(),
  facilities: z.array(
    FreePlaces.extend({
      unitId: z.uuid(),
      version: z.int(),
      /** I count here. */
      mine: z.boolean(),
      reservations: z.array(HeldPlace),
    }),
  ),
  /** Places that I held in a house that was closed meanwhile: nobody waits there. */
  lost: z.array(z.object({ reservationId: z.uuid(), name: z.string() })),
  /** Closed houses that I may open again. */
  closed: z.array(
    z.object({ facilityId: z.uuid(), name: z.string(), area: z.string(), closedOn: PlainDate, version: z.int() }),
  ),
});
export type FreePlacesView = z.infer<typeof FreePlacesView>;
