import { expect, test } from "vitest";
import { choiceOfMonth, choiceOfUnit, monthAfter, monthOfToday } from "./words.ts";

test("months to choose from are the next one and a year back, the usual one stands where none is chosen", () => {
  const { options, all } = choiceOfMonth("2026-11-27", monthOfToday("2026-11-27"), "", "pl");
  expect(all).toBe("listopad 2026");
  expect(options.map(({ value }) => value)).toEqual([
    "2026-12",
    "2026-10",
    "2026-09",
    "2026-08",
    "2026-07",
    "2026-06",
    "2026-05",
    "2026-04",
    "2026-03",
    "2026-02",
    "2026-01",
    "2025-12",
    "2025-11",
  ]);
});

test("a month of an address that is older than a year stands among those to choose from", () => {
  const { options } = choiceOfMonth("2026-11-27", "2026-12", "2024-06", "pl");
  expect(options.at(-1)).toEqual({ value: "2024-06", label: "czerwiec 2024" });
  expect(options.some(({ value }) => value === "2026-12")).toBe(false);
});

test("the month after December is January of the next year", () => {
  expect(monthAfter("2026-12-31")).toBe("2027-01");
});

test("the centre that the server takes where none is chosen is the one that is shown", () => {
  const choice = choiceOfUnit([
    { id: "a", name: "Centrum w Radomiu" },
    { id: "b", name: "Warsztaty" },
  ]);
  expect(choice).toEqual({ options: [{ value: "b", label: "Warsztaty" }], all: "Centrum w Radomiu" });
});
