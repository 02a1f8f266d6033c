import { describe, expect, test } from "vitest";
import { plainDate as day, weekday } from "../../platform/time/plainDate.ts";
import { attendanceRate, generateCalendar, programmeFit, RADOM_CADENCE, RADOM_MODULES, realisation } from "./rules.ts";

test("eleven modules make 439 hours (R-PRG)", () => {
  expect(RADOM_MODULES).toHaveLength(11);
  expect(RADOM_MODULES.reduce((sum, { plannedHours }) => sum + plannedHours, 0)).toBe(439);
});

describe("the plan is compared with the capacity of the meetings (R-PRG-01, R-PRG-02)", () => {
  test("439 hours fit into 456 with 17 to spare", () => {
    expect(programmeFit(RADOM_MODULES, RADOM_CADENCE)).toEqual({
      capacityHours: 456,
      plannedHours: 439,
      slackHours: 17,
      slackPercent: 3.7,
      warning: null,
    });
  });
  test("with consultations outside the meetings 401 hours leave 55", () => {
    expect(programmeFit(RADOM_MODULES, RADOM_CADENCE, false)).toMatchObject({ plannedHours: 401, slackHours: 55 });
  });
  test.each([
    [36, 3, 4, 432, -7],
    [38, 3, 3.5, 399, -40],
  ])("%i weeks x %i x %d h", (weeks, meetingsPerWeek, hoursPerMeeting, capacityHours, slackHours) => {
    expect(programmeFit(RADOM_MODULES, { weeks, meetingsPerWeek, hoursPerMeeting })).toMatchObject({
      capacityHours,
      slackHours,
      slackPercent: null,
      warning: "programme.plan_exceeds_capacity",
    });
  });
});

describe("the calendar skips holidays and reports lost meetings (R-PRG-06)", () => {
  test.each([
    ["2026-12-07", "2027-08-29"],
    ["2005-06-06", "2006-02-26"],
    ["2006-01-09", "2006-10-01"],
  ])("38 weeks from %s end on %s", (startOn, endOn) => {
    expect(generateCalendar({ startOn: day(startOn), weeks: 38, weekdays: [1, 3, 5] }).endOn).toBe(endOn);
  });

  test("38 weeks of Monday, Wednesday and Friday from 2026-12-07 lose the meetings of holidays", () => {
    const { meetings, lost } = generateCalendar({ startOn: day("2026-12-07"), weeks: 38, weekdays: [1, 3, 5] });
    expect(lost).toEqual([
      { day: "2026-12-25", week: 3, holiday: "christmas_day" },
      { day: "2027-01-01", week: 4, holiday: "new_year" },
      { day: "2027-01-06", week: 5, holiday: "epiphany" },
      { day: "2027-03-29", week: 17, holiday: "easter_monday" },
      { day: "2027-05-03", week: 22, holiday: "constitution_day" },
    ]);
    expect(meetings).toHaveLength(38 * 3 - 5);
    expect(meetings[0]).toEqual({ day: "2026-12-07", week: 1 });
    expect(meetings.at(-1)).toEqual({ day: "2027-08-27", week: 38 });
    expect(meetings.every((meeting) => [1, 3, 5].includes(weekday(meeting.day)))).toBe(true);
  });
});

test.each([
  [48, 43, 89.6, "programme.under_delivered"],
  [48, 44, 91.7, null],
  [48, 53, 110.4, "programme.over_delivered"],
  [10, 9, 90, null],
  [10, 11, 110, null],
  [0, 3, null, null],
])("of %i planned hours %i held: %s, %s (R-PRG-04)", (planned, held, percent, warning) => {
  expect(realisation(planned, held)).toEqual({ percent, warning });
});

describe("attendance rate (R-PRG-07)", () => {
  const held = (count: number, heldMinutes: number, presentMinutes: number) =>
    Array.from({ length: count }, () => ({ heldMinutes, presentMinutes }));
  test.each([
    ["360 of 420", [{ heldMinutes: 420 * 60, presentMinutes: 360 * 60 }], 85.7],
    ["nine full sessions and an hour", [...held(9, 180, 180), ...held(1, 180, 60), ...held(2, 180, 0)], 77.8],
    ["nothing held", [], null],
    ["never there", held(3, 180, 0), 0],
  ])("%s: %s", (_what, sessions, rate) => {
    expect(attendanceRate(sessions)).toBe(rate);
  });
});
