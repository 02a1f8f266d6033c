import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { PlainDate as Day } from "../../../platform/time/schemas.ts";
import { nameOf, type StoredCandidate } from "../candidates/store.ts";
import { type Decision, decisions } from "../codes.ts";
import { appointmentsOf } from "../interviews/store.ts";
import type { StoredRecruitment } from "../store.ts";

/** What a letter says beside the grounds of its decision; kept with it, sealed, and ended with the candidate's card. Points in hundredths. */
export const LetterFacts = z.object({
  name: z.string(),
  address: z.string(),
  title: z.string(),
  no: z.int(),
  decision: z.enum(decisions),
  decidedOn: Day,
  by: z.string(),
  places: z.int(),
  rank: z.int().nullable(),
  total: z.int().nullable(),
  points: z.array(z.object({ name: z.string(), points: z.int(), weight: z.int() })),
  /** Null: the interview was not scored. */
  interview: z.int().nullable(),
  /** The first day of the project, or for the reserve the last day on which a place is offered. */
  nextDay: Day,
  /** The booked initial interview to come; letters from before there were any say nothing of it. */
  appointment: z.object({ day: Day, startsAt: z.string(), place: z.string() }).nullable().default(null),
});
export type LetterFacts = z.infer<typeof LetterFacts>;

export const writeFacts = (facts: LetterFacts): string => JSON.stringify(facts);
export const readFacts = (text: string): LetterFacts => LetterFacts.parse(JSON.parse(text));

type DecisionRow = {
  decisionId: string;
  candidateId: string;
  decision: Decision;
  decidedOn: PlainDate;
  by: string;
  rank: number | null;
  total: number | null;
  interview: number | null;
  given: Record<string, number> | null;
};

async function rowsOf(context: WorkContext, decisionIds: readonly string[]): Promise<DecisionRow[]> {
  const { rows } =
    await sql<DecisionRow>`select d.id as decision_id, d.candidate_id, d.decision, d.decided_on, m.display_name as by,
      d.rank, r.total, r.interview, r.given
    from candidate_decision d join membership m on m.organisation_id = d.organisation_id and m.account_id = d.decided_by
    left join ranking_row r on r.organisation_id = d.organisation_id and r.ranking_id = d.ranking_id and r.candidate_id = d.candidate_id
    where d.organisation_id = ${context.actor.organisationId} and d.id = any (${[...decisionIds]}::uuid[]) ${atMost}`.execute(
      context.tx,
    );
  return rows;
}

type PointName = { id: string; name: string; weight: number };

/** Criteria of points that ever were, so that a letter of an earlier list keeps its words. */
async function pointNames(context: WorkContext, recruitmentId: string): Promise<Map<string, PointName>> {
  const { rows } = await sql<PointName>`select id, name, weight from recruitment_point
    where organisation_id = ${context.actor.organisationId} and recruitment_id = ${recruitmentId} order by no, id ${atMost}`.execute(
    context.tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What letters about these decisions say today, by decision; none for a candidate who is not among `candidates` or whose card is over. */
export async function factsNow(
  context: WorkContext,
  { recruitmentId, title, places, startsOn, vacancyWeeks, interviewMax }: StoredRecruitment,
  decisionIds: readonly string[],
  candidates: ReadonlyMap<string, StoredCandidate>,
): Promise<ReadonlyMap<string, LetterFacts>> {
  const names = await pointNames(context, recruitmentId);
  const facts = new Map<string, LetterFacts>();
  const coming = new Map(
    (await appointmentsOf(context, [...candidates.keys()]))
      .filter(({ state, begun }) => state === "BOOKED" && !begun)
      .map(({ candidateId, day, startsAt, place }) => [candidateId, { day, startsAt, place }]),
  );
  for (const { decisionId, candidateId, given, interview, ...row } of await rowsOf(context, decisionIds)) {
    const candidate = candidates.get(candidateId);
    if (!candidate?.card) continue;
    const points = Object.entries(given ?? {}).flatMap(([id, value]) => {
      const point = names.get(id);
      return point ? [{ name: point.name, points: value, weight: point.weight }] : [];
    });
    facts.set(decisionId, {
      ...row,
      name: nameOf(candidate) ?? "",
      address: candidate.card.address ?? "",
      title,
      no: candidate.no,
      places,
      points,
      interview: interviewMax > 0 ? interview : null,
      appointment: coming.get(candidateId) ?? null,
      nextDay: row.decision === "RESERVE" ? addDays(startsOn, vacancyWeeks * 7 - 1) : startsOn,
    });
  }
  return facts;
}
