import { type RawBuilder, sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { instantOf, readColumns } from "../../../platform/db.ts";
import { inTurn, oneAtATime } from "../../../platform/oneAtATime.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { AttendanceStatus } from "../rules.ts";
import type { MonthLock } from "./contract.ts";

type OfMonth = { unitId: string; month: string };

/** The lock that holds over a unit's month (`YYYY-MM`), or null. The caller has asked who reads it. */
export async function monthLockOf(context: WorkContext, { unitId, month }: OfMonth): Promise<MonthLock | null> {
  const { rows } = await sql<MonthLock>`select l.id as lock_id, l.no, m.display_name as locked_by, l.locked_at
    from locked_register_month l join membership m on m.organisation_id = l.organisation_id and m.account_id = l.locked_by
    where l.organisation_id = ${context.actor.organisationId} and l.unit_id = ${unitId} and l.month = ${`${month}-01`}`.execute(
    context.tx,
  );
  const [lock] = rows;
  return lock ? { ...lock, lockedAt: instantOf(lock.lockedAt) } : null;
}

const turn = "register month";

/** Whoever locks a month, opens it or writes a mark of it waits here for the others: no mark slips past a lock. */
export const holdMonth = ({ tx }: WorkContext, { unitId, month }: OfMonth): Promise<void> =>
  oneAtATime(tx, turn, `${unitId} ${month}`);

/** SQL: the same wait for the unit and the month (`YYYY-MM`) of a row. */
export const monthInTurn = (unitId: RawBuilder<unknown>, month: RawBuilder<unknown>) =>
  inTurn(turn, sql`${unitId}::text || ' ' || ${month}`);

/** One person in one class of a month. A person's day may have several. */
export type DayMark = {
  /** The record that stays, where records were joined. */
  personId: string;
  day: PlainDate;
  sessionId: string;
  groupId: string;
  /** `HH:MM`. */
  startsAt: string;
  /** As held by a closed register, else as planned. */
  minutes: number;
  /** The mark that counts; null while there is none. */
  status: AttendanceStatus | null;
  minutesLate: number;
  minutesLeftEarly: number;
  /** Whether the register is closed: marks of an open one are what somebody has noted so far. */
  closed: boolean;
  /** The mark was corrected while the present lock of its month held: what was reckoned before does not know of it. */
  afterLock: boolean;
};

/**
 * Marks of all people of a unit's classes in some days, both inclusive, by day and hour: everybody who was in the group on the day
 * of the class, once a class, under the record that stays. Of all people, also those with protected whereabouts: the caller answers for who reads it.
 */
export async function marksOfMonth(
  context: WorkContext,
  { unitId, from, to }: { unitId: string; from: PlainDate; to: PlainDate },
): Promise<DayMark[]> {
  const { organisationId } = context.actor;
  return readColumns<DayMark>(
    context.tx,
    [
      "personId",
      "day",
      "sessionId",
      "groupId",
      "startsAt",
      "minutes",
      "status",
      "minutesLate",
      "minutesLeftEarly",
      "closed",
      "afterLock",
    ],
    sql`select distinct on (s.day, s.starts_at, s.id, person.id) person.id as person_id, s.day, s.id as session_id, s.group_id,
      to_char(s.starts_at, 'HH24:MI') as starts_at, coalesce(c.held_minutes, s.minutes) as minutes, a.status,
      coalesce(a.minutes_late, 0) as minutes_late, coalesce(a.minutes_left_early, 0) as minutes_left_early,
      c.session_id is not null as closed, coalesce(k.lock_id = l.id, false) as after_lock
    from class_group g
      join held_session s on s.organisation_id = g.organisation_id and s.group_id = g.id and s.day between ${from} and ${to}
      join group_membership m on m.organisation_id = s.organisation_id and m.group_id = s.group_id
        and m.valid_from <= s.day and coalesce(m.valid_until, s.day) >= s.day
      join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
      cross join lateral (select coalesce(p.merged_into, p.id) as id) person
      left join register_closing c on c.organisation_id = s.organisation_id and c.session_id = s.id
      left join lateral (select e.status, e.minutes_late, e.minutes_left_early, e.correction_id, e.occurred_at, e.seq from attendance_entry e
        where e.organisation_id = ${organisationId} and e.session_id = s.id and e.person_id = m.person_id
        order by e.occurred_at desc, e.seq desc limit 1) a on true
      left join attendance_correction k on k.organisation_id = ${organisationId} and k.id = a.correction_id
      left join locked_register_month l on l.organisation_id = g.organisation_id and l.unit_id = g.unit_id and l.month = date_trunc('month', s.day)
    where g.organisation_id = ${organisationId} and g.unit_id = ${unitId}
    order by s.day, s.starts_at, s.id, person.id, a.occurred_at desc nulls last, a.seq desc`,
  );
}
