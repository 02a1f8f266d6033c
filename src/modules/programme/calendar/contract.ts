import { z } from "zod";
import { addDays, compareDays } from "../../../platform/time/plainDate.ts";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { sessionStates } from "../codes.ts";

/** At most 45 days, both inclusive. */
export const CalendarDays = z
  .strictObject({ from: PlainDate, to: PlainDate })
  .refine(({ from, to }) => compareDays(from, to) <= 0 && compareDays(to, addDays(from, 45)) <= 0, {
    error: "calendar.too_long",
    path: ["to"],
  });
export type CalendarDays = z.infer<typeof CalendarDays>;

/** `leaderId`: an account, or who leads without one; `plans`: the reader may change it as one of its unit. */
export const CalendarSession = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  groupName: z.string(),
  unitId: z.uuid(),
  moduleId: z.uuid(),
  moduleCode: z.string(),
  moduleName: z.string().nullable(),
  day: PlainDate,
  startsAt: z.string(),
  minutes: z.int(),
  roomId: z.uuid().nullable(),
  room: z.string().nullable(),
  leaderId: z.uuid().nullable(),
  leaderName: z.string().nullable(),
  hasAccount: z.boolean(),
  version: z.int(),
  moved: z.boolean(),
  state: z.enum(sessionStates),
});
export type CalendarSession = z.infer<typeof CalendarSession>;

/** A meeting that belongs to no group, such as an outing: when and where, never what about or with whom. */
const CalendarMeeting = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  day: PlainDate,
  startsAt: z.string(),
  minutes: z.int(),
  roomId: z.uuid().nullable(),
  room: z.string().nullable(),
  leaderId: z.uuid().nullable(),
});
export type CalendarMeeting = z.infer<typeof CalendarMeeting>;

/** Sessions within reach, by day and hour; `closures`: days without classes of units of those groups. */
export const Calendar = z.object({
  sessions: z.array(CalendarSession),
  /** Of units whose calendar the reader sees whole. */
  meetings: z.array(CalendarMeeting),
  groups: z.array(z.object({ id: z.uuid(), name: z.string(), unitId: z.uuid(), minutesPerHour: z.int() })),
  closures: z.array(
    z.object({
      id: z.uuid(),
      unitId: z.uuid(),
      unitName: z.string(),
      from: PlainDate,
      to: PlainDate,
      reason: z.string(),
    }),
  ),
});
export type Calendar = z.infer<typeof Calendar>;
