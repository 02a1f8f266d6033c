import { sql } from "kysely";

/**
 * SQL over `s` (held_session): a person put the class elsewhere than its plan did. One that was brought back to where it stood at first is not moved,
 * however often it went.
 */
export const isMoved = sql<boolean>`coalesce((select (m.before ->> 'day')::date <> s.day or (m.before ->> 'startsAt')::time <> s.starts_at
    or (m.before ->> 'minutes')::int <> s.minutes
    or case when m.before ? 'roomId' then (m.before ->> 'roomId')::uuid is distinct from s.room_id else m.before ->> 'room' is distinct from s.room end
    or coalesce(m.before ->> 'leaderId', m.before ->> 'guestId')::uuid is distinct from coalesce(s.leader_id, s.guest_id)
  from class_session_move m where m.organisation_id = s.organisation_id and m.session_id = s.id order by m.moved_at, m.id limit 1), false)`;
