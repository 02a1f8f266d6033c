import { type CommandContext, type Done, defineCommand } from "../../platform/command.ts";
import { invalidAt, onConstraint, refuseIf } from "../../platform/problem.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { askForProfile } from "../assessment/public.ts";
import { addTaskFor, endTasksFrom } from "../casework/public.ts";
import { planAccess } from "./access.ts";
import { ReviewPlan, type SealedReview } from "./contract.ts";
import { followTasks } from "./promises.ts";
import { reviewMonths } from "./reviewInterval.ts";
import { refuseReview, reviewDue } from "./rules.ts";
import { done, move, reviewsOf, tell } from "./steps.ts";
import { purposes, readGoals, readTasks, seal } from "./store.ts";

onConstraint("plan_review_key", "conflict", "record.id_taken");
onConstraint("plan_review_goal_of_goal", "invalid", "plan.goal_not_found", "payload.goals");
onConstraint("plan_review_goal_key", "invalid", "plan.goal_twice", "payload.goals");

/**
 * What was promised against what happened: each goal and task with how it went, in the words that stood on that day, the
 * person's statement, the decision and the next review.
 * @throws Problem refused as `refuseReview` says, `plan.step_not_possible` | invalid `plan.goal_not_found`, `plan.task_not_found`
 */
async function reviewPlan(context: CommandContext, payload: ReviewPlan): Promise<Done> {
  const { reviewId, planId, reviewedOn, goals, tasks, decision, statement, summary } = payload;
  const { organisationId, accountId } = context.actor;
  const { plan } = await move(context, planId, "review", {
    check: (it) => refuseIf(refuseReview({ reviewedOn, nextOn: payload.nextOn }, it, context.today)),
  });
  const goesOn = decision === "CONTINUE" || decision === "CHANGE";
  const months = await reviewMonths(context, reviewedOn);
  const byRule = reviewDue({ startOn: plan.startOn, endOn: plan.endOn, reviewedOn: [reviewedOn] }, months);
  const nextOn = goesOn ? (payload.nextOn ?? byRule) : null;
  const goalWords = new Map((await readGoals(context, planId)).map(({ id, text }) => [id, text]));
  const taskWords = new Map((await readTasks(context, planId)).map(({ id, what }) => [id, what]));
  if (goals.some(({ goalId }) => !goalWords.has(goalId))) throw invalidAt("payload.goals", "plan.goal_not_found");
  if (tasks.some(({ taskId }) => !taskWords.has(taskId))) throw invalidAt("payload.tasks", "plan.task_not_found");
  const hidden: SealedReview = {
    statement: statement.trim(),
    summary: summary.trim(),
    goals: goals.map(({ goalId, said }) => ({ id: goalId, text: goalWords.get(goalId) ?? "", said: said.trim() })),
    tasks: tasks.map(({ taskId }) => ({ id: taskId, what: taskWords.get(taskId) ?? "" })),
  };
  await context.tx
    .insertInto("planReview")
    .values({
      organisationId,
      id: reviewId,
      planId,
      reviewedOn,
      decision,
      nextOn,
      sealed: seal(context, purposes.review, reviewId, hidden),
      reviewedBy: accountId,
    })
    .execute();
  if (goals.length > 0)
    await context.tx
      .insertInto("planReviewGoal")
      .values(goals.map(({ goalId, outcome, progress }) => ({ organisationId, reviewId, goalId, outcome, progress })))
      .execute();
  if (tasks.length > 0)
    await context.tx
      .insertInto("planTaskMark")
      .values(
        tasks.map(({ taskId, outcome }) => ({
          organisationId,
          id: uuidv7(),
          taskId,
          outcome,
          markedOn: reviewedOn,
          markedBy: accountId,
          reviewId,
        })),
      )
      .execute();
  await followTasks(context, plan);
  await endTasksFrom(context, reviewsOf(planId), "DONE");
  if (nextOn)
    await addTaskFor(context, {
      personId: plan.personId,
      caseId: plan.caseId,
      ownerId: plan.ledBy,
      kind: "REVIEW_PLAN",
      dueOn: nextOn,
      source: reviewsOf(planId),
    });
  if (goesOn) await askForProfile(context, plan);
  await tell(context, plan, "plan.reviewed", { decision, nextOn });
  return { ...done(plan), ids: { plan: planId, review: reviewId } };
}

export const reviewCommands = [
  defineCommand({
    type: "plan.review",
    v: 1,
    summary: "Reviews goals and tasks with the person and decides what next",
    payload: ReviewPlan,
    verb: planAccess["plan.write"],
    run: reviewPlan,
  }),
];
