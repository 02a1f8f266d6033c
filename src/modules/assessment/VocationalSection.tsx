import { ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { SkillRows } from "./AssessmentRows.tsx";
import type { AssessmentValues } from "./assessmentValues.ts";
import { fitnesses, workBarriers, workHours } from "./codes.ts";
import { assessmentMessages } from "./messages.ts";

/** What F-23 asks for beside its areas; work history and qualifications stand in records of their own. */
export function VocationalSection({ form }: { form: CommandForm<AssessmentValues> }) {
  const t = useMessages(assessmentMessages);
  const { values } = form;
  return (
    <FormSection question={t("q.vocational")} hint={t("vocational.history")}>
      <SkillRows form={form} />
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
      {values.fitness && <DateField label={t("fitness.on")} quick={[]} {...form.field("fitnessOn")} />}
      {values.fitness === "FIT_WITH_LIMITS" && (
        <TextField label={t("fitness.limits")} maxLength={500} {...form.field("fitnessLimits")} />
      )}
    </FormSection>
  );
}
