import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { type Criterion, type Finding, findingSources, findings } from "./codes.ts";
import type { CriterionFound } from "./contract.ts";
import { entryMessages } from "./messages.ts";
import { criterionWord, findingWord, isCondition, isGround } from "./words.ts";

export type FoundRow = { finding: Finding | ""; source: CriterionFound["source"] | ""; evidence: string };
export type FoundRows = Partial<Record<Criterion, FoundRow>>;

const nothing: FoundRow = { finding: "", source: "", evidence: "" };

/** Findings that were chosen, for the wire; a source that nobody chose is "another". */
export function foundOf(rows: FoundRows, only: (criterion: Criterion) => boolean = () => true): CriterionFound[] {
  return (Object.entries(rows) as [Criterion, FoundRow][]).flatMap(([criterion, row]) =>
    row.finding && only(criterion)
      ? [{ criterion, finding: row.finding, source: row.source || "OTHER", evidence: row.evidence }]
      : [],
  );
}

type Props = { criteria: readonly Criterion[]; value: FoundRows; onChange: (rows: FoundRows) => void };

/** A finding with its source for each criterion, grounds before benefits; what nobody touches stays as it is. */
export function CriteriaFields({ criteria, ...rest }: Props) {
  const t = useMessages(entryMessages);
  return (
    <>
      <p className="soft">{t("criteria.lead")}</p>
      <FormSection question={t("criteria.groups")}>
        {criteria.filter(isGround).map((criterion) => (
          <OneCriterion key={criterion} criterion={criterion} {...rest} />
        ))}
      </FormSection>
      <FormSection question={t("criteria.condition")}>
        {criteria.filter(isCondition).map((criterion) => (
          <OneCriterion key={criterion} criterion={criterion} {...rest} />
        ))}
      </FormSection>
      <FormSection question={t("criteria.exclusions")}>
        {criteria
          .filter((criterion) => !isGround(criterion) && !isCondition(criterion))
          .map((criterion) => (
            <OneCriterion key={criterion} criterion={criterion} {...rest} />
          ))}
      </FormSection>
    </>
  );
}

function OneCriterion({ criterion, value, onChange }: Omit<Props, "criteria"> & { criterion: Criterion }) {
  const t = useMessages(entryMessages);
  const row = value[criterion] ?? nothing;
  const put = (change: Partial<FoundRow>) => onChange({ ...value, [criterion]: { ...row, ...change } });
  const field = (name: string) => ({ id: `${name}-${criterion}`, name: `${name}-${criterion}`, error: undefined });
  const word = criterionWord(t, criterion);
  return (
    <>
      <SelectField<Finding>
        {...field("finding")}
        label={word}
        options={findings.map((finding) => ({ value: finding, label: findingWord(t, criterion, finding) }))}
        value={row.finding}
        onChange={(finding) => put({ finding })}
      />
      {(row.finding === "MET" || row.finding === "NOT_MET") && (
        <>
          <SelectField<CriterionFound["source"]>
            {...field("source")}
            label={`${t("source")} (${word})`}
            options={findingSources.map((source) => ({ value: source, label: t(`source.${source}`) }))}
            value={row.source}
            onChange={(source) => put({ source })}
          />
          <TextField
            {...field("evidence")}
            label={`${t("evidence")} (${word})`}
            maxLength={500}
            value={row.evidence}
            onChange={(evidence) => put({ evidence })}
          />
        </>
      )}
    </>
  );
}
