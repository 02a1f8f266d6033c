import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hoursAfter, instantAt, localTimeIn, todayIn } from "./instant.ts";
import {
  addDays,
  addMonths,
  ageOn,
  compareDays,
  plainDate as day,
  daysBetween,
  daysInclusive,
  deadlineAfterMonths,
  endOfMonth,
  findDay,
  isoWeek,
  isPlainDate,
  partsOf,
  periodEnd,
  startOfMonth,
  startOfWeek,
  weekday,
} from "./plainDate.ts";
import { PlainDate } from "./schemas.ts";

const anyDay = fc.integer({ min: -60_000, max: 60_000 }).map((n) => addDays(day("1970-01-01"), n));

describe("a day is read only when the calendar has it", () => {
  test.each([
    ["2026-11-22", true],
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["1900-02-29", false],
    ["2000-02-29", true],
    ["2026-02-30", false],
    ["2026-13-01", false],
    ["2026-1-5", false],
    ["2026-01-05T00:00:00Z", false],
    ["", false],
  ])("%s: %s", (text, expected) => {
    expect(isPlainDate(text)).toBe(expected);
    expect(PlainDate.safeParse(text).success).toBe(expected);
  });

  test("a day that does not exist is refused", () => {
    expect(() => day("2026-02-30")).toThrow(RangeError);
    expect(findDay(2026, 2, 30)).toBeUndefined();
    expect(findDay(2026, 2, 28)).toBe("2026-02-28");
  });
});

describe("months are added with clamping to the last day of a month", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-11-22", 0, "2026-11-22"],
  ])("%s + %i", (start, months, expected) => {
    expect(addMonths(day(start), months)).toBe(expected);
  });

  test("the month is always the one asked for and the day never grows", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (start, months) => {
        const from = partsOf(start);
        const to = partsOf(addMonths(start, months));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        expect(to.day).toBeLessThanOrEqual(from.day);
        if (to.day < from.day) expect(addDays(addMonths(start, months), 1).slice(8)).toBe("01");
      }),
    );
  });
});

describe("a period of n months ends one day before the term of n months", () => {
  test.each([
    ["2026-08-31", 6, "2027-02-27", "2027-02-28"],
    ["2026-01-15", 6, "2026-07-14", "2026-07-15"],
    ["2026-12-01", 6, "2027-05-31", "2027-06-01"],
    ["2026-03-02", 1, "2026-04-01", "2026-04-02"],
    ["2027-02-01", 1, "2027-02-28", "2027-03-01"],
    ["2026-01-31", 1, "2026-02-27", "2026-02-28"],
  ])("%s and %i months", (start, months, inclusiveEnd, deadline) => {
    expect(periodEnd(day(start), months)).toBe(inclusiveEnd);
    expect(deadlineAfterMonths(day(start), months)).toBe(deadline);
  });

  test.each([
    ["rights request", "2026-11-22", 1, "2026-12-22"],
    ["rights request extended by two", "2026-11-22", 3, "2027-02-22"],
    ["rights request", "2026-01-31", 1, "2026-02-28"],
    ["rights request", "2026-12-31", 1, "2027-01-31"],
    ["rights request extended by two", "2026-12-31", 3, "2027-03-31"],
    ["access request", "2026-11-22", 2, "2027-01-22"],
    ["access request", "2026-06-30", 2, "2026-08-30"],
    ["access request", "2026-12-31", 2, "2027-02-28"],
    ["safety flag", "2026-11-22", 6, "2027-05-22"],
  ])("%s from %s", (_what, event, months, due) => {
    expect(deadlineAfterMonths(day(event), months)).toBe(due);
  });
});

describe("age is reached at the beginning of the birthday", () => {
  test.each([
    ["2004-02-29", "2005-02-27", 0],
    ["2004-02-29", "2005-02-28", 1],
    ["2004-02-29", "2008-02-28", 3],
    ["2004-02-29", "2008-02-29", 4],
    ["1970-06-01", "2005-05-31", 34],
    ["1970-06-01", "2005-06-01", 35],
    ["2026-06-01", "2026-01-01", -1],
  ])("born %s, on %s", (born, on, age) => {
    expect(ageOn(day(born), day(on))).toBe(age);
  });
});

test.each([
  ["2026-11-22", 7, "2026-11-16"],
  ["2026-11-16", 1, "2026-11-16"],
  ["1970-01-01", 4, "1969-12-29"],
  ["1899-12-31", 7, "1899-12-25"],
])("%s is weekday %i of the week that starts on %s", (on, number, monday) => {
  expect(weekday(day(on))).toBe(number);
  expect(startOfWeek(day(on))).toBe(monday);
});

test.each([
  ["2026-11-22", 2026, 47],
  ["2027-01-01", 2026, 53],
  ["2024-12-30", 2025, 1],
  ["2021-01-03", 2020, 53],
])("%s lies in week %i-W%i", (on, year, week) => {
  expect(isoWeek(day(on))).toEqual({ year, week });
});

test("days are counted, compared and gathered into months", () => {
  expect(daysBetween(day("2026-11-22"), day("2026-11-22"))).toBe(0);
  expect(daysBetween(day("2026-11-22"), day("2027-11-22"))).toBe(365);
  expect(daysBetween(day("2026-03-28"), day("2026-03-30"))).toBe(2);
  expect(daysInclusive(day("2026-11-10"), day("2026-11-30"))).toBe(21);
  expect(daysInclusive(day("2026-11-10"), day("2026-11-09"))).toBe(0);
  expect(compareDays(day("2026-01-01"), day("2026-01-02"))).toBeLessThan(0);
  expect(startOfMonth(day("2024-02-17"))).toBe("2024-02-01");
  expect(endOfMonth(day("2024-02-17"))).toBe("2024-02-29");
});

test("adding days and counting them are each other's inverse", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (start, days) => {
      expect(daysBetween(start, addDays(start, days))).toBe(days);
    }),
  );
});

describe("instants", () => {
  test.each([
    ["2026-11-22T22:59:59Z", "2026-11-22", "23:59:59"],
    ["2026-11-22T23:00:00Z", "2026-11-23", "00:00:00"],
    ["2026-07-04T22:00:00Z", "2026-07-05", "00:00:00"],
  ])("at %s it is %s %s in Warsaw", (instant, today, time) => {
    expect(todayIn(instant, "Europe/Warsaw")).toBe(today);
    expect(localTimeIn(instant, "Europe/Warsaw")).toEqual({ day: today, time });
  });

  test.each([
    ["2026-11-20", "16:30", "2026-11-23", "16:30:00"],
    ["2026-12-24", "09:00", "2026-12-27", "09:00:00"],
    ["2027-03-27", "23:00", "2027-03-31", "00:00:00"],
    ["2026-10-24", "12:00", "2026-10-27", "11:00:00"],
  ])("72 hours after %s %s run through holidays and clock changes (R-GDPR-09)", (on, at, dueDay, dueTime) => {
    const due = hoursAfter(instantAt(day(on), at, "Europe/Warsaw"), 72);
    expect(localTimeIn(due, "Europe/Warsaw")).toEqual({ day: dueDay, time: dueTime });
  });

  test.each([
    ["2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
    ["2026-03-29", "02:30", "2026-03-29T01:30:00.000Z"],
    ["2026-07-01", "08:00", "2026-07-01T06:00:00.000Z"],
  ])("%s %s in Warsaw is %s", (on, at, instant) => {
    expect(instantAt(day(on), at, "Europe/Warsaw")).toBe(instant);
  });

  test("what is not an instant is refused", () => {
    expect(() => todayIn("yesterday", "Europe/Warsaw")).toThrow(RangeError);
  });
});
