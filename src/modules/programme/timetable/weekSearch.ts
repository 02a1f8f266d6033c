import type { Highs, Model } from "highs";

/** A row of the programme: columns with what each takes, and the most that they may take together. */
export type Row = { columns: number[]; values: number[]; most: number };

/**
 * Yes-or-no columns first, in `choices`: of each choice at most one is taken, `row` says so, and `marks` tell its columns apart, the most telling first.
 * Behind them columns that only measure (`measures`), from 0 to `most`, of a cost below 0.
 */
export type Programme = {
  worths: readonly number[];
  measures: readonly { worth: number; most: number }[];
  rows: readonly Row[];
  choices: readonly { row: number; columns: readonly number[]; marks: readonly (readonly (string | number)[])[] }[];
};

/**
 * `steps`: after so many it answers with the best it has found; `within`: a part that promises no more than that much above the best found is left
 * (0.01 = 1 %).
 */
export type Limits = { steps: number; within: number };

/** The columns taken, and how much better the best there is may be (0.02 = at most 2 %). */
type Found = { taken: Set<number>; gap: number };

/** Where a part of the search begins: columns that are out, rows that must be full, and what it may be worth at most. */
type Part = { out: readonly number[]; full: readonly number[]; most: number };

const nearly = 1e-6;
/** Pivots of one step; only what would never end takes so many. */
const pivots = 20_000;

/**
 * Looks for the columns that are worth most together, by branch and bound: each step solves the programme without yes or no, and what comes out half is cut in two
 * where it is most undecided. It dives to a first answer, then goes on from whatever promises most. Counted are steps, never seconds: the answer is the same on any machine,
 * however busy.
 */
export function searchBest(highs: Highs, programme: Programme, limits: Limits): Found {
  const { worths, measures, rows } = programme;
  const binaries = worths.length;
  const numCols = binaries + measures.length;
  const starts = new Int32Array(rows.length + 1);
  for (const [at, row] of rows.entries()) starts[at + 1] = (starts[at] ?? 0) + row.columns.length;
  const upper = Float64Array.from([...worths.map(() => 1), ...measures.map(({ most }) => most)]);
  return highs.withModel(
    {
      numCols,
      numRows: rows.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: [...worths, ...measures.map(({ worth }) => worth)],
      colLower: new Float64Array(numCols),
      colUpper: upper,
      rowLower: rows.map(() => -highs.infinity),
      rowUpper: rows.map(({ most }) => most),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols,
        starts,
        indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
        values: Float64Array.from(rows.flatMap(({ values }) => values)),
      },
    },
    (model) => {
      model.options.set({ output_flag: false, presolve: "off", simplex_iteration_limit: pivots });
      return walk(highs, model, programme, upper, limits);
    },
  );
}

function walk(highs: Highs, model: Model, programme: Programme, upper: Float64Array, limits: Limits): Found {
  const { rows } = programme;
  const lower = new Float64Array(upper.length);
  const everyColumn = { kind: "range", from: 0, to: upper.length - 1 } as const;
  const everyRow = { kind: "range", from: 0, to: rows.length - 1 } as const;
  const most = rows.map((row) => row.most);
  const round = rounding(programme);
  let best = { worth: 0, taken: new Set<number>() };
  let left = 0;
  let steps = 0;
  let next: Part | undefined = { out: [], full: [], most: Number.POSITIVE_INFINITY };
  const waiting: Part[] = [];
  const isHopeless = (worth: number) => worth <= best.worth + Math.max(nearly, limits.within * best.worth);

  for (;;) {
    next ??= takeBest(waiting);
    if (!next || steps >= limits.steps) break;
    const part: Part = next;
    next = undefined;
    if (isHopeless(part.most)) {
      left = Math.max(left, part.most);
      continue;
    }
    steps += 1;
    const bounds = Float64Array.from(upper);
    for (const column of part.out) bounds[column] = 0;
    const least = rows.map(() => -highs.infinity);
    for (const row of part.full) least[row] = 1;
    model.changeColsBounds(everyColumn, lower, bounds);
    model.changeRowsBounds(everyRow, least, most);
    model.run();
    const status = model.getModelStatus();
    if (status === highs.constants.modelStatus.infeasible) continue;
    if (status !== highs.constants.modelStatus.optimal) {
      left = Math.max(left, part.most);
      continue;
    }
    const worth = Math.min(part.most, model.getObjectiveValue());
    const values = model.getSolution().colValue;
    const rounded = round(values, part.out);
    if (rounded.worth > best.worth) best = rounded;
    if (isHopeless(worth)) {
      left = Math.max(left, worth);
      continue;
    }
    const halves = cut(programme, values, part, worth);
    if (!halves) {
      // Nothing is half: what it takes is worth that much, and rounding has taken the same.
      left = Math.max(left, worth);
      continue;
    }
    [next] = halves;
    waiting.push(halves[1]);
  }
  const promised = [next, ...waiting].reduce((sum, part) => Math.max(sum, part?.most ?? 0), left);
  const gap = best.worth > 0 ? Math.max(0, promised - best.worth) / best.worth : promised > nearly ? 1 : 0;
  return { taken: best.taken, gap: Number.isFinite(gap) ? gap : 1 };
}

/** The part that promises most, taken out of those that wait; of equal ones the newest. */
function takeBest(waiting: Part[]): Part | undefined {
  let at = -1;
  for (const [index, part] of waiting.entries()) if (part.most >= (waiting[at]?.most ?? 0)) at = index;
  return at < 0 ? undefined : waiting.splice(at, 1)[0];
}

/** The two halves of a part, the likelier one first; null when nothing is undecided. */
function cut({ choices }: Programme, values: Float64Array, part: Part, most: number): [Part, Part] | null {
  let asked: { at: number; from: number; sum: number } | undefined;
  for (const [at, { columns }] of choices.entries()) {
    const own = columns.map((column) => values[column] ?? 0);
    const sum = own.reduce((total, value) => total + value, 0);
    const from = Math.max(Math.abs(sum - Math.round(sum)), ...own.map((value) => Math.min(value, 1 - value) / 2));
    if (from > nearly && (!asked || from > asked.from + nearly)) asked = { at, from, sum };
  }
  const choice = asked && choices[asked.at];
  if (!asked || !choice) return null;
  const without = (columns: readonly number[]): Part => ({ ...part, out: [...part.out, ...columns], most });
  if (asked.sum < 1 - nearly) {
    const held = { ...part, full: [...part.full, choice.row], most };
    const open = without(choice.columns);
    return asked.sum >= 0.4 ? [held, open] : [open, held];
  }
  const taken = choice.columns.map((column, at) => ({ column, at, value: values[column] ?? 0 }));
  const some = taken.filter(({ value }) => value > nearly);
  for (const marks of choice.marks) {
    const first = marks[some[0]?.at ?? 0];
    if (some.every(({ at }) => marks[at] === first)) continue;
    // The heaviest value of this mark against all others.
    const weights = new Map<string | number, number>();
    for (const { at, value } of some) weights.set(marks[at] ?? "", (weights.get(marks[at] ?? "") ?? 0) + value);
    const [heaviest] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [];
    const same = taken.filter(({ at }) => marks[at] === heaviest).map(({ column }) => column);
    const others = taken.filter(({ at }) => marks[at] !== heaviest).map(({ column }) => column);
    return [without(others), without(same)];
  }
  return null;
}

/** Makes an answer of what came out half: takes column by column, the most decided first, whatever still fits and is worth it. */
function rounding({ worths, measures, rows }: Programme) {
  const binaries = worths.length;
  const rowsOf = worths.map((): { row: number; value: number }[] => []);
  const measured = new Map<number, number[]>();
  for (const [row, { columns, values }] of rows.entries())
    for (const [at, column] of columns.entries())
      if (column < binaries) rowsOf[column]?.push({ row, value: values[at] ?? 0 });
      else
        measured.set(
          row,
          [...(measured.get(row) ?? []), column - binaries].sort(
            (a, b) => (measures[b]?.worth ?? 0) - (measures[a]?.worth ?? 0),
          ),
        );
  /** What it costs that a measured row takes so much over its most. */
  const costOver = (row: number, over: number) => {
    let cost = 0;
    let rest = over;
    for (const at of measured.get(row) ?? []) {
      const { worth, most } = measures[at] ?? { worth: 0, most: 0 };
      const part = Math.min(Math.max(0, rest), most);
      cost += part * worth;
      rest -= part;
    }
    return cost;
  };
  const order = worths.map((_, column) => column);
  return (values: Float64Array, out: readonly number[]) => {
    const shut = new Set(out);
    const used = rows.map(() => 0);
    const taken = new Set<number>();
    let worth = 0;
    const sorted = order
      .filter((column) => !shut.has(column))
      .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || (worths[b] ?? 0) - (worths[a] ?? 0) || a - b);
    for (const column of sorted) {
      const takes = rowsOf[column] ?? [];
      let gain = worths[column] ?? 0;
      const fits = takes.every(({ row, value }) => {
        const before = used[row] ?? 0;
        const most = rows[row]?.most ?? 0;
        if (!measured.has(row)) return before + value <= most + nearly;
        gain += costOver(row, before + value - most) - costOver(row, before - most);
        return true;
      });
      if (!fits || gain <= nearly) continue;
      for (const { row, value } of takes) used[row] = (used[row] ?? 0) + value;
      taken.add(column);
      worth += gain;
    }
    return { worth, taken };
  };
}
