import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { leaderKinds } from "../codes.ts";
import { Days, WeekHours } from "../hours.ts";

/**
 * When somebody can lead; a known id is edited against `base`. Of a colleague `leaderId` is the account's and `name` null; of anybody else a new id and
 * a name; whoever is in the unit's register of volunteers is called as there, by their id, and `name` is not kept. `hours` empty = whenever it is asked; `away` says when, never why.
 */
export const RecordLeader = z.strictObject({
  leaderId: z.uuid(),
  unitId: z.uuid(),
  kind: z.enum(leaderKinds),
  name: z.string().trim().min(1).max(200).nullable(),
  maxWeekMinutes: z.int().min(15).max(10_080).nullable(),
  retiredOn: PlainDate.nullable(),
  hours: z.array(WeekHours).max(40),
  away: z.array(Days).max(100),
});
export type RecordLeader = z.infer<typeof RecordLeader>;

/** A volunteer of the unit's register. `hours` and `retiredOn` (the first day without an agreement; null = none) as the agreements say. */
export const OfferedVolunteer = z.object({
  id: z.uuid(),
  name: z.string(),
  hours: z.array(WeekHours),
  retiredOn: PlainDate.nullable(),
});
export type OfferedVolunteer = z.infer<typeof OfferedVolunteer>;

/** `isOfRegister`: a volunteer of the unit's register, named as there. `ahead`: sessions to lead from today on. */
export const LeaderLine = z.object({
  id: z.uuid(),
  kind: z.enum(leaderKinds),
  name: z.string(),
  isOfRegister: z.boolean(),
  maxWeekMinutes: z.int().nullable(),
  retiredOn: PlainDate.nullable(),
  version: z.int(),
  hours: z.array(WeekHours),
  away: z.array(Days),
  ahead: z.int(),
});
export type LeaderLine = z.infer<typeof LeaderLine>;
