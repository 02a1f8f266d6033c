import fc from "fast-check";
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

describe("the worked examples of the integration benefit through the door", () => {
  const whole = {
    ...november,
    coveredFrom: "2026-11-01",
    unexcusedDays: 0,
    sickDays: 0,
    sickDaysUsedBefore: 0,
    daysOff: 0,
  };
  const from = (month: string, first: string, last: string) => ({
    month,
    coveredFrom: `${month}-${first}`,
    coveredTo: `${month}-${last}`,
  });
  const examples = [
    ["1", {}, "2140.68"],
    ["2", { unexcusedDays: 1 }, "2033.65"],
    ["3", { unexcusedDays: 2 }, "1926.61"],
    ["4", { unexcusedDays: 3 }, "1819.58"],
    ["5", { unexcusedDays: 4 }, "0.00"],
    ["6", { sickDays: 5 }, "1873.10"],
    ["7", { sickDays: 21 }, "1016.82"],
    ["8", { sickDays: 10, sickDaysUsedBefore: 15 }, "1534.15"],
    ["9", { unexcusedDays: 1, sickDays: 4 }, "1819.58"],
    ["10", { unexcusedDays: 3, sickDays: 10 }, "1284.41"],
    ["11", from("2026-11", "10", "30"), "1498.48"],
    ["12", from("2026-12", "01", "15"), "1070.34"],
    ["13", from("2026-12", "02", "31"), "2140.68"],
    ["14", from("2027-02", "03", "28"), "1855.26"],
    ["15", { ...from("2026-11", "10", "30"), unexcusedDays: 2 }, "1284.41"],
    [
      "15 e2",
      { ...from("2026-11", "10", "30"), unexcusedDays: 2, options: { unexcusedFromPartMonth: true } },
      "1348.63",
    ],
    ["16", { phase: "TRIAL", sickDays: 3 }, "1926.61"],
    ["17", { daysOff: 2 }, "2140.68"],
    ["18", { ...from("2026-05", "01", "31"), unexcusedDays: 2 }, "1859.65"],
    ["19", { unexcusedDays: 2, bonus: "642.20" }, "1926.61"],
  ] as const;
  const grosze = (amount: string) => Math.round(Number(amount) * 100);
  const paid = (changed: object): string => {
    const found = answer({ ...whole, ...changed });
    if ("error" in found) throw new Error(found.error.code);
    expect(found.lines.reduce((sum, { amount }) => sum + grosze(amount), 0)).toBe(grosze(found.benefit));
    return found.benefit;
  };

  it.each(examples)("example %s", (_, changed, benefit) => {
    expect(paid(changed)).toBe(benefit);
  });

  it("example 19 brings its bonus beside the benefit, 20 is over the cap", () => {
    expect(answer({ ...whole, unexcusedDays: 2, bonus: "642.20" })).toMatchObject({ bonus: "642.20" });
    expect(answer({ ...whole, bonus: "2140.68" })).toMatchObject({ bonus: "2140.68" });
    expect(answer({ ...whole, bonus: "2200.00" })).toMatchObject({ error: { code: "benefit.bonus_over_cap" } });
  });

  it("example 21: a list of 1, 3, 6, 5 and 11 comes to 7438.87", () => {
    const list = ["1", "3", "6", "5", "11"].map((no) => paid(examples.find(([each]) => each === no)?.[1] ?? {}));
    expect(list.reduce((sum, benefit) => sum + grosze(benefit), 0)).toBe(743887);
  });

  it("any month comes out as the formula of R-CIS-25 in whole fractions", () => {
    const rates = [
      ["2024-06", 166200n],
      ["2025-06", 172190n],
      ["2026-06", 178390n],
    ] as const;
    const month = fc
      .integer({ min: 0, max: 34 })
      .map((at) => new Date(Date.UTC(2024, 5 + at, 1)).toISOString().slice(0, 7));
    const given = fc.record({
      month,
      first: fc.integer({ min: 1, max: 31 }),
      last: fc.integer({ min: 1, max: 31 }),
      phase: fc.constantFrom("TRIAL", "PARTICIPATION", "EXTENSION"),
      away: fc.array(fc.constantFrom("unexcusedDays", "sickDays", "otherExcusedDays"), { maxLength: 31 }),
      used: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(given, ({ month, first, last, phase, away, used }) => {
        const length = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
        const to = Math.min(last, length);
        fc.pre(first <= to);
        const days = to - first + 1;
        const of = (kind: string) => away.slice(0, days).filter((each) => each === kind).length;
        const [unexcused, sick, excused] = [of("unexcusedDays"), of("sickDays"), of("otherExcusedDays")];
        const rate = rates.findLast(([since]) => since <= month)?.[1] ?? 0n;
        // of 600 equal parts of a grosz: B = 6/5 Z is 720 Z, B/20 is 36 Z, B/30 is 24 Z, B/40 is 18 Z
        const within = phase === "TRIAL" ? 0 : Math.min(sick, Math.max(0, 21 - used));
        const parts =
          (days === length ? 720 : 24 * days) - 36 * unexcused - 18 * within - 24 * (sick - within + excused);
        const exact = unexcused > 3 || parts < 0 ? 0n : rate * BigInt(parts);
        const pad = (day: number) => String(day).padStart(2, "0");
        const benefit = paid({
          ...from(month, pad(first), pad(to)),
          phase,
          unexcusedDays: unexcused,
          sickDays: sick,
          otherExcusedDays: excused,
          sickDaysUsedBefore: used,
        });
        expect(BigInt(grosze(benefit))).toBe((2n * exact + 600n) / 1200n);
      }),
      { numRuns: 300 },
    );
  });
});
