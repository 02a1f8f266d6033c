import { LinkButton } from "../../platform/ui/Button.tsx";
import { ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { AnswerField } from "./AnswerField.tsx";
import { SkillRows } from "./AssessmentRows.tsx";
import { monthsWithoutWork } from "./assessmentLines.ts";
import type { AssessmentValues } from "./assessmentValues.ts";
import { fitnesses, workBarriers, workHours, workLimits } from "./codes.ts";
import type { CaseAssessments } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";

/** What F-23 asks for beside its areas; work history and qualifications stand in records of their own. */
export function VocationalSection({ form, view }: { form: CommandForm<AssessmentValues>; view: CaseAssessments }) {
  const t = useMessages(assessmentMessages);
  const { values } = form;
  const { work } = view;
  const months = monthsWithoutWork(work, t);
  return (
    <FormSection question={t("q.vocational")} hint={t("vocational.history")}>
      {work && (
        <div className="stack-tight">
          <p>{t("work.entries", { periods: work.periods, qualifications: work.qualifications })}</p>
          <p>
            {t("unemployedMonths")}: {months}
          </p>
          {view.workHistory && (
            <div>
              <LinkButton to={`/people/${view.personId}/work-history`}>{t("workHistory")}</LinkButton>
            </div>
          )}
          {work.qualifications === 0 && <AnswerField part="qualifications" form={form} />}
          {work.periods === 0 && <AnswerField part="periods" form={form} />}
        </div>
      )}
      <SkillRows form={form} />
      {!values.skills.some(({ name, level }) => name.trim() && level) && <AnswerField part="skills" form={form} />}
      <TextField label={t("test")} maxLength={200} {...form.field("testName")} />
      {values.testName && (
        <>
          <DateField label={t("test.on")} quick={[]} {...form.field("testOn")} />
          <TextField label={t("test.result")} maxLength={500} {...form.field("testResult")} />
        </>
      )}
      <MultiChoice
        label={t("barriers")}
        options={workBarriers.map((value) => ({ value, label: t(`barrier.${value}`) }))}
        {...form.field("barriers")}
      />
      {values.barriers.length === 0 && <AnswerField part="barriers" form={form} />}
      <TextArea label={t("barriersNote")} rows={2} maxLength={2000} {...form.field("barriersNote")} />
      <TextArea label={t("preferredJobs")} rows={2} maxLength={1000} {...form.field("preferredJobs")} />
      <ChoiceField
        label={t("preferredHours")}
        options={workHours.map((value) => ({ value, label: t(`hours.${value}`) }))}
        {...form.field("preferredHours")}
      />
      <NumberField label={t("areaKm")} unit="km" size={5} {...form.field("areaKm")} />
      <ChoiceField
        label={t("fitness")}
        hint={t("fitness.hint")}
        options={fitnesses.map((value) => ({ value, label: t(`fitness.${value}`) }))}
        {...form.field("fitness")}
      />
      {values.fitness ? (
        <>
          <DateField label={t("fitness.on")} quick={[]} {...form.field("fitnessOn")} />
          <DateField label={t("fitness.until")} quick={[]} {...form.field("fitnessUntil")} />
        </>
      ) : (
        <AnswerField part="fitness" form={form} />
      )}
      {values.fitness === "FIT_WITH_LIMITS" && (
        <>
          <MultiChoice
            label={t("fitness.avoid")}
            hint={t("fitness.avoidHint")}
            options={workLimits.map((value) => ({ value, label: t(`limit.${value}`) }))}
            {...form.field("avoid")}
          />
          <TextField label={t("fitness.limits")} maxLength={500} {...form.field("fitnessLimits")} />
        </>
      )}
    </FormSection>
  );
}
