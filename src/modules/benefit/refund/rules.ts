import { compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";

export type RefundRefusal =
  | "benefit.not_paid"
  | "benefit.day_in_future"
  | "benefit.asked_before_paid"
  | "benefit.refund_received"
  | "benefit.refund_reason_missing"
  | "benefit.nothing_to_refund"
  | "benefit.received_before_asked"
  | "benefit.refund_replaced"
  | "benefit.nothing_received";

type Asked = { paidOn: PlainDate | null; benefitGrosze: number; before: { received: boolean } | null };

/**
 * Why the starosta cannot be asked so for a month; null when it can. Benefits are refunded once they were paid; a request that was
 * answered is not replaced. Source: docs/domain/rules.md R-CIS-27, SE art. 15(8)
 */
export function refuseAsking(
  { paidOn, benefitGrosze, before }: Asked,
  { askedOn, reason, contributionsGrosze }: { askedOn: PlainDate; reason: string; contributionsGrosze: number },
  today: PlainDate,
): RefundRefusal | null {
  if (paidOn === null) return "benefit.not_paid";
  if (before?.received) return "benefit.refund_received";
  if (before && reason.trim() === "") return "benefit.refund_reason_missing";
  if (compareDays(askedOn, today) > 0) return "benefit.day_in_future";
  if (compareDays(askedOn, paidOn) < 0) return "benefit.asked_before_paid";
  return benefitGrosze + contributionsGrosze > 0 ? null : "benefit.nothing_to_refund";
}

/** Why a refund cannot have come so on a day; null when it can. `leftGrosze`: asked for and not covered by an advance. */
export function refuseReceipt(
  { askedOn, replaced, leftGrosze }: { askedOn: PlainDate; replaced: boolean; leftGrosze: number },
  { receivedOn, amountGrosze }: { receivedOn: PlainDate; amountGrosze: number },
  today: PlainDate,
): RefundRefusal | null {
  if (replaced) return "benefit.refund_replaced";
  if (compareDays(receivedOn, today) > 0) return "benefit.day_in_future";
  if (compareDays(receivedOn, askedOn) < 0) return "benefit.received_before_asked";
  return amountGrosze === 0 && leftGrosze > 0 ? "benefit.nothing_received" : null;
}

/**
 * Which changes a request takes in: all that raise it, and of those that lower it as many as leave it at zero or above; the rest
 * waits for the next request. `changes` in the order in which they are taken.
 */
export function changesTaken<C extends { changeGrosze: number }>(benefitGrosze: number, changes: readonly C[]): C[] {
  let left = changes.reduce((sum, { changeGrosze }) => sum + Math.max(changeGrosze, 0), benefitGrosze);
  return changes.filter(({ changeGrosze }) => {
    if (changeGrosze > 0) return true;
    if (left + changeGrosze < 0) return false;
    left += changeGrosze;
    return true;
  });
}

/** What the starosta still has to send: asked for and not covered by an advance. */
export const leftOf = (refund: { benefitGrosze: number; contributionsGrosze: number; advanceGrosze: number }): number =>
  refund.benefitGrosze + refund.contributionsGrosze - refund.advanceGrosze;
