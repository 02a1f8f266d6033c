import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import { Problem } from "../../../platform/problem.ts";
import { recruitmentAccess } from "../access.ts";
import { isOpen } from "../candidates/rules.ts";
import { nameOf, type StoredCandidate, shownOf } from "../candidates/store.ts";
import { reachOf } from "../deciding/rules.ts";
import { pointRulesOf, relationOf, requireRecruitment } from "../store.ts";
import { type RankingRow, RankingView } from "./contract.ts";
import { contendersOf, openReason } from "./freeze.ts";
import { isComplete, type Ranked, rank } from "./rules.ts";

type Version = RankingView["versions"][number];
type FrozenRow = Omit<Ranked, "before">;

async function versionsOf(context: WorkContext, recruitmentId: string): Promise<Version[]> {
  const { rows } = await sql<
    Omit<Version, "reason"> & { sealed: Buffer | null }
  >`select v.id, v.no, v.cause, v.sealed, v.judged_on, m.display_name as by, v.frozen_at as at,
      (select count(*)::int from ranking_row r where r.organisation_id = v.organisation_id and r.ranking_id = v.id) as rows
    from ranking v join membership m on m.organisation_id = v.organisation_id and m.account_id = v.frozen_by
    where v.organisation_id = ${context.actor.organisationId} and v.recruitment_id = ${recruitmentId} order by v.no desc ${atMost}`.execute(
    context.tx,
  );
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    at: instantOf(row.at),
    reason: openReason(context, row.id, sealed),
  }));
}

async function frozenRows(context: WorkContext, rankingId: string): Promise<FrozenRow[]> {
  const { rows } =
    await sql<FrozenRow>`select candidate_id as id, rank, total, points, interview, given, unemployed_since, applied_on from ranking_row
    where organisation_id = ${context.actor.organisationId} and ranking_id = ${rankingId} order by rank ${atMost}`.execute(
      context.tx,
    );
  return rows;
}

/** What put each above the next, of a list that is frozen: told by its own numbers. */
function withDifference(rows: readonly FrozenRow[]): Ranked[] {
  return rows.map((row, at) => {
    const next = rows[at + 1];
    if (!next) return { ...row, before: null };
    if (row.total !== next.total) return { ...row, before: "TOTAL" };
    if (row.unemployedSince !== next.unemployedSince) return { ...row, before: "UNEMPLOYED" };
    return { ...row, before: row.appliedOn === next.appliedOn ? "NUMBER" : "APPLIED" };
  });
}

function rowOf(row: Ranked, candidate: StoredCandidate, now: number | null): RankingRow {
  const { id, ...rest } = row;
  const { no, state, decision, declined, formal } = candidate;
  return { ...rest, candidateId: id, no, name: nameOf(candidate), state, decision, declined, formal, now };
}

/**
 * The list: the newest frozen version, or the one that is asked for; while none is frozen, as it would be. Beside it what has changed
 * since. @throws Problem not_found for a version that there is not
 */
async function readRanking(context: WorkContext, recruitmentId: string, no: number | undefined): Promise<RankingView> {
  const recruitment = await requireRecruitment(context, recruitmentAccess["ranking.read"], recruitmentId);
  const versions = await versionsOf(context, recruitmentId);
  const shown = no === undefined ? versions[0] : versions.find((version) => version.no === no);
  if (no !== undefined && !shown) throw new Problem("not_found", "recruitment.not_found");
  const { contenders, candidates: all } = await contendersOf(context, recruitment);
  const { shown: candidates, hidden } = shownOf(all);
  const byId = new Map(candidates.map((one) => [one.id, one]));
  const fresh = rank(contenders);
  const freshRank = new Map(fresh.map((row) => [row.id, row.rank]));
  const rows = shown ? withDifference(await frozenRows(context, shown.id)) : fresh;
  const listed = new Set(rows.map(({ id }) => id));
  const { actor } = context;
  const relation = relationOf(context, recruitment);
  const named = (one: StoredCandidate) => ({ candidateId: one.id, no: one.no, name: nameOf(one) });
  const incomplete = new Set(contenders.filter((one) => one.formal === "pass" && !isComplete(one)).map(({ id }) => id));
  return {
    recruitmentId,
    title: recruitment.title,
    places: recruitment.places,
    beside: recruitment.beside,
    reach: reachOf(all, recruitment),
    closed: recruitment.closedOn !== null,
    mayFreeze: may(actor, recruitmentAccess["ranking.freeze"], relation),
    mayDecide: may(actor, recruitmentAccess["candidate.decide"], relation),
    points: await pointRulesOf(context, recruitmentId),
    interviewMax: recruitment.interviewMax,
    interviewWeight: recruitment.interviewWeight,
    versions,
    rows: rows.flatMap((row) => {
      const candidate = byId.get(row.id);
      return candidate ? [rowOf(row, candidate, freshRank.get(row.id) ?? null)] : [];
    }),
    hidden,
    incomplete: candidates.filter(({ id }) => incomplete.has(id)).map(named),
    newcomers: shown
      ? candidates.flatMap((one) => {
          const now = freshRank.get(one.id);
          return now === undefined || listed.has(one.id) ? [] : [{ ...named(one), now }];
        })
      : [],
    outside: candidates
      .filter((one) => isOpen(one.state) && !listed.has(one.id) && (one.formal !== "pass" || shown !== undefined))
      .map((one) => ({
        ...named(one),
        formal: one.formal,
        state: one.state,
        decision: one.decision,
        declined: one.declined,
      })),
  };
}

export const rankingQueries = [
  defineQuery({
    name: "ranking.read",
    method: "GET",
    path: "/recruitments/:recruitmentId/ranking",
    summary: "The ranking of a recruitment: its frozen versions, its rows, and what has changed since",
    input: z.strictObject({ recruitmentId: z.uuid(), no: z.coerce.number().int().min(1).optional() }),
    answer: RankingView,
    verb: recruitmentAccess["ranking.read"],
    audit: ({ recruitmentId }) => ({ objectType: "recruitment", objectId: recruitmentId }),
    run: (context, { recruitmentId, no }) => readRanking(context, recruitmentId, no),
  }),
];
