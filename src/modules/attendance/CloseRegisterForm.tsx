import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { daysApart } from "../../platform/ui/days.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { colleaguesQuery } from "../organisation/api.ts";
import { choicesQuery } from "../programme/api.ts";
import type { IssueLine, Register } from "./contract.ts";
import { IssuedFields } from "./IssuedFields.tsx";
import { attendanceMessages } from "./messages.ts";
import { leadersNeeded, leadersOf, warnLeaders } from "./rules.ts";

type Values = {
  topic: string;
  content: string;
  heldMinutes: number | undefined;
  lateReason: string;
  substituteId: string;
  coLeaderIds: readonly string[];
  workDone: string;
  mealsIssued: number | undefined;
  issued: readonly IssueLine[];
};

/** Topic, who led it, how long, what was made and given out; a reason when it comes more than three days late. */
export function CloseRegisterForm(props: { register: Register; present: number; onDone: () => void }) {
  const { register, present, onDone } = props;
  const t = useMessages(attendanceMessages);
  const late = daysApart(register.day, today()) > 3;
  // an instructor gives no tasks and names no team: of colleagues those alone are known who lead the group too
  const knowsAll = useHasRole("GROUP_LEADER", "KIS_COORDINATOR");
  const everybody = useQuery({ ...colleaguesQuery, enabled: knowsAll }).data?.colleagues;
  const choices = useQuery({ ...choicesQuery(register.groupId), enabled: !knowsAll }).data?.leaders;
  const colleagues = (everybody ?? choices?.filter(({ kind }) => kind === "COLLEAGUE") ?? [])
    .filter(({ id }) => id !== register.leaderId)
    .map(({ id, name }) => ({ value: id, label: name }));
  const initial: Values = {
    topic: "",
    content: "",
    heldMinutes: register.minutes,
    lateReason: "",
    substituteId: "",
    coLeaderIds: [],
    workDone: "",
    mealsIssued: register.centre ? present : undefined,
    issued: [],
  };
  const form = useCommandForm({
    type: "register.close",
    initial,
    messages: t,
    check: ({ topic, heldMinutes, lateReason }) => [
      ...(topic.trim() ? [] : [{ path: "topic", code: "field.required" }]),
      ...(heldMinutes === undefined ? [{ path: "heldMinutes", code: "field.required" }] : []),
      ...(late && !lateReason.trim() ? [{ path: "lateReason", code: "attendance.late_closing_reason_missing" }] : []),
    ],
    build: ({ topic, content, lateReason, substituteId, workDone, mealsIssued, ...rest }) => ({
      ...rest,
      sessionId: register.sessionId,
      topic: topic.trim(),
      content: content.trim() || null,
      leaderId: null,
      substituteId: substituteId || null,
      workDone: workDone.trim() || null,
      mealsIssued: mealsIssued ?? null,
      lateReason: lateReason.trim() || null,
    }),
    invalidates: [["attendance"], ["workshop"], ["tasks"]],
    onDone: () => {
      toast({ text: t("close.done") });
      onDone();
    },
  });
  const { substituteId, coLeaderIds, issued } = form.values;
  const leaders = leadersOf({
    leaderId: register.leaderId ?? "",
    substituteId: substituteId || null,
    coLeaderIds,
  });
  return (
    <CommandForm form={form} submit={t("close.open")} submitIcon="lock">
      {warnLeaders(present, leaders.length) && <Notice tone="due">{t("close.warn", { present })}</Notice>}
      <TextField label={t("close.topic")} required maxLength={500} {...form.field("topic")} />
      <TextArea label={t("close.content")} maxLength={5000} {...form.field("content")} />
      {register.centre && <TextArea label={t("close.workDone")} maxLength={2000} {...form.field("workDone")} />}
      <NumberField label={t("close.hours")} unit={t("close.minutes")} {...form.field("heldMinutes")} />
      {colleagues.length > 0 && (
        <>
          <SelectField
            label={t("close.substitute")}
            hint={t("close.substituteHint")}
            options={colleagues}
            {...form.field("substituteId")}
          />
          <CoLeaders
            colleagues={colleagues.filter(({ value }) => value !== substituteId)}
            chosen={coLeaderIds}
            hint={t("close.coLeadersHint", { present, needed: Math.max(1, leadersNeeded(present)) })}
            onChange={(ids) => form.set({ coLeaderIds: ids })}
          />
        </>
      )}
      {register.centre && (
        <NumberField
          label={t("close.meals")}
          hint={t("close.mealsHint")}
          unit={t("close.mealUnit")}
          {...form.field("mealsIssued")}
        />
      )}
      {register.centre && (
        <IssuedFields people={register.people} lines={issued} onChange={(lines) => form.set({ issued: lines })} />
      )}
      {late && <TextField label={t("close.lateReason")} hint={t("close.lateHint")} {...form.field("lateReason")} />}
    </CommandForm>
  );
}

type CoLeadersProps = {
  colleagues: readonly { value: string; label: string }[];
  chosen: readonly string[];
  hint: string;
  onChange: (ids: readonly string[]) => void;
};

/** Those who ran the class beside its leader: one after another from the list, so that a house of fifty does not fill the screen. */
function CoLeaders({ colleagues, chosen, hint, onChange }: CoLeadersProps) {
  const t = useMessages(attendanceMessages);
  const [next, setNext] = useState<string>("");
  const nameOf = (id: string) => colleagues.find(({ value }) => value === id)?.label ?? "–";
  return (
    <div className="stack">
      <SelectField
        id="co-leader"
        name="co-leader"
        label={t("close.coLeaders")}
        hint={hint}
        error={undefined}
        empty={t("close.coLeaderAdd")}
        options={colleagues.filter(({ value }) => !chosen.includes(value))}
        value={next}
        onChange={(id) => {
          if (id) onChange([...chosen, id]);
          setNext("");
        }}
      />
      {chosen.length > 0 && (
        <ul role="list" className="cluster">
          {chosen.map((id) => (
            <li key={id}>
              <Button
                icon="cross"
                label={t("close.remove", { name: nameOf(id) })}
                onClick={() => onChange(chosen.filter((one) => one !== id))}
              >
                {nameOf(id)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
