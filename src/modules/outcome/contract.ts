import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import {
  dimensions,
  employmentOutcomes,
  evidenceKinds,
  personStates,
  socialOutcomes,
  statuses,
  verdicts,
} from "./codes.ts";

export { personStates };

const proof = {
  occurredOn: PlainDate,
  observedOn: PlainDate,
  evidenceKind: z.enum(evidenceKinds).nullable(),
  /** A stored file that the sender has brought. */
  fileId: z.uuid().nullable(),
  declarationId: z.uuid().nullable(),
  placementId: z.uuid().nullable(),
  measureBefore: z.number().min(0).max(100).nullable(),
  measureAfter: z.number().min(0).max(100).nullable(),
  /** Who gave the opinion, when it stands instead of a measurement. */
  specialistId: z.uuid().nullable(),
};
/** F-73. The sender is the assessor. */
export const RecordEvidence = z.strictObject({
  evidenceId: z.uuid(),
  personId: z.uuid(),
  projectId: z.uuid(),
  dimension: z.enum(dimensions),
  outcomeType: z.enum([...socialOutcomes, ...employmentOutcomes]),
  ...proof,
});
export type RecordEvidence = z.infer<typeof RecordEvidence>;
export const CompleteEvidence = z.strictObject({ evidenceId: z.uuid(), ...proof });
export type CompleteEvidence = z.infer<typeof CompleteEvidence>;
export const VerifyEvidence = z.strictObject({
  evidenceId: z.uuid(),
  verdict: z.enum(verdicts),
  /** Why not; required when rejected. */
  reason: z.string().trim().min(1).max(500).nullable(),
});
export type VerifyEvidence = z.infer<typeof VerifyEvidence>;

/** `personName` is null for readers who see numbers only. `missing`: codes of what keeps it from being verified. */
export const EvidenceLine = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personNo: z.int(),
  personName: z.string().nullable(),
  projectId: z.uuid(),
  projectTitle: z.string(),
  dimension: z.enum(dimensions),
  outcomeType: z.enum([...socialOutcomes, ...employmentOutcomes]),
  occurredOn: PlainDate,
  observedOn: PlainDate,
  evidenceKind: z.enum(evidenceKinds).nullable(),
  hasFile: z.boolean(),
  fileId: z.uuid().nullable(),
  declarationId: z.uuid().nullable(),
  employerName: z.string().nullable(),
  placementId: z.uuid().nullable(),
  measureBefore: z.number().nullable(),
  measureAfter: z.number().nullable(),
  specialistId: z.uuid().nullable(),
  specialistName: z.string().nullable(),
  assessorId: z.uuid(),
  assessorName: z.string(),
  status: z.enum(statuses),
  verifierName: z.string().nullable(),
  reason: z.string().nullable(),
  missing: z.array(z.string()),
  version: z.int(),
});
export type EvidenceLine = z.infer<typeof EvidenceLine>;

/** One participant in reach, and where they stand in each dimension. */
export const StandingLine = z.object({
  personId: z.uuid(),
  personNo: z.int(),
  personName: z.string().nullable(),
  startedOn: PlainDate,
  endedOn: PlainDate.nullable(),
  social: z.enum(personStates),
  employment: z.enum(personStates),
});
export type StandingLine = z.infer<typeof StandingLine>;
