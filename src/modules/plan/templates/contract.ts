import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { spheres } from "../../assessment/codes.ts";
import { planKinds, sides } from "../codes.ts";

/** Days from the start of the plan; null: the day is agreed with the person. */
const dueAfterDays = z.int().min(0).max(1830).nullable();
const goals = z
  .array(
    z.strictObject({
      sphere: z.enum(spheres),
      text: z.string().trim().min(1).max(1000),
      measure: z.string().max(500),
      dueAfterDays,
    }),
  )
  .max(30);
const tasks = z
  .array(z.strictObject({ side: z.enum(sides), what: z.string().trim().min(1).max(1000), dueAfterDays }))
  .max(60);

/** An organisation's own template; `base` of the envelope is its version, none for a new one. */
export const SaveTemplate = z.strictObject({
  templateId: z.uuid(),
  kind: z.enum(planKinds),
  name: z.string().trim().min(1).max(120),
  validFrom: PlainDate,
  /** The last day, inclusive; null: it holds on. */
  validUntil: PlainDate.nullable(),
  goals,
  tasks,
});
export type SaveTemplate = z.infer<typeof SaveTemplate>;

export const PlanTemplate = z.object({
  id: z.uuid(),
  version: z.int(),
  kind: z.enum(planKinds),
  name: z.string(),
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
  goals,
  tasks,
  savedBy: z.string(),
  savedAt: z.string(),
});
export type PlanTemplate = z.infer<typeof PlanTemplate>;

/** Adds what the template holds; the ids are those of the new goals and tasks, in its order. */
export const ApplyTemplate = z.strictObject({
  planId: z.uuid(),
  templateId: z.uuid(),
  /** The version that the sender saw. */
  templateVersion: z.int().min(1),
  goalIds: z.array(z.uuid()).max(30),
  taskIds: z.array(z.uuid()).max(60),
});
export type ApplyTemplate = z.infer<typeof ApplyTemplate>;
