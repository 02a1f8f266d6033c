import fc from "fast-check";
import loadHighs from "highs";
import { expect, test } from "vitest";
import { type Programme, searchBest } from "./weekSearch.ts";

/** Choices of up to three columns each, a budget, two clashes, and minutes over a pace that lose worth in two slopes. */
const anyProgramme = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
    worths: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 12, maxLength: 12 }),
    minutes: fc.array(fc.constantFrom(45, 60, 90, 120), { minLength: 12, maxLength: 12 }),
    clashes: fc.array(fc.uniqueArray(fc.nat(11), { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 2 }),
    budget: fc.constantFrom(60, 180, 300),
    pace: fc.constantFrom(0, 60, 150),
    slopes: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })),
  })
  .map(({ sizes, worths, minutes, clashes, budget, pace, slopes: [gentle, more] }): Programme => {
    const count = sizes.reduce((sum, size) => sum + size, 0);
    const all = Array.from({ length: count }, (_, at) => at);
    const minutesOf = (columns: readonly number[]) => columns.map((column) => minutes[column] ?? 0);
    let first = 0;
    const chosen = sizes.map((size) => {
      first += size;
      return all.slice(first - size, first);
    });
    const within = clashes.map((columns) => columns.filter((column) => column < count)).filter(({ length }) => length);
    const ones = (columns: readonly number[]) => columns.map(() => 1);
    return {
      worths: worths.slice(0, count),
      measures: [
        { worth: -gentle / 10, most: 60 },
        { worth: -(gentle + more) / 10, most: Number.POSITIVE_INFINITY },
      ],
      rows: [
        ...chosen.map((columns) => ({ columns, values: ones(columns), most: 1 })),
        { columns: [...all], values: minutesOf(all), most: budget },
        { columns: [...all, count, count + 1], values: [...minutesOf(all), -1, -1], most: pace },
        ...within.map((columns) => ({ columns, values: ones(columns), most: 1 })),
      ],
      choices: chosen.map((columns, row) => ({ row, columns, marks: [minutesOf(columns), columns] })),
    };
  });

/** What the columns are worth together, or null when they do not go together: by trying, not by searching. */
function worthOf({ worths, measures, rows }: Programme, taken: ReadonlySet<number>): number | null {
  let worth = [...taken].reduce((sum, column) => sum + (worths[column] ?? 0), 0);
  for (const { columns, values, most } of rows) {
    const used = columns.reduce((sum, column, at) => sum + (taken.has(column) ? (values[at] ?? 0) : 0), 0);
    const measured = columns.some((column) => column >= worths.length);
    if (!measured && used > most) return null;
    if (!measured) continue;
    const over = Math.max(0, used - most);
    const first = Math.min(over, measures[0]?.most ?? 0);
    worth += first * (measures[0]?.worth ?? 0) + (over - first) * (measures[1]?.worth ?? 0);
  }
  return worth;
}

const subsetsOf = (count: number) =>
  Array.from(
    { length: 2 ** count },
    (_, bits) => new Set(Array.from({ length: count }, (_, at) => at).filter((at) => bits & (1 << at))),
  );

test("the search finds what trying every choice finds, and proves it", async () => {
  const highs = await loadHighs();
  fc.assert(
    fc.property(anyProgramme, (programme) => {
      const best = Math.max(...subsetsOf(programme.worths.length).map((taken) => worthOf(programme, taken) ?? 0));
      const { taken, gap } = searchBest(highs, programme, { steps: 1000, within: 0 });
      expect(worthOf(programme, taken)).toBeCloseTo(best, 4);
      expect(gap).toBeCloseTo(0, 4);
    }),
    { numRuns: Number(process.env.POWROT_RUNS ?? 60), seed: 38 },
  );
});

test("stopped by its steps it answers with what it has, and its distance to the best is no less than it says", async () => {
  const highs = await loadHighs();
  fc.assert(
    fc.property(anyProgramme, fc.integer({ min: 0, max: 4 }), (programme, steps) => {
      const best = Math.max(...subsetsOf(programme.worths.length).map((taken) => worthOf(programme, taken) ?? 0));
      const { taken, gap } = searchBest(highs, programme, { steps, within: 0 });
      const worth = worthOf(programme, taken);
      expect(worth).not.toBeNull();
      if ((worth ?? 0) > 0) expect(best).toBeLessThanOrEqual((worth ?? 0) * (1 + gap) + 0.001);
      expect(searchBest(highs, programme, { steps, within: 0 })).toEqual({ taken, gap });
    }),
    { numRuns: Number(process.env.POWROT_RUNS ?? 60), seed: 38 },
  );
});
