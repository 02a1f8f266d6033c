import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { FactsOfSphere, KnownFacts } from "../../platform/ui/KnownFacts.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { evidenceQuery, planQuery } from "./api.ts";
import { goalOutcomes, planTaskOutcomes, reviewDecisions, sides } from "./codes.ts";
import type { PlanReviewView, PlanView, ReviewPlan } from "./contract.ts";
import { planMessages } from "./messages.ts";
import "../../platform/ui/record.css";
import "./plan.css";

type GoalRow = { outcome: ReviewPlan["goals"][number]["outcome"] | ""; progress: number | undefined; said: string };
type Values = {
  reviewedOn: string;
  goals: Record<string, GoalRow>;
  tasks: Record<string, ReviewPlan["tasks"][number]["outcome"] | "">;
  decision: PlanReviewView["decision"] | "";
  nextOn: string;
  statement: string;
  summary: string;
};

/** The review meeting on one page: what was promised, what happened, what the person says, what next. */
export function ReviewPlanScreen() {
  const t = useMessages(planMessages);
  const planId = useParam("planId");
  const query = useQuery(planQuery(planId));
  return (
    <Page title={t("review.make")} lead={t("review.lead")} back={{ to: `/plans/${planId}`, label: t("back") }} narrow>
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

const noGoalRow: GoalRow = { outcome: "", progress: undefined, said: "" };

function ReviewForm({ plan }: { plan: PlanView }) {
  const t = useMessages(planMessages);
  const go = useGo();
  const [reviewId] = useState(() => uuidv7());
  const initial: Values = {
    reviewedOn: today(),
    goals: {},
    tasks: {},
    decision: "",
    nextOn: "",
    statement: "",
    summary: "",
  };
  const form = useCommandForm<Values>({
    type: "plan.review",
    initial,
    build: ({ goals, tasks, nextOn, ...values }) => ({
      ...values,
      reviewId,
      planId: plan.id,
      goals: Object.entries(goals).flatMap(([goalId, { outcome, progress, said }]) =>
        outcome ? [{ goalId, outcome, progress: progress ?? null, said }] : [],
      ),
      tasks: Object.entries(tasks).flatMap(([taskId, outcome]) => (outcome ? [{ taskId, outcome }] : [])),
      nextOn: nextOn || null,
    }),
    check: ({ decision, goals }) => [
      ...(decision ? [] : [{ path: "decision", code: "field.required" }]),
      ...Object.entries(goals).flatMap(([id, { outcome, progress, said }]) =>
        outcome === "" && (progress !== undefined || said !== "")
          ? [{ path: `goals.${id}`, code: "field.required" }]
          : [],
      ),
    ],
    messages: t,
    invalidates: [["plans"], ["timeline"], ["tasks"]],
    onDone: (_, { decision }) => go(nextPlace(plan.id, decision)),
  });
  const { goals, tasks } = form.values;
  const change = (id: string, part: Partial<GoalRow>) =>
    form.set({ goals: { ...goals, [id]: { ...noGoalRow, ...goals[id], ...part } } });
  const promised = sides.flatMap((side) => plan.tasks.filter((task) => task.side === side));
  return (
    <CommandForm form={form} submit={t("review.save")}>
      <FormSection question={t("review.evidence")}>
        <KnownFacts
          query={evidenceQuery(plan.id)}
          spheres={plan.goals.map(({ sphere }) => sphere)}
          beside={t("review.beside")}
        />
      </FormSection>
      <FormSection question={t("review.tasks")}>
        {promised.length === 0 && <p className="soft">{t("tasks.none")}</p>}
        {promised.map((task) => (
          <ChoiceField
            key={task.id}
            label={`${t(`side.${task.side}`)}: ${task.what}`}
            hint={<Promised dueOn={task.dueOn} last={task.outcome && t(`taskOutcome.${task.outcome}`)} />}
            options={planTaskOutcomes.map((value) => ({ value, label: t(`taskOutcome.${value}`) }))}
            value={tasks[task.id] ?? ""}
            onChange={(outcome) => form.set({ tasks: { ...tasks, [task.id]: outcome } })}
          />
        ))}
      </FormSection>
      <FormSection question={t("review.goals")}>
        {plan.goals.map((goal) => (
          <fieldset key={goal.id} className="edit-line">
            <ChoiceField
              label={goal.text || t(`sphere.${goal.sphere}`)}
              hint={
                <Promised
                  dueOn={goal.dueOn}
                  measure={goal.measure}
                  last={goal.outcome && t(`goalOutcome.${goal.outcome}`)}
                />
              }
              options={goalOutcomes.map((value) => ({ value, label: t(`goalOutcome.${value}`) }))}
              value={goals[goal.id]?.outcome ?? ""}
              onChange={(outcome) => change(goal.id, { outcome })}
              {...form.at(`goals.${goal.id}`)}
            />
            <FactsOfSphere query={evidenceQuery(plan.id)} sphere={goal.sphere} />
            <NumberField
              label={t("progress")}
              unit="%"
              hint={goal.progress === null ? undefined : t("progress.of", { percent: goal.progress })}
              value={goals[goal.id]?.progress}
              onChange={(progress) => change(goal.id, { progress })}
            />
            <TextField
              label={t("said")}
              maxLength={1000}
              value={goals[goal.id]?.said ?? ""}
              onChange={(said) => change(goal.id, { said })}
            />
          </fieldset>
        ))}
      </FormSection>
      <FormSection question={t("review.said")}>
        <TextArea label={t("statement")} hint={t("statement.hint")} maxLength={4000} {...form.field("statement")} />
      </FormSection>
      <FormSection question={t("review.next")}>
        <DateField label={t("reviewedOn")} {...form.field("reviewedOn")} />
        <TextArea label={t("summary")} maxLength={4000} {...form.field("summary")} />
        <ChoiceField
          label={t("decision")}
          required
          options={reviewDecisions.map((value) => ({ value, label: t(`decision.${value}`) }))}
          {...form.field("decision")}
        />
        <DateField
          label={t("nextOn")}
          hint={t("nextOn.hint", { count: plan.reviewMonths })}
          quick={[]}
          {...form.field("nextOn")}
        />
      </FormSection>
    </CommandForm>
  );
}

/** After the decision the page on which it is carried out. */
function nextPlace(planId: string, decision: string): string {
  if (decision === "CHANGE") return `/plans/${planId}/goals`;
  return decision === "COMPLETE" || decision === "INTERRUPT" ? `/plans/${planId}/end` : `/plans/${planId}`;
}

type PromisedProps = { dueOn: string | null; measure?: string; last: string | null };

/** What was promised by when, and how the last review found it. */
function Promised({ dueOn, measure, last }: PromisedProps) {
  const t = useMessages(planMessages);
  return (
    <>
      {measure && `${t("measure")}: ${measure}. `}
      {dueOn && (
        <>
          {t("dueOn")} <DateText day={dueOn} />.{" "}
        </>
      )}
      {last && t("review.last", { outcome: last })}
    </>
  );
}
