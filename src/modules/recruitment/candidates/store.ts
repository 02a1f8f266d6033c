import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import type { CommandContext, WorkContext } from "../../../platform/command.ts";
import { sealJson, unsealJson } from "../../../platform/keys/sealedJson.ts";
import { sealText, unsealText } from "../../../platform/keys/sealedText.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { whereaboutsHidden, whereaboutsProtected } from "../../person/public.ts";
import type { Criteria, CriterionResult, Evidence } from "../../project/criteria/contract.ts";
import { evaluate, overall } from "../../project/criteria/rules.ts";
import { criteriaOf } from "../../project/public.ts";
import type { CandidateSource, CandidateState, Decision } from "../codes.ts";
import { requireRecruitment, type StoredRecruitment } from "../store.ts";
import { CandidateCard } from "./contract.ts";
import { factsOfCard, saidOf } from "./facts.ts";
import { stateOf } from "./rules.ts";

const cardPurpose = "recruitment.candidate";
const textPurpose = "recruitment.text";

/** What each fact said when it was last proven: a value that was changed since is proven by nothing. Sealed with the card, ends with it. */
export type Proofs = Readonly<Record<string, string>>;
const KeptCard = CandidateCard.extend({ proofs: z.record(z.string(), z.string()).default({}) });

export const sealCard = (context: WorkContext, candidateId: string, card: CandidateCard, proofs: Proofs): Buffer =>
  sealJson(context, cardPurpose, candidateId, { ...card, proofs });

/** A sealed card of the candidate, the one that holds or an edition before. */
export const openCard = (context: WorkContext, candidateId: string, sealed: Buffer): z.infer<typeof KeptCard> =>
  KeptCard.parse(unsealJson(context, cardPurpose, candidateId, sealed));

/** The proofs of a card with these facts proven as it says them now. */
export const provenNow = (card: CandidateCard, proofs: Proofs, facts: readonly string[]): Proofs => ({
  ...proofs,
  ...Object.fromEntries(facts.map((fact) => [fact, saidOf(card, fact)])),
});

/** Keeps what somebody typed about a candidate under the record that it belongs to; nothing for an empty text. */
export async function keepText(
  context: CommandContext,
  candidateId: string,
  recordId: string,
  text: string,
): Promise<void> {
  if (text === "") return;
  await context.tx
    .insertInto("candidateText")
    .values({
      organisationId: context.actor.organisationId,
      recordId,
      candidateId,
      sealed: sealText(context, textPurpose, recordId, text),
    })
    .execute();
}

/** Texts about candidates by the record they belong to. */
export async function textsOf(
  context: WorkContext,
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ recordId: string; sealed: Buffer }>`select record_id, sealed from candidate_text
    where organisation_id = ${context.actor.organisationId} and candidate_id = any (${[...candidateIds]}::uuid[])`.execute(
    context.tx,
  );
  return new Map(rows.map(({ recordId, sealed }) => [recordId, unsealText(context, textPurpose, recordId, sealed)]));
}

export type StoredEvidence = {
  id: string;
  fact: string;
  source: "PAPER" | "OFFICE" | "STATEMENT";
  seenOn: PlainDate;
  by: string;
};
export type StoredInterview = {
  id: string;
  heldOn: PlainDate;
  minutes: number;
  interviewerId: string;
  interviewer: string;
  points: number | null;
};
type Row = {
  id: string;
  recruitmentId: string;
  /** The candidate that this one went on as in another recruitment of the project. */
  carriedTo: string | null;
  no: number;
  version: number;
  source: CandidateSource;
  sender: string | null;
  appliedOn: PlainDate;
  sealed: Buffer | null;
  erased: boolean;
  evidence: StoredEvidence[];
  points: Record<string, number>;
  interview: StoredInterview | null;
  withdrawnOn: PlainDate | null;
  decisionId: string | null;
  decision: Decision | null;
  decisionNo: number | null;
  rank: number | null;
  offered: boolean;
  /** Declined a place that was offered, or did not answer: is not asked again. */
  declined: boolean;
  personId: string | null;
  caseId: string | null;
  startedOn: PlainDate | null;
  endedOn: PlainDate | null;
  /** Admitted or by the PESEL a person of the house whose whereabouts the reader may not know (C7). */
  hidden: boolean;
};
export type StoredCandidate = Omit<Row, "sealed" | "erased" | "evidence"> & {
  /** `holds`: the card still says what was proven. */
  evidence: (StoredEvidence & { holds: boolean })[];
  proofs: Proofs;
  /** Null: its time is over. */
  card: CandidateCard | null;
  results: CriterionResult[];
  formal: CriterionResult["result"];
  state: CandidateState;
};

/**
 * Of each candidate everything that lists and rules need, in one statement; the sealed parts opened after it. Whoever was admitted twice
 * in one project started by the later admission, if it came before the start; whoever said in which group they start, by that group's.
 */
const selectRows = (context: WorkContext, wish: { recruitmentId: string } | { candidateId: string }) => sql<Row>`
  with guarded as materialized (select h.id, h.pesel_index from person h where h.organisation_id = ${context.actor.organisationId}
    and ${whereaboutsProtected(context, sql.ref("h.id"))} and ${whereaboutsHidden(context, sql.ref("h.id"))})
  select c.id, c.recruitment_id, v.to_candidate_id as carried_to, c.no, c.version, c.source, i.sender, c.applied_on, d.sealed,
    exists (select from candidate_erasure x where x.organisation_id = c.organisation_id and x.candidate_id = c.id) as erased,
    coalesce(e.entries, '[]') as evidence, coalesce(s.points, '{}') as points, t.interview, w.withdrawn_on,
    k.id as decision_id, k.decision, k.no as decision_no, l.rank,
    exists (select from reserve_offer o where o.organisation_id = c.organisation_id and o.candidate_id = c.id
      and not exists (select from reserve_answer a where a.organisation_id = o.organisation_id and a.offer_id = o.id)) as offered,
    exists (select from reserve_offer o join reserve_answer a on a.organisation_id = o.organisation_id and a.offer_id = o.id
      where o.organisation_id = c.organisation_id and o.candidate_id = c.id and a.answer in ('DECLINED', 'NO_ANSWER')) as declined,
    m.person_id, m.case_id, n.started_on, n.ended_on,
    exists (select from guarded u where u.id = m.person_id or u.pesel_index = d.pesel_index) as hidden
  from candidate c
  join recruitment r on r.organisation_id = c.organisation_id and r.id = c.recruitment_id
  left join candidate_carry v on v.organisation_id = c.organisation_id and v.candidate_id = c.id
  left join candidate_import i on i.organisation_id = c.organisation_id and i.id = c.import_id
  left join candidate_card d on d.organisation_id = c.organisation_id and d.candidate_id = c.id
  left join standing_withdrawal w on w.organisation_id = c.organisation_id and w.candidate_id = c.id
  left join candidate_admission m on m.organisation_id = c.organisation_id and m.candidate_id = c.id
  left join lateral (select jsonb_agg(jsonb_build_object('id', f.id, 'fact', f.fact, 'source', f.source, 'seenOn', f.seen_on, 'by', b.display_name)
      order by f.recorded_at, f.id) as entries
    from candidate_evidence f join membership b on b.organisation_id = f.organisation_id and b.account_id = f.recorded_by
    where f.organisation_id = c.organisation_id and f.candidate_id = c.id) e on true
  left join lateral (select jsonb_object_agg(g.point_id, g.points) as points from (
      select distinct on (q.point_id) q.point_id, q.points from candidate_points q
      where q.organisation_id = c.organisation_id and q.candidate_id = c.id order by q.point_id, q.recorded_at desc, q.id desc) g) s on true
  left join lateral (select jsonb_build_object('id', v.id, 'heldOn', v.held_on, 'minutes', v.minutes, 'interviewerId', v.interviewer_id,
      'interviewer', b.display_name, 'points', v.points) as interview
    from candidate_interview v join membership b on b.organisation_id = v.organisation_id and b.account_id = v.interviewer_id
    where v.organisation_id = c.organisation_id and v.candidate_id = c.id order by v.recorded_at desc, v.id desc limit 1) t on true
  left join lateral (select y.id, y.decision, y.no from candidate_decision y
    where y.organisation_id = c.organisation_id and y.candidate_id = c.id order by y.no desc limit 1) k on true
  left join lateral (select h.id from ranking h where h.organisation_id = c.organisation_id and h.recruitment_id = c.recruitment_id order by h.no desc limit 1) z on true
  left join ranking_row l on l.organisation_id = c.organisation_id and l.ranking_id = z.id and l.candidate_id = c.id
  left join lateral (select p.started_on, p.ended_on from enrolment_period p
    left join recruitment_start u on u.organisation_id = p.organisation_id and u.enrolment_id = p.id
    where p.organisation_id = c.organisation_id and p.project_id = r.project_id and p.person_id = any (same_person(m.person_id))
      and coalesce(u.recruitment_id = c.recruitment_id, not exists (select from candidate_admission x join candidate y on y.organisation_id = x.organisation_id and y.id = x.candidate_id
          join recruitment q on q.organisation_id = y.organisation_id and q.id = y.recruitment_id
        where x.organisation_id = c.organisation_id and y.id <> c.id and q.project_id = r.project_id and x.person_id = any (same_person(m.person_id))
          and case when (x.recorded_at, y.id) > (m.recorded_at, c.id) then x.admitted_on <= p.started_on else p.started_on < m.admitted_on end))
    order by p.started_on desc limit 1) n on m.person_id is not null
  where c.organisation_id = ${context.actor.organisationId} and ${"recruitmentId" in wish ? sql`c.recruitment_id = ${wish.recruitmentId}` : sql`c.id = ${wish.candidateId}`}
  order by c.no ${atMost}`;

const noWords: ReadonlyMap<string, string> = new Map();

/** The last entry of each fact whose value is still the one that was proven. */
function provenBy(
  entries: readonly (StoredEvidence & { holds: boolean })[],
  words: ReadonlyMap<string, string>,
): ReadonlyMap<string, Evidence> {
  const held = entries.filter(({ holds }) => holds);
  return new Map(
    held.map(({ id, fact, source, seenOn }) => [fact, { source, on: seenOn, words: words.get(id) ?? null }]),
  );
}

/** The day as of which the criteria of a recruitment are judged. */
export const judgedDay = (context: WorkContext, { judgedOn }: { judgedOn: PlainDate | null }): PlainDate =>
  judgedOn ?? context.today;

function opened(
  context: WorkContext,
  { sealed, erased, ...row }: Row,
  { rules }: Pick<Criteria, "rules">,
  on: PlainDate,
  words: ReadonlyMap<string, string>,
): StoredCandidate {
  const kept = sealed ? openCard(context, row.id, sealed) : null;
  const { proofs = {}, ...told } = kept ?? {};
  const card = kept && CandidateCard.parse(told);
  const evidence = row.evidence.map((one) => ({
    ...one,
    holds: card !== null && proofs[one.fact] === saidOf(card, one.fact),
  }));
  const results = card ? evaluate(rules, factsOfCard(card, provenBy(evidence, words)), on) : [];
  const formal = card ? overall(results) : "missing";
  return { ...row, card, proofs, evidence, results, formal, state: stateOf({ ...row, erased, formal }) };
}

/** Candidates of a recruitment by number, each judged by the rules that hold now. The caller has checked the reach. */
export async function candidatesOf(
  context: WorkContext,
  recruitment: Pick<StoredRecruitment, "recruitmentId" | "projectId" | "judgedOn">,
): Promise<{ criteria: Criteria; candidates: StoredCandidate[] }> {
  const { recruitmentId } = recruitment;
  const criteria = await criteriaOf(context, recruitment.projectId);
  const { rows } = await selectRows(context, { recruitmentId }).execute(context.tx);
  const on = judgedDay(context, recruitment);
  return { criteria, candidates: rows.map((row) => opened(context, row, criteria, on, noWords)) };
}

type FoundCandidate = {
  recruitment: StoredRecruitment;
  criteria: Criteria;
  candidate: StoredCandidate;
  texts: ReadonlyMap<string, string>;
};

/**
 * One candidate with every text about them. @throws Problem not_found `candidate.not_found`, also out of reach and for somebody whose
 * whereabouts the reader may not know (C7)
 */
export async function requireCandidate(
  context: WorkContext,
  verb: Parameters<typeof requireRecruitment>[1],
  candidateId: string,
): Promise<FoundCandidate> {
  const found = await findCandidate(context, verb, candidateId);
  if (found.candidate.hidden) throw new Problem("not_found", "candidate.not_found");
  return found;
}

/** The same, whoever it is: for what the room asks itself and shows nobody. */
export async function findCandidate(
  context: WorkContext,
  verb: Parameters<typeof requireRecruitment>[1],
  candidateId: string,
): Promise<FoundCandidate> {
  const { rows } = await selectRows(context, { candidateId }).execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "candidate.not_found");
  const recruitment = await requireRecruitment(context, verb, row.recruitmentId).catch((error: unknown) => {
    throw error instanceof Problem ? new Problem("not_found", "candidate.not_found") : error;
  });
  const criteria = await criteriaOf(context, recruitment.projectId);
  const texts = await textsOf(context, [candidateId]);
  const candidate = opened(context, row, criteria, judgedDay(context, recruitment), texts);
  return { recruitment, criteria, candidate, texts };
}

/** What to call a candidate: full name; null when the card is over. */
export const nameOf = ({ card }: Pick<StoredCandidate, "card">): string | null =>
  card && `${card.lastName} ${card.firstName}`;

/** Candidates whom the reader may be shown, and how many there are beside them (C7). */
export function shownOf(candidates: readonly StoredCandidate[]): { shown: StoredCandidate[]; hidden: number } {
  const shown = candidates.filter(({ hidden }) => !hidden);
  return { shown, hidden: candidates.length - shown.length };
}

/**
 * Those of the candidates who may be named in a command, by id, so that one that names several changes no other's.
 * @throws Problem not_found
 */
export function requireOwn(
  candidates: readonly StoredCandidate[],
  candidateIds: readonly string[],
): ReadonlyMap<string, StoredCandidate> {
  const byId = new Map(shownOf(candidates).shown.map((one) => [one.id, one]));
  if (candidateIds.some((id) => !byId.has(id))) throw new Problem("not_found", "candidate.not_found");
  return byId;
}
