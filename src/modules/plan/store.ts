import { sql } from "kysely";
import { type Reach, type Role, requireReach } from "../../platform/access.ts";
import type { WorkContext } from "../../platform/command.ts";
import { unsealJson as open, sealJson as seal } from "../../platform/keys/sealedJson.ts";
import { Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { findRelation } from "../casework/public.ts";
import { worksInShelterOf } from "../facility/public.ts";
import { housingOn } from "../person/public.ts";
import { type PlanDescription, type PlanSnapshot, SealedDescription } from "./contract.ts";
import { currentLeader } from "./leading/leader.ts";
import type { PlanContent, PlanState } from "./rules.ts";

export { open, seal };

/** Purposes of the keys, one for each kind of text. */
export const purposes = {
  description: "plan.description",
  goal: "plan.goal",
  task: "plan.task",
  step: "plan.step",
  version: "plan.version",
  review: "plan.review",
  closure: "plan.closure",
  change: "plan.change",
} as const;
/** ETHOS categories that are a shelter: for homeless people, for women. */
const shelterHousing = ["3", "4"];
export type StoredPlan = {
  id: string;
  personId: string;
  caseId: string;
  kind: PlanDescription["kind"];
  preparedBy: string;
  /** Who leads it now: who prepared it, or to whom it was handed over last. */
  ledBy: string;
  preparedSide: PlanDescription["preparedSide"];
  implementer: PlanDescription["implementer"];
  startOn: PlainDate;
  endOn: PlainDate | null;
  beyondShelterMeans: boolean;
  healthInsuranceNeeded: boolean;
  provisions: PlanDescription["provisions"];
  supportMeans: PlanDescription["supportMeans"];
  sealed: Buffer;
  version: number;
  state: PlanState;
  stepNo: number;
  /** It was active at least once. */
  hasRun: boolean;
  /** Who agreed it last, for the second pair of eyes. */
  agreedBy: string | null;
};

/** A plan within the actor's reach for `verb`, with its state. @throws Problem not_found `plan.not_found` */
export async function requirePlan(
  context: WorkContext,
  verb: Readonly<Partial<Record<Role, Reach>>>,
  planId: string,
): Promise<StoredPlan> {
  const plan = await findPlan(context, planId);
  if (!plan) throw new Problem("not_found", "plan.not_found");
  requireReach(context.actor, verb, (await findRelation(context, plan.personId)) ?? {}, "plan.not_found");
  return plan;
}

/** A plan of the organisation with its state; whoever asks has checked the reach. */
export async function findPlan(context: WorkContext, planId: string): Promise<StoredPlan | undefined> {
  const { rows } = await sql<StoredPlan>`
    select p.id, p.person_id, p.case_id, p.kind, p.prepared_by, ${currentLeader(sql`p.id`, "PLAN", sql`p.organisation_id`, sql`p.prepared_by`)} as led_by, p.prepared_side, p.implementer, p.start_on, p.end_on, p.beyond_shelter_means,
      p.health_insurance_needed, p.provisions, p.support_means, p.sealed, p.version, s.state, s.no as step_no,
      exists (select from plan_step r where r.organisation_id = p.organisation_id and r.plan_id = p.id and r.state = 'ACTIVE') as has_run,
      (select a.done_by from plan_step a where a.organisation_id = p.organisation_id and a.plan_id = p.id and a.act = 'agree' order by a.no desc limit 1) as agreed_by
    from plan p cross join lateral (select t.state, t.no from plan_step t
      where t.organisation_id = p.organisation_id and t.plan_id = p.id order by t.no desc limit 1) s
    where p.organisation_id = ${context.actor.organisationId} and p.id = ${planId}`.execute(context.tx);
  return rows[0];
}

export function describe(context: WorkContext, plan: StoredPlan): PlanDescription {
  const {
    provisions = plan.provisions,
    supportMeans = plan.supportMeans,
    ...hidden
  } = SealedDescription.parse(open(context, purposes.description, plan.id, plan.sealed));
  return {
    kind: plan.kind,
    preparedSide: plan.preparedSide,
    implementer: plan.implementer,
    startOn: plan.startOn,
    endOn: plan.endOn,
    beyondShelterMeans: plan.beyondShelterMeans,
    healthInsuranceNeeded: plan.healthInsuranceNeeded,
    provisions,
    supportMeans,
    ...hidden,
  };
}

/** A description as it is stored. */
export function columnsOf(context: WorkContext, planId: string, description: PlanDescription) {
  const { implementerName, implementerId, provisions, supportMeans, ...more } = description;
  const { situation, commitments, noHousingGoalReason, noWorkGoalReason, ...open } = more;
  const named = { ...(implementerName ? { implementerName } : {}), ...(implementerId ? { implementerId } : {}) };
  const hidden = { ...named, provisions, supportMeans, situation, commitments, noHousingGoalReason, noWorkGoalReason };
  return {
    ...open,
    // where they stood before they were sealed
    provisions: "[]",
    supportMeans: [],
    sealed: seal(context, purposes.description, planId, hidden),
  };
}

export type StoredGoal = PlanSnapshot["goals"][number] & { version: number };
export type StoredTask = PlanSnapshot["tasks"][number] & { version: number };

/** Goals that were not removed, opened, in the order in which they were added. */
export async function readGoals(context: WorkContext, planId: string): Promise<StoredGoal[]> {
  const { rows } = await sql<Omit<StoredGoal, "text" | "measure"> & { sealed: Buffer }>`
    select g.id, g.version, g.sphere, g.due_on, g.sealed from plan_goal g
    where g.organisation_id = ${context.actor.organisationId} and g.plan_id = ${planId}
      and not exists (select from plan_goal_removal r where r.organisation_id = g.organisation_id and r.goal_id = g.id)
    order by g.seq`.execute(context.tx);
  return rows.map(({ sealed, ...row }) => {
    const { text, measure } = open(context, purposes.goal, row.id, sealed) as { text: string; measure: string }; // sealed by this file's room
    return { ...row, text, measure };
  });
}

/** Tasks that were not removed, opened, in the order in which they were added. */
export async function readTasks(context: WorkContext, planId: string): Promise<StoredTask[]> {
  const { rows } = await sql<Omit<StoredTask, "what"> & { sealed: Buffer }>`
    select t.id, t.version, t.side, t.due_on, t.sealed from plan_task t
    where t.organisation_id = ${context.actor.organisationId} and t.plan_id = ${planId}
      and not exists (select from plan_task_removal r where r.organisation_id = t.organisation_id and r.task_id = t.id)
    order by t.seq`.execute(context.tx);
  return rows.map(({ sealed, ...row }) => {
    const { what } = open(context, purposes.task, row.id, sealed) as { what: string }; // sealed by this file's room
    return { ...row, what };
  });
}

/** The plan as the rules ask for it. */
export async function contentOf(context: WorkContext, plan: StoredPlan): Promise<PlanContent> {
  const { preparedSide, ...description } = describe(context, plan);
  return {
    ...description,
    preparedBy: preparedSide,
    goals: await readGoals(context, plan.id),
    tasks: await readTasks(context, plan.id),
    inPreparersShelter: await isInPreparersShelter(context, plan),
  };
}

/** Whether the person's housing today is a shelter and the unit of who leads the plan leads one and works with the person. Source: docs/domain/rules.md R-IPWB-02 */
export async function isInPreparersShelter(
  context: WorkContext,
  { preparedSide, personId, ledBy }: Pick<StoredPlan, "preparedSide" | "personId" | "ledBy">,
): Promise<boolean> {
  if (preparedSide !== "SHELTER") return false;
  const housing = await housingOn(context, personId, context.today);
  return housing !== null && shelterHousing.includes(housing) && (await worksInShelterOf(context, ledBy, personId));
}

export function basisOf(plan: StoredPlan) {
  const { kind, preparedSide, beyondShelterMeans, healthInsuranceNeeded, hasRun } = plan;
  return { kind, preparedBy: preparedSide, beyondShelterMeans, healthInsuranceNeeded, hasRun };
}
