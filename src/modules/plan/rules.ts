import { deadlineAfterMonths, type PlainDate, periodEnd } from "../../platform/time/plainDate.ts";

export type PlanRefusal =
  | "plan.end_missing"
  | "plan.ends_before_start"
  | "plan.goal_text_missing"
  | "plan.housing_or_family_goal_missing"
  | "plan.work_goal_missing"
  | "plan.tasks_missing"
  | "plan.task_without_due_date"
  | "plan.responsible_bodies_missing"
  | "plan.approval_needed"
  | "plan.approval_not_needed"
  | "plan.step_not_possible"
  | "plan.closed"
  | "plan.not_open_for_changes";

type PlanKind = "IPWB" | "PREVENTION";
type PlanSphere = "SOCIAL" | "PSYCHOLOGICAL" | "VOCATIONAL" | "HOUSING" | "HEALTH" | "FAMILY" | "LEGAL";

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
  responsibleBodies: readonly string[];
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
  if (approvalNeeded(plan).responsibleBodies && plan.responsibleBodies.length === 0)
    refusals.push("plan.responsible_bodies_missing");
  return refusals;
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

export const PLAN_ACTS = [
  "agree",
  "redraft",
  "approve",
  "activate",
  "review",
  "complete",
  "interrupt",
  "transfer",
] as const;
export type PlanAct = (typeof PLAN_ACTS)[number];

/**
 * DRAFT → AGREED → APPROVED (where required) → ACTIVE → COMPLETED | INTERRUPTED | TRANSFERRED. A review is an event of an
 * active plan that leaves it active; an agreed plan may go back to draft as long as nobody approved it.
 */
const PATH: Record<PlanState, Partial<Record<PlanAct, PlanState>>> = {
  DRAFT: { agree: "AGREED" },
  AGREED: { redraft: "DRAFT", approve: "APPROVED", activate: "ACTIVE", interrupt: "INTERRUPTED" },
  APPROVED: { activate: "ACTIVE", interrupt: "INTERRUPTED", transfer: "TRANSFERRED" },
  ACTIVE: { review: "ACTIVE", complete: "COMPLETED", interrupt: "INTERRUPTED", transfer: "TRANSFERRED" },
  COMPLETED: {},
  INTERRUPTED: {},
  TRANSFERRED: {},
};

export type PlanMove = { state: PlanState; refusal: null } | { state: null; refusal: PlanRefusal };

/** The state after an act, or why the act is not possible. Source: docs/domain/rules.md R-IPWB-06. */
export function movePlan(from: PlanState, act: PlanAct, basis: PlanBasis): PlanMove {
  const { approval } = approvalNeeded(basis);
  if (from === "COMPLETED" || from === "INTERRUPTED" || from === "TRANSFERRED")
    return { state: null, refusal: "plan.closed" };
  if (from === "AGREED" && act === "activate" && approval) return { state: null, refusal: "plan.approval_needed" };
  if (from === "AGREED" && act === "approve" && !approval) return { state: null, refusal: "plan.approval_not_needed" };
  const state = PATH[from][act];
  return state ? { state, refusal: null } : { state: null, refusal: "plan.step_not_possible" };
}

/** Last day of a plan when nothing else was agreed: 12 months. Source: docs/domain/rules.md R-IPWB-06. */
export function defaultPlanEnd(startOn: PlainDate, months = 12): PlainDate {
  return periodEnd(startOn, months);
}

/**
 * When the next review is due: `months` after the last review, or after the start; never later than the end of the plan.
 * Source: docs/domain/rules.md R-IPWB-06; the interval is a parameter.
 */
export function reviewDue(
  plan: { startOn: PlainDate; endOn: PlainDate | null; reviewedOn: readonly PlainDate[] },
  months = 3,
): PlainDate {
  const last = plan.reviewedOn.reduce((latest, day) => (day > latest ? day : latest), plan.startOn);
  const due = deadlineAfterMonths(last, months);
  return plan.endOn !== null && plan.endOn < due ? plan.endOn : due;
}

type Item = { id: string };

/**
 * What differs between two versions of goals or tasks, as ids: in the newer alone, in the older alone, in both but not
 * the same. Compared by content; the order of items does not count.
 */
export function differenceOf(
  older: readonly Item[],
  newer: readonly Item[],
): { added: string[]; removed: string[]; changed: string[] } {
  const before = new Map(older.map((item) => [item.id, item]));
  const after = new Set(newer.map(({ id }) => id));
  const same = (one: object, other: object | undefined): boolean =>
    other !== undefined && JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
  return {
    added: newer.filter(({ id }) => !before.has(id)).map(({ id }) => id),
    removed: older.filter(({ id }) => !after.has(id)).map(({ id }) => id),
    changed: newer.filter((item) => before.has(item.id) && !same(item, before.get(item.id))).map(({ id }) => id),
  };
}

function sorted(item: object): [string, unknown][] {
  return Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether goals and tasks may be changed: before the agreement, and again (as a new version) while the plan runs. */
export function isOpenForChanges(state: PlanState): boolean {
  return state === "DRAFT" || state === "ACTIVE";
}
