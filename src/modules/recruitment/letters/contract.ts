import { z } from "zod";
import { Instant, PlainDate } from "../../../platform/time/schemas.ts";
import { decisions } from "../codes.ts";

/** Letters that are given out together, at most a hundred: one for each decision. */
export const IssueLetters = z.strictObject({
  batchId: z.uuid(),
  recruitmentId: z.uuid(),
  decisionIds: z.array(z.uuid()).min(1).max(100),
  /** Another letter about a decision that has one already. */
  again: z.boolean().default(false),
});
export type IssueLetters = z.infer<typeof IssueLetters>;

export const LetterList = z.object({
  recruitmentId: z.uuid(),
  title: z.string(),
  /** How many candidates are left out, because the reader may not know where they are. */
  hidden: z.int(),
  /** The decision of each that holds; `issuedOn` null: no letter of it was given out yet. */
  decisions: z.array(
    z.object({
      decisionId: z.uuid(),
      candidateId: z.uuid(),
      no: z.int(),
      name: z.string().nullable(),
      decision: z.enum(decisions),
      decidedOn: PlainDate,
      issuedOn: PlainDate.nullable(),
    }),
  ),
  /** Newest first. */
  batches: z.array(
    z.object({
      id: z.uuid(),
      at: Instant,
      by: z.string(),
      letters: z.array(
        z.object({ id: z.uuid(), candidateId: z.uuid(), name: z.string().nullable(), decision: z.enum(decisions) }),
      ),
    }),
  ),
});
export type LetterList = z.infer<typeof LetterList>;
