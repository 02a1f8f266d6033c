import { type Lang, LOCALE, translate } from "../../platform/messages.ts";
import { formatGrosze } from "../../platform/money.ts";
import {
  addDays,
  daysInclusive,
  endOfMonth,
  type PlainDate,
  partsOf as partsOfDay,
  startOfMonth,
} from "../../platform/time/plainDate.ts";
import type { BenefitLaw } from "./law.ts";
import { benefitLineMessages } from "./lineMessages.ts";
import type { BenefitLine, BenefitLineKind, BenefitSpan } from "./rules.ts";

type LineSource = { rule: string; article: string };

/** The act says it in its article 15; which paragraph, none of our sources tells. */
const unconfirmed = "art. 15 u.z.s. (ustęp niepotwierdzony)";

/** The rule and the article behind a line; where the act is silent, the article says so. Source: docs/domain/rules.md R-CIS-20 to 24 */
const sources: Readonly<Record<BenefitLineKind, LineSource>> = {
  WHOLE_MONTH: { rule: "R-CIS-20", article: "art. 15 ust. 4 u.z.s." },
  PART_MONTH: { rule: "R-CIS-21", article: "art. 15 ust. 6 u.z.s." },
  UNEXCUSED: { rule: "R-CIS-22", article: unconfirmed },
  UNEXCUSED_TOO_MANY: { rule: "R-CIS-22", article: "art. 15 ust. 6 u.z.s." },
  SICK_WITHIN: { rule: "R-CIS-23", article: unconfirmed },
  SICK_BEYOND: { rule: "R-CIS-23", article: `${unconfirmed}, wartość dnia: praktyka` },
  SICK_IN_TRIAL: { rule: "R-CIS-23", article: "brak przepisu (praktyka)" },
  EXCUSED: { rule: "R-CIS-24", article: "brak przepisu (praktyka)" },
  DAYS_OFF: { rule: "R-CIS-11", article: "art. 15 ust. 6a u.z.s." },
};

export const sourceOf = (kind: BenefitLineKind): LineSource => sources[kind];

type Month = { spans: readonly BenefitSpan[]; fullGrosze: number };
type Part = { span: BenefitSpan; days: number };

/**
 * The sentence of a line as the participant reads it. Where the month has several laws, each share is said for its own days; where
 * nothing is left to take from, that is said.
 * @param month the spans the benefit was computed from, and its full amount
 */
export function textOf(line: BenefitLine, month: Month, lang: Lang): string {
  const t = translate(benefitLineMessages, lang);
  if (line.kind === "WHOLE_MONTH" || line.kind === "PART_MONTH") return baseOf(line, month, lang);
  const sentences = groupsOf(partsOf(line, month.spans), ({ law }) => sharesOf(line.kind, law)).map((parts) => {
    const count = parts.reduce((total, { days }) => total + days, 0);
    const [first] = parts;
    return first ? sentenceOf(line.kind, { ...first, days: count }, month, lang) : "";
  });
  const takes = line.kind !== "DAYS_OFF" && line.amountGrosze === 0;
  return [...sentences, ...(takes ? [t("line.NOTHING_LEFT")] : [])].join(" ");
}

function sentenceOf(kind: BenefitLineKind, { span, days: count }: Part, { spans }: Month, lang: Lang): string {
  const t = translate(benefitLineMessages, lang);
  const { law } = span;
  switch (kind) {
    case "UNEXCUSED":
      return law.unexcusedFromPartMonth && !isWholeMonth(spans)
        ? t("line.UNEXCUSED_OF_PART", { count, divisor: law.unexcusedDivisor })
        : t("line.UNEXCUSED", { count, divisor: law.unexcusedDivisor });
    case "UNEXCUSED_TOO_MANY":
      return t("line.UNEXCUSED_TOO_MANY", { count, most: law.unexcusedMax });
    case "SICK_WITHIN":
      return t("line.SICK_WITHIN", { count, divisor: law.sickDivisor, limit: law.sickDaysLimit });
    case "SICK_BEYOND":
      return t("line.SICK_BEYOND", { count, divisor: law.sickBeyondDivisor, limit: law.sickDaysLimit });
    case "SICK_IN_TRIAL":
      return t("line.SICK_IN_TRIAL", { count, divisor: law.trialSickDivisor });
    case "EXCUSED":
      return t("line.EXCUSED", { count, divisor: law.excusedDivisor });
    case "DAYS_OFF":
      return t("line.DAYS_OFF", { count });
    case "WHOLE_MONTH":
    case "PART_MONTH":
      return "";
  }
}

/** What of the law a sentence names: days under the same shares share a sentence. */
function sharesOf(kind: BenefitLineKind, law: BenefitLaw): string {
  switch (kind) {
    case "UNEXCUSED":
      return `${law.unexcusedDivisor} ${law.unexcusedFromPartMonth}`;
    case "SICK_WITHIN":
      return `${law.sickDivisor} ${law.sickDaysLimit}`;
    case "SICK_BEYOND":
      return `${law.sickBeyondDivisor} ${law.sickDaysLimit}`;
    case "SICK_IN_TRIAL":
      return `${law.trialSickDivisor}`;
    case "EXCUSED":
      return `${law.excusedDivisor}`;
    default:
      return "";
  }
}

/** The days of a line by span. Sickness fills the limit in the order of the days; too many unexcused days are judged by the last law. */
function partsOf({ kind, days }: BenefitLine, spans: readonly BenefitSpan[]): Part[] {
  const last = spans.at(-1);
  const of = (count: (span: BenefitSpan) => number) => spans.map((span) => ({ span, days: count(span) }));
  const inTrial = ({ phase }: BenefitSpan) => phase === "TRIAL";
  const sickLater = of((span) => (inTrial(span) ? 0 : span.sickDays));
  switch (kind) {
    case "UNEXCUSED":
      return of(({ unexcusedDays }) => unexcusedDays);
    case "UNEXCUSED_TOO_MANY":
      return last ? [{ span: last, days }] : [];
    case "SICK_WITHIN":
      return firstOf(sickLater, days);
    case "SICK_BEYOND":
      return firstOf(sickLater.toReversed(), days).toReversed();
    case "SICK_IN_TRIAL":
      return of((span) => (inTrial(span) ? span.sickDays : 0));
    case "EXCUSED":
      return of(({ otherExcusedDays }) => otherExcusedDays);
    case "DAYS_OFF":
      return of(({ daysOff }) => daysOff);
    case "WHOLE_MONTH":
    case "PART_MONTH":
      return of(({ from, to }) => daysInclusive(from, to));
  }
}

/** So many days from the front of the parts. */
function firstOf(parts: readonly Part[], days: number): Part[] {
  let left = days;
  return parts.map(({ span, days: own }) => {
    const taken = Math.min(own, left);
    left -= taken;
    return { span, days: taken };
  });
}

/** Parts that have days, together where they share what the sentence names. */
function groupsOf(parts: readonly Part[], shares: (span: BenefitSpan) => string): Part[][] {
  return [
    ...Map.groupBy(
      parts.filter(({ days }) => days > 0),
      ({ span }) => shares(span),
    ).values(),
  ];
}

/** What the month begins with: one full amount for all of it, or each amount and each stretch of days for itself. */
function baseOf(line: BenefitLine, { spans, fullGrosze }: Month, lang: Lang): string {
  const t = translate(benefitLineMessages, lang);
  const stretches: { from: PlainDate; to: PlainDate; law: BenefitLaw; full: string }[] = [];
  for (const { from, to, law } of spans) {
    const full = formatGrosze(fullUnder(law), LOCALE[lang]);
    const before = stretches.at(-1);
    if (
      before &&
      before.full === full &&
      before.law.monthDivisor === law.monthDivisor &&
      addDays(before.to, 1) === from
    )
      before.to = to;
    else stretches.push({ from, to, law, full });
  }
  const [only, second] = stretches;
  if (!only) return "";
  const words = ({ from, to, law, full }: (typeof stretches)[number]) => {
    const count = daysInclusive(from, to);
    return { from: dayOf(from, lang), to: dayOf(to, lang), count, divisor: law.monthDivisor, full };
  };
  const full = formatGrosze(fullGrosze, LOCALE[lang]);
  if (line.kind === "WHOLE_MONTH" && !second) return t("line.WHOLE_MONTH", { full });
  if (!second) return t("line.PART_MONTH", { ...words(only), count: line.days, full });
  const part = line.kind === "WHOLE_MONTH" ? "part.WHOLE_MONTH" : "part.PART_MONTH";
  const parts = stretches.map((stretch) => t(part, words(stretch))).join("; ");
  return t(line.kind === "WHOLE_MONTH" ? "line.WHOLE_MONTH_PARTS" : "line.PART_MONTH_PARTS", { parts });
}

/** The full benefit of a law, as `benefitOf` begins with it. */
const fullUnder = (law: BenefitLaw): number => {
  const exact = (law.unemploymentBenefitGrosze * law.ratePercent) / 100;
  return law.roundTo10Grosz ? Math.round(exact / 10) * 10 : Math.round(exact);
};

function isWholeMonth(spans: readonly BenefitSpan[]): boolean {
  const [first] = spans;
  const covered = spans.reduce((total, { from, to }) => total + daysInclusive(from, to), 0);
  return first !== undefined && covered === daysInclusive(startOfMonth(first.from), endOfMonth(first.from));
}

/** "10 listopada": the day of a month that the list names already. */
function dayOf(day: PlainDate, lang: Lang): string {
  const { year, month, day: number } = partsOfDay(day);
  const format = new Intl.DateTimeFormat(LOCALE[lang], { day: "numeric", month: "long", timeZone: "UTC" });
  return format.format(new Date(Date.UTC(year, month - 1, number)));
}
