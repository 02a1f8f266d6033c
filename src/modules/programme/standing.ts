import { sql } from "kysely";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import { localTimeIn } from "../../platform/time/instant.ts";
import { compareDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { minutesThatCount } from "./delivered.ts";
import { coursesOf } from "./gates.ts";
import { isMoved } from "./moved.ts";
import { minuteOf } from "./timeOfDay.ts";

/**
 * Every act on the calendar of an organisation waits here, before it locks a group or a session: in one order they never wait for each other in a ring, and
 * what is read afterwards is what others left.
 */
export const holdCalendar = ({ tx, actor }: CommandContext): Promise<void> =>
  oneAtATime(tx, "timetable", actor.organisationId);

/** Minutes since midnight in the organisation's time zone. */
export const minuteNow = ({ now }: Pick<WorkContext, "now">): number =>
  minuteOf(localTimeIn(now, "Europe/Warsaw").time);

/** A session that is not cancelled. `startsAt`: minutes since midnight; `moved`: a person put it where it stands. */
export type StandingRow = {
  id: string;
  groupId: string;
  moduleId: string;
  day: PlainDate;
  startsAt: number;
  minutes: number;
  roomId: string | null;
  leaderId: string | null;
  guestId: string | null;
  generationId: string | null;
  version: number;
  moved: boolean;
};

/** All sessions of some groups that are not cancelled, by day and hour. */
export async function sessionsOfGroups(context: WorkContext, groupIds: readonly string[]): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`select s.id, s.group_id, s.module_id, s.day,
      (extract(epoch from s.starts_at) / 60)::int as starts_at, s.minutes, s.room_id, s.leader_id, s.guest_id, s.generation_id, s.version,
      ${isMoved} as moved
    from held_session s where s.organisation_id = ${context.actor.organisationId} and s.group_id = any (${[...groupIds]}::uuid[])
    order by s.day, s.starts_at, s.id`.execute(context.tx);
  return rows;
}

type Standing = Pick<StandingRow, "id" | "moduleId" | "day" | "minutes">;

/**
 * Which sessions no new calendar takes away: those that began, today or earlier, those whose register was begun, those added by hand and, unless it is asked
 * for, those that somebody moved.
 */
export async function whatStays(
  context: WorkContext,
  standing: readonly StandingRow[],
  { keepMoved = true } = {},
): Promise<(session: StandingRow) => boolean> {
  const minute = minuteNow(context);
  const hasBegun = ({ day, startsAt }: StandingRow) =>
    compareDays(day, context.today) < 0 || (day === context.today && startsAt <= minute);
  const ahead = standing.filter((session) => !hasBegun(session));
  const courses = await coursesOf(
    context,
    ahead.map(({ id }) => id),
  );
  return (session) =>
    hasBegun(session) || courses.has(session.id) || session.generationId === null || (keepMoved && session.moved);
}

/** Minutes by module that sessions take from the plan, by `minutesThatCount`. */
export async function countedMinutes(
  context: WorkContext,
  sessions: readonly Standing[],
): Promise<Map<string, number>> {
  const courses = await coursesOf(
    context,
    sessions.map(({ id }) => id),
  );
  const minutes = new Map<string, number>();
  for (const session of sessions)
    minutes.set(
      session.moduleId,
      (minutes.get(session.moduleId) ?? 0) + minutesThatCount(session, courses.get(session.id), context.today),
    );
  return minutes;
}
