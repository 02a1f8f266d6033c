import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, requireBase } from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { caseworkAccess } from "../../casework/access.ts";
import { requireColleague } from "../../casework/public.ts";
import { peselIndexOf } from "../../person/public.ts";
import { recruitmentAccess } from "../access.ts";
import { candidatesAtMost, provenFacts } from "../codes.ts";
import { returnOf, vacancies } from "../deciding/rules.ts";
import { settleVacancyTask } from "../deciding/vacancy.ts";
import { writeDecision } from "../deciding/writeDecision.ts";
import { endInterviewsOf } from "../interviews/store.ts";
import { freezeNext, newestNo, newestRankingId } from "../ranking/freeze.ts";
import { lockRecruitment, pointRulesOf, type StoredRecruitment } from "../store.ts";
import { completed, refuseCard } from "./card.ts";
import {
  AddEvidence,
  type CandidateCard,
  NoteInterview,
  RecordCandidate,
  SetPoints,
  TakeBackWithdrawal,
  WithdrawCandidate,
} from "./contract.ts";
import { mayReadDisability, withUnseen } from "./disability.ts";
import { isOpen, refuseApplication, refuseInterview, refusePoints, windowWords } from "./rules.ts";
import {
  candidatesOf,
  keepText,
  provenNow,
  requireCandidate,
  requireOwn,
  type StoredCandidate,
  sealCard,
} from "./store.ts";

onConstraint("candidate_key", "conflict", "record.id_taken");
onConstraint("candidate_once_by_pesel", "refused", "candidate.pesel_taken");
onConstraint("candidate_once_by_row", "refused", "candidate.row_taken");
onConstraint("candidate_evidence_key", "conflict", "record.id_taken");
onConstraint("candidate_interview_key", "conflict", "record.id_taken");
onConstraint("candidate_withdrawal_key", "conflict", "record.id_taken");
onConstraint("candidate_return_key", "conflict", "record.id_taken");
onConstraint("candidate_returns_once", "refused", "withdrawal.not_standing");

const about = (id: string) => ({ about: { type: "candidate", id } }) as const;

const indexOf = (context: CommandContext, { pesel }: CandidateCard): Buffer | null =>
  pesel === null ? null : peselIndexOf(context, pesel);

/** The next number of a recruitment, which the caller has locked. */
export async function nextCandidateNo(context: CommandContext, recruitmentId: string): Promise<number> {
  const { rows } = await sql<{ no: number }>`select coalesce(max(no), 0)::int + 1 as no from candidate
    where organisation_id = ${context.actor.organisationId} and recruitment_id = ${recruitmentId}`.execute(context.tx);
  return rows[0]?.no ?? 1;
}

/** A candidate that may still change, with its recruitment locked. @throws Problem not_found | refused */
export async function lockCandidate(
  context: CommandContext,
  verb: Parameters<typeof lockRecruitment>[1],
  candidateId: string,
): Promise<{ recruitment: StoredRecruitment; candidate: StoredCandidate & { card: CandidateCard } }> {
  const { candidate: before } = await requireCandidate(context, verb, candidateId);
  await lockRecruitment(context, verb, before.recruitmentId);
  const { recruitment, candidate } = await requireCandidate(context, verb, candidateId);
  const { card } = candidate;
  if (card === null) throw new Problem("refused", "candidate.erased");
  refuseIf([isOpen(candidate.state) ? null : "candidate.withdrawn_already"]);
  return { recruitment, candidate: { ...candidate, card } };
}

/** Keeps the card as it was before an edit, and why it is edited; who was on a frozen list is not changed without a word. */
async function keepCardEdition(
  context: CommandContext,
  { id: candidateId, version: no, source, appliedOn }: StoredCandidate,
  { editionId, reason }: { editionId: string; reason: string },
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await sql`insert into candidate_card_edition (organisation_id, id, candidate_id, no, sealed, source, applied_on, replaced_by)
    select organisation_id, ${editionId}, candidate_id, ${no}, sealed, ${source}, ${appliedOn}, ${accountId} from candidate_card
    where organisation_id = ${organisationId} and candidate_id = ${candidateId}`.execute(context.tx);
  await keepText(context, candidateId, editionId, reason);
}

/**
 * @throws Problem not_found | conflict (changed meanwhile, id taken) | invalid | refused `candidate.pesel_taken`, `candidate.reason_missing`
 * (of an edit once a list was frozen), `candidate.outside_window` with its `days`, and as the rules say
 */
async function recordCandidate(context: CommandContext, payload: RecordCandidate): Promise<Done> {
  const { candidateId, recruitmentId, source, appliedOn } = payload;
  const verb = recruitmentAccess["candidate.record"];
  const recruitment = await lockRecruitment(context, verb, recruitmentId);
  if (appliedOn > context.today) throw new Problem("refused", "candidate.applied_in_future");
  const faults = refuseCard(payload.card, context.today);
  if (faults[0])
    throw new Problem(
      "invalid",
      faults[0].code,
      undefined,
      faults.map(({ path, code }) => ({ path: `payload.card.${path}`, code })),
    );
  const card = completed(payload.card, context.today);
  const { organisationId, accountId } = context.actor;
  const known = await context.tx
    .selectFrom("candidate")
    .select(["recruitmentId", "version", "appliedOn"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", candidateId)
    .executeTakeFirst();
  // who came in before the days were set, or with others from another recruitment, keeps their day
  const outside = known?.appliedOn === appliedOn ? null : refuseApplication(recruitment, appliedOn);
  refuseIf([outside], { days: windowWords(recruitment) });
  const peselIndex = indexOf(context, card);
  if (known) {
    if (context.base === undefined || known.recruitmentId !== recruitmentId)
      throw new Problem("conflict", "record.id_taken");
    requireBase(context, known.version);
    const { candidate } = await requireCandidate(context, verb, candidateId);
    refuseIf([candidate.personId === null ? null : "candidate.admitted_already"]);
    refuseIf([candidate.card === null ? "candidate.erased" : null]);
    const frozen = (await newestNo(context, recruitmentId)) > 0;
    refuseIf([frozen && payload.reason.trim() === "" ? "candidate.reason_missing" : null], { source: "R-REC-04" });
    await keepCardEdition(context, candidate, { editionId: uuidv7(), reason: payload.reason });
    const edited = withUnseen(card, candidate.card, mayReadDisability(context, recruitment));
    await context.tx
      .updateTable("candidateCard")
      .set({ sealed: sealCard(context, candidateId, edited, candidate.proofs), peselIndex })
      .where("organisationId", "=", organisationId)
      .where("candidateId", "=", candidateId)
      .execute();
    await context.tx
      .updateTable("candidate")
      .set({ source, appliedOn, version: known.version + 1 })
      .where("organisationId", "=", organisationId)
      .where("id", "=", candidateId)
      .execute();
    await settleVacancyTask(context, recruitmentId);
    return { ids: { candidate: candidateId }, version: known.version + 1, ...about(candidateId) };
  }
  const no = await nextCandidateNo(context, recruitmentId);
  refuseIf([no > candidatesAtMost ? "candidate.too_many" : null], { most: candidatesAtMost });
  await context.tx
    .insertInto("candidate")
    .values({ organisationId, id: candidateId, recruitmentId, no, source, appliedOn, recordedBy: accountId })
    .execute();
  await context.tx
    .insertInto("candidateCard")
    .values({
      organisationId,
      candidateId,
      recruitmentId,
      sealed: sealCard(context, candidateId, card, {}),
      peselIndex,
    })
    .execute();
  return { ids: { candidate: candidateId }, version: 1, ...about(candidateId), detail: { source } };
}

/** What was seen, by whom and when; the last entry of a fact holds, as long as the card says the same. @throws Problem not_found | refused */
async function addEvidence(context: CommandContext, { candidateId, evidence }: AddEvidence): Promise<Done> {
  const { candidate } = await lockCandidate(context, recruitmentAccess["candidate.add-evidence"], candidateId);
  const rules = new Set(candidate.results.map(({ ruleId }) => ruleId));
  const known: readonly string[] = provenFacts;
  const { organisationId, accountId } = context.actor;
  for (const { evidenceId, fact, source, seenOn, words } of evidence) {
    refuseIf([
      seenOn > context.today ? "candidate.evidence_in_future" : null,
      known.includes(fact) || rules.has(fact) ? null : "candidate.fact_unknown",
    ]);
    await context.tx
      .insertInto("candidateEvidence")
      .values({ organisationId, id: evidenceId, candidateId, fact, source, seenOn, recordedBy: accountId })
      .execute();
    await keepText(context, candidateId, evidenceId, words);
  }
  const facts = evidence.map(({ fact }) => fact);
  const { card, proofs } = candidate;
  await context.tx
    .updateTable("candidateCard")
    .set({ sealed: sealCard(context, candidateId, card, provenNow(card, proofs, facts)) })
    .where("organisationId", "=", organisationId)
    .where("candidateId", "=", candidateId)
    .execute();
  return { ids: { candidate: candidateId }, ...about(candidateId), detail: { facts: evidence.length } };
}

/** @throws Problem not_found, also when one of them is another recruitment's | refused `candidate.too_many_points`, `candidate.point_unknown` */
async function setPoints(context: CommandContext, { recruitmentId, points }: SetPoints): Promise<Done> {
  const recruitment = await lockRecruitment(context, recruitmentAccess["candidate.set-points"], recruitmentId);
  const { candidates } = await candidatesOf(context, recruitment);
  requireOwn(
    candidates,
    points.map(({ candidateId }) => candidateId),
  );
  const rules = new Map((await pointRulesOf(context, recruitmentId)).map((rule) => [rule.pointId, rule]));
  refuseIf(points.map((given) => refusePoints(given.points, rules.get(given.pointId))));
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("candidatePoints")
    .values(points.map((given) => ({ ...given, organisationId, id: uuidv7(), recordedBy: accountId })))
    .execute();
  return {
    ids: { recruitment: recruitmentId },
    about: { type: "recruitment", id: recruitmentId },
    detail: { given: points.length },
  };
}

/** @throws Problem not_found | refused as `refuseInterview` says, `colleague.cannot` */
async function noteInterview(context: CommandContext, payload: NoteInterview): Promise<Done> {
  const { interviewId, candidateId, heldOn, minutes, interviewerId, points, potential } = payload;
  const { recruitment } = await lockCandidate(context, recruitmentAccess["candidate.note-interview"], candidateId);
  refuseIf([refuseInterview({ heldOn, points }, recruitment, context.today)]);
  await requireColleague(context, caseworkAccess["case.read"], interviewerId);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("candidateInterview")
    .values({
      organisationId,
      id: interviewId,
      candidateId,
      heldOn,
      minutes,
      interviewerId,
      points,
      recordedBy: accountId,
    })
    .execute();
  await keepText(context, candidateId, interviewId, potential);
  return { ids: { candidate: candidateId }, ...about(candidateId), detail: { minutes } };
}

/**
 * The candidate is out; a frozen list gets its next version, and a place that was theirs is free.
 * @throws Problem not_found | refused `candidate.withdrawn_already`, `candidate.started_already`, `candidate.withdrawn_in_future`
 */
async function withdraw(context: CommandContext, payload: WithdrawCandidate): Promise<Done> {
  const { candidateId, withdrawnOn, reason, rankingId } = payload;
  const { recruitment, candidate } = await lockCandidate(context, recruitmentAccess["candidate.withdraw"], candidateId);
  refuseIf([
    withdrawnOn > context.today ? "candidate.withdrawn_in_future" : null,
    candidate.startedOn === null ? null : "candidate.started_already",
  ]);
  const { organisationId, accountId } = context.actor;
  const withdrawalId = uuidv7();
  await context.tx
    .insertInto("candidateWithdrawal")
    .values({ organisationId, id: withdrawalId, candidateId, withdrawnOn, recordedBy: accountId })
    .execute();
  await keepText(context, candidateId, withdrawalId, reason);
  await sql`insert into reserve_answer (organisation_id, offer_id, answer, answered_on, recorded_by)
    select o.organisation_id, o.id, 'WITHDREW', ${context.today}, ${accountId} from reserve_offer o
    where o.organisation_id = ${organisationId} and o.candidate_id = ${candidateId}
      and not exists (select from reserve_answer a where a.organisation_id = o.organisation_id and a.offer_id = o.id)`.execute(
    context.tx,
  );
  await endInterviewsOf(context, candidateId);
  if (candidate.rank !== null) await freezeNext(context, recruitment, { rankingId, cause: "WITHDRAWAL", reason: "" });
  await settleVacancyTask(context, recruitment.recruitmentId);
  return { ids: { candidate: candidateId }, ...about(candidateId) };
}

/**
 * A withdrawal that was noted by mistake, or that the candidate takes back. They stand again where they stood on the list; whose place
 * was given away meanwhile waits in the reserve by this decision.
 * @throws Problem not_found | refused `recruitment.closed`, `candidate.erased` and as `returnOf` says
 */
async function takeBackWithdrawal(context: CommandContext, payload: TakeBackWithdrawal): Promise<Done> {
  const { candidateId, returnId, decisionId, reason, rankingId } = payload;
  const verb = recruitmentAccess["candidate.take-back-withdrawal"];
  const { candidate: before } = await requireCandidate(context, verb, candidateId);
  const recruitment = await lockRecruitment(context, verb, before.recruitmentId);
  const { candidate, criteria } = await requireCandidate(context, verb, candidateId);
  if (candidate.card === null) throw new Problem("refused", "candidate.erased");
  const { candidates } = await candidatesOf(context, recruitment);
  const back = returnOf(candidate, vacancies(candidates, recruitment, context.today));
  if ("refusal" in back) throw new Problem("refused", back.refusal, { source: "R-REC-04" });
  const { organisationId, accountId } = context.actor;
  await sql`insert into candidate_return (organisation_id, id, withdrawal_id, returned_on, recorded_by)
    select organisation_id, ${returnId}, id, ${context.today}, ${accountId} from standing_withdrawal
    where organisation_id = ${organisationId} and candidate_id = ${candidateId}`.execute(context.tx);
  await keepText(context, candidateId, returnId, reason);
  if ((await newestNo(context, recruitment.recruitmentId)) > 0)
    await freezeNext(context, recruitment, { rankingId, cause: "RETURN", reason: "", returned: candidateId });
  if (back.to === "RESERVE") {
    const { candidate: returned } = await requireCandidate(context, verb, candidateId);
    const newest = await newestRankingId(context, recruitment.recruitmentId);
    const toReserve = { decisionId, decision: "RESERVE", reason, rankingId: newest, criteriaNo: criteria.no } as const;
    await writeDecision(context, returned, toReserve);
  }
  await settleVacancyTask(context, recruitment.recruitmentId);
  return { ids: { candidate: candidateId }, ...about(candidateId) };
}

export const candidateCommands = [
  defineCommand({
    type: "candidate.record",
    v: 1,
    summary: "Records a candidate of a recruitment, or edits one",
    payload: RecordCandidate,
    verb: recruitmentAccess["candidate.record"],
    run: recordCandidate,
  }),
  defineCommand({
    type: "candidate.add-evidence",
    v: 1,
    summary: "Notes what proves a candidate's values, and who saw it",
    payload: AddEvidence,
    verb: recruitmentAccess["candidate.add-evidence"],
    run: addEvidence,
  }),
  defineCommand({
    type: "candidate.set-points",
    v: 1,
    summary: "Gives points by the project's criteria, to many candidates at once",
    payload: SetPoints,
    verb: recruitmentAccess["candidate.set-points"],
    run: setPoints,
  }),
  defineCommand({
    type: "candidate.note-interview",
    v: 1,
    summary: "Notes the initial interview of a candidate",
    payload: NoteInterview,
    verb: recruitmentAccess["candidate.note-interview"],
    run: noteInterview,
  }),
  defineCommand({
    type: "candidate.withdraw",
    v: 1,
    summary: "Notes that a candidate withdrew",
    payload: WithdrawCandidate,
    verb: recruitmentAccess["candidate.withdraw"],
    run: withdraw,
  }),
  defineCommand({
    type: "candidate.take-back-withdrawal",
    v: 1,
    summary: "Takes back that a candidate withdrew, with a reason",
    payload: TakeBackWithdrawal,
    verb: recruitmentAccess["candidate.take-back-withdrawal"],
    run: takeBackWithdrawal,
  }),
];
