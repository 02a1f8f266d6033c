import { z } from "zod";
import { type Lang, translate } from "../../platform/messages.ts";
import { formatGrosze, groszeToDecimal, parseGrosze } from "../../platform/money.ts";
import { plainDate, startOfMonth } from "../../platform/time/plainDate.ts";
import { PlainDate } from "../../platform/time/schemas.ts";
import { benefitCalculatorMessages } from "./calculatorMessages.ts";
import { type BenefitLaw, generalLawOn } from "./law.ts";
import { sourceOf, textOf } from "./lineWords.ts";
import { type BenefitSpan, benefitOf, benefitPhases, refuseBonus, refuseSpans } from "./rules.ts";

const Days = z.int().min(0).max(31);
const Divisor = z.int().min(1).max(1000);

/** The open points of R-CIS-23 and R-CIS-24; left out means what a house is born with. */
const CalculatorOptions = z.strictObject({
  /** (a) whether `sickDaysUsedBefore` is of the participation or of the one sickness: whoever counts the days has settled it, the sum is the same. */
  sickLimitPerSickness: z.boolean().optional(),
  /** (b) whether `sickDays` are class days: as above. */
  sickInClassDays: z.boolean().optional(),
  /** (c) a sick day over the limit takes 1/this of the full benefit. */
  sickBeyondDivisor: Divisor.optional(),
  /** (d) a sick day in the trial takes 1/this. */
  trialSickDivisor: Divisor.optional(),
  /** (e) an unexcused day is taken of the part-month amount. */
  unexcusedFromPartMonth: z.boolean().optional(),
  /** R-CIS-24: another excused day takes 1/this. */
  excusedDivisor: Divisor.optional(),
  /** R-CIS-20: the full benefit is rounded to 10 grosz first. */
  roundTo10Grosz: z.boolean().optional(),
});

export const calculatorOptions = Object.keys(CalculatorOptions.shape);

/** One case of `powrot benefit`: a person's month. Days are whole and inclusive, money decimal text in PLN. */
const CalculatorCase = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  phase: z.enum(benefitPhases),
  coveredFrom: PlainDate,
  coveredTo: PlainDate,
  unexcusedDays: Days,
  sickDays: Days,
  sickDaysUsedBefore: z.int().min(0).max(1000),
  otherExcusedDays: Days,
  daysOff: Days,
  bonus: z.string().regex(/^-?\d{1,7}(\.\d{1,2})?$/),
  options: CalculatorOptions,
});

export type CalculatorLine = { rule: string; days: number; amount: string; article: string; text: string };
export type CalculatorAnswer =
  | { full: string; lines: CalculatorLine[]; benefit: string; bonus: string }
  | { error: { code: string; message: string } };

/**
 * What `powrot benefit` answers to one line: the benefit with the lines that explain it, or why there is none. Never throws for
 * bad input. Amounts are decimal text in PLN, a reduction below zero.
 */
export function calculate(line: string, lang: Lang): CalculatorAnswer {
  const t = translate(benefitCalculatorMessages, lang);
  const refused = (
    code: keyof typeof benefitCalculatorMessages,
    params?: Record<string, string>,
  ): CalculatorAnswer => ({
    error: { code, message: t.maybe(code, params) ?? code },
  });
  const given = readJson(line);
  if (given === undefined) return refused("benefit.not_json");
  const read = CalculatorCase.safeParse(given);
  if (!read.success) {
    const fields = read.error.issues.map(({ path, ...issue }) =>
      [...path.map(String), ...("keys" in issue && Array.isArray(issue.keys) ? issue.keys.slice(0, 1) : [])].join("."),
    );
    return refused("benefit.invalid", {
      fields: [...new Set(fields)].filter(Boolean).join(", ").slice(0, 200) || "JSON",
    });
  }

  const { month, phase, coveredFrom, coveredTo, sickDaysUsedBefore, bonus, options, ...days } = read.data;
  if (startOfMonth(coveredFrom) !== plainDate(`${month}-01`)) return refused("benefit.not_one_month");
  const general = generalLawOn(coveredFrom);
  if (!general) return refused("benefit.rate_unknown");
  const law: BenefitLaw = { ...general, ...options };
  const spans: BenefitSpan[] = [{ from: coveredFrom, to: coveredTo, phase, law, ...days }];
  const refusal = refuseSpans(spans);
  if (refusal) return refused(refusal);

  const benefit = benefitOf(spans, sickDaysUsedBefore);
  const bonusGrosze = parseGrosze(bonus) ?? 0;
  const bonusRefusal = refuseBonus(bonusGrosze, spans, benefit.bonusMaxGrosze);
  if (bonusRefusal) return refused(bonusRefusal, { cap: formatGrosze(benefit.bonusMaxGrosze) });
  return {
    full: groszeToDecimal(benefit.fullGrosze),
    lines: benefit.lines.map((found) => ({
      ...sourceOf(found.kind),
      days: found.days,
      amount: groszeToDecimal(found.amountGrosze),
      text: textOf(found, { spans, fullGrosze: benefit.fullGrosze }, lang),
    })),
    benefit: groszeToDecimal(benefit.benefitGrosze),
    bonus: groszeToDecimal(bonusGrosze),
  };
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
