import { compareDays, endOfMonth, type PlainDate, startOfMonth } from "../../../platform/time/plainDate.ts";
import type { BenefitRefusal, BonusRefusal } from "../rules.ts";

/** A month of a list is named by its first day. */
export type ListMonth = PlainDate;

export const listStates = ["OPEN", "PREPARED", "APPROVED", "PAID"] as const;
/**
 * Where the list of a month stands:
 *
 *   OPEN -> PREPARED (by one) -> APPROVED (by another, frozen) -> PAID
 *   PREPARED -> OPEN: withdrawn by its author, or returned by whoever approves, with the reason
 */
export type ListState = (typeof listStates)[number];

/** What a month's sums are made of, in grosze; none is below zero. */
export type Sums = {
  benefit: number;
  /** Corrections of earlier months, up and down. */
  raised: number;
  lowered: number;
  /** Left to be recovered by the lists before. */
  carriedIn: number;
  bonus: number;
  deducted: number;
};

export type Settled = { recovered: number; carriedOut: number; pay: number };

/**
 * What is paid for the month, and what of an overpaid earlier benefit is recovered in it: never more than `recoveryMaxPercent` of
 * the benefit with its corrections upward, so that nobody pays in; the rest is carried over. A bonus is never taken for it.
 * `pay` below zero: the deductions are higher than what there is, which `refuseSums` refuses.
 * Source: docs/domain/forms.md F-40; parameter CIS_RECOVERY_MAX (no rule is known)
 */
export function settle(
  { benefit, raised, lowered, carriedIn, bonus, deducted }: Sums,
  recoveryMaxPercent: number,
): Settled {
  const earned = benefit + raised;
  const owed = carriedIn + lowered;
  const most = Math.floor((earned * Math.min(Math.max(recoveryMaxPercent, 0), 100)) / 100);
  const recovered = Math.min(owed, most);
  return { recovered, carriedOut: owed - recovered, pay: earned - recovered + bonus - deducted };
}

export type DeductionRefusal = "benefit.deduction_over_pay";

/** Why the sums of one person cannot stand on a list; null when they can. */
export function refuseSums(sums: Sums, recoveryMaxPercent: number): DeductionRefusal | null {
  return settle(sums, recoveryMaxPercent).pay < 0 ? "benefit.deduction_over_pay" : null;
}

export type PersonRefusal = BenefitRefusal | BonusRefusal | DeductionRefusal;

export type PrepareRefusal =
  | "benefit.month_not_over"
  | "benefit.earlier_month_waits"
  | "benefit.month_approved"
  | "benefit.already_prepared"
  | "benefit.nobody"
  | "benefit.changed"
  | "benefit.excuses_unchecked"
  | "benefit.despite_missing"
  | "benefit.registers_open"
  | PersonRefusal;

/** What is known of a month before its list is prepared. */
export type MonthBefore = {
  month: ListMonth;
  state: ListState;
  /** The oldest month before it that has something to pay and no approved list, since the unit began to keep lists. */
  earlierWaits: ListMonth | null;
  people: number;
  /** Somebody has no benefit because of too many unexcused days. */
  zeroed: boolean;
  /** Somebody has to look at something first (`MISSING` notes). */
  missing: boolean;
  /** Nothing but corrections enters its registers any more. */
  locked: boolean;
  refusals: readonly PersonRefusal[];
};

/**
 * Why the list cannot be prepared; null when it can. A month is paid in arrears, and after the months before it; a zero for
 * unexcused days is sent only after the excuses were checked, and a month with something missing, or whose registers are not locked,
 * only with a word why.
 * Source: docs/domain/rules.md R-CIS-20, R-CIS-22; docs/domain/journeys.md J6 steps 6 and 8
 */
export function refusePreparing(
  { month, state, earlierWaits, people, zeroed, missing, locked, refusals }: MonthBefore,
  { today, excusesChecked, despite }: { today: PlainDate; excusesChecked: boolean; despite: string },
): PrepareRefusal | null {
  if (state === "PREPARED") return "benefit.already_prepared";
  if (state !== "OPEN") return "benefit.month_approved";
  if (!isOver(month, today)) return "benefit.month_not_over";
  if (earlierWaits !== null) return "benefit.earlier_month_waits";
  if (people === 0) return "benefit.nobody";
  const [first] = refusals;
  if (first) return first;
  if (zeroed && !excusesChecked) return "benefit.excuses_unchecked";
  if (despite.trim() !== "") return null;
  if (missing) return "benefit.despite_missing";
  return locked ? null : "benefit.registers_open";
}

/** Whether the month has passed: the day after its last one has come. */
export const isOver = (month: ListMonth, today: PlainDate): boolean => compareDays(endOfMonth(month), today) < 0;

/** The last month that is over on a day: the one whose list is due. */
export function dueMonth(today: PlainDate): ListMonth {
  return startOfMonth(addMonth(startOfMonth(today), -1));
}

/** The first day of the month that is so many months from another. */
export function addMonth(month: ListMonth, months: number): ListMonth {
  const [year = 0, no = 1] = month.split("-").map(Number);
  const at = year * 12 + no - 1 + months;
  const text = `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}-01`;
  return text as ListMonth; // made of a month of the calendar
}

export type DecideRefusal =
  | "benefit.own_list"
  | "benefit.not_own_list"
  | "benefit.already_decided"
  | "benefit.changed"
  | "benefit.earlier_month_waits";

/**
 * Why somebody cannot decide so of a prepared list: its author never approves it, whatever roles they have, and nobody but the author
 * withdraws it. Source: docs/domain/forms.md F-40 (four eyes)
 */
export function refuseDecision(
  decision: "APPROVED" | "RETURNED" | "WITHDRAWN",
  { preparedBy, accountId, decided }: { preparedBy: string; accountId: string; decided: boolean },
): DecideRefusal | null {
  if (decided) return "benefit.already_decided";
  if (decision === "WITHDRAWN") return preparedBy === accountId ? null : "benefit.not_own_list";
  return preparedBy === accountId ? "benefit.own_list" : null;
}

/**
 * Pay is reckoned from registers that are locked: after that every change of them leaves a correction with its reason. Who approves a
 * month whose registers are still open says why. Source: docs/adr/0041-the-mark-made-last-counts.md, docs/adr/0045-who-sees-what-of-a-benefit-list.md
 */
export const refuseOpenRegisters = (locked: boolean, words: string): "benefit.registers_open" | null =>
  locked || words.trim() !== "" ? null : "benefit.registers_open";

/** One difference between what a list was prepared with and what is true now. Amounts null: the person is not there. */
export type Change = { ipzsId: string; name: string; beforeGrosze: number | null; nowGrosze: number | null };

type Compared = { ipzsId: string; name: string; payGrosze: number };

/** Who changed since a list was prepared, in the order of today's list, then those who went; `same` compares two of one person. */
export function changesBetween<P extends Compared>(
  before: readonly P[],
  now: readonly P[],
  same: (a: P, b: P) => boolean,
): Change[] {
  const known = new Map(before.map((one) => [one.ipzsId, one]));
  const here = new Set(now.map(({ ipzsId }) => ipzsId));
  const changed = now.flatMap((one): Change[] => {
    const old = known.get(one.ipzsId);
    return old && same(old, one)
      ? []
      : [{ ipzsId: one.ipzsId, name: one.name, beforeGrosze: old?.payGrosze ?? null, nowGrosze: one.payGrosze }];
  });
  const gone = before.filter(({ ipzsId }) => !here.has(ipzsId));
  return [
    ...changed,
    ...gone.map(({ ipzsId, name, payGrosze }) => ({ ipzsId, name, beforeGrosze: payGrosze, nowGrosze: null })),
  ];
}

/** A part of a benefit by a rate in per cent with up to four places, halves up, without binary fractions. */
export function shareOf(grosze: number, percent: string): number {
  const [whole = "0", rest = ""] = percent.split(".");
  const tenThousandths = BigInt(whole) * 10_000n + BigInt(rest.padEnd(4, "0").slice(0, 4));
  const exact = BigInt(grosze) * tenThousandths;
  return Number((exact * 2n + 1_000_000n) / 2_000_000n);
}
