import { addDays, compareDays, type PlainDate, startOfWeek, weekday } from "../../../platform/time/plainDate.ts";
import {
  endsAt,
  fits,
  type GroupNeed,
  isOpenDay,
  isWithin,
  type Leader,
  type ModuleNeed,
  type Placed,
  type Room,
  stretchOf,
  type TimetableProblem,
  type WeekWindow,
  windowsOn,
} from "./problem.ts";

/** Hard rules that may be looked away from, to learn what each of them costs. `leaders`: whose hours do not count. */
export type Waived = { leaders?: readonly string[]; rooms?: true; meetings?: true; rhythm?: true; closures?: true };

/** What is taken already, by day: kept sessions and those that were planned so far. */
export class Taken {
  readonly #byDay = new Map<PlainDate, Placed[]>();

  constructor(sessions: readonly Placed[]) {
    for (const session of sessions) this.add(session);
  }

  add(session: Placed): void {
    const day = this.#byDay.get(session.day);
    if (day) day.push(session);
    else this.#byDay.set(session.day, [session]);
  }

  on(day: PlainDate): readonly Placed[] {
    return this.#byDay.get(day) ?? [];
  }

  /** Whether the group, the room and the leader are all free then. */
  leaves(session: Placed): boolean {
    return !this.#byDay
      .get(session.day)
      ?.some(
        (it) =>
          it.startsAt < endsAt(session) &&
          endsAt(it) > session.startsAt &&
          (it.groupId === session.groupId ||
            (session.roomId !== null && it.roomId === session.roomId) ||
            (session.leaderId !== null && it.leaderId === session.leaderId)),
      );
  }

  /** Minutes that a leader leads in the week of that day. */
  weekMinutesOf(leaderId: string, day: PlainDate): number {
    const monday = startOfWeek(day);
    let minutes = 0;
    for (let at = 0; at < 7; at += 1)
      for (const it of this.#byDay.get(addDays(monday, at)) ?? []) if (it.leaderId === leaderId) minutes += it.minutes;
    return minutes;
  }

  /** Whether the rhythm, or else the day, holds a session of this module already. */
  holds(group: GroupNeed, module: ModuleNeed, day: PlainDate): boolean {
    const { everyWeeks } = module;
    const isOf = (it: Placed) => it.groupId === group.id && it.moduleId === module.id;
    if (everyWeeks === null) return this.#byDay.get(day)?.some(isOf) ?? false;
    const first = addDays(group.startsOn, stretchOf(group, everyWeeks, day) * everyWeeks * 7);
    for (let at = 0; at < everyWeeks * 7; at += 1) if (this.#byDay.get(addDays(first, at))?.some(isOf)) return true;
    return false;
  }
}

/** Lengths worth trying for what is left of a module, in minutes, longest first. */
export function lengthsOf({ sessionMinutes }: ModuleNeed, left: number, step: number): number[] {
  const { least, usual, most } = sessionMinutes;
  if (left <= 0) return [];
  if (left <= least) return [left];
  const lengths = new Set([most, usual, least, left].filter((minutes) => minutes <= Math.min(most, left)));
  // A rest that is shorter than a session is better taken along than left over.
  const whole = Math.floor(Math.min(most, left) / step) * step;
  if (whole >= least) lengths.add(whole);
  return [...lengths].sort((a, b) => b - a);
}

/**
 * Starts worth trying for a session in a window of the day, in order: step by step from where something opens or ends - the window, a room's or a
 * leader's hours, a session that stands - and backwards from where something closes or begins. So nothing is lost to hours off the hour.
 */
function startsIn(window: WeekWindow, minutes: number, edges: readonly Edge[], step: number): number[] {
  const last = window.to - minutes;
  const starts = new Set<number>();
  const walk = (start: number) => {
    for (let at = start - Math.floor((start - window.from) / step) * step; at <= last; at += step) starts.add(at);
  };
  const residues = new Set<number>();
  for (const start of [window, ...edges].flatMap(({ from, to }) => [from, to - minutes])) {
    const residue = (((start - window.from) % step) + step) % step;
    if (start < window.from || start > last || residues.has(residue)) continue;
    residues.add(residue);
    walk(start);
  }
  return [...starts].sort((a, b) => a - b);
}

/** From when on a session may begin there, and until when it has to end. */
type Edge = { from: number; to: number };

type Place = {
  problem: TimetableProblem;
  rooms: ReadonlyMap<string, Room>;
  leaders: ReadonlyMap<string, Leader>;
  taken: Taken;
};

export const placeOf = (problem: TimetableProblem, taken: Taken): Place => ({
  problem,
  rooms: new Map(problem.rooms.map((room) => [room.id, room])),
  leaders: new Map(problem.leaders.map((leader) => [leader.id, leader])),
  taken,
});

/** Every session of the module that breaks no hard rule on that day, whatever else is planned beside it. */
export function candidatesOn(
  { problem, rooms, leaders, taken }: Place,
  group: GroupNeed,
  module: ModuleNeed,
  left: number,
  day: PlainDate,
  waived: Waived = {},
): Placed[] {
  if (compareDays(day, problem.from) < 0) return [];
  if (!isOpenDay(waived.closures ? { ...group, closed: [] } : group, day)) return [];
  if (module.within && !isWithin(day, [module.within])) return [];
  if (!waived.rhythm && taken.holds(group, module, day)) return [];
  const windows = waived.meetings
    ? [{ weekday: weekday(day), from: 8 * 60, to: 20 * 60 }]
    : windowsOn(group.meetings, day);
  const roomIds = module.roomIds.length === 0 ? [null] : module.roomIds;
  const leaderIds = module.leaderIds.length === 0 ? [null] : module.leaderIds;
  const edges: Edge[] = [
    ...module.roomIds.flatMap((id) => windowsOn(rooms.get(id)?.open ?? [], day)),
    ...module.leaderIds.flatMap((id) => windowsOn(leaders.get(id)?.free ?? [], day)),
    // Before a session that stands, and after it.
    ...taken.on(day).map((it) => ({ from: endsAt(it), to: it.startsAt })),
  ];
  const found: Placed[] = [];

  for (const window of windows)
    for (const minutes of lengthsOf(module, left, problem.step))
      for (const startsAt of startsIn(window, minutes, edges, problem.step))
        for (const roomId of roomIds) {
          const room = roomId === null ? null : rooms.get(roomId);
          if (room === undefined) continue;
          if (room && !waived.rooms) {
            if (room.capacity < group.size || isWithin(day, room.closed)) continue;
            if (!fits(room.open, day, startsAt, startsAt + minutes)) continue;
          }
          for (const leaderId of leaderIds) {
            const leader = leaderId === null ? null : leaders.get(leaderId);
            if (leader === undefined) continue;
            if (leader && !waived.leaders?.includes(leader.id)) {
              if (isWithin(day, leader.away) || !fits(leader.free, day, startsAt, startsAt + minutes)) continue;
              if (
                leader.maxWeekMinutes !== null &&
                taken.weekMinutesOf(leader.id, day) + minutes > leader.maxWeekMinutes
              )
                continue;
            }
            const session = { groupId: group.id, moduleId: module.id, day, startsAt, minutes, roomId, leaderId };
            const asked = {
              ...session,
              roomId: waived.rooms ? null : roomId,
              leaderId: leaderId !== null && waived.leaders?.includes(leaderId) ? null : leaderId,
              groupId: waived.meetings ? "" : group.id,
            };
            if (taken.leaves(asked)) found.push(session);
          }
        }
  return found;
}
