import { sql } from "kysely";

/**
 * SQL: a guest led the class `s`, such as a volunteer or a partner's teacher: nobody was named instead, and who closed its register `c` did just
 * that. A guest has no account, so a closing names whoever wrote it.
 */
export const ledByGuest = sql<boolean>`(s.guest_id is not null and c.substitute_id is null and c.leader_id = c.closed_by)`;
