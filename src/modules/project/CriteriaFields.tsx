import { Button } from "../../platform/ui/Button.tsx";
import { MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { criterionKinds, educationLevels } from "./codes.ts";
import type { Criterion } from "./contract.ts";
import { projectMessages } from "./messages.ts";
import "./project.css";

/** A criterion as typed. One that is changed goes out under a new id: the old one is withdrawn and stays known. */
export type CriterionRow = {
  criterionId: string;
  kind: Criterion["kind"];
  overMonths: number | undefined;
  gapDays: number | undefined;
  olderThanYears: number | undefined;
  levels: readonly string[];
  text: string;
};

export function criteriaOf(criteria: readonly Criterion[]): readonly CriterionRow[] {
  return criteria.map(({ criterionId, kind, detail }) => ({
    criterionId,
    kind,
    overMonths: detail.overMonths,
    gapDays: detail.gapDays,
    olderThanYears: detail.olderThanYears,
    levels: detail.levels ?? [],
    text: detail.text ?? "",
  }));
}

const given = <N extends string>(name: N, value: number | undefined) => (value === undefined ? {} : { [name]: value });

/** Only the parts that the kind reads. */
function detailOf(row: CriterionRow): Criterion["detail"] {
  switch (row.kind) {
    case "LONG_TERM_UNEMPLOYED":
      return { ...given("overMonths", row.overMonths), ...given("gapDays", row.gapDays) };
    case "CLIENT_OF_CENTRE":
      return given("overMonths", row.overMonths);
    case "AGE":
      return given("olderThanYears", row.olderThanYears);
    case "EDUCATION":
      return { levels: [...row.levels] };
    case "OTHER":
      return { text: row.text.trim() };
  }
}

export function criteriaPayload(rows: readonly CriterionRow[]): Criterion[] {
  return rows.map((row) => ({ criterionId: row.criterionId, kind: row.kind, detail: detailOf(row) }));
}

/** Criteria without the number, level or words that make them one. */
export function missingInCriteria(rows: readonly CriterionRow[]): { path: string; code: string }[] {
  const lacks: Readonly<Record<Criterion["kind"], (row: CriterionRow) => string | false>> = {
    LONG_TERM_UNEMPLOYED: (row) => row.overMonths === undefined && "overMonths",
    CLIENT_OF_CENTRE: (row) => row.overMonths === undefined && "overMonths",
    AGE: (row) => row.olderThanYears === undefined && "olderThanYears",
    EDUCATION: (row) => row.levels.length === 0 && "levels",
    OTHER: (row) => row.text.trim() === "" && "text",
  };
  return rows.flatMap((row, index) => {
    const name = lacks[row.kind](row);
    return name ? [{ path: `criteria.${index}.${name}`, code: "field.required" }] : [];
  });
}

type Props = {
  rows: readonly CriterionRow[];
  onChange: (rows: readonly CriterionRow[]) => void;
  at: (path: string) => { id: string; error: string | undefined };
};

/** Who may take part: each criterion a kind with its number or words. */
export function CriteriaFields({ rows, onChange, at }: Props) {
  const t = useMessages(projectMessages);
  const put = (index: number, change: Partial<CriterionRow>) =>
    onChange(rows.map((row, each) => (each === index ? { ...row, ...change, criterionId: uuidv7() } : row)));
  const add = () =>
    onChange([
      ...rows,
      {
        criterionId: uuidv7(),
        kind: "OTHER",
        overMonths: undefined,
        gapDays: undefined,
        olderThanYears: undefined,
        levels: [],
        text: "",
      },
    ]);
  return (
    <>
      {rows.map((row, index) => (
        // rows have no name of their own and their id changes with their content
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end, and all values are controlled
        <fieldset key={index} className="criterion stack-tight">
          <legend>{t("criterion.no", { no: index + 1 })}</legend>
          <SelectField
            label={t("criterion.kind")}
            empty={false}
            options={criterionKinds.map((value) => ({ value, label: t(`criterionKind.${value}`) }))}
            {...at(`${index}.kind`)}
            value={row.kind}
            onChange={(kind) => kind && put(index, { kind })}
          />
          {(row.kind === "LONG_TERM_UNEMPLOYED" || row.kind === "CLIENT_OF_CENTRE") && (
            <NumberField
              label={t("criterion.overMonths")}
              unit={t("months")}
              size={4}
              {...at(`${index}.overMonths`)}
              value={row.overMonths}
              onChange={(overMonths) => put(index, { overMonths })}
            />
          )}
          {row.kind === "LONG_TERM_UNEMPLOYED" && (
            <NumberField
              label={t("criterion.gapDays")}
              hint={t("criterion.gapHint")}
              unit={t("days")}
              size={4}
              {...at(`${index}.gapDays`)}
              value={row.gapDays}
              onChange={(gapDays) => put(index, { gapDays })}
            />
          )}
          {row.kind === "AGE" && (
            <NumberField
              label={t("criterion.olderThan")}
              unit={t("years")}
              size={4}
              {...at(`${index}.olderThanYears`)}
              value={row.olderThanYears}
              onChange={(olderThanYears) => put(index, { olderThanYears })}
            />
          )}
          {row.kind === "EDUCATION" && (
            <MultiChoice
              label={t("criterion.levels")}
              options={educationLevels.map((value) => ({ value, label: t(`education.${value}`) }))}
              {...at(`${index}.levels`)}
              value={row.levels}
              onChange={(levels) => put(index, { levels })}
            />
          )}
          {row.kind === "OTHER" && (
            <TextField
              label={t("criterion.text")}
              maxLength={500}
              {...at(`${index}.text`)}
              value={row.text}
              onChange={(text) => put(index, { text })}
            />
          )}
          <div className="cluster">
            <Button
              kind="plain"
              icon="cross"
              label={t("criterion.removeNo", { no: index + 1 })}
              onClick={() => onChange(rows.filter((_, each) => each !== index))}
            >
              {t("criterion.remove")}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button icon="plus" onClick={add} disabled={rows.length >= 40}>
          {t("criterion.add")}
        </Button>
      </div>
    </>
  );
}
