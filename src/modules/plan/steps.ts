import { type CommandContext, type Done, lockRow, recordEvent } from "../../platform/command.ts";
import { Problem, refuseIf } from "../../platform/problem.ts";
import { planAccess } from "./access.ts";
import { managerActs, movePlan, type PlanAct, type PlanRefusal, type PlanState } from "./rules.ts";
import { basisOf, purposes, requirePlan, type StoredPlan, seal } from "./store.ts";

/** What the law says where a refusal rests on it. */
const sources: Partial<Record<PlanRefusal, string>> = { "plan.approval_needed": "art. 49 ust. 2 i 5 u.p.s." };

/** Writes the next step of a plan; `words` are sealed. Answers its number, from 1. */
export async function addStep(
  context: CommandContext,
  plan: { id: string; stepNo: number },
  act: PlanAct | "draft",
  state: PlanState,
  words = "",
): Promise<number> {
  const { organisationId, accountId } = context.actor;
  const no = plan.stepNo + 1;
  const sealed = words.trim() === "" ? null : seal(context, purposes.step, `${plan.id}/${no}`, words.trim());
  await context.tx
    .insertInto("planStep")
    .values({ organisationId, planId: plan.id, no, act, state, doneOn: context.today, doneBy: accountId, sealed })
    .execute();
  return no;
}

/** Tells the timeline; `detail` holds codes, numbers and days only. */
export function tell(
  context: CommandContext,
  plan: Pick<StoredPlan, "id" | "personId" | "caseId">,
  kind: string,
  detail: Record<string, unknown> = {},
) {
  const { id, personId, caseId } = plan;
  return recordEvent(context, { personId, caseId, kind, section: "SOCIAL", subject: { type: "plan", id }, detail });
}

export function done(
  plan: Pick<StoredPlan, "id" | "personId">,
  detail?: Record<string, unknown>,
  version?: number,
): Done {
  const about = { type: "plan", id: plan.id, personId: plan.personId, section: "SOCIAL" };
  return { ids: { plan: plan.id }, about, detail, ...(version === undefined ? {} : { version }) };
}

/**
 * Locks the plan, asks the rule and writes the step.
 * @throws Problem not_found | refused by the rule, or by `check`
 */
export async function move(
  context: CommandContext,
  planId: string,
  act: PlanAct,
  { words, check }: { words?: string; check?: (plan: StoredPlan) => Promise<void> | void } = {},
): Promise<{ plan: StoredPlan; state: PlanState; stepNo: number }> {
  await lockRow(context, "plan", planId, "plan.not_found");
  const verb = planAccess[managerActs.includes(act) ? "plan.approve" : "plan.write"];
  const plan = await requirePlan(context, verb, planId);
  const { state, refusal } = movePlan(plan.state, act, basisOf(plan));
  const source = refusal && sources[refusal];
  refuseIf([refusal], source ? { source } : undefined);
  if (!state) throw new Problem("refused", "plan.step_not_possible");
  await check?.(plan);
  const stepNo = await addStep(context, plan, act, state, words);
  return { plan, state, stepNo };
}

/** Where the tasks "review this plan" and "this plan ends" come from. */
export const reviewsOf = (planId: string) => ({ type: "plan_review", id: planId });
export const endOf = (planId: string) => ({ type: "plan_end", id: planId });
/** Where the tasks "mend this change" and "get to know what you take over" come from. */
export const changesOf = (planId: string) => ({ type: "plan_change", id: planId });
export const leadingOf = (id: string) => ({ type: "plan_leading", id });
