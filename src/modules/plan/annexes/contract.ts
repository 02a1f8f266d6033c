import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { workBarriers } from "../../assessment/codes.ts";
import {
  annexStates,
  competences,
  moments,
  movers,
  pathForms,
  planMeasures,
  stepStatuses,
  stepTypes,
} from "./codes.ts";

/** An empty text: not written yet. Source: docs/domain/forms.md F-26. */
const content = {
  goal: z.string().max(2000),
  targetJobs: z.string().max(1000),
  measures: z.array(z.enum(planMeasures)).max(planMeasures.length),
  /** What is aimed at by a chosen measure, in the unit of `targetUnits`; a measure without one has none. */
  targets: z.partialRecord(z.enum(planMeasures), z.int().min(1).max(10_000)),
  /** The job coach who is foreseen; who takes over is said by the hand-over. */
  coachId: z.uuid().nullable(),
  /** Days on which the plan is looked at together. */
  reviewOn: z.array(PlainDate).max(12),
};
export const VocationalContent = z.strictObject(content);
export type VocationalContent = z.infer<typeof VocationalContent>;

/** The part that is stored sealed. */
export const SealedContent = VocationalContent.pick({ goal: true, targetJobs: true });

export const BeginAnnex = z.strictObject({ annexId: z.uuid(), planId: z.uuid() });
export type BeginAnnex = z.infer<typeof BeginAnnex>;
/** Only the fields that were touched; `base` of the envelope is the version that was read. */
export const ChangeVocationalPlan = z.strictObject({ annexId: z.uuid(), fields: VocationalContent.partial() });
export type ChangeVocationalPlan = z.infer<typeof ChangeVocationalPlan>;

const sent = { lineId: z.uuid(), base: z.int().min(1).nullable() };
const removed = z.array(z.strictObject({ lineId: z.uuid(), base: z.int().min(1) })).max(50);
const hours = z.number().min(0.25).max(2000).multipleOf(0.25).nullable();

/** `competence`: what the person can do and has no paper for, where `lacksDocument` (R-EMP-07). */
const step = {
  type: z.enum(stepTypes),
  provider: z.string().max(300),
  hours,
  fromOn: PlainDate.nullable(),
  untilOn: PlainDate.nullable(),
  certificate: z.string().max(300),
  mover: z.enum(movers),
  lacksDocument: z.boolean(),
  competence: z.string().max(500),
};
export const SetSteps = z.strictObject({
  annexId: z.uuid(),
  steps: z.array(z.strictObject({ ...sent, ...step })).max(50),
  removed,
});
export type SetSteps = z.infer<typeof SetSteps>;

export const AnnexId = z.strictObject({ annexId: z.uuid() });
export type AnnexId = z.infer<typeof AnnexId>;

export const MarkStep = z.strictObject({ markId: z.uuid(), lineId: z.uuid(), status: z.enum(stepStatuses) });
export type MarkStep = z.infer<typeof MarkStep>;

/** `disclosure`: what an employer may hear of the person; without an agreement, what the coach has to know about that. */
export const HandOver = z.strictObject({
  handoverId: z.uuid(),
  annexId: z.uuid(),
  coachId: z.uuid(),
  disclosureAgreed: z.boolean(),
  disclosure: z.string().max(1000),
});
export type HandOver = z.infer<typeof HandOver>;

const goal = { competence: z.enum(competences).nullable(), text: z.string().min(1).max(1000) };
export const SetPathGoals = z.strictObject({
  annexId: z.uuid(),
  goals: z.array(z.strictObject({ ...sent, ...goal, reason: z.string().max(2000) })).max(30),
  removed,
});
export type SetPathGoals = z.infer<typeof SetPathGoals>;

const form = { form: z.enum(pathForms), hours, note: z.string().max(300) };
export const SetPathForms = z.strictObject({
  annexId: z.uuid(),
  forms: z.array(z.strictObject({ ...sent, ...form })).max(30),
  removed,
});
export type SetPathForms = z.infer<typeof SetPathForms>;

/** Competences without a level were not measured. */
export const PathLevels = z.partialRecord(z.enum(competences), z.int().min(1).max(5));
const measure = { moment: z.enum(moments), measuredOn: PlainDate, levels: PathLevels };
export const MeasurePath = z.strictObject({ measureId: z.uuid(), annexId: z.uuid(), ...measure });
export type MeasurePath = z.infer<typeof MeasurePath>;
/** Stands from now on instead of `correctsId`, which stays readable. */
export const CorrectMeasure = z.strictObject({
  measureId: z.uuid(),
  correctsId: z.uuid(),
  measuredOn: PlainDate,
  levels: PathLevels,
  reason: z.string().trim().min(1).max(1000),
});
export type CorrectMeasure = z.infer<typeof CorrectMeasure>;

export const OfferOutcome = z.strictObject({
  evidenceId: z.uuid(),
  annexId: z.uuid(),
  projectId: z.uuid(),
  competence: z.enum(competences),
});
export type OfferOutcome = z.infer<typeof OfferOutcome>;

const line = { id: z.uuid(), version: z.int() };
export const StepView = z.object({ ...line, ...step, status: z.enum(stepStatuses) });
export type StepView = z.infer<typeof StepView>;
/** `reason` null: not for this reader. */
export const PathGoalView = z.object({ ...line, ...goal, reason: z.string().nullable() });
export type PathGoalView = z.infer<typeof PathGoalView>;
export const PathFormView = z.object({ ...line, ...form });
export type PathFormView = z.infer<typeof PathFormView>;

/** `counts`: no other measurement corrects this one. */
export const MeasureView = z.object({
  id: z.uuid(),
  ...measure,
  measuredBy: z.string(),
  corrects: z.uuid().nullable(),
  reason: z.string().nullable(),
  counts: z.boolean(),
});
export type MeasureView = z.infer<typeof MeasureView>;

/** What the vocational assessment found, brought as it stands there. `readiness` 1 to 5; null or empty: not assessed, or not for this reader. */
export const CurrentLevel = z.object({
  givenOn: PlainDate,
  doneBy: z.string(),
  readiness: z.int().nullable(),
  preferredJobs: z.string(),
  conclusion: z.string(),
  /** 0 (none) to 3 (good). */
  skills: z.array(z.object({ skill: z.string(), level: z.int() })),
  barriers: z.array(z.enum(workBarriers)),
  /** Whole months without work on the day of the assessment; null: at work, not known, or not kept then. */
  monthsWithoutWork: z.object({ months: z.int(), on: PlainDate }).nullable(),
  qualifications: z.array(z.object({ id: z.uuid(), name: z.string(), year: z.int().nullable(), document: z.string() })),
});
export type CurrentLevel = z.infer<typeof CurrentLevel>;

const frame = {
  personId: z.uuid(),
  /** First name and initial, alias or number. */
  personName: z.string(),
  planId: z.uuid(),
  mayBegin: z.boolean(),
  mayWrite: z.boolean(),
};
const annex = {
  ...line,
  state: z.enum(annexStates),
  ledBy: z.string(),
  begunOn: PlainDate,
  /** 0 until it is agreed. */
  versionNo: z.int(),
  /** Codes of what is missing before it can be agreed. */
  refusals: z.array(z.string()),
};

export const VocationalPlanView = z.object({
  ...frame,
  mayMark: z.boolean(),
  /** Null: not begun. */
  annex: z
    .object({
      ...annex,
      content: VocationalContent,
      /** Name of the job coach who is foreseen. */
      foreseenCoach: z.string().nullable(),
      steps: z.array(StepView),
      nextStepId: z.uuid().nullable(),
      handover: z
        .object({
          coach: z.string(),
          by: z.string(),
          on: PlainDate,
          disclosureAgreed: z.boolean(),
          disclosure: z.string(),
        })
        .nullable(),
    })
    .nullable(),
  /** Null: not assessed, or not for this reader. */
  level: CurrentLevel.nullable(),
  /** Job coaches of the case team, for those who may hand over. */
  coaches: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type VocationalPlanView = z.infer<typeof VocationalPlanView>;

export const InterpersonalPathView = z.object({
  ...frame,
  /** False: goals and forms alone. */
  seesMeasures: z.boolean(),
  annex: z
    .object({
      ...annex,
      goals: z.array(PathGoalView),
      forms: z.array(PathFormView),
      /** Oldest first. */
      measures: z.array(MeasureView),
      offers: z.array(
        z.object({ evidenceId: z.uuid(), competence: z.enum(competences), afterId: z.uuid(), on: PlainDate }),
      ),
    })
    .nullable(),
  /** Projects in which the person takes part today, for those who may offer a rise. */
  projects: z.array(z.object({ id: z.uuid(), title: z.string() })),
});
export type InterpersonalPathView = z.infer<typeof InterpersonalPathView>;

/** What our own records say of the chosen measures since the annex was begun. */
export const MeasureFigures = z.object({
  personId: z.uuid(),
  from: PlainDate,
  until: PlainDate,
  /** The person's whereabouts are kept from this reader: nothing is said. */
  hidden: z.boolean(),
  figures: z.array(
    z.object({
      measure: z.enum(planMeasures),
      label: z.object({ pl: z.string(), en: z.string(), uk: z.string() }),
      count: z.number(),
      /** What there could have been, such as the hours held; null where there is no such figure. */
      of: z.number().nullable(),
      target: z.int().nullable(),
      /** Null: no target, or the figure does not measure the same thing. */
      reached: z.boolean().nullable(),
    }),
  ),
});
export type MeasureFigures = z.infer<typeof MeasureFigures>;

const id = { id: z.uuid() };
/** The annex as it stood at a version. */
export const AnnexSnapshot = z.object({
  // what was not asked for earlier is left out where it is empty, so that words that were signed stay the same
  content: VocationalContent.extend(id).partial({ targets: true, coachId: true }).nullable(),
  steps: z.array(z.object({ ...id, ...step })),
  goals: z.array(z.object({ ...id, ...goal, reason: z.string().nullable() })),
  forms: z.array(z.object({ ...id, ...form })),
});
export type AnnexSnapshot = z.infer<typeof AnnexSnapshot>;

export const AnnexVersions = z.object({
  personId: z.uuid(),
  /** Names of the job coaches who were foreseen in one of the versions. */
  coaches: z.array(z.object({ id: z.uuid(), name: z.string() })),
  versions: z.array(
    z.object({
      no: z.int(),
      madeOn: PlainDate,
      madeBy: z.string(),
      content: AnnexSnapshot,
    }),
  ),
});
export type AnnexVersions = z.infer<typeof AnnexVersions>;
