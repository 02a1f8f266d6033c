import type { CommandContext } from "../../../platform/command.ts";
import { keepText, type StoredCandidate } from "../candidates/store.ts";
import type { Decision } from "../codes.ts";
import { endInterviewsOf } from "../interviews/store.ts";
import { writeGrounds } from "./reason.ts";

type Deciding = { decisionId: string; decision: Decision; reason: string; rankingId: string; criteriaNo: number };

/** Writes the next decision about a candidate with what it rests on. The caller has locked the recruitment. Who is not taken keeps no hours of an interview. */
export async function writeDecision(
  context: CommandContext,
  { id: candidateId, rank, decisionNo, results }: StoredCandidate,
  { decisionId, decision, reason, rankingId, criteriaNo }: Deciding,
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("candidateDecision")
    .values({
      organisationId,
      id: decisionId,
      candidateId,
      no: (decisionNo ?? 0) + 1,
      decision,
      rankingId,
      rank,
      decidedOn: context.today,
      decidedBy: accountId,
    })
    .execute();
  await keepText(context, candidateId, decisionId, writeGrounds({ reason, results, criteriaNo }));
  if (decision === "REJECTED") await endInterviewsOf(context, candidateId);
}
