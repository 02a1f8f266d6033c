import { type Lang, LOCALE } from "../../../platform/messages.ts";
import { formatGrosze } from "../../../platform/money.ts";
import { daysInclusive } from "../../../platform/time/plainDate.ts";
import type { BenefitLineKind } from "../rules.ts";
import type { ListLine, ListPerson } from "./contract.ts";

/** Days of a kind of line, 0 where there is none. */
export const daysOf = (lines: readonly ListLine[], ...kinds: BenefitLineKind[]): number =>
  lines.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { days }) => sum + days, 0);

/** Nothing for the month, because of more unexcused days than the act lets. */
export const isZeroed = ({ lines }: Pick<ListPerson, "lines">): boolean =>
  lines.some(({ kind }) => kind === "UNEXCUSED_TOO_MANY");

/** The figures of RP-16 for one participant, in days. Source: docs/domain/reporting.md RP-16 */
export const dayFigures = ({ lines, spans }: Pick<ListPerson, "lines" | "spans">) => ({
  covered: spans.reduce((sum, { from, to }) => sum + daysInclusive(from, to), 0),
  unexcused: daysOf(lines, "UNEXCUSED", "UNEXCUSED_TOO_MANY"),
  sickWithin: daysOf(lines, "SICK_WITHIN"),
  sickBeyond: daysOf(lines, "SICK_BEYOND", "SICK_IN_TRIAL"),
  other: daysOf(lines, "EXCUSED"),
});

/** What corrections of earlier months add or take in this one. */
export const correctionGrosze = ({ raisedGrosze, recoveredGrosze }: ListPerson): number =>
  raisedGrosze - recoveredGrosze;

export const money = (lang: Lang) => (grosze: number) => formatGrosze(grosze, LOCALE[lang]);

/** "listopad 2026", of a month named `YYYY-MM` or by its first day. */
export function monthWords(month: string, lang: Lang): string {
  const format = new Intl.DateTimeFormat(LOCALE[lang], { month: "long", year: "numeric", timeZone: "UTC" });
  return format.format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`));
}
