import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isPlainDate } from "../../../platform/time/plainDate.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { CheckField, MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { colleaguesQuery, colleaguesWho } from "../../organisation/api.ts";
import { mergeRows, removedRows, touchedRows } from "../lineRows.ts";
import { annexStale, vocationalQuery } from "./api.ts";
import { movers, planMeasures, stepTypes, targetUnits } from "./codes.ts";
import type { StepView, VocationalContent, VocationalPlanView } from "./contract.ts";
import { annexMessages } from "./messages.ts";
import { mayLackDocument, trainingEnd } from "./rules.ts";
import "../../../platform/ui/record.css";
import "../plan.css";

type Annex = NonNullable<VocationalPlanView["annex"]>;
type Reload = () => Promise<VocationalPlanView | undefined>;

/** Goal with what belongs to it, and the steps; each part is saved on its own. */
export function EditVocationalScreen() {
  const t = useMessages(annexMessages);
  const planId = useParam("planId");
  const query = useQuery(vocationalQuery(planId));
  const reload = async () => (await query.refetch()).data;
  return (
    <Page title={t("act.editVocational")} back={{ to: `/plans/${planId}/vocational`, label: t("vocational") }} narrow>
      <Loaded query={query}>
        {(plan) =>
          plan.annex && plan.mayWrite ? (
            <>
              <ContentForm key={plan.annex.version} annex={plan.annex} reload={reload} />
              <StepsForm plan={plan} annex={plan.annex} reload={reload} />
            </>
          ) : (
            <Notice>{t(plan.annex ? "annex.closed" : "notBegun")}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

type Values = Omit<VocationalContent, "reviewOn" | "measures"> & {
  measures: VocationalContent["measures"];
  reviewOn: readonly string[];
};

function ContentForm({ annex, reload }: { annex: Annex; reload: Reload }) {
  const t = useMessages(annexMessages);
  const initial: Values = annex.content;
  const form = useCommandForm<Values>({
    type: "vocational-plan.change",
    initial,
    // only what was touched, so that a field another person changed is not overwritten
    build: (values) => ({
      annexId: annex.id,
      fields: Object.fromEntries(
        Object.entries({ ...values, reviewOn: [...new Set(values.reviewOn.filter(isPlainDate))].sort() }).filter(
          ([name, value]) => JSON.stringify(value) !== JSON.stringify(initial[name as keyof Values]), // names of `Values`
        ),
      ),
    }),
    base: annex.version,
    messages: t,
    invalidates: annexStale,
    onDone: () => toast({ text: t("saved") }),
  });
  const { reviewOn, targets } = form.values;
  const { data: colleagues } = useQuery(colleaguesQuery);
  return (
    <Card title={t("vocational")}>
      <CommandForm form={form} submit={t("act.save")} onReload={() => void reload()}>
        <TextArea label={t("goal")} hint={t("goal.hint")} maxLength={2000} {...form.field("goal")} />
        <TextArea label={t("targetJobs")} rows={2} maxLength={1000} {...form.field("targetJobs")} />
        <MultiChoice
          label={t("measures")}
          options={planMeasures.map((value) => ({ value, label: t(`measure.${value}`) }))}
          value={form.values.measures}
          onChange={(measures) =>
            form.set({
              measures: [...measures],
              targets: Object.fromEntries(measures.flatMap((code) => (targets[code] ? [[code, targets[code]]] : []))),
            })
          }
        />
        {form.values.measures.map((code) => (
          <NumberField
            key={code}
            label={t("target.field", { measure: t(`measure.${code}`) })}
            hint={t("target.hint")}
            unit={t(`target.unit.${targetUnits[code]}`)}
            value={targets[code]}
            onChange={(target) => {
              const { [code]: _, ...others } = targets;
              form.set({ targets: target === undefined ? others : { ...others, [code]: target } });
            }}
          />
        ))}
        <SelectField
          label={t("coach.foreseen")}
          hint={t("coach.foreseen.hint")}
          options={colleaguesWho(colleagues?.colleagues, { JOB_COACH: "team" }).map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
          value={form.values.coachId ?? ""}
          onChange={(coachId) => form.set({ coachId: coachId || null })}
        />
        {reviewOn.map((day, at) => (
          <div key={at} className="stack-tight">
            <DateField
              label={t("reviewOn.no", { no: at + 1 })}
              quick={[]}
              value={day}
              onChange={(next) => form.set({ reviewOn: reviewOn.map((each, index) => (index === at ? next : each)) })}
            />
            <div>
              <Button
                kind="plain"
                icon="cross"
                onClick={() => form.set({ reviewOn: reviewOn.filter((_, index) => index !== at) })}
              >
                {t("reviewOn.remove")}
              </Button>
            </div>
          </div>
        ))}
        {reviewOn.length < 12 && (
          <div>
            <Button icon="plus" onClick={() => form.set({ reviewOn: [...reviewOn, ""] })}>
              {t("reviewOn.add")}
            </Button>
          </div>
        )}
      </CommandForm>
    </Card>
  );
}

type Row = Omit<StepView, "version" | "status" | "fromOn" | "untilOn" | "hours"> & {
  base: number | null;
  fromOn: string;
  untilOn: string;
  hours: number | null;
};

const rowsOf = (annex: Annex): Row[] =>
  annex.steps.map(({ version, status: _, fromOn, untilOn, ...step }) => ({
    ...step,
    base: version,
    fromOn: fromOn ?? "",
    untilOn: untilOn ?? "",
  }));

function StepsForm({ plan, annex, reload }: { plan: VocationalPlanView; annex: Annex; reload: Reload }) {
  const t = useMessages(annexMessages);
  const go = useGo();
  const [read, setRead] = useState(() => rowsOf(annex));
  const form = useCommandForm({
    type: "vocational-plan.set-steps",
    initial: { steps: read },
    build: ({ steps }) => ({
      annexId: annex.id,
      steps: touchedRows(steps, read).map(({ id, fromOn, untilOn, ...step }) => ({
        ...step,
        lineId: id,
        fromOn: fromOn || null,
        untilOn: untilOn || null,
        competence: step.lacksDocument ? step.competence : "",
      })),
      removed: removedRows(steps, read).map(({ id, base }) => ({ lineId: id, base })),
    }),
    messages: t,
    invalidates: annexStale,
    onDone: () => {
      toast({ text: t("saved") });
      go(`/plans/${plan.planId}/vocational`);
    },
  });
  const readAgain = async () => {
    const now = (await reload())?.annex;
    if (!now) return;
    const rows = rowsOf(now);
    setRead(rows);
    form.reset({ steps: mergeRows(form.values.steps, read, rows) });
  };
  const { steps } = form.values;
  // only what was touched is sent, so that the server counts the lines of that
  const sent = touchedRows(steps, read).map(({ id }) => id);
  const change = (at: number, part: Partial<Row>) =>
    form.set({ steps: steps.map((step, index) => (index === at ? { ...step, ...part } : step)) });
  const empty = (): Row => ({
    id: uuidv7(),
    base: null,
    type: "COURSE",
    provider: "",
    hours: null,
    fromOn: "",
    untilOn: "",
    certificate: "",
    mover: "PERSON",
    lacksDocument: false,
    competence: "",
  });
  const undocumented = (plan.level?.qualifications ?? []).filter(({ document }) => document !== "PRESENT");
  return (
    <Card title={t("steps")}>
      <p className="soft">{t("steps.lead")}</p>
      <CommandForm form={form} submit={t("act.saveSteps")} submitKind="quiet" onReload={() => void readAgain()}>
        {steps.map((step, at) => (
          <StepFields
            key={step.id}
            step={step}
            names={undocumented.map(({ name }) => name)}
            error={(field) => form.at(`steps.${sent.indexOf(step.id)}.${field}`).error}
            onChange={(part) => change(at, part)}
            onRemove={() => form.set({ steps: steps.filter((_, index) => index !== at) })}
          />
        ))}
        <div>
          <Button icon="plus" onClick={() => form.set({ steps: [...steps, empty()] })}>
            {t("step.add")}
          </Button>
        </div>
      </CommandForm>
    </Card>
  );
}

type StepFieldsProps = {
  step: Row;
  /** Competences without a document, as the assessment found them. */
  names: readonly string[];
  error: (field: string) => string | undefined;
  onChange: (part: Partial<Row>) => void;
  onRemove: () => void;
};

function StepFields({ step, names, error, onChange, onRemove }: StepFieldsProps) {
  const t = useMessages(annexMessages);
  const lang = useLanguage();
  const training =
    step.type === "WORKPLACE_TRAINING" && isPlainDate(step.fromOn)
      ? t("untilOn.training", { day: formatDay(trainingEnd(step.fromOn), lang) })
      : undefined;
  return (
    <fieldset className="edit-line">
      <SelectField
        label={t("step.type")}
        empty={false}
        options={stepTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
        value={step.type}
        onChange={(type) => type && onChange({ type, lacksDocument: step.lacksDocument && mayLackDocument(type) })}
      />
      <TextField
        label={t("provider")}
        maxLength={300}
        value={step.provider}
        error={error("provider")}
        onChange={(provider) => onChange({ provider })}
      />
      <NumberField
        label={t("hours")}
        unit={t("hours.unit")}
        decimals={2}
        value={step.hours ?? undefined}
        error={error("hours")}
        onChange={(hours) => onChange({ hours: hours ?? null })}
      />
      <DateField label={t("fromOn")} quick={[]} value={step.fromOn} onChange={(fromOn) => onChange({ fromOn })} />
      <DateField
        label={t("untilOn")}
        hint={training}
        quick={[]}
        value={step.untilOn}
        onChange={(untilOn) => onChange({ untilOn })}
      />
      <TextField
        label={t("certificate")}
        maxLength={300}
        value={step.certificate}
        onChange={(certificate) => onChange({ certificate })}
      />
      <SelectField
        label={t("mover")}
        empty={false}
        options={movers.map((value) => ({ value, label: t(`mover.${value}`) }))}
        value={step.mover}
        onChange={(mover) => mover && onChange({ mover })}
      />
      {mayLackDocument(step.type) && (
        <CheckField
          label={t("lacksDocument")}
          value={step.lacksDocument}
          onChange={(lacksDocument) => onChange({ lacksDocument })}
        />
      )}
      {step.lacksDocument && (
        <TextField
          label={t("competence")}
          hint={names.length > 0 ? t("competence.from", { names: names.join(", ") }) : undefined}
          maxLength={500}
          required
          value={step.competence}
          error={error("competence")}
          onChange={(competence) => onChange({ competence })}
        />
      )}
      <div>
        <Button kind="plain" icon="cross" onClick={onRemove}>
          {t("step.remove")}
        </Button>
      </div>
    </fieldset>
  );
}
