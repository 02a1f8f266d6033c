import { z } from "zod";
import { Instant, PlainDate } from "../../../platform/time/schemas.ts";
import { paperKinds } from "../codes.ts";

/** The next edition of a paper. `seenNo`: the newest that was looked at, 0 for none. Empty words: it is asked for no more. */
export const SetPaper = z.strictObject({
  recruitmentId: z.uuid(),
  kind: z.enum(paperKinds),
  seenNo: z.int().min(0).max(10_000),
  words: z.string().trim().max(20_000),
});
export type SetPaper = z.infer<typeof SetPaper>;

/** `no`: the edition that was signed, which need not be the newest. */
export const NoteSignature = z.strictObject({
  signatureId: z.uuid(),
  candidateId: z.uuid(),
  kind: z.enum(paperKinds),
  no: z.int().min(1).max(10_000),
  signedOn: PlainDate,
});
export type NoteSignature = z.infer<typeof NoteSignature>;

export const TakeBackSignature = z.strictObject({
  signatureId: z.uuid(),
  returnId: z.uuid(),
  reason: z.string().trim().min(1).max(1000),
});
export type TakeBackSignature = z.infer<typeof TakeBackSignature>;

/** Every edition of both papers, newest first. */
export const RecruitmentPapers = z.object({
  recruitmentId: z.uuid(),
  title: z.string(),
  closed: z.boolean(),
  maySet: z.boolean(),
  papers: z.array(
    z.object({
      kind: z.enum(paperKinds),
      editions: z.array(z.object({ no: z.int(), words: z.string(), by: z.string(), at: Instant })),
      /** Candidates who are still in and have not signed it; 0 while it has no words. Whoever the reader may not see is not counted. */
      unsigned: z.int(),
    }),
  ),
});
export type RecruitmentPapers = z.infer<typeof RecruitmentPapers>;

/** The papers of one candidate: those that are asked for, and those that were signed. */
export const CandidatePapers = z.object({
  recruitmentId: z.uuid(),
  papers: z.array(
    z.object({
      kind: z.enum(paperKinds),
      /** Null: it is asked for no more. */
      holdingNo: z.int().nullable(),
      /** Editions that have words, newest first. */
      numbers: z.array(z.int()),
      /** Newest first; `back`: the entry was taken back. */
      signatures: z.array(
        z.object({
          id: z.uuid(),
          no: z.int(),
          on: PlainDate,
          by: z.string(),
          back: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
        }),
      ),
    }),
  ),
});
export type CandidatePapers = z.infer<typeof CandidatePapers>;
