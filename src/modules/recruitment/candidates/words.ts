import type { CriterionRule } from "../../project/criteria/contract.ts";
import { type CriteriaWords, lacksWords } from "../../project/criteria/messages.ts";

/** What somebody is to bring, by the rules that lack something: the paper that the rule names, else what is not known. */
export function bringWords(t: CriteriaWords, rules: readonly CriterionRule[], lacking: readonly string[]): string[] {
  return rules
    .filter(({ ruleId }) => lacking.includes(ruleId))
    .flatMap((rule) => {
      const lacks = rule.paper === null ? "VALUE" : "PAPER";
      const words = lacksWords(t, rule, {
        ruleId: rule.ruleId,
        field: rule.field,
        result: "missing",
        value: null,
        evidence: null,
        lacks,
      });
      return words ? [words] : [];
    });
}
