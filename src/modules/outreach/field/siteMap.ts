/** A place on the sheet. */
export type Placed<T> = { it: T; x: number; y: number };

type Position = { lat: number; lon: number };
const metresPerDegree = 111_320;

/**
 * Points on a flat sheet of `width` x `height`, north up, true to scale: a town is small enough for a plane. Points lie at
 * least `margin` inside; a single one lies in the middle.
 * @returns the points in the order given, and how many metres one unit of the sheet is
 */
export function layOut<T extends Position>(
  points: readonly T[],
  { width, height, margin }: { width: number; height: number; margin: number },
): { placed: Placed<T>[]; metresPerUnit: number } {
  if (points.length === 0) return { placed: [], metresPerUnit: 1 };
  const middle = { lat: middleOf(points.map(({ lat }) => lat)), lon: middleOf(points.map(({ lon }) => lon)) };
  const eastward = Math.cos((middle.lat * Math.PI) / 180) * metresPerDegree;
  const flat = points.map((it) => ({
    it,
    east: (it.lon - middle.lon) * eastward,
    north: (it.lat - middle.lat) * metresPerDegree,
  }));
  const reach = (of: (each: (typeof flat)[number]) => number) => Math.max(...flat.map((each) => Math.abs(of(each))), 1);
  const metresPerUnit = Math.max(
    reach(({ east }) => east) / (width / 2 - margin),
    reach(({ north }) => north) / (height / 2 - margin),
    0.5, // two doors of one house are not drawn a sheet apart
  );
  const placed = flat.map(({ it, east, north }) => ({
    it,
    x: width / 2 + east / metresPerUnit,
    y: height / 2 - north / metresPerUnit,
  }));
  return { placed, metresPerUnit };
}

function middleOf(values: readonly number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2;
}

/** A round number of metres (1, 2 or 5 with zeros) that is at most `units` long on the sheet. */
export function scaleBar(metresPerUnit: number, units: number): number {
  const most = metresPerUnit * units;
  const ten = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((step) => step * ten <= most) ?? 1) * ten;
}

/** Metres between two positions, good to a percent within a town. */
export function metresBetween(one: Position, other: Position): number {
  const eastward = Math.cos((one.lat * Math.PI) / 180) * metresPerDegree;
  return Math.hypot((other.lon - one.lon) * eastward, (other.lat - one.lat) * metresPerDegree);
}
