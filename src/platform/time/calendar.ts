import { addDays, findDay, type PlainDate, partsOf, plainDate, weekday } from "./plainDate.ts";

/** Stable code of a public holiday, the message key of its name. */
export type HolidayCode =
  | "new_year"
  | "epiphany"
  | "easter_sunday"
  | "easter_monday"
  | "labour_day"
  | "constitution_day"
  | "pentecost"
  | "corpus_christi"
  | "assumption"
  | "all_saints"
  | "independence_day"
  | "independence_centenary"
  | "christmas_eve"
  | "christmas_day"
  | "second_christmas_day";

export interface PublicHoliday {
  day: PlainDate;
  code: HolidayCode;
}

/** Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher). */
export function easterSunday(year: number): PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const found = findDay(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
  if (!found) throw new RangeError(`no Easter in ${year}`);
  return found;
}

const holidaysOfYear = new Map<number, readonly PublicHoliday[]>();

/**
 * Polish public holidays of a year, sorted; from 1990 on (earlier years had other lists). 6 January since 2011,
 * 12 November only in 2018, 24 December since 2025. Source: Act of 18 Jan 1951 on days off work, with its amendments.
 */
export function publicHolidays(year: number): readonly PublicHoliday[] {
  const known = holidaysOfYear.get(year);
  if (known) return known;
  const on = (monthDay: string): PlainDate => plainDate(`${String(year).padStart(4, "0")}-${monthDay}`);
  const easter = easterSunday(year);
  const list: PublicHoliday[] = [
    { day: on("01-01"), code: "new_year" },
    { day: easter, code: "easter_sunday" },
    { day: addDays(easter, 1), code: "easter_monday" },
    { day: on("05-01"), code: "labour_day" },
    { day: on("05-03"), code: "constitution_day" },
    { day: addDays(easter, 49), code: "pentecost" },
    { day: addDays(easter, 60), code: "corpus_christi" },
    { day: on("08-15"), code: "assumption" },
    { day: on("11-01"), code: "all_saints" },
    { day: on("11-11"), code: "independence_day" },
    { day: on("12-25"), code: "christmas_day" },
    { day: on("12-26"), code: "second_christmas_day" },
  ];
  if (year >= 2011) list.push({ day: on("01-06"), code: "epiphany" });
  if (year === 2018) list.push({ day: on("11-12"), code: "independence_centenary" });
  if (year >= 2025) list.push({ day: on("12-24"), code: "christmas_eve" });
  list.sort((x, y) => (x.day < y.day ? -1 : 1));
  holidaysOfYear.set(year, list);
  return list;
}

/** The public holiday on a day, or undefined. */
export function findHoliday(day: PlainDate): PublicHoliday | undefined {
  return publicHolidays(partsOf(day).year).find((holiday) => holiday.day === day);
}

/** Monday to Friday and no public holiday. Source: docs/domain/rules.md §0. */
export function isWorkingDay(day: PlainDate): boolean {
  return weekday(day) <= 5 && !findHoliday(day);
}

/** The `count`-th working day after `start` (count >= 0); the start day is not counted. */
export function addWorkingDays(start: PlainDate, count: number): PlainDate {
  let day = start;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** `day` itself when it is a working day, else the first working day after it. */
export function nextWorkingDay(day: PlainDate): PlainDate {
  return isWorkingDay(day) ? day : nextWorkingDay(addDays(day, 1));
}

/** `day` itself when it is a working day, else the last working day before it: the target when a term ends on a holiday. */
export function previousWorkingDay(day: PlainDate): PlainDate {
  return isWorkingDay(day) ? day : previousWorkingDay(addDays(day, -1));
}

/** Working days of a range, both ends counted. */
export function workingDaysInclusive(from: PlainDate, to: PlainDate): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}
