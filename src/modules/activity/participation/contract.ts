import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { courseKinds } from "../course/codes.ts";
import { gatheringKinds } from "../gathering/codes.ts";

/** What one person took part in beside the timetable. */
export const Participation = z.object({
  /** Days of the open offer by month, the newest first. */
  visits: z.array(z.object({ month: z.string(), days: z.int(), lastOn: PlainDate })),
  courses: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      kind: z.enum(courseKinds),
      startsOn: PlainDate,
      endsOn: PlainDate,
      left: z.boolean(),
      certificate: z.string().nullable(),
    }),
  ),
  /** Self-help groups are left out: that somebody goes there is theirs to tell. */
  gatherings: z.array(
    z.object({ id: z.uuid(), kind: z.enum(gatheringKinds), day: PlainDate, helpedMinutes: z.int().nullable() }),
  ),
  exchange: z.object({ given: z.int(), received: z.int() }),
});
export type Participation = z.infer<typeof Participation>;
