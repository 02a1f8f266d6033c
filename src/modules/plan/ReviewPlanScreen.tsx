import { useQuery } from "@tanstack/react-query";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { useLanguage } from "../../platform/ui/language.ts";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { evidenceQuery, planQuery } from "./api.ts";
import { goalOutcomes, reviewDecisions } from "./codes.ts";
import type { PlanReviewView, PlanView } from "./contract.ts";
import { planMessages } from "./messages.ts";

type Outcome = (typeof goalOutcomes)[number];
type Values = {
  reviewedOn: string;
  outcomes: Record<string, Outcome>;
  decision: PlanReviewView["decision"] | "";
  nextOn: string;
  summary: string;
};

/** Each goal in the person's words, how it goes, and what next. */
export function ReviewPlanScreen() {
  const t = useMessages(planMessages);
  const planId = useParam("planId");
  const query = useQuery(planQuery(planId));
  return (
    <Page title={t("review.make")} back={{ to: `/plans/${planId}`, label: t("back") }} narrow>
      <Loaded query={query}>
        {(plan) =>
          plan.mayWrite && plan.state === "ACTIVE" ? (
            <ReviewForm plan={plan} />
          ) : (
            <Notice>{t("plan.step_not_possible")}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

function ReviewForm({ plan }: { plan: PlanView }) {
  const t = useMessages(planMessages);
  const go = useGo();
  const initial: Values = { reviewedOn: today(), outcomes: {}, decision: "", nextOn: "", summary: "" };
  const form = useCommandForm<Values>({
    type: "plan.review",
    initial,
    build: ({ outcomes, nextOn, ...values }) => ({
      ...values,
      reviewId: uuidv7(),
      planId: plan.id,
      goals: Object.entries(outcomes).map(([goalId, outcome]) => ({ goalId, outcome })),
      nextOn: nextOn || null,
    }),
    check: ({ decision }) => (decision ? [] : [{ path: "decision", code: "field.required" }]),
    messages: t,
    invalidates: [["plans"], ["timeline"], ["tasks"]],
    onDone: (_, { decision }) => go(`/plans/${plan.id}${decision === "CHANGE" ? "/goals" : ""}`),
  });
  const { outcomes } = form.values;
  return (
    <CommandForm form={form} submit={t("review.save")}>
      <FormSection question={t("review.evidence")}>
        <Evidence planId={plan.id} />
      </FormSection>
      <FormSection question={t("review.goals")}>
        {plan.goals.map((goal) => (
          <ChoiceField
            key={goal.id}
            label={goal.text || t(`sphere.${goal.sphere}`)}
            hint={goal.measure ? `${t("measure")}: ${goal.measure}` : undefined}
            options={goalOutcomes.map((value) => ({ value, label: t(`goalOutcome.${value}`) }))}
            value={outcomes[goal.id] ?? ""}
            onChange={(outcome) => outcome && form.set({ outcomes: { ...outcomes, [goal.id]: outcome } })}
          />
        ))}
      </FormSection>
      <FormSection question={t("review.next")}>
        <DateField label={t("reviewedOn")} {...form.field("reviewedOn")} />
        <TextArea label={t("summary")} hint={t("summary.hint")} maxLength={4000} {...form.field("summary")} />
        <ChoiceField
          label={t("decision")}
          required
          options={reviewDecisions.map((value) => ({ value, label: t(`decision.${value}`) }))}
          {...form.field("decision")}
        />
        <DateField label={t("nextOn")} hint={t("nextOn.hint")} quick={[]} {...form.field("nextOn")} />
      </FormSection>
    </CommandForm>
  );
}

function Evidence({ planId }: { planId: string }) {
  const t = useMessages(planMessages);
  const lang = useLanguage();
  const query = useQuery(evidenceQuery(planId));
  return (
    <Loaded query={query} lines={2}>
      {({ evidence }) =>
        evidence.length === 0 ? (
          <p className="soft">{t("review.noEvidence")}</p>
        ) : (
          <ul>
            {evidence.map(({ label, count }) => (
              <li key={label.pl}>
                {label[lang]}: {count}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
