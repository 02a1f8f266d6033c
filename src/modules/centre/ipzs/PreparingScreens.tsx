import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { IpzsView } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";
import { StepPage, today, useStep } from "./StepPage.tsx";

export function AgreeIpzsScreen() {
  const t = useMessages(ipzsMessages);
  return (
    <StepPage act="agree" title={t("act.agree")}>
      {(ipzs) => <AgreeForm ipzs={ipzs} />}
    </StepPage>
  );
}

function AgreeForm({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const form = useStep(ipzs, "agree", { agreedOn: today(), words: "" });
  return (
    <CommandForm form={form} submit={t("act.agree")}>
      <DateField label={t("agreedOn")} required {...form.field("agreedOn")} />
      <TextField label={t("agreedWho")} maxLength={300} {...form.field("words")} />
    </CommandForm>
  );
}

export function RedraftIpzsScreen() {
  const t = useMessages(ipzsMessages);
  return (
    <StepPage act="redraft" title={t("act.redraft")}>
      {(ipzs) => <ReasonForm ipzs={ipzs} type="redraft" submit={t("act.redraft")} />}
    </StepPage>
  );
}

export function WithdrawIpzsScreen() {
  const t = useMessages(ipzsMessages);
  return (
    <StepPage act="withdraw" title={t("act.withdraw")}>
      {(ipzs) => <ReasonForm ipzs={ipzs} type="withdraw" submit={t("act.withdraw")} />}
    </StepPage>
  );
}

function ReasonForm({ ipzs, type, submit }: { ipzs: IpzsView; type: string; submit: string }) {
  const t = useMessages(ipzsMessages);
  const form = useStep(ipzs, type, { words: "" });
  return (
    <CommandForm form={form} submit={submit}>
      <TextArea label={t("reason")} required maxLength={2000} {...form.field("words")} />
    </CommandForm>
  );
}
