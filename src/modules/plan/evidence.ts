import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { areWhereaboutsHidden } from "../person/public.ts";
import type { PlanEvidence } from "./contract.ts";

/** What a review is about: the time since the last one, both days inclusive. */
export type EvidenceQuestion = { personId: string; from: PlainDate; until: PlainDate };

/** A room that has facts for reviews gives them through this; the house registers it when it makes the rooms that review. */
export type PlanEvidenceProvider = (
  context: WorkContext,
  question: EvidenceQuestion,
) => Promise<readonly PlanEvidence[]>;

/** What other rooms know of the time in question. The caller has checked the reach; each room asks who may read its facts. */
export async function collectEvidence(
  context: WorkContext,
  question: EvidenceQuestion,
  providers: readonly PlanEvidenceProvider[],
): Promise<EvidenceQuestion & { hidden: boolean; evidence: PlanEvidence[] }> {
  // Hours and places would say where somebody is whose whereabouts are kept from this reader (C7).
  if (await areWhereaboutsHidden(context, question.personId)) return { ...question, hidden: true, evidence: [] };
  const evidence: PlanEvidence[] = [];
  for (const provide of providers) evidence.push(...(await provide(context, question)));
  return { ...question, hidden: false, evidence };
}
