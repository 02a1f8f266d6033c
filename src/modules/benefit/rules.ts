import { divideHalfUp } from "../../platform/money.ts";
import {
  addDays,
  compareDays,
  daysInclusive,
  endOfMonth,
  type PlainDate,
  startOfMonth,
} from "../../platform/time/plainDate.ts";
import type { BenefitLaw } from "./law.ts";

export const benefitPhases = ["TRIAL", "PARTICIPATION", "EXTENSION"] as const;
export type BenefitPhase = (typeof benefitPhases)[number];

/** Days of one month, `from` and `to` inclusive, in one phase and under one law. Counts are whole days. */
export type BenefitSpan = {
  from: PlainDate;
  to: PlainDate;
  phase: BenefitPhase;
  law: BenefitLaw;
  unexcusedDays: number;
  sickDays: number;
  otherExcusedDays: number;
  daysOff: number;
};

/** Why a line stands on the list: the order here is the order of the lines. */
export const benefitLineKinds = [
  "WHOLE_MONTH",
  "PART_MONTH",
  "UNEXCUSED",
  "UNEXCUSED_TOO_MANY",
  "SICK_WITHIN",
  "SICK_BEYOND",
  "SICK_IN_TRIAL",
  "EXCUSED",
  "DAYS_OFF",
] as const;
export type BenefitLineKind = (typeof benefitLineKinds)[number];

/** `amountGrosze` is what the line adds (whole or part month) or takes away (below zero). */
export type BenefitLine = { kind: BenefitLineKind; days: number; amountGrosze: number };

export type Benefit = {
  /** The benefit of a whole month without absence, under the law of the last covered day. */
  fullGrosze: number;
  lines: BenefitLine[];
  /** Sum of the lines; never below zero. */
  benefitGrosze: number;
  /** Days of sickness within the limit used up to the end of this month. */
  sickDaysUsed: number;
  bonusMaxGrosze: number;
};

export type BenefitRefusal =
  | "benefit.span_missing"
  | "benefit.span_out_of_order"
  | "benefit.not_one_month"
  | "benefit.more_days_than_covered"
  | "benefit.days_off_in_trial";

/** Why these spans are not the days of one month, or null. Spans are given in order and do not overlap. */
export function refuseSpans(spans: readonly BenefitSpan[]): BenefitRefusal | null {
  const [first] = spans;
  if (!first) return "benefit.span_missing";
  let before: PlainDate = addDays(first.from, -1);
  for (const span of spans) {
    if (compareDays(span.from, before) <= 0 || compareDays(span.to, span.from) < 0) return "benefit.span_out_of_order";
    if (startOfMonth(span.from) !== startOfMonth(first.from) || startOfMonth(span.to) !== startOfMonth(first.from))
      return "benefit.not_one_month";
    const away = span.unexcusedDays + span.sickDays + span.otherExcusedDays + span.daysOff;
    if (away > daysInclusive(span.from, span.to)) return "benefit.more_days_than_covered";
    if (span.phase === "TRIAL" && span.daysOff > 0) return "benefit.days_off_in_trial";
    before = span.to;
  }
  return null;
}

/**
 * The integration benefit of one person for one month, with the lines that explain it.
 *
 * Amounts run as whole parts of a grosz, so nothing is rounded before the end; a line is the difference of the rounded running
 * totals, so lines sum to the benefit to the grosz. A month that is covered from its first to its last day is a whole benefit,
 * any other counts `1/monthDivisor` a day. Two laws in one month share it by their days.
 * @param sickDaysUsedBefore days within the limit used before this month, in this participation (or sickness, as the law says)
 * @throws RangeError for spans that `refuseSpans` refuses
 * Source: docs/domain/rules.md R-CIS-20 to R-CIS-25; docs/decisions.md 12
 */
export function benefitOf(spans: readonly BenefitSpan[], sickDaysUsedBefore: number): Benefit {
  const refusal = refuseSpans(spans);
  const last = spans.at(-1);
  if (refusal || !last) throw new RangeError(refusal ?? "benefit.span_missing");

  const daysOfMonth = daysInclusive(startOfMonth(last.to), endOfMonth(last.to));
  const covered = sum(spans, (span) => daysInclusive(span.from, span.to));
  const isWhole = covered === daysOfMonth;
  const unexcused = sum(spans, (span) => span.unexcusedDays);
  const parts = partsOfGrosz(spans, daysOfMonth);
  const share = ({ from, to, law }: BenefitSpan) =>
    (fullIn(parts, law) * BigInt(daysInclusive(from, to))) / BigInt(isWhole ? daysOfMonth : law.monthDivisor);
  const wholeShare = spans.reduce((total, span) => total + share(span), 0n);

  const written: BenefitLine[] = [];
  let exact = 0n;
  let rounded = 0;
  const write = (kind: BenefitLineKind, days: number, change: bigint) => {
    if (days === 0) return;
    exact += change;
    const total = exact > 0n ? Number(divideHalfUp(exact, parts)) : 0;
    written.push({ kind, days, amountGrosze: total - rounded });
    rounded = total;
  };
  const away = (divisor: (law: BenefitLaw) => number, days: (span: BenefitSpan) => number) =>
    spans.reduce(
      (total, span) => total - (fullIn(parts, span.law) * BigInt(days(span))) / BigInt(divisor(span.law)),
      0n,
    );

  write(isWhole ? "WHOLE_MONTH" : "PART_MONTH", covered, wholeShare);
  if (unexcused > last.law.unexcusedMax) write("UNEXCUSED_TOO_MANY", unexcused, -wholeShare);
  else
    write(
      "UNEXCUSED",
      unexcused,
      spans.reduce((total, { law, unexcusedDays }) => {
        const base = law.unexcusedFromPartMonth ? wholeShare : fullIn(parts, law);
        return total - (base * BigInt(unexcusedDays)) / BigInt(law.unexcusedDivisor);
      }, 0n),
    );

  const within = new Map<BenefitSpan, number>();
  let sickDaysUsed = sickDaysUsedBefore;
  for (const span of spans) {
    const days = span.phase === "TRIAL" ? 0 : clamp(span.law.sickDaysLimit - sickDaysUsed, 0, span.sickDays);
    within.set(span, days);
    sickDaysUsed += days;
  }
  const sickWithin = (span: BenefitSpan) => within.get(span) ?? 0;
  const sickBeyond = (span: BenefitSpan) => (span.phase === "TRIAL" ? 0 : span.sickDays - sickWithin(span));
  const sickInTrial = (span: BenefitSpan) => (span.phase === "TRIAL" ? span.sickDays : 0);
  const excused = (span: BenefitSpan) => span.otherExcusedDays;
  write(
    "SICK_WITHIN",
    sum(spans, sickWithin),
    away((law) => law.sickDivisor, sickWithin),
  );
  write(
    "SICK_BEYOND",
    sum(spans, sickBeyond),
    away((law) => law.sickBeyondDivisor, sickBeyond),
  );
  write(
    "SICK_IN_TRIAL",
    sum(spans, sickInTrial),
    away((law) => law.trialSickDivisor, sickInTrial),
  );
  write(
    "EXCUSED",
    sum(spans, excused),
    away((law) => law.excusedDivisor, excused),
  );
  write(
    "DAYS_OFF",
    sum(spans, (span) => span.daysOff),
    0n,
  );

  const full = fullIn(parts, last.law);
  return {
    fullGrosze: Number(divideHalfUp(full, parts)),
    lines: written,
    benefitGrosze: rounded,
    sickDaysUsed,
    bonusMaxGrosze: Number((full * BigInt(last.law.bonusMaxPercent)) / (100n * parts)),
  };
}

export type BonusRefusal = "benefit.bonus_in_trial" | "benefit.bonus_over_cap" | "benefit.bonus_below_zero";

/** Why a motivation bonus of `bonusGrosze` cannot stand beside this month's benefit, or null. Source: R-CIS-26, SE art. 15a */
export function refuseBonus(
  bonusGrosze: number,
  spans: readonly Pick<BenefitSpan, "phase">[],
  bonusMaxGrosze: number,
): BonusRefusal | null {
  if (bonusGrosze < 0) return "benefit.bonus_below_zero";
  if (bonusGrosze === 0) return null;
  if (spans.every(({ phase }) => phase === "TRIAL")) return "benefit.bonus_in_trial";
  return bonusGrosze > bonusMaxGrosze ? "benefit.bonus_over_cap" : null;
}

const sum = <T>(items: readonly T[], of: (item: T) => number) => items.reduce((total, item) => total + of(item), 0);
const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** The full benefit in parts of a grosz. */
function fullIn(parts: bigint, law: BenefitLaw): bigint {
  const full = (BigInt(law.unemploymentBenefitGrosze) * BigInt(law.ratePercent) * parts) / 100n;
  return law.roundTo10Grosz ? divideHalfUp(full, 10n * parts) * 10n * parts : full;
}

/** Into how many equal parts a grosz is cut, so that every division above leaves a whole number. */
function partsOfGrosz(spans: readonly BenefitSpan[], daysOfMonth: number): bigint {
  let months = BigInt(daysOfMonth);
  let days = 1n;
  for (const { law } of spans) {
    months = leastCommonMultiple(months, law.monthDivisor);
    for (const divisor of [
      law.unexcusedDivisor,
      law.sickDivisor,
      law.sickBeyondDivisor,
      law.trialSickDivisor,
      law.excusedDivisor,
    ])
      days = leastCommonMultiple(days, divisor);
  }
  return 100n * months * days;
}

function leastCommonMultiple(one: bigint, other: number): bigint {
  let [a, b] = [one, BigInt(other)];
  while (b > 0n) [a, b] = [b, a % b];
  return (one * BigInt(other)) / a;
}
