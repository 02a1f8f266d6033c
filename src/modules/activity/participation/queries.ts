import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { requirePerson } from "../../casework/public.ts";
import { areWhereaboutsHidden } from "../../person/public.ts";
import { activityAccess } from "../access.ts";
import { Participation } from "./contract.ts";

const nothing: Participation = { visits: [], courses: [], gatherings: [], exchange: { given: 0, received: 0 } };

/** Of somebody of whom the reader may not know where they are, nothing: days and places would tell (C7). @throws Problem not_found */
async function read(context: WorkContext, personId: string): Promise<Participation> {
  await requirePerson(context, activityAccess["participation.read"], personId);
  if (await areWhereaboutsHidden(context, personId)) return nothing;
  const { tx, actor } = context;
  const own = sql`any (same_person(${personId}))`;
  const of = sql`${actor.organisationId}`;
  const { rows: visits } = await sql<
    Participation["visits"][number]
  >`select to_char(day, 'YYYY-MM') as month, count(distinct day)::int as days, max(day) as last_on from offer_visit
    where organisation_id = ${of} and person_id = ${own} and withdrawn_at is null group by 1 order by 1 desc ${atMost}`.execute(
    tx,
  );
  const { rows: courses } = await sql<
    Participation["courses"][number]
  >`select c.id, c.name, c.kind, c.starts_on, c.ends_on,
      exists (select from course_leaving l where l.organisation_id = p.organisation_id and l.participant_id = p.id and l.withdrawn_at is null) as left,
      (select x.number from course_certificate x where x.organisation_id = p.organisation_id and x.participant_id = p.id order by x.no desc limit 1) as certificate
    from course_participant p join course c on c.organisation_id = p.organisation_id and c.id = p.course_id
    where p.organisation_id = ${of} and p.person_id = ${own} and p.withdrawn_at is null order by c.starts_on desc, c.id ${atMost}`.execute(
    tx,
  );
  const { rows: gatherings } = await sql<
    Participation["gatherings"][number]
  >`select g.id, g.kind, g.day, p.helped_minutes
    from gathering_participant p join gathering g on g.organisation_id = p.organisation_id and g.id = p.gathering_id
    where p.organisation_id = ${of} and p.person_id = ${own} and g.kind <> 'SELF_HELP'
      and not exists (select from gathering_withdrawal w where w.organisation_id = g.organisation_id and w.gathering_id = g.id)
    order by g.day desc, g.id ${atMost}`.execute(tx);
  const { rows: sums } = await sql<
    Participation["exchange"]
  >`select coalesce(sum(minutes) filter (where giver_id = ${own}), 0)::int as given,
      coalesce(sum(minutes) filter (where receiver_id = ${own}), 0)::int as received
    from service_exchange where organisation_id = ${of} and withdrawn_at is null and (giver_id = ${own} or receiver_id = ${own})`.execute(
    tx,
  );
  return { visits, courses, gatherings, exchange: sums[0] ?? nothing.exchange };
}

export const participationQueries = [
  defineQuery({
    name: "participation.read",
    method: "GET",
    path: "/people/:personId/participation",
    summary: "What a person took part in beside the timetable",
    input: z.strictObject({ personId: z.uuid() }),
    answer: Participation,
    verb: activityAccess["participation.read"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "ATTENDANCE" }),
    run: (context, { personId }) => read(context, personId),
  }),
];
