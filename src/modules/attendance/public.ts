import { sql } from "kysely";
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
