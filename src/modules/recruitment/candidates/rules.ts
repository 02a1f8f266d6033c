import { dottedDay, type PlainDate } from "../../../platform/time/plainDate.ts";
import type { CandidateState, Decision } from "../codes.ts";

export type CandidateRefusal =
  | "candidate.applied_in_future"
  | "candidate.pesel_invalid"
  | "candidate.pesel_other_birth"
  | "candidate.born_in_future"
  | "candidate.both_registered"
  | "candidate.both_client"
  | "candidate.evidence_in_future"
  | "candidate.fact_unknown"
  | "candidate.too_many_points"
  | "candidate.point_unknown"
  | "candidate.interview_in_future"
  | "candidate.interview_not_scored"
  | "candidate.withdrawn_already"
  | "candidate.withdrawn_in_future"
  | "candidate.admitted_already"
  | "candidate.reason_missing"
  | "candidate.erased"
  | "candidate.not_to_carry"
  | "candidate.outside_window"
  | "window.half"
  | "window.backwards";

/** Days on which a recruitment takes applications, both inclusive; null, both: any. */
export type ApplicationWindow = { appliesFrom: PlainDate | null; appliesUntil: PlainDate | null };

/** Why days of applying cannot be set so. */
export function refuseWindow({ appliesFrom, appliesUntil }: ApplicationWindow): CandidateRefusal | null {
  if ((appliesFrom === null) !== (appliesUntil === null)) return "window.half";
  return appliesFrom !== null && appliesUntil !== null && appliesUntil < appliesFrom ? "window.backwards" : null;
}

/** Why nobody is entered who applied on `day`; null without a window. */
export function refuseApplication(
  { appliesFrom, appliesUntil }: ApplicationWindow,
  day: PlainDate,
): CandidateRefusal | null {
  const isOutside = (appliesFrom !== null && day < appliesFrom) || (appliesUntil !== null && day > appliesUntil);
  return isOutside ? "candidate.outside_window" : null;
}

/** The days as they stand in a sentence, such as `01.12.2026–15.12.2026`; empty without a window. */
export const windowWords = ({ appliesFrom, appliesUntil }: ApplicationWindow): string =>
  appliesFrom === null || appliesUntil === null ? "" : `${dottedDay(appliesFrom)}–${dottedDay(appliesUntil)}`;

/** How far a candidate has come; see `candidateStates` for the order. */
export function stateOf(candidate: {
  erased: boolean;
  carriedTo: string | null;
  withdrawnOn: PlainDate | null;
  startedOn: PlainDate | null;
  endedOn: PlainDate | null;
  personId: string | null;
  decision: Decision | null;
  offered: boolean;
  formal: "pass" | "fail" | "missing";
}): CandidateState {
  if (candidate.erased) return "ERASED";
  if (candidate.carriedTo !== null) return "CARRIED";
  if (candidate.withdrawnOn !== null) return "WITHDRAWN";
  if (candidate.startedOn !== null) return candidate.endedOn === null ? "STARTED" : "LEFT";
  if (candidate.personId !== null) return "ADMITTED";
  if (candidate.decision === "RESERVE" && candidate.offered) return "OFFERED";
  if (candidate.decision !== null) return candidate.decision;
  return candidate.formal === "pass" ? "PASS" : candidate.formal === "fail" ? "FAIL" : "MISSING";
}

/** Who can still be chosen or decided of. */
export const isOpen = (state: CandidateState): boolean =>
  state !== "WITHDRAWN" && state !== "CARRIED" && state !== "ERASED";

const mayGoOn: ReadonlySet<CandidateState> = new Set(["RESERVE", "REJECTED", "PASS", "MISSING", "FAIL"]);

/** Why a candidate cannot go on in another recruitment: only who found no place here, and is offered none, does. Source: R-REC-04 */
export const refuseCarrying = ({ state }: { state: CandidateState }): CandidateRefusal | null =>
  mayGoOn.has(state) ? null : "candidate.not_to_carry";

/** Why points cannot be given so. */
export function refusePoints(points: number, rule: { maxPoints: number } | undefined): CandidateRefusal | null {
  if (!rule) return "candidate.point_unknown";
  return points > rule.maxPoints ? "candidate.too_many_points" : null;
}

/** Why an interview cannot be noted so; its length outside 2 to 3 hours only warns (R-REC-03). */
export function refuseInterview(
  { heldOn, points }: { heldOn: PlainDate; points: number | null },
  { interviewMax }: { interviewMax: number },
  today: PlainDate,
): CandidateRefusal | null {
  if (heldOn > today) return "candidate.interview_in_future";
  if (points !== null && interviewMax === 0) return "candidate.interview_not_scored";
  return points !== null && points > interviewMax ? "candidate.too_many_points" : null;
}
