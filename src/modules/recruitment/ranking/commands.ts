import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import { recruitmentAccess } from "../access.ts";
import { lockRecruitment } from "../store.ts";
import { FreezeRanking } from "./contract.ts";
import { freezeNext, newestNo } from "./freeze.ts";

/** @throws Problem not_found | conflict `ranking.newer_version` | refused as `refuseFreezing` says */
async function freeze(
  context: CommandContext,
  { rankingId, recruitmentId, seenNo, cause, reason }: FreezeRanking,
): Promise<Done> {
  const recruitment = await lockRecruitment(context, recruitmentAccess["ranking.freeze"], recruitmentId);
  const before = await newestNo(context, recruitmentId);
  if (before !== seenNo) throw new Problem("conflict", "ranking.newer_version");
  const no = await freezeNext(context, recruitment, {
    rankingId,
    cause: before === 0 ? "FIRST" : cause === "FIRST" ? "CORRECTION" : cause,
    reason: before === 0 ? "" : reason,
  });
  return { ids: { ranking: rankingId }, about: { type: "recruitment", id: recruitmentId }, detail: { no } };
}

export const rankingCommands = [
  defineCommand({
    type: "ranking.freeze",
    v: 1,
    summary: "Freezes the ranking of a recruitment, or its next version with a reason",
    payload: FreezeRanking,
    verb: recruitmentAccess["ranking.freeze"],
    run: freeze,
  }),
];
