import type { CriterionRule } from "../../project/criteria/contract.ts";
import type { ProvenFact } from "../codes.ts";

const facts = {
  REGISTERED_UNEMPLOYED: "registered",
  CLIENT_OF_CENTRE: "client",
  AGE: "born",
  EDUCATION: "education",
  SEX: "sex",
  LABOUR_STATUS: "labour",
  DISABILITY: "disability",
  COMMUNE: "commune",
} as const satisfies Record<Exclude<CriterionRule["field"], "STATEMENT">, ProvenFact>;

/** The fact that a rule looks at; a statement is named by its rule. */
export const factOfRule = (rule: Pick<CriterionRule, "field" | "ruleId">): string =>
  rule.field === "STATEMENT" ? rule.ruleId : facts[rule.field];
