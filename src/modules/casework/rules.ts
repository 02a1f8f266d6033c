import { addWorkingDays, nextWorkingDay } from "../../platform/time/calendar.ts";
import { addDays, addMonths, deadlineAfterMonths, type PlainDate } from "../../platform/time/plainDate.ts";
import type { interviewSettings, interviewStandings, interviewUrgencies } from "./codes.ts";
import type { CorrectInterview, InterviewResult } from "./interviewContract.ts";

export type CaseRefusal =
  | "case.person_died"
  | "case.no_place_leaves_referral_open"
  | "case.receiver_not_confirmed"
  | "case.referral_outcome_leaves_open";

export type InterviewUrgency = (typeof interviewUrgencies)[number];
export type InterviewSetting = (typeof interviewSettings)[number];

/**
 * Last day for the family environmental interview: 14 working days after the day of learning of the need, urgent 2.
 * Source: docs/domain/rules.md R-INT-01.
 */
export function interviewDue(trigger: PlainDate, urgency: InterviewUrgency): PlainDate {
  return addWorkingDays(trigger, urgency === "NORMAL_14WD" ? 14 : 2);
}

/** Last day for the update, also without any change. Source: docs/domain/rules.md R-INT-02. */
export function interviewUpdateDue(conductedOn: PlainDate, setting: InterviewSetting): PlainDate {
  return deadlineAfterMonths(conductedOn, setting === "ONGOING_SUPPORT" ? 6 : 12);
}

export type InterviewRefusal =
  | "interview.withdrawn_already"
  | "interview.nothing_corrected"
  | "interview.no_result"
  | "interview.in_future"
  | "interview.before_trigger"
  | "interview.second_is_first";

/** An entry of the register as it stands, or as it should have been written. */
export type InterviewEntry = Pick<CorrectInterview, "triggerOn" | "urgency" | "socialWorkerId" | "result">;

/** Whether two results, or their absence, say the same; the order of the parts says nothing. */
export function isSameResult(one: InterviewResult | null, other: InterviewResult | null): boolean {
  if (!one || !other) return one === other;
  const { parts, ...rest } = one;
  const named = Object.keys(rest) as (keyof typeof rest)[];
  const inTurn = (all: InterviewResult["parts"]) => all.toSorted().join(" ");
  return named.every((name) => one[name] === other[name]) && inTurn(parts) === inTurn(other.parts);
}

/**
 * Why an entry of the register cannot be corrected to `wanted`, or null. A result is corrected or taken back here, a first
 * one is entered as any other. Source: docs/domain/forms.md F-20
 */
export function refuseInterviewCorrection(
  stands: InterviewEntry & { withdrawn: boolean },
  wanted: InterviewEntry,
  today: PlainDate,
): InterviewRefusal | null {
  const { triggerOn, urgency, socialWorkerId, result } = wanted;
  if (stands.withdrawn) return "interview.withdrawn_already";
  if (result && !stands.result) return "interview.no_result";
  if (triggerOn > today || (result && result.heldOn > today)) return "interview.in_future";
  if (result && result.heldOn < triggerOn) return "interview.before_trigger";
  if (result && result.secondWorkerId === socialWorkerId) return "interview.second_is_first";
  const isSame =
    triggerOn === stands.triggerOn && urgency === stands.urgency && socialWorkerId === stands.socialWorkerId;
  return isSame && isSameResult(result, stands.result) ? "interview.nothing_corrected" : null;
}

export type InterviewStanding = (typeof interviewStandings)[number];

/** So long before its last day an update is due. */
export const updateFromDays = 30;

/**
 * How an entry stands on `today`; its last day still is in time. An update is due from 30 days before its last day, of the
 * interview alone that sets the person's latest one (`isLast`). Source: docs/domain/rules.md R-INT-01, R-INT-02
 */
export function interviewStanding(
  entry: {
    dueOn: PlainDate;
    heldOn: PlainDate | null;
    refused: boolean;
    updateDueOn: PlainDate | null;
    isLast: boolean;
    died: boolean;
  },
  today: PlainDate,
): InterviewStanding {
  const { dueOn, heldOn, refused, updateDueOn, isLast, died } = entry;
  if (heldOn === null) return died ? "STOPPED" : dueOn < today ? "OVERDUE" : "NEEDED";
  if (refused) return "REFUSED";
  return isLast && !died && updateDueOn !== null && updateDueOn <= addDays(today, updateFromDays)
    ? "UPDATE_DUE"
    : "HELD";
}

/**
 * Last day for the answer to an information request: 7 days, moved on when it falls on a day off.
 * Source: docs/domain/rules.md R-INF-01.
 */
export function informationAnswerDue(receivedOn: PlainDate): PlainDate {
  return nextWorkingDay(addDays(receivedOn, 7));
}

/**
 * First day of social work before a release from prison; `months`: parameter PRE_RELEASE_WORK.
 * Source: docs/domain/rules.md R-JUR-06.
 */
export function preReleaseOpensOn(releaseDate: PlainDate, months = 3): PlainDate {
  return addMonths(releaseDate, -months);
}

export const preReleaseStates = ["BEFORE", "PRE_RELEASE", "RELEASED"] as const;
export type PreReleaseState = (typeof preReleaseStates)[number];

/** Where a case stands between the first day of that work and the day of release, which is no longer served. Source: docs/domain/rules.md R-JUR-06. */
export function preReleaseState(releaseDate: PlainDate, today: PlainDate, months = 3): PreReleaseState {
  if (today >= releaseDate) return "RELEASED";
  return today >= preReleaseOpensOn(releaseDate, months) ? "PRE_RELEASE" : "BEFORE";
}

/** Why nothing more can be started for the person on `day`; the day of death itself still counts. */
export function refuseAfterDeath(deathDate: PlainDate | null, day: PlainDate): CaseRefusal | null {
  return deathDate !== null && day > deathDate ? "case.person_died" : null;
}

/** Where a task came from that stays to be done after a death: what people did before is still looked at. */
export const keptAfterDeath = ["break_glass", "evidence"] as const;

type JurisdictionNeed = "BENEFIT" | "SHELTER" | "WARMING_CENTRE" | "NIGHT_SHELTER" | "SOCIAL_CONTRACT";
/** TERYT code of a commune; "NEVER" = never registered anywhere; null = not known. */
type LastRegistration = string | null;

export interface JurisdictionFacts {
  need: JurisdictionNeed;
  /** Statutory: no dwelling and no permanent registration, or registered where living is impossible. */
  homeless: boolean;
  /** TERYT of the commune where the person lives, for people who are not homeless. */
  communeOfResidence: string | null;
  lastPermanentRegistration: LastRegistration;
  /** TERYT of the commune where the person is now. */
  communeOfStay: string;
  /** Specially justified or urgent, or a foreigner within art. 101(3). */
  urgent: boolean;
  foreigner: boolean;
}

export interface Jurisdiction {
  /** TERYT of the commune that answers. */
  responsible: string;
  basis: "SA_48A_8" | "SA_101_1" | "SA_101_2" | "SA_101_3" | "SA_108_1A" | "NOT_REGULATED";
  /** TERYT of the commune that refunds the commune of stay, or null. */
  refundBy: string | null;
  admitAtOnce: boolean;
  decisionNeeded: boolean;
  interviewNeeded: boolean;
  /** TERYT of the commune with which the content is agreed before signing, or null. */
  consultWith: string | null;
  note: "jurisdiction.never_registered" | "jurisdiction.registration_unknown" | null;
}

/** TERYT's seventh digit tells town and country parts of one commune apart. */
export function isSameCommune(one: string, other: string): boolean {
  return one.slice(0, 6) === other.slice(0, 6);
}

/**
 * Which commune answers. A warming centre or night shelter admits at once, without decision, interview or refund; the
 * social contract of a homeless person is concluded where the person stays.
 * Source: docs/domain/rules.md R-JUR-01, R-JUR-02, R-JUR-03.
 */
export function jurisdictionOf(facts: JurisdictionFacts): Jurisdiction {
  const { need, homeless, communeOfStay } = facts;
  const lastKnown = facts.lastPermanentRegistration === "NEVER" ? null : facts.lastPermanentRegistration;
  const own = homeless ? lastKnown : facts.communeOfResidence;
  const elsewhere = own !== null && !isSameCommune(own, communeOfStay) ? own : null;
  const answer: Jurisdiction = {
    responsible: communeOfStay,
    basis: "NOT_REGULATED",
    refundBy: null,
    admitAtOnce: false,
    decisionNeeded: need === "BENEFIT" || need === "SHELTER",
    interviewNeeded: true,
    consultWith: null,
    note: null,
  };
  if (need === "WARMING_CENTRE" || need === "NIGHT_SHELTER")
    return { ...answer, basis: "SA_48A_8", admitAtOnce: true, decisionNeeded: false, interviewNeeded: false };
  if (own === null)
    answer.note =
      facts.lastPermanentRegistration === "NEVER"
        ? "jurisdiction.never_registered"
        : "jurisdiction.registration_unknown";
  if (need === "SOCIAL_CONTRACT" && homeless) return { ...answer, basis: "SA_108_1A", consultWith: elsewhere };
  if (facts.urgent || facts.foreigner) return { ...answer, basis: "SA_101_3", refundBy: elsewhere };
  if (own === null) return answer;
  return { ...answer, responsible: own, basis: homeless ? "SA_101_2" : "SA_101_1" };
}

export type ReferralOutcome =
  | "SERVICE_STARTED"
  | "ASSESSED_NO_SERVICE"
  | "REFUSED_BY_PERSON"
  | "NOT_FOUND"
  | "NO_PLACE"
  | "REDIRECTED"
  | "TAKEN_TO_HOSPITAL"
  | "OTHER";

/**
 * Why a referral cannot be closed. That of a homeless person ends as provided, redirected to a receiver who confirmed,
 * or refused by the person; "no place" alone stays open. Source: docs/domain/rules.md R-JUR-05.
 */
export function refuseReferralClosing(referral: {
  homeless: boolean;
  outcome: ReferralOutcome;
  /** The next receiver, a hospital included, has confirmed. */
  receiverConfirmed: boolean;
}): CaseRefusal | null {
  const { homeless, outcome, receiverConfirmed } = referral;
  if (!homeless || outcome === "SERVICE_STARTED" || outcome === "REFUSED_BY_PERSON") return null;
  if (outcome === "REDIRECTED" || outcome === "TAKEN_TO_HOSPITAL")
    return receiverConfirmed ? null : "case.receiver_not_confirmed";
  return outcome === "NO_PLACE" ? "case.no_place_leaves_referral_open" : "case.referral_outcome_leaves_open";
}
