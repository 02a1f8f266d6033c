import { sql } from "kysely";
import { type CommandContext, type WorkContext } from "../../../platform/command.ts";
import { sealText, unsealText } from "../../../platform/keys/sealedText.ts";
import { registeredSince } from "../../../platform/longTermUnemployed.ts";
import { onConstraint, refuseIf } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { factsOfCard } from "../candidates/facts.ts";
import { isOpen } from "../candidates/rules.ts";
import { candidatesOf, judgedDay, type StoredCandidate } from "../candidates/store.ts";
import { pointRulesOf, type StoredRecruitment } from "../store.ts";
import { type Contender, rank, refuseFreezing } from "./rules.ts";

onConstraint("ranking_key", "conflict", "record.id_taken");
onConstraint("ranking_version_once", "conflict", "ranking.newer_version");

const purpose = "recruitment.ranking";

export const openReason = (context: WorkContext, rankingId: string, sealed: Buffer | null): string =>
  sealed ? unsealText(context, purpose, rankingId, sealed) : "";

/** Since when the card says that somebody is registered as unemployed, as of the day of judging. */
function unemployedSince({ card }: StoredCandidate, on: PlainDate): PlainDate | null {
  const ranges = card && factsOfCard(card, new Map()).registered?.value;
  return ranges ? registeredSince(ranges, on) : null;
}

/** Everybody who is still in, as the list compares them. */
export async function contendersOf(
  context: WorkContext,
  recruitment: StoredRecruitment,
): Promise<{ criteriaNo: number; contenders: Contender[]; candidates: StoredCandidate[] }> {
  const rules = await pointRulesOf(context, recruitment.projectId);
  const { criteria, candidates } = await candidatesOf(context, recruitment);
  const on = judgedDay(context, recruitment);
  const contenders = candidates
    .filter(({ state, card }) => isOpen(state) && card !== null)
    .map(
      (one): Contender => ({
        id: one.id,
        no: one.no,
        formal: one.formal,
        points: rules.map(({ pointId, weight }) => ({ pointId, points: one.points[pointId] ?? null, weight })),
        interview:
          recruitment.interviewMax === 0
            ? null
            : { points: one.interview?.points ?? null, weight: recruitment.interviewWeight },
        unemployedSince: unemployedSince(one, on),
        appliedOn: one.appliedOn,
      }),
    );
  return { criteriaNo: criteria.no, contenders, candidates };
}

export async function newestNo(context: WorkContext, projectId: string): Promise<number> {
  const { rows } = await sql<{ no: number }>`select coalesce(max(no), 0)::int as no from ranking
    where organisation_id = ${context.actor.organisationId} and project_id = ${projectId}`.execute(context.tx);
  return rows[0]?.no ?? 0;
}

type NextVersion = {
  rankingId: string;
  cause: "FIRST" | "WITHDRAWAL" | "CORRECTION" | "LATE_CANDIDATE";
  reason: string;
};

/**
 * Keeps the list as it stands now as its next version; the recruitment is locked. Who withdrew leaves it, so that everybody below
 * moves up; nothing else is asked then, because the list has to follow.
 * @throws Problem refused as `refuseFreezing` says
 */
export async function freezeNext(
  context: CommandContext,
  recruitment: StoredRecruitment,
  { rankingId, cause, reason }: NextVersion,
): Promise<number> {
  const { projectId, places } = recruitment;
  const { criteriaNo, contenders } = await contendersOf(context, recruitment);
  const before = await newestNo(context, projectId);
  const { organisationId, accountId } = context.actor;
  let rows = rank(contenders);
  if (cause === "WITHDRAWAL") rows = await keptOrder(context, projectId, before, rows, contenders);
  else refuseIf([refuseFreezing(contenders, { frozen: before > 0, reason })], { source: "R-REC-04" });
  const no = before + 1;
  await context.tx
    .insertInto("ranking")
    .values({
      organisationId,
      id: rankingId,
      projectId,
      no,
      cause,
      sealed: reason === "" ? null : sealText(context, purpose, rankingId, reason),
      judgedOn: judgedDay(context, recruitment),
      criteriaNo,
      places,
      frozenBy: accountId,
    })
    .execute();
  if (rows.length > 0)
    await context.tx
      .insertInto("rankingRow")
      .values(
        rows.map(({ id, before: _, given, ...row }) => ({
          ...row,
          given: JSON.stringify(given),
          organisationId,
          rankingId,
          candidateId: id,
        })),
      )
      .execute();
  return no;
}

/** The version before without those who are out: a withdrawal moves others up and changes nothing else. */
async function keptOrder(
  context: CommandContext,
  projectId: string,
  no: number,
  now: ReturnType<typeof rank>,
  contenders: readonly Contender[],
): Promise<ReturnType<typeof rank>> {
  const { rows } = await sql<
    Omit<ReturnType<typeof rank>[number], "before">
  >`select r.candidate_id as id, r.rank, r.total, r.points, r.interview, r.given, r.unemployed_since, r.applied_on
    from ranking_row r join ranking v on v.organisation_id = r.organisation_id and v.id = r.ranking_id
    where v.organisation_id = ${context.actor.organisationId} and v.project_id = ${projectId} and v.no = ${no} order by r.rank limit 2000`.execute(
    context.tx,
  );
  const still = new Set(contenders.map(({ id }) => id));
  if (rows.length === 0) return now;
  return rows.filter(({ id }) => still.has(id)).map((row, at) => ({ ...row, rank: at + 1, before: null }));
}
