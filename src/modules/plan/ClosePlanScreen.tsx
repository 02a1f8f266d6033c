import { useQuery } from "@tanstack/react-query";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection, MissingList } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { planQuery } from "./api.ts";
import { closureReasons } from "./codes.ts";
import type { PlanView } from "./contract.ts";
import { planMessages } from "./messages.ts";
import { movePlan } from "./rules.ts";

const ACTS = ["complete", "interrupt", "transfer"] as const;

export function ClosePlanScreen() {
  const t = useMessages(planMessages);
  const planId = useParam("planId");
  const query = useQuery(planQuery(planId));
  return (
    <Page title={t("act.close")} back={{ to: `/plans/${planId}`, label: t("back") }} narrow>
      <Loaded query={query}>
        {(plan) =>
          plan.mayWrite && plan.description ? <CloseForm plan={plan} /> : <Notice>{t("plan.step_not_possible")}</Notice>
        }
      </Loaded>
    </Page>
  );
}

function CloseForm({ plan }: { plan: PlanView }) {
  const t = useMessages(planMessages);
  const go = useGo();
  const basis = plan.description && {
    ...plan.description,
    preparedBy: plan.description.preparedSide,
    hasRun: plan.versionNo > 0,
  };
  const possible = ACTS.filter((act) => basis && movePlan(plan.state, act, basis).state !== null);
  const form = useCommandForm<{
    act: (typeof ACTS)[number] | "";
    closedOn: string;
    reason: (typeof closureReasons)[number] | "";
    statement: string;
    summary: string;
  }>({
    type: "plan.close",
    initial: { act: "", closedOn: today(), reason: "", statement: "", summary: "" },
    build: (values) => ({ planId: plan.id, ...values }),
    check: ({ act, reason }) => [
      ...(act ? [] : [{ path: "act", code: "field.required" }]),
      ...(reason ? [] : [{ path: "reason", code: "field.required" }]),
    ],
    messages: t,
    invalidates: [["plans"], ["timeline"], ["tasks"]],
    onDone: () => go(`/plans/${plan.id}`),
  });
  return (
    <CommandForm
      form={form}
      submit={t("act.close")}
      end={<MissingList items={form.values.summary.trim() ? [] : [{ text: t("summary.missing") }]} />}
    >
      <FormSection question={t("close.how")}>
        <ChoiceField
          label={t("close.how")}
          required
          options={possible.map((value) => ({ value, label: t(`close.${value}`) }))}
          {...form.field("act")}
        />
        <SelectField
          label={t("close.reason")}
          required
          options={closureReasons.map((value) => ({ value, label: t(`closure.${value}`) }))}
          {...form.field("reason")}
        />
        <DateField label={t("closedOn")} {...form.field("closedOn")} />
        <TextArea label={t("statement")} hint={t("statement.hint")} maxLength={4000} {...form.field("statement")} />
        <TextArea label={t("summary")} hint={t("summary.hint")} maxLength={4000} {...form.field("summary")} />
      </FormSection>
    </CommandForm>
  );
}
