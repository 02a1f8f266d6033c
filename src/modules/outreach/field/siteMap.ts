/** A place on the sheet. */
export type Placed<T> = { it: T; x: number; y: number };

export type Position = { lat: number; lon: number };
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
  const frame = frameOf(points, { width, height, margin });
  return { placed: points.map((it) => ({ it, ...xyOf(it, frame) })), metresPerUnit: frame.metresPerUnit };
}

/** A sheet over a town: what lies in its middle, and how many metres one unit of it is. */
export type Frame = { middle: Position; metresPerUnit: number; width: number; height: number };

/** The sheet on which all points lie, at least `margin` inside. */
export function frameOf(
  points: readonly Position[],
  { width, height, margin }: { width: number; height: number; margin: number },
): Frame {
  const middle =
    points.length === 0
      ? { lat: 0, lon: 0 }
      : { lat: middleOf(points.map(({ lat }) => lat)), lon: middleOf(points.map(({ lon }) => lon)) };
  const reach = (of: (flat: { east: number; north: number }) => number) =>
    Math.max(...points.map((point) => Math.abs(of(flatOf(point, middle)))), 1);
  const metresPerUnit = Math.max(
    reach(({ east }) => east) / (width / 2 - margin),
    reach(({ north }) => north) / (height / 2 - margin),
    0.5, // two doors of one house are not drawn a sheet apart
  );
  return { middle, metresPerUnit, width, height };
}

const eastward = ({ lat }: Position) => Math.cos((lat * Math.PI) / 180) * metresPerDegree;

function flatOf(point: Position, middle: Position): { east: number; north: number } {
  return { east: (point.lon - middle.lon) * eastward(middle), north: (point.lat - middle.lat) * metresPerDegree };
}

/** Where a position lies on the sheet. */
export function xyOf(point: Position, { middle, metresPerUnit, width, height }: Frame): { x: number; y: number } {
  const { east, north } = flatOf(point, middle);
  return { x: width / 2 + east / metresPerUnit, y: height / 2 - north / metresPerUnit };
}

/** The position of a place on the sheet, to about 10 m as all that is kept. */
export function positionAt(
  { x, y }: { x: number; y: number },
  { middle, metresPerUnit, width, height }: Frame,
): Position {
  return {
    lat: rounded(middle.lat + ((height / 2 - y) * metresPerUnit) / metresPerDegree),
    lon: rounded(middle.lon + ((x - width / 2) * metresPerUnit) / eastward(middle)),
  };
}

const rounded = (degrees: number) => Math.round(degrees * 10_000) / 10_000;

/** "51.4023, 21.1471", with commas or blanks as people type them; undefined for what is no position. */
export function positionFrom(typed: string): Position | undefined {
  const found = /^\s*(-?\d{1,2}[.,]\d+)\s*[,; ]\s*(-?\d{1,3}[.,]\d+)\s*$/.exec(typed);
  const [lat, lon] = [found?.[1], found?.[2]].map((part) => Number((part ?? "").replace(",", ".")));
  if (!found || lat === undefined || lon === undefined || Math.abs(lat) > 90 || Math.abs(lon) > 180) return undefined;
  return { lat: rounded(lat), lon: rounded(lon) };
}

/** A place as one types it; nothing for none. */
export const wordsOf = (position: Position | null): string =>
  position ? `${position.lat.toFixed(4)}, ${position.lon.toFixed(4)}` : "";

/** What was typed says neither a place nor nothing. */
export const isUnread = (typed: string): boolean => typed.trim() !== "" && positionFrom(typed) === undefined;

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
  const { east, north } = flatOf(other, one);
  return Math.hypot(east, north);
}
