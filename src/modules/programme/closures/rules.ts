import { compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";

/** Why a class does not come back: its time went by, other days are closed there too, its place is taken, or its hours stand elsewhere by now. */
export const backReasons = ["GONE_BY", "CLOSED", "TAKEN", "PLANNED"] as const;
export type BackReason = (typeof backReasons)[number];

/** A class with its place. `startsAt`: minutes since midnight; `leaderId`: an account or who leads without one; `isPlanned`: by a timetable, not by hand. */
export type ClassPlace = {
  groupId: string;
  moduleId: string;
  day: PlainDate;
  startsAt: number;
  minutes: number;
  roomId: string | null;
  leaderId: string | null;
  isPlanned: boolean;
};

/** What classes come back into. `countedMinutes`: what each module has by now, held or ahead. */
export type World = {
  now: { day: PlainDate; minute: number };
  standing: readonly ClassPlace[];
  closed: readonly { from: PlainDate; to: PlainDate }[];
  plannedMinutes: ReadonlyMap<string, number>;
  countedMinutes: ReadonlyMap<string, number>;
};

/**
 * Which classes come back when the days that took them are open again, in the order of the list: where the group, the room and the leader are still free, and,
 * of those that a timetable made, as far as their module has not been planned elsewhere since. `why` null = it comes back.
 */
export function returnsOf<C extends ClassPlace>(
  cancelled: readonly C[],
  { now, standing, closed, plannedMinutes, countedMinutes }: World,
): { session: C; why: BackReason | null }[] {
  const there = [...standing];
  const counted = new Map(countedMinutes);
  return cancelled.map((session) => {
    const minutes = (counted.get(session.moduleId) ?? 0) + session.minutes;
    const why = ((): BackReason | null => {
      const since = compareDays(session.day, now.day);
      if (since < 0 || (since === 0 && session.startsAt <= now.minute)) return "GONE_BY";
      if (closed.some(({ from, to }) => compareDays(from, session.day) <= 0 && compareDays(session.day, to) <= 0))
        return "CLOSED";
      if (there.some((other) => areInTheWay(session, other))) return "TAKEN";
      return session.isPlanned && minutes > (plannedMinutes.get(session.moduleId) ?? 0) ? "PLANNED" : null;
    })();
    if (why === null) {
      there.push(session);
      counted.set(session.moduleId, minutes);
    }
    return { session, why };
  });
}

const areInTheWay = (one: ClassPlace, other: ClassPlace): boolean =>
  one.day === other.day &&
  one.startsAt < other.startsAt + other.minutes &&
  other.startsAt < one.startsAt + one.minutes &&
  (one.groupId === other.groupId ||
    (one.roomId !== null && one.roomId === other.roomId) ||
    (one.leaderId !== null && one.leaderId === other.leaderId));
