import { type Lang, LOCALE } from "../../../platform/messages.ts";

/** `2026-12-01` as "grudzień 2026". */
export const monthWords = (month: string, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALE[lang], { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month.slice(0, 7)}-01T00:00:00Z`),
  );

/** A percentage with one decimal as the language writes it; "–" when there is none. */
export const percentWords = (percent: number | null, lang: Lang): string =>
  percent === null
    ? "–"
    : new Intl.NumberFormat(LOCALE[lang], { style: "percent", maximumFractionDigits: 1 }).format(percent / 100);

/** Hours of so many minutes with two decimals at most; a difference has its sign. */
export const hoursWords = (minutes: number, minutesPerHour: number, lang: Lang, { signed = false } = {}): string =>
  new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 2, signDisplay: signed ? "exceptZero" : "auto" }).format(
    minutes / minutesPerHour,
  );
