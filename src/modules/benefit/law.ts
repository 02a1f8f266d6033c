import { compareDays, type PlainDate, plainDate } from "../../platform/time/plainDate.ts";

/** What art. 15 needs to become money, as it holds on one day. Divisors are days: 20 means one twentieth a day. */
export type BenefitLaw = {
  /** Unemployment benefit of the first 90 days, in grosze. */
  unemploymentBenefitGrosze: number;
  /** The integration benefit as per cent of it. */
  ratePercent: number;
  monthDivisor: number;
  unexcusedDivisor: number;
  /** More unexcused days than this in a month: no benefit for it. */
  unexcusedMax: number;
  sickDivisor: number;
  sickDaysLimit: number;
  /** The limit is counted anew for each sickness instead of over the whole participation. Explains, changes no formula. */
  sickLimitPerSickness: boolean;
  /** Sick days are class days instead of calendar days. Explains, changes no formula. */
  sickInClassDays: boolean;
  sickBeyondDivisor: number;
  trialSickDivisor: number;
  /** The part for unexcused days is taken of the part-month amount instead of the full benefit. */
  unexcusedFromPartMonth: boolean;
  excusedDivisor: number;
  roundTo10Grosz: boolean;
  bonusMaxPercent: number;
};

const yes = (value: string) => Number(value) === 1;
const grosze = (value: string) => Math.round(Number(value) * 100);

const readers = {
  UNEMPLOYMENT_BENEFIT_FIRST_90_DAYS: ["unemploymentBenefitGrosze", grosze],
  CIS_BENEFIT_RATE: ["ratePercent", Number],
  CIS_BENEFIT_MONTH_DIVISOR: ["monthDivisor", Number],
  CIS_UNEXCUSED_DIVISOR: ["unexcusedDivisor", Number],
  CIS_UNEXCUSED_MAX: ["unexcusedMax", Number],
  CIS_SICK_DIVISOR: ["sickDivisor", Number],
  CIS_SICK_DAYS_LIMIT: ["sickDaysLimit", Number],
  CIS_SICK_LIMIT_PER_SICKNESS: ["sickLimitPerSickness", yes],
  CIS_SICK_IN_CLASS_DAYS: ["sickInClassDays", yes],
  CIS_SICK_BEYOND_DIVISOR: ["sickBeyondDivisor", Number],
  CIS_TRIAL_SICK_DIVISOR: ["trialSickDivisor", Number],
  CIS_UNEXCUSED_FROM_PART_MONTH: ["unexcusedFromPartMonth", yes],
  CIS_EXCUSED_DIVISOR: ["excusedDivisor", Number],
  CIS_BENEFIT_ROUND_TO_10_GROSZ: ["roundTo10Grosz", yes],
  CIS_BONUS_MAX: ["bonusMaxPercent", Number],
} as const satisfies Readonly<Record<string, readonly [keyof BenefitLaw, (value: string) => number | boolean]>>;

export type BenefitParameter = keyof typeof readers;
export const benefitParameters = Object.keys(readers) as BenefitParameter[];

/** The law out of the parameters of one day (`parametersOn`), or undefined when one of them does not hold yet. */
export function benefitLawFrom(values: ReadonlyMap<string, { value: string }>): BenefitLaw | undefined {
  const found: Partial<Record<keyof BenefitLaw, number | boolean>> = {};
  for (const code of benefitParameters) {
    const value = values.get(code)?.value;
    if (value === undefined) return undefined;
    const [name, read] = readers[code];
    found[name] = read(value);
  }
  return found as BenefitLaw; // every reader has just put its own name in
}

type Row = readonly [code: BenefitParameter, validFrom: `${number}-${number}-${number}`, value: `${number}`];

/**
 * The general rows as a house is born with, for whoever computes without one (`powrot benefit`). A test holds them against
 * `legal_parameter`. Source: docs/domain/rules.md R-CIS-20 to R-CIS-26.
 */
export const generalRows: readonly Row[] = [
  ["UNEMPLOYMENT_BENEFIT_FIRST_90_DAYS", "2024-06-01", "1662.00"],
  ["UNEMPLOYMENT_BENEFIT_FIRST_90_DAYS", "2025-06-01", "1721.90"],
  ["UNEMPLOYMENT_BENEFIT_FIRST_90_DAYS", "2026-06-01", "1783.90"],
  ["CIS_BENEFIT_RATE", "2000-01-01", "120"],
  ["CIS_BENEFIT_MONTH_DIVISOR", "2000-01-01", "30"],
  ["CIS_UNEXCUSED_DIVISOR", "2000-01-01", "20"],
  ["CIS_UNEXCUSED_MAX", "2000-01-01", "3"],
  ["CIS_SICK_DIVISOR", "2000-01-01", "40"],
  ["CIS_SICK_DAYS_LIMIT", "2000-01-01", "21"],
  ["CIS_SICK_LIMIT_PER_SICKNESS", "2000-01-01", "0"],
  ["CIS_SICK_IN_CLASS_DAYS", "2000-01-01", "0"],
  ["CIS_SICK_BEYOND_DIVISOR", "2000-01-01", "30"],
  ["CIS_TRIAL_SICK_DIVISOR", "2000-01-01", "30"],
  ["CIS_UNEXCUSED_FROM_PART_MONTH", "2000-01-01", "0"],
  ["CIS_EXCUSED_DIVISOR", "2000-01-01", "30"],
  ["CIS_BENEFIT_ROUND_TO_10_GROSZ", "2000-01-01", "0"],
  ["CIS_BONUS_MAX", "2000-01-01", "100"],
];

/** The general law of `day`, or undefined for a day before the first amount that we know. */
export function generalLawOn(day: PlainDate): BenefitLaw | undefined {
  const held = generalRows.filter(([, validFrom]) => compareDays(plainDate(validFrom), day) <= 0);
  return benefitLawFrom(new Map(held.map(([code, , value]) => [code, { value }])));
}
