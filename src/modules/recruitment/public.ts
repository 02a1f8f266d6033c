import { sql } from "kysely";
import { may } from "../../platform/access.ts";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import type { CandidateFacts } from "../project/criteria/contract.ts";
import type { enrolmentStarts, WaivableGate } from "../project/public.ts";
import { recruitmentAccess } from "./access.ts";
import { factsOfCard } from "./candidates/facts.ts";
import { candidatesOf, findCandidate } from "./candidates/store.ts";
import { identityOf, mayBeSame } from "./deciding/identity.ts";
import { type AskedRecruitment, placeGiver, refuseWithoutPlace, vacancies } from "./deciding/rules.ts";
import { settleVacancyTasks } from "./deciding/vacancy.ts";
import { projectGroups } from "./setup/groups.ts";
import { findRecruitments, relationOf } from "./store.ts";

export { projectGroups };

/** Somebody's part in a project began or ended: whether a place is free for the reserve is counted anew. */
export const followEnrolment = (context: CommandContext, { projectId }: { projectId: string }): Promise<void> =>
  settleVacancyTasks(context, projectId);

type Asked = AskedRecruitment & { recruitmentId: string; title: string };

/** Every recruitment of a project with how the person stands in it and how many of its places are free. */
async function standingIn(context: WorkContext, personId: string, projectId: string): Promise<Asked[]> {
  const recruitments = await findRecruitments(context, { projectId });
  if (recruitments.length === 0) return [];
  const { rows } = await sql<{ candidateId: string }>`select a.candidate_id from candidate_admission a
    where a.organisation_id = ${context.actor.organisationId} and a.person_id = any (same_person(${personId}))`.execute(
    context.tx,
  );
  const own = new Set(rows.map(({ candidateId }) => candidateId));
  const asked: Asked[] = [];
  for (const one of recruitments) {
    const { recruitmentId, title, groupId, openedAt } = one;
    const { candidates } = await candidatesOf(context, one);
    const states = candidates.filter(({ id }) => own.has(id)).map(({ state }) => state);
    asked.push({
      recruitmentId,
      title,
      groupId,
      openedAt,
      states,
      free: vacancies(candidates, one, context.today).free,
    });
  }
  return asked;
}

/**
 * Where a project has a recruitment, whoever starts was admitted in it and has a place: the codes of what is lacked, which a decider may
 * waive with a reason. Who left and comes back needs a place that is free now in the recruitment that admitted them; who was admitted
 * in none takes one of the recruitment that was opened last. Where a recruitment is for the group in which they start, it alone is
 * asked, and told. Source: docs/domain/rules.md R-REC-04
 */
export const askForAdmission: WaivableGate = async (context, { personId, groupId, project }) => {
  const asked = await standingIn(context, personId, project.id);
  if (asked.length === 0) return { codes: [], recruitment: null };
  const codes = refuseWithoutPlace(asked, groupId);
  return { codes, recruitment: codes.length > 0 ? (placeGiver(asked, groupId)?.title ?? null) : null };
};

/** Keeps whose place somebody takes who said in which group they start. */
export async function keepPlaceOfGroup(
  context: CommandContext,
  { enrolmentId, projectId, personId, groupId }: Parameters<(typeof enrolmentStarts)[number]>[1],
): Promise<void> {
  if (groupId === null) return;
  const giver = placeGiver(await standingIn(context, personId, projectId), groupId);
  if (!giver) return;
  const { organisationId } = context.actor;
  const { recruitmentId } = giver;
  await context.tx.insertInto("recruitmentStart").values({ organisationId, enrolmentId, recruitmentId }).execute();
}

/** Groups that a recruitment of the project is for, by name. */
export async function groupsToStartIn(
  context: WorkContext,
  projectId: string,
): Promise<readonly { id: string; name: string }[]> {
  const named = new Set((await findRecruitments(context, { projectId })).map(({ groupId }) => groupId));
  if (named.size === 0 || (named.size === 1 && named.has(null))) return [];
  return (await projectGroups.of(context, projectId)).filter(({ id }) => named.has(id));
}

/**
 * What was seen of somebody while they were a candidate of this project: only what something proves, so that a mere word does not
 * stand before what their file says. Null: they were none, or the reader does not work with its candidates.
 */
export async function factsOfCandidate(
  context: WorkContext,
  { personId, projectId }: { personId: string; projectId: string },
): Promise<CandidateFacts | null> {
  const [recruitment] = await findRecruitments(context, { projectId });
  const verb = recruitmentAccess["candidate.read"];
  if (!recruitment || !may(context.actor, verb, relationOf(context, recruitment))) return null;
  const { rows } = await sql<{ candidateId: string }>`select a.candidate_id from candidate_admission a
    join candidate c on c.organisation_id = a.organisation_id and c.id = a.candidate_id
    join recruitment r on r.organisation_id = c.organisation_id and r.id = c.recruitment_id
    where a.organisation_id = ${context.actor.organisationId} and r.project_id = ${projectId} and a.person_id = any (same_person(${personId}))
    order by a.recorded_at desc limit 1`.execute(context.tx);
  const [found] = rows;
  if (!found) return null;
  const { candidate } = await findCandidate(context, verb, found.candidateId);
  if (candidate.card === null) return null;
  if (!mayBeSame(candidate.card, await identityOf(context, personId, candidate.card))) return null;
  const proven = new Map(
    candidate.evidence
      .filter(({ holds }) => holds)
      .map(({ fact, source, seenOn }) => [fact, { source, on: seenOn, words: null }]),
  );
  const { statements, ...facts } = factsOfCard(candidate.card, proven);
  const known = Object.entries(facts).filter(([, datum]) => datum?.value !== null && datum?.evidence);
  const answers = Object.entries(statements ?? {}).filter(([, datum]) => datum.evidence !== null);
  // where somebody lives is nobody's to read who may not know it (C7)
  const told = known.filter(([name]) => name !== "commune" || !candidate.hidden);
  return { ...Object.fromEntries(told), statements: Object.fromEntries(answers) };
}
