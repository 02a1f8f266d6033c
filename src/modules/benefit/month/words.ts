import { type Lang, LOCALE } from "../../../platform/messages.ts";
import { addMonths, plainDate } from "../../../platform/time/plainDate.ts";

/** "listopad 2026" of `2026-11`. */
export const monthWords = (month: string, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALE[lang], { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** Months around one of today as `YYYY-MM`, the next one first, then back for a year. */
export function monthsAround(today: string): string[] {
  const first = plainDate(`${today.slice(0, 7)}-01`);
  return Array.from({ length: 14 }, (_, back) => addMonths(first, 1 - back).slice(0, 7));
}
