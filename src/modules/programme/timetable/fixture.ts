import { plainDate } from "../../../platform/time/plainDate.ts";
import { RADOM_MODULES } from "../rules.ts";
import type { GroupNeed, Leader, ModuleNeed, Room, WeekWindow } from "./problem.ts";

// The Radom club as a timetable: eleven modules, 439 hours in 38 weeks of three meetings of four hours. Who leads and which rooms
// partners lend is made up. Source: docs/domain/rules.md R-PRG (S4)

/** Hours of several weekdays, in whole hours of the day. */
export const hours = (weekdays: readonly number[], from: number, to: number): WeekWindow[] =>
  weekdays.map((weekday) => ({ weekday, from: from * 60, to: to * 60 }));

const leaderIdsOf: Readonly<Record<string, readonly string[]>> = {
  PSYCHOEDUCATION: ["psychologist"],
  SUPPORT_MEETINGS: ["social worker"],
  INDIVIDUAL_CONSULTATIONS: ["psychologist", "lawyer"],
  NONFORMAL_EDUCATION: ["volunteer", "social worker"],
  VOCATIONAL_PREFERENCES: ["counsellor"],
  PROACTIVE_ATTITUDES: ["counsellor"],
  COMPUTER_COURSE: ["computer teacher"],
  BUSINESS_BASICS: ["business adviser"],
};

export function radomGroup(id: string, startsOn: string, meetings: readonly WeekWindow[]): GroupNeed {
  const modules = RADOM_MODULES.map(
    ({ code, plannedHours, cadence }): ModuleNeed => ({
      id: code,
      minutes: plannedHours * 60,
      sessionMinutes: { least: 60, usual: cadence === "MONTHLY" ? 180 : 120, most: 240 },
      everyWeeks: cadence === "EVERY_TWO_WEEKS" ? 2 : cadence === "MONTHLY" ? 4 : null,
      leaderIds: leaderIdsOf[code] ?? [],
      roomIds: code === "COMPUTER_COURSE" ? ["computer room"] : ["hall", "school"],
      wishedWeekdays: [],
    }),
  );
  return { id, size: 30, startsOn: plainDate(startsOn), weeks: 38, meetings, closed: [], modules };
}

export const radomRooms: readonly Room[] = [
  { id: "hall", capacity: 40, open: hours([1, 2, 3, 4, 5], 8, 20), closed: [] },
  { id: "school", capacity: 32, open: hours([1, 2, 3, 4, 5], 14, 20), closed: [] },
  { id: "computer room", capacity: 30, open: hours([1, 3], 8, 20), closed: [] },
];

const leader = (id: string, weekdays: readonly number[]): Leader => ({
  id,
  free: hours(weekdays, 8, 20),
  away: [],
  maxWeekMinutes: null,
});

export const radomLeaders: readonly Leader[] = [
  leader("psychologist", [1, 3, 5]),
  leader("social worker", [1, 2, 3, 4, 5]),
  leader("lawyer", [3]),
  leader("computer teacher", [1, 3]),
  leader("business adviser", [5]),
  leader("counsellor", [1, 2, 3, 4, 5]),
  leader("volunteer", [3, 5]),
];
