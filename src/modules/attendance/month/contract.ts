import { z } from "zod";
import { TodaySession } from "../contract.ts";

/** A calendar month, `YYYY-MM`. */
export const Month = z.string().regex(/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/);

export const LockRegisterMonth = z.strictObject({ lockId: z.uuid(), unitId: z.uuid(), month: Month });
export type LockRegisterMonth = z.infer<typeof LockRegisterMonth>;

/** Why a locked month is opened again; sealed. */
export const UnlockRegisterMonth = z.strictObject({ lockId: z.uuid(), reason: z.string().trim().min(1).max(500) });
export type UnlockRegisterMonth = z.infer<typeof UnlockRegisterMonth>;

export const MonthLock = z.object({
  lockId: z.uuid(),
  /** 1 for the first lock of the month; each opening and locking again raises it. */
  no: z.int(),
  lockedBy: z.string(),
  lockedAt: z.string(),
});
export type MonthLock = z.infer<typeof MonthLock>;

export const RegisterMonth = z.object({
  unit: z.object({ id: z.uuid(), name: z.string() }),
  month: Month,
  /** Null: marks may be changed as on any day. */
  lock: MonthLock.nullable(),
  /** Registers of classes of the month up to today, and how many of them are closed. */
  sessions: z.int(),
  closed: z.int(),
  /** Those that are not, by day. */
  open: z.array(TodaySession),
  /** Marks of people that were corrected while the month was locked: they belong to a later list. */
  correctedAfterLock: z.int(),
  mayLock: z.boolean(),
});
export type RegisterMonth = z.infer<typeof RegisterMonth>;
