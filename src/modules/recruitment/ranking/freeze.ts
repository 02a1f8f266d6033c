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
import { type Contender, type KeptRow, numbered, type Ranked, rank, refuseFreezing, withReturned } from "./rules.ts";

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
  const rules = await pointRulesOf(context, recruitment.recruitmentId);
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

export async function newestNo(context: WorkContext, recruitmentId: string): Promise<number> {
  const { rows } = await sql<{ no: number }>`select coalesce(max(no), 0)::int as no from ranking
    where organisation_id = ${context.actor.organisationId} and recruitment_id = ${recruitmentId}`.execute(context.tx);
  return rows[0]?.no ?? 0;
}

/** The newest frozen version; the caller knows that there is one. */
export async function newestRankingId(context: WorkContext, recruitmentId: string): Promise<string> {
  const { id } = await context.tx
    .selectFrom("ranking")
    .select("id")
    .where("organisationId", "=", context.actor.organisationId)
    .where("recruitmentId", "=", recruitmentId)
    .orderBy("no", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

type NextVersion = {
  rankingId: string;
  cause: "FIRST" | "WITHDRAWAL" | "RETURN" | "CORRECTION" | "LATE_CANDIDATE";
  reason: string;
  /** The candidate who comes back. */
  returned?: string;
};

/**
 * Keeps the list as it stands now as its next version; the recruitment is locked. Who withdrew leaves it, so that everybody below
 * moves up, and who comes back stands where they stood; nothing else is asked then, because the list has to follow.
 * @throws Problem refused as `refuseFreezing` says
 */
export async function freezeNext(
  context: CommandContext,
  recruitment: StoredRecruitment,
  { rankingId, cause, reason, returned }: NextVersion,
): Promise<number> {
  const { recruitmentId, places } = recruitment;
  const { criteriaNo, contenders } = await contendersOf(context, recruitment);
  const before = await newestNo(context, recruitmentId);
  const { organisationId, accountId } = context.actor;
  const follows = cause === "WITHDRAWAL" || cause === "RETURN";
  if (!follows) refuseIf([refuseFreezing(contenders, { frozen: before > 0, reason })], { source: "R-REC-04" });
  const rows = follows ? await keptOrder(context, recruitmentId, before, contenders, returned) : rank(contenders);
  const no = before + 1;
  await context.tx
    .insertInto("ranking")
    .values({
      organisationId,
      id: rankingId,
      recruitmentId,
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

/** Rows of a frozen version in their order, each with the candidate's number. */
async function keptRows(context: CommandContext, recruitmentId: string, no: number): Promise<KeptRow[]> {
  const { rows } =
    await sql<KeptRow>`select r.candidate_id as id, c.no, r.total, r.points, r.interview, r.given, r.unemployed_since, r.applied_on
    from ranking_row r join ranking v on v.organisation_id = r.organisation_id and v.id = r.ranking_id
    join candidate c on c.organisation_id = r.organisation_id and c.id = r.candidate_id
    where v.organisation_id = ${context.actor.organisationId} and v.recruitment_id = ${recruitmentId} and v.no = ${no} order by r.rank limit 2000`.execute(
      context.tx,
    );
  return rows;
}

/** The last version on which a candidate stood; 0 where they never did. */
async function lastVersionOf(context: CommandContext, recruitmentId: string, candidateId: string): Promise<number> {
  const { rows } = await sql<{ no: number }>`select coalesce(max(v.no), 0)::int as no from ranking_row r
    join ranking v on v.organisation_id = r.organisation_id and v.id = r.ranking_id
    where v.organisation_id = ${context.actor.organisationId} and v.recruitment_id = ${recruitmentId} and r.candidate_id = ${candidateId}`.execute(
    context.tx,
  );
  return rows[0]?.no ?? 0;
}

/**
 * The version before without those who are out: a withdrawal moves others up and changes nothing else. Who comes back stands by what
 * they last had on a list; whoever never stood on one waits for the next freezing.
 */
async function keptOrder(
  context: CommandContext,
  recruitmentId: string,
  no: number,
  contenders: readonly Contender[],
  returned: string | undefined,
): Promise<Ranked[]> {
  const still = new Set(contenders.map(({ id }) => id));
  const standing = (await keptRows(context, recruitmentId, no)).filter(({ id }) => still.has(id));
  const last = returned === undefined ? 0 : await lastVersionOf(context, recruitmentId, returned);
  const back =
    last === 0 ? undefined : (await keptRows(context, recruitmentId, last)).find(({ id }) => id === returned);
  return numbered(back ? withReturned(standing, back) : standing);
}
