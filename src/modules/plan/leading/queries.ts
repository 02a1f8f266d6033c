import { sql } from "kysely";
import { type AnyQuery, defineQuery, type WorkContext } from "../../../platform/command.ts";
import { shortName } from "../../person/public.ts";
import { PlanId } from "../contract.ts";
import { requirePlan } from "../store.ts";
import { leadingAccess } from "./access.ts";
import { LeadingView } from "./contract.ts";
import { readLeading } from "./store.ts";

async function readLeadingView(context: WorkContext, planId: string): Promise<LeadingView> {
  const plan = await requirePlan(context, leadingAccess["plan.read-leading"], planId);
  const { rows } = await sql<{ personName: string }>`select ${shortName("h")} as person_name from person h
    where h.organisation_id = ${context.actor.organisationId} and h.id = ${plan.personId}`.execute(context.tx);
  return {
    personId: plan.personId,
    personName: rows[0]?.personName ?? "",
    parts: await readLeading(context, plan),
  };
}

export const leadingQueries: readonly AnyQuery[] = [
  defineQuery({
    name: "plan.read-leading",
    method: "GET",
    path: "/plans/:planId/leading",
    summary: "Who leads a programme and its annexes, who led them before, and who may take over",
    input: PlanId,
    answer: LeadingView,
    verb: leadingAccess["plan.read-leading"],
    audit: ({ planId }, { personId }) => ({ objectType: "plan", objectId: planId, personId, section: "SOCIAL" }),
    run: (context, { planId }) => readLeadingView(context, planId),
  }),
];
