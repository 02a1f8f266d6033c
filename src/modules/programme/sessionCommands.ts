import { sql } from "kysely";
import { bumpVersion, type CommandContext, type Done, lockRow, requireBase } from "../../platform/command.ts";
import { invalidAt, onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { programmeAccess } from "./access.ts";
import { refuseConflicts } from "./calendar/conflicts.ts";
import type { AddSession, CancelSession, GenerateSessions, MoveSession } from "./contract.ts";
import { requireOpenDays, sessionGates } from "./gates.ts";
import { type GroupRow, mayInUnit, requireGroup } from "./queries.ts";
import { roomByName } from "./rooms/store.ts";
import { refuseCalendar } from "./rules.ts";
import { type Closure, planSchedule, type ScheduledModule } from "./schedule.ts";
import { countedMinutes, holdCalendar, sessionsOfGroups, whatStays } from "./standing.ts";
import { clockOf, minuteOf } from "./timeOfDay.ts";

onConstraint("calendar_generation_key", "conflict", "record.id_taken");
onConstraint("class_session_key", "conflict", "record.id_taken");
onConstraint("class_session_cancelled_once", "refused", "session.already_cancelled");
onConstraint("class_session_leader_is_member", "invalid", "group.unknown_leader", "payload.leaderId");
onConstraint("class_session_ends_by_midnight", "refused", "session.over_midnight");

/** `09:00` plus minutes. */
const after = (time: string, minutes: number): string => clockOf(minuteOf(time) + minutes);

/**
 * Makes the calendar of a group: meetings without public holidays and closures, modules by their budgets and rhythm.
 * Answers how many sessions there are; what was lost or found no room is kept with the generation and in the audit.
 * @throws Problem not_found | refused (`programme.calendar_exists` without `replace`, `programme.past_day`, no weekdays, over midnight)
 * Source: docs/domain/rules.md R-PRG-06
 */
export async function generateSessions(context: CommandContext, payload: GenerateSessions): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { generationId, groupId, weekdays, startsAt, room, leaderId, replace } = payload;
  await requireGroup(context, programmeAccess["programme.generate-sessions"], groupId);
  await holdCalendar(context);
  await lockRow(context, "class_group", groupId, "group.not_found");
  const group = await requireGroup(context, programmeAccess["programme.generate-sessions"], groupId);
  await sql`select from class_session where organisation_id = ${organisationId} and group_id = ${groupId} order by id for update`.execute(
    context.tx,
  );
  const fromOn = payload.fromOn > group.startsOn ? payload.fromOn : group.startsOn;
  refuseIf([
    refuseCalendar({ startOn: group.startsOn, weeks: group.weeks, weekdays }),
    after(startsAt, group.minutesPerMeeting) > "24:00" ? "session.over_midnight" : null,
  ]);

  const standing = await sessionsOfGroups(context, [groupId]);
  const isAnew = standing.some(({ generationId, day }) => generationId !== null && day >= fromOn);
  refuseIf([isAnew && replace && fromOn < context.today ? "programme.past_day" : null]);
  const stays = await whatStays(context, standing);
  const goes = standing.filter((session) => session.day >= fromOn && !stays(session));
  if (goes.length > 0) {
    refuseIf([replace ? null : "programme.calendar_exists"]);
    const ids = goes.map(({ id }) => id);
    await sql`insert into class_session_cancellation (organisation_id, session_id, reason, cancelled_by)
      select ${organisationId}, id, 'REPLACED', ${accountId} from unnest(${ids}::uuid[]) id`.execute(context.tx);
  }
  const gone = new Set(goes.map(({ id }) => id));
  const kept = standing.filter(({ id }) => !gone.has(id));
  const counted = await countedMinutes(context, kept);
  const modules = (await modulesOf(context, groupId)).map((module) => ({
    ...module,
    keptMinutes: counted.get(module.id) ?? 0,
  }));
  const schedule = planSchedule({
    startOn: group.startsOn,
    weeks: group.weeks,
    weekdays,
    fromOn,
    minutesPerMeeting: group.minutesPerMeeting,
    closures: await closuresOf(context, group.unitId),
    modules,
    consultationsInside: group.consultationsInside,
    standing: kept
      .filter(({ day }) => day >= fromOn)
      .map((session) => ({ ...session, offset: session.startsAt - minuteOf(startsAt) })),
  });
  await context.tx
    .insertInto("calendarGeneration")
    .values({
      organisationId,
      id: generationId,
      groupId,
      fromOn,
      orderGiven: JSON.stringify({ weekdays, startsAt, room, leaderId }),
      lost: JSON.stringify(schedule.lost),
      unplaced: JSON.stringify(schedule.unplaced),
      madeBy: accountId,
    })
    .execute();
  const sessions = schedule.sessions.map(({ moduleId, day, offset, minutes }) => ({
    id: uuidv7(),
    moduleId,
    day,
    startsAt: after(startsAt, offset),
    minutes,
  }));
  const roomId = await roomByName(context, { unitId: group.unitId, name: room, capacity: group.capacity });
  await requireOpenDays(context, { groupId, classesOn: [...sessions, ...goes].map(({ day }) => day) });
  await sql`insert into class_session (organisation_id, id, group_id, module_id, generation_id, day, starts_at, minutes, room_id, leader_id, leader_given_by)
    select ${organisationId}, s.id, ${groupId}, s."moduleId", ${generationId}, s.day, s."startsAt", s.minutes, ${roomId}::uuid, ${leaderId}::uuid, ${accountId}
    from jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) as s(id uuid, "moduleId" uuid, day date, "startsAt" time, minutes int)`.execute(
    context.tx,
  );
  const unplacedMinutes = schedule.unplaced.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    ids: { generation: generationId, group: groupId },
    about: { type: "group", id: groupId },
    detail: { sessions: sessions.length, lost: schedule.lost.length, unplacedMinutes, endOn: schedule.endOn },
  };
}

/** The group's modules that are planned without being asked for. */
async function modulesOf(context: CommandContext, groupId: string): Promise<Omit<ScheduledModule, "keptMinutes">[]> {
  const { rows } = await sql<Omit<ScheduledModule, "keptMinutes">>`select m.id, m.form, m.cadence, m.planned_minutes
    from programme_module m where m.organisation_id = ${context.actor.organisationId} and m.group_id = ${groupId} and not m.optional order by m.no`.execute(
    context.tx,
  );
  return rows;
}

async function closuresOf(context: CommandContext, unitId: string): Promise<Closure[]> {
  const { rows } = await sql<Closure>`select from_on as "from", to_on as "to", reason from class_closure
    where organisation_id = ${context.actor.organisationId} and unit_id = ${unitId} and withdrawn_at is null order by from_on`.execute(
    context.tx,
  );
  return rows;
}

/** A single session beside the calendar, such as an extra course. @throws Problem not_found (also a foreign module) | refused */
export async function addSession(context: CommandContext, payload: AddSession): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { sessionId: id, groupId, moduleId, day, startsAt, minutes, room, leaderId, despite } = payload;
  const group = await requireGroup(context, programmeAccess["session.add"], groupId);
  await holdCalendar(context);
  refuseIf([after(startsAt, minutes) > "24:00" ? "session.over_midnight" : null]);
  await requireOpenDays(context, { groupId, classesOn: [day] });
  const modules = await modulesAll(context, groupId);
  if (!modules.has(moduleId)) throw new Problem("not_found", "programme.module_not_found");
  const roomId = await roomByName(context, { unitId: group.unitId, name: room, capacity: group.capacity });
  const led = await leaderIn(context, group, leaderId);
  if (despite) await refuseConflicts(context, { id, groupId, day, startsAt, minutes, roomId, leaderId }, despite);
  await context.tx
    .insertInto("classSession")
    .values({
      organisationId,
      id,
      groupId,
      moduleId,
      day,
      startsAt,
      minutes,
      roomId,
      ...led,
      leaderGivenBy: accountId,
    })
    .execute();
  return { ids: { session: id }, version: 1, about: { type: "session", id } };
}

/**
 * Who leads, as a session keeps it: a colleague by the account, anybody else as a guest whom the group's unit knows. @throws Problem invalid `group.unknown_leader`
 */
async function leaderIn(
  { tx, actor: { organisationId } }: CommandContext,
  { unitId }: GroupRow,
  id: string | null,
): Promise<{ leaderId: string | null; guestId: string | null }> {
  if (id === null) return { leaderId: null, guestId: null };
  const { rows } = await sql<{ unitId: string | null }>`select unit_id from class_leader
    where organisation_id = ${organisationId} and id = ${id} and account_id is null`.execute(tx);
  const [guest] = rows;
  if (guest && guest.unitId !== unitId) throw invalidAt("payload.leaderId", "group.unknown_leader");
  return guest ? { leaderId: null, guestId: id } : { leaderId: id, guestId: null };
}

async function modulesAll(context: CommandContext, groupId: string): Promise<Set<string>> {
  const rows = await context.tx
    .selectFrom("programmeModule")
    .select("id")
    .where("organisationId", "=", context.actor.organisationId)
    .where("groupId", "=", groupId)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

type SessionRow = {
  groupId: string;
  day: PlainDate;
  startsAt: string;
  minutes: number;
  room: string | null;
  leaderId: string | null;
  guestId: string | null;
  leaderGivenBy: string | null;
  version: number;
  cancelled: boolean;
};

/** Locks a session that may still change. @throws Problem not_found | refused `session.already_cancelled` or what a gate says */
async function lockSession(
  context: CommandContext,
  verb: (typeof programmeAccess)["session.move" | "session.cancel"],
  sessionId: string,
): Promise<SessionRow & { group: GroupRow }> {
  await holdCalendar(context);
  await lockRow(context, "class_session", sessionId, "session.not_found");
  const { rows } =
    await sql<SessionRow>`select s.group_id, s.day, s.starts_at, s.minutes, r.name as room, s.leader_id, s.guest_id, s.leader_given_by, s.version,
      exists (select from class_session_cancellation c where c.organisation_id = s.organisation_id and c.session_id = s.id) as cancelled
    from class_session s left join class_room r on r.organisation_id = s.organisation_id and r.id = s.room_id
    where s.organisation_id = ${context.actor.organisationId} and s.id = ${sessionId}`.execute(context.tx);
  const [session] = rows;
  if (!session) throw new Problem("not_found", "session.not_found");
  const group = await requireGroup(context, verb, session.groupId).catch(() => {
    throw new Problem("not_found", "session.not_found");
  });
  refuseIf([session.cancelled ? "session.already_cancelled" : null]);
  for (const gate of sessionGates) refuseIf([await gate(context, [sessionId])]);
  return { ...session, group };
}

/** Who does not plan the unit hands a class to those alone who lead its group: whoever leads it meets its people (C7). */
async function refuseForeignLeader(context: CommandContext, group: GroupRow, leaderId: string | null): Promise<void> {
  if (leaderId === null || mayInUnit(context, programmeAccess["session.add"], group.unitId)) return;
  const { rows } =
    await sql`select from class_group_leader where organisation_id = ${context.actor.organisationId} and group_id = ${group.id}
    and account_id = ${leaderId} and valid_from <= ${context.today} and coalesce(valid_until, ${context.today}) >= ${context.today}`.execute(
      context.tx,
    );
  refuseIf([rows.length > 0 ? null : "session.leader_not_of_group"]);
}

/** What it was before stays as a row. @throws Problem not_found | conflict | refused (cancelled, register begun, over midnight, a leader out of reach) */
export async function moveSession(context: CommandContext, payload: MoveSession): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { sessionId: id, reason, room, despite, ...place } = payload;
  const session = await lockSession(context, programmeAccess["session.move"], id);
  const { groupId, group, day, startsAt, minutes, leaderId, guestId } = session;
  requireBase(context, session.version);
  refuseIf([after(place.startsAt, place.minutes) > "24:00" ? "session.over_midnight" : null]);
  if (place.leaderId !== (leaderId ?? guestId)) await refuseForeignLeader(context, group, place.leaderId);
  const roomId = await roomByName(context, { unitId: group.unitId, name: room, capacity: group.capacity });
  const led = await leaderIn(context, group, place.leaderId);
  if (despite) await refuseConflicts(context, { id, groupId, ...place, roomId }, despite);
  await requireOpenDays(context, { groupId, classesOn: [day, place.day] });
  const before = { day, startsAt, minutes, room: session.room, leaderId, guestId };
  await context.tx
    .insertInto("classSessionMove")
    .values({ organisationId, id: uuidv7(), sessionId: id, before: JSON.stringify(before), reason, movedBy: accountId })
    .execute();
  // Who draws a class of their own to another day stands before it by their own word (C7).
  const isOwnAct = led.leaderId !== leaderId || (leaderId === accountId && place.day !== day);
  await context.tx
    .updateTable("classSession")
    .set({ ...place, ...led, roomId, leaderGivenBy: isOwnAct ? accountId : session.leaderGivenBy })
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
  const version = await bumpVersion(context, "class_session", id);
  return { ids: { session: id }, version, about: { type: "session", id }, detail: { from: day, to: place.day } };
}

/** @throws Problem not_found | refused (already cancelled, register begun) */
export async function cancelSession(
  context: CommandContext,
  { sessionId, reason, note }: CancelSession,
): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { groupId, day } = await lockSession(context, programmeAccess["session.cancel"], sessionId);
  await requireOpenDays(context, { groupId, classesOn: [day] });
  await context.tx
    .insertInto("classSessionCancellation")
    .values({ organisationId, sessionId, reason, note, cancelledBy: accountId })
    .execute();
  return { ids: { session: sessionId }, about: { type: "session", id: sessionId }, detail: { reason } };
}
