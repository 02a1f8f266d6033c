import { useQuery } from "@tanstack/react-query";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { daysApart } from "../../platform/ui/days.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { colleaguesQuery } from "../organisation/api.ts";
import type { Register } from "./contract.ts";
import { attendanceMessages } from "./messages.ts";
import { warnLeaders } from "./rules.ts";

/** Topic, what was done, how long; a reason when it comes more than three days late. */
export function CloseRegisterForm(props: { register: Register; present: number; onDone: () => void }) {
  const { register, present, onDone } = props;
  const t = useMessages(attendanceMessages);
  const late = daysApart(register.day, today()) > 3;
  const colleagues = (useQuery(colleaguesQuery).data?.colleagues ?? []).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  const form = useCommandForm({
    type: "register.close",
    initial: {
      topic: "",
      content: "",
      heldMinutes: register.minutes as number | undefined,
      lateReason: "",
      substituteId: "",
    },
    messages: t,
    check: ({ topic, heldMinutes, lateReason }) => [
      ...(topic.trim() ? [] : [{ path: "topic", code: "field.required" }]),
      ...(heldMinutes === undefined ? [{ path: "heldMinutes", code: "field.required" }] : []),
      ...(late && !lateReason.trim() ? [{ path: "lateReason", code: "attendance.late_closing_reason_missing" }] : []),
    ],
    build: ({ topic, content, heldMinutes, lateReason, substituteId }) => ({
      sessionId: register.sessionId,
      topic: topic.trim(),
      content: content.trim() || null,
      leaderId: null,
      substituteId: substituteId || null,
      heldMinutes,
      lateReason: lateReason.trim() || null,
    }),
    invalidates: [["attendance"]],
    onDone: () => {
      toast({ text: t("close.done") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("close.open")} submitIcon="lock">
      {warnLeaders(present, 1) && <Notice tone="due">{t("close.warn", { present })}</Notice>}
      <TextField label={t("close.topic")} required maxLength={500} {...form.field("topic")} />
      <TextArea label={t("close.content")} maxLength={5000} {...form.field("content")} />
      <NumberField label={t("close.hours")} unit={t("close.minutes")} {...form.field("heldMinutes")} />
      {colleagues.length > 0 && (
        <SelectField
          label={t("close.substitute")}
          hint={t("close.substituteHint")}
          options={colleagues.filter(({ value }) => value !== register.leaderId)}
          {...form.field("substituteId")}
        />
      )}
      {late && <TextField label={t("close.lateReason")} hint={t("close.lateHint")} {...form.field("lateReason")} />}
    </CommandForm>
  );
}
