import { z } from "zod";
import { Instant, PlainDate } from "../../../platform/time/schemas.ts";
import { candidateStates, decisions, rankingCauses } from "../codes.ts";
import { PointRule } from "../setup/contract.ts";

/** The first version, or the next one with its reason. `seenNo`: the newest version that the sender saw; 0: none. */
export const FreezeRanking = z.strictObject({
  rankingId: z.uuid(),
  recruitmentId: z.uuid(),
  seenNo: z.int().min(0),
  cause: z.enum(rankingCauses).exclude(["WITHDRAWAL", "RETURN"]),
  reason: z.string().trim().max(1000).default(""),
});
export type FreezeRanking = z.infer<typeof FreezeRanking>;

const difference = z.enum(["TOTAL", "UNEMPLOYED", "APPLIED", "NUMBER"]);

/** `now`: as it would stand if it were frozen today; null: it would not stand there any more. Hundredths of a point. */
export const RankingRow = z.object({
  candidateId: z.uuid(),
  no: z.int(),
  name: z.string().nullable(),
  state: z.enum(candidateStates),
  decision: z.enum(decisions).nullable(),
  /** Declined a place, or did not answer: is not asked again. */
  declined: z.boolean(),
  /** As it stands now: somebody of a frozen list may have lost a condition. */
  formal: z.enum(["pass", "fail", "missing"]),
  rank: z.int(),
  total: z.int(),
  points: z.int(),
  interview: z.int(),
  given: z.record(z.uuid(), z.int()),
  unemployedSince: PlainDate.nullable(),
  appliedOn: PlainDate,
  before: difference.nullable(),
  now: z.int().nullable(),
});
export type RankingRow = z.infer<typeof RankingRow>;

export const RankingView = z.object({
  recruitmentId: z.uuid(),
  title: z.string(),
  places: z.int(),
  /** Places that people hold who were let in beside the recruitment. */
  beside: z.int(),
  /** The last rank of the newest version that places reach which are free now; 0: none is free. */
  reach: z.int(),
  closed: z.boolean(),
  mayFreeze: z.boolean(),
  mayDecide: z.boolean(),
  points: z.array(z.object(PointRule.shape)),
  interviewMax: z.int(),
  interviewWeight: z.int(),
  /** Newest first; empty: `rows` are as it would be frozen. */
  versions: z.array(
    z.object({
      id: z.uuid(),
      no: z.int(),
      cause: z.enum(rankingCauses),
      reason: z.string(),
      judgedOn: PlainDate,
      by: z.string(),
      at: Instant,
      rows: z.int(),
    }),
  ),
  rows: z.array(RankingRow),
  /** How many candidates are left out, because the reader may not know where they are; their places stay theirs. */
  hidden: z.int(),
  /** Who passes every rule and still lacks points; candidates that would newly stand on the list; how many fail or lack evidence. */
  incomplete: z.array(z.object({ candidateId: z.uuid(), no: z.int(), name: z.string().nullable() })),
  newcomers: z.array(z.object({ candidateId: z.uuid(), no: z.int(), name: z.string().nullable(), now: z.int() })),
  outside: z.array(
    z.object({
      candidateId: z.uuid(),
      no: z.int(),
      name: z.string().nullable(),
      formal: z.enum(["pass", "fail", "missing"]),
      state: z.enum(candidateStates),
      decision: z.enum(decisions).nullable(),
      declined: z.boolean(),
    }),
  ),
});
export type RankingView = z.infer<typeof RankingView>;
