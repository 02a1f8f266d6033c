import { type RawBuilder, sql } from "kysely";
import { shortName } from "../person/public.ts";

/** Letters of a last name that tell two people of one first name and initial apart; where they do not, the number does. */
const lettersApart = 3;

/**
 * SQL: what a register, a grid or a card of a group calls the person of the row `p`: first name and initial as everywhere, and as much
 * more as it takes where another of the group, at any time, is called the same: a mark on the wrong one is somebody's money.
 * `known` says of which others the reader may know, so that a longer name tells of nobody (C7).
 */
export function nameInGroup(
  groupId: string | RawBuilder<unknown>,
  known: (personId: RawBuilder<unknown>) => RawBuilder<boolean>,
): RawBuilder<string> {
  return sql<string>`(select case coalesce(alike.letters, 0) when 0 then ${shortName("p")}
      else p.first_name || ' ' || left(p.last_name, ${lettersApart}::int) || '.' || case alike.letters when 1 then '' else ' #' || p.person_no end end
    from (select max(case when left(q.last_name, ${lettersApart}::int) = left(p.last_name, ${lettersApart}::int) then 2 else 1 end) as letters
      from group_membership same join person q on q.organisation_id = same.organisation_id and q.id = same.person_id
      where same.organisation_id = p.organisation_id and same.group_id = ${groupId} and q.id <> p.id
        and q.first_name = p.first_name and left(q.last_name, 1) = left(p.last_name, 1) and ${known(sql.ref("q.id"))}) alike)`;
}
