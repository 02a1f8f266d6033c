import { z } from "zod";
import { terytPattern } from "../../../platform/identifiers/teryt.ts";
import { Instant, PlainDate } from "../../../platform/time/schemas.ts";
import { listedValues } from "../../project/criteria/codes.ts";
import { CriterionResult, CriterionRule } from "../../project/criteria/contract.ts";
import { candidateEvidenceSources, candidateSources, candidateStates, decisions, provenFacts } from "../codes.ts";
import { PointRule } from "../setup/contract.ts";

const text = (max: number) => z.string().trim().min(1).max(max).nullable();

/**
 * Who a candidate is and what the criteria ask, as one sealed card. `registeredSince` null and `notRegistered`: known never to have
 * been; both empty: not known. The same for the client of the centre.
 */
export const CandidateCard = z.strictObject({
  firstName: z.string().trim().min(1).max(100),
  lastName: z.string().trim().min(1).max(100),
  pesel: z.string().trim().min(1).max(20).nullable(),
  /** The number stands so on a document although its check fails (R-ID-03). */
  peselNeedsChecking: z.boolean(),
  birthDate: PlainDate.nullable(),
  sex: z.enum(listedValues.SEX).nullable(),
  phone: text(40),
  email: text(200),
  address: text(300),
  education: z.enum(listedValues.EDUCATION).nullable(),
  registeredSince: PlainDate.nullable(),
  notRegistered: z.boolean(),
  clientSince: PlainDate.nullable(),
  notClient: z.boolean(),
  labour: z.enum(listedValues.LABOUR_STATUS).nullable(),
  disability: z.enum(listedValues.DISABILITY).nullable(),
  commune: z.string().regex(terytPattern).nullable(),
  /** Answers to the project's own statements, by the rule's id. */
  statements: z.record(z.uuid(), z.boolean()),
  remark: text(1000),
});
export type CandidateCard = z.infer<typeof CandidateCard>;

/** A new id makes a candidate; a known one is edited against the envelope's `base`. */
export const RecordCandidate = z.strictObject({
  candidateId: z.uuid(),
  recruitmentId: z.uuid(),
  source: z.enum(candidateSources),
  appliedOn: PlainDate,
  card: CandidateCard,
  /** Why a card is edited; asked once a list was frozen. */
  reason: z.string().trim().max(1000).default(""),
});
export type RecordCandidate = z.infer<typeof RecordCandidate>;

export const FactName = z.union([z.enum(provenFacts), z.uuid()]);

export const AddEvidence = z.strictObject({
  candidateId: z.uuid(),
  evidence: z
    .array(
      z.strictObject({
        evidenceId: z.uuid(),
        fact: FactName,
        source: z.enum(candidateEvidenceSources),
        seenOn: PlainDate,
        words: z.string().trim().max(300).default(""),
      }),
    )
    .min(1)
    .max(20),
});
export type AddEvidence = z.infer<typeof AddEvidence>;

/** Points of many candidates at once, all or nothing. */
export const SetPoints = z.strictObject({
  recruitmentId: z.uuid(),
  points: z
    .array(z.strictObject({ candidateId: z.uuid(), pointId: z.uuid(), points: z.int().min(0).max(1000) }))
    .min(1)
    .max(2000),
});
export type SetPoints = z.infer<typeof SetPoints>;

export const NoteInterview = z.strictObject({
  interviewId: z.uuid(),
  candidateId: z.uuid(),
  heldOn: PlainDate,
  minutes: z.int().min(1).max(1440),
  interviewerId: z.uuid(),
  points: z.int().min(0).max(1000).nullable(),
  potential: z.string().trim().max(4000).default(""),
});
export type NoteInterview = z.infer<typeof NoteInterview>;

export const WithdrawCandidate = z.strictObject({
  candidateId: z.uuid(),
  withdrawnOn: PlainDate,
  reason: z.string().trim().min(1).max(1000),
  /** The next version of a list that is frozen; unused where none is. */
  rankingId: z.uuid(),
});
export type WithdrawCandidate = z.infer<typeof WithdrawCandidate>;

/** `decisionId`: of the decision that follows where the place was given away; `rankingId`: of the next version of a frozen list. */
export const TakeBackWithdrawal = z.strictObject({
  candidateId: z.uuid(),
  returnId: z.uuid(),
  decisionId: z.uuid(),
  rankingId: z.uuid(),
  reason: z.string().trim().min(1).max(1000),
});
export type TakeBackWithdrawal = z.infer<typeof TakeBackWithdrawal>;

/** Candidates of `fromId` go on in another recruitment of its project, each under a new id; all or nothing. */
export const CarryCandidates = z.strictObject({
  fromId: z.uuid(),
  recruitmentId: z.uuid(),
  candidates: z
    .array(z.strictObject({ candidateId: z.uuid(), newCandidateId: z.uuid() }))
    .min(1)
    .max(200)
    .refine((all) => new Set(all.map(({ candidateId }) => candidateId)).size === all.length),
});
export type CarryCandidates = z.infer<typeof CarryCandidates>;

/** `name`: of the recruitment alone; empty for a first one without a name. */
export const CarryTarget = z.object({ recruitmentId: z.uuid(), name: z.string() });
export type CarryTarget = z.infer<typeof CarryTarget>;

/** The same person in another recruitment of the project: where they went on or came from, or beside this one at the same time. */
export const OtherCandidacy = z.object({
  candidateId: z.uuid(),
  no: z.int(),
  title: z.string(),
  kind: z.enum(["WENT_ON", "CAME_FROM", "BESIDE"]),
});
export type OtherCandidacy = z.infer<typeof OtherCandidacy>;

/** `name` null: the card is over. `points` by criterion; null: not given yet. */
export const CandidateLine = z.object({
  id: z.uuid(),
  no: z.int(),
  name: z.string().nullable(),
  source: z.enum(candidateSources),
  appliedOn: PlainDate,
  state: z.enum(candidateStates),
  formal: z.enum(["pass", "fail", "missing"]),
  /** Rules by id that failed or lack something. */
  failed: z.array(z.uuid()),
  lacking: z.array(z.uuid()),
  points: z.record(z.uuid(), z.int()),
  interviewPoints: z.int().nullable(),
  interviewed: z.boolean(),
  rank: z.int().nullable(),
  others: z.array(OtherCandidacy),
});
export type CandidateLine = z.infer<typeof CandidateLine>;

export const CandidateList = z.object({
  recruitmentId: z.uuid(),
  title: z.string(),
  places: z.int(),
  closed: z.boolean(),
  /** Days on which applications are taken, both inclusive; null, both: any. */
  appliesFrom: PlainDate.nullable(),
  appliesUntil: PlainDate.nullable(),
  judgedOn: PlainDate,
  points: z.array(z.object(PointRule.shape)),
  interviewMax: z.int(),
  rules: z.array(CriterionRule),
  candidates: z.array(CandidateLine),
  /** How many more there are, of whom the reader may not know where they are. */
  hidden: z.int(),
});
export type CandidateList = z.infer<typeof CandidateList>;

export const CandidateView = z.object({
  id: z.uuid(),
  recruitmentId: z.uuid(),
  projectTitle: z.string(),
  no: z.int(),
  version: z.int(),
  source: z.enum(candidateSources),
  sender: z.string().nullable(),
  appliedOn: PlainDate,
  state: z.enum(candidateStates),
  open: z.boolean(),
  judgedOn: PlainDate,
  /** Null: its time is over. */
  card: z.object(CandidateCard.shape).nullable(),
  /** True: the degree of disability stands on the card and is not the reader's to see; the condition itself is told. */
  degreeKept: z.boolean(),
  rules: z.array(CriterionRule),
  results: z.array(z.object(CriterionResult.shape)),
  evidence: z.array(
    z.object({
      id: z.uuid(),
      fact: FactName,
      source: z.enum(candidateEvidenceSources),
      seenOn: PlainDate,
      by: z.string(),
      words: z.string(),
      /** False: the value was changed since, and this proves it no more. */
      holds: z.boolean(),
    }),
  ),
  pointRules: z.array(z.object(PointRule.shape)),
  points: z.record(z.uuid(), z.int()),
  interviewMax: z.int(),
  /** Hours that an initial interview takes, both inclusive, as of the day of the one that was held (R-REC-03). */
  interviewHours: z.object({ least: z.number(), most: z.number() }),
  interview: z
    .object({
      heldOn: PlainDate,
      minutes: z.int(),
      interviewerId: z.uuid(),
      interviewer: z.string(),
      points: z.int().nullable(),
      potential: z.string(),
      /** Shorter or longer than an interview of its day should be. */
      outside: z.boolean(),
    })
    .nullable(),
  /** Newest first; `back`: taken back. The first one stands while it has none. */
  withdrawals: z.array(
    z.object({
      on: PlainDate,
      by: z.string(),
      reason: z.string(),
      back: z.object({ on: PlainDate, by: z.string(), reason: z.string() }).nullable(),
    }),
  ),
  /** Whether the reader may take back the withdrawal that stands. */
  mayTakeBack: z.boolean(),
  /** Whether a list was frozen, so that an edit says why. */
  frozen: z.boolean(),
  /** What the card said before each edit, newest first: only what that edit changed. */
  editions: z.array(
    z.object({
      id: z.uuid(),
      at: Instant,
      by: z.string(),
      reason: z.string(),
      changed: z.array(z.object({ field: z.string(), was: z.string().nullable() })),
    }),
  ),
  decisions: z.array(
    z.object({
      id: z.uuid(),
      decision: z.enum(decisions),
      on: PlainDate,
      by: z.string(),
      rank: z.int().nullable(),
      reason: z.string(),
    }),
  ),
  personId: z.uuid().nullable(),
  /** That the file of another unit was opened when they were taken in, and why. */
  openedElsewhere: z.object({ on: PlainDate, by: z.string(), reason: z.string() }).nullable(),
  others: z.array(OtherCandidacy),
  /** Recruitments of the project in which this candidate may go on; empty where they may not. */
  carryTo: z.array(CarryTarget),
});
export type CandidateView = z.infer<typeof CandidateView>;
