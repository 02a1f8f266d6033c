import { type Lang, LOCALE } from "../../../platform/messages.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** `08:00–14:00`. */
export function hoursBetween({ startsAt, minutes }: { startsAt: string; minutes: number }): string {
  const [hour = 0, minute = 0] = startsAt.split(":").map(Number);
  return `${startsAt}–${clock(hour * 60 + minute + minutes)}`;
}

/** Days of one week, short, each with its day of the month: "pon. 2, wt. 3". */
export function daysInWords(days: readonly PlainDate[], lang: Lang): string {
  const weekday = new Intl.DateTimeFormat(LOCALE[lang], { weekday: "short", timeZone: "UTC" });
  return days.map((day) => `${weekday.format(new Date(`${day}T00:00:00Z`))} ${Number(day.slice(8))}`).join(", ");
}

/** "2.11" of a day: weeks of one month stand beside each other. */
export const shortDay = (day: PlainDate): string => `${Number(day.slice(8))}.${day.slice(5, 7)}`;

/** Minutes as hours with the digits that are needed: "30", "29,5". */
export const hoursInWords = (minutes: number, lang: Lang): string =>
  (minutes / 60).toLocaleString(LOCALE[lang], { maximumFractionDigits: 2 });
