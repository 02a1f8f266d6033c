import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import type { Precision, ShareKind } from "./codes.ts";
import type { Figure, NeedsContent } from "./contract.ts";
import {
  lastQuarterEnds,
  precisionOf,
  refuseContent,
  refuseRegisterDay,
  refuseSending,
  tellable,
  workOut,
} from "./rules.ts";

const figure = (
  figureId: string,
  value: number | null,
  precision: Precision = "EXACT",
  more: Partial<Figure> = {},
): Figure => ({
  figureId,
  label: figureId,
  kind: "PERSONS",
  value,
  precision,
  source: "PUP",
  asAt: day("2005-12-31"),
  ...more,
});
const share = (partId: string, baseId: string, kind: ShareKind = "PERCENT") => ({
  shareId: "s",
  label: "s",
  kind,
  partId,
  baseId,
});
const content = (more: Partial<NeedsContent>): NeedsContent => ({
  figures: [],
  shares: [],
  gap: "",
  conclusion: "",
  ...more,
});

describe("rows of RP-12 (reporting.md §10)", () => {
  const figures = [
    figure("I", 220_000, "ABOUT"),
    figure("U", 27_500, "ABOUT"),
    figure("L", 11_000, "ABOUT"),
    figure("C", 11_000, "ABOUT"),
    figure("V", 8_800, "MORE_THAN"),
    figure("E", 17_200, "MORE_THAN"),
    figure("A", 15_000, "ABOUT"),
  ];
  test.each([
    ["U", "I", "ONE_IN", 8, "ABOUT"],
    ["L", "U", "PERCENT", 40, "ABOUT"],
    ["V", "C", "PERCENT", 80, "MORE_THAN"],
    ["E", "U", "PERCENT", 62.5, "MORE_THAN"],
    ["A", "U", "PERCENT", 54.5, "ABOUT"],
  ] as const)("%s of %s, %s: %d, %s", (part, base, kind, value, precision) => {
    const [worked] = workOut({ figures, shares: [share(part, base, kind)] });
    expect(worked).toMatchObject({ value, precision });
  });

  test.each([
    [227_000, 8],
    [234_000, 9],
    [233_750, 9],
    [233_749, 8],
  ])("every so-manieth of %i inhabitants, of 27,500 unemployed: %i", (inhabitants, result) => {
    const [worked] = workOut({
      figures: [figure("I", inhabitants), figure("U", 27_500)],
      shares: [share("U", "I", "ONE_IN")],
    });
    expect(worked?.value).toBe(result);
  });

  test.each([
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 8, 12.5],
    [1, 16, 6.3],
    [1, 2000, 0.1],
    [1, 2001, 0],
    [8_800, 11_000, 80],
  ])("%i of %i is %d percent, halves up", (part, base, result) => {
    const [worked] = workOut({ figures: [figure("a", part), figure("b", base)], shares: [share("a", "b")] });
    expect(worked?.value).toBe(result);
  });

  test.each([
    [5, 0, "PERCENT"],
    [5, null, "PERCENT"],
    [null, 5, "PERCENT"],
    [0, 5, "ONE_IN"],
    [5, 0, "ONE_IN"],
  ] as const)("%s of %s as %s is not available", (part, base, kind) => {
    const [worked] = workOut({ figures: [figure("a", part), figure("b", base)], shares: [share("a", "b", kind)] });
    expect(worked?.value).toBeNull();
  });
});

test.each([
  ["EXACT", "EXACT", "EXACT"],
  ["EXACT", "ABOUT", "ABOUT"],
  ["ABOUT", "EXACT", "ABOUT"],
  ["MORE_THAN", "ABOUT", "MORE_THAN"],
  ["MORE_THAN", "EXACT", "MORE_THAN"],
  ["LESS_THAN", "EXACT", "LESS_THAN"],
  ["EXACT", "MORE_THAN", "LESS_THAN"],
  ["ABOUT", "LESS_THAN", "MORE_THAN"],
  ["MORE_THAN", "LESS_THAN", "MORE_THAN"],
  ["MORE_THAN", "MORE_THAN", "ABOUT"],
  ["LESS_THAN", "LESS_THAN", "ABOUT"],
] as const)("%s divided by %s is %s", (part, base, result) => {
  expect(precisionOf(part, base)).toBe(result);
});

test("more unemployed than counted make it every eighth or fewer", () => {
  const figures = [figure("I", 220_000), figure("U", 27_500, "MORE_THAN")];
  expect(workOut({ figures, shares: [share("U", "I", "ONE_IN")] })[0]).toMatchObject({
    value: 8,
    precision: "LESS_THAN",
  });
});

test.each([
  ["two figures of persons", content({ figures: [figure("a", 1), figure("b", 2)], shares: [share("a", "b")] }), null],
  [
    "a figure that is not there",
    content({ figures: [figure("a", 1)], shares: [share("a", "b")] }),
    "needs.share_of_strange_figure",
  ],
  [
    "a share of itself",
    content({ figures: [figure("a", 1)], shares: [share("a", "a")] }),
    "needs.share_of_strange_figure",
  ],
  [
    "a share of a rate",
    content({ figures: [figure("a", 1), figure("b", 28, "EXACT", { kind: "PERCENT" })], shares: [share("a", "b")] }),
    "needs.share_of_percent",
  ],
  ["half a person", content({ figures: [figure("a", 1.5)] }), "needs.persons_not_whole"],
  ["a rate with a decimal", content({ figures: [figure("a", 28.4, "EXACT", { kind: "PERCENT" })] }), null],
  [
    "a rate over the whole",
    content({ figures: [figure("a", 100.1, "EXACT", { kind: "PERCENT" })] }),
    "needs.percent_over_hundred",
  ],
  [
    "a part over its base",
    content({ figures: [figure("a", 3), figure("b", 2)], shares: [share("a", "b")] }),
    "needs.part_over_base",
  ],
  ["a base not known yet", content({ figures: [figure("a", 3), figure("b", null)], shares: [share("a", "b")] }), null],
] as const)("%s: %s", (_, wanted, refusal) => {
  expect(refuseContent(wanted)).toBe(refusal);
});

test.each([
  ["nothing known", [figure("a", null)], 1, "", "needs.nothing_to_send"],
  ["no source", [figure("a", 1, "EXACT", { source: " " })], 1, "", "needs.source_missing"],
  ["no day", [figure("a", 1, "EXACT", { asAt: null })], 1, "", "needs.source_missing"],
  ["not known needs no source", [figure("a", 1), figure("b", null, "EXACT", { source: "" })], 1, "", null],
  ["a second version without a reason", [figure("a", 1)], 2, " ", "needs.correction_reason_missing"],
  ["a second version", [figure("a", 1)], 2, "nowe dane", null],
] as const)("sending with %s: %s", (_, figures, versionNo, correctionReason, refusal) => {
  expect(refuseSending({ figures: [...figures] }, { versionNo, correctionReason })).toBe(refusal);
});

test.each([
  [0, 0],
  [1, null],
  [4, null],
  [5, 5],
  [7, 5],
  [8, 10],
  [8_802, 8_800],
])("the register tells of %i persons: %s (R-GDPR-12)", (count, told) => {
  expect(tellable(count)).toBe(told);
});

/** Whatever lies behind what is told. */
const behind = (told: number | null) => Array.from({ length: 60 }, (_, n) => n).filter((n) => tellable(n) === told);

test("3, 12 and 25 of 40: the three cannot be made of the total and the other parts (R-GDPR-12)", () => {
  const [hidden, one, other, total] = [3, 12, 25, 40].map(tellable);
  expect([hidden, one, other, total]).toEqual([null, 10, 25, 40]);
  const possible = behind(40).flatMap((sum) => behind(10).flatMap((a) => behind(25).map((b) => sum - a - b)));
  expect(behind(null).every((count) => possible.includes(count))).toBe(true);
});

test("numbers of two days tell of no one to four who came or went between them (R-GDPR-12)", () => {
  for (let before = 0; before < 50; before++)
    for (let came = 1; came < 5; came++) {
      const [first, second] = [tellable(before), tellable(before + came)];
      const possible = new Set(behind(second).flatMap((now) => behind(first).map((then) => now - then)));
      expect(possible.size, `${before} and ${came} more`).toBeGreaterThan(3);
    }
});

test.each([
  ["2026-09-30", null],
  ["2026-12-31", "needs.day_in_future"],
  ["2026-09-29", "needs.day_within_quarter"],
  ["2026-10-31", "needs.day_within_quarter"],
] as const)("the register on %s, asked on 8 December: %s", (asAt, refusal) => {
  expect(refuseRegisterDay(day(asAt), day("2026-12-08"))).toBe(refusal);
});

test("quarters to choose from are over, the newest first; one that ends today is", () => {
  expect(lastQuarterEnds(day("2026-12-08"), 3)).toEqual(["2026-09-30", "2026-06-30", "2026-03-31"]);
  expect(lastQuarterEnds(day("2028-03-31"), 2)).toEqual(["2028-03-31", "2027-12-31"]);
});
