import { sql } from "kysely";
import { reachesOf } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import { compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { programmeAccess } from "../access.ts";
import type { SessionState } from "../codes.ts";
import { minutesThatCount } from "../delivered.ts";
import { type Course, coursesOf } from "../gates.ts";
import { meetingsBetween } from "../meetings.ts";
import { isMoved } from "../moved.ts";
import { mayInUnit } from "../queries.ts";
import type { JudgeProblem } from "../timetable/contract.ts";
import { loadJudgeProblem } from "../timetable/load.ts";
import type { Calendar, CalendarDays, CalendarSession } from "./contract.ts";

/** How a session stands today. */
export function stateOf(
  session: { day: PlainDate; minutes: number },
  course: Course | undefined,
  today: PlainDate,
): SessionState {
  if (course && course.heldMinutes !== null) return "CLOSED";
  if (compareDays(session.day, today) > 0 || (!course && session.day === today)) return "AHEAD";
  return minutesThatCount(session, course, today) > 0 ? "OPEN" : "MISSED";
}

/** Meetings of some units, or of all, by day and hour. */
async function meetingsWithin(
  context: WorkContext,
  days: CalendarDays,
  unitIds: readonly string[] | null,
): Promise<Calendar["meetings"]> {
  const meetings = (await meetingsBetween(context, days)).filter(({ unitId }) => unitIds?.includes(unitId) ?? true);
  if (meetings.length === 0) return [];
  const { organisationId } = context.actor;
  const { rows } = await sql<{ id: string; name: string }>`select id, name from unit
    where organisation_id = ${organisationId} and id = any (${meetings.map(({ unitId }) => unitId)}::uuid[])
    union all select id, name from class_room where organisation_id = ${organisationId} and id = any (${meetings.flatMap(({ roomId }) => roomId ?? [])}::uuid[])`.execute(
    context.tx,
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return meetings.map(({ id, unitId, day, startsAt, minutes, roomId, leaderId }) => ({
    id,
    unitId,
    unitName: names.get(unitId) ?? "",
    day,
    startsAt,
    minutes,
    roomId,
    room: roomId && (names.get(roomId) ?? null),
    leaderId,
  }));
}

/** Sessions of the groups within the actor's reach, or that the actor leads, between two days. */
export async function readCalendar(context: WorkContext, { from, to }: CalendarDays): Promise<Calendar> {
  const { organisationId, accountId, unitIds } = context.actor;
  const reaches = reachesOf(context.actor, programmeAccess["calendar.read"]);
  const leads = sql<boolean>`exists (select from class_group_leader l where l.organisation_id = g.organisation_id and l.group_id = g.id
    and l.account_id = ${accountId} and l.valid_from <= ${context.today} and coalesce(l.valid_until, ${context.today}) >= ${context.today})`;
  const ofUnit = sql<boolean>`(${reaches.has("organisation")} or ${reaches.has("unit")} and g.unit_id = any (${[...unitIds]}::uuid[]))`;
  const { rows } = await sql<
    Omit<CalendarSession, "state">
  >`select s.id, s.group_id, g.name as group_name, g.unit_id, s.module_id, s.module_code, s.module_name, s.day,
      to_char(s.starts_at, 'HH24:MI') as starts_at, s.minutes, s.room_id, s.room, coalesce(s.leader_id, s.guest_id) as leader_id,
      coalesce(a.display_name, k.name) as leader_name, s.leader_id is not null as has_account, s.version,
      ${isMoved} as moved
    from held_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
      left join membership a on a.organisation_id = s.organisation_id and a.account_id = s.leader_id
      left join named_class_leader k on k.organisation_id = s.organisation_id and k.id = s.guest_id
    where s.organisation_id = ${organisationId} and s.day between ${from} and ${to}
      and (${ofUnit} or ${reaches.has("team")} and (s.leader_id = ${accountId} or ${leads}))
    order by s.day, s.starts_at, g.name, s.id ${atMost}`.execute(context.tx);
  const courses = await coursesOf(
    context,
    rows.filter(({ day }) => compareDays(day, context.today) <= 0).map(({ id }) => id),
  );
  const { rows: groups } = await sql<Calendar["groups"][number]>`select g.id, g.name, g.unit_id, p.minutes_per_hour
    from class_group g join project p on p.organisation_id = g.organisation_id and p.id = g.project_id
    where g.organisation_id = ${organisationId} and g.starts_on <= ${to} and g.starts_on + g.weeks * 7 > ${from}::date
      and (${ofUnit} or ${reaches.has("team")} and (${leads} or exists (select from held_session s where s.organisation_id = g.organisation_id
        and s.group_id = g.id and s.leader_id = ${accountId} and s.day between ${from} and ${to})))
    order by g.starts_on, g.name, g.id ${atMost}`.execute(context.tx);
  const { rows: closures } = await sql<
    Calendar["closures"][number]
  >`select c.id, c.unit_id, u.name as unit_name, c.from_on as "from", c.to_on as "to", c.reason
    from class_closure c join unit u on u.organisation_id = c.organisation_id and u.id = c.unit_id where c.organisation_id = ${organisationId} and c.withdrawn_at is null and c.from_on <= ${to} and c.to_on >= ${from}
      and c.unit_id = any (${[...new Set(groups.map(({ unitId }) => unitId))]}::uuid[]) order by c.from_on, c.id ${atMost}`.execute(
    context.tx,
  );
  const wholeUnits = reaches.has("organisation") ? null : reaches.has("unit") ? unitIds : [];
  return {
    meetings: await meetingsWithin(context, { from, to }, wholeUnits),
    sessions: rows.map((row) => ({ ...row, state: stateOf(row, courses.get(row.id), context.today) })),
    groups,
    closures,
  };
}

/** What a class drawn elsewhere is judged by: all groups of a unit that still meet. @throws Problem not_found for a unit out of reach */
export async function readProblem(context: WorkContext, unitId: string): Promise<JudgeProblem> {
  if (!mayInUnit(context, programmeAccess["timetable.read-problem"], unitId))
    throw new Problem("not_found", "project.unknown_unit");
  const { rows } = await sql<{
    id: string;
  }>`select id from class_group g where g.organisation_id = ${context.actor.organisationId}
    and g.unit_id = ${unitId} and g.starts_on + g.weeks * 7 > ${context.today}::date order by g.id ${atMost}`.execute(
    context.tx,
  );
  const { rows: rooms } = await sql<{
    id: string;
  }>`select id from class_room where organisation_id = ${context.actor.organisationId}
    and unit_id = ${unitId} order by id ${atMost}`.execute(context.tx);
  const { rows: leaders } = await sql<{
    id: string;
  }>`select id from class_leader where organisation_id = ${context.actor.organisationId}
    and (unit_id is null or unit_id = ${unitId}) order by id ${atMost}`.execute(context.tx);
  return loadJudgeProblem(
    context,
    rows.map(({ id }) => id),
    { roomIds: rooms.map(({ id }) => id), leaderIds: leaders.map(({ id }) => id) },
  );
}
