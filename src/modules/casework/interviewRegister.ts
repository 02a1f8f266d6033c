import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { addDays } from "../../platform/time/plainDate.ts";
import { shortName } from "../person/public.ts";
import { caseworkAccess } from "./access.ts";
import { InterviewLine } from "./interviewContract.ts";
import { personInReach } from "./public.ts";
import { interviewStanding, updateFromDays } from "./rules.ts";

const verb = caseworkAccess["interview.read-register"];
type Row = Omit<InterviewLine, "standing"> & { refused: boolean | null; isLast: boolean; died: boolean };

/**
 * The register over the people in reach: what is to be held, soonest last day first, then what is due for an update, then what came,
 * newest first; so a list that is too long loses what is oldest and done.
 */
async function readRegister(context: WorkContext): Promise<InterviewLine[]> {
  const { organisationId } = context.actor;
  const updateSoon = addDays(context.today, updateFromDays);
  const { rows } =
    await sql<Row>`with mine as (select i.id, p.id as person_id, ${shortName("p")} as person_name, i.trigger_on, i.urgency, i.due_on,
      i.social_worker_id, w.display_name as social_worker, i.held_on, i.refused, i.update_due_on, p.death_date is not null as died,
      i.update_due_on is not null and row_number() over (partition by p.id
        order by i.update_due_on desc nulls last, i.held_on desc nulls last, i.id desc) = 1 as is_last
    from interview_now i
    join person o on o.organisation_id = i.organisation_id and o.id = i.person_id
    join person p on p.organisation_id = o.organisation_id and p.id = coalesce(o.merged_into, o.id)
    join membership w on w.organisation_id = i.organisation_id and w.account_id = i.social_worker_id
    where i.organisation_id = ${organisationId} and not i.withdrawn and ${personInReach(context, verb, sql`p.id`)}
    ), ranked as (select mine.*, case when held_on is null then (case when died then 3 else 0 end)
        when is_last and not refused and not died and update_due_on <= ${updateSoon} then 1 else 2 end as rank from mine)
    select * from ranked order by rank, case rank when 0 then due_on when 1 then update_due_on end, held_on desc, id ${atMost}`.execute(
      context.tx,
    );
  return rows.map(({ refused, isLast, died, ...row }) => ({
    ...row,
    standing: interviewStanding({ ...row, refused: refused ?? false, isLast, died }, context.today),
  }));
}

export const interviewRegisterQueries = [
  defineQuery({
    name: "interview.read-register",
    method: "GET",
    path: "/interviews",
    summary: "Register of family environmental interviews of the people in reach, what is to be held first",
    input: z.strictObject({}),
    answer: z.object({ interviews: z.array(InterviewLine) }),
    verb,
    audit: () => ({ objectType: "interview", section: "SOCIAL" }),
    run: async (context) => ({ interviews: await readRegister(context) }),
  }),
];
