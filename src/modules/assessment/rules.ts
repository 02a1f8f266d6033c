import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import {
  type AskedPart,
  type AssessmentKind,
  areasOfKind,
  askedAreas,
  askedParts,
  type Dependence,
  kindsWithRisk,
  kindsWithTalks,
  stepsByHand,
} from "./codes.ts";
import type { AssessmentContent, NotedContent } from "./contract.ts";
import type { WorkFacts } from "./history/contract.ts";

export { type FitnessState, mayWork } from "./fitness/rules.ts";

/**
 * Regular attendance: visits on at least `minVisits` different days of the last `withinDays` days, `today` included.
 * Source: docs/domain/rules.md R-S0-02; both numbers are parameters.
 */
export function isRegular(
  visits: readonly PlainDate[],
  today: PlainDate,
  { minVisits = 6, withinDays = 30 }: { minVisits?: number; withinDays?: number } = {},
): boolean {
  const from = addDays(today, 1 - withinDays);
  return new Set(visits.filter((visit) => visit >= from && visit <= today)).size >= minVisits;
}

export const SPECIALISTS = ["PSYCHOLOGICAL", "SOCIAL", "VOCATIONAL"] as const;
type Specialist = (typeof SPECIALISTS)[number];

export interface Recommendation {
  kind: Specialist;
  verdict: "POSITIVE" | "CONDITIONAL" | "NEGATIVE";
  /** Conditions of a conditional recommendation. */
  conditions: readonly { text: string; met: boolean }[];
}

export type AssessmentRefusal =
  | "assessment.conditions_missing"
  | "assessment.psychological_missing"
  | "assessment.social_missing"
  | "assessment.vocational_missing"
  | "assessment.psychological_negative"
  | "assessment.social_negative"
  | "assessment.vocational_negative"
  | "assessment.psychological_conditions_open"
  | "assessment.social_conditions_open"
  | "assessment.vocational_conditions_open"
  | "assessment.step_not_possible"
  | "assessment.step_reason_missing"
  | "assessment.path_closed";

const CODES: Record<Specialist, Record<"missing" | "negative" | "open", AssessmentRefusal>> = {
  PSYCHOLOGICAL: {
    missing: "assessment.psychological_missing",
    negative: "assessment.psychological_negative",
    open: "assessment.psychological_conditions_open",
  },
  SOCIAL: {
    missing: "assessment.social_missing",
    negative: "assessment.social_negative",
    open: "assessment.social_conditions_open",
  },
  VOCATIONAL: {
    missing: "assessment.vocational_missing",
    negative: "assessment.vocational_negative",
    open: "assessment.vocational_conditions_open",
  },
};

/** A conditional recommendation says at least one condition. Source: docs/domain/rules.md R-S0-03. */
export function refuseRecommendation(recommendation: Recommendation): AssessmentRefusal | null {
  const said = recommendation.conditions.filter(({ text }) => text.trim() !== "");
  return recommendation.verdict === "CONDITIONAL" && said.length === 0 ? "assessment.conditions_missing" : null;
}

/**
 * Why the gate to the advanced stage stays shut, one code for each specialist in the order of `SPECIALISTS`; empty = open.
 * Of several recommendations of one kind the last in the list counts. Source: docs/domain/rules.md R-S0-03.
 */
export function refuseGate(recommendations: readonly Recommendation[]): readonly AssessmentRefusal[] {
  const refusals: AssessmentRefusal[] = [];
  for (const kind of SPECIALISTS) {
    const last = recommendations.findLast((recommendation) => recommendation.kind === kind);
    if (!last) refusals.push(CODES[kind].missing);
    else if (last.verdict === "NEGATIVE") refusals.push(CODES[kind].negative);
    else if (last.verdict === "CONDITIONAL" && !(last.conditions.length > 0 && last.conditions.every(({ met }) => met)))
      refusals.push(CODES[kind].open);
  }
  return refusals;
}

/** What the gate says as one word: WAITING while a recommendation is missing or a condition is open. Source: docs/domain/rules.md R-S0-03. */
export function gateVerdict(recommendations: readonly Recommendation[]): "RECOMMENDED" | "NOT_RECOMMENDED" | "WAITING" {
  const refusals = refuseGate(recommendations);
  if (refusals.length === 0) return "RECOMMENDED";
  if (SPECIALISTS.some((kind) => refusals.includes(CODES[kind].missing))) return "WAITING";
  return SPECIALISTS.some((kind) => refusals.includes(CODES[kind].negative)) ? "NOT_RECOMMENDED" : "WAITING";
}

export const STAGES = [
  "OPEN_OFFER",
  "REGULAR",
  "UNDER_ASSESSMENT",
  "RECOMMENDED",
  "NOT_RECOMMENDED",
  "ANALYSIS",
  "PLANNED",
  "CONTRACTED",
  "ADVANCED",
  "PLACED",
  "FOLLOW_UP",
  "CLOSED",
] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_ACTS = [
  "attend_regularly",
  "attend_rarely",
  "start_assessment",
  "recommend",
  "not_recommend",
  "start_analysis",
  "finish_plan",
  "sign_contract",
  "start_advanced",
  "place",
  "start_follow_up",
  "close",
] as const;
export type StageAct = (typeof STAGE_ACTS)[number];

/**
 * OPEN_OFFER → REGULAR → UNDER_ASSESSMENT → RECOMMENDED → ANALYSIS → PLANNED → CONTRACTED → ADVANCED → PLACED →
 * FOLLOW_UP → CLOSED. From NOT_RECOMMENDED the person stays in the open offer and may be assessed again; every stage may
 * be closed, a closed path never opens again (a return starts a new one).
 */
const PATH: Record<Stage, Partial<Record<StageAct, Stage>>> = {
  OPEN_OFFER: { attend_regularly: "REGULAR", close: "CLOSED" },
  REGULAR: { attend_rarely: "OPEN_OFFER", start_assessment: "UNDER_ASSESSMENT", close: "CLOSED" },
  UNDER_ASSESSMENT: { recommend: "RECOMMENDED", not_recommend: "NOT_RECOMMENDED", close: "CLOSED" },
  NOT_RECOMMENDED: { start_assessment: "UNDER_ASSESSMENT", close: "CLOSED" },
  RECOMMENDED: { start_analysis: "ANALYSIS", close: "CLOSED" },
  ANALYSIS: { finish_plan: "PLANNED", close: "CLOSED" },
  PLANNED: { sign_contract: "CONTRACTED", close: "CLOSED" },
  CONTRACTED: { start_advanced: "ADVANCED", close: "CLOSED" },
  ADVANCED: { place: "PLACED", close: "CLOSED" },
  PLACED: { start_follow_up: "FOLLOW_UP", close: "CLOSED" },
  FOLLOW_UP: { close: "CLOSED" },
  CLOSED: {},
};

export type StageMove = { stage: Stage; refusal: null } | { stage: null; refusal: AssessmentRefusal };

/** The stage after an act, or why the act is not possible. Source: docs/domain/rules.md R-S0-06. */
export function moveStage(from: Stage, act: StageAct): StageMove {
  if (from === "CLOSED") return { stage: null, refusal: "assessment.path_closed" };
  const stage = PATH[from][act];
  return stage ? { stage, refusal: null } : { stage: null, refusal: "assessment.step_not_possible" };
}

/** Acts that take a person back on the path: they say why. Source: docs/domain/rules.md R-S0-06 */
const BACKWARDS: readonly StageAct[] = ["attend_rarely"];

/** Whether the act asks why. */
export function needsReason(act: StageAct): boolean {
  return BACKWARDS.includes(act);
}

/** Why a step cannot be taken without words, or null. Source: docs/domain/rules.md R-S0-06 */
export function refuseStepReason(act: StageAct, reason: string | null): AssessmentRefusal | null {
  return needsReason(act) && !reason?.trim() ? "assessment.step_reason_missing" : null;
}

/** The acts possible at a stage, in the order of the path. */
export function actsAt(stage: Stage): readonly StageAct[] {
  return STAGE_ACTS.filter((act) => PATH[stage][act]);
}

/** The steps that a person may take by hand at a stage; the others come with a decision, a plan, a contract, an employment. */
export function stepsAt(stage: Stage): readonly (typeof stepsByHand)[number][] {
  return stepsByHand.filter((act) => actsAt(stage).includes(act));
}

/** Before the gate, and after a negative one, the person stays in the open offer. Source: docs/domain/rules.md R-S0-06. */
export function isInOpenOffer(stage: Stage): boolean {
  return stage === "OPEN_OFFER" || stage === "REGULAR" || stage === "UNDER_ASSESSMENT" || stage === "NOT_RECOMMENDED";
}

/** What the work history holds; null where the reader does not open it. */
type Entered = Pick<WorkFacts, "periods" | "qualifications"> | null;

/** Whether a part of F-22 or F-23 has an entry of its own, so that no answer is needed instead. */
export function isEntered(
  part: AskedPart,
  content: Pick<NotedContent, "social" | "vocational">,
  work: Entered,
): boolean {
  const { social, vocational } = content;
  switch (part) {
    case "jurisdictionCommune":
    case "benefits":
      return Boolean(social?.[part].trim());
    case "enforcement":
      return Boolean(social?.enforcement.length);
    case "periods":
    case "qualifications":
      return Boolean(work?.[part]);
    case "skills":
    case "barriers":
      return Boolean(vocational?.[part].length);
    case "fitness":
      return Boolean(vocational?.fitness);
  }
}

/** A medical check is asked for before a workshop alone; of a history that is closed nothing is known. */
function isAsked(part: AskedPart, { proposedSupport }: NotedContent, work: Entered): boolean {
  if (part === "fitness") return proposedSupport.includes("WORKSHOP_VOCATIONAL");
  return work !== null || (part !== "periods" && part !== "qualifications");
}

/**
 * What the form asks for and nobody has written yet, as codes in the order of the form; it never blocks a save. Reason, meetings,
 * methods and strengths are F-21's. "None", "not known" and "does not want to say" are answers.
 * Source: docs/domain/forms.md F-21, F-22, F-23 and its conventions.
 */
export function missingParts(
  kind: AssessmentKind,
  content: NotedContent,
  conclusion: string | null,
  recommended: boolean,
  work: Entered = null,
): readonly string[] {
  const missing: string[] = [];
  const talks = kindsWithTalks.includes(kind);
  if (talks && !content.reason.trim()) missing.push("reason");
  if (talks && content.meetings.length === 0) missing.push("meetings");
  if (talks && !content.methods.trim() && content.methodsUsed.length === 0) missing.push("methods");
  if (content.areas.some(({ notAssessed, note }) => notAssessed && !note.trim())) missing.push("area.whyNot");
  for (const area of askedAreas[kind]) {
    const said = content.areas.find((one) => one.area === area);
    if (!said || (said.level === null && !said.notAssessed && said.note.trim() === "")) missing.push(`area.${area}`);
  }
  if (kindsWithRisk.includes(kind) && content.riskSuicide === null) missing.push("riskSuicide");
  if (kindsWithRisk.includes(kind) && content.riskViolence === null) missing.push("riskViolence");
  if (needsRiskAction(content) && !content.riskAction.trim()) missing.push("riskAction");
  for (const part of askedParts[kind])
    if (
      !isEntered(part, content, work) &&
      isAsked(part, content, work) &&
      !content.answers.some(({ about }) => about === part)
    )
      missing.push(part);
  if (kind === "ADDICTION" && !content.therapist?.dependences.length) missing.push("dependences");
  if (content.therapist?.dependences.some((one) => one.kind !== "NONE_DECLARED" && one.phase === null))
    missing.push("dependencePhase");
  if (talks && !content.strengths.trim()) missing.push("strengths");
  if (!conclusion?.trim()) missing.push("conclusion");
  if (!recommended) missing.push("recommendation");
  return [...new Set(missing)];
}

/** A risk above low needs a word on what is done about it. Source: docs/domain/forms.md F-21. */
export function needsRiskAction({
  riskSuicide,
  riskViolence,
}: Pick<AssessmentContent, "riskSuicide" | "riskViolence">): boolean {
  return [riskSuicide, riskViolence].some((risk) => risk === "MEDIUM" || risk === "HIGH");
}

/**
 * Whether the initial conversations took as long as they should; nothing is said before the first meeting. Only the psychologist's
 * are counted. Both hours are inclusive, parameters RECRUITMENT_TALK_MIN and RECRUITMENT_TALK_MAX.
 * Source: docs/domain/forms.md F-21; docs/domain/rules.md R-REC-03.
 */
export function warnTalkHours(
  kind: AssessmentKind,
  meetings: readonly { minutes: number }[],
  { least, most }: { least: number; most: number },
): "assessment.talk_too_short" | "assessment.talk_too_long" | null {
  if (kind !== "PSYCHOLOGICAL" || meetings.length === 0) return null;
  const minutes = minutesOf(meetings);
  if (minutes < least * 60) return "assessment.talk_too_short";
  return minutes > most * 60 ? "assessment.talk_too_long" : null;
}

export function minutesOf(meetings: readonly { minutes: number }[]): number {
  return meetings.reduce((sum, meeting) => sum + meeting.minutes, 0);
}

/**
 * Whether a risk is high now that was not when the record was last saved: then the leader is called, again if need be.
 * `before`: null for the first save. Source: docs/domain/forms.md F-21
 */
export function risesToHigh(before: Risks | null, now: Risks): boolean {
  return (["riskSuicide", "riskViolence"] as const).some((risk) => now[risk] === "HIGH" && before?.[risk] !== "HIGH");
}
type Risks = Pick<AssessmentContent, "riskSuicide" | "riskViolence">;

/** Why what somebody depends on cannot stand as written, or null. Source: docs/domain/forms.md, code list ADDICTION */
export function refuseDependences(
  said: readonly { kind: Dependence }[],
): "assessment.dependence_twice" | "assessment.none_with_others" | null {
  const kinds = said.map(({ kind }) => kind);
  if (new Set(kinds).size < kinds.length) return "assessment.dependence_twice";
  return kinds.length > 1 && kinds.includes("NONE_DECLARED") ? "assessment.none_with_others" : null;
}

/** Whether every area belongs to the form of this kind, each once, and no part is another form's. */
export function areasFit(
  kind: AssessmentKind,
  content: Pick<NotedContent, "areas"> & Partial<Pick<NotedContent, "answers" | "social" | "vocational" | "therapist">>,
): boolean {
  const known: readonly string[] = areasOfKind[kind];
  const asked: readonly string[] = askedParts[kind];
  return (
    (kind === "SOCIAL" || !content.social) &&
    (kind === "VOCATIONAL" || !content.vocational) &&
    (kind === "ADDICTION" || !content.therapist) &&
    content.areas.every(({ area }) => known.includes(area)) &&
    (content.answers ?? []).every(({ about }) => asked.includes(about)) &&
    new Set(content.areas.map(({ area }) => area)).size === content.areas.length
  );
}

/** The stages that lie ahead on the straight way, nearest first; nothing once it is closed. Source: docs/domain/rules.md R-S0-06. */
export function stagesAhead(stage: string): readonly Stage[] {
  const straight = STAGES.filter((each) => each !== "NOT_RECOMMENDED");
  // who was not recommended may be assessed again
  const from = stage === "NOT_RECOMMENDED" ? "REGULAR" : stage;
  const place = straight.findIndex((each) => each === from);
  return place < 0 ? [] : straight.slice(place + 1);
}
