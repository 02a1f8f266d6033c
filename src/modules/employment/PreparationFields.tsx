import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import type { FormField } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { PlacementView } from "./contract.ts";
import { employmentMessages } from "./messages.ts";

const days = ["agreementOn", "medicalExamOn", "medicalExamUntil", "safetyTrainingOn", "insuredFrom"] as const;

/** What must be there before the start, as typed. */
export type Preparation = Record<(typeof days)[number], string> & {
  agreementNo: string;
  mentor: string;
  disclosure: string;
  disclosureAgreed: boolean;
};

export function preparationOf(placement?: PlacementView): Preparation {
  return {
    agreementNo: placement?.agreementNo ?? "",
    agreementOn: placement?.agreementOn ?? "",
    medicalExamOn: placement?.medicalExamOn ?? "",
    medicalExamUntil: placement?.medicalExamUntil ?? "",
    safetyTrainingOn: placement?.safetyTrainingOn ?? "",
    insuredFrom: placement?.insuredFrom ?? "",
    mentor: placement?.mentor ?? "",
    disclosure: placement?.disclosure ?? "",
    disclosureAgreed: placement?.disclosureAgreed ?? false,
  };
}

export function preparationPayload(values: Preparation) {
  return {
    ...Object.fromEntries(days.map((name) => [name, values[name] || null])),
    agreementNo: values.agreementNo.trim() || null,
    mentor: values.mentor.trim() || null,
    disclosure: values.disclosure.trim() || null,
    disclosureAgreed: values.disclosureAgreed,
  };
}

export type PreparationFieldSet = { [K in keyof Preparation]: FormField<Preparation[K]> };

/** Agreement, exam, safety, insurance, mentor, and what the employer may hear. `from`: where that was taken from. */
export function PreparationFields({ fields, from }: { fields: PreparationFieldSet; from?: string }) {
  const t = useMessages(employmentMessages);
  return (
    <>
      <FormSection question={t("placement.before")} hint={t("placement.beforeHint")}>
        <TextField label={t("agreementNo")} size={20} {...fields.agreementNo} />
        {days.map((name) => (
          <DateField key={name} label={t(name)} quick={["today"]} {...fields[name]} />
        ))}
        <TextField label={t("mentor")} {...fields.mentor} />
      </FormSection>
      <FormSection question={t("placement.told")}>
        {from && <Notice>{from}</Notice>}
        <CheckField label={t("disclosureAgreed")} {...fields.disclosureAgreed} />
        <TextArea label={t("disclosure")} hint={t("disclosure.hint")} {...fields.disclosure} />
      </FormSection>
    </>
  );
}
