import { expect, test } from "vitest";
import { findHoliday } from "../../../platform/time/calendar.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { PROGRAMME_TEMPLATES } from "../templates.ts";
import { breachesOf } from "./breaches.ts";
import { hours } from "./fixture.ts";
import type { GroupNeed, TimetableProblem, WeekWindow } from "./problem.ts";
import { solveTimetable } from "./solve.ts";

// Two programmes whose sources name modules, people and the day on which they begin, and no hours. Hours, weeks, meetings and lengths below are
// assumed for these tests alone; the product leaves them empty and asks (ADR 0048). Who leads and where is left open.

const patient = 120_000;

type Assumed = { weeks: number; meetings: readonly WeekWindow[]; hoursOf: (code: string) => number };

function programmeOf(code: string, startsOn: string, { weeks, meetings, hoursOf }: Assumed): GroupNeed {
  const template = PROGRAMME_TEMPLATES.find((each) => each.code === code);
  if (!template) throw new Error(code);
  return {
    id: code,
    size: template.capacity,
    startsOn: plainDate(startsOn),
    weeks,
    meetings,
    closed: [],
    modules: template.modules.map((module) => ({
      id: module.code,
      minutes: hoursOf(module.code) * 60,
      sessionMinutes: { least: 60, usual: 120, most: 240 },
      everyWeeks: null,
      leaderIds: [],
      roomIds: ["room"],
      wishedWeekdays: [],
    })),
  };
}

const problemOf = (group: GroupNeed, capacity: number): TimetableProblem => ({
  from: group.startsOn,
  step: 60,
  groups: [group],
  rooms: [{ id: "room", capacity, open: hours([1, 2, 3, 4, 5], 7, 20), closed: [] }],
  leaders: [],
  kept: [],
});

const hoursIn = (list: readonly { minutes: number }[]) => list.reduce((sum, { minutes }) => sum + minutes, 0) / 60;
const byModule = (sessions: readonly { moduleId: string; minutes: number }[]) =>
  Object.fromEntries([...Map.groupBy(sessions, ({ moduleId }) => moduleId)].map(([id, own]) => [id, hoursIn(own)]));

test("Stella: twelve women from 1 June 2016, the eight forms of the standard's service module, all placed (R-KIS-05)", {
  timeout: patient,
}, async () => {
  const group = programmeOf("stella-kis", "2016-06-01", {
    weeks: 16,
    meetings: hours([2, 4], 9, 13),
    hoursOf: () => 15,
  });
  const asked = problemOf(group, 12);
  const { sessions, unplaced } = await solveTimetable(asked);
  expect(group.modules).toHaveLength(8);
  expect(breachesOf(asked, sessions)).toEqual([]);
  expect(unplaced).toEqual([]);
  expect(byModule(sessions)).toEqual(Object.fromEntries(group.modules.map(({ id }) => [id, 15])));
  // Twelve people find no place in a room of eleven.
  const small = problemOf(group, 11);
  expect((await solveTimetable(small)).sessions).toEqual([]);
});

test("Legionowo: eleven people from 1 June to 31 December 2017, a workshop with what stands beside it, all placed (S2)", {
  timeout: patient,
}, async () => {
  const given = programmeOf("legionowo-cis", "2017-06-01", {
    weeks: 31,
    meetings: hours([1, 2, 3, 4, 5], 8, 14),
    hoursOf: (code) => (code === "WORKSHOP" ? 400 : 30),
  });
  const group = { ...given, closed: [{ from: plainDate("2018-01-01"), to: plainDate("2018-01-31") }] };
  const asked = problemOf(group, 11);
  const { sessions, unplaced } = await solveTimetable(asked);
  expect(breachesOf(asked, sessions)).toEqual([]);
  expect(unplaced).toEqual([]);
  const of = byModule(sessions);
  expect(of).toEqual(Object.fromEntries(group.modules.map(({ id, minutes }) => [id, minutes / 60])));
  expect(of.WORKSHOP).toBe(400);
  expect(sessions.every(({ day }) => "2017-06-01" <= day && day <= "2017-12-31" && !findHoliday(day))).toBe(true);
  // The workshop goes on through the whole time instead of filling its beginning.
  const early = sessions.filter(({ moduleId, day }) => moduleId === "WORKSHOP" && day < "2017-09-15");
  expect(hoursIn(early) / 400).toBeGreaterThan(0.4);
  expect(hoursIn(early) / 400).toBeLessThan(0.6);
});
