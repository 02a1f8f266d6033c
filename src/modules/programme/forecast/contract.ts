import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { breachKinds } from "../timetable/breaches.ts";

/**
 * Where a module will end. `heldMinutes`: closed registers; `openMinutes`: begun, or so lately that they may still be written; `missedMinutes`: went by and
 * nobody wrote anything; `aheadMinutes`: in the calendar; `lostMinutes`: the part of it that cannot be held where it stands; `missingMinutes`: these, and what is
 * nowhere yet; `fitsMinutes`: how much of what is missing the rest of the calendar can hold beside the other modules, null when nobody said when the group meets. Percents of the plan with one decimal, null when nothing was planned.
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
  lostMinutes: z.int(),
  missingMinutes: z.int(),
  fitsMinutes: z.int().nullable(),
  heldPercent: z.number().nullable(),
  endPercent: z.number().nullable(),
  warning: z.enum(["programme.under_delivered", "programme.over_delivered"]).nullable(),
});
export type ModuleForecast = z.infer<typeof ModuleForecast>;

/** A class that stands in the calendar and should be looked at. */
const Trouble = z.object({
  sessionId: z.uuid(),
  moduleId: z.uuid(),
  day: PlainDate,
  startsAt: z.int(),
  minutes: z.int(),
  isLost: z.boolean(),
  /** Why; empty for who does not plan: when colleagues are away is for planners. */
  kinds: z.array(z.enum(breachKinds)),
});

/** `total`: of all modules but those on request that nobody planned; `fit`: their hours against the meetings (R-PRG-02). `freeMinutes`: meetings from today on in which nothing stands; null when nobody said when the group meets. */
export const Forecast = z.object({
  groupId: z.uuid(),
  groupName: z.string(),
  startsOn: PlainDate,
  endsOn: PlainDate,
  minutesPerHour: z.int(),
  modules: z.array(ModuleForecast),
  total: ModuleForecast.omit({ moduleId: true, code: true, name: true, optional: true }),
  fit: z.object({ plannedMinutes: z.int(), capacityMinutes: z.int(), exceeds: z.boolean() }),
  troubles: z.array(Trouble),
  freeMinutes: z.int().nullable(),
  lost: z.array(
    z.object({ day: PlainDate, week: z.int(), holiday: z.string().nullable(), closure: z.string().nullable() }),
  ),
});
export type Forecast = z.infer<typeof Forecast>;
