import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";

/** The day on which the programme of the person that holds was signed: not one that is a draft again, withdrawn or ended. Null: none. */
export async function programmeSignedOn({ tx, actor }: WorkContext, personId: string): Promise<PlainDate | null> {
  const { rows } = await sql<{ on: PlainDate }>`select g.acted_on as on from ipzs i
    cross join lateral (select s.state from ipzs_step s where s.organisation_id = i.organisation_id and s.ipzs_id = i.id order by s.no desc limit 1) now
    join ipzs_step g on g.organisation_id = i.organisation_id and g.ipzs_id = i.id and g.act = 'sign'
    where i.organisation_id = ${actor.organisationId} and i.person_id = any (same_person(${personId}))
      and now.state not in ('DRAFT', 'AGREED', 'ENDED', 'WITHDRAWN')
    order by g.no desc limit 1`.execute(tx);
  return rows[0]?.on ?? null;
}
