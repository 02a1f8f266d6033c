import { expect, test } from "vitest";
import {
  addWorkingDays,
  easterSunday,
  findHoliday,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  publicHolidays,
  workingDaysInclusive,
} from "./calendar.ts";
import { addDays, plainDate as day } from "./plainDate.ts";

test.each([
  [2005, "2005-03-27"],
  [2008, "2008-03-23"],
  [2011, "2011-04-24"],
  [2019, "2019-04-21"],
  [2024, "2024-03-31"],
  [2026, "2026-04-05"],
  [2027, "2027-03-28"],
  [2038, "2038-04-25"],
])("Easter of %i is %s", (year, expected) => {
  expect(easterSunday(year)).toBe(expected);
});

test.each([
  ["2010-01-06", undefined],
  ["2011-01-06", "epiphany"],
  ["2018-11-12", "independence_centenary"],
  ["2019-11-12", undefined],
  ["2024-12-24", undefined],
  ["2025-12-24", "christmas_eve"],
  ["2026-06-04", "corpus_christi"],
  ["2026-05-24", "pentecost"],
  ["2026-04-06", "easter_monday"],
  ["2026-11-11", "independence_day"],
])("%s as a holiday: %s", (on, code) => {
  expect(findHoliday(day(on))?.code).toBe(code);
});

test("the list of a year is sorted and has 14 days in 2026", () => {
  const days = publicHolidays(2026).map((holiday) => holiday.day);
  expect(days).toEqual(days.toSorted());
  expect(days).toHaveLength(14);
});

test.each([
  ["2026-11-20", true],
  ["2026-11-21", false],
  ["2026-11-22", false],
  ["2026-11-11", false],
  ["2026-12-24", false],
])("%s is a working day: %s", (on, expected) => {
  expect(isWorkingDay(day(on))).toBe(expected);
});

test.each([
  ["2026-11-02", 14, "2026-11-23"],
  ["2026-12-18", 14, "2027-01-13"],
  ["2026-04-01", 14, "2026-04-22"],
  ["2026-11-10", 2, "2026-11-13"],
  ["2026-12-23", 2, "2026-12-29"],
  ["2026-11-21", 0, "2026-11-21"],
])("the start day %s is not counted: + %i working days = %s", (start, count, expected) => {
  expect(addWorkingDays(day(start), count)).toBe(expected);
});

test.each([
  ["2026-12-25", "2026-12-28", "2026-12-23"],
  ["2026-02-28", "2026-03-02", "2026-02-27"],
  ["2027-01-31", "2027-02-01", "2027-01-29"],
  ["2026-11-20", "2026-11-20", "2026-11-20"],
])("the working day on or after %s is %s, on or before it %s", (on, next, previous) => {
  expect(nextWorkingDay(day(on))).toBe(next);
  expect(previousWorkingDay(day(on))).toBe(previous);
});

test("November 2026 has 20 working days and December 21 (R-CIS-28)", () => {
  expect(workingDaysInclusive(day("2026-11-01"), day("2026-11-30"))).toBe(20);
  expect(workingDaysInclusive(day("2026-12-01"), day("2026-12-31"))).toBe(21);
  expect(workingDaysInclusive(day("2026-12-01"), addDays(day("2026-12-01"), -1))).toBe(0);
});
