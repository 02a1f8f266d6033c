import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { planQuery } from "./api.ts";
import type { PlanView } from "./contract.ts";
import { planMessages } from "./messages.ts";
import { movePlan, type PlanAct } from "./rules.ts";

type StepPageProps = {
  act: PlanAct;
  title: string;
  /** Whether this reader has the act, apart from the plan's state. */
  allowed: (plan: PlanView) => boolean;
  children: (plan: PlanView) => ReactNode;
};

/** A page of one act: the form when the state and the reader allow it, else why not. */
function StepPage({ act, title, allowed, children }: StepPageProps) {
  const t = useMessages(planMessages);
  const planId = useParam("planId");
  const query = useQuery(planQuery(planId));
  return (
    <Page title={title} back={{ to: `/plans/${planId}`, label: t("back") }} narrow>
      <Loaded query={query}>
        {(plan) => {
          if (!plan.description || !allowed(plan)) return <Notice>{t("plan.step_not_possible")}</Notice>;
          const { description, versionNo } = plan;
          const basis = { ...description, preparedBy: description.preparedSide, hasRun: versionNo > 0 };
          const { refusal } = movePlan(plan.state, act, basis);
          return refusal ? <Notice>{t(refusal)}</Notice> : children(plan);
        }}
      </Loaded>
    </Page>
  );
}

const writes = (plan: PlanView) => plan.mayWrite;

function useStep<V extends object>(plan: PlanView, act: string, initial: V, build?: (values: V) => object) {
  const t = useMessages(planMessages);
  const go = useGo();
  return useCommandForm<V>({
    type: `plan.${act}`,
    initial,
    build: (values) => ({ planId: plan.id, ...(build ? build(values) : values) }),
    messages: t,
    invalidates: [["plans"], ["timeline"], ["tasks"], ["cases"]],
    onDone: () => go(`/plans/${plan.id}`),
  });
}

export function AgreePlanScreen() {
  const t = useMessages(planMessages);
  return (
    <StepPage act="agree" title={t("act.agree")} allowed={writes}>
      {(plan) => <AgreeForm plan={plan} />}
    </StepPage>
  );
}

function AgreeForm({ plan }: { plan: PlanView }) {
  const t = useMessages(planMessages);
  const form = useStep(plan, "agree", { personAgrees: false, words: "" });
  return (
    <CommandForm form={form} submit={t("act.agree")}>
      <p>{t("agree.lead")}</p>
      <CheckField label={t("agree.personAgrees")} {...form.field("personAgrees")} />
      <TextArea label={t("agree.words")} hint={t("statement.hint")} maxLength={2000} {...form.field("words")} />
    </CommandForm>
  );
}

export function ReturnPlanScreen() {
  const t = useMessages(planMessages);
  return (
    <StepPage act="return" title={t("act.return")} allowed={(plan) => plan.mayReturn}>
      {(plan) => <ReturnForm plan={plan} />}
    </StepPage>
  );
}

function ReturnForm({ plan }: { plan: PlanView }) {
  const t = useMessages(planMessages);
  const form = useStep(plan, "return", { reason: "" });
  return (
    <CommandForm form={form} submit={t("act.return")}>
      <TextArea label={t("return.reason")} required maxLength={2000} {...form.field("reason")} />
    </CommandForm>
  );
}

export function ReturnChangeScreen() {
  const t = useMessages(planMessages);
  const planId = useParam("planId");
  const query = useQuery(planQuery(planId));
  return (
    <Page title={t("act.return")} lead={t("change.waits")} back={{ to: `/plans/${planId}`, label: t("back") }} narrow>
      <Loaded query={query}>
        {(plan) => {
          const waiting = plan.changes.find(({ state }) => state === "WAITING");
          if (!waiting || !plan.mayReturnChange) return <Notice>{t("plan.step_not_possible")}</Notice>;
          return <ReturnChangeForm plan={plan} changeId={waiting.id} />;
        }}
      </Loaded>
    </Page>
  );
}

function ReturnChangeForm({ plan, changeId }: { plan: PlanView; changeId: string }) {
  const t = useMessages(planMessages);
  const go = useGo();
  const form = useCommandForm({
    type: "plan.return-change",
    initial: { reason: "" },
    build: ({ reason }) => ({ changeId, reason }),
    messages: t,
    invalidates: [["plans"], ["timeline"], ["tasks"]],
    onDone: () => go(`/plans/${plan.id}`),
  });
  return (
    <CommandForm form={form} submit={t("act.return")}>
      <TextArea label={t("return.reason")} required maxLength={2000} {...form.field("reason")} />
    </CommandForm>
  );
}

export function ProlongPlanScreen() {
  const t = useMessages(planMessages);
  return (
    <StepPage act="prolong" title={t("act.prolong")} allowed={writes}>
      {(plan) => <ProlongForm plan={plan} />}
    </StepPage>
  );
}

function ProlongForm({ plan }: { plan: PlanView }) {
  const t = useMessages(planMessages);
  const form = useStep(plan, "prolong", { endOn: plan.endOn ?? "", reason: "" });
  return (
    <CommandForm form={form} submit={t("act.prolong")}>
      <DateField label={t("prolong.endOn")} required quick={[]} {...form.field("endOn")} />
      <TextArea label={t("prolong.reason")} required maxLength={2000} {...form.field("reason")} />
    </CommandForm>
  );
}

export function ReopenPlanScreen() {
  const t = useMessages(planMessages);
  return (
    <StepPage act="reopen" title={t("act.reopen")} allowed={writes}>
      {(plan) => <ReopenForm plan={plan} />}
    </StepPage>
  );
}

function ReopenForm({ plan }: { plan: PlanView }) {
  const t = useMessages(planMessages);
  const form = useStep(plan, "reopen", { reason: "", endOn: plan.endOn ?? "" }, ({ reason, endOn }) => ({
    reason,
    endOn: endOn === (plan.endOn ?? "") ? null : endOn,
  }));
  return (
    <CommandForm form={form} submit={t("act.reopen")}>
      <p>{t("reopen.lead")}</p>
      <TextArea label={t("reopen.reason")} required maxLength={2000} {...form.field("reason")} />
      <DateField label={t("endOn")} quick={[]} {...form.field("endOn")} />
    </CommandForm>
  );
}
