import { sql } from "kysely";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { type CommandContext, type Done, defineCommand, type WorkContext } from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { peselIndexOf } from "../../person/public.ts";
import { recruitmentAccess } from "../access.ts";
import { candidatesAtMost } from "../codes.ts";
import { settleVacancyTask } from "../deciding/vacancy.ts";
import { endInterviewsOf } from "../interviews/store.ts";
import { carrySignatures } from "../papers/carrying.ts";
import { findRecruitments, lockRecruitment, relationOf, requireRecruitment, type StoredRecruitment } from "../store.ts";
import { nextCandidateNo } from "./commands.ts";
import { CarryCandidates, type CarryTarget, type OtherCandidacy } from "./contract.ts";
import { refuseCarrying } from "./rules.ts";
import { candidatesOf, keepText, requireOwn, type StoredCandidate, sealCard, textsOf } from "./store.ts";

onConstraint("candidate_carried_once", "refused", "candidate.not_to_carry");

/** What was seen of a candidate and talked about, under the new card: by whom and when it was noted stays. */
async function copyNotes(
  context: CommandContext,
  { evidence, interview, id }: StoredCandidate,
  { candidateId, scored }: { candidateId: string; scored: boolean },
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  const { organisationId } = context.actor;
  for (const one of evidence) {
    const evidenceId = uuidv7();
    await sql`insert into candidate_evidence (organisation_id, id, candidate_id, fact, source, seen_on, recorded_by, recorded_at)
      select organisation_id, ${evidenceId}, ${candidateId}, fact, source, seen_on, recorded_by, recorded_at from candidate_evidence
      where organisation_id = ${organisationId} and id = ${one.id} and candidate_id = ${id}`.execute(context.tx);
    await keepText(context, candidateId, evidenceId, texts.get(one.id) ?? "");
  }
  if (!interview) return;
  const interviewId = uuidv7();
  await sql`insert into candidate_interview (organisation_id, id, candidate_id, held_on, minutes, interviewer_id, points, recorded_by, recorded_at)
    select organisation_id, ${interviewId}, ${candidateId}, held_on, minutes, interviewer_id,
      case when ${scored} then points end, recorded_by, recorded_at from candidate_interview
    where organisation_id = ${organisationId} and id = ${interview.id} and candidate_id = ${id}`.execute(context.tx);
  await keepText(context, candidateId, interviewId, texts.get(interview.id) ?? "");
}

type Carrying = { to: StoredRecruitment; no: number; scored: boolean; texts: ReadonlyMap<string, string> };

async function carryOne(
  context: CommandContext,
  candidate: StoredCandidate,
  newCandidateId: string,
  { to, no, scored, texts }: Carrying,
): Promise<void> {
  const { card, proofs, id, source, appliedOn } = candidate;
  if (card === null) throw new Problem("refused", "candidate.erased");
  refuseIf([refuseCarrying(candidate)], { source: "R-REC-04", no: candidate.no });
  const { organisationId, accountId } = context.actor;
  const { recruitmentId } = to;
  await sql`insert into candidate (organisation_id, id, recruitment_id, no, source, applied_on, import_id, recorded_by)
    select organisation_id, ${newCandidateId}, ${recruitmentId}, ${no}, ${source}, ${appliedOn}, import_id, ${accountId} from candidate
    where organisation_id = ${organisationId} and id = ${id}`.execute(context.tx);
  const peselIndex = card.pesel === null ? null : peselIndexOf(context, card.pesel);
  const sealed = sealCard(context, newCandidateId, card, proofs);
  await context.tx
    .insertInto("candidateCard")
    .values({ organisationId, candidateId: newCandidateId, recruitmentId, sealed, peselIndex })
    .execute();
  await copyNotes(context, candidate, { candidateId: newCandidateId, scored }, texts);
  await context.tx
    .insertInto("candidateCarry")
    .values({
      organisationId,
      candidateId: id,
      toCandidateId: newCandidateId,
      carriedOn: context.today,
      recordedBy: accountId,
    })
    .execute();
  await endInterviewsOf(context, id);
}

/**
 * Who found no place goes on in another recruitment of the same project, all of the act or none: card, evidence and interview go along,
 * points of that recruitment are given anew. What they signed goes along where the papers there say the same. The old card stays where it
 * was until its time is over, and waits for nothing any more.
 * @throws Problem not_found | refused `recruitment.closed` (where they go), `recruitment.other_project`, `candidate.too_many`, `candidate.pesel_taken`,
 * `candidate.erased` and as `refuseCarrying` says, with the candidate's number
 */
async function carry(context: CommandContext, { fromId, recruitmentId, candidates }: CarryCandidates): Promise<Done> {
  const verb = recruitmentAccess["candidate.carry-over"];
  const to = await lockRecruitment(context, verb, recruitmentId);
  const from = await requireRecruitment(context, verb, fromId);
  refuseIf([from.projectId === to.projectId && fromId !== recruitmentId ? null : "recruitment.other_project"]);
  const ids = candidates.map(({ candidateId }) => candidateId);
  const byId = requireOwn((await candidatesOf(context, from)).candidates, ids);
  const texts = await textsOf(context, ids);
  const scored = from.interviewMax === to.interviewMax;
  let no = await nextCandidateNo(context, recruitmentId);
  refuseIf([no + candidates.length - 1 > candidatesAtMost ? "candidate.too_many" : null], { most: candidatesAtMost });
  for (const { candidateId, newCandidateId } of candidates) {
    const candidate = byId.get(candidateId);
    if (!candidate) throw new Problem("not_found", "candidate.not_found");
    await carryOne(context, candidate, newCandidateId, { to, no, scored, texts });
    no += 1;
  }
  await carrySignatures(context, { fromId, recruitmentId, candidates });
  await settleVacancyTask(context, fromId);
  return {
    ids: { recruitment: recruitmentId },
    about: { type: "recruitment", id: recruitmentId },
    detail: { carried: candidates.length },
  };
}

/** Where the candidates of a recruitment may go on: what is open of the project beside it; nothing for who may not move them. */
export async function carryTargets(context: WorkContext, recruitment: StoredRecruitment): Promise<CarryTarget[]> {
  if (!may(context.actor, recruitmentAccess["candidate.carry-over"], relationOf(context, recruitment))) return [];
  const { recruitmentId, projectId } = recruitment;
  const all = await findRecruitments(context, { projectId });
  return all
    .filter((one) => one.recruitmentId !== recruitmentId && one.closedOn === null)
    .map((one) => ({ recruitmentId: one.recruitmentId, name: one.name }));
}

type OtherRow = OtherCandidacy & { ownId: string };

/**
 * Other candidacies of the same people in the project: the one that a candidate came from or went on as, and those with the same PESEL
 * that stand beside it. By the id of the recruitment's own candidate. The caller shows none of a candidate who is hidden.
 */
export async function otherCandidacies(
  context: WorkContext,
  { recruitmentId, projectId }: Pick<StoredRecruitment, "recruitmentId" | "projectId">,
): Promise<ReadonlyMap<string, OtherCandidacy[]>> {
  const { rows } = await sql<OtherRow>`
    select c.id as own_id, o.id as candidate_id, o.no, p.title || case when r.name = '' then '' else ' – ' || r.name end as title,
      case when v.candidate_id = c.id then 'WENT_ON' when v.to_candidate_id = c.id then 'CAME_FROM' else 'BESIDE' end as kind
    from candidate c
    left join candidate_card d on d.organisation_id = c.organisation_id and d.candidate_id = c.id
    cross join lateral (
      select f.candidate_id as id from candidate_card f where f.organisation_id = c.organisation_id and f.pesel_index = d.pesel_index
      union select k.to_candidate_id from candidate_carry k where k.organisation_id = c.organisation_id and k.candidate_id = c.id
      union select k.candidate_id from candidate_carry k where k.organisation_id = c.organisation_id and k.to_candidate_id = c.id) n
    join candidate o on o.organisation_id = c.organisation_id and o.id = n.id
    join recruitment r on r.organisation_id = o.organisation_id and r.id = o.recruitment_id and r.id <> c.recruitment_id
    join project p on p.organisation_id = r.organisation_id and p.id = r.project_id
    left join candidate_carry v on v.organisation_id = c.organisation_id
      and ((v.candidate_id = c.id and v.to_candidate_id = o.id) or (v.candidate_id = o.id and v.to_candidate_id = c.id))
    where c.organisation_id = ${context.actor.organisationId} and c.recruitment_id = ${recruitmentId} and r.project_id = ${projectId}
      and (v.candidate_id is not null or (
        not exists (select from candidate_carry k where k.organisation_id = o.organisation_id and k.candidate_id in (o.id, c.id))
        and not exists (select from standing_withdrawal w where w.organisation_id = o.organisation_id and w.candidate_id in (o.id, c.id))
        and (not exists (select from standing_closing s where s.organisation_id = r.organisation_id and s.recruitment_id = r.id)
          or exists (select from candidate_admission a where a.organisation_id = o.organisation_id and a.candidate_id = o.id))))
    order by c.no, r.starts_on desc, o.no ${atMost}`.execute(context.tx);
  const found = new Map<string, OtherCandidacy[]>();
  for (const { ownId, ...other } of rows) found.set(ownId, [...(found.get(ownId) ?? []), other]);
  return found;
}

export const carryingCommands = [
  defineCommand({
    type: "candidate.carry-over",
    v: 1,
    summary: "Moves candidates who found no place to another recruitment of the project",
    payload: CarryCandidates,
    verb: recruitmentAccess["candidate.carry-over"],
    run: carry,
  }),
];
