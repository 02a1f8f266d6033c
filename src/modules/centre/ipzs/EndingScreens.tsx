import { isPlainDate, periodEnd } from "../../../platform/time/plainDate.ts";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { endsByManager, endsWithComplaint } from "./codes.ts";
import type { IpzsView } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";
import { chosen, MonthsLink, StepPage, today, useStep } from "./StepPage.tsx";

export function JobIpzsScreen() {
  const t = useMessages(ipzsMessages);
  return (
    <StepPage act="record-job" title={t("act.job")}>
      {(ipzs) => <JobForm ipzs={ipzs} />}
    </StepPage>
  );
}

function JobForm({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const { afterJobMonths: months } = ipzs.limits;
  const last = (takenOn: string) => (isPlainDate(takenOn) ? periodEnd(takenOn, months) : "");
  const form = useStep(ipzs, "record-job", { takenOn: today(), until: last(today()) });
  return (
    <CommandForm form={form} submit={t("act.job")}>
      <p>{t("job.lead", { months })}</p>
      <DateField
        label={t("takenOn")}
        required
        {...form.field("takenOn")}
        onChange={(takenOn) => form.set({ takenOn, until: last(takenOn) })}
      />
      <DateField label={t("until")} required quick={[]} {...form.field("until")} />
    </CommandForm>
  );
}

export function ResignIpzsScreen() {
  const t = useMessages(ipzsMessages);
  return (
    <StepPage act="resign" title={t("act.resign")}>
      {(ipzs) => <ResignForm ipzs={ipzs} />}
    </StepPage>
  );
}

function ResignForm({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const form = useStep(ipzs, "resign", { statedOn: today(), endedOn: today(), words: "" });
  return (
    <CommandForm form={form} submit={t("act.resign")}>
      <DateField label={t("statedOn")} required {...form.field("statedOn")} />
      <DateField label={t("endedOn")} required {...form.field("endedOn")} />
      <TextArea label={t("statement")} maxLength={2000} {...form.field("words")} />
    </CommandForm>
  );
}

export function EndIpzsScreen() {
  const t = useMessages(ipzsMessages);
  return (
    <StepPage act="end" title={t("act.end")}>
      {(ipzs) => <EndForm ipzs={ipzs} />}
    </StepPage>
  );
}

function EndForm({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const initial: { reason: (typeof endsByManager)[number] | ""; decidedOn: string; endedOn: string; words: string } = {
    reason: "",
    decidedOn: today(),
    endedOn: today(),
    words: "",
  };
  const form = useStep(ipzs, "end", initial, { check: ({ reason }) => chosen("reason", reason) });
  const { reason } = form.values;
  return (
    <CommandForm form={form} submit={t("act.end")}>
      <SelectField
        label={t("endReason")}
        required
        options={endsByManager.map((value) => ({ value, label: t(`end.${value}`) }))}
        {...form.field("reason")}
      />
      {reason && endsWithComplaint.includes(reason) && <Notice>{t("facts.complaint")}</Notice>}
      <DateField label={t("decidedOn")} required {...form.field("decidedOn")} />
      <DateField label={t("endedOn")} required {...form.field("endedOn")} />
      <MonthsLink ipzs={ipzs} />
      <TextArea label={t("facts.words")} hint={t("facts.hint")} maxLength={4000} {...form.field("words")} />
    </CommandForm>
  );
}

export function CertifyIpzsScreen() {
  const t = useMessages(ipzsMessages);
  return (
    <StepPage act="certify" title={t("act.certify")}>
      {(ipzs) => <CertifyForm ipzs={ipzs} />}
    </StepPage>
  );
}

function CertifyForm({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const { certificate } = ipzs;
  const initial = {
    issuedOn: today(),
    number: certificate?.number ?? "",
    skills: certificate?.skills ?? "",
    reason: "",
  };
  const form = useStep(ipzs, "certify", initial, {
    check: ({ reason }) =>
      certificate && !reason.trim() ? [{ path: "reason", code: "certificate.reason_missing" }] : [],
  });
  return (
    <CommandForm form={form} submit={t(certificate ? "act.mend" : "act.certify")}>
      {certificate && (
        <TextArea
          label={t("reason.mended")}
          hint={t("reason.mendedHint")}
          required
          maxLength={2000}
          {...form.field("reason")}
        />
      )}
      <DateField label={t("issuedOn")} required {...form.field("issuedOn")} />
      <TextField label={t("number")} required maxLength={60} {...form.field("number")} />
      <TextArea label={t("skills")} hint={t("skills.hint")} rows={5} maxLength={4000} {...form.field("skills")} />
    </CommandForm>
  );
}
