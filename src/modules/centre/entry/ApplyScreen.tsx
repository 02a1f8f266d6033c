import { useQuery } from "@tanstack/react-query";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { dayOfInstant, formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { consentsQuery } from "../../person/api.ts";
import { entryStale } from "./api.ts";
import { type ApplicantKind, applicantKinds, type EntryService, entryServices } from "./codes.ts";
import { entryMessages } from "./messages.ts";
import { needsConsent } from "./rules.ts";

const refuseInstitution = ({
  applicantName,
  consentOn,
  proof,
}: Record<"applicantName" | "consentOn" | "proof", string>) => [
  ...(applicantName.trim() ? [] : [{ path: "applicantName", code: "entry.applicant_missing" }]),
  ...(consentOn ? [] : [{ path: "consentOn", code: "entry.consent_missing" }]),
  ...(proof ? [] : [{ path: "proof", code: "entry.consent_proof_missing" }]),
];

/** The application: who applies, where to, when, with whose consent. */
export function ApplyScreen() {
  const t = useMessages(entryMessages);
  const personId = useParam("personId");
  const go = useGo();
  const lang = useLanguage();
  const form = useCommandForm({
    type: "centre-entry.apply",
    initial: {
      entryId: uuidv7(),
      service: "CIS" as EntryService | "",
      applicantKind: "SELF" as ApplicantKind | "",
      applicantName: "",
      appliedOn: today() as string,
      representative: "",
      consentOn: "",
      proof: "",
      words: "",
    },
    build: ({ applicantKind, applicantName, representative, consentOn, proof, ...values }) => {
      const byInstitution = applicantKind !== "" && needsConsent(applicantKind);
      return {
        ...values,
        personId,
        applicantKind,
        applicantName: applicantKind === "SELF" ? "" : applicantName,
        representative: byInstitution ? representative : "",
        consentOn: byInstitution ? consentOn || null : null,
        consentProof: byInstitution && proof ? (proof === "PAPER" ? "PAPER" : "REGISTER") : null,
        consentId: byInstitution && proof && proof !== "PAPER" ? proof : null,
      };
    },
    check: ({ service, applicantKind, applicantName, appliedOn, consentOn, proof }) => [
      ...(service ? [] : [{ path: "service", code: "field.required" }]),
      ...(applicantKind ? [] : [{ path: "applicantKind", code: "field.required" }]),
      ...(appliedOn ? [] : [{ path: "appliedOn", code: "field.required" }]),
      ...(applicantKind === "LEGAL_REP" && !applicantName.trim()
        ? [{ path: "applicantName", code: "entry.representative_missing" }]
        : []),
      ...(applicantKind && needsConsent(applicantKind) ? refuseInstitution({ applicantName, consentOn, proof }) : []),
    ],
    messages: t,
    invalidates: entryStale,
    onDone: (_answer, { entryId }) => {
      toast({ text: t("saved") });
      go(`/centre-entries/${entryId}`);
    },
  });
  const { applicantKind } = form.values;
  const byInstitution = applicantKind !== "" && needsConsent(applicantKind);
  const consents = (useQuery({ ...consentsQuery(personId), enabled: byInstitution }).data?.consents ?? []).filter(
    ({ withdrawnAt }) => withdrawnAt === null,
  );
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
          <TextField
            label={t(byInstitution ? "institutionName" : "representativeName")}
            maxLength={200}
            {...form.field("applicantName")}
          />
        )}
        {byInstitution && (
          <TextField
            label={t("representative")}
            hint={t("representative.hint")}
            maxLength={200}
            {...form.field("representative")}
          />
        )}
        <DateField label={t("appliedOn")} {...form.field("appliedOn")} />
        {byInstitution && (
          <>
            <DateField label={t("consentOn")} hint={t("consentOn.hint")} {...form.field("consentOn")} />
            <SelectField
              label={t("consentProof")}
              hint={t("consentProof.hint")}
              options={[
                { value: "PAPER", label: t("proof.PAPER") },
                ...consents.map(({ id, purpose, givenAt }) => ({
                  value: id,
                  label: t("proof.entry", { purpose, day: formatDay(dayOfInstant(givenAt), lang) }),
                })),
              ]}
              {...form.field("proof")}
            />
          </>
        )}
        <TextArea label={t("words")} maxLength={2000} {...form.field("words")} />
      </CommandForm>
    </Page>
  );
}
