import { describe, expect, test } from "vitest";
import { valueFrom, partsFrom } from "./dateParts.ts";
import { fold } from "./fold.ts";
import { dayOfInstant, formatDay, formatMoney, relativeDay, shortName } from "./format.ts";
import { formatGrosze, readClock, readDecimal, readGrosze } from "./numbers.ts";

describe("a day in three parts", () => {
  test.each([
    [["15", "03", "1985"], "1985-03-15"],
    [["5", "3", "1985"], "1985-03-05"],
    [["", "", ""], ""],
    [["29", "2", "2024"], "2024-02-29"],
    [["29", "2", "2023"], undefined],
    [["31", "4", "2026"], undefined],
    [["15", "3", "85"], undefined],
    [["", "3", "1985"], undefined],
    [["", "", "1985"], undefined],
  ])("%s is %s", ([day = "", month = "", year = ""], value) => {
    expect(valueFrom({ day, month, year }, false)).toBe(value);
  });
  test("a partial day is taken when asked for, a day without its month never", () => {
    expect(valueFrom({ day: "", month: "3", year: "1985" }, true)).toBe("1985-03");
    expect(valueFrom({ day: "", month: "", year: "1985" }, true)).toBe("1985");
    expect(valueFrom({ day: "4", month: "", year: "1985" }, true)).toBeUndefined();
  });
  test.each(["1985-03-15", "1985-03", "1985", ""])("%s goes there and back", (value) => {
    expect(valueFrom(partsFrom(value), true)).toBe(value);
  });
});

describe("numbers as typed in Poland", () => {
  test.each([
    ["1 234,50", 123450],
    ["1234.5", 123450],
    ["0,29 zł", 29],
    ["-3", -300],
    ["1,005", undefined],
    ["abc", undefined],
    ["", undefined],
  ])("%s is %s grosze", (text, grosze) => expect(readGrosze(text)).toBe(grosze));
  test("whole numbers refuse a fraction", () => expect(readDecimal("1,5", 0)).toBeUndefined());
  test("grosze are written with two digits", () => expect(formatGrosze(123405)).toBe("1234,05"));
});

test.each([
  ["18:20", "18:20"],
  ["1820", "18:20"],
  ["9", "09:00"],
  ["920", "09:20"],
  ["24:00", undefined],
  ["18:60", undefined],
  ["", undefined],
])("the hour %s is %s", (text, clock) => expect(readClock(text)).toBe(clock));

describe("what people read", () => {
  test.each([
    ["2026-11-22", "dziś"],
    ["2026-11-21", "wczoraj"],
    ["2026-11-23", "jutro"],
    ["2026-11-10", "12 dni temu"],
    ["2026-11-27", "za 5 dni"],
    ["1985-03-15", "15 mar 1985"],
  ])("%s seen on 22 November is %s", (day, said) => expect(relativeDay(day, "2026-11-22", "pl")).toBe(said));
  test("midnight in Warsaw belongs to the next day", () =>
    expect(dayOfInstant("2026-11-21T23:30:00Z")).toBe("2026-11-22"));
  test("partial days keep what is known", () =>
    expect([formatDay("1985", "pl"), formatDay("1985-03", "pl")]).toEqual(["1985", "mar 1985"]));
  test("money has its unit", () => expect(formatMoney(123450, "pl").replace(/\s/g, " ")).toBe("1234,50 zł"));
  test("names are short where strangers look", () =>
    expect([shortName("Wojciech", "Żak", undefined), shortName(undefined, undefined, "Broda")]).toEqual([
      "Wojciech Ż.",
      "„Broda”",
    ]));
  test("search folds Polish letters", () => expect(fold("Żółw ŁĄKA")).toBe("zolw laka"));
});
