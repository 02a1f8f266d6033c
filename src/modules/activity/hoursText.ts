import { type Lang, LOCALE } from "../../platform/messages.ts";

/** Hours of minutes in the reader's way of writing: 12,5. */
export function hoursText(minutes: number, lang: Lang): string {
  return new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 2 }).format(minutes / 60);
}
