import { type Lang, LOCALE } from "./messages.ts";

/** Hours of so many minutes each (60 unless a project has teaching hours), of minutes in the reader's way of writing: 12,5. */
export function hoursText(minutes: number, lang: Lang, minutesPerHour = 60): string {
  return new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 2 }).format(minutes / minutesPerHour);
}
