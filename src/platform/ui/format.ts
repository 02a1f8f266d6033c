import { LOCALE, translate, type Lang } from "../messages.ts";
import { formatDay } from "../time/formats.ts";
import { daysApart } from "./days.ts";
import { uiMessages } from "./uiMessages.ts";

export { dayOfInstant, formatClock, formatDay, formatInstant, formatWeekday } from "../time/formats.ts";

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
