import { z } from "zod";

/** What can be wrong with one signature; `messages.ts` says each in words. */
export const signatureProblems = [
  "digest_differs",
  "value_wrong",
  "unreadable",
  "algorithm_weak",
  "algorithm_unknown",
  "certificate_missing",
  "certificate_other",
  "certificate_expired",
  "issuer_not_trusted",
  "not_our_document",
] as const;
export type SignatureProblem = (typeof signatureProblems)[number];

/** One signature of a file and what was found of it. */
export const SignerCheck = z.object({
  /** SIGNATURE: of a person or a seal; TIMESTAMP: a token that only says when the file was there. */
  kind: z.enum(["SIGNATURE", "TIMESTAMP"]),
  /** Empty: what was signed is unchanged, the key fits the certificate, the certificate was valid. */
  problems: z.array(z.enum(signatureProblems)),
  /** As the certificate says; null when there is none. Numbers of people are never taken from it. */
  signerName: z.string().nullable(),
  /** A trusted profile signs with the ministry's seal and names the person inside what is sealed. */
  namedInside: z.string().nullable(),
  issuerName: z.string().nullable(),
  /** By the signer's own clock. */
  claimedAt: z.string().nullable(),
  /** By a time stamp over this signature whose own signature fits. */
  stampedAt: z.string().nullable(),
  /** Who issued the certificate: NOT_CHECKED where the house keeps no list of roots. */
  issuer: z.enum(["NOT_CHECKED", "TRUSTED", "NOT_TRUSTED"]),
  algorithm: z.string().nullable(),
});
export type SignerCheck = z.infer<typeof SignerCheck>;

/** What a signed file is, as far as it can be told. Source: docs/domain/rules.md R-DOC-01 */
export const SignatureCheck = z.object({
  format: z.enum(["PADES", "XADES"]),
  signatures: z.array(SignerCheck),
  /** Bytes that stand after everything that somebody signed. */
  addedAfterBytes: z.int(),
  /** True when the file changes what our document shows, beside adding signatures to it. */
  alters: z.boolean(),
});
export type SignatureCheck = z.infer<typeof SignatureCheck>;

/** Why a file is no signed file that can be read at all. */
export const fileRefusals = [
  "signature.file_unreadable",
  "signature.file_hostile",
  "signature.file_too_long_to_check",
  "signature.none_found",
  "signature.too_many",
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** A check of a file that never got as far as its signatures. */
export class UnreadableSignedFile extends Error {
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

export type AcceptRefusal =
  | "signature.broken"
  | "signature.other_document"
  | "signature.added_after"
  | "signature.altered"
  | "signature.weak"
  | "signature.expired"
  | "signature.not_trusted"
  | "signature.not_checkable"
  | "signature.none_found";

const refusalOf: Record<SignatureProblem, AcceptRefusal> = {
  digest_differs: "signature.broken",
  value_wrong: "signature.broken",
  unreadable: "signature.not_checkable",
  algorithm_weak: "signature.weak",
  algorithm_unknown: "signature.not_checkable",
  certificate_missing: "signature.not_checkable",
  certificate_other: "signature.broken",
  certificate_expired: "signature.expired",
  issuer_not_trusted: "signature.not_trusted",
  not_our_document: "signature.other_document",
};

/**
 * Why a checked file cannot be taken as a signature under our document; empty = it can. Who issued a certificate is asked
 * only where the house keeps roots. Source: docs/domain/rules.md R-DOC-01, R-DOC-02
 */
export function refuseSignedFile(check: SignatureCheck): readonly AcceptRefusal[] {
  const refusals = check.signatures.flatMap(({ problems }) => problems.map((problem) => refusalOf[problem]));
  if (!check.signatures.some(({ kind }) => kind === "SIGNATURE")) refusals.push("signature.none_found");
  if (check.addedAfterBytes > 0) refusals.push("signature.added_after");
  if (check.alters) refusals.push("signature.altered");
  return [...new Set(refusals)];
}
