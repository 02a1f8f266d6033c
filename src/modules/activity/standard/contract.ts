import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { standardItems, standardStates } from "./codes.ts";

const Item = z.strictObject({
  code: z.enum(standardItems),
  state: z.enum(standardStates),
  /** By what it is seen. */
  evidence: z.string().trim().max(500),
  /** What there is not, for whatever is not met in full. */
  missing: z.string().trim().max(500),
  dueOn: PlainDate.nullable(),
});
export type StandardLine = z.infer<typeof Item>;

export const ReviewStandard = z.strictObject({
  reviewId: z.uuid(),
  unitId: z.uuid(),
  reviewedOn: PlainDate,
  items: z.array(Item).max(standardItems.length),
});
export type ReviewStandard = z.infer<typeof ReviewStandard>;

export const StandardReview = z.object({
  id: z.uuid(),
  reviewedOn: PlainDate,
  by: z.string(),
  items: z.array(Item),
});
export type StandardReview = z.infer<typeof StandardReview>;

export const StandardView = z.object({
  unitName: z.string(),
  mayReview: z.boolean(),
  /** The newest first; the first one has its lines. */
  last: StandardReview.nullable(),
  earlier: z.array(z.object({ id: z.uuid(), reviewedOn: PlainDate, by: z.string(), met: z.int() })),
  /** What the house itself knows of the last twelve months, beside the lines that it tells of. */
  figures: z.object({ SELF_HELP: z.int(), INTEGRATION: z.int(), COURSES: z.int() }),
});
export type StandardView = z.infer<typeof StandardView>;
