import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import { preReleaseStates } from "./rules.ts";

/** Null: no release lies ahead, or none that the reader may know of. */
export const ReleaseAhead = z.object({
  release: z
    .object({
      on: PlainDate,
      /** First day of social work before it. */
      opensOn: PlainDate,
      state: z.enum(preReleaseStates),
      months: z.int(),
    })
    .nullable(),
});
export type ReleaseAhead = z.infer<typeof ReleaseAhead>;
