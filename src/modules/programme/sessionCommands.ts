import { sql } from "kysely";
import { bumpVersion, type CommandContext, type Done, lockRow, requireBase } from "../../platform/command.ts";
import { invalidAt, onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { programmeAccess } from "./access.ts";
import { refuseConflicts } from "./calendar/conflicts.ts";
import type { AddSession, CancelSession, MoveSession } from "./contract.ts";
import { requireOpenDays, sessionGates } from "./gates.ts";
import { addVolunteer } from "./leaders/volunteers.ts";
import { type GroupRow, mayInUnit, requireGroup } from "./queries.ts";
import { requireRoomOf } from "./rooms/store.ts";
import { holdCalendar } from "./standing.ts";
import { clockOf, minuteOf } from "./timeOfDay.ts";
import { settleClassTasks } from "./timetable/tasks.ts";

onConstraint("class_session_key", "conflict", "record.id_taken");
onConstraint("class_session_cancelled_once", "refused", "session.already_cancelled");
onConstraint("class_session_leader_is_member", "invalid", "group.unknown_leader", "payload.leaderId");
onConstraint("class_session_ends_by_midnight", "refused", "session.over_midnight");

/** `09:00` plus minutes. */
const after = (time: string, minutes: number): string => clockOf(minuteOf(time) + minutes);

/** A single session beside the calendar, such as an extra course. @throws Problem not_found (also a foreign module) | refused */
export async function addSession(context: CommandContext, payload: AddSession): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { sessionId: id, groupId, moduleId, day, startsAt, minutes, roomId, leaderId, despite } = payload;
  const group = await requireGroup(context, programmeAccess["session.add"], groupId);
  await holdCalendar(context);
  refuseIf([after(startsAt, minutes) > "24:00" ? "session.over_midnight" : null]);
  await requireOpenDays(context, { groupId, classesOn: [day] });
  const modules = await modulesAll(context, groupId);
  if (!modules.has(moduleId)) throw new Problem("not_found", "programme.module_not_found");
  await requireRoomOf(context, group.unitId, roomId);
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
 * Who leads, as a session keeps it: a colleague by the account, anybody else as a guest whom the group's unit knows, such as a volunteer of its register. @throws Problem invalid `group.unknown_leader`
 */
async function leaderIn(
  context: CommandContext,
  { unitId }: GroupRow,
  id: string | null,
): Promise<{ leaderId: string | null; guestId: string | null }> {
  if (id === null) return { leaderId: null, guestId: null };
  const { rows } = await sql<{ unitId: string | null }>`select unit_id from class_leader
    where organisation_id = ${context.actor.organisationId} and id = ${id} and account_id is null`.execute(context.tx);
  const [guest] = rows;
  if (guest && guest.unitId !== unitId) throw invalidAt("payload.leaderId", "group.unknown_leader");
  const isGuest = guest !== undefined || (await addVolunteer(context, unitId, id));
  return isGuest ? { leaderId: null, guestId: id } : { leaderId: id, guestId: null };
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
  roomId: string | null;
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
    await sql<SessionRow>`select s.group_id, s.day, s.starts_at, s.minutes, s.room_id, s.leader_id, s.guest_id, s.leader_given_by, s.version,
      exists (select from class_session_cancellation c where c.organisation_id = s.organisation_id and c.session_id = s.id and c.taken_back_at is null) as cancelled
    from class_session s
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
  const { sessionId: id, reason, despite, ...place } = payload;
  const session = await lockSession(context, programmeAccess["session.move"], id);
  const { groupId, group, day, startsAt, minutes, leaderId, guestId } = session;
  requireBase(context, session.version);
  refuseIf([after(place.startsAt, place.minutes) > "24:00" ? "session.over_midnight" : null]);
  if (place.leaderId !== (leaderId ?? guestId)) await refuseForeignLeader(context, group, place.leaderId);
  // A room that is no longer the unit's stays with the class that has it.
  if (place.roomId !== session.roomId) await requireRoomOf(context, group.unitId, place.roomId);
  const led = await leaderIn(context, group, place.leaderId);
  if (despite) await refuseConflicts(context, { id, groupId, ...place }, despite);
  await requireOpenDays(context, { groupId, classesOn: [day, place.day] });
  const before = { day, startsAt, minutes, roomId: session.roomId, leaderId, guestId };
  await context.tx
    .insertInto("classSessionMove")
    .values({ organisationId, id: uuidv7(), sessionId: id, before: JSON.stringify(before), reason, movedBy: accountId })
    .execute();
  // Who draws a class of their own to another day stands before it by their own word (C7).
  const isOwnAct = led.leaderId !== leaderId || (leaderId === accountId && place.day !== day);
  await context.tx
    .updateTable("classSession")
    .set({ ...place, ...led, leaderGivenBy: isOwnAct ? accountId : session.leaderGivenBy })
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
  const version = await bumpVersion(context, "class_session", id);
  await settleClassTasks(context);
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
  await settleClassTasks(context);
  return { ids: { session: sessionId }, about: { type: "session", id: sessionId }, detail: { reason } };
}
