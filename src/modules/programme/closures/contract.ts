import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { backReasons } from "./rules.ts";

/** Days without classes, both inclusive. */
const days = { unitId: z.uuid(), fromOn: PlainDate, toOn: PlainDate };

export const RecordClosure = z.strictObject({ closureId: z.uuid(), ...days, reason: z.string().min(1).max(200) });
export type RecordClosure = z.infer<typeof RecordClosure>;

export const ClosureId = z.strictObject({ closureId: z.uuid() });
export type ClosureId = z.infer<typeof ClosureId>;

export const ClosureDays = z.strictObject(days);
export type ClosureDays = z.infer<typeof ClosureDays>;

const ClassLine = z.object({
  id: z.uuid(),
  groupName: z.string(),
  moduleCode: z.string(),
  moduleName: z.string().nullable(),
  day: PlainDate,
  startsAt: z.string(),
  minutes: z.int(),
});
export type ClassLine = z.infer<typeof ClassLine>;

/** What closing some days would do. `kept`: classes that stay, as somebody has written in their registers. */
export const ClosurePreview = z.object({ cancels: z.array(ClassLine), kept: z.int() });
export type ClosurePreview = z.infer<typeof ClosurePreview>;

/** Classes that a withdrawal brings back, and those that stay cancelled with the reason; by day and hour. */
export const ClosureReturn = z.object({
  returns: z.array(ClassLine),
  stays: z.array(ClassLine.extend({ why: z.enum(backReasons) })),
});
export type ClosureReturn = z.infer<typeof ClosureReturn>;

/** `cancelled`: classes that it took away and nobody brought back. */
export const ClosureLine = z.object({
  id: z.uuid(),
  from: PlainDate,
  to: PlainDate,
  reason: z.string(),
  cancelled: z.int(),
});
export type ClosureLine = z.infer<typeof ClosureLine>;
