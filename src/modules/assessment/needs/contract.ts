import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { spheres, supportForms } from "../codes.ts";
import { needOutcomes } from "./codes.ts";

export const RecordNeed = z.strictObject({
  needId: z.uuid(),
  caseId: z.uuid(),
  sphere: z.enum(spheres),
  text: z.string().trim().min(1).max(1000),
  foundOn: PlainDate,
});
export type RecordNeed = z.infer<typeof RecordNeed>;

/** The need as it should have been written; the base is the version that was seen. */
export const CorrectNeed = z.strictObject({
  correctionId: z.uuid(),
  needId: z.uuid(),
  sphere: z.enum(spheres),
  text: z.string().trim().min(1).max(1000),
  foundOn: PlainDate,
  reason: z.string().trim().min(1).max(500),
});
export type CorrectNeed = z.infer<typeof CorrectNeed>;

/** A service that answers the need. */
export const MatchNeed = z.strictObject({
  serviceId: z.uuid(),
  needId: z.uuid(),
  form: z.enum(supportForms),
  provider: z.string().max(200),
  since: PlainDate,
});
export type MatchNeed = z.infer<typeof MatchNeed>;

export const EndNeedService = z.strictObject({ serviceId: z.uuid(), endedOn: PlainDate });
export type EndNeedService = z.infer<typeof EndNeedService>;

export const EndNeed = z.strictObject({ needId: z.uuid(), outcome: z.enum(needOutcomes), endedOn: PlainDate });
export type EndNeed = z.infer<typeof EndNeed>;

export const Need = z.object({
  id: z.uuid(),
  sphere: z.enum(spheres),
  text: z.string(),
  foundOn: PlainDate,
  by: z.string(),
  /** 1, and one more with each correction. */
  version: z.int(),
  /** What stood before each correction, oldest first: by whom and why it was corrected. */
  former: z.array(
    z.object({
      sphere: z.enum(spheres),
      text: z.string(),
      foundOn: PlainDate,
      correctedOn: PlainDate,
      by: z.string(),
      reason: z.string(),
    }),
  ),
  ended: z.object({ outcome: z.enum(needOutcomes), on: PlainDate }).nullable(),
  services: z.array(
    z.object({
      id: z.uuid(),
      form: z.enum(supportForms),
      provider: z.string(),
      since: PlainDate,
      until: PlainDate.nullable(),
    }),
  ),
});
export type Need = z.infer<typeof Need>;

/** Open needs first, then by day. `mix`: services that run today, each form once. */
export const Needs = z.object({
  caseId: z.uuid(),
  personName: z.string(),
  mayWrite: z.boolean(),
  needs: z.array(Need),
  mix: z.array(z.enum(supportForms)),
});
export type Needs = z.infer<typeof Needs>;

/**
 * People in reach with a need, each with the services that run today and how many open needs wait without one; and of the last
 * twelve months, oldest first, how many people in reach had each service on at least one day.
 */
export const ServiceMix = z.object({
  months: z.array(
    z.object({
      /** `2026-11` */
      month: z.string(),
      forms: z.array(z.object({ form: z.enum(supportForms), people: z.int() })),
    }),
  ),
  people: z.array(
    z.object({
      personId: z.uuid(),
      personName: z.string(),
      caseId: z.uuid(),
      forms: z.array(z.enum(supportForms)),
      unanswered: z.int(),
    }),
  ),
});
export type ServiceMix = z.infer<typeof ServiceMix>;
