import { percentOf } from "../../../platform/money.ts";
import {
  addDays,
  endOfMonth,
  type PlainDate,
  partsOf,
  plainDate,
  startOfMonth,
} from "../../../platform/time/plainDate.ts";
import type { Precision, ShareKind } from "./codes.ts";
import type { Figure, NeedsContent, Share } from "./contract.ts";

export type NeedsRefusal =
  | "needs.share_of_strange_figure"
  | "needs.share_of_percent"
  | "needs.persons_not_whole"
  | "needs.percent_over_hundred"
  | "needs.part_over_base"
  | "needs.changed_meanwhile"
  | "needs.day_in_future"
  | "needs.day_within_quarter"
  | "needs.nothing_to_send"
  | "needs.source_missing"
  | "needs.correction_reason_missing";

const turned: Readonly<Record<Precision, Precision>> = {
  EXACT: "EXACT",
  ABOUT: "ABOUT",
  MORE_THAN: "LESS_THAN",
  LESS_THAN: "MORE_THAN",
};

/**
 * How exact `part / base` is: the weaker of the two, and exact is stronger than about, about than a bound. A bound of the base turns
 * round (more people below the line, a smaller share); two bounds that pull apart leave no bound at all.
 * Source: docs/domain/reporting.md §10
 */
export function precisionOf(part: Precision, base: Precision): Precision {
  const over = turned[base];
  const bounds = [part, over].filter((each) => each === "MORE_THAN" || each === "LESS_THAN");
  const [first] = bounds;
  if (first !== undefined) return bounds.every((each) => each === first) ? first : "ABOUT";
  return part === "EXACT" && over === "EXACT" ? "EXACT" : "ABOUT";
}

/** A share worked out; a null value is "not available": a figure is missing, or there is nobody to divide by. */
export type Worked = {
  share: Share;
  part: Figure | undefined;
  base: Figure | undefined;
  value: number | null;
  precision: Precision;
};

/** Base ÷ part, a whole number, halves up: 227,000 of 27,500 is every 8th. */
function oneIn(part: number, base: number): number | null {
  return part <= 0 ? null : Math.floor((2 * base + part) / (2 * part));
}

/** Percent: value ÷ base × 100 with one decimal, halves up. Source: docs/domain/reporting.md §10 */
const compute: Readonly<Record<ShareKind, (part: number, base: number) => number | null>> = {
  PERCENT: percentOf,
  ONE_IN: (part, base) => (base <= 0 ? null : oneIn(part, base)),
};

/** Every share in its order. How exact "every 8th" is counts the other way round: more unemployed make a smaller number. */
export function workOut({ figures, shares }: Pick<NeedsContent, "figures" | "shares">): Worked[] {
  const known = new Map(figures.map((figure) => [figure.figureId, figure]));
  return shares.map((share) => {
    const [part, base] = [known.get(share.partId), known.get(share.baseId)];
    const both = part && base && part.value !== null && base.value !== null;
    const value = both ? compute[share.kind](part.value ?? 0, base.value ?? 0) : null;
    const precision = precisionOf(part?.precision ?? "ABOUT", base?.precision ?? "ABOUT");
    return { share, part, base, value, precision: share.kind === "ONE_IN" ? turned[precision] : precision };
  });
}

/** Why these figures and shares cannot stand together, or null. */
export function refuseContent({ figures, shares }: NeedsContent): NeedsRefusal | null {
  if (figures.some(({ kind, value }) => kind === "PERSONS" && value !== null && !Number.isInteger(value)))
    return "needs.persons_not_whole";
  if (figures.some(({ kind, value }) => kind === "PERCENT" && value !== null && value > 100))
    return "needs.percent_over_hundred";
  for (const { share, part, base } of workOut({ figures, shares })) {
    if (!part || !base || share.partId === share.baseId) return "needs.share_of_strange_figure";
    if (part.kind !== "PERSONS" || base.kind !== "PERSONS") return "needs.share_of_percent";
    if (part.value !== null && base.value !== null && part.value > base.value) return "needs.part_over_base";
  }
  return null;
}

/** Why it cannot go out, or null: every figure that is known names its source and day; a later version says why. */
export function refuseSending(
  { figures }: Pick<NeedsContent, "figures">,
  sending: { versionNo: number; correctionReason: string },
): NeedsRefusal | null {
  const known = figures.filter(({ value }) => value !== null);
  if (known.length === 0) return "needs.nothing_to_send";
  if (known.some(({ source, asAt }) => source.trim() === "" || asAt === null)) return "needs.source_missing";
  return sending.versionNo > 1 && sending.correctionReason.trim() === "" ? "needs.correction_reason_missing" : null;
}

/** Numbers of the register are told in steps of so many, and none below it but a nought. */
const step = 5;

/**
 * What the house may tell of its own files: nobody is told, fewer than five are not, more to the nearest five. A number that is not told can then be
 * made neither of a total and its parts nor of the numbers of two days: every difference of what is told is a multiple of five, whatever the true one
 * is. Source: docs/domain/rules.md R-GDPR-12
 */
export function tellable(count: number): number | null {
  return count > 0 && count < step ? null : Math.round(count / step) * step;
}

/** Why the register tells nothing of a day; null when it does: whoever asked day by day would see somebody come. Source: docs/domain/rules.md R-GDPR-12 */
export function refuseRegisterDay(asAt: PlainDate, today: PlainDate): NeedsRefusal | null {
  if (asAt > today) return "needs.day_in_future";
  return endOfMonth(asAt) === asAt && partsOf(asAt).month % 3 === 0 ? null : "needs.day_within_quarter";
}

/** The last days of so many quarters that are over by `today`, or end on it; the newest first. */
export function lastQuarterEnds(today: PlainDate, many: number): PlainDate[] {
  const ends: PlainDate[] = [];
  for (let day = endOfMonth(today); ends.length < many; day = addDays(startOfMonth(plainDate(day)), -1))
    if (refuseRegisterDay(day, today) === null) ends.push(day);
  return ends;
}
