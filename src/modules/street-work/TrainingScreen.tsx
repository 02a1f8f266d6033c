import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { tonightQuery } from "../outreach/api.ts";
import { trainingQuery } from "./api.ts";
import { trainingKinds } from "./codes.ts";
import type { TrainingLine } from "./contract.ts";
import { streetWorkMessages } from "./messages.ts";
import { monthMessages } from "./monthMessages.ts";
import { cellWords } from "./monthTables.ts";
import { refuseTraining } from "./rules.ts";

/** Hours of training and supervision, a dated row each, and the form for the next one. */
export function TrainingScreen() {
  const t = useMessages(monthMessages);
  const words = useMessages(streetWorkMessages);
  const training = useQuery(trainingQuery);
  const [wrong, setWrong] = useState<TrainingLine>();
  return (
    <Page
      title={t("training.title")}
      lead={t("training.lead")}
      back={{ to: "/street-work", label: words("office.title") }}
    >
      <Loaded query={training} lines={5}>
        {({ training: lines }) => (
          <DataTable
            label={t("training.title")}
            rows={lines}
            rowId={(line) => line.id}
            empty={<EmptyState title={t("training.none")} />}
            columns={[
              { id: "topic", label: t("training.topic"), main: true, cell: (line) => line.topic },
              { id: "kind", label: t("training.kind"), cell: (line) => t(`kind.${line.kind}`) },
              { id: "on", label: t("training.heldOn"), cell: (line) => <DateText day={line.heldOn} /> },
              {
                id: "hours",
                label: t("training.hours"),
                number: true,
                cell: ({ hours }) => cellWords(hours, "decimal", t.lang),
              },
              {
                id: "who",
                label: t("training.attendees"),
                cell: (line) => line.attendees.map(({ name }) => name).join(", "),
              },
              {
                id: "withdraw",
                label: t("training.withdraw"),
                cell: (line) =>
                  line.withdrawn === null ? (
                    <Button
                      kind="plain"
                      label={t("training.withdrawOf", { topic: line.topic })}
                      onClick={() => setWrong(line)}
                    >
                      {t("training.withdraw")}
                    </Button>
                  ) : (
                    <Status>{t("training.withdrawn", { reason: line.withdrawn })}</Status>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      {wrong && <WithdrawForm key={wrong.id} line={wrong} onClose={() => setWrong(undefined)} />}
      <FormSection question={t("training.add")} optional lazy hint={t("training.lead")}>
        <RecordForm />
      </FormSection>
    </Page>
  );
}

function WithdrawForm({ line, onClose }: { line: TrainingLine; onClose: () => void }) {
  const t = useMessages(monthMessages);
  const form = useCommandForm({
    type: "street-training.withdraw",
    initial: { reason: "" },
    build: ({ reason }) => ({ trainingId: line.id, reason: reason.trim() }),
    check: ({ reason }) => (reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
    messages: t,
    invalidates: [["street-work"]],
    onDone: () => {
      toast({ text: t("training.withdrawnNow") });
      onClose();
    },
  });
  return (
    <Card title={t("training.withdrawOf", { topic: line.topic })}>
      <CommandForm
        form={form}
        submit={t("training.withdraw")}
        submitKind="danger"
        actions={<Button onClick={onClose}>{t("training.keep")}</Button>}
      >
        <TextField label={t("training.reason")} required maxLength={500} {...form.field("reason")} />
      </CommandForm>
    </Card>
  );
}

function RecordForm() {
  const t = useMessages(monthMessages);
  const { data: tonight } = useQuery(tonightQuery);
  const units = tonight?.units ?? [];
  const form = useCommandForm({
    type: "street-training.record",
    initial: {
      unitId: "",
      kind: "" as (typeof trainingKinds)[number] | "",
      heldOn: today() as string,
      hours: undefined as number | undefined,
      topic: "",
      attendeeIds: [] as readonly string[],
    },
    build: (values) => ({
      ...values,
      trainingId: uuidv7(),
      unitId: values.unitId || units[0]?.id,
      topic: values.topic.trim(),
    }),
    check: ({ kind, heldOn, hours, topic, attendeeIds }) => {
      const refusal = heldOn && refuseTraining(heldOn as TrainingLine["heldOn"], today()); // the field gives days alone
      return [
        ...(kind ? [] : [{ path: "kind", code: "field.required" }]),
        ...(refusal ? [{ path: "heldOn", code: refusal }] : []),
        ...(heldOn ? [] : [{ path: "heldOn", code: "field.required" }]),
        ...(hours ? [] : [{ path: "hours", code: "field.required" }]),
        ...(topic.trim() ? [] : [{ path: "topic", code: "field.required" }]),
        ...(attendeeIds.length > 0 ? [] : [{ path: "attendeeIds", code: "field.required" }]),
      ];
    },
    messages: t,
    invalidates: [["street-work"]],
    onDone: () => {
      toast({ text: t("training.saved") });
      form.reset();
    },
  });
  return (
    <CommandForm form={form} submit={t("training.save")}>
      <ChoiceField
        label={t("training.kind")}
        required
        options={trainingKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...form.field("kind")}
      />
      {units.length > 1 && (
        <SelectField
          label={t("training.unit")}
          empty={false}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("unitId")}
        />
      )}
      <DateField label={t("training.heldOn")} required {...form.field("heldOn")} />
      <NumberField label={t("training.hours")} required size={5} {...form.field("hours")} />
      <TextField label={t("training.topic")} required maxLength={200} {...form.field("topic")} />
      <MultiChoice
        label={t("training.attendees")}
        required
        options={(tonight?.colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("attendeeIds")}
      />
    </CommandForm>
  );
}
