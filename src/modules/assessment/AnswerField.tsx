import { SelectField } from "../../platform/ui/SelectField.tsx";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { AssessmentValues } from "./assessmentValues.ts";
import { type AskedPart, listAnswers } from "./codes.ts";
import { assessmentMessages } from "./messages.ts";

/** Everybody has a commune in charge, and is fit or not. */
const neverNone: readonly AskedPart[] = ["jurisdictionCommune", "fitness"];

/** Said instead of an entry: none, not known, does not want to say. Shown for as long as there is no entry. */
export function AnswerField({ part, form }: { part: AskedPart; form: CommandForm<AssessmentValues> }) {
  const t = useMessages(assessmentMessages);
  const { answers } = form.values;
  return (
    <SelectField
      label={t(`instead.${part}`)}
      empty="–"
      options={listAnswers
        .filter((value) => value !== "NONE" || !neverNone.includes(part))
        .map((value) => ({ value, label: t(`said.${value}`) }))}
      value={answers[part] ?? ""}
      onChange={(answer) => form.set({ answers: { ...answers, [part]: answer } })}
    />
  );
}
