import { useState } from "react";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { shiftDay } from "../../../platform/ui/days.ts";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { documentStates, leavings, notWork, qualificationKinds, workForms } from "./codes.ts";
import type { Qualification, WorkPeriod } from "./contract.ts";
import { HistoryConflict } from "./HistoryConflict.tsx";
import {
  changedPeriod,
  changedQualification,
  periodPayload,
  periodValues,
  qualificationPayload,
  qualificationValues,
} from "./historyValues.ts";
import { historyMessages } from "./messages.ts";

const invalidates = [["work-history"], ["timeline"], ["tasks"]];
const needed = (path: string, value: string) => (value.trim() ? [] : [{ path, code: "field.required" }]);

type PeriodFormProps = { personId: string; one?: WorkPeriod; onReload: () => void; onDone: () => void };

export function PeriodForm({ personId, one, onReload, onDone }: PeriodFormProps) {
  const t = useMessages(historyMessages);
  const [periodId] = useState(() => one?.id ?? uuidv7());
  // what was seen when the form opened; a later read changes the base, not what was typed
  const [before] = useState(() => one && periodValues(one));
  const form = useCommandForm({
    type: "work-period.record",
    initial: periodValues(one),
    build: (values) => ({ ...periodPayload(periodId, personId, values), ...changedPeriod(before, values) }),
    base: one?.version,
    check: ({ form: kind, from }) => [...needed("form", kind), ...needed("from", from)],
    messages: t,
    invalidates,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  const { values } = form;
  const atWork = values.form === "" || !notWork.includes(values.form);
  return (
    <CommandForm form={form} submit={t("save")} onReload={onReload}>
      <HistoryConflict form={form} />
      <SelectField
        label={t("form")}
        options={workForms.map((value) => ({ value, label: t(`form.${value}`) }))}
        required
        {...form.field("form")}
      />
      <DateField label={t("from")} hint={t("from.hint")} partial required {...form.field("from")} />
      <DateField label={t("to")} hint={t("to.hint")} partial {...form.field("to")} />
      {atWork && (
        <>
          <TextField label={t("employer")} maxLength={200} {...form.field("employer")} />
          <TextField label={t("post")} maxLength={200} {...form.field("post")} />
          <SelectField
            label={t("leaving")}
            options={leavings.map((value) => ({ value, label: t(`leaving.${value}`) }))}
            {...form.field("leaving")}
          />
          <TextArea label={t("leavingNote")} rows={2} maxLength={1000} {...form.field("leavingNote")} />
          <ChoiceField
            label={t("certificate")}
            options={documentStates.map((value) => ({ value, label: t(`document.${value}`) }))}
            {...form.field("certificate")}
          />
          {values.certificate === "LOST" && (
            <TextField label={t("institution")} maxLength={200} {...form.field("institution")} />
          )}
        </>
      )}
    </CommandForm>
  );
}

type QualificationFormProps = { personId: string; one?: Qualification; onReload: () => void; onDone: () => void };

export function QualificationForm({ personId, one, onReload, onDone }: QualificationFormProps) {
  const t = useMessages(historyMessages);
  const [id] = useState(() => one?.id ?? uuidv7());
  const [before] = useState(() => one && qualificationValues(one));
  const form = useCommandForm({
    type: "qualification.record",
    initial: qualificationValues(one),
    build: (values) => ({ ...qualificationPayload(id, personId, values), ...changedQualification(before, values) }),
    base: one?.version,
    check: ({ kind, name }) => [...needed("kind", kind), ...needed("name", name)],
    messages: t,
    invalidates,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("save")} onReload={onReload}>
      <HistoryConflict form={form} />
      <ChoiceField
        label={t("kind")}
        options={qualificationKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        required
        {...form.field("kind")}
      />
      <TextField label={t("name")} maxLength={200} required {...form.field("name")} />
      <NumberField label={t("year")} size={6} {...form.field("year")} />
      <ChoiceField
        label={t("document")}
        options={documentStates.map((value) => ({ value, label: t(`document.${value}`) }))}
        {...form.field("document")}
      />
      {form.values.document === "LOST" && (
        <TextField label={t("institution")} maxLength={200} {...form.field("institution")} />
      )}
    </CommandForm>
  );
}

export function RegistrationForm({ personId, onDone }: { personId: string; onDone: () => void }) {
  const t = useMessages(historyMessages);
  const form = useCommandForm({
    type: "labour-registration.record",
    initial: { office: "", from: "", to: "" },
    build: ({ office, from, to }) => ({ registrationId: uuidv7(), personId, office, from, to: to || null }),
    check: ({ from }) => needed("from", from),
    messages: t,
    invalidates,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("save")}>
      <TextField label={t("office")} maxLength={200} {...form.field("office")} />
      <DateField label={t("registered.from")} quick={[]} required {...form.field("from")} />
      <DateField label={t("registered.to")} hint={t("registered.to.hint")} quick={[]} {...form.field("to")} />
    </CommandForm>
  );
}

type EndRegistrationFormProps = { personId: string; registrationId: string; onDone: () => void };

export function EndRegistrationForm({ personId, registrationId, onDone }: EndRegistrationFormProps) {
  const t = useMessages(historyMessages);
  const form = useCommandForm({
    type: "labour-registration.end",
    initial: { endedOn: today() as string },
    build: ({ endedOn }) => ({ registrationId, personId, endedOn }),
    check: ({ endedOn }) => needed("endedOn", endedOn),
    messages: t,
    invalidates,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("registered.end")}>
      <DateField label={t("registered.to")} required {...form.field("endedOn")} />
    </CommandForm>
  );
}

export function SeekForm({ personId, entryId, onDone }: { personId: string; entryId: string; onDone: () => void }) {
  const t = useMessages(historyMessages);
  const form = useCommandForm({
    type: "lost-document.seek",
    initial: { dueOn: shiftDay(today(), 14) as string },
    build: ({ dueOn }) => ({ personId, entryId, dueOn }),
    check: ({ dueOn }) => needed("dueOn", dueOn),
    messages: t,
    invalidates,
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("lost.ask")}>
      <DateField label={t("lost.dueOn")} quick={[]} required {...form.field("dueOn")} />
    </CommandForm>
  );
}
