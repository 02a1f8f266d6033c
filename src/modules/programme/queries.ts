import { type RawBuilder, sql } from "kysely";
import { may, type Reach, type Role, reachesOf } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { fitnessOf } from "../assessment/public.ts";
import { shortName, whereaboutsHidden } from "../person/public.ts";
import { programmeAccess } from "./access.ts";
import { handwork } from "./codes.ts";
import type { Candidate, GroupCard, GroupLine, MemberLine, SessionLine } from "./contract.ts";
import { groupSettings } from "./timetable/load.ts";
import { lostMeetings } from "./timetable/lost.ts";

type Verb = Readonly<Partial<Record<Role, Reach>>>;

export type GroupRow = {
  id: string;
  projectId: string;
  unitId: string;
  name: string;
  startsOn: PlainDate;
  weeks: number;
  minutesPerMeeting: number;
  consultationsInside: boolean;
  capacity: number;
  version: number;
  /** The actor leads the group, or was given a class of it by somebody else in these weeks: they meet its people. */
  leads: boolean;
};

/**
 * SQL: the person whose id the column holds may stand beside the group for this reader. Rooms and hours of a group say where its
 * people are: of a person with protected whereabouts only the named list and who leads the group learn that they are in it (C7).
 */
export function mayBeTiedTo(
  { leads: meets }: Pick<GroupRow, "leads">,
  context: WorkContext,
  personId: RawBuilder<unknown>,
) {
  return meets ? sql<boolean>`true` : sql<boolean>`not ${whereaboutsHidden(context, personId)}`;
}

type Column = ReturnType<typeof sql.ref>;

/** SQL: the actor leads the group today; `given`: by somebody else's word. */
const leadsGroup = (
  context: WorkContext,
  group: Column,
  given = false,
) => sql<boolean>`exists (select from class_group_leader l
    where l.organisation_id = ${context.actor.organisationId} and l.group_id = ${group} and l.account_id = ${context.actor.accountId}
      and l.valid_from <= ${context.today} and coalesce(l.valid_until, ${context.today}) >= ${context.today}
      and (not ${given}::boolean or l.given_by <> l.account_id))`;

/** SQL: the actor leads the group or one of its classes, whenever that is. It opens the plan, not the names. */
const isOfTeam = (context: WorkContext, group: Column) => sql<boolean>`(${leadsGroup(context, group)}
  or exists (select from held_session s where s.organisation_id = ${context.actor.organisationId} and s.group_id = ${group} and s.leader_id = ${context.actor.accountId}))`;

/** Days around a class in which who leads it knows whom they meet. */
const meetingDays = { before: 7, after: 14 };

/**
 * SQL: the actor leads the class `s` (class_session or held_session), near enough, and by somebody else's word: whoever plans could else give themselves a class
 * and read by it who is in the group (C7).
 */
const meetsIn = (
  context: WorkContext,
) => sql<boolean>`(s.leader_id is not distinct from ${context.actor.accountId}::uuid
  and coalesce(s.leader_given_by <> s.leader_id, false)
  and s.day between ${addDays(context.today, -meetingDays.after)}::date and ${addDays(context.today, meetingDays.before)}::date)`;

/** SQL: the actor meets the people of the group: whoever names themselves its leader plans it, and meets nobody by that (C7). */
const meetsGroup = (context: WorkContext, group: Column) => sql<boolean>`(${leadsGroup(context, group, true)}
  or exists (select from held_session s where s.organisation_id = ${context.actor.organisationId} and s.group_id = ${group} and ${meetsIn(context)}))`;

/** SQL over `s` (held_session): the actor meets the people of this class. */
export const meetsSession = (context: WorkContext) =>
  sql<boolean>`(${meetsIn(context)} or ${leadsGroup(context, sql.ref("s.group_id"), true)})`;

/**
 * Those of some groups that the actor may reach with `verb`, in no order. `met`: who reaches one as its team alone meets its people in these
 * weeks; a class that somebody gave long ago opens the plan and their own register, not what is told and written of the whole group.
 */
export async function groupsAmong(
  context: WorkContext,
  verb: Verb,
  groupIds: readonly string[],
  { met = false } = {},
): Promise<GroupRow[]> {
  const { rows } = await sql<
    GroupRow & { ofTeam: boolean }
  >`select g.id, g.project_id, g.unit_id, g.name, g.starts_on, g.weeks, g.minutes_per_meeting,
      g.consultations_inside, g.capacity, g.version, ${meetsGroup(context, sql.ref("g.id"))} as leads, ${isOfTeam(context, sql.ref("g.id"))} as of_team
    from class_group g where g.organisation_id = ${context.actor.organisationId} and g.id = any (${[...groupIds]}::uuid[])`.execute(
    context.tx,
  );
  return rows.flatMap(({ ofTeam, ...group }) => {
    const relation = { unit: context.actor.unitIds.includes(group.unitId), team: met ? group.leads : ofTeam };
    return may(context.actor, verb, relation) ? [group] : [];
  });
}

/** A group that the actor may reach with `verb`. @throws Problem not_found `group.not_found` */
export async function requireGroup(context: WorkContext, verb: Verb, groupId: string): Promise<GroupRow> {
  const [group] = await groupsAmong(context, verb, [groupId]);
  if (!group) throw new Problem("not_found", "group.not_found");
  return group;
}

/** The same for what is told and written of its people: whoever reaches it as its team meets them. @throws Problem not_found `group.not_found` */
export async function requireMetGroup(context: WorkContext, verb: Verb, groupId: string): Promise<GroupRow> {
  const [group] = await groupsAmong(context, verb, [groupId], { met: true });
  if (!group) throw new Problem("not_found", "group.not_found");
  return group;
}

/** Groups within the actor's reach, those that go on first. */
export async function listGroups(context: WorkContext): Promise<GroupLine[]> {
  const { organisationId, unitIds } = context.actor;
  const reaches = reachesOf(context.actor, programmeAccess["group.read"]);
  const { rows } =
    await sql<GroupLine>`select g.id, g.name, g.group_no, g.project_id, p.title as project_title, g.starts_on,
      g.starts_on + g.weeks * 7 - 1 as ends_on, g.capacity,
      (select count(distinct m.person_id)::int from group_membership m where m.organisation_id = g.organisation_id and m.group_id = g.id
        and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}) as members,
      (select min(s.day) from held_session s where s.organisation_id = g.organisation_id and s.group_id = g.id and s.day >= ${context.today}) as next_on
    from class_group g join project p on p.organisation_id = g.organisation_id and p.id = g.project_id
    where g.organisation_id = ${organisationId} and (${reaches.has("organisation")}
      or (${reaches.has("unit")} and g.unit_id = any (${[...unitIds]}::uuid[])) or (${reaches.has("team")} and ${isOfTeam(context, sql.ref("g.id"))}))
    order by g.starts_on + g.weeks * 7 <= ${context.today}, g.starts_on, g.group_no, g.id ${atMost}`.execute(
      context.tx,
    );
  return rows;
}

/** @throws Problem not_found */
export async function readGroup(context: WorkContext, groupId: string): Promise<GroupCard> {
  await requireGroup(context, programmeAccess["group.read"], groupId);
  const { rows } = await sql<
    Omit<GroupCard, "lost">
  >`select g.id, g.project_id, p.title as project_title, g.unit_id, g.name, g.group_no, g.template, g.starts_on,
      g.starts_on + g.weeks * 7 - 1 as ends_on, g.weeks, g.meetings_per_week, g.minutes_per_meeting, p.minutes_per_hour, g.consultations_inside, g.capacity, g.version,
      (select count(distinct m.person_id)::int from group_membership m where m.organisation_id = g.organisation_id and m.group_id = g.id
        and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}) as members,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'code', m.code, 'name', m.name, 'form', m.form, 'plannedMinutes', m.planned_minutes,
          'cadence', m.cadence, 'provider', m.provider, 'optional', m.optional, 'scheduledMinutes', coalesce(s.minutes, 0)) order by m.no)
        from programme_module m left join (select module_id, sum(minutes)::int as minutes from held_session
          where organisation_id = ${context.actor.organisationId} and group_id = ${groupId} group by module_id) s on s.module_id = m.id
        where m.organisation_id = g.organisation_id and m.group_id = g.id), '[]') as modules,
      coalesce((select jsonb_agg(jsonb_build_object('accountId', l.account_id, 'name', a.display_name) order by a.display_name)
        from class_group_leader l join membership a on a.organisation_id = l.organisation_id and a.account_id = l.account_id
        where l.organisation_id = g.organisation_id and l.group_id = g.id and coalesce(l.valid_until, ${context.today}) >= ${context.today}), '[]') as leaders,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'from', c.from_on, 'to', c.to_on, 'reason', c.reason) order by c.from_on)
        from class_closure c where c.organisation_id = g.organisation_id and c.unit_id = g.unit_id and c.withdrawn_at is null
          and c.to_on >= g.starts_on and c.from_on < g.starts_on + g.weeks * 7), '[]') as closures,
      coalesce((select jsonb_agg(o.line order by o.day, o.line ->> 'startsAt') from (
        select a.day, jsonb_build_object('day', a.day, 'startsAt', to_char(a.starts_at, 'HH24:MI'), 'sessionId', a.id, 'otherSessionId', b.id, 'otherGroup', h.name,
            'kind', case when a.room_id = b.room_id then 'ROOM' else 'LEADER' end, 'room', a.room) as line
        from held_session a join held_session b on b.organisation_id = a.organisation_id and b.day = a.day and b.id <> a.id
          and a.starts_at < b.starts_at + b.minutes * interval '1 minute' and b.starts_at < a.starts_at + a.minutes * interval '1 minute'
          and (a.room_id = b.room_id or a.leader_id = b.leader_id or a.guest_id = b.guest_id)
        join class_group h on h.organisation_id = b.organisation_id and h.id = b.group_id
        where a.organisation_id = ${context.actor.organisationId} and a.group_id = ${groupId} and a.day >= ${context.today}
        order by a.day, a.starts_at limit 50) o), '[]') as overlaps
    from class_group g join project p on p.organisation_id = g.organisation_id and p.id = g.project_id
    where g.organisation_id = ${context.actor.organisationId} and g.id = ${groupId}`.execute(context.tx);
  const [row] = rows;
  const [setting] = await groupSettings(context, [groupId]);
  if (!row || !setting) throw new Problem("not_found", "group.not_found");
  return { ...row, lost: lostMeetings(setting, setting.startsOn) };
}

/** Members of a group, those who are in it first. @throws Problem not_found */
export async function listMembers(context: WorkContext, groupId: string): Promise<MemberLine[]> {
  const group = await requireGroup(context, programmeAccess["member.read"], groupId);
  const { rows } = await sql<MemberLine>`select m.id, m.enrolment_id, m.person_id, p.person_no,
      ${shortName("p")} as person_name, m.valid_from, m.valid_until
    from group_membership m join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where m.organisation_id = ${context.actor.organisationId} and m.group_id = ${groupId}
      and ${mayBeTiedTo(group, context, sql.ref("p.id"))}
    order by coalesce(m.valid_until, ${context.today}) < ${context.today}, p.last_name, p.first_name, p.person_no ${atMost}`.execute(
    context.tx,
  );
  return rows;
}

/** Enrolments of the group's project that are in no group yet: whom the actor can add. @throws Problem not_found */
export async function listCandidates(context: WorkContext, groupId: string): Promise<Candidate[]> {
  const group = await requireGroup(context, programmeAccess["member.add"], groupId);
  const { rows } = await sql<MemberLine>`select e.id, e.id as enrolment_id, e.person_id, p.person_no,
      ${shortName("p")} as person_name, e.started_on as valid_from, e.ended_on as valid_until
    from enrolment_period e join person p on p.organisation_id = e.organisation_id and p.id = e.person_id
    where e.organisation_id = ${context.actor.organisationId} and e.project_id = ${group.projectId} and e.ended_on is null
      and not ${whereaboutsHidden(context, sql.ref("p.id"))}
      and not exists (select from group_membership m where m.organisation_id = e.organisation_id and m.enrolment_id = e.id and coalesce(m.valid_until, ${context.today}) >= ${context.today})
    order by p.last_name, p.first_name, p.person_no ${atMost}`.execute(context.tx);
  const told =
    mayInUnit(context, programmeAccess["member.read-fitness"], group.unitId) &&
    (await isWorkshop(context, { groupId, day: context.today }));
  const fitness = await fitnessOf(context, told ? rows.map(({ personId }) => personId) : [], context.today);
  return rows.map((row) => ({ ...row, fitness: fitness.get(row.personId) ?? null }));
}

type ClassOfGroup = { groupId: string; day: PlainDate; moduleCode?: string };

/**
 * Whether groups work with their hands on a day, in the order of the list: a group of a CIS, or one that a workshop instructor leads, in a
 * module of its own (`moduleCode`; without one: in any of them). Talks and courses of a club are no workshop. Source: docs/domain/rules.md R-ACC, R-CIS-05
 */
export async function areWorkshops(context: WorkContext, classes: readonly ClassOfGroup[]): Promise<boolean[]> {
  if (classes.length === 0) return [];
  const [groupIds, days] = [classes.map(({ groupId }) => groupId), classes.map(({ day }) => day)];
  const codes = classes.map(({ moduleCode }) => moduleCode ?? null);
  const { rows } = await sql<{
    no: number;
    workshop: boolean | null;
  }>`select c.no::int as no, (p.kind = 'CIS' or exists (select from class_group_leader l
        join membership_role r on r.organisation_id = l.organisation_id and r.account_id = l.account_id and r.role = 'WORKSHOP_INSTRUCTOR'
        where l.organisation_id = g.organisation_id and l.group_id = g.id
          and l.valid_from <= c.day and coalesce(l.valid_until, c.day) >= c.day))
      and exists (select from programme_module m where m.organisation_id = g.organisation_id and m.group_id = g.id
        and m.code = any (${[...handwork]}::text[]) and m.code = coalesce(c.module_code, m.code)) as workshop
    from unnest(${groupIds}::uuid[], ${days}::date[], ${codes}::text[]) with ordinality c(group_id, day, module_code, no)
      left join class_group g on g.organisation_id = ${context.actor.organisationId} and g.id = c.group_id
      left join project p on p.organisation_id = g.organisation_id and p.id = g.project_id`.execute(context.tx);
  const workshops = new Set(rows.filter(({ workshop }) => workshop).map(({ no }) => no)); // a group that is not there is none
  return classes.map((_, at) => workshops.has(at + 1));
}

/** Whether one class, or a group on a day, is of a workshop; as `areWorkshops` tells. */
export async function isWorkshop(context: WorkContext, one: ClassOfGroup): Promise<boolean> {
  const [workshop = false] = await areWorkshops(context, [one]);
  return workshop;
}

/** Sessions of a group from `from` to `to`, both inclusive, without cancelled ones. @throws Problem not_found */
export async function listSessions(
  context: WorkContext,
  groupId: string,
  from: PlainDate,
  to: PlainDate,
): Promise<SessionLine[]> {
  await requireGroup(context, programmeAccess["group.read"], groupId);
  const { rows } =
    await sql<SessionLine>`select s.id, s.module_id, s.module_code, s.module_name, s.day, to_char(s.starts_at, 'HH24:MI') as starts_at, s.minutes, s.room_id, s.room,
      coalesce(s.leader_id, s.guest_id) as leader_id, coalesce(a.display_name, l.name) as leader_name, s.version
    from held_session s left join membership a on a.organisation_id = s.organisation_id and a.account_id = s.leader_id
      left join named_class_leader l on l.organisation_id = s.organisation_id and l.id = s.guest_id
    where s.organisation_id = ${context.actor.organisationId} and s.group_id = ${groupId} and s.day between ${from} and ${to}
    order by s.day, s.starts_at, s.id ${atMost}`.execute(context.tx);
  return rows;
}

/** Whether the actor may do `verb` for groups of a unit. */
export function mayInUnit(context: WorkContext, verb: Verb, unitId: string): boolean {
  return may(context.actor, verb, { unit: context.actor.unitIds.includes(unitId) });
}
