import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { may } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { type AnyQuery, defineQuery, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { findRelation, personInReach, requirePerson } from "../casework/public.ts";
import { shortName } from "../person/public.ts";
import { fullReaders, goalReaders, planAccess } from "./access.ts";
import { readChanges } from "./changes.ts";
import {
  type GoalView,
  PlanEvidence,
  PlanId,
  type PlanReviewView,
  PlanSummary,
  type PlanTaskView,
  PlanVersionView,
  PlanView,
  SealedClosure,
  SealedReview,
} from "./contract.ts";
import { collectEvidence, type PlanEvidenceProvider } from "./evidence.ts";
import { readLeading } from "./leading/store.ts";
import { reviewMonths, reviewMonthsOf } from "./reviewInterval.ts";
import { approvalNeeded, refuseAgreement, reviewDue } from "./rules.ts";
import {
  describe,
  isInPreparersShelter,
  open,
  purposes,
  readGoals,
  readTasks,
  requirePlan,
  type StoredPlan,
} from "./store.ts";
import { readVersions } from "./versions.ts";

type SummaryRow = Omit<PlanSummary, "reviewDue" | "approvalNeeded"> & {
  preparedSide: "OPS" | "SHELTER";
  beyondShelterMeans: boolean;
  healthInsuranceNeeded: boolean;
  reviewedOn: PlainDate[];
  nextOn: PlainDate | null;
  died: boolean;
  months: number;
};

/** Plans that fit the condition, in one statement; those waiting for somebody first. */
export async function summaries(context: WorkContext, condition: RawBuilder<unknown>): Promise<PlanSummary[]> {
  const { rows } = await sql<SummaryRow>`
    select p.id, p.case_id, p.person_id, p.kind, p.start_on, p.end_on, s.state, s.recorded_at as since, p.prepared_side, p.beyond_shelter_means, p.health_insurance_needed,
      exists (select from plan_change c where c.organisation_id = p.organisation_id and c.plan_id = p.id
        and not exists (select from plan_change_ending e where e.organisation_id = c.organisation_id and e.change_id = c.id)) as change_waits,
      ${shortName("h")} as person_name,
      h.death_date is not null as died, ${reviewMonthsOf("p.start_on")}::int as months,
      array(select r.reviewed_on::text from plan_review r where r.organisation_id = p.organisation_id and r.plan_id = p.id) as reviewed_on,
      (select r.next_on from plan_review r where r.organisation_id = p.organisation_id and r.plan_id = p.id order by r.reviewed_on desc, r.id desc limit 1) as next_on
    from plan p join person h on h.organisation_id = p.organisation_id and h.id = p.person_id
    cross join lateral (select t.state, t.recorded_at from plan_step t where t.organisation_id = p.organisation_id and t.plan_id = p.id order by t.no desc limit 1) s
    where p.organisation_id = ${context.actor.organisationId} and ${condition}
    order by array_position(array['AGREED', 'APPROVED', 'ACTIVE', 'DRAFT'], s.state) nulls last,
      case when s.state = 'ACTIVE' then coalesce((select r.next_on from plan_review r where r.organisation_id = p.organisation_id and r.plan_id = p.id
        order by r.reviewed_on desc, r.id desc limit 1), least(p.end_on, (p.start_on + make_interval(months => ${reviewMonthsOf("p.start_on")}::int))::date)) end, p.start_on desc, p.id ${atMost}`.execute(
    context.tx,
  );
  return rows.map(
    ({ preparedSide, beyondShelterMeans, healthInsuranceNeeded, reviewedOn, nextOn, died, months, ...row }) => ({
      ...row,
      since: instantOf(row.since),
      reviewDue: row.state === "ACTIVE" && !died ? (nextOn ?? reviewDue({ ...row, reviewedOn }, months)) : null,
      approvalNeeded: approvalNeeded({
        kind: row.kind,
        preparedBy: preparedSide,
        beyondShelterMeans,
        healthInsuranceNeeded,
      }).approval,
    }),
  );
}

/** One plan as this reader may see it. @throws Problem not_found `plan.not_found` */
export async function readPlan(context: WorkContext, planId: string): Promise<PlanView> {
  const { actor } = context;
  const plan = await requirePlan(context, planAccess["plan.read"], planId);
  const relation = (await findRelation(context, plan.personId)) ?? {};
  const sees = may(actor, fullReaders, relation) ? "WHOLE" : may(actor, goalReaders, relation) ? "GOALS" : "SUMMARY";
  const [summary] = await summaries(context, sql`p.id = ${planId}`);
  if (!summary) throw new Error("a plan that was just there");
  const mayWrite = may(actor, planAccess["plan.write"], relation);
  const frame = {
    ...summary,
    sees,
    version: plan.version,
    mayWrite,
    reviewMonths: await reviewMonths(context, context.today),
  } as const;
  const mayReturn =
    may(actor, planAccess["plan.approve"], relation) && plan.state === "AGREED" && summary.approvalNeeded;
  const mayApprove = mayReturn && ![plan.preparedBy, plan.ledBy, plan.agreedBy].includes(actor.accountId);
  const lines = sees === "SUMMARY" ? { goals: [], tasks: [] } : await readLines(context, planId);
  if (sees !== "WHOLE")
    return {
      ...frame,
      ...lines,
      mayApprove: false,
      mayReturn: false,
      preparedBy: null,
      leader: null,
      description: null,
      refusals: [],
      approval: null,
      steps: [],
      reviews: [],
      closure: null,
      versionNo: 0,
      changes: [],
      mayApproveChange: false,
      mayReturnChange: false,
    };
  const description = describe(context, plan);
  const changes = await readChanges(context, planId);
  const waiting = changes.find(({ state }) => state === "WAITING");
  const manages = may(actor, planAccess["plan.approve"], relation) && waiting !== undefined && plan.state === "ACTIVE";
  return {
    ...frame,
    ...lines,
    ...(await readHistory(context, plan)),
    leader: await leaderOf(context, plan),
    mayApprove,
    mayReturn,
    changes,
    mayApproveChange: manages && ![waiting?.proposedById, plan.ledBy].includes(actor.accountId),
    mayReturnChange: manages,
    description,
    refusals:
      plan.state === "DRAFT"
        ? [
            ...refuseAgreement({
              ...description,
              preparedBy: plan.preparedSide,
              ...lines,
              inPreparersShelter: await isInPreparersShelter(context, plan),
            }),
          ]
        : [],
  };
}

/** Goals and tasks of a plan, each with how it was last found. The caller has checked who asks. */
export async function readLines(
  context: WorkContext,
  planId: string,
): Promise<{ goals: GoalView[]; tasks: PlanTaskView[] }> {
  const { organisationId } = context.actor;
  const { rows } = await sql<{ id: string; outcome: string; progress: number | null }>`
    (select distinct on (g.goal_id) g.goal_id as id, g.outcome, g.progress from plan_review_goal g
      join plan_review r on r.organisation_id = g.organisation_id and r.id = g.review_id
      where r.organisation_id = ${organisationId} and r.plan_id = ${planId} order by g.goal_id, r.reviewed_on desc, r.id desc)
    union all
    (select distinct on (m.task_id) m.task_id, m.outcome, null from plan_task_mark m
      join plan_task t on t.organisation_id = m.organisation_id and t.id = m.task_id
      where t.organisation_id = ${organisationId} and t.plan_id = ${planId} order by m.task_id, m.recorded_at desc, m.id desc)`.execute(
    context.tx,
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  const outcomeOf = (id: string) => found.get(id)?.outcome ?? null;
  const progressOf = (id: string) => found.get(id)?.progress ?? null;
  const { goals, tasks } = PlanView.pick({ goals: true, tasks: true }).parse({
    goals: (await readGoals(context, planId)).map((goal) => ({
      ...goal,
      outcome: outcomeOf(goal.id),
      progress: progressOf(goal.id),
    })),
    tasks: (await readTasks(context, planId)).map((task) => ({ ...task, outcome: outcomeOf(task.id) })),
  });
  return { goals, tasks };
}

/** Who leads the plan now, and whether somebody else is called for. */
async function leaderOf(context: WorkContext, plan: StoredPlan): Promise<PlanView["leader"]> {
  const led = (await readLeading(context, plan)).find(({ part }) => part === "PLAN");
  if (!led) throw new Error("a plan that was just there");
  const { leader, since, version, call, mayChange } = led;
  return { name: leader.name, since: version > 1 ? since : null, call, mayChange };
}

async function readHistory(context: WorkContext, { id, preparedBy }: StoredPlan) {
  const { organisationId } = context.actor;
  const { rows } = await sql<{
    preparedBy: string | null;
    versionNo: number;
    approval: PlanView["approval"];
    steps: (Omit<PlanView["steps"][number], "words"> & { no: number; sealed: string | null })[];
    reviews: (Pick<PlanReviewView, "id" | "reviewedOn" | "reviewedBy" | "decision" | "nextOn"> & {
      sealed: string;
      goals: Omit<PlanReviewView["goals"][number], "text" | "said">[];
      tasks: Omit<PlanReviewView["tasks"][number], "what">[];
    })[];
    closure: { on: PlainDate; reason: NonNullable<PlanView["closure"]>["reason"]; sealed: string } | null;
  }>`
    with name as (select account_id, display_name from membership where organisation_id = ${organisationId})
    select (select display_name from name where account_id = ${preparedBy}) as prepared_by,
      (select coalesce(max(no), 0) from plan_version where organisation_id = ${organisationId} and plan_id = ${id}) as version_no,
      (select jsonb_build_object('on', a.approved_on, 'by', coalesce(n.display_name, '–')) from plan_approval a left join name n on n.account_id = a.approved_by
        where a.organisation_id = ${organisationId} and a.plan_id = ${id}
          and a.step_no > (select max(d.no) from plan_step d where d.organisation_id = a.organisation_id and d.plan_id = a.plan_id and d.state = 'DRAFT')
        order by a.step_no desc limit 1) as approval,
      (select jsonb_agg(jsonb_build_object('no', s.no, 'sealed', s.sealed::text, 'act', s.act, 'state', s.state, 'on', s.done_on, 'by', coalesce(n.display_name, '–')) order by s.no)
        from plan_step s left join name n on n.account_id = s.done_by where s.organisation_id = ${organisationId} and s.plan_id = ${id}) as steps,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'reviewedOn', r.reviewed_on, 'reviewedBy', coalesce(n.display_name, '–'), 'decision', r.decision,
          'nextOn', r.next_on, 'sealed', r.sealed::text,
          'goals', coalesce((select jsonb_agg(jsonb_build_object('goalId', g.goal_id, 'outcome', g.outcome, 'progress', g.progress)) from plan_review_goal g
            where g.organisation_id = r.organisation_id and g.review_id = r.id), '[]'),
          'tasks', coalesce((select jsonb_agg(jsonb_build_object('taskId', k.task_id, 'outcome', k.outcome)) from plan_task_mark k
            where k.organisation_id = r.organisation_id and k.review_id = r.id), '[]')) order by r.reviewed_on desc, r.id desc)
        from plan_review r left join name n on n.account_id = r.reviewed_by where r.organisation_id = ${organisationId} and r.plan_id = ${id}), '[]') as reviews,
      (select jsonb_build_object('on', c.closed_on, 'reason', c.reason, 'sealed', c.sealed::text) from plan_closure c
        where c.organisation_id = ${organisationId} and c.plan_id = ${id}
          and not exists (select from plan_step o where o.organisation_id = c.organisation_id and o.plan_id = c.plan_id and o.no > c.step_no)) as closure`.execute(
    context.tx,
  );
  const [row] = rows;
  if (!row) throw new Error("a select without a row");
  return {
    preparedBy: row.preparedBy,
    versionNo: row.versionNo,
    approval: row.approval,
    steps: row.steps.map(({ no, sealed, ...step }) => ({
      ...step,
      words: sealed === null ? "" : textOf(context, purposes.step, `${id}/${no}`, sealed),
    })),
    reviews: row.reviews.map((review) => reviewOf(context, review)),
    closure: row.closure && {
      on: row.closure.on,
      reason: row.closure.reason,
      ...SealedClosure.parse(open(context, purposes.closure, id, bytesOf(row.closure.sealed))),
    },
  };
}

/** A review with its words; goals and tasks in the order in which they were reviewed. */
function reviewOf(
  context: WorkContext,
  {
    sealed,
    goals,
    tasks,
    ...review
  }: {
    id: string;
    sealed: string;
    goals: Omit<PlanReviewView["goals"][number], "text" | "said">[];
    tasks: Omit<PlanReviewView["tasks"][number], "what">[];
  } & Pick<PlanReviewView, "reviewedOn" | "reviewedBy" | "decision" | "nextOn">,
): PlanReviewView {
  const words = SealedReview.parse(open(context, purposes.review, review.id, bytesOf(sealed)));
  const goalWords = new Map(words.goals.map((goal, at) => [goal.id, { ...goal, at }]));
  const taskWords = new Map(words.tasks.map((task, at) => [task.id, { ...task, at }]));
  return {
    ...review,
    statement: words.statement,
    summary: words.summary,
    goals: goals
      .toSorted((a, b) => (goalWords.get(a.goalId)?.at ?? 0) - (goalWords.get(b.goalId)?.at ?? 0))
      .map((goal) => ({
        ...goal,
        text: goalWords.get(goal.goalId)?.text ?? "",
        said: goalWords.get(goal.goalId)?.said ?? "",
      })),
    tasks: tasks
      .toSorted((a, b) => (taskWords.get(a.taskId)?.at ?? 0) - (taskWords.get(b.taskId)?.at ?? 0))
      .map((task) => ({ ...task, what: taskWords.get(task.taskId)?.what ?? "" })),
  };
}

/** Bytes as PostgreSQL writes them into JSON: `\x…`. */
const bytesOf = (hex: string) => Buffer.from(hex.slice(2), "hex");

/** A text that was sealed alone. */
function textOf(context: WorkContext, purpose: "plan.step", recordId: string, hex: string): string {
  return z.string().parse(open(context, purpose, recordId, bytesOf(hex)));
}

/** Facts of other rooms since the last review, for the one that is being made. */
async function readEvidence(context: WorkContext, planId: string, providers: readonly PlanEvidenceProvider[]) {
  const plan = await requirePlan(context, planAccess["plan.read-whole"], planId);
  const { rows } = await sql<{ last: PlainDate | null }>`select max(reviewed_on) as last from plan_review
    where organisation_id = ${context.actor.organisationId} and plan_id = ${planId}`.execute(context.tx);
  const { personId, startOn } = plan;
  return collectEvidence(context, { personId, from: rows[0]?.last ?? startOn, until: context.today }, providers);
}

/** The reads of the room. `providers` give facts for reviews. */
export function makePlanQueries(providers: readonly PlanEvidenceProvider[]): readonly AnyQuery[] {
  return [
    defineQuery({
      name: "plan.read",
      method: "GET",
      path: "/plans/:planId",
      summary: "A programme with its goals, tasks, approval and reviews",
      input: PlanId,
      answer: PlanView,
      verb: planAccess["plan.read"],
      audit: ({ planId }, { personId }) => ({ objectType: "plan", objectId: planId, personId, section: "SOCIAL" }),
      run: (context, { planId }) => readPlan(context, planId),
    }),
    defineQuery({
      name: "plan.list-versions",
      method: "GET",
      path: "/plans/:planId/versions",
      summary: "Goals and tasks at each version, with what changed",
      input: PlanId,
      answer: z.object({ personId: z.uuid(), versions: z.array(PlanVersionView) }),
      verb: planAccess["plan.read-whole"],
      audit: ({ planId }, { personId }) => ({ objectType: "plan", objectId: planId, personId, section: "SOCIAL" }),
      run: async (context, { planId }) => {
        const { personId } = await requirePlan(context, planAccess["plan.read-whole"], planId);
        return { personId, versions: await readVersions(context, planId) };
      },
    }),
    defineQuery({
      name: "plan.read-evidence",
      method: "GET",
      path: "/plans/:planId/evidence",
      summary: "Facts of other rooms since the last review",
      input: PlanId,
      answer: z.object({
        personId: z.uuid(),
        from: z.string(),
        until: z.string(),
        hidden: z.boolean(),
        evidence: z.array(PlanEvidence),
      }),
      verb: planAccess["plan.read-whole"],
      audit: ({ planId }, { personId }) => ({ objectType: "plan", objectId: planId, personId, section: "SOCIAL" }),
      run: (context, { planId }) => readEvidence(context, planId, providers),
    }),
    defineQuery({
      name: "plan.list-of-person",
      method: "GET",
      path: "/people/:personId/plans",
      summary: "Programmes of a person",
      input: z.strictObject({ personId: z.uuid() }),
      answer: z.object({ mayWrite: z.boolean(), plans: z.array(PlanSummary) }),
      verb: planAccess["plan.read"],
      audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "SOCIAL" }),
      run: async (context, { personId }) => {
        const relation = await requirePerson(context, planAccess["plan.read"], personId);
        return {
          mayWrite: may(context.actor, planAccess["plan.write"], relation),
          plans: await summaries(context, sql`p.person_id = any (same_person(${personId}))`),
        };
      },
    }),
    defineQuery({
      name: "plan.list",
      method: "GET",
      path: "/plans",
      summary: "Programmes of my people, those waiting for somebody first",
      input: z.strictObject({}),
      answer: z.object({ plans: z.array(PlanSummary) }),
      verb: planAccess["plan.read"],
      audit: null,
      run: async (context) => ({
        plans: await summaries(context, personInReach(context, planAccess["plan.read"], sql`p.person_id`)),
      }),
    }),
  ];
}
