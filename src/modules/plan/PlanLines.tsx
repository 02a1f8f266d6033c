import { today } from "../../platform/ui/clock.ts";
import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { spheres } from "../assessment/codes.ts";
import { ActButton } from "./ActButton.tsx";
import { planTaskOutcomes, sides } from "./codes.ts";
import type { PlanTaskView, PlanView } from "./contract.ts";
import { planMessages } from "./messages.ts";

const TONES: Record<string, StatusTone> = {
  KEPT: "confirmed",
  DONE: "confirmed",
  PARTLY: "due",
  NOT_KEPT: "danger",
  NOT_DONE: "danger",
};

export function GoalsBySphere({ plan }: { plan: Pick<PlanView, "goals"> }) {
  const t = useMessages(planMessages);
  if (plan.goals.length === 0) return <p className="soft">{t("goals.none")}</p>;
  return spheres
    .map((sphere) => ({ sphere, goals: plan.goals.filter((goal) => goal.sphere === sphere) }))
    .filter(({ goals }) => goals.length > 0)
    .map(({ sphere, goals }) => (
      <section key={sphere}>
        <h3>{t(`sphere.${sphere}`)}</h3>
        {goals.map((goal) => (
          <div key={goal.id} className="record-line">
            <p>{goal.text}</p>
            <p className="soft small">
              {goal.measure && `${t("measure")}: ${goal.measure}. `}
              {goal.dueOn && (
                <>
                  {t("dueOn")} <DateText day={goal.dueOn} />
                </>
              )}
            </p>
            <p className="cluster">
              {goal.outcome && <Status tone={TONES[goal.outcome]}>{t(`goalOutcome.${goal.outcome}`)}</Status>}
              {goal.progress !== null && (
                <span className="soft small">{t("goals.progress", { percent: goal.progress })}</span>
              )}
            </p>
          </div>
        ))}
      </section>
    ));
}

export function TasksBySide({ plan }: { plan: Pick<PlanView, "tasks" | "state" | "mayWrite"> }) {
  const t = useMessages(planMessages);
  if (plan.tasks.length === 0) return <p className="soft">{t("tasks.none")}</p>;
  const marks = plan.state === "ACTIVE" && plan.mayWrite;
  return sides
    .map((side) => ({ side, tasks: plan.tasks.filter((task) => task.side === side) }))
    .filter(({ tasks }) => tasks.length > 0)
    .map(({ side, tasks }) => (
      <section key={side}>
        <h3>{t(`side.${side}`)}</h3>
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} marks={marks} />
        ))}
      </section>
    ));
}

function TaskLine({ task, marks }: { task: PlanTaskView; marks: boolean }) {
  const t = useMessages(planMessages);
  return (
    <div className="record-line">
      <p>{task.what}</p>
      <p className="cluster">
        {task.dueOn && (
          <span className="soft small">
            {t("dueOn")} <DateText day={task.dueOn} />
          </span>
        )}
        {marks && !task.outcome && task.dueOn && task.dueOn < today() && (
          <Status tone="due" icon="warning">
            {t("task.late")}
          </Status>
        )}
        {task.outcome && <Status tone={TONES[task.outcome]}>{t(`taskOutcome.${task.outcome}`)}</Status>}
      </p>
      {marks && (
        <details>
          <summary>{t("task.howWent", { what: task.what })}</summary>
          <div className="cluster">
            {planTaskOutcomes.map((outcome) => (
              <ActButton
                key={outcome}
                type="plan.mark-task"
                label={t(`taskOutcome.${outcome}`)}
                payload={() => ({ markId: uuidv7(), taskId: task.id, outcome })}
              />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}
