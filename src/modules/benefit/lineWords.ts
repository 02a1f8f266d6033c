import { type Lang, LOCALE, translate } from "../../platform/messages.ts";
import { formatGrosze } from "../../platform/money.ts";
import { type PlainDate, partsOf } from "../../platform/time/plainDate.ts";
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

/**
 * The sentence of a line as the participant reads it. Where the month has two laws, it names the last one's shares.
 * @param month the spans the benefit was computed from, and its full amount
 */
export function textOf(
  line: BenefitLine,
  { spans, fullGrosze }: { spans: readonly BenefitSpan[]; fullGrosze: number },
  lang: Lang,
): string {
  const t = translate(benefitLineMessages, lang);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return "";
  const { law } = last;
  const count = line.days;
  const full = formatGrosze(fullGrosze, LOCALE[lang]);
  switch (line.kind) {
    case "WHOLE_MONTH":
      return t("line.WHOLE_MONTH", { full });
    case "PART_MONTH":
      return t("line.PART_MONTH", {
        count,
        full,
        divisor: law.monthDivisor,
        from: dayOf(first.from, lang),
        to: dayOf(last.to, lang),
      });
    case "UNEXCUSED":
      return t("line.UNEXCUSED", { count, divisor: law.unexcusedDivisor });
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
  }
}

/** "10 listopada": the day of a month that the list names already. */
function dayOf(day: PlainDate, lang: Lang): string {
  const { year, month, day: number } = partsOf(day);
  const format = new Intl.DateTimeFormat(LOCALE[lang], { day: "numeric", month: "long", timeZone: "UTC" });
  return format.format(new Date(Date.UTC(year, month - 1, number)));
}
