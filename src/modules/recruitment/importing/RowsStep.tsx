import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useGo } from "../../../platform/ui/navigation.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { listedValues } from "../../project/criteria/codes.ts";
import { criteriaMessages } from "../../project/criteria/messages.ts";
import { recruitmentStale } from "../api.ts";
import type { ProvenFact } from "../codes.ts";
import { foldWord } from "./cells.ts";
import type { ListPreview, PreviewRow } from "./contract.ts";
import type { ReadingWish, Sent } from "./ImportScreen.tsx";
import { importMessages } from "./messages.ts";
import "../setup/recruitment.css";

type RowsProps = {
  recruitmentId: string;
  sent: Sent;
  wish: ReadingWish;
  confirmed: readonly ProvenFact[];
  preview: ListPreview;
  statements: Statements;
  onBack: () => void;
  onAgain: (wish: ReadingWish) => void;
};

/** Every row with what is the matter with it; what is ready is marked, what needs a decision is not. */
export function RowsStep({ recruitmentId, sent, wish, confirmed, preview, statements, onBack, onAgain }: RowsProps) {
  const t = useMessages(importMessages);
  const go = useGo();
  const [onlyFaults, setOnlyFaults] = useState(false);
  const count = (verdict: PreviewRow["verdict"]) => preview.rows.filter((row) => row.verdict === verdict).length;
  const form = useCommandForm<{ taken: readonly number[] }>({
    type: "candidate-list.accept",
    messages: t,
    draft: false,
    initial: { taken: preview.rows.filter(({ verdict }) => verdict === "ready").map(({ row }) => row) },
    build: ({ taken }) => ({
      importId: uuidv7(),
      recruitmentId,
      ...sent,
      ...wish,
      confirmed,
      taken,
      seen: preview.seen,
    }),
    check: ({ taken }) => (taken.length === 0 ? [{ path: "taken", code: "nothing" }] : []),
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("accepted") });
      go(`/recruitment/${recruitmentId}/candidates`);
    },
  });
  const taken = new Set(form.values.taken);
  const toggle = (row: number) => {
    const next = new Set(taken);
    if (!next.delete(row)) next.add(row);
    form.set({ taken: preview.rows.map((one) => one.row).filter((one) => next.has(one)) });
  };
  const rows = onlyFaults ? preview.rows.filter(({ faults }) => faults.length > 0) : preview.rows;
  return (
    <Card title={t("step.rows")}>
      {preview.unknownWords.length > 0 && <WordsForm wish={wish} preview={preview} onAgain={onAgain} />}
      <CommandForm
        form={form}
        submit={t("act.accept", { count: taken.size })}
        note={t("accept.what")}
        actions={
          <Button icon="left" onClick={onBack}>
            {t("act.back")}
          </Button>
        }
        onReload={() => onAgain(wish)}
      >
        <p role="status">
          {t("summary", { ready: count("ready"), ask: count("ask"), stop: count("stop"), empty: preview.empty })}
        </p>
        <p>
          <Button kind="plain" pressed={onlyFaults} onClick={() => setOnlyFaults(!onlyFaults)}>
            {t(onlyFaults ? "show.all" : "show.faults")}
          </Button>
        </p>
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t("step.rows")}>
          <table className="plain-table import-rows">
            <thead>
              <tr>
                <th scope="col">{t("take")}</th>
                <th scope="col" className="number">
                  {t("row")}
                </th>
                <th scope="col">{t("name")}</th>
                <th scope="col">{t("pesel")}</th>
                <th scope="col">{t("values")}</th>
                <th scope="col">{t("faults")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.row}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t("take.of", { row: row.row, name: row.name })}
                      checked={taken.has(row.row)}
                      disabled={row.verdict === "stop"}
                      onChange={() => toggle(row.row)}
                    />
                  </td>
                  <td className="number">{row.row}</td>
                  <th scope="row">{row.name || "–"}</th>
                  <td data-label={t("pesel")}>{row.pesel ?? "–"}</td>
                  <td data-label={t("values")}>
                    <Values row={row} statements={statements} />
                  </td>
                  <td data-label={t("faults")}>
                    <Faults row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </CommandForm>
    </Card>
  );
}

type Statements = ReadonlyMap<string, string>;

/** Each value that would be written, in words, so that a wrongly read column is seen before it is taken in. */
function Values({ row, statements }: { row: PreviewRow; statements: Statements }) {
  const t = useMessages(importMessages);
  const of = useMessages(criteriaMessages);
  const words = (value: string) =>
    t.maybe(`value.${value}`) ??
    of.maybe(`value.${value}`) ??
    (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, t.lang) : value);
  return row.values.length === 0 ? (
    "–"
  ) : (
    <ul className="preview-faults small">
      {row.values.map(({ field, value }) => (
        <li key={field}>
          {statements.get(field) ?? t.maybe(`field.${field}`) ?? field}: {words(value)}
        </li>
      ))}
    </ul>
  );
}

const tones = { ready: "confirmed", ask: "due", stop: "danger" } as const;

function Faults({ row }: { row: PreviewRow }) {
  const t = useMessages(importMessages);
  return (
    <>
      <Status tone={tones[row.verdict]}>{t(`verdict.${row.verdict}`)}</Status>
      {row.faults.length > 0 && (
        <ul className="preview-faults small">
          {row.faults.map(({ code, field, given, taken }) => (
            <li key={`${code} ${field}`}>
              {t.maybe(`fault.${code}`, { field: field ? t(`field.${field}`) : "", given, taken })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Words of this sender that nobody knows yet, each with the code that it stands for. */
function WordsForm({ wish, preview, onAgain }: Pick<RowsProps, "wish" | "preview" | "onAgain">) {
  const t = useMessages(importMessages);
  const of = useMessages(criteriaMessages);
  const [words, setWords] = useState(wish.words);
  return (
    <Card title={t("words")} level={3}>
      <p className="soft">{t("words.hint")}</p>
      <div className="form-column">
        {preview.unknownWords.map(({ field, word, rows }) => (
          <SelectField
            key={`${field} ${word}`}
            label={t("word.of", { field: t(`field.${field}`), word, rows })}
            options={listedValues[field].map((value) => ({ value, label: of.maybe(`value.${value}`) ?? value }))}
            value={(words[field]?.[foldWord(word)] ?? "") as (typeof listedValues)[typeof field][number] | ""}
            onChange={(code) => setWords({ ...words, [field]: { ...words[field], [foldWord(word)]: code } })}
          />
        ))}
        <p>
          <Button onClick={() => onAgain({ ...wish, words })}>{t("act.words")}</Button>
        </p>
      </div>
    </Card>
  );
}
