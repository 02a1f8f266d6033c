import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { trainingParts } from "../codes.ts";
import { outreachMessages } from "../messages.ts";
import { refuseRecordingAlone } from "../rules.ts";
import type { AloneLine } from "../workContract.ts";
import { aloneQuery } from "./api.ts";
import { officeMessages } from "./officeMessages.ts";

/** Who of the team may record alone, on what grounds and until when (R-OUT-10). */
export function AloneScreen() {
  const t = useMessages(officeMessages);
  const workers = useQuery(aloneQuery);
  const [ending, setEnding] = useState<AloneLine | null>(null);
  return (
    <Page title={t("alone.title")} lead={t("alone.lead")} back={{ to: "/street-work", label: t("office.back") }}>
      <Loaded query={workers} lines={5}>
        {({ workers: all }) => (
          <>
            <DataTable
              label={t("alone.title")}
              rows={all}
              rowId={(line) => line.accountId}
              empty={<EmptyState title={t("alone.none")} />}
              columns={[
                { id: "name", label: t("alone.worker"), main: true, cell: (line) => line.name },
                { id: "state", label: t("alone.state"), cell: (line) => <State line={line} /> },
                { id: "grounds", label: t("alone.grounds"), cell: (line) => <Grounds line={line} /> },
                {
                  id: "end",
                  label: t("alone.end"),
                  cell: (line) =>
                    line.mayToday ? (
                      <Button kind="plain" onClick={() => setEnding(line)}>
                        {t("alone.end")}
                      </Button>
                    ) : (
                      "–"
                    ),
                },
              ]}
            />
            {ending && <EndForm key={ending.accountId} line={ending} onDone={() => setEnding(null)} />}
            <GrantForm workers={all} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function State({ line }: { line: AloneLine }) {
  const t = useMessages(officeMessages);
  const lang = useLanguage();
  const lastDay = line.permission?.lastDay;
  return (
    <span className="cluster">
      <Status tone={line.mayToday ? "confirmed" : "neutral"}>{t(line.mayToday ? "alone.may" : "alone.mayNot")}</Status>
      {line.endsSoon && lastDay && <Status tone="due">{t("alone.endsSoon", { day: formatDay(lastDay, lang) })}</Status>}
    </span>
  );
}

function Grounds({ line: { permission } }: { line: AloneLine }) {
  const t = useMessages(officeMessages);
  const lang = useLanguage();
  if (!permission) return "–";
  const { selectedOn, validFrom, grantedBy, withdrawn } = permission;
  return (
    <>
      {t("alone.groundsOf", {
        selected: formatDay(selectedOn, lang),
        from: formatDay(validFrom, lang),
        by: grantedBy,
      })}
      {withdrawn && `; ${t("alone.withdrawn", { reason: withdrawn })}`}
    </>
  );
}

function EndForm({ line, onDone }: { line: AloneLine; onDone: () => void }) {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  const form = useCommandForm({
    type: "alone-permission.end",
    initial: { endedOn: today() as string, reason: "" },
    build: ({ endedOn, reason }) => ({ permissionId: line.permission?.id, endedOn, reason: reason.trim() }),
    check: ({ reason }) => (reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
    messages: o,
    invalidates: [["outreach", "alone"]],
    onDone: () => {
      toast({ text: t("alone.ended") });
      onDone();
    },
  });
  return (
    <Card title={t("alone.endOf", { name: line.name })}>
      <CommandForm form={form} submit={t("alone.end")} submitKind="danger">
        <DateField label={t("alone.endedOn")} required {...form.field("endedOn")} />
        <TextField label={t("alone.reason")} required maxLength={500} {...form.field("reason")} />
      </CommandForm>
    </Card>
  );
}

const noDays = { SOCIAL_ASSISTANCE: "", LAW: "", WORK_STANDARD: "", FIRST_AID: "" };

function GrantForm({ workers }: { workers: readonly AloneLine[] }) {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  const form = useCommandForm({
    type: "alone-permission.grant",
    initial: { accountId: "", selectedOn: "", ...noDays, validFrom: today() as string, validTo: "" },
    build: (values) => ({
      permissionId: uuidv7(),
      accountId: values.accountId,
      selectedOn: values.selectedOn || null,
      trainings: trainingParts.flatMap((part) => (values[part] ? [{ part, passedOn: values[part] }] : [])),
      validFrom: values.validFrom || null,
      validTo: values.validTo || null,
    }),
    check: (values) => {
      const passedTraining = trainingParts.filter((part) => values[part] && values[part] <= today());
      const refusals = refuseRecordingAlone(
        {
          selected: values.selectedOn !== "",
          passedTraining,
          authorisedFrom: values.validFrom ? today() : null,
          authorisedTo: null,
        },
        today(),
      );
      const pathOf: Readonly<Record<string, string>> = {
        "outreach.worker_not_selected": "selectedOn",
        "outreach.training_incomplete": trainingParts.find((part) => !passedTraining.includes(part)) ?? "LAW",
        "outreach.worker_not_authorised": "validFrom",
      };
      return [
        ...(values.accountId ? [] : [{ path: "accountId", code: "field.required" }]),
        ...refusals.map((code) => ({ path: pathOf[code] ?? "accountId", code })),
      ];
    },
    messages: o,
    invalidates: [["outreach", "alone"]],
    onDone: () => {
      toast({ text: t("alone.granted") });
      form.reset();
    },
  });
  return (
    <FormSection question={t("alone.grant")} optional lazy hint={t("alone.grantHint")}>
      <CommandForm form={form} submit={t("alone.grant")}>
        <SelectField
          label={t("alone.worker")}
          required
          options={workers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          {...form.field("accountId")}
        />
        <DateField label={t("alone.selectedOn")} required {...form.field("selectedOn")} />
        {trainingParts.map((part) => (
          <DateField
            key={part}
            label={t("alone.passedOn", { part: o(`training.${part}`) })}
            required
            {...form.field(part)}
          />
        ))}
        <DateField label={t("alone.validFrom")} required {...form.field("validFrom")} />
        <DateField label={t("alone.validTo")} {...form.field("validTo")} />
      </CommandForm>
    </FormSection>
  );
}
