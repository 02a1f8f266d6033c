import type { PlainDate } from "../../../platform/time/plainDate.ts";

export type RankingRefusal =
  | "ranking.nobody"
  | "ranking.incomplete"
  | "ranking.reason_missing"
  | "ranking.frozen_already"
  | "ranking.not_frozen"
  | "ranking.newer_version";

/** Points and weights as they are given; weights in hundredths. `null` points are not given yet. */
type Scored = { points: number | null; weight: number };

export type Contender = {
  id: string;
  no: number;
  formal: "pass" | "fail" | "missing";
  points: readonly (Scored & { pointId: string })[];
  /** Null: the interview is not scored in this recruitment. */
  interview: Scored | null;
  unemployedSince: PlainDate | null;
  appliedOn: PlainDate;
};

/** What put somebody above the next one: `TOTAL` points; else which rule of ties. `NUMBER`: nothing told them apart but the order of entry. */
export type Difference = "TOTAL" | "UNEMPLOYED" | "APPLIED" | "NUMBER";

export type Ranked = {
  id: string;
  rank: number;
  /** In hundredths of a point: `total` is the sum of both others. */
  total: number;
  points: number;
  interview: number;
  /** Points as they were given, by criterion. */
  given: Readonly<Record<string, number>>;
  unemployedSince: PlainDate | null;
  appliedOn: PlainDate;
  /** What decides against the next on the list; null for the last. */
  before: Difference | null;
};

const worth = ({ points, weight }: Scored) => (points ?? 0) * weight;

/** Whoever is known to be unemployed since a day stands before whoever is not. */
function compareDay(a: PlainDate | null, b: PlainDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

type Standing = Omit<Ranked, "rank" | "before"> & { no: number };

function compare(a: Standing, b: Standing): { sign: number; by: Difference } {
  if (a.total !== b.total) return { sign: b.total - a.total, by: "TOTAL" };
  const unemployed = compareDay(a.unemployedSince, b.unemployedSince);
  if (unemployed !== 0) return { sign: unemployed, by: "UNEMPLOYED" };
  const applied = compareDay(a.appliedOn, b.appliedOn);
  return applied !== 0 ? { sign: applied, by: "APPLIED" } : { sign: a.no - b.no, by: "NUMBER" };
}

/**
 * The list: only who passes every formal rule; points by the project's weights and the interview's, added; ties by longer
 * unemployment, then by earlier application; what is still equal stands in the order of entry and says so. It orders people for a
 * person to decide and decides of nobody (R-GDPR-11). Source: docs/domain/rules.md R-REC-04
 */
export function rank(contenders: readonly Contender[]): Ranked[] {
  const standings = contenders
    .filter(({ formal }) => formal === "pass")
    .map(({ id, no, points, interview, unemployedSince, appliedOn }): Standing => {
      const weighed = points.reduce((sum, one) => sum + worth(one), 0);
      const talked = interview ? worth(interview) : 0;
      const given = Object.fromEntries(points.map((one) => [one.pointId, one.points ?? 0]));
      return { id, no, total: weighed + talked, points: weighed, interview: talked, given, unemployedSince, appliedOn };
    })
    .toSorted((a, b) => compare(a, b).sign);
  return standings.map(({ no, ...standing }, at) => {
    const next = standings[at + 1];
    return { ...standing, rank: at + 1, before: next ? compare({ ...standing, no }, next).by : null };
  });
}

/** A row as a frozen version keeps it. */
export type KeptRow = Standing;

/** The list with one more, in the place that what they had gives them; the others keep their order. */
export function withReturned(standing: readonly KeptRow[], back: KeptRow): KeptRow[] {
  const at = standing.findIndex((one) => compare(back, one).sign < 0);
  return at < 0 ? [...standing, back] : standing.toSpliced(at, 0, back);
}

/** Places from 1 in the order that is given; what decides between two was told by the version that reckoned it. */
export const numbered = (standing: readonly KeptRow[]): Ranked[] =>
  standing.map(({ no: _, ...row }, at) => ({ ...row, rank: at + 1, before: null }));

/** Points that are still to be given before the list can be frozen: 0 is a value, nothing is not. */
export const isComplete = ({ points, interview }: Pick<Contender, "points" | "interview">): boolean =>
  points.every((one) => one.points !== null) && (interview === null || interview.points !== null);

/** Why the list cannot be frozen. `frozen`: a version stands already, so that the next one needs its reason. Source: R-REC-04 */
export function refuseFreezing(
  contenders: readonly Contender[],
  { frozen, reason }: { frozen: boolean; reason: string },
): RankingRefusal | null {
  const passing = contenders.filter(({ formal }) => formal === "pass");
  if (passing.length === 0) return "ranking.nobody";
  if (!passing.every(isComplete)) return "ranking.incomplete";
  return frozen && reason.trim() === "" ? "ranking.reason_missing" : null;
}
