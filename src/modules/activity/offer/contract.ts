import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { offerServices } from "./codes.ts";

/** Somebody new, known by an alias alone: a person of the unit is made of it. Source: docs/domain/rules.md R-S0-01 */
const Newcomer = z.strictObject({ personId: z.uuid(), alias: z.string().trim().min(1).max(100) });

/** One person or, without one, so many people counted. `sessionId`: the class that a guest joined. */
const Visit = z.strictObject({
  visitId: z.uuid(),
  service: z.enum(offerServices),
  personId: z.uuid().nullable(),
  newcomer: Newcomer.nullable(),
  people: z.int().min(1).max(500),
  minutes: z.int().min(1).max(1440).nullable(),
  sessionId: z.uuid().nullable(),
});

/** An evening, or a part of it: what is sent adds to what stands on the day. */
export const RecordVisits = z.strictObject({
  unitId: z.uuid(),
  day: PlainDate,
  visits: z.array(Visit).min(1).max(100),
});
export type RecordVisits = z.infer<typeof RecordVisits>;

export const WithdrawVisit = z.strictObject({ visitId: z.uuid() });
export type WithdrawVisit = z.infer<typeof WithdrawVisit>;

export const OfferUnits = z.object({ units: z.array(z.object({ id: z.uuid(), name: z.string() })) });
export type OfferUnits = z.infer<typeof OfferUnits>;

export const OfferDay = z.object({
  day: PlainDate,
  mayWrite: z.boolean(),
  visits: z.array(
    z.object({
      id: z.uuid(),
      service: z.enum(offerServices),
      /** Null: counted only. */
      personId: z.uuid().nullable(),
      personName: z.string().nullable(),
      people: z.int(),
      minutes: z.int().nullable(),
      sessionName: z.string().nullable(),
      by: z.string(),
    }),
  ),
  /** Visits of people of whom the reader may not know where they are. */
  hidden: z.int(),
  /** Classes of the day that a guest may join. */
  sessions: z.array(z.object({ id: z.uuid(), name: z.string(), startsAt: z.string() })),
  /** Who came lately, most often first: one tap away. */
  lately: z.array(z.object({ personId: z.uuid(), name: z.string(), days: z.int() })),
});
export type OfferDay = z.infer<typeof OfferDay>;

/** Nobody is named. `people`: everybody on every day; `named`: different persons among them. */
const OfferCount = { people: z.int(), named: z.int(), counted: z.int(), minutes: z.int() };
export const OfferMonth = z.object({
  month: z.string(),
  ...OfferCount,
  /** Days on which somebody came. */
  days: z.array(z.object({ day: PlainDate, people: z.int() })),
  services: z.array(z.object({ service: z.enum(offerServices), ...OfferCount })),
});
export type OfferMonth = z.infer<typeof OfferMonth>;
