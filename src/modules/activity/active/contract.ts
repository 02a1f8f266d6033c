import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";

const line = (most: number) => z.string().trim().min(1).max(most);

/** Criteria are words for people, never rules of a program. Source: docs/domain/rules.md R-GDPR-11 */
export const BeginActiveGroup = z.strictObject({
  activeGroupId: z.uuid(),
  unitId: z.uuid(),
  name: line(200),
  preparedFor: line(500),
  criteria: z.array(line(300)).min(1).max(10),
  from: PlainDate,
  to: PlainDate,
});
export type BeginActiveGroup = z.infer<typeof BeginActiveGroup>;

export const ProposeForActiveGroup = z.strictObject({
  candidateId: z.uuid(),
  activeGroupId: z.uuid(),
  personId: z.uuid(),
  reason: line(1000),
});
export type ProposeForActiveGroup = z.infer<typeof ProposeForActiveGroup>;

export const DecideOnCandidate = z.strictObject({
  decisionId: z.uuid(),
  candidateId: z.uuid(),
  chosen: z.boolean(),
  reason: line(1000),
});
export type DecideOnCandidate = z.infer<typeof DecideOnCandidate>;

export const ActiveGroups = z.object({
  groups: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      from: PlainDate,
      to: PlainDate,
      candidates: z.int(),
      chosen: z.int(),
    }),
  ),
  mayDecide: z.boolean(),
});
export type ActiveGroups = z.infer<typeof ActiveGroups>;

export const ActiveGroup = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  name: z.string(),
  preparedFor: z.string(),
  criteria: z.array(z.string()),
  from: PlainDate,
  to: PlainDate,
  mayDecide: z.boolean(),
  /** By name: the order says nothing of anybody. */
  candidates: z.array(
    z.object({
      id: z.uuid(),
      personId: z.uuid(),
      personName: z.string(),
      reason: z.string(),
      by: z.string(),
      /** Between `from` and `to`; beside, never a score. */
      figures: z.object({
        heldMinutes: z.int(),
        presentMinutes: z.int(),
        offerDays: z.int(),
        gatherings: z.int(),
        helpedMinutes: z.int(),
        courses: z.int(),
      }),
      /** Every decision, the one that counts first; none: nobody has decided yet. */
      decisions: z.array(z.object({ chosen: z.boolean(), reason: z.string(), by: z.string(), on: PlainDate })),
    }),
  ),
  hidden: z.int(),
});
export type ActiveGroup = z.infer<typeof ActiveGroup>;
