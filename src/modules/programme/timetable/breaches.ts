import { findHoliday } from "../../../platform/time/calendar.ts";
import { compareDays, startOfWeek } from "../../../platform/time/plainDate.ts";
import { endsAt, fits, isWithin, type Placed, stretchOf, type TimetableProblem, weekOf } from "./problem.ts";

export const breachKinds = [
  "UNKNOWN",
  "BEFORE_PLAN",
  "OUTSIDE_CYCLE",
  "HOLIDAY",
  "CLOSED",
  "OUTSIDE_SEASON",
  "OUTSIDE_MEETING",
  "GROUP_TWICE",
  "ROOM_MISSING",
  "ROOM_TWICE",
  "ROOM_TOO_SMALL",
  "ROOM_SHUT",
  "LEADER_MISSING",
  "LEADER_TWICE",
  "LEADER_AWAY",
  "LEADER_WEEK_FULL",
  "RHYTHM",
  "SAME_DAY",
  "LENGTH",
  "BUDGET",
] as const;
export type BreachKind = (typeof breachKinds)[number];

/** `at`: the place of the session in the list; `with`: the other one, in the list or (from its length on) in `kept`. */
export type Breach = { kind: BreachKind; at: number; with: number | null };

/**
 * Every hard rule that a timetable breaks; empty when it holds. It knows nothing of how a timetable is made: it reads the sessions one by one
 * and pair by pair, so that it can judge the solver and a session that a person drags. Sorted by session.
 */
export function breachesOf(problem: TimetableProblem, sessions: readonly Placed[]): Breach[] {
  const found: Breach[] = [];
  const groups = new Map(problem.groups.map((group) => [group.id, group]));
  const rooms = new Map(problem.rooms.map((room) => [room.id, room]));
  const leaders = new Map(problem.leaders.map((leader) => [leader.id, leader]));
  const all = [...sessions, ...problem.kept];

  for (const [at, session] of sessions.entries()) {
    const breach = (kind: BreachKind, other: number | null = null) => found.push({ kind, at, with: other });
    const { day, startsAt, minutes, roomId, leaderId } = session;
    const until = endsAt(session);
    const group = groups.get(session.groupId);
    const module = group?.modules.find(({ id }) => id === session.moduleId);
    if (!group || !module) {
      breach("UNKNOWN");
      continue;
    }

    const week = weekOf(group, day);
    if (compareDays(day, problem.from) < 0) breach("BEFORE_PLAN");
    if (week < 1 || week > group.weeks) breach("OUTSIDE_CYCLE");
    if (findHoliday(day)) breach("HOLIDAY");
    if (isWithin(day, group.closed)) breach("CLOSED");
    if (module.within && !isWithin(day, [module.within])) breach("OUTSIDE_SEASON");
    if (!fits(group.meetings, day, startsAt, until)) breach("OUTSIDE_MEETING");

    if (roomId === null) {
      if (module.roomIds.length > 0) breach("ROOM_MISSING");
    } else {
      const room = rooms.get(roomId);
      if (!room || !module.roomIds.includes(roomId)) breach("ROOM_MISSING");
      else {
        if (room.capacity < group.size) breach("ROOM_TOO_SMALL");
        if (isWithin(day, room.closed) || !fits(room.open, day, startsAt, until)) breach("ROOM_SHUT");
      }
    }
    if (leaderId === null) {
      if (module.leaderIds.length > 0) breach("LEADER_MISSING");
    } else {
      const leader = leaders.get(leaderId);
      if (!leader || !module.leaderIds.includes(leaderId)) breach("LEADER_MISSING");
      else {
        if (isWithin(day, leader.away) || !fits(leader.free, day, startsAt, until)) breach("LEADER_AWAY");
        const weekMinutes = all
          .filter((other) => other.leaderId === leaderId && startOfWeek(other.day) === startOfWeek(day))
          .reduce((sum, other) => sum + other.minutes, 0);
        if (leader.maxWeekMinutes !== null && weekMinutes > leader.maxWeekMinutes) breach("LEADER_WEEK_FULL");
      }
    }

    const ofModule = all.filter((other) => other.groupId === group.id && other.moduleId === module.id);
    const planned = sessions
      .filter((other) => other.groupId === group.id && other.moduleId === module.id)
      .reduce((sum, other) => sum + other.minutes, 0);
    if (planned > module.minutes) breach("BUDGET");
    const isRest = minutes < module.sessionMinutes.least && planned === module.minutes;
    if (minutes <= 0 || minutes > module.sessionMinutes.most || (minutes < module.sessionMinutes.least && !isRest))
      breach("LENGTH");
    const { everyWeeks } = module;
    if (everyWeeks !== null) {
      const stretch = stretchOf(group, everyWeeks, day);
      if (ofModule.some((other) => other !== session && stretchOf(group, everyWeeks, other.day) === stretch))
        breach("RHYTHM");
    } else if (ofModule.some((other) => other !== session && other.day === day)) breach("SAME_DAY");

    for (const [other, it] of all.entries()) {
      if (other === at || it.day !== day || it.startsAt >= until || endsAt(it) <= startsAt) continue;
      if (it.groupId === session.groupId) breach("GROUP_TWICE", other);
      if (roomId !== null && it.roomId === roomId) breach("ROOM_TWICE", other);
      if (leaderId !== null && it.leaderId === leaderId) breach("LEADER_TWICE", other);
    }
  }
  return found;
}
