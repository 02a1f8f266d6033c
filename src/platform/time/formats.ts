import { LOCALE, type Lang } from "../messages.ts";

const ZONE = "Europe/Warsaw";
const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: Lang, kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${kind}`;
  const known = cache.get(key) ?? new Intl.DateTimeFormat(LOCALE[lang], options);
  cache.set(key, known);
  return known;
}

/** A day `YYYY-MM-DD` as "22 lis 2026"; also partial days: "lis 2026", "2026". Other text comes back as it is. */
export function formatDay(day: string, lang: Lang): string {
  const [year, month, date] = day.split("-");
  if (!/^\d{4}(-\d{2}){0,2}$/.test(day)) return day;
  if (!month) return year ?? day;
  const at = new Date(`${year}-${month}-${date ?? "01"}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  return date
    ? formatter(lang, "day", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" }).format(at)
    : formatter(lang, "month", { timeZone: "UTC", month: "short", year: "numeric" }).format(at);
}

/** A day with its weekday: "śr., 25 lis". */
export function formatWeekday(day: string, lang: Lang): string {
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime())
    ? day
    : formatter(lang, "weekday", { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" }).format(at);
}

/** Day of an instant in Poland, `YYYY-MM-DD`. */
export function dayOfInstant(iso: string): string {
  const parts = formatter("en", "iso", {
    timeZone: ZONE,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(new Date(iso));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

export function formatClock(iso: string, lang: Lang): string {
  return formatter(lang, "clock", { timeZone: ZONE, hour: "2-digit", minute: "2-digit" }).format(new Date(iso));
}

/** "22 lis 2026, 18:20" */
export function formatInstant(iso: string, lang: Lang): string {
  return `${formatDay(dayOfInstant(iso), lang)}, ${formatClock(iso, lang)}`;
}
