import { useQuery } from "@tanstack/react-query";
import { Button } from "../../platform/ui/Button.tsx";
import { CheckField, ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { type Option, SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { colleaguesQuery, colleaguesWho } from "../organisation/api.ts";
import { concluders } from "./access.ts";
import { plainConsequences } from "./codes.ts";
import type { ContractValues } from "./contractForm.ts";
import { FamilyFields } from "./FamilyFields.tsx";
import { FromProfile } from "./FromProfile.tsx";
import { FromWorkHistory } from "./FromWorkHistory.tsx";
import { contractMessages } from "./messages.ts";

const representations = ["PARENT_OR_GUARDIAN", "GUARDIAN", "CURATOR", "TEMPORARY_ADVISER"] as const;

type Props = {
  form: CommandForm<ContractValues>;
  homelessByFile: boolean;
  /** Who is named now as the social worker. */
  workerName?: string | null;
  /** The case whose experience profile may fill part I. */
  caseId: string | null;
  /** Whose work history may fill part IB. */
  personId: string;
};

/** The contract's questions but for goals and duties, which are tables of their own. */
export function ContractFields({ form, homelessByFile, workerName = null, caseId, personId }: Props) {
  return (
    <>
      <PartyFields form={form} homelessByFile={homelessByFile} workerName={workerName} personId={personId} />
      <SituationFields form={form} caseId={caseId} />
      {(form.values.unemployed || form.values.unemployment !== "") && (
        <UnemploymentFields form={form} personId={personId} />
      )}
      <DateFields form={form} />
      <ConsequenceFields form={form} />
    </>
  );
}

/** Social workers of the house; who was written and no longer is one keeps a line. */
function useConcluders(chosen: string, chosenName: string | null | undefined): Option[] {
  const colleagues = colleaguesWho(useQuery(colleaguesQuery).data?.colleagues, concluders);
  const gone =
    chosen && chosenName && !colleagues.some(({ id }) => id === chosen) ? [{ id: chosen, name: chosenName }] : [];
  return [...colleagues, ...gone].map(({ id, name }) => ({ value: id, label: name }));
}

function PartyFields({ form, homelessByFile, workerName, personId }: Omit<Props, "caseId">) {
  const t = useMessages(contractMessages);
  const { values, field } = form;
  const workers = useConcluders(values.socialWorkerId, workerName);
  return (
    <FormSection question={t("group.parties")}>
      <ChoiceField
        stacked
        label={t("field.variant")}
        hint={t("hint.variant")}
        options={(["IA_IIA", "IB_IIB"] as const).map((value) => ({ value, label: t(`variant.${value}`) }))}
        {...field("variant")}
      />
      <TextField label={t("field.personName")} {...field("personName")} />
      <SelectField
        label={t("field.representation")}
        options={representations.map((value) => ({ value, label: t(`signedAs.${value}`) }))}
        empty="–"
        {...field("representation")}
      />
      {values.representation !== "" && <TextField label={t("field.representedBy")} {...field("representedBy")} />}
      <FamilyFields form={form} personId={personId} />
      <TextField label={t("field.centreName")} {...field("centreName")} />
      <TextField
        label={t("field.commune")}
        hint={t("hint.commune")}
        inputMode="numeric"
        size={9}
        maxLength={7}
        {...field("commune")}
      />
      <SelectField label={t("field.concludedBy")} options={workers} {...field("socialWorkerId")} />
      <CheckField label={t("field.lead")} {...field("withLead")} />
      {values.withLead && (
        <>
          <TextField label={t("field.leadName")} {...field("leadName")} />
          <TextField label={t("field.leadSigner")} {...field("leadSigner")} />
        </>
      )}
      <CheckField
        label={t("field.homeless")}
        {...(homelessByFile ? { hint: t("hint.homelessByFile") } : {})}
        {...field("homeless")}
      />
      <CheckField label={t("field.unemployed")} {...field("unemployed")} />
    </FormSection>
  );
}

function SituationFields({ form, caseId }: Pick<Props, "form" | "caseId">) {
  const t = useMessages(contractMessages);
  const { field } = form;
  return (
    <FormSection question={t("group.situation")}>
      {caseId && <FromProfile caseId={caseId} values={form.values} onTake={(taken) => form.set(taken)} />}
      <TextArea label={t("field.situation")} {...field("situation")} />
      <TextArea label={t("field.resources")} {...field("resources")} />
      <TextArea label={t("field.barriers")} {...field("barriers")} />
      <TextArea label={t("field.actionsSoFar")} {...field("actionsSoFar")} />
    </FormSection>
  );
}

/** Part IB: what the labour office and the work history say. */
function UnemploymentFields({ form, personId }: Pick<Props, "form" | "personId">) {
  const t = useMessages(contractMessages);
  const { field, values } = form;
  return (
    <FormSection question={t("group.unemployment")} hint={t("hint.unemployment")}>
      <TextField label={t("field.pupReferral")} {...field("pupReferral")} />
      <FromWorkHistory
        personId={personId}
        value={values.unemployment}
        onTake={(unemployment) => form.set({ unemployment })}
      />
      <TextArea label={t("field.unemployment")} {...field("unemployment")} />
    </FormSection>
  );
}

function DateFields({ form }: Pick<Props, "form">) {
  const t = useMessages(contractMessages);
  const { evaluationDates } = form.values;
  return (
    <FormSection question={t("group.dates")}>
      {evaluationDates.map((day, at) => (
        <DateField
          key={at}
          label={`${t("field.evaluationDay")} ${at + 1}`}
          quick={[]}
          value={day}
          onChange={(next) => form.set({ evaluationDates: evaluationDates.with(at, next) })}
          {...form.at(`evaluationDates.${at}`)}
        />
      ))}
      <div className="cluster">
        <Button icon="plus" onClick={() => form.set({ evaluationDates: [...evaluationDates, ""] })}>
          {t("act.addDate")}
        </Button>
      </div>
    </FormSection>
  );
}

function ConsequenceFields({ form }: Pick<Props, "form">) {
  const t = useMessages(contractMessages);
  return (
    <FormSection question={t("group.consequences")} hint={t("hint.consequences")}>
      <TextArea rows={6} label={t("field.consequences")} {...form.field("consequences")} />
      {form.values.consequences.trim() === "" && (
        <div className="cluster">
          <Button onClick={() => form.set({ consequences: plainConsequences })}>{t("act.plainConsequences")}</Button>
        </div>
      )}
    </FormSection>
  );
}
