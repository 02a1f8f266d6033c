import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { PlanEvidence } from "./contract.ts";

/** What a review is about: the time since the last one, both days inclusive. */
type EvidenceQuestion = { personId: string; caseId: string; from: PlainDate; until: PlainDate };

/** A room that has facts for a plan's review gives them through this; the house registers it when it makes the plan room. */
export type PlanEvidenceProvider = (
  context: WorkContext,
  question: EvidenceQuestion,
) => Promise<readonly PlanEvidence[]>;
