import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField, MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ageTests, criterionFields, listedFields, listedValues } from "./codes.ts";
import { criteriaMessages, ruleWords } from "./messages.ts";
import { emptyRow, type RuleRow, ruleOf } from "./ruleRow.ts";
import "../project.css";

/** The most rules a project may set; as `SetCriteria` says. */
const mostRules = 40;

type Props = {
  rows: readonly RuleRow[];
  onChange: (rows: readonly RuleRow[]) => void;
  at: (path: string) => { id: string; error: string | undefined };
};

/** Each rule as what it asks and how, with the sentence that it makes. */
export function RuleFields({ rows, onChange, at }: Props) {
  const t = useMessages(criteriaMessages);
  const put = (index: number, change: Partial<RuleRow>) =>
    onChange(rows.map((row, each) => (each === index ? { ...row, ...change, ruleId: uuidv7() } : row)));
  return (
    <>
      {rows.map((row, index) => (
        // rows have no name of their own and their id changes with their content
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end, and all values are controlled
        <fieldset key={index} className="criterion stack-tight">
          <legend>{t("rule.no", { no: index + 1 })}</legend>
          <RuleSentence row={row} />
          <SelectField
            label={t("rule.about")}
            empty={false}
            options={criterionFields.map((value) => ({ value, label: t(`field.${value}`) }))}
            {...at(`${index}.field`)}
            value={row.field}
            onChange={(field) => field && put(index, { field, values: [] })}
          />
          <RuleParameter row={row} put={(change) => put(index, change)} at={(name) => at(`${index}.${name}`)} />
          <TextField
            label={t("rule.paperField")}
            hint={t("rule.paperHint")}
            maxLength={200}
            {...at(`${index}.paper`)}
            value={row.paper}
            onChange={(paper) => put(index, { paper })}
          />
          <div className="cluster">
            <Button
              kind="plain"
              icon="cross"
              label={t("rule.removeNo", { no: index + 1 })}
              onClick={() => onChange(rows.filter((_, each) => each !== index))}
            >
              {t("rule.remove")}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button icon="plus" onClick={() => onChange([...rows, emptyRow(uuidv7())])} disabled={rows.length >= mostRules}>
          {t("rule.add")}
        </Button>
      </div>
    </>
  );
}

function RuleSentence({ row }: { row: RuleRow }) {
  const t = useMessages(criteriaMessages);
  const rule = ruleOf(row);
  return rule ? <p className="soft">{t("rule.reads", { rule: ruleWords(t, rule) })}</p> : null;
}

type ParameterProps = {
  row: RuleRow;
  put: (change: Partial<RuleRow>) => void;
  at: (name: keyof RuleRow) => { id: string; error: string | undefined };
};

function RuleParameter({ row, put, at }: ParameterProps) {
  const t = useMessages(criteriaMessages);
  const months = (
    <NumberField
      label={t("rule.longerThan")}
      unit={t("rule.monthsUnit")}
      size={4}
      {...at("months")}
      value={row.months}
      onChange={(value) => put({ months: value })}
    />
  );
  switch (row.field) {
    case "CLIENT_OF_CENTRE":
      return months;
    case "REGISTERED_UNEMPLOYED":
      return (
        <>
          {months}
          <NumberField
            label={t("rule.gapDays")}
            hint={t("rule.gapHint")}
            unit={t("rule.daysUnit")}
            size={4}
            {...at("gapDays")}
            value={row.gapDays}
            onChange={(gapDays) => put({ gapDays })}
          />
        </>
      );
    case "AGE":
      return (
        <>
          <ChoiceField
            label={t("rule.ageTest")}
            options={ageTests.map((value) => ({ value, label: t(`age.${value}`) }))}
            {...at("test")}
            value={row.test}
            onChange={(test) => test && put({ test })}
          />
          <NumberField
            label={t("rule.years")}
            unit={t("rule.yearsUnit")}
            size={4}
            {...at("years")}
            value={row.years}
            onChange={(years) => put({ years })}
          />
        </>
      );
    case "COMMUNE":
      return (
        <TextField
          label={t("rule.communes")}
          hint={t("rule.communesHint")}
          maxLength={500}
          {...at("communes")}
          value={row.communes}
          onChange={(communes) => put({ communes })}
        />
      );
    case "STATEMENT":
      return (
        <TextField
          label={t("rule.statement")}
          hint={t("rule.statementHint")}
          maxLength={500}
          {...at("statement")}
          value={row.statement}
          onChange={(statement) => put({ statement })}
        />
      );
    default: {
      const field = listedFields.find((each) => each === row.field);
      return field ? (
        <MultiChoice
          label={t("rule.values")}
          options={listedValues[field].map((value) => ({ value: value as string, label: t(`value.${value}`) }))}
          {...at("values")}
          value={row.values}
          onChange={(values) => put({ values })}
        />
      ) : null;
    }
  }
}
