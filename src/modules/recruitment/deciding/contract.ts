import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { CarryTarget } from "../candidates/contract.ts";
import { candidateStates, decisions, offerAnswers, offerEndings, paperKinds } from "../codes.ts";

/** Decisions of one act, each with its own reason where the list does not suggest it; all or nothing. `rankingId`: the version that was looked at. */
export const DecideCandidates = z.strictObject({
  recruitmentId: z.uuid(),
  rankingId: z.uuid(),
  decisions: z
    .array(
      z.strictObject({
        decisionId: z.uuid(),
        candidateId: z.uuid(),
        decision: z.enum(decisions),
        reason: z.string().trim().max(1000).default(""),
      }),
    )
    .min(1)
    .max(2000)
    .refine((all) => new Set(all.map(({ candidateId }) => candidateId)).size === all.length),
});
export type DecideCandidates = z.infer<typeof DecideCandidates>;

export const OfferPlace = z.strictObject({
  offerId: z.uuid(),
  recruitmentId: z.uuid(),
  candidateId: z.uuid(),
  answerBy: PlainDate,
  /** Why out of the order. */
  reason: z.string().trim().max(1000).default(""),
});
export type OfferPlace = z.infer<typeof OfferPlace>;

/** `decisionId`: of the decision that follows when the place is taken. */
export const AnswerOffer = z.strictObject({
  offerId: z.uuid(),
  decisionId: z.uuid(),
  answer: z.enum(offerAnswers),
  answeredOn: PlainDate,
  /** Why a place is given to somebody who took it after the last day. */
  reason: z.string().trim().max(1000).default(""),
});
export type AnswerOffer = z.infer<typeof AnswerOffer>;

/**
 * `known`: the id is a person of the house already, whom the actor works with; else it is new. `elsewhere`: the file of another unit
 * with the candidate's PESEL, whose id the actor does not know and does not send. `caseId` new, unless one is open.
 */
export const AdmitCandidate = z.strictObject({
  candidateId: z.uuid(),
  personId: z.uuid(),
  known: z.boolean(),
  elsewhere: z.boolean().default(false),
  /** Why the file of another unit is opened; asked for `elsewhere` alone. */
  reason: z.string().trim().max(1000).default(""),
  caseId: z.uuid(),
});
export type AdmitCandidate = z.infer<typeof AdmitCandidate>;

export const ReserveView = z.object({
  recruitmentId: z.uuid(),
  title: z.string(),
  places: z.int(),
  taken: z.int(),
  /** Of the taken ones, how many are held by people who were let in beside the recruitment. */
  beside: z.int(),
  free: z.int(),
  until: PlainDate,
  over: z.boolean(),
  closed: z.boolean(),
  mayOffer: z.boolean(),
  /** Recruitments of the project in which whoever waits here may go on. */
  carryTo: z.array(CarryTarget),
  /** How many of the queue and of the offers are left out, because the reader may not know where they are. */
  hidden: z.int(),
  /** In the order in which they are asked. */
  queue: z.array(
    z.object({ candidateId: z.uuid(), no: z.int(), name: z.string().nullable(), rank: z.int().nullable() }),
  ),
  /** Newest first. */
  offers: z.array(
    z.object({
      id: z.uuid(),
      candidateId: z.uuid(),
      no: z.int(),
      name: z.string().nullable(),
      offeredOn: PlainDate,
      answerBy: PlainDate,
      by: z.string(),
      reason: z.string(),
      answer: z.enum(offerEndings).nullable(),
      answeredOn: PlainDate.nullable(),
    }),
  ),
});
export type ReserveView = z.infer<typeof ReserveView>;

/** `lacks`: codes of what keeps the person from starting, as the rooms above say it. `match`: a person of the house with the same PESEL, whom the reader works with. */
export const StartView = z.object({
  recruitmentId: z.uuid(),
  title: z.string(),
  startsOn: PlainDate,
  mayAdmit: z.boolean(),
  closed: z.boolean(),
  /** How many more there are, of whom the reader may not know where they are. */
  hidden: z.int(),
  people: z.array(
    z.object({
      candidateId: z.uuid(),
      no: z.int(),
      name: z.string().nullable(),
      state: z.enum(candidateStates),
      match: z.object({ id: z.uuid(), personNo: z.int(), name: z.string() }).nullable(),
      /** True: another unit has a file with this PESEL; whose it is, is told when the candidate is taken in. Told to who may take them in alone. */
      elsewhere: z.boolean(),
      personId: z.uuid().nullable(),
      caseId: z.uuid().nullable(),
      lacks: z.array(z.string()),
      /** Papers that the organisation asks for and that they have not signed; it keeps nobody from starting. */
      toSign: z.array(z.enum(paperKinds)),
      startedOn: PlainDate.nullable(),
      interviewed: z.boolean(),
    }),
  ),
});
export type StartView = z.infer<typeof StartView>;
