import { z } from "zod";
import { PlainDate } from "../time/schemas.ts";
import { SignatureCheck } from "./checkResult.ts";

/** A picture drawn on a pad: PNG in Base64, without the words that browsers put before it. */
export const Drawing = z
  .string()
  .max(200_000)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** A document that was handed out to be signed electronically. */
export const IssuedDocument = z.object({
  id: z.uuid(),
  issuedAt: z.string(),
  issuedByName: z.string().nullable(),
  sha256: z.string(),
  /** False when the words have changed since: it must be handed out anew. */
  isCurrent: z.boolean(),
});
export type IssuedDocument = z.infer<typeof IssuedDocument>;

/** How one party's signature is proved. A DRAWN one proves work, and is no written form (R-DOC-01). */
export const Proof = z.object({
  id: z.uuid(),
  party: z.string(),
  kind: z.enum(["PAPER", "DRAWN", "ELECTRONIC"]),
  takenAt: z.string(),
  takenOn: PlainDate,
  recordedByName: z.string().nullable(),
  place: z.string().nullable(),
  /** Whether a file lies with it: a scan or the signed file; a drawing is one. */
  hasFile: z.boolean(),
  /** False when the kept file is no longer the one that was taken. */
  isIntact: z.boolean(),
  check: SignatureCheck.nullable(),
  /** Which signature of the file is this party's, from 0. */
  own: z.int().nullable(),
});
export type Proof = z.infer<typeof Proof>;

/** Everything about the signing of one record. */
export const Signing = z.object({ documents: z.array(IssuedDocument), proofs: z.array(Proof) });
export type Signing = z.infer<typeof Signing>;
