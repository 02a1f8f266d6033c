import { useQuery } from "@tanstack/react-query";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { annexStale, pathQuery } from "./api.ts";
import { type Competence, competences, type Moment, moments } from "./codes.ts";
import type { InterpersonalPathView, MeasureView } from "./contract.ts";
import { annexMessages } from "./messages.ts";
import { standing } from "./rules.ts";
import "./annexes.css";

type Annex = NonNullable<InterpersonalPathView["annex"]>;
const levels = ["1", "2", "3", "4", "5"] as const;
type Level = (typeof levels)[number];
type Typed = Partial<Record<Competence, Level | "">>;
type Values = { moment: Moment | ""; measuredOn: string; levels: Typed; reason: string };

/** The moment that comes next: the start, then the middle; the end is chosen. */
function nextMoment(annex: Annex): Moment {
  return standing(annex.measures).some(({ moment }) => moment === "PRE") ? "MID" : "PRE";
}

export function MeasureScreen() {
  const t = useMessages(annexMessages);
  return (
    <OnPath title={t("act.measure")}>
      {(path, annex) => <MeasureForm planId={path.planId} annex={annex} corrects={undefined} />}
    </OnPath>
  );
}

/** A correction is a measurement of its own that stands from now on; the former stays readable. */
export function CorrectMeasureScreen() {
  const t = useMessages(annexMessages);
  const measureId = useParam("measureId");
  return (
    <OnPath title={t("correct")}>
      {(path, annex) => {
        const corrects = annex.measures.find(({ id }) => id === measureId);
        if (!corrects?.counts) return <Notice>{t(corrects ? "annex.already_corrected" : "annex.not_found")}</Notice>;
        return <MeasureForm planId={path.planId} annex={annex} corrects={corrects} />;
      }}
    </OnPath>
  );
}

type OnPathProps = { title: string; children: (path: InterpersonalPathView, annex: Annex) => React.ReactNode };

function OnPath({ title, children }: OnPathProps) {
  const t = useMessages(annexMessages);
  const planId = useParam("planId");
  const query = useQuery(pathQuery(planId));
  return (
    <Page title={title} back={{ to: `/plans/${planId}/path`, label: t("path") }} narrow>
      <Loaded query={query}>
        {(path) =>
          path.annex && path.mayWrite ? (
            children(path, path.annex)
          ) : (
            <Notice>{t(path.annex ? "annex.closed" : "notBegun")}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

type MeasureFormProps = { planId: string; annex: Annex; corrects: MeasureView | undefined };

function MeasureForm({ planId, annex, corrects }: MeasureFormProps) {
  const t = useMessages(annexMessages);
  const go = useGo();
  const typed = (measure: MeasureView): Typed =>
    Object.fromEntries(Object.entries(measure.levels).map(([competence, level]) => [competence, String(level)]));
  const initial: Values = {
    moment: corrects?.moment ?? nextMoment(annex),
    measuredOn: corrects?.measuredOn ?? today(),
    levels: corrects ? typed(corrects) : {},
    reason: "",
  };
  const form = useCommandForm<Values>({
    type: corrects ? "interpersonal-path.correct-measure" : "interpersonal-path.measure",
    initial,
    build: ({ moment, measuredOn, levels: chosen, reason }) => ({
      measureId: uuidv7(),
      measuredOn,
      levels: Object.fromEntries(
        Object.entries(chosen).flatMap(([competence, level]) => (level ? [[competence, Number(level)]] : [])),
      ),
      ...(corrects ? { correctsId: corrects.id, reason } : { annexId: annex.id, moment }),
    }),
    check: (values) => [
      ...(Object.values(values.levels).some(Boolean)
        ? []
        : [{ path: `levels.${competences[0]}`, code: "annex.nothing_measured" }]),
      ...(corrects && values.reason.trim() === "" ? [{ path: "reason", code: "field.required" }] : []),
    ],
    messages: t,
    invalidates: annexStale,
    onDone: () => {
      toast({ text: t("saved") });
      go(`/plans/${planId}/path`);
    },
  });
  const { values } = form;
  return (
    <CommandForm form={form} submit={t("act.save")}>
      <FormSection question={corrects ? t("correct.lead") : t("moment")}>
        {!corrects && (
          <ChoiceField
            label={t("moment")}
            required
            options={moments.map((value) => ({ value, label: t(`moment.${value}`) }))}
            {...form.field("moment")}
          />
        )}
        <DateField label={t("measuredOn")} required {...form.field("measuredOn")} />
        {corrects && (
          <TextArea label={t("correct.reason")} rows={2} required maxLength={1000} {...form.field("reason")} />
        )}
      </FormSection>
      <FormSection question={t("levels")} hint={`${t("measurements.lead")} ${t("levels.hint")}`}>
        <div className="annex-levels">
          {competences.map((competence) => (
            <SelectField
              key={competence}
              label={t(`competence.${competence}`)}
              empty="–"
              options={levels.map((value) => ({ value, label: value }))}
              value={values.levels[competence] ?? ""}
              onChange={(level) => form.set({ levels: { ...values.levels, [competence]: level } })}
              {...form.at(`levels.${competence}`)}
            />
          ))}
        </div>
      </FormSection>
    </CommandForm>
  );
}
