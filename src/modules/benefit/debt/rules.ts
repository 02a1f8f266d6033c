import { compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";

/** How what was paid too much is settled beside the lists: paid back in cash or by transfer, or written off. */
export const debtKinds = ["REPAID", "WRITTEN_OFF"] as const;
export type DebtKind = (typeof debtKinds)[number];

export type DebtRefusal =
  | "benefit.day_in_future"
  | "benefit.debt_none"
  | "benefit.debt_over_open"
  | "benefit.debt_no_write_off"
  | "benefit.debt_moved_on"
  | "benefit.instalments_other_sum"
  | "benefit.instalments_out_of_order"
  | "benefit.instalments_in_past";

/**
 * Why so much of a debt cannot be settled so on a day; null when it can: never more than is open. Whether it may be written off at all
 * is a parameter, as no rule is known. Source: docs/domain/forms.md F-40; parameter CIS_DEBT_WRITE_OFF
 */
export function refuseDebtSettlement(
  { openGrosze, mayWriteOff }: { openGrosze: number; mayWriteOff: boolean },
  { kind, amountGrosze, settledOn }: { kind: DebtKind; amountGrosze: number; settledOn: PlainDate },
  today: PlainDate,
): DebtRefusal | null {
  if (openGrosze <= 0) return "benefit.debt_none";
  if (kind === "WRITTEN_OFF" && !mayWriteOff) return "benefit.debt_no_write_off";
  if (compareDays(settledOn, today) > 0) return "benefit.day_in_future";
  return amountGrosze > openGrosze ? "benefit.debt_over_open" : null;
}

export type Instalment = { dueOn: PlainDate; amountGrosze: number };

/** Why these instalments cannot be agreed on today; null when they can: in order of their days, none past, together what is open. */
export function refuseInstalments(
  openGrosze: number,
  { agreedOn, instalments }: { agreedOn: PlainDate; instalments: readonly Instalment[] },
  today: PlainDate,
): DebtRefusal | null {
  if (openGrosze <= 0) return "benefit.debt_none";
  if (compareDays(agreedOn, today) > 0) return "benefit.day_in_future";
  let before: PlainDate | undefined;
  for (const { dueOn } of instalments) {
    if (compareDays(dueOn, today) < 0) return "benefit.instalments_in_past";
    if (before !== undefined && compareDays(dueOn, before) <= 0) return "benefit.instalments_out_of_order";
    before = dueOn;
  }
  const sum = instalments.reduce((total, { amountGrosze }) => total + amountGrosze, 0);
  return sum === openGrosze ? null : "benefit.instalments_other_sum";
}

export const instalmentStates = ["PAID", "OVERDUE", "DUE"] as const;
export type InstalmentState = (typeof instalmentStates)[number];
export type InstalmentNow = Instalment & { openGrosze: number; state: InstalmentState };

/**
 * How instalments stand when so much of the debt is open: what was settled since fills them from the first on. `beyondGrosze`: what is
 * open and no instalment covers, as where a later correction raised the debt.
 */
export function instalmentsNow(
  instalments: readonly Instalment[],
  openGrosze: number,
  today: PlainDate,
): { instalments: InstalmentNow[]; beyondGrosze: number } {
  const agreed = instalments.reduce((total, { amountGrosze }) => total + amountGrosze, 0);
  let paid = Math.max(agreed - openGrosze, 0);
  const now = instalments.map((one): InstalmentNow => {
    const filled = Math.min(one.amountGrosze, paid);
    paid -= filled;
    const left = one.amountGrosze - filled;
    const state = left === 0 ? "PAID" : compareDays(one.dueOn, today) < 0 ? "OVERDUE" : "DUE";
    return { ...one, openGrosze: left, state };
  });
  return { instalments: now, beyondGrosze: Math.max(openGrosze - agreed, 0) };
}

/** The day of the first instalment that is not filled; null where none was agreed or none is left. */
export function nextInstalment(
  instalments: readonly Instalment[] | undefined,
  openGrosze: number,
  today: PlainDate,
): PlainDate | null {
  const now = instalmentsNow(instalments ?? [], openGrosze, today).instalments;
  return now.find(({ state }) => state !== "PAID")?.dueOn ?? null;
}

/** An amount in so many parts that differ by a grosz at most, the larger ones first. */
export function partsOf(grosze: number, parts: number): number[] {
  const least = Math.floor(grosze / parts);
  const more = grosze - least * parts;
  return Array.from({ length: parts }, (_, at) => least + (at < more ? 1 : 0));
}
