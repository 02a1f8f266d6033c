import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import { spheres, supportForms } from "../assessment/codes.ts";
import { planMeasures } from "./annexes/codes.ts";
import {
  closureReasons,
  goalOutcomes,
  implementers,
  planKinds,
  planTaskOutcomes,
  preparers,
  provisionKinds,
  reviewDecisions,
  sides,
} from "./codes.ts";
import { PLAN_STATES } from "./rules.ts";

/** All of the plan but goals and tasks. An empty text: not written yet. Source: docs/domain/forms.md F-25. */
const description = {
  kind: z.enum(planKinds),
  preparedSide: z.enum(preparers),
  implementer: z.enum(implementers),
  /** Which facility or organisation that is; missing or empty: not written yet. */
  implementerName: z.string().trim().max(200).optional(),
  /** The shelter or organisation of our own records that it is; null or missing: written by hand. */
  implementerId: z.uuid().nullable().optional(),
  startOn: PlainDate,
  /** The last day, inclusive. */
  endOn: PlainDate.nullable(),
  beyondShelterMeans: z.boolean(),
  healthInsuranceNeeded: z.boolean(),
  /** Which body answers for which provision; several for one are possible. */
  provisions: z
    .array(z.strictObject({ provision: z.enum(provisionKinds), body: z.string().trim().min(1).max(200) }))
    .max(40),
  supportMeans: z.array(z.enum(supportForms)).max(supportForms.length),
  situation: z.string().max(6000),
  commitments: z.string().max(4000),
  noHousingGoalReason: z.string().max(1000).nullable(),
  noWorkGoalReason: z.string().max(1000).nullable(),
};
export const PlanDescription = z.strictObject(description);
export type PlanDescription = z.infer<typeof PlanDescription>;

/** The part of the description that is stored sealed; means and bodies of programmes written before that stand in columns. */
export const SealedDescription = PlanDescription.pick({
  implementerId: true,
  implementerName: true, // it may tell where somebody lives
  provisions: true, // therapy and treatment are among them, and who gives them
  supportMeans: true,
  situation: true,
  commitments: true,
  noHousingGoalReason: true,
  noWorkGoalReason: true,
}).partial({ provisions: true, supportMeans: true });
export type SealedDescription = z.infer<typeof SealedDescription>;

export const DraftPlan = z.strictObject({ planId: z.uuid(), caseId: z.uuid(), ...description });
export type DraftPlan = z.infer<typeof DraftPlan>;
/** Changes the description; `base` of the envelope is the plan's version. */
export const DescribePlan = z.strictObject({
  planId: z.uuid(),
  ...description,
  /** Why a running programme changes; kept with its version. */
  reason: z.string().max(1000).optional(),
});
export type DescribePlan = z.infer<typeof DescribePlan>;

/** Changes what the manager approved, once the manager approves that too; `base` of the envelope is the plan's version. */
export const ProposeChange = z.strictObject({
  changeId: z.uuid(),
  planId: z.uuid(),
  ...description,
  reason: z.string().max(1000),
});
export type ProposeChange = z.infer<typeof ProposeChange>;
export const ChangeId = z.strictObject({ changeId: z.uuid() });
export type ChangeId = z.infer<typeof ChangeId>;
export const ReturnChange = z.strictObject({ changeId: z.uuid(), reason: z.string().max(2000) });
export type ReturnChange = z.infer<typeof ReturnChange>;

export const PlanChangeView = z.object({
  id: z.uuid(),
  state: z.enum(["WAITING", "APPROVED", "RETURNED", "WITHDRAWN"]),
  proposedOn: PlainDate,
  proposedBy: z.string(),
  proposedById: z.uuid(),
  reason: z.string(),
  endedOn: PlainDate.nullable(),
  endedBy: z.string().nullable(),
  /** Why it was returned; empty otherwise. */
  answer: z.string(),
  /** As it is to be, while it waits. */
  description: PlanDescription.nullable(),
});
export type PlanChangeView = z.infer<typeof PlanChangeView>;

/** `base`: version of the goal that the sender saw; null for a new one. */
export const SetGoals = z.strictObject({
  planId: z.uuid(),
  goals: z
    .array(
      z.strictObject({
        goalId: z.uuid(),
        base: z.int().min(1).nullable(),
        sphere: z.enum(spheres),
        text: z.string().max(1000),
        measure: z.string().max(500),
        dueOn: PlainDate.nullable(),
      }),
    )
    .max(50),
  removed: z.array(z.strictObject({ goalId: z.uuid(), base: z.int().min(1) })).max(50),
});
export type SetGoals = z.infer<typeof SetGoals>;

export const SetTasks = z.strictObject({
  planId: z.uuid(),
  tasks: z
    .array(
      z.strictObject({
        taskId: z.uuid(),
        base: z.int().min(1).nullable(),
        side: z.enum(sides),
        what: z.string().min(1).max(1000),
        dueOn: PlainDate.nullable(),
      }),
    )
    .max(100),
  removed: z.array(z.strictObject({ taskId: z.uuid(), base: z.int().min(1) })).max(100),
});
export type SetTasks = z.infer<typeof SetTasks>;

export const PlanId = z.strictObject({ planId: z.uuid() });
export type PlanId = z.infer<typeof PlanId>;

/** Source: docs/domain/rules.md R-IPWB-01: written with the person, who agrees to it. */
export const AgreePlan = z.strictObject({
  planId: z.uuid(),
  personAgrees: z.boolean(),
  /** What the person says about it; may be empty. */
  words: z.string().max(2000),
});
export type AgreePlan = z.infer<typeof AgreePlan>;

export const ReturnPlan = z.strictObject({ planId: z.uuid(), reason: z.string().max(2000) });
export type ReturnPlan = z.infer<typeof ReturnPlan>;

export const ProlongPlan = z.strictObject({ planId: z.uuid(), endOn: PlainDate, reason: z.string().max(2000) });
export type ProlongPlan = z.infer<typeof ProlongPlan>;

export const ReopenPlan = z.strictObject({
  planId: z.uuid(),
  reason: z.string().max(2000),
  /** Null: the last day stays as it was. */
  endOn: PlainDate.nullable(),
});
export type ReopenPlan = z.infer<typeof ReopenPlan>;

export const MarkTask = z.strictObject({
  markId: z.uuid(),
  taskId: z.uuid(),
  outcome: z.enum(planTaskOutcomes),
});
export type MarkTask = z.infer<typeof MarkTask>;

export const ReviewPlan = z.strictObject({
  reviewId: z.uuid(),
  planId: z.uuid(),
  reviewedOn: PlainDate,
  goals: z
    .array(
      z.strictObject({
        goalId: z.uuid(),
        outcome: z.enum(goalOutcomes),
        /** Per cent of the way; null: not judged. */
        progress: z.int().min(0).max(100).nullable(),
        /** What the person says about it; may be empty. */
        said: z.string().max(1000),
      }),
    )
    .max(50),
  tasks: z.array(z.strictObject({ taskId: z.uuid(), outcome: z.enum(planTaskOutcomes) })).max(100),
  decision: z.enum(reviewDecisions),
  /** Null: by the interval of the rule. */
  nextOn: PlainDate.nullable(),
  /** The person's own statement; may be empty. */
  statement: z.string().max(4000),
  summary: z.string().max(4000),
});
export type ReviewPlan = z.infer<typeof ReviewPlan>;

/** What of a review is stored sealed: the words as they stood on its day. Earlier reviews kept the summary alone. */
const sealedReview = z.object({
  statement: z.string(),
  summary: z.string(),
  goals: z.array(z.object({ id: z.uuid(), text: z.string(), said: z.string() })),
  tasks: z.array(z.object({ id: z.uuid(), what: z.string() })),
});
export const SealedReview = z.union([
  sealedReview,
  z.string().transform((summary) => ({ statement: "", summary, goals: [], tasks: [] })),
]);
export type SealedReview = z.infer<typeof sealedReview>;

export const ClosePlan = z.strictObject({
  planId: z.uuid(),
  act: z.enum(["complete", "interrupt", "transfer"]),
  closedOn: PlainDate,
  reason: z.enum(closureReasons),
  summary: z.string().max(4000),
  /** The person's own statement; may be empty. */
  statement: z.string().max(4000).optional(),
});
export type ClosePlan = z.infer<typeof ClosePlan>;

/** What of an end is stored sealed. Earlier ends kept the summary alone. */
const sealedClosure = z.object({ statement: z.string(), summary: z.string() });
export const SealedClosure = z.union([sealedClosure, z.string().transform((summary) => ({ statement: "", summary }))]);
export type SealedClosure = z.infer<typeof sealedClosure>;

export const GoalView = z.object({
  id: z.uuid(),
  version: z.int(),
  sphere: z.enum(spheres),
  text: z.string(),
  measure: z.string(),
  dueOn: PlainDate.nullable(),
  /** How the last review found it. */
  outcome: z.enum(goalOutcomes).nullable(),
  progress: z.int().nullable(),
});
export type GoalView = z.infer<typeof GoalView>;

export const PlanTaskView = z.object({
  id: z.uuid(),
  version: z.int(),
  side: z.enum(sides),
  what: z.string(),
  dueOn: PlainDate.nullable(),
  outcome: z.enum(planTaskOutcomes).nullable(),
});
export type PlanTaskView = z.infer<typeof PlanTaskView>;

export const PlanReviewView = z.object({
  id: z.uuid(),
  reviewedOn: PlainDate,
  reviewedBy: z.string(),
  decision: z.enum(reviewDecisions),
  nextOn: PlainDate.nullable(),
  statement: z.string(),
  summary: z.string(),
  goals: z.array(
    z.object({
      goalId: z.uuid(),
      /** As the goal read in the version that was reviewed; empty when nobody knows any more. */
      text: z.string(),
      outcome: z.enum(goalOutcomes),
      progress: z.int().nullable(),
      said: z.string(),
    }),
  ),
  tasks: z.array(z.object({ taskId: z.uuid(), what: z.string(), outcome: z.enum(planTaskOutcomes) })),
});
export type PlanReviewView = z.infer<typeof PlanReviewView>;

export const PlanSummary = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  personId: z.uuid(),
  /** First name and initial, alias or number. */
  personName: z.string(),
  kind: z.enum(planKinds),
  state: z.enum(PLAN_STATES),
  startOn: PlainDate,
  endOn: PlainDate.nullable(),
  /** Null unless the plan is active. */
  reviewDue: PlainDate.nullable(),
  approvalNeeded: z.boolean(),
  /** When it came into this state. */
  since: z.string(),
  /** A change of it waits for the manager. */
  changeWaits: z.boolean(),
});
export type PlanSummary = z.infer<typeof PlanSummary>;

export const PlanView = PlanSummary.extend({
  /** Version of the description, the `base` of `plan.describe`. */
  version: z.int(),
  /** How much of it the reader sees; what is not seen is null or empty. */
  sees: z.enum(["WHOLE", "GOALS", "SUMMARY"]),
  mayWrite: z.boolean(),
  mayApprove: z.boolean(),
  /** Whether the reader is the manager whom it waits for, also where somebody else has to approve it. */
  mayReturn: z.boolean(),
  preparedBy: z.string().nullable(),
  /** Who leads it now; `since` is null while it is who prepared it. `call`: why the page asks for another leader. */
  leader: z
    .object({
      name: z.string(),
      since: PlainDate.nullable(),
      call: z.enum(["NEEDED", "OFFERED"]).nullable(),
      mayChange: z.boolean(),
    })
    .nullable(),
  description: PlanDescription.nullable(),
  goals: z.array(GoalView),
  tasks: z.array(PlanTaskView),
  /** Codes of what stops the agreement. */
  refusals: z.array(z.string()),
  approval: z.object({ on: PlainDate, by: z.string() }).nullable(),
  steps: z.array(
    z.object({ act: z.string(), state: z.enum(PLAN_STATES), on: PlainDate, by: z.string(), words: z.string() }),
  ),
  reviews: z.array(PlanReviewView),
  closure: z
    .object({ on: PlainDate, reason: z.enum(closureReasons), summary: z.string(), statement: z.string() })
    .nullable(),
  /** Number of the version in force; 0 before the plan has begun. */
  versionNo: z.int(),
  /** Changes that were put before the manager, the newest first. */
  changes: z.array(PlanChangeView),
  mayApproveChange: z.boolean(),
  mayReturnChange: z.boolean(),
  /** Months from one review to the next, as they hold today. */
  reviewMonths: z.int(),
});
export type PlanView = z.infer<typeof PlanView>;

/** Goals and tasks as they stood at a version. */
export const PlanSnapshot = z.object({
  goals: z.array(GoalView.pick({ id: true, sphere: true, text: true, measure: true, dueOn: true })),
  tasks: z.array(PlanTaskView.pick({ id: true, side: true, what: true, dueOn: true })),
  /** Missing in versions that were made before the description was kept with them. */
  description: PlanDescription.optional(),
  /** Why this version was made, where somebody was asked; no part of what is signed. */
  reason: z.string().optional(),
});
export type PlanSnapshot = z.infer<typeof PlanSnapshot>;

export const PlanVersionView = z.object({
  no: z.int(),
  madeOn: PlainDate,
  madeBy: z.string(),
  content: PlanSnapshot,
});
export type PlanVersionView = z.infer<typeof PlanVersionView>;

/** A fact for a review, from another room: "hours attended", "documents recovered". */
export const PlanEvidence = z.object({
  label: z.object({ pl: z.string(), en: z.string(), uk: z.string() }),
  sphere: z.enum(spheres).nullable(),
  count: z.number(),
  /** What there could have been, such as the hours held; null where there is no such figure. */
  of: z.number().nullable(),
  /** The measure of a vocational plan that it is a figure of. */
  measure: z.enum(planMeasures).optional(),
});
export type PlanEvidence = z.infer<typeof PlanEvidence>;
