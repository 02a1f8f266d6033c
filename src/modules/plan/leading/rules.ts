import type { PlanState } from "../rules.ts";

export type LeadingRefusal = "plan.closed" | "plan.led_by_another" | "plan.leads_already" | "plan.leader_cannot";

export interface LeadingChange {
  state: PlanState;
  actorId: string;
  /** A manager of the unit: may change who leads in place of somebody who is away or gone. */
  isManager: boolean;
  /** Who leads the part that is handed over. */
  leaderId: string;
  /** Who leads the programme that an annex belongs to; for the programme itself the same as `leaderId`. */
  planLeaderId: string;
  caseLeaderId: string | null;
  toId: string;
  /** Those who may lead it today: by role, appointment, unit or case team. */
  candidates: readonly string[];
}

const closed: readonly PlanState[] = ["COMPLETED", "INTERRUPTED", "TRANSFERRED"];

/** Whether the actor may say who leads: who leads it or its programme, who leads the case, and the manager. Source: docs/domain/rules.md R-ACC-01 */
export function mayChangeLeader(
  it: Pick<LeadingChange, "state" | "actorId" | "isManager" | "leaderId" | "planLeaderId" | "caseLeaderId">,
): boolean {
  if (closed.includes(it.state)) return false;
  return it.isManager || [it.leaderId, it.planLeaderId, it.caseLeaderId].includes(it.actorId);
}

/** Why a programme or an annex is not handed over to somebody; null when it is. Source: docs/domain/rules.md R-IPWB-01, R-IPWB-02, R-ACC-01 */
export function refuseLeadingChange(it: LeadingChange): LeadingRefusal | null {
  if (closed.includes(it.state)) return "plan.closed";
  if (!mayChangeLeader(it)) return "plan.led_by_another";
  if (it.toId === it.leaderId) return "plan.leads_already";
  return it.candidates.includes(it.toId) ? null : "plan.leader_cannot";
}

/**
 * Whether the page asks to name another leader: NEEDED when the present one can no longer lead it, OFFERED when the case is
 * led by somebody else who could lead it.
 */
export function leadingCall(it: {
  state: PlanState;
  leaderId: string;
  caseLeaderId: string | null;
  candidates: readonly string[];
}): "NEEDED" | "OFFERED" | null {
  if (closed.includes(it.state)) return null;
  if (!it.candidates.includes(it.leaderId)) return "NEEDED";
  const another = it.caseLeaderId !== null && it.caseLeaderId !== it.leaderId;
  return another && it.candidates.includes(it.caseLeaderId ?? "") ? "OFFERED" : null;
}
