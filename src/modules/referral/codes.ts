import { needs, reportAnswers } from "../outreach/codes.ts";

/** Code lists of the room. */

/** Services that work with an account or a link. */
export const linkServices = [
  "CITY_GUARD",
  "POLICE",
  "RAILWAY_GUARD",
  "BORDER_GUARD",
  "HOSPITAL",
  "OTHER_SERVICE",
] as const;
/** Whose account or link reports; `RESIDENT`: the public page. */
export const services = [...linkServices, "RESIDENT"] as const;
export type Service = (typeof services)[number];

export const reportSubjects = ["PERSON", "PLACE"] as const;
export type ReportSubject = (typeof reportSubjects)[number];
export const reportUrgencies = ["EMERGENCY_112", "TODAY", "3_DAYS", "ROUTINE"] as const;
export type ReportUrgency = (typeof reportUrgencies)[number];
/** What the team found. */
export const reportOutcomes = reportAnswers;
export type ReportOutcome = (typeof reportOutcomes)[number];
/** What of it goes back to whoever reported: never needs or health. */
export const answerClasses = ["FOUND", "TALK_HELD", "ACCEPTED_BED", "REFUSED", "NOT_FOUND"] as const;
export type AnswerClass = (typeof answerClasses)[number];
/** Verdicts that keep a report from the street. */
export const discards = ["NOT_OURS", "REPEATED", "ABUSE"] as const;
export const verdicts = ["PASSED", ...discards] as const;
export const reportStates = ["AWAITS_VERDICT", "TURNED_DOWN", "WAITING", "ACCEPTED", "ANSWERED"] as const;
export type ReportState = (typeof reportStates)[number];

export const referralKinds = ["STATUTORY", "COOPERATIVE", "SELF"] as const;
export const referralUrgencies = ["EMERGENCY_112", "TODAY", "3_DAYS", "ROUTINE"] as const;
/** What a referral asks for. Source: docs/domain/forms.md, code list NEED; "none" asks for nothing */
export const askedNeeds = needs.filter((one) => one !== "NONE");
/** Asked once; what was asked under them is still read. */
const formerNeeds = ["BENEFITS", "SOCIAL_WORK", "PSYCHOLOGICAL_HELP", "ADDICTION_HELP", "OTHER"] as const;
export const referralNeeds = [...askedNeeds, ...formerNeeds] as const;
/** Needs that tell of somebody's health. */
export const healthNeeds: readonly string[] = [
  "PSYCHOLOGICAL",
  "DETOX",
  "MEDICAL",
  "PSYCHOLOGICAL_HELP",
  "ADDICTION_HELP",
];
/** The act of law or agreement that a referral rests on. Source: docs/domain/forms.md, code list LEGAL_BASIS */
export const grounds = [
  "SA_ART_48A",
  "SA_ART_49",
  "SA_ART_53",
  "SA_ART_108",
  "SE_ART_12",
  "SE_ART_16",
  "SE_ART_18",
  "SA_ART_105",
  "LABOUR_ACT",
  "COOPERATION_AGREEMENT",
  "OTHER",
] as const;
export type Ground = (typeof grounds)[number];
/** Letters of GDPR Art. 9(2): consent, social protection law, vital interests, care. Source: docs/domain/rules.md R-GDPR-01 */
export const healthBases = ["ART_9_2_A", "ART_9_2_B", "ART_9_2_C", "ART_9_2_H"] as const;
export type HealthBasis = (typeof healthBases)[number];
export const attachmentsAtMost = 5;
export const decisions = ["ACCEPTED", "DECLINED", "REDIRECTED", "WAITLIST"] as const;
export type Decision = (typeof decisions)[number];
export const decisionReasons = [
  "NO_PLACE",
  "NOT_OUR_SERVICE",
  "OTHER_BODY_OBLIGED",
  "MORE_FACTS_NEEDED",
  "PERSON_KNOWN_HERE",
  "OTHER",
] as const;
export type DecisionReason = (typeof decisionReasons)[number];
export const referralOutcomes = [
  "SERVICE_STARTED",
  "ASSESSED_NO_SERVICE",
  "REFUSED_BY_PERSON",
  "NOT_FOUND",
  "NO_PLACE",
  "REDIRECTED",
  "TAKEN_TO_HOSPITAL",
  "OTHER",
] as const;
export const referralStates = [
  "SENT",
  "RECEIVED",
  "WAITLIST",
  "ACCEPTED",
  "DECLINED",
  "REDIRECTED",
  "APPEARED",
  "NOT_APPEARED",
  "ANSWERED",
  "CLOSED",
  "WITHDRAWN",
] as const;
export type ReferralState = (typeof referralStates)[number];

/** What either side does with a referral. */
export const senderActs = ["close", "withdraw"] as const;
export const receiverActs = ["receive", "decide", "note-appearance", "note-outcome"] as const;
export const referralActs = [...senderActs, ...receiverActs] as const;
export type ReferralAct = (typeof referralActs)[number];

/** Residents' reports that one act turns down. */
export const discardedAtOnce = 100;
/** Reports that one partner's account sends within an hour. */
export const reportsPerHour = 30;
/** At most so long does a link for a shift work. */
export const longestLinkHours = 16;
/** Reports that one link may send. */
export const reportsPerLink = 50;
