import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { personInReach } from "../casework/public.ts";
import type { HourSource, WorkOf } from "../counselling/public.ts";
import { handwork } from "../programme/codes.ts";
import { mayBeTiedTo, type SessionGate } from "../programme/public.ts";
import { attendanceAccess } from "./access.ts";

export { markConflicts } from "./markConflicts.ts";
export type { MonthLock } from "./month/contract.ts";
export { keepLockedMonths, keepMonthsOfEnrolment } from "./month/keepLocked.ts";
export { type DayMark, holdMonth, marksOfMonth, monthLockOf } from "./month/store.ts";
export { minutesOfPerson, ratesOfPerson } from "./queries.ts";
export { holdRegister, writeMarks } from "./writeMarks.ts";

/** Sessions whose register somebody has begun stay where they are. */
export const keepMarkedSessions: SessionGate = async (context, sessionIds) => {
  const { rows } = await sql`select from attendance_entry
    where organisation_id = ${context.actor.organisationId} and session_id = any (${[...sessionIds]}::uuid[]) limit 1`.execute(
    context.tx,
  );
  return rows.length > 0 ? "attendance.register_begun" : null;
};

type Attended = { personId: string; moduleCode: string; workshop: boolean; months: string[]; lastOn: PlainDate };

/**
 * Which classes people were in since a day, if only for a part: by module, and whether the group is a workshop. Of people in the
 * reader's reach whose ties the reader may know (C7); a merged record counts for the one that stays. Source: docs/domain/seed-trace.md row 4
 */
export async function classesAttended(context: WorkContext, since: PlainDate): Promise<Attended[]> {
  const { rows } = await sql<Attended>`select coalesce(p.merged_into, p.id) as person_id, s.module_code,
      s.module_code = any (${[...handwork]}::text[]) and bool_or(j.kind = 'CIS' or exists (select from class_group_leader l
        join membership_role r on r.organisation_id = l.organisation_id and r.account_id = l.account_id and r.role = 'WORKSHOP_INSTRUCTOR'
        where l.organisation_id = g.organisation_id and l.group_id = g.id)) as workshop,
      array_agg(distinct to_char(s.day, 'YYYY-MM')) as months, max(s.day) as last_on
    from held_session s
      join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
      join project j on j.organisation_id = g.organisation_id and j.id = g.project_id
      join counting_attendance a on a.organisation_id = s.organisation_id and a.session_id = s.id and a.status in ('PRESENT', 'LATE', 'LEFT_EARLY')
      join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
    where s.organisation_id = ${context.actor.organisationId} and s.day between ${since} and ${context.today}
      and ${personInReach(context, attendanceAccess["attendance.read-summary"], sql.ref("p.id"))}
      and ${mayBeTiedTo({ leads: false }, context, sql.ref("p.id"))}
    group by 1, 2`.execute(context.tx);
  return rows;
}

/** Classes that some colleagues led, alone or beside another, by closed registers: a substitute instead of the leader, minutes as they were held. */
export const classesLed: HourSource = async (context, { from, to }, accountIds) => {
  const { rows } = await sql<WorkOf>`select led.account_id, 'CLASS' as source, s.id as source_id, s.day,
      to_char(s.starts_at, 'HH24:MI') as starts_at, c.held_minutes as minutes, null as kind
    from register_closing c join held_session s on s.organisation_id = c.organisation_id and s.id = c.session_id
      cross join lateral (select coalesce(c.substitute_id, c.leader_id) as account_id union select l.account_id from register_co_leader l
        where l.organisation_id = c.organisation_id and l.session_id = c.session_id) led
    where c.organisation_id = ${context.actor.organisationId} and s.day between ${from} and ${to} and c.held_minutes > 0
      and led.account_id = any (${[...accountIds]}::uuid[])
    order by s.day, s.starts_at, s.id limit 2000`.execute(context.tx);
  return rows;
};
