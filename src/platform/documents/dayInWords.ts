import { type Lang, LOCALE } from "../messages.ts";

/** A day (YYYY-MM-DD) as it stands in a sentence on paper: "22 listopada 2026". */
export function dayInWords(day: string, lang: Lang): string {
  const words = new Intl.DateTimeFormat(LOCALE[lang], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return words.format(new Date(`${day}T00:00:00Z`));
}
