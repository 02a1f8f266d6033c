import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { type PaperKind, paperKinds } from "../codes.ts";

export type PaperEdition = { kind: PaperKind; no: number; words: string; by: string; at: string };

/** Every edition of what candidates of a recruitment sign, newest first. The caller has checked the reach. */
export async function paperEditionsOf(context: WorkContext, recruitmentId: string): Promise<PaperEdition[]> {
  const { rows } = await sql<PaperEdition>`select p.kind, p.no, p.words, m.display_name as by, p.recorded_at as at
    from recruitment_paper p join membership m on m.organisation_id = p.organisation_id and m.account_id = p.recorded_by
    where p.organisation_id = ${context.actor.organisationId} and p.recruitment_id = ${recruitmentId} order by p.no desc, p.kind ${atMost}`.execute(
    context.tx,
  );
  return rows;
}

/** The editions that hold, in the order of the kinds: of each paper the newest, unless it says nothing. */
export const holdingOf = <E extends Pick<PaperEdition, "kind" | "words">>(editions: readonly E[]): E[] =>
  paperKinds.flatMap((kind) => {
    const newest = editions.find((one) => one.kind === kind);
    return newest && newest.words !== "" ? [newest] : [];
  });

/** Which papers each candidate of a recruitment has signed, in whichever edition, by the entries that stand. */
export async function signedBy(
  context: WorkContext,
  recruitmentId: string,
): Promise<ReadonlyMap<string, ReadonlySet<PaperKind>>> {
  const { rows } = await sql<{ candidateId: string; kinds: PaperKind[] }>`
    select s.candidate_id, array_agg(distinct s.kind) as kinds from candidate_signature s
    where s.organisation_id = ${context.actor.organisationId} and s.recruitment_id = ${recruitmentId}
      and not exists (select from candidate_signature_return r where r.organisation_id = s.organisation_id and r.signature_id = s.id)
    group by s.candidate_id ${atMost}`.execute(context.tx);
  return new Map(rows.map(({ candidateId, kinds }) => [candidateId, new Set(kinds)]));
}

/**
 * What each candidate still has to sign: papers that the organisation asks for and that have no standing entry. It keeps nobody from
 * anything. Source: docs/domain/forms.md F-71
 */
export async function toSignOf(
  context: WorkContext,
  recruitmentId: string,
): Promise<(candidateId: string) => PaperKind[]> {
  const asked = holdingOf(await paperEditionsOf(context, recruitmentId)).map(({ kind }) => kind);
  if (asked.length === 0) return () => [];
  const signed = await signedBy(context, recruitmentId);
  return (candidateId) => asked.filter((kind) => !signed.get(candidateId)?.has(kind));
}
