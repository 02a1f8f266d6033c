import type { z } from "zod";

/**
 * A calendar day `YYYY-MM-DD`, the same string from column to screen. Days compare as strings (`a < b`) and are never
 * turned into a local `Date`: `new Date("2026-01-05")` is a UTC midnight, which is the wrong day in half of the world.
 */
export type PlainDate = string & z.$brand<"PlainDate">;

const DAY_MS = 86_400_000;

/** Days since 1970-01-01, negative before it. */
function toEpochDay(day: PlainDate): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function fromEpochDay(epochDay: number): PlainDate {
  return plainDate(new Date(epochDay * DAY_MS).toISOString().slice(0, 10));
}

/** True for a real day of the calendar in the form `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** @throws RangeError when `text` is not a real day in the form `YYYY-MM-DD` */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

/** The day of the given parts (month 1-12), or undefined when the calendar has no such day. */
export function findDay(year: number, month: number, day: number): PlainDate | undefined {
  const text = [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
  return isPlainDate(text) ? text : undefined;
}

/** The calendar parts of a day; month 1-12. */
export function partsOf(day: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** Number of days in a month (1-12). */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Negative when `a` is earlier, 0 on the same day, positive when `a` is later. */
export function compareDays(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(day) + days);
}

/** Adds months (may be negative), clamped to the last day of the month: 31 January + 1 = 28 or 29 February. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const from = partsOf(day);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const found = findDay(year, month, Math.min(from.day, daysInMonth(year, month)));
  if (!found) throw new RangeError(`no day ${months} months from ${day}`);
  return found;
}

/** Days from `from` to `to`: 0 on the same day, 1 to the next day, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Days of a range with both ends counted; 0 when it ends before it starts. */
export function daysInclusive(from: PlainDate, to: PlainDate): number {
  return Math.max(0, daysBetween(from, to) + 1);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: PlainDate): number {
  return ((((toEpochDay(day) + 3) % 7) + 7) % 7) + 1;
}

/** As a day stands in a sentence that a refusal fills in, such as `01.12.2026`. */
export const dottedDay = (day: PlainDate): string => day.split("-").toReversed().join(".");

export function startOfMonth(day: PlainDate): PlainDate {
  return plainDate(`${day.slice(0, 7)}-01`);
}

export function endOfMonth(day: PlainDate): PlainDate {
  const { year, month } = partsOf(day);
  return plainDate(`${day.slice(0, 7)}-${daysInMonth(year, month)}`);
}

/** Monday of the week in which `day` lies. */
export function startOfWeek(day: PlainDate): PlainDate {
  return addDays(day, 1 - weekday(day));
}

/** Last day of a period of `months` months that starts on `start`, inclusive. Source: docs/domain/rules.md §0. */
export function periodEnd(start: PlainDate, months: number): PlainDate {
  return addDays(addMonths(start, months), -1);
}

/**
 * Last day of a term of `months` months that runs from an event: the day with the same date (civil code art. 112), one
 * day later than `periodEnd`. Source: docs/domain/rules.md §0.
 */
export function deadlineAfterMonths(event: PlainDate, months: number): PlainDate {
  return addMonths(event, months);
}

/**
 * Full years of age on `day`; a year is reached at the beginning of the birthday, by a person born on 29 February on
 * 28 February in common years. Negative before birth. Source: docs/domain/rules.md §0.
 */
export function ageOn(birthDate: PlainDate, day: PlainDate): number {
  const year = Number(day.slice(0, 4));
  const born = birthDate.slice(5);
  const birthday = born === "02-29" && daysInMonth(year, 2) === 28 ? "02-28" : born;
  return year - Number(birthDate.slice(0, 4)) - (birthday > day.slice(5) ? 1 : 0);
}

/** Week of the ISO calendar; `year` is the year to which the week belongs, which may differ from the day's year. */
export function isoWeek(day: PlainDate): { year: number; week: number } {
  const thursday = addDays(day, 4 - weekday(day));
  const { year } = partsOf(thursday);
  return { year, week: Math.floor(daysBetween(plainDate(`${String(year).padStart(4, "0")}-01-01`), thursday) / 7) + 1 };
}
