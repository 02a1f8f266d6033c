import { hoursAfter } from "../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { informationAnswerDue } from "../casework/rules.ts";
import { medicalSections } from "../partnership/rules.ts";
import {
  type AnswerClass,
  answerClasses,
  type Decision,
  type DecisionReason,
  healthNeeds,
  longestLinkHours,
  type ReferralAct,
  type ReferralState,
  type ReportOutcome,
  type ReportState,
  type ReportUrgency,
  type Service,
} from "./codes.ts";
import type { MonthLine, MonthView, Report, SendReferral } from "./contract.ts";

/** Last day for the team's answer: tonight, in three days, in a week. Inclusive. */
export function reportDue(urgency: ReportUrgency, receivedOn: PlainDate): PlainDate {
  const days = { EMERGENCY_112: 0, TODAY: 0, "3_DAYS": 3, ROUTINE: 7 }[urgency];
  return addDays(receivedOn, days);
}

/**
 * Why a report cannot be taken; empty when it can. In an emergency 112 comes first (R-OUT-06); a team needs some place to go to;
 * a sighting older than three days is no sighting.
 * Source: docs/domain/forms.md F-10, docs/domain/journeys.md J10
 */
export function refuseReport(
  report: Pick<Report, "urgency" | "called112" | "placeText" | "geo" | "seenAt">,
  now: string,
): string[] {
  const seenAt = new Date(report.seenAt).toISOString();
  return [
    ...(report.urgency === "EMERGENCY_112" && !report.called112 ? ["notification.call_112_first"] : []),
    ...(report.placeText === null && report.geo === null ? ["notification.place_missing"] : []),
    ...(seenAt > hoursAfter(now, 1) ? ["notification.seen_in_future"] : []),
    ...(hoursAfter(seenAt, 72) < now ? ["notification.seen_long_ago"] : []),
  ];
}

/** A point as it is kept: to 0.001 of a degree, about 100 m. */
export function roughPoint(point: Report["geo"]): Report["geo"] {
  return point && { lat: Math.round(point.lat * 1000) / 1000, lon: Math.round(point.lon * 1000) / 1000 };
}

/** What of an outcome goes back: that somebody was taken to hospital is health, and stays with the team. Source: R-OUT-09, J10 step 6 */
export function answerClass(outcome: ReportOutcome): AnswerClass {
  return outcome === "TAKEN_TO_HOSPITAL" ? "FOUND" : outcome;
}

/** Where a report stands. Only what residents send waits for a verdict. */
export function reportState(report: {
  source: "PARTNER" | "LINK" | "PUBLIC";
  verdict: string | null;
  accepted: boolean;
  answered: boolean;
}): ReportState {
  if (report.verdict !== null && report.verdict !== "PASSED") return "TURNED_DOWN";
  if (report.source === "PUBLIC" && report.verdict === null) return "AWAITS_VERDICT";
  if (report.answered) return "ANSWERED";
  return report.accepted ? "ACCEPTED" : "WAITING";
}

/** Why a link for a shift cannot end then; null when it can. */
export function refuseLinkEnd(expiresAt: string, now: string): string | null {
  const end = new Date(expiresAt).toISOString();
  if (end <= now) return "shift-link.over_already";
  return end > hoursAfter(now, longestLinkHours) ? "shift-link.too_long" : null;
}

export type CountedReport = {
  area: string;
  service: Service;
  receivedAt: string;
  firstAnswerAt: string | null;
  lastOutcome: ReportOutcome | null;
};

/** The middle of sorted numbers, the mean of the two middle ones for an even count; null for none. */
export function median(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The smallest of sorted numbers that is not below `percent` of them (nearest rank); null for none. */
export function percentile(sorted: readonly number[], percent: number): number | null {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? null;
}

function counted(reports: readonly CountedReport[]): MonthView["total"] {
  const minutes = reports
    .flatMap(({ receivedAt, firstAnswerAt }) =>
      firstAnswerAt ? [Math.max(0, Math.round((Date.parse(firstAnswerAt) - Date.parse(receivedAt)) / 60_000))] : [],
    )
    .toSorted((one, other) => one - other);
  return {
    reports: reports.length,
    answered: minutes.length,
    medianMinutes: median(minutes),
    p90Minutes: percentile(minutes, 90),
    outcomes: Object.fromEntries(
      answerClasses.map((one) => [
        one,
        reports.filter(({ lastOutcome }) => lastOutcome !== null && answerClass(lastOutcome) === one).length,
      ]),
    ) as MonthLine["outcomes"], // every class is a key
  };
}

/** The month by district and service: no persons are in it, so that small numbers stand, and as
 * partners read it, outcomes are those that go back to whoever reported (R-OUT-09). Source: docs/domain/reporting.md RP-13 */
export function monthTable(reports: readonly CountedReport[]): Pick<MonthView, "lines" | "total"> {
  const groups = Map.groupBy(reports, ({ area, service }) => JSON.stringify([area, service]));
  const lines = [...groups.values()].flatMap((group) =>
    group[0] ? [{ area: group[0].area, service: group[0].service, ...counted(group) }] : [],
  );
  return {
    lines: lines.toSorted((a, b) => a.area.localeCompare(b.area, "pl") || a.service.localeCompare(b.service)),
    total: counted(reports),
  };
}

/** Last day for feedback: 7 days for a statutory question (R-INF-01), else by urgency. Inclusive. Source: docs/domain/rules.md R-INF-01 */
export function feedbackDue(kind: string, urgency: SendReferral["urgency"], sentOn: PlainDate): PlainDate {
  if (kind === "STATUTORY") return informationAnswerDue(sentOn);
  if (urgency === "EMERGENCY_112") return sentOn;
  return urgency === "TODAY"
    ? addDays(sentOn, 1)
    : urgency === "3_DAYS"
      ? addDays(sentOn, 3)
      : informationAnswerDue(sentOn);
}

const healthSections: readonly string[] = medicalSections;

/** Whether a referral tells of somebody's health, by what it asks for or by what it shares. */
export function tellsHealth({ needs, sections }: { needs: readonly string[]; sections: readonly string[] }): boolean {
  return needs.some((one) => healthNeeds.includes(one)) || sections.some((one) => healthSections.includes(one));
}

/** What F-10 asks for and nobody has said; it never blocks. */
export function missingOfReferral({ kind, ground }: { kind: string; ground: string | null }): "ground"[] {
  return kind === "STATUTORY" && !ground ? ["ground"] : [];
}

export type SendingRefusal =
  | "referral.call_112_first"
  | "referral.health_basis_missing"
  | "referral.attachment_not_shared";

/**
 * Why a referral cannot be sent so; empty when it can. An emergency calls 112 first; what tells of health outside a duty of law
 * needs its basis; a file belongs to a section that is shared. Source: docs/domain/forms.md F-10
 */
export function refuseSending(referral: {
  kind: SendReferral["kind"] | "";
  urgency: SendReferral["urgency"] | "";
  called112: boolean;
  healthBasis: string | null;
  needs: readonly string[];
  sections: readonly string[];
  attachments: readonly { section: string }[];
}): SendingRefusal[] {
  const { kind, sections, urgency, called112, healthBasis, attachments } = referral;
  const refusals: (SendingRefusal | null)[] = [
    urgency === "EMERGENCY_112" && !called112 ? "referral.call_112_first" : null,
    kind !== "STATUTORY" && !healthBasis && tellsHealth(referral) ? "referral.health_basis_missing" : null,
    attachments.some(({ section }) => !sections.includes(section)) ? "referral.attachment_not_shared" : null,
  ];
  return refusals.filter((one) => one !== null);
}

export type StepFacts = { kind: string; decision: string | null };

/** Where a referral stands after its steps, oldest first. A receipt that is confirmed after the decision changes nothing. */
export function referralState(steps: readonly StepFacts[]): ReferralState {
  let state: ReferralState = "SENT";
  for (const { kind, decision } of steps) {
    if (kind === "WITHDRAWN" || kind === "CLOSED") return kind;
    if (kind === "RECEIVED") state = state === "SENT" ? "RECEIVED" : state;
    else if (kind === "DECIDED")
      state = (decision ?? state) as ReferralState; // decisions are states
    else if (kind === "OUTCOME") state = "ANSWERED";
    else state = kind as ReferralState; // APPEARED, NOT_APPEARED
  }
  return state;
}

/**
 * The same for who asks whether it may be sent elsewhere: whoever told that the service began has turned nothing down, also once the
 * sender closed it.
 */
export function letterState(steps: readonly (StepFacts & { outcome: string | null })[]): ReferralState {
  const state = referralState(steps);
  const answer = steps.findLast(({ kind }) => kind === "OUTCOME")?.outcome;
  return answer === "SERVICE_STARTED" && (state === "ANSWERED" || state === "CLOSED") ? "APPEARED" : state;
}

export type ActRefusal = "referral.over" | "referral.decided_already" | "referral.accept_first";

/**
 * Why an act is not possible where a referral stands, or null:
 * SENT → RECEIVED → ACCEPTED | WAITLIST | DECLINED | REDIRECTED → APPEARED | NOT_APPEARED → ANSWERED, CLOSED by the sender.
 * A decision may be changed until the person is accepted; whether somebody came is noted of who was accepted; an outcome may be told
 * at any time; after the end nothing. Source: docs/domain/forms.md F-10; docs/domain/rules.md R-JUR-05
 */
export function refuseAct(state: ReferralState, act: ReferralAct): ActRefusal | null {
  if (state === "CLOSED" || state === "WITHDRAWN") return "referral.over";
  const isAccepted = state === "ACCEPTED" || state === "APPEARED" || state === "NOT_APPEARED" || state === "ANSWERED";
  if (act === "decide" && isAccepted) return "referral.decided_already";
  return act === "note-appearance" && !isAccepted ? "referral.accept_first" : null;
}

/**
 * Why a receiver cannot decide so; empty when it can. Having no place, or somebody else being obliged, turns nobody down: the
 * person waits or is redirected to a receiver who confirmed. Source: docs/domain/rules.md R-JUR-05
 */
export function refuseDecision(
  state: ReferralState,
  facts: {
    decision: Decision;
    reason: DecisionReason | null;
    takenBy: string | null;
    confirmed: boolean;
    homeless: boolean;
    tied: boolean;
  },
): string[] {
  const { decision, reason, takenBy, confirmed, homeless, tied } = facts;
  const refusal = refuseAct(state, "decide");
  if (refusal) return [refusal];
  return [
    ...(decision === "DECLINED" && reason === null ? ["referral.reason_missing"] : []),
    ...(decision === "DECLINED" && reason === "OTHER_BODY_OBLIGED" ? ["referral.obliged_is_no_reason"] : []),
    ...(decision === "DECLINED" && reason === "NO_PLACE" && homeless ? ["referral.no_place_waits"] : []),
    ...(decision === "REDIRECTED" && (takenBy === null || !confirmed) ? ["referral.redirect_unconfirmed"] : []),
    ...(decision === "ACCEPTED" && !tied ? ["referral.tie_first"] : []),
  ];
}
