import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { warnInterviewHours } from "../../project/rules.ts";
import { recruitmentAccess } from "../access.ts";
import type { Decision } from "../codes.ts";
import { readGrounds } from "../deciding/reason.ts";
import { pointRulesOf, requireRecruitment } from "../store.ts";
import { type CandidateLine, CandidateList, CandidateView } from "./contract.ts";
import { mayReadDisability, withoutDegree } from "./disability.ts";
import { isOpen } from "./rules.ts";
import { candidatesOf, judgedDay, nameOf, requireCandidate, type StoredCandidate, shownOf } from "./store.ts";

export const ProjectId = z.strictObject({ projectId: z.uuid() });
const CandidateId = z.strictObject({ candidateId: z.uuid() });

export function lineOf(candidate: StoredCandidate): CandidateLine {
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
  };
}

async function listCandidates(context: WorkContext, projectId: string): Promise<CandidateList> {
  const recruitment = await requireRecruitment(context, recruitmentAccess["candidate.list"], projectId);
  const { criteria, candidates } = await candidatesOf(context, recruitment);
  const { title, places, closedOn, interviewMax } = recruitment;
  const { shown, hidden } = shownOf(candidates);
  return {
    projectId,
    title,
    places,
    closed: closedOn !== null,
    judgedOn: judgedDay(context, recruitment),
    points: await pointRulesOf(context, projectId),
    interviewMax,
    rules: criteria.rules,
    candidates: shown.map(lineOf),
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

async function withdrawalOf(context: WorkContext, candidateId: string): Promise<{ on: PlainDate; by: string } | null> {
  const { rows } = await sql<{ on: PlainDate; by: string }>`select w.withdrawn_on as on, m.display_name as by
    from candidate_withdrawal w join membership m on m.organisation_id = w.organisation_id and m.account_id = w.recorded_by
    where w.organisation_id = ${context.actor.organisationId} and w.candidate_id = ${candidateId}`.execute(context.tx);
  return rows[0] ?? null;
}

async function readCandidate(context: WorkContext, candidateId: string): Promise<CandidateView> {
  const found = await requireCandidate(context, recruitmentAccess["candidate.read"], candidateId);
  const { recruitment, criteria, candidate, texts } = found;
  const { id, projectId, no, version, source, sender, appliedOn, state, card, results, points, interview } = candidate;
  const evidence = candidate.evidence.map((one) => ({ ...one, words: texts.get(one.id) ?? "" }));
  const whole = { card, results, evidence };
  const mayRead = mayReadDisability(context, recruitment);
  const withdrawal = await withdrawalOf(context, id);
  return {
    id,
    projectId,
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
    pointRules: await pointRulesOf(context, projectId),
    points,
    interviewMax: recruitment.interviewMax,
    interview: interview && {
      heldOn: interview.heldOn,
      minutes: interview.minutes,
      interviewerId: interview.interviewerId,
      interviewer: interview.interviewer,
      points: interview.points,
      potential: texts.get(interview.id) ?? "",
      outside: warnInterviewHours(interview.minutes / 60) !== null,
    },
    withdrawal: withdrawal && { ...withdrawal, reason: texts.get(id) ?? "" },
    decisions: (await decisionsOf(context, id)).map((one) => ({
      ...one,
      reason: readGrounds(texts.get(one.id)).reason,
    })),
    personId: candidate.personId,
  };
}

export const candidateQueries = [
  defineQuery({
    name: "candidate.list",
    method: "GET",
    path: "/projects/:projectId/candidates",
    summary: "Candidates of a recruitment, each with how far they have come and what is lacking",
    input: ProjectId,
    answer: CandidateList,
    verb: recruitmentAccess["candidate.list"],
    audit: ({ projectId }) => ({ objectType: "recruitment", objectId: projectId }),
    run: (context, { projectId }) => listCandidates(context, projectId),
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
