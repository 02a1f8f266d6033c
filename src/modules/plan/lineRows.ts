/** A line of a form: `base` is the version that was read; null: not sent yet. */
type Row = { id: string; base: number | null };

const same = (one: object, other: object | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Only what was touched goes out, so that a line another person changed is not overwritten. */
export function touchedRows<R extends Row>(mine: readonly R[], read: readonly R[]): R[] {
  const known = new Map(read.map((row) => [row.id, row]));
  return mine.filter((row) => !same(row, known.get(row.id)));
}

/** Lines that stood when the form was read and were taken out of it. */
export function removedRows<R extends Row>(mine: readonly R[], read: readonly R[]): R[] {
  return read.filter(({ id }) => !mine.some((row) => row.id === id));
}

/**
 * My lines after the plan was read again: what I touched stays mine unless somebody changed the same line meanwhile, then
 * theirs is shown; what others added comes in; my new lines stay.
 */
export function mergeRows<R extends Row>(mine: readonly R[], read: readonly R[], now: readonly R[]): R[] {
  const touched = new Map(touchedRows(mine, read).map((row) => [row.id, row]));
  const removed = new Map(removedRows(mine, read).map((row) => [row.id, row]));
  const standing = now
    .filter(({ id, base }) => removed.get(id)?.base !== base || !removed.has(id))
    .map((row) => {
      const own = touched.get(row.id);
      return own && own.base === row.base ? own : row;
    });
  const fresh = mine.filter(({ id, base }) => base === null && !now.some((row) => row.id === id));
  return [...standing, ...fresh];
}
