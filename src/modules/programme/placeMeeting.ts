import { sql } from "kysely";
import type { CommandContext } from "../../platform/command.ts";
import { endOf, type Place, takenByMeetings } from "./meetings.ts";
import { holdCalendar } from "./standing.ts";
import { minuteOf } from "./timeOfDay.ts";
import { roomsOf } from "./timetable/load.ts";
import { isWithin, windowsOn } from "./timetable/problem.ts";

type MeetingRefusal = "meeting.room_unknown" | "meeting.room_shut" | "meeting.room_taken" | "meeting.leader_taken";

/**
 * Why a meeting of a unit cannot stand there; null when it can: the room is the unit's and open, and neither room nor leader has a class or
 * another meeting at that time. Holds the calendar, so that no class comes in between.
 */
export async function refuseMeeting(
  context: CommandContext,
  wanted: Place & { id: string; unitId: string },
): Promise<MeetingRefusal | null> {
  const { day, startsAt, minutes, roomId, leaderId } = wanted;
  await holdCalendar(context);
  const { organisationId } = context.actor;
  if (roomId !== null) {
    const known = await context.tx
      .selectFrom("classRoom")
      .select("id")
      .where("organisationId", "=", organisationId)
      .where("id", "=", roomId)
      .where("unitId", "=", wanted.unitId)
      .executeTakeFirst();
    if (!known) return "meeting.room_unknown";
    const [room] = await roomsOf(context, [roomId]);
    const open = room && !isWithin(day, room.closed) ? windowsOn(room.open, day) : [];
    if (!open.some(({ from, to }) => from <= minuteOf(startsAt) && endOf(wanted) <= to)) return "meeting.room_shut";
  }
  const { rows } = await sql<{
    room: boolean;
    leader: boolean;
  }>`select coalesce(bool_or(s.room_id = ${roomId}::uuid), false) as room,
      coalesce(bool_or(coalesce(s.leader_id, s.guest_id) = ${leaderId}::uuid), false) as leader
    from held_session s where s.organisation_id = ${organisationId} and s.day = ${day}
      and s.starts_at < ${startsAt}::time + ${minutes} * interval '1 minute' and s.starts_at + s.minutes * interval '1 minute' > ${startsAt}::time`.execute(
    context.tx,
  );
  const meetings = await takenByMeetings(context, wanted);
  if (rows[0]?.room || meetings.room) return "meeting.room_taken";
  return rows[0]?.leader || meetings.leader ? "meeting.leader_taken" : null;
}
