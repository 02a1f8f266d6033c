import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { colleaguesQuery, colleaguesWho } from "../organisation/api.ts";
import { caseworkAccess } from "./access.ts";
import { interviewUrgencies } from "./codes.ts";
import { emptyResult, ResultFields, type ResultValues, refuseHeldOn, sentResult } from "./InterviewResultForm.tsx";
import type { InterviewView } from "./interviewContract.ts";
import { interviewMessages } from "./interviewMessages.ts";

type What = "ENTRY" | "NO_RESULT" | "WITHDRAW";
/** `onReload`: asks for the entry as it stands now, after somebody else changed it. */
type Given = { it: InterviewView; personId: string; onClose: () => void; onReload: () => void };

/** Begins with what stands; the former entry and the reason stay readable. A withdrawal is another command, so another form. */
export function CorrectInterviewForm(given: Given) {
  const t = useMessages(interviewMessages);
  const mayResult = useHasRole(...Object.keys(caseworkAccess["interview.record"]));
  const { it, personId, onClose, onReload } = given;
  const { result } = it;
  const correctionId = useMemo(() => uuidv7(), []);
  const done = {
    messages: t,
    base: it.version,
    invalidates: [["interviews"], ["tasks"], ["timeline", personId]],
    onDone: () => {
      toast({ text: t("interview.correctionSaved") });
      onClose();
    },
  };
  const options: What[] = result ? ["ENTRY", "NO_RESULT", "WITHDRAW"] : ["ENTRY", "WITHDRAW"];
  const asked = mayResult || !result ? options : (["ENTRY"] as const);
  const needs = ({ reason }: { reason: string }) =>
    reason.trim() ? [] : [{ path: "reason", code: "interview.reason_missing" }];
  const { triggerOn, urgency, socialWorkerId } = it;
  const form = useCommandForm({
    ...done,
    type: "interview.correct",
    initial: {
      ...emptyResult,
      ...(result && { ...result, secondWorkerId: result.secondWorkerId ?? "", externalNo: result.externalNo ?? "" }),
      what: "ENTRY" as What | "",
      triggerOn: triggerOn as string,
      urgency: urgency as InterviewView["urgency"] | "",
      socialWorkerId,
      reason: "",
    },
    build: ({ what, triggerOn: from, urgency: how, socialWorkerId: who, reason, ...values }) => ({
      correctionId,
      interviewId: it.id,
      // what is not shown is not changed
      ...(what === "ENTRY"
        ? { triggerOn: from, urgency: how, socialWorkerId: who }
        : { triggerOn, urgency, socialWorkerId }),
      result: result && what !== "NO_RESULT" ? onlySent(values, result.scanFileId ?? null) : null,
      reason,
    }),
    check: (values) => [
      ...needs(values),
      ...(values.what !== "ENTRY" || values.triggerOn ? [] : [{ path: "triggerOn", code: "interview.day_missing" }]),
      ...(values.what === "ENTRY" && values.triggerOn > today()
        ? [{ path: "triggerOn", code: "interview.in_future" }]
        : []),
      ...(result && values.what === "ENTRY" ? refuseHeldOn(values.heldOn, values.triggerOn) : []),
    ],
  });
  const taking = useCommandForm({
    ...done,
    type: "interview.withdraw",
    initial: { reason: "" },
    build: ({ reason }) => ({ correctionId, interviewId: it.id, reason }),
    check: needs,
  });
  const colleagues = useQuery(colleaguesQuery);
  const able = colleaguesWho(colleagues.data?.colleagues, caseworkAccess["interview.record"]);
  const workers = able.some(({ id }) => id === socialWorkerId)
    ? able
    : [{ id: socialWorkerId, name: it.socialWorker }, ...able];
  const { what } = form.values;
  const choice = asked.length > 1 && (
    <ChoiceField
      label={t("interview.what")}
      stacked
      options={asked.map((value) => ({ value, label: t(`what.${value}`) }))}
      {...form.field("what")}
    />
  );
  if (what === "WITHDRAW")
    return (
      <CommandForm form={taking} submit={t("interview.saveCorrection")} onReload={onReload}>
        <p className="soft">{t("interview.correctHint")}</p>
        {choice}
        <TextField label={t("interview.reason")} maxLength={500} required {...taking.field("reason")} />
      </CommandForm>
    );
  return (
    <CommandForm form={form} submit={t("interview.saveCorrection")} onReload={onReload}>
      <p className="soft">{t("interview.correctHint")}</p>
      {choice}
      {what === "ENTRY" && (
        <>
          <DateField label={t("interview.trigger")} required {...form.field("triggerOn")} />
          <ChoiceField
            label={t("interview.urgency")}
            required
            options={interviewUrgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
            {...form.field("urgency")}
          />
          <SelectField
            label={t("interview.worker")}
            options={workers.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.field("socialWorkerId")}
          />
          {result && mayResult && (
            <ResultFields
              form={form}
              socialWorkerId={form.values.socialWorkerId}
              hasScan={Boolean(result.scanFileId)}
            />
          )}
        </>
      )}
      <TextField label={t("interview.reason")} maxLength={500} required {...form.field("reason")} />
    </CommandForm>
  );
}

/** The form begins with a result as it is read, which has more than is sent. */
function onlySent(values: ResultValues, scan: string | null) {
  const { heldOn, refused, setting, place, secondWorkerId, policeAssist, parts, conclusions, externalNo } = values;
  const { newScan, withoutScan } = values;
  const said = { heldOn, refused, setting, place, secondWorkerId, policeAssist, parts, conclusions, externalNo };
  return sentResult({ ...said, newScan, withoutScan }, scan);
}
