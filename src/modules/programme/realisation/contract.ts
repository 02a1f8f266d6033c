import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { progressWarnings } from "./rules.ts";

const Progress = z.object({
  dueMinutes: z.int(),
  heldMinutes: z.int(),
  lostMinutes: z.int(),
  heldTotal: z.int(),
  duePercent: z.number().nullable(),
  planPercent: z.number().nullable(),
  warning: z.enum(progressWarnings).nullable(),
});

/** Hours of a group's programme by the months that have begun, as `realisationByMonth` says; modules held on request count once they have a class. */
export const Realisation = z.object({
  groupId: z.uuid(),
  groupName: z.string(),
  startsOn: PlainDate,
  endsOn: PlainDate,
  minutesPerHour: z.int(),
  modules: z.array(z.object({ id: z.uuid(), code: z.string(), name: z.string().nullable(), plannedMinutes: z.int() })),
  months: z.array(
    z.object({
      month: PlainDate,
      until: PlainDate,
      total: Progress,
      modules: z.array(Progress.extend({ moduleId: z.uuid() })),
      meetingsHeld: z.int(),
      meetingsDue: z.int(),
    }),
  ),
});
export type Realisation = z.infer<typeof Realisation>;
