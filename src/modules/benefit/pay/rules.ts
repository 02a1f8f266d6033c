import { compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import type { ListState } from "../list/rules.ts";

export type PayRefusal =
  | "benefit.not_approved"
  | "benefit.already_paid"
  | "benefit.day_in_future"
  | "benefit.paid_before_approval"
  | "benefit.no_transfers"
  | "benefit.pay_day_passed"
  | "benefit.not_paid"
  | "benefit.returned_before_paid"
  | "benefit.already_returned"
  | "benefit.nothing_paid"
  | "benefit.repaid_before_return";

/** Why the transfers of a list cannot be written to a file for a day; null when they can. */
export function refuseBankFile(
  { state, transfers }: { state: ListState; transfers: number },
  payOn: PlainDate,
  today: PlainDate,
): PayRefusal | null {
  if (state === "PAID") return "benefit.already_paid";
  if (state !== "APPROVED") return "benefit.not_approved";
  if (transfers === 0) return "benefit.no_transfers";
  return compareDays(payOn, today) < 0 ? "benefit.pay_day_passed" : null;
}

/** Why a list cannot be recorded as paid on a day; null when it can. */
export function refusePayment(
  { state, approvedOn }: { state: ListState; approvedOn: PlainDate | null },
  paidOn: PlainDate,
  today: PlainDate,
): PayRefusal | null {
  if (state === "PAID") return "benefit.already_paid";
  if (state !== "APPROVED" || approvedOn === null) return "benefit.not_approved";
  if (compareDays(paidOn, today) > 0) return "benefit.day_in_future";
  return compareDays(paidOn, approvedOn) < 0 ? "benefit.paid_before_approval" : null;
}

/** Why money of one person cannot have come back on a day; null when it can. */
export function refuseReturn(
  { paidOn, payGrosze, open }: { paidOn: PlainDate | null; payGrosze: number; open: boolean },
  returnedOn: PlainDate,
  today: PlainDate,
): PayRefusal | null {
  if (paidOn === null) return "benefit.not_paid";
  if (payGrosze === 0) return "benefit.nothing_paid";
  if (open) return "benefit.already_returned";
  if (compareDays(returnedOn, today) > 0) return "benefit.day_in_future";
  return compareDays(returnedOn, paidOn) < 0 ? "benefit.returned_before_paid" : null;
}

export function refuseRepayment(returnedOn: PlainDate, repaidOn: PlainDate, today: PlainDate): PayRefusal | null {
  if (compareDays(repaidOn, today) > 0) return "benefit.day_in_future";
  return compareDays(repaidOn, returnedOn) < 0 ? "benefit.repaid_before_return" : null;
}
