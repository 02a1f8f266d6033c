import { AppLink } from "../../platform/ui/Button.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import type { PlanReviewView, PlanView } from "./contract.ts";
import { planMessages } from "./messages.ts";
import { CoursePrints } from "./PlanPrints.tsx";

/** Reviews, steps with who and when, and the versions with what changed. */
export function PlanHistory({ plan }: { plan: PlanView }) {
  const t = useMessages(planMessages);
  return (
    <>
      {plan.closure && (
        <Card title={t("closure")}>
          <p>
            <DateText day={plan.closure.on} />: {t(`closure.${plan.closure.reason}`)}
          </p>
          {plan.closure.statement && (
            <p>
              <span className="soft small">{t("statement")}:</span> {plan.closure.statement}
            </p>
          )}
          <p>{plan.closure.summary}</p>
          <CoursePrints planId={plan.id} reviewId={null} />
        </Card>
      )}
      {plan.versionNo > 0 && (
        <Card title={t("reviews")}>
          {plan.reviews.length === 0 && <p className="soft">{t("reviews.none")}</p>}
          {plan.reviews.map((review) => (
            <Review key={review.id} planId={plan.id} review={review} />
          ))}
        </Card>
      )}
      <Card title={t("history")}>
        {plan.steps.map((step, at) => (
          <p key={at} className="record-line">
            <span>{t.maybe(`step.${step.act}`) ?? step.act}</span>
            <span className="soft small">
              <DateText day={step.on} />, {step.by}
            </span>
            {step.words && <span>{step.words}</span>}
          </p>
        ))}
        {plan.versionNo > 1 && <AppLink to={`/plans/${plan.id}/versions`}>{t("versions.open")}</AppLink>}
      </Card>
    </>
  );
}

/** One review: the decision in sight, what was promised and how it went unfolded. */
function Review({ planId, review }: { planId: string; review: PlanReviewView }) {
  const t = useMessages(planMessages);
  return (
    <div className="record-line">
      <p>
        <DateText day={review.reviewedOn} />: {t(`decision.${review.decision}`)}
      </p>
      {review.statement && (
        <p>
          <span className="soft small">{t("statement")}:</span> {review.statement}
        </p>
      )}
      {review.summary && <p>{review.summary}</p>}
      {review.goals.length + review.tasks.length > 0 && (
        <details>
          <summary>{t("review.promised")}</summary>
          <ul>
            {review.goals.map((goal) => (
              <li key={goal.goalId}>
                {goal.text || t("part.goal")}: {t(`goalOutcome.${goal.outcome}`)}
                {goal.progress !== null && `, ${t("goals.progress", { percent: goal.progress })}`}
                {goal.said && (
                  <>
                    . {t("said")}: {goal.said}
                  </>
                )}
              </li>
            ))}
            {review.tasks.map((task) => (
              <li key={task.taskId}>
                {task.what || t("part.task")}: {t(`taskOutcome.${task.outcome}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="soft small">
        {review.reviewedBy}
        {review.nextOn && (
          <>
            . {t("nextOn")}: <DateText day={review.nextOn} />
          </>
        )}
      </p>
      <CoursePrints planId={planId} reviewId={review.id} />
    </div>
  );
}
