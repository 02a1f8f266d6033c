import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { Tx } from "../../platform/db.ts";
import { parametersOn } from "../../platform/law.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { UnusualLine } from "./auditContract.ts";

/**
 * C5: days from `from` to `until` (both inclusive) on which an account of the organisation of `tx` opened very many files, files at
 * night without a night role, or files of its own surname; newest first, at most 500. The limit of files is the one that holds on `until`.
 */
export async function findUnusual(
  tx: Tx,
  organisationId: string,
  { from, until }: { from: PlainDate; until: PlainDate },
): Promise<UnusualLine[]> {
  const found = await parametersOn(tx, ["UNUSUAL_FILES_A_DAY"], until);
  const most = Number(found.get("UNUSUAL_FILES_A_DAY")?.value ?? 30);
  const { rows } = await sql<UnusualLine>`
    with opened as (
      select (e.at at time zone 'Europe/Warsaw')::date as day, e.actor_id, e.person_id,
        extract(hour from e.at at time zone 'Europe/Warsaw') as hour
      from audit_entry e
      where e.organisation_id = ${organisationId} and e.person_id is not null and e.command_id is null and e.outcome = 'done'
        and e.at >= (${from}::date)::timestamp at time zone 'Europe/Warsaw' and e.at < (${until}::date + 1)::timestamp at time zone 'Europe/Warsaw'
    )
    select * from (
      select o.day, o.actor_id, m.display_name as actor_name, count(distinct o.person_id)::int as files,
        (count(distinct o.person_id) filter (where (o.hour >= 22 or o.hour < 6) and not exists (select from membership_role r
          where r.organisation_id = m.organisation_id and r.account_id = m.account_id
            and r.role in ('OUTREACH_WORKER', 'OUTREACH_COORDINATOR', 'SHELTER_WORKER', 'PARTICIPANT'))))::int as at_night,
        (count(distinct o.person_id) filter (where norm(p.last_name) = norm(regexp_replace(m.display_name, '^.*\\s', ''))))::int as own_surname
      from opened o
        join membership m on m.organisation_id = ${organisationId} and m.account_id = o.actor_id
        left join person p on p.organisation_id = m.organisation_id and p.id = o.person_id
      group by o.day, o.actor_id, m.organisation_id, m.account_id, m.display_name
    ) days where files > ${most} or at_night > 0 or own_surname > 0
    order by day desc, files desc ${atMost}`.execute(tx);
  return rows;
}
