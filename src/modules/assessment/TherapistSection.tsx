import { ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { AssessmentValues } from "./assessmentValues.ts";
import { type Dependence, dependencePhases, dependences } from "./codes.ts";
import { assessmentMessages } from "./messages.ts";

/** What an addiction therapist records beside the areas: what somebody depends on, how it stands, what was tried. */
export function TherapistSection({ form }: { form: CommandForm<AssessmentValues> }) {
  const t = useMessages(assessmentMessages);
  const { values } = form;
  const chosen = form.field("dependences");
  return (
    <FormSection question={t("q.therapist")} hint={t("therapist.hint")}>
      <MultiChoice
        label={t("dependences")}
        options={dependences.map((value) => ({ value, label: t(`dependence.${value}`) }))}
        {...chosen}
        onChange={(now) => chosen.onChange(aloneIfNone(values.dependences, now))}
      />
      {values.dependences
        .filter((one) => one !== "NONE_DECLARED")
        .map((one) => (
          <ChoiceField
            key={one}
            label={t("dependence.phase", { what: t(`dependence.${one}`) })}
            options={dependencePhases.map((value) => ({ value, label: t(`phase.${value}`) }))}
            value={values.phases[one] ?? ""}
            onChange={(phase) => form.set({ phases: { ...values.phases, [one]: phase } })}
          />
        ))}
      {Object.values(values.phases).includes("ABSTINENT") && (
        <DateField label={t("abstinentSince")} quick={[]} {...form.field("abstinentSince")} />
      )}
      <TextArea label={t("treatmentSoFar")} rows={2} maxLength={2000} {...form.field("treatmentSoFar")} />
    </FormSection>
  );
}

/** Nothing declared and something declared shut each other out: what was pressed last stays. */
function aloneIfNone(before: readonly Dependence[], now: readonly Dependence[]): readonly Dependence[] {
  if (!now.includes("NONE_DECLARED")) return now;
  return before.includes("NONE_DECLARED") ? now.filter((one) => one !== "NONE_DECLARED") : ["NONE_DECLARED"];
}
