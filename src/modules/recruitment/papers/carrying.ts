import { sql } from "kysely";
import type { CommandContext } from "../../../platform/command.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import type { CarryCandidates } from "../candidates/contract.ts";
import { candidatesAtMost, paperKinds } from "../codes.ts";

type Signed = { candidateId: string; signatureId: string; no: number };

/**
 * Of each paper a signature that stands goes along with candidates to another recruitment where it says the very same words, under the
 * newest edition there that does: day, who noted it and when stay. What says anything else is signed anew.
 */
export async function carrySignatures(
  context: CommandContext,
  { fromId, recruitmentId, candidates }: CarryCandidates,
): Promise<void> {
  const { organisationId } = context.actor;
  const newIds = new Map(candidates.map(({ candidateId, newCandidateId }) => [candidateId, newCandidateId]));
  const { rows } =
    await sql<Signed>`select distinct on (s.candidate_id, s.kind) s.candidate_id, s.id as signature_id, w.no
    from candidate_signature s
    join recruitment_paper p on p.organisation_id = s.organisation_id and p.recruitment_id = s.recruitment_id and p.kind = s.kind and p.no = s.no
    join lateral (select max(t.no) as no from recruitment_paper t
      where t.organisation_id = s.organisation_id and t.recruitment_id = ${recruitmentId} and t.kind = s.kind and t.words = p.words) w on w.no is not null
    where s.organisation_id = ${organisationId} and s.recruitment_id = ${fromId} and s.candidate_id = any (${[...newIds.keys()]}::uuid[])
      and not exists (select from candidate_signature_return r where r.organisation_id = s.organisation_id and r.signature_id = s.id)
    order by s.candidate_id, s.kind, w.no desc, s.signed_on desc, s.id limit ${paperKinds.length * candidatesAtMost}`.execute(
      context.tx,
    );
  for (const { candidateId, signatureId, no } of rows)
    await sql`insert into candidate_signature (organisation_id, id, candidate_id, recruitment_id, kind, no, signed_on, recorded_by, recorded_at)
      select organisation_id, ${uuidv7()}, ${newIds.get(candidateId)}, ${recruitmentId}, kind, ${no}, signed_on, recorded_by, recorded_at
      from candidate_signature where organisation_id = ${organisationId} and id = ${signatureId}`.execute(context.tx);
}
