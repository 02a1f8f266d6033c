import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";

/** A time of every week, in minutes since midnight; `since` and `until` inclusive, null = without an end. */
export const WeekHours = z
  .strictObject({
    weekday: z.int().min(1).max(7),
    from: z.int().min(0).max(1435),
    to: z.int().min(5).max(1440),
    since: PlainDate.nullable(),
    until: PlainDate.nullable(),
  })
  .refine(({ from, to }) => from < to, { error: "hours.end_before_start", path: ["to"] })
  .refine(({ since, until }) => !since || !until || since <= until, {
    error: "hours.end_before_start",
    path: ["until"],
  });
export type WeekHours = z.infer<typeof WeekHours>;

/** Inclusive days. */
export const Days = z
  .strictObject({ from: PlainDate, to: PlainDate })
  .refine(({ from, to }) => from <= to, { error: "hours.end_before_start", path: ["to"] });
export type Days = z.infer<typeof Days>;
