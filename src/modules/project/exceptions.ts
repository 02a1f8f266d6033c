import { may } from "../../platform/access.ts";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import { sealText } from "../../platform/keys/sealedText.ts";
import { Problem } from "../../platform/problem.ts";
import { exceptionMakers } from "./criteria/access.ts";
import { refuseWaiving } from "./enrolmentRules.ts";
import { type EnrolmentQuestion, type Lacked, waivableGates } from "./gates.ts";

export const waivedPurpose = "enrolment.exception";

/** What somebody lacks that a person may waive, in the order of the gates. */
export async function lackedBy(context: WorkContext, question: EnrolmentQuestion): Promise<Lacked> {
  const all: Lacked[] = [];
  for (const gate of waivableGates) all.push(await gate(context, question));
  return {
    codes: all.flatMap(({ codes }) => codes),
    recruitment: all.find(({ recruitment }) => recruitment !== null)?.recruitment ?? null,
  };
}

/** Whether the reader may let somebody in beside what the project asks. */
export const mayWaive = (context: WorkContext, unitId: string): boolean =>
  may(context.actor, exceptionMakers, { unit: context.actor.unitIds.includes(unitId) });

/**
 * What the person lacks and whoever takes them in answers for; none where nothing is lacked.
 * @throws Problem refused with the first code that is lacked, `enrolment.exception_not_yours`. Source: docs/domain/rules.md R-REC-04, R-GDPR-11
 */
export async function requireWaived(
  context: CommandContext,
  question: EnrolmentQuestion,
  { unitId, reason }: { unitId: string; reason: string },
): Promise<readonly string[]> {
  const { codes, recruitment } = await lackedBy(context, question);
  const refusal = refuseWaiving(codes, { mayWaive: mayWaive(context, unitId), reason });
  const details = { source: "R-REC-04", conditions: codes, ...(recruitment === null ? {} : { recruitment }) };
  if (refusal) throw new Problem("refused", refusal, details);
  return codes;
}

/** Keeps what was waived and why, sealed. */
export async function keepWaived(
  context: CommandContext,
  { enrolmentId, projectId }: { enrolmentId: string; projectId: string },
  conditions: readonly string[],
  reason: string,
): Promise<void> {
  if (conditions.length === 0) return;
  const { organisationId, accountId } = context.actor;
  const sealed = sealText(context, waivedPurpose, enrolmentId, reason);
  await context.tx
    .insertInto("enrolmentException")
    .values({ organisationId, enrolmentId, projectId, conditions: [...conditions], sealed, decidedBy: accountId })
    .execute();
}
