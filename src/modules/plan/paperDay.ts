import { type Lang, LOCALE } from "../../platform/messages.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/** A day as it stands in a sentence on paper: "22 listopada 2026". */
export const paperDay =
  (lang: Lang) =>
  (day: PlainDate): string =>
    new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
