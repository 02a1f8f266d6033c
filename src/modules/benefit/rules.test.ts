import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysInclusive, endOfMonth, plainDate } from "../../platform/time/plainDate.ts";
import { type BenefitLaw, generalLawOn } from "./law.ts";
import { type BenefitSpan, benefitOf, benefitPhases, refuseBonus, refuseSpans } from "./rules.ts";

const lawOn = (day: string, changed: Partial<BenefitLaw> = {}): BenefitLaw => {
  const law = generalLawOn(plainDate(day));
  if (!law) throw new Error(`no law on ${day}`);
  return { ...law, ...changed };
};

type Given = Partial<Omit<BenefitSpan, "from" | "to" | "law">> & {
  from?: string;
  to?: string;
  law?: Partial<BenefitLaw>;
  used?: number;
};

function spanOf({ from = "2026-11-01", to, law, used: _, ...given }: Given): BenefitSpan {
  const first = plainDate(from);
  return {
    from: first,
    to: to ? plainDate(to) : endOfMonth(first),
    phase: "PARTICIPATION",
    law: lawOn(from, law),
    unexcusedDays: 0,
    sickDays: 0,
    otherExcusedDays: 0,
    daysOff: 0,
    ...given,
  };
}

const benefit = (given: Given) => benefitOf([spanOf(given)], given.used ?? 0);

describe("the worked examples of the integration benefit", () => {
  it.each<[number, Given, number]>([
    [1, {}, 214068],
    [2, { unexcusedDays: 1 }, 203365],
    [3, { unexcusedDays: 2 }, 192661],
    [4, { unexcusedDays: 3 }, 181958],
    [5, { unexcusedDays: 4 }, 0],
    [6, { sickDays: 5 }, 187310],
    [7, { sickDays: 21 }, 101682],
    [8, { sickDays: 10, used: 15 }, 153415],
    [9, { unexcusedDays: 1, sickDays: 4 }, 181958],
    [10, { unexcusedDays: 3, sickDays: 10 }, 128441],
    [11, { from: "2026-11-10" }, 149848],
    [12, { from: "2026-12-01", to: "2026-12-15" }, 107034],
    [13, { from: "2026-12-02" }, 214068],
    [14, { from: "2027-02-03" }, 185526],
    [15, { from: "2026-11-10", unexcusedDays: 2 }, 128441],
    [15.2, { from: "2026-11-10", unexcusedDays: 2, law: { unexcusedFromPartMonth: true } }, 134863],
    [16, { phase: "TRIAL", sickDays: 3 }, 192661],
    [17, { daysOff: 2 }, 214068],
    [18, { from: "2026-05-01", unexcusedDays: 2 }, 185965],
    [19, { unexcusedDays: 2 }, 192661],
  ])("example %s", (_, given, expected) => {
    expect(benefit(given).benefitGrosze).toBe(expected);
  });

  it("a list of examples 1, 3, 6, 5 and 11 comes to 7438.87", () => {
    const list: Given[] = [{}, { unexcusedDays: 2 }, { sickDays: 5 }, { unexcusedDays: 4 }, { from: "2026-11-10" }];
    expect(list.reduce((total, given) => total + benefit(given).benefitGrosze, 0)).toBe(743887);
  });

  it.each([
    ["2024-06-01", 199440],
    ["2025-06-01", 206628],
    ["2026-05-31", 206628],
    ["2026-06-01", 214068],
  ])("the full benefit on %s", (day, expected) => {
    expect(benefit({ from: `${day.slice(0, 7)}-01` }).fullGrosze).toBe(expected);
  });

  it("another excused absence takes one thirtieth a day", () => {
    expect(benefit({ otherExcusedDays: 3 }).benefitGrosze).toBe(214068 - 21407 + 0);
  });

  it("rounds the full benefit to 10 grosz where a centre does so", () => {
    expect(benefit({ law: { roundTo10Grosz: true } }).benefitGrosze).toBe(214070);
  });
});

describe("the bonus", () => {
  const phases = (phase: BenefitSpan["phase"]) => [{ phase }];
  it.each([
    ["30 per cent of the full benefit", 64220, "PARTICIPATION", null],
    ["as much as the full benefit, though two days are missing", 214068, "PARTICIPATION", null],
    ["a grosz more", 214069, "PARTICIPATION", "benefit.bonus_over_cap"],
    ["2200.00", 220000, "PARTICIPATION", "benefit.bonus_over_cap"],
    ["in the extension, which is participation", 100, "EXTENSION", null],
    ["in the trial", 1, "TRIAL", "benefit.bonus_in_trial"],
    ["nothing in the trial", 0, "TRIAL", null],
    ["below zero", -1, "PARTICIPATION", "benefit.bonus_below_zero"],
  ] as const)("%s", (_, grosze, phase, refusal) => {
    expect(refuseBonus(grosze, phases(phase), benefit({ unexcusedDays: 2 }).bonusMaxGrosze)).toBe(refusal);
  });
});

describe("lines", () => {
  it("add up in the order of the rule, each rounded by the running total", () => {
    const { lines } = benefit({ sickDays: 10, used: 15, unexcusedDays: 1, daysOff: 1 });
    expect(lines).toEqual([
      { kind: "WHOLE_MONTH", days: 30, amountGrosze: 214068 },
      { kind: "UNEXCUSED", days: 1, amountGrosze: -10703 },
      { kind: "SICK_WITHIN", days: 6, amountGrosze: -32111 },
      { kind: "SICK_BEYOND", days: 4, amountGrosze: -28542 },
      { kind: "DAYS_OFF", days: 1, amountGrosze: 0 },
    ]);
  });

  it("a fourth unexcused day takes the whole month and leaves nothing for the others to take", () => {
    expect(benefit({ unexcusedDays: 4, sickDays: 2 }).lines).toEqual([
      { kind: "WHOLE_MONTH", days: 30, amountGrosze: 214068 },
      { kind: "UNEXCUSED_TOO_MANY", days: 4, amountGrosze: -214068 },
      { kind: "SICK_WITHIN", days: 2, amountGrosze: 0 },
    ]);
  });
});

describe("a month of two phases", () => {
  const trial = spanOf({ from: "2026-12-01", to: "2026-12-15", phase: "TRIAL", sickDays: 2 });
  const participation = spanOf({ from: "2026-12-16", sickDays: 2 });

  it("counts sickness in the trial by thirtieths and only the later days to the limit", () => {
    const { lines, sickDaysUsed } = benefitOf([trial, participation], 0);
    expect(lines.map(({ kind, days }) => [kind, days])).toEqual([
      ["WHOLE_MONTH", 31],
      ["SICK_WITHIN", 2],
      ["SICK_IN_TRIAL", 2],
    ]);
    expect(sickDaysUsed).toBe(2);
  });

  it("is a whole benefit when the phases meet and a part when a day lies between", () => {
    expect(
      benefitOf(
        [
          { ...trial, sickDays: 0 },
          { ...participation, sickDays: 0 },
        ],
        0,
      ).benefitGrosze,
    ).toBe(214068);
    const later = { ...participation, sickDays: 0, from: plainDate("2026-12-18") };
    expect(benefitOf([{ ...trial, sickDays: 0 }, later], 0).benefitGrosze).toBe(Math.round((214068 * 29) / 30));
  });

  it("unexcused days of both phases count to the same month", () => {
    expect(
      benefitOf(
        [
          { ...trial, sickDays: 0, unexcusedDays: 2 },
          { ...participation, sickDays: 0, unexcusedDays: 2 },
        ],
        0,
      ).benefitGrosze,
    ).toBe(0);
  });
});

describe("days that cannot be", () => {
  it.each<[string, BenefitSpan[], string | null]>([
    ["nothing", [], "benefit.span_missing"],
    ["the last day before the first", [spanOf({ from: "2026-11-10", to: "2026-11-09" })], "benefit.span_out_of_order"],
    ["over the end of the month", [spanOf({ to: "2026-12-01" })], "benefit.not_one_month"],
    ["two that overlap", [spanOf({ to: "2026-11-10" }), spanOf({ from: "2026-11-10" })], "benefit.span_out_of_order"],
    ["more days away than covered", [spanOf({ from: "2026-11-29", sickDays: 3 })], "benefit.more_days_than_covered"],
    ["every covered day away", [spanOf({ from: "2026-11-29", sickDays: 2 })], null],
    ["a day off in the trial", [spanOf({ phase: "TRIAL", daysOff: 1 })], "benefit.days_off_in_trial"],
  ])("%s", (_, spans, refusal) => {
    expect(refuseSpans(spans)).toBe(refusal);
  });
});

const months = fc.integer({ min: 0, max: 35 }).map((at) => {
  const year = 2024 + Math.floor((at + 6) / 12);
  return `${year}-${String(((at + 6) % 12) + 1).padStart(2, "0")}-01`;
});
const anySpan = fc
  .record({
    month: months,
    skip: fc.integer({ min: 0, max: 27 }),
    length: fc.integer({ min: 1, max: 31 }),
    phase: fc.constantFrom(...benefitPhases),
    away: fc.array(fc.constantFrom("unexcusedDays", "sickDays", "otherExcusedDays", "daysOff"), { maxLength: 31 }),
    changed: fc.record(
      {
        unexcusedFromPartMonth: fc.boolean(),
        roundTo10Grosz: fc.boolean(),
        sickBeyondDivisor: fc.integer({ min: 1, max: 31 }),
        excusedDivisor: fc.integer({ min: 1, max: 31 }),
        unemploymentBenefitGrosze: fc.integer({ min: 0, max: 1_000_000 }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ month, skip, length, phase, away, changed }) => {
    const from = addDays(plainDate(month), skip);
    const end = endOfMonth(from);
    const to = addDays(from, length - 1) < end ? addDays(from, length - 1) : end;
    const span = spanOf({ from, to, phase, law: changed });
    for (const kind of away.slice(0, daysInclusive(from, to)))
      if (phase !== "TRIAL" || kind !== "daysOff") span[kind] += 1;
    return span;
  });

describe("whatever the month", () => {
  const any = fc.property(anySpan, fc.integer({ min: 0, max: 60 }), (span, used) => {
    const found = benefitOf([span], used);
    expect(found.benefitGrosze).toBeGreaterThanOrEqual(0);
    expect(found.benefitGrosze).toBeLessThanOrEqual(found.fullGrosze);
    expect(found.lines.reduce((total, { amountGrosze }) => total + amountGrosze, 0)).toBe(found.benefitGrosze);
    expect(found.bonusMaxGrosze).toBeLessThanOrEqual(found.fullGrosze);
    for (const { kind, amountGrosze } of found.lines)
      expect(kind === "WHOLE_MONTH" || kind === "PART_MONTH" ? amountGrosze >= 0 : amountGrosze <= 0).toBe(true);
    expect(benefitOf([structuredClone(span)], used)).toEqual(found);
  });

  it("the benefit is never negative nor above the full one, lines add up, equal cases come out equal", () => {
    fc.assert(any, { numRuns: 2000 });
  });

  it("a month cut in two where nothing changes is the month", () => {
    fc.assert(
      fc.property(anySpan, fc.integer({ min: 0, max: 30 }), (span, cut) => {
        const middle = addDays(span.from, cut);
        fc.pre(middle < span.to);
        const quiet = { ...span, unexcusedDays: 0, sickDays: 0, otherExcusedDays: 0, daysOff: 0 };
        const halves = [
          { ...quiet, to: middle },
          { ...quiet, from: addDays(middle, 1) },
        ];
        expect(benefitOf(halves, 0)).toEqual(benefitOf([quiet], 0));
      }),
    );
  });
});
