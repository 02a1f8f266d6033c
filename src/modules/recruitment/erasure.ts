import type pg from "pg";

/**
 * Ends what is known of candidates whose time is over: the sealed card with its earlier editions and every text about them. Whoever became a person of the
 * house keeps theirs with the file. Number, source and decisions stay, and name nobody. Source: docs/domain/rules.md R-RET
 */
export async function endCandidates(owner: Pick<pg.Client, "query">, now: Date): Promise<number> {
  const { rowCount } = await owner.query(
    `with over as (
        select c.organisation_id, c.id from candidate c
        join standing_closing k on k.organisation_id = c.organisation_id and k.recruitment_id = c.recruitment_id
        where k.kept_until < ($1::timestamptz at time zone 'Europe/Warsaw')::date
          and not exists (select from candidate_admission a where a.organisation_id = c.organisation_id and a.candidate_id = c.id)
          and not exists (select from candidate_erasure e where e.organisation_id = c.organisation_id and e.candidate_id = c.id)),
      cards as (delete from candidate_card d using over o where d.organisation_id = o.organisation_id and d.candidate_id = o.id),
      editions as (delete from candidate_card_edition t using over o where t.organisation_id = o.organisation_id and t.candidate_id = o.id),
      texts as (delete from candidate_text t using over o where t.organisation_id = o.organisation_id and t.candidate_id = o.id)
    insert into candidate_erasure (organisation_id, candidate_id, erased_on, recorded_at)
    select organisation_id, id, ($1::timestamptz at time zone 'Europe/Warsaw')::date, $1 from over`,
    [now.toISOString()],
  );
  return rowCount ?? 0;
}
