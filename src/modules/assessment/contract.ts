import { z } from "zod";
import { Teryt } from "../../platform/identifiers/schemas.ts";
import { PlainDate } from "../../platform/time/schemas.ts";
import {
  areas,
  assessmentKinds,
  dependencePhases,
  dependences,
  enforcements,
  everyAskedPart,
  fitnesses,
  listAnswers,
  risks,
  skillKinds,
  stepsByHand,
  supportForms,
  verdicts,
  workBarriers,
  workHours,
  workLimits,
} from "./codes.ts";
import { WorkFacts } from "./history/contract.ts";

export { FitForWork } from "./fitness/contract.ts";

/** `level` 1 (needs much support) to 5 (a strength); null: nothing said yet, or `notAssessed`, and then `note` says why. */
const AssessedArea = z.strictObject({
  area: z.enum(areas),
  level: z.int().min(1).max(5).nullable(),
  notAssessed: z.boolean().default(false),
  note: z.string().max(2000),
});
export type AssessedArea = z.infer<typeof AssessedArea>;

/** A meeting with the person; its minutes count into the hours of initial conversations. */
export const Meeting = z.strictObject({ on: PlainDate, minutes: z.int().min(5).max(600) });
export type Meeting = z.infer<typeof Meeting>;

/** Name, version and result; the content of a test is never kept. */
const UsedMethod = z.strictObject({
  name: z.string().max(200),
  version: z.string().max(100),
  result: z.string().max(1000),
});

/** F-22 alone. */
const SocialPart = z.strictObject({
  /** TERYT; free text where it was written before codes were asked. */
  jurisdictionCommune: z.string().max(200),
  benefits: z.string().max(1000),
  enforcement: z.array(z.enum(enforcements)).max(2),
  enforcementNote: z.string().max(1000),
});
export type SocialPart = z.infer<typeof SocialPart>;
/** As it is written now; an empty code: not known yet. */
const WrittenSocialPart = SocialPart.extend({ jurisdictionCommune: Teryt.or(z.literal("")) });

/** F-23 alone; work history and qualifications are records of their own. */
const VocationalPart = z.strictObject({
  /** `level` 0 (none) to 3 (good). */
  skills: z
    .array(z.strictObject({ kind: z.enum(skillKinds), name: z.string().max(100), level: z.int().min(0).max(3) }))
    .max(40),
  preferenceTest: z
    .strictObject({ name: z.string().max(200), on: PlainDate.nullable(), result: z.string().max(500) })
    .nullable(),
  barriers: z.array(z.enum(workBarriers)).max(15),
  barriersNote: z.string().max(2000),
  preferredJobs: z.string().max(1000),
  preferredHours: z.enum(workHours).nullable(),
  /** How far from home, kilometres. */
  areaKm: z.int().min(0).max(1000).nullable(),
  fitness: z
    .strictObject({
      on: PlainDate.nullable(),
      /** Last valid day, inclusive; null: not said. */
      until: PlainDate.nullable().default(null),
      result: z.enum(fitnesses),
      /** For who leads the work; `limits` stays with the readers of the form. */
      avoid: z.array(z.enum(workLimits)).max(workLimits.length).default([]),
      limits: z.string().max(500),
    })
    .nullable(),
});
export type VocationalPart = z.infer<typeof VocationalPart>;

/** The addiction therapist's alone: each once, `phase` null while it is not known. Source: docs/domain/forms.md, code list ADDICTION */
const TherapistPart = z.strictObject({
  dependences: z
    .array(z.strictObject({ kind: z.enum(dependences), phase: z.enum(dependencePhases).nullable() }))
    .max(dependences.length),
  abstinentSince: PlainDate.nullable(),
  /** Therapies so far and what they gave. */
  treatmentSoFar: z.string().max(2000),
});
export type TherapistPart = z.infer<typeof TherapistPart>;

/** What the specialist notes; for the readers of this kind only. An empty text: nothing written yet. */
export const NotedContent = z.strictObject({
  reason: z.string().max(2000),
  methods: z.string().max(2000),
  strengths: z.string().max(4000),
  areas: z.array(AssessedArea).max(20),
  riskSuicide: z.enum(risks).nullable(),
  riskViolence: z.enum(risks).nullable(),
  /** What is done about the risk. */
  riskAction: z.string().max(2000).default(""),
  meetings: z.array(Meeting).max(30).default([]),
  methodsUsed: z.array(UsedMethod).max(20).default([]),
  proposedSupport: z.array(z.enum(supportForms)).max(20).default([]),
  /** Said instead of an entry; where there is one, it counts and not the answer. */
  answers: z
    .array(z.strictObject({ about: z.enum(everyAskedPart), answer: z.enum(listAnswers) }))
    .max(everyAskedPart.length)
    .default([]),
  social: SocialPart.nullable().default(null),
  vocational: VocationalPart.nullable().default(null),
  therapist: TherapistPart.nullable().default(null),
});
export type NotedContent = z.infer<typeof NotedContent>;

/** What was noted, and what the server adds. */
export const AssessmentContent = NotedContent.extend({
  /** Of a vocational assessment with its recommendation: what the work history said on that day. */
  work: WorkFacts.nullable().default(null),
});
export type AssessmentContent = z.infer<typeof AssessmentContent>;

/** One assessment, whole, each time it is saved. `recommendation` null: work goes on; given, it is final. */
export const RecordAssessment = z.strictObject({
  assessmentId: z.uuid(),
  caseId: z.uuid(),
  kind: z.enum(assessmentKinds),
  startedOn: PlainDate,
  content: NotedContent.extend({ social: WrittenSocialPart.nullable().default(null) }),
  conclusion: z.string().max(6000).nullable(),
  recommendation: z
    .strictObject({
      verdict: z.enum(verdicts),
      conditions: z.array(z.strictObject({ conditionId: z.uuid(), text: z.string().max(1000) })).max(10),
    })
    .nullable(),
});
export type RecordAssessment = z.infer<typeof RecordAssessment>;

export const WriteNote = z.strictObject({
  noteId: z.uuid(),
  caseId: z.uuid(),
  text: z.string().min(1).max(20_000),
});
export type WriteNote = z.infer<typeof WriteNote>;

/** Both days inclusive. It opens nothing until another person confirms it. */
export const NameSubstitute = z.strictObject({
  substitutionId: z.uuid(),
  authorId: z.uuid(),
  substituteId: z.uuid(),
  reason: z.string().trim().min(1).max(500),
  validFrom: PlainDate,
  validUntil: PlainDate,
});
export type NameSubstitute = z.infer<typeof NameSubstitute>;

export const DecideSubstitute = z.strictObject({ substitutionId: z.uuid() });
export type DecideSubstitute = z.infer<typeof DecideSubstitute>;

const substitutionStates = ["WAITING", "HOLDS", "ENDED"] as const;
export const SubstitutionLine = z.object({
  id: z.uuid(),
  author: z.string(),
  substitute: z.string(),
  reason: z.string(),
  validFrom: PlainDate,
  validUntil: PlainDate,
  namedBy: z.string(),
  confirmedBy: z.string().nullable(),
  state: z.enum(substitutionStates),
  mayConfirm: z.boolean(),
  mayEnd: z.boolean(),
});
export type SubstitutionLine = z.infer<typeof SubstitutionLine>;

/** `authors`: whose substitute the reader may name; `specialists`: who may be one. */
export const Substitutions = z.object({
  lines: z.array(SubstitutionLine),
  authors: z.array(z.object({ id: z.uuid(), name: z.string() })),
  specialists: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type Substitutions = z.infer<typeof Substitutions>;

export const MeetCondition = z.strictObject({
  conditionId: z.uuid(),
  metOn: PlainDate,
  evidence: z.string().min(1).max(1000),
});
export type MeetCondition = z.infer<typeof MeetCondition>;

/** `verdict` is what the deciding person saw on the page; the rule is asked again. */
export const DecideGate = z.strictObject({
  decisionId: z.uuid(),
  caseId: z.uuid(),
  verdict: z.enum(["RECOMMENDED", "NOT_RECOMMENDED"]),
});
export type DecideGate = z.infer<typeof DecideGate>;

/** `reason`: why, asked for where the path goes back. */
export const MoveStage = z.strictObject({
  caseId: z.uuid(),
  act: z.enum(stepsByHand),
  reason: z.string().trim().min(1).max(500).nullable().default(null),
});
export type MoveStage = z.infer<typeof MoveStage>;

export const AssessmentView = z.object({
  id: z.uuid(),
  kind: z.enum(assessmentKinds),
  version: z.int(),
  doneBy: z.string(),
  /** Done by the reader. */
  mine: z.boolean(),
  startedOn: PlainDate,
  givenOn: PlainDate.nullable(),
  verdict: z.enum(verdicts).nullable(),
  /** Null while no recommendation is given, except for the author. */
  conclusion: z.string().nullable(),
  conditions: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      met: z.object({ on: PlainDate, by: z.string(), evidence: z.string() }).nullable(),
    }),
  ),
  /** Null when the reader sees conclusions only, and when the key that it was sealed with is destroyed. */
  content: AssessmentContent.nullable(),
  /** Areas whose sections of the file are closed to the reader, whether or not something is written there. */
  closedAreas: z.array(z.enum(areas)),
  /** Whether the reader may print the whole form. */
  printable: z.boolean(),
});
export type AssessmentView = z.infer<typeof AssessmentView>;

export const CaseAssessments = z.object({
  caseId: z.uuid(),
  personId: z.uuid(),
  /** First name and initial, alias or number. */
  personName: z.string(),
  stage: z.string(),
  /** The way of the case so far, oldest step first: who moved it, when, by what act, and why where it was written. */
  path: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      act: z.string(),
      by: z.string(),
      at: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  /** How the case ended, `reason` a code; null while it is open. */
  ended: z.object({ on: PlainDate, by: z.string(), reason: z.string() }).nullable(),
  openedOn: PlainDate,
  /** Somebody comes regularly and an assessment is proposed. */
  proposed: z.boolean(),
  /** Steps that a person may take now, for those who may. */
  steps: z.array(z.enum(stepsByHand)),
  gate: z.object({
    verdict: z.enum(["RECOMMENDED", "NOT_RECOMMENDED", "WAITING"]),
    /** Codes of what is missing, only of kinds that the reader may read. */
    refusals: z.array(z.string()),
    decided: z.object({ verdict: z.string(), at: z.string(), by: z.string() }).nullable(),
    mayDecide: z.boolean(),
  }),
  /** Kinds that the reader may do here. */
  mayRecord: z.array(z.enum(assessmentKinds)),
  /** Kinds whose conclusions the reader may read. */
  mayRead: z.array(z.enum(assessmentKinds)),
  /** Hours of the initial conversations, both inclusive (R-REC-03). */
  talkHours: z.object({ least: z.number(), most: z.number() }),
  /** Whether the reader may open the work history, and what it says today. */
  workHistory: z.boolean(),
  work: WorkFacts.nullable(),
  /** TERYT of the last permanent registration, for who may write F-22 and may know it. */
  registrationTeryt: z.string().nullable(),
  /** Whether the reader may read the needs. */
  needs: z.boolean(),
  /** Newest first. */
  assessments: z.array(AssessmentView),
});
export type CaseAssessments = z.infer<typeof CaseAssessments>;

/** `author`: null for the reader's own; else whose substitute the reader is. */
export const NoteLine = z.object({ id: z.uuid(), writtenAt: z.string(), author: z.string().nullable() });
export type NoteLine = z.infer<typeof NoteLine>;

/** A case on the way to the gate. `given`: kinds with a recommendation. */
export const GateLine = z.object({
  caseId: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  stage: z.string(),
  given: z.array(z.enum(assessmentKinds)),
  /** Regular attendance proposes an assessment. */
  proposed: z.boolean(),
});
export type GateLine = z.infer<typeof GateLine>;
