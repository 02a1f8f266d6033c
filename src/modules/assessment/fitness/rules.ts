import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { Fitness, WorkLimit } from "../codes.ts";

/** A medical check: its day, its last valid day (inclusive; null: not said) and what came of it. */
export type Exam = { on: PlainDate; until: PlainDate | null; result: Fitness; avoid: readonly WorkLimit[] };

export const fitnessStates = ["FIT", "FIT_WITH_LIMITS", "NOT_FIT", "EXPIRED", "NO_EXAM"] as const;
export type FitnessState = (typeof fitnessStates)[number];

/**
 * How somebody stands on `day` by their checks, which are in the order of writing: the newest check until that day counts, of
 * two on one day the one written last. Nobody is fit by an old check once a newer one says otherwise.
 * Source: docs/domain/forms.md F-23 (medicalExam); docs/domain/rules.md R-ACC, column "Health"
 */
export function fitnessOn(
  exams: readonly Exam[],
  day: PlainDate,
): { state: FitnessState; until: PlainDate | null; avoid: WorkLimit[]; since: PlainDate | null } {
  const known = exams.filter(({ on }) => on <= day);
  const last = known.reduce<Exam | undefined>((one, next) => (one && one.on > next.on ? one : next), undefined);
  if (!last) return { state: "NO_EXAM", until: null, avoid: [], since: null };
  const { on: since, until, result, avoid } = last;
  if (until !== null && until < day) return { state: "EXPIRED", until, avoid: [], since };
  return { state: result, until, avoid: result === "FIT_WITH_LIMITS" ? [...avoid] : [], since };
}

/** Whether the person may go to the machine. Source: docs/domain/journeys.md J7 */
export function mayWork(state: FitnessState): boolean {
  return state === "FIT" || state === "FIT_WITH_LIMITS";
}

/** Why a check cannot stand as written, or null; both days inclusive. */
export function refuseExam(
  exam: { on: PlainDate | null; until: PlainDate | null },
  today: PlainDate,
): "assessment.exam_in_future" | "assessment.exam_ends_before_it" | null {
  if (exam.on !== null && exam.on > today) return "assessment.exam_in_future";
  return exam.on !== null && exam.until !== null && exam.until < exam.on ? "assessment.exam_ends_before_it" : null;
}
