import { MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { AssessmentValues } from "./assessmentValues.ts";
import { enforcements } from "./codes.ts";
import { assessmentMessages } from "./messages.ts";

/** What F-22 asks for beside its areas. */
export function SocialSection({ form }: { form: CommandForm<AssessmentValues> }) {
  const t = useMessages(assessmentMessages);
  return (
    <FormSection question={t("q.social")}>
      <TextField
        label={t("jurisdictionCommune")}
        hint={t("jurisdictionCommune.hint")}
        maxLength={200}
        {...form.field("jurisdictionCommune")}
      />
      <TextArea label={t("benefits")} rows={2} maxLength={1000} {...form.field("benefits")} />
      <MultiChoice
        label={t("enforcement")}
        options={enforcements.map((value) => ({ value, label: t(`enforcement.${value}`) }))}
        {...form.field("enforcement")}
      />
      {form.values.enforcement.length > 0 && (
        <TextArea label={t("enforcementNote")} rows={2} maxLength={1000} {...form.field("enforcementNote")} />
      )}
    </FormSection>
  );
}
