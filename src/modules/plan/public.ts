import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import { requirePerson } from "../casework/public.ts";
import { planAccess } from "./access.ts";
import type { GoalView, PlanSummary, PlanTaskView } from "./contract.ts";
import { readLines, summaries } from "./queries.ts";
import type { PlanState } from "./rules.ts";

export { collectEvidence, type PlanEvidenceProvider } from "./evidence.ts";

/** Whether an exit programme of the person runs, under any of their records. The caller has checked who asks. Source: docs/domain/rules.md R-IPWB-07 */
export async function isInExitProgramme(context: WorkContext, personId: string): Promise<boolean> {
  const { rows } = await sql`select from plan p cross join lateral (select t.state from plan_step t
      where t.organisation_id = p.organisation_id and t.plan_id = p.id order by t.no desc limit 1) s
    where p.organisation_id = ${context.actor.organisationId} and p.person_id = any (same_person(${personId}))
      and p.kind = 'IPWB' and s.state = 'ACTIVE' limit 1`.execute(context.tx);
  return rows.length > 0;
}

const ended: readonly PlanState[] = ["COMPLETED", "INTERRUPTED", "TRANSFERRED"];

export type PlanWithLines = Pick<
  PlanSummary,
  "id" | "kind" | "state" | "startOn" | "endOn" | "reviewDue" | "approvalNeeded" | "since"
> & {
  goals: GoalView[];
  tasks: PlanTaskView[];
};

/**
 * The plans of a person that have not ended, with what each side promised; where all have ended the one that ended last, without its lines.
 * @throws Problem not_found `person.not_found` when the person is out of reach
 */
export async function plansOf(context: WorkContext, personId: string): Promise<PlanWithLines[]> {
  await requirePerson(context, planAccess["plan.read-whole"], personId);
  const all = await summaries(context, sql`p.person_id = any (same_person(${personId}))`);
  const live = all.filter(({ state }) => !ended.includes(state));
  const last = all.toSorted((a, b) => (a.since < b.since ? 1 : -1)).slice(0, 1);
  if (live.length === 0) return last.map((plan) => ({ ...plan, goals: [], tasks: [] }));
  const plans: PlanWithLines[] = [];
  for (const plan of live) plans.push({ ...plan, ...(await readLines(context, plan.id)) }); // one or two
  return plans;
}
