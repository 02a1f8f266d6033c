import { type RawBuilder, sql } from "kysely";
import { may } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { fitnessOf } from "../assessment/public.ts";
import { requirePerson } from "../casework/public.ts";
import { havingDayOff } from "../centre/public.ts";
import { areWhereaboutsHidden, safetyFlagsOf } from "../person/public.ts";
import { isWorkshop, mayBeTiedTo, requireGroup, requireMetGroup, requireSession } from "../programme/public.ts";
import { attendanceRate, realisation } from "../programme/rules.ts";
import { excusedOn } from "./absence/follow.ts";
import { attendanceAccess } from "./access.ts";
import { cardsOf } from "./cards/store.ts";
import type { ModuleHours, PersonAttendance, PersonRate, Register, TodaySession } from "./contract.ts";
import { ledByGuest } from "./ledByGuest.ts";
import { monthLockOf } from "./month/store.ts";
import { nameInGroup } from "./nameInGroup.ts";
import { registersKept, registersWhere } from "./registerList.ts";
import { warnLeaders } from "./rules.ts";
import { machineBarsOf } from "./workshop/queries.ts";

/** Today's registers, and all earlier ones that nobody closed, the oldest first. */
export async function readToday(context: WorkContext): Promise<{ today: TodaySession[]; open: TodaySession[] }> {
  const kept = registersKept(context);
  return {
    today: await registersWhere(context, sql`${kept} and s.day = ${context.today}`),
    open: await registersWhere(context, sql`${kept} and s.day < ${context.today} and c.session_id is null`),
  };
}

/** One register: the members of its day, each with the mark that counts. @throws Problem not_found */
export async function readRegister(context: WorkContext, sessionId: string): Promise<Register> {
  const { organisationId, unitIds } = context.actor;
  const { leads, ...session } = await requireSession(context, attendanceAccess["register.read"], sessionId);
  const mayKnow = (personId: RawBuilder<unknown>) => mayBeTiedTo({ leads }, context, personId);
  const tied = mayKnow(sql.ref("p.id"));
  const { rows } = await sql<
    Omit<Register, "mayMark" | "hidden" | "monthLocked" | "people" | "closing" | keyof typeof session> & {
      unitId: string;
      members: number;
      closing: Omit<NonNullable<Register["closing"]>, "tooMany"> | null;
      people: Omit<Register["people"][number], "proposed" | "dayOff" | "cards" | "fitness" | "bars" | "alerts">[];
    }
  >`select
      g.unit_id, coalesce(leader.display_name, guest.name) as leader_name, j.kind = 'CIS' as centre,
      case when c.session_id is null then null else jsonb_build_object('topic', c.topic, 'content', c.content, 'leaderName', case when ${ledByGuest} then guest.name else closing_leader.display_name end,
        'coLeaderNames', (select coalesce(jsonb_agg(co.display_name order by co.display_name), '[]') from register_co_leader l
          join membership co on co.organisation_id = l.organisation_id and co.account_id = l.account_id
          where l.organisation_id = c.organisation_id and l.session_id = c.session_id),
        'present', c.present, 'workDone', c.work_done, 'mealsIssued', c.meals_issued,
        'heldMinutes', c.held_minutes, 'closedBy', closer.display_name, 'closedAt', c.closed_at) end as closing,
      coalesce((select jsonb_agg(jsonb_build_object('personId', p.id, 'name', ${nameInGroup(session.groupId, mayKnow)}, 'status', a.status, 'minutesLate', coalesce(a.minutes_late, 0),
          'minutesLeftEarly', coalesce(a.minutes_left_early, 0), 'markedBy', marker.display_name, 'markedAt', a.recorded_at,
          'marks', (select count(*) from attendance_entry x where x.organisation_id = p.organisation_id and x.session_id = ${sessionId} and x.person_id = p.id),
          'issued', (select coalesce(jsonb_agg(jsonb_build_object('item', i.item, 'quantity', i.quantity) order by i.item), '[]') from register_issue i
            where i.organisation_id = p.organisation_id and i.session_id = ${sessionId} and i.person_id = any (same_person(p.id))),
          'corrected', a.correction_id is not null) order by p.last_name, p.first_name, p.person_no)
        from person p left join counting_attendance a on a.organisation_id = p.organisation_id and a.session_id = ${sessionId} and a.person_id = p.id
          left join membership marker on marker.organisation_id = p.organisation_id and marker.account_id = a.marked_by
        where p.organisation_id = ${organisationId} and p.id in (select m.person_id from group_membership m where m.organisation_id = ${organisationId}
          and m.group_id = ${session.groupId} and m.valid_from <= ${session.day} and coalesce(m.valid_until, ${session.day}) >= ${session.day})
          and ${tied}), '[]') as people,
      (select count(distinct m.person_id)::int from group_membership m where m.organisation_id = g.organisation_id and m.group_id = g.id
        and m.valid_from <= ${session.day} and coalesce(m.valid_until, ${session.day}) >= ${session.day}) as members
    from class_group g join project j on j.organisation_id = g.organisation_id and j.id = g.project_id
      left join membership leader on leader.organisation_id = g.organisation_id and leader.account_id = ${session.leaderId}
      left join class_session s on s.organisation_id = g.organisation_id and s.id = ${sessionId}
      left join named_class_leader guest on guest.organisation_id = s.organisation_id and guest.id = s.guest_id
      left join register_closing c on c.organisation_id = g.organisation_id and c.session_id = ${sessionId}
      left join membership closer on closer.organisation_id = g.organisation_id and closer.account_id = c.closed_by
      left join membership closing_leader on closing_leader.organisation_id = g.organisation_id and closing_leader.account_id = coalesce(c.substitute_id, c.leader_id)
    where g.organisation_id = ${organisationId} and g.id = ${session.groupId}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Error("a session without its group");
  const { unitId, members, closing, ...register } = row;
  const relation = { unit: unitIds.includes(unitId), team: leads };
  const { id, ...shown } = session;
  const ids = register.people.map(({ personId }) => personId);
  const told =
    may(context.actor, attendanceAccess["register.read-fitness"], relation) && (await isWorkshop(context, session));
  const fitness = await fitnessOf(context, told ? ids : [], session.day);
  const bars = await machineBarsOf(context, session.groupId, fitness, session.day);
  const flags = await safetyFlagsOf(context, attendanceAccess["register.read-alerts"], ids, session.day);
  const off = await havingDayOff(context, ids, { day: session.day, unitId });
  const excused = await excusedOn(context, ids, { day: session.day, unitId });
  const proposalFor = (personId: string) => {
    if (off.has(personId)) return "DAY_OFF";
    return excused.has(personId) ? "ABSENT_EXCUSED" : null;
  };
  const mayMark = may(context.actor, attendanceAccess["attendance.mark"], relation);
  const cards = await cardsOf(context, mayMark ? ids : []);
  const month = session.day.slice(0, 7);
  return {
    ...shown,
    ...register,
    sessionId: id,
    closing: closing && {
      ...closing,
      closedAt: instantOf(closing.closedAt),
      tooMany: warnLeaders(closing.present, 1 + closing.coLeaderNames.length) !== null,
    },
    monthLocked: (await monthLockOf(context, { unitId, month })) !== null,
    hidden: members - register.people.length,
    people: register.people.map((person) => ({
      ...person,
      proposed: person.status === null ? proposalFor(person.personId) : null,
      dayOff: off.has(person.personId),
      cards: cards.get(person.personId) ?? [],
      fitness: fitness.get(person.personId) ?? null,
      bars: bars.get(person.personId) ?? [],
      alerts: flags.get(person.personId) ?? [],
      markedAt: person.markedAt && instantOf(person.markedAt),
    })),
    mayMark,
  };
}

/** Hours of a group's modules from closed registers against the plan. @throws Problem not_found. Source: docs/domain/rules.md R-PRG-04 */
export async function readModuleHours(context: WorkContext, groupId: string): Promise<ModuleHours[]> {
  await requireGroup(context, attendanceAccess["attendance.read-hours"], groupId);
  const { rows } = await sql<
    Omit<ModuleHours, "percent" | "warning" | "attendancePercent"> & {
      ahead: boolean;
      heldMinutes: number | null;
      presentMinutes: number | null;
    }
  >`select m.id as module_id, m.code, m.name, m.planned_minutes,
      coalesce(sum(s.minutes) filter (where s.day <= ${context.today}), 0)::int as due_minutes, coalesce(sum(c.held_minutes), 0)::int as delivered_minutes,
      coalesce(bool_or(c.session_id is null), true) as ahead,
      min(r.held_minutes)::int as held_minutes, min(r.present_minutes)::int as present_minutes
    from programme_module m left join held_session s on s.organisation_id = m.organisation_id and s.module_id = m.id
      left join register_closing c on c.organisation_id = s.organisation_id and c.session_id = s.id
      left join (select module_id, sum(held_minutes)::int as held_minutes, sum(present_minutes)::int as present_minutes
        from (${personMinutes(context, sql`group_id = ${groupId}`)}) one group by module_id) r on r.module_id = m.id
    where m.organisation_id = ${context.actor.organisationId} and m.group_id = ${groupId}
    group by m.id, m.no, m.code, m.name, m.planned_minutes order by m.no ${atMost}`.execute(context.tx);
  return rows.map(({ ahead, heldMinutes, presentMinutes, ...module }) => {
    const { percent, warning } = realisation(module.plannedMinutes, module.deliveredMinutes);
    const shown =
      warning === "programme.over_delivered" || (warning === "programme.under_delivered" && !ahead) ? warning : null;
    const attended = { heldMinutes: heldMinutes ?? 0, presentMinutes: presentMinutes ?? 0 };
    return { ...module, percent, attendancePercent: attendanceRate([attended]), warning: shown };
  });
}

/** The mark that counts of one person in one session, by the index: cheap for each row, where the view would read all marks. */
const lastMark = (
  context: WorkContext,
  sessionId: RawBuilder<unknown>,
  personId: RawBuilder<unknown>,
) => sql`select e.status, e.minutes_late, e.minutes_left_early
  from attendance_entry e where e.organisation_id = ${context.actor.organisationId} and e.session_id = ${sessionId} and e.person_id = ${personId}
  order by e.occurred_at desc, e.seq desc limit 1`;

/**
 * Minutes held and present of each person in each module, by `sessionMinutes` of the rules, as SQL: closed registers on days of membership. Reckoned once, however
 * often what it is joined to looks at it.
 */
const personMinutes = (context: WorkContext, where: RawBuilder<unknown>, days: RawBuilder<unknown> = sql`true`) => sql`
  with reckoned as materialized (select m.person_id, s.group_id, s.module_id, coalesce(sum(case when a.status = 'NO_CLASS' then 0 else c.held_minutes end), 0)::int as held_minutes,
    coalesce(sum(case when a.status in ('PRESENT', 'LATE', 'LEFT_EARLY') then greatest(0, c.held_minutes - a.minutes_late - a.minutes_left_early) else 0 end), 0)::int as present_minutes
  from (select distinct person_id, group_id, valid_from, coalesce(valid_until, 'infinity'::date) as valid_until from group_membership
      where organisation_id = ${context.actor.organisationId} and ${where}) m
    join held_session s on s.organisation_id = ${context.actor.organisationId} and s.group_id = m.group_id and s.day between m.valid_from and m.valid_until and ${days}
    join register_closing c on c.organisation_id = ${context.actor.organisationId} and c.session_id = s.id
    left join lateral (${lastMark(context, sql.ref("s.id"), sql.ref("m.person_id"))}) a on true
  group by m.person_id, s.group_id, s.module_id) select * from reckoned`;

type ModuleMinutes = { moduleId: string; heldMinutes: number; presentMinutes: number };

const ofModules = sql`jsonb_agg(jsonb_build_object('moduleId', one.module_id, 'heldMinutes', one.held_minutes, 'presentMinutes', one.present_minutes) order by module.no)
  filter (where one.held_minutes > 0)`;

const rated = <T extends Omit<ModuleMinutes, "moduleId">>(modules: readonly T[] | null) =>
  (modules ?? []).map((module) => ({ ...module, percent: attendanceRate([module]) }));

/** Attendance of everybody who is or was in a group. @throws Problem not_found. Source: docs/domain/rules.md R-PRG-07, R-PRG-08 */
export async function readRates(context: WorkContext, groupId: string): Promise<PersonRate[]> {
  const group = await requireMetGroup(context, attendanceAccess["attendance.read-rates"], groupId);
  const mayKnow = (personId: RawBuilder<unknown>) => mayBeTiedTo(group, context, personId);
  const { rows } = await sql<{
    personId: string;
    name: string;
    inGroup: boolean;
    heldMinutes: number;
    presentMinutes: number;
    modules: ModuleMinutes[] | null;
    threshold: number | null;
  }>`
    select p.id as person_id, ${nameInGroup(groupId, mayKnow)} as name,
      exists (select from group_membership m where m.organisation_id = p.organisation_id and m.group_id = g.id and m.person_id = p.id
        and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}) as in_group,
      coalesce(r.held_minutes, 0) as held_minutes, coalesce(r.present_minutes, 0) as present_minutes, r.modules,
      j.completion_threshold_percent::float8 as threshold
    from person p join class_group g on g.organisation_id = p.organisation_id and g.id = ${groupId}
      join project j on j.organisation_id = g.organisation_id and j.id = g.project_id
      left join (select one.person_id, sum(one.held_minutes)::int as held_minutes, sum(one.present_minutes)::int as present_minutes, ${ofModules} as modules
        from (${personMinutes(context, sql`group_id = ${groupId}`)}) one
          join programme_module module on module.organisation_id = ${context.actor.organisationId} and module.id = one.module_id
        group by one.person_id) r on r.person_id = p.id
    where p.organisation_id = ${context.actor.organisationId} and p.id in (select person_id from group_membership where organisation_id = ${context.actor.organisationId} and group_id = ${groupId})
      and ${mayKnow(sql.ref("p.id"))}
    order by p.last_name, p.first_name, p.person_no ${atMost}`.execute(context.tx);
  return rows.map(({ threshold, modules, ...row }) => {
    const percent = attendanceRate([row]);
    return {
      ...row,
      modules: rated(modules),
      percent,
      belowThreshold: percent === null || threshold === null ? null : percent < threshold,
    };
  });
}

type GroupRate = PersonAttendance["groups"][number];

/** Attendance of one person by group. The caller has asked whether the reader may see it. */
export async function ratesOfPerson(context: WorkContext, personId: string): Promise<GroupRate[]> {
  const { organisationId } = context.actor;
  type Row = Omit<GroupRate, "percent" | "modules"> & {
    modules: Omit<GroupRate["modules"][number], "percent">[] | null;
  };
  const { rows } = await sql<Row>`
    select g.id as group_id, g.name as group_name, j.minutes_per_hour,
      coalesce(r.held_minutes, 0) as held_minutes, coalesce(r.present_minutes, 0) as present_minutes, r.modules
    from class_group g join project j on j.organisation_id = g.organisation_id and j.id = g.project_id
      left join (select one.group_id, sum(one.held_minutes)::int as held_minutes, sum(one.present_minutes)::int as present_minutes,
          jsonb_agg(jsonb_build_object('moduleId', one.module_id, 'code', module.code, 'name', module.name,
            'heldMinutes', one.held_minutes, 'presentMinutes', one.present_minutes) order by module.no) filter (where one.held_minutes > 0) as modules
        from (select group_id, module_id, sum(held_minutes)::int as held_minutes, sum(present_minutes)::int as present_minutes
            from (${personMinutes(context, sql`person_id = any (same_person(${personId}))`)}) each group by group_id, module_id) one
          join programme_module module on module.organisation_id = ${organisationId} and module.id = one.module_id
        group by one.group_id) r on r.group_id = g.id
    where g.organisation_id = ${organisationId} and g.id in (select group_id from group_membership where organisation_id = ${organisationId} and person_id = any (same_person(${personId})))
    order by g.starts_on desc, g.id ${atMost}`.execute(context.tx);
  return rows.map((group) => ({ ...group, percent: attendanceRate([group]), modules: rated(group.modules) }));
}

/** Minutes that one person's groups held and that the person was there, on some days, inclusive. The caller has asked who reads it. */
export async function minutesOfPerson(
  context: WorkContext,
  { personId, from, until }: { personId: string; from: PlainDate; until: PlainDate },
): Promise<{ held: number; present: number }> {
  const { rows } = await sql<{ held: number; present: number }>`
    select coalesce(sum(held_minutes), 0)::int as held, coalesce(sum(present_minutes), 0)::int as present
    from (${personMinutes(context, sql`person_id = any (same_person(${personId}))`, sql`s.day between ${from}::date and ${until}::date`)}) one`.execute(
    context.tx,
  );
  return rows[0] ?? { held: 0, present: 0 };
}

/** Attendance of one person by group, with single sessions for those whom the matrix shows them. @throws Problem not_found */
export async function readPersonAttendance(context: WorkContext, personId: string): Promise<PersonAttendance> {
  const relation = await requirePerson(context, attendanceAccess["attendance.read-summary"], personId);
  if (await areWhereaboutsHidden(context, personId)) return { groups: [], sessions: null }; // their hours say where they are (C7)
  const { organisationId } = context.actor;
  const groups = await ratesOfPerson(context, personId);
  if (!may(context.actor, attendanceAccess["attendance.read-person"], relation)) return { groups, sessions: null };
  const { rows: sessions } = await sql<
    NonNullable<PersonAttendance["sessions"]>[number]
  >`select s.id as session_id, g.name as group_name, s.module_code, s.module_name, s.day,
      coalesce(c.held_minutes, s.minutes) as minutes, a.status, coalesce(a.minutes_late, 0) as minutes_late, coalesce(a.minutes_left_early, 0) as minutes_left_early
    from (select distinct person_id, group_id, valid_from, coalesce(valid_until, 'infinity'::date) as valid_until from group_membership
        where organisation_id = ${organisationId} and person_id = any (same_person(${personId}))) m
      join held_session s on s.organisation_id = ${organisationId} and s.group_id = m.group_id and s.day between m.valid_from and least(m.valid_until, ${context.today}::date)
      join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
      left join register_closing c on c.organisation_id = s.organisation_id and c.session_id = s.id
      left join lateral (${lastMark(context, sql.ref("s.id"), sql.ref("m.person_id"))}) a on true
    order by s.day desc, s.starts_at desc ${atMost}`.execute(context.tx);
  return { groups, sessions };
}
