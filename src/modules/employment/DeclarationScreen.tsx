import { useQuery } from "@tanstack/react-query";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection, MissingList } from "../../platform/ui/FormLayout.tsx";
import { useGo, useParam, useUrlFilters } from "../../platform/ui/navigation.ts";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { StoredFileField } from "../../platform/ui/StoredFileField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { employerQuery } from "./api.ts";
import { contractForms } from "./codes.ts";
import type { DeclarationLine } from "./contract.ts";
import { employmentMessages } from "./messages.ts";
import { refuseDeclaration } from "./rules.ts";

/** F-51: a new declaration, or the completion of one (`declaration` in the address). */
export function DeclarationScreen() {
  const t = useMessages(employmentMessages);
  const employerId = useParam("employerId");
  const [{ declaration }] = useUrlFilters({ declaration: "" });
  const employer = useQuery(employerQuery(employerId));
  const back = { to: `/employment/employers/${employerId}`, label: employer.data?.name ?? t("employer") };
  return (
    <Page
      title={t(declaration ? "declaration.complete" : "declaration.new")}
      lead={t("declaration.lead")}
      back={back}
      narrow
    >
      <Loaded query={employer} lines={6}>
        {({ declarations }) => (
          <DeclarationForm
            employerId={employerId}
            known={declarations.find(({ id }) => id === declaration)}
            reload={() => void employer.refetch()}
          />
        )}
      </Loaded>
    </Page>
  );
}

function DeclarationForm({
  employerId,
  known,
  reload,
}: {
  employerId: string;
  known: DeclarationLine | undefined;
  reload: () => void;
}) {
  const t = useMessages(employmentMessages);
  const go = useGo();
  const form = useCommandForm({
    type: known ? "declaration.complete" : "declaration.record",
    base: known?.version,
    initial: {
      signedOn: (known?.signedOn ?? today()) as string,
      signedBy: known?.signedBy ?? "",
      personsCount: known?.personsCount as number | undefined,
      positions: known?.positions ?? "",
      workingTimeFraction: known?.workingTimeFraction ?? undefined,
      weeklyHours: known?.weeklyHours ?? undefined,
      durationMonths: known?.durationMonths ?? undefined,
      durationUntil: (known?.durationUntil ?? "") as string,
      indefinite: known?.indefinite ?? false,
      contractForm: known?.contractForm ?? ("" as const),
      conditions: known?.conditions ?? "",
      fileId: known?.fileId ?? "",
    },
    build: ({ signedOn, ...values }) => ({
      ...values,
      declarationId: known?.id ?? uuidv7(),
      ...(known ? {} : { employerId, signedOn }),
      signedBy: values.signedBy.trim() || null,
      personsCount: values.personsCount ?? null,
      positions: values.positions.trim() || null,
      workingTimeFraction: values.workingTimeFraction ?? null,
      weeklyHours: values.weeklyHours ?? null,
      durationMonths: values.durationMonths ?? null,
      durationUntil: values.durationUntil || null,
      contractForm: values.contractForm || null,
      conditions: values.conditions.trim() || null,
      fileId: values.fileId || null,
    }),
    check: ({ personsCount }) =>
      personsCount ? [] : [{ path: "personsCount", code: "employment.declaration_persons_missing" }],
    messages: t,
    invalidates: [["employment"], ["outcome"]],
    onDone: () => {
      toast({ text: t("declaration.saved") });
      go(`/employment/employers/${employerId}`);
    },
  });
  const { values } = form;
  const missing = refuseDeclaration({
    personsCount: values.personsCount ?? 0,
    workingTimeFraction: values.workingTimeFraction ?? null,
    weeklyHours: values.weeklyHours ?? null,
    durationMonths: values.durationMonths ?? null,
    durationUntil: null,
    indefinite: values.indefinite || values.durationUntil !== "",
  });
  return (
    <CommandForm
      form={form}
      submit={t("declaration.save")}
      onReload={reload}
      end={<MissingList items={missing.map((code) => ({ text: t(code) }))} />}
    >
      <FormSection question={t("personsCount")}>
        {!known && <DateField label={t("signedOn")} {...form.field("signedOn")} />}
        <TextField label={t("signedBy")} {...form.field("signedBy")} />
        <NumberField label={t("personsCount")} required size={6} {...form.field("personsCount")} />
        <TextField label={t("positions")} {...form.field("positions")} />
      </FormSection>
      <FormSection question={t("workingTime")}>
        <NumberField label={t("workingTimeFraction")} decimals={2} size={6} {...form.field("workingTimeFraction")} />
        <NumberField label={t("weeklyHours")} decimals={1} size={6} {...form.field("weeklyHours")} />
      </FormSection>
      <FormSection question={t("duration")}>
        <NumberField label={t("durationMonths")} size={6} {...form.field("durationMonths")} />
        <DateField label={t("durationUntil")} quick={[]} {...form.field("durationUntil")} />
        <CheckField label={t("indefinite")} {...form.field("indefinite")} />
        <SelectField
          label={t("contractForm")}
          options={contractForms.map((value) => ({ value, label: t(`contractForm.${value}`) }))}
          {...form.field("contractForm")}
        />
        <TextArea label={t("conditions")} {...form.field("conditions")} />
        <StoredFileField label={t("scan")} {...form.field("fileId")} />
        {known?.fileId && <a href={`/api/declarations/${known.id}/scan`}>{t("scan.open")}</a>}
      </FormSection>
    </CommandForm>
  );
}
