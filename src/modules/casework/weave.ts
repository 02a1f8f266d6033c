/** A source of a history, newest first: what was read of it, and whether there is more behind. */
export type Strand<L> = { lines: readonly L[]; more: boolean };

type Placed = { id: string; at: string };

/**
 * Several histories as one, newest first. A line older than the last one read of a source that has more behind is kept back: what
 * comes between is not known yet.
 * @returns the woven lines, and the sources (by place) that have to be read further before older lines can be shown
 */
export function weave<L extends Placed>(strands: readonly Strand<L>[]): { lines: L[]; behind: number[] } {
  const edges = strands.map(({ lines, more }) => (more ? (lines.at(-1)?.at ?? "9999") : ""));
  const edge = edges.reduce((one, other) => (one > other ? one : other), "");
  const lines = strands
    .flatMap((strand) => strand.lines)
    .filter(({ at }) => at >= edge)
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
  return { lines, behind: edges.flatMap((at, place) => (edge !== "" && at === edge ? [place] : [])) };
}
