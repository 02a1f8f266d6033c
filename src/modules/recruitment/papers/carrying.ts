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
  if (rows.length === 0) return;
  const column = (of: (row: Signed) => unknown) => rows.map(of);
  await sql`insert into candidate_signature (organisation_id, id, candidate_id, recruitment_id, kind, no, signed_on, recorded_by, recorded_at)
    select s.organisation_id, w.id, w.candidate_id, ${recruitmentId}, s.kind, w.no, s.signed_on, s.recorded_by, s.recorded_at
    from unnest(${column(() => uuidv7())}::uuid[], ${column(({ candidateId }) => newIds.get(candidateId))}::uuid[],
        ${column(({ signatureId }) => signatureId)}::uuid[], ${column(({ no }) => no)}::int[]) w (id, candidate_id, signature_id, no)
      join candidate_signature s on s.organisation_id = ${organisationId} and s.id = w.signature_id`.execute(
    context.tx,
  );
}
