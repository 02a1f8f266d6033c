import { type Lang, LOCALE } from "../../../platform/messages.ts";
import { addMonths, plainDate } from "../../../platform/time/plainDate.ts";

/** "listopad 2026" of `2026-11`. */
export const monthWords = (month: string, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALE[lang], { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

export const monthOfToday = (today: string): string => today.slice(0, 7);

export const monthAfter = (today: string): string => addMonths(plainDate(`${today.slice(0, 7)}-01`), 1).slice(0, 7);

/** Months around one of today as `YYYY-MM`, the next one first, then back for a year. */
export function monthsAround(today: string): string[] {
  const first = plainDate(`${today.slice(0, 7)}-01`);
  return Array.from({ length: 14 }, (_, back) => addMonths(first, 1 - back).slice(0, 7));
}

type Choice = { options: { value: string; label: string }[]; all: string };

/** Months to choose from, newest first. `usual` stands where none is chosen; a chosen month that is older is among them. */
export function choiceOfMonth(today: string, usual: string, chosen: string, lang: Lang): Choice {
  const months = new Set([...monthsAround(today), ...(chosen ? [chosen] : [])]);
  months.delete(usual);
  const options = [...months].toSorted().toReversed();
  return { options: options.map((value) => ({ value, label: monthWords(value, lang) })), all: monthWords(usual, lang) };
}

/** Centres to choose from: the first one stands where none is chosen, as the server takes it. */
export function choiceOfUnit([first, ...others]: readonly { id: string; name: string }[]): Choice {
  return { options: others.map(({ id, name }) => ({ value: id, label: name })), all: first?.name ?? "" };
}
