import type { PlainDate } from "../../platform/time/plainDate.ts";
import { type ContractRefusal, type ContractSide, refuseDuties } from "./rules.ts";

export const ANNEX_STATES = ["WAITING", "IN_FORCE", "WITHDRAWN"] as const;
/** An annex waits for its own signatures; it holds from the last one that the law asks for, or nobody wanted it any more. */
export type AnnexState = (typeof ANNEX_STATES)[number];

export const ANNEX_ACTS = ["sign", "withdraw"] as const;
export type AnnexAct = (typeof ANNEX_ACTS)[number];

export type AnnexRefusal =
  | ContractRefusal
  | "contract.annex_waiting"
  | "contract.annex_in_force"
  | "contract.annex_withdrawn"
  | "contract.annex_signed_by_somebody"
  | "contract.annex_duty_not_running"
  | "contract.annex_replaces_with_unknown";

/** Why `act` is not possible on an annex; null when it is. `signed`: whether anybody has signed it. Source: docs/domain/rules.md R-DOC-02. */
export function refuseAnnexAct(state: AnnexState, act: AnnexAct, signed: boolean): AnnexRefusal | null {
  if (state === "IN_FORCE") return act === "sign" ? null : "contract.annex_in_force";
  if (state === "WITHDRAWN") return "contract.annex_withdrawn";
  return act === "withdraw" && signed ? "contract.annex_signed_by_somebody" : null;
}

export type DutyEnd = { dutyId: string; replacedBy: string | null };
export type AnnexOfDuties = { id: string; state: AnnexState; ends: readonly DutyEnd[] };
type Duty = { id: string; annexId: string | null };

/** The duties that hold: the signed ones and those of annexes in force, without what an annex in force ended. */
export function runningDuties<D extends Duty>(duties: readonly D[], annexes: readonly AnnexOfDuties[]): D[] {
  const inForce = annexes.filter(({ state }) => state === "IN_FORCE");
  const holds = new Set(inForce.map(({ id }) => id));
  const ended = new Set(inForce.flatMap(({ ends }) => ends.map(({ dutyId }) => dutyId)));
  return duties.filter(({ id, annexId }) => (annexId === null || holds.has(annexId)) && !ended.has(id));
}

/**
 * What refuses a new annex: one at a time waits, it ends only duties that hold, and after it each party still has a duty
 * with a day. Source: docs/domain/rules.md R-SC-01, R-SC-04, R-DOC-02.
 */
export function refuseAnnex(
  contract: {
    parties: readonly ContractSide[];
    annexes: readonly AnnexOfDuties[];
    running: readonly { id: string; side: ContractSide; what: string; dueOn: PlainDate | null }[];
  },
  annex: {
    duties: readonly { dutyId: string; side: ContractSide; what: string; dueOn: PlainDate | null }[];
    ends: readonly DutyEnd[];
  },
): readonly AnnexRefusal[] {
  const refusals: AnnexRefusal[] = [];
  if (contract.annexes.some(({ state }) => state === "WAITING")) refusals.push("contract.annex_waiting");
  const running = new Set(contract.running.map(({ id }) => id));
  if (annex.ends.some(({ dutyId }) => !running.has(dutyId))) refusals.push("contract.annex_duty_not_running");
  const added = new Set(annex.duties.map(({ dutyId }) => dutyId));
  if (annex.ends.some(({ replacedBy }) => replacedBy !== null && !added.has(replacedBy)))
    refusals.push("contract.annex_replaces_with_unknown");
  const ended = new Set(annex.ends.map(({ dutyId }) => dutyId));
  const after = [...contract.running.filter(({ id }) => !ended.has(id)), ...annex.duties];
  refusals.push(...refuseDuties(contract.parties, after));
  return refusals;
}
