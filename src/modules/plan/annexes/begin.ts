import type { CommandContext, Done } from "../../../platform/command.ts";
import { onConstraint, Problem } from "../../../platform/problem.ts";
import { refuseForDead } from "../../casework/public.ts";
import { requirePlan } from "../store.ts";
import { annexAccess } from "./access.ts";
import type { BeginAnnex } from "./contract.ts";
import { done, tell } from "./lines.ts";
import { annexState } from "./rules.ts";
import { type AnnexKind, nouns, purposes, readAnnex, seal } from "./store.ts";

onConstraint("plan_annex_key", "conflict", "record.id_taken");
onConstraint("plan_annex_once_of_kind", "refused", "annex.already_begun");

const begun = { VOCATIONAL: "vocational-plan.begun", INTERPERSONAL: "interpersonal-path.begun" } as const;

/**
 * Begins the annex of a kind to a programme, led by the actor. Source: docs/domain/rules.md R-S0-04
 * @throws Problem not_found `plan.not_found` | refused `annex.plan_closed`, `annex.already_begun`, `case.person_died`
 */
export async function beginAnnex(
  context: CommandContext,
  kind: AnnexKind,
  { annexId, planId }: BeginAnnex,
): Promise<Done> {
  const plan = await requirePlan(context, annexAccess[`${nouns[kind]}.write`], planId);
  if (annexState(plan.state, 0) === "CLOSED") throw new Problem("refused", "annex.plan_closed");
  await refuseForDead(context, plan.personId);
  const { organisationId, accountId } = context.actor;
  const { personId, caseId } = plan;
  await context.tx
    .insertInto("planAnnex")
    .values({
      organisationId,
      id: annexId,
      personId,
      caseId,
      planId,
      kind,
      ledBy: accountId,
      sealed: kind === "VOCATIONAL" ? seal(context, purposes.content, annexId, { goal: "", targetJobs: "" }) : null,
      begunOn: context.today,
    })
    .execute();
  await tell(context, await readAnnex(context, annexId), begun[kind]);
  return done({ id: annexId, kind, personId }, { version: 1 });
}
