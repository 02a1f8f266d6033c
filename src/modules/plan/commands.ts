import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  recordEvent,
} from "../../platform/command.ts";
import { invalidAt, onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { moveCaseIfPossible } from "../assessment/public.ts";
import { addTaskFor, endTasksFrom, refuseForDead, requireCase } from "../casework/public.ts";
import { planAccess } from "./access.ts";
import { ClosePlan, DescribePlan, DraftPlan, type PlanDescription, PlanId, ReviewPlan } from "./contract.ts";
import { lineCommands } from "./lines.ts";
import { movePlan, type PlanAct, type PlanState, refuseAgreement, reviewDue } from "./rules.ts";
import { basisOf, contentOf, purposes, requirePlan, type StoredPlan, seal } from "./store.ts";
import { makeVersion } from "./versions.ts";

onConstraint("plan_key", "conflict", "record.id_taken");
onConstraint("plan_review_key", "conflict", "record.id_taken");
onConstraint("plan_approved_by_another", "refused", "plan.approved_by_author");
onConstraint("plan_closed_once", "refused", "plan.closed");
onConstraint("plan_review_goal_of_goal", "invalid", "plan.goal_not_found", "payload.goals");
onConstraint("plan_review_goal_key", "invalid", "plan.goal_twice", "payload.goals");

function columnsOf(context: CommandContext, planId: string, description: PlanDescription) {
  const { situation, commitments, noHousingGoalReason, noWorkGoalReason, ...open } = description;
  const hidden = { situation, commitments, noHousingGoalReason, noWorkGoalReason };
  return { ...open, sealed: seal(context, purposes.description, planId, hidden) };
}

async function addStep(
  context: CommandContext,
  plan: { id: string; stepNo: number },
  act: PlanAct | "draft",
  state: PlanState,
) {
  const { organisationId, accountId } = context.actor;
  const no = plan.stepNo + 1;
  await context.tx
    .insertInto("planStep")
    .values({ organisationId, planId: plan.id, no, act, state, doneOn: context.today, doneBy: accountId })
    .execute();
  return no;
}

function tell(
  context: CommandContext,
  plan: Pick<StoredPlan, "id" | "personId" | "caseId">,
  kind: string,
  detail: Record<string, unknown> = {},
) {
  const { id, personId, caseId } = plan;
  return recordEvent(context, { personId, caseId, kind, section: "SOCIAL", subject: { type: "plan", id }, detail });
}

function done(plan: Pick<StoredPlan, "id" | "personId">, detail?: Record<string, unknown>, version?: number): Done {
  const about = { type: "plan", id: plan.id, personId: plan.personId, section: "SOCIAL" };
  return { ids: { plan: plan.id }, about, detail, ...(version === undefined ? {} : { version }) };
}

/** Where the tasks "review this plan" come from. */
const reviewsOf = (planId: string) => ({ type: "plan_review", id: planId });

/** @throws Problem not_found `case.not_found` | refused `plan.case_ended` */
async function draftPlan(context: CommandContext, { planId, caseId, ...description }: DraftPlan): Promise<Done> {
  const { personId, open } = await requireCase(context, planAccess["plan.write"], caseId);
  if (!open) throw new Problem("refused", "plan.case_ended");
  await refuseForDead(context, personId);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("plan")
    .values({
      organisationId,
      id: planId,
      personId,
      caseId,
      preparedBy: accountId,
      ...columnsOf(context, planId, description),
    })
    .execute();
  const plan = { id: planId, personId, caseId };
  await addStep(context, { id: planId, stepNo: 0 }, "draft", "DRAFT");
  await tell(context, plan, "plan.drafted", { kind: description.kind });
  return done(plan, undefined, 1);
}

/** Changes the description of a draft. @throws Problem conflict `record.changed` | refused `plan.not_open_for_changes` */
async function describePlan(context: CommandContext, { planId, ...description }: DescribePlan): Promise<Done> {
  await lockRow(context, "plan", planId, "plan.not_found");
  const plan = await requirePlan(context, planAccess["plan.write"], planId);
  if (plan.state !== "DRAFT") throw new Problem("refused", "plan.description_is_agreed");
  if (context.base !== plan.version)
    throw new Problem("conflict", "record.changed", { current: plan.version, seen: context.base });
  await context.tx
    .updateTable("plan")
    .set(columnsOf(context, planId, description))
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", planId)
    .execute();
  return done(plan, undefined, await bumpVersion(context, "plan", planId));
}

/** Locks the plan, asks the rule and writes the step. */
async function move(
  context: CommandContext,
  planId: string,
  act: PlanAct,
  verb: Parameters<typeof requirePlan>[1],
  check?: (plan: StoredPlan) => Promise<void> | void,
): Promise<{ plan: StoredPlan; state: PlanState; stepNo: number }> {
  await lockRow(context, "plan", planId, "plan.not_found");
  const plan = await requirePlan(context, verb, planId);
  const { state, refusal } = movePlan(plan.state, act, basisOf(plan));
  refuseIf([refusal], refusal === "plan.approval_needed" ? { source: "art. 49 ust. 2 i 5 u.p.s." } : undefined);
  if (!state) throw new Problem("refused", "plan.step_not_possible");
  await check?.(plan);
  const stepNo = await addStep(context, plan, act, state);
  return { plan, state, stepNo };
}

/** @throws Problem refused with everything that is missing in `details.refusals` */
async function agreePlan(context: CommandContext, { planId }: PlanId): Promise<Done> {
  const { plan } = await move(context, planId, "agree", planAccess["plan.write"], async (it) =>
    refuseIf(refuseAgreement(await contentOf(context, it))),
  );
  await tell(context, plan, "plan.agreed");
  return done(plan);
}

async function redraftPlan(context: CommandContext, { planId }: PlanId): Promise<Done> {
  const { plan } = await move(context, planId, "redraft", planAccess["plan.write"]);
  await tell(context, plan, "plan.redrafted");
  return done(plan);
}

/**
 * Approved by a manager who neither prepared nor agreed it. Source: docs/domain/rules.md R-IPWB-01, R-IPWB-03.
 * @throws Problem refused `plan.approved_by_author`, `plan.approval_not_needed`, `plan.step_not_possible`
 */
async function approvePlan(context: CommandContext, { planId }: PlanId): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { plan, stepNo } = await move(context, planId, "approve", planAccess["plan.approve"], (it) => {
    if (it.preparedBy === accountId || it.agreedBy === accountId)
      throw new Problem("refused", "plan.approved_by_author");
  });
  await context.tx
    .insertInto("planApproval")
    .values({
      organisationId,
      planId,
      stepNo,
      preparedBy: plan.preparedBy,
      approvedBy: accountId,
      approvedOn: context.today,
    })
    .execute();
  await tell(context, plan, "plan.approved");
  return done(plan);
}

/**
 * The plan begins: its first version is kept, the review and the insurance become tasks, the case moves on its path.
 * @throws Problem refused `plan.approval_needed`, `plan.step_not_possible`
 */
async function activatePlan(context: CommandContext, { planId }: PlanId): Promise<Done> {
  const { plan } = await move(context, planId, "activate", planAccess["plan.write"]);
  await makeVersion(context, planId);
  const { personId, caseId } = plan;
  const task = { personId, caseId, ownerId: plan.preparedBy };
  const dueOn = reviewDue({ startOn: plan.startOn, endOn: plan.endOn, reviewedOn: [] });
  await addTaskFor(context, { ...task, kind: "REVIEW_PLAN", dueOn, source: reviewsOf(planId) });
  if (plan.healthInsuranceNeeded)
    await addTaskFor(context, {
      ...task,
      kind: "START_HEALTH_INSURANCE",
      dueOn: context.today,
      source: { type: "plan", id: planId },
    });
  await moveCaseIfPossible(context, caseId, "finish_plan");
  await tell(context, plan, "plan.activated", { reviewDue: dueOn });
  return done(plan);
}

/** @throws Problem refused `plan.review_in_future`, `plan.review_before_start`, `plan.next_review_not_later`, `plan.step_not_possible` */
async function reviewPlan(context: CommandContext, payload: ReviewPlan): Promise<Done> {
  const { reviewId, planId, reviewedOn, goals, decision, summary } = payload;
  const { organisationId, accountId } = context.actor;
  const { plan } = await move(context, planId, "review", planAccess["plan.write"], (it) =>
    refuseIf([
      reviewedOn > context.today ? "plan.review_in_future" : null,
      reviewedOn < it.startOn ? "plan.review_before_start" : null,
      payload.nextOn !== null && payload.nextOn <= reviewedOn ? "plan.next_review_not_later" : null,
    ]),
  );
  const goesOn = decision === "CONTINUE" || decision === "CHANGE";
  const byRule = reviewDue({ startOn: plan.startOn, endOn: plan.endOn, reviewedOn: [reviewedOn] });
  const nextOn = goesOn ? (payload.nextOn ?? byRule) : null;
  const known = await context.tx
    .selectFrom("planGoal")
    .select("id")
    .where("organisationId", "=", organisationId)
    .where("planId", "=", planId)
    .execute();
  if (goals.some(({ goalId }) => !known.some(({ id }) => id === goalId)))
    throw invalidAt("payload.goals", "plan.goal_not_found");
  await context.tx
    .insertInto("planReview")
    .values({
      organisationId,
      id: reviewId,
      planId,
      reviewedOn,
      decision,
      nextOn,
      sealed: seal(context, purposes.review, reviewId, summary),
      reviewedBy: accountId,
    })
    .execute();
  if (goals.length > 0)
    await context.tx
      .insertInto("planReviewGoal")
      .values(goals.map(({ goalId, outcome }) => ({ organisationId, reviewId, goalId, outcome })))
      .execute();
  await endTasksFrom(context, reviewsOf(planId), "DONE");
  if (nextOn)
    await addTaskFor(context, {
      personId: plan.personId,
      caseId: plan.caseId,
      ownerId: accountId,
      kind: "REVIEW_PLAN",
      dueOn: nextOn,
      source: reviewsOf(planId),
    });
  await tell(context, plan, "plan.reviewed", { decision, nextOn });
  return { ...done(plan), ids: { plan: planId, review: reviewId } };
}

/** @throws Problem refused `plan.closes_in_future`, `plan.closes_before_start`, `plan.closed`, `plan.step_not_possible` */
async function closePlan(
  context: CommandContext,
  { planId, act, closedOn, reason, summary }: ClosePlan,
): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { plan } = await move(context, planId, act, planAccess["plan.write"], (it) =>
    refuseIf([
      closedOn > context.today ? "plan.closes_in_future" : null,
      closedOn < it.startOn ? "plan.closes_before_start" : null,
    ]),
  );
  await context.tx
    .insertInto("planClosure")
    .values({
      organisationId,
      planId,
      closedOn,
      reason,
      sealed: seal(context, purposes.closure, planId, summary),
      closedBy: accountId,
    })
    .execute();
  await endTasksFrom(context, reviewsOf(planId), "NO_LONGER_RELEVANT");
  await tell(context, plan, "plan.ended", { act, reason, closedOn });
  return done(plan);
}

const write = planAccess["plan.write"];
export const planCommands = [
  defineCommand({
    type: "plan.draft",
    v: 1,
    summary: "Begins a programme",
    payload: DraftPlan,
    verb: write,
    run: draftPlan,
  }),
  defineCommand({
    type: "plan.describe",
    v: 1,
    summary: "Changes the description of a draft",
    payload: DescribePlan,
    verb: write,
    run: describePlan,
  }),
  ...lineCommands,
  defineCommand({
    type: "plan.agree",
    v: 1,
    summary: "The person and the worker agree on the plan",
    payload: PlanId,
    verb: write,
    run: agreePlan,
  }),
  defineCommand({
    type: "plan.redraft",
    v: 1,
    summary: "Takes an agreed plan back to a draft",
    payload: PlanId,
    verb: write,
    run: redraftPlan,
  }),
  defineCommand({
    type: "plan.approve",
    v: 1,
    summary: "The manager of the OPS approves",
    payload: PlanId,
    verb: planAccess["plan.approve"],
    run: approvePlan,
  }),
  defineCommand({
    type: "plan.activate",
    v: 1,
    summary: "The plan begins",
    payload: PlanId,
    verb: write,
    run: activatePlan,
  }),
  defineCommand({
    type: "plan.review",
    v: 1,
    summary: "Reviews goals and decides what next",
    payload: ReviewPlan,
    verb: write,
    run: reviewPlan,
  }),
  defineCommand({
    type: "plan.close",
    v: 1,
    summary: "Ends a plan with its reason",
    payload: ClosePlan,
    verb: write,
    run: closePlan,
  }),
];
