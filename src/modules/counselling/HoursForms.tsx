import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { consultationKeys } from "./api.ts";
import { type HoursReason, hoursReasons } from "./codes.ts";
import type { DutyLine, HoursLine, WorkLine } from "./contract.ts";
import { hoursMessages } from "./hoursMessages.ts";
import { refuseHours } from "./hoursRules.ts";
import { useWorkWords } from "./MonthCard.tsx";
import { counsellingMessages } from "./messages.ts";

type Values = { minutes: number | undefined; reason: HoursReason | "" };

function checkHours(proposed: number) {
  return ({ minutes, reason }: Values) => {
    if (minutes === undefined) return [{ path: "minutes", code: "field.required" }];
    return refuseHours(minutes, proposed, reason || null) ? [{ path: "reason", code: "field.required" }] : [];
  };
}

function ReasonField({ proposed, form }: { proposed: number; form: ReturnType<typeof useCommandForm<Values>> }) {
  const t = useMessages(hoursMessages);
  const { minutes } = form.values;
  if (minutes === undefined || minutes === proposed) return null;
  return (
    <SelectField
      label={t("reason")}
      options={hoursReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
      {...form.field("reason")}
    />
  );
}

/** How long a day of a duty was held; beside it, what records tell of its hours. */
export function SettleForm({ duty, day, onDone }: { duty: DutyLine; day: string; onDone: () => void }) {
  const t = useMessages(counsellingMessages);
  const h = useMessages(hoursMessages);
  const say = useWorkWords();
  const known = duty.days.find((one) => one.day === day);
  const planned = known?.plannedMinutes ?? 0;
  const form = useCommandForm<Values>({
    type: "consultant-duty.settle",
    messages: t,
    draft: false,
    initial: { minutes: known?.heldMinutes ?? planned, reason: known?.reason ?? "" },
    check: checkHours(planned),
    build: ({ minutes, reason }) => ({
      settlementId: uuidv7(),
      consultantDutyId: duty.consultantDutyId,
      day,
      heldMinutes: minutes,
      reason: minutes === planned ? null : reason || null,
    }),
    invalidates: consultationKeys,
    onDone: () => {
      toast({ text: t("duty.settled") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("duty.settle")}>
      <p>{`${duty.consultant}, ${formatDay(day, t.lang)}`}</p>
      <p className="soft">{h("inside.planned", { minutes: planned })}</p>
      {known && known.inside.length > 0 && (
        <p className="soft">
          {h("inside.told", {
            what: known.inside.map((one) => `${say(one)} ${h("work.minutes", { minutes: one.minutes })}`).join("; "),
          })}
        </p>
      )}
      <NumberField label={t("duty.held")} unit={t("duty.minutes")} size={4} required {...form.field("minutes")} />
      <ReasonField proposed={planned} form={form} />
    </CommandForm>
  );
}

/** Work beside duties, otherwise than its record says. */
export function WorkForm({ work, onDone }: { work: WorkLine; onDone: () => void }) {
  const t = useMessages(counsellingMessages);
  const h = useMessages(hoursMessages);
  const say = useWorkWords();
  const { consultantId, source, sourceId, day, minutes, settledMinutes, reason: before, state } = work;
  // where the record is gone, what it once said is not known here: every figure but the settled one has a reason
  const proposed = minutes ?? -1;
  const form = useCommandForm<Values>({
    type: "consultant-hours.settle",
    messages: t,
    draft: false,
    initial: { minutes: state === "GONE" ? 0 : (settledMinutes ?? minutes ?? 0), reason: before ?? "" },
    check: checkHours(proposed),
    build: (values) => ({
      settlementId: uuidv7(),
      consultantId,
      source,
      sourceId,
      day,
      minutes: values.minutes,
      reason: values.minutes === proposed ? null : values.reason || null,
    }),
    invalidates: consultationKeys,
    onDone: () => {
      toast({ text: h("work.taken") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={h("work.save")}>
      <p>{`${work.consultant}, ${formatDay(day, t.lang)}: ${say(work)}`}</p>
      {minutes !== null && <p className="soft">{h("work.recorded", { minutes })}</p>}
      <NumberField
        label={h("work.counts")}
        hint={h("work.countsHint")}
        unit={t("duty.minutes")}
        size={4}
        required
        {...form.field("minutes")}
      />
      <ReasonField proposed={proposed} form={form} />
    </CommandForm>
  );
}

/** What the contract holds, from the month shown on. */
export function LimitForm({ line, month, onDone }: { line: HoursLine; month: string; onDone: () => void }) {
  const t = useMessages(counsellingMessages);
  const h = useMessages(hoursMessages);
  const form = useCommandForm({
    type: "consultant-hours.set-limit",
    messages: t,
    draft: false,
    initial: { hours: (line.limitMinutes === null ? undefined : line.limitMinutes / 60) as number | undefined },
    build: ({ hours }) => ({
      limitId: uuidv7(),
      consultantId: line.consultantId,
      fromMonth: month,
      minutes: hours === undefined || hours === 0 ? null : Math.round(hours * 60),
    }),
    invalidates: consultationKeys,
    onDone: () => {
      toast({ text: h("limit.saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={h("limit.save")}>
      <p>{line.consultant}</p>
      <p className="soft">{h("limit.from", { month: `${month.slice(5)}.${month.slice(0, 4)}` })}</p>
      <NumberField
        label={h("limit.hours")}
        hint={h("limit.hint")}
        unit="h"
        size={5}
        decimals={2}
        {...form.field("hours")}
      />
    </CommandForm>
  );
}
