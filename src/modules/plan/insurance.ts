import type { CommandContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom } from "../casework/public.ts";
import { paysInsurance } from "./rules.ts";
import type { StoredPlan } from "./store.ts";

/**
 * The OPS begins, or stops, to pay the insurance on that day: a task of who leads the plan, in place of one that is still
 * open. Source: docs/domain/rules.md R-IPWB-05
 */
export async function planInsurance(
  context: CommandContext,
  plan: StoredPlan,
  kind: "START_HEALTH_INSURANCE" | "STOP_HEALTH_INSURANCE",
  dueOn: PlainDate,
): Promise<void> {
  if (!paysInsurance(plan)) return;
  const { personId, caseId, ledBy: ownerId } = plan;
  const source = { type: "plan", id: plan.id };
  await endTasksFrom(context, source, "NO_LONGER_RELEVANT");
  await addTaskFor(context, { personId, caseId, ownerId, kind, dueOn, source });
}
