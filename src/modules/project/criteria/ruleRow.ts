import { isTeryt } from "../../../platform/identifiers/teryt.ts";
import type { AgeTest, CriterionField, ListedField } from "./codes.ts";
import type { CriterionRule } from "./contract.ts";

/** A rule as typed. One that is changed goes out under a new id, so that the one before stays what it was. */
export type RuleRow = {
  ruleId: string;
  field: CriterionField;
  months: number | undefined;
  gapDays: number | undefined;
  test: AgeTest;
  years: number | undefined;
  values: readonly string[];
  /** TERYT codes with commas between. */
  communes: string;
  statement: string;
  paper: string;
};

export const emptyRow = (ruleId: string): RuleRow => ({
  ruleId,
  field: "REGISTERED_UNEMPLOYED",
  months: undefined,
  gapDays: 0,
  test: "OVER",
  years: undefined,
  values: [],
  communes: "",
  statement: "",
  paper: "",
});

export function rowOf(rule: CriterionRule): RuleRow {
  const row = { ...emptyRow(rule.ruleId), field: rule.field, paper: rule.paper ?? "" };
  switch (rule.field) {
    case "REGISTERED_UNEMPLOYED":
      return { ...row, months: rule.months, gapDays: rule.gapDays };
    case "CLIENT_OF_CENTRE":
      return { ...row, months: rule.months };
    case "AGE":
      return { ...row, test: rule.test, years: rule.years };
    case "STATEMENT":
      return { ...row, statement: rule.statement };
    case "COMMUNE":
      return { ...row, communes: rule.values.join(", ") };
    default:
      return { ...row, values: rule.values };
  }
}

const communesOf = ({ communes }: RuleRow) =>
  communes
    .split(/[\s,;]+/)
    .map((code) => code.trim())
    .filter((code) => code !== "");

/** The field of a row that still lacks something or cannot be read, with its code; undefined for a whole rule. */
export function faultOf(row: RuleRow): { name: keyof RuleRow; code: string } | undefined {
  const required = (name: keyof RuleRow) => ({ name, code: "field.required" });
  switch (row.field) {
    case "REGISTERED_UNEMPLOYED":
      if (row.months === undefined) return required("months");
      return row.gapDays === undefined ? required("gapDays") : undefined;
    case "CLIENT_OF_CENTRE":
      return row.months === undefined ? required("months") : undefined;
    case "AGE":
      return row.years === undefined ? required("years") : undefined;
    case "STATEMENT":
      return row.statement.trim() === "" ? required("statement") : undefined;
    case "COMMUNE": {
      const codes = communesOf(row);
      if (codes.length === 0) return required("communes");
      return codes.every(isTeryt) ? undefined : { name: "communes", code: "rule.badCommune" };
    }
    default:
      return row.values.length === 0 ? required("values") : undefined;
  }
}

/** The rule that a row says; undefined while it is not whole. */
export function ruleOf(row: RuleRow): CriterionRule | undefined {
  if (faultOf(row)) return undefined;
  const base = { ruleId: row.ruleId, paper: row.paper.trim() || null };
  const [months, years] = [row.months ?? 0, row.years ?? 0];
  switch (row.field) {
    case "REGISTERED_UNEMPLOYED":
      return { ...base, field: row.field, test: "LONGER_THAN", months, gapDays: row.gapDays ?? 0 };
    case "CLIENT_OF_CENTRE":
      return { ...base, field: row.field, test: "LONGER_THAN", months };
    case "AGE":
      return { ...base, field: row.field, test: row.test, years };
    case "STATEMENT":
      return { ...base, field: row.field, test: "IS_TRUE", statement: row.statement.trim() };
    case "COMMUNE":
      return { ...base, field: row.field, test: "ONE_OF", values: communesOf(row) };
    default:
      return listedRule(base, row.field, row.values);
  }
}

/** The values come from the field's own list of choices. */
function listedRule(
  base: { ruleId: string; paper: string | null },
  field: ListedField,
  values: readonly string[],
): CriterionRule {
  return { ...base, field, test: "ONE_OF", values: [...values] } as CriterionRule; // proven by the choices offered for `field`
}
