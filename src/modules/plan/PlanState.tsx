import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { PlanSummary } from "./contract.ts";
import { planMessages } from "./messages.ts";
import type { PlanState as State } from "./rules.ts";

const TONES: Record<State, StatusTone> = {
  DRAFT: "neutral",
  AGREED: "due",
  APPROVED: "due",
  ACTIVE: "active",
  COMPLETED: "confirmed",
  INTERRUPTED: "neutral",
  TRANSFERRED: "neutral",
};

/** The state of a plan in words, and what it waits for. */
export function PlanState({ plan }: { plan: Pick<PlanSummary, "state" | "approvalNeeded"> }) {
  const t = useMessages(planMessages);
  const { state, approvalNeeded } = plan;
  const waits = state === "AGREED" ? (approvalNeeded ? "waits.approval" : "waits.start") : undefined;
  return <Status tone={TONES[state]}>{waits ? t(waits) : t(`state.${state}`)}</Status>;
}
