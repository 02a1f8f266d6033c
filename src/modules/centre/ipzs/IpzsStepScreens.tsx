import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { addDays, isPlainDate, periodEnd } from "../../../platform/time/plainDate.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today as dayOfToday } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ipzsQuery, ipzsStale } from "./api.ts";
import { askingSides, endsByManager, endsWithComplaint, provisionKinds } from "./codes.ts";
import type { IpzsView } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";
import { actVerbs, daysOffEntitled, extendedTo, type IpzsAct, moveIpzs, refuseExtension } from "./rules.ts";
import "./ipzs.css";

/** As a field holds it. */
const today = (): string => dayOfToday();

type StepPageProps = { act: IpzsAct; title: string; children: (ipzs: IpzsView) => ReactNode };

/** A page of one act: the form when the state and the reader allow it, else why not. */
function StepPage({ act, title, children }: StepPageProps) {
  const t = useMessages(ipzsMessages);
  const ipzsId = useParam("ipzsId");
  const query = useQuery(ipzsQuery(ipzsId));
  return (
    <Page title={title} back={{ to: `/ipzs/${ipzsId}`, label: t("back") }} narrow>
      <Loaded query={query}>
        {(ipzs) => {
          const may = { "ipzs.write": ipzs.mayWrite, "ipzs.decide": ipzs.mayDecide, "ipzs.record": ipzs.mayRecord };
          const { refusal } = moveIpzs(ipzs.state, act);
          if (refusal || !may[actVerbs[act]])
            return <Notice>{(refusal && t.maybe(refusal)) || t("ipzs.step_not_possible")}</Notice>;
          return children(ipzs);
        }}
      </Loaded>
    </Page>
  );
}

type Check<V> = (values: V) => { path: string; code: string }[];

function useStep<V extends object>(
  ipzs: IpzsView,
  type: string,
  initial: V,
  options: { build?: (values: V) => object; check?: Check<V> } = {},
) {
  const t = useMessages(ipzsMessages);
  const go = useGo();
  const { build = (values: V) => values, check } = options;
  return useCommandForm<V>({
    type: `ipzs.${type}`,
    initial,
    build: (values) => ({ ipzsId: ipzs.id, ...build(values) }),
    ...(check && { check }),
    messages: t,
    invalidates: ipzsStale,
    onDone: () => go(`/ipzs/${ipzs.id}`),
  });
}
const chosen = (path: string, value: unknown) => (value ? [] : [{ path, code: "field.required" }]);

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

export function SignIpzsScreen() {
  const t = useMessages(ipzsMessages);
  return (
    <StepPage act="sign" title={t("act.sign")}>
      {(ipzs) => <SignForm ipzs={ipzs} />}
    </StepPage>
  );
}
function SignForm({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const form = useStep(ipzs, "sign", { signedOn: today() });
  return (
    <CommandForm form={form} submit={t("act.sign")}>
      <p>{t("sign.lead")}</p>
      <DateField label={t("signedOn")} required {...form.field("signedOn")} />
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
  const form = useStep(ipzs, "certify", { issuedOn: today(), number: "", skills: "" });
  return (
    <CommandForm form={form} submit={t("act.certify")}>
      <DateField label={t("issuedOn")} required {...form.field("issuedOn")} />
      <TextField label={t("number")} required maxLength={60} {...form.field("number")} />
      <TextArea label={t("skills")} hint={t("skills.hint")} rows={5} maxLength={4000} {...form.field("skills")} />
    </CommandForm>
  );
}

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
