import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { type CandidateSource, type ProvenFact, provenFacts } from "../codes.ts";
import { factOfField, importFields, provenBySender } from "./codes.ts";
import type { ListLook, Mapping } from "./contract.ts";
import type { ReadingWish } from "./ImportScreen.tsx";
import { importMessages } from "./messages.ts";
import "../setup/recruitment.css";

type ColumnsProps = {
  look: ListLook;
  /** Who sent the list: what they know first hand, it proves. */
  source: CandidateSource;
  wish: ReadingWish;
  confirmed: readonly ProvenFact[];
  onLook: (sheet: number, headerRow: number | null) => void;
  onConfirmed: (facts: readonly ProvenFact[]) => void;
  onNext: (wish: ReadingWish) => void;
};

/** Why rows cannot be made of such columns; null when they can. */
function refuseMapping(mapping: Mapping): "needs.name" | "needs.twice" | null {
  const used = mapping.filter((meaning) => meaning !== null);
  if (new Set(used).size !== used.length) return "needs.twice";
  const has = (field: string) => used.includes(field);
  return has("FULL_NAME") || has("OTHER_NAME") || (has("LAST_NAME") && has("FIRST_NAME")) ? null : "needs.name";
}

/** What each column means; guessed by its heading, or as this sender's was explained before. */
export function ColumnsStep({ look, source, wish, confirmed, onLook, onConfirmed, onNext }: ColumnsProps) {
  const t = useMessages(importMessages);
  const [mapping, setMapping] = useState<Mapping>(look.titles.map((_, at) => wish.mapping[at] ?? null));
  const [headerRow, setHeaderRow] = useState<number | undefined>(look.headerRow);
  const [tried, setTried] = useState(false);
  const refusal = refuseMapping(mapping);
  const told = provenFacts.filter((fact) =>
    mapping.some((meaning) => meaning !== null && (factOfField as Readonly<Record<string, string>>)[meaning] === fact),
  );
  const facts = told.filter((fact) => provenBySender[source].includes(fact));
  const next = () => {
    setTried(true);
    if (!refusal) onNext({ ...wish, mapping });
  };
  return (
    <Card title={t("step.columns")}>
      <div className="form-column">
        {look.remembered && <Notice tone="confirmed">{t("remembered")}</Notice>}
        {look.sheets.length > 1 && (
          <SelectField
            label={t("sheet")}
            empty={false}
            options={look.sheets.map(({ name, rows }, at) => ({
              value: String(at),
              label: t("sheet.of", { name, rows }),
            }))}
            value={String(look.sheet)}
            onChange={(value) => onLook(Number(value), null)}
          />
        )}
        <NumberField
          label={t("headerRow")}
          value={headerRow}
          onChange={(value) => {
            setHeaderRow(value);
            if (value && value >= 1 && value <= 200 && value !== look.headerRow) onLook(look.sheet, value);
          }}
        />
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t("step.columns")}>
          <table className="plain-table answer-table import-columns">
            <thead>
              <tr>
                <th scope="col">{t("column")}</th>
                <th scope="col">{t("example")}</th>
                <th scope="col">{t("meaning")}</th>
              </tr>
            </thead>
            <tbody>
              {look.titles.map((heading, at) => {
                const title = heading || t("column.no", { no: at + 1 });
                return (
                  <tr key={at}>
                    <th scope="row">{title}</th>
                    <td className="soft small">
                      {look.sample
                        .map((row) => row[at])
                        .filter(Boolean)
                        .join(" · ") || "–"}
                    </td>
                    <td>
                      <select
                        className="input select"
                        autoComplete="off"
                        aria-label={t("meaning.of", { title })}
                        value={mapping[at] ?? ""}
                        onChange={(event) => {
                          const text = event.currentTarget.value;
                          setMapping(mapping.map((was, other) => (other === at ? text || null : was)) as Mapping);
                        }}
                      >
                        <option value="">{t("ignored")}</option>
                        {importFields.map((field) => (
                          <option key={field} value={field}>
                            {t(`field.${field}`)}
                          </option>
                        ))}
                        {look.statements.map(({ ruleId, statement }) => (
                          <option key={ruleId} value={ruleId}>
                            {statement}
                          </option>
                        ))}
                      </select>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        {told.length > 0 && facts.length === 0 && <Notice>{t("confirmed.none")}</Notice>}
        {facts.length > 0 && (
          <MultiChoice
            label={t("confirmed")}
            hint={t("confirmed.hint")}
            options={facts.map((value) => ({ value, label: t(`fact.${value}`) }))}
            value={confirmed}
            onChange={onConfirmed}
          />
        )}
        {tried && refusal && (
          <div role="alert">
            <Notice tone="danger">{t(refusal)}</Notice>
          </div>
        )}
        <p>
          <Button kind="main" icon="right" onClick={next}>
            {t("act.preview")}
          </Button>
        </p>
      </div>
    </Card>
  );
}
