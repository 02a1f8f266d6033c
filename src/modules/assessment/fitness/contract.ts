import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { workLimits } from "../codes.ts";
import { fitnessStates } from "./rules.ts";

/** What those may know who work with the person: never why. `avoid`: what the person does not do at work. */
export const FitForWork = z.object({
  state: z.enum(fitnessStates),
  /** Last valid day of the check, inclusive; null: not said, or there is no check. */
  until: PlainDate.nullable(),
  avoid: z.array(z.enum(workLimits)),
});
export type FitForWork = z.infer<typeof FitForWork>;
