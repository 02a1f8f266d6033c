import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { entryStale } from "./api.ts";
import { type ApplicantKind, applicantKinds, type EntryService, entryServices } from "./codes.ts";
import { entryMessages } from "./messages.ts";
import { needsConsent } from "./rules.ts";

/** The application: who applies, where to, when, with whose consent. */
export function ApplyScreen() {
  const t = useMessages(entryMessages);
  const personId = useParam("personId");
  const go = useGo();
  const form = useCommandForm({
    type: "centre-entry.apply",
    initial: {
      entryId: uuidv7(),
      service: "CIS" as EntryService | "",
      applicantKind: "SELF" as ApplicantKind | "",
      applicantName: "",
      appliedOn: today() as string,
      consentOn: "",
      words: "",
    },
    build: ({ consentOn, ...values }) => ({ ...values, personId, consentOn: consentOn || null }),
    check: ({ service, applicantKind, appliedOn, consentOn }) => [
      ...(service ? [] : [{ path: "service", code: "field.required" }]),
      ...(applicantKind ? [] : [{ path: "applicantKind", code: "field.required" }]),
      ...(appliedOn ? [] : [{ path: "appliedOn", code: "field.required" }]),
      ...(applicantKind && needsConsent(applicantKind) && !consentOn
        ? [{ path: "consentOn", code: "entry.consent_missing" }]
        : []),
    ],
    messages: t,
    invalidates: entryStale,
    onDone: (_answer, { entryId }) => {
      toast({ text: t("saved") });
      go(`/centre-entries/${entryId}`);
    },
  });
  const { applicantKind } = form.values;
  return (
    <Page title={t("entries.apply")} back={{ to: `/people/${personId}`, label: t("back") }} narrow>
      <CommandForm form={form} submit={t("act.apply")}>
        <ChoiceField
          label={t("service")}
          options={entryServices.map((value) => ({ value, label: t(`service.${value}`) }))}
          {...form.field("service")}
        />
        <SelectField
          label={t("applicant")}
          empty={false}
          options={applicantKinds.map((value) => ({ value, label: t(`applicant.${value}`) }))}
          {...form.field("applicantKind")}
        />
        {applicantKind !== "SELF" && (
          <TextField label={t("applicantName")} maxLength={200} {...form.field("applicantName")} />
        )}
        <DateField label={t("appliedOn")} {...form.field("appliedOn")} />
        {applicantKind !== "SELF" && (
          <DateField label={t("consentOn")} hint={t("consentOn.hint")} {...form.field("consentOn")} />
        )}
        <TextArea label={t("words")} maxLength={2000} {...form.field("words")} />
      </CommandForm>
    </Page>
  );
}
