import { type CommandContext, type Done, defineCommand } from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom, refuseForDead, requireCase } from "../casework/public.ts";
import { planAccess } from "./access.ts";
import { ClosePlan, ProlongPlan, ReopenPlan, type SealedClosure } from "./contract.ts";
import { planInsurance } from "./insurance.ts";
import { followTasks, promisesOf } from "./promises.ts";
import { reviewMonths } from "./reviewInterval.ts";
import { endNoticeDue, reviewDue } from "./rules.ts";
import { changesOf, done, endOf, leadingOf, move, reviewsOf, tell } from "./steps.ts";
import { purposes, type StoredPlan, seal } from "./store.ts";
import { dropSignatureTasks, makeVersion } from "./versions.ts";

onConstraint("plan_closed_once", "refused", "plan.closed");

const missing = (reason: string) => (reason.trim() === "" ? "plan.reason_missing" : null);

/** The end of a plan becomes a task of who leads it. */
export async function addEndTask(context: CommandContext, plan: StoredPlan, endOn: PlainDate | null): Promise<void> {
  await endTasksFrom(context, endOf(plan.id), "NO_LONGER_RELEVANT");
  if (endOn === null) return;
  const { personId, caseId, ledBy: ownerId } = plan;
  const dueOn = endNoticeDue(endOn, context.today);
  await addTaskFor(context, { personId, caseId, ownerId, kind: "PLAN_ENDS", dueOn, source: endOf(plan.id) });
}

async function setEnd(context: CommandContext, planId: string, endOn: PlainDate): Promise<void> {
  await context.tx
    .updateTable("plan")
    .set((it) => ({ endOn, version: it("version", "+", 1) }))
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", planId)
    .execute();
}

/** A later last day of a running plan, as its next version. @throws Problem refused `plan.prolongation_not_later`, `plan.reason_missing` */
async function prolongPlan(context: CommandContext, { planId, endOn, reason }: ProlongPlan): Promise<Done> {
  const { plan } = await move(context, planId, "prolong", {
    words: reason,
    check: async (it) => {
      await refuseForDead(context, it.personId);
      refuseIf([
        it.endOn !== null && endOn <= it.endOn ? "plan.prolongation_not_later" : null,
        endOn < context.today ? "plan.end_has_passed" : null,
        missing(reason),
      ]);
    },
  });
  await setEnd(context, planId, endOn);
  const version = await makeVersion(context, planId);
  await addEndTask(context, plan, endOn);
  await tell(context, plan, "plan.prolonged", { endOn, version });
  return done(plan);
}

/** @throws Problem refused `plan.closes_in_future`, `plan.closes_before_start`, `plan.closed`, `plan.step_not_possible` */
async function closePlan(
  context: CommandContext,
  { planId, act, closedOn, reason, summary, statement = "" }: ClosePlan,
): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { plan, stepNo } = await move(context, planId, act, {
    check: (it) =>
      refuseIf([
        closedOn > context.today ? "plan.closes_in_future" : null,
        closedOn < it.startOn ? "plan.closes_before_start" : null,
      ]),
  });
  const hidden: SealedClosure = { statement: statement.trim(), summary: summary.trim() };
  await context.tx
    .insertInto("planClosure")
    .values({
      organisationId,
      planId,
      stepNo,
      closedOn,
      reason,
      sealed: seal(context, purposes.closure, planId, hidden),
      closedBy: accountId,
    })
    .execute();
  await endTasksFrom(context, reviewsOf(planId), "NO_LONGER_RELEVANT");
  await endTasksFrom(context, endOf(planId), "DONE");
  for (const source of [promisesOf(planId), changesOf(planId), leadingOf(planId)])
    await endTasksFrom(context, source, "NO_LONGER_RELEVANT");
  await dropSignatureTasks(context, planId);
  if (plan.hasRun) await planInsurance(context, plan, "STOP_HEALTH_INSURANCE", closedOn);
  await tell(context, plan, "plan.ended", { act, reason, closedOn });
  return done(plan);
}

/**
 * An ended plan goes on: running when it has ever run, else as a draft that is agreed again. Its earlier ending stays.
 * @throws Problem refused `plan.reason_missing`, `plan.case_ended`, `plan.end_has_passed`, `plan.ends_before_start`
 */
async function reopenPlan(context: CommandContext, { planId, reason, endOn }: ReopenPlan): Promise<Done> {
  const { plan, state } = await move(context, planId, "reopen", {
    words: reason,
    check: async (it) => {
      await refuseForDead(context, it.personId);
      const { open } = await requireCase(context, planAccess["plan.write"], it.caseId);
      if (!open) throw new Problem("refused", "plan.case_ended");
      const last = endOn ?? it.endOn;
      refuseIf([
        missing(reason),
        it.hasRun && last !== null && last < context.today ? "plan.end_has_passed" : null,
        last !== null && last < it.startOn ? "plan.ends_before_start" : null,
      ]);
    },
  });
  if (endOn !== null) await setEnd(context, planId, endOn);
  if (state === "ACTIVE") {
    const last = endOn ?? plan.endOn;
    await makeVersion(context, planId);
    const { personId, caseId, ledBy: ownerId, startOn } = plan;
    const months = await reviewMonths(context, context.today);
    const due = reviewDue({ startOn, endOn: last, reviewedOn: [context.today] }, months);
    await addTaskFor(context, {
      personId,
      caseId,
      ownerId,
      kind: "REVIEW_PLAN",
      dueOn: due,
      source: reviewsOf(planId),
    });
    await addEndTask(context, plan, last);
    await followTasks(context, plan, true);
    await planInsurance(context, plan, "START_HEALTH_INSURANCE", context.today);
  }
  await tell(context, plan, "plan.reopened", { state });
  return done(plan);
}

const verb = planAccess["plan.write"];
export const endingCommands = [
  defineCommand({
    type: "plan.prolong",
    v: 1,
    summary: "Gives a running plan a later last day, as its next version",
    payload: ProlongPlan,
    verb,
    run: prolongPlan,
  }),
  defineCommand({
    type: "plan.close",
    v: 1,
    summary: "Ends a plan with its reason",
    payload: ClosePlan,
    verb,
    run: closePlan,
  }),
  defineCommand({
    type: "plan.reopen",
    v: 1,
    summary: "Opens an ended plan again, with the reason",
    payload: ReopenPlan,
    verb,
    run: reopenPlan,
  }),
];
