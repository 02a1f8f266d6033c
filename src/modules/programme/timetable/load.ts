import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { canonicalJson } from "../../../platform/documents/canonicalJson.ts";
import { addDays, compareDays, type PlainDate, plainDate, startOfWeek } from "../../../platform/time/plainDate.ts";
import { minutesThatCount } from "../delivered.ts";
import { coursesOf } from "../gates.ts";
import type { WeekHours } from "../hours.ts";
import { daysJson, hoursJson } from "../hoursRows.ts";
import { meetingsBetween } from "../meetings.ts";
import { countedMinutes, type StandingRow, sessionsOfGroups, whatStays } from "../standing.ts";
import { minuteOf } from "../timeOfDay.ts";
import type { JudgeProblem } from "./contract.ts";
import type { DaySpan, GroupNeed, Leader, ModuleNeed, Placed, Room, TimetableProblem, WeekWindow } from "./problem.ts";

/** What is asked: which groups, from which day, and what of their calendar may go. */
export type Asked = {
  groupIds: readonly string[];
  from: PlainDate;
  keepMoved: boolean;
  withOptional: readonly string[];
  /** Looks at the calendar as it stands: no session goes but those that cannot be held where they are. */
  asItStands?: { without: ReadonlySet<string> };
};

type ModuleRow = {
  id: string;
  form: "GROUP" | "INDIVIDUAL";
  plannedMinutes: number;
  cadence: string | null;
  optional: boolean;
  leastMinutes: number | null;
  usualMinutes: number | null;
  mostMinutes: number | null;
  wishedWeekdays: number[];
  heldFrom: PlainDate | null;
  heldUntil: PlainDate | null;
  leaderIds: string[];
  roomIds: string[];
};

export type GroupSetting = {
  id: string;
  unitId: string;
  startsOn: PlainDate;
  weeks: number;
  meetingsPerWeek: number;
  minutesPerMeeting: number;
  minutesPerHour: 60 | 45;
  consultationsInside: boolean;
  size: number;
  version: number;
  meetings: WeekHours[];
  closed: (DaySpan & { reason: string })[];
  modules: ModuleRow[];
};

const endless = plainDate("9999-12-31");
const wholeWeek: readonly WeekWindow[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1440 }));

/** Groups with their meetings, closed days and modules, by id. Their size: as many as are in the group, or places of one that nobody has joined yet. */
export async function groupSettings(context: WorkContext, groupIds: readonly string[]): Promise<GroupSetting[]> {
  const { rows } =
    await sql<GroupSetting>`select g.id, g.unit_id, g.starts_on, g.weeks, g.meetings_per_week, g.minutes_per_meeting, p.minutes_per_hour, g.consultations_inside, g.version,
      coalesce(nullif((select count(distinct m.person_id)::int from group_membership m where m.organisation_id = g.organisation_id and m.group_id = g.id
        and coalesce(m.valid_until, ${context.today}) >= ${context.today}), 0), g.capacity) as size,
      ${hoursJson("group_meeting", sql.ref("g.organisation_id"), sql.ref("g.id"))} as meetings,
      coalesce((select jsonb_agg(jsonb_build_object('from', c.from_on, 'to', c.to_on, 'reason', c.reason) order by c.from_on, c.id)
        from class_closure c where c.organisation_id = g.organisation_id and c.unit_id = g.unit_id and c.withdrawn_at is null
          and c.to_on >= g.starts_on and c.from_on < g.starts_on + g.weeks * 7), '[]') as closed,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'form', m.form, 'plannedMinutes', m.planned_minutes, 'cadence', m.cadence, 'optional', m.optional,
          'leastMinutes', m.least_minutes, 'usualMinutes', m.usual_minutes, 'mostMinutes', m.most_minutes, 'wishedWeekdays', m.wished_weekdays,
          'heldFrom', m.held_from, 'heldUntil', m.held_until,
          'leaderIds', coalesce((select jsonb_agg(l.leader_id order by l.leader_id) from module_leader l where l.organisation_id = m.organisation_id and l.module_id = m.id), '[]'),
          'roomIds', coalesce((select jsonb_agg(r.room_id order by r.room_id) from module_room r where r.organisation_id = m.organisation_id and r.module_id = m.id), '[]')
        ) order by m.no) from programme_module m where m.organisation_id = g.organisation_id and m.group_id = g.id), '[]') as modules
    from class_group g join project p on p.organisation_id = g.organisation_id and p.id = g.project_id
    where g.organisation_id = ${context.actor.organisationId} and g.id = any (${[...groupIds]}::uuid[]) order by g.id`.execute(
      context.tx,
    );
  return rows;
}

/** Lengths of a module's sessions: as somebody said, else an hour at least, two as a rule, three where it comes once a month, a meeting at most. */
export function lengthsOfModule(
  { leastMinutes, usualMinutes, mostMinutes, cadence }: Omit<ModuleRow, "leaderIds" | "roomIds">,
  { minutesPerHour, minutesPerMeeting }: Pick<GroupSetting, "minutesPerHour" | "minutesPerMeeting">,
): ModuleNeed["sessionMinutes"] {
  if (leastMinutes !== null && usualMinutes !== null && mostMinutes !== null)
    return { least: leastMinutes, usual: usualMinutes, most: mostMinutes };
  const most = Math.max(minutesPerHour, minutesPerMeeting);
  return { least: minutesPerHour, usual: Math.min(most, minutesPerHour * (cadence === "MONTHLY" ? 3 : 2)), most };
}

const isPlanned = (module: ModuleRow, group: GroupSetting, withOptional: readonly string[]) =>
  (!module.optional || withOptional.includes(module.id)) && (module.form === "GROUP" || group.consultationsInside);

function needOf(group: GroupSetting, counted: ReadonlyMap<string, number>, withOptional: readonly string[]): GroupNeed {
  return {
    id: group.id,
    size: group.size,
    startsOn: group.startsOn,
    weeks: group.weeks,
    meetings: group.meetings,
    closed: group.closed.map(({ from, to }) => ({ from, to })),
    modules: group.modules
      .filter((module) => isPlanned(module, group, withOptional))
      .map((module) => ({
        id: module.id,
        minutes: Math.max(0, module.plannedMinutes - (counted.get(module.id) ?? 0)),
        sessionMinutes: lengthsOfModule(module, group),
        everyWeeks: module.cadence === "EVERY_TWO_WEEKS" ? 2 : module.cadence === "MONTHLY" ? 4 : null,
        leaderIds: module.leaderIds,
        roomIds: module.roomIds,
        wishedWeekdays: module.wishedWeekdays,
        within:
          module.heldFrom === null && module.heldUntil === null
            ? null
            : { from: module.heldFrom ?? plainDate("0001-01-01"), to: module.heldUntil ?? endless },
      })),
  };
}

/**
 * Minutes between two starts that are tried: what all lengths are made of, so that one session ends where another begins. The finer, the longer the search.
 */
export function stepOf(groups: readonly GroupNeed[]): number {
  const lengths = groups.flatMap(({ modules }) =>
    modules.flatMap(({ sessionMinutes: { least, usual, most } }) => [least, usual, most]),
  );
  return Math.max(finest, lengths.reduce(commonMeasure, 0) || coarsest);
}

const [finest, coarsest] = [10, 60];

const commonMeasure = (a: number, b: number): number => (b === 0 ? a : commonMeasure(b, a % b));

export const placedOf = ({
  groupId,
  moduleId,
  day,
  startsAt,
  minutes,
  roomId,
  leaderId,
  guestId,
}: StandingRow): Placed => ({
  groupId,
  moduleId,
  day,
  startsAt,
  minutes,
  roomId,
  leaderId: leaderId ?? guestId,
});

export async function roomsOf(context: WorkContext, ids: readonly string[]): Promise<Room[]> {
  const { rows } = await sql<Room & { retiredOn: PlainDate | null }>`select r.id, r.capacity, r.retired_on,
      ${hoursJson("class_room_hours", sql.ref("r.organisation_id"), sql.ref("r.id"))} as open,
      ${daysJson("class_room_closure", sql.ref("r.organisation_id"), sql.ref("r.id"))} as closed
    from class_room r where r.organisation_id = ${context.actor.organisationId} and r.id = any (${[...ids]}::uuid[]) order by r.id`.execute(
    context.tx,
  );
  return rows.map(({ retiredOn, open, closed, ...room }) => ({
    ...room,
    open: open.length === 0 ? wholeWeek : open,
    closed: retiredOn ? [...closed, { from: retiredOn, to: endless }] : closed,
  }));
}

export async function leadersOf(context: WorkContext, ids: readonly string[]): Promise<Leader[]> {
  const { rows } = await sql<Leader & { retiredOn: PlainDate | null }>`select l.id, l.max_week_minutes, l.retired_on,
      ${hoursJson("class_leader_hours", sql.ref("l.organisation_id"), sql.ref("l.id"))} as free,
      ${daysJson("class_leader_away", sql.ref("l.organisation_id"), sql.ref("l.id"))} as away
    from class_leader l where l.organisation_id = ${context.actor.organisationId} and l.id = any (${[...ids]}::uuid[]) order by l.id`.execute(
    context.tx,
  );
  return rows.map(({ retiredOn, free, away, ...leader }) => ({
    ...leader,
    free: free.length === 0 ? wholeWeek : free,
    away: retiredOn ? [...away, { from: retiredOn, to: endless }] : away,
  }));
}

/** Sessions of other groups, of any unit, that stand in these rooms or are led by these people on some days. */
async function sharedSessions(
  context: WorkContext,
  groupIds: readonly string[],
  {
    rooms,
    leaders,
    from,
    to,
  }: { rooms: readonly string[]; leaders: readonly string[]; from: PlainDate; to: PlainDate },
): Promise<StandingRow[]> {
  const { rows } = await sql<{ groupId: string }>`select distinct s.group_id from held_session s
    where s.organisation_id = ${context.actor.organisationId} and s.day between ${from} and ${to} and not (s.group_id = any (${[...groupIds]}::uuid[]))
      and (s.room_id = any (${[...rooms]}::uuid[]) or coalesce(s.leader_id, s.guest_id) = any (${[...leaders]}::uuid[]))`.execute(
    context.tx,
  );
  const others = await sessionsOfGroups(
    context,
    rows.map(({ groupId }) => groupId),
  );
  const shares = ({ roomId, leaderId, guestId }: StandingRow) =>
    rooms.includes(roomId ?? "") || leaders.includes(leaderId ?? guestId ?? "");
  return others.filter(
    (session) => compareDays(from, session.day) <= 0 && compareDays(session.day, to) <= 0 && shares(session),
  );
}

/** Meetings of no group that stand in these rooms or are led by these people, as if each were a group of its own. */
async function meetingsThere(
  context: WorkContext,
  { rooms, leaders, ...days }: { rooms: readonly string[]; leaders: readonly string[]; from: PlainDate; to: PlainDate },
): Promise<(Placed & { id: string })[]> {
  return (await meetingsBetween(context, days))
    .filter(({ roomId, leaderId }) => rooms.includes(roomId ?? "") || leaders.includes(leaderId ?? ""))
    .map(({ id, day, startsAt, minutes, roomId, leaderId }) => ({
      id,
      groupId: id,
      moduleId: id,
      day,
      startsAt: minuteOf(startsAt),
      minutes,
      roomId,
      leaderId,
    }));
}

/** Without those that went by and were not held: they neither fill a rhythm nor count as led. */
async function heldAmong(context: WorkContext, sessions: readonly StandingRow[]): Promise<StandingRow[]> {
  const courses = await coursesOf(
    context,
    sessions.filter(({ day }) => compareDays(day, context.today) < 0).map(({ id }) => id),
  );
  return sessions.filter((session) => minutesThatCount(session, courses.get(session.id), context.today) > 0);
}

export type Loaded = {
  problem: TimetableProblem;
  groups: GroupSetting[];
  /** Sessions that a new timetable would take away. */
  goes: StandingRow[];
  /** Sessions of the groups that stay, with those of days that went by. */
  stays: StandingRow[];
};

/** The groups' timetable as a problem. Equal worlds give equal problems, so that their fingerprints tell whether anything changed. */
export async function loadProblem(context: WorkContext, asked: Asked): Promise<Loaded> {
  const groups = await groupSettings(context, asked.groupIds);
  // Today is on its way: people stand before its classes.
  const from = later(asked.from, addDays(context.today, 1));
  const standing = await sessionsOfGroups(context, asked.groupIds);
  const stays = await whatStays(context, standing, { keepMoved: asked.keepMoved });
  const isGone = (session: StandingRow) =>
    asked.asItStands
      ? asked.asItStands.without.has(session.id)
      : compareDays(session.day, from) >= 0 && !stays(session);
  const left = standing.filter((session) => !isGone(session));
  const counted = await countedMinutes(context, left);
  const needs = groups.map((group) => needOf(group, counted, asked.withOptional));
  const modules = needs.flatMap((need) => need.modules);
  const roomIds = [...new Set(modules.flatMap((module) => module.roomIds))];
  const leaderIds = [...new Set(modules.flatMap((module) => module.leaderIds))];
  const last = groups.map(({ startsOn, weeks }) => addDays(startsOn, weeks * 7 - 1)).reduce(later, from);
  const among = { rooms: roomIds, leaders: leaderIds, from: startOfWeek(from), to: endOfWeek(last) };
  const shared = await sharedSessions(context, asked.groupIds, among);
  const meetings = await meetingsThere(context, among);
  const held = await heldAmong(context, left);
  return {
    problem: {
      from,
      step: stepOf(needs),
      groups: needs,
      rooms: await roomsOf(context, roomIds),
      leaders: await leadersOf(context, leaderIds),
      kept: [...[...held, ...shared].map(placedOf), ...meetings.map(({ id: _, ...placed }) => placed)],
    },
    groups,
    goes: standing.filter(isGone),
    stays: left,
  };
}

/**
 * A problem for the judge of a calendar: every session that stands, with its id; budgets are for whoever asks about one of them. `beside`: rooms and leaders
 * that a person may choose though no module names them.
 */
export async function loadJudgeProblem(
  context: WorkContext,
  groupIds: readonly string[],
  beside: { roomIds: readonly string[]; leaderIds: readonly string[] },
): Promise<JudgeProblem> {
  const groups = await groupSettings(context, groupIds);
  const optional = groups.flatMap(({ modules }) => modules.map(({ id }) => id));
  const needs = groups.map((group) => needOf({ ...group, consultationsInside: true }, new Map(), optional));
  const monday = startOfWeek(context.today);
  const ofWeek = (await sessionsOfGroups(context, groupIds)).filter(({ day }) => compareDays(day, monday) >= 0);
  const standing = await heldAmong(context, ofWeek);
  const ids = (list: "roomIds" | "leaderIds") =>
    needs.flatMap(({ modules }) => modules.flatMap((module) => module[list]));
  const rooms = [...new Set([...ids("roomIds"), ...beside.roomIds, ...standing.flatMap(({ roomId }) => roomId ?? [])])];
  const leaders = [
    ...new Set([
      ...ids("leaderIds"),
      ...beside.leaderIds,
      ...standing.flatMap((row) => row.leaderId ?? row.guestId ?? []),
    ]),
  ];
  const to = groups
    .map(({ startsOn, weeks }) => addDays(startsOn, weeks * 7 - 1))
    .reduce(later, standing.at(-1)?.day ?? context.today);
  const among = { rooms, leaders, from: monday, to: endOfWeek(to) };
  const shared = await sharedSessions(context, groupIds, among);
  const meetings = await meetingsThere(context, among);
  const kept = [...[...standing, ...shared].map((row) => ({ ...placedOf(row), id: row.id })), ...meetings];
  return {
    from: context.today,
    step: 5,
    groups: needs.map((need) => ({
      ...need,
      meetings: [...need.meetings],
      closed: [...need.closed],
      modules: need.modules.map((module) => ({
        ...module,
        leaderIds: [...module.leaderIds],
        roomIds: [...module.roomIds],
        wishedWeekdays: [...module.wishedWeekdays],
      })),
    })),
    rooms: (await roomsOf(context, rooms)).map((room) => ({ ...room, open: [...room.open], closed: [...room.closed] })),
    leaders: (await leadersOf(context, leaders)).map((leader) => ({
      ...leader,
      free: [...leader.free],
      away: [...leader.away],
    })),
    kept,
  };
}

/** A leader's week counts whole. */
const endOfWeek = (day: PlainDate): PlainDate => addDays(startOfWeek(day), 6);

const later = (a: PlainDate, b: PlainDate): PlainDate => (compareDays(a, b) < 0 ? b : a);

/** SHA-256 of the problem and of what would go: another one means that the world is no longer the one that a timetable was made for. */
export const fingerprintOf = ({ problem, goes }: Pick<Loaded, "problem" | "goes">): Buffer =>
  createHash("sha256")
    .update(canonicalJson({ problem, goes: goes.map(({ id, version }) => ({ id, version })) }))
    .digest();
