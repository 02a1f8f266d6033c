import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { isOpen } from "../candidates/rules.ts";
import type { CandidateState, Decision } from "../codes.ts";

type Formal = "pass" | "fail" | "missing";

export type DecisionRefusal =
  | "decision.not_on_list"
  | "decision.not_passed"
  | "reserve.not_passed"
  | "decision.no_place"
  | "decision.reason_missing"
  | "decision.admitted_already"
  | "decision.withdrawn"
  | "reserve.no_place"
  | "reserve.window_over"
  | "reserve.not_in_reserve"
  | "reserve.offered_already"
  | "reserve.out_of_order"
  | "reserve.answer_by_past"
  | "reserve.still_time"
  | "reserve.answered_already"
  | "admission.not_accepted"
  | "admission.admitted_already"
  | "admission.other_person"
  | "admission.other_identity"
  | "admission.nobody_elsewhere"
  | "admission.reason_missing"
  | "admission.too_many_today"
  | "reserve.answered_late"
  | "withdrawal.not_standing"
  | "withdrawal.place_given";

/**
 * What the list alone suggests; it decides nothing. Who stands on no list has not passed the formal check; who declined a place is not
 * given one by the list. Source: R-REC-04
 */
export function suggested({ rank, declined }: { rank: number | null; declined: boolean }, reach: number): Decision {
  if (rank === null) return "REJECTED";
  return rank <= reach && !declined ? "ACCEPTED" : "RESERVE";
}

/**
 * The last rank that free places reach: those that nobody holds and nobody is offered go in the order of the list to who waits for
 * one, undecided or in the reserve, and did not decline it. 0: none is free. Source: docs/domain/rules.md R-REC-04
 */
export function reachOf(
  candidates: readonly { state: CandidateState; rank: number | null; formal: Formal; declined: boolean }[],
  { places, beside }: Pick<Terms, "places" | "beside">,
): number {
  const free = freePlaces(candidates, { places, beside });
  const waiting = candidates
    .flatMap(({ state, rank, formal, declined }) =>
      rank !== null && formal === "pass" && !declined && (state === "PASS" || state === "RESERVE") ? [rank] : [],
    )
    .toSorted((a, b) => a - b);
  return waiting.slice(0, free).at(-1) ?? 0;
}

/**
 * Why somebody cannot be decided of so; null when they can. A decision that the list does not suggest, and one that changes an earlier
 * one, says why. Source: docs/domain/rules.md R-REC-01 (all rules together), R-REC-04, R-GDPR-11
 */
export function refuseDecision(
  candidate: {
    state: CandidateState;
    rank: number | null;
    decision: Decision | null;
    personId: string | null;
    formal: Formal;
    declined: boolean;
  },
  { decision, reason }: { decision: Decision; reason: string },
  { reach }: { reach: number },
): DecisionRefusal | null {
  if (!isOpen(candidate.state)) return "decision.withdrawn";
  if (candidate.personId !== null) return "decision.admitted_already";
  if (decision !== "REJECTED" && candidate.rank === null) return "decision.not_on_list";
  // who stood on the list may have lost a condition since it was frozen
  if (decision !== "REJECTED" && candidate.formal !== "pass") return "decision.not_passed";
  const plain = candidate.decision === null && decision === suggested(candidate, reach);
  return !plain && reason.trim() === "" ? "decision.reason_missing" : null;
}

/** Who holds a place: accepted, not withdrawn, and not left after starting. */
export const holdsPlace = ({ state }: { state: CandidateState }): boolean =>
  state === "ACCEPTED" || state === "ADMITTED" || state === "STARTED";

/** Places that nobody holds and nobody is offered. */
function freePlaces(
  candidates: readonly { state: CandidateState }[],
  { places, beside }: Pick<Terms, "places" | "beside">,
) {
  const gone = candidates.filter((one) => holdsPlace(one) || one.state === "OFFERED").length;
  return Math.max(0, places - beside - gone);
}

export type Vacancies = { taken: number; offered: number; free: number; until: PlainDate; over: boolean };

export type Terms = { places: number; startsOn: PlainDate; vacancyWeeks: number; beside: number };

/**
 * Places that can be offered today: those that nobody holds and that are not offered yet. Who was let in beside the recruitment holds
 * one too. `until`: the last day of offering. Source: docs/domain/rules.md R-REC-04
 */
export function vacancies(
  candidates: readonly { state: CandidateState }[],
  { startsOn, vacancyWeeks, ...terms }: Terms,
  today: PlainDate,
): Vacancies {
  const taken = candidates.filter(holdsPlace).length + terms.beside;
  const offered = candidates.filter(({ state }) => state === "OFFERED").length;
  const until = addDays(startsOn, vacancyWeeks * 7 - 1);
  return { taken, offered, free: freePlaces(candidates, terms), until, over: today > until };
}

export type InReserve = { id: string; rank: number | null; state: CandidateState; formal: Formal; declined: boolean };

/** Who waits for an offer, first the next one: by the newest list. Who declined or did not answer is not asked again, nor who does not pass any more. */
export const queueOf = <C extends InReserve>(candidates: readonly C[]): C[] =>
  candidates
    .filter(({ state, formal, declined }) => state === "RESERVE" && formal === "pass" && !declined)
    .toSorted((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));

/** Why a free place cannot be offered so. Out of the order only with a reason. Source: docs/domain/rules.md R-REC-04 */
export function refuseOffer(
  candidates: readonly InReserve[],
  { candidateId, answerBy, reason }: { candidateId: string; answerBy: PlainDate; reason: string },
  { free, over }: Pick<Vacancies, "free" | "over">,
  today: PlainDate,
): DecisionRefusal | null {
  const wanted = candidates.find(({ id }) => id === candidateId);
  if (wanted?.state === "OFFERED") return "reserve.offered_already";
  if (wanted?.state !== "RESERVE") return "reserve.not_in_reserve";
  if (wanted.formal !== "pass") return "reserve.not_passed";
  if (over) return "reserve.window_over";
  if (free === 0) return "reserve.no_place";
  if (answerBy < today) return "reserve.answer_by_past";
  return queueOf(candidates)[0]?.id === candidateId || reason.trim() !== "" ? null : "reserve.out_of_order";
}

/**
 * What becomes of somebody whose withdrawal is taken back: as they were, or to the reserve where their place was given away meanwhile.
 * Whoever is a person of the house already cannot wait there. `decision`: the last one. Source: docs/domain/rules.md R-REC-04
 */
export function returnOf(
  candidate: { state: CandidateState; decision: Decision | null; personId: string | null },
  { free }: Pick<Vacancies, "free">,
): { to: "AS_BEFORE" | "RESERVE" } | { refusal: DecisionRefusal } {
  if (candidate.state !== "WITHDRAWN") return { refusal: "withdrawal.not_standing" };
  if (candidate.decision !== "ACCEPTED" || free > 0) return { to: "AS_BEFORE" };
  return candidate.personId === null ? { to: "RESERVE" } : { refusal: "withdrawal.place_given" };
}

/** Why an answer cannot be written down so. A place that was taken after the last day is given only with a reason. */
export function refuseAnswer(
  { answer, answeredOn, reason }: { answer: string; answeredOn: PlainDate; reason: string },
  { answerBy }: { answerBy: PlainDate },
  today: PlainDate,
): DecisionRefusal | null {
  if (answer === "NO_ANSWER") return today <= answerBy ? "reserve.still_time" : null;
  return answer === "TAKEN" && answeredOn > answerBy && reason.trim() === "" ? "reserve.answered_late" : null;
}

/** A recruitment that is asked about somebody who starts. `states`: of their candidacies in it, none for who never applied. */
export type AskedRecruitment = {
  groupId: string | null;
  states: readonly CandidateState[];
  free: number;
  openedAt: string;
};

const holdsIn = ({ states }: AskedRecruitment): boolean =>
  states.some((state) => state === "ADMITTED" || state === "STARTED");
const leftIn = ({ states }: AskedRecruitment): boolean => states.includes("LEFT");
const newestOf = <R extends AskedRecruitment>(recruitments: readonly R[]): R | undefined =>
  recruitments.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1))[0];

/** The recruitments for a group; every one where no group was named, or none is for it. */
const askedOf = <R extends AskedRecruitment>(recruitments: readonly R[], groupId: string | null): readonly R[] => {
  const own = recruitments.filter((one) => groupId !== null && one.groupId === groupId);
  return own.length > 0 ? own : recruitments;
};

/** The recruitment whose place somebody takes who starts in a group; null where none is for that group. */
export function placeGiver<R extends AskedRecruitment>(recruitments: readonly R[], groupId: string | null): R | null {
  const own = recruitments.filter((one) => groupId !== null && one.groupId === groupId);
  return newestOf(own.filter(holdsIn)) ?? newestOf(own.filter(leftIn)) ?? newestOf(own) ?? null;
}

/** Where recruitments are for groups it is said first in which one somebody starts, unless exactly one recruitment took them in. */
function needsGroup(recruitments: readonly AskedRecruitment[], groupId: string | null): boolean {
  if (groupId !== null || recruitments.every((one) => one.groupId === null)) return false;
  const holding = recruitments.filter(holdsIn);
  return (holding.length > 0 ? holding : recruitments.filter(leftIn)).length !== 1;
}

/**
 * What somebody lacks who wants to start in a project with recruitments, one entry for each. Who was admitted holds a place; who left
 * takes a free one of the recruitment that admitted them, and who was admitted in none a free one of the recruitment that was opened
 * last. Of a group that a recruitment is for, that recruitment alone is asked. Source: docs/domain/rules.md R-REC-04
 */
export function refuseWithoutPlace(recruitments: readonly AskedRecruitment[], groupId: string | null): string[] {
  if (needsGroup(recruitments, groupId)) return ["recruitment.group_missing"];
  const asked = askedOf(recruitments, groupId);
  if (asked.some(holdsIn)) return [];
  const left = asked.filter(leftIn);
  const room = left.length > 0 ? left.some(({ free }) => free > 0) : (newestOf(asked)?.free ?? 0) > 0;
  const ofGroup = placeGiver(recruitments, groupId) !== null;
  return [
    ...(left.length > 0 ? [] : [ofGroup ? "recruitment.not_admitted_to_group" : "recruitment.not_admitted"]),
    ...(room ? [] : [ofGroup ? "recruitment.no_place_in_group" : "recruitment.no_place_left"]),
  ];
}
