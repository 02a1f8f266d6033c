import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { CriterionRule } from "./contract.ts";
import { criteriaMessages, ruleWords } from "./messages.ts";

/** Rules as sentences, each with the paper that proves it. */
export function RuleList({ rules }: { rules: readonly CriterionRule[] }) {
  const t = useMessages(criteriaMessages);
  return (
    <ol className="rule-list stack-tight">
      {rules.map((rule) => (
        <li key={rule.ruleId}>
          {ruleWords(t, rule)}
          {rule.paper !== null && <span className="soft small"> {t("rule.paper", { paper: rule.paper })}</span>}
        </li>
      ))}
    </ol>
  );
}
