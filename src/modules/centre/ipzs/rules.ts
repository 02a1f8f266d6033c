import {
  addDays,
  daysBetween,
  deadlineAfterMonths,
  type PlainDate,
  periodEnd,
} from "../../../platform/time/plainDate.ts";
import type { EntryState } from "../entry/codes.ts";
import { endsWithComplaint, type IpzsEnd } from "./codes.ts";

/** Figures of the law as they hold on a day; months, hours a week, whole days. Source: docs/domain/rules.md R-CIS-06, 07, 09, 10, 11. */
export type IpzsLimits = {
  trialMonths: number;
  participationMonths: number;
  extensionMonths: number;
  weekMin: number;
  weekMax: number;
  weekMaxDisability: number;
  dayMaxDisability: number;
  daysOff: number;
  daysOffPerYear: number;
  /** Rounding of days off is not regulated: up to a full day, else down to one. */
  daysOffRoundUp: boolean;
  afterJobMonths: number;
  graduateMonths: number;
  graduateStatusMonths: number;
};

/** The figures as sentences take them. */
export function figuresOf(limits: IpzsLimits): Readonly<Record<keyof IpzsLimits, number>> {
  return { ...limits, daysOffRoundUp: limits.daysOffRoundUp ? 1 : 0 };
}

export const IPZS_STATES = [
  "DRAFT",
  "AGREED",
  "SIGNED",
  "TRIAL",
  "PARTICIPATION",
  "EXTENDED",
  "AFTER_JOB",
  "ENDED",
  "WITHDRAWN",
] as const;
export type IpzsState = (typeof IPZS_STATES)[number];

export const IPZS_ACTS = [
  "change",
  "agree",
  "redraft",
  "sign",
  "withdraw",
  "admit",
  "amend",
  "qualify",
  "disqualify",
  "ask-extension",
  "extend",
  "refuse-extension",
  "ask-days-off",
  "answer-day-off",
  "record-job",
  "provide",
  "resign",
  "end",
  "certify",
] as const;
export type IpzsAct = (typeof IPZS_ACTS)[number];

/** Whose act it is: the social worker's who prepares, the manager's who decides, or either's. Source: docs/domain/rules.md R-CIS-03, 04, 06, 09, 11 */
export const actVerbs = {
  change: "ipzs.write",
  agree: "ipzs.write",
  redraft: "ipzs.write",
  sign: "ipzs.write",
  withdraw: "ipzs.write",
  amend: "ipzs.write",
  "ask-extension": "ipzs.write",
  admit: "ipzs.decide",
  qualify: "ipzs.decide",
  disqualify: "ipzs.decide",
  extend: "ipzs.decide",
  "refuse-extension": "ipzs.decide",
  "answer-day-off": "ipzs.decide",
  "record-job": "ipzs.decide",
  end: "ipzs.decide",
  certify: "ipzs.decide",
  "ask-days-off": "ipzs.record",
  provide: "ipzs.record",
  resign: "ipzs.record",
} as const satisfies Record<IpzsAct, "ipzs.write" | "ipzs.decide" | "ipzs.record">;

/**
 * DRAFT → AGREED with the manager of the OPS → SIGNED by the participant → TRIAL (admitted) → PARTICIPATION → EXTENDED;
 * after a job was taken it may go on as AFTER_JOB; every running one ends in ENDED. What was not admitted yet goes back to a draft or
 * is WITHDRAWN. An act that leads to its own state leaves the programme where it is.
 */
const asParticipation = (state: "PARTICIPATION" | "EXTENDED"): Partial<Record<IpzsAct, IpzsState>> => ({
  amend: state,
  provide: state,
  "ask-extension": state,
  extend: "EXTENDED",
  "refuse-extension": state,
  "ask-days-off": state,
  "answer-day-off": state,
  "record-job": "AFTER_JOB",
  resign: "ENDED",
  end: "ENDED",
});
const PATH: Record<IpzsState, Partial<Record<IpzsAct, IpzsState>>> = {
  DRAFT: { change: "DRAFT", agree: "AGREED", withdraw: "WITHDRAWN" },
  AGREED: { redraft: "DRAFT", sign: "SIGNED", withdraw: "WITHDRAWN" },
  SIGNED: { redraft: "DRAFT", admit: "TRIAL", withdraw: "WITHDRAWN" },
  TRIAL: {
    amend: "TRIAL",
    provide: "TRIAL",
    qualify: "PARTICIPATION",
    disqualify: "ENDED",
    resign: "ENDED",
    end: "ENDED",
  },
  PARTICIPATION: asParticipation("PARTICIPATION"),
  EXTENDED: asParticipation("EXTENDED"),
  AFTER_JOB: { amend: "AFTER_JOB", provide: "AFTER_JOB", resign: "ENDED", end: "ENDED" },
  ENDED: { certify: "ENDED" },
  WITHDRAWN: {},
};

/** Where an act leads, or why it cannot be done in this state. Source: docs/domain/rules.md R-CIS-03, 06, 09, 11 */
export function moveIpzs(
  state: IpzsState,
  act: IpzsAct,
): { state: IpzsState; refusal: null } | { state: null; refusal: string } {
  const next = PATH[state][act];
  if (next) return { state: next, refusal: null };
  if (act === "admit" && (state === "DRAFT" || state === "AGREED"))
    return { state: null, refusal: "ipzs.signed_before_admission" };
  if ((act === "ask-days-off" || act === "answer-day-off") && state === "TRIAL")
    return { state: null, refusal: "ipzs.day_off_in_trial" };
  return { state: null, refusal: isOver(state) ? "ipzs.over" : "ipzs.step_not_possible" };
}

export const isOver = (state: IpzsState): boolean => state === "ENDED" || state === "WITHDRAWN";
/** Admitted and not ended. */
export const isRunning = (state: IpzsState): boolean =>
  state === "TRIAL" || state === "PARTICIPATION" || state === "EXTENDED" || state === "AFTER_JOB";

/** How long the trial and the participation after it last. */
export type IpzsLengths = Pick<IpzsLimits, "trialMonths" | "participationMonths">;

/** Last day of the trial, inclusive. Source: docs/domain/rules.md R-CIS-06 */
export const trialEnd = (trialFrom: PlainDate, limits: Pick<IpzsLimits, "trialMonths">): PlainDate =>
  periodEnd(trialFrom, limits.trialMonths);

/** Last day until which participation may be written, the trial counted in. Source: docs/domain/rules.md R-CIS-06 */
export const participationMax = (trialFrom: PlainDate, limits: IpzsLengths): PlainDate =>
  periodEnd(trialFrom, limits.trialMonths + limits.participationMonths);

/** Last day after an extension by so many months; 0: not extended. Source: docs/domain/rules.md R-CIS-06 */
export const extendedTo = (participationTo: PlainDate, months: number): PlainDate =>
  months === 0 ? participationTo : periodEnd(addDays(participationTo, 1), months);

/** The days of a programme as they stand; `end` null while no trial day is known. */
export type IpzsDays = {
  trialFrom: PlainDate;
  trialTo: PlainDate;
  participationTo: PlainDate;
  /** Last day, with extensions, and no later than the programme lasts after a job. */
  lastDay: PlainDate;
};

export function daysOf(
  programme: {
    trialFrom: PlainDate;
    participationTo: PlainDate | null;
    extendedMonths: number;
    job: { until: PlainDate } | null;
  },
  limits: IpzsLengths,
): IpzsDays {
  const participationTo = programme.participationTo ?? participationMax(programme.trialFrom, limits);
  return {
    trialFrom: programme.trialFrom,
    trialTo: trialEnd(programme.trialFrom, limits),
    participationTo,
    lastDay: programme.job?.until ?? extendedTo(participationTo, programme.extendedMonths),
  };
}

/** Why the participation cannot last until such a day. Source: docs/domain/rules.md R-CIS-06 */
export function refuseParticipation(
  trialFrom: PlainDate | null,
  participationTo: PlainDate | null,
  limits: IpzsLengths,
): string | null {
  if (trialFrom === null || participationTo === null) return null;
  if (participationTo <= trialEnd(trialFrom, limits)) return "ipzs.participation_within_trial";
  return participationTo > participationMax(trialFrom, limits) ? "ipzs.participation_too_long" : null;
}

/**
 * Why a weekly stay of so many hours cannot be. `capped`: a severe or moderate degree of disability, for which the working-time
 * cap of the Rehabilitation Act holds. Source: docs/domain/rules.md R-CIS-07
 */
export function refuseWeeklyHours(
  hours: number,
  capped: boolean,
  limits: Pick<IpzsLimits, "weekMin" | "weekMax" | "weekMaxDisability">,
): string | null {
  if (hours < limits.weekMin) return "ipzs.week_too_short";
  if (capped && hours > limits.weekMaxDisability) return "ipzs.week_too_long_disability";
  return hours > limits.weekMax ? "ipzs.week_too_long" : null;
}

/** Why so many hours on one day cannot be; the cap holds for a severe or moderate degree of disability alone. Source: docs/domain/rules.md R-CIS-07 */
export function refuseDailyHours(
  hours: number,
  capped: boolean,
  limits: Pick<IpzsLimits, "dayMaxDisability">,
): string | null {
  return capped && hours > limits.dayMaxDisability ? "ipzs.day_too_long_disability" : null;
}

/** What has to stand in a programme before it is agreed and signed. */
export type IpzsSubstance = {
  socialScope: readonly { form: string }[];
  vocationalScope: readonly { name: string }[];
  responsible: readonly { name: string; area: string }[];
  trialFrom: PlainDate | null;
  participationTo: PlainDate | null;
  weeklyHours: number | null;
  dailyHours: number | null;
  capped: boolean;
  obligations: string;
  benefitApplied: boolean;
  benefitAppliedOn: PlainDate | null;
};

/**
 * What is missing, in the order of the form; empty = it can be agreed. The statutory minimum is the scope and forms of both
 * reintegrations and the persons responsible. Source: docs/domain/rules.md R-CIS-04; docs/domain/forms.md F-29
 */
export function refuseSubstance(it: IpzsSubstance, limits: IpzsLimits): readonly string[] {
  const said = (text: string) => text.trim() !== "";
  return [
    it.socialScope.some(({ form }) => said(form)) ? null : "ipzs.social_scope_missing",
    it.vocationalScope.some(({ name }) => said(name)) ? null : "ipzs.vocational_scope_missing",
    it.responsible.some(({ name, area }) => said(name) && said(area)) ? null : "ipzs.responsible_missing",
    it.trialFrom === null ? "ipzs.trial_missing" : null,
    refuseParticipation(it.trialFrom, it.participationTo, limits),
    it.weeklyHours === null ? "ipzs.hours_missing" : refuseWeeklyHours(it.weeklyHours, it.capped, limits),
    it.capped && it.dailyHours === null ? "ipzs.day_hours_missing" : null,
    it.dailyHours === null ? null : refuseDailyHours(it.dailyHours, it.capped, limits),
    said(it.obligations) ? null : "ipzs.obligations_missing",
    it.benefitApplied && it.benefitAppliedOn === null ? "ipzs.benefit_day_missing" : null,
  ].filter((code) => code !== null);
}

/** Why the person cannot be admitted on such a day. Source: docs/domain/rules.md R-CIS-03: signed before admission */
export function refuseAdmission(
  days: { trialFrom: PlainDate; signedOn: PlainDate; admittedOn: PlainDate },
  today: PlainDate,
): string | null {
  if (days.admittedOn > today) return "ipzs.day_in_future";
  if (days.admittedOn < days.signedOn) return "ipzs.signed_before_admission";
  return days.trialFrom < days.admittedOn ? "ipzs.trial_before_admission" : null;
}

/** The way by which the person comes, as the admission asks for it. `onPaper`: the OPS agrees on paper, which is noted here. */
export type WayIn = { state: EntryState; onPaper: boolean; opsAgreedOn: PlainDate | null };

/**
 * Why the way in does not lead to an admission yet: application, opinion, referral, signed programme, agreement of the OPS manager.
 * A referral on paper takes the signature and the agreement from the programme itself. Source: docs/domain/rules.md R-CIS-03
 */
export function refuseWayIn(wayIn: WayIn | null): string | null {
  switch (wayIn?.state) {
    case "APPLIED":
    case "OPINED":
      return "entry.not_referred";
    case "REFERRED":
      if (!wayIn.onPaper) return "entry.programme_not_signed";
      return wayIn.opsAgreedOn === null ? "entry.ops_agreement_missing" : null;
    case "SIGNED":
      return wayIn.onPaper && wayIn.opsAgreedOn !== null ? null : "entry.ops_agreement_missing";
    case "AGREED":
    case "ADMITTED":
      return null;
    default:
      return "ipzs.no_way_in";
  }
}

/** Why the decision after the trial cannot be of such a day. Source: docs/domain/rules.md R-CIS-06 */
export function refuseTrialDecision(
  decision: { decidedOn: PlainDate; reason: string },
  days: Pick<IpzsDays, "trialFrom">,
  today: PlainDate,
): string | null {
  if (decision.decidedOn > today) return "ipzs.day_in_future";
  if (decision.decidedOn < days.trialFrom) return "ipzs.before_trial";
  return decision.reason.trim() === "" ? "ipzs.reason_missing" : null;
}

/**
 * Why a programme cannot be extended by so many months more. `extended`: months by which it was extended before.
 * Source: docs/domain/rules.md R-CIS-06: up to 12 months in all
 */
export function refuseExtension(
  { months, extended, decidedOn }: { months: number; extended: number; decidedOn: PlainDate },
  days: Pick<IpzsDays, "lastDay">,
  limits: Pick<IpzsLimits, "extensionMonths">,
): string | null {
  if (months < 1 || months + extended > limits.extensionMonths) return "ipzs.extension_too_long";
  return decidedOn > days.lastDay ? "ipzs.extension_after_end" : null;
}

/** Why a programme cannot go on after a job until such a day. Source: docs/domain/rules.md R-CIS-09 */
export function refuseAfterJob(
  job: { takenOn: PlainDate; until: PlainDate },
  days: Pick<IpzsDays, "trialFrom">,
  limits: Pick<IpzsLimits, "afterJobMonths">,
  today: PlainDate,
): string | null {
  if (job.takenOn > today) return "ipzs.day_in_future";
  if (job.takenOn < days.trialFrom) return "ipzs.before_trial";
  if (job.until < job.takenOn) return "ipzs.job_ends_before_start";
  return job.until > periodEnd(job.takenOn, limits.afterJobMonths) ? "ipzs.after_job_too_long" : null;
}

/** Why a programme cannot end so. Source: docs/domain/rules.md R-CIS-09 */
export function refuseEnding(
  ending: { reason: IpzsEnd; endedOn: PlainDate; words: string },
  days: Pick<IpzsDays, "trialFrom" | "lastDay">,
  today: PlainDate,
): string | null {
  if (ending.endedOn > today) return "ipzs.day_in_future";
  if (ending.endedOn < days.trialFrom) return "ipzs.before_trial";
  if (ending.endedOn > days.lastDay) return "ipzs.ends_after_last_day";
  if (ending.reason === "COMPLETED_PERIOD" && ending.endedOn < days.lastDay) return "ipzs.period_not_over";
  if (endsWithComplaint.includes(ending.reason) && ending.words.trim() === "") return "ipzs.facts_missing";
  return null;
}

/** Days off in all: those of the participation and, when extended, a share of those of a year. Source: docs/domain/rules.md R-CIS-11 */
export function daysOffEntitled(
  extensionMonths: number,
  limits: Pick<IpzsLimits, "daysOff" | "daysOffPerYear" | "daysOffRoundUp">,
): number {
  // whole twelfths, so that nothing is lost before the rounding
  const twelfths = limits.daysOffPerYear * extensionMonths;
  return limits.daysOff + (limits.daysOffRoundUp ? Math.ceil(twelfths / 12) : Math.floor(twelfths / 12));
}

/** Why somebody cannot ask for, or be given, a day off. `taken`: days granted, and where it is asked for, those still asked. Source: docs/domain/rules.md R-CIS-11 */
export function refuseDayOff(
  { day, taken, entitled }: { day: PlainDate; taken: readonly PlainDate[]; entitled: number },
  days: Pick<IpzsDays, "trialFrom" | "trialTo" | "lastDay">,
): string | null {
  if (day <= days.trialTo) return "ipzs.day_off_in_trial";
  if (day > days.lastDay) return "ipzs.day_off_after_end";
  if (taken.includes(day)) return "ipzs.day_off_twice";
  return taken.length >= entitled ? "ipzs.days_off_used" : null;
}

/**
 * Until when somebody is a graduate of the CIS, inclusive; null: not one. Days of participation are inclusive.
 * Source: docs/domain/rules.md R-CIS-10
 */
export function graduateUntil(
  { from, to, certificate }: { from: PlainDate; to: PlainDate; certificate: boolean },
  limits: Pick<IpzsLimits, "graduateMonths" | "graduateStatusMonths">,
): PlainDate | null {
  if (!certificate || to < periodEnd(from, limits.graduateMonths)) return null;
  return deadlineAfterMonths(to, limits.graduateStatusMonths);
}

/** How many days before the trial and before the last day somebody is told; parameters. */
export type IpzsNotices = { trialNotice: number; endNotice: number };

export const dueKinds = ["admit", "trial", "end"] as const;
/** `on`: null where no day is set. */
export type IpzsDue = { what: (typeof dueKinds)[number]; on: PlainDate | null };

/** What of a programme waits for somebody: the nearest day of it, and which. Null: nothing is near. */
export function dueOf(
  programme: { state: IpzsState; trialTo: PlainDate | null; lastDay: PlainDate | null },
  { trialNotice, endNotice }: IpzsNotices,
  today: PlainDate,
): IpzsDue | null {
  const { state, trialTo, lastDay } = programme;
  if (state === "SIGNED") return { what: "admit", on: null };
  if (state === "TRIAL" && trialTo !== null && daysBetween(today, trialTo) <= trialNotice)
    return { what: "trial", on: trialTo };
  const ends = state === "PARTICIPATION" || state === "EXTENDED" || state === "AFTER_JOB";
  if (ends && lastDay !== null && daysBetween(today, lastDay) <= endNotice) return { what: "end", on: lastDay };
  return null;
}
