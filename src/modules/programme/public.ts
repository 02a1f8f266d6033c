import { sql } from "kysely";
import { type Reach, type Role, requireReach } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { readColumns } from "../../platform/db.ts";
import { Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

import type { BusyHours, BusySource, CalendarSource } from "../counselling/public.ts";
import { calendarEntries } from "./feed/entries.ts";
import { mayBeTiedTo, meetsSession } from "./queries.ts";

export { type Course, type SessionCourse, type SessionGate, sessionCourses, sessionGates } from "./gates.ts";
export { type MeetingSource, meetingSources, roomsOfUnit } from "./meetings.ts";
export { refuseMeeting } from "./placeMeeting.ts";
export {
  areWorkshops,
  groupsAmong,
  isWorkshop,
  listGroups,
  mayBeTiedTo,
  meetsSession,
  requireGroup,
  requireMetGroup,
} from "./queries.ts";
export { type PlannedClass, plannedClassesOf, sessionsOfUnit, type UnitSession } from "./unitSessions.ts";

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** A session that is held, as its register needs it. `startsAt` is `HH:MM`. */
export type SessionOfGroup = {
  id: string;
  groupId: string;
  groupName: string;
  moduleCode: string;
  moduleName: string | null;
  day: PlainDate;
  startsAt: string;
  minutes: number;
  room: string | null;
  leaderId: string | null;
  /** The actor leads the group, or was given this session by somebody else in these weeks: they meet its people (C7). */
  leads: boolean;
};

/**
 * A session that the actor may reach with `verb`, through the unit of its group, or as leader of the group or of this session.
 * @throws Problem not_found `session.not_found`, also when it was cancelled
 */
export async function requireSession(context: WorkContext, verb: Verb, sessionId: string): Promise<SessionOfGroup> {
  const { organisationId, accountId, unitIds } = context.actor;
  const { rows } = await sql<
    SessionOfGroup & { unitId: string; team: boolean }
  >`select s.id, s.group_id, g.name as group_name, s.module_code, s.module_name,
      s.day, to_char(s.starts_at, 'HH24:MI') as starts_at, s.minutes, s.room, s.leader_id, g.unit_id,
      (s.leader_id is not distinct from ${accountId}::uuid or exists (select from class_group_leader l where l.organisation_id = s.organisation_id and l.group_id = s.group_id
        and l.account_id = ${accountId} and l.valid_from <= ${context.today} and coalesce(l.valid_until, ${context.today}) >= ${context.today})) as team, ${meetsSession(context)} as leads
    from held_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
    where s.organisation_id = ${organisationId} and s.id = ${sessionId}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "session.not_found");
  const { unitId, team, ...session } = row;
  requireReach(context.actor, verb, { unit: unitIds.includes(unitId), team }, "session.not_found");
  return session;
}

/** Persons whose membership of the session's group covers its day, once each; `asShown`: those that the actor may know of (C7). */
export async function memberIdsOn(
  context: WorkContext,
  { groupId, day, leads }: Pick<SessionOfGroup, "groupId" | "day" | "leads">,
  { asShown = false } = {},
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`select distinct person_id from group_membership
    where organisation_id = ${context.actor.organisationId} and group_id = ${groupId} and valid_from <= ${day} and coalesce(valid_until, ${day}) >= ${day}
      and ${mayBeTiedTo({ leads: leads || !asShown }, context, sql.ref("group_membership.person_id"))}`.execute(
    context.tx,
  );
  return rows.map(({ personId }) => personId);
}

/** Who is in some groups today, of people whose ties the actor may know (C7). The caller has asked which groups the actor may see. */
export async function membersToday(context: WorkContext, groupIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`select distinct m.person_id from group_membership m
    where m.organisation_id = ${context.actor.organisationId} and m.group_id = any (${[...groupIds]}::uuid[])
      and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}
      and ${mayBeTiedTo({ leads: false }, context, sql.ref("m.person_id"))} ${atMost}`.execute(context.tx);
  return rows.map(({ personId }) => personId);
}

/** The last group of each enrolment of a project, for tables by group, and its name. */
export async function groupsOfParticipants(
  context: WorkContext,
  projectId: string,
): Promise<{ enrolmentId: string; groupId: string; groupName: string }[]> {
  return readColumns(
    context.tx,
    ["enrolmentId", "groupId", "groupName"],
    sql`select distinct on (m.enrolment_id) m.enrolment_id, g.id as group_id, g.name as group_name
      from group_membership m join class_group g on g.organisation_id = m.organisation_id and g.id = m.group_id
      where m.organisation_id = ${context.actor.organisationId} and g.project_id = ${projectId}
      order by m.enrolment_id, m.valid_from desc, g.id`,
  );
}

/** Sessions that the actor leads on a day, for "my day" of rooms below. `startsAt` is `HH:MM`. */
export async function sessionsLedOn(
  context: WorkContext,
  day: PlainDate,
): Promise<{ startsAt: string; minutes: number; title: string; place: string | null }[]> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<{ startsAt: string; minutes: number; title: string; place: string | null }>`
    select to_char(s.starts_at, 'HH24:MI') as starts_at, s.minutes, g.name as title, s.room as place
    from held_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
    where s.organisation_id = ${organisationId} and s.day = ${day} and s.leader_id = ${accountId}
    order by s.starts_at, s.id ${atMost}`.execute(context.tx);
  return rows;
}

/** Hours in which some colleagues lead classes that stand, in whichever unit; of the classes nothing else is told. */
export const hoursInClass: BusySource = async (context, { from, to }, accountIds) => {
  const { rows } = await sql<BusyHours>`select s.leader_id as consultant_id, s.day,
      (extract(epoch from s.starts_at) / 60)::int as from, (extract(epoch from s.starts_at) / 60)::int + s.minutes as until
    from held_session s where s.organisation_id = ${context.actor.organisationId} and s.day between ${from} and ${to}
      and s.leader_id = any (${[...accountIds]}::uuid[])`.execute(context.tx);
  return rows;
};

/**
 * Sessions of the actor in some days (inclusive) for a calendar elsewhere, cancelled ones too, at most 2,000 by day and hour. It
 * says neither group nor module: names of groups are anybody's words.
 */
export const sessionsInCalendar: CalendarSource = (context, within) =>
  calendarEntries(context, within, sql<boolean>`s.leader_id = ${context.actor.accountId}`);

/** Names of the groups that each of these people is in today, for people in reach whose ties the actor may know (C7). */
export async function groupsOfPeople(
  context: WorkContext,
  personIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{
    personId: string;
    names: string[];
  }>`select m.person_id, array_agg(distinct g.name) as names
    from group_membership m join class_group g on g.organisation_id = m.organisation_id and g.id = m.group_id
    where m.organisation_id = ${context.actor.organisationId} and m.person_id = any (${[...personIds]}::uuid[])
      and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}
      and ${mayBeTiedTo({ leads: false }, context, sql.ref("m.person_id"))}
    group by m.person_id`.execute(context.tx);
  return new Map(rows.map(({ personId, names }) => [personId, names]));
}
