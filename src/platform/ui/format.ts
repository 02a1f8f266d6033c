import { LOCALE, translate, type Lang } from "../messages.ts";
import { daysApart } from "./days.ts";
import { uiMessages } from "./uiMessages.ts";

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

/** "dziś", "wczoraj", "12 dni temu", "za 5 dni"; past 60 days the day itself. */
export function relativeDay(day: string, today: string, lang: Lang): string {
  const t = translate(uiMessages, lang);
  const days = daysApart(today, day);
  if (days === 0) return t("today");
  if (days === -1) return t("yesterday");
  if (days === 1) return t("tomorrow");
  if (Math.abs(days) > 60) return formatDay(day, lang);
  return days < 0 ? t("relative.daysAgo", { count: -days }) : t("relative.inDays", { count: days });
}

/** Grosze as "1 234,50 zł". */
export function formatMoney(grosze: number, lang: Lang): string {
  return new Intl.NumberFormat(LOCALE[lang], { style: "currency", currency: "PLN" }).format(grosze / 100);
}

/** First name and initial, for screens that strangers may see: "Wojciech Ż." */
export function shortName(
  firstName: string | undefined,
  lastName: string | undefined,
  alias: string | undefined,
): string {
  if (firstName && lastName) return `${firstName} ${[...lastName][0] ?? ""}.`;
  return firstName || lastName || (alias ? `„${alias}”` : "");
}
