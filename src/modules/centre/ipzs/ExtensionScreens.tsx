import { useState } from "react";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ipzsStale } from "./api.ts";
import { askingSides } from "./codes.ts";
import type { IpzsView } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";
import { daysOffEntitled, extendedTo, refuseExtension } from "./rules.ts";
import { chosen, MonthsLink, StepPage, today, useStep } from "./StepPage.tsx";

/** Where an extension would lead, for whoever asks and whoever decides. */
function useReach(ipzs: IpzsView) {
  const t = useMessages(ipzsMessages);
  const lang = useLanguage();
  const { days, limits, extendedMonths } = ipzs;
  const refusalOf = (months: number | undefined) =>
    days && months !== undefined
      ? refuseExtension({ months, extended: extendedMonths, decidedOn: days.trialFrom }, days, limits)
      : null;
  const hintOf = (months: number | undefined) => {
    const all = t("months.hint", { max: limits.extensionMonths, extended: extendedMonths });
    if (!days || months === undefined || refusalOf(months)) return all;
    const end = formatDay(extendedTo(days.participationTo, extendedMonths + months), lang);
    return `${all} ${t("months.end", { day: end, days: daysOffEntitled(extendedMonths + months, limits) })}`;
  };
  return { refusalOf, hintOf };
}

export function AskExtensionScreen() {
  const t = useMessages(ipzsMessages);
  return (
    <StepPage act="ask-extension" title={t("act.askExtension")}>
      {(ipzs) => <AskExtensionForm ipzs={ipzs} />}
    </StepPage>
  );
}

function AskExtensionForm({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const { refusalOf, hintOf } = useReach(ipzs);
  const [extensionId] = useState(uuidv7);
  const initial: {
    askedBy: (typeof askingSides)[number] | "";
    askedOn: string;
    months: number | undefined;
    opinion: string;
  } = { askedBy: "", askedOn: today(), months: undefined, opinion: "" };
  const form = useStep(ipzs, "ask-extension", initial, {
    build: (values) => ({ ...values, extensionId }),
    check: ({ askedBy, months }) => {
      const refusal = refusalOf(months);
      return [
        ...chosen("askedBy", askedBy),
        ...chosen("months", months !== undefined),
        ...(refusal ? [{ path: "months", code: refusal }] : []),
      ];
    },
  });
  return (
    <CommandForm form={form} submit={t("act.askExtension")}>
      <ChoiceField
        label={t("askedBy")}
        required
        options={askingSides.map((value) => ({ value, label: t(`askedBy.${value}`) }))}
        {...form.field("askedBy")}
      />
      <DateField label={t("askedOn")} required {...form.field("askedOn")} />
      <NumberField label={t("months")} required hint={hintOf(form.values.months)} {...form.field("months")} />
      <MonthsLink ipzs={ipzs} />
      <TextArea label={t("opinion")} hint={t("opinion.hint")} required maxLength={4000} {...form.field("opinion")} />
    </CommandForm>
  );
}

export function DecideExtensionScreen() {
  const t = useMessages(ipzsMessages);
  const extensionId = useParam("extensionId");
  return (
    <StepPage act="extend" title={t("act.decideExtension")}>
      {(ipzs) => {
        const asked = ipzs.extensions.find(({ id }) => id === extensionId);
        if (!asked || asked.decision) return <Notice>{t("ipzs.extension_decided")}</Notice>;
        return <DecideExtensionForm ipzs={ipzs} asked={asked} />;
      }}
    </StepPage>
  );
}

function DecideExtensionForm({ ipzs, asked }: { ipzs: IpzsView; asked: IpzsView["extensions"][number] }) {
  const t = useMessages(ipzsMessages);
  const go = useGo();
  const { refusalOf, hintOf } = useReach(ipzs);
  const initial: { decision: "yes" | "no" | ""; months: number | undefined; decidedOn: string; reason: string } = {
    decision: "",
    months: asked.months,
    decidedOn: today(),
    reason: "",
  };
  const form = useCommandForm({
    type: "ipzs.decide-extension",
    initial,
    build: ({ decision, months, decidedOn, reason }) => ({
      extensionId: asked.id,
      months: decision === "yes" ? months : null,
      decidedOn,
      reason,
    }),
    check: ({ decision, months }) => {
      const refusal = decision === "yes" ? refusalOf(months) : null;
      return [
        ...chosen("decision", decision),
        ...(decision === "yes" ? chosen("months", months !== undefined) : []),
        ...(refusal ? [{ path: "months", code: refusal }] : []),
      ];
    },
    messages: t,
    invalidates: ipzsStale,
    onDone: () => go(`/ipzs/${ipzs.id}`),
  });
  return (
    <CommandForm form={form} submit={t("act.decideExtension")}>
      <p>
        {t("opinion")} ({asked.by}): {asked.opinion}
      </p>
      <MonthsLink ipzs={ipzs} />
      <ChoiceField
        label={t("qualified")}
        required
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`extend.${value}`) }))}
        {...form.field("decision")}
      />
      {form.values.decision === "yes" && (
        <NumberField label={t("months")} required hint={hintOf(form.values.months)} {...form.field("months")} />
      )}
      <DateField label={t("decidedOn")} required {...form.field("decidedOn")} />
      <TextArea label={t("reason")} required maxLength={4000} {...form.field("reason")} />
    </CommandForm>
  );
}
