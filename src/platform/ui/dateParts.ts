import { daysIn, isDay } from "./days.ts";

export type DateParts = { day: string; month: string; year: string };

/** Parts of a whole (`1985-03-15`) or partial (`1985-03`, `1985`) day; empty text gives empty parts. */
export function partsFrom(value: string): DateParts {
  const [year = "", month = "", day = ""] = value.split("-");
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}

/**
 * What three typed parts mean. `value` is `""` (nothing typed), a whole day, or with `partial` also `YYYY-MM` or `YYYY`;
 * undefined while the parts do not make a day. Years need four digits: 85 may be 1885, 1985 or 2085.
 */
export function valueFrom(parts: DateParts, partial: boolean): string | undefined {
  const { day, month, year } = { day: parts.day.trim(), month: parts.month.trim(), year: parts.year.trim() };
  if (!day && !month && !year) return "";
  if (!/^\d{4}$/.test(year) || Number(year) < 1850 || Number(year) > 2200) return undefined;
  if (!month) return partial && !day ? year : undefined;
  if (!/^\d{1,2}$/.test(month) || Number(month) < 1 || Number(month) > 12) return undefined;
  const upToMonth = `${year}-${month.padStart(2, "0")}`;
  if (!day) return partial ? upToMonth : undefined;
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return undefined;
  const whole = `${upToMonth}-${day.padStart(2, "0")}`;
  return isDay(whole) ? whole : undefined;
}
