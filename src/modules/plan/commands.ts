import { bumpVersion, type CommandContext, type Done, defineCommand, lockRow } from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { paperSubject } from "../../platform/signatures/papers.ts";
import { moveCaseIfPossible } from "../assessment/public.ts";
import { addTaskFor, awaitSignatures, dropSignatureTask, refuseForDead, requireCase } from "../casework/public.ts";
import { planAccess } from "./access.ts";
import { changeCommands, hasOpenChange } from "./changes.ts";
import { AgreePlan, DescribePlan, DraftPlan, PlanId, ReturnPlan } from "./contract.ts";
import { addEndTask, endingCommands } from "./endings.ts";
import { withImplementer } from "./implementer.ts";
import { planInsurance } from "./insurance.ts";
import { finishLines, lineCommands } from "./lines.ts";
import { followTasks } from "./promises.ts";
import { reviewMonths } from "./reviewInterval.ts";
import { reviewCommands } from "./reviews.ts";
import { isOpenForChanges, refuseAgreement, refuseDescriptionChange, reviewDue } from "./rules.ts";
import { addStep, done, move, reviewsOf, tell } from "./steps.ts";
import { columnsOf, contentOf, describe, requirePlan } from "./store.ts";
import { endSignedWords, makeVersion, snapshotOf } from "./versions.ts";

onConstraint("plan_key", "conflict", "record.id_taken");
onConstraint("plan_approved_by_another", "refused", "plan.approved_by_author");

/** @throws Problem not_found `case.not_found` | refused `plan.case_ended` */
async function draftPlan(context: CommandContext, { planId, caseId, ...sent }: DraftPlan): Promise<Done> {
  const description = await withImplementer(context, sent);
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

/**
 * Changes the description of a draft; of a running plan what needs no new agreement, as its next version.
 * @throws Problem conflict `record.changed` | refused `plan.description_is_agreed`, `plan.description_fixed`,
 * `plan.change_needs_approval`, `plan.reason_missing`
 */
async function describePlan(context: CommandContext, { planId, reason = "", ...sent }: DescribePlan): Promise<Done> {
  const description = await withImplementer(context, sent);
  await lockRow(context, "plan", planId, "plan.not_found");
  const plan = await requirePlan(context, planAccess["plan.write"], planId);
  if (!isOpenForChanges(plan.state)) throw new Problem("refused", "plan.description_is_agreed");
  if (context.base !== plan.version)
    throw new Problem("conflict", "record.changed", { current: plan.version, seen: context.base });
  const before = describe(context, plan);
  if (plan.state === "ACTIVE")
    refuseIf([
      ...refuseDescriptionChange(before, description),
      reason.trim() === "" ? ("plan.reason_missing" as const) : null,
      (await hasOpenChange(context, planId)) ? "plan.change_waits" : null,
    ]);
  const { implementerName = before.implementerName } = description; // unsaid: it stays, with the record that it is of
  const { implementerId = implementerName === before.implementerName ? before.implementerId : null } = description;
  await context.tx
    .updateTable("plan")
    .set(columnsOf(context, planId, { ...description, implementerName, implementerId }))
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", planId)
    .execute();
  const version = await bumpVersion(context, "plan", planId);
  const changed = await requirePlan(context, planAccess["plan.write"], planId);
  return { ...(await finishLines(context, changed, "plan.description_changed", reason.trim())), version };
}

/**
 * The person agrees to the plan, which is whole; both are asked. Source: docs/domain/rules.md R-IPWB-01
 * @throws Problem refused with everything that is missing in `details.refusals`
 */
async function agreePlan(context: CommandContext, { planId, personAgrees, words }: AgreePlan): Promise<Done> {
  const { plan } = await move(context, planId, "agree", {
    words,
    check: async (it) =>
      refuseIf([
        ...refuseAgreement(await contentOf(context, it)),
        ...(personAgrees ? [] : ["plan.person_must_agree" as const]),
      ]),
  });
  await endSignedWords(context, planId, await snapshotOf(context, planId));
  await awaitSignatures(context, { ...plan, type: paperSubject("plan", planId).type }, plan.ledBy);
  await tell(context, plan, "plan.agreed");
  return done(plan);
}

async function redraftPlan(context: CommandContext, { planId }: PlanId): Promise<Done> {
  const { plan } = await move(context, planId, "redraft");
  await dropSignatureTask(context, planId); // nobody is awaited under a draft
  await tell(context, plan, "plan.redrafted");
  return done(plan);
}

/** The manager does not approve yet and says what to mend. @throws Problem refused `plan.reason_missing`, `plan.approval_not_needed` */
async function returnPlan(context: CommandContext, { planId, reason }: ReturnPlan): Promise<Done> {
  const { plan } = await move(context, planId, "return", {
    words: reason,
    check: () => refuseIf([reason.trim() === "" ? "plan.reason_missing" : null]),
  });
  await dropSignatureTask(context, planId);
  const { personId, caseId, ledBy: ownerId } = plan;
  const source = { type: "plan", id: planId };
  await addTaskFor(context, { personId, caseId, ownerId, kind: "MEND_PLAN", dueOn: context.today, source });
  await tell(context, plan, "plan.returned");
  return done(plan);
}

/**
 * Approved by a manager who neither prepared, led nor agreed it. Source: docs/domain/rules.md R-IPWB-01, R-IPWB-03.
 * @throws Problem refused `plan.approved_by_author`, `plan.approval_not_needed`, `plan.step_not_possible`
 */
async function approvePlan(context: CommandContext, { planId }: PlanId): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { plan, stepNo } = await move(context, planId, "approve", {
    check: (it) => {
      if ([it.preparedBy, it.ledBy, it.agreedBy].includes(accountId))
        throw new Problem("refused", "plan.approved_by_author");
    },
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
  const { plan } = await move(context, planId, "activate", { check: (it) => refuseForDead(context, it.personId) });
  await makeVersion(context, planId);
  const { personId, caseId, ledBy: ownerId } = plan;
  const months = await reviewMonths(context, plan.startOn);
  const dueOn = reviewDue({ startOn: plan.startOn, endOn: plan.endOn, reviewedOn: [] }, months);
  await addTaskFor(context, { personId, caseId, ownerId, kind: "REVIEW_PLAN", dueOn, source: reviewsOf(planId) });
  await addEndTask(context, plan, plan.endOn);
  await followTasks(context, plan);
  await planInsurance(context, plan, "START_HEALTH_INSURANCE", context.today);
  await moveCaseIfPossible(context, caseId, "finish_plan");
  await tell(context, plan, "plan.activated", { reviewDue: dueOn });
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
    summary: "Changes the description of a draft, or of a running plan as a version",
    payload: DescribePlan,
    verb: write,
    run: describePlan,
  }),
  ...lineCommands,
  defineCommand({
    type: "plan.agree",
    v: 1,
    summary: "The person and the worker agree on the plan",
    payload: AgreePlan,
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
    type: "plan.return",
    v: 1,
    summary: "The manager of the OPS returns it with what to mend",
    payload: ReturnPlan,
    verb: planAccess["plan.approve"],
    run: returnPlan,
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
  ...changeCommands,
  ...reviewCommands,
  ...endingCommands,
];
