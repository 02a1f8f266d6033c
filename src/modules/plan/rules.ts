import { addDays, deadlineAfterMonths, type PlainDate, periodEnd } from "../../platform/time/plainDate.ts";
import type { spheres } from "../assessment/codes.ts";

export type PlanRefusal =
  | "plan.end_missing"
  | "plan.ends_before_start"
  | "plan.goal_text_missing"
  | "plan.housing_or_family_goal_missing"
  | "plan.work_goal_missing"
  | "plan.tasks_missing"
  | "plan.task_without_due_date"
  | "plan.responsible_bodies_missing"
  | "plan.person_not_in_shelter"
  | "plan.person_must_agree"
  | "plan.reason_missing"
  | "plan.prolongation_not_later"
  | "plan.end_has_passed"
  | "plan.review_in_future"
  | "plan.review_before_start"
  | "plan.next_review_not_later"
  | "plan.next_review_after_end"
  | "plan.approval_needed"
  | "plan.approval_not_needed"
  | "plan.step_not_possible"
  | "plan.closed"
  | "plan.description_fixed"
  | "plan.change_needs_approval"
  | "plan.change_approval_not_needed"
  | "plan.change_waits"
  | "plan.not_open_for_changes";

type PlanKind = "IPWB" | "PREVENTION";
type PlanSphere = (typeof spheres)[number];

export interface PlanBasis {
  kind: PlanKind;
  preparedBy: "OPS" | "SHELTER";
  beyondShelterMeans: boolean;
  healthInsuranceNeeded: boolean;
}

/**
 * Whether the OPS manager must approve, and whether the body responsible for each provision must be named. A prevention
 * programme has no statutory effects. Source: docs/domain/rules.md R-IPWB-01, R-IPWB-03, R-IPWB-08.
 */
export function approvalNeeded(plan: PlanBasis): { approval: boolean; responsibleBodies: boolean } {
  if (plan.kind === "PREVENTION") return { approval: false, responsibleBodies: false };
  const beyond = plan.preparedBy === "SHELTER" && (plan.beyondShelterMeans || plan.healthInsuranceNeeded);
  return { approval: plan.preparedBy === "OPS" || beyond, responsibleBodies: beyond };
}

export interface PlanContent extends PlanBasis {
  startOn: PlainDate;
  endOn: PlainDate | null;
  goals: readonly { sphere: PlanSphere; text: string }[];
  /** Why there is no housing or family goal, or no work goal. */
  noHousingGoalReason: string | null;
  noWorkGoalReason: string | null;
  tasks: readonly { what: string; dueOn: PlainDate | null }[];
  supportMeans: readonly string[];
  provisions: readonly { provision: string; body: string }[];
  /** Whether the person stays today in a shelter of the unit whose worker prepares the plan. */
  inPreparersShelter: boolean;
}

/**
 * The goals that are missing: at least one of housing or family and one of work, unless a reason is written.
 * Source: docs/domain/forms.md F-25.
 */
export function missingGoals(
  plan: Pick<PlanContent, "goals" | "noHousingGoalReason" | "noWorkGoalReason">,
): readonly PlanRefusal[] {
  const refusals: PlanRefusal[] = [];
  const has = (...spheres: PlanSphere[]): boolean =>
    plan.goals.some(({ sphere, text }) => spheres.includes(sphere) && text.trim() !== "");
  if (plan.goals.some(({ text }) => text.trim() === "")) refusals.push("plan.goal_text_missing");
  if (!has("HOUSING", "FAMILY") && !plan.noHousingGoalReason?.trim())
    refusals.push("plan.housing_or_family_goal_missing");
  if (!has("VOCATIONAL") && !plan.noWorkGoalReason?.trim()) refusals.push("plan.work_goal_missing");
  return refusals;
}

/** Why the plan cannot be agreed with the person, in the order of the form; empty = it can. Source: docs/domain/forms.md F-25. */
export function refuseAgreement(plan: PlanContent): readonly PlanRefusal[] {
  const refusals: PlanRefusal[] = [];
  if (plan.endOn === null) refusals.push("plan.end_missing");
  else if (plan.endOn < plan.startOn) refusals.push("plan.ends_before_start");
  refusals.push(...missingGoals(plan));
  if (plan.tasks.length === 0) refusals.push("plan.tasks_missing");
  if (plan.tasks.some(({ dueOn }) => dueOn === null)) refusals.push("plan.task_without_due_date");
  if (approvalNeeded(plan).responsibleBodies && provisionsWithoutBody(plan).length > 0)
    refusals.push("plan.responsible_bodies_missing");
  if (plan.preparedBy === "SHELTER" && !plan.inPreparersShelter) refusals.push("plan.person_not_in_shelter");
  return refusals;
}

/** Who carries the plan out: the name with the word for its side, or that word alone. Source: docs/domain/forms.md F-25 */
export const implementerOf = ({ implementerName }: { implementerName?: string }, side: string): string =>
  implementerName?.trim() ? `${implementerName.trim()} (${side})` : side;

/** What the form asks for and is not written yet; it blocks nothing. Source: docs/domain/forms.md F-25. */
export function missingWords(
  plan: { implementerName?: string; situation: string; commitments: string; supportMeans: readonly string[] },
  goals: readonly { measure: string; dueOn: PlainDate | null }[],
): readonly MissingWord[] {
  return [
    ...(plan.implementerName?.trim() ? [] : ["plan.implementer_missing" as const]),
    ...(plan.situation.trim() === "" ? ["plan.situation_missing" as const] : []),
    ...(plan.supportMeans.length === 0 ? ["plan.means_missing" as const] : []),
    ...(plan.commitments.trim() === "" ? ["plan.commitments_missing" as const] : []),
    ...(goals.some(({ measure }) => measure.trim() === "") ? ["plan.goal_measure_missing" as const] : []),
    ...(goals.some(({ dueOn }) => dueOn === null) ? ["plan.goal_due_missing" as const] : []),
  ];
}
export type MissingWord =
  `plan.${"implementer" | "situation" | "means" | "commitments" | "goal_measure" | "goal_due"}_missing`;

/**
 * The OPS pays the insurance of somebody in an exit programme while it runs; a prevention programme has no such effect.
 * Source: docs/domain/rules.md R-IPWB-05, R-IPWB-08
 */
export const paysInsurance = (plan: Pick<PlanContent, "kind" | "healthInsuranceNeeded">): boolean =>
  plan.kind === "IPWB" && plan.healthInsuranceNeeded;

/**
 * Provisions for which nobody is named yet: the insurance when it is needed, and each means of support; `OTHER` when there is
 * nothing else to name a body for. Empty = the list is whole. Source: docs/domain/rules.md R-IPWB-03
 */
export function provisionsWithoutBody(
  plan: Pick<PlanContent, "healthInsuranceNeeded" | "supportMeans" | "provisions">,
): readonly string[] {
  const wanted = [...(plan.healthInsuranceNeeded ? ["HEALTH_INSURANCE"] : []), ...plan.supportMeans];
  const named = new Set(plan.provisions.filter(({ body }) => body.trim() !== "").map(({ provision }) => provision));
  if (wanted.length === 0) return named.size > 0 ? [] : ["OTHER"];
  return wanted.filter((provision) => !named.has(provision));
}

export const PLAN_STATES = [
  "DRAFT",
  "AGREED",
  "APPROVED",
  "ACTIVE",
  "COMPLETED",
  "INTERRUPTED",
  "TRANSFERRED",
] as const;
export type PlanState = (typeof PLAN_STATES)[number];
/** A programme that was agreed and whose beginning a manager has to approve. Source: docs/domain/rules.md R-IPWB-03 */
export function waitsForApproval(plan: { state: PlanState; approvalNeeded: boolean }): boolean {
  return plan.state === "AGREED" && plan.approvalNeeded;
}

/** It waits for the manager: to begin, or for a change of it. Source: docs/domain/rules.md R-IPWB-01, R-IPWB-03 */
export const waitsForManager = (plan: Parameters<typeof waitsForApproval>[0] & { changeWaits: boolean }): boolean =>
  waitsForApproval(plan) || (plan.state === "ACTIVE" && plan.changeWaits);

export const PLAN_ACTS = [
  "agree",
  "redraft",
  "approve",
  "activate",
  "review",
  "complete",
  "interrupt",
  "transfer",
  "return",
  "prolong",
  "reopen",
] as const;
export type PlanAct = (typeof PLAN_ACTS)[number];

/** Acts of the manager who approves; all others are the writer's. Source: docs/domain/rules.md R-IPWB-01 */
export const managerActs: readonly PlanAct[] = ["approve", "return"];

/**
 * DRAFT → AGREED → APPROVED (where required) → ACTIVE → COMPLETED | INTERRUPTED | TRANSFERRED. A review or a later last day
 * is an event of an active plan that leaves it active; an agreed plan may go back to draft as long as nobody approved it,
 * by its writer or returned by the manager. One that ended and was not transferred opens again: running when it has ever
 * run, else as a draft.
 */
const PATH: Record<PlanState, Partial<Record<PlanAct, PlanState>>> = {
  DRAFT: { agree: "AGREED" },
  AGREED: { redraft: "DRAFT", return: "DRAFT", approve: "APPROVED", activate: "ACTIVE", interrupt: "INTERRUPTED" },
  APPROVED: { activate: "ACTIVE", interrupt: "INTERRUPTED", transfer: "TRANSFERRED" },
  ACTIVE: {
    review: "ACTIVE",
    prolong: "ACTIVE",
    complete: "COMPLETED",
    interrupt: "INTERRUPTED",
    transfer: "TRANSFERRED",
  },
  COMPLETED: { reopen: "ACTIVE" },
  INTERRUPTED: { reopen: "ACTIVE" },
  TRANSFERRED: {},
};

export type PlanMove = { state: PlanState; refusal: null } | { state: null; refusal: PlanRefusal };

/**
 * The state after an act, or why the act is not possible. `hasRun`: it was active at least once.
 * Source: docs/domain/rules.md R-IPWB-06.
 */
export function movePlan(from: PlanState, act: PlanAct, basis: PlanBasis & { hasRun: boolean }): PlanMove {
  const { approval } = approvalNeeded(basis);
  if (from === "COMPLETED" || from === "INTERRUPTED" || from === "TRANSFERRED") {
    if (PATH[from][act] === undefined) return { state: null, refusal: "plan.closed" };
    return { state: basis.hasRun ? "ACTIVE" : "DRAFT", refusal: null };
  }
  if (from === "AGREED" && act === "activate" && approval) return { state: null, refusal: "plan.approval_needed" };
  if (from === "AGREED" && (act === "approve" || act === "return") && !approval)
    return { state: null, refusal: "plan.approval_not_needed" };
  const state = PATH[from][act];
  return state ? { state, refusal: null } : { state: null, refusal: "plan.step_not_possible" };
}

/** Last day of a plan when nothing else was agreed: 12 months. Source: docs/domain/rules.md R-IPWB-06. */
export function defaultPlanEnd(startOn: PlainDate, months = 12): PlainDate {
  return periodEnd(startOn, months);
}

/**
 * When the next review is due: `months` after the last review, or after the start; never later than the end of the plan.
 * Source: docs/domain/rules.md R-IPWB-06; the interval is the parameter PLAN_REVIEW_INTERVAL of the day it is counted from.
 */
export function reviewDue(
  plan: { startOn: PlainDate; endOn: PlainDate | null; reviewedOn: readonly PlainDate[] },
  months: number,
): PlainDate {
  const last = plan.reviewedOn.reduce((latest, day) => (day > latest ? day : latest), plan.startOn);
  const due = deadlineAfterMonths(last, months);
  return plan.endOn !== null && plan.endOn < due ? plan.endOn : due;
}

/** Why a review of such days cannot be kept. `nextOn` null: by the interval. Source: docs/domain/rules.md R-IPWB-06 */
export function refuseReview(
  review: { reviewedOn: PlainDate; nextOn: PlainDate | null },
  plan: { startOn: PlainDate; endOn: PlainDate | null },
  today: PlainDate,
): readonly PlanRefusal[] {
  const { reviewedOn, nextOn } = review;
  const refusals: PlanRefusal[] = [];
  if (reviewedOn > today) refusals.push("plan.review_in_future");
  if (reviewedOn < plan.startOn) refusals.push("plan.review_before_start");
  if (nextOn !== null && nextOn <= reviewedOn) refusals.push("plan.next_review_not_later");
  else if (nextOn !== null && plan.endOn !== null && nextOn > plan.endOn) refusals.push("plan.next_review_after_end");
  return refusals;
}

type Described = Omit<PlanBasis, "preparedBy"> & {
  preparedSide: PlanBasis["preparedBy"];
  startOn: PlainDate;
  endOn: PlainDate | null;
  provisions: readonly { provision: string; body: string }[];
};

/**
 * Why the description of a running plan cannot become another: kind, writer and period are what was agreed (a later last day
 * is an act of its own), and what the manager approved stays as it was. Situation, means, implementer, commitments and
 * reasons may change; each change is a version. Source: docs/domain/rules.md R-IPWB-01, R-IPWB-03, R-IPWB-06
 */
export function refuseDescriptionChange(before: Described, after: Described): readonly PlanRefusal[] {
  const differs = (...fields: readonly (keyof Described)[]) => fields.some((field) => before[field] !== after[field]);
  const told = ({ provisions }: Described) =>
    provisions
      .map(({ provision, body }) => JSON.stringify([provision, body]))
      .toSorted()
      .join();
  const isApproved = [before, after].some((it) => approvalNeeded({ ...it, preparedBy: it.preparedSide }).approval);
  const means = differs("beyondShelterMeans", "healthInsuranceNeeded") || told(before) !== told(after);
  const refusals: PlanRefusal[] = [];
  if (differs("kind", "preparedSide", "startOn", "endOn")) refusals.push("plan.description_fixed");
  if (means && isApproved) refusals.push("plan.change_needs_approval");
  return refusals;
}

/**
 * Why a change of a running plan cannot be put before the manager: it is of a plan that runs, in what was approved, with its
 * reason, one at a time; what needs no approval is changed at once. Source: docs/domain/rules.md R-IPWB-01, R-IPWB-03
 */
export function refuseProposal(it: {
  state: PlanState;
  before: Described;
  after: Described;
  reason: string;
  waits: boolean;
}): readonly PlanRefusal[] {
  if (it.state !== "ACTIVE") return ["plan.step_not_possible"];
  const found = refuseDescriptionChange(it.before, it.after);
  if (found.includes("plan.description_fixed")) return ["plan.description_fixed"];
  const refusals: PlanRefusal[] = found.includes("plan.change_needs_approval")
    ? []
    : ["plan.change_approval_not_needed"];
  if (it.reason.trim() === "") refusals.push("plan.reason_missing");
  if (it.waits) refusals.push("plan.change_waits");
  return refusals;
}

/** Days before the last one on which its end becomes a task (design). */
export const endNoticeDays = 30;

/** When the end of a plan becomes somebody's task: 30 days before it, or today when that has passed. */
export function endNoticeDue(endOn: PlainDate, today: PlainDate): PlainDate {
  const day = addDays(endOn, -endNoticeDays);
  return day < today ? today : day;
}

/** A running plan whose review was due before today. */
export function isReviewLate(plan: { reviewDue: string | null }, today: string): boolean {
  return plan.reviewDue !== null && plan.reviewDue < today;
}

/** A running plan whose last day comes within 30 days or has passed. */
export function endsSoon(plan: { state: PlanState; endOn: PlainDate | null }, today: PlainDate): boolean {
  return plan.state === "ACTIVE" && plan.endOn !== null && addDays(today, endNoticeDays) >= plan.endOn;
}

/** Whether goals and tasks may be changed: before the agreement, and again (as a new version) while the plan runs. */
export function isOpenForChanges(state: PlanState): boolean {
  return state === "DRAFT" || state === "ACTIVE";
}
