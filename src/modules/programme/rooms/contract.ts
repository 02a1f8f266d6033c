import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { Days, WeekHours } from "../hours.ts";

/** A room; a known id is edited against `base`. `hours` empty = always open; `lender` null = one's own; `retiredOn`: the first day without it. */
export const RecordRoom = z.strictObject({
  roomId: z.uuid(),
  unitId: z.uuid(),
  name: z.string().trim().min(1).max(200),
  place: z.string().min(1).max(200).nullable(),
  capacity: z.int().min(1).max(500),
  lender: z.string().min(1).max(200).nullable(),
  retiredOn: PlainDate.nullable(),
  hours: z.array(WeekHours).max(40),
  closed: z.array(Days).max(100),
});
export type RecordRoom = z.infer<typeof RecordRoom>;

export const OfUnit = z.strictObject({ unitId: z.uuid() });
export type OfUnit = z.infer<typeof OfUnit>;

/** `ahead`: sessions that stand in it from today on. */
export const RoomLine = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  name: z.string(),
  place: z.string().nullable(),
  capacity: z.int(),
  lender: z.string().nullable(),
  retiredOn: PlainDate.nullable(),
  version: z.int(),
  hours: z.array(WeekHours),
  closed: z.array(Days),
  ahead: z.int(),
});
export type RoomLine = z.infer<typeof RoomLine>;
