import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { unsealText } from "../../../platform/keys/sealedText.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { warnInterviewHours } from "../../project/rules.ts";
import { recruitmentAccess } from "../access.ts";
import type { Decision } from "../codes.ts";
import { admissionPurpose, readGrounds } from "../deciding/reason.ts";
import { newestNo } from "../ranking/freeze.ts";
import { interviewHoursOn, pointRulesOf, relationOf, requireRecruitment } from "../store.ts";
import { carryTargets, otherCandidacies } from "./carrying.ts";
import { type CandidateLine, CandidateList, CandidateView, type OtherCandidacy } from "./contract.ts";
import { mayReadDisability, withoutDegree } from "./disability.ts";
import { editionsOf } from "./editions.ts";
import { isOpen, refuseCarrying } from "./rules.ts";
import { candidatesOf, judgedDay, nameOf, requireCandidate, type StoredCandidate, shownOf } from "./store.ts";

export const RecruitmentId = z.strictObject({ recruitmentId: z.uuid() });
const CandidateId = z.strictObject({ candidateId: z.uuid() });

export function lineOf(candidate: StoredCandidate, others: readonly OtherCandidacy[]): CandidateLine {
  const { id, no, source, appliedOn, state, formal, results, points, interview, rank } = candidate;
  const withResult = (wanted: string) => results.filter(({ result }) => result === wanted).map(({ ruleId }) => ruleId);
  return {
    id,
    no,
    name: nameOf(candidate),
    source,
    appliedOn,
    state,
    formal,
    failed: withResult("fail"),
    lacking: withResult("missing"),
    points,
    interviewPoints: interview?.points ?? null,
    interviewed: interview !== null,
    rank,
    others: [...others],
  };
}

async function listCandidates(context: WorkContext, recruitmentId: string): Promise<CandidateList> {
  const recruitment = await requireRecruitment(context, recruitmentAccess["candidate.list"], recruitmentId);
  const { criteria, candidates } = await candidatesOf(context, recruitment);
  const { title, places, closedOn, appliesFrom, appliesUntil, interviewMax } = recruitment;
  const { shown, hidden } = shownOf(candidates);
  const others = await otherCandidacies(context, recruitment);
  return {
    recruitmentId,
    title,
    places,
    closed: closedOn !== null,
    appliesFrom,
    appliesUntil,
    judgedOn: judgedDay(context, recruitment),
    points: await pointRulesOf(context, recruitmentId),
    interviewMax,
    rules: criteria.rules,
    candidates: shown.map((one) => lineOf(one, others.get(one.id) ?? [])),
    hidden,
  };
}

type DecisionRow = { id: string; decision: Decision; on: PlainDate; by: string; rank: number | null };

async function decisionsOf(context: WorkContext, candidateId: string): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`select d.id, d.decision, d.decided_on as on, m.display_name as by, d.rank
    from candidate_decision d join membership m on m.organisation_id = d.organisation_id and m.account_id = d.decided_by
    where d.organisation_id = ${context.actor.organisationId} and d.candidate_id = ${candidateId} order by d.no desc ${atMost}`.execute(
    context.tx,
  );
  return rows;
}

type WithdrawalRow = {
  id: string;
  on: PlainDate;
  by: string;
  backId: string | null;
  backOn: PlainDate | null;
  backBy: string | null;
};

/** Withdrawals of a candidate, newest first, each with its taking back. */
async function withdrawalsOf(
  context: WorkContext,
  candidateId: string,
  texts: ReadonlyMap<string, string>,
): Promise<CandidateView["withdrawals"]> {
  const { rows } = await sql<WithdrawalRow>`select w.id, w.withdrawn_on as on, m.display_name as by,
      r.id as back_id, r.returned_on as back_on, b.display_name as back_by
    from candidate_withdrawal w join membership m on m.organisation_id = w.organisation_id and m.account_id = w.recorded_by
    left join candidate_return r on r.organisation_id = w.organisation_id and r.withdrawal_id = w.id
    left join membership b on b.organisation_id = r.organisation_id and b.account_id = r.recorded_by
    where w.organisation_id = ${context.actor.organisationId} and w.candidate_id = ${candidateId} order by w.recorded_at desc, w.id ${atMost}`.execute(
    context.tx,
  );
  return rows.map(({ id, on, by, backId, backOn, backBy }) => ({
    on,
    by,
    reason: texts.get(id) ?? "",
    back: backId && backOn && backBy ? { on: backOn, by: backBy, reason: texts.get(backId) ?? "" } : null,
  }));
}

async function openedElsewhere(context: WorkContext, candidateId: string): Promise<CandidateView["openedElsewhere"]> {
  const { rows } = await sql<{ on: PlainDate; by: string; sealed: Buffer }>`
    select a.admitted_on as on, m.display_name as by, a.sealed from candidate_admission a
    join membership m on m.organisation_id = a.organisation_id and m.account_id = a.recorded_by
    where a.organisation_id = ${context.actor.organisationId} and a.candidate_id = ${candidateId} and a.sealed is not null`.execute(
    context.tx,
  );
  return (
    rows.map(({ on, by, sealed }) => ({
      on,
      by,
      reason: unsealText(context, admissionPurpose, candidateId, sealed),
    }))[0] ?? null
  );
}

async function readCandidate(context: WorkContext, candidateId: string): Promise<CandidateView> {
  const found = await requireCandidate(context, recruitmentAccess["candidate.read"], candidateId);
  const { recruitment, criteria, candidate, texts } = found;
  const { id, recruitmentId, no, version, source, sender, appliedOn, state, card, results, points, interview } =
    candidate;
  const evidence = candidate.evidence.map((one) => ({ ...one, words: texts.get(one.id) ?? "" }));
  const whole = { card, results, evidence };
  const mayRead = mayReadDisability(context, recruitment);
  const relation = relationOf(context, recruitment);
  const interviewHours = await interviewHoursOn(context.tx, interview?.heldOn ?? context.today);
  const told = mayRead ? card : withoutDegree(whole).card;
  return {
    id,
    recruitmentId,
    projectTitle: recruitment.title,
    no,
    version,
    source,
    sender,
    appliedOn,
    state,
    open: recruitment.closedOn === null && isOpen(state),
    judgedOn: judgedDay(context, recruitment),
    ...(mayRead ? whole : withoutDegree(whole)),
    degreeKept: !mayRead && card !== null && card.disability !== null,
    rules: criteria.rules,
    pointRules: await pointRulesOf(context, recruitmentId),
    points,
    interviewMax: recruitment.interviewMax,
    interviewHours,
    interview: interview && {
      heldOn: interview.heldOn,
      minutes: interview.minutes,
      interviewerId: interview.interviewerId,
      interviewer: interview.interviewer,
      points: interview.points,
      potential: texts.get(interview.id) ?? "",
      outside: warnInterviewHours(interview.minutes / 60, interviewHours) !== null,
    },
    withdrawals: await withdrawalsOf(context, id, texts),
    mayTakeBack:
      state === "WITHDRAWN" &&
      recruitment.closedOn === null &&
      may(context.actor, recruitmentAccess["candidate.take-back-withdrawal"], relation),
    frozen: (await newestNo(context, recruitmentId)) > 0,
    editions: told ? await editionsOf(context, id, { now: told, degree: mayRead }, texts) : [],
    decisions: (await decisionsOf(context, id)).map((one) => ({
      ...one,
      reason: readGrounds(texts.get(one.id)).reason,
    })),
    personId: candidate.personId,
    openedElsewhere: await openedElsewhere(context, id),
    others: (await otherCandidacies(context, recruitment)).get(id) ?? [],
    carryTo: refuseCarrying(candidate) || card === null ? [] : await carryTargets(context, recruitment),
  };
}

export const candidateQueries = [
  defineQuery({
    name: "candidate.list",
    method: "GET",
    path: "/recruitments/:recruitmentId/candidates",
    summary: "Candidates of a recruitment, each with how far they have come and what is lacking",
    input: RecruitmentId,
    answer: CandidateList,
    verb: recruitmentAccess["candidate.list"],
    audit: ({ recruitmentId }) => ({ objectType: "recruitment", objectId: recruitmentId }),
    run: (context, { recruitmentId }) => listCandidates(context, recruitmentId),
  }),
  defineQuery({
    name: "candidate.read",
    method: "GET",
    path: "/candidates/:candidateId",
    summary: "A candidate with each rule, its value and its evidence, points, interview and decisions",
    input: CandidateId,
    answer: CandidateView,
    verb: recruitmentAccess["candidate.read"],
    audit: ({ candidateId }, { personId }) => ({ objectType: "candidate", objectId: candidateId, personId }),
    run: (context, { candidateId }) => readCandidate(context, candidateId),
  }),
];
