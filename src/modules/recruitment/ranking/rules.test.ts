import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { type Contender, numbered, rank, refuseFreezing, withReturned } from "./rules.ts";

const day = plainDate;
const contender = (id: string, more: Partial<Contender> = {}): Contender => ({
  id,
  no: Number(id.replace(/\D/g, "")) || 1,
  formal: "pass",
  points: [{ pointId: "p", points: 5, weight: 100 }],
  interview: null,
  unemployedSince: day("2022-01-01"),
  appliedOn: day("2026-11-01"),
  ...more,
});
const points = (value: number | null, weight = 100) => ({ points: [{ pointId: "p", points: value, weight }] });

describe("the order of the list (R-REC-04)", () => {
  test.each<[string, Contender[], string[]]>([
    ["more points first", [contender("1", points(3)), contender("2", points(9))], ["2", "1"]],
    ["weights count", [contender("1", points(4, 150)), contender("2", points(5, 100))], ["1", "2"]],
    [
      "the interview is added by its weight",
      [
        contender("1", { interview: { points: 1, weight: 100 } }),
        contender("2", { interview: { points: 4, weight: 50 } }),
      ],
      ["2", "1"],
    ],
    [
      "a tie: longer unemployment",
      [contender("1"), contender("2", { unemployedSince: day("2019-05-05") })],
      ["2", "1"],
    ],
    [
      "who is known to be unemployed before who is not",
      [contender("1", { unemployedSince: null }), contender("2")],
      ["2", "1"],
    ],
    ["then earlier application", [contender("1"), contender("2", { appliedOn: day("2026-10-01") })], ["2", "1"]],
    ["then the order of entry, and it says so", [contender("2"), contender("1")], ["1", "2"]],
    [
      "who fails or lacks evidence stands on no list",
      [contender("1", { formal: "fail" }), contender("2", { formal: "missing" }), contender("3")],
      ["3"],
    ],
  ])("%s", (_, all, order) => {
    expect(rank(all).map(({ id }) => id)).toEqual(order);
  });

  test("what decided against the next is told", () => {
    const all = [
      contender("1", points(9)),
      contender("2", { unemployedSince: day("2019-01-01") }),
      contender("3", { appliedOn: day("2026-10-01") }),
      contender("4"),
      contender("5"),
    ];
    expect(rank(all).map(({ before }) => before)).toEqual(["TOTAL", "UNEMPLOYED", "APPLIED", "NUMBER", null]);
  });
});

const someDay = fc
  .integer({ min: 0, max: 3000 })
  .map((n) => plainDate(new Date(Date.UTC(2015, 0, 1 + n)).toISOString().slice(0, 10)));
const contenders = fc
  .array(
    fc.record({
      formal: fc.constantFrom("pass" as const, "fail" as const, "missing" as const),
      value: fc.integer({ min: 0, max: 5 }),
      unemployedSince: fc.option(someDay, { nil: null }),
      appliedOn: someDay,
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ value, ...one }, at) => contender(String(at + 1), { ...one, no: at + 1, ...points(value) })),
  );

describe("of any candidates", () => {
  test("the list holds exactly those who pass, each once, with ranks 1, 2, 3 …", () => {
    fc.assert(
      fc.property(contenders, (all) => {
        const rows = rank(all);
        expect(rows.map((row) => row.rank)).toEqual(rows.map((_, at) => at + 1));
        expect(rows.map(({ id }) => id).toSorted()).toEqual(
          all
            .filter(({ formal }) => formal === "pass")
            .map(({ id }) => id)
            .toSorted(),
        );
      }),
    );
  });

  test("the order in which they came to the reckoning changes nothing", () => {
    fc.assert(
      fc.property(contenders, (all) => {
        expect(rank(all.toReversed())).toEqual(rank(all));
      }),
    );
  });

  test("another point never moves anybody down", () => {
    fc.assert(
      fc.property(contenders, fc.nat(), (all, which) => {
        const passing = all.filter(({ formal }) => formal === "pass");
        const lucky = passing[which % Math.max(1, passing.length)];
        if (!lucky) return;
        const more = all.map((one) =>
          one.id === lucky.id ? { ...one, ...points((one.points[0]?.points ?? 0) + 1) } : one,
        );
        const at = (of: readonly Contender[]) => rank(of).find(({ id }) => id === lucky.id)?.rank ?? 0;
        expect(at(more)).toBeLessThanOrEqual(at(all));
      }),
    );
  });
});

test.each([
  ["nobody passes", [contender("1", { formal: "fail" })], { frozen: false, reason: "" }, "ranking.nobody"],
  ["points are missing", [contender("1", points(null))], { frozen: false, reason: "" }, "ranking.incomplete"],
  ["zero is a value", [contender("1", points(0))], { frozen: false, reason: "" }, null],
  [
    "the interview is missing",
    [contender("1", { interview: { points: null, weight: 100 } })],
    { frozen: false, reason: "" },
    "ranking.incomplete",
  ],
  [
    "who fails needs no points",
    [contender("1"), contender("2", { formal: "fail", ...points(null) })],
    { frozen: false, reason: "" },
    null,
  ],
  ["a later version without a reason", [contender("1")], { frozen: true, reason: " " }, "ranking.reason_missing"],
])("freezing where %s is answered with %s", (_, all, terms, answer) => {
  expect(refuseFreezing(all, terms)).toBe(answer);
});

test("who comes back stands where they stood; the others keep their order, also where they would be ranked otherwise now", () => {
  const row = (id: string, no: number, total: number) => ({
    id,
    no,
    total,
    points: total,
    interview: 0,
    given: {},
    unemployedSince: day("2022-01-01"),
    appliedOn: day("2026-11-01"),
  });
  const standing = [row("a", 1, 900), row("c", 3, 500), row("b", 2, 500)];
  const order = (back: ReturnType<typeof row>) => numbered(withReturned(standing, back)).map(({ id }) => id);
  expect(order(row("x", 9, 700))).toEqual(["a", "x", "c", "b"]);
  expect(order(row("x", 9, 950))).toEqual(["x", "a", "c", "b"]);
  expect(order(row("x", 9, 100))).toEqual(["a", "c", "b", "x"]);
  expect(numbered(withReturned([], row("x", 9, 100)))).toMatchObject([{ id: "x", rank: 1 }]);
});
