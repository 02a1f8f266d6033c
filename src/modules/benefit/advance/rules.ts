import { compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";

export const advanceAnswers = ["RECEIVED", "REFUSED", "WITHDRAWN"] as const;
/**
 * What becomes of a request for an advance, once:
 *
 *   ASKED -> RECEIVED (money, settled by requests for the refund, the rest given back)
 *         -> REFUSED by the starosta, WITHDRAWN by the manager
 */
export type AdvanceAnswer = (typeof advanceAnswers)[number];

export type AdvanceRefusal =
  | "benefit.day_in_future"
  | "benefit.advance_answered"
  | "benefit.advance_answered_before_asked"
  | "benefit.advance_not_received"
  | "benefit.advance_over_open"
  | "benefit.advance_returned_before_received";

export const refuseAskingAdvance = (askedOn: PlainDate, today: PlainDate): AdvanceRefusal | null =>
  compareDays(askedOn, today) > 0 ? "benefit.day_in_future" : null;

/** Why a request for an advance cannot be answered so on a day; null when it can. */
export function refuseAnswer(
  { askedOn, answered }: { askedOn: PlainDate; answered: boolean },
  answeredOn: PlainDate,
  today: PlainDate,
): AdvanceRefusal | null {
  if (answered) return "benefit.advance_answered";
  if (compareDays(answeredOn, today) > 0) return "benefit.day_in_future";
  return compareDays(answeredOn, askedOn) < 0 ? "benefit.advance_answered_before_asked" : null;
}

/** Why so much of an advance cannot go back to the starosta on a day; null when it can. `receivedOn` null: no money came. */
export function refuseReturning(
  { receivedOn, openGrosze }: { receivedOn: PlainDate | null; openGrosze: number },
  { returnedOn, amountGrosze }: { returnedOn: PlainDate; amountGrosze: number },
  today: PlainDate,
): AdvanceRefusal | null {
  if (receivedOn === null) return "benefit.advance_not_received";
  if (compareDays(returnedOn, today) > 0) return "benefit.day_in_future";
  if (compareDays(returnedOn, receivedOn) < 0) return "benefit.advance_returned_before_received";
  return amountGrosze > openGrosze ? "benefit.advance_over_open" : null;
}

export type OpenAdvance = { id: string; receivedOn: PlainDate; openGrosze: number };
export type AdvanceShare = { advanceId: string; amountGrosze: number };
export type SettleRefusal = "benefit.advance_over_open" | "benefit.advance_over_request";

const openOf = (advances: readonly OpenAdvance[]) => advances.reduce((sum, { openGrosze }) => sum + openGrosze, 0);

/**
 * Why a request for the refund cannot take so much out of the advances; null when it can: never more than what is open, nor than
 * what is asked for. Source: docs/domain/rules.md R-CIS-27, SE art. 15(8)
 */
export function refuseSettling(
  advances: readonly OpenAdvance[],
  { advanceGrosze, askedGrosze }: { advanceGrosze: number; askedGrosze: number },
): SettleRefusal | null {
  if (advanceGrosze > openOf(advances)) return "benefit.advance_over_open";
  return advanceGrosze > askedGrosze ? "benefit.advance_over_request" : null;
}

/** From which advances an amount is taken: the one that came first, first. The shares come to the amount where so much is open. */
export function sharesOf(advances: readonly OpenAdvance[], amountGrosze: number): AdvanceShare[] {
  let left = amountGrosze;
  return advances
    .toSorted((a, b) => compareDays(a.receivedOn, b.receivedOn) || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, openGrosze }) => {
      const taken = Math.min(openGrosze, left);
      left -= taken;
      return taken > 0 ? [{ advanceId: id, amountGrosze: taken }] : [];
    });
}
