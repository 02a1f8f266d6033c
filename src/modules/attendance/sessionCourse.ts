import { sql } from "kysely";
import type { Course, SessionCourse } from "../programme/public.ts";

/** Sessions whose register somebody has begun, with the minutes held where it is closed. */
export const courseOfRegisters: SessionCourse = async (context, sessionIds) => {
  const { rows } = await sql<Course>`select s.id as session_id, c.held_minutes
    from unnest(${[...sessionIds]}::uuid[]) s (id)
      left join register_closing c on c.organisation_id = ${context.actor.organisationId} and c.session_id = s.id
    where c.session_id is not null
      or exists (select from attendance_entry e where e.organisation_id = ${context.actor.organisationId} and e.session_id = s.id)`.execute(
    context.tx,
  );
  return rows;
};
