import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { hours, radomGroup, radomLeaders, radomRooms } from "../timetable/fixture.ts";
import type { Placed } from "../timetable/problem.ts";
import { type Judged, judgeMove } from "./judge.ts";

const group = radomGroup("one", "2026-12-07", hours([1, 3, 5], 10, 14));
const other = radomGroup("two", "2026-12-07", hours([1, 3, 5], 10, 14));
const place = (
  groupId: string,
  moduleId: string,
  day: string,
  startsAt: number,
  roomId: string | null,
  leaderId: string | null,
): Placed => ({
  groupId,
  moduleId,
  day: plainDate(day),
  startsAt: startsAt * 60,
  minutes: 120,
  roomId,
  leaderId,
});
const support = place("one", "SUPPORT_MEETINGS", "2026-12-07", 10, "hall", "social worker");
const problem: Judged = {
  from: plainDate("2026-12-01"),
  step: 5,
  groups: [group, other],
  rooms: radomRooms,
  leaders: radomLeaders,
  kept: [
    { id: "a", ...support },
    { id: "b", ...place("one", "PSYCHOEDUCATION", "2026-12-07", 12, "hall", "psychologist") },
    { id: "c", ...place("two", "VOCATIONAL_PREFERENCES", "2026-12-09", 10, "hall", "counsellor") },
  ],
};
const moved = (change: Partial<Placed>) => judgeMove(problem, "a", { ...support, ...change });

test.each([
  ["where it stands", {}, [], []],
  ["beside another class of its own", { startsAt: 11 * 60 }, ["GROUP_TWICE", "ROOM_TWICE"], []],
  ["into a room that another group has", { day: plainDate("2026-12-09") }, ["ROOM_TWICE"], []],
  ["to a day without a meeting", { day: plainDate("2026-12-08") }, [], ["OUTSIDE_MEETING"]],
  ["to Christmas", { day: plainDate("2026-12-25") }, [], ["HOLIDAY"]],
  ["before today", { day: plainDate("2026-11-30") }, [], ["BEFORE_PLAN", "OUTSIDE_CYCLE"]],
  ["to somebody who does not lead it", { leaderId: "lawyer" }, [], ["LEADER_AWAY", "LEADER_MISSING"]],
])("a class drawn %s", (_, change, hard, soft) => {
  expect(moved(change)).toEqual({ hard, soft });
});

test("of what nobody has said nothing is told: meetings, leaders and rooms that are not set", () => {
  const bare = {
    ...problem,
    groups: [
      { ...group, meetings: [], modules: group.modules.map((module) => ({ ...module, leaderIds: [], roomIds: [] })) },
    ],
  };
  expect(judgeMove(bare, "a", { ...support, day: plainDate("2026-12-08") })).toEqual({ hard: [], soft: [] });
});
