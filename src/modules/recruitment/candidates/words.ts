import { LOCALE, type Translate } from "../../../platform/messages.ts";
import type { CriterionRule } from "../../project/criteria/contract.ts";
import { type CriteriaWords, unknownWords } from "../../project/criteria/messages.ts";
import type { recruitmentMessages } from "../messages.ts";
import type { CandidateView } from "./contract.ts";

/** What somebody is to bring, by the rules that lack something: the paper that the rule names, else what is not known. */
export function bringWords(t: CriteriaWords, rules: readonly CriterionRule[], lacking: readonly string[]): string[] {
  return rules.filter(({ ruleId }) => lacking.includes(ruleId)).map((rule) => rule.paper ?? unknownWords(t, rule));
}

/** That an initial interview took shorter or longer than it should. */
export function outsideWords(
  t: Translate<typeof recruitmentMessages>,
  { interviewHours: { least, most } }: Pick<CandidateView, "interviewHours">,
): string {
  const numbers = new Intl.NumberFormat(LOCALE[t.lang]);
  return t("interview.outside", { least: numbers.format(least), most: numbers.format(most) });
}
