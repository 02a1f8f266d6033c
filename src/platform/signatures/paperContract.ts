import { z } from "zod";
import { PlainDate } from "../time/schemas.ts";
import { electronicMethods, signatureMethods } from "./methods.ts";
import { Drawing, Signing } from "./proofContract.ts";

/** The block on paper, as the room of the paper calls it. */
const signedAs = z.string().regex(/^[A-Z_]{2,40}$/);

export const SignOnPaper = z.strictObject({
  signatureId: z.uuid(),
  paperId: z.uuid(),
  signedAs,
  name: z.string().trim().min(1).max(200),
  signedOn: PlainDate,
  /** Where it was signed, and a scan of it. */
  place: z.string().trim().max(200).nullable().optional(),
  fileId: z.uuid().nullable().optional(),
});
export type SignOnPaper = z.infer<typeof SignOnPaper>;

export const IssuePaper = z.strictObject({ documentId: z.uuid(), paperId: z.uuid() });
export type IssuePaper = z.infer<typeof IssuePaper>;

export const SignPaperFile = z.strictObject({
  signatureId: z.uuid(),
  paperId: z.uuid(),
  signedAs,
  method: z.enum(electronicMethods),
  documentId: z.uuid(),
  fileId: z.uuid(),
});
export type SignPaperFile = z.infer<typeof SignPaperFile>;

export const DrawOnPaper = z.strictObject({ proofId: z.uuid(), paperId: z.uuid(), signedAs, picture: Drawing });
export type DrawOnPaper = z.infer<typeof DrawOnPaper>;

/** A block on paper, with the signature where it was given. `expected`: who signs there, as far as it is known. */
export const PaperPlace = z.object({
  signedAs: z.string(),
  expected: z.string(),
  name: z.string().nullable(),
  signedOn: PlainDate.nullable(),
  method: z.enum(signatureMethods).nullable(),
  hasFile: z.boolean(),
});
export type PaperPlace = z.infer<typeof PaperPlace>;

export const PaperSigning = Signing.extend({
  personId: z.uuid(),
  mayWrite: z.boolean(),
  places: z.array(PaperPlace),
  /** What keeps everybody from signing now. */
  refusals: z.array(z.string()),
  /** SHA-256 of the words under the signatures, hex; null before the first one. */
  sha256: z.string().nullable(),
  /** False when the words are no longer those that were signed, and no act of the house changed them. */
  isIntact: z.boolean(),
  /** Editions that another one took the place of, oldest first. */
  earlier: z.array(z.object({ no: z.int(), frozenAt: z.string(), signedBy: z.array(z.string()) })),
});
export type PaperSigning = z.infer<typeof PaperSigning>;
