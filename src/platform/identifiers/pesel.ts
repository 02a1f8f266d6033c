import { findDay, type PlainDate } from "../time/plainDate.ts";

export type PeselReason = "pesel.characters" | "pesel.length" | "pesel.date" | "pesel.future" | "pesel.checksum";
export type PeselCheck =
  | { valid: true; normalised: string; birthDate: PlainDate; sex: "F" | "M" }
  | { valid: false; reason: PeselReason };

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
/** Century by the tens of the month code: 81-92, 01-12, 21-32, 41-52, 61-72. */
const CENTURIES = [
  { added: 80, century: 1800 },
  { added: 0, century: 1900 },
  { added: 20, century: 2000 },
  { added: 40, century: 2100 },
  { added: 60, century: 2200 },
];

/** The last digit for the first ten. */
function checkDigit(digits: string): number {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (10 - (sum % 10)) % 10;
}

/** The birth date written in the first six digits, or undefined when the calendar has no such day. */
function birthDateOf(digits: string): PlainDate | undefined {
  const code = Number(digits.slice(2, 4));
  const century = CENTURIES.find(({ added }) => code > added && code <= added + 12);
  if (!century) return undefined;
  return findDay(century.century + Number(digits.slice(0, 2)), code - century.added, Number(digits.slice(4, 6)));
}

/**
 * Checks a PESEL number; white space is ignored. The date is judged before the check digit, because it tells more.
 * A number that fails may still be the one printed on a document (R-ID-03): the caller decides how hard to stop.
 * Source: docs/domain/rules.md R-ID-01.
 */
export function checkPesel(value: string, today: PlainDate): PeselCheck {
  const normalised = value.replace(/\s/g, "");
  if (!/^\d*$/.test(normalised)) return { valid: false, reason: "pesel.characters" };
  if (normalised.length !== 11) return { valid: false, reason: "pesel.length" };
  const birthDate = birthDateOf(normalised);
  if (!birthDate) return { valid: false, reason: "pesel.date" };
  if (checkDigit(normalised) !== Number(normalised[10])) return { valid: false, reason: "pesel.checksum" };
  if (birthDate > today) return { valid: false, reason: "pesel.future" };
  return { valid: true, normalised, birthDate, sex: Number(normalised[9]) % 2 === 0 ? "F" : "M" };
}

/**
 * What is shown of a number where it is not opened: the last two digits. Four of them beside the birth date would give the
 * whole number, because the check digit tells the fifth; two leave a hundred.
 */
export function lastOfPesel(pesel: string): string {
  return pesel.slice(-2);
}

/**
 * Makes a valid PESEL for invented people of tests and of the demo world.
 * @param serial 0-999, distinguishes people born on the same day; the sex digit follows it
 * @throws RangeError when the birth year is outside 1800-2299 or the serial outside 0-999
 */
export function composePesel(birthDate: PlainDate, sex: "F" | "M", serial: number): string {
  const year = Number(birthDate.slice(0, 4));
  const century = CENTURIES.find((entry) => year >= entry.century && year < entry.century + 100);
  if (!century || !Number.isInteger(serial) || serial < 0 || serial > 999) throw new RangeError("no such PESEL");
  const month = String(Number(birthDate.slice(5, 7)) + century.added).padStart(2, "0");
  const sexDigit = (serial % 5) * 2 + (sex === "M" ? 1 : 0);
  const digits = `${birthDate.slice(2, 4)}${month}${birthDate.slice(8, 10)}${String(serial).padStart(3, "0")}${sexDigit}`;
  return `${digits}${checkDigit(digits)}`;
}
