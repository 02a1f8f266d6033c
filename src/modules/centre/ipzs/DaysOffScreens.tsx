import { useState } from "react";
import { addDays } from "../../../platform/time/plainDate.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today as dayOfToday } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { provisionKinds } from "./codes.ts";
import type { IpzsView } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";
import { chosen, StepPage, today, useStep } from "./StepPage.tsx";

export function DaysOffScreen() {
  const t = useMessages(ipzsMessages);
  return (
    <StepPage act="ask-days-off" title={t("act.askDaysOff")}>
      {(ipzs) => <DaysOffForm ipzs={ipzs} />}
    </StepPage>
  );
}

function DaysOffForm({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const { entitled, granted, asked } = ipzs.daysOff;
  const tomorrow = addDays(dayOfToday(), 1);
  const initial: { askedOn: string; days: readonly { dayOffId: string; day: string }[] } = {
    askedOn: today(),
    days: [{ dayOffId: uuidv7(), day: tomorrow }],
  };
  const [first] = useState(initial);
  const form = useStep(ipzs, "ask-days-off", first);
  const { days } = form.values;
  return (
    <CommandForm form={form} submit={t("act.askDaysOff")}>
      <p>{t("daysOff.balance", { entitled, granted, asked, left: Math.max(0, entitled - granted - asked) })}</p>
      <DateField label={t("askedOn")} required {...form.field("askedOn")} />
      {days.map(({ dayOffId, day }, at) => (
        <div key={dayOffId} className="stack-tight">
          <DateField
            label={t("day.no", { no: at + 1 })}
            required
            quick={[]}
            value={day}
            error={form.at(`days.${at}.day`).error}
            onChange={(next) =>
              form.set({ days: days.map((one) => (one.dayOffId === dayOffId ? { ...one, day: next } : one)) })
            }
          />
          {days.length > 1 && (
            <div>
              <Button
                kind="plain"
                icon="cross"
                onClick={() => form.set({ days: days.filter((one) => one.dayOffId !== dayOffId) })}
              >
                {t("day.remove", { no: at + 1 })}
              </Button>
            </div>
          )}
        </div>
      ))}
      {days.length < 12 && (
        <div>
          <Button icon="plus" onClick={() => form.set({ days: [...days, { dayOffId: uuidv7(), day: "" }] })}>
            {t("day.add")}
          </Button>
        </div>
      )}
    </CommandForm>
  );
}

export function ProvideIpzsScreen() {
  const t = useMessages(ipzsMessages);
  return (
    <StepPage act="provide" title={t("act.provide")}>
      {(ipzs) => <ProvideForm ipzs={ipzs} />}
    </StepPage>
  );
}

function ProvideForm({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const [provisionId] = useState(uuidv7);
  const initial: { kind: (typeof provisionKinds)[number] | ""; givenOn: string; until: string } = {
    kind: "",
    givenOn: today(),
    until: "",
  };
  const form = useStep(ipzs, "provide", initial, {
    build: (values) => ({ ...values, until: values.until || null, provisionId }),
    check: ({ kind }) => chosen("kind", kind),
  });
  return (
    <CommandForm form={form} submit={t("act.provide")}>
      <SelectField
        label={t("provision.kind")}
        required
        options={provisionKinds.map((value) => ({ value, label: t(`provision.${value}`) }))}
        {...form.field("kind")}
      />
      <DateField label={t("givenOn")} required {...form.field("givenOn")} />
      <DateField label={t("validUntil")} quick={[]} {...form.field("until")} />
    </CommandForm>
  );
}
