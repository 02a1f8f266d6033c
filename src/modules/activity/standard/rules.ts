import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { standardItems } from "./codes.ts";
import type { StandardLine } from "./contract.ts";

export type StandardRefusal =
  | "standard.day_in_future"
  | "standard.not_whole"
  | "standard.evidence_missing"
  | "standard.missing_missing";

/**
 * Why a review cannot be kept; null when it can. It speaks of every line once: what is met says by what it is seen, what is not says
 * what is missing. Source: docs/domain/rules.md R-KIS-05
 */
export function refuseReview(
  { reviewedOn, items }: { reviewedOn: PlainDate; items: readonly StandardLine[] },
  today: PlainDate,
): StandardRefusal | null {
  if (reviewedOn > today) return "standard.day_in_future";
  const codes = new Set(items.map(({ code }) => code));
  if (items.length !== standardItems.length || codes.size !== standardItems.length) return "standard.not_whole";
  if (items.some(({ state, evidence }) => state === "MET" && evidence.trim() === ""))
    return "standard.evidence_missing";
  return items.some(({ state, missing }) => state !== "MET" && missing.trim() === "")
    ? "standard.missing_missing"
    : null;
}
