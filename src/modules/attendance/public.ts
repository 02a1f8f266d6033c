import { sql } from "kysely";
import type { HourSource, WorkOf } from "../counselling/public.ts";
import type { SessionGate } from "../programme/public.ts";

export { minutesOfPerson, ratesOfPerson } from "./queries.ts";

/** Sessions whose register somebody has begun stay where they are. */
export const keepMarkedSessions: SessionGate = async (context, sessionIds) => {
  const { rows } = await sql`select from attendance_entry
    where organisation_id = ${context.actor.organisationId} and session_id = any (${[...sessionIds]}::uuid[]) limit 1`.execute(
    context.tx,
  );
  return rows.length > 0 ? "attendance.register_begun" : null;
};

/** Classes that some colleagues led, by closed registers: a substitute instead of the leader, minutes as they were held. */
export const classesLed: HourSource = async (context, { from, to }, accountIds) => {
  const { rows } =
    await sql<WorkOf>`select coalesce(c.substitute_id, c.leader_id) as account_id, 'CLASS' as source, s.id as source_id, s.day,
      to_char(s.starts_at, 'HH24:MI') as starts_at, c.held_minutes as minutes, null as kind
    from register_closing c join held_session s on s.organisation_id = c.organisation_id and s.id = c.session_id
    where c.organisation_id = ${context.actor.organisationId} and s.day between ${from} and ${to} and c.held_minutes > 0
      and coalesce(c.substitute_id, c.leader_id) = any (${[...accountIds]}::uuid[])
    order by s.day, s.starts_at, s.id limit 2000`.execute(context.tx);
  return rows;
};
