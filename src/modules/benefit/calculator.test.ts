import { describe, expect, it } from "vitest";
import { type CalculatorAnswer, calculate } from "./calculator.ts";

const november = {
  month: "2026-11",
  phase: "PARTICIPATION",
  coveredFrom: "2026-11-10",
  coveredTo: "2026-11-30",
  unexcusedDays: 2,
  sickDays: 5,
  sickDaysUsedBefore: 15,
  otherExcusedDays: 0,
  daysOff: 2,
  bonus: "0.00",
  options: {},
};

const answer = (changed: object): CalculatorAnswer => calculate(JSON.stringify({ ...november, ...changed }), "pl");

describe("a line of the calculator", () => {
  it("is answered with the benefit and lines that a participant understands", () => {
    expect(answer({})).toEqual({
      full: "2140.68",
      lines: [
        {
          rule: "R-CIS-21",
          article: "art. 15 ust. 6 u.z.s.",
          days: 21,
          amount: "1498.48",
          text: "Część miesiąca, od 10 listopada do 30 listopada: 21 dni po 1/30 świadczenia 2140,68\u00a0zł.",
        },
        {
          rule: "R-CIS-22",
          article: "art. 15 u.z.s. (ustęp niepotwierdzony)",
          days: 2,
          amount: "-214.07",
          text: "2 dni nieobecności bez usprawiedliwienia: za każdy o 1/20 świadczenia mniej.",
        },
        {
          rule: "R-CIS-23",
          article: "art. 15 u.z.s. (ustęp niepotwierdzony)",
          days: 5,
          amount: "-267.59",
          text: "5 dni choroby ze zwolnieniem, w limicie 21 dni: za każdy o 1/40 świadczenia mniej.",
        },
        {
          rule: "R-CIS-11",
          article: "art. 15 ust. 6a u.z.s.",
          days: 2,
          amount: "0.00",
          text: "2 dni wolne za zgodą kierownika: świadczenie bez zmian.",
        },
      ],
      benefit: "1016.82",
      bonus: "0.00",
    });
  });

  it.each([
    ["an open point decided otherwise", { options: { unexcusedFromPartMonth: true }, sickDays: 0 }, "1348.63"],
    ["a bonus beside it", { bonus: "642.20", sickDays: 0 }, "1284.41"],
    [
      "the rate of the month before June",
      { month: "2026-05", coveredFrom: "2026-05-01", coveredTo: "2026-05-31", sickDays: 0 },
      "1859.65",
    ],
  ])("%s", (_, changed, benefit) => {
    expect(answer(changed)).toMatchObject({ benefit });
  });

  it.each([
    ["a bonus over the cap", { bonus: "2200.00" }, "benefit.bonus_over_cap", "2140,68"],
    ["a bonus in the trial", { phase: "TRIAL", daysOff: 0, bonus: "1.00" }, "benefit.bonus_in_trial", "art. 15a"],
    ["days off in the trial", { phase: "TRIAL" }, "benefit.days_off_in_trial", "art. 15 ust. 6a"],
    [
      "a month before the table",
      { month: "2024-05", coveredFrom: "2024-05-01", coveredTo: "2024-05-31" },
      "benefit.rate_unknown",
      "tabeli",
    ],
    ["another month's days", { coveredFrom: "2026-10-10" }, "benefit.not_one_month", "miesiącu"],
    ["days to the next month", { coveredTo: "2026-12-01" }, "benefit.not_one_month", "miesiącu"],
    ["the end before the start", { coveredTo: "2026-11-09" }, "benefit.span_out_of_order", "przed pierwszym"],
    ["more days away than days", { unexcusedDays: 3, sickDays: 21 }, "benefit.more_days_than_covered", "więcej"],
    ["a day that is none", { coveredTo: "2026-11-31" }, "benefit.invalid", "coveredTo"],
    ["half a day", { sickDays: 0.5 }, "benefit.invalid", "sickDays"],
    ["a day below zero", { sickDays: -1 }, "benefit.invalid", "sickDays"],
    ["an amount as a number", { bonus: 1 }, "benefit.invalid", "bonus"],
    ["an amount in words", { bonus: "1e3" }, "benefit.invalid", "bonus"],
    ["an unknown field", { pesel: "44051401458" }, "benefit.invalid", "pesel"],
    ["an unknown option", { options: { rate: 1 } }, "benefit.invalid", "options.rate"],
    ["a divisor of zero", { options: { excusedDivisor: 0 } }, "benefit.invalid", "options.excusedDivisor"],
    ["a missing field", { phase: undefined }, "benefit.invalid", "phase"],
  ])("%s is refused with a code and a sentence", (_, changed, code, words) => {
    expect(answer(changed)).toEqual({ error: { code, message: expect.stringContaining(words) } });
  });

  it.each(["", "{", "null", "[]", "1", '"x"', '{"month":{"toString":1}}'])("%j is not a case", (line) => {
    expect(calculate(line, "pl")).toMatchObject({ error: { message: expect.any(String) } });
  });
});
