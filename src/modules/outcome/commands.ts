import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  recordEvent,
  requireBase,
} from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { endTasksFrom, requirePerson } from "../casework/public.ts";
import {
  findPlacement,
  freeDeclarationPlace,
  missingOfDeclaration,
  requireOwnFile,
  takeDeclarationPlace,
} from "../employment/public.ts";
import { participantsOf } from "../project/public.ts";
import { outcomeAccess } from "./access.ts";
import { socialOutcomes } from "./codes.ts";
import { CompleteEvidence, RecordEvidence, VerifyEvidence } from "./contract.ts";
import { type Dimension, missingForVerification, refuseEvidenceKind, refuseVerification } from "./rules.ts";
import { askSecondEyes, proofOf } from "./secondEyes.ts";

onConstraint("outcome_evidence_key", "conflict", "record.id_taken");
onConstraint("outcome_evidence_specialist", "invalid", "outcome.unknown_colleague", "payload.specialistId");
onConstraint("outcome_verified_once", "refused", "outcome.already_decided");
onConstraint("outcome_verified_by_another", "refused", "outcome.same_assessor");

type Proof = Omit<CompleteEvidence, "evidenceId">;

/** What no evidence may say, complete or not. @throws Problem refused | invalid | not_found */
async function requireSound(
  context: CommandContext,
  personId: string,
  dimension: Dimension,
  proof: Proof,
): Promise<void> {
  refuseIf([
    proof.observedOn < proof.occurredOn ? "outcome.observed_before" : null,
    proof.observedOn > context.today ? "outcome.in_future" : null,
    proof.evidenceKind === null ? null : refuseEvidenceKind(dimension, proof.evidenceKind),
    proof.declarationId !== null && proof.evidenceKind !== "EMPLOYER_DECLARATION"
      ? "outcome.declaration_of_other_kind"
      : null,
  ]);
  if (proof.placementId !== null) {
    const placement = await findPlacement(context, proof.placementId);
    if (placement?.personId !== personId) throw new Problem("not_found", "placement.not_found");
  }
}

function asText(proof: Proof) {
  const { measureBefore, measureAfter } = proof;
  return {
    ...proof,
    measureBefore: measureBefore === null ? null : String(measureBefore),
    measureAfter: measureAfter === null ? null : String(measureAfter),
  };
}

/**
 * @throws Problem not_found | refused `outcome.not_participant`, `outcome.type_of_other_dimension`, `outcome.observed_before`,
 * `outcome.in_future`, `outcome.evidence_of_other_dimension`, `employment.declaration_full`
 */
export async function recordEvidence(context: CommandContext, payload: RecordEvidence): Promise<Done> {
  const { evidenceId, personId, projectId, dimension, outcomeType, ...proof } = payload;
  await requirePerson(context, outcomeAccess["evidence.record"], personId);
  const participants = await participantsOf(context, projectId, context.today);
  if (!participants.some((each) => each.personId === personId)) throw new Problem("refused", "outcome.not_participant");
  const social = socialOutcomes.some((type) => type === outcomeType);
  refuseIf([social === (dimension === "SOCIAL") ? null : "outcome.type_of_other_dimension"]);
  await requireSound(context, personId, dimension, proof);
  await requireOwnFile(context, proof.fileId, "payload.fileId");
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("outcomeEvidence")
    .values({
      ...asText(proof),
      organisationId,
      id: evidenceId,
      personId,
      projectId,
      dimension,
      outcomeType,
      // The place is claimed first, so that the declaration is found in this organisation.
      declarationId: await claimed(context, proof.declarationId, evidenceId, personId),
      assessorId: accountId,
    })
    .execute();
  await recordEvent(context, {
    personId,
    kind: "evidence.recorded",
    section: "INDICATORS",
    subject: { type: "evidence", id: evidenceId },
    detail: { dimension },
  });
  await askSecondEyes(context, { evidenceId, personId, dimension });
  return {
    ids: { evidence: evidenceId },
    version: 1,
    about: { type: "evidence", id: evidenceId, personId, section: "INDICATORS" },
  };
}

async function claimed(
  context: CommandContext,
  declarationId: string | null,
  evidenceId: string,
  personId: string,
): Promise<string | null> {
  if (declarationId !== null) await takeDeclarationPlace(context, { declarationId, evidenceId, personId });
  return declarationId;
}

/** The evidence, locked, when the actor may do `verb` on its person. */
async function lockEvidence(context: CommandContext, verb: "evidence.record" | "evidence.verify", evidenceId: string) {
  const { organisationId } = context.actor;
  await lockRow(context, "outcome_evidence", evidenceId, "evidence.not_found");
  const evidence = await context.tx
    .selectFrom("outcomeEvidence as e")
    .leftJoin("outcomeVerification as v", (join) =>
      join.onRef("v.organisationId", "=", "e.organisationId").onRef("v.evidenceId", "=", "e.id"),
    )
    .selectAll("e")
    .select("v.verdict")
    .where("e.organisationId", "=", organisationId)
    .where("e.id", "=", evidenceId)
    .executeTakeFirstOrThrow();
  await requirePerson(context, outcomeAccess[verb], evidence.personId).catch((error: unknown) => {
    throw error instanceof Problem && error.kind === "not_found"
      ? new Problem("not_found", "evidence.not_found")
      : error;
  });
  const dimension: Dimension = evidence.dimension === "SOCIAL" ? "SOCIAL" : "EMPLOYMENT";
  const status = evidence.verdict === null ? "DRAFT" : evidence.verdict === "VERIFIED" ? "VERIFIED" : "REJECTED";
  return { ...evidence, dimension, status } as const;
}

/** Only the assessor completes: whoever else did would assess. @throws Problem not_found | conflict | refused as `evidence.record`, `outcome.other_assessor`, `outcome.already_decided` */
async function completeEvidence(context: CommandContext, { evidenceId, ...proof }: CompleteEvidence): Promise<Done> {
  const evidence = await lockEvidence(context, "evidence.record", evidenceId);
  const { organisationId, accountId } = context.actor;
  const { personId } = evidence;
  refuseIf([
    evidence.status === "DRAFT" ? null : "outcome.already_decided",
    evidence.assessorId === accountId ? null : "outcome.other_assessor",
  ]);
  requireBase(context, evidence.version);
  await requireSound(context, personId, evidence.dimension, proof);
  if (proof.fileId !== evidence.fileId) await requireOwnFile(context, proof.fileId, "payload.fileId");
  if (proof.declarationId !== evidence.declarationId) {
    await freeDeclarationPlace(context, evidenceId);
    await claimed(context, proof.declarationId, evidenceId, personId);
  }
  await context.tx
    .updateTable("outcomeEvidence")
    .set(asText(proof))
    .where("organisationId", "=", organisationId)
    .where("id", "=", evidenceId)
    .execute();
  const version = await bumpVersion(context, "outcome_evidence", evidenceId);
  return {
    ids: { evidence: evidenceId },
    version,
    about: { type: "evidence", id: evidenceId, personId, section: "INDICATORS" },
  };
}

/**
 * The second pair of eyes. A rejected evidence gives its place on the declaration back.
 * @throws Problem not_found | refused `outcome.same_assessor`, `outcome.already_decided`, `outcome.reason_missing`, what is missing
 * Source: docs/domain/rules.md R-OUTC-05, R-EMP-06
 */
async function verifyEvidence(context: CommandContext, { evidenceId, verdict, reason }: VerifyEvidence): Promise<Done> {
  const evidence = await lockEvidence(context, "evidence.verify", evidenceId);
  const { organisationId, accountId } = context.actor;
  const { personId, assessorId, dimension, declarationId } = evidence;
  requireBase(context, evidence.version);
  refuseIf([
    refuseVerification(evidence, accountId),
    verdict === "REJECTED" && !reason ? "outcome.reason_missing" : null,
  ]);
  if (verdict === "VERIFIED") {
    const declarationMissing = declarationId === null ? [] : await missingOfDeclaration(context, declarationId);
    const before = evidence.measureBefore === null ? null : Number(evidence.measureBefore);
    const after = evidence.measureAfter === null ? null : Number(evidence.measureAfter);
    refuseIf(missingForVerification({ ...evidence, before, after }, declarationMissing));
  }
  await context.tx
    .insertInto("outcomeVerification")
    .values({ organisationId, evidenceId, assessorId, verifierId: accountId, verdict, reason })
    .execute();
  if (verdict === "REJECTED") await freeDeclarationPlace(context, evidenceId);
  await endTasksFrom(context, proofOf(evidenceId), "DONE");
  await recordEvent(context, {
    personId,
    kind: verdict === "VERIFIED" ? "evidence.verified" : "evidence.rejected",
    section: "INDICATORS",
    subject: { type: "evidence", id: evidenceId },
    detail: { dimension },
  });
  return {
    ids: { evidence: evidenceId },
    about: { type: "evidence", id: evidenceId, personId, section: "INDICATORS" },
    detail: { verdict },
  };
}

export const outcomeCommands = [
  defineCommand({
    type: "evidence.record",
    v: 1,
    summary: "Records proof of what a person has reached in a project",
    payload: RecordEvidence,
    verb: outcomeAccess["evidence.record"],
    run: recordEvidence,
  }),
  defineCommand({
    type: "evidence.complete",
    v: 1,
    summary: "Completes a proof that waits for verification",
    payload: CompleteEvidence,
    verb: outcomeAccess["evidence.record"],
    run: completeEvidence,
  }),
  defineCommand({
    type: "evidence.verify",
    v: 1,
    summary: "Verifies or rejects a proof that somebody else has brought",
    payload: VerifyEvidence,
    verb: outcomeAccess["evidence.verify"],
    run: verifyEvidence,
  }),
];
