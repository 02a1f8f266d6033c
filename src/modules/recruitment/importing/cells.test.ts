import { expect, test } from "vitest";
import { composePesel } from "../../../platform/identifiers/pesel.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { earliestSerial, readDay, readPesel, readWord, saysNever, saysNothing } from "./cells.ts";
import { findHeaderRow, guessMapping, titlesOf } from "./columns.ts";

test.each([
  ["1970-02-01", "1970-02-01"],
  ["01.02.1970", "1970-02-01"],
  ["1.2.1970 r.", "1970-02-01"],
  ["01-02-1970", "1970-02-01"],
  ["01/02/1970", "1970-02-01"],
  ["1970-02-01 00:00:00", "1970-02-01"],
  ["25600", "1970-02-01"],
  ["25600.0", "1970-02-01"],
  ["10000", "1927-05-18"],
  ["31.02.1970", null],
  ["13.13.1970", null],
  ["01.02.70", null],
  ["02.1970", null],
  ["1970", null],
  ["9999", null],
  ["99999", null],
  ["wczoraj", null],
  ["", null],
])("the day %s is read as %s", (text, day) => {
  expect(readDay(text)).toBe(day);
});

test("a PESEL that lost the zeros in front gets them back when it then holds, and says so", () => {
  const today = plainDate("2026-11-22");
  const early = composePesel(plainDate("2005-03-05"), "F", 11);
  const first = composePesel(plainDate("2000-01-05"), "M", 7);
  expect(readPesel(early.slice(1), today)).toEqual({ pesel: early, mended: true, valid: true });
  expect(readPesel(String(Number(first)), today)).toEqual({ pesel: first, mended: true, valid: true });
  expect(readPesel(`${early}.0`, today)).toEqual({ pesel: early, mended: false, valid: true });
  expect(readPesel("7002011234", today)).toEqual({ pesel: "7002011234", mended: false, valid: false });
  for (const empty of ["  ", "-", "brak", "nie ma"]) expect(readPesel(empty, today)).toBeNull();
});

test("a number is a day of an office only from when there are such offices", () => {
  expect(readDay("12345", earliestSerial.office)).toBeNull();
  expect(readDay("32874", earliestSerial.office)).toBe("1990-01-01");
  expect(readDay("32873", earliestSerial.office)).toBeNull();
  expect(readDay("05.05.1989", earliestSerial.office)).toBe("1989-05-05");
  expect(readDay("2025", earliestSerial.office)).toBeNull();
});

test.each([
  ["nigdy", "never"],
  ["Niezarejestrowana", "never"],
  ["brak", "nothing"],
  ["nie", "nothing"],
  ["nie dotyczy", "nothing"],
  ["n/d", "nothing"],
  [" - ", "nothing"],
  ["01.02.2020", "something"],
  ["Niemcza", "something"],
])("the cell %s says %s", (cell, says) => {
  expect(saysNever(cell) ? "never" : saysNothing(cell) ? "nothing" : "something").toBe(says);
});

test.each([
  ["zawodowe", "BASIC_VOCATIONAL"],
  ["Zasadnicze Zawodowe", "BASIC_VOCATIONAL"],
  ["gimnazjalne", "LOWER_SECONDARY_GIMNAZJUM"],
  ["średnie", null],
  ["=HYPERLINK(1)", null],
])("the word %s of education is %s", (word, code) => {
  expect(readWord("EDUCATION", word, undefined)).toBe(code);
  expect(readWord("EDUCATION", "średnie", { srednie: "SECONDARY_GENERAL" })).toBe("SECONDARY_GENERAL");
  expect(readWord("EDUCATION", "średnie", { srednie: "CZAROWNIK" })).toBeNull();
});

test("headings below a title, merged over two rows, each field once", () => {
  const rows = [
    ["Lista kandydatów", "", "", "", ""],
    ["", "", "Dane osoby", "", "Status"],
    ["Lp.", "Nazwisko", "Imię", "Nr PESEL", "Bezrobotny od"],
    ["1", "Nowak", "Jan", "70020112345", "2020-01-01"],
  ];
  expect(findHeaderRow(rows)).toBe(3);
  expect(guessMapping(titlesOf(rows, 3))).toEqual([null, "LAST_NAME", "FIRST_NAME", "PESEL", "REGISTERED_SINCE"]);
  const merged = [
    ["Lp.", "Osoba", "", "PESEL"],
    ["", "Nazwisko", "Imię", ""],
    ["1", "Nowak", "Jan", "70020112345"],
  ];
  expect(titlesOf(merged, 2)).toEqual(["Lp.", "Nazwisko", "Imię", "PESEL"]);
  expect(guessMapping(["Telefon", "Telefon domowy"])).toEqual(["PHONE", null]);
});
