import { findHoliday, type HolidayCode } from "../../../platform/time/calendar.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { Calendar } from "./contract.ts";

/** `isWhole`: nobody of those shown has classes; `closures`: those of the day, of any unit shown. */
export type FreeDay = { isWhole: boolean; holiday: HolidayCode | null; closures: Calendar["closures"] };

/** Why a day has no classes, and whether that holds for every unit shown: a break of one unit is none of the others. */
export function freeDay(day: PlainDate, unitIds: readonly string[], closures: Calendar["closures"]): FreeDay {
  const holiday = findHoliday(day)?.code ?? null;
  const ofDay = closures.filter(({ from, to, unitId }) => unitIds.includes(unitId) && from <= day && day <= to);
  const isClosed = unitIds.length > 0 && unitIds.every((id) => ofDay.some(({ unitId }) => unitId === id));
  return { isWhole: holiday !== null || isClosed, holiday, closures: ofDay };
}
