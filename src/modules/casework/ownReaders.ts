import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import { personIdsOf } from "../person/public.ts";
import { auditAccess } from "./auditAccess.ts";
import { OwnReaderLine } from "./contract.ts";

/**
 * C4: who opened the file of the person whom this account stands for, newest day first, for a year. One's own reading and
 * what was written are left out: a reading has no command.
 * @throws Problem not_found `person.not_found` for an account that stands for nobody
 */
async function listOwnReaders(context: WorkContext): Promise<OwnReaderLine[]> {
  const { organisationId, accountId, personId } = context.actor;
  if (personId === null) throw new Problem("not_found", "person.not_found");
  const ids = await personIdsOf(context, personId);
  const { rows } = await sql<OwnReaderLine>`
    select (e.at at time zone 'Europe/Warsaw')::date as day, m.display_name as reader_name, m.job_title, e.section, count(*)::int as times
    from audit_entry e join membership m on m.organisation_id = e.organisation_id and m.account_id = e.actor_id
    where e.organisation_id = ${organisationId} and e.person_id = any (${ids}::uuid[]) and e.actor_id <> ${accountId}
      and e.outcome = 'done' and e.command_id is null and e.at > ${context.now}::timestamptz - interval '1 year'
    group by 1, m.account_id, m.display_name, m.job_title, e.section
    order by 1 desc, m.display_name, e.section ${atMost}`.execute(context.tx);
  return rows;
}

export const ownReaderQueries = [
  defineQuery({
    name: "audit.list-own-readers",
    method: "GET",
    path: "/mine/readers",
    summary: "Who opened one's own file in the last year, by day and section",
    input: z.strictObject({}),
    answer: z.object({ readers: z.array(OwnReaderLine) }),
    verb: auditAccess["audit.read-own"],
    audit: () => ({ objectType: "audit" }),
    run: async (context) => ({ readers: await listOwnReaders(context) }),
  }),
];
