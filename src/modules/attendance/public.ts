import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import { translate } from "../../platform/messages.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { personInReach } from "../casework/public.ts";
import type { HourSource, WorkOf } from "../counselling/public.ts";
import { handwork } from "../programme/codes.ts";
import { programmeMessages } from "../programme/messages.ts";
import { mayBeTiedTo, type SessionGate } from "../programme/public.ts";
import type { LedHoursSource } from "../staff/public.ts";
import { attendanceAccess } from "./access.ts";
import { ledByGuest } from "./ledByGuest.ts";

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

/** Classes that some volunteers led, by closed registers; minutes as they were held. */
export const classesOfVolunteers: LedHoursSource = async (context, volunteerIds) => {
  const { rows } = await sql<{
    volunteerId: string;
    id: string;
    day: PlainDate;
    minutes: number;
    code: string;
    name: string | null;
  }>`
    select k.volunteer_id, s.id, s.day, c.held_minutes as minutes, s.module_code as code, s.module_name as name
    from class_leader k join held_session s on s.organisation_id = k.organisation_id and s.guest_id = k.id
      join register_closing c on c.organisation_id = s.organisation_id and c.session_id = s.id
    where k.organisation_id = ${context.actor.organisationId} and k.volunteer_id = any (${[...volunteerIds]}::uuid[])
      and c.held_minutes > 0 and ${ledByGuest} order by s.day, s.id limit 2000`.execute(context.tx);
  const t = translate(programmeMessages, "pl");
  return rows.map(({ id: sourceId, code, name, ...led }) => ({
    ...led,
    source: "CLASS",
    sourceId,
    task: (name ?? t.maybe(`module.${code}`) ?? code).slice(0, 300),
  }));
};

/** Classes that some colleagues led, alone or beside another, by closed registers: a substitute instead of the leader, minutes as they were held. */
export const classesLed: HourSource = async (context, { from, to }, accountIds) => {
  const { rows } = await sql<WorkOf>`select led.account_id, 'CLASS' as source, s.id as source_id, s.day,
      to_char(s.starts_at, 'HH24:MI') as starts_at, c.held_minutes as minutes, null as kind
    from register_closing c join held_session s on s.organisation_id = c.organisation_id and s.id = c.session_id
      cross join lateral (select coalesce(c.substitute_id, c.leader_id) as account_id where not ${ledByGuest} union select l.account_id from register_co_leader l
        where l.organisation_id = c.organisation_id and l.session_id = c.session_id) led
    where c.organisation_id = ${context.actor.organisationId} and s.day between ${from} and ${to} and c.held_minutes > 0
      and led.account_id = any (${[...accountIds]}::uuid[])
    order by s.day, s.starts_at, s.id limit 2000`.execute(context.tx);
  return rows;
};
