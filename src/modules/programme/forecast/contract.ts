import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";

/**
 * Where a module will end. `heldMinutes`: closed registers; `openMinutes`: begun, or so lately that they may still be written; `missedMinutes`: went by and
 * nobody wrote anything; `aheadMinutes`: in the calendar; `missingMinutes`: nowhere yet; `fitsMinutes`: how much of what is missing the rest of the calendar
 * can hold, null when nobody said when the group meets. Percents of the plan with one decimal, null when nothing was planned.
 */
export const ModuleForecast = z.object({
  moduleId: z.uuid(),
  code: z.string(),
  name: z.string().nullable(),
  optional: z.boolean(),
  plannedMinutes: z.int(),
  heldMinutes: z.int(),
  openMinutes: z.int(),
  missedMinutes: z.int(),
  aheadMinutes: z.int(),
  missingMinutes: z.int(),
  fitsMinutes: z.int().nullable(),
  heldPercent: z.number().nullable(),
  endPercent: z.number().nullable(),
  warning: z.enum(["programme.under_delivered", "programme.over_delivered"]).nullable(),
});
export type ModuleForecast = z.infer<typeof ModuleForecast>;

/** `freeMinutes`: meetings from today on in which nothing stands; null when nobody said when the group meets. */
export const Forecast = z.object({
  groupId: z.uuid(),
  groupName: z.string(),
  startsOn: PlainDate,
  endsOn: PlainDate,
  minutesPerHour: z.int(),
  modules: z.array(ModuleForecast),
  freeMinutes: z.int().nullable(),
  lost: z.array(
    z.object({ day: PlainDate, week: z.int(), holiday: z.string().nullable(), closure: z.string().nullable() }),
  ),
});
export type Forecast = z.infer<typeof Forecast>;
