import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { IpzsView } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";
import { chosen, StepPage, today, useStep } from "./StepPage.tsx";
import { WayIn } from "./WayIn.tsx";

export function AdmitIpzsScreen() {
  const t = useMessages(ipzsMessages);
  return (
    <StepPage act="admit" title={t("act.admit")}>
      {(ipzs) => <AdmitForm ipzs={ipzs} />}
    </StepPage>
  );
}

function AdmitForm({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const lang = useLanguage();
  const form = useStep(ipzs, "admit", { admittedOn: today() });
  const { days } = ipzs;
  return (
    <CommandForm form={form} submit={t("act.admit")}>
      <WayIn ipzs={ipzs} />
      {days && <p>{t("admit.lead", { from: formatDay(days.trialFrom, lang), to: formatDay(days.trialTo, lang) })}</p>}
      <DateField label={t("admittedOn")} required {...form.field("admittedOn")} />
    </CommandForm>
  );
}

export function TrialIpzsScreen() {
  const t = useMessages(ipzsMessages);
  return (
    <StepPage act="qualify" title={t("act.trial")}>
      {(ipzs) => <TrialForm ipzs={ipzs} />}
    </StepPage>
  );
}

function TrialForm({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const initial: { qualified: "yes" | "no" | ""; decidedOn: string; reason: string } = {
    qualified: "",
    decidedOn: today(),
    reason: "",
  };
  const form = useStep(ipzs, "decide-trial", initial, {
    build: (values) => ({ ...values, qualified: values.qualified === "yes" }),
    check: ({ qualified }) => chosen("qualified", qualified),
  });
  return (
    <CommandForm form={form} submit={t("act.trial")}>
      <ChoiceField
        label={t("qualified")}
        required
        stacked
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`qualified.${value}`) }))}
        {...form.field("qualified")}
      />
      <DateField label={t("decidedOn")} required {...form.field("decidedOn")} />
      <TextArea label={t("reason")} required maxLength={4000} {...form.field("reason")} />
    </CommandForm>
  );
}
