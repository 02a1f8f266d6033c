import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Dialog } from "../../platform/ui/Dialog.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { colleaguesQuery, colleaguesWho } from "../organisation/api.ts";
import type { ColleaguesView } from "../organisation/contract.ts";
import { caseworkAccess } from "./access.ts";
import { caseEndReasons } from "./codes.ts";
import type { CaseView } from "./contract.ts";
import { caseworkMessages } from "./messages.ts";

/** Opens a case in one of my units; asks for the unit only where there are several. */
export function OpenCaseForm({ personId, onClose }: { personId: string; onClose: () => void }) {
  const t = useMessages(caseworkMessages);
  const colleagues = useQuery(colleaguesQuery);
  return (
    <Card title={t("case.open")}>
      <Loaded query={colleagues}>{(view) => <OpenIn personId={personId} view={view} onClose={onClose} />}</Loaded>
    </Card>
  );
}

function OpenIn({ personId, view, onClose }: { personId: string; view: ColleaguesView; onClose: () => void }) {
  const t = useMessages(caseworkMessages);
  const ui = useMessages(uiMessages);
  const me = useSession().account.id;
  const caseId = useMemo(() => uuidv7(), []);
  const { units } = view;
  const form = useCommandForm({
    type: "case.open",
    messages: t,
    initial: { unitId: units.length === 1 ? (units[0]?.id ?? "") : "", openedOn: today() as string, leaderId: "" },
    build: ({ unitId, openedOn, leaderId }) => ({ caseId, personId, unitId, openedOn, leaderId: leaderId || null }),
    check: ({ unitId, openedOn }) => [
      ...(unitId ? [] : [{ path: "unitId", code: "case.unit_missing" }]),
      ...(openedOn ? [] : [{ path: "openedOn", code: "case.day_missing" }]),
      ...(openedOn > today() ? [{ path: "openedOn", code: "case.opens_in_future" }] : []),
    ],
    invalidates: [["cases", personId], ["timeline", personId], ["caseload"]],
    onDone: () => {
      toast({ text: t("case.opened") });
      onClose();
    },
  });
  return (
    <CommandForm form={form} submit={t("case.open")} actions={<Button onClick={onClose}>{ui("cancel")}</Button>}>
      <ChoiceField
        label={t("case.openIn")}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        stacked
        required
        {...form.field("unitId")}
      />
      <SelectField
        label={t("case.leads")}
        empty={t("task.me")}
        options={colleaguesWho(view.colleagues, caseworkAccess["case.open"])
          .filter(({ id }) => id !== me)
          .map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("leaderId")}
      />
      <DateField label={t("case.openedOn")} {...form.field("openedOn")} />
    </CommandForm>
  );
}

/** Ends a case; says before what stays. */
export function EndCaseDialog({ it, onClose }: { it: CaseView; onClose: () => void }) {
  const t = useMessages(caseworkMessages);
  const ui = useMessages(uiMessages);
  const form = useCommandForm({
    type: "case.end",
    messages: t,
    initial: { endedOn: today() as string, reason: "" as (typeof caseEndReasons)[number] | "", summary: "" }, // empty until chosen
    build: ({ endedOn, reason, summary }) => ({ caseId: it.id, endedOn, reason, summary: summary.trim() || null }),
    check: ({ endedOn, reason }) => [
      ...(reason ? [] : [{ path: "reason", code: "case.reason_missing" }]),
      ...(endedOn ? [] : [{ path: "endedOn", code: "case.day_missing" }]),
      ...(endedOn && endedOn < it.openedOn ? [{ path: "endedOn", code: "case.ends_before_start" }] : []),
      ...(endedOn > today() ? [{ path: "endedOn", code: "case.ends_in_future" }] : []),
    ],
    invalidates: [["cases", it.personId], ["timeline", it.personId], ["caseload"]],
    onDone: () => {
      toast({ text: t("case.ended") });
      onClose();
    },
  });
  return (
    <Dialog open title={t("case.endTitle")} onClose={onClose}>
      <p>{t("case.endText")}</p>
      <CommandForm
        form={form}
        submit={t("case.end")}
        submitKind="danger"
        actions={<Button onClick={onClose}>{ui("cancel")}</Button>}
      >
        <ChoiceField
          label={t("case.reason")}
          options={caseEndReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          stacked
          required
          {...form.field("reason")}
        />
        <DateField label={t("case.endedOn")} {...form.field("endedOn")} />
        <TextArea label={t("case.summary")} maxLength={2000} {...form.field("summary")} />
      </CommandForm>
    </Dialog>
  );
}
