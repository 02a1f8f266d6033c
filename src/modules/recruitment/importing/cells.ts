import { foldName } from "../../../platform/foldName.ts";
import { checkPesel } from "../../../platform/identifiers/pesel.ts";
import { addDays, findDay, type PlainDate, plainDate } from "../../../platform/time/plainDate.ts";
import { listedValues } from "../../project/criteria/codes.ts";
import type { WordField } from "./codes.ts";

/** Day 0 of spreadsheets that count from 1900, with the leap day that 1900 never had. */
const spreadsheetZero = plainDate("1899-12-30");
/** 1927 to the end of 2099: what is smaller would be nobody's day here, and a year alone would be taken for one. */
const serials = { first: 10_000, last: 73_050 };
/** Registers of unemployed people and today's centres began in 1990: an earlier number in such a column is no day. */
export const earliestSerial = {
  birth: addDays(spreadsheetZero, serials.first),
  office: plainDate("1990-01-01"),
} as const;

/**
 * A day as offices write it: 1970-02-01, 01.02.1970, 1.2.1970, with dashes or slashes, a time behind it, or a spreadsheet's serial
 * number not before `earliest`. Null for anything else: a year alone, one of two digits or a month is no day, and is never guessed.
 */
export function readDay(cell: string, earliest: PlainDate = earliestSerial.birth): PlainDate | null {
  const text = cell
    .trim()
    .replace(/\s*r\.?$/i, "")
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, "");
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text);
  if (iso) return findDay(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? null;
  const polish = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text);
  if (polish) return findDay(Number(polish[3]), Number(polish[2]), Number(polish[1])) ?? null;
  const serial = /^\d{5}(\.0+)?$/.test(text) ? Number(text) : 0;
  if (serial < serials.first || serial > serials.last) return null;
  const day = addDays(spreadsheetZero, serial);
  return day >= earliest ? day : null;
}

export type ReadPesel = { pesel: string; mended: boolean; valid: boolean };

/**
 * A PESEL as a spreadsheet left it. Numbers lose the zeros in front: born in 1900-1909 or 2000-2009 they are nine or ten digits
 * long. With the zeros back it must pass its check, else it stays as it came. A cell without a digit holds no number.
 */
export function readPesel(cell: string, today: PlainDate): ReadPesel | null {
  const text = cell.replace(/[\s'’]/g, "").replace(/\.0+$/, "");
  if (!/\d/.test(text)) return null;
  if (/^\d{9,10}$/.test(text)) {
    const whole = text.padStart(11, "0");
    if (checkPesel(whole, today).valid) return { pesel: whole, mended: true, valid: true };
  }
  return { pesel: text, mended: false, valid: checkPesel(text, today).valid };
}

/** Words of offices for the codes of the lists, folded. What may mean two things (such as "srednie") is in none. */
const known: Readonly<Record<WordField, Readonly<Record<string, string>>>> = {
  EDUCATION: {
    "niepelne podstawowe": "NONE_INCOMPLETE_PRIMARY",
    "bez wyksztalcenia": "NONE_INCOMPLETE_PRIMARY",
    podstawowe: "PRIMARY",
    "szkola podstawowa": "PRIMARY",
    gimnazjalne: "LOWER_SECONDARY_GIMNAZJUM",
    gimnazjum: "LOWER_SECONDARY_GIMNAZJUM",
    zawodowe: "BASIC_VOCATIONAL",
    "zasadnicze zawodowe": "BASIC_VOCATIONAL",
    "zasadnicza zawodowa": "BASIC_VOCATIONAL",
    "zasadnicza szkola zawodowa": "BASIC_VOCATIONAL",
    zsz: "BASIC_VOCATIONAL",
    "branzowe i stopnia": "BASIC_VOCATIONAL",
    "zasadnicze branzowe": "BASIC_VOCATIONAL",
    "srednie ogolne": "SECONDARY_GENERAL",
    "srednie ogolnoksztalcace": "SECONDARY_GENERAL",
    "liceum ogolnoksztalcace": "SECONDARY_GENERAL",
    "srednie zawodowe": "SECONDARY_VOCATIONAL",
    "srednie techniczne": "SECONDARY_VOCATIONAL",
    "srednie branzowe": "SECONDARY_VOCATIONAL",
    technikum: "SECONDARY_VOCATIONAL",
    policealne: "POST_SECONDARY",
    pomaturalne: "POST_SECONDARY",
    wyzsze: "HIGHER",
    licencjat: "HIGHER",
    magister: "HIGHER",
  },
  SEX: { k: "F", kobieta: "F", f: "F", m: "M", mezczyzna: "M" },
  LABOUR_STATUS: {
    bezrobotny: "UNEMPLOYED_REGISTERED",
    bezrobotna: "UNEMPLOYED_REGISTERED",
    "bezrobotny zarejestrowany": "UNEMPLOYED_REGISTERED",
    "bezrobotna zarejestrowana": "UNEMPLOYED_REGISTERED",
    "zarejestrowany bezrobotny": "UNEMPLOYED_REGISTERED",
    niezarejestrowany: "UNEMPLOYED_NOT_REGISTERED",
    niezarejestrowana: "UNEMPLOYED_NOT_REGISTERED",
    "bierny zawodowo": "INACTIVE_OTHER",
    "bierna zawodowo": "INACTIVE_OTHER",
    pracuje: "EMPLOYED",
    zatrudniony: "EMPLOYED",
    zatrudniona: "EMPLOYED",
  },
  DISABILITY: {
    "bez orzeczenia": "NONE",
    lekki: "LIGHT",
    umiarkowany: "MODERATE",
    znaczny: "SEVERE",
    "stopien lekki": "LIGHT",
    "stopien umiarkowany": "MODERATE",
    "stopien znaczny": "SEVERE",
  },
};

/** The word as it is compared and remembered. */
export const foldWord = (cell: string): string => foldName(cell);

/** The code that a word stands for; `learned` are the words that somebody explained for this sender. Null: nobody knows it. */
export function readWord(
  field: WordField,
  cell: string,
  learned: Readonly<Record<string, string>> | undefined,
): string | null {
  const word = foldWord(cell);
  const codes: readonly string[] = listedValues[field];
  const found = learned?.[word] ?? known[field][word];
  return found !== undefined && codes.includes(found) ? found : null;
}

/** "Never" as offices write it into a column of days: words that say so themselves. */
export const saysNever = (cell: string): boolean =>
  ["nigdy", "niezarejestrowany", "niezarejestrowana", "nie jest klientem", "nie jest klientka"].includes(
    foldWord(cell),
  );

/** Words that only say that the cell is empty: whether there is nothing, or nobody wrote it down, they do not tell. */
export const saysNothing = (cell: string): boolean =>
  !/[\p{L}\p{N}]/u.test(cell) ||
  ["nie", "brak", "brak danych", "nie dotyczy", "nd", "n d", "n a"].includes(foldWord(cell));
