import { MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { AnswerField } from "./AnswerField.tsx";
import type { AssessmentValues } from "./assessmentValues.ts";
import { enforcements } from "./codes.ts";
import { assessmentMessages } from "./messages.ts";

/** What F-22 asks for beside its areas. */
export function SocialSection({ form }: { form: CommandForm<AssessmentValues> }) {
  const t = useMessages(assessmentMessages);
  const { values } = form;
  return (
    <FormSection question={t("q.social")}>
      <TextField
        label={t("jurisdictionCommune")}
        hint={t("jurisdictionCommune.hint")}
        inputMode="numeric"
        size={9}
        maxLength={7}
        {...form.field("jurisdictionCommune")}
      />
      {!values.jurisdictionCommune.trim() && <AnswerField part="jurisdictionCommune" form={form} />}
      <TextArea label={t("benefits")} rows={2} maxLength={1000} {...form.field("benefits")} />
      {!values.benefits.trim() && <AnswerField part="benefits" form={form} />}
      <MultiChoice
        label={t("enforcement")}
        options={enforcements.map((value) => ({ value, label: t(`enforcement.${value}`) }))}
        {...form.field("enforcement")}
      />
      {values.enforcement.length > 0 ? (
        <TextArea label={t("enforcementNote")} rows={2} maxLength={1000} {...form.field("enforcementNote")} />
      ) : (
        <AnswerField part="enforcement" form={form} />
      )}
    </FormSection>
  );
}
