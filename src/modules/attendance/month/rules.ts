import { endOfMonth, type PlainDate, plainDate } from "../../../platform/time/plainDate.ts";

export type MonthRefusal =
  | "register-month.locked"
  | "register-month.not_over"
  | "register-month.registers_open"
  | "register-month.not_locked";

/** First and last day of `YYYY-MM`, both inclusive. */
export function daysOfMonth(month: string): { from: PlainDate; to: PlainDate } {
  const from = plainDate(`${month}-01`);
  return { from, to: endOfMonth(from) };
}

/**
 * Why a month of registers cannot be locked on `today`, or null: a lock says that all is told, so nothing of it is still to come
 * and no register of it is open. The last day of the month counts as its end.
 */
export function refuseLock(
  { month, locked, open }: { month: string; locked: boolean; open: number },
  today: PlainDate,
): MonthRefusal | null {
  if (locked) return "register-month.locked";
  if (today < daysOfMonth(month).to) return "register-month.not_over";
  return open > 0 ? "register-month.registers_open" : null;
}
