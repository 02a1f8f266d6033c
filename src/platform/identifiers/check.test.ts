import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate as day } from "../time/plainDate.ts";
import { checkLine, isIdentifierKind } from "./check.ts";
import { checkPesel, composePesel, lastOfPesel } from "./pesel.ts";

const today = day("2026-11-22");

describe("PESEL (R-ID-01)", () => {
  test.each([
    ["44051401359", "1944-05-14", "M"],
    ["02270803624", "2002-07-08", "F"],
    ["04222907783", "2004-02-29", "F"],
    ["99923100113", "1899-12-31", "M"],
    ["63071955516", "1963-07-19", "M"],
    [" 440514 01359 ", "1944-05-14", "M"],
  ])("%s is %s, %s", (value, birthDate, sex) => {
    expect(checkLine("pesel", value, today)).toEqual({
      value: value.trim(),
      valid: true,
      reason: null,
      birthDate,
      sex,
    });
  });

  test("what is shown of a number leaves a hundred that fit it beside the birth date", () => {
    const shown = lastOfPesel("44051401359");
    const fitting = Array.from({ length: 1000 }, (_, middle) => `440514${String(middle).padStart(3, "0")}${shown}`);
    expect(shown).toBe("59");
    expect(fitting.filter((value) => checkPesel(value, today).valid).length).toBe(100);
  });

  test.each([
    ["44051401358", "pesel.checksum"],
    ["00000000000", "pesel.date"],
    ["90023001234", "pesel.date"],
    ["11111111111", "pesel.checksum"],
    ["4405140135", "pesel.length"],
    ["440514013590", "pesel.length"],
    ["4405140135A", "pesel.characters"],
    ["44-05-14-01359", "pesel.characters"],
    ["", "pesel.length"],
  ])("%s is refused: %s", (value, reason) => {
    expect(checkLine("pesel", value, today)).toEqual({ value, valid: false, reason });
  });

  test("a birth date in the future is refused, today's is not", () => {
    expect(checkPesel(composePesel(day("2026-11-23"), "F", 7), today)).toEqual({
      valid: false,
      reason: "pesel.future",
    });
    expect(checkPesel(composePesel(today, "F", 7), today).valid).toBe(true);
  });

  test("a composed number reads back its day and sex, and one wrong digit is found", () => {
    const anyBirth = fc.integer({ min: 0, max: 82_000 }).map((n) => addDays(day("1800-01-01"), n));
    fc.assert(
      fc.property(
        anyBirth,
        fc.constantFrom<"F" | "M">("F", "M"),
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        (birthDate, sex, serial, place, shift) => {
          const pesel = composePesel(birthDate, sex, serial);
          expect(checkPesel(pesel, today)).toEqual({ valid: true, normalised: pesel, birthDate, sex });
          const wrong = [...pesel].map((digit, i) => (i === place ? (Number(digit) + shift) % 10 : digit)).join("");
          expect(checkPesel(wrong, today).valid).toBe(false);
        },
      ),
    );
  });
});

describe("other numbers (R-ID-06)", () => {
  test.each([
    ["nip", "1234563218", null],
    ["nip", "123-456-32-18", null],
    ["nip", "PL 1234563218", null],
    ["nip", "1234563219", "nip.checksum"],
    ["nip", "0000000000", "nip.zeros"],
    ["nip", "123456321", "nip.length"],
    ["nip", "12345632x8", "nip.characters"],
    ["regon", "123456785", null],
    ["regon", "12345678512347", null],
    ["regon", "123456786", "regon.checksum"],
    ["regon", "12345678512348", "regon.checksum"],
    ["regon", "12345678612347", "regon.checksum"],
    ["regon", "1234567851", "regon.length"],
    ["regon", "000000000", "regon.zeros"],
    ["regon", "12345678b", "regon.characters"],
    ["nrb", "60102010260000042270201111", null],
    ["nrb", "60 1020 1026 0000 0422 7020 1111", null],
    ["nrb", "PL60102010260000042270201111", null],
    ["nrb", "61102010260000042270201111", "nrb.checksum"],
    ["nrb", "6010201026000004227020111", "nrb.length"],
    ["nrb", "DE60102010260000042270201111", "nrb.characters"],
    ["id-card", "ABS123456", null],
    ["id-card", "ABC523456", null],
    ["id-card", "abs 123456", null],
    ["id-card", "ABC123456", "id_card.checksum"],
    ["id-card", "AB1234567", "id_card.format"],
    ["id-card", "ABS12345", "id_card.format"],
  ] as const)("%s %s: %s", (kind, value, reason) => {
    expect(checkLine(kind, value, today)).toEqual({ value, valid: reason === null, reason });
  });

  test("no NIP ends with a remainder of ten", () => {
    // 5 x 2 at the second place alone leaves 10 in the sum
    expect(checkLine("nip", "0200000000", today).reason).toBe("nip.checksum");
  });

  test("the kinds of the command line are known by name", () => {
    expect(isIdentifierKind("id-card")).toBe(true);
    expect(isIdentifierKind("passport")).toBe(false);
  });
});
