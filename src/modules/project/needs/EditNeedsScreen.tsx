import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { useSession } from "../../../platform/ui/session.ts";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { projectsQuery, unitsQuery } from "../api.ts";
import { needsStatementQuery } from "./api.ts";
import { figureKinds, precisions, shareKinds } from "./codes.ts";
import type { NeedsStatementView } from "./contract.ts";
import { needsMessages } from "./messages.ts";
import { emptyFigure, emptyShare, type FigureRow, figureRows, type ShareRow, startingRows } from "./needsRows.ts";
import { RegisterFigures } from "./RegisterFigures.tsx";
import { refuseContent } from "./rules.ts";
import "../project.css";

export function EditNeedsScreen() {
  const t = useMessages(needsMessages);
  const statementId = useParam("statementId");
  const statement = useQuery(needsStatementQuery(statementId));
  return (
    <Page
      title={t("needs.edit")}
      back={{ to: `/needs-statements/${statementId}`, label: statement.data?.title ?? t("needs.title") }}
      narrow
    >
      <Loaded query={statement}>
        {(data) => (
          <NeedsForm
            key={data.version}
            statementId={statementId}
            known={data}
            onReload={() => void statement.refetch()}
          />
        )}
      </Loaded>
    </Page>
  );
}

export function NewNeedsScreen() {
  const t = useMessages(needsMessages);
  const [statementId] = useState(() => uuidv7());
  return (
    <Page
      title={t("needs.new")}
      lead={t("needs.lead")}
      back={{ to: "/needs-statements", label: t("needs.title") }}
      narrow
    >
      <NeedsForm statementId={statementId} />
    </Page>
  );
}

type Props = { statementId: string; known?: NeedsStatementView; onReload?: () => void };

function contentOf({
  figures,
  shares,
  gap,
  conclusion,
}: {
  figures: readonly FigureRow[];
  shares: readonly ShareRow[];
  gap: string;
  conclusion: string;
}) {
  return {
    figures: figures.map((row) => ({ ...row, value: row.value ?? null, asAt: row.asAt || null })),
    shares: [...shares],
    gap,
    conclusion,
  };
}

function NeedsForm({ statementId, known, onReload }: Props) {
  const t = useMessages(needsMessages);
  const go = useGo();
  const own = useSession().unitIds ?? [];
  const units = useQuery({ ...unitsQuery, enabled: !known && own.length > 1 });
  const projects = useQuery(projectsQuery);
  const [start] = useState(() =>
    known
      ? { figures: figureRows(known.content.figures), shares: known.content.shares as readonly ShareRow[] }
      : startingRows(t),
  );
  const form = useCommandForm({
    type: "needs-statement.record",
    base: known?.version,
    initial: {
      title: known?.title ?? t("needs.title"),
      unitId: known?.unitId ?? (own.length === 1 ? (own[0] ?? "") : ""),
      projectId: (known?.projectId ?? "") as string,
      gap: known?.content.gap ?? "",
      conclusion: known?.content.conclusion ?? "",
      ...start,
    },
    messages: t,
    check: (values) => {
      const required = (path: string, text: string) => (text.trim() === "" ? [{ path, code: "field.required" }] : []);
      const lacking = [
        ...required("title", values.title),
        ...required("unitId", values.unitId),
        ...values.figures.flatMap(({ label }, at) => required(`figures.${at}.label`, label)),
        ...values.shares.flatMap(({ label, partId, baseId }, at) => [
          ...required(`shares.${at}.label`, label),
          ...required(`shares.${at}.partId`, partId),
          ...required(`shares.${at}.baseId`, baseId),
        ]),
      ];
      const refusal =
        lacking.length > 0 ? null : refuseContent(contentOf(values) as Parameters<typeof refuseContent>[0]); // days as the field gives them
      return refusal ? [{ path: "title", code: refusal }] : lacking;
    },
    build: (values) => ({
      statementId,
      unitId: values.unitId,
      projectId: values.projectId || null,
      title: values.title.trim(),
      ...contentOf(values),
    }),
    invalidates: [["needs-statement"]],
    onDone: () => {
      toast({ text: t("needs.saved") });
      go(`/needs-statements/${statementId}`);
    },
  });
  const { figures, shares } = form.values;
  const dropFigure = (id: string) =>
    form.set({
      figures: figures.filter(({ figureId }) => figureId !== id),
      shares: shares.filter(({ partId, baseId }) => partId !== id && baseId !== id),
    });
  return (
    <CommandForm form={form} submit={t("needs.save")} {...(onReload ? { onReload } : {})}>
      <FormSection question={t("needs.what")}>
        <TextField label={t("needs.name")} required maxLength={300} {...form.field("title")} />
        {!known && own.length > 1 && (
          <SelectField
            label={t("needs.unit")}
            required
            options={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            {...form.field("unitId")}
          />
        )}
        <SelectField
          label={t("needs.project")}
          hint={t("needs.projectHint")}
          options={(projects.data?.projects ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          {...form.field("projectId")}
        />
      </FormSection>
      <FormSection question={t("needs.figuresAsk")} hint={t("needs.figuresHint")}>
        {figures.map((row, index) => (
          <FigureFields
            key={row.figureId}
            row={row}
            no={index + 1}
            at={(name) => form.at(`figures.${index}.${name}`)}
            onChange={(change) =>
              form.set({ figures: figures.map((each, at) => (at === index ? { ...each, ...change } : each)) })
            }
            onRemove={() => dropFigure(row.figureId)}
          />
        ))}
        <div>
          <Button icon="plus" onClick={() => form.set({ figures: [...figures, emptyFigure()] })}>
            {t("row.addFigure")}
          </Button>
        </div>
      </FormSection>
      <FormSection question={t("register.title")} hint={t("register.hint")} optional>
        <RegisterFigures onTake={(figure) => form.set({ figures: [...figures, figure] })} />
      </FormSection>
      <FormSection question={t("needs.sharesAsk")} hint={t("paper.how")}>
        {shares.map((row, index) => (
          <ShareFields
            key={row.shareId}
            row={row}
            no={index + 1}
            figures={figures}
            at={(name) => form.at(`shares.${index}.${name}`)}
            onChange={(change) =>
              form.set({ shares: shares.map((each, at) => (at === index ? { ...each, ...change } : each)) })
            }
            onRemove={() => form.set({ shares: shares.filter((_, at) => at !== index) })}
          />
        ))}
        <div>
          <Button icon="plus" onClick={() => form.set({ shares: [...shares, emptyShare()] })}>
            {t("row.addShare")}
          </Button>
        </div>
      </FormSection>
      <FormSection question={t("needs.wordsAsk")}>
        <TextArea label={t("needs.gap")} rows={5} maxLength={5000} {...form.field("gap")} />
        <TextArea label={t("needs.conclusion")} rows={5} maxLength={5000} {...form.field("conclusion")} />
      </FormSection>
    </CommandForm>
  );
}

type RowProps<R> = {
  row: R;
  no: number;
  at: (name: keyof R & string) => { id: string; error: string | undefined };
  onChange: (change: Partial<R>) => void;
  onRemove: () => void;
};

function FigureFields({ row, no, at, onChange, onRemove }: RowProps<FigureRow>) {
  const t = useMessages(needsMessages);
  return (
    <fieldset className="criterion stack-tight">
      <legend>{row.label || t("needs.figureNo", { no })}</legend>
      <TextField
        label={t("figure.label")}
        required
        maxLength={200}
        {...at("label")}
        value={row.label}
        onChange={(label) => onChange({ label })}
      />
      <NumberField
        label={t("figure.value")}
        decimals={row.kind === "PERCENT" ? 1 : 0}
        unit={t(`kind.${row.kind}`)}
        {...at("value")}
        value={row.value}
        onChange={(value) => onChange({ value })}
      />
      <SelectField
        label={t("figure.precision")}
        empty={false}
        options={precisions.map((value) => ({ value, label: t(`precision.${value}`) }))}
        {...at("precision")}
        value={row.precision}
        onChange={(precision) => precision && onChange({ precision })}
      />
      <SelectField
        label={t("figure.kind")}
        empty={false}
        options={figureKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...at("kind")}
        value={row.kind}
        onChange={(kind) => kind && onChange({ kind })}
      />
      <TextField
        label={t("figure.source")}
        maxLength={300}
        {...at("source")}
        value={row.source}
        onChange={(source) => onChange({ source })}
      />
      <DateField
        label={t("figure.asAt")}
        quick={[]}
        {...at("asAt")}
        value={row.asAt}
        onChange={(asAt) => onChange({ asAt })}
      />
      <Remove what={row.label || t("needs.figureNo", { no })} onRemove={onRemove} />
    </fieldset>
  );
}

function ShareFields({
  row,
  no,
  at,
  onChange,
  onRemove,
  figures,
}: RowProps<ShareRow> & { figures: readonly FigureRow[] }) {
  const t = useMessages(needsMessages);
  const options = figures
    .filter(({ kind }) => kind === "PERSONS")
    .map(({ figureId, label }, index) => ({ value: figureId, label: label || t("needs.figureNo", { no: index + 1 }) }));
  return (
    <fieldset className="criterion stack-tight">
      <legend>{row.label || t("needs.shareNo", { no })}</legend>
      <TextField
        label={t("share.label")}
        required
        maxLength={200}
        {...at("label")}
        value={row.label}
        onChange={(label) => onChange({ label })}
      />
      <SelectField
        label={t("share.kind")}
        empty={false}
        options={shareKinds.map((value) => ({ value, label: t(`shareKind.${value}`) }))}
        {...at("kind")}
        value={row.kind}
        onChange={(kind) => kind && onChange({ kind })}
      />
      <SelectField
        label={t("share.part")}
        required
        options={options}
        {...at("partId")}
        value={row.partId}
        onChange={(partId) => onChange({ partId })}
      />
      <SelectField
        label={t("share.base")}
        required
        options={options}
        {...at("baseId")}
        value={row.baseId}
        onChange={(baseId) => onChange({ baseId })}
      />
      <Remove what={row.label || t("needs.shareNo", { no })} onRemove={onRemove} />
    </fieldset>
  );
}

function Remove({ what, onRemove }: { what: string; onRemove: () => void }) {
  const t = useMessages(needsMessages);
  return (
    <div className="cluster">
      <Button kind="plain" icon="cross" label={t("row.removeOf", { what })} onClick={onRemove}>
        {t("row.remove")}
      </Button>
    </div>
  );
}
