import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { ColleaguesView } from "../organisation/contract.ts";
import { caseworkAccess } from "./access.ts";

/** Who can be asked: memberships that hold today, without participants' own accounts; and the units that I work in. */
async function listColleagues(context: WorkContext): Promise<ColleaguesView> {
  const { organisationId, unitIds } = context.actor;
  const { rows: colleagues } = await sql<ColleaguesView["colleagues"][number]>`
    select m.account_id as id, m.display_name as name, jsonb_agg(r.role order by r.role) as roles
    from membership m join membership_role r on r.organisation_id = m.organisation_id and r.account_id = m.account_id
    where m.organisation_id = ${organisationId} and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}
      and m.ended_at is null and m.held_at is null and m.person_id is null
    group by m.account_id, m.display_name order by m.display_name ${atMost}`.execute(context.tx);
  const { rows: units } = await sql<ColleaguesView["units"][number]>`select id, name from unit
    where organisation_id = ${organisationId} and id = any (${[...unitIds]}::uuid[]) and closed_on is null order by name ${atMost}`.execute(
    context.tx,
  );
  return { colleagues, units };
}

export const colleagueQueries = [
  defineQuery({
    name: "colleague.list",
    method: "GET",
    path: "/colleagues",
    summary: "Colleagues whose appointment holds today, and my units",
    input: z.strictObject({}),
    answer: ColleaguesView,
    verb: caseworkAccess["colleague.list"],
    audit: null,
    run: listColleagues,
  }),
];
