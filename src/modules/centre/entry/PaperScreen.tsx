import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
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
import { CriteriaFields, type FoundRows, foundOf } from "./CriteriaFields.tsx";
import {
  type ApplicantKind,
  applicantKinds,
  criteria,
  type EntryService,
  entryServices,
  type Issuer,
  issuers,
  opinions,
} from "./codes.ts";
import { entryMessages } from "./messages.ts";
import { type Residence, ResidenceFields, refuseCommune } from "./ResidenceFields.tsx";

/** A referral that came to the centre on paper, with what the paper says. */
export function PaperScreen() {
  const t = useMessages(entryMessages);
  const personId = useParam("personId");
  const go = useGo();
  const form = useCommandForm({
    type: "centre-entry.record-paper",
    initial: {
      entryId: uuidv7(),
      service: "CIS" as EntryService | "",
      issuer: "OPS" as Issuer | "",
      issuerName: "",
      referralNo: "",
      referredOn: "",
      opsToldOn: "",
      applicantKind: "SELF" as ApplicantKind | "",
      applicantName: "",
      appliedOn: "",
      consentOn: "",
      interviewOn: "",
      opinion: "" as (typeof opinions)[number] | "",
      opinionOn: "",
      words: "",
      commune: "",
      communePays: false,
      communeAgreement: "NOT_NEEDED" as Residence["communeAgreement"],
      rows: {} as FoundRows,
    },
    build: ({ rows, opinion, words, commune, opsToldOn, consentOn, interviewOn, opinionOn, ...values }) => ({
      ...values,
      personId,
      found: foundOf(rows),
      opinion: opinion || null,
      words: words.trim() || null,
      commune: commune.trim() || null,
      opsToldOn: opsToldOn || null,
      consentOn: consentOn || null,
      interviewOn: interviewOn || null,
      opinionOn: opinionOn || null,
    }),
    check: ({ issuerName, referralNo, referredOn, appliedOn, rows, commune, applicantKind, applicantName }) => [
      ...(applicantKind === "SELF" || applicantName.trim()
        ? []
        : [
            {
              path: "applicantName",
              code: applicantKind === "LEGAL_REP" ? "entry.representative_missing" : "entry.applicant_missing",
            },
          ]),
      ...refuseCommune(commune),
      ...(issuerName.trim().length >= 2 ? [] : [{ path: "issuerName", code: "field.required" }]),
      ...(referralNo.trim() ? [] : [{ path: "referralNo", code: "entry.number_missing" }]),
      ...(referredOn ? [] : [{ path: "referredOn", code: "field.required" }]),
      ...(appliedOn ? [] : [{ path: "appliedOn", code: "field.required" }]),
      ...(foundOf(rows).length > 0 ? [] : [{ path: "rows", code: "entry.group_evidence_missing" }]),
    ],
    messages: t,
    invalidates: entryStale,
    onDone: (_answer, { entryId }) => {
      toast({ text: t("saved") });
      go(`/centre-entries/${entryId}`);
    },
  });
  const { issuer, applicantKind } = form.values;
  return (
    <Page title={t("entries.paper")} back={{ to: `/people/${personId}`, label: t("back") }} narrow>
      <CommandForm form={form} submit={t("act.record")}>
        <ChoiceField
          label={t("service")}
          options={entryServices.map((value) => ({ value, label: t(`service.${value}`) }))}
          {...form.field("service")}
        />
        <ChoiceField
          label={t("issuer")}
          options={issuers.map((value) => ({ value, label: t(`issuer.${value}`) }))}
          {...form.field("issuer")}
        />
        <TextField label={t("issuerName")} maxLength={200} {...form.field("issuerName")} />
        <TextField label={t("referralNo")} maxLength={60} {...form.field("referralNo")} />
        <DateField label={t("referredOn")} {...form.field("referredOn")} />
        {issuer === "PUP" && <DateField label={t("opsToldOn")} {...form.field("opsToldOn")} />}
        <SelectField
          label={t("applicant")}
          empty={false}
          options={applicantKinds.map((value) => ({ value, label: t(`applicant.${value}`) }))}
          {...form.field("applicantKind")}
        />
        {applicantKind !== "SELF" && (
          <>
            <TextField label={t("applicantName")} maxLength={200} {...form.field("applicantName")} />
            <DateField label={t("consentOn")} hint={t("consentOn.hint")} {...form.field("consentOn")} />
          </>
        )}
        <DateField label={t("appliedOn")} {...form.field("appliedOn")} />
        <DateField label={t("interviewOn")} {...form.field("interviewOn")} />
        <ChoiceField
          label={t("opinion")}
          options={opinions.map((value) => ({ value, label: t(`opinion.${value}`) }))}
          {...form.field("opinion")}
        />
        <DateField label={t("opinionOn")} {...form.field("opinionOn")} />
        {form.values.opinion === "NEGATIVE" && (
          <TextArea label={t("reason.against")} maxLength={2000} {...form.field("words")} />
        )}
        {form.values.service === "CIS" && <ResidenceFields field={form.field} />}
        <CriteriaFields criteria={criteria} value={form.values.rows} onChange={(rows) => form.set({ rows })} />
      </CommandForm>
    </Page>
  );
}
